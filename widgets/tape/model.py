"""Prints as the lines of a tape: bounded, merged and filtered.

Invariants: at most KEPT prints and as many lines; lines are oldest first; a merged line holds consecutive prints of one
aggressor's order (where nobody knows the order: of one time and one side); what was skipped, and what the exchange undid or
corrected, stands as a line of its own, never filtered. Qt-free.
"""

from collections import deque
from typing import NamedTuple

from core.domain.enums import Side
from core.domain.instrument import Instrument, decimal_text
from core.domain.units import MILLISECOND, SECOND
from core.projections.tape import SPEED_NS
from core.projections.tape_pictures import Print, PrintKind, Speed, TapePicture
from widgets.sizes import size_text
from widgets.tongue import tr

KEPT = 5_000
LARGE_OF = 20
"""A print is large when it is among the largest twentieth of those kept: it adapts to the market."""
LARGE_SAMPLE = 500
LARGE_EVERY = 64
"""Prints between two looks at what is large; the answer moves slowly."""


NO_SPEED = Speed(-1, 0, 0, 0)


class Line(NamedTuple):
    """prints: how many were merged. price: the last one's. skipped > 0: so many prints are missing here. taker: the order that
    came last, 0: nobody knows."""

    at: int
    price: int
    qty: int
    aggressor: Side
    own: bool
    prints: int
    skipped: int
    taker: int = 0
    kind: PrintKind = PrintKind.TRADE


class TapeModel:
    def __init__(self) -> None:
        self.instrument: Instrument | None = None
        self.generation = -1
        self.cursor = 0
        self.smallest = 0
        self.merge = self.own_only = False
        self.large = 0
        self.largest = 1
        self.speed = NO_SPEED
        self.lines: deque[Line] = deque(maxlen=KEPT)
        self._prints: deque[Print | int] = deque(maxlen=KEPT)
        self._open: Line | None = None
        self._shown = False
        self._since_large = LARGE_EVERY

    def clear(self) -> None:
        self.lines.clear()
        self._prints.clear()
        self.speed = NO_SPEED
        self._open, self._shown = None, False
        self.large, self.largest, self._since_large = 0, 1, LARGE_EVERY

    def take(self, picture: TapePicture) -> tuple[bool, int]:
        """(started again from empty, how many lines were added)."""
        other = self.instrument is None or picture.instrument.id != self.instrument.id
        restarted = other or picture.generation != self.generation
        if restarted:
            self.clear()
        self.generation, self.cursor, self.instrument = picture.generation, picture.cursor, picture.instrument
        self.speed = picture.speed
        added = 0
        if picture.skipped:
            self._prints.append(picture.skipped)
            added += self._add(picture.skipped)
        for one in picture.prints[-KEPT:]:
            self._prints.append(one)
            added += self._add(one)
        self._since_large += len(picture.prints)
        if self._since_large >= LARGE_EVERY:
            self._measure()
        return restarted, added

    def arrange(self, smallest: int, merge: bool, own_only: bool = False) -> None:
        """Another filter or another merging: the lines are made again from the prints kept."""
        self.smallest, self.merge, self.own_only = smallest, merge, own_only
        self.lines.clear()
        self._open, self._shown = None, False
        for entry in self._prints:
            self._add(entry)
        self._measure()

    def second(self) -> int:
        """Of a speed that falls as time goes on; -1: there is none to fall."""
        return self.speed.second if self.speed.prints else -1

    def facts(self) -> dict[str, str]:
        """How fast the tape is: prints and quantity a second, and how much of it buyers took."""
        instrument, speed = self.instrument, self.speed
        if instrument is None or speed.second < 0:
            return {}
        tenths = 10 * SECOND * speed.prints // SPEED_NS
        said = {"prints": f"{tenths // 10}.{tenths % 10}", "lots": size_text(instrument, speed.lots * SECOND // SPEED_NS)}
        return said | {"bought": f"{100 * speed.bought // speed.lots} %"} if speed.lots else said

    def line(self, newest: int) -> Line:
        """newest: 0 is the last line."""
        return self.lines[len(self.lines) - 1 - newest]

    def _add(self, entry: Print | int) -> int:
        """1 when a line was added, 0 when it was merged into the last one or is filtered away."""
        if isinstance(entry, int):
            self._open, self._shown = None, False
            self.lines.append(Line(0, 0, 0, Side.BUY, False, 0, entry))
            return 1
        before, was_shown = self._open, self._shown
        if self.merge and before is not None and _same_order(before, entry):
            line = Line(
                entry.at, entry.price, before.qty + entry.qty, entry.aggressor, before.own or entry.own,
                before.prints + 1, 0, entry.taker,
            )
        else:
            was_shown = False
            line = Line(entry.at, entry.price, entry.qty, entry.aggressor, entry.own, 1, 0, entry.taker, entry.kind)
        self._open, self._shown = line, self._passes(line)
        if not self._shown:
            return 0
        if was_shown:
            self.lines[-1] = line
            return 0
        self.lines.append(line)
        return 1

    def _passes(self, line: Line) -> bool:
        if line.kind is not PrintKind.TRADE:
            return True
        return line.qty >= self.smallest and (line.own or not self.own_only)

    def _measure(self) -> None:
        sizes = sorted(line.qty for line in list(self.lines)[-LARGE_SAMPLE:] if line.qty and line.kind is PrintKind.TRADE)
        self._since_large = 0
        self.largest = sizes[-1] if sizes else 1
        self.large = sizes[-max(1, len(sizes) // LARGE_OF)] if len(sizes) >= LARGE_OF else 0


def _same_order(line: Line, entry: Print) -> bool:
    if line.kind is not PrintKind.TRADE or entry.kind is not PrintKind.TRADE or line.aggressor is not entry.aggressor:
        return False
    return line.taker == entry.taker if line.taker and entry.taker else line.at == entry.at


def time_text(at: int) -> str:
    """Of the day, UTC: 20:47:17.387."""
    seconds = at // SECOND % 86_400
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{at % SECOND // MILLISECOND:03}"


def skipped_text(count: int) -> str:
    words = tr("prints are") if count > 1 else tr("print is")
    return tr("{decimal} {words} not shown here", decimal=decimal_text(count, 0), words=words)


def new_text(count: int) -> str:
    return tr("Paused, {count} new", count=count) if count else tr("Paused")
