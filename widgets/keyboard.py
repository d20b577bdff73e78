"""The keyboard's way to a control, also from another window of the program.

Invariant: what is typed while the window system changes windows goes to no control, above all not to an armed ladder's.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


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
