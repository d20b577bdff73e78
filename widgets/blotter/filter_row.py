"""The filter row: one text a column under the header, painted; the one being typed is a field over its cell.

Invariant: what is typed takes effect with each letter; what cannot be a filter stays as it is, underlined, and its sentence is told by
whoever owns the row. Tab goes on to the next column, Enter back to the rows, Esc clears the cell, and once more leaves it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from widgets.blotter.columns import Column, Kind
from widgets.blotter.painting import PAD_PX
from widgets.flat import FlatField
from widgets.style import ROW_PX, SMALL_PX, Theme
from widgets.tongue import Table, tr
from widgets.type_face import TypeFace

if TYPE_CHECKING:
    from widgets.blotter.table import BlotterTable

LEAST_PX = 72
HOW = Table({
    Kind.WORD: "a word of it; several with commas, !word: all others", Kind.ID: "a part of it", Kind.NUMBER: ">5, <=10, 5..10 or =5",
    Kind.TIME: ">14:30, 9:05..9:20 or 14 (UTC)",
})


class FilterRow(QWidget):
    typed = Signal(str, str)
    """Column and text, with each letter."""
    left = Signal()

    def __init__(self, theme: Theme, table: "BlotterTable") -> None:
        super().__init__(table)
        self._theme, self._table = theme, table
        self._face = TypeFace(SMALL_PX)
        self.column = ""
        self.field = FlatField(theme, tr("Filter"), "", self)
        self.field.hide()
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        self.setAccessibleName(tr("Filters of the columns"))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.field.set_theme(theme)
        self.update()

    def columns(self) -> list[Column]:
        return [place.column for place in self._table.places if place.column.kind is not Kind.MARK]

    def edit(self, name: str = "") -> None:
        """Of the column, of the one that was last, or of the first word."""
        columns = self.columns()
        names = [column.name for column in columns]
        words = [column.name for column in columns if column.kind is Kind.WORD]
        wanted = next((one for one in (name, self.column, *words, *names) if one in names), "")
        if not wanted:
            return
        self.column = ""
        self.field.setText(self._table.rows.texts.get(wanted, ""))
        self.column = wanted
        column = self._table.rows.columns[wanted]
        self.field.setAccessibleName(tr("Filter of {words}", words=column.words))
        self.field.setToolTip(tr(
            "{words}: {kind}. Tab: next column, Enter: to the rows, Esc: clear.",
            words=column.words, kind=HOW[column.kind],
        ))
        self.field.set_wrong(wanted in self._table.rows.errors)
        place = self._table.place_of(wanted)
        if place is not None:
            self._table.reveal_column(place)
        self.follow()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def follow(self) -> None:
        """The columns stand elsewhere."""
        place = self._table.place_of(self.column)
        if place is None:
            self.field.hide()
        else:
            width = max(place.width, LEAST_PX)
            left = min(self._table.x_of(place), self.width() - width)
            self.field.setGeometry(max(left, 0), 0, width, ROW_PX)
        self.update()

    def _on_typed(self, text: str) -> None:
        if self.column:
            self.typed.emit(self.column, text)
            self.field.set_wrong(self.column in self._table.rows.errors)

    def _step(self, by: int) -> None:
        names = [column.name for column in self.columns()]
        if self.column in names:
            self.edit(names[(names.index(self.column) + by) % len(names)])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._step(1 if key == Qt.Key.Key_Tab else -1)
                return True
            if key == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Down):
                self.leave()
                return True
        if event.type() == QEvent.Type.FocusOut:
            self.field.hide()
            self.update()
        return super().eventFilter(watched, event)

    def leave(self) -> None:
        self.field.hide()
        self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._table.place_at(round(event.position().x()))
        if place is not None and place.column.kind is not Kind.MARK:
            self.edit(place.column.name)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._table.place_at(event.pos().x())
            if place is not None and place.column.kind is not Kind.MARK:
                how = f"{place.column.words}: {HOW[place.column.kind]}"
                said = self._table.rows.errors.get(place.column.name) or self._table.rows.texts.get(place.column.name, "")
                QToolTip.showText(event.globalPos(), f"{said}\n{how}".strip(), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rows = QPainter(self), self._theme, self._table.rows
        painter.fillRect(event.rect(), theme.color("panel"))
        self._face.use(painter)
        for place in self._table.places:
            name, left = place.column.name, self._table.x_of(place)
            if place.column.kind is Kind.MARK:
                continue
            text, wrong = rows.texts.get(name, ""), name in rows.errors
            ground = QRect(left + 1, 2, place.width - 2, ROW_PX - 4)
            painter.fillRect(ground, theme.color("raised"))
            if wrong:
                painter.fillRect(QRect(ground.left(), ground.bottom() - 1, ground.width(), 2), theme.color("critical"))
            if text:
                painter.setPen(theme.color("critical" if wrong else "text"))
                cut = self._face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width - 2 * PAD_PX)
                self._face.left(painter, left + PAD_PX, 0, ROW_PX, cut)
        painter.fillRect(QRect(0, ROW_PX - 1, self.width(), 1), theme.color("hairline"))
