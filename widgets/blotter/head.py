"""A blotter's column titles: a click sorts, a drag moves the column, a drag of its right edge makes it wider, the right button and K
show every column."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from widgets.action_keys import with_key
from widgets.blotter.layout import Place
from widgets.blotter.painting import PAD_PX
from widgets.style import ROW_PX, SMALL_PX, Theme
from widgets.tongue import tr
from widgets.type_face import TypeFace

if TYPE_CHECKING:
    from widgets.blotter.table import BlotterTable

SORT_SIGN = {True: "\u2193", False: "\u2191"}
EDGE_PX = 4
DRAG_PX = 6


class Head(QWidget):
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, table: "BlotterTable") -> None:
        super().__init__(table)
        self._theme, self._table = theme, table
        self._face = TypeFace(SMALL_PX)
        self._pressed: Place | None = None
        self._from = 0
        self._resizing = False
        self._dragged_to = -1
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Columns: click sorts, drag moves"))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    # hands ----------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = round(event.position().x())
        if event.button() == Qt.MouseButton.RightButton:
            self.menu_wanted.emit(event.globalPosition().toPoint())
            return
        edge = self._edge_at(x)
        self._pressed, self._resizing = edge or self._table.place_at(x), edge is not None
        self._from, self._dragged_to = x, -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = round(event.position().x())
        if self._pressed is None:
            self.setCursor(Qt.CursorShape.SplitHCursor if self._edge_at(x) is not None else Qt.CursorShape.ArrowCursor)
            return
        if self._resizing:
            self._table.layout_.set_width(self._pressed.column.name, self._pressed.width + x - self._from)
            self._table.place_columns()
        elif self._dragged_to >= 0 or abs(x - self._from) > DRAG_PX:
            places = self._table.places
            middles = [self._table.x_of(place) + place.width // 2 for place in places]
            self._dragged_to = sum(x > middle for middle in middles)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return
        if self._resizing:
            self._table.relaid()
        elif self._dragged_to >= 0:
            self._table.layout_.move(pressed.column.name, self._dragged_to, self.width())
            self._dragged_to = -1
            self._table.relaid()
        else:
            self._table.sort_by(pressed.column.name)
        self._resizing = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        edge = self._edge_at(round(event.position().x()))
        if edge is not None:
            self._table.layout_.widths.pop(edge.column.name, None)
            self._table.relaid()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._table.place_at(event.pos().x())
            if place is not None:
                said = f"{place.column.words}: {place.column.hint}" if place.column.tip else place.column.words
                tip = tr("{said}\nClick sorts, drag moves; the right button: all columns", said=said)
                QToolTip.showText(event.globalPos(), with_key(tip, "blotter.columns"), self)
            return True
        return super().event(event)

    def _edge_at(self, x: int) -> Place | None:
        return next((place for place in self._table.places if abs(self._table.x_of(place) + place.width - x) <= EDGE_PX), None)

    # painting -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, lines = QPainter(self), self._theme, self._table.lines
        painter.fillRect(event.rect(), theme.color("panel"))
        self._face.use(painter)
        for place in self._table.places:
            left = self._table.x_of(place)
            if left + place.width < 0 or left > self.width():
                continue
            column = place.column
            is_sorted = column.name == lines.sort_column
            painter.setPen(theme.color("text" if is_sorted else "muted"))
            title = f"{tr(column.title)} {SORT_SIGN[lines.descending]}".strip() if is_sorted else tr(column.title)
            if self._face.width(title) > place.width - PAD_PX:
                title = self._face.metrics.elidedText(title, Qt.TextElideMode.ElideRight, place.width - PAD_PX)
            if column.right:
                self._face.right(painter, left + place.width - PAD_PX, 0, ROW_PX, title)
            else:
                self._face.left(painter, left + PAD_PX, 0, ROW_PX, title)
        painter.fillRect(QRect(0, ROW_PX - 1, self.width(), 1), theme.color("hairline"))
        if self._dragged_to >= 0 and self._table.places:
            places = self._table.places
            last = self._dragged_to == len(places)
            at = self._table.x_of(places[-1]) + places[-1].width if last else self._table.x_of(places[self._dragged_to])
            painter.fillRect(QRect(min(max(at - 1, 0), self.width() - 2), 0, 2, ROW_PX), theme.color("selection"))
