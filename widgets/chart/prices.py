"""The price pane: a grid, the bars in the way they are wanted, what lies over them, our orders and fills, and its legend."""

from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter

from widgets.chart.beyond import OrdersBeyond
from widgets.chart.kinds import Drawn
from widgets.chart.marks import OwnMarks
from widgets.chart.overlays import LEGEND_PX, LOOKS, Overlays
from widgets.chart.pane import CAPTION_PX, Pane, PaneItem, View
from widgets.chart.shapes import CandleShapes
from widgets.chart.sketching import Sketching
from widgets.chart.traded import Footprint, Profile
from widgets.strokes import Stroke
from widgets.style import GRID_PX, ROW_PX, SMALL_PX
from widgets.tongue import mark, tr
from widgets.type_face import TypeFace

EMPTY: Final = mark("No candles yet")


class PriceItem(PaneItem):
    def __init__(self, pane: Pane, view: View) -> None:
        super().__init__(pane, view)
        self._shapes, self._line, self._compared = CandleShapes(), Stroke(), Stroke()
        self.overlays = Overlays(pane, view)
        self.footprint, self.profile, self.own = Footprint(pane, view), Profile(pane, view), OwnMarks(pane, view)
        self.sketching, self.beyond = Sketching(pane, view), OrdersBeyond(pane, view)
        self._strong, self._plain, self._small = TypeFace(strong=True), TypeFace(), TypeFace(SMALL_PX)
        self.caption = ""

    def paint_pane(self, painter: QPainter) -> None:
        model, width = self.view.model, self.pane.width
        if not model.candles.count:
            self._paint_empty(painter)
            return
        if self.is_new():
            self._make()
        self.paint_time_grid(painter)
        rows = [self.pane.row_of(price) for price in self.view.sight.price_ticks]
        painter.drawLines([QLineF(0, y, width, y) for y in rows])
        if model.profile:
            self.profile.paint(painter)
        self.sketching.paint(painter)
        self._paint_last(painter)
        self._paint_bars(painter)
        self.overlays.paint(painter)
        if model.compared_with is not None:
            self._compared.draw(painter, self.view.ink.text_pen)
        beyond = self.beyond.markers()
        labels = self.own.paint_orders(painter, [one.rect for one in beyond])
        self.own.paint_fills(painter)
        self.sketching.paint_measures(painter)
        labels += self._paint_legend(painter)
        self.overlays.paint_names(painter, labels)
        self.paint_crosshair(painter)
        self.beyond.paint(painter, beyond)

    # bars ------------------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        shown, model = self.view.sight.columns, self.view.model
        if shown is None:
            return
        closes = self.pane.y_of(shown.close)
        if model.drawn in (Drawn.LINE, Drawn.AREA):
            self._line.make(shown.x, closes)
            self._line.make_area(shown.x, closes, self.pane.height)
        else:
            self._shapes.make(shown, self.pane, self.view.half_width())
        self.overlays.make()
        self._make_compared()

    def _make_compared(self) -> None:
        framing, (slots, prices) = self.view.framing, self.view.sight.compared
        x = np.floor((slots - framing.low) * framing.spacing_px) + 0.5
        kept = np.flatnonzero(np.diff(x, prepend=-1e9))
        self._compared.make(x[kept], self.pane.y_of(prices[kept]))

    def _paint_bars(self, painter: QPainter) -> None:
        ink, model = self.view.ink, self.view.model
        if self.view.has_footprint():
            self.footprint.paint(painter)
        elif model.drawn in (Drawn.LINE, Drawn.AREA):
            if model.drawn is Drawn.AREA:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ink.area)
                self._line.draw_area(painter)
            self._line.draw(painter, ink.text_pen)
        else:
            self._shapes.draw(painter, ink)

    def _paint_last(self, painter: QPainter) -> None:
        y = self.pane.row_of(self.view.model.last_price())
        painter.setPen(self.view.ink.rising_line if self.view.model.last_rises() else self.view.ink.falling_line)
        painter.drawLine(QLineF(0, y, self.pane.width, y))

    # words -----------------------------------------------------------------------------------------------------------

    def _paint_legend(self, painter: QPainter) -> list[QRectF]:
        """What is compared and the studies, below the instrument; where they stand."""
        model = self.view.model
        self._small.use(painter)
        head = QRectF(0, 4, CAPTION_PX + self._small.width(self.caption) + GRID_PX, LEGEND_PX + 2)
        painter.fillRect(head, self.view.ink.panel)
        painter.setPen(self.view.ink.muted)
        self._small.left(painter, CAPTION_PX, 2, ROW_PX, self.caption)
        y, rects = float(ROW_PX), [head]
        if model.compared_with is not None:
            compared = tr("{symbol}, in percent", symbol=model.compared_with.symbol)
            rects.append(self.overlays.legend_line(painter, y, LOOKS[0], compared, ""))
            y += LEGEND_PX
        return [*rects, *self.overlays.paint_legend(painter, y)]

    def _paint_empty(self, painter: QPainter) -> None:
        instrument = self.view.model.instrument
        middle, y = self.pane.width / 2, self.pane.height / 2 - ROW_PX
        what = tr("The first trade of {symbol} starts one.", symbol=instrument.symbol) if instrument is not None else (
            tr("They appear with the first trade of the session.")
        )
        self._strong.use(painter)
        painter.setPen(self.view.ink.text)
        self._strong.centre(painter, middle, y, ROW_PX, tr(EMPTY))
        self._plain.use(painter)
        painter.setPen(self.view.ink.muted)
        self._plain.centre(painter, middle, y + ROW_PX, ROW_PX, what)
