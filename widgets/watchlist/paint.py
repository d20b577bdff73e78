"""Paints the lines of a watchlist: one row or two of text an instrument, a range bar and a trail. Where two rows have not the room for
every column, the trail goes below the symbol and the position below the range; in the narrowest the position has the trail's place. What
is left out then, the hint tells.

Invariants: no state word takes the position's place; where a word has no room beside it, a sign stands for the word. Stale data is never
shown as if it were not.

It keeps its colours and laid-out texts between frames. It knows nothing of the mouse.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from core.domain.enums import Side
from widgets import shapes
from widgets.arrow import triangle
from widgets.figures import Figures
from widgets.shapes import Shape
from widgets.style import GRID_PX, HEADING_PX, ROW_PX, SMALL_PX, Theme, px
from widgets.tongue import mark, tr
from widgets.type_face import TypeFace
from widgets.watchlist.cut import fitting, short
from widgets.watchlist.model import Line

EMPTY = (mark("No instruments yet"), mark("Start a session: what it trades is listed here."))
CLEARED = (mark("No symbols in this list"), mark("Type one to add it; the menu brings back every listed instrument."))
TITLE_PX = ROW_PX
PAD_PX = 2 * GRID_PX
SIGN_PX = 11
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


class State(NamedTuple):
    """words: below the symbol, of its phase and of how stale it is. tells_age: whether nothing is stale, or the row says how stale."""

    words: str
    tells_age: bool


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
        state = self._state(places, line)
        for column, left, right in places:
            if column.name == "symbol":
                self._symbol(painter, left, right, y, line, state, look.selected)
            elif column.name == "last":
                self._last(painter, right, y, line, look, state)
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

    def _symbol(self, painter: QPainter, left: int, right: int, y: int, line: Line, state: State, selected: bool) -> None:
        face = self.bold if self.dense or self.columns is NARROW else self.strong
        face.use(painter)
        painter.setPen(self.text if line.is_listed else self.stale)
        unsaid = self.dense and line.is_stale and not state.tells_age
        words, room = line.symbol, right - left - PAD_PX - (SIGN_PX + PAD_PX if line.phase else 0) - (SIGN_PX + 2 if unsaid else 0)
        if face.width(words) > room:
            words = face.metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        face.left(painter, left + PAD_PX, y if self.dense else y + 3, ROW_PX if self.dense else ROW_PX - 2, words)
        end = right - 2
        if line.phase:
            end -= SIGN_PX
            self._sign(painter, shapes.warning, end, y, self.warning)
        if unsaid:
            self._sign(painter, shapes.clock, end - SIGN_PX - 2, y, self.stale)
        if not self.dense:
            self._below(painter, left, right, y + ROW_PX - 1, line, state, selected)

    def _below(self, painter: QPainter, left: int, right: int, y: int, line: Line, state: State, selected: bool) -> None:
        """The symbol's second row: what is out of the ordinary, and the position where it has no other place; else the trail, or the
        venue."""
        room, held = right - left - 2 * PAD_PX, line.position if self.columns is NARROW else ""
        if held:
            # Nowhere else is room for it, and it matters more than the trail.
            self._text(painter, right, y, fitting(held, self.figures.width, room), self.own, ROW_PX - 2)
        words, pen = state.words, self.warning if line.phase else self.stale
        if not words and not held:
            if self.columns is not ROOMY and line.is_listed and len(line.trail) > 1:
                self._trail_in(painter, QRect(left + PAD_PX, y + 2, room, ROW_PX - 6), line)
                return
            pen = self.text if selected else self.muted
            words = line.venue if line.is_listed else tr("{venue}, not listed", venue=line.venue)
        self.small.use(painter)
        painter.setPen(pen)
        self.small.left(painter, left + PAD_PX, y, ROW_PX - 2, words)

    def _state(self, places: Places, line: Line) -> State:
        """What is said below the symbol of phase and age. Where the words have no room beside the position, signs stand for them."""
        stale = _age_words(line) if line.is_stale else ""
        _, left, right = places[0]
        room: float = right - left - PAD_PX
        if self.dense or self.columns is ROOMY:
            cut = self.small.metrics.elidedText(line.phase, Qt.TextElideMode.ElideRight, int(room))
            return State(cut, not self.dense or any(column.name == "age" for column, _, _ in places))
        beside = self.columns is NARROW and bool(line.position)
        if beside:
            room -= self.figures.width(fitting(line.position, self.figures.width, room - PAD_PX)) + 2 * PAD_PX
        for words in ("  ".join(filter(None, (line.phase, stale))), line.phase):
            if self.small.width(words) <= room:
                return State(words, stale in words)
        cut = "" if beside else self.small.metrics.elidedText(line.phase, Qt.TextElideMode.ElideRight, int(room))
        return State(cut, not stale)

    def _sign(self, painter: QPainter, sign: Shape, left: float, y: int, pen: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.fillPath(sign(float(SIGN_PX)).translated(left, y + (ROW_PX - SIGN_PX) / 2), pen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _text(self, painter: QPainter, right: int, y: int, text: str, pen: QColor, high: int = ROW_PX) -> None:
        if text:
            self.figures.use(painter)
            painter.setPen(pen)
            self.figures.right(painter, right - PAD_PX, y, high, text)

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

    def _last(self, painter: QPainter, right: int, y: int, line: Line, look: Look, state: State) -> None:
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
            if line.is_stale and not state.tells_age:
                # Below the price that it is about; beside the symbol it would leave nothing of its name.
                self._sign(painter, shapes.clock, right - PAD_PX - self.figures.width(text) - SIGN_PX - 3, y + ROW_PX - 2, self.stale)

    def _range(self, painter: QPainter, left: int, right: int, y: int, line: Line) -> None:
        """A track from low to high, a notch where it opened, a block where it is."""
        start, length, middle = left + PAD_PX, right - left - 2 * PAD_PX, y + ROW_PX // 2 + (0 if self.dense else 2)
        if self.columns is COMPACT and not self.dense:
            # Beside it stands the volume: they must not run into one another.
            self._text(painter, right, y + ROW_PX - 2, fitting(line.position, self.figures.width, length), self.own)
        if line.last_at < 0:
            return
        painter.fillRect(QRect(start, middle - 1, length, 2), self.muted)
        painter.fillRect(QRect(start + int(line.open_at * (length - 1)), middle - 4, 1, 8), self.muted)
        painter.fillRect(QRect(start + int(line.last_at * (length - 5)), middle - 5, 5, 10), self.text)
        if self.columns is ROOMY and not self.dense:
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


def _age_words(line: Line) -> str:
    """Never by colour alone."""
    return tr("stale {age}", age=line.age) if line.is_stale else line.age
