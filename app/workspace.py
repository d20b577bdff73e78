"""Layouts taken from the windows and put back: the one at the last close, and named ones.

Invariants: a file that cannot be used costs the layout, never the start, is kept aside, and one sentence says so; a window is
never put where no screen is.
"""

from pathlib import Path

import msgspec
from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtWidgets import QMainWindow, QWidget

from app import fronts, kept_file, layout, workspace_file
from app.layout import TREES, hide_left_tabs
from app.screens import clamp
from app.window import TerminalWindow
from app.workspace_file import VERSION, Layout, Placed, Unusable, WindowLayout
from widgets.style import THEMES
from widgets.tongue import joined, told


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
        placed[0] = msgspec.structs.replace(first, state=before.state, sizes=before.sizes)
    return Layout(VERSION, window.workspace_name, window.theme.name, placed, window.docking.memos(), window.docking.untouched)


def _captured(window: TerminalWindow, number: int, one: QMainWindow) -> WindowLayout:
    room = one.normalGeometry() if one.isMaximized() else one.geometry()
    layout.settle(one)
    panels = [
        Placed(key, dock.link) for key, dock in sorted(window.docking.docks.items())
        if window.is_open(dock) and owner(dock) is one
    ]
    return WindowLayout(
        number, (room.x(), room.y(), room.width(), room.height()), one.isMaximized(), bytes(one.saveState(VERSION).data()), panels,
        layout.sizes(one, window.docking.docks),
    )


def owner(dock: QWidget) -> QWidget | None:
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
    window.workspace_name, docking.untouched = kept.name, kept.untouched
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
    if target is window:
        docking.placed = set(docking.panels)
    open_keys = {placed.key for placed in kept.panels}
    for key, dock in docking.docks.items():
        if owner(dock) is target:
            # What the saved state says of a dock that a person cut out of the list, or wrote into it by hand, does not count.
            dock.setVisible(key in open_keys)
            if dock.isHidden() and not _names(kept.state, key):
                # Qt makes a place up for it, a strip along an edge, where it would come when it is opened again.
                target.removeDockWidget(dock)
            if dock.isFloating():
                clamp(dock)
    fronts.to_front(target, docking.docks, kept.sizes)
    hide_left_tabs(target, docking.docks)
    target.update()
    if target.size() == QSize(*kept.place[2:]):
        layout.resize_to(target, docking.docks, kept.sizes)
    return unknown


def _names(state: bytes, key: str) -> bool:
    """Whether Qt's saved state has a place for it: texts are in there with their length in bytes before them."""
    text = key.encode("utf-16-be")
    return len(text).to_bytes(4, "big") + text in state
