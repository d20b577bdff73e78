"""Small signs as vector paths: a state is told by its shape as well as by its word and colour.

Each function returns a filled path inside a square of the given size with its top left corner at the origin. They carry
no colour; whoever paints chooses it.
"""

from collections.abc import Callable
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

Shape = Callable[[float], QPainterPath]


def play(size: float) -> QPainterPath:
    return _polygon([(0.16, 0.06), (0.94, 0.5), (0.16, 0.94)], size)


def pause(size: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(0.14 * size, 0.08 * size, 0.26 * size, 0.84 * size))
    path.addRect(QRectF(0.60 * size, 0.08 * size, 0.26 * size, 0.84 * size))
    return path


def square(size: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(0.12 * size, 0.12 * size, 0.76 * size, 0.76 * size))
    return path


def disc(size: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(0.14 * size, 0.14 * size, 0.72 * size, 0.72 * size))
    return path


def ring(size: float) -> QPainterPath:
    """An open circle: released, at rest."""
    path = QPainterPath()
    path.addEllipse(QRectF(0.14 * size, 0.14 * size, 0.72 * size, 0.72 * size))
    path.addEllipse(QRectF(0.30 * size, 0.30 * size, 0.40 * size, 0.40 * size))
    return path


def octagon(size: float) -> QPainterPath:
    """The stop sign."""
    corners = [(0.5 + 0.5 * cos(pi / 8 + k * pi / 4), 0.5 + 0.5 * sin(pi / 8 + k * pi / 4)) for k in range(8)]
    return _polygon(corners, size)


def again(size: float) -> QPainterPath:
    """An arrow going round: replay, restart."""
    path = QPainterPath()
    outer, inner = QRectF(0.06 * size, 0.10 * size, 0.84 * size, 0.84 * size), QRectF(
        0.22 * size, 0.26 * size, 0.52 * size, 0.52 * size
    )
    path.arcMoveTo(outer, 60)
    path.arcTo(outer, 60, -300)
    path.arcTo(inner, 120, 300)
    path.closeSubpath()
    path.addPath(_polygon([(0.40, 0.0), (0.40, 0.40), (0.72, 0.20)], size).translated(-0.14 * size, 0.0))
    return path


def warning(size: float) -> QPainterPath:
    """A triangle with a mark cut out."""
    path = _polygon([(0.5, 0.04), (0.98, 0.92), (0.02, 0.92)], size)
    mark = QPainterPath()
    mark.addRect(QRectF(0.45 * size, 0.34 * size, 0.10 * size, 0.28 * size))
    mark.addRect(QRectF(0.45 * size, 0.70 * size, 0.10 * size, 0.10 * size))
    return path.subtracted(mark)


def clock(size: float) -> QPainterPath:
    """A dial with two hands: it is of another time."""
    path = QPainterPath()
    path.addEllipse(QRectF(0.04 * size, 0.04 * size, 0.92 * size, 0.92 * size))
    path.addEllipse(QRectF(0.16 * size, 0.16 * size, 0.68 * size, 0.68 * size))
    path.addRect(QRectF(0.44 * size, 0.24 * size, 0.12 * size, 0.32 * size))
    path.addRect(QRectF(0.56 * size, 0.44 * size, 0.18 * size, 0.12 * size))
    return path


def cross(size: float) -> QPainterPath:
    width = 0.09
    one = _polygon([(0.2 - width, 0.2), (0.2, 0.2 - width), (0.8 + width, 0.8), (0.8, 0.8 + width)], size)
    two = _polygon([(0.8 + width, 0.2), (0.8, 0.2 - width), (0.2 - width, 0.8), (0.2, 0.8 + width)], size)
    return one.united(two)


def pop_out(size: float) -> QPainterPath:
    """A small window over a bigger one: float or dock."""
    path = QPainterPath()
    path.addRect(QRectF(0.30 * size, 0.10 * size, 0.60 * size, 0.60 * size))
    path.addRect(QRectF(0.40 * size, 0.26 * size, 0.40 * size, 0.34 * size))
    path.addRect(QRectF(0.10 * size, 0.40 * size, 0.10 * size, 0.50 * size))
    path.addRect(QRectF(0.20 * size, 0.80 * size, 0.40 * size, 0.10 * size))
    return path


def dots(size: float) -> QPainterPath:
    """Three dots: a menu."""
    path = QPainterPath()
    for x in (0.08, 0.42, 0.76):
        path.addEllipse(QRectF(x * size, 0.42 * size, 0.16 * size, 0.16 * size))
    return path


def _polygon(corners: list[tuple[float, float]], size: float) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x * size, y * size) for x, y in corners]))
    path.closeSubpath()
    return path
