"""Candles from trades: one-second bars kept, longer ones made of them on demand and kept up to date, bars of equal volume
made of the trades themselves; our fills and working orders beside them.
"""

from collections.abc import Mapping

from core.domain.enums import Side
from core.domain.stages import BLOCKED
from core.domain.units import SECOND
from core.messages.events import FillBusted, FillCorrected, OrderFilled, OrderSent, RunStarted
from core.messages.market_data import TradePrinted
from core.projections.bars import FIELDS, Bars
from core.projections.board import Fold
from core.projections.chart_pictures import CandlesLook, CandlesPicture, Compared
from core.projections.fates import Fates
from core.projections.health import Health
from core.projections.market import Market, Quote
from core.projections.orders import Orders
from core.projections.prints import Prints
from core.projections.session import Session

Key = tuple[int, int]
"""Interval in nanoseconds, 0 for bars of equal volume; lots of such a bar."""
BASE = (SECOND, 0)


class Candles:
    def __init__(self, market: Market, orders: Orders, prints: Prints, session: Session, health: Health, fates: Fates) -> None:
        self._fates = fates
        self._market = market
        self._orders = orders
        self._prints = prints
        self._session = session
        self._health = health
        self.generation = 0
        self.version = 0
        self._bars: dict[int, dict[Key, Bars]] = {}
        self._own: dict[int, tuple[int, Side]] = {}
        self._fills: dict[int, list[tuple[int, int, Side, int]]] = {}
        self._trades: dict[int, list[tuple[int, int]]] = {}
        """Of each fill, its order and trade."""
        self.amended = 0
        self.folds: Mapping[type, Fold] = {
            TradePrinted: self._on_trade,
            OrderSent: self._on_sent,
            OrderFilled: self._on_filled,
            FillBusted: self._on_busted,
            FillCorrected: self._on_corrected,
            RunStarted: self._on_run,
        }

    def picture(self, look: CandlesLook) -> CandlesPicture | None:
        quote = self._market.quote(look.instrument)
        if quote is None:
            return None
        id, known = quote.instrument.id, look.generation == self.generation
        stale = self._market.is_stale(quote) or self._health.data_is_late
        changes = self.version + self._orders.version + self._session.version + self._fates.refusals
        changes += quote.version if look.armed else 0
        # Data that stops changes no version, and whoever may move orders must hear of it.
        version, trades = 4 * changes + 2 * look.armed + stale, self._prints.of(id)
        if version == look.version and known and not 0 <= look.prints < trades.count:
            return None
        bars = self._of(id, (look.interval_ns, look.lots))
        first = min(max(look.rows - 1, 0), len(bars)) if known else 0
        fills = tuple(self._fills.get(id, ())[look.fills if known and look.amended == self.amended else 0:])
        print_first, prints = trades.since(look.prints if known else 0) if look.prints >= 0 else (0, b"")
        return CandlesPicture(
            version, self.generation, quote.instrument, look.interval_ns, first, bars.rows(first), fills,
            quote.depth.best_bid, quote.depth.best_ask, quote.at, look.lots, self._orders.own(id), print_first, prints,
            self._compared(look, known), tuple(one.instrument for one in self._market.quotes.values()), self.amended,
            self._session.mode, self._session.stages.stage_of(quote.instrument) >= BLOCKED, stale,
            look.asked, self._fates.of(look.sent), self._fates.refused_since(look.since, look.about), self._fates.refusals,
        )

    def _compared(self, look: CandlesLook, known: bool) -> Compared | None:
        other: Quote | None = self._market.quotes.get(look.compare)
        if other is None or not look.interval_ns:
            return None
        bars = self._of(look.compare, (look.interval_ns, 0))
        first = min(max(look.compare_rows - 1, 0), len(bars)) if known else 0
        return Compared(other.instrument, first, bars.rows(first))

    def _of(self, instrument: int, key: Key) -> Bars:
        kept = self._bars.setdefault(instrument, {BASE: Bars(SECOND)})
        found = kept.get(key)
        if found is None:
            found = kept[key] = Bars(*key)
            if key[0]:
                cells = iter(kept[BASE].cells)
                for row in zip(*[cells] * FIELDS, strict=True):
                    found.add(*row)
            else:
                for at, price, lots in self._prints.of(instrument):
                    found.trade(at, price, abs(lots), max(lots, 0))
        return found

    def _on_run(self, at: int, event: RunStarted) -> None:
        self._bars.clear()
        self._own.clear()
        self._fills.clear()
        self._trades.clear()
        self.generation += 1
        self.version += 1

    def _on_trade(self, at: int, e: TradePrinted) -> None:
        bought = e.qty if e.aggressor is Side.BUY else 0
        self._of(e.instrument, BASE)
        for bars in self._bars[e.instrument].values():
            dropped = bars.dropped
            bars.trade(at, e.price, e.qty, bought)
            if bars.dropped != dropped:
                self.generation += 1
        self.version += 1

    def _on_sent(self, at: int, e: OrderSent) -> None:
        self._own[e.order_id] = (e.instrument, e.side)

    def _on_filled(self, at: int, e: OrderFilled) -> None:
        instrument, side = self._own[e.order_id]
        self._fills.setdefault(instrument, []).append((at, e.price, side, e.qty))
        self._trades.setdefault(instrument, []).append((e.order_id, e.trade_id))
        self.version += 1

    def _on_busted(self, at: int, e: FillBusted) -> None:
        instrument, place = self._place_of(e)
        if place >= 0:
            del self._fills[instrument][place], self._trades[instrument][place]

    def _on_corrected(self, at: int, e: FillCorrected) -> None:
        instrument, place = self._place_of(e)
        if place >= 0:
            filled_at, _, side, _ = self._fills[instrument][place]
            self._fills[instrument][place] = (filled_at, e.price, side, e.qty)

    def _place_of(self, e: FillBusted | FillCorrected) -> tuple[int, int]:
        """The instrument, and which of its fills is undone or corrected; -1: it is of before this run."""
        self.version += 1
        self.amended += 1
        instrument = self._own[e.order_id][0] if e.order_id in self._own else 0
        trades = self._trades.get(instrument, [])
        place = next((n for n in range(len(trades) - 1, -1, -1) if trades[n] == (e.order_id, e.trade_id)), -1)
        return instrument, place
