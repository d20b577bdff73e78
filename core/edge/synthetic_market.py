"""Makes the practice session, several instruments that never existed: python -m core.edge.synthetic_market OUT.tape

A real order-by-order recording of several instruments that may be passed on is hard to come by, and a watchlist, a basket or a
comparison wants more than one. Each market here is a crowd of patient and impatient participants around a value that nobody sees.
The values share a factor, so that markets move together, and it jumps now and then. What participants send comes in bursts, more of
it after trades. Trades are made by a small book of this file's own and recorded: our engine has to make the same ones.

The same seed gives the same records. Nothing is fitted to a real market: it is for training hands, never for testing a strategy.
"""

import sys
from collections.abc import Callable, Iterator
from heapq import heappop, heappush
from math import exp, floor, log, sqrt
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from core.domain.enums import Side
from core.domain.units import SECOND, InstrumentId, Money, OrderId, Price, Qty
from core.edge.tape_file import OPENING, Record, RecordedTrade, Tape, TapeHead, write
from core.messages.flow import FlowCancel, FlowLimit, FlowMarket, ListInstrument, SeedBook

NAME: Final = "practice-six"
SEED: Final = 20_260_105
FIRST_AT: Final = 1_767_623_400 * SECOND
"""5 January 2026, 14:30 UTC."""
MINUTES: Final = 15
PRICE_DECIMALS, QTY_DECIMALS = 2, 4
ORDERS_A_SIDE: Final = 220
"""Around which each side's number of resting orders stays."""


class Kind(NamedTuple):
    """price and tick in price units; rate: messages a second in quiet times; beta: how much of the common factor; own: basis points
    the value wanders by itself in the square root of a second; usual: quantity units of an ordinary order."""

    symbol: str
    price: int
    tick: int
    rate: float
    beta: float
    own: float
    usual: int


KINDS: Final = (
    Kind("ALDER", 620_000, 100, 9.0, 1.0, 0.30, 2_500),
    Kind("BIRCH", 315_000, 50, 7.0, 1.2, 0.35, 5_000),
    Kind("CEDAR", 148_000, 20, 6.0, 0.8, 0.40, 10_000),
    Kind("HAZEL", 84_000, 10, 4.0, 0.6, 0.55, 15_000),
    Kind("MAPLE", 41_000, 5, 3.0, 0.9, 0.45, 20_000),
    Kind("ROWAN", 9_600, 1, 3.0, -0.5, 0.60, 100_000),
)
COMMON_BP: Final = 0.55
"""What the common factor wanders in the square root of a second."""
SHOCKS: Final = ((200.0, 22.0), (545.0, -30.0), (760.0, 14.0))
"""(second, basis points): news for all, taken in within some seconds."""
SHOCK_S: Final = 6.0
MORE_BY_TRADE: Final = 1.0
"""Messages that would not have been sent without a trade; must stay well below one trade's share of messages."""
EXCITED_BY_SHOCK, CALMS_IN_S = 3.0, 2.0
AT_ONCE: Final = 0.3
"""Of all messages, the share that answers the one before within a fraction of a millisecond."""
FAR_TICKS: Final = 150
ROUND: Final = (10, 20, 50, 100, 200, 500, 1_000)


class CrowdBook:
    """Price, then time. Levels: price -> order id -> open quantity, in queue order."""

    def __init__(self) -> None:
        self.sides: dict[Side, dict[int, dict[int, int]]] = {Side.BUY: {}, Side.SELL: {}}
        self.orders: dict[int, tuple[Side, int]] = {}

    def best(self, side: Side) -> int:
        """0: nobody."""
        levels = self.sides[side]
        return (max(levels) if side is Side.BUY else min(levels)) if levels else 0

    def rest(self, id: int, side: Side, price: int, qty: int) -> None:
        self.sides[side].setdefault(price, {})[id] = qty
        self.orders[id] = side, price

    def cancel(self, id: int) -> int:
        """What was open."""
        side, price = self.orders.pop(id)
        level = self.sides[side][price]
        qty = level.pop(id)
        if not level:
            del self.sides[side][price]
        return qty

    def take(self, side: Side, qty: int, limit: int) -> Iterator[tuple[int, int, int]]:
        """(maker, price, quantity) of each trade of an order that comes in; limit 0: at any price."""
        other = Side.SELL if side is Side.BUY else Side.BUY
        while qty and (price := self.best(other)) and (not limit or (price <= limit if side is Side.BUY else price >= limit)):
            maker, open_qty = next(iter(self.sides[other][price].items()))
            traded = min(qty, open_qty)
            qty -= traded
            if traded == open_qty:
                self.cancel(maker)
            else:
                self.sides[other][price][maker] = open_qty - traded
            yield maker, price, traded


class Crowd:
    """The participants of one instrument. value: what they think it is worth, in ticks."""

    def __init__(self, id: int, kind: Kind, chance: Random, new_id: Callable[[], int]) -> None:
        self.id, self.kind, self._chance, self._new_id = InstrumentId(id), kind, chance, new_id
        self.book = CrowdBook()
        self.value = kind.price / kind.tick
        self._excited, self._looked_at, self._buys = 0.0, 0.0, True

    def listed(self) -> ListInstrument:
        symbol = self.kind.symbol
        return ListInstrument(self.id, f"{symbol}-USD", "PRACTICE", symbol, "USD", PRICE_DECIMALS, QTY_DECIMALS, self.kind.tick, 1)

    def opening(self) -> Iterator[SeedBook]:
        for side in Side:
            for _ in range(ORDERS_A_SIDE):
                self.book.rest(self._new_id(), side, self._patient_price(side), self._size())
            rows = [(OrderId(id), Price(price), Qty(qty)) for price, level in self.book.sides[side].items() for id, qty in level.items()]
            yield SeedBook(self.id, side, tuple(rows))

    def gap(self) -> float:
        """Seconds to this crowd's next message."""
        if self._chance.random() < AT_ONCE:
            return self._drawn(0.0002)
        return self._drawn((1 - AT_ONCE) ** -1 / (self.kind.rate * (1 + self._excited)))

    def excite(self, by: float) -> None:
        self._excited += by

    def moves(self, at: float, common_bp: float) -> Iterator[Record]:
        """What one of them sends now, and the trades of it. common_bp: how far the common factor went since the last."""
        passed = at - self._looked_at
        self._looked_at = at
        self._excited *= exp(-passed / CALMS_IN_S)
        bp = self.kind.beta * common_bp + self.kind.own * sqrt(passed) * self._chance.gauss(0, 1)
        self.value *= 1 + bp / 10_000
        stale = self._stale()
        draw = self._chance.random()
        if stale is not None and draw < 0.75:
            # Somebody's price is behind the value: he is hit, or was quicker.
            if draw < 0.4:
                yield from self._impatient(Side.SELL if stale is Side.BUY else Side.BUY)
            else:
                yield self._gone(stale, near=True)
            return
        side = Side.BUY if self._chance.random() < 0.5 else Side.SELL
        resting = sum(len(level) for level in self.book.sides[side].values())
        if draw < 0.05:
            self._buys = self._buys if self._chance.random() < 0.7 else not self._buys
            yield from self._impatient(Side.BUY if self._buys else Side.SELL)
        elif resting > 20 and draw < 0.05 + 0.45 * resting / ORDERS_A_SIDE:
            yield self._gone(side, near=self._chance.random() < 0.6)
        else:
            yield from self._enters(side, self._size(), self._patient_price(side))

    def _stale(self) -> Side | None:
        bid, ask, tick = self.book.best(Side.BUY), self.book.best(Side.SELL), self.kind.tick
        if bid and bid / tick > self.value + 0.2:
            return Side.BUY
        return Side.SELL if ask and ask / tick < self.value - 0.2 else None

    def _patient_price(self, side: Side) -> int:
        """Never one that trades: at the touch or, where the value leaves room, a tick better; some behind it; few far away."""
        tick, sign = self.kind.tick, 1 if side is Side.BUY else -1
        # Counted so that more is better for either side, in ticks.
        touch = sign * self.book.best(side) // tick
        others = self.book.best(Side.SELL if side is Side.BUY else Side.BUY)
        good = floor(sign * self.value - 0.3)
        if others:
            good = min(good, sign * others // tick - 1)
        draw = self._chance.random()
        if draw < 0.34:
            good = min(good, touch + 1 + int(0.6 * self._chance.random() * max(0, good - touch))) if touch else good
        elif draw < 0.93:
            good = (min(good, touch) if touch else good) - 1 - int(self._drawn(6.0))
        else:
            good -= int(self._chance.random() * FAR_TICKS)
        return max(1, sign * good) * tick

    def _impatient(self, side: Side) -> Iterator[Record]:
        qty = int(self._size() * (0.5 + self._drawn(1.0))) or 1
        through = int(self._drawn(1.5))
        best = self.book.best(Side.SELL if side is Side.BUY else Side.BUY)
        if not best:
            return
        if self._chance.random() < 0.4:
            yield from self._enters(side, qty, 0)
        else:
            yield from self._enters(side, qty, best + (through if side is Side.BUY else -through) * self.kind.tick)

    def _enters(self, side: Side, qty: int, price: int) -> Iterator[Record]:
        """A limit order that trades what it can and rests, or at price 0 a market order."""
        id = self._new_id()
        if price:
            yield FlowLimit(self.id, OrderId(id), side, Qty(qty), Price(price))
        else:
            yield FlowMarket(self.id, OrderId(id), side, Qty(qty), Money(0))
        for maker, at, traded in self.book.take(side, qty, price):
            yield RecordedTrade(self.id, maker, id, at, traded)
            self._excited += MORE_BY_TRADE / (self.kind.rate * CALMS_IN_S)
            qty -= traded
        if qty and price:
            self.book.rest(id, side, price, qty)

    def _gone(self, side: Side, near: bool) -> FlowCancel:
        levels = self.book.sides[side]
        prices = sorted(levels, reverse=side is Side.BUY)
        price = prices[int(self._chance.random() ** 2 * min(5, len(prices)))] if near else self._chance.choice(prices)
        id = self._chance.choice(list(levels[price]))
        return FlowCancel(self.id, OrderId(id), Qty(self.book.cancel(id)))

    def _size(self) -> int:
        """Round ones mostly, in the hundredths of an ordinary order; the others any."""
        if self._chance.random() < 0.7:
            return self.kind.usual * self._chance.choice(ROUND) // 100
        return int(self.kind.usual * exp(self._chance.gauss(-0.3, 1.0))) or 1

    def _drawn(self, mean: float) -> float:
        return -mean * log(1 - self._chance.random())


def records(seed: int = SEED, seconds: float = MINUTES * 60.0) -> Iterator[tuple[int, Record]]:
    """(offset_ns, record) in session order."""
    chance = Random(seed)
    numbers = iter(range(-1, -(1 << 62), -1))
    crowds = [Crowd(id, kind, chance, numbers.__next__) for id, kind in enumerate(KINDS, start=1)]
    yield from ((0, crowd.listed()) for crowd in crowds)
    for crowd in crowds:
        yield from ((0, seeds) for seeds in crowd.opening())
    due: list[tuple[float, int]] = []
    """When, and which crowd."""
    for number, crowd in enumerate(crowds):
        heappush(due, (crowd.gap(), number))
    factor, factor_at, seen, shocks = 0.0, 0.0, [0.0] * len(crowds), list(SHOCKS)
    while True:
        at, number = heappop(due)
        if at > seconds:
            return
        factor += COMMON_BP * sqrt(at - factor_at) * chance.gauss(0, 1)
        factor += sum(bp * max(0.0, min(at, second + SHOCK_S) - max(factor_at, second)) / SHOCK_S for second, bp in SHOCKS)
        factor_at = at
        while shocks and shocks[0][0] <= at:
            shocks.pop(0)
            for crowd in crowds:
                crowd.excite(EXCITED_BY_SHOCK)
        crowd = crowds[number]
        for record in crowd.moves(at, factor - seen[number]):
            yield round(at * SECOND), record
        seen[number] = factor
        heappush(due, (at + crowd.gap(), number))


def make(out: Path) -> TapeHead:
    """Writes the practice session and returns its head. Raises OSError."""
    made = list(records())
    trades = sum(isinstance(record, RecordedTrade) for _, record in made)
    opening = sum(isinstance(record, OPENING) for _, record in made)
    head = TapeHead(
        name=NAME, title=f"Practice: six made-up markets, {MINUTES} minutes", venue="PRACTICE",
        source=f"core.edge.synthetic_market, seed {SEED}", licence="Apache-2.0", first_at=FIRST_AT, last_at=FIRST_AT + made[-1][0],
        messages=len(made) - opening - trades, trades=trades,
    )
    write(out, head, made)
    return head


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m core.edge.synthetic_market OUT.tape")
    done = make(Path(sys.argv[1]))
    print(f"{sys.argv[1]}: {done.messages} messages, {done.trades} trades, sha256 {Tape(Path(sys.argv[1])).sha256}")
