"""Orders that wait for a price: stops, trailing stops, if-touched orders. Which fire is decided here, what they then do is not.

Order of firing: rising ones (stop buys, if-touched sells) by trigger ascending, then rank; then falling ones by trigger
descending, then rank. Layout: a heap for each (source, direction, side), entries dropped when they surface dead; trailing stops
apart, since their triggers move.
"""

from heapq import heapify, heappop, heappush
from typing import Final

from core.domain.enums import OrderType, Side, TriggerBy
from core.machine.venue.book import Resting
from core.machine.venue.rules import BASIS_POINTS, Rules
from core.machine.venue.special import WAITS_FOR_TRIGGER, Special

BUY: Final = Side.BUY
LAST: Final = TriggerBy.LAST
QUOTE: Final = TriggerBy.QUOTE
MARK: Final = TriggerBy.MARK
TRAILING: Final = OrderType.TRAILING_STOP
TOUCHED: Final = (OrderType.MARKET_IF_TOUCHED, OrderType.LIMIT_IF_TOUCHED)
SLACK: Final = 1000
"""Dead entries beyond twice the live ones before the heaps are made anew."""


def rises(order: Resting, special: Special) -> bool:
    """Whether it fires when its price is at or above the trigger."""
    return (order.side is BUY) != (special.order_type in TOUCHED)


class Stops:
    """waiting: by id. entries: how many lie in the heaps, dead ones included. fresh: came in since the last look."""

    __slots__ = ("count", "entries", "fresh", "heaps", "trailing", "waiting")

    def __init__(self) -> None:
        self.waiting: dict[int, Resting] = {}
        self.trailing: dict[int, Resting] = {}
        self.heaps: list[list[tuple[int, int, Resting]]] = [[] for _ in range(12)]
        self.fresh: list[Resting] = []
        self.count: int = 0
        self.entries: int = 0

    def add(self, order: Resting) -> None:
        special = order.special
        assert special is not None
        special.where = WAITS_FOR_TRIGGER
        self.waiting[order.id] = order
        self.count += 1
        if special.order_type is TRAILING:
            self.trailing[order.id] = order
            return
        self._push(order, special)
        self.entries += 1
        if self.entries > 2 * self.count + SLACK:
            self._renew()

    def _push(self, order: Resting, special: Special) -> None:
        up = rises(order, special)
        index = int(special.trigger_by) * 4 + (0 if up else 2) + int(order.side)
        heappush(self.heaps[index], (special.trigger if up else -special.trigger, order.rank, order))

    def _renew(self) -> None:
        for index in range(12):
            self.heaps[index] = [entry for entry in self.heaps[index] if self._lives(entry)]
            heapify(self.heaps[index])
        self.entries = sum(len(heap) for heap in self.heaps)

    def _lives(self, entry: tuple[int, int, Resting]) -> bool:
        order = entry[2]
        special = order.special
        return self.waiting.get(order.id) is order and order.rank == entry[1] and special is not None and abs(entry[0]) == special.trigger

    def remove(self, order: Resting) -> None:
        del self.waiting[order.id]
        self.trailing.pop(order.id, None)
        self.count -= 1

    def look(self, rules: Rules, path: list[int], last: int, bid: int, ask: int, mark: int) -> list[Resting]:
        """Takes out what fires now, in firing order. path: trade prices since the last look. last: what those that just came
        in look at, for themselves alone. bid, ask, mark: 0 for none."""
        fired: list[Resting] = []
        for order in self.fresh:
            if last and self.waiting.get(order.id) is order and _beyond(order, last, rules):
                self._fire(order, fired)
        self.fresh.clear()
        for price in path:
            self._at(LAST, price, price, rules, fired)
        self._at(QUOTE, ask, bid, rules, fired)
        self._at(MARK, mark, mark, rules, fired)
        if len(fired) > 1:
            fired.sort(key=_turn)
        return fired

    def _at(self, source: TriggerBy, buys_see: int, sells_see: int, rules: Rules, fired: list[Resting]) -> None:
        for order in list(self.trailing.values()):
            special = order.special
            assert special is not None
            price = buys_see if order.side is BUY else sells_see
            if special.trigger_by is source and price and _trailed(order, special, price, rules):
                self._fire(order, fired)
        base = int(source) * 4
        for side in range(2):
            price = sells_see if side else buys_see
            if not price:
                continue
            self._pop(self.heaps[base + side], price, fired)
            self._pop(self.heaps[base + 2 + side], -price, fired)

    def _pop(self, heap: list[tuple[int, int, Resting]], most: int, fired: list[Resting]) -> None:
        while heap and heap[0][0] <= most:
            entry = heappop(heap)
            self.entries -= 1
            if self._lives(entry):
                self._fire(entry[2], fired)

    def _fire(self, order: Resting, fired: list[Resting]) -> None:
        self.remove(order)
        fired.append(order)


def _beyond(order: Resting, last: int, rules: Rules) -> bool:
    """Whether an order that just came in fires at the last trade's price."""
    special = order.special
    assert special is not None
    if special.trigger_by is not LAST:
        return False
    if special.order_type is TRAILING:
        return _trailed(order, special, last, rules)
    return last >= special.trigger if rises(order, special) else last <= special.trigger


def _trailed(order: Resting, special: Special, price: int, rules: Rules) -> bool:
    """Moves the trigger after the price, never back; whether it fires at this price."""
    distance = special.trail if special.trail else price * special.trail_bp // BASIS_POINTS
    if order.side is BUY:
        trigger = rules.up(price + distance)
        if not special.trigger or trigger < special.trigger:
            special.trigger = trigger
        return price >= special.trigger
    trigger = rules.down(price - distance)
    if not special.trigger or trigger > special.trigger:
        special.trigger = trigger
    return price <= special.trigger


def _turn(order: Resting) -> tuple[int, int, int]:
    special = order.special
    assert special is not None
    return (0, special.trigger, order.rank) if rises(order, special) else (1, -special.trigger, order.rank)
