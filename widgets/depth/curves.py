"""Paints the two curves with their scales, our orders and the pointer's reading.

Invariant: the middle of the touch stands in the middle. Labels never overlap: tags push plain labels away.
"""

from typing import Final

from PySide6.QtCore import QEvent, QLineF, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

import pyqtgraph as pg  # isort: skip  # after PySide6, which it then binds to

from core.domain.enums import Side
from widgets.arrow import triangle
from widgets.depth.model import Curve, DepthModel
from widgets.depth.steps import steps
from widgets.pens import mixed, thin
from widgets.scales import even_ticks, lots_text
from widgets.sizes import size_text
from widgets.style import GRID_PX, ROW_PX, SMALL_PX, Theme
from widgets.tongue import mark, tr
from widgets.type_face import TypeFace

PAD_PX: Final = 2 * GRID_PX
TAG_PX: Final = 18
SIZE_LABEL_PX: Final = 28
LEAST_SCALE_PX: Final = 56
TOP_PX: Final = ROW_PX
"""Above the highest possible point, for the words about the middle."""
OWN_LEAST_PX: Final = 12
NEAR_PX: Final = 4
"""How near the pointer counts as at one of our orders."""
EMPTY: Final = (mark("No orders in the book yet"), mark("Bids and asks appear here when the session starts."))


class DepthCurves(QWidget):
    pointed = Signal()
    """The pointer moved or left; reading() says what is there."""

    def __init__(self, theme: Theme, model: DepthModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._face, self._strong, self._small = TypeFace(), TypeFace(strong=True), TypeFace(SMALL_PX)
        self._pointer: float | None = None
        self._key_price: int | None = None
        self._cross: int | None = None
        self._scale_px = LEAST_SCALE_PX
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Depth chart"))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        color = theme.color
        self._panel, self._text, self._muted = color("panel"), color("text"), color("muted")
        self._own, self._focus = color("own"), color("selection")
        self._fill = (color("bid_fill"), color("ask_fill"))
        self._line = (thin(color("bid")), thin(color("ask")))
        self._tone = (color("bid"), color("ask"))
        self._hairline, self._grid = thin(color("hairline")), thin(mixed(color("hairline"), self._panel, 0.6))
        self._dashed = thin(self._muted, Qt.PenStyle.DashLine)
        self._dotted = thin(self._muted, Qt.PenStyle.DotLine)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(700, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 84)

    # where -----------------------------------------------------------------------------------------------------------

    def _panes(self) -> QRectF:
        return QRectF(0, 0, max(self.width() - self._scale_px, 1), max(self.height() - ROW_PX, 1))

    def x_of(self, price: float) -> float:
        low, high = self._model.edges()
        return (price - low) / (high - low) * self._panes().width()

    def y_of(self, lots: float) -> float:
        base = self._panes().height()
        return base - lots / self._model.top * max(base - TOP_PX, 1)

    def price(self) -> int | None:
        """The price pointed at, on the tick grid, or chosen by keys."""
        instrument = self._model.instrument
        if instrument is None or self._model.is_empty:
            return None
        low, high = self._model.outermost()
        if self._key_price is not None:
            return min(max(self._key_price, low), high)
        if self._pointer is None or not 0 <= self._pointer < self._panes().width():
            return None
        start, end = self._model.edges()
        exact = start + (end - start) * self._pointer / self._panes().width()
        # Cut towards the middle: to a level that the pointer has passed, never to one that is still ahead.
        ticks = exact // instrument.tick if exact * 2 >= self._model.twice_mid else -(-exact // instrument.tick)
        return min(max(int(ticks) * instrument.tick, low), high)

    def show_price_cross(self, price: int | None) -> None:
        """The price under the pointer of a linked panel; a pointer over the curves is stronger."""
        if price != self._cross:
            self._cross = price
            self.update()

    def cross(self) -> int | None:
        """The linked price where it is marked: within the span, while nothing is read here."""
        if self._cross is None or self.price() is not None or self._model.instrument is None or self._model.is_empty:
            return None
        low, high = self._model.outermost()
        return self._cross if low <= self._cross <= high else None

    def near(self, price: int) -> tuple[int, int]:
        """Lowest and highest price that is as good as at the pointer."""
        low, high = self._model.edges()
        reach = int((high - low) / self._panes().width() * NEAR_PX)
        return price - reach, price + reach

    def forget_pointer(self) -> None:
        self._pointer = self._key_price = self._cross = None
        self.update()
        self.pointed.emit()

    # painting --------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._panel)
        if self._model.instrument is None or self._model.is_empty:
            self._paint_empty(painter)
        else:
            self._paint_book(painter)
        if self.hasFocus():
            painter.setPen(self._focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_book(self, painter: QPainter) -> None:
        model, panes = self._model, self._panes()
        instrument = model.instrument
        assert instrument is not None
        sizes, step = even_ticks(0, model.top, instrument.lot, panes.height() - TOP_PX, SIZE_LABEL_PX)
        labels = [lots_text(instrument, lots, step) for lots in sizes]
        # Grows only, so that the picture does not shake when a digit comes and goes.
        wanted = round(max((self._face.width(text) for text in labels), default=0)) + 2 * PAD_PX
        if wanted > self._scale_px:
            self._scale_px = wanted
            panes = self._panes()
        prices = self._price_ticks(panes)
        painter.setPen(self._grid)
        for lots in sizes[1:]:
            y = round(self.y_of(lots)) + 0.5
            painter.drawLine(QLineF(0, y, panes.width(), y))
        for price in prices:
            x = int(self.x_of(price)) + 0.5
            painter.drawLine(QLineF(x, TOP_PX, x, panes.height()))
        low, high = model.outermost()
        self._paint_curve(painter, model.bids, low, panes)
        self._paint_curve(painter, model.asks, high, panes)
        self._paint_own(painter, panes)
        self._paint_middle(painter, panes)
        self._paint_scales(painter, panes, list(zip(sizes, labels, strict=True)), prices)

    def _price_ticks(self, panes: QRectF) -> list[int]:
        instrument = self._model.instrument
        assert instrument is not None
        low, high = self._model.outermost()
        label = self._face.width(instrument.price_text(high)) + 6 * GRID_PX
        return even_ticks(low, high, instrument.tick, panes.width(), label)[0]

    def _paint_curve(self, painter: QPainter, curve: Curve, edge: int, panes: QRectF) -> None:
        low, high = self._model.edges()
        base = panes.height()
        px_a_lot = max(base - TOP_PX, 1) / self._model.top
        x, y = steps(curve, edge, low, panes.width() / (high - low), px_a_lot, base)
        if not len(x):
            return
        line = pg.functions.arrayToQPolygonF(x, y)
        area = QPolygonF(line)
        area.append(QPointF(x[-1], base))
        area.append(QPointF(x[0], base))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._fill[curve.side])
        painter.drawPolygon(area)
        painter.setPen(self._line[curve.side])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(line)

    def _paint_own(self, painter: QPainter, panes: QRectF) -> None:
        """As tall as all that stands at our price or before it; an arrow head says which side."""
        base = panes.height()
        for order in self._model.own:
            x = int(self.x_of(order.price))
            if not 0 <= x < panes.width():
                continue
            curve = self._model.bids if order.side is Side.BUY else self._model.asks
            top = min(round(self.y_of(curve.size_to(order.price))), base - OWN_LEAST_PX)
            painter.fillRect(QRectF(x - 1, top, 2, base - top), self._own)
            triangle(painter, x, base - 5 if order.side is Side.BUY else top, order.side is Side.BUY, self._own)

    def _paint_middle(self, painter: QPainter, panes: QRectF) -> None:
        x = int(panes.width() / 2) + 0.5
        painter.setPen(self._dotted)
        painter.drawLine(QLineF(x, TOP_PX, x, panes.height()))
        self._small.use(painter)
        painter.setPen(self._muted)
        text = self._model.middle_text()
        self._small.centre(painter, x, 0, TOP_PX, text)
        caption = f"{self._model.instrument.symbol}" if self._model.instrument is not None else ""
        if PAD_PX + self._small.width(caption) + PAD_PX < x - self._small.width(text) / 2:
            self._small.left(painter, PAD_PX, 0, TOP_PX, caption)

    def _paint_scales(
        self, painter: QPainter, panes: QRectF, sizes: list[tuple[int, str]], prices: list[int]
    ) -> None:
        right, base = panes.width(), panes.height()
        painter.setPen(self._hairline)
        painter.drawLine(QLineF(right + 0.5, 0, right + 0.5, base))
        painter.drawLine(QLineF(0, base + 0.5, self.width(), base + 0.5))
        instrument = self._model.instrument
        assert instrument is not None
        pointed, crossed = self.price(), self.cross()
        reading = self._model.read(pointed) if pointed is not None else None
        pointed = pointed if pointed is not None else crossed
        tag_y = self.y_of(reading.size) if reading is not None and reading.side is not None else None
        self._face.use(painter)
        painter.setPen(self._muted)
        for lots, text in sizes[1:]:
            y = self.y_of(lots)
            if y >= TAG_PX / 2 and (tag_y is None or abs(y - tag_y) > TAG_PX):
                self._face.right(painter, self.width() - PAD_PX, y - TAG_PX / 2, TAG_PX, text)
        half = self._strong.width(instrument.price_text(self._model.outermost()[1])) / 2
        tag_x = None
        if pointed is not None:
            tag_x = min(max(self.x_of(pointed), half + GRID_PX), right - half - GRID_PX)
        for price in prices:
            x = self.x_of(price)
            clear = tag_x is None or abs(x - tag_x) > 2 * half + GRID_PX
            if half <= x <= right - half and clear:
                self._face.centre(painter, x, base + 1, ROW_PX - 1, instrument.price_text(price))
        self._small.use(painter)
        self._small.right(painter, self.width() - PAD_PX, base + 1, ROW_PX - 1, instrument.base)
        if pointed is not None and tag_x is not None:
            self._paint_pointer(painter, pointed, tag_x, tag_y, half, panes)

    def _paint_pointer(
        self, painter: QPainter, price: int, tag_x: float, tag_y: float | None, half: float, panes: QRectF
    ) -> None:
        instrument, right, base = self._model.instrument, panes.width(), panes.height()
        assert instrument is not None
        x = int(self.x_of(price)) + 0.5
        painter.setPen(self._dashed)
        painter.drawLine(QLineF(x, TOP_PX, x, base))
        rect = QRect(round(tag_x - half) - GRID_PX, round(base) + 1, 2 * round(half) + 2 * GRID_PX, ROW_PX - 3)
        self._tag(painter, rect, instrument.price_text(price), centre=True)
        reading = self._model.read(price)
        if tag_y is None or reading.side is None:
            return
        y = round(tag_y) - 0.5
        painter.setPen(self._dashed)
        painter.drawLine(QLineF(x, y, right, y))
        painter.fillRect(QRectF(x - 2.5, y - 2.5, 5, 5), self._tone[reading.side])
        top = min(max(round(y - TAG_PX / 2), 0), round(base) - TAG_PX)
        decimals = min(3, instrument.qty_decimals)
        text = size_text(instrument, reading.size, decimals)
        if self._strong.width(text) + PAD_PX + GRID_PX > self._scale_px:
            text = size_text(instrument, reading.size, min(1, decimals))
        self._tag(painter, QRect(round(right) + 1, top, self.width() - round(right) - 1, TAG_PX), text, centre=False)

    def _tag(self, painter: QPainter, rect: QRect, text: str, centre: bool) -> None:
        painter.fillRect(rect, self._text)
        self._strong.use(painter)
        painter.setPen(QColor(self._panel))
        if centre:
            self._strong.centre(painter, rect.x() + rect.width() / 2, rect.y(), rect.height(), text)
        else:
            self._strong.right(painter, self.width() - PAD_PX, rect.y(), rect.height(), text)

    def _paint_empty(self, painter: QPainter) -> None:
        title, text = map(tr, EMPTY)
        y = self.height() / 2 - ROW_PX
        self._strong.use(painter)
        painter.setPen(self._text)
        self._strong.centre(painter, self.width() / 2, y, ROW_PX, title)
        self._face.use(painter)
        painter.setPen(self._muted)
        self._face.centre(painter, self.width() / 2, y + ROW_PX, ROW_PX, text)

    # hands -----------------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer, self._key_price = event.position().x(), None
        self.update()
        self.pointed.emit()

    def leaveEvent(self, event: QEvent) -> None:
        self.forget_pointer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows read the curve without a mouse, Escape stops reading."""
        instrument = self._model.instrument
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if instrument is None or self._model.is_empty or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
        if way:
            low, high = self._model.outermost()
            price = self.price()
            step = max((high - low) // 100 // instrument.tick, 1) * instrument.tick
            start = self._model.twice_mid // 2 // instrument.tick * instrument.tick
            self._key_price = min(max((start if price is None else price) + way * step, low), high)
        elif event.key() == Qt.Key.Key_Escape and self.price() is not None:
            self._pointer = self._key_price = None
        else:
            event.ignore()
            return
        self.update()
        self.pointed.emit()
