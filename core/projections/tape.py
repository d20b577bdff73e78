"""Time and sales: the last prints, ours marked, and how fast they come.

Speed is over the last SPEED_NS of session time; it falls while nothing trades, as the market's time goes on.
"""

from collections import deque
from collections.abc import Mapping
from itertools import islice

from core.domain.enums import Side
from core.domain.units import SECOND
from core.messages.events import RunStarted
from core.messages.market_data import TradeBusted, TradeCorrected, TradePrinted
from core.projections.board import Fold
from core.projections.market import Market
from core.projections.tape_pictures import Print, PrintKind, Speed, TapeLook, TapePicture

KEPT = 20_000
SPEED_NS = 5 * SECOND
"""Chosen: long enough to be steady, short enough to feel a rush begin."""
PRINTS_A_PICTURE = 500


class Pace:
    """Prints of the last SPEED_NS, with their sums."""

    __slots__ = ("bought", "lots", "prints")

    def __init__(self) -> None:
        self.prints: deque[tuple[int, int, int]] = deque()
        self.lots = self.bought = 0

    def add(self, at: int, lots: int, bought: int) -> None:
        self.prints.append((at, lots, bought))
        self.lots += lots
        self.bought += bought
        self.fade(at)

    def fade(self, now: int) -> None:
        prints = self.prints
        while prints and prints[0][0] <= now - SPEED_NS:
            _, lots, bought = prints.popleft()
            self.lots -= lots
            self.bought -= bought

    def speed(self, now: int) -> Speed:
        self.fade(now)
        return Speed(now // SECOND, len(self.prints), self.lots, self.bought)


class TimeAndSales:
    def __init__(self, market: Market) -> None:
        self._market = market
        self.generation = 0
        self._prints: dict[int, deque[Print]] = {}
        self._count: dict[int, int] = {}
        self._pace: dict[int, Pace] = {}
        self.folds: Mapping[type, Fold] = {
            TradePrinted: self._on_trade, TradeBusted: self._on_busted, TradeCorrected: self._on_corrected, RunStarted: self._on_run,
        }

    def picture(self, look: TapeLook) -> TapePicture | None:
        quote = self._market.quote(look.instrument)
        if quote is None:
            return None
        id = quote.instrument.id
        count = self._count.get(id, 0)
        # Beyond what there is: it counted another instrument's.
        cursor = look.cursor if look.generation == self.generation and look.cursor <= count else 0
        pace = self._pace.get(id)
        second = quote.at // SECOND
        if look.generation == self.generation and cursor == count and (look.second in (second, -1) or pace is None):
            return None
        prints = self._prints.get(id, deque())
        wanted = min(count - cursor, PRINTS_A_PICTURE, len(prints))
        newest = tuple(islice(reversed(prints), wanted))[::-1]
        speed = pace.speed(quote.at) if pace is not None else Speed(second, 0, 0, 0)
        return TapePicture(self.generation, count, quote.instrument, newest, count - cursor - wanted, speed)

    def _on_run(self, at: int, event: RunStarted) -> None:
        self._prints.clear()
        self._count.clear()
        self._pace.clear()
        self.generation += 1

    def _on_trade(self, at: int, e: TradePrinted) -> None:
        self._put(e.instrument, Print(at, e.price, e.qty, e.aggressor, e.maker > 0 or e.taker > 0, e.taker))
        self._pace.setdefault(e.instrument, Pace()).add(at, e.qty, e.qty if e.aggressor is Side.BUY else 0)

    def _on_busted(self, at: int, e: TradeBusted) -> None:
        """A line of its own: what was printed was printed."""
        self._put(e.instrument, Print(at, e.price, e.qty, Side.BUY, False, 0, PrintKind.BUSTED))

    def _on_corrected(self, at: int, e: TradeCorrected) -> None:
        self._put(e.instrument, Print(at, e.price, e.qty, Side.BUY, False, 0, PrintKind.CORRECTED))

    def _put(self, instrument: int, one: Print) -> None:
        self._prints.setdefault(instrument, deque(maxlen=KEPT)).append(one)
        self._count[instrument] = self._count.get(instrument, 0) + 1
