"""Small labels on lines that may stand close together: each steps aside to the left until it covers no other."""

from PySide6.QtCore import QRectF

GAP_PX = 2


class Tags:
    """One for each painting."""

    def __init__(self) -> None:
        self._taken: list[QRectF] = []

    def place(self, wanted: QRectF) -> QRectF:
        found = QRectF(wanted)
        # Taken ones from the right to the left, so that one pass is enough.
        for other in sorted(self._taken, key=lambda rect: -rect.left()):
            if found.intersects(other):
                found.moveRight(other.left() - GAP_PX)
        self._taken.append(found)
        return found
