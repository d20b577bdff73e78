"""The command palette over the window that is active: what it lists, and where it stands.

Invariant: it opens in the window that has the keys, so no letter can go to what had them before; it never outlives that window.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from widgets.palette.found import Found, Searched
from widgets.palette.view import Palette
from widgets.style import Theme

if TYPE_CHECKING:
    from app.window import TerminalWindow


class Finding:
    """more_actions: beside the table's; they come and go. kinds: what else is listed, asked for when a letter is typed."""

    def __init__(self, window: "TerminalWindow") -> None:
        self._window = window
        self.more_actions: dict[str, list[QAction]] = {}
        self.kinds: tuple[Callable[[], Iterable[Found]], ...] = ()
        self._palette = Palette(window.theme, window)

    @property
    def palette(self) -> Palette:
        if not isValid(self._palette):
            # The window that it stood in was closed.
            self._palette = Palette(self._window.theme, self._window)
        return self._palette

    def toggle(self) -> None:
        host = self._window.in_front()
        shown = not self.palette.isHidden() and self.palette.parentWidget() is host
        self.palette.close_palette()
        if shown:
            return
        if self.palette.parentWidget() is not host:
            self._make(host)
        own = [action for id, action in self._window.actions_by_id.items() if id != "palette"]
        actions = [*own, *(action for more in self.more_actions.values() for action in more)]
        self.palette.open(actions, lambda: Searched(kind() for kind in self.kinds))

    def close(self) -> None:
        self.palette.close_palette()

    def renew(self) -> None:
        """In another language, or another size of type."""
        self.palette.close_palette()
        self._make(self._window)

    def set_theme(self, theme: Theme) -> None:
        self.palette.set_theme(theme)

    def holds(self, control: QWidget) -> bool:
        return self.palette.isAncestorOf(control)

    def _make(self, host: QWidget) -> None:
        self._palette.deleteLater()
        self._palette = Palette(self._window.theme, host)
