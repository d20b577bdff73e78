"""The theme's colours as the pens and brushes that the chart paints with, made once a theme."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from widgets.style import Theme


def cosmetic(color: QColor, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """One pixel wide whatever the zoom: wider or scaled pens are several times slower in software."""
    pen = QPen(color, 1, style)
    pen.setCosmetic(True)
    return pen


class Ink:
    def __init__(self, theme: Theme) -> None:
        color = theme.color
        self.panel, self.raised, self.hairline = color("panel"), color("raised"), color("hairline")
        self.text, self.muted, self.focus, self.own = color("text"), color("muted"), color("selection"), color("own")
        self.rising, self.falling = color("bid"), color("ask")
        self.rising_fill, self.falling_fill = color("bid_fill"), color("ask_fill")
        self.volume = mixed(color("muted"), color("panel"), 0.5)
        self.rising_pen, self.falling_pen = cosmetic(self.rising), cosmetic(self.falling)
        self.grid_pen = cosmetic(mixed(self.hairline, self.panel, 0.6))
        self.hairline_pen = cosmetic(self.hairline)
        self.cross_pen = cosmetic(self.muted, Qt.PenStyle.DashLine)
        self.rising_line, self.falling_line = (
            cosmetic(color, Qt.PenStyle.DotLine) for color in (self.rising, self.falling)
        )
        self.panel_pen = cosmetic(self.panel)


def mixed(one: QColor, other: QColor, part: float) -> QColor:
    """Opaque, because blending costs more than filling. part 1 is one, 0 is other."""
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(a * part + b * (1 - part)) for a, b in pairs))
