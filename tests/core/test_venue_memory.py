"""Memory of the exchange: what is done is given back, and long queues come and go without deep recursion."""

import gc
import sys

from core.domain.enums import OrderType, Phase, Side, TimeInForce
from core.machine.engine import Engine
from core.machine.state import State
from core.machine.timers import NEVER
from core.machine.venue.deadlines import all_of
from core.messages.commands import EngageKill, PlaceOrder, SetLimits, StartRun
from core.messages.flow import FlowCancel, FlowLimit, FlowMarket, ListInstrument
from core.messages.operations import ChangePhase, SetReference
from core.messages.participants import EnterOrder, OpenSession, WithdrawOrder
from core.messages.terms import Terms

LIMIT, GTC, GTD = OrderType.LIMIT, TimeInForce.GTC, TimeInForce.GTD
MANY = 200_000
"""Deeper than any C stack that frees a chain link by link."""


def begun() -> Engine:
    engine = Engine(State())
    engine.apply(1, 1, StartRun("s", "", 0, 0, False, "", ()))
    engine.apply(2, 2, ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1))
    return engine


def test_one_long_queue_is_uncrossed_and_freed() -> None:
    engine = begun()
    for seq, phase in ((3, Phase.HALT), (4, Phase.VOLATILITY_CALL)):
        engine.apply(seq, seq, ChangePhase(1, phase))
    for id in range(1, MANY + 1):
        engine.apply(5, 5, FlowLimit(1, -id, Side(id % 2), 1, 100))
    events = engine.apply(6, 6, ChangePhase(1, Phase.CONTINUOUS))
    assert len(events) > MANY // 2
    assert engine.state.venue.books[1].orders == {}
    engine.state.reset()


def test_a_long_queue_goes_with_its_run() -> None:
    engine = begun()
    for id in range(1, MANY + 1):
        engine.apply(3, 3, FlowLimit(1, -id, Side.BUY, 1, 100))
    engine.apply(4, 4, StartRun("s", "", 0, 0, False, "", ()))
    assert engine.state.venue.books == {}


def test_orders_go_with_a_machine_that_is_given_up() -> None:
    """Nobody says goodbye to one that was made to replay a journal: its orders are freed all the same. They hold their party."""
    engine = begun()
    engine.apply(3, 3, OpenSession(-1, 0, 0))
    party = engine.state.venue.parties.up(-1)
    for id in range(2, 1_002):
        engine.apply(3, 3, EnterOrder(1, -id, -1, Side.BUY, LIMIT, 1, 90, GTC, Terms()))
    held = sys.getrefcount(party)
    assert held > 1_000
    del engine
    gc.collect()
    assert sys.getrefcount(party) <= held - 1_000


def test_what_a_sweep_takes_is_freed_by_its_count_alone() -> None:
    """Compiled, orders and levels are out of the cyclic collector's sight: what still holds each other stays for ever."""
    engine = begun()
    nobody = engine.state.venue.parties.nobody
    held = sys.getrefcount(nobody)
    gc.disable()
    try:
        for id in range(1, 1_001):
            engine.apply(3, 3, FlowLimit(1, -id, Side(id % 2), 1, 50_000 + id if id % 2 else 50_000 - id))
        assert sys.getrefcount(nobody) == held + 1_000
        for side in Side:
            engine.apply(4, 4, FlowMarket(1, -5_000 - side, side, 500, 0))
        assert engine.state.venue.books[1].orders == {}
        assert sys.getrefcount(nobody) == held
    finally:
        gc.enable()


def test_a_book_without_orders_holds_nothing() -> None:
    engine = begun()
    book = engine.state.venue.books[1]
    for id in range(1, 5_001):
        engine.apply(3, 3, FlowLimit(1, -id, Side.SELL, 1, 100 + id))
    for id in range(1, 5_001):
        engine.apply(4, 4, FlowCancel(1, -id, 1))
    assert (book.orders, book.asks, book.bids) == ({}, {}, {})
    assert len(book.ask_heap) <= 5_000


def test_deadlines_behind_a_living_one_are_given_back() -> None:
    """The first one lives, so nothing behind it ever surfaces."""
    engine = begun()
    engine.apply(3, 3, OpenSession(-1, 0, 0))
    engine.apply(3, 3, EnterOrder(1, -1, -1, Side.BUY, LIMIT, 1, 90, GTD, Terms(expires_at=1_000)))
    for id in range(2, 10_002):
        engine.apply(3, 3, EnterOrder(1, -id, -1, Side.BUY, LIMIT, 1, 90, GTD, Terms(expires_at=1_000 + id)))
        engine.apply(4, 4, WithdrawOrder(1, -id, -1))
    venue = engine.state.venue
    assert all_of(venue.markets, venue.arrivals) == [(1_000, 0, 1, -1)]
    assert len(venue.timers.heap) <= 2_000
    assert engine.next_due() == 1_000


def test_an_order_taken_back_from_a_slow_line_takes_its_deadline_along() -> None:
    engine = begun()
    engine.apply(3, 3, SetLimits(1, 10**6, 10**12, 10**6, 10**6, 10**6))
    engine.apply(3, 3, SetReference(1, 100))
    for seq, price in ((3, 101), (4, 99)):
        engine.apply(seq, 3, FlowLimit(1, -seq, Side.SELL if price > 100 else Side.BUY, 5, price))
    engine.apply(5, 3, OpenSession(1, 1, 1, entry_ns=50))
    engine.apply(6, 3, PlaceOrder("a", 1, Side.BUY, LIMIT, 1, 99, GTC))
    assert engine.next_due() == 53
    engine.apply(7, 4, EngageKill("test"))
    assert engine.next_due() == NEVER
