"""Studies over the prices: their lines, told apart by dash and weight, their names at the lines' ends, and their legend.

Invariants: no two of the studies that can be shown at once look alike; a name covers no other name, no label of an order and none
of the bars beside it, as long as there is room; the sample in the legend has the dash of the line. Hues mean something else here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, pairwise
from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPen

from widgets.chart.pane import CAPTION_PX, Pane, View
from widgets.chart.studies import Study
from widgets.strokes import Stroke
from widgets.style import GRID_PX, SMALL_PX
from widgets.type_face import TypeFace

LEGEND_PX: Final = 16
SAMPLE_PX: Final = 26
NAME_PX: Final = 15
DASHES: Final = ((), (9, 4), (2, 3), (14, 4, 2, 4), (22, 6), (7, 3, 2, 3, 2, 3))
"""Pixels along the time axis, on and off in turn; chosen so that neighbours in a list of studies differ most."""


@dataclass(frozen=True)
class Look:
    """heavy: drawn twice, a pixel apart."""

    dash: tuple[int, ...]
    heavy: bool

    def paint_sample(self, painter: QPainter, left: float, middle: float) -> None:
        """With the painter's pen."""
        for y in (middle, middle + 1) if self.heavy else (middle,):
            for start, end in self.sample():
                painter.drawLine(QLineF(left + start, y, left + end, y))

    def sample(self) -> list[tuple[int, int]]:
        if not self.dash:
            return [(0, SAMPLE_PX)]
        edges, lengths = [0], cycle(self.dash)
        while edges[-1] < SAMPLE_PX:
            edges.append(min(edges[-1] + next(lengths), SAMPLE_PX))
        return [part for number, part in enumerate(pairwise(edges)) if number % 2 == 0]


LOOKS: Final = tuple(Look(dash, heavy) for heavy in (False, True) for dash in DASHES)


@dataclass(frozen=True)
class Overlay:
    """strokes: the line itself, then its bands. end: where the line ends in view, pixels; None: it is not in view."""

    study: Study
    look: Look
    strokes: list[Stroke]
    end: tuple[float, float] | None

    def draw(self, painter: QPainter, line: QPen, band: QPen) -> None:
        for number, stroke in reversed(list(enumerate(self.strokes))):
            stroke.draw(painter, band if number else line)
            if self.look.heavy and not number:
                painter.translate(0, 1)
                stroke.draw(painter, line)
                painter.translate(0, -1)


class Overlays:
    def __init__(self, pane: Pane, view: View) -> None:
        self._pane, self._view = pane, view
        self._small = TypeFace(SMALL_PX)
        self.shown: list[Overlay] = []

    def make(self) -> None:
        columns, self.shown = self._view.sight.columns, []
        if columns is None:
            return
        origin = float(np.floor(-self._view.framing.low * self._view.framing.spacing_px))
        over = [study for study in self._view.model.studies if not study.kind.own_pane]
        for place, study in enumerate(over):
            if not study.count:
                continue
            look, strokes = LOOKS[place % len(LOOKS)], []
            for number in range(len(study.kind.lines)):
                strokes.append(Stroke())
                strokes[-1].make(columns.x, self._pane.y_of(study.line(number)[columns.last]), look.dash, origin)
            values = self._pane.y_of(study.line(0)[columns.last])
            there = np.flatnonzero(~np.isnan(values))
            end = (float(columns.x[there[-1]]), float(values[there[-1]])) if len(there) else None
            self.shown.append(Overlay(study, look, strokes, end))

    def paint(self, painter: QPainter) -> None:
        for overlay in self.shown:
            overlay.draw(painter, self._view.ink.study_pen, self._view.ink.band_pen)

    # names -----------------------------------------------------------------------------------------------------------

    def names(self, taken: Sequence[QRectF]) -> list[tuple[Overlay, QRectF]]:
        """Each as near to its line's end as what is taken lets it."""
        width, height, found = self._pane.width, self._pane.height, []
        ends = [
            (overlay.end, overlay) for overlay in self.shown if overlay.end is not None and 0 <= overlay.end[1] <= height
        ]
        wide = max((self._small.width(overlay.study.short) for _, overlay in ends), default=0.0) + 2 * GRID_PX
        occupied, bars = list(taken), self._bars_right_of(width - wide)
        for end, overlay in sorted(ends, key=lambda one: one[0][1]):
            text_px = self._small.width(overlay.study.short) + 2 * GRID_PX
            wanted = QRectF(round(width - text_px), round(end[1] - NAME_PX / 2), text_px, NAME_PX)
            # Where bars fill the height, names cover bars sooner than each other.
            rect = _free(wanted, [*occupied, *bars], height) or _free(wanted, occupied, height) or wanted
            occupied.append(rect)
            found.append((overlay, rect))
        return found

    def _bars_right_of(self, x: float) -> list[QRectF]:
        """What the latest bars cover: they are read more than any name."""
        columns = self._view.sight.columns
        if columns is None:
            return []
        first = int(np.searchsorted(columns.x, x - self._view.half_width()))
        if first >= len(columns.x):
            return []
        top, bottom = self._pane.row_of(columns.high[first:].max()), self._pane.row_of(columns.low[first:].min())
        return [QRectF(x, top, self._pane.width - x, bottom - top)]

    def paint_names(self, painter: QPainter, taken: Sequence[QRectF]) -> None:
        ink, names = self._view.ink, self.names(taken)
        painter.setPen(ink.band_pen)
        for overlay, rect in names:
            assert overlay.end is not None
            x, y = overlay.end
            if not rect.top() <= y <= rect.bottom():
                # From the line's end to its name.
                painter.drawLine(QLineF(x, y, min(max(x, rect.left()), rect.right()), rect.bottom() if rect.bottom() < y else rect.top()))
        self._small.use(painter)
        for overlay, rect in names:
            painter.fillRect(rect, ink.panel)
            painter.setPen(ink.text)
            self._small.left(painter, rect.left() + GRID_PX, rect.top(), NAME_PX, overlay.study.short)

    # legend ----------------------------------------------------------------------------------------------------------

    def paint_legend(self, painter: QPainter, y: float) -> list[QRectF]:
        """One line a study: a sample of its line, its name, its values at the crosshair or now."""
        model, slot, rects = self._view.model, self._view.crosshair.slot, []
        for overlay in self.shown:
            if y + LEGEND_PX > self._pane.height / 2:
                break
            study = overlay.study
            values = [model.study_text(study, number, slot) for number in range(len(study.kind.lines))]
            rects.append(self.legend_line(painter, y, overlay.look, study.title, "  ".join(one for one in values if one)))
            y += LEGEND_PX
        return rects

    def legend_line(self, painter: QPainter, y: float, look: Look, name: str, values: str) -> QRectF:
        ink, x = self._view.ink, CAPTION_PX + SAMPLE_PX + GRID_PX
        rect = QRectF(0, y, x + 3 * GRID_PX + self._small.width(name) + self._small.width(values), LEGEND_PX)
        painter.fillRect(rect, ink.panel)
        painter.setPen(ink.study_pen)
        look.paint_sample(painter, CAPTION_PX, round(y + LEGEND_PX / 2) + 0.5)
        self._small.use(painter)
        painter.setPen(ink.muted)
        self._small.left(painter, x, y, LEGEND_PX, name)
        painter.setPen(ink.text)
        self._small.left(painter, x + self._small.width(name) + 2 * GRID_PX, y, LEGEND_PX, values)
        return rect


def _free(wanted: QRectF, taken: Sequence[QRectF], height: float) -> QRectF | None:
    """The nearest place above or below that covers nothing, within the height."""
    wanted.moveTop(min(max(wanted.top(), 0.0), max(height - wanted.height(), 0.0)))
    near = [rect for rect in taken if rect.left() < wanted.right() and rect.right() > wanted.left()]
    tops = [wanted.top(), *(rect.bottom() for rect in near), *(rect.top() - wanted.height() for rect in near)]
    for top in sorted(tops, key=lambda top: abs(top - wanted.top())):
        found = wanted.translated(0, top - wanted.top())
        if 0 <= top <= height - wanted.height() and not any(found.intersects(rect) for rect in near):
            return found
    return None
