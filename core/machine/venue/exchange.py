"""The embedded exchange: every market, the sessions, and what each message does to them. One call is one step.

Decided here: a delayed session's request is taken when it arrives, as a step of its own, in the order of arrival; blocked firms
and sessions that are down are stopped at the door, cancels never are. After the request: settling, triggers, quote
protection, limit state, publication, in that order.
"""

from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from typing import Any, Final

from core.domain.enums import CancelReason, OrderType, Request, Side, TimeInForce
from core.domain.instrument import Instrument
from core.domain.order import OwnOrder
from core.domain.units import InstrumentId, OrderId, Price, Qty
from core.machine.timers import ARRIVAL, EXPIRY, INDICATIVE, LIMIT_STATE, PHASE_END, SCHEDULE, Timers
from core.machine.venue import operator
from core.machine.venue.book import Book, Resting, by_rank
from core.machine.venue.deadlines import prune
from core.machine.venue.entry import GTC, SIMPLE, cancel, enter, enter_limit
from core.machine.venue.following import finish
from core.machine.venue.market import Market
from core.machine.venue.output import Output
from core.machine.venue.parties import Parties
from core.machine.venue.phases import expire, on_limit_state, on_phase_end
from core.machine.venue.publication import on_indicative
from core.machine.venue.quotes import mass_quote
from core.machine.venue.replacing import replace
from core.machine.venue.rules import Rules
from core.machine.venue.stops import Stops
from core.messages.events import Event
from core.messages.flow import ListInstrument
from core.messages.market_data import InstrumentListed, OperationRefused
from core.messages.participants import AmendOrder, EnterOrder, MassQuote, WithdrawOrder
from core.messages.rejections import Rejection
from core.messages.reports import Cancelled, Rejected
from core.messages.terms import MarketRules, Terms

LIMIT: Final = OrderType.LIMIT
REQUESTED: Final = CancelReason.REQUESTED


class Exchange:
    """instruments, markets and books by instrument id. diverged: messages of history that could not happen as recorded.

    arrivals: (arrives at, number, message) of delayed sessions, the number in order of sending.
    """

    __slots__ = ("_recalled", "arrivals", "books", "diverged", "instruments", "markets", "out", "parties", "sent", "timers")

    def __init__(self) -> None:
        self.instruments: dict[int, Instrument] = {}
        self.markets: dict[int, Market] = {}
        self.books: dict[int, Book] = {}
        self.parties = Parties()
        self.out = Output()
        self.timers = Timers()
        self.arrivals: list[tuple[int, int, Any]] = []
        self.sent: int = 0
        self._recalled: int = 0
        self.diverged: int = 0

    def dismantle(self) -> None:
        """Before the exchange is given up."""
        for m in self.markets.values():
            m.book.dismantle()
            m.stops = Stops()
            m.held.clear()
            m.pegs.clear()
            m.kept.clear()
        # The markets hold this table, and it them.
        self.markets.clear()

    def begin(self, at: int, events: list[Event]) -> None:
        """A step begins; its news goes to events, reports of ours to out.reports."""
        self.out.at = at
        self.out.events = events

    def end(self) -> None:
        """A step with deadlines ahead ends: those that it made idle are none any more."""
        prune(self.timers, self.markets, self.arrivals)

    def list(self, message: ListInstrument) -> None:
        m = message
        sound = m.instrument > 0 and m.tick >= 1 and m.lot >= 1 and 0 <= m.price_decimals <= 12 and 0 <= m.qty_decimals <= 12
        if m.instrument in self.markets or not sound:
            # A second listing would drop the orders of the first without a word.
            reason = Rejection.ID_IN_USE if sound else Rejection.BAD_RULES
            self.out.events.append(OperationRefused(m.instrument, "list", reason, 0))
            return
        instrument = Instrument(m.instrument, m.symbol, m.venue, m.base, m.quote, m.price_decimals, m.qty_decimals, m.tick, m.lot)
        market = Market(m.instrument, instrument, Rules(MarketRules(), instrument), self.out, self.parties, self.timers, self.markets)
        self.instruments[m.instrument] = instrument
        self.markets[m.instrument] = market
        self.books[m.instrument] = market.book
        self.out.events.append(
            InstrumentListed(m.instrument, m.symbol, m.venue, m.base, m.quote, m.price_decimals, m.qty_decimals, m.tick, m.lot)
        )

    # participants ---------------------------------------------------------------------------------------------------

    def take(self, message: EnterOrder | AmendOrder | WithdrawOrder | MassQuote) -> None:
        """A participant's request: now, or when it arrives."""
        party = self.parties.sessions.get(message.session)
        if party is not None and party.up and party.delayed:
            late = party.chance.draw(party.jitter_ns) if party.jitter_ns else 0
            arrives = max(self.out.at + party.entry_ns + late, party.last_arrival)
            party.last_arrival = arrives
            self.sent += 1
            heappush(self.arrivals, (arrives, self.sent, message))
            self.timers.add(arrives, ARRIVAL, 0, self.sent)
        else:
            self._handle(message)

    def _handle(self, message: EnterOrder | AmendOrder | WithdrawOrder | MassQuote) -> None:
        m = self.markets.get(message.instrument)
        party = self.parties.up(message.session)
        reason = None
        if m is None:
            reason = Rejection.UNKNOWN_INSTRUMENT
        elif party is None:
            reason = Rejection.UNKNOWN_SESSION
        elif party.firm and party.firm in self.parties.blocked and type(message) is not WithdrawOrder:
            reason = Rejection.PARTICIPANT_BLOCKED
        if reason is not None or m is None or party is None:
            self._refuse(message, reason or Rejection.UNKNOWN_SESSION, message.session > 0)
            return
        if isinstance(message, EnterOrder):
            e = message
            if e.terms is None and e.order_type is LIMIT and e.time_in_force in SIMPLE:
                enter_limit(m, e.order_id, party, e.side, e.qty, e.price, e.time_in_force, True)
            elif enter(m, e.order_id, party, e.side, e.order_type, e.qty, e.price, e.time_in_force, e.terms):
                finish(m)
        elif isinstance(message, AmendOrder):
            replace(m, message.order_id, party, message.qty, message.price, message.trigger, message.display, message.total)
        elif isinstance(message, WithdrawOrder):
            cancel(m, message.order_id, party, REQUESTED)
        elif mass_quote(m, party, message):
            finish(m)

    def turn_away(self, message: Any, reason: Rejection) -> None:
        """A participant's request that the door refuses, told to everybody."""
        self._refuse(message, reason, False)

    def _refuse(self, message: Any, reason: Rejection, ours: bool) -> None:
        kind = type(message)
        if kind is MassQuote:
            self.out.events.append(OperationRefused(message.instrument, "quote", reason, message.session))
            return
        request = Request.CANCEL if kind is WithdrawOrder else Request.REPLACE if kind is AmendOrder else Request.NEW
        report = Rejected(message.order_id, "", request, reason)
        if ours:
            self.out.reports.append(report)
        else:
            self.out.events.append(report)

    # our own orders, after the desk's gate --------------------------------------------------------------------------

    def send(
        self, account: int, instrument: InstrumentId, id: OrderId, side: Side, order_type: OrderType, qty: int, price: int,
        tif: TimeInForce, terms: Terms | None,
    ) -> None:
        """price: limit price, 0 where the type has none."""
        parties = self.parties
        party = parties.sessions.get(account) or parties.ours(account)
        quick = party.up and party.entry_ns <= 0 and party.jitter_ns <= 0 and party.firm not in parties.blocked
        if quick and terms is None and order_type is LIMIT and tif in SIMPLE:
            enter_limit(self.markets[instrument], id, party, side, qty, price, tif, tif is not GTC)
            return
        self.take(EnterOrder(instrument, id, account, side, order_type, qty, price, tif, terms))  # type: ignore[arg-type]

    def waits(self, account: int) -> bool:
        """Whether the account's requests take a while to arrive."""
        party = self.parties.ours(account)
        return party.delayed and party.up

    def withdraw(self, account: int, instrument: InstrumentId, id: OrderId, reason: CancelReason) -> None:
        party = self.parties.ours(account)
        m = self.markets[instrument]
        if party.delayed and party.up and reason is REQUESTED:
            self.take(WithdrawOrder(instrument, id, account))
        elif id not in m.book.orders and self._recall(id):
            # The desk's own emergencies do not wait for a simulated line, and take back what is still on its way.
            self.out.reports.append(Cancelled(id, Qty(self._recalled), reason))
        else:
            cancel(m, id, party, reason)

    def withdraw_all(self, orders: Sequence[OwnOrder], reason: CancelReason) -> None:
        """Every one out before anything follows: what a cancel sets free must not make another of ours trade."""
        self.settle(self.take_out(orders, reason))

    def settle(self, instruments: Sequence[int]) -> None:
        """What follows the orders that take_out() took."""
        for instrument in instruments:
            finish(self.markets[instrument])

    def take_out(self, orders: Sequence[OwnOrder], reason: CancelReason) -> Sequence[int]:
        """The instruments that settle() must be called for. Where the market's phase forbids cancels, the kill switch is refused, and
        so is a restriction."""
        changed: dict[int, Market] = {}
        for order in orders:
            party = self.parties.ours(order.account)
            m = self.markets[order.instrument]
            resting = m.book.orders.get(order.id)
            if party.delayed and party.up and reason is REQUESTED:
                self.take(WithdrawOrder(order.instrument, order.id, order.account))
            elif resting is not None and resting.party is party:
                if m.frozen and (reason is CancelReason.KILL_SWITCH or reason is CancelReason.RESTRICTED):
                    m.reject(order.id, party, Request.CANCEL, Rejection.WRONG_PHASE)
                    continue
                m.drop(resting, reason)
                changed[order.instrument] = m
            else:
                self.withdraw(order.account, order.instrument, order.id, reason)
        return sorted(changed)

    def _recall(self, id: int) -> bool:
        """Takes an order off the line before it arrives."""
        for index, (_, _, message) in enumerate(self.arrivals):
            if isinstance(message, EnterOrder) and message.order_id == id:
                self._recalled = message.qty
                del self.arrivals[index]
                heapify(self.arrivals)
                return True
        return False

    def amend(self, account: int, instrument: InstrumentId, id: OrderId, total: int, price: int, trigger: int, display: int) -> None:
        """total: new total quantity, whatever the market's own rule for replaces is."""
        self.parties.ours(account)
        self.take(AmendOrder(instrument, id, account, Qty(total), Price(price), trigger, display, True))

    # time -----------------------------------------------------------------------------------------------------------

    def on_time(self) -> None:
        """Everything that is due at `at`."""
        while True:
            due = self.timers.pop(self.out.at)
            if due is None:
                return
            kind, token = due[1], due[3]
            if kind == ARRIVAL:
                while self.arrivals and self.arrivals[0][0] <= due[0]:
                    self._handle(heappop(self.arrivals)[2])
                continue
            m = self.markets.get(due[2])
            if m is None:
                continue
            if kind == INDICATIVE:
                on_indicative(m, token)
            elif self._due(m, kind, token, due):
                finish(m)

    def _due(self, m: Market, kind: int, token: int, due: tuple[int, int, int, int]) -> bool:
        """Whether something came of it."""
        if kind == EXPIRY:
            return self._expire(m, due)
        if kind == LIMIT_STATE:
            return on_limit_state(m, token)
        if kind == PHASE_END:
            return on_phase_end(m, token)
        assert kind == SCHEDULE
        return operator.on_schedule(m, token)

    def _expire(self, m: Market, first: tuple[int, int, int, int]) -> bool:
        """All of this market's orders that end at this deadline, by rank."""
        ending: list[Resting] = []
        due: tuple[int, int, int, int] | None = first
        while due is not None:
            order = m.book.orders.get(due[3])
            if order is not None and order.special is not None and order.special.expires_at == due[0]:
                ending.append(order)
            following = self.timers.heap[0] if self.timers.heap else None
            due = self.timers.pop(self.out.at) if following is not None and following[:3] == first[:3] else None
        for order in sorted(ending, key=by_rank):
            expire(m, order)
        m.clean()
        return bool(ending)

    # read-only answers ----------------------------------------------------------------------------------------------

    def queue_ahead(self, instrument: InstrumentId, id: OrderId) -> int:
        """Displayed lots before this order in its queue; 0 when it does not stand in one."""
        book = self.books.get(instrument)
        order = book.orders.get(id) if book is not None else None
        return book.ahead(order) if book is not None and order is not None else 0
