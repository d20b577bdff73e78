"""The price pane: a grid, the bars in the way they are wanted, what lies over them, our orders and fills, and its legend."""

from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from widgets.chart.beyond import OrdersBeyond
from widgets.chart.candles import AT, CLOSE
from widgets.chart.kinds import Drawn
from widgets.chart.marks import OwnMarks
from widgets.chart.pane import CAPTION_PX, Pane, PaneItem, View
from widgets.chart.shapes import CandleShapes
from widgets.chart.sketching import Sketching
from widgets.chart.studies import Study
from widgets.chart.traded import Footprint, Profile
from widgets.strokes import Stroke
from widgets.style import GRID_PX, ROW_PX, SMALL_PX
from widgets.tongue import mark, tr
from widgets.type_face import TypeFace

EMPTY: Final = mark("No candles yet")
LEGEND_PX: Final = 16


class PriceItem(PaneItem):
    def __init__(self, pane: Pane, view: View) -> None:
        super().__init__(pane, view)
        self._shapes, self._line, self._compared = CandleShapes(), Stroke(), Stroke()
        self._overlays: list[tuple[Study, list[Stroke]]] = []
        self.footprint, self.profile, self.own = Footprint(pane, view), Profile(pane, view), OwnMarks(pane, view)
        self.sketching, self.beyond = Sketching(pane, view), OrdersBeyond(pane, view)
        self._strong, self._plain, self._small = TypeFace(strong=True), TypeFace(), TypeFace(SMALL_PX)
        self.caption = ""

    def paint_pane(self, painter: QPainter) -> None:
        model, ink, width = self.view.model, self.view.ink, self.pane.width
        if not model.candles.count:
            self._paint_empty(painter)
            return
        if self.is_new():
            self._make()
        self.paint_time_grid(painter)
        for price in self.view.sight.price_ticks:
            y = float(self.pane.y_of(price))
            painter.drawLine(QLineF(0, y, width, y))
        if model.profile:
            self.profile.paint(painter)
        self.sketching.paint(painter)
        self._paint_last(painter)
        self._paint_bars(painter)
        for study, strokes in self._overlays:
            for number, stroke in reversed(list(enumerate(strokes))):
                stroke.draw(painter, ink.band_pen if number else self._pen_of(study))
        if model.compared_with is not None:
            self._compared.draw(painter, ink.text_pen)
        beyond = self.beyond.markers()
        self.own.paint_orders(painter, [one.rect for one in beyond])
        self.own.paint_fills(painter)
        self.sketching.paint_measures(painter)
        self._paint_legend(painter)
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
        self._overlays = []
        for study in model.studies:
            if study.kind.own_pane or not study.count:
                continue
            strokes = []
            for number in range(len(study.kind.lines)):
                stroke = Stroke()
                stroke.make(shown.x, self.pane.y_of(study.line(number)[shown.last]))
                strokes.append(stroke)
            self._overlays.append((study, strokes))
        self._make_compared()

    def _make_compared(self) -> None:
        model, sight, view = self.view.model, self.view.sight, self.view
        if model.compared_with is None or sight.first >= sight.end:
            return
        base = model.candles.row(sight.first)
        slots, prices = model.compared_line(base[AT], base[CLOSE])
        seen = slice(int(np.searchsorted(slots, int(view.framing.low) - 1)), int(np.searchsorted(slots, int(view.framing.high) + 2)))
        x = np.floor((slots[seen] - view.framing.low) * view.framing.spacing_px) + 0.5
        kept = np.flatnonzero(np.diff(x, prepend=-1e9))
        self._compared.make(x[kept], self.pane.y_of(prices[seen][kept]))

    def _paint_bars(self, painter: QPainter) -> None:
        ink, model = self.view.ink, self.view.model
        if model.drawn is Drawn.FOOTPRINT and self.footprint.fits():
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
        y = float(self.pane.y_of(self.view.model.last_price()))
        painter.setPen(self.view.ink.rising_line if self.view.model.last_rises() else self.view.ink.falling_line)
        painter.drawLine(QLineF(0, y, self.pane.width, y))

    # words -----------------------------------------------------------------------------------------------------------

    def _pen_of(self, study: Study) -> QPen:
        order = [one for one in self.view.model.studies if not one.kind.own_pane]
        pens = self.view.ink.study_pens
        return pens[order.index(study) % len(pens)] if study in order else pens[0]

    def _paint_legend(self, painter: QPainter) -> None:
        """One line a study: a sample of its line, its name, its values at the crosshair or now."""
        model, slot = self.view.model, self.view.crosshair.slot
        self._small.use(painter)
        painter.fillRect(QRectF(CAPTION_PX, 4, self._small.width(self.caption), LEGEND_PX), self.view.ink.panel)
        painter.setPen(self.view.ink.muted)
        self._small.left(painter, CAPTION_PX, 2, ROW_PX, self.caption)
        y = float(ROW_PX)
        if model.compared_with is not None:
            y = self._legend_line(painter, y, self.view.ink.text_pen, tr("{symbol}, in percent", symbol=model.compared_with.symbol), "")
        for study, _ in self._overlays:
            if y + LEGEND_PX > self.pane.height / 2:
                return
            values = [model.study_text(study, number, slot) for number in range(len(study.kind.lines))]
            y = self._legend_line(painter, y, self._pen_of(study), study.title, "  ".join(one for one in values if one))

    def _legend_line(self, painter: QPainter, y: float, pen: QPen, name: str, values: str) -> float:
        width = CAPTION_PX + 12 + 3 * GRID_PX + self._small.width(name) + self._small.width(values)
        painter.fillRect(QRectF(CAPTION_PX, y, width - CAPTION_PX, LEGEND_PX), self.view.ink.panel)
        painter.setPen(pen)
        middle = round(y + LEGEND_PX / 2) + 0.5
        painter.drawLine(QLineF(CAPTION_PX, middle, CAPTION_PX + 12, middle))
        x = CAPTION_PX + 12 + GRID_PX
        painter.setPen(self.view.ink.muted)
        self._small.left(painter, x, y, LEGEND_PX, name)
        painter.setPen(self.view.ink.text)
        self._small.left(painter, x + self._small.width(name) + 2 * GRID_PX, y, LEGEND_PX, values)
        return y + LEGEND_PX

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
