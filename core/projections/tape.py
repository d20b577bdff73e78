"""Time and sales: the last prints, ours marked."""

from collections import deque
from collections.abc import Mapping
from itertools import islice

from core.messages.events import RunStarted
from core.messages.market_data import TradePrinted
from core.projections.board import Fold
from core.projections.market import Market
from core.projections.pictures import Print, TapeLook, TapePicture

KEPT = 20_000
PRINTS_A_PICTURE = 500


class TimeAndSales:
    def __init__(self, market: Market) -> None:
        self._market = market
        self.generation = 0
        self._prints: dict[int, deque[Print]] = {}
        self._count: dict[int, int] = {}
        self.folds: Mapping[type, Fold] = {TradePrinted: self._on_trade, RunStarted: self._on_run}

    def picture(self, look: TapeLook) -> TapePicture | None:
        quote = self._market.quote(look.instrument)
        if quote is None:
            return None
        id = quote.instrument.id
        count = self._count.get(id, 0)
        cursor = look.cursor if look.generation == self.generation else 0
        if look.generation == self.generation and cursor == count:
            return None
        prints = self._prints.get(id, deque())
        wanted = min(count - cursor, PRINTS_A_PICTURE, len(prints))
        newest = tuple(islice(reversed(prints), wanted))[::-1]
        return TapePicture(self.generation, count, quote.instrument, newest, count - cursor - wanted)

    def _on_run(self, at: int, event: RunStarted) -> None:
        self._prints.clear()
        self._count.clear()
        self.generation += 1

    def _on_trade(self, at: int, e: TradePrinted) -> None:
        prints = self._prints.setdefault(e.instrument, deque(maxlen=KEPT))
        prints.append(Print(at, e.price, e.qty, e.aggressor, e.maker > 0 or e.taker > 0))
        self._count[e.instrument] = self._count.get(e.instrument, 0) + 1
