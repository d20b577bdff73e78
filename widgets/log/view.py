"""The log panel: newest lines at the bottom, followed while the last is in sight; the whole of the marked one below."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from widgets.flat import FlatButton, FlatField
from widgets.log import model
from widgets.log.model import LogLine
from widgets.record_list import RecordList
from widgets.style import GRID_PX, SMALL_PX, Theme, px
from widgets.tongue import tr
from widgets.words import Words

DETAIL_PX = 110


class LogView(QWidget):
    asked = Signal(object)
    shown = Signal()
    """It can be seen again: whoever has the lines gives them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: Sequence[LogLine] = ()
        self._found: list[LogLine] = []
        self.level = model.LEVELS[0]
        self.levels = {}
        top = QHBoxLayout()
        top.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        for name in model.LEVELS:
            button = FlatButton(tr(name), theme, tr("Show {lower}", lower=tr(name).lower()), tr(
                "Only lines of this importance and above: {lower}",
                lower=tr(name).lower(),
            ))
            button.setCheckable(True)
            button.clicked.connect(lambda checked=False, name=name: self.choose(name))
            self.levels[name] = button
            top.addWidget(button)
        self.search = FlatField(theme, tr("Search the log"), tr("Words of a line"))
        self.search.setPlaceholderText(tr("Search"))
        self.search.textChanged.connect(lambda text: self._fill(False))
        top.addWidget(self.search, 1)
        self.where = Words(theme, SMALL_PX, token="muted")
        self.where.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, GRID_PX)
        self.list = RecordList(theme, model.COLUMNS, tr("Log lines"), model.EMPTY, follows_end=True)
        self.list.marked.connect(self._tell)
        self.detail = QPlainTextEdit()
        self.detail.setReadOnly(True)
        self.detail.setTabChangesFocus(True)
        self.detail.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.detail.setFixedHeight(DETAIL_PX)
        self.detail.setAccessibleName(tr("The whole of the marked line"))
        self.detail.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.detail)
        column.addWidget(self.where)
        self.setFocusProxy(self.list)
        self.setAccessibleName(tr("Log"))
        self.choose(self.level)

    def give(self, lines: Sequence[LogLine]) -> None:
        self._lines = lines
        self._fill(True)

    def say_where(self, sentence: str) -> None:
        self.where.say(sentence)

    def choose(self, level: str) -> None:
        self.level = level
        for name, button in self.levels.items():
            button.setChecked(name == level)
        self._fill(False)

    def look(self) -> None:
        """It draws no pictures."""

    def draw(self, picture: Any) -> None: ...

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        parts: tuple[Any, ...] = (*self.levels.values(), self.search, self.where, self.list)
        for part in parts:
            part.set_theme(theme)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(560), px(260))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(300), px(120))

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.shown.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))

    def _fill(self, keep_place: bool) -> None:
        self._found = model.found(self._lines, self.level, self.search.text())
        self.list.show_records([model.record(line) for line in self._found], keep_place)
        if not keep_place:
            self.list.to_end()
        if self.list.current < 0:
            self.detail.hide()

    def _tell(self, index: int) -> None:
        line = self._found[index]
        self.detail.setPlainText(f"{line.message}\n{line.error}".rstrip())
        self.detail.show()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
