"""What mouse and keys do to the chart: pan, zoom, and moving an order of ours by its line.

Invariants: a press begins one thing only, an order's line before the picture; Escape ends what is under way and nothing
comes of it; an order moves at the drop, and at no other time.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from widgets.chart.model import ChartModel

if TYPE_CHECKING:
    from widgets.chart.plot import ChartPlot

ZOOM_STEP: Final = 1.2
"""A wheel notch or a key."""
PAN_PART: Final = 0.1
"""Of the view, a key press."""


class Hands:
    def __init__(self, plot: "ChartPlot", model: ChartModel) -> None:
        self._plot, self._model = plot, model
        self._panned_from: float | None = None

    def let_go(self) -> bool:
        """Whatever is under way ends without effect. False: nothing was."""
        held = self._panned_from is not None or self._plot.prices.own.drag is not None
        self._panned_from = None
        self._plot.prices.own.drag = None
        self._plot.unsetCursor()
        return held

    # the mouse -------------------------------------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        plot = self._plot
        if event.button() is not Qt.MouseButton.LeftButton or not self._model.candles.count:
            return
        at = event.position()
        order = plot.prices.own.order_at(at.y()) if plot.prices.pane.rect.contains(at) else None
        if order is not None:
            plot.prices.own.take(order)
        else:
            self._panned_from = at.x()
            plot.setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, at: QPointF) -> None:
        plot = self._plot
        if plot.prices.own.drag is not None:
            # Also beyond the pane's edges: the nearest price that is in view.
            plot.prices.own.pull(min(max(at.y(), 0.0), plot.prices.pane.height))
            plot.point_at(at)
        elif self._panned_from is not None:
            plot.framing.pan((self._panned_from - at.x()) / plot.framing.spacing_px)
            self._panned_from = at.x()
            plot.keep_pointer(at)
            plot.refresh()
        else:
            on_line = plot.prices.pane.rect.contains(at) and plot.prices.own.order_at(at.y()) is not None
            plot.setCursor(Qt.CursorShape.SizeVerCursor if on_line else Qt.CursorShape.ArrowCursor)
            plot.point_at(at)

    def release(self, event: QMouseEvent) -> None:
        plot = self._plot
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        dropped = plot.prices.own.drop()
        self.let_go()
        if dropped is not None:
            plot.moved.emit(*dropped)
        plot.repaint_all()

    def double_click(self, event: QMouseEvent) -> None:
        plot = self._plot
        if plot.prices.pane.rect.contains(event.position()) and plot.prices.own.order_at(event.position().y()) is not None:
            return
        plot.framing.reset()
        plot.refresh()

    def turn(self, event: QWheelEvent) -> None:
        turned, plot = event.angleDelta().y() or event.angleDelta().x(), self._plot
        if turned and self._model.candles.count:
            slot = plot.framing.low + event.position().x() / plot.framing.spacing_px
            plot.framing.zoom(ZOOM_STEP ** (-turned / 120), slot)
            plot.refresh()

    # keys ------------------------------------------------------------------------------------------------------------

    def key(self, event: QKeyEvent) -> bool:
        """False: it means nothing here."""
        plot, framing, key = self._plot, self._plot.framing, event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key == Qt.Key.Key_Escape:
            held = self.let_go()
            plot.repaint_all()
            return held
        if not self._model.candles.count:
            return False
        anchor = self._model.candles.last_slot if framing.follows else (framing.low + framing.high) / 2
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            framing.pan(framing.span * (PAN_PART if key == Qt.Key.Key_Right else -PAN_PART))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            framing.zoom(1 / ZOOM_STEP if key == Qt.Key.Key_Up else ZOOM_STEP, anchor)
        elif key == Qt.Key.Key_Home:
            framing.go_to_start()
        elif key == Qt.Key.Key_End:
            framing.latest()
        else:
            return False
        plot.refresh()
        return True
