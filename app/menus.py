"""The table of actions as Qt actions and menus."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.actions import GLOBAL, MENUS, REPEATING, Action
from widgets.tongue import tr


def make(window: QWidget, rows: Iterable[Action]) -> dict[str, QAction]:
    """By id; keys work while the window, or one of its floating docks, is in front."""
    made: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for row in rows:
        action = QAction(window)
        if row.key:
            action.setShortcuts([QKeySequence(key) for key in row.key.split("; ")])
        action.setShortcutContext(
            Qt.ShortcutContext.ApplicationShortcut if row.id in GLOBAL else Qt.ShortcutContext.WindowShortcut
        )
        action.setAutoRepeat(row.id in REPEATING)
        say(action, row)
        action.triggered.connect(lambda checked=False, run=row.run: run())
        if row.check:
            action.setCheckable(True)
            groups.setdefault(row.menu, QActionGroup(window)).addAction(action)
        window.addAction(action)
        made[row.id] = action
    return made


def say(action: QAction, row: Action) -> None:
    """The row's words, in the language that they were made in."""
    action.setText(row.text)
    action.setToolTip(row.said)
    action.setStatusTip(row.said)


def with_letter(title: str) -> str:
    """The letter that opens the menu together with Alt stays the English one: where it is no letter of the word, it follows it."""
    said = tr(title)
    return f"&{said}" if said.startswith(title[0]) else f"{said}(&{title[0]})"


def fill(
    bar: QMenuBar, rows: Iterable[Action], actions: Mapping[str, QAction], fill_panels: Callable[[QMenu], None]
) -> dict[str, QMenu]:
    """By title. fill_panels: puts the panels into View's own list of them, each time it is opened."""
    menus: dict[str, QMenu] = {}
    for title in MENUS:
        menus[title] = menus["View"].addMenu(tr(title)) if title == "Theme" else bar.addMenu(with_letter(title))
    panels = menus["View"].addMenu(tr("Panels"))
    panels.aboutToShow.connect(lambda: fill_panels(panels))
    menus["Panels"] = panels
    for row in rows:
        if row.gap:
            menus[row.menu].addSeparator()
        menus[row.menu].addAction(actions[row.id])
    return menus
