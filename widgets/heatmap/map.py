"""The heatmap's picture: one image of the books, layers over it, scales, crosshair; and its gestures.

Invariants: the image is one item whose bytes are looked up in the theme's table; a gesture never changes data. Scales never
overlap their labels.
"""

from typing import Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

import pyqtgraph as pg  # isort: skip  # after PySide6, which it then binds to

from core.projections.heatmap import STEP_NS
from widgets.heatmap.framing import Framing
from widgets.heatmap.ink import Ink
from widgets.heatmap.layers import Layers
from widgets.heatmap.model import HeatmapModel
from widgets.heatmap.ring import ROWS
from widgets.keyboard import pressed
from widgets.scales import clock_text, even_ticks, tick_text, time_ticks
from widgets.style import GRID_PX, ROW_PX, SMALL_PX, Theme, px
from widgets.tongue import mark, tr
from widgets.type_face import TypeFace

ZOOM_STEP: Final = 1.25
PAN_PART: Final = 0.1
PAN_ROWS: Final = 10
TAG_PX: Final = 18
PAD_PX: Final = 2 * GRID_PX
STRIP_PX: Final = 72
STRIP_PART: Final = 0.3
STRIP_LEAST_PX: Final = 36
"""A lower strip could not be read: the map takes its room."""
PRICE_LABEL_PX: Final = 36
EMPTY: Final = (mark("No book yet"), mark("What stands in the book appears here as time goes by."))


class Heatmap(pg.GraphicsView):  # type: ignore[misc]
    """pointed, priced: session time and price under the pointer, or None. framed: what is in view, or pointed at, changed."""

    pointed = Signal(object)
    priced = Signal(object)
    framed = Signal()

    def __init__(self, theme: Theme, model: HeatmapModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=theme.color("panel"))
        self._model = model
        self.framing = Framing()
        self.layers = Layers(model, self.framing)
        self.ink = Ink(theme)
        self.image = pg.ImageItem()
        self.image.setLookupTable(self.ink.table)
        self.scene().addItem(self.image)
        self._over = Over(self)
        self.scene().addItem(self._over)
        self._pointer: QPointF | None = None
        self._linked: int | None = None
        self._linked_price: int | None = None
        self._said: int | None = None
        self._said_price: int | None = None
        self._dragged: QPointF | None = None
        self._rows_left = 0.0
        self._scale_px = 56
        self._face = TypeFace(strong=True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Liquidity heatmap"))

    def set_theme(self, theme: Theme) -> None:
        self.ink = Ink(theme)
        self.image.setLookupTable(self.ink.table)
        self.setBackground(theme.color("panel"))
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(px(700), px(340))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), px(72))

    # what is in view -------------------------------------------------------------------------------------------------

    @property
    def model(self) -> HeatmapModel:
        return self._model

    def restart(self) -> None:
        self.framing.forget()
        self._scale_px = 56
        self.refresh()

    def refresh(self) -> None:
        """After new columns, a gesture or a resize."""
        model, framing = self._model, self.framing
        if model.instrument is not None and not model.is_empty:
            framing.grow(model.last_step(), model.middle(), model.instrument.tick)
            if framing.window is not None:
                wanted = round(self._face.width(model.instrument.price_text(framing.window.top))) + 2 * PAD_PX
                if wanted > self._scale_px:
                    self._scale_px = wanted
                    self._place()
        self._show_image()
        self.layers.make()
        self._say()
        self.repaint_all()
        self.framed.emit()

    def _show_image(self) -> None:
        framing = self.framing
        if framing.window is None or self._model.is_empty:
            self.image.clear()
            return
        first, end = int(np.floor(framing.left)), min(int(np.ceil(framing.right)), self._model.last_step() + 1)
        if end <= first:
            self.image.clear()
            return
        # Turned over: rows of an image go upwards in no scene of ours, the highest price is row 0.
        self.image.setImage(self._model.ring.image(first, end, framing.window), autoLevels=False)
        left = (first - framing.left) * framing.step_px
        self.image.setRect(QRectF(left, 0, (end - first) * framing.step_px, self.layers.pane.height()))

    def _place(self) -> None:
        width, height = self.viewport().width(), self.viewport().height()
        scale = min(self._scale_px, width // 3)
        room = max(height - ROW_PX, 2)
        strip = min(STRIP_PX, int(room * STRIP_PART))
        if strip < STRIP_LEAST_PX:
            strip = 0
        self.layers.pane = QRectF(0, 0, max(width - scale, 1), room - strip)
        self.layers.strip = QRectF(0, room - strip, max(width - scale, 1), strip)
        self.framing.resize(width - scale)
        self._over.place(QRectF(0, 0, width, height))

    def repaint_all(self) -> None:
        self._over.update()
        QCoreApplication.sendPostedEvents(self.scene(), QEvent.Type.MetaCall.value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_face"):  # Qt may send the first one from within the base's constructor
            self._place()
            self.refresh()

    # pointing --------------------------------------------------------------------------------------------------------

    def step_pointed(self) -> int | None:
        if self._model.is_empty:
            return None
        if self._pointer is not None and 0 <= self._pointer.x() < self.layers.pane.width():
            return int(np.floor(self.framing.left + self._pointer.x() / self.framing.step_px))
        if self._linked is not None and self.framing.left <= self._linked / STEP_NS < self.framing.right:
            return self._linked // STEP_NS
        return None

    def price_pointed(self) -> int | None:
        if self.step_pointed() is None:
            return None
        if self._pointer is not None:
            return self.layers.price_at(self._pointer.y())
        price, window = self._linked_price, self.framing.window
        return price if price is not None and window is not None and window.low <= price < window.top else None

    def show_crosshair(self, at: int | None) -> None:
        """From a linked panel; the pointer over this map is stronger."""
        self._linked = at
        self.repaint_all()

    def show_price_cross(self, price: int | None) -> None:
        """The same for the price; drawn where the time is known too."""
        self._linked_price = price
        self.repaint_all()

    def forget_pointer(self) -> None:
        self._dragged = None
        self.point_at(None)

    def point_at(self, pointer: QPointF | None) -> None:
        self._pointer = pointer
        self._say()
        self.repaint_all()
        self.framed.emit()

    def _say(self) -> None:
        step = self.step_pointed() if self._pointer is not None else None
        at = step * STEP_NS if step is not None else None
        if at != self._said:
            self._said = at
            self.pointed.emit(at)
        price = self.price_pointed() if at is not None else None
        if price != self._said_price:
            self._said_price = price
            self.priced.emit(price)

    # hands -----------------------------------------------------------------------------------------------------------

    def latest(self) -> None:
        self.framing.latest()
        self.refresh()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not self._model.is_empty:
            self._dragged, self._rows_left = event.position(), 0.0
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._dragged is not None:
            moved, self._dragged, self._pointer = at - self._dragged, at, at
            self._rows_left += moved.y() / max(self.layers.pane.height(), 1.0) * ROWS
            rows = int(self._rows_left)
            self._rows_left -= rows
            self.framing.pan(-moved.x() / self.framing.step_px, rows)
            self.refresh()
        else:
            self.point_at(at)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None
        self.unsetCursor()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._reset()
        event.accept()

    def _reset(self) -> None:
        if self._model.instrument is not None:
            self.framing.reset(self._model.middle(), self._model.instrument.tick)
        self.refresh()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned and self._model.instrument is not None:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                price = self.layers.price_at(event.position().y())
                if price is not None:
                    self.framing.zoom_prices(turned < 0, price, self._model.instrument.tick)
            else:
                self.framing.zoom(ZOOM_STEP ** (-turned / 120), self.framing.left + event.position().x() / self.framing.step_px)
            self.refresh()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        framing, key, instrument = self.framing, event.key(), self._model.instrument
        zoom = {"heatmap.more_time": ZOOM_STEP, "heatmap.less_time": 1 / ZOOM_STEP}.get(pressed("heatmap", event))
        if instrument is None or (zoom is None and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier):
            event.ignore()
            return
        span = framing.right - framing.left
        if zoom is not None:
            framing.zoom(zoom, (framing.left + framing.right) / 2)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            framing.pan(span * (PAN_PART if key == Qt.Key.Key_Right else -PAN_PART), 0)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            framing.pan(0.0, PAN_ROWS if key == Qt.Key.Key_Up else -PAN_ROWS)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            framing.zoom_prices(key == Qt.Key.Key_PageDown, self._model.middle(), instrument.tick)
        elif key == Qt.Key.Key_End:
            framing.latest()
        elif key == Qt.Key.Key_Home:
            self._reset()
            return
        else:
            event.ignore()
            return
        self.refresh()

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


class Over(QGraphicsItem):
    """Everything but the image."""

    def __init__(self, heatmap: Heatmap) -> None:
        super().__init__()
        self._map = heatmap
        self._rect = QRectF()
        self._plain, self._strong, self._small = TypeFace(), TypeFace(strong=True), TypeFace(SMALL_PX)

    def place(self, rect: QRectF) -> None:
        self.prepareGeometryChange()
        self._rect = rect

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        heatmap, layers, ink = self._map, self._map.layers, self._map.ink
        if heatmap.model.is_empty or heatmap.framing.window is None:
            self._paint_empty(painter)
        else:
            painter.save()
            painter.setClipRect(layers.pane)
            layers.paint_map(painter, ink)
            painter.restore()
            painter.save()
            painter.setClipRect(layers.strip)
            painter.translate(layers.strip.topLeft())
            layers.paint_strip(painter, ink)
            painter.restore()
            self._paint_scales(painter)
        if heatmap.hasFocus():
            painter.setPen(ink.focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._rect.adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_scales(self, painter: QPainter) -> None:
        heatmap, layers, ink, framing = self._map, self._map.layers, self._map.ink, self._map.framing
        instrument, window = heatmap.model.instrument, framing.window
        assert instrument is not None and window is not None
        right, height, base = layers.pane.width(), layers.pane.height(), layers.strip.bottom()
        painter.fillRect(QRectF(right, 0, self._rect.width() - right, self._rect.height()), ink.panel)
        painter.fillRect(QRectF(0, base, self._rect.width(), ROW_PX), ink.panel)
        painter.setPen(ink.hairline_pen)
        painter.drawLine(QLineF(right + 0.5, 0, right + 0.5, base))
        painter.drawLine(QLineF(0, base + 0.5, self._rect.width(), base + 0.5))
        price, step = heatmap.price_pointed(), heatmap.step_pointed()
        tag_y = float(layers.y_of(float(price))) if price is not None else None
        self._plain.use(painter)
        painter.setPen(ink.muted)
        edge = self._rect.width() - PAD_PX
        for tick in even_ticks(window.low, window.top - 1, instrument.tick, height, PRICE_LABEL_PX)[0]:
            y = float(layers.y_of(float(tick)))
            if TAG_PX / 2 <= y <= height - TAG_PX / 2 and (tag_y is None or abs(y - tag_y) > TAG_PX):
                self._plain.right(painter, edge, y - TAG_PX / 2, TAG_PX, instrument.price_text(tick))
        half = self._strong.width("20:47:17") / 2
        tag_x = min(max(float(layers.x_of(float(step))), half + GRID_PX), right - half - GRID_PX) if step is not None else None
        start, end = int(framing.left * STEP_NS), int(framing.right * STEP_NS)
        for at in time_ticks(start, end, right, 2 * half + 7 * GRID_PX):
            x = float(layers.x_of(at / STEP_NS))
            if half <= x <= right - half and (tag_x is None or abs(x - tag_x) > 2 * half + GRID_PX):
                self._plain.centre(painter, x, base + 1, ROW_PX - 1, tick_text(at))
        self._small.use(painter)
        painter.setPen(ink.muted)
        self._small.right(painter, edge, base + 1, ROW_PX - 1, "UTC")
        strip = layers.strip
        if not strip.height():
            self._paint_crosshair(painter, (step, tag_x, half), (price, tag_y))
            return
        painter.setPen(ink.hairline_pen)
        painter.drawLine(QLineF(right, strip.top() + 0.5, self._rect.width(), strip.top() + 0.5))
        painter.setPen(ink.muted)
        self._small.left(painter, right + GRID_PX, strip.top(), strip.height() * 0.6, tr("Delta"))
        self._small.left(painter, right + GRID_PX, strip.top() + strip.height() * 0.6, strip.height() * 0.4, tr("Imbal."))
        self._paint_crosshair(painter, (step, tag_x, half), (price, tag_y))

    def _paint_crosshair(
        self, painter: QPainter, time: tuple[int | None, float | None, float], level: tuple[int | None, float | None]
    ) -> None:
        layers, ink, instrument = self._map.layers, self._map.ink, self._map.model.instrument
        (step, tag_x, half), (price, tag_y) = time, level
        base, right = layers.strip.bottom(), layers.pane.width()
        painter.setPen(ink.cross_pen)
        if step is not None and tag_x is not None:
            x = float(layers.x_of(float(step)))
            painter.drawLine(QLineF(x, 0, x, base))
            self._tag(painter, QRectF(round(tag_x - half) - GRID_PX, base + 1, 2 * round(half) + 2 * GRID_PX, ROW_PX - 3))
            self._strong.centre(painter, tag_x, base + 1, ROW_PX - 3, clock_text(step * STEP_NS))
        if price is not None and tag_y is not None and instrument is not None:
            painter.setPen(ink.cross_pen)
            y = float(np.floor(tag_y)) + 0.5
            painter.drawLine(QLineF(0, y, right, y))
            top = min(max(round(tag_y - TAG_PX / 2), 0), round(layers.pane.height()) - TAG_PX)
            self._tag(painter, QRectF(right + 1, top, self._rect.width() - right - 1, TAG_PX))
            self._strong.right(painter, self._rect.width() - PAD_PX, top, TAG_PX, instrument.price_text(price))

    def _tag(self, painter: QPainter, rect: QRectF) -> None:
        painter.fillRect(rect, self._map.ink.text)
        self._strong.use(painter)
        painter.setPen(self._map.ink.panel)

    def _paint_empty(self, painter: QPainter) -> None:
        y = self._rect.height() / 2 - ROW_PX
        for face, pen, text in ((self._strong, self._map.ink.text, tr(EMPTY[0])), (self._plain, self._map.ink.muted, tr(EMPTY[1]))):
            face.use(painter)
            painter.setPen(pen)
            face.centre(painter, self._rect.width() / 2, y, ROW_PX, text)
            y += ROW_PX
