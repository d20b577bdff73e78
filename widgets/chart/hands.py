"""What mouse and keys do to the chart: pan, zoom, moving an order of ours by its line, and drawing.

Invariants: a press begins one thing only: the marker of orders out of view before an order's line, that before the picture;
Escape ends what is under way and nothing comes of it; an order moves at the drop, and at no other time, and unarmed its line is picture.
Drawings: drag a tool over the prices; a click chooses a drawing, a drag moves it or one of its points, its key takes it away.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from widgets.chart.drawings import Tool
from widgets.chart.marks import arm_first
from widgets.chart.model import ChartModel
from widgets.keyboard import pressed

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
        prices = self._plot.prices
        held = self._panned_from is not None or prices.own.drag is not None
        if prices.sketching.tool is not None:
            self._plot.tool_done.emit()
        held = prices.sketching.let_go() or held
        self._panned_from = None
        self.drop_order()
        self._plot.unsetCursor()
        return held

    def drop_order(self) -> None:
        """What is in the hand stays where it was."""
        own = self._plot.prices.own
        if own.drag is not None:
            own.drag = None
            self._plot.crosshair.carries = False
            self._plot.carried.emit()

    # the mouse -------------------------------------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        plot = self._plot
        if plot.prices.own.drag is not None:
            # Another button while an order is in the hand: it is let go of, and nothing else happens.
            self.drop_order()
            plot.given_up.emit()
            plot.repaint_all()
            return
        if event.button() is not Qt.MouseButton.LeftButton or not self._model.candles.count:
            return
        at = event.position()
        if plot.prices.pane.rect.contains(at) and self._take_hold(at):
            plot.repaint_all()
            return
        plot.prices.sketching.chosen = -1
        self._panned_from = at.x()
        plot.setCursor(Qt.CursorShape.ClosedHandCursor)

    def _take_hold(self, at: QPointF) -> bool:
        """Of what is under the pointer, the most urgent first. False: only of the picture."""
        own, sketching, beyond = self._plot.prices.own, self._plot.prices.sketching, self._plot.prices.beyond
        if sketching.tool is None and beyond.marker_at(at) is not None:
            self._plot.include_orders(not self._plot.sight.widened)
            return True
        if sketching.tool is Tool.TEXT:
            point = sketching.point_at(at)
            self.let_go()
            self._plot.words_wanted.emit(point, at)
            return True
        if sketching.tool is not None:
            return sketching.begin(at)
        grip = sketching.grip_at(at)
        if grip >= 0:
            sketching.take(sketching.chosen, grip, at)
            return True
        order = own.order_at(at.y())
        if order is not None and own.armed:
            own.take(order, at.y())
            self._plot.carried.emit()
            return True
        number = sketching.drawing_at(at)
        if number >= 0:
            sketching.take(number, -1, at)
        elif order is not None:
            self._plot.unarmed.emit()
        return number >= 0

    def move(self, at: QPointF) -> None:
        plot = self._plot
        if plot.prices.own.drag is not None:
            # Also beyond the pane's edges: the nearest price that is in view.
            plot.prices.own.pull(min(max(at.y(), 0.0), plot.prices.pane.height))
            plot.crosshair.carries = plot.prices.own.drag.moved
            plot.carried.emit()
            plot.point_at(at)
        elif plot.prices.sketching.held is not None:
            plot.prices.sketching.pull(at)
            plot.point_at(at)
        elif self._panned_from is not None:
            plot.framing.pan((self._panned_from - at.x()) / plot.framing.spacing_px)
            self._panned_from = at.x()
            plot.keep_pointer(at)
            plot.refresh()
        else:
            plot.setCursor(self._cursor(at))
            plot.point_at(at)
            self._tell(at)

    def _tell(self, at: QPointF) -> None:
        """The tip of an order's line that cannot be taken."""
        own, sketching = self._plot.prices.own, self._plot.prices.sketching
        inside = sketching.tool is None and self._plot.prices.pane.rect.contains(at)
        tells = inside and not own.armed and own.order_at(at.y()) is not None
        self._plot.prices.setToolTip(arm_first() if tells else "")

    def _cursor(self, at: QPointF) -> Qt.CursorShape:
        own, sketching = self._plot.prices.own, self._plot.prices.sketching
        if sketching.tool is not None:
            return Qt.CursorShape.CrossCursor
        if not self._plot.prices.pane.rect.contains(at):
            return Qt.CursorShape.ArrowCursor
        if self._plot.prices.beyond.marker_at(at) is not None:
            return Qt.CursorShape.PointingHandCursor
        if sketching.grip_at(at) >= 0:
            return Qt.CursorShape.SizeAllCursor
        if own.armed and own.order_at(at.y()) is not None:
            return Qt.CursorShape.SizeVerCursor
        return Qt.CursorShape.PointingHandCursor if sketching.drawing_at(at) >= 0 else Qt.CursorShape.ArrowCursor

    def release(self, event: QMouseEvent) -> None:
        plot = self._plot
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        dropped, sketching = plot.prices.own.drop(), plot.prices.sketching
        if sketching.held is not None:
            made = sketching.held.number < 0
            if sketching.drop():
                plot.drawn.emit()
            if made:
                plot.tool_done.emit()
        self._panned_from = None
        plot.crosshair.carries = False
        plot.setCursor(self._cursor(event.position()))
        if dropped is not None:
            plot.moved.emit(*dropped, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        plot.carried.emit()
        plot.repaint_all()

    def double_click(self, event: QMouseEvent) -> None:
        plot = self._plot
        if self._cursor(event.position()) is not Qt.CursorShape.ArrowCursor:
            return
        plot.framing.reset()
        plot.include_orders(False)

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
        if pressed("chart", event) == "chart.erase":
            removed = plot.prices.sketching.remove_chosen()
            if removed:
                plot.drawn.emit()
                plot.repaint_all()
            return removed
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key == Qt.Key.Key_Escape:
            carried = plot.prices.own.drag is not None
            held = self.let_go()
            if carried:
                plot.given_up.emit()
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
