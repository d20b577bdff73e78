"""The ends of what the gate and the stops count: what the journal's integers hold, and how often a venue is asked."""

from core.domain.enums import OrderType, Side, TimeInForce
from core.machine.desk.judge import LARGEST
from core.machine.desk.stopping import MOST_ATTEMPTS
from core.machine.engine import Engine
from core.machine.state import State
from core.messages.commands import RULES, PlaceOrder, SetLimits, StartRun
from core.messages.events import BasketRefused
from core.messages.flow import FlowLimit, ListInstrument
from core.messages.groups import PlaceBasket
from core.messages.reasons import Reason
from tests.scenarios.conversation import Conversation


def refused(lines: int) -> BasketRefused:
    """A basket of so many orders, each of another account and worth as much as an order may be at most, less a little."""
    engine = Engine(State())
    orders = [
        PlaceOrder(f"o{n}", 1, Side.BUY, OrderType.LIMIT, LARGEST // 10_001, 10_000, TimeInForce.GTC, n)  # type: ignore[arg-type]
        for n in range(1, lines + 1)
    ]
    events = [
        event
        for seq, message in enumerate((
            StartRun("s", "", 0, 0, False, "", (), gate_rules=RULES), ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1),  # type: ignore[arg-type]
            SetLimits(1, LARGEST, LARGEST, 1, LARGEST, 1_000),  # type: ignore[arg-type]
            FlowLimit(1, -1, Side.BUY, 5, 9_999), FlowLimit(1, -2, Side.SELL, 5, 10_001), PlaceBasket(tuple(orders)),  # type: ignore[arg-type]
        ), 1)
        for event in engine.apply(seq, seq, message)
    ]
    return next(event for event in events if isinstance(event, BasketRefused))


def test_what_a_basket_comes_to_is_told_as_far_as_it_can_be() -> None:
    """Exactly, up to four times what an order may be."""
    one = LARGEST // 10_001 * 10_000
    for lines, value in ((2, 2 * one), (3, 3 * one), (4, 4 * one), (5, 4 * LARGEST)):
        found = refused(lines)
        assert (found.reason, found.line, found.limit, found.value) == (Reason.BASKET_WORTH, 0, LARGEST, value)


def test_a_venue_that_still_has_the_order_is_asked_so_often_and_no_more() -> None:
    """Each time it refused the cancel, and was then asked what it has."""
    talk = Conversation()
    talk.play("> start\n> venue V\n> flow BUY 9 @99 #1\n> flow SELL 9 @101 #2\n> place BUY 1 @98 GTC a\n> out V accepted a\n")
    asked = "\n".join(talk.say("stop account:1 test by demo") + talk.say("wait 0")).count("CancelSent")
    for _ in range(MOST_ATTEMPTS + 5):
        told = talk.say("out V rejected a cancel") + talk.say("out V status a WORKING 0 1")
        asked += "\n".join(told).count("CancelSent")
    assert asked == MOST_ATTEMPTS
