"""The risk gate: every new order and every replace passes here, the last step before a venue.

Checks run in the order of core.messages.reasons.Reason. A hard limit cannot be passed; a soft one needs its author to type the number
it would come to. A market order is judged, valued and sent with the worst price that the collar allows: an order without a price must
not be cheaper to check than one with a price. An order that only reduces what its account holds meets the collar and no other limit.
Cancels never come here. What limits there are: limit_table. How they are measured: measures. How they are judged: judge. What the
gate is told: instructions. Invariant: a refusal leaves everything as it was.
"""

from typing import Any, Final

from core.domain.enums import OrderType, Phase, Side, TimeInForce
from core.domain.holding import Holding, Usage
from core.domain.instrument import Instrument
from core.domain.limits import Rule
from core.domain.order import NOBODY, Owner, OwnOrder
from core.domain.order_types import PRICELESS
from core.domain.scope import ScopeKind
from core.domain.units import OrderId, Qty
from core.machine.desk.conditions import Conditions
from core.machine.desk.fields import distance_of, malformed, reduces, strictest, tighter
from core.machine.desk.funds import WITHIN_BOOK, Funds
from core.machine.desk.judge import ACCOUNTS, Judge, Refusal
from core.machine.desk.kill_switch import KillSwitch
from core.machine.desk.limit_table import Key, LimitTable, Line
from core.machine.desk.measures import MEASURES, NONE_RISEN, Attempt
from core.machine.desk.oms import Approved, Oms
from core.machine.desk.own_prices import OwnPrices
from core.machine.desk.owners import Owners
from core.machine.desk.scopes import MOST_LINES, OF_OWNERS, Alike, begin_sizes, forget_idle, held_by, hold
from core.machine.desk.stop_gate import stopped_place, stopped_replace
from core.machine.desk.watch import Watch
from core.machine.desk.windows import CANCEL, NO_ORDER, REPLACE, Prices, one_number
from core.machine.venue.exchange import Exchange
from core.machine.venue.market import Market
from core.messages.commands import PlaceOrder, ReplaceOrder, SetLimits
from core.messages.limits import OrderModified, Restriction
from core.messages.participants import KEEP
from core.messages.reasons import Reason

BUY: Final = Side.BUY
LIMIT: Final = OrderType.LIMIT
MARKET: Final = OrderType.MARKET
CONTINUOUS: Final = Phase.CONTINUOUS
LineKey = tuple[str, str, str, str, int, int] | tuple[Owner, int, int]
"""By the owner's names; and by the owner itself, for those whose orders come again and again."""
NO_TRADES: Final[list[Prices]] = []
UNTIL_LATER: Final = (TimeInForce.GTC, TimeInForce.GTD, TimeInForce.OPG, TimeInForce.ATC, TimeInForce.GFA)


class Gate:
    """What the gate looks at. limits: of each instrument, as SetLimits said; an instrument without refuses everything. no_space:
    the disk can hardly take the record of another order. restrictions by (instrument, trader). usages by (kind, name). notes_fills:
    somebody measures by fills. reducing_passes: as StartRun says. pending: orders that are judged together with the next one, and not
    sent yet. sized: limits that remember usual sizes. replacing: the replace that was approved last. day_ends: of the trading days to
    come. signed_by: the two who agreed on the command that is carried out. markets: VENUE and INSTRUMENT, once a limit has named one.
    alike: scopes that are noted together.
    witness: hears what was judged, and what became of it, while other limits are studied over a record; it changes nothing."""

    __slots__ = (
        "_lines", "alike", "conditions", "day_ends", "funds", "judge", "kill", "limits", "markets", "no_space", "notes_fills", "oms", "own",
        "owners", "pending", "reducing_passes", "replacing", "restrictions", "signed_by", "sized", "table", "usages", "watch", "witness",
    )

    def __init__(self, kill: KillSwitch, oms: Oms, venue: Exchange) -> None:
        self.kill = kill
        self.oms = oms
        self.funds = Funds(venue)
        self.table = LimitTable(MEASURES, self.funds.facts)
        self.conditions = Conditions()
        self.judge = Judge(self.table, self.funds, self.conditions)
        self.owners = Owners()
        self.limits: dict[int, SetLimits] = {}
        self.restrictions: dict[tuple[int, str], Restriction] = {}
        self.usages: dict[tuple[int, str], Usage] = {}
        self.alike = Alike()
        self.no_space: bool = False
        self.notes_fills: bool = False
        self.pending: int = 0
        self.day_ends: list[int] = []
        self.signed_by: tuple[str, ...] = ()
        self.replacing: Attempt | None = None
        self.markets: list[ScopeKind] = []
        self.reducing_passes: bool = False
        self.witness: Any = None
        self.sized: list[Key] = []
        self._lines: dict[LineKey, Line] = {}
        self.own = OwnPrices(oms.open)
        self.watch = Watch(self.table, self.funds, self.judge, self.usages)
        oms.whose = self._nameless

    # whose ----------------------------------------------------------------------------------------------------------

    def line(self, owner: Owner, account: int, instrument: Instrument) -> Line:
        key = (owner.trader, owner.strategy, owner.desk, owner.session, account, instrument.id)
        line = self._lines.get(key)
        if line is None:
            line = self._lines[key] = self._new_line(owner, account, instrument)
        if line.version != self.table.version:
            self.table.fit(line)
            self.watch.forget_bounds()
        return line

    def _fitted(self, owner: Owner, account: int, instrument: Instrument) -> Line:
        if len(self._lines) > MOST_LINES and not self.pending:
            self._forget()
        line = self.line(owner, account, instrument)
        if not owner.signal and not owner.correlation:
            # Its orders come again.
            self._lines[(owner, account, instrument.id)] = line
        return line

    def _new_line(self, owner: Owner, account: int, instrument: Instrument) -> Line:
        told = self.funds.accounts.get(account)
        own = self.usage(ScopeKind.ACCOUNT, str(account))
        usages = [self.usage(ScopeKind.EVERYTHING, ""), own]
        named = (
            (ScopeKind.DESK, owner.desk or (told.desk if told is not None else "")), (ScopeKind.TRADER, owner.trader),
            (ScopeKind.SESSION, owner.session), (ScopeKind.STRATEGY, owner.strategy),
        )
        usages += [self.usage(kind, name) for kind, name in named if name]
        usages += [self.usage(kind, _of_market(kind, instrument)) for kind in self.markets]
        return Line(instrument, tuple(usages), own, self.alike.holdings(instrument.id, usages))

    def _nameless(self, account: int, instrument: int) -> tuple[Holding, ...]:
        listed = self.funds.venue.instruments.get(instrument)
        return self.line(NOBODY, account, listed).holdings if listed is not None else ()

    def _begin(self, kind: ScopeKind) -> None:
        """The first limit of a venue, or instrument: from now on they have usages, which begin with what everybody has there."""
        self.markets.append(kind)
        # Lines of the kind that began before this one do not know it.
        self._lines.clear()
        instruments = self.funds.venue.instruments
        for id, held in list(self.usage(ScopeKind.EVERYTHING, "").held.items()):
            self.usage(kind, _of_market(kind, instruments[id])).holding(id).take_over(held)
        for orders in (self.oms.open, self.oms.closed):
            for order in orders.values():
                hold(order, self.line(order.owner, order.account, instruments[order.instrument]))

    def usage(self, kind: ScopeKind, name: str) -> Usage:
        key = (int(kind), name)
        found = self.usages.get(key)
        if found is None:
            found = self.usages[key] = Usage(kind, name)
        return found

    def count_out(self) -> None:
        self.judge.out = len([usage for usage in self.usages.values() if usage.disabled])

    def _forget(self) -> None:
        """There are more lines than orders were ever sent by: those that refused orders named go."""
        self._lines.clear()
        self.owners.forget()
        self.alike.settle()
        self.alike.forget()
        forget_idle(self.usages, self.table, self.funds.at)
        self.watch.forget_bounds()

    def renew(self) -> None:
        """After something changed that lines are made from."""
        self._lines.clear()
        self.funds.renew()
        named = [kind for kind in OF_OWNERS if kind not in self.alike.named and self.table.names(kind)]
        if named:
            self.alike.name(named, self.oms)
        for kind in (ScopeKind.VENUE, ScopeKind.INSTRUMENT):
            if kind not in self.markets and self.table.names(kind):
                self._begin(kind)
        self.watch.renew()
        for usage in self.usages.values():
            usage.revalue()
        self.own.keep(self.table.has(Rule.SELF_MATCH))
        self.sized = begin_sizes(self.table, self.sized, self.oms, self.funds, held_by)
        self.notes_fills = self.watch.listens or self.table.has(Rule.OWN_PRICE_WALK) or self.table.has(Rule.REPEATED_EXECUTIONS)

    # new orders -----------------------------------------------------------------------------------------------------

    def approve(
        self, id: OrderId, at: int, command: PlaceOrder, running: bool, instrument: Instrument | None, market: Market | None
    ) -> Approved | Refusal:
        """Warnings and the like are left with the judge."""
        self.funds.at = at
        if self.kill.stops:
            stopped = stopped_place(self.kill, self.oms, command, self.owners.of(command.origin), instrument, self.limits)
            if stopped is not None:
                return Refusal(*stopped)
        if not running:
            return Refusal(Reason.NOT_RUNNING)
        if self.no_space:
            return Refusal(Reason.NO_DISK_SPACE)
        if instrument is None or market is None:
            return Refusal(Reason.UNKNOWN_INSTRUMENT)
        if not 0 < command.account < ACCOUNTS:
            return Refusal(Reason.UNKNOWN_ACCOUNT)
        origin, owners, account = command.origin, self.owners, command.account
        owner = owners.last_owner if origin is owners.last else owners.of(origin)
        line = self._lines.get((owner, account, instrument.id))
        if line is None or line.version != self.table.version:
            if self.funds.accounts and account not in self.funds.accounts:
                return Refusal(Reason.UNKNOWN_ACCOUNT)
            line = self._fitted(owner, account, instrument)
        side, price, terms = command.side, command.price, command.terms
        # A waiting order is judged by where it will come alive: from its trigger on, not from today's market.
        trigger = max(terms.trigger, 0) if terms is not None else 0
        news, trades = self.watch.news.get(instrument.id, 0), self.watch.trades.get(instrument.id, NO_TRADES)
        a = Attempt(at, line, side, command.qty, price, self.funds, market, news, trades, self.own)
        a.pending = self.pending
        a.reduces = self.reducing_passes and reduces(line.own, side, command.qty)
        refusal = self._standing(command, owner, line, a, market)
        if refusal is None:
            refusal = self.judge.refuses(a, trigger, command.confirmed)
            if refusal is not None and command.may_shrink and refusal.rule and not refusal.soft:
                refusal = self._shrunk(a, trigger, command.confirmed, refusal)
            if self.witness is not None:
                self.witness.judged(id, command, owner, a, trigger, refusal)
        if refusal is not None:
            return refusal
        order = OwnOrder(
            id, command.client_order_id, account, command.instrument, side, command.order_type, a.qty, price,
            command.time_in_force, owner, command.parent, self.kill.generation,
        )
        order.holdings = line.holdings
        order.worth = a.dearest
        if command.order_type is MARKET:
            return Approved(order, tighter(side, a.worst, terms), 0, terms, command.origin, a)
        distance = distance_of(line.collar, terms) if command.order_type in PRICELESS else 0
        return Approved(order, 0, distance, terms, command.origin, a)

    def _changed(self, at: int, line: Line, order: OwnOrder, qty: int, price: int, market: Market) -> Attempt:
        """A replace, by which the order's open lots come free."""
        watch, id, open = self.watch, line.instrument.id, order.leaves + order.extra
        a = Attempt(
            at, line, order.side, qty, price, self.funds, market, watch.news.get(id, 0), watch.trades.get(id, NO_TRADES), self.own
        )
        a.added, a.freed, a.freed_worth, a.pending = 0, open, open * order.worth, self.pending
        a.reduces = self.reducing_passes and reduces(line.own, order.side, qty - open)
        return a

    def sent(self, approved: Approved) -> None:
        """It goes out: later orders are judged by it, and what came near its limit with it is told."""
        order, a = approved.order, approved.attempt
        if self.own.kept:
            self.own.add(order)
        if a.asked != a.qty:
            self.judge.told.append(OrderModified(order.id, Qty(a.asked), Qty(a.qty), Rule(a.shrunk_by)))
        if a.risen:
            self._tell_risen(a)
        if self.witness is not None:
            self.witness.sent(order, a.line)
        line = a.line
        if not line.is_used:
            line.use()
        if line.heard:
            key = one_number(a.side, a.qty, a.price)
            for messages in line.heard:
                messages.ordered(a.at, key)
        for holding in line.sizes:
            holding.note_size(a.worth)

    def _tell_risen(self, a: Attempt) -> None:
        for bound, used in a.risen:
            self.judge.tell(bound, used)

    def _standing(self, command: PlaceOrder, owner: Owner, line: Line, a: Attempt, market: Market) -> Refusal | None:
        """What concerns its author and its own fields, before anything is measured."""
        if self.restrictions and self._restricted(owner, line, a):
            return Refusal(Reason.RESTRICTED)
        if self.judge.out and not a.reduces:
            for usage in line.usages:
                if usage.disabled:
                    return Refusal(Reason.SCOPE_DISABLED, 0, 0, usage.disabled, usage.words)
        if not command.client_order_id or command.client_order_id in self.oms.client_ids:
            return Refusal(Reason.DUPLICATE_CLIENT_ORDER_ID)
        qty, price, instrument = command.qty, command.price, line.instrument
        if command.order_type is LIMIT and qty > 0 and price > 0 and not qty % instrument.lot and not price % instrument.tick:
            return None
        refusal = malformed(qty, price, command.order_type in PRICELESS, instrument)
        if refusal is not None:
            return refusal
        if command.order_type is MARKET and (
            command.time_in_force in UNTIL_LATER
            or (command.time_in_force is TimeInForce.DAY and market.phase is not CONTINUOUS)
        ):
            # An auction prices a market order at whatever clears: the worst price that is approved here would not hold.
            return Refusal(Reason.BAD_TIME_IN_FORCE)
        return None

    def _restricted(self, owner: Owner, line: Line, a: Attempt) -> bool:
        found = strictest(self.restrictions, line.instrument.id, owner.trader)
        return found is Restriction.CLOSED or (found is Restriction.REDUCE_ONLY and not a.reduces)

    def _shrunk(self, a: Attempt, trigger: int, confirmed: int, refusal: Refusal) -> Refusal | None:
        """The largest quantity that passes: None, and the attempt has it. Else the refusal."""
        lot, asked = a.line.instrument.lot, a.qty
        low, high = 0, asked // lot
        while high - low > 1:
            middle = (low + high) // 2
            a.qty = middle * lot
            a.risen = NONE_RISEN
            if self.judge.refuses(a, trigger, confirmed) is None:
                low = middle
            else:
                high = middle
        a.qty = low * lot
        a.risen = NONE_RISEN
        if low == 0 or self.judge.refuses(a, trigger, confirmed) is not None:
            a.qty = asked
            return refusal
        a.shrunk_by = refusal.rule
        return None

    # replaces -------------------------------------------------------------------------------------------------------

    def approve_replace(
        self, at: int, command: ReplaceOrder, order: OwnOrder, instrument: Instrument, market: Market
    ) -> Refusal | None:
        """None: allowed. Lowering only the quantity shrinks the risk, so the limits do not stand in its way."""
        self.funds.at = at
        self.replacing = None
        if self.kill.stops:
            stopped = stopped_replace(self.kill, self.oms, command, order, instrument, self.limits)
            if stopped is not None:
                return Refusal(*stopped)
        shrinks = command.price == order.price and command.qty <= order.qty and command.trigger == KEEP
        if self.no_space and not shrinks:
            return Refusal(Reason.NO_DISK_SPACE)
        refusal = malformed(command.qty, command.price, order.order_type in PRICELESS, instrument)
        if refusal is not None:
            return refusal
        if shrinks and command.qty == order.qty and command.display == KEEP and not order.replaces:
            return Refusal(Reason.NOTHING_CHANGES)
        if not shrinks:
            line = self.line(order.owner, order.account, instrument)
            a = self._changed(at, line, order, command.qty - order.filled, command.price, market)
            if self.restrictions and self.funds.rules >= WITHIN_BOOK and self._restricted(order.owner, line, a):
                return Refusal(Reason.RESTRICTED)
            refusal = self.judge.refuses(a, max(command.trigger, 0), command.confirmed)
            if self.witness is not None:
                self.witness.judged(order.id, command, order.owner, a, max(command.trigger, 0), refusal)
            if refusal is not None:
                return refusal
            self.replacing = a
        return None

    def note_replace(self, at: int, order: OwnOrder, instrument: Instrument) -> None:
        """The replace that was approved last goes out."""
        self.funds.at = at
        if self.replacing is not None:
            self._tell_risen(self.replacing)
            self.replacing = None
        self._note(order, instrument, REPLACE)

    def note_cancel(self, at: int, order: OwnOrder, instrument: Instrument) -> None:
        """A cancel that was asked for goes out. Rates and ratios count it; none of them stops it."""
        self.funds.at = at
        self._note(order, instrument, CANCEL)

    def _note(self, order: OwnOrder, instrument: Instrument, what: int) -> None:
        if self.witness is not None:
            self.witness.noted(order, self.line(order.owner, order.account, instrument), what)
        for bound in self.line(order.owner, order.account, instrument).notes:
            messages = bound.messages
            bound.usage.load += 1
            if (bound.rule == Rule.CANCEL_RATE) != (what == CANCEL) and bound.rule != Rule.AMEND_TO_NEW:
                continue
            messages.look(self.funds.at)
            messages.add(self.funds.at, what, NO_ORDER)
            if bound.rule == Rule.CANCEL_RATE:
                self.judge.tell(bound, len(messages.cancelled))
        for holding in order.holdings:
            holding.messages += 1
            holding.usage.load += 1

    # fills ----------------------------------------------------------------------------------------------------------

    def note_fill(self, at: int, order: OwnOrder, price: int) -> None:
        """After the fill is booked."""
        self.funds.at = at
        instrument = self.funds.venue.instruments[order.instrument]
        line = self.line(order.owner, order.account, instrument)
        for bound in line.fills:
            bound.prices.add(at, price)
        for bound in line.latches:
            self.judge.latch(bound)
        if self.watch.listens:
            self.watch.traded(order.instrument, at)


def _of_market(kind: ScopeKind, instrument: Instrument) -> str:
    return instrument.venue if kind is ScopeKind.VENUE else instrument.symbol
