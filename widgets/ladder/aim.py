"""What was said to be below the pointer, and where the pointer was then.

Invariant: an order goes to the price that was said. A press at the very place of the last look, over another row or column than was said
there, means that the rows moved and not the hand: it is missed, and must do nothing.
"""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget


class Aim:
    """at: on the screen, None: it was not seen yet, or has left. price 0: no row was said."""

    __slots__ = ("_origin", "at", "price", "zone")

    def __init__(self) -> None:
        self.at: QPoint | None = None
        self.price, self.zone = 0, ""
        self._origin = QPoint()

    def take(self, at: QPoint, price: int, zone: str) -> None:
        """The hand moved, or said by another motion of its own that it looks."""
        self.at, self.price, self.zone = at, price, zone

    def forget(self) -> None:
        self.at, self.price, self.zone = None, 0, ""

    def misses(self, at: QPoint, price: int, zone: str) -> bool:
        return at == self.at and (price, zone) != (self.price, self.zone)

    def has_slid(self, rows: QWidget) -> bool:
        """Whether the rows stand elsewhere on the screen than the last time. A pointer that was beside them, and above them now, was
        told nothing."""
        origin = rows.mapToGlobal(QPoint())
        if origin == self._origin:
            return False
        self._origin = origin
        at = QCursor.pos()
        if self.at is None and rows.isVisible() and rows.rect().contains(rows.mapFromGlobal(at)):
            self.take(at, 0, "")
        return True
