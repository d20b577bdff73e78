"""The chart's picture and its gestures: two view boxes linked in time, their scales, the crosshair.

Invariants: the view boxes' ranges come from Framing and Sight alone; a gesture never changes data; nothing is made
again when neither data nor range nor size changed. Speaks of slots and session times, knows nothing of intervals.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

import pyqtgraph as pg  # isort: skip  # after PySide6, which it then binds to

from widgets.chart.axes import PriceScale, TimeScale
from widgets.chart.framing import Framing
from widgets.chart.ink import Ink
from widgets.chart.items import Crosshair, PriceItem, VolumeItem
from widgets.chart.model import ChartModel
from widgets.chart.sight import Sight
from widgets.style import ROW_PX, Theme

ZOOM_STEP: Final = 1.2
"""A wheel notch or a key."""
PAN_PART: Final = 0.1
"""Of the view, a key press."""
VOLUME_PART: Final = 0.2
VOLUME_LEAST_PX, VOLUME_MOST_PX = 32, 120


class ChartPlot(pg.GraphicsView):  # type: ignore[misc]
    """pointed: session time under the pointer, or None. framed: a gesture or new data changed what is in view."""

    pointed = Signal(object)
    framed = Signal()

    def __init__(self, theme: Theme, model: ChartModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=theme.color("panel"))
        self._model = model
        self.framing, self.sight, self.crosshair = Framing(), Sight(), Crosshair()
        self._pointer: QPointF | None = None
        self._linked_at: int | None = None
        self._said: int | None = None
        self._dragged_from: float | None = None
        self._ink = Ink(theme)
        self._price_box, self._volume_box = self._add_box(), self._add_box()
        self._volume_box.setXLink(self._price_box)
        shared = (model, self.sight, self.crosshair, self._ink)
        self.prices, self.volumes = PriceItem(self._price_box, *shared), VolumeItem(self._volume_box, *shared)
        self._price_scale = PriceScale(self.prices, model, self.sight, self.crosshair)
        self._time_scale = TimeScale(self.prices, model, self.sight, self.crosshair)
        self.scene().addItem(self._price_scale)
        self.scene().addItem(self._time_scale)
        self._scale_px = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Candle chart")

    def _add_box(self) -> pg.ViewBox:
        box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        box.disableAutoRange()
        self.scene().addItem(box)
        return box

    def set_theme(self, theme: Theme) -> None:
        self._ink = self.prices.ink = self.volumes.ink = Ink(theme)
        self.setBackground(theme.color("panel"))
        self.viewport().update()

    # what is in view -------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(700, 340)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)

    def restart(self) -> None:
        """Another market or interval: begin at the latest candle again."""
        instrument = self._model.instrument
        if instrument is not None:
            self.prices.caption = instrument.symbol
            self.volumes.caption = f"Volume {instrument.base}"
        self.framing.grow(self._model.candles.last_slot)
        self.framing.reset()
        self._scale_px = 0
        self.refresh()

    def refresh(self) -> None:
        """After new candles, a gesture or a resize."""
        self.framing.grow(self._model.candles.last_slot)
        self._see()
        wanted = self._price_scale.wanted_width()
        # It grows only, so that the last digits coming and going do not shake the picture.
        if wanted > self._scale_px:
            self._scale_px = wanted
            self._place()
            self._see()
        self._point()
        self._repaint()
        self.framed.emit()

    def _see(self) -> None:
        box, volume = self._price_box.rect(), self._volume_box.rect()
        sight, framing = self.sight, self.framing
        sight.update(self._model, framing, box.width(), box.height(), volume.height(), self._time_scale.label_width())
        low, high = float(self._model.to_price(sight.low)), float(self._model.to_price(sight.high))
        self._price_box.setRange(xRange=(framing.low, framing.high), yRange=(low, high), padding=0)
        self._volume_box.setYRange(0.0, sight.top, padding=0)

    def _place(self) -> None:
        """Everything at whole pixels: a line between two pixels would be a blur."""
        width, height = self.viewport().width(), self.viewport().height()
        scale = min(max(self._scale_px, 56), width // 3)
        panes, room = max(width - scale, 1), max(height - ROW_PX, 2)
        volume = min(max(round(room * VOLUME_PART), VOLUME_LEAST_PX), VOLUME_MOST_PX, room // 2)
        self._price_box.setGeometry(QRectF(0, 0, panes, room - volume))
        self._volume_box.setGeometry(QRectF(0, room - volume, panes, volume))
        self._price_scale.place(QRectF(panes, 0, scale, room), room - volume)
        self._time_scale.place(QRectF(0, room, width, ROW_PX), panes)
        self.framing.resize(panes)

    def _repaint(self) -> None:
        for item in (self.prices, self.volumes, self._price_scale, self._time_scale):
            item.update()
        # A scene tells its view what became dirty by a posted call; sent now, it is painted in this frame, not after.
        QCoreApplication.sendPostedEvents(self.scene(), QEvent.Type.MetaCall.value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_time_scale"):  # Qt may send the first one from within the base's constructor
            self._place()
            self.refresh()

    # crosshair -------------------------------------------------------------------------------------------------------

    def show_crosshair(self, at: int | None) -> None:
        """From a linked panel; the pointer over this chart is stronger."""
        self._linked_at = at
        self._point()
        self._repaint()

    def _point(self) -> None:
        """Where the crosshair is now: candles may have moved under a pointer that stands still."""
        candles, panes = self._model.candles, self._price_box.rect().width()
        crosshair, pointer = self.crosshair, self._pointer
        crosshair.slot, crosshair.y = None, None
        at: int | None = None
        if candles.count and pointer is not None and 0 <= pointer.x() < panes:
            crosshair.slot = round(self.framing.low + (pointer.x() - 0.5) / self.framing.spacing_px)
            at = candles.time_of(crosshair.slot)
            if pointer.y() < self._price_box.rect().height():
                crosshair.y = pointer.y()
        elif candles.count and self._linked_at is not None:
            slot = candles.slot_of(self._linked_at)
            crosshair.slot = slot if self.framing.low <= slot <= self.framing.high else None
        if at != self._said:
            self._said = at
            self.pointed.emit(at)

    def forget_pointer(self) -> None:
        """Hidden widgets get no leave event."""
        self._dragged_from = None
        self._point_at(None)

    def _point_at(self, pointer: QPointF | None) -> None:
        self._pointer = pointer
        self._point()
        self._repaint()
        self.framed.emit()

    # hands -----------------------------------------------------------------------------------------------------------

    def latest(self) -> None:
        self.framing.latest()
        self.refresh()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._model.candles.count:
            self._dragged_from = event.position().x()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged_from is not None:
            x = event.position().x()
            self.framing.pan((self._dragged_from - x) / self.framing.spacing_px)
            self._dragged_from = x
            self._pointer = event.position()
            self.refresh()
        else:
            self._point_at(event.position())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = None
        self.unsetCursor()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.framing.reset()
        self.refresh()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned and self._model.candles.count:
            slot = self.framing.low + event.position().x() / self.framing.spacing_px
            self.framing.zoom(ZOOM_STEP ** (-turned / 120), slot)
            self.refresh()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        framing = self.framing
        key = event.key()
        if not self._model.candles.count or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
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
            event.ignore()
            return
        self.refresh()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF | object) -> None:
        if self.hasFocus():
            painter.setPen(self._ink.focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5))
