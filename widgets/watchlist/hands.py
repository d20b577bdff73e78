"""The watchlist by keys and by its menu: choose, add, remove, reorder."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from widgets.action_keys import in_menu, key_of
from widgets.keyboard import pressed
from widgets.tongue import mark, tr

if TYPE_CHECKING:
    from widgets.watchlist.view import WatchlistView

HINT = mark(
    "Type a symbol to add it. {remove} takes one out, Alt with the arrows moves it, {dense}: one line or two. The menu has all of it"
)


def hint() -> str:
    return tr(HINT, remove=key_of("watchlist.remove"), dense=key_of("watchlist.dense"))


def menu_of(view: "WatchlistView") -> QMenu:
    """For popup(): what may be done now to the marked line and to the list."""
    index = view.marked()
    last = len(view.symbols.entries) - 1
    symbol = view.symbols.entries[index].name.rpartition(":")[2] if index >= 0 else "it"
    rows: tuple[tuple[str, Callable[[], object], bool], ...] = (
        (in_menu(tr("Add a symbol\u2026"), "watchlist.add"), view.open_add, True),
        (in_menu(tr("Remove {symbol}", symbol=symbol).replace("&", "&&"), "watchlist.remove"), view.remove, index >= 0),
        (tr("Move up\tAlt+Up"), lambda: view.move_line(index, index - 1), index > 0),
        (tr("Move down\tAlt+Down"), lambda: view.move_line(index, index + 1), 0 <= index < last),
        (tr("Move to the top"), lambda: view.move_line(index, 0), index > 0),
        (tr("Show every listed instrument"), view.show_all, view.symbols.own is not None),
        (
            in_menu(tr("{two_lines} an instrument", two_lines=tr("Two lines") if view.is_dense() else tr("One line")), "watchlist.dense"),
            view.toggle_dense, True,
        ),
    )
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for text, run, may in rows:
        action = menu.addAction(text)
        action.setEnabled(may)
        action.triggered.connect(lambda _checked=False, run=run: run())
    return menu


def press(view: "WatchlistView", event: QKeyEvent) -> bool:
    """Whether the key means something here."""
    keys, modifiers, index = Qt.Key, event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, view.marked()
    key, last, page = Qt.Key(event.key()), len(view.symbols.entries) - 1, view.page()
    does: dict[str, Callable[[], object]] = {
        "watchlist.add": view.open_add, "watchlist.remove": view.remove, "watchlist.dense": view.toggle_dense,
    }
    run = does.get(pressed("watchlist", event))
    if run is not None:
        run()
    elif modifiers == Qt.KeyboardModifier.AltModifier and key in (keys.Key_Up, keys.Key_Down):
        view.move_line(index, index + (1 if key == keys.Key_Down else -1))
    elif modifiers & ~Qt.KeyboardModifier.ShiftModifier:
        return False
    elif key == keys.Key_Escape and view.is_dragging():
        view.give_up_drag()
    else:
        targets = {
            keys.Key_Up: max(index - 1, 0), keys.Key_Down: min(index + 1, last), keys.Key_Home: 0, keys.Key_End: last,
            keys.Key_PageUp: max(index - page, 0), keys.Key_PageDown: min(index + page, last),
            keys.Key_Return: index, keys.Key_Enter: index, keys.Key_Space: index,
        }
        if key not in targets and not event.text().strip().isalnum():
            return False
        if key in targets:
            view.choose_index(targets[key])
        else:
            view.open_add(event.text())
    return True
