"""The painted scales: prices and volume on the right, times below. Labels never overlap: the tags of the crosshair and
of the last price push plain labels away, and the crosshair's pushes the last price's.
"""

from typing import Final

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from widgets.chart.items import Crosshair, PriceItem
from widgets.chart.model import ChartModel
from widgets.chart.sight import Sight
from widgets.scales import clock_text, lots_text, tick_text
from widgets.style import GRID_PX, SMALL_PX
from widgets.type_face import TypeFace

TAG_PX: Final = 18
PAD_PX: Final = 2 * GRID_PX


class PriceScale(QGraphicsItem):
    """Stands right of both panes. volume_top: where the volume pane begins."""

    def __init__(self, prices: PriceItem, model: ChartModel, sight: Sight, crosshair: Crosshair) -> None:
        super().__init__()
        self._prices, self._model, self._sight, self._crosshair = prices, model, sight, crosshair
        self._face, self._strong, self._small = TypeFace(), TypeFace(strong=True), TypeFace(SMALL_PX)
        self._rect = QRectF()
        self.volume_top = 0.0

    def wanted_width(self) -> int:
        """For the widest price in view, with its tag."""
        instrument = self._model.instrument
        if instrument is None:
            return 56
        texts = [instrument.price_text(int(price)) for price in (self._sight.low, self._sight.high)]
        return round(max(self._strong.width(text) for text in texts)) + 2 * PAD_PX

    def place(self, rect: QRectF, volume_top: float) -> None:
        self.prepareGeometryChange()
        self.setPos(rect.topLeft())
        self._rect = QRectF(0, 0, rect.width(), rect.height())
        self.volume_top = volume_top

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        ink, model, instrument = self._prices.ink, self._model, self._model.instrument
        if instrument is None or not model.candles.count:
            return
        painter.setPen(ink.hairline_pen)
        painter.drawLine(QLineF(0.5, 0, 0.5, self._rect.height()))
        last_top, cross_top = self.tag_tops()
        taken = [top for top in (last_top, cross_top) if top is not None]
        self._face.use(painter)
        painter.setPen(ink.muted)
        right = self._rect.width() - PAD_PX
        for price in self._sight.price_ticks:
            top = float(self._prices.y_of(price)) - TAG_PX / 2
            if 0 <= top <= self.volume_top - TAG_PX and all(abs(top - one) > TAG_PX for one in taken):
                self._face.right(painter, right, top, TAG_PX, instrument.price_text(price))
        self._paint_volume(painter, right)
        if last_top is not None:
            fill = ink.rising_fill if model.last_rises() else ink.falling_fill
            self._tag(painter, last_top, instrument.price_text(model.last_price()), fill, ink.text)
        if cross_top is not None and self._crosshair.y is not None:
            price = self._price_at(self._crosshair.y, instrument.tick)
            self._tag(painter, cross_top, instrument.price_text(price), ink.text, ink.panel)

    def tag_tops(self) -> tuple[int | None, int | None]:
        """Top edges of the last price's tag and of the crosshair's; None: not shown.

        The last price's steps aside, because the crosshair's is what somebody is reading now.
        """
        last_y = float(self._prices.y_of(self._model.last_price()))
        last = self._top(last_y) if 0 <= last_y <= self.volume_top else None
        if self._crosshair.slot is None or self._crosshair.y is None:
            return last, None
        cross = self._top(self._crosshair.y)
        if last is not None and abs(last - cross) < TAG_PX:
            above, below = cross - TAG_PX, cross + TAG_PX
            fits_above, fits_below = above >= 0, below + TAG_PX <= self.volume_top
            last = above if fits_above and (last_y < self._crosshair.y or not fits_below) else below
        return last, cross

    def _top(self, y: float) -> int:
        return round(min(max(y - TAG_PX / 2, 0.0), self.volume_top - TAG_PX))

    def _price_at(self, y: float, tick: int) -> int:
        """Rounded to the tick, so that it says a price an order could have."""
        sight = self._sight
        price = sight.high - (sight.high - sight.low) * y / max(self.volume_top, 1.0)
        return round(price / tick) * tick

    def _paint_volume(self, painter: QPainter, right: float) -> None:
        instrument = self._model.instrument
        assert instrument is not None
        height = self._rect.height() - self.volume_top
        painter.setPen(self._prices.ink.hairline_pen)
        painter.drawLine(QLineF(0, self.volume_top + 0.5, self._rect.width(), self.volume_top + 0.5))
        painter.setPen(self._prices.ink.muted)
        self._small.use(painter)
        for lots in self._sight.volume_ticks[1:]:
            y = self.volume_top + height * (1 - lots / self._sight.top)
            if y >= self.volume_top + TAG_PX / 2:
                text = lots_text(instrument, lots, self._sight.volume_step)
                self._small.right(painter, right, y - TAG_PX / 2, TAG_PX, text)

    def _tag(self, painter: QPainter, top: int, text: str, fill: QColor, ink: QColor) -> None:
        painter.fillRect(QRectF(1, top, self._rect.width() - 1, TAG_PX), fill)
        self._strong.use(painter)
        painter.setPen(ink)
        self._strong.right(painter, self._rect.width() - PAD_PX, top, TAG_PX, text)


class TimeScale(QGraphicsItem):
    """Stands below both panes and the price scale; panes_width: how much of it is below the panes."""

    def __init__(self, prices: PriceItem, model: ChartModel, sight: Sight, crosshair: Crosshair) -> None:
        super().__init__()
        self._prices, self._model, self._sight, self._crosshair = prices, model, sight, crosshair
        self._face, self._strong, self._small = TypeFace(), TypeFace(strong=True), TypeFace(SMALL_PX)
        self._rect = QRectF()
        self._panes_width = 0.0

    def label_width(self) -> float:
        return self._strong.width("20:47:17")

    def place(self, rect: QRectF, panes_width: float) -> None:
        self.prepareGeometryChange()
        self.setPos(rect.topLeft())
        self._rect = QRectF(0, 0, rect.width(), rect.height())
        self._panes_width = panes_width

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        ink, candles, height = self._prices.ink, self._model.candles, self._rect.height()
        if not candles.count:
            return
        painter.setPen(ink.hairline_pen)
        painter.drawLine(QLineF(0, 0.5, self._rect.width(), 0.5))
        cross = self._crosshair.slot
        half = self.label_width() / 2
        cross_x = self._inside(self._prices.x_of(cross), half) if cross is not None else None
        self._face.use(painter)
        painter.setPen(ink.muted)
        start, interval = candles.time_of(0), candles.time_of(1) - candles.time_of(0)
        for at in self._sight.time_ticks:
            x = self._prices.x_of((at - start) / interval)
            clear = cross_x is None or abs(x - cross_x) > 2 * half + GRID_PX
            if half <= x <= self._panes_width - half and clear:
                self._face.centre(painter, x, 1, height - 1, tick_text(at))
        self._small.use(painter)
        self._small.right(painter, self._rect.width() - PAD_PX, 1, height - 1, "UTC")
        if cross is not None and cross_x is not None:
            text = clock_text(candles.time_of(cross))
            left = round(cross_x - half) - GRID_PX
            painter.fillRect(QRectF(left, 1, 2 * round(half) + 2 * GRID_PX, height - 3), ink.text)
            self._strong.use(painter)
            painter.setPen(ink.panel)
            self._strong.centre(painter, cross_x, 1, height - 3, text)

    def _inside(self, x: float, half: float) -> float:
        return min(max(x, half + GRID_PX), self._panes_width - half - GRID_PX)
