"""The theme's colours as the pens and brushes that the chart paints with, made once a theme.

Studies and drawings are neutral, told apart by dash, weight and the words at their end: every hue has its one meaning.
"""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

from widgets.pens import mixed, thin
from widgets.style import Theme

FRAME_PX: Final = 2
"""Of an armed chart; half of the pen is outside."""


class Ink:
    def __init__(self, theme: Theme) -> None:
        color = theme.color
        self.panel, self.raised, self.hairline = color("panel"), color("raised"), color("hairline")
        self.text, self.muted, self.focus, self.own = color("text"), color("muted"), color("selection"), color("own")
        self.own_fill, self.focus_fill = color("own_fill"), color("selection_fill")
        self.warning, self.warning_fill = color("warning"), color("warning_fill")
        self.warning_pen, self.armed_pen = thin(self.warning, Qt.PenStyle.DashLine), QPen(self.warning, 2 * FRAME_PX)
        self.rising, self.falling = color("bid"), color("ask")
        self.rising_fill, self.falling_fill = color("bid_fill"), color("ask_fill")
        self.volume = mixed(color("muted"), color("panel"), 0.5)
        self.area = mixed(color("muted"), color("panel"), 0.18)
        self.rising_pen, self.falling_pen = thin(self.rising), thin(self.falling)
        self.grid_pen = thin(mixed(self.hairline, self.panel, 0.6))
        self.hairline_pen = thin(self.hairline)
        self.cross_pen = thin(self.muted, Qt.PenStyle.DashLine)
        self.rising_line, self.falling_line = (
            thin(color, Qt.PenStyle.DotLine) for color in (self.rising, self.falling)
        )
        self.panel_pen, self.text_pen, self.muted_pen = thin(self.panel), thin(self.text), thin(self.muted)
        self.own_pen, self.own_dotted = thin(self.own), thin(self.own, Qt.PenStyle.DotLine)
        self.focus_pen = thin(self.focus)
        self.study_pen = thin(mixed(self.text, self.panel, 0.85))
        self.band_pen = thin(mixed(self.muted, self.panel, 0.75))
        self.mark_pen = thin(mixed(self.muted, self.panel, 0.45), Qt.PenStyle.DotLine)
