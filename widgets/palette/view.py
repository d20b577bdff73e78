"""The command palette: a line to type in, and what matches: actions with their keys, and what else can be found; laid over the window.

Invariants: it is a child of the window, never a dialog, so nothing waits for it; Enter runs the marked action after the
palette is gone; Esc gives the focus back, a click elsewhere leaves it there, and both close it. A disabled action is
shown and does not run. What a row does is not its business.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from widgets.keyboard import take_keys
from widgets.palette.found import Found, Searched, begins_words
from widgets.palette.model import ranked
from widgets.style import GRID_PX, HEADING_PX, SMALL_PX, Theme, font, px
from widgets.tongue import mark, tr
from widgets.type_face import TypeFace

WIDTH_PX = 520
LINE_PX = 28
LINES = 11
NO_PARENT = QModelIndex()
NOTHING = mark("Nothing has these letters or words: try fewer.")
Search = Callable[[], Searched]


class ActionList(QAbstractListModel):
    """What matches, best first: actions with the typed words in their names, what else was found, actions with the letters only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions: list[QAction] = []
        self._shown: list[QAction | Found] = []
        self._search: Search | None = None
        self._searched: Searched | None = None

    def set_actions(self, actions: Sequence[QAction], search: Search | None = None) -> None:
        """search: asked once, when the first letter is typed."""
        self._actions, self._search, self._searched = list(actions), search, None
        self.filter("")

    def filter(self, typed: str) -> None:
        if self._searched is None and self._search is not None and typed.strip():
            self._searched = self._search()
        self.beginResetModel()
        named: list[QAction | Found] = []
        lettered: list[QAction | Found] = []
        for index in ranked(typed, [words(action) for action in self._actions]):
            action = self._actions[index]
            (named if begins_words(typed, words(action)) else lettered).append(action)
        found = self._searched.matching(typed) if self._searched is not None else []
        self._shown = [*named, *found, *lettered]
        self.endResetModel()

    def action(self, row: int) -> QAction | Found | None:
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        action = self.action(index.row())
        if action is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return words(action)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{words(action)} {keys(action)}".strip()
        return None


def words(action: QAction | Found) -> str:
    return action.words if isinstance(action, Found) else action.text().replace("&", "").removesuffix("…")


def keys(action: QAction | Found) -> str:
    """What stands on the right."""
    if isinstance(action, Found):
        return action.kind
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText).replace("+Del", "+Delete")


class ActionLine(QStyledItemDelegate):
    """Words on the left, the key on the right."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._face, self._key = TypeFace(HEADING_PX), TypeFace(SMALL_PX)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(WIDTH_PX, LINE_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        action = model.action(index.row()) if isinstance(model, ActionList) else None
        if action is None:
            return
        theme, rect = self.theme, QRect(option.rect)
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        if marked:
            painter.fillRect(rect, theme.color("selection_fill"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.color("selection"))
        able, on = (True, False) if isinstance(action, Found) else (action.isEnabled(), action.isChecked())
        self._face.use(painter)
        painter.setPen(theme.color("text" if able else "muted"))
        note = tr(" (not now)") if not able else tr(" (on)") if on else ""
        text = words(action) + note
        room = rect.width() - 8 * GRID_PX - int(self._key.width(keys(action)))
        text = self._face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        self._face.left(painter, rect.left() + 3 * GRID_PX, rect.top(), rect.height(), text)
        self._key.use(painter)
        painter.setPen(theme.color("text" if marked else "muted"))
        self._key.right(painter, rect.right() - 3 * GRID_PX, rect.top(), rect.height(), keys(action))


class Palette(QFrame):
    """open(actions) shows it over its parent. ran: the action, or what else was found, that was run."""

    ran = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._over = theme, parent
        self._focus_before: QWidget | None = None
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("What do you want to do?"))
        self.field.setAccessibleName(tr("Command palette: letters of an action, or words of an instrument, an order, a setting"))
        self.field.setFont(font(HEADING_PX + 1))
        self.field.setFrame(False)
        self.field.setFixedHeight(px(36))
        self.field.setTextMargins(2 * GRID_PX, 0, 2 * GRID_PX, 0)
        self.actions_shown = ActionList(self)
        self.list = QListView(self)
        self.list.setModel(self.actions_shown)
        self._line = ActionLine(theme, self)
        self.list.setItemDelegate(self._line)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("What matches"))
        self.list.clicked.connect(lambda index: self._run(index.row()))
        self.list.viewport().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        parent.installEventFilter(self)
        self.setAccessibleName(tr("Command palette"))
        self.hide()

    def open(self, actions: Sequence[QAction], search: Search | None = None) -> None:
        self._focus_before = self.window().focusWidget()
        self.actions_shown.set_actions(actions, search)
        self.field.clear()
        self._filter("")
        self.show()
        self.raise_()
        take_keys(self.field, Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        if not self.isHidden():
            self.hide()
            if self._focus_before is not None and isValid(self._focus_before):
                self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._focus_before = None

    def place(self) -> None:
        """Upper middle of the parent, cut to its size."""
        room = self._over.size()
        width = min(WIDTH_PX, room.width() - 8 * GRID_PX)
        lines = max(1, min(self.actions_shown.rowCount(), LINES))
        height = min(self.field.height() + lines * LINE_PX + 3, room.height() - 8 * GRID_PX)
        top = max(4 * GRID_PX, min(room.height() // 7, room.height() - height - 4 * GRID_PX))
        self.setGeometry((room.width() - width) // 2, top, width, height)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._line.theme = theme
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over:
            if event.type() == QEvent.Type.Resize and not self.isHidden():
                self.place()
            return False
        if watched is self.list.viewport():
            if event.type() == QEvent.Type.Paint and not self.actions_shown.rowCount():
                self._paint_nothing()
                return True
            return False
        if event.type() == QEvent.Type.FocusOut:
            if not self.isHidden() and not self.isAncestorOf(self.window().focusWidget() or self):
                self._focus_before = None
                self.hide()
            return False
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.actions_shown.set_actions(())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("raised"))
        painter.setPen(self._theme.color("selection"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        row = self.list.currentIndex().row()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: LINES - 1, Qt.Key.Key_PageUp: 1 - LINES}
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(row)
        elif Qt.Key(key) in steps:
            self._mark(row + steps[Qt.Key(key)])
        else:
            return False
        return True

    def _filter(self, typed: str) -> None:
        self.actions_shown.filter(typed)
        self._mark(0)
        self.place()

    def _mark(self, row: int) -> None:
        rows = self.actions_shown.rowCount()
        if rows:
            self.list.setCurrentIndex(self.actions_shown.index(max(0, min(row, rows - 1))))

    def _run(self, row: int) -> None:
        action = self.actions_shown.action(row)
        if action is None or (isinstance(action, QAction) and not action.isEnabled()):
            return
        self.close_palette()
        if isinstance(action, Found):
            action.run()
        else:
            action.trigger()
        self.ran.emit(action)

    def _paint_nothing(self) -> None:
        painter = QPainter(self.list.viewport())
        painter.fillRect(self.list.viewport().rect(), self._theme.color("panel"))
        painter.setPen(self._theme.color("muted"))
        painter.setFont(font(HEADING_PX))
        room = self.list.viewport().rect().adjusted(3 * GRID_PX, 2 * GRID_PX, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignTop), tr(NOTHING))
