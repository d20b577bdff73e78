"""Pens and opaque mixes of theme colours that software painting is quick with."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen


def thin(color: QColor, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """One pixel at 100 %, two at 200 %. Never wider: software painting of wide lines is several times slower."""
    return QPen(color, 1, style, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)


def mixed(one: QColor, other: QColor, part: float) -> QColor:
    """Opaque, because blending costs more than filling. part 1 is one, 0 is other."""
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(a * part + b * (1 - part)) for a, b in pairs))
