"""Where a symbol is typed to be added: a field, and below it the instruments that match, one of them marked.

Invariant: nothing is added but an instrument that is listed; what cannot be found is said here and stays in the field.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.domain.instrument import Instrument
from widgets.flat import FlatField
from widgets.style import GRID_PX, ROW_PX, SMALL_PX, Theme
from widgets.tongue import tr
from widgets.type_face import TypeFace

PAD_PX = 2 * GRID_PX
WIDE_PX = 320


class SymbolField(FlatField):
    """left: the keys went somewhere else."""

    stepped = Signal(int)
    given_up = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class AddField(QWidget):
    """matches: the listed instruments for a text, best first."""

    added = Signal(object)
    """The instrument that was chosen."""
    asked = Signal(str)
    """Enter on a text of which nothing is marked."""
    closed = Signal()

    def __init__(self, theme: Theme, matches: Callable[[str], Sequence[Instrument]], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._find = theme, matches
        self._face, self._strong, self._small = TypeFace(), TypeFace(strong=True), TypeFace(SMALL_PX)
        self.matches: list[Instrument] = []
        self.marked = -1
        self.sentence = ""
        self.field = SymbolField(theme, tr("Symbol to add"), tr("Arrows choose, Enter adds, Esc closes"), self)
        self.field.setPlaceholderText(tr("Symbol to add"))
        self.field.setMaxLength(60)
        self.field.textChanged.connect(self._on_text)
        self.field.returnPressed.connect(self._enter)
        self.field.stepped.connect(self._step)
        self.field.given_up.connect(self.closed)
        self.field.left.connect(self.closed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def sizeHint(self) -> QSize:
        rows = max(len(self.matches), 1 if self.sentence else 0)
        return QSize(WIDE_PX, ROW_PX + 2 * GRID_PX + rows * ROW_PX)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.field.set_theme(theme)
        self.update()

    def open(self, text: str) -> None:
        self.field.setText(text)
        self._on_text(text)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def complain(self, sentence: str) -> None:
        self.sentence = sentence
        self.field.set_wrong(bool(sentence))
        self.field.setAccessibleDescription(sentence)
        self._fit()

    def _on_text(self, text: str) -> None:
        self.matches = list(self._find(text))
        self.marked = 0 if self.matches else -1
        self.complain("")

    def _step(self, step: int) -> None:
        if self.matches:
            self.marked = (self.marked + step) % len(self.matches)
            self.update()

    def _enter(self) -> None:
        if 0 <= self.marked < len(self.matches):
            self.added.emit(self.matches[self.marked])
        else:
            self.asked.emit(self.field.text())

    def _fit(self) -> None:
        parent = self.parentWidget()
        width = min(WIDE_PX, parent.width() if parent is not None else WIDE_PX)
        self.resize(width, min(self.sizeHint().height(), parent.height() - self.y() if parent is not None else 400))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.field.setGeometry(PAD_PX, GRID_PX, self.width() - 2 * PAD_PX, ROW_PX)

    def row_rect(self, index: int) -> QRect:
        return QRect(1, ROW_PX + 2 * GRID_PX + index * ROW_PX, self.width() - 2, ROW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._theme.color
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("raised"))
        painter.setPen(color("hairline"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self.sentence:
            row = self.row_rect(0)
            self._face.use(painter)
            painter.setPen(color("critical"))
            words = self._face.metrics.elidedText(self.sentence, Qt.TextElideMode.ElideRight, row.width() - 2 * PAD_PX)
            self._face.left(painter, PAD_PX, row.top(), ROW_PX, words)
            return
        for index, one in enumerate(self.matches):
            row = self.row_rect(index)
            if index == self.marked:
                painter.fillRect(row, color("selection_fill"))
            face = self._strong if index == self.marked else self._face
            face.use(painter)
            painter.setPen(color("text"))
            face.left(painter, PAD_PX + GRID_PX, row.top(), ROW_PX, one.symbol)
            self._small.use(painter)
            painter.setPen(color("text" if index == self.marked else "muted"))
            self._small.right(painter, self.width() - PAD_PX, row.top(), ROW_PX, one.venue)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for index, one in enumerate(self.matches):
            if self.row_rect(index).contains(event.position().toPoint()):
                self.added.emit(one)
                return
