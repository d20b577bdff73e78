"""Whatever an outside venue says, the core goes on, and the journal can hold what came of it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.enums import CancelReason, LinkKind, Liquidity, OrderState, Request, Side, TimeInForce
from core.journal.entry import Entry, decode, encode
from core.machine.engine import Engine
from core.machine.memory import restore, rows
from core.machine.state import State, digest
from core.messages.commands import SetLimits, StartRun
from core.messages.flow import FlowLimit, ListInstrument
from core.messages.groups import PlaceLinked, PlaceParent
from core.messages.outside import OutsideReport, SetVenue
from core.messages.packing import pack, unpack
from core.messages.rejections import Rejection
from core.messages.reports import (
    Accepted,
    Busted,
    Cancelled,
    Corrected,
    Doubted,
    Filled,
    Held,
    Rejected,
    Replaced,
    Restated,
    Status,
    Triggered,
)
from tests.sessions import limit

EDGES = st.sampled_from((0, 1, 2, 3, 5, 10, 100, 2**31, 2**50, 2**62, 2**63 - 1, -1, -5, -(2**63)))
NUMBER = st.one_of(st.integers(0, 12), st.integers(0, 12), EDGES)
ID = st.one_of(st.sampled_from((0, 7, 9, 10, 10**12 + 9, 10**12 + 10, -3, 999)), EDGES)
SIDE = st.sampled_from(list(Side))
REPORT = st.one_of(
    st.builds(Accepted, ID, NUMBER, NUMBER, NUMBER), st.builds(Held, ID, NUMBER, NUMBER), st.builds(Triggered, ID, NUMBER),
    st.builds(Filled, ID, NUMBER, NUMBER, NUMBER, st.sampled_from(list(Liquidity)), NUMBER, NUMBER),
    st.builds(Filled, ID, st.integers(1, 9), st.just(100), NUMBER, st.just(Liquidity.MAKER), NUMBER, NUMBER),
    st.builds(Cancelled, ID, NUMBER, st.sampled_from(list(CancelReason))), st.builds(Replaced, ID, NUMBER, NUMBER, NUMBER, st.booleans()),
    st.builds(Rejected, ID, st.text(max_size=3), st.sampled_from(list(Request)), st.sampled_from(list(Rejection))),
    st.builds(Restated, ID, NUMBER, NUMBER), st.builds(Busted, ID, NUMBER, SIDE, NUMBER, NUMBER, NUMBER),
    st.builds(Corrected, ID, NUMBER, SIDE, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER),
    st.builds(Status, ID, st.sampled_from(list(OrderState)), NUMBER, NUMBER), st.builds(Doubted, ID),
)
SAID = st.builds(
    OutsideReport, st.sampled_from(("V", "V", "V", "W", "")), st.sampled_from(("", "", "x1", "x2")), REPORT, NUMBER, NUMBER,
    st.one_of(st.none(), SIDE),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(SAID, max_size=25), st.booleans())
def test_nothing_that_is_said_stops_the_core(said: list[OutsideReport], stops: bool) -> None:
    engine = Engine(State())
    opening = [
        StartRun("s", "", 0, 0, False, "", ()), ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1), SetVenue("V", True, stops),  # type: ignore[arg-type]
        SetLimits(1, 10**6, 10**15, 9_000, 10**6, 10**6), FlowLimit(1, -1, Side.BUY, 1, 99), FlowLimit(1, -2, Side.SELL, 1, 101),  # type: ignore[arg-type]
        limit("a", Side.BUY, 100, 10), PlaceParent("p", 1, Side.BUY, 10), limit("b", Side.SELL, 101, 5, TimeInForce.IOC),  # type: ignore[arg-type]
        PlaceLinked(LinkKind.BRACKET, (limit("e", Side.BUY, 100, 5), limit("t", Side.SELL, 105, 5))),  # type: ignore[arg-type]
    ]
    for seq, message in enumerate([*opening, *said], 1):
        events = engine.apply(seq, seq, message)
        entry = Entry(seq, seq, message, events, True, 0, 0)
        assert decode(encode(entry), seq, 0, 0).events == events
    again = restore(unpack(pack(rows(engine.state))))
    assert digest(again) == digest(engine.state)
