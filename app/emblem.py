"""The program's icon: a ladder's bids and asks around its price column, drawn at each size anew so that small ones stay sharp."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from widgets import shapes
from widgets.style import THEMES, Theme

SIZES_PX = (16, 24, 32, 48, 64, 128, 256)
BARS = ((0, 0.38), (0, 0.24), (1, 0.26), (1, 0.38))
"""From the top: 0 an ask to the right of the column, 1 a bid to its left, and how long it is."""


def icon(theme: Theme = THEMES["dark"]) -> QIcon:
    """Its ground is its own: title bars and task lists are light or dark."""
    made = QIcon()
    for size in SIZES_PX:
        pixmap, painter = _ground(size, theme.color("panel"))
        column, gap, high = size * 0.5, size * 0.10, size * 0.13
        for row, (bid, long) in enumerate(BARS):
            top = size * 0.16 + row * (high + size * 0.055)
            left = column - gap / 2 - long * size if bid else column + gap / 2
            painter.fillRect(QRectF(left, top, long * size, high), theme.color("bid" if bid else "ask"))
        painter.end()
        made.addPixmap(pixmap)
    return made


def stop_icon(theme: Theme = THEMES["dark"]) -> QIcon:
    """Of the window that only stops."""
    made = QIcon()
    for size in SIZES_PX:
        pixmap, painter = _ground(size, theme.color("panel"))
        painter.fillPath(shapes.octagon(size * 0.72).translated(size * 0.14, size * 0.14), theme.color("critical"))
        painter.end()
        made.addPixmap(pixmap)
    return made


def _ground(size: int, colour: QColor) -> tuple[QPixmap, QPainter]:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.18, size * 0.18)
    return pixmap, painter
