"""A small arrow head: which way a trade's aggressor pushed. Shape beside colour, so that neither is needed alone."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from widgets.style import px


def triangle(painter: QPainter, x: float, y: float, upwards: bool, color: QColor) -> None:
    """Centred on (x, y), 8 pixels wide at 100 %."""
    half, less = px(4), px(3)
    tip, base = (y - half, y + less) if upwards else (y + half, y - less)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([QPointF(x - half, base), QPointF(x + half, base), QPointF(x, tip)]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
