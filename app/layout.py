"""Where the panels stand when nobody has moved them, as a tree of rows and columns with shares of room.

A panel of the tree that is not in the table of panels is left out, and its room goes to its neighbours. A panel of the
table that is not in the tree stands at the edge its row names.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar

AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea, "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "top": Qt.DockWidgetArea.TopDockWidgetArea, "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}
ROOMY_PX = 1500
"""From this width on every panel stands by itself; below, some share a place as tabs."""


@dataclass(frozen=True)
class Spot:
    """One panel, or several as tabs (the first in front). size: pixels, shared out in proportion along its line."""

    size: int
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """Parts side by side (across) or one below another."""

    size: int
    across: bool
    parts: tuple["Spot | Line", ...]


def _row(size: int, *parts: "Spot | Line") -> Line:
    return Line(size, True, parts)


def _column(size: int, *parts: "Spot | Line") -> Line:
    return Line(size, False, parts)


def _spot(size: int, *ids: str) -> Spot:
    return Spot(size, ids)


ROOMY = _row(
    1600,
    _column(404, _spot(112, "watchlist"), _spot(648, "ladder")),
    _column(
        886,
        _row(
            540,
            _column(620, _spot(340, "chart", "heatmap"), _spot(190, "depth")),
            _column(262, _spot(250, "tape"), _spot(284, "fills", "health", "people")),
        ),
        _spot(216, "orders", "basket", "stops", "risk", "statistics", "operations"),
    ),
    _column(310, _spot(500, "ticket"), _spot(160, "kill"), _spot(100, "positions")),
)
TIGHT = _row(
    1280,
    _column(380, _spot(92, "watchlist"), _spot(580, "ladder")),
    _column(
        620,
        _row(
            480,
            _column(420, _spot(300, "chart", "heatmap"), _spot(180, "depth")),
            _column(260, _spot(250, "tape"), _spot(230, "kill")),
        ),
        _spot(190, "orders", "fills", "basket", "stops", "risk", "statistics", "operations", "health", "people"),
    ),
    _column(290, _spot(500, "ticket"), _spot(170, "positions")),
)


def arrange(window: QMainWindow, docks: Mapping[str, QDockWidget], areas: Mapping[str, str]) -> None:
    """Puts every dock at its default place, shown, not floating. areas: panel id -> area, for those not in a tree."""
    for dock in docks.values():
        # In this order: a dock without a place in the window stays floating whatever one says.
        dock.setFloating(False)
        window.removeDockWidget(dock)
    tree = _present(ROOMY if window.width() >= ROOMY_PX else TIGHT, docks)
    placed: set[str] = set()
    if tree is not None:
        first = docks[_first(tree).ids[0]]
        window.addDockWidget(AREAS["left"], first)
        _split(window, docks, tree, placed)
    for id, dock in docks.items():
        if id not in placed:
            window.addDockWidget(AREAS[areas[id]], dock)
    for dock in docks.values():
        dock.show()
    if tree is not None:
        _tab(window, docks, tree)
        resize(window, docks)
    hide_left_tabs(window, docks)


def hide_left_tabs(window: QMainWindow, docks: Mapping[str, QDockWidget]) -> None:
    """Qt sometimes forgets a bar of tabs in the gaps between docks after a restore or a reset: those are hidden.

    A bar in use has the titles of docks that share one place, and stands right above the one in front.
    """
    _settle(window)
    by_title = {dock.windowTitle(): dock for dock in docks.values()}
    for bar in window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
        titles = {bar.tabText(index) for index in range(bar.count())}
        front = by_title.get(bar.tabText(bar.currentIndex()))
        shared = {one.windowTitle() for one in window.tabifiedDockWidgets(front)} if front is not None else set()
        in_use = (
            front is not None and shared and titles == shared | {front.windowTitle()}
            and 0 <= front.y() - bar.geometry().bottom() <= 2 and bar.x() == front.x()
        )
        if not in_use:
            bar.hide()


def resize(window: QMainWindow, docks: Mapping[str, QDockWidget]) -> None:
    """Shares the room out again; Qt forgets sizes given before the window has its own."""
    _settle(window)
    tree = _present(ROOMY if window.width() >= ROOMY_PX else TIGHT, docks)
    if tree is not None:
        _share(window, docks, tree)


def _settle(window: QMainWindow) -> None:
    """Lays out now what Qt would lay out later."""
    layout = window.layout()
    if layout is not None:
        layout.activate()


def _present(part: Spot | Line, docks: Mapping[str, QDockWidget]) -> Spot | Line | None:
    if isinstance(part, Spot):
        ids = tuple(id for id in part.ids if id in docks)
        return Spot(part.size, ids) if ids else None
    parts = tuple(found for found in (_present(one, docks) for one in part.parts) if found is not None)
    if len(parts) <= 1:
        return _sized(parts[0], part.size) if parts else None
    return Line(part.size, part.across, parts)


def _sized(part: Spot | Line, size: int) -> Spot | Line:
    return Spot(size, part.ids) if isinstance(part, Spot) else Line(size, part.across, part.parts)


def _first(part: Spot | Line) -> Spot:
    return part if isinstance(part, Spot) else _first(part.parts[0])


def _split(window: QMainWindow, docks: Mapping[str, QDockWidget], part: Spot | Line, placed: set[str]) -> None:
    """Qt splits a place in two: first the heads of all parts in line, then the inside of each."""
    if isinstance(part, Spot):
        placed.update(part.ids)
        return
    way = Qt.Orientation.Horizontal if part.across else Qt.Orientation.Vertical
    heads = [docks[_first(one).ids[0]] for one in part.parts]
    for before, head in pairwise(heads):
        window.splitDockWidget(before, head, way)
    for one in part.parts:
        _split(window, docks, one, placed)


def _tab(window: QMainWindow, docks: Mapping[str, QDockWidget], part: Spot | Line) -> None:
    if isinstance(part, Line):
        for one in part.parts:
            _tab(window, docks, one)
        return
    for before, behind in pairwise(part.ids):
        window.tabifyDockWidget(docks[before], docks[behind])
    docks[part.ids[0]].raise_()


def _share(window: QMainWindow, docks: Mapping[str, QDockWidget], part: Spot | Line) -> None:
    if isinstance(part, Spot):
        return
    way = Qt.Orientation.Horizontal if part.across else Qt.Orientation.Vertical
    window.resizeDocks([docks[_first(one).ids[0]] for one in part.parts], [one.size for one in part.parts], way)
    for one in part.parts:
        _share(window, docks, one)
