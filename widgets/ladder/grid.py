"""The mouse over the ladder's rows.

It says what was touched and where; whether that trades is the view's decision. Invariants: a press counts at the price under the pointer
then, and the second press of a double click counts for nothing; what the rows brought below a pointer that rests is not touched by
the next press (aim.py); disarmed nothing is dragged.
"""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from core.domain.enums import Side
from widgets.ladder.drag import Drag
from widgets.ladder.model import row_tip
from widgets.ladder.paint import TITLE_PX
from widgets.ladder.rows import LadderRows
from widgets.style import ROW_PX, Theme

SCROLL_ROWS = 3
SHIFT = Qt.KeyboardModifier.ShiftModifier


class LadderGrid(LadderRows):
    tapped = Signal(object, object, bool)
    """(side, row price, whether Shift was held): left press in a size column."""
    own_tapped = Signal(object)
    """Own orders of the cell that was pressed."""
    own_dragged = Signal(object, object, bool)
    """(own orders, row price, whether Shift was held)."""
    opened = Signal(object, object)
    """(side, row price): Alt and a press, to see the orders of the level."""
    slipped = Signal()
    """A press did nothing: the rows had moved under a pointer that had not."""
    focus_changed = Signal()
    scrolled = Signal(int)
    regrouped = Signal(int)
    recentred = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._wheel = 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index, zone = self._point(event.position().x(), event.position().y())
        if event.button() is Qt.MouseButton.MiddleButton:
            if not self.is_held():
                self.recentred.emit()
            return
        if index < 0:
            return
        if self.drag is None and self._has_slipped(event, index, zone):
            self.slipped.emit()
            return
        self._look(event)
        row = self._rows[index]
        self.set_cursor_price(row.price)
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if zone in ("own_bids", "bids", "asks", "own_asks"):
                self.opened.emit(Side.BUY if zone in ("own_bids", "bids") else Side.SELL, row.price)
            return
        own = row.own_bids if zone == "own_bids" else row.own_asks if zone == "own_asks" else ()
        if self.drag is not None:
            # Another button while something is in the hand: it is let go of, and nothing else happens.
            self.drop_drag()
        elif own and event.button() is Qt.MouseButton.RightButton:
            self.own_tapped.emit(own)
        elif own and event.button() is Qt.MouseButton.LeftButton:
            self.take(Drag(own, row.price, by_key=False))
        elif zone in ("bids", "asks") and event.button() is Qt.MouseButton.LeftButton:
            self.tapped.emit(Side.BUY if zone == "bids" else Side.SELL, row.price, bool(event.modifiers() & SHIFT))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Nothing: a nervous double click must send one order."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index, zone = self._look(event)
        drag = self.drag
        if drag is not None and not drag.by_key and self._armed:
            self.carry(drag.over(self._rows[index].price, zone) if index >= 0 else 0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag = self.drag
        if event.button() is not Qt.MouseButton.LeftButton or drag is None or drag.by_key:
            return
        # A press and a release with no move between them that Qt told of.
        index, zone = self._point(event.position().x(), event.position().y())
        slipped = self._has_slipped(event, index, zone)
        if self._armed and not slipped:
            drag.carry(drag.over(self._rows[index].price, zone) if index >= 0 else 0)
        self.drop_drag()
        if slipped:
            self.slipped.emit()
        elif not drag.moved:
            self.own_tapped.emit(drag.orders)
        elif drag.goes_somewhere:
            self.own_dragged.emit(drag.orders, drag.price, bool(event.modifiers() & SHIFT))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Touch pads send many small steps: whole notches only.
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / 120)
        self._wheel -= notches * 120
        event.accept()
        if not notches:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.regrouped.emit(-notches)
        else:
            self.scrolled.emit(notches * SCROLL_ROWS)
        # The hand itself moved them.
        self._look(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._inside = True
        self.settle()
        if self._aim.at != event.globalPosition().toPoint():
            self._look(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._inside = False
        self._aim.forget()
        self._hover_over(-1, "")

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index, _ = self._point(event.pos().x(), event.pos().y())
            if index >= 0 and self._instrument is not None:
                area = QRect(0, TITLE_PX + index * ROW_PX, self.width(), ROW_PX)
                QToolTip.showText(event.globalPos(), row_tip(self._instrument, self._rows[index]), self, area)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        self.focus_changed.emit()

    def _look(self, event: QMouseEvent | QEnterEvent | QWheelEvent) -> tuple[int, str]:
        """The hand moved: what is below it is said, and counts."""
        index, zone = self._point(event.position().x(), event.position().y())
        self._aim.has_slid(self)
        self._aim.take(event.globalPosition().toPoint(), self._price_of(index), zone)
        self._hover_over(index, zone)
        return index, zone

    def _has_slipped(self, event: QMouseEvent, index: int, zone: str) -> bool:
        """What is said counts from then on."""
        self.settle()
        slipped = self._armed and self._aim.misses(event.globalPosition().toPoint(), self._price_of(index), zone)
        if slipped:
            self._look(event)
        return slipped
