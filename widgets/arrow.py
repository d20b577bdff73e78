"""A small arrow head: which way a trade's aggressor pushed. Shape beside colour, so that neither is needed alone."""

from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from widgets.style import px


def triangle(painter: QPainter, x: float, y: float, upwards: bool, color: QColor) -> None:
    """Centred on (x, y), 8 pixels wide at 100 %."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(_shape(px(4), px(3), upwards).translated(x, y))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


@cache
def _shape(half: int, less: int, upwards: bool) -> QPolygonF:
    tip, base = (-half, less) if upwards else (half, -less)
    return QPolygonF([QPointF(-half, base), QPointF(half, base), QPointF(0, tip)])
