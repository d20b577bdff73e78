"""Memory of the exchange: what is done is given back, and long queues come and go without deep recursion."""

from core.domain.enums import Phase, Side
from core.machine.engine import Engine
from core.machine.state import State
from core.messages.commands import StartRun
from core.messages.flow import FlowCancel, FlowLimit, ListInstrument
from core.messages.operations import ChangePhase

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


def test_a_book_without_orders_holds_nothing() -> None:
    engine = begun()
    book = engine.state.venue.books[1]
    for id in range(1, 5_001):
        engine.apply(3, 3, FlowLimit(1, -id, Side.SELL, 1, 100 + id))
    for id in range(1, 5_001):
        engine.apply(4, 4, FlowCancel(1, -id, 1))
    assert (book.orders, book.asks, book.bids) == ({}, {}, {})
    assert len(book.ask_heap) <= 5_000
