"""The panes below the prices: volume, and one for each study that has its own."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

import pyqtgraph as pg  # noqa: F401  # isort: skip  # after PySide6, which it then binds to
from pyqtgraph.Qt.internals import PrimitiveArray  # isort: skip

from widgets.chart.overlays import LEGEND_PX, LOOKS, SAMPLE_PX, Look
from widgets.chart.pane import CAPTION_PX, Pane, PaneItem, View
from widgets.chart.studies import Study
from widgets.strokes import Stroke
from widgets.style import GRID_PX, ROW_PX, SMALL_PX
from widgets.tongue import tr
from widgets.type_face import TypeFace


class VolumeItem(PaneItem):
    def __init__(self, pane: Pane, view: View) -> None:
        super().__init__(pane, view)
        self._bars = PrimitiveArray(QRectF, 4)
        self._small = TypeFace(SMALL_PX)
        self.caption = ""

    def paint_pane(self, painter: QPainter) -> None:
        if not self.view.model.candles.count:
            return
        if self.is_new():
            self._make()
        self.paint_time_grid(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.view.ink.volume)
        if len(self._bars):
            painter.drawRects(*self._bars.drawargs())
        painter.setPen(self.view.ink.hairline_pen)
        painter.drawLine(QLineF(0, 0.5, self.pane.width, 0.5))
        self._small.use(painter)
        painter.setPen(self.view.ink.muted)
        painter.fillRect(QRectF(CAPTION_PX, 4, self._small.width(self.caption), LEGEND_PX), self.view.ink.panel)
        self._small.left(painter, CAPTION_PX, 0, ROW_PX, self.caption)
        self.paint_crosshair(painter)

    def _make(self) -> None:
        shown, height = self.view.sight.columns, self.pane.height
        if shown is None:
            return
        half = 0 if shown.bins else self.view.half_width()
        self._bars.resize(len(shown.x))
        rects = self._bars.ndarray()
        tall = np.maximum(np.rint(shown.lots * (height / self.pane.high)), 1)
        rects[:, 0], rects[:, 1] = shown.x - 0.5 - half, height - tall
        rects[:, 2], rects[:, 3] = 2 * half + 1, tall


class StudyItem(PaneItem):
    def __init__(self, pane: Pane, view: View, study: Study) -> None:
        super().__init__(pane, view)
        self.study = study
        self._strokes = [Stroke() for _ in study.kind.lines]
        self._stems = PrimitiveArray(QLineF, 4)
        self._small = TypeFace(SMALL_PX)

    def fit(self) -> None:
        """The range that holds every value in view."""
        kind, shown = self.study.kind, self.view.sight.columns
        if kind.high:
            self.pane.low, self.pane.high = kind.low, kind.high
            return
        if shown is None or not self.study.count:
            return
        lines = [self.study.line(number)[shown.last] for number in range(len(kind.lines))]
        lines.append(np.array(kind.marks if kind.stems >= 0 else ()))
        values = np.concatenate(lines)
        values = values[~np.isnan(values)]
        if not len(values):
            return
        low, high = float(values.min()), float(values.max())
        margin = max((high - low) * 0.12, abs(high) * 1e-6, 0.5)
        # More room above: the name stands there.
        self.pane.low, self.pane.high = low - margin, high + margin * 2

    def paint_pane(self, painter: QPainter) -> None:
        ink, kind, width = self.view.ink, self.study.kind, self.pane.width
        if not self.view.model.candles.count:
            return
        if self.is_new():
            self._make()
        self.paint_time_grid(painter)
        painter.setPen(ink.mark_pen)
        for mark in kind.marks:
            y = self.pane.row_of(mark)
            if 0 < y < self.pane.height:
                painter.drawLine(QLineF(0, y, width, y))
        if kind.stems >= 0 and len(self._stems):
            painter.setPen(ink.band_pen)
            painter.drawLines(*self._stems.drawargs())
        for number, stroke in reversed(list(enumerate(self._strokes))):
            if number != kind.stems:
                stroke.draw(painter, ink.study_pen)
        painter.setPen(ink.hairline_pen)
        painter.drawLine(QLineF(0, 0.5, width, 0.5))
        self._paint_legend(painter)
        self.paint_crosshair(painter)

    def _make(self) -> None:
        shown, kind = self.view.sight.columns, self.study.kind
        if shown is None or not self.study.count:
            return
        origin = float(np.floor(-self.view.framing.low * self.view.framing.spacing_px))
        for number, stroke in enumerate(self._strokes):
            stroke.make(shown.x, self.pane.y_of(self.study.line(number)[shown.last]), LOOKS[number].dash, origin)
        if kind.stems >= 0:
            values = self.study.line(kind.stems)[shown.last]
            there = ~np.isnan(values)
            self._stems.resize(int(np.count_nonzero(there)))
            ends = self._stems.ndarray()
            ends[:, 0] = ends[:, 2] = shown.x[there]
            ends[:, 1], ends[:, 3] = self.pane.row_of(0.0), self.pane.y_of(values[there])

    def _paint_legend(self, painter: QPainter) -> None:
        """On a ground of its own: no line runs through it."""
        ink, x = self.view.ink, float(CAPTION_PX)
        self._small.use(painter)
        for text, tone, look in self._legend():
            width = self._small.width(text) + (SAMPLE_PX + GRID_PX if look is not None else 0)
            painter.fillRect(QRectF(x, 4, width + 2 * GRID_PX, LEGEND_PX), ink.panel)
            painter.setPen(tone)
            if look is not None:
                look.paint_sample(painter, x, ROW_PX // 2 + 0.5)
            self._small.left(painter, x + width - self._small.width(text), 0, ROW_PX, text)
            x += width + 2 * GRID_PX

    def _legend(self) -> Iterator[tuple[str, QColor, Look | None]]:
        """The name, and the value of each line with a sample of it where there are several."""
        ink, kind = self.view.ink, self.study.kind
        yield self.study.title, ink.muted, None
        for number, name in enumerate(kind.lines):
            text = self.view.model.study_text(self.study, number, self.view.crosshair.slot)
            if text:
                yield f"{tr(name)} {text}".strip(), ink.text, LOOKS[number] if number and number != kind.stems else None
