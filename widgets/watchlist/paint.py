"""Paints the lines of a watchlist: one row or two of text an instrument, a range bar and a trail. Where two rows have not the room for
every column, the trail goes below the symbol and the position below the range, and venue and the range's ends are left to the hint; in
the narrowest the position has the trail's place.

It keeps its colours and laid-out texts between frames. It knows nothing of the mouse.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from core.domain.enums import Side
from core.domain.instrument import NARROW_SPACE
from widgets import shapes
from widgets.arrow import triangle
from widgets.figures import Figures
from widgets.style import GRID_PX, HEADING_PX, ROW_PX, SMALL_PX, Theme, px
from widgets.tongue import mark, tr
from widgets.type_face import TypeFace
from widgets.watchlist.model import Line

EMPTY = (mark("No instruments yet"), mark("Start a session: what it trades is listed here."))
CLEARED = (mark("No symbols in this list"), mark("Type one to add it; the menu brings back every listed instrument."))
TITLE_PX = ROW_PX
PAD_PX = 2 * GRID_PX
SIGN_PX = 11
MORE = "\u2026"
SHORT = 7
"""Characters that a narrow column has room for."""
KEPT_TRAILS = 512
"""Chosen: ten screens of lines."""


class Column(NamedTuple):
    """width: at 100 %. rank: columns of a higher rank leave first when the room is short. takes: shares what room is left over."""

    name: str
    title: str
    width: int
    rank: int
    takes: bool = False
    left: bool = False


ROOMY = (
    Column("symbol", mark("Symbol"), 72, 0, takes=True, left=True), Column("last", mark("Last, change"), 116, 0),
    Column("bid", mark("Bid, size"), 76, 1), Column("ask", mark("Ask, size"), 76, 1), Column("spread", mark("Spread, volume"), 92, 3),
    Column("range", mark("Day range"), 136, 4, takes=True, left=True), Column("trail", mark("Trail"), 96, 5, takes=True, left=True),
    Column("held", mark("Position, age"), 92, 2),
)
DENSE = (
    Column(
        "symbol", mark("Symbol"), 84, 0, takes=True, left=True,
    ), Column("last", mark("Last"), 82, 0), Column("change", mark("Change"), 76, 3),
    Column("percent", "%", 62, 1), Column(
        "bid_size", mark("Bid size"), 76, 4,
    ), Column("bid", mark("Bid"), 76, 2), Column("ask", mark("Ask"), 76, 2),
    Column("ask_size", mark("Ask size"), 76, 4), Column("spread", mark("Spread"), 64, 6), Column("volume", mark("Volume"), 84, 5),
    Column("range", mark("Day range"), 112, 7, takes=True, left=True), Column("trail", mark("Trail"), 96, 8, takes=True, left=True),
    Column("position", mark("Position"), 84, 3), Column("age", mark("Age"), 84, 5),
)
COMPACT = (
    Column("symbol", mark("Symbol"), 68, 0, takes=True, left=True), Column("last", mark("Last, %"), 88, 0),
    Column("bid", mark("Bid, size"), 62, 1), Column("ask", mark("Ask, size"), 62, 1), Column("spread", mark("Spread, vol"), 60, 2),
    Column("range", mark("Pos, range"), 60, 3, takes=True),
)
NARROW = tuple(
    column._replace(width=width, takes=column.name == "symbol", title=mark("Range") if column.name == "range" else column.title)
    for column, width in zip(COMPACT, (62, 74, 60, 60, 52, 36), strict=True)
)
"""The last price in the size of the others; everything but the range at 308 px, which is 320 beside a scroll bar."""
Places = list[tuple[Column, int, int]]
"""(column, left, right)."""


def shown(width: int, columns: tuple[Column, ...] = ROOMY) -> Places:
    """Those that fit; symbol, range and trail take what is left over."""
    kept = [column._replace(width=px(column.width)) for column in columns]
    while sum(column.width for column in kept) > width and max(column.rank for column in kept) > 0:
        highest = max(column.rank for column in kept)
        kept = [column for column in kept if column.rank != highest]
    spare = max(0, width - sum(column.width for column in kept))
    takers = sum(column.takes for column in kept)
    made, left = [], 0
    for column in kept:
        right = left + column.width + (spare // takers if column.takes else 0)
        made.append((column, left, right))
        left = right
    return made


def two_rows(width: int) -> tuple[Column, ...]:
    """The columns of lines of two rows: the first kind that fits as a whole, or the narrowest."""
    kinds = (ROOMY, COMPACT, NARROW)
    return next((kind for kind in kinds if sum(px(column.width) for column in kind) <= width), NARROW)


class Look(NamedTuple):
    """How a line is shown. lit: the last price changed just now. aggressor: of the last trade."""

    aggressor: Side
    selected: bool
    hovered: bool
    lit: bool


class LinePainter:
    """dense: one row of text an instrument."""

    def __init__(self, theme: Theme) -> None:
        self.data, self.small, self.strong = TypeFace(), TypeFace(SMALL_PX), TypeFace(HEADING_PX, strong=True)
        self.bold = TypeFace(strong=True)
        self.figures, self.large_figures, self.bold_figures = Figures(), Figures(HEADING_PX, strong=True), Figures(strong=True)
        self._trails: dict[tuple[object, ...], QPolygonF] = {}
        self.dense = False
        self.columns: tuple[Column, ...] = ROOMY
        self._cells: dict[str, Callable[[QPainter, int, int, int, Line], None]] = {
            "range": self._range, "trail": self._trail,
            "bid": lambda p, left, right, y, line: self._pair(p, left, right, y, line.bid, line.bid_size, self.tone[Side.BUY]),
            "ask": lambda p, left, right, y, line: self._pair(p, left, right, y, line.ask, line.ask_size, self.tone[Side.SELL]),
            "spread": lambda p, left, right, y, line: self._pair(p, left, right, y, line.spread, line.volume, self.text),
            "change": lambda p, _left, right, y, line: self._text(p, right, y, line.change, self.text),
            "percent": lambda p, _left, right, y, line: self._text(p, right, y, line.percent, self.text),
            "bid_size": lambda p, _left, right, y, line: self._text(p, right, y, line.bid_size, self.text),
            "ask_size": lambda p, _left, right, y, line: self._text(p, right, y, line.ask_size, self.text),
            "volume": lambda p, _left, right, y, line: self._text(p, right, y, line.volume, self.text),
            "position": lambda p, _left, right, y, line: self._text(p, right, y, line.position, self.own),
            "age": self._age,
            "held": self._held,
        }
        self.set_theme(theme)

    @property
    def line_px(self) -> int:
        return ROW_PX if self.dense else 2 * ROW_PX

    def places(self, width: int) -> Places:
        self.columns = DENSE if self.dense else two_rows(width)
        return shown(width, self.columns)

    def set_theme(self, theme: Theme) -> None:
        color = theme.color
        self.panel, self.raised, self.hairline = color("panel"), color("raised"), color("hairline")
        self.text, self.muted, self.stale, self.own = color("text"), color("muted"), color("stale"), color("own")
        self.tone = (color("bid"), color("ask"))
        self.selection, self.warning = color("selection"), color("warning")
        self._trail_pen = QPen(self.muted, 1.0)

    def titles(self, painter: QPainter, places: Places, width: int) -> None:
        painter.fillRect(QRect(0, 0, width, TITLE_PX), self.panel)
        self.small.use(painter)
        painter.setPen(self.muted)
        for column, left, right in places:
            title = tr(column.title)
            if self.small.width(title) > right - left - PAD_PX:
                title = title.partition(",")[0]
            if column.left:
                self.small.left(painter, left + PAD_PX, 0, TITLE_PX, title)
            else:
                self.small.right(painter, right - PAD_PX, 0, TITLE_PX, title)
        painter.fillRect(QRect(0, TITLE_PX - 1, width, 1), self.hairline)

    def line(self, painter: QPainter, places: Places, y: int, width: int, line: Line, look: Look) -> None:
        high = self.line_px
        painter.fillRect(QRect(0, y, width, high), self.raised if look.selected or look.hovered else self.panel)
        if look.selected:
            painter.fillRect(QRect(0, y, 3, high), self.selection)
        if not self.dense:
            painter.fillRect(QRect(0, y + high - 1, width, 1), self.hairline)
        for column, left, right in places:
            if column.name == "symbol":
                self._symbol(painter, left, right, y, line, look.selected)
            elif column.name == "last":
                self._last(painter, right, y, line, look)
            else:
                self._cells[column.name](painter, left, right, y, line)

    def empty(self, painter: QPainter, room: QRect, words: tuple[str, str]) -> None:
        """A title and a sentence where there are no lines."""
        painter.fillRect(room, self.panel)
        middle = room.height() // 2 - ROW_PX
        self.strong.use(painter)
        painter.setPen(self.text)
        self.strong.centre(painter, room.width() / 2, middle, ROW_PX, tr(words[0]))
        self.data.use(painter)
        painter.setPen(self.muted)
        below = QRect(PAD_PX, middle + ROW_PX + 2, room.width() - 2 * PAD_PX, room.height())
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, tr(words[1]))

    def _symbol(self, painter: QPainter, left: int, right: int, y: int, line: Line, selected: bool) -> None:
        face = self.bold if self.dense or self.columns is NARROW else self.strong
        face.use(painter)
        painter.setPen(self.text if line.is_listed else self.stale)
        words, room = line.symbol, right - left - PAD_PX - (SIGN_PX + PAD_PX if line.phase else 0)
        if face.width(words) > room:
            words = face.metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        face.left(painter, left + PAD_PX, y if self.dense else y + 3, ROW_PX if self.dense else ROW_PX - 2, words)
        if line.phase:
            self._phase(painter, left, right, y, line.phase)
        if self.dense or line.phase:
            return
        roomy = self.columns is ROOMY
        if self.columns is NARROW and line.position and not line.is_stale:
            # Nowhere else is room for it, and it matters more than the trail.
            self.figures.use(painter)
            painter.setPen(self.own)
            room = right - left - 2 * PAD_PX
            self.figures.right(painter, left + PAD_PX + room, y + ROW_PX - 1, ROW_PX - 2, fitting(line.position, self.figures.width, room))
            return
        if not roomy and line.is_listed and not line.is_stale and len(line.trail) > 1:
            self._trail_in(painter, QRect(left + PAD_PX, y + ROW_PX + 1, right - left - 2 * PAD_PX, ROW_PX - 6), line)
            return
        self.small.use(painter)
        stale = line.is_stale and not roomy
        painter.setPen(self.stale if stale else self.text if selected else self.muted)
        words = _age_words(line) if stale else line.venue if line.is_listed else tr("{venue}, not listed", venue=line.venue)
        self.small.left(painter, left + PAD_PX, y + ROW_PX - 1, ROW_PX - 2, words)

    def _phase(self, painter: QPainter, left: int, right: int, y: int, word: str) -> None:
        """A sign beside the symbol, and where there are two lines the word below it."""
        sign = shapes.warning(float(SIGN_PX)).translated(right - SIGN_PX - 2, y + (ROW_PX - SIGN_PX) / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.fillPath(sign, self.warning)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if not self.dense:
            self.small.use(painter)
            painter.setPen(self.warning)
            self.small.left(painter, left + PAD_PX, y + ROW_PX - 1, ROW_PX - 2, word)

    def _text(self, painter: QPainter, right: int, y: int, text: str, pen: QColor) -> None:
        if text:
            self.figures.use(painter)
            painter.setPen(pen)
            self.figures.right(painter, right - PAD_PX, y, ROW_PX, text)

    def _pair(self, painter: QPainter, left: int, right: int, y: int, above: str, below: str, pen: QColor) -> None:
        if self.dense:
            self._text(painter, right, y, above, pen)
            return
        self.figures.use(painter)
        painter.setPen(pen)
        self.figures.right(painter, right - PAD_PX, y + 3, ROW_PX - 2, above)
        painter.setPen(self.text)
        if self.columns is not ROOMY:
            below = short(below, self.figures.width, right - left - PAD_PX - GRID_PX)
        self.figures.right(painter, right - PAD_PX, y + ROW_PX - 1, ROW_PX - 2, below)

    def _held(self, painter: QPainter, left: int, right: int, y: int, line: Line) -> None:
        self.figures.use(painter)
        if line.position:
            painter.setPen(self.own)
            self.figures.right(painter, right - PAD_PX, y + 3, ROW_PX - 2, line.position)
        painter.setPen(self.stale if line.is_stale else self.text)
        self.figures.right(painter, right - PAD_PX, y + ROW_PX - 1, ROW_PX - 2, _age_words(line))

    def _age(self, painter: QPainter, left: int, right: int, y: int, line: Line) -> None:
        self._text(painter, right, y, _age_words(line), self.stale if line.is_stale else self.text)

    def _last(self, painter: QPainter, right: int, y: int, line: Line, look: Look) -> None:
        face = self.bold_figures if self.dense or self.columns is NARROW else self.large_figures
        top, high = (y, ROW_PX) if self.dense else (y + 3, ROW_PX - 2)
        face.use(painter)
        wide = face.width(line.last)
        if look.lit:
            painter.fillRect(QRect(int(right - PAD_PX - wide - 4), y + (1 if self.dense else 4), int(wide + 8), high - 2), self.hairline)
        if line.last_at >= 0:
            triangle(painter, right - PAD_PX - wide - 10, top + high / 2, look.aggressor is Side.BUY, self.tone[look.aggressor])
        painter.setPen(self.text)
        face.right(painter, right - PAD_PX, top, high, line.last)
        if not self.dense:
            self.figures.use(painter)
            roomy = self.columns is ROOMY
            text = line.change if not line.percent else f"{line.change}  {line.percent}" if roomy else line.percent
            self.figures.right(painter, right - PAD_PX, y + ROW_PX - 1, ROW_PX - 2, text)

    def _range(self, painter: QPainter, left: int, right: int, y: int, line: Line) -> None:
        """A track from low to high, a notch where it opened, a block where it is."""
        if line.last_at < 0:
            return
        start, length, middle = left + PAD_PX, right - left - 2 * PAD_PX, y + ROW_PX // 2 + (0 if self.dense else 2)
        painter.fillRect(QRect(start, middle - 1, length, 2), self.muted)
        painter.fillRect(QRect(start + int(line.open_at * (length - 1)), middle - 4, 1, 8), self.muted)
        painter.fillRect(QRect(start + int(line.last_at * (length - 5)), middle - 5, 5, 10), self.text)
        if self.columns is COMPACT and not self.dense:
            # Beside it stands the volume: they must not run into one another.
            self._text(painter, right, y + ROW_PX - 2, fitting(line.position, self.figures.width, length), self.own)
        elif self.columns is ROOMY and not self.dense:
            self.small.use(painter)
            painter.setPen(self.muted)
            self.small.left(painter, start, y + ROW_PX - 1, ROW_PX - 2, line.low)
            self.small.right(painter, start + length, y + ROW_PX - 1, ROW_PX - 2, line.high)

    def _trail(self, painter: QPainter, left: int, right: int, y: int, line: Line) -> None:
        top = 4 if self.dense else 9
        if len(line.trail) > 1:
            self._trail_in(painter, QRect(left + PAD_PX, y + top, right - left - 2 * PAD_PX, self.line_px - 2 * top - 2), line)

    def _trail_in(self, painter: QPainter, box: QRect, line: Line) -> None:
        """All but the last point seldom change: their line is kept."""
        trail = line.trail
        low, high = min(trail), max(trail)
        top, room, wide = 0.5, box.height(), box.width() - 4
        scale = room / (high - low) if high > low else 0.0
        bottom = top + (room if high > low else room / 2)
        step = wide / (len(trail) - 1)
        key = (trail[:-1], low, high, wide, room)
        kept = self._trails.get(key)
        if kept is None:
            if len(self._trails) >= KEPT_TRAILS:
                self._trails.clear()
            kept = QPolygonF([QPointF(index * step, bottom - (price - low) * scale) for index, price in enumerate(trail[:-1])])
            self._trails[key] = kept
        end = QPointF(wide, bottom - (trail[-1] - low) * scale)
        painter.translate(box.left(), box.top())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(self._trail_pen)
        painter.drawPolyline(kept)
        painter.drawLine(kept.last(), end)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(QRect(int(end.x()) - 1, int(end.y()) - 1, 4, 4), self.text)
        painter.translate(-box.left(), -box.top())


def fitting(size: str, width: Callable[[str], float], room: float) -> str:
    """The size with as many decimals as have room; where others than zeros are left out, a sign says so."""
    if width(size) <= room:
        return size
    whole, _, decimals = size.partition(".")
    for count in range(len(decimals) - 1, -1, -1):
        kept = f"{whole}.{decimals[:count]}" if count else whole
        if decimals[count:].strip("0"):
            kept += MORE
        if width(kept) <= room:
            return kept
    return MORE


def short(size: str, width: Callable[[str], float], room: float) -> str:
    """A size or volume in at most seven characters, fewer where those have no room beside the next column: decimals go first, cut and
    not rounded, then thousands and millions."""
    return next((text for most in (SHORT, SHORT - 1, SHORT - 2) if width(text := _short(size, most)) <= room), _short(size, SHORT - 2))


def _short(size: str, most: int) -> str:
    if len(size) <= most:
        return size
    whole, _, decimals = size.partition(".")
    if len(whole) < most - 1:
        return f"{whole}.{decimals[:most - 1 - len(whole)]}"
    if len(whole) <= most:
        return whole
    if len(whole) < 9:
        return f"{whole[:-4]}{NARROW_SPACE}k"
    millions, tenth = whole[:-8], f".{whole[-7]}" if len(whole) < 10 else ""
    return f"{millions}{tenth}{NARROW_SPACE}M"


def _age_words(line: Line) -> str:
    """Never by colour alone."""
    return tr("stale {age}", age=line.age) if line.is_stale else line.age
