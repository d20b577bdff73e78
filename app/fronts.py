"""Which docks are in front of the tabs that they share a place with, and whether a dock has a place at all."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from app import layout


def has_place(window: QMainWindow, dock: QDockWidget) -> bool:
    """Whether Qt knows where it goes when it is shown. One that is shown without would lie on others, wherever it lay before."""
    return dock.isFloating() or window.dockWidgetArea(dock) is not Qt.DockWidgetArea.NoDockWidgetArea


def in_front(window: QMainWindow, docks: Mapping[str, QDockWidget]) -> list[str]:
    """Keys of those in front of others in their place."""
    layout.settle(window)
    return [key for key, dock in docks.items() if layout.is_in_sight(window, dock) and window.tabifiedDockWidgets(dock)]


def to_front(window: QMainWindow, docks: Mapping[str, QDockWidget], keys: Iterable[str]) -> None:
    """Those of in_front() that are still open there."""
    for dock in (docks[key] for key in keys if key in docks):
        if dock.parentWidget() is window and not dock.isHidden() and window.tabifiedDockWidgets(dock):
            # Qt takes no notice of one that is the topmost child already, though another tab be in front.
            dock.lower()
            dock.raise_()
    layout.settle(window)
