"""Where a panel goes that is opened and has no place yet: a tab at the edge its row names, or where there is room to read it. One that
is there once more floats beside the first.

Invariant: it never becomes a tab in front of what trades or stops.
"""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from app.layout import AREAS, TABS_PX, TRADING, inside, settle

ENOUGH, TOO_LITTLE = 3 / 5, 1 / 3
"""Of the room that a panel wishes for. Chosen: a page of help, or a list of settings, is read in the first with little scrolling, and
not in the second; a table is read in a low strip too."""
FREE_PX = 40
"""Chosen: around a panel that floats over the window, so that the window is seen to be behind it."""
GAP_PX = 8
"""Docks that end so near one another stand at the same edge."""
UNCOVERED = (*TRADING, "kill")
"""A panel that is opened never becomes a tab in front of these."""


def put(window: QMainWindow, docks: Mapping[str, QDockWidget], dock: QDockWidget, area: str) -> None:
    """Gives a dock without a place one: as a tab of the largest that stands at that edge, or where it has most of what it wishes
    for when that one is a scrap; one that is higher than wide floats when there is none for it. Else at the edge itself."""
    settle(window)
    standing = [
        one for id, one in docks.items()
        if one is not dock and one.window() is window and not one.isFloating() and one.isVisible() and id not in UNCOVERED
        and not {other.objectName() for other in window.tabifiedDockWidgets(one)} & set(UNCOVERED)
        and window.rect().intersects(one.geometry())
    ]
    window.addDockWidget(AREAS[area], dock)
    if standing:
        far = max(_reach(one, area) for one in standing)
        host = max((one for one in standing if _reach(one, area) >= far - GAP_PX), key=lambda one: one.width() * one.height())
        if _part(window, dock, host) < ENOUGH:
            host = max(standing, key=lambda one: _part(window, dock, one))
        wish = _wish(dock)
        if _part(window, dock, host) < TOO_LITTLE and wish.height() > wish.width():
            _float(window, dock, wish)
            return
        window.tabifyDockWidget(host, dock)
    dock.show()
    dock.raise_()


def on_screen(dock: QWidget) -> QRect:
    return QRect(dock.mapToGlobal(dock.rect().topLeft()), dock.size())


def beside(dock: QDockWidget, stands: QRect, docks: Mapping[str, QDockWidget], room: QRect) -> QRect:
    """A place in the room for one more of the size of a dock that stands there: next to it, over nothing that trades or stops and over no
    other of its kind, or over as little of that as can be. All on the screen."""
    size = stands.size().boundedTo(room.size())
    kept = [stands, *(on_screen(one) for one in docks.values() if _keeps_free(one, dock))]
    edges = [QPoint(x, y) for at in kept for x, y in (
        (at.right() + GAP_PX, at.top()), (at.left() - size.width() - GAP_PX, at.top()),
        (at.left(), at.bottom() + GAP_PX), (at.left(), at.top() - size.height() - GAP_PX),
        (at.right() + GAP_PX, stands.top()), (at.left() - size.width() - GAP_PX, stands.top()),
    )]
    found = [_within(QRect(at, size), room) for at in edges]
    return min(found, key=lambda one: sum(_area(one & each) for each in kept))


def _keeps_free(one: QDockWidget, dock: QDockWidget) -> bool:
    """Whether nothing may come to lie over it unasked."""
    kind = one.objectName().partition(".")[0]
    in_sight = one.isVisible() and (one.isFloating() or one.window().rect().intersects(one.geometry()))
    return in_sight and (kind in UNCOVERED or kind == dock.objectName().partition(".")[0])


def _within(place: QRect, room: QRect) -> QRect:
    place.moveLeft(max(room.left(), min(place.left(), room.right() + 1 - place.width())))
    place.moveTop(max(room.top(), min(place.top(), room.bottom() + 1 - place.height())))
    return place


def _area(place: QRect) -> int:
    return 0 if place.isEmpty() else place.width() * place.height()


def _part(window: QMainWindow, dock: QDockWidget, host: QDockWidget) -> float:
    """Of the room that the dock wishes for, what it has as a tab of host: from 0 to 1."""
    wish = _wish(dock)
    tabs = 0 if window.tabifiedDockWidgets(host) else TABS_PX
    has = host.widget().size() - QSize(0, tabs) if host.widget() is not None else host.size()
    return min(has.width() / wish.width(), 1.0) * min(has.height() / wish.height(), 1.0)


def _wish(dock: QDockWidget) -> QSize:
    content = inside(dock)
    return content.sizeHint().expandedTo(QSize(1, 1)) if content is not None else QSize(1, 1)


def _float(window: QMainWindow, dock: QDockWidget, size: QSize) -> None:
    """In the middle of the window."""
    dock.setFloating(True)
    dock.resize(size.boundedTo(window.size() - QSize(2 * FREE_PX, 2 * FREE_PX)))
    dock.move(window.mapToGlobal(window.rect().center()) - dock.rect().center())
    dock.show()
    dock.raise_()


def _reach(dock: QDockWidget, area: str) -> int:
    """How far it goes towards the edge."""
    place = dock.geometry()
    return {"left": -place.left(), "right": place.right(), "top": -place.top(), "bottom": place.bottom()}[area]
