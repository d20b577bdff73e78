"""The painted scales: values of every pane on the right, times below. Labels never overlap: the tags of the crosshair and
of the last price push plain labels away, and the crosshair's pushes the last price's.
"""

from math import floor, log10
from typing import Final

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from widgets.chart.pane import Pane, View
from widgets.chart.sight import PARTS
from widgets.chart.strips import StudyItem
from widgets.scales import clock_text, lots_text, tick_text
from widgets.sizes import percent_text
from widgets.style import GRID_PX, SMALL_PX
from widgets.type_face import TypeFace

TAG_PX: Final = 18
PAD_PX: Final = 2 * GRID_PX
LEAST_PX: Final = 56
STUDY_LABEL_PX: Final = 22


class PriceScale(QGraphicsItem):
    """Stands right of all panes: prices on top, then volume, then the studies."""

    def __init__(self, prices: Pane, volumes: Pane, view: View) -> None:
        super().__init__()
        self._prices, self._volumes, self._view = prices, volumes, view
        self._face, self._strong, self._small = TypeFace(), TypeFace(strong=True), TypeFace(SMALL_PX)
        self._rect = QRectF()
        self.strips: list[StudyItem] = []

    def wanted_width(self) -> int:
        """For the widest price in view, with its tag."""
        instrument = self._view.model.instrument
        if instrument is None:
            return LEAST_PX
        texts = [instrument.price_text(int(price)) for price in (self._view.sight.low, self._view.sight.high)]
        return round(max(self._strong.width(text) for text in texts)) + 2 * PAD_PX

    def place(self, rect: QRectF) -> None:
        self.prepareGeometryChange()
        self.setPos(rect.topLeft())
        self._rect = QRectF(0, 0, rect.width(), rect.height())

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        view = self._view
        ink, model, instrument = view.ink, view.model, view.model.instrument
        if instrument is None or not model.candles.count:
            return
        painter.setPen(ink.hairline_pen)
        painter.drawLine(QLineF(0.5, 0, 0.5, self._rect.height()))
        last_top, cross_top = self.tag_tops()
        taken = [top for top in (last_top, cross_top) if top is not None]
        self._face.use(painter)
        painter.setPen(ink.muted)
        right = self._rect.width() - PAD_PX
        for price in view.sight.price_ticks:
            top = self._prices.row_of(price) - TAG_PX / 2
            if 0 <= top <= self._prices.height - TAG_PX and all(abs(top - one) > TAG_PX for one in taken):
                self._face.right(painter, right, top, TAG_PX, self._price_text(price))
                # Equal steps of price stand closer and closer on a scale of ratios.
                taken.append(round(top)) if self._prices.ratio else None
        self._paint_volume(painter, right)
        for strip in self.strips:
            self._paint_study(painter, right, strip)
        if last_top is not None:
            fill = ink.rising_fill if model.last_rises() else ink.falling_fill
            self._tag(painter, last_top, instrument.price_text(model.last_price()), fill, ink.text)
        self._paint_cross(painter, cross_top)

    def _paint_cross(self, painter: QPainter, cross_top: int | None) -> None:
        view, ink = self._view, self._view.ink
        crosshair, instrument = view.crosshair, view.model.instrument
        if crosshair.y is None or crosshair.pane is None or instrument is None:
            return
        value = crosshair.pane.value_at(crosshair.y)
        if cross_top is not None:
            self._tag(painter, cross_top, instrument.price_text(round(value / instrument.tick) * instrument.tick), ink.text, ink.panel)
            return
        top = round(crosshair.pane.rect.top() + crosshair.y - TAG_PX / 2)
        for strip in self.strips:
            if strip.pane is crosshair.pane:
                self._tag(painter, top, view.model.value_text(strip.study.kind.unit, value), ink.text, ink.panel)

    def tag_tops(self) -> tuple[int | None, int | None]:
        """Top edges of the last price's tag and of the crosshair's; None: not shown.

        The last price's steps aside, because the crosshair's is what somebody is reading now.
        """
        crosshair, bottom = self._view.crosshair, self._prices.height
        last_y = self._prices.row_of(self._view.model.last_price())
        last = self._top(last_y) if 0 <= last_y <= bottom else None
        if crosshair.slot is None or crosshair.y is None or crosshair.pane is not self._prices:
            return last, None
        cross = self._top(crosshair.y)
        if last is not None and abs(last - cross) < TAG_PX:
            above, below = cross - TAG_PX, cross + TAG_PX
            fits_above, fits_below = above >= 0, below + TAG_PX <= bottom
            last = above if fits_above and (last_y < crosshair.y or not fits_below) else below
        return last, cross

    def _top(self, y: float) -> int:
        return round(min(max(y - TAG_PX / 2, 0.0), self._prices.height - TAG_PX))

    def _price_text(self, price: float) -> str:
        """While two instruments are compared: how far from the first bar in view, in percent."""
        model, base = self._view.model, self._view.sight.base
        assert model.instrument is not None
        if not base:
            return model.instrument.price_text(round(price))
        return percent_text(round((price / base - 1) * PARTS), PARTS)

    def _paint_volume(self, painter: QPainter, right: float) -> None:
        instrument, pane = self._view.model.instrument, self._volumes
        assert instrument is not None
        top = pane.rect.top()
        if pane.height < 1:
            return
        painter.setPen(self._view.ink.hairline_pen)
        painter.drawLine(QLineF(0, top + 0.5, self._rect.width(), top + 0.5))
        painter.setPen(self._view.ink.muted)
        self._small.use(painter)
        for lots in self._view.sight.volume_ticks[1:]:
            y = top + pane.height * (1 - lots / pane.high)
            if y >= top + TAG_PX / 2:
                text = lots_text(instrument, lots, self._view.sight.volume_step)
                self._small.right(painter, right, y - TAG_PX / 2, TAG_PX, text)

    def _paint_study(self, painter: QPainter, right: float, strip: StudyItem) -> None:
        pane, kind = strip.pane, strip.study.kind
        top = pane.rect.top()
        if pane.height < 1:
            return
        painter.setPen(self._view.ink.hairline_pen)
        painter.drawLine(QLineF(0, top + 0.5, self._rect.width(), top + 0.5))
        painter.setPen(self._view.ink.muted)
        self._small.use(painter)
        for value in kind.marks if kind.high else steps(pane):
            y = pane.row_of(value)
            if TAG_PX / 2 <= y <= pane.height - TAG_PX / 2:
                text = self._view.model.value_text(kind.unit, value)
                self._small.right(painter, right, top + y - TAG_PX / 2, TAG_PX, text)

    def _tag(self, painter: QPainter, top: int, text: str, fill: QColor, ink: QColor) -> None:
        painter.fillRect(QRectF(1, top, self._rect.width() - 1, TAG_PX), fill)
        self._strong.use(painter)
        painter.setPen(ink)
        self._strong.right(painter, self._rect.width() - PAD_PX, top, TAG_PX, text)


def steps(pane: Pane) -> list[float]:
    """Round values, at least a label apart."""
    least = (pane.high - pane.low) * STUDY_LABEL_PX / max(pane.height, 1.0)
    if least <= 0:
        return []
    power = 10.0 ** floor(log10(least))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least)
    first = floor(pane.low / step) + 1
    return [number * step for number in range(first, first + 20) if number * step < pane.high]


class TimeScale(QGraphicsItem):
    """Stands below both panes and the price scale; panes_width: how much of it is below the panes."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self._view = view
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
        view, candles, height = self._view, self._view.model.candles, self._rect.height()
        ink, cross = view.ink, view.crosshair.slot
        if not candles.count:
            return
        painter.setPen(ink.hairline_pen)
        painter.drawLine(QLineF(0, 0.5, self._rect.width(), 0.5))
        half = self.label_width() / 2
        cross_x = self._inside(view.x_of(cross), half) if cross is not None else None
        self._face.use(painter)
        painter.setPen(ink.muted)
        for slot, at in view.sight.time_ticks:
            x = view.x_of(slot)
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
