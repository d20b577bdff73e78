"""The chart's picture: panes over one axis of slots, their scales, the crosshair.

Invariants: ranges come from Framing, Sight and the studies alone; a gesture never changes data; nothing is made again when
neither data nor range nor size changed. Speaks of slots and session times, knows nothing of intervals. What hands do to it
is in hands.py.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

import pyqtgraph as pg  # isort: skip  # after PySide6, which it then binds to

from widgets.chart.axes import LEAST_PX, PriceScale, TimeScale
from widgets.chart.drawings import Tool
from widgets.chart.framing import Framing
from widgets.chart.hands import Hands
from widgets.chart.ink import Ink
from widgets.chart.model import ChartModel
from widgets.chart.pane import Crosshair, Pane, PaneItem, View
from widgets.chart.prices import PriceItem
from widgets.chart.sight import Sight
from widgets.chart.strips import StudyItem, VolumeItem
from widgets.style import ROW_PX, Theme, px
from widgets.tongue import tr

VOLUME_PART: Final = 0.2
STRIP_LEAST_PX, STRIP_MOST_PX = 32, 120
STRIPS_PART: Final = 0.6
"""Of the height, at most, for everything below the prices. What finds no room in it is not shown, from the lowest up."""


class ChartPlot(pg.GraphicsView):  # type: ignore[misc]
    """pointed, priced: session time and price under the pointer, or None. framed: a gesture or new data changed what is in view. moved: an
    order of ours was dropped at another price: (order, price, whether Shift was held)."""

    pointed = Signal(object)
    priced = Signal(object)
    framed = Signal()
    moved = Signal(object, int, bool)
    carried = Signal()
    """What is in the hand is another, or somewhere else."""
    given_up = Signal()
    """It was let go of by Escape or another button."""
    unarmed = Signal()
    """A press on the line of an order, where none can be taken."""
    drawn = Signal()
    """The drawings changed."""
    words_wanted = Signal(object, object)
    """A text begins here: its point, its place in pixels."""
    tool_done = Signal()

    def __init__(self, theme: Theme, model: ChartModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=theme.color("panel"))
        self._model = model
        self.framing, self.sight, self.crosshair = Framing(), Sight(), Crosshair()
        self.view = View(model, self.framing, self.sight, self.crosshair, Ink(theme))
        self._pointer: QPointF | None = None
        self._linked_at: int | None = None
        self._linked_price: int | None = None
        self._said: int | None = None
        self._said_price: int | None = None
        self.prices, self.volumes = PriceItem(Pane(), self.view), VolumeItem(Pane(), self.view)
        self.strips: list[StudyItem] = []
        self.price_scale = PriceScale(self.prices.pane, self.volumes.pane, self.view)
        self._time_scale = TimeScale(self.view)
        for item in (self.prices, self.volumes, self.price_scale, self._time_scale):
            self.scene().addItem(item)
        self.hands = Hands(self, model)
        self._scale_px = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Candle chart"))

    def set_theme(self, theme: Theme) -> None:
        self.view.ink = Ink(theme)
        self.setBackground(theme.color("panel"))
        self.viewport().update()

    # what is in view -------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(px(700), px(340))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), px(72))

    @property
    def panes(self) -> list[PaneItem]:
        return [self.prices, self.volumes, *self.strips]

    def restart(self) -> None:
        """Another market or interval: begin at the latest candle again."""
        instrument = self._model.instrument
        if instrument is not None:
            self.prices.caption = instrument.symbol
            self.volumes.caption = tr("Volume {base}", base=instrument.base)
        self.framing.grow(self._model.candles.last_slot)
        self.framing.reset()
        self.sight.with_orders = False
        self._scale_px = 0
        self.refresh()

    def show_studies(self) -> None:
        """After the model's studies changed: one pane for each that has its own."""
        for item in self.strips:
            self.scene().removeItem(item)
        self.strips = [StudyItem(Pane(), self.view, study) for study in self._model.studies if study.kind.own_pane]
        for item in self.strips:
            self.scene().addItem(item)
        self.price_scale.strips = self.strips
        self._place()
        self.refresh()

    def take_tool(self, tool: Tool | None) -> None:
        """The next press begins such a drawing; None: it begins none."""
        self.hands.let_go()
        self.prices.sketching.tool = tool
        self.setCursor(Qt.CursorShape.CrossCursor if tool is not None else Qt.CursorShape.ArrowCursor)
        self.setFocus()
        self.repaint_all()

    def set_armed(self, armed: bool) -> None:
        """Whether orders can be taken by their lines."""
        self.prices.own.armed = armed
        self.prices.setToolTip("")
        if not armed:
            self.hands.drop_order()
        self.viewport().update()
        self.repaint_all()

    def show_ratio(self, on: bool) -> None:
        """Equal distances are equal ratios: a logarithmic scale of prices."""
        self.prices.pane.ratio = on
        self.refresh()

    def include_orders(self, on: bool) -> None:
        """The range of prices holds all working orders of ours, however far they are."""
        self.sight.with_orders = on
        self.refresh()

    def refresh(self) -> None:
        """After new candles, a gesture or a resize."""
        self.framing.grow(self._model.candles.last_slot)
        self._see()
        wanted = self.price_scale.wanted_width()
        # It grows only, so that the last digits coming and going do not shake the picture.
        if wanted > self._scale_px:
            self._scale_px = wanted
            self._place()
            self._see()
        self._point()
        self.repaint_all()
        self.framed.emit()

    def _see(self) -> None:
        prices, volumes, sight = self.prices.pane, self.volumes.pane, self.sight
        sight.update(
            self._model, self.framing, prices.width, prices.height, volumes.height, self._time_scale.label_width(), prices.ratio
        )
        prices.low, prices.high = sight.low, sight.high
        volumes.low, volumes.high = 0.0, sight.top
        for strip in self.strips:
            strip.fit()

    def _place(self) -> None:
        """Everything at whole pixels: a line between two pixels would be a blur."""
        width, height = self.viewport().width(), self.viewport().height()
        scale = min(max(self._scale_px, LEAST_PX), width // 3)
        panes, room = max(width - scale, 1), max(height - ROW_PX, 2)
        below = [self.volumes, *self.strips]
        fit = max(int(room * STRIPS_PART) // STRIP_LEAST_PX, 0)
        for item in below[fit:]:
            item.place(QRectF(0, room, panes, 0))
        below = below[:fit]
        each = min(max(round(room * VOLUME_PART), STRIP_LEAST_PX), STRIP_MOST_PX, int(room * STRIPS_PART / max(len(below), 1)))
        top = room - each * len(below)
        self.prices.place(QRectF(0, 0, panes, top))
        for number, item in enumerate(below):
            item.place(QRectF(0, top + number * each, panes, each))
        self.price_scale.place(QRectF(panes, 0, scale, room))
        self._time_scale.place(QRectF(0, room, width, ROW_PX), panes)
        self.framing.resize(panes)

    def repaint_all(self) -> None:
        for item in (*self.panes, self.price_scale, self._time_scale):
            item.update()
        # A scene tells its view what became dirty by a posted call; sent now, it is painted in this frame, not after.
        QCoreApplication.sendPostedEvents(self.scene(), QEvent.Type.MetaCall.value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "hands"):  # Qt may send the first one from within the base's constructor
            self._place()
            self.refresh()

    # crosshair -------------------------------------------------------------------------------------------------------

    def show_crosshair(self, at: int | None) -> None:
        """From a linked panel; the pointer over this chart is stronger."""
        self._linked_at = at
        self._point()
        self.repaint_all()

    def show_price_cross(self, price: int | None) -> None:
        """The same for the price; drawn where the time is known too."""
        self._linked_price = price
        self._point()
        self.repaint_all()

    def _point(self) -> None:
        """Where the crosshair is now: candles may have moved under a pointer that stands still."""
        candles, crosshair, pointer = self._model.candles, self.crosshair, self._pointer
        crosshair.slot, crosshair.y, crosshair.pane = None, None, None
        at: int | None = None
        if candles.count and pointer is not None and 0 <= pointer.x() < self.prices.pane.width:
            crosshair.slot = round(self.view.exact_slot(pointer.x()))
            at = candles.time_of(crosshair.slot)
            for item in self.panes:
                if item.pane.rect.contains(pointer):
                    crosshair.pane, crosshair.y = item.pane, pointer.y() - item.pane.rect.top()
        elif candles.count and self._linked_at is not None:
            slot = candles.slot_of(self._linked_at)
            crosshair.slot = slot if self.framing.low <= slot <= self.framing.high else None
            if self._linked_price is not None and self.prices.pane.low <= self._linked_price <= self.prices.pane.high:
                crosshair.pane, crosshair.y = self.prices.pane, self.prices.pane.row_of(self._linked_price)
        price = self._price_pointed() if at is not None else None
        if at != self._said:
            self._said = at
            self.pointed.emit(at)
        if price != self._said_price:
            self._said_price = price
            self.priced.emit(price)

    def _price_pointed(self) -> int | None:
        """On the tick grid, as the scale's tag says it."""
        crosshair, instrument = self.crosshair, self._model.instrument
        if instrument is None or crosshair.y is None or crosshair.pane is not self.prices.pane:
            return None
        return round(self.prices.pane.value_at(crosshair.y) / instrument.tick) * instrument.tick

    def forget_pointer(self) -> None:
        """Hidden widgets get no leave event."""
        self.hands.let_go()
        self.point_at(None)

    def point_at(self, pointer: QPointF | None) -> None:
        self._pointer = pointer
        self._point()
        self.repaint_all()
        self.framed.emit()

    def keep_pointer(self, pointer: QPointF) -> None:
        """Moved together with the picture; refresh() follows."""
        self._pointer = pointer

    # hands -----------------------------------------------------------------------------------------------------------

    def latest(self) -> None:
        self.framing.latest()
        self.refresh()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hands.press(event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hands.move(event.position())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.hands.release(event)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.hands.double_click(event)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.hands.turn(event)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.hands.key(event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.point_at(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF | object) -> None:
        if self.prices.own.armed:
            painter.setPen(self.view.ink.armed_pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.viewport().rect()))
        if self.hasFocus():
            painter.setPen(self.view.ink.focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5))
