"""A small arrow head: which way a trade's aggressor pushed. Shape beside colour, so that neither is needed alone."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF


def triangle(painter: QPainter, x: float, y: float, upwards: bool, color: QColor) -> None:
    """Centred on (x, y), 8 pixels wide."""
    tip, base = (y - 4, y + 3) if upwards else (y + 4, y - 3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([QPointF(x - 4, base), QPointF(x + 4, base), QPointF(x, tip)]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
