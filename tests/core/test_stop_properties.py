"""Whatever is placed, filled and stopped in whatever order: after a trip no order of its scope leaves, none of it is filled, and no
exposure of the scope grows; what the scope does not concern works on. And a copy from any moment goes on alike."""

from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.enums import OrderType, Side, TimeInForce
from core.domain.order import Owner
from core.domain.scope import parse_scope
from core.domain.stages import BLOCKED
from core.machine.desk.owners import meant
from core.machine.engine import Engine
from core.machine.memory import restore, rows
from core.machine.state import State, digest
from core.messages.commands import RULES, CancelAllOrders, EngageKill, PlaceOrder, SetLimits, StartRun
from core.messages.events import OrderCancelled, OrderFilled, OrderSent
from core.messages.flow import FlowLimit, FlowMarket, ListInstrument
from core.messages.operations import TimePassed
from core.messages.origin import Origin
from core.messages.packing import pack, unpack
from core.messages.stopping import Flatten, SetStopping

NAMES = ("ann", "bob")
SCOPES = (
    "everything", "venue:V", "venue:W", "instrument:X", "instrument:Y", "account:1", "account:2", "trader:ann", "trader:bob",
    "strategy:ann", "desk:bob", "session:ann", "order:o3", "order:nobody",
)
PLACES = st.tuples(
    st.just("place"), st.sampled_from((1, 2)), st.sampled_from(Side), st.integers(1, 9), st.integers(95, 105), st.sampled_from(NAMES),
    st.sampled_from((1, 2)),
)
ACTS = st.lists(
    st.one_of(
        PLACES, PLACES, PLACES,
        st.tuples(st.just("flow"), st.sampled_from((1, 2)), st.sampled_from(Side), st.integers(1, 9), st.integers(96, 104)),
        st.tuples(st.just("market"), st.sampled_from((1, 2)), st.sampled_from(Side), st.integers(1, 9)),
        st.tuples(st.just("stop"), st.sampled_from(SCOPES)), st.tuples(st.just("flatten"), st.sampled_from(SCOPES[:7])),
        st.tuples(st.just("cancel all")),
    ),
    max_size=60,
)


class Desk:
    def __init__(self, cancels: int) -> None:
        self.engine = Engine(State())
        self.seq = 0
        self.orders: dict[int, OrderSent] = {}
        for message in (
            StartRun("s", "", 0, 0, False, "", (), gate_rules=RULES), ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1),  # type: ignore[arg-type]
            ListInstrument(2, "Y", "W", "B", "Q", 2, 0, 1, 1),  # type: ignore[arg-type]
            SetLimits(1, 50, 10**9, 5_000, 500, 500), SetLimits(2, 50, 10**9, 5_000, 500, 500),  # type: ignore[arg-type]
            SetStopping(10**9, 1_000, cancels, 10**9, Origin("demo-risk")),
            FlowLimit(1, -1, Side.BUY, 9, 90), FlowLimit(1, -2, Side.SELL, 9, 110),  # type: ignore[arg-type]
            FlowLimit(2, -3, Side.BUY, 9, 90), FlowLimit(2, -4, Side.SELL, 9, 110),  # type: ignore[arg-type]
        ):
            self.say(message)

    def say(self, message: object) -> None:
        """As the sequencer does it: what is due comes first."""
        while type(message) is not TimePassed and self.engine.next_due() <= self.seq:
            self.say(TimePassed())
        self.seq += 1
        before = {order.order_id: self.blocked(order) for order in self.orders.values()}
        events = self.engine.apply(self.seq, self.seq, message)
        for event in events:
            if isinstance(event, OrderSent):
                self.orders[event.order_id] = event
                flattens = event.client_order_id.startswith("flatten-")
                assert flattens or not self.blocked(event), f"{event} left under {self.engine.state.kill.stops}"
                assert not flattens or self.reduces(event)
            elif isinstance(event, OrderFilled) and before.get(event.order_id, False):
                assert self.orders[event.order_id].client_order_id.startswith("flatten-"), "filled after the trip"
            elif isinstance(event, OrderCancelled) and event.reason == 1:
                assert before[event.order_id], "a cancel of the kill switch reached an order of another scope"

    def blocked(self, order: OrderSent) -> bool:
        origin = order.origin or Origin()
        owner = Owner(origin.person, origin.strategy, origin.desk, origin.session)
        instrument = self.engine.state.venue.instruments[order.instrument]
        return any(
            stop.stage >= BLOCKED and meant(parse_scope(text), owner, order.account, order.order_id, order.client_order_id, instrument)
            for text, stop in self.engine.state.kill.stops.items()
        )

    def reduces(self, order: OrderSent) -> bool:
        """Judged after its own fills, so by what is left."""
        held = self.engine.state.oms.positions[(order.account, order.instrument)].qty
        return held >= 0 if order.side is Side.SELL else held <= 0


@settings(max_examples=150, deadline=None)
@given(acts=ACTS, cancels=st.sampled_from((1, 2, 500)), copied=st.integers(0, 60))
def test_nothing_of_a_stopped_scope_leaves_or_is_filled(acts: list[tuple], cancels: int, copied: int) -> None:  # type: ignore[type-arg]
    desk = Desk(cancels)
    for number, act in enumerate(acts):
        match act:
            case ("place", instrument, side, qty, price, name, account):
                origin = Origin(name, name, name, session=name)
                desk.say(PlaceOrder(f"o{number}", instrument, side, OrderType.LIMIT, qty, price, TimeInForce.GTC, account, None, origin))
            case ("flow", instrument, side, qty, price):
                desk.say(FlowLimit(instrument, -10 - number, side, qty, price))
            case ("market", instrument, side, qty):
                desk.say(FlowMarket(instrument, -10 - number, side, qty, 0))
            case ("stop", scope):
                desk.say(EngageKill("test", scope=scope))
            case ("flatten", scope):
                desk.say(Flatten(scope, "test", Origin("demo")))
            case _:
                desk.say(CancelAllOrders())
        if number == copied:
            state = desk.engine.state
            copy = restore(unpack(pack(rows(state))))
            assert digest(copy) == digest(state) and rows(copy) == rows(state)
            desk.engine = Engine(copy)
    desk.say(FlowMarket(1, -1_000, Side.BUY, 50, 0))  # type: ignore[arg-type]
    desk.say(FlowMarket(2, -1_001, Side.SELL, 50, 0))  # type: ignore[arg-type]
    still = desk.engine.state.oms.open
    assert not any(desk.blocked(desk.orders[id]) for id in still), "an order of a stopped scope is still open"
