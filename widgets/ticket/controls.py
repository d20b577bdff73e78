"""The ticket's controls and where they stand. They show and they say what was pressed; what it means is the view's.

Invariant: the send button stands on the lower edge whatever is said above it, so it never moves under a hand. When the
room is short, first the presets leave, then the prices of the touch.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from core.domain.enums import OrderType, Side, TimeInForce
from core.domain.instrument import Instrument
from core.projections.pictures import TicketPicture
from widgets.flat import Caption, FlatButton
from widgets.labels import ORDER_TYPE, TIME_IN_FORCE
from widgets.lines import LINE_PX, Lines, Note
from widgets.style import GRID_PX, ROW_PX, Theme
from widgets.ticket import form, model
from widgets.ticket.send_button import SEND_PX, SendButton
from widgets.ticket.side_button import SIDE_PX, SideButton
from widgets.ticket.step_field import FIELD_PX, StepField
from widgets.ticket.strip import STRIP_PX, Strip

CAPTION_PX = 84
PREVIEW_LINES = 3
NOTE_LINES = 2
QTY_TIP = "Quantity: arrows, + and \u2212 or the wheel step it, with Shift by ten"
PRICE_TIP = "Limit price: arrows, + and \u2212 or the wheel move it one tick, with Shift ten"


class Controls:
    """strip, preview and notes: words above, of the order, and of what became of it."""

    def __init__(self, theme: Theme, view: QWidget) -> None:
        self._view = view
        self.strip = Strip(theme, view)
        self.sides = {side: SideButton(side, theme, view) for side in Side}
        self.types = {
            kind: FlatButton(ORDER_TYPE[kind], theme, f"Order type {ORDER_TYPE[kind]}", f"{ORDER_TYPE[kind]} ({ORDER_TYPE[kind][0]})")
            for kind in (OrderType.LIMIT, OrderType.MARKET)
        }
        times = {
            TimeInForce.GTC: "Good till cancelled: rests until it is filled or cancelled",
            TimeInForce.IOC: "Immediate or cancel: takes what is there, the rest is cancelled",
            TimeInForce.FOK: "Fill or kill: all of it at once, or nothing",
        }
        self.times = {
            tif: FlatButton(TIME_IN_FORCE[tif], theme, f"Time in force {TIME_IN_FORCE[tif]}", tip) for tif, tip in times.items()
        }
        self.qty, self.price = StepField(theme, "Quantity", QTY_TIP, view), StepField(theme, "Price", PRICE_TIP, view)
        self.captions = (Caption(theme, token="muted"), Caption(theme, token="muted"))
        self.steppers = tuple(
            FlatButton(sign, theme, f"{field.accessibleName()} {word}", f"One step {word} ({key})")
            for field in (self.qty, self.price) for sign, word, key in (("\u2212", "down", "Down"), ("+", "up", "Up"))
        )
        self.presets = {text: FlatButton(text, theme, f"Quantity {text}", f"Quantity {text}") for text in form.PRESETS}
        self.touches = {
            which: FlatButton(which, theme, f"Price at the {which.lower()}", tip)
            for which, tip in (
                ("Bid", "The best bid's price"), ("Mid", "Between bid and ask, on the patient side"), ("Ask", "The best ask's price"),
            )
        }
        self.preview = Lines(theme, "Order", PREVIEW_LINES)
        self.notes = Lines(theme, "Answer", NOTE_LINES, from_bottom=True)
        self.send = SendButton(theme, view)
        self._lay_out()
        self.show_instrument(None)

    def _lay_out(self) -> None:
        for button in (*self.types.values(), *self.times.values(), *self.presets.values()):
            button.setCheckable(True)
        fields = (self.qty, self.price)
        for number, stepper in enumerate(self.steppers):
            stepper.setFixedWidth(FIELD_PX + GRID_PX)
            field, steps = fields[number // 2], -1 if number % 2 == 0 else 1
            stepper.setAutoRepeat(True)
            stepper.clicked.connect(lambda _on=False, field=field, steps=steps: field.stepped.emit(steps))
        self._preset_row, self._touch_row = QWidget(), QWidget()
        for row, buttons in ((self._preset_row, self.presets), (self._touch_row, self.touches)):
            line = _row(*buttons.values())
            line.setContentsMargins(CAPTION_PX + GRID_PX, 0, 0, 0)
            row.setLayout(line)
        for caption in self.captions:
            caption.setFixedWidth(CAPTION_PX)
        body = QVBoxLayout()
        body.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        body.setSpacing(GRID_PX)
        body.addLayout(_row(*self.sides.values()))
        kinds = _row(*self.types.values())
        kinds.addSpacing(3 * GRID_PX)
        for button in self.times.values():
            kinds.addWidget(button, 1)
        body.addLayout(kinds)
        for number, (field, row) in enumerate(((self.qty, self._preset_row), (self.price, self._touch_row))):
            line = _row(self.captions[number], self.steppers[2 * number])
            line.addWidget(field, 1)
            line.addWidget(self.steppers[2 * number + 1])
            body.addLayout(line)
            body.addWidget(row)
        body.addWidget(self.preview)
        body.addWidget(self.notes, 1)
        body.addWidget(self.send)
        self.preview.fit()
        column = QVBoxLayout(self._view)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # The view says how small it may be: rows that leave must not count.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.strip)
        column.addLayout(body)
        for before, after in zip(self._tab_order()[:-1], self._tab_order()[1:], strict=True):
            QWidget.setTabOrder(before, after)

    def _tab_order(self) -> list[QWidget]:
        qty_steps, price_steps = self.steppers[:2], self.steppers[2:]
        return [
            *self.sides.values(), *self.types.values(), *self.times.values(), self.qty, *qty_steps, *self.presets.values(),
            self.price, *price_steps, *self.touches.values(), self.send,
        ]

    def arrange(self) -> None:
        """Which rows find room."""
        # isHidden, not isVisible: also before the panel is shown.
        room = self._view.height() - (0 if self.strip.isHidden() else STRIP_PX)
        needed, row = least_height(), ROW_PX + GRID_PX
        self._touch_row.setVisible(room >= needed + row)
        self._preset_row.setVisible(room >= needed + 2 * row)

    def set_theme(self, theme: Theme) -> None:
        buttons = (self.types, self.times, self.presets, self.touches)
        for group in buttons:
            for button in group.values():
                button.set_theme(theme)
        for side_button in self.sides.values():
            side_button.set_theme(theme)
        for stepper in self.steppers:
            stepper.set_theme(theme)
        for field, caption in zip((self.qty, self.price), self.captions, strict=True):
            field.set_theme(theme)
            caption.set_theme(theme)
        self.strip.set_theme(theme)
        self.preview.set_theme(theme)
        self.notes.set_theme(theme)
        self.send.set_theme(theme)

    # showing --------------------------------------------------------------------------------------------------------

    def show_instrument(self, instrument: Instrument | None) -> None:
        self.captions[0].say(f"Quantity {instrument.base}" if instrument is not None else "Quantity")
        self.captions[1].say(f"Price {instrument.quote}" if instrument is not None else "Price")
        for text, button in self.presets.items():
            button.setEnabled(instrument is not None and form.is_qty(instrument, text))

    def show_market(self, picture: TicketPicture) -> None:
        for side, button in self.sides.items():
            button.show_market(*model.side_words(picture, side))

    def show_choices(self, side: Side, kind: OrderType, tif: TimeInForce) -> None:
        limit = kind is OrderType.LIMIT
        for one, side_button in self.sides.items():
            side_button.setChecked(one is side)
        for a_kind, button in self.types.items():
            button.setChecked(a_kind is kind)
        for a_tif, button in self.times.items():
            button.setChecked(a_tif is tif)
            button.setEnabled(limit or a_tif is not TimeInForce.GTC)
        written = self.qty.text().strip()
        for text, button in self.presets.items():
            button.setChecked(text == written)
        for part in (self.price, *self.steppers[2:], *self.touches.values()):
            part.setEnabled(limit)
        self.price.setPlaceholderText("" if limit else "market")

    def mark(self, which: str, wrong: bool, doubtful: bool) -> None:
        """wrong: no order can be made of it. doubtful: the gate will probably refuse it."""
        field, caption = (self.qty, self.captions[0]) if which == "qty" else (self.price, self.captions[1])
        field.set_wrong(wrong)
        caption.say(caption.text(), "critical" if wrong else "warning" if doubtful else "muted")

    def show_preview(self, *notes: Note) -> None:
        """A long order takes a line more, from the room of the notes below."""
        self.preview.say(*notes)
        self.preview.fit()

    def complaints(self, errors: form.Errors) -> list[Note]:
        """What is only missing is said quietly; what is wrong, loudly."""
        said: list[Note] = []
        for field, error in ((self.qty, errors.qty), (self.price, errors.price)):
            if error:
                said.append(Note(error, "critical", "wrong") if field.text() else Note(error, "muted"))
        if errors.time_in_force:
            said.append(Note(errors.time_in_force, "critical", "wrong"))
        return said


def least_height() -> int:
    """Without the rows that may leave, and without the strip."""
    words = (PREVIEW_LINES + NOTE_LINES) * LINE_PX
    return SIDE_PX + ROW_PX + 2 * FIELD_PX + words + SEND_PX + 9 * GRID_PX


def _row(*parts: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(GRID_PX)
    for part in parts:
        line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
    return line
