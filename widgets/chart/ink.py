"""The theme's colours as the pens and brushes that the chart paints with, made once a theme."""

from PySide6.QtCore import Qt

from widgets.pens import mixed, thin
from widgets.style import Theme


class Ink:
    def __init__(self, theme: Theme) -> None:
        color = theme.color
        self.panel, self.raised, self.hairline = color("panel"), color("raised"), color("hairline")
        self.text, self.muted, self.focus, self.own = color("text"), color("muted"), color("selection"), color("own")
        self.rising, self.falling = color("bid"), color("ask")
        self.rising_fill, self.falling_fill = color("bid_fill"), color("ask_fill")
        self.volume = mixed(color("muted"), color("panel"), 0.5)
        self.rising_pen, self.falling_pen = thin(self.rising), thin(self.falling)
        self.grid_pen = thin(mixed(self.hairline, self.panel, 0.6))
        self.hairline_pen = thin(self.hairline)
        self.cross_pen = thin(self.muted, Qt.PenStyle.DashLine)
        self.rising_line, self.falling_line = (
            thin(color, Qt.PenStyle.DotLine) for color in (self.rising, self.falling)
        )
        self.panel_pen = thin(self.panel)
