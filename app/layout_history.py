"""The way back to the layout before: undo and redo over the layouts that were.

Invariants: undo changes where panels stand, nothing else; what a window's size, or a strip at its top, takes from the panels or
gives them is no change of the layout; each layout is kept as it stands without strips.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QSize
from PySide6.QtWidgets import QMainWindow

from app import fronts, layout
from app.strips import Stood, Strips
from app.window import TerminalWindow
from app.workspace import apply, capture, owner
from app.workspace_file import Layout

SLACK_PX = 6
"""Chosen: Qt shares rounding out over a row of docks; nobody drags a border by less on purpose."""
TOUCHED_PX = 32
"""Chosen: after a workspace was shown Qt moves borders by up to this when panels say later what they need; who wants another size moves
them by more."""
MOST_UNDONE = 50
"""Layouts kept to go back to; chosen: more than anybody counts."""


@dataclass(frozen=True)
class Kept:
    """stood: the first window's panels to the pixel; Qt shares room out a little otherwise when it reads a layout back."""

    layout: Layout
    stood: Stood


class LayoutHistory(QObject):
    """Watches the windows' docks; undo() and redo() walk over the layouts that were. strips: those of the window, its own if none."""

    def __init__(self, window: TerminalWindow, strips: Strips | None = None) -> None:
        super().__init__(window)
        self._window, self._strips = window, strips or Strips(window)
        self._before: list[Kept] = []
        self._after: list[Kept] = []
        self._now: Kept | None = None
        self._standing = Standing([], {}, {})
        self._due = self._busy = False
        self._arrangements = 0
        window.docking.changed.connect(self.note)
        self._strips.about.connect(self.look)
        self._strips.room_changed.connect(self.note)

    def begin(self) -> None:
        """What stands now is the beginning."""
        self._before, self._after = [], []
        self._now, self._standing = self._look_closely(), standing(self._window)
        self._arrangements = self._window.docking.arrangements

    def note(self) -> None:
        """Something moved: looks once, when everything that moves with it has."""
        if not self._due and not self._busy and self._now is not None:
            self._due = True
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            self.look()
            return True
        return super().event(event)

    def look(self) -> None:
        self._due = False
        if self._now is None or self._busy:
            return
        found, docking = standing(self._window), self._window.docking
        if found.same(self._standing):
            if found.places.keys() != self._standing.places.keys():
                # Another tab is in front: no step, but the way back leads to it.
                self._now, self._standing = self._look_closely(), found
            elif found.rooms != self._standing.rooms:
                # From here on: a border that is dragged in the new room must be noticed.
                self._standing = found
            return
        docking.untouched = docking.untouched and (docking.arrangements != self._arrangements or self._only_opened(found))
        self._arrangements = docking.arrangements
        self._before = [*self._before[-MOST_UNDONE:], self._now]
        self._after = []
        self._strips.moved()
        self._now, self._standing = self._look_closely(), found
        self._window.layout_changed.emit()

    def undo(self) -> bool:
        self.look()
        return self._walk(self._before, self._after)

    def redo(self) -> bool:
        self.look()
        return self._walk(self._after, self._before)

    def _walk(self, source: list[Kept], other: list[Kept]) -> bool:
        if not source or self._now is None:
            return False
        other.append(self._now)
        self._now = source.pop()
        self._busy = True
        stood_open, front = set(self._window.open_panels()), self._fronts()
        try:
            with self._strips.lifted():
                apply(self._window, self._now.layout, move_windows=False)
                self._strips.give_back(self._now.stood)
                self._bring_to_front(stood_open, front)
        finally:
            self._busy = False
        self._standing = standing(self._window)
        self._window.layout_changed.emit()
        return True

    def _bring_to_front(self, stood_open: set[str], front: list[str]) -> None:
        """Of each group of tabs what was in front stays there, but for a panel that comes back now and had been in front."""
        assert self._now is not None
        back = [key for one in self._now.layout.windows for key in one.sizes if key not in stood_open]
        for one in self._windows():
            fronts.to_front(one, self._window.docks, [*front, *back])

    def _fronts(self) -> list[str]:
        return [key for one in self._windows() for key in fronts.in_front(one, self._window.docks)]

    def _windows(self) -> list[QMainWindow]:
        return [self._window, *self._window.docking.sides.values()]

    def _only_opened(self, found: "Standing") -> bool:
        """Nothing was done to the panels of the workspace; another one was opened as a tab or floats, or closed again."""
        ids = layout.panels_of(self._window.workspace_name, self._window.width()) if self._window.workspace_name in layout.TREES else ()
        return found.of(ids).same(self._standing.of(ids), TOUCHED_PX)

    def _look_closely(self) -> Kept:
        stood = self._strips.stood()
        return Kept(capture(self._window, stood.whole), stood)


@dataclass(frozen=True)
class Standing:
    """How the panels stand. rooms: sizes of the windows below what stands at their top, by number. places: of what can be seen, by key."""

    structure: list[tuple[int, str, str, bool, list[str]]]
    rooms: dict[int, QSize]
    places: dict[str, QRect]

    def of(self, ids: Iterable[str]) -> "Standing":
        """Those panels alone."""
        kept = set(ids)
        structure = [(*one[:4], [key for key in one[4] if key in kept]) for one in self.structure if one[1] in kept]
        return Standing(structure, self.rooms, {key: place for key, place in self.places.items() if key in kept})

    def same(self, other: "Standing", slack_px: int = SLACK_PX) -> bool:
        """Panels that grew with their room, or by a few pixels when Qt laid them out again, stand where they stood."""
        if self.structure != other.structure:
            return False
        both = self.places.keys() & other.places.keys()
        return self.rooms != other.rooms or all(_near(self.places[key], other.places[key], slack_px) for key in both)


def _near(one: QRect, two: QRect, slack_px: int) -> bool:
    pairs = ((one.left(), two.left()), (one.top(), two.top()), (one.right(), two.right()), (one.bottom(), two.bottom()))
    return all(abs(a - b) <= slack_px for a, b in pairs)


def standing(window: TerminalWindow) -> Standing:
    windows: dict[int, QMainWindow] = {1: window, **window.docking.sides}
    for one in windows.values():
        # Before that, the neighbours of a panel that was just closed stand as if it were there, and would be a step of their own.
        layout.settle(one)
    structure: list[tuple[int, str, str, bool, list[str]]] = []
    places: dict[str, QRect] = {}
    for number, one in windows.items():
        for key, dock in sorted(window.docks.items()):
            if dock.isHidden() or owner(dock) is not one:
                continue
            beside = sorted(other.objectName() for other in one.tabifiedDockWidgets(dock))
            structure.append((number, key, dock.link, dock.isFloating(), beside))
            if dock.is_seen() and not dock.isFloating():
                places[key] = dock.geometry()
    return Standing(structure, {number: _room(one) for number, one in windows.items()}, places)


def _room(window: QMainWindow) -> QSize:
    top = window.menuWidget()
    return window.size() - QSize(0, top.height() if top is not None else 0)
