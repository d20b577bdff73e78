"""The ticket's three pages of two rows each: an order's terms, its exits, named tickets. One stands in the ticket at a time.

Invariant: a page has one height whatever it shows, and only what the order's type can carry is shown. Widgets only: what they mean is
the view's.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.domain.enums import OrderType
from core.domain.instrument import Instrument
from widgets.chooser import Chooser
from widgets.flat import Caption, FlatButton, FlatField
from widgets.keyboard import KeyTip
from widgets.labels import PEG, POST_ONLY, TRIGGER_BY
from widgets.style import GRID_PX, ROW_PX, Theme
from widgets.ticket.draft import EXITS, TERMS, Distance, Link
from widgets.ticket.step_field import StepField
from widgets.tongue import Table, mark, tr

PAGE_PX = 2 * ROW_PX + GRID_PX
LINK = Table({Link.NONE: "No exits", Link.BRACKET: "Bracket", Link.OCO: "OCO", Link.OTO: "OTO"})
LINK_SAYS = Table({
    Link.NONE: "The order stands alone", Link.BRACKET: "What fills gets a target and a stop; one takes the other out",
    Link.OCO: "This limit order or a stop of the same side, whichever comes first",
    Link.OTO: "What fills sends these after it, each for itself",
})
FIELDS = {
    "trigger": (mark("Trigger price"), mark("The market that fires the order")),
    "offset": (mark("Offset in ticks"), mark("Added to the price that it follows, signed")),
    "away": (mark("Furthest from the trigger, percent"), mark("Where it stops trading once it fired")),
    "min_qty": (mark("Smallest quantity to trade"), mark("No trade smaller than this")),
    "display": (mark("Displayed quantity"), mark("An iceberg's peak; empty shows all of it")),
    "spread": (mark("Spread of the displayed quantity"), mark("Each peak is drawn this much around it")),
}
DISTANCE = Table({Distance.PRICE: "as prices", Distance.TICKS: "in ticks", Distance.PERCENT: "in percent"})


EXIT_TIPS = {"target": mark("Where it takes the profit; arrows step"), "stop": mark("Where it cuts the loss; arrows step")}
OCO_TIP = mark("Where the stop stands that goes in the limit order's place; arrows step")
MAKES = mark(". Typed here, it makes the order a bracket")


class TermsPage(QWidget):
    """fields, choosers, chips: by the name in Draft."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.fields = {
            name: StepField(theme, tr(title), tr("{tip}; arrows step", tip=tr(tip)), small=True, signed=name == "offset")
            for name, (title, tip) in FIELDS.items()
        }
        KeyTip(self.fields["trigger"], "ticket.trigger")
        self.choosers = {
            "trigger_by": Chooser(
                theme, tr("Fires on"), tr("Which price fires it"),
                {by: tr("On {lower}", lower=word.lower()) for by, word in TRIGGER_BY.items()},
            ),
            "post_only": Chooser(theme, tr("Post only"), tr("Whether it may trade at once; slide: it steps back instead"), POST_ONLY),
            "peg": Chooser(theme, tr("Follows"), tr("Which price it follows, unseen"), PEG),
        }
        self.chips = {
            "hidden": FlatButton(tr("Hidden"), theme, tr("Hidden"), tr("Nobody sees it; it trades after what is displayed")),
            "all_or_none": FlatButton(tr("AON"), theme, tr("All or none"), tr("Trades whole or not at all; it rests unseen")),
        }
        for chip in self.chips.values():
            chip.setCheckable(True)
        captions = {
            "trigger": tr("Trigger"), "away": tr("Worst %"), "min_qty": tr("Min"), "offset": tr("Offset"), "display": tr("Show"),
            "spread": "\u00b1",
        }
        self.captions = {name: Caption(theme, token="muted") for name in captions}
        for name, text in captions.items():
            fit(self.captions[name], text)
        self.note = Caption(theme, token="muted")
        above = ("trigger", "post_only", "peg", "trigger_by", "away", "all_or_none", "min_qty")
        _stack(self, self._parts(above), [*self._parts(("offset", "display", "spread", "hidden")), self.note])
        self.show_type(OrderType.LIMIT)

    def _parts(self, names: Iterable[str]) -> list[QWidget]:
        parts: list[QWidget] = []
        for name in names:
            if name in self.captions:
                parts.append(self.captions[name])
            parts.append(self.of(name))
        return parts

    def of(self, name: str) -> QWidget:
        found = self.fields.get(name) or self.choosers.get(name) or self.chips.get(name)
        assert found is not None
        return found

    def show_type(self, kind: OrderType) -> None:
        has = TERMS[kind]
        for name in (*self.fields, *self.choosers, *self.chips):
            self.of(name).setVisible(name in has)
        for name, caption in self.captions.items():
            caption.setVisible(name in has)
        self.note.setVisible("display" not in has)
        fit(self.note, tr("ticks; a peg is never shown") if kind is OrderType.PEGGED else "")

    def set_theme(self, theme: Theme) -> None:
        parts: tuple[FlatButton | FlatField | Caption, ...] = (
            *self.fields.values(), *self.choosers.values(), *self.chips.values(), *self.captions.values(), self.note,
        )
        for part in parts:
            part.set_theme(theme)


class ExitsPage(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.fields = {
            "target": StepField(theme, tr("Target"), tr(EXIT_TIPS["target"]), small=True),
            "stop": StepField(theme, tr("Stop"), tr(EXIT_TIPS["stop"]), small=True),
        }
        self.choosers = {
            "link": Chooser(theme, tr("Linked orders"), tr("What hangs on this order"), LINK, LINK_SAYS),
            "exits_in": Chooser(theme, tr("Exits"), tr("How target and stop are counted"), DISTANCE),
        }
        self.captions = {name: Caption(theme, token="muted") for name in self.fields}
        fit(self.captions["target"], tr("Target"))
        fit(self.captions["stop"], tr("Stop"))
        self.note = Caption(theme, token="muted")
        fit(self.note, tr("or the limit order"))
        below: list[QWidget] = [self.captions["target"], self.fields["target"], self.captions["stop"], self.fields["stop"], self.note]
        _stack(self, list(self.choosers.values()), below)
        self._link: Link | None = None
        self.show_link(Link.NONE)

    def show_link(self, link: Link) -> None:
        """Only the fields that count. On an order without exits one that is typed into makes a bracket."""
        if link is self._link:
            return
        self._link = link
        for name, field in self.fields.items():
            counts = link is Link.NONE or name in EXITS[link]
            self.captions[name].setVisible(counts)
            field.setVisible(counts)
            field.setPlaceholderText(tr("none") if link is Link.NONE else "")
            field.setToolTip(tr(OCO_TIP if link is Link.OCO else EXIT_TIPS[name]) + (tr(MAKES) if link is Link.NONE else ""))
        self.note.setVisible(link is Link.OCO)

    def set_theme(self, theme: Theme) -> None:
        parts: tuple[FlatButton | FlatField | Caption, ...] = (
            *self.fields.values(), *self.choosers.values(), *self.captions.values(), self.note,
        )
        for part in parts:
            part.set_theme(theme)


class PresetsPage(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.open = FlatButton(tr("Use one \u2026"), theme, tr("Use a preset"), tr("Fills the ticket from a named one; sends nothing"))
        self.name = FlatField(theme, tr("Name of the preset"), tr("Saved under this name"))
        self.name.setPlaceholderText(tr("name of this ticket"))
        self.save_here = FlatButton(
            tr("Save here"), theme, tr("Save for this symbol"), tr("Keeps this ticket under the name, for this symbol"),
        )
        self.save_all = FlatButton(
            tr("Save for all"), theme, tr("Save for all symbols"), tr("Keeps this ticket under the name, for every symbol"),
        )
        self.delete = FlatButton(tr("Delete"), theme, tr("Delete the preset"), tr("Forgets the preset of that name"))
        _stack(self, [self.open, self.name], [self.save_here, self.save_all, self.delete])

    def show_instrument(self, instrument: Instrument) -> None:
        self.save_here.setText(tr("Save for {symbol}", symbol=instrument.symbol))

    def set_theme(self, theme: Theme) -> None:
        parts: tuple[FlatButton | FlatField, ...] = (self.open, self.name, self.save_here, self.save_all, self.delete)
        for part in parts:
            part.set_theme(theme)


def fit(caption: Caption, text: str) -> None:
    caption.say(text)
    caption.setFixedWidth(caption.width_of(text) + 2)


def _stack(page: QWidget, above: list[QWidget], below: list[QWidget]) -> None:
    page.setFixedHeight(PAGE_PX)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID_PX)
    for parts in (above, below):
        holder = QWidget()
        holder.setFixedHeight(ROW_PX)
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID_PX)
        for part in parts:
            line.addWidget(part, 0 if isinstance(part, Caption) else 1, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(holder)
