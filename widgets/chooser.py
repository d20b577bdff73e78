"""A flat button that shows one of a few words, and lets another be chosen: from a list that opens, or by the arrow keys.

Invariant: what cannot be chosen now stays in the list, greyed, and says why; a choice is told once, and never while the list is only
looked at. It holds no meaning: values and words come from outside.
"""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QMenu, QWidget

from widgets.flat import RADIUS_PX, FlatButton, outline
from widgets.style import DATA_PX, GRID_PX, ROW_PX, Theme, font

SIGN_PX = 8


class Chooser(FlatButton):
    chosen = Signal(object)

    def __init__(
        self, theme: Theme, name: str, tip: str, words: Mapping[Any, str], says: Mapping[Any, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", theme, name, tip, parent)
        self._name = name
        self._words = dict(words)
        self._refused: dict[Any, str] = {}
        self._value: Any = next(iter(words))
        self._metrics = QFontMetrics(font(DATA_PX))
        self.list = QMenu(self)
        self.list.setToolTipsVisible(True)
        self._actions: dict[Any, QAction] = {}
        for value in self._words:
            action = self._actions[value] = self.list.addAction("")
            action.setCheckable(True)
            action.setToolTip((says or {}).get(value, ""))
            action.triggered.connect(lambda _on=False, value=value: self._choose(value))
        self.clicked.connect(self.open)
        self._name_actions()

    def value(self) -> Any:
        return self._value

    def show_words(self, words: Mapping[Any, str]) -> None:
        if words != self._words:
            self._words = dict(words)
            self._name_actions()

    def _name_actions(self) -> None:
        for value, action in self._actions.items():
            action.setText(self._words[value])
        self._show()

    def show_choice(self, value: Any, refused: Mapping[Any, str] | None = None) -> None:
        """refused: why a value cannot be chosen now."""
        if value == self._value and dict(refused or {}) == self._refused:
            return
        self._value, self._refused = value, dict(refused or {})
        for one, action in self._actions.items():
            action.setEnabled(one not in self._refused)
        self._show()

    def _show(self) -> None:
        self.setText(self._words[self._value])
        self.setAccessibleName(f"{self._name}: {self._words[self._value]}")
        for one, action in self._actions.items():
            action.setChecked(one == self._value)
        self.update()

    def open(self) -> None:
        self.list.popup(self.mapToGlobal(QPoint(0, self.height())))
        self.list.setActiveAction(self._actions[self._value])

    def step(self, by: int) -> None:
        """The next one that can be chosen; around the end it goes on from the other."""
        values = [value for value in self._words if value not in self._refused]
        if values:
            at = values.index(self._value) if self._value in values else 0
            self._choose(values[(at + by) % len(values)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by:
            self.step(by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _choose(self, value: Any) -> None:
        self._show()
        if value != self._value:
            self.chosen.emit(value)

    def sizeHint(self) -> QSize:
        widest = max(self._metrics.horizontalAdvance(word) for word in self._words.values())
        return QSize(widest + 5 * GRID_PX + SIGN_PX, ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._metrics.horizontalAdvance(self.text()) + 4 * GRID_PX + SIGN_PX, ROW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, rect = self._theme, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("hover" if self.isEnabled() and (self.isDown() or self.underMouse()) else "raised"))
        if self.isEnabled():
            painter.drawRoundedRect(rect, RADIUS_PX, RADIUS_PX)
        if self.hasFocus():
            outline(painter, rect, theme.color("selection"), 2.0)
        elif not self.isEnabled():
            outline(painter, rect, theme.color("hairline"), style=Qt.PenStyle.DotLine)
        ink = theme.color(self._tone if self.isEnabled() else "muted")
        painter.setFont(self._plain)
        painter.setPen(ink)
        room = self.rect().adjusted(2 * GRID_PX, 0, -2 * GRID_PX - SIGN_PX, 0)
        text = self._metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        x, y = self.width() - 2.0 * GRID_PX - SIGN_PX / 2, self.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("muted"))
        painter.drawPolygon(QPolygonF([QPointF(x - 4, y - 2), QPointF(x + 4, y - 2), QPointF(x, y + 3)]))
