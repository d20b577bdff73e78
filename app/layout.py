"""Where the panels stand when nobody has moved them: each built-in workspace is a tree of rows and columns with shares of room.

A panel of the tree that is not in the table of panels is left out, and its room goes to its neighbours. A panel that is not
in the tree is closed; app/opening.py says where it goes when it is opened.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QScrollArea, QTabBar, QToolBar, QWidget

from widgets.style import ROW_PX
from widgets.tongue import mark

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
            _column(574, _spot(340, "chart", "heatmap"), _spot(190, "depth")),
            _column(308, _spot(250, "tape"), _spot(284, "fills", "health", "people")),
        ),
        _spot(216, "orders", "alerts", "basket", "stops", "risk"),
    ),
    _column(310, _spot(440, "ticket"), _spot(150, "kill"), _spot(170, "positions")),
)
TIGHT = _row(
    1280,
    _column(376, _spot(92, "watchlist"), _spot(580, "ladder")),
    _column(
        600,
        _row(
            480,
            _column(420, _spot(300, "chart", "heatmap"), _spot(180, "depth")),
            _column(260, _spot(250, "tape"), _spot(230, "kill")),
        ),
        _spot(190, "orders", "fills", "alerts", "basket", "stops", "risk", "health", "people"),
    ),
    _column(314, _spot(500, "ticket"), _spot(170, "positions")),
)


WATCH_ROOMY = _row(
    1600,
    _column(404, _spot(260, "watchlist"), _spot(500, "tape")),
    _column(1196, _row(540, _column(796, _spot(340, "chart"), _spot(190, "depth")), _spot(400, "ladder", "health", "people")),
            _row(216, _spot(560, "orders", "fills", "alerts", "stops", "risk", "statistics", "operations"), _spot(316, "positions"),
                 _spot(316, "kill"))),
)
WATCH_TIGHT = _row(
    1280,
    _column(340, _spot(200, "watchlist"), _spot(420, "tape", "ladder")),
    _column(940, _row(420, _column(640, _spot(240, "chart"), _spot(160, "depth")), _spot(300, "kill", "health", "people")),
            _row(190, _spot(560, "orders", "fills", "alerts", "stops", "risk", "statistics", "operations"), _spot(360, "positions"))),
)
TRAIN_ROOMY = _row(
    1600,
    _spot(420, "ladder"),
    _column(780, _spot(420, "chart"), _row(300, _spot(500, "orders", "fills", "alerts", "stops"), _spot(280, "positions"))),
    _column(400, _spot(380, "ticket"), _spot(200, "kill"), _spot(180, "tape")),
)
TRAIN_TIGHT = _row(
    1280,
    _spot(360, "ladder"),
    _column(600, _spot(360, "chart"), _spot(240, "orders", "fills", "positions", "alerts", "stops")),
    _column(320, _spot(360, "ticket"), _spot(200, "kill"), _spot(120, "tape")),
)
TREES = {mark("Trade"): (ROOMY, TIGHT), mark("Watch"): (WATCH_ROOMY, WATCH_TIGHT), mark("Train"): (TRAIN_ROOMY, TRAIN_TIGHT)}
"""Built-in workspaces: to trade, to look on, and to learn; each for a wide and for a narrow window."""
FIRST = "Trade"
SEPARATOR_PX, TABS_PX = 4, 26
TRADING = ("ladder", "ticket")
WHOLE = {"ladder": 1.0, "ticket": 1.0, "kill": 1.0, "orders": 1.0, "chart": 0.95}
"""How much of what they show these need to be of use: half a ladder, a ticket without its button are of none. The others scroll."""
LEAST_ROWS = {"orders": 3}
"""Chosen: of a list that is traded from, below its head."""


def panels_of(name: str, width: int) -> tuple[str, ...]:
    """Ids in the built-in workspace's tree."""
    return tuple(_ids(_tree(name, width)))


def arrange(window: QMainWindow, docks: Mapping[str, QDockWidget], name: str = FIRST) -> None:
    """Puts every dock of the built-in workspace at its place, shown, not floating; the others are closed."""
    for dock in docks.values():
        # In this order: a dock without a place in the window stays floating whatever one says.
        dock.setFloating(False)
        window.removeDockWidget(dock)
    found = _for(window, docks, name)
    if found is None:
        return
    tree, _ = found
    window.addDockWidget(AREAS["left"], docks[_first(tree).ids[0]])
    _split(window, docks, tree)
    for id in _ids(tree):
        docks[id].show()
    _tab(window, docks, tree)
    resize(window, docks, name)
    hide_left_tabs(window, docks)


def hide_left_tabs(window: QMainWindow, docks: Mapping[str, QDockWidget]) -> None:
    """Qt sometimes forgets a bar of tabs in the gaps between docks after a restore or a reset: those are hidden.

    A bar in use has the titles of docks that share one place, and stands right above the one in front.
    """
    settle(window)
    by_title = {dock.windowTitle(): dock for dock in docks.values()}
    for bar in _tab_bars(window):
        titles = {bar.tabText(index) for index in range(bar.count())}
        front = by_title.get(bar.tabText(bar.currentIndex()))
        shared = {one.windowTitle() for one in window.tabifiedDockWidgets(front)} if front is not None else set()
        in_use = (
            front is not None and shared and titles == shared | {front.windowTitle()}
            and 0 <= front.y() - bar.geometry().bottom() <= 2 and bar.x() == front.x()
        )
        if not in_use:
            bar.hide()


def _tab_bars(window: QMainWindow) -> list[QTabBar]:
    """Not by findChildren(): that ties what it finds to the window, and Qt makes new bars, and deletes them, with each layout."""
    return [
        one for one in QApplication.allWidgets()
        if isinstance(one, QTabBar) and one.metaObject().className() == "QMainWindowTabBar" and window.isAncestorOf(one)
    ]


def resize(window: QMainWindow, docks: Mapping[str, QDockWidget], name: str = FIRST) -> None:
    """Shares the room out again; Qt forgets sizes given before the window has its own."""
    settle(window)
    found = _for(window, docks, name)
    if found is not None:
        _share(window, docks, *found)


def sizes(window: QMainWindow, docks: Mapping[str, QDockWidget]) -> dict[str, tuple[int, int]]:
    """Width and height of the places in the window, by the dock in front; with the bar where docks share one place as tabs."""
    bars = {bar.tabText(bar.currentIndex()): bar.height() for bar in _tab_bars(window) if not bar.isHidden()}
    found = {}
    for key, dock in docks.items():
        if is_in_sight(window, dock):
            shared = bool(window.tabifiedDockWidgets(dock))
            found[key] = (dock.width(), dock.height() + (bars.get(dock.windowTitle(), 0) if shared else 0))
    return found


def resize_to(window: QMainWindow, docks: Mapping[str, QDockWidget], wanted: Mapping[str, tuple[int, int]]) -> None:
    """Gives the places sizes(), which they had once in the same window. Qt complains of a dock that has no place there now."""
    here = {key for key, one in docks.items() if one.parentWidget() is window and not (one.isFloating() or one.isHidden())}
    known = [key for key in wanted if key in here and window.dockWidgetArea(docks[key]) is not Qt.DockWidgetArea.NoDockWidgetArea]
    widths, heights = ([wanted[key][n] for key in known] for n in (0, 1))
    window.resizeDocks([docks[key] for key in known], heights, Qt.Orientation.Vertical)
    window.resizeDocks([docks[key] for key in known], widths, Qt.Orientation.Horizontal)
    settle(window)


def is_in_sight(window: QMainWindow, dock: QDockWidget) -> bool:
    """Docked there, and not behind a tab."""
    seen = dock.isVisibleTo(window) and not dock.isFloating() and window.rect().intersects(dock.geometry())
    return seen and dock.parentWidget() is window


def settle(window: QWidget) -> None:
    """Lays out now what Qt would lay out later."""
    layout = window.layout()
    if layout is not None:
        layout.activate()


def _tree(name: str, width: int) -> Line:
    roomy, tight = TREES[name]
    return roomy if width >= ROOMY_PX else tight


def _ids(part: Spot | Line) -> Iterator[str]:
    if isinstance(part, Spot):
        yield from part.ids
    else:
        for one in part.parts:
            yield from _ids(one)


def _for(window: QMainWindow, docks: Mapping[str, QDockWidget], name: str) -> tuple[Spot | Line, QSize] | None:
    """The tree with what exists, and with no more beside and below one another than there is room for; and the room."""
    tree = _present(_tree(name, window.width()), docks)
    if tree is None:
        return None
    settle(window)
    top = window.menuWidget()
    bars = [bar.height() for bar in window.findChildren(QToolBar) if bar.isVisibleTo(window)]
    room = window.contentsRect().size() - QSize(0, (top.height() if top is not None else 0) + sum(bars))
    return _fitted(tree, docks, room), room


def _fitted(part: Spot | Line, docks: Mapping[str, QDockWidget], room: QSize) -> Spot | Line:
    """Panels that would lie on one another share a place as tabs instead, no more of them than must."""
    if isinstance(part, Spot):
        return part
    parts, along = list(part.parts), _length(room, part.across)
    while len(parts) > 1 and (missing := sum(_needs(one, docks, part.across) + SEPARATOR_PX for one in parts) - along) > 0:
        parts = _closer(parts, docks, part.across, room, missing)
    if len(parts) == 1:
        return _fitted(_sized(parts[0], part.size), docks, room)
    needs = [_needs(one, docks, part.across) for one in parts]
    total, free = sum(one.size for one in parts), along - sum(needs) - SEPARATOR_PX * len(parts)
    return Line(part.size, part.across, tuple(
        _fitted(one, docks, _with_length(room, part.across, need + free * one.size // total))
        for one, need in zip(parts, needs, strict=True)
    ))


def _closer(
    parts: list[Spot | Line], docks: Mapping[str, QDockWidget], across: bool, room: QSize, missing: int
) -> list[Spot | Line]:
    """One step: two panels become tabs, the last ones first; else one part is made smaller inside; else two parts are joined."""
    pairs = [n for n in range(len(parts) - 1) if isinstance(parts[n], Spot) and isinstance(parts[n + 1], Spot)]
    if not pairs:
        for n in range(len(parts) - 1, -1, -1):
            need = _needs(parts[n], docks, across)
            less = _fitted(parts[n], docks, _with_length(room, across, need - missing))
            if _needs(less, docks, across) < need:
                return [*parts[:n], less, *parts[n + 1 :]]
    at = pairs[-1] if pairs else len(parts) - 2
    return [*parts[:at], _joined(parts[at], parts[at + 1]), *parts[at + 2 :]]


def _joined(first: Spot | Line, then: Spot | Line) -> Spot | Line:
    """In one place: panel by panel where both are lines, what trades in front."""
    size = first.size + then.size
    if isinstance(first, Spot) and isinstance(then, Spot):
        return Spot(size, tuple(sorted(first.ids + then.ids, key=lambda id: id not in TRADING)))
    if isinstance(first, Spot) or isinstance(then, Spot):
        line, spot = (then, first) if isinstance(first, Spot) else (first, then)
        assert isinstance(line, Line)
        return Line(size, line.across, (*line.parts[:-1], _sized(_joined(line.parts[-1], spot), line.parts[-1].size)))
    longer, shorter = (first, then) if len(first.parts) >= len(then.parts) else (then, first)
    both = [_sized(_joined(*pair), pair[0].size) for pair in zip(longer.parts, shorter.parts, strict=False)]
    return Line(size, longer.across, (*both, *longer.parts[len(both) :]))


def _needs(part: Spot | Line, docks: Mapping[str, QDockWidget], across: bool) -> int:
    """The least width (across) or height."""
    if isinstance(part, Spot):
        return _in_tabs(part, across, max(
            _length(_usable(docks[id]) if id == part.ids[0] or id in TRADING else docks[id].minimumSizeHint(), across) for id in part.ids
        ))
    return _in_line(part, across, [_needs(one, docks, across) for one in part.parts])


def _wishes(part: Spot | Line, docks: Mapping[str, QDockWidget], across: bool) -> int:
    """What shows those in front without scrolling."""
    if isinstance(part, Spot):
        return _in_tabs(part, across, _length(_with_rows(docks[part.ids[0]]), across))
    return _in_line(part, across, [_wishes(one, docks, across) for one in part.parts])


def _in_tabs(part: Spot, across: bool, length: int) -> int:
    return length + (TABS_PX if not across and len(part.ids) > 1 else 0)


def _in_line(part: Line, across: bool, each: list[int]) -> int:
    return sum(each) + SEPARATOR_PX * len(each) if part.across is across else max(each)


def inside(dock: QDockWidget) -> QWidget | None:
    content = dock.widget()
    return content.widget() if isinstance(content, QScrollArea) else content


def _whole(dock: QDockWidget) -> QSize:
    content = inside(dock)
    if content is None:
        return dock.minimumSizeHint()
    least, title = content.minimumSizeHint().expandedTo(content.minimumSize()), dock.titleBarWidget()
    return least + QSize(0, title.height() if title is not None else 0)


def _usable(dock: QDockWidget) -> QSize:
    return (_with_rows(dock) * WHOLE.get(dock.objectName(), 0.0)).expandedTo(dock.minimumSizeHint())


def _with_rows(dock: QDockWidget) -> QSize:
    return _whole(dock) + QSize(0, LEAST_ROWS.get(dock.objectName(), 0) * ROW_PX)


def _length(size: QSize, across: bool) -> int:
    return size.width() if across else size.height()


def _with_length(size: QSize, across: bool, length: int) -> QSize:
    return QSize(length, size.height()) if across else QSize(size.width(), length)


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


def _split(window: QMainWindow, docks: Mapping[str, QDockWidget], part: Spot | Line) -> None:
    """Qt splits a place in two: first the heads of all parts in line, then the inside of each."""
    if isinstance(part, Spot):
        return
    way = Qt.Orientation.Horizontal if part.across else Qt.Orientation.Vertical
    heads = [docks[_first(one).ids[0]] for one in part.parts]
    for before, head in pairwise(heads):
        window.splitDockWidget(before, head, way)
    for one in part.parts:
        _split(window, docks, one)


def _tab(window: QMainWindow, docks: Mapping[str, QDockWidget], part: Spot | Line) -> None:
    if isinstance(part, Line):
        for one in part.parts:
            _tab(window, docks, one)
        return
    for before, behind in pairwise(part.ids):
        window.tabifyDockWidget(docks[before], docks[behind])
    docks[part.ids[0]].raise_()


def _share(window: QMainWindow, docks: Mapping[str, QDockWidget], part: Spot | Line, room: QSize) -> None:
    if isinstance(part, Spot):
        return
    way = Qt.Orientation.Horizontal if part.across else Qt.Orientation.Vertical
    wishes = [_wishes(one, docks, part.across) for one in part.parts]
    needs = [_needs(one, docks, part.across) for one in part.parts]
    free = _length(room, part.across) - SEPARATOR_PX * (len(wishes) - 1)
    sizes = _shares([one.size for one in part.parts], needs, wishes, free)
    window.resizeDocks([docks[_first(one).ids[0]] for one in part.parts], sizes, way)
    for one, size in zip(part.parts, sizes, strict=True):
        _share(window, docks, one, _with_length(room, part.across, size))


def _shares(sizes: list[int], needs: list[int], wishes: list[int], room: int) -> list[int]:
    """The room in proportion to sizes, but what a part wishes for first, from those that have more than they wish for; where there is
    not so much, what it needs, and of the rest as much of its wish as all get."""
    wishes = [max(pair) for pair in zip(needs, wishes, strict=True)]
    if sum(wishes) >= room:
        rest, more = max(room - sum(needs), 0), max(sum(wishes) - sum(needs), 1)
        return [need + rest * (wish - need) // more for need, wish in zip(needs, wishes, strict=True)]
    fair = [room * size // sum(sizes) for size in sizes]
    short, spare = ([max(sign * (wish - one), 0) for one, wish in zip(fair, wishes, strict=True)] for sign in (1, -1))
    given = sum(short)
    return [one + less - (given * more // sum(spare) if given else 0) for one, less, more in zip(fair, short, spare, strict=True)]
