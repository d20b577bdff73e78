"""The theme as the heatmap's table of colours, pens and brushes, made once a theme.

Bids brighten towards the bid's hue and asks towards the ask's: the two meanings that these hues have everywhere.
"""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from widgets.heatmap.ring import SHADES
from widgets.pens import mixed, thin
from widgets.style import Theme

FAINTEST, STRONGEST = 0.06, 0.72
"""Of the hue, over the panel: the brightest row stays darker than the lines and dots that lie on it."""

WAITS = (3.0, 4.0)
"""Drawn and left out, in pixels: short dashes, for the book's own lines and dots show through them."""


class Ink:
    def __init__(self, theme: Theme) -> None:
        color = theme.color
        self.panel, self.text, self.muted, self.focus = color("panel"), color("text"), color("muted"), color("selection")
        self.own, self.own_fill = color("own"), color("own_fill")
        self.tones = (color("bid"), color("ask"))
        self.fills = (color("bid_fill"), color("ask_fill"))
        self.table = self._table()
        self.hairline_pen, self.own_pen = thin(color("hairline")), thin(self.own)
        self.own_waits_pen = thin(self.own)
        self.own_waits_pen.setDashPattern(WAITS)
        self.cross_pen = thin(self.muted, Qt.PenStyle.DashLine)
        self.touch_pens = (thin(self.tones[0]), thin(self.tones[1]))
        self.dot_pen, self.line_pen = thin(self.panel), thin(self.text)
        self.zero_pen = thin(mixed(self.muted, self.panel, 0.45), Qt.PenStyle.DotLine)

    def _table(self) -> npt.NDArray[np.uint8]:
        """256 colours for the bytes of a ring: red, green, blue."""
        rows = [_parts(self.panel)]
        for tone in self.tones:
            for shade in range(SHADES):
                part = FAINTEST + (STRONGEST - FAINTEST) * shade / (SHADES - 1)
                rows.append(_parts(mixed(tone, self.panel, part)))
        rows.append(_parts(self.panel))
        return np.array(rows, dtype=np.uint8)


def _parts(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()
