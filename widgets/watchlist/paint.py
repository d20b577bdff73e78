"""Paints the lines of a watchlist: two rows of text an instrument, a range bar and a trail.

It keeps its colours and laid-out texts between frames. It knows nothing of the mouse.
"""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from core.domain.enums import Side
from widgets.arrow import triangle
from widgets.style import GRID_PX, HEADING_PX, ROW_PX, SMALL_PX, Theme
from widgets.type_face import TypeFace
from widgets.watchlist.model import Line

LINE_PX = 2 * ROW_PX
TITLE_PX = ROW_PX
PAD_PX = 2 * GRID_PX
TRAIL_PX = 88


class Column(NamedTuple):
    """rank: columns of a higher rank leave first when the room is short."""

    name: str
    title: str
    width: int
    rank: int


COLUMNS = (
    Column("symbol", "Symbol", 96, 0), Column("last", "Last, change", 124, 0), Column("bid", "Bid, size", 84, 1),
    Column("ask", "Ask, size", 84, 1), Column("spread", "Spread, volume", 92, 3), Column("range", "Day range", 136, 4),
    Column("trail", "Trail", TRAIL_PX + PAD_PX, 5), Column("age", "Age", 64, 2),
)


def shown(width: int) -> list[tuple[Column, int, int]]:
    """(column, left, right) of those that fit; symbol, range and trail take what is left over."""
    kept = list(COLUMNS)
    while sum(column.width for column in kept) > width and max(column.rank for column in kept) > 0:
        highest = max(column.rank for column in kept)
        kept = [column for column in kept if column.rank != highest]
    spare = max(0, width - sum(column.width for column in kept))
    takers = [column.name for column in kept if column.name in ("trail", "range", "symbol")]
    made, left = [], 0
    for column in kept:
        right = left + column.width + (spare // len(takers) if column.name in takers else 0)
        made.append((column, left, right))
        left = right
    return made


class LinePainter:
    def __init__(self, theme: Theme) -> None:
        self.data, self.small, self.strong = TypeFace(), TypeFace(SMALL_PX), TypeFace(HEADING_PX, strong=True)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        color = theme.color
        self.panel, self.raised, self.hairline = color("panel"), color("raised"), color("hairline")
        self.text, self.muted, self.stale = color("text"), color("muted"), color("stale")
        self.tone = (color("bid"), color("ask"))
        self.selection = color("selection")

    def titles(self, painter: QPainter, columns: list[tuple[Column, int, int]], width: int) -> None:
        painter.fillRect(QRect(0, 0, width, TITLE_PX), self.panel)
        self.small.use(painter)
        painter.setPen(self.muted)
        for column, left, right in columns:
            if column.name in ("symbol", "range", "trail"):
                self.small.left(painter, left + PAD_PX, 0, TITLE_PX, column.title)
            else:
                self.small.right(painter, right - PAD_PX, 0, TITLE_PX, column.title)
        painter.fillRect(QRect(0, TITLE_PX - 1, width, 1), self.hairline)

    def line(
        self, painter: QPainter, columns: list[tuple[Column, int, int]], y: int, width: int, line: Line,
        aggressor: Side, selected: bool, hovered: bool, lit: bool,
    ) -> None:
        """lit: the last price changed just now."""
        ground = self.raised if selected or hovered else self.panel
        painter.fillRect(QRect(0, y, width, LINE_PX), ground)
        if selected:
            painter.fillRect(QRect(0, y, 3, LINE_PX), self.selection)
        painter.fillRect(QRect(0, y + LINE_PX - 1, width, 1), self.hairline)
        quiet = self.text if selected else self.muted
        for column, left, right in columns:
            match column.name:
                case "symbol":
                    self.strong.use(painter)
                    painter.setPen(self.text)
                    self.strong.left(painter, left + PAD_PX, y + 3, ROW_PX - 2, line.symbol)
                    self.small.use(painter)
                    painter.setPen(quiet)
                    self.small.left(painter, left + PAD_PX, y + ROW_PX - 1, ROW_PX - 2, line.venue)
                case "last":
                    self._last(painter, left, right, y, line, aggressor, lit)
                case "bid":
                    self._pair(painter, right, y, line.bid, line.bid_size, self.tone[Side.BUY])
                case "ask":
                    self._pair(painter, right, y, line.ask, line.ask_size, self.tone[Side.SELL])
                case "spread":
                    self._pair(painter, right, y, line.spread, line.volume, self.text)
                case "range":
                    self._range(painter, left, right, y, line, quiet)
                case "trail":
                    self._trail(painter, left, right, y, line)
                case "age":
                    pen = self.stale if line.is_stale else self.text
                    self._pair(painter, right, y, line.age, "stale" if line.is_stale else "", pen)

    def _pair(self, painter: QPainter, right: int, y: int, above: str, below: str, pen: QColor) -> None:
        self.data.use(painter)
        painter.setPen(pen)
        self.data.right(painter, right - PAD_PX, y + 3, ROW_PX - 2, above)
        painter.setPen(self.stale if below == "stale" else self.text)
        self.data.right(painter, right - PAD_PX, y + ROW_PX - 1, ROW_PX - 2, below)

    def _last(self, painter: QPainter, left: int, right: int, y: int, line: Line, aggressor: Side, lit: bool) -> None:
        self.strong.use(painter)
        wide = self.strong.width(line.last)
        if lit:
            painter.fillRect(QRect(int(right - PAD_PX - wide - 4), y + 4, int(wide + 8), ROW_PX - 4), self.hairline)
        if line.last_at >= 0:
            x, middle = right - PAD_PX - wide - 12, y + ROW_PX / 2 + 2
            triangle(painter, x, middle, aggressor is Side.BUY, self.tone[aggressor])
        painter.setPen(self.text)
        self.strong.right(painter, right - PAD_PX, y + 3, ROW_PX - 2, line.last)
        self.data.use(painter)
        text = f"{line.change}  {line.percent}" if line.percent else line.change
        self.data.right(painter, right - PAD_PX, y + ROW_PX - 1, ROW_PX - 2, text)

    def _range(self, painter: QPainter, left: int, right: int, y: int, line: Line, quiet: QColor) -> None:
        """A track from low to high, a notch where it opened, a block where it is."""
        if line.last_at < 0:
            return
        start, length, middle = left + PAD_PX, right - left - 2 * PAD_PX, y + ROW_PX // 2 + 2
        painter.fillRect(QRect(start, middle - 1, length, 2), self.muted)
        painter.fillRect(QRect(start + int(line.open_at * (length - 1)), middle - 4, 1, 8), self.muted)
        painter.fillRect(QRect(start + int(line.last_at * (length - 5)), middle - 5, 5, 10), self.text)
        self.small.use(painter)
        painter.setPen(quiet)
        self.small.left(painter, start, y + ROW_PX - 1, ROW_PX - 2, line.low)
        self.small.right(painter, start + length, y + ROW_PX - 1, ROW_PX - 2, line.high)

    def _trail(self, painter: QPainter, left: int, right: int, y: int, line: Line) -> None:
        if len(line.trail) < 2:
            return
        start, top, high = left + PAD_PX, y + 9.5, LINE_PX - 20
        step = (right - left - 2 * PAD_PX - 4) / (len(line.trail) - 1)
        points = [QPointF(start + index * step, top + (1 - value) * high) for index, value in enumerate(line.trail)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QPen(self.muted, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.text)
        painter.drawEllipse(points[-1], 2.5, 2.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
