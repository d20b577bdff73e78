"""A number field that steps: by arrow keys, plus and minus, its two buttons, and the wheel while it has the focus.

Invariant: the wheel never changes a field that is only passed over. It knows no instrument: it says how many steps.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from widgets.flat import FlatField
from widgets.keyboard import pressed
from widgets.style import DATA_PX, Theme, font

MANY = 10
"""Steps with Shift, or by Page Up and Page Down."""
FIELD_PX = 24
NOTCH = 120
"""Qt's eighths of a degree in one notch of a wheel."""
STEPS = {
    Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: MANY, Qt.Key.Key_PageDown: -MANY,
    Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1,
}


class StepField(FlatField):
    """small: of one data row's height. signed: plus and minus are typed instead of stepping."""

    stepped = Signal(int)

    def __init__(
        self, theme: Theme, name: str, tip: str, small: bool = False, signed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, tip, parent)
        self._wheel, self._signed = 0, signed
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        if not small:
            self.setFont(font(DATA_PX + 2, strong=True))
            self.setFixedHeight(FIELD_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = STEPS.get(Qt.Key(event.key()), 0)
        if self._signed and event.text() in ("+", "-"):
            # The number begins with it.
            super().keyPressEvent(event)
        elif steps:
            shifted = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(steps * MANY if shifted else steps)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or pressed("ticket", event) or _is_letter(event):
            # No number has these: they are the ticket's. The table of keys gives it nothing that a number has.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus():
            event.ignore()
            return
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / NOTCH)
        self._wheel -= notches * NOTCH
        if notches:
            self.stepped.emit(notches)
        event.accept()


def _is_letter(event: QKeyEvent) -> bool:
    """Plain letters but e, which a number like 1e3 may have; and whatever Alt is held with."""
    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return True
    text = event.text()
    plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return plain and len(text) == 1 and text.isalpha() and text not in "eE"
