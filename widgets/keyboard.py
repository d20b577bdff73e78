"""The keyboard: its way to a control, also from another window of the program, and what a key means in a panel.

Invariants: what is typed while the window system changes windows goes to no control, above all not to an armed ladder's; a key that
sends or takes away orders does nothing while somebody types into a field.
"""

from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from widgets.action_keys import meant, with_key
from widgets.panel_keys import BY_ID

MODIFIERS = (
    Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock, Qt.Key.Key_unknown,
)
"""No keys by themselves."""
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def take_keys(control: QWidget, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
    """The control's window comes to the front and becomes the active one, if it is not yet."""
    window, focused = control.window(), QApplication.focusWidget()
    if focused is not None and focused.window() is not window:
        # Some window systems take their time, or refuse.
        focused.clearFocus()
    if not window.isActiveWindow():
        if window.isMinimized():
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
    control.setFocus(reason)


def portable(event: QKeyEvent) -> str:
    """The key with what is held with it, as keys are written in files; empty for a modifier alone, and for a key that has no name."""
    text, held = event.text(), event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier)
    if event.key() in MODIFIERS or (event.modifiers() & Qt.KeyboardModifier.GroupSwitchModifier and text.isalpha()):
        return ""
    if not held & COMMANDS and len(text) == 1 and not text.isalpha() and text.isprintable() and event.key() != Qt.Key.Key_Space:
        # What Shift made of the key is the key: "+" is not "Shift+=" to anybody.
        held &= ~Qt.KeyboardModifier.ShiftModifier
    return named(event.key() | held.value)


def named(code: int) -> str:
    """Qt writes all keys without a name, dead ones above all, as one and the same: they would mean one another."""
    text = QKeySequence(code).toString()
    read: Any = QKeySequence(text)
    return text if read.count() == 1 and read[0].toCombined() == code else ""


def pressed(scope: str, event: QKeyEvent) -> str:
    """The id of what the key does in the panels of the scope, or nothing. A capital letter is the letter, unless it has a meaning."""
    if BY_ID[scope].deals and is_typing():
        return ""
    key = portable(event)
    letter = key.removeprefix("Shift+")
    return meant(scope, key) or (meant(scope, letter) if len(letter) == 1 and letter.isalpha() else "")


def is_typing() -> bool:
    """Whether the keys go into a text."""
    focused = QApplication.focusWidget()
    return isinstance(focused, QLineEdit | QPlainTextEdit) and not focused.isReadOnly()


class KeyTip(QObject):
    """Puts the keys that do the same as a control behind its tip, as they are now; it lives as long as the control."""

    def __init__(self, control: QWidget, *ids: str) -> None:
        super().__init__(control)
        self._control, self._words, self._ids = control, control.toolTip(), ids
        self.say_keys()

    def say(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self.say_keys()

    def say_keys(self) -> None:
        self._control.setToolTip(with_key(self._words, *self._ids))
