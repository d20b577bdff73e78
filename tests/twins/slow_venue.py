"""A second exchange, slow and obviously right, written from docs/venue.md alone: the embedded exchange's twin.

    told = SlowVenue().apply(at, message)

One plain list of orders a market, sorted anew for each question; what would happen is tried out on a copy; every tick of an auction is
tried. It shares nothing with the machine but the words (enums and messages). It does not tell feeds: depth, top, statistics, bands,
indicative prices.
"""

from collections.abc import Callable
from typing import Any

from core.domain.enums import OrderType, Phase, PhaseCause, Request, TimeInForce
from core.domain.units import SECOND
from core.messages.flow import FlowCancel, FlowLimit, FlowMarket, ListInstrument
from core.messages.operations import (
    BlockParticipant,
    BustTrade,
    ChangePhase,
    CorrectTrade,
    ReadmitParticipant,
    SetMark,
    SetReference,
    SetRules,
    SetSchedule,
    TimePassed,
)
from core.messages.participants import (
    AmendOrder,
    CloseSession,
    EnterOrder,
    MassCancel,
    MassQuote,
    OpenSession,
    SetQuoteProtection,
    WithdrawOrder,
)
from core.messages.rejections import Rejection
from core.messages.reports import Rejected
from tests.twins import slow_venue_operations as operations
from tests.twins import slow_venue_orders as orders
from tests.twins import slow_venue_participants as participants
from tests.twins.slow_venue_auction import call_end, change_phase
from tests.twins.slow_venue_checks import no_liquidity
from tests.twins.slow_venue_market import NEVER, Draws, Market, Session, anonymous, order_of, picture
from tests.twins.slow_venue_matching import come_in
from tests.twins.slow_venue_settling import pull_triggers, remember_best, settle

FORGETTING = ("ticks", "dynamic_bp", "dynamic_window_ns", "velocity", "velocity_ns")
"""Rules that, changed, make the exchange forget the trades seen (9.5)."""
DELAYED = (EnterOrder, AmendOrder, WithdrawOrder, MassQuote)


class SlowVenue:
    def __init__(self) -> None:
        self.now = 0
        self.markets: dict[int, Market] = {}
        self.sessions: dict[int, Session] = {}
        self.blocked_firms: set[int] = set()
        self.strikes: list[tuple[int, int]] = []
        self.arrivals: list[tuple[int, int, Any]] = []
        self.sent = 0
        self.told: list[Any] = []
        self.is_silent = False

    def silent(self) -> "SlowVenue":
        """The same exchange, telling nobody: for trying out."""
        venue = SlowVenue()
        venue.now, venue.sessions, venue.is_silent = self.now, self.sessions, True
        return venue

    # what others ask of it --------------------------------------------------------------------------------------------

    def apply(self, at: int, message: Any) -> list[Any]:
        self.now = at
        self.told = []
        due = self.arrival_of(message)
        if due is not None:
            self.sent += 1
            self.arrivals.append((due, self.sent, message))
        else:
            self.step(message)
        if isinstance(message, TimePassed):
            for one in sorted(a for a in self.arrivals if a[0] <= at):
                self.arrivals.remove(one)
                self.step(one[2])
        return self.told

    def picture(self, instrument: int) -> tuple[Any, ...]:
        return picture(self.markets[instrument])

    def next_due(self) -> int:
        dues = [due for due, _, _ in self.arrivals]
        for m in self.markets.values():
            dues += [o.expires_at for o in m.orders if o.expires_at]
            dues += [due for due, _ in m.schedule]
            if m.ends_at:
                dues.append(m.ends_at)
            if m.limit_since is not None:
                dues.append(m.limit_since + m.rules.limit_state_ns)
        return min(dues, default=NEVER)

    # what its parts ask of it -----------------------------------------------------------------------------------------

    def tell(self, event: Any) -> None:
        if not self.is_silent:
            self.told.append(event)

    def report(self, session: int, report: Any) -> None:
        if session and self.settings(session).reports:
            self.tell(report)

    def settings(self, session: int) -> OpenSession:
        return self.sessions[session].settings if session in self.sessions else anonymous(session)

    def is_up(self, session: int) -> bool:
        return session >= 0 or (session in self.sessions and self.sessions[session].up)

    def ordered(self) -> list[Market]:
        return [self.markets[number] for number in sorted(self.markets)]

    def pause(self, m: Market) -> None:
        """The velocity pause."""
        if not self.is_silent:
            change_phase(self, m, Phase.VOLATILITY_CALL, PhaseCause.VELOCITY, call_end(self, m))

    def new_reference(self, m: Market, price: int) -> None:
        """Its window of trades begins anew."""
        m.touched = True
        m.reference, m.mean, m.mean_at, m.window = price, price, self.now, [(self.now, price)]

    def quote_traded(self, number: int, m: Market, qty: int) -> None:
        """Quote protection counts; what it does comes when the step's orders are done."""
        session = self.sessions[number]
        session.fills.append((self.now, qty))
        max_lots, max_fills, window_ns = session.protection
        recent = [lots for at, lots in session.fills if at > self.now - window_ns]
        if (max_lots and sum(recent) > max_lots) or (max_fills and len(recent) > max_fills):
            self.strikes.append((number, m.number))

    # a step -----------------------------------------------------------------------------------------------------------

    def step(self, message: Any) -> None:
        for m in self.ordered():
            m.traded = m.touched = False
        ROUTES[type(message)](self, message)
        for m in [m for m in self.ordered() if m.touched]:
            self.follow(m)

    def follow(self, m: Market) -> None:
        """What follows a request in an instrument that it changed."""
        settle(self, m)
        pull_triggers(self, m)
        participants.protect_quotes(self, m)
        self.move_band(m)
        self.watch_limit_state(m)
        m.traded = m.touched = False

    def move_band(self, m: Market) -> None:
        if not m.traded or not m.rules.dynamic_bp or self.now - m.mean_at < 30 * SECOND:
            return
        recent = [price for at, price in m.window if at > self.now - m.rules.dynamic_window_ns]
        mean = sum(recent) // len(recent)
        if abs(mean - m.mean) * 100 >= m.mean:
            m.mean, m.mean_at = mean, self.now

    def watch_limit_state(self, m: Market) -> None:
        band = m.dynamic_band()
        bid, ask = remember_best(m)
        at_band = band is not None and ((bid and bid >= band[1]) or (ask and ask <= band[0]))
        if not at_band or m.phase is not Phase.CONTINUOUS or not m.rules.limit_state_ns:
            m.limit_since = None
        elif m.limit_since is None:
            m.limit_since = self.now

    def arrival_of(self, message: Any) -> int | None:
        """When a delayed session's request reaches the market; None: at once."""
        session = self.sessions.get(message.session) if isinstance(message, DELAYED) else None
        if session is None or not session.up or not (session.settings.entry_ns or session.settings.jitter_ns):
            return None
        delay = session.settings.entry_ns + session.draws.draw(session.settings.jitter_ns)
        session.last_arrival = max(self.now + delay, session.last_arrival)
        return session.last_arrival

    # requests that need only a line ---------------------------------------------------------------------------------------

    def on_list(self, c: ListInstrument) -> None:
        self.markets[c.instrument] = Market(c.instrument, c.tick, c.lot)

    def on_rules(self, c: SetRules) -> None:
        m = self.markets.get(c.instrument)
        if m is None:
            operations.refuse(self, c.instrument, Rejection.UNKNOWN_INSTRUMENT, 0)
            return
        before, m.rules, m.touched = m.rules, c.rules, True
        if c.rules.ids_ascending and not before.ids_ascending:
            m.lowest_id = min((order.id for order in m.orders if order.id < 0), default=0)
        if before.seed != c.rules.seed:
            m.draws = Draws(c.rules.seed)
        if any(getattr(before, name) != getattr(c.rules, name) for name in FORGETTING):
            m.prints, m.window, m.mean, m.mean_at = [], [], 0, 0
            if m.reference:
                self.new_reference(m, m.reference)

    def on_enter(self, c: EnterOrder) -> None:
        order = order_of(c.order_id, c.session, c.side, c.order_type, c.qty, c.price, c.time_in_force, c.terms)
        m = self.markets.get(c.instrument)
        if m is None:
            self.tell(Rejected(c.order_id, "", Request.NEW, Rejection.UNKNOWN_INSTRUMENT))
        else:
            orders.enter(self, m, order)

    def on_amend(self, c: AmendOrder) -> None:
        m = self.markets.get(c.instrument)
        if m is None:
            self.tell(Rejected(c.order_id, "", Request.REPLACE, Rejection.UNKNOWN_INSTRUMENT))
        else:
            orders.amend(self, m, c)

    def on_withdraw(self, c: WithdrawOrder) -> None:
        m = self.markets.get(c.instrument)
        if m is None:
            self.tell(Rejected(c.order_id, "", Request.CANCEL, Rejection.UNKNOWN_INSTRUMENT))
        else:
            orders.withdraw(self, m, c.order_id, c.session)

    def on_flow_limit(self, c: FlowLimit) -> None:
        self.on_enter(EnterOrder(c.instrument, c.order_id, 0, c.side, OrderType.LIMIT, c.qty, c.price))

    def on_flow_market(self, c: FlowMarket) -> None:
        m = self.markets[c.instrument]
        qty = c.qty or c.funds
        order = order_of(c.order_id, 0, c.side, OrderType.MARKET, qty, 0, TimeInForce.IOC, None)
        if m.phase is not Phase.CONTINUOUS or no_liquidity(m, order):
            return
        order.rank, m.touched = m.next_rank(), True
        come_in(self, m, order, 0, c.funds or None)

    def on_flow_cancel(self, c: FlowCancel) -> None:
        m = self.markets[c.instrument]
        order = m.find(c.order_id)
        if order is not None and order.session == 0:
            m.orders.remove(order)
            m.touched = True


ROUTES: dict[type, Callable[..., None]] = {
    ListInstrument: SlowVenue.on_list,
    SetRules: SlowVenue.on_rules,
    EnterOrder: SlowVenue.on_enter,
    AmendOrder: SlowVenue.on_amend,
    WithdrawOrder: SlowVenue.on_withdraw,
    FlowLimit: SlowVenue.on_flow_limit,
    FlowMarket: SlowVenue.on_flow_market,
    FlowCancel: SlowVenue.on_flow_cancel,
    OpenSession: participants.open_session,
    CloseSession: participants.close_session,
    MassCancel: participants.mass_cancel,
    MassQuote: participants.mass_quote,
    SetQuoteProtection: participants.set_quote_protection,
    BlockParticipant: participants.block,
    ReadmitParticipant: participants.readmit,
    ChangePhase: operations.on_phase,
    SetSchedule: operations.on_schedule,
    SetReference: operations.on_reference,
    SetMark: operations.on_mark,
    BustTrade: operations.on_bust,
    CorrectTrade: operations.on_correct,
    TimePassed: operations.on_time,
}
