"""A pane of the chart: a rectangle with a range of values, over the slots that all panes share; and what is painted in one.

Invariants: pixels are whole, a line stands in the middle of one; whatever is painted stays inside its pane; geometry is made
again only when what is in view changed, not when the crosshair moves.
"""

from math import exp, floor, isfinite, log
from typing import Any, Final

import numpy as np
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from widgets.chart.framing import Framing
from widgets.chart.ink import Ink
from widgets.chart.kinds import Drawn
from widgets.chart.model import ChartModel
from widgets.chart.sight import Sight

CAPTION_PX: Final = 8
FOOTPRINT_SLOT_PX: Final = 72.0
"""A bar needs this much room for two sizes side by side."""


class Crosshair:
    """slot: None when there is no crosshair. y: pixels from the top of `pane`, None when only the time is known."""

    def __init__(self) -> None:
        self.slot: int | None = None
        self.y: float | None = None
        self.pane: Pane | None = None
        self.carries = False
        """Something hangs on the pointer and has a line of its own."""


class Pane:
    """low, high: the values at its bottom and top. ratio: equal distances are equal ratios."""

    def __init__(self) -> None:
        self.rect = QRectF(0, 0, 1, 1)
        self.low, self.high = 0.0, 1.0
        self.ratio = False

    @property
    def width(self) -> float:
        return self.rect.width()

    @property
    def height(self) -> float:
        return self.rect.height()

    def y_of(self, values: Any) -> Any:
        """Pixel rows, in the middle of the pixel, from the pane's top."""
        if self.ratio:
            top, bottom = log(max(self.high, 1.0)), log(max(self.low, 1.0))
            values = np.log(np.maximum(values, 1.0))
        else:
            top, bottom = self.high, self.low
        return np.floor((top - values) * (self.height / max(top - bottom, 1e-12))) + 0.5

    def row_of(self, value: float) -> float:
        """y_of() for one: a dozen times a frame, and arrays take their time for one number."""
        if self.ratio:
            top, bottom, value = log(max(self.high, 1.0)), log(max(self.low, 1.0)), log(max(value, 1.0))
        else:
            top, bottom = self.high, self.low
        row = (top - value) * (self.rect.height() / max(top - bottom, 1e-12))
        # What is not there stays what it is, as in arrays.
        return floor(row) + 0.5 if isfinite(row) else row

    def value_at(self, y: float) -> float:
        part = y / max(self.height, 1.0)
        if self.ratio:
            top, bottom = log(max(self.high, 1.0)), log(max(self.low, 1.0))
            return exp(top - (top - bottom) * part)
        return self.high - (self.high - self.low) * part


class View:
    """What all items of one chart look at. Its ink changes with the theme."""

    def __init__(self, model: ChartModel, framing: Framing, sight: Sight, crosshair: Crosshair, ink: Ink) -> None:
        self.model, self.framing, self.sight, self.crosshair, self.ink = model, framing, sight, crosshair, ink

    def x_of(self, slot: float) -> float:
        return floor((slot - self.framing.low) * self.framing.spacing_px) + 0.5

    def exact_slot(self, x: float) -> float:
        return self.framing.low + (x - 0.5) / self.framing.spacing_px

    def has_footprint(self) -> bool:
        """Narrower bars are drawn as candles."""
        return self.model.drawn is Drawn.FOOTPRINT and self.framing.spacing_px >= FOOTPRINT_SLOT_PX

    def half_width(self) -> int:
        """Pixels of a body on each side of its middle."""
        return max(1, int(self.framing.spacing_px * 0.36))


class PaneItem(QGraphicsItem):
    """Paints one pane, in pixels from its top left corner."""

    def __init__(self, pane: Pane, view: View) -> None:
        super().__init__()
        self.pane, self.view = pane, view
        self._made_for: tuple[Any, ...] = ()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self.pane.width, self.pane.height)

    def place(self, rect: QRectF) -> None:
        if rect != self.pane.rect:
            self.prepareGeometryChange()
            self.pane.rect = rect
            self.setPos(rect.topLeft())

    def is_new(self, *more: Any) -> bool:
        """Whether the geometry must be made again."""
        pane = self.pane
        key = (self.view.sight.version, pane.low, pane.high, pane.ratio, pane.width, pane.height, *more)
        new, self._made_for = key != self._made_for, key
        return new

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self.pane.height < 1:
            return
        painter.setClipRect(self.boundingRect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self.paint_pane(painter)

    def paint_pane(self, painter: QPainter) -> None:
        raise NotImplementedError

    def paint_time_grid(self, painter: QPainter) -> None:
        painter.setPen(self.view.ink.grid_pen)
        height = self.pane.height
        columns = [self.view.x_of(slot) for slot, _ in self.view.sight.time_ticks]
        painter.drawLines([QLineF(x, 0, x, height) for x in columns])

    def paint_crosshair(self, painter: QPainter) -> None:
        crosshair = self.view.crosshair
        if crosshair.slot is None:
            return
        painter.setPen(self.view.ink.cross_pen)
        x = self.view.x_of(crosshair.slot)
        painter.drawLine(QLineF(x, 0, x, self.pane.height))
        if crosshair.pane is self.pane and crosshair.y is not None and not crosshair.carries:
            y = float(np.floor(crosshair.y)) + 0.5
            painter.drawLine(QLineF(0, y, self.pane.width, y))
