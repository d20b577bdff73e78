"""The ticket's controls and where they stand. They show and they say what was pressed; what it means is the view's.

Invariant: nothing moves when the order's type changes, and the send button stands on the lower edge whatever is said above it, so it
never moves under a hand. When the room is short, first the quick quantities leave, then the prices of the touch, then the quantity
in other units. Where that is not enough, as with large type in a low window, the rows of the order scroll, and what decides stays in
sight below them: what will be sent, the desk's answer, Send.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedLayout, QVBoxLayout, QWidget

from core.domain.enums import OrderType, Side, TimeInForce
from core.domain.instrument import Instrument
from core.projections.ticket_pictures import TicketPicture
from widgets.chooser import Chooser
from widgets.flat import Caption, FlatButton, FlatField
from widgets.keyboard import KeyTip
from widgets.labels import ORDER_TYPE, TIME_IN_FORCE, TIME_IN_FORCE_SAYS
from widgets.lines import LINE_PX, Lines, Note
from widgets.style import GRID_PX, ROW_PX, Theme
from widgets.ticket import amounts, form, model, steps
from widgets.ticket.allowed import Allowed
from widgets.ticket.draft import MAIN, Distance, Draft, Link, exit_text
from widgets.ticket.folding import EDGE_PX, Folding
from widgets.ticket.pages import PAGE_PX, ExitsPage, PresetsPage, TermsPage, fit
from widgets.ticket.send_button import SEND_PX, SendButton
from widgets.ticket.side_button import SIDE_PX, SideButton
from widgets.ticket.step_field import FIELD_PX, StepField
from widgets.ticket.strip import STRIP_PX, Strip
from widgets.tongue import Table, mark, tr

CAPTION_PX = 92
PREVIEW_LINES = 3
NOTE_LINES = 3
LEAST_NOTES = 2
FEET = ((3, 2, True), (2, 2, True), (1, 2, True), (1, 1, True), (1, 1, False))
"""What stays below rows that scroll, the best first: lines of the order, lines of the answer, whether the row of the soft limit."""
LEAST_ROWS_PX = 2 * (FIELD_PX + GRID_PX)
"""Of rows that scroll: quantity and price."""
MAIN_SAYS = Table({"price": "Price", "trigger": "Trigger", "worst": "Worst", "trail": "Trail"})
MAIN_TIP = mark("arrows, + and \u2212 or the wheel move it one tick, with Shift ten; at bid, middle, ask, last")
TRAIL = Table({Distance.TICKS: "Trail ticks", Distance.PERCENT: "Trail %"})
PAGES = (mark("Terms"), mark("Exits"), mark("Presets"))


class Controls:
    """strip, preview and notes: words above, of the order, and of the desk's answer. fields, choosers, chips: by the name in Draft;
    main: the row's own field shows one of them. allowed: those that are not always of use."""

    def __init__(self, theme: Theme, view: QWidget) -> None:
        self._view = view
        self.strip = Strip(theme, view)
        self.sides = {side: SideButton(side, theme, view) for side in Side}
        self.types = Chooser(theme, tr("Order type"), tr("What kind of order: any, limit, market, stop"), ORDER_TYPE)
        self.times = Chooser(theme, tr("Time in force"), tr("How long it may live"), TIME_IN_FORCE, TIME_IN_FORCE_SAYS)
        self.until = FlatField(theme, tr("Good till, UTC"), tr("Until when, UTC: 17:30, or 2018-07-14 09:00"))
        self.until.setPlaceholderText(tr("until, UTC"))
        self.unit = Chooser(theme, tr("Quantity counts"), tr("What the quantity counts"), amounts.unit_words(None))
        self.qty = StepField(theme, tr("Quantity"), tr("Quantity: arrows, + and \u2212 or the wheel step it, with Shift by ten"))
        self.main = StepField(theme, tr("Price"), tr("Price: {main_tip}", main_tip=tr(MAIN_TIP)))
        self.main_caption = Caption(theme, token="muted")
        self.trail_in = Chooser(theme, tr("Trail"), tr("How the trail is counted"), TRAIL)
        self.steppers = tuple(
            FlatButton(sign, theme, f"{field.accessibleName()} {tr(word)}", tr("One step {word} ({key})", word=tr(word), key=key))
            for field in (self.qty, self.main) for sign, word, key in (("\u2212", mark("down"), "Down"), ("+", mark("up"), "Up"))
        )
        self.presets = {
            text: FlatButton(text, theme, tr("Quantity {text}", text=text), tr("Quantity {text}", text=text)) for text in steps.PRESETS
        }
        self.touches = {
            which: FlatButton(tr(which), theme, tr("Price at the {lower}", lower=tr(which).lower()), tip)
            for which, tip in (
                (mark("Bid"), tr("The best bid's price")), (mark("Mid"), tr("Between bid and ask, on the patient side")),
                (mark("Ask"), tr("The best ask's price")), (mark("Last"), tr("The last trade's price")),
            )
        }
        self.same = Lines(theme, tr("The same quantity"), 1)
        self.terms, self.exits, self.named = TermsPage(theme), ExitsPage(theme), PresetsPage(theme)
        self.tabs = tuple(
            FlatButton(text, theme, tr("{text} of the order", text=text), text) for text in map(tr, PAGES)
        )
        self.preview = Lines(theme, tr("Order"), PREVIEW_LINES)
        self.notes = Lines(theme, tr("Answer"), NOTE_LINES, from_bottom=True)
        self.less = FlatButton(
            tr("Or less"), theme, tr("Less is better than nothing"), tr("The gate may cut it down to what its limits leave"),
        )
        self.typed = FlatField(theme, tr("Number of the soft limit"), tr("Type the number that a soft limit asks for"))
        self.typed_caption = Caption(theme, token="muted")
        self.again = FlatButton(tr("Again"), theme, tr("Send another"), tr("The same order once more, with a new number"))
        self.send = SendButton(theme, view)
        self.fields: dict[str, FlatField] = {"until": self.until, **self.terms.fields, **self.exits.fields}
        self.choosers = {"trail_in": self.trail_in, **self.terms.choosers, **self.exits.choosers}
        self.chips = {"may_shrink": self.less, **self.terms.chips}
        self._tell_keys()
        self._lay_out()
        self.show_instrument(None)

    def _tell_keys(self) -> None:
        for name, control in (
            ("times", self.times), ("unit", self.unit), ("qty", self.qty), *zip(("terms", "exits", "presets"), self.tabs, strict=True),
        ):
            KeyTip(control, f"ticket.{name}")
        KeyTip(self.types, "ticket.types", "ticket.limit", "ticket.market", "ticket.stop")
        self.allowed = {
            **{name: Allowed(part, f"ticket.{name}") for name, part in (("less", self.less), ("typed", self.typed), ("again", self.again))},
            **{which: Allowed(button, f"ticket.{which.lower()}") for which, button in self.touches.items()},
            **{text: Allowed(button) for text, button in self.presets.items()},
        }
        KeyTip(self.main, "ticket.price", "ticket.bid", "ticket.mid", "ticket.ask", "ticket.last")

    # layout ---------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for button in (*self.presets.values(), *self.tabs, self.less):
            button.setCheckable(True)
        for number, stepper in enumerate(self.steppers):
            stepper.setFixedWidth(FIELD_PX + GRID_PX)
            field, by = (self.qty, self.main)[number // 2], -1 if number % 2 == 0 else 1
            stepper.setAutoRepeat(True)
            stepper.clicked.connect(lambda _on=False, field=field, by=by: field.stepped.emit(by))
        self._preset_row, self._touch_row = QWidget(), QWidget()
        for row, buttons in ((self._preset_row, self.presets), (self._touch_row, self.touches)):
            line = _row(*buttons.values())
            line.setContentsMargins(CAPTION_PX + GRID_PX, 0, 0, 0)
            row.setLayout(line)
        for caption in (self.unit, self.main_caption, self.trail_in):
            caption.setFixedWidth(CAPTION_PX)
        self.pages = QStackedLayout()
        for page in (self.terms, self.exits, self.named):
            self.pages.addWidget(page)
        for lines in (self.same, self.preview):
            lines.fit()
        self.same.setFixedHeight(LINE_PX)
        self.order, self._foot, self._guard = Folding(), QVBoxLayout(), QWidget()
        self._foot_now: tuple[int, int, bool] | None = None
        self._foot.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        self._foot.setSpacing(GRID_PX)
        self._fill(self.order.rows)
        self._fill_foot()
        edge = _row(self.order)
        edge.setContentsMargins(0, 0, EDGE_PX, 0)
        column = QVBoxLayout(self._view)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # The view says how small it may be: rows that leave must not count.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.strip)
        column.addLayout(edge)
        column.addLayout(self._foot, 1)
        for before, after in zip(self._tab_order()[:-1], self._tab_order()[1:], strict=True):
            QWidget.setTabOrder(before, after)
        self.show_page(0)

    def _fill(self, body: QVBoxLayout) -> None:
        body.addLayout(_row(*self.sides.values(), stretch=1))
        kinds = _row(self.types, self.times)
        kinds.setStretch(0, 5)
        kinds.setStretch(1, 3)
        kinds.addWidget(self.until, 4)
        body.addLayout(kinds)
        amount = _row(self.unit, self.steppers[0])
        amount.addWidget(self.qty, 1)
        amount.addWidget(self.steppers[1])
        main = _row(self.main_caption, self.trail_in, self.steppers[2])
        main.addWidget(self.main, 1)
        main.addWidget(self.steppers[3])
        body.addLayout(amount)
        body.addWidget(self.same)
        body.addWidget(self._preset_row)
        body.addLayout(main)
        body.addWidget(self._touch_row)
        body.addLayout(_row(*self.tabs, stretch=1))
        body.addLayout(self.pages)

    def _fill_foot(self) -> None:
        fit(self.typed_caption, tr("Soft limit"))
        guard = _row(self.less, self.typed_caption)
        guard.addWidget(self.typed, 1)
        guard.addWidget(self.again)
        self._guard.setLayout(guard)
        self._guard.setFixedHeight(ROW_PX)
        self._foot.addWidget(self.preview)
        self._foot.addWidget(self.notes, 1)
        self._foot.addWidget(self._guard)
        self._foot.addWidget(self.send)

    def _tab_order(self) -> list[QWidget]:
        return [
            *self.sides.values(), self.types, self.times, self.until, self.unit, self.qty, *self.steppers[:2], *self.presets.values(),
            self.trail_in, self.main, *self.steppers[2:], *self.touches.values(), *self.tabs, *self._on_pages(), self.less, self.typed,
            self.again, self.send,
        ]

    def _on_pages(self) -> Iterable[QWidget]:
        terms, exits, named = self.terms, self.exits, self.named
        names = ("trigger", "post_only", "peg", "trigger_by", "away", "all_or_none", "min_qty", "offset", "display", "spread", "hidden")
        yield from (terms.of(name) for name in names)
        yield from (exits.choosers["link"], exits.choosers["exits_in"], exits.fields["target"], exits.fields["stop"])
        yield from (named.open, named.name, named.save_here, named.save_all, named.delete)

    def arrange(self) -> None:
        """Which rows find room, and which of them only by scrolling."""
        room = self._room()
        needed, row = least_height() + (NOTE_LINES - LEAST_NOTES) * LINE_PX, ROW_PX + GRID_PX
        touches, presets = room >= needed + row, room >= needed + 2 * row
        self._touch_row.setVisible(touches)
        self._preset_row.setVisible(presets)
        # The answer gives a line too before anything scrolls.
        scrolls = room < least_height() - 2 * LINE_PX - GRID_PX
        same = room >= least_height() or scrolls
        self.same.setVisible(same)
        rows = _order_height() + (touches + presets) * row - (0 if same else LINE_PX + GRID_PX)
        self._foot_now = None
        if scrolls:
            foot = next((one for one in FEET if room - _foot_height(*one) >= LEAST_ROWS_PX), FEET[-1])
            self._foot_now = foot
            self.order.fit(rows + (0 if foot[2] else row), _whole_rows(room - _foot_height(*foot)))
        else:
            self.order.fit(rows, rows)
        self._put_guard(below=self._foot_now is None or self._foot_now[2])
        self._fit_preview()

    def _room(self) -> int:
        # isHidden, not isVisible: also before the panel is shown.
        return self._view.height() - (0 if self.strip.isHidden() else STRIP_PX)

    def _put_guard(self, below: bool) -> None:
        """The row of the soft limit is a part of what decides, where there is room for it."""
        if (self._guard.parentWidget() is self._view) is below:
            return
        if below:
            self._foot.insertWidget(self._foot.indexOf(self.send), self._guard)
        else:
            self.order.rows.addWidget(self._guard)
        self._guard.show()

    def show_preview(self, *notes: Note) -> None:
        self.preview.say(*notes)
        self._fit_preview()

    def _fit_preview(self) -> None:
        """A long order takes a line more, from the room of the notes below, where there is some."""
        if self._foot_now is not None:
            self.preview.setFixedHeight(self._foot_now[0] * LINE_PX)
        elif self._room() - least_height() >= LINE_PX:
            self.preview.fit()
        else:
            self.preview.setFixedHeight(PREVIEW_LINES * LINE_PX)

    def show_page(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        for number, tab in enumerate(self.tabs):
            tab.setChecked(number == page)

    def set_theme(self, theme: Theme) -> None:
        parts: list[FlatButton | FlatField | Caption] = [
            self.types, self.times, self.until, self.unit, self.qty, self.main, self.main_caption, self.trail_in, self.less,
            self.typed_caption, self.typed, self.again, *self.steppers, *self.presets.values(), *self.touches.values(), *self.tabs,
        ]
        for part in parts:
            part.set_theme(theme)
        others: list[Strip | Lines | SendButton | SideButton | TermsPage | ExitsPage | PresetsPage] = [
            self.strip, self.same, self.preview, self.notes, self.send, self.terms, self.exits, self.named, *self.sides.values(),
        ]
        for other in others:
            other.set_theme(theme)

    # showing --------------------------------------------------------------------------------------------------------

    def show_instrument(self, instrument: Instrument | None) -> None:
        for text in self.presets:
            fits = instrument is not None and steps.is_qty(instrument, text)
            none = tr("No instrument yet") if instrument is None else tr("No quantity of {symbol}", symbol=instrument.symbol)
            self.allowed[text].show("" if fits else none)
        if instrument is not None:
            self.named.show_instrument(instrument)

    def show_market(self, picture: TicketPicture) -> None:
        for side, button in self.sides.items():
            button.show_market(*model.side_words(picture, side))

    def show_draft(self, draft: Draft, picture: TicketPicture | None) -> None:
        """Every control as the draft has it; a text that stands there already keeps its cursor."""
        kind, main = draft.order_type, MAIN[draft.order_type]
        for side, button in self.sides.items():
            button.setChecked(side is draft.side)
        self.types.show_choice(kind)
        allowed = form.times_of(kind)
        self.times.show_choice(draft.time_in_force, {tif: tr("not for this type") for tif in TimeInForce if tif not in allowed})
        self.until.setVisible(draft.time_in_force is TimeInForce.GTD)
        self.unit.show_words(amounts.unit_words(picture))
        self.unit.show_choice(draft.qty_in)
        _write(self.qty, draft.qty)
        _write(self.main, getattr(draft, main))
        self._show_main(kind, main, picture)
        for name, field in self.fields.items():
            _write(field, exit_text(draft, name) if name in self.exits.fields else getattr(draft, name))
        for name, chooser in self.choosers.items():
            chooser.show_choice(getattr(draft, name))
        for name, chip in self.chips.items():
            chip.setChecked(getattr(draft, name))
        written = draft.qty.strip()
        for text, preset in self.presets.items():
            preset.setChecked(text == written and draft.qty_in == 0)
        self.terms.show_type(kind)
        self.exits.show_link(draft.link)
        self.allowed["less"].show("" if draft.link is Link.NONE else tr("Not with exits: linked orders go as they are written"))
        marks = (model.has_terms(draft), draft.link is not Link.NONE, False)
        for tab, text, marked in zip(self.tabs, map(tr, PAGES), marks, strict=True):
            tab.setText(f"{text} \u2022" if marked else text)

    def _show_main(self, kind: OrderType, main: str, picture: TicketPicture | None) -> None:
        trails = main == "trail"
        self.trail_in.setVisible(trails)
        self.main_caption.setVisible(not trails)
        quote = f" {picture.instrument.quote}" if picture is not None else ""
        self.main_caption.say(f"{MAIN_SAYS[main]}{quote}")
        self.main.setAccessibleName(MAIN_SAYS[main])
        self.main.setPlaceholderText(tr("optional") if main == "worst" else "")
        for which in self.touches:
            self.allowed[which].show(tr("A trail is a distance, and no price") if trails else "")

    def mark(self, wrong: dict[str, bool], doubtful: str) -> None:
        """wrong: by field, whether no order can be made of it. doubtful: qty or main, where the gate will probably refuse."""
        self.qty.set_wrong(wrong.get("qty", False))
        self.main.set_wrong(wrong.get("main", False))
        for name, field in self.fields.items():
            field.set_wrong(wrong.get(name, False))
        self.unit.set_tone("warning" if doubtful == "qty" else "text")
        self.main_caption.say(self.main_caption.text(), "warning" if doubtful == "main" else "muted")

    def field(self, name: str, draft: Draft) -> QWidget:
        """Where that part of the draft is typed."""
        if name == "qty":
            return self.qty
        if name == MAIN[draft.order_type]:
            return self.main
        name = "stop" if name == "other" else name
        return self.fields.get(name) or self.choosers.get(name) or (self.times if name == "time_in_force" else self.qty)


def least_height() -> int:
    """Without the rows that may leave, and without the strip."""
    return _order_height() + _foot_height(PREVIEW_LINES, LEAST_NOTES, guard=True)


def folded_height() -> int:
    """With rows that scroll, and without the strip."""
    return LEAST_ROWS_PX + _foot_height(*FEET[-1])


def _order_height() -> int:
    return SIDE_PX + 2 * ROW_PX + PAGE_PX + 2 * FIELD_PX + LINE_PX + 7 * GRID_PX


def _whole_rows(room: int) -> int:
    """Of that room, what ends below a row, so that the scrolled rows begin with none cut; all of it where that leaves too little."""
    ends, at = [], 0
    for height in (SIDE_PX, ROW_PX, FIELD_PX, LINE_PX, FIELD_PX, ROW_PX, PAGE_PX):
        at += GRID_PX + height
        ends.append(at)
    return max((end for end in ends if LEAST_ROWS_PX <= end <= room), default=max(room, ROW_PX))


def _foot_height(preview: int, notes: int, guard: bool) -> int:
    return (preview + notes) * LINE_PX + SEND_PX + 5 * GRID_PX + (ROW_PX + GRID_PX if guard else 0)


def _write(field: FlatField, text: str) -> None:
    if field.text() != text:
        field.setText(text)


def _row(*parts: QWidget, stretch: int = 0) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(GRID_PX)
    for part in parts:
        line.addWidget(part, stretch, Qt.AlignmentFlag.AlignVCenter)
    return line
