"""Layouts taken from the windows and put back: the one at the last close, named ones, and the way back to the one before.

Invariants: a file that cannot be used costs the layout, never the start, is kept aside, and one sentence says so; a window is
never put where no screen is; undo changes where panels stand, nothing else.
"""

from dataclasses import dataclass
from pathlib import Path

import msgspec
from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QObject, QRect, QSize
from PySide6.QtWidgets import QMainWindow, QWidget

from app import kept_file, layout, workspace_file
from app.layout import TREES, hide_left_tabs
from app.screens import clamp
from app.window import TerminalWindow
from app.workspace_file import VERSION, Layout, Placed, Unusable, WindowLayout
from widgets.style import THEMES
from widgets.tongue import joined, told

SLACK_PX = 6
"""Chosen: Qt shares rounding out over a row of docks; nobody drags a border by less on purpose."""
MOST_UNDONE = 50
"""Layouts kept to go back to; chosen: more than anybody counts."""


class Workspace:
    """path: the last layout. Named ones are beside it, in the folder workspaces. with_theme: whether the last layout brings its own."""

    def __init__(self, path: Path, with_theme: bool = True) -> None:
        self.path, self._with_theme = path, with_theme
        self.folder = path.parent / "workspaces"

    # the last layout ------------------------------------------------------------------------------------------------

    def save(self, window: TerminalWindow, durable: bool = True, before: WindowLayout | None = None) -> str:
        """Returns one sentence when it could not be written, else nothing. before: see capture()."""
        return self._write(self.path, capture(window, before), durable)

    def restore(self, window: TerminalWindow) -> str:
        """Call after show(). Returns one sentence when the saved layout could not be used whole, else nothing."""
        return self._load(self.path, window)

    # named ----------------------------------------------------------------------------------------------------------

    def names(self) -> list[str]:
        return workspace_file.names(self.folder)

    def save_as(self, window: TerminalWindow, name: str, before: WindowLayout | None = None) -> str:
        wrong = workspace_file.bad_name(name)
        if wrong:
            return wrong
        window.workspace_name = name.strip()
        kept = capture(window, before)
        return self._write(self._path_of(name), Layout(VERSION, kept.name, "", kept.windows, kept.memos), True)

    def show(self, window: TerminalWindow, name: str) -> str:
        """A built-in workspace, or a saved one."""
        if name in TREES:
            window.arrange(name)
            return ""
        path = self._path_of(name)
        return self._load(path, window) if path.exists() else told("There is no workspace {name}.", name=name)

    def forget(self, name: str) -> str:
        if name in TREES:
            return told("{name} is built in and stays.", name=name)
        try:
            self._path_of(name).unlink()
        except OSError as error:
            return told("The workspace {name} could not be deleted: {strerror}.", name=name, strerror=error.strerror)
        return ""

    # parts ----------------------------------------------------------------------------------------------------------

    def _path_of(self, name: str) -> Path:
        return workspace_file.path_of(self.folder, name)

    def _write(self, path: Path, kept: Layout, durable: bool) -> str:
        try:
            workspace_file.write(path, kept, durable)
        except OSError as error:
            return told("The layout could not be saved to {path}: {strerror}.", path=path, strerror=error.strerror)
        return ""

    def _load(self, path: Path, window: TerminalWindow) -> str:
        before = window.geometry()
        try:
            kept = workspace_file.read(path)
            if kept is None:
                return ""
            unknown = apply(window, kept if self._with_theme else msgspec.structs.replace(kept, theme=""))
        except Unusable as why:
            window.setGeometry(before)
            window.arrange(layout.FIRST)
            aside = kept_file.set_aside(path)
            where = told(", and the file is kept as {aside}", aside=aside) if aside else ""
            return told("The saved layout {name} {why}: the built-in one is shown{where}.", name=path.name, why=why, where=where)
        said = told("The saved layout names panels that do not exist here: {unknown}.", unknown=", ".join(unknown)) if unknown else ""
        unread = window.docking.recall(kept.memos)
        lost = told("What {panels} kept could not be read; as built in now.", panels=", ".join(unread)) if unread else ""
        return joined(said, lost)


# windows <-> Layout -----------------------------------------------------------------------------------------------------


def capture(window: TerminalWindow, before: WindowLayout | None = None) -> Layout:
    """before: how the first window stood before a strip at its top took height from its panels. They count as they stood then."""
    windows: list[tuple[int, QMainWindow]] = [(1, window), *sorted(window.docking.sides.items())]
    placed = [_captured(window, number, one) for number, one in windows]
    first = placed[0]
    if before is not None and (before.panels, before.place[2:], before.maximised) == (first.panels, first.place[2:], first.maximised):
        placed[0] = msgspec.structs.replace(first, state=before.state)
    return Layout(VERSION, window.workspace_name, window.theme.name, placed, window.docking.memos())


def _captured(window: TerminalWindow, number: int, one: QMainWindow) -> WindowLayout:
    room = one.normalGeometry() if one.isMaximized() else one.geometry()
    panels = [
        Placed(key, dock.link) for key, dock in sorted(window.docking.docks.items())
        if window.is_open(dock) and _owner(dock) is one
    ]
    return WindowLayout(
        number, (room.x(), room.y(), room.width(), room.height()), one.isMaximized(), bytes(one.saveState(VERSION).data()), panels
    )


def _owner(dock: QWidget) -> QWidget | None:
    """The window with docks that keeps it, also through a floating group."""
    around = dock.parentWidget()
    while around is not None and not isinstance(around, QMainWindow):
        around = around.parentWidget()
    return around


def apply(window: TerminalWindow, kept: Layout, move_windows: bool = True) -> list[str]:
    """Returns keys of panels that do not exist here. move_windows: also the first window goes to its place. Raises Unusable."""
    docking = window.docking
    if move_windows and kept.theme in THEMES:
        window.choose_theme(kept.theme)
    unknown: list[str] = []
    wanted = {one.number for one in kept.windows}
    open_keys = {placed.key for one in kept.windows for placed in one.panels}
    for number in [number for number in docking.sides if number not in wanted]:
        docking.close_side(number, tell=False)
    for key in [key for key in docking.docks if key not in open_keys]:
        docking.docks[key].hide()
        if "." in key:
            docking.remove(docking.docks[key])
    for one in sorted(kept.windows, key=lambda one: one.number):
        unknown += _put(window, one, move_windows)
    window.workspace_name = kept.name
    return sorted(unknown)


def _put(window: TerminalWindow, kept: WindowLayout, move_first: bool) -> list[str]:
    docking = window.docking
    target = window if kept.number == 1 else docking.side(kept.number)
    if target is None:
        return [placed.key for placed in kept.panels]
    if target is not window or move_first:
        target.setGeometry(QRect(*kept.place))
        clamp(target)
    unknown = []
    for placed in kept.panels:
        dock = docking.dock(placed.key)
        if dock is None:
            unknown.append(placed.key)
            continue
        docking.move(dock, target)
        docking.link(dock, placed.link)
        if target.dockWidgetArea(dock) is layout.AREAS["left"].NoDockWidgetArea:
            target.addDockWidget(layout.AREAS[dock.panel.area], dock)
    if kept.maximised and (target is not window or move_first):
        target.showMaximized()
    elif target is not window:
        target.show()
    if not target.restoreState(QByteArray(kept.state), VERSION):
        raise Unusable(told("holds no usable panel layout"))
    open_keys = {placed.key for placed in kept.panels}
    for key, dock in docking.docks.items():
        if _owner(dock) is target:
            # What the saved state says of a dock that a person cut out of the list, or wrote into it by hand, does not count.
            dock.setVisible(key in open_keys)
            if dock.isFloating():
                clamp(dock)
    hide_left_tabs(target, docking.docks)
    return unknown


# the way back -----------------------------------------------------------------------------------------------------------


class LayoutHistory(QObject):
    """Watches the windows' docks; undo() and redo() walk over the layouts that were."""

    def __init__(self, window: TerminalWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: list[Layout] = []
        self._after: list[Layout] = []
        self._now: Layout | None = None
        self._standing = Standing((), {}, {})
        self._due = self._busy = False
        window.docking.changed.connect(self.note)

    def begin(self) -> None:
        """What stands now is the beginning."""
        self._before, self._after = [], []
        self._now, self._standing = capture(self._window), standing(self._window)

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
        found = standing(self._window)
        if found.same(self._standing):
            return
        self._before = [*self._before[-MOST_UNDONE:], self._now]
        self._after = []
        self._now, self._standing = capture(self._window), found
        self._window.layout_changed.emit()

    def undo(self) -> bool:
        self.look()
        return self._walk(self._before, self._after)

    def redo(self) -> bool:
        self.look()
        return self._walk(self._after, self._before)

    def _walk(self, source: list[Layout], other: list[Layout]) -> bool:
        if not source or self._now is None:
            return False
        other.append(self._now)
        self._now = source.pop()
        self._busy = True
        try:
            apply(self._window, self._now, move_windows=False)
        finally:
            self._busy = False
        self._standing = standing(self._window)
        self._window.layout_changed.emit()
        return True


@dataclass(frozen=True)
class Standing:
    """How the panels stand. windows: sizes by number. places: of what can be seen, by key."""

    structure: object
    windows: dict[int, QSize]
    places: dict[str, QRect]

    def same(self, other: "Standing") -> bool:
        """Panels that grew with their window, or by a few pixels when Qt laid them out again, stand where they stood."""
        if self.structure != other.structure:
            return False
        both = self.places.keys() & other.places.keys()
        return self.windows != other.windows or all(_near(self.places[key], other.places[key]) for key in both)


def _near(one: QRect, two: QRect) -> bool:
    pairs = ((one.left(), two.left()), (one.top(), two.top()), (one.right(), two.right()), (one.bottom(), two.bottom()))
    return all(abs(a - b) <= SLACK_PX for a, b in pairs)


def standing(window: TerminalWindow) -> Standing:
    windows: dict[int, QMainWindow] = {1: window, **window.docking.sides}
    for one in windows.values():
        # Before that, the neighbours of a panel that was just closed stand as if it were there, and would be a step of their own.
        layout.settle(one)
    structure, places = [], {}
    for number, one in windows.items():
        for key, dock in sorted(window.docks.items()):
            if dock.isHidden() or _owner(dock) is not one:
                continue
            beside = sorted(other.objectName() for other in one.tabifiedDockWidgets(dock))
            structure.append((number, key, dock.link, dock.isFloating(), beside))
            if dock.is_seen() and not dock.isFloating():
                places[key] = dock.geometry()
    return Standing(structure, {number: one.size() for number, one in windows.items()}, places)
