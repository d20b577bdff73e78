"""The ladder's rows: depth, volume and own orders by price row, for the window of prices that a view looks at; and one row's
orders one by one.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from core.domain.enums import Phase, Side
from core.domain.instrument import Instrument
from core.domain.stages import BLOCKED
from core.projections.board import Fold
from core.projections.fates import Fates
from core.projections.health import Health
from core.projections.market import Market, Quote
from core.projections.orders import Orders
from core.projections.pictures import LadderLook, LadderPicture, LevelQueue, OwnOrder, Queued, Standing
from core.projections.positions import Positions
from core.projections.session import Session

ORDERS_A_QUEUE = 200
"""Chosen: more than a strip can show. Ours are found behind them, too."""
PhaseOf = Callable[[Instrument], Phase]
"""Of the instrument's market now."""
class AtPrice(NamedTuple):
    """orders: lots and whether ours, first in the queue first. standing: how many there are, of `lots` in all. ours: (orders before it,
    its lots, lots before it) of each."""

    orders: list[tuple[int, bool]]
    standing: int
    lots: int
    ours: list[tuple[int, int, int]]


QueueOf = Callable[[int, Side, int, int, Iterable[int]], AtPrice]
"""(instrument, side, price, at most so many orders, ids of ours that stand there, each of which is found) -> who stands there."""


class Ladder:
    """Folds nothing of its own."""

    folds: Mapping[type, Fold] = {}

    def __init__(
        self, market: Market, orders: Orders, positions: Positions, session: Session, health: Health, queue_of: QueueOf,
        phase_of: PhaseOf, fates: Fates,
    ) -> None:
        self._fates = fates
        self._queue_of = queue_of
        self._phase_of = phase_of
        self._market = market
        self._orders = orders
        self._positions = positions
        self._session = session
        self._health = health

    def picture(self, look: LadderLook) -> LadderPicture | None:
        quote = self._market.quote(look.instrument)
        if quote is None:
            return None
        stale = self._market.is_stale(quote) or self._health.data_is_late
        phase = self._phase_of(quote.instrument)
        # Data that stops and a market that halts change no version, and the ladder must hear of it.
        changes = quote.version + self._orders.version + self._positions.version + self._session.version + self._fates.refusals
        version = 16 * changes + 2 * phase + stale
        if version == look.version:
            return None
        depth, group = quote.depth, max(look.group, 1)
        position = self._positions.held(quote.instrument.id)
        rows = look.high > 0
        own = self._orders.own(quote.instrument.id)
        return LadderPicture(
            version, quote.instrument, look.low, look.high, group, depth.best_bid, depth.best_ask, quote.last, quote.last_qty,
            quote.last_aggressor, _rows(quote, Side.BUY, look, group) if rows else {},
            _rows(quote, Side.SELL, look, group) if rows else {}, _traded(quote, look, group) if rows else {},
            own, position.qty, position.cost, self._session.mode,
            self._session.stages.stage_of(quote.instrument) >= BLOCKED,
            self._queue(quote, look, group, own) if look.queue_price > 0 else None, stale, phase,
            look.asked, self._fates.of(look.sent), self._fates.refused_since(look.since, look.about), self._fates.refusals,
            quote.indicative, quote.mark,
        )

    def _queue(self, quote: Quote, look: LadderLook, group: int, own: tuple[OwnOrder, ...]) -> LevelQueue | None:
        """A row of several prices: the better price first, as they trade."""
        side, row = look.queue_side, look.queue_price
        if side is Side.BUY:
            prices = [price for price, _ in reversed(quote.depth.between(side, row, row + group - 1))]
        else:
            prices = [price for price, _ in quote.depth.between(side, row - group + 1, row)]
        orders: list[Queued] = []
        ours: list[Standing] = []
        count = lots = 0
        for price in prices:
            ids = [one.order_id for one in own if one.side is side and one.price == price and not one.trigger]
            at = self._queue_of(quote.instrument.id, side, price, ORDERS_A_QUEUE - len(orders), ids)
            orders += [Queued(price, qty, is_own) for qty, is_own in at.orders]
            ours += [Standing(count + index, qty, lots + before) for index, qty, before in at.ours]
            count, lots = count + at.standing, lots + at.lots
        return LevelQueue(side, row, tuple(orders), count - len(orders), lots, tuple(ours)) if orders else None


def _rows(quote: Quote, side: Side, look: LadderLook, group: int) -> dict[int, int]:
    """Row price -> lots. A bid counts in the row at or below its price, an ask in the one at or above."""
    rows: dict[int, int] = {}
    if side is Side.BUY:
        for price, qty in quote.depth.between(side, look.low, look.high + group - 1):
            row = price - price % group
            rows[row] = rows.get(row, 0) + qty
    else:
        for price, qty in quote.depth.between(side, look.low - group + 1, look.high):
            row = price + -price % group
            rows[row] = rows.get(row, 0) + qty
    return rows


def _traded(quote: Quote, look: LadderLook, group: int) -> dict[int, int]:
    rows: dict[int, int] = {}
    for price, qty in quote.traded.items():
        row = price - price % group
        if look.low <= row <= look.high:
            rows[row] = rows.get(row, 0) + qty
    return rows
