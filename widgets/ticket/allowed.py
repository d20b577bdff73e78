"""A control that is not always of use: while it is of none, its tip says why instead of what it does."""

from PySide6.QtWidgets import QWidget

from widgets.keyboard import KeyTip


class Allowed:
    """keys: ids of the keys that do the same."""

    def __init__(self, control: QWidget, *keys: str) -> None:
        self._control, self._does = control, control.toolTip()
        self._tip = KeyTip(control, *keys)

    def show(self, why_not: str) -> None:
        """why_not: empty if it is of use."""
        if self._control.isEnabled() is bool(why_not):
            self._control.setEnabled(not why_not)
        self._tip.say(why_not or self._does)
