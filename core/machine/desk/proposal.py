"""Other limits than those in force, asked the same questions at the same moments: what would they have said?

A proposal hears each order and replace that the gate measures (Gate.witness), and judges it by a table of its own over what the
recorded scopes have at that very moment. It has its own windows, news, marks and copies of the scopes, so the record goes on exactly as
it did; rates count what the record sent. Tightening conditions, conservative mode, restrictions and the kill switch are the record's.
Deliberately absent: what would have followed. An order that is refused here has still traded in the record, and is held.
"""

from typing import Any, Final

from core.domain.enums import Side
from core.domain.holding import Holding, Usage
from core.domain.instrument import Instrument
from core.domain.limits import Rule
from core.domain.order import Owner, OwnOrder
from core.domain.scope import ScopeKind
from core.machine.desk.funds import Funds, Unknown
from core.machine.desk.judge import Judge, Refusal
from core.machine.desk.limit_table import LOSSES, Key, LimitTable, Line
from core.machine.desk.measures import MEASURES, Attempt
from core.machine.desk.own_prices import OwnPrices
from core.machine.desk.risk import Gate
from core.machine.desk.scopes import begin_sizes
from core.machine.desk.watch import Watch
from core.machine.desk.windows import CANCEL, NEW, NO_ORDER
from core.machine.venue.door import ROUTES
from core.messages.events import BasketRefused, OrderFilled, OrderRefused, OrderSent, RequestRefused
from core.messages.groups import PlaceBasket
from core.messages.limits import Limit, RiskTold
from core.messages.reasons import Reason

BEGINNING: Final = "trading day"
MARKETS: Final = (ScopeKind.VENUE, ScopeKind.INSTRUMENT)


class Opinion:
    """One order or replace, judged twice. recorded, proposed: what the gate said, and what it would have said; None: go. qty: as asked.
    smaller: what the proposal would have made of it, 0: as asked. replaces: it changes an order that is open. lines: of a basket that is
    refused as a whole, else 0. dearest: price at which it counts. line: by which it was judged."""

    __slots__ = (
        "account", "at", "client_order_id", "dearest", "id", "instrument", "line", "lines", "owner", "price", "proposed", "qty", "recorded",
        "replaces", "side", "smaller",
    )

    def __init__(self, at: int, id: int, client_order_id: str, replaces: bool, owner: Owner, a: Attempt) -> None:
        self.line = a.line
        self.at: int = at
        self.id: int = id
        self.client_order_id = client_order_id
        self.replaces: bool = replaces
        self.owner = owner
        self.account = a.line.own.usage.name
        self.instrument: Instrument = a.line.instrument
        self.side: Side = a.side
        self.qty: int = a.asked
        self.price: int = a.price
        self.dearest: int = 0
        self.smaller: int = 0
        self.lines: int = 0
        self.recorded: Refusal | None = None
        self.proposed: Refusal | None = None


class Proposal:
    __slots__ = ("_asked", "_lines", "_loses", "_moved", "_sized", "funds", "gate", "judge", "own", "table", "usages", "watch")

    def __init__(self, gate: Gate, limits: tuple[Limit, ...]) -> None:
        self.gate = gate
        self.funds = Funds(gate.funds.venue)
        self.funds.accounts, self.funds.rates, self.funds.facts = gate.funds.accounts, gate.funds.rates, gate.funds.facts
        self.table = LimitTable(MEASURES, self.funds.facts)
        self.judge = Judge(self.table, self.funds, gate.conditions)
        self.usages: dict[tuple[int, str], Usage] = {}
        self.watch = Watch(self.table, self.funds, self.judge, self.usages)
        self.own = OwnPrices(gate.oms.open)
        self._asked: list[Opinion] = []
        self._lines: dict[tuple[str, str, str, str, str, int], tuple[Line, Line]] = {}
        self._moved: list[OwnOrder] = []
        self._loses: bool = False
        self._sized: list[Key] = []
        self.funds.base, self.funds.at = gate.funds.base, gate.funds.at
        self.funds.renew()
        self.put(limits)
        gate.witness = self

    def put(self, limits: tuple[Limit, ...]) -> None:
        """Adds them, or puts them in the place of what stands there."""
        self.funds.rules = self.gate.funds.rules
        for limit in limits:
            self.table.put(limit)
        self._loses = any(row.limit.rule in LOSSES for row in self.table.rows.values())
        self.own.keep(self.table.has(Rule.SELF_MATCH))
        self.watch.renew()
        self._sized = begin_sizes(self.table, self._sized, self.gate.oms, self.funds, self._holdings)

    # whose ----------------------------------------------------------------------------------------------------------

    def _line(self, owner: Owner, recorded: Line) -> Line:
        """Of the same owner, with the proposal's limits and copies of the recorded scopes."""
        key = (owner.trader, owner.strategy, owner.desk, owner.session, recorded.own.usage.name, int(recorded.instrument.id))
        known = self._lines.get(key)
        if known is None or known[0] is not recorded:
            known = self._lines[key] = (recorded, self._new_line(recorded))
        line = known[1]
        if line.version != self.table.version:
            self.table.fit(line)
            self.watch.forget_bounds()
        return line

    def _holdings(self, order: OwnOrder) -> tuple[Holding, ...]:
        recorded = self.gate.line(order.owner, order.account, self.funds.venue.instruments[order.instrument])
        return self._line(order.owner, recorded).holdings

    def _new_line(self, recorded: Line) -> Line:
        instrument = recorded.instrument
        usages = [self._usage(usage.kind, usage.name) for usage in recorded.usages if usage.kind not in MARKETS]
        usages.append(self._usage(ScopeKind.VENUE, instrument.venue))
        usages.append(self._usage(ScopeKind.INSTRUMENT, instrument.symbol))
        holdings = tuple([usage.holding(instrument.id) for usage in usages])
        return Line(instrument, tuple(usages), self._usage(ScopeKind.ACCOUNT, recorded.own.usage.name), holdings)

    def _usage(self, kind: ScopeKind, name: str) -> Usage:
        key = (int(kind), name)
        found = self.usages.get(key)
        if found is None:
            found = self.usages[key] = Usage(kind, name)
        return found

    def _bring(self, usages: tuple[Usage, ...]) -> None:
        """The copies to what the recorded scopes have now. Sizes are the proposal's own."""
        gate = self.gate
        gate.alike.settle()
        self.funds.base, self.funds.at = gate.funds.base, gate.funds.at
        for usage in usages:
            # It may have anything now.
            usage.load -= 1
            if usage.kind in MARKETS:
                self._bring_market(usage)
                continue
            source = gate.usages.get((int(usage.kind), usage.name))
            if source is None:
                continue
            for id, held in source.held.items():
                _copy(held, usage.holding(id))
            usage.orders, usage.filled_whole, usage.day_result = source.orders, source.filled_whole, source.day_result
            usage.best_result = max(usage.best_result, source.best_result)

    def _bring_market(self, usage: Usage) -> None:
        """A record without limits of a venue or instrument keeps no such scope: it is what everybody has there."""
        instruments = self.funds.venue.instruments
        everything = self.gate.usage(ScopeKind.EVERYTHING, "")
        usage.orders = 0
        for id, held in everything.held.items():
            instrument = instruments[id]
            if usage.name == (instrument.venue if usage.kind is ScopeKind.VENUE else instrument.symbol):
                _copy(held, usage.holding(id))
                usage.orders += held.orders
        source = self.gate.usages.get((int(usage.kind), usage.name))
        if source is not None:
            usage.filled_whole, usage.day_result = source.filled_whole, source.day_result
            usage.best_result = max(usage.best_result, source.best_result)

    # what the gate tells ----------------------------------------------------------------------------------------------

    def judged(self, id: int, command: Any, owner: Owner, a: Attempt, trigger: int, refusal: Refusal | None) -> None:
        """An order, or a replace, was measured. refusal: what the gate said."""
        line = self._line(owner, a.line)
        self._bring(line.usages)
        self.funds.at = a.at
        order = self.gate.oms.open.get(id)
        name: str = order.client_order_id if order is not None and not a.added else getattr(command, "client_order_id", "")
        mine = self._again(a, line)
        opinion = Opinion(a.at, id, name, not a.added, owner, mine)
        confirmed: int = command.confirmed
        found = self.judge.refuses(mine, trigger, confirmed)
        if found is not None and found.rule and not found.soft and getattr(command, "may_shrink", False):
            opinion.smaller = self._smaller(mine, trigger, confirmed)
            if opinion.smaller:
                found = None
        opinion.recorded, opinion.proposed, opinion.dearest = refusal, found, mine.dearest
        self.judge.told.clear()
        self._asked.append(opinion)

    def _again(self, a: Attempt, line: Line) -> Attempt:
        """The same attempt, as it was asked, before the proposal."""
        id = int(line.instrument.id)
        mine = Attempt(
            a.at, line, a.side, a.asked, a.price, self.funds, a.market, self.watch.news.get(id, 0), self.watch.trades.get(id, []), self.own
        )
        mine.added, mine.freed, mine.freed_worth, mine.pending, mine.reduces = a.added, a.freed, a.freed_worth, a.pending, a.reduces
        return mine

    def _smaller(self, a: Attempt, trigger: int, confirmed: int) -> int:
        """The largest quantity that passes, as the gate finds it; 0: none."""
        lot = a.line.instrument.lot
        low, high = 0, a.qty // lot
        while high - low > 1:
            middle = (low + high) // 2
            a.qty = middle * lot
            if self.judge.refuses(a, trigger, confirmed) is None:
                low = middle
            else:
                high = middle
        return low * lot

    def sent(self, order: OwnOrder, recorded: Line) -> None:
        """The record sent it: from now on rates and usual sizes count it."""
        line = self._line(order.owner, recorded)
        for messages in line.heard:
            messages.add(self.gate.funds.at, NEW, (int(order.side), order.qty, order.price))
        self.own.moved(order)
        if line.sizes:
            try:
                worth = self.funds.value(line.instrument, order.qty * order.worth)
            except Unknown:
                return
            for holding in line.sizes:
                holding.note_size(worth)

    def noted(self, order: OwnOrder, recorded: Line, what: int) -> None:
        """The record sent a replace, or a cancel."""
        at = self.gate.funds.at
        for bound in self._line(order.owner, recorded).notes:
            messages = bound.messages
            if (bound.rule == Rule.CANCEL_RATE) == (what == CANCEL) or bound.rule == Rule.AMEND_TO_NEW:
                messages.look(at)
                messages.add(at, what, NO_ORDER)
        if self.own.kept:
            self._moved.append(order)

    # after each step --------------------------------------------------------------------------------------------------

    def after(self, message: Any, at: int, events: list[Any], running: bool) -> list[Opinion]:
        """A step of the record is done. What was judged in it, but for what was refused for another reason after the gate."""
        for order in self._moved:
            self.own.moved(order)
        self._moved.clear()
        refused = sent = False
        for event in events:
            if isinstance(event, OrderFilled):
                self._filled(event, at)
            elif isinstance(event, RiskTold):
                self._told(event)
            elif isinstance(event, OrderRefused | RequestRefused | BasketRefused):
                refused = True
            elif isinstance(event, OrderSent):
                sent = True
        if self.watch.listens and running and type(message) in ROUTES:
            self._hear(int(getattr(message, "instrument", 0)), at)
        if not self._asked:
            return self._asked
        asked, self._asked = self._asked, []
        together = self._together(asked) if type(message) is PlaceBasket else None
        if refused and not sent:
            if type(message) is PlaceBasket and (together is not None or any(opinion.proposed is not None for opinion in asked)):
                # All or none: a basket that the proposal refuses too is the same to both.
                return []
            return [opinion for opinion in asked if opinion.recorded is not None]
        if together is not None and asked[0].proposed is None:
            asked[0].proposed, asked[0].lines = together, len(asked)
        return asked

    def _filled(self, event: OrderFilled, at: int) -> None:
        oms = self.gate.oms
        order = oms.open.get(event.order_id) or oms.closed.get(event.order_id)
        if order is None:
            return
        recorded = self.gate.line(order.owner, order.account, self.funds.venue.instruments[order.instrument])
        line = self._line(order.owner, recorded)
        for bound in line.fills:
            bound.prices.add(at, event.price)
        if event.leaves == 0:
            for usage in line.usages:
                # The other scopes are counted in the record, and brought.
                if usage.kind in MARKETS:
                    usage.filled_whole += 1
        if self._loses:
            self._bring(tuple(self.usages.values()))
        if self.watch.listens:
            self.watch.traded(order.instrument, at)
            self.judge.told.clear()

    def _told(self, event: RiskTold) -> None:
        """What is held may be worth something else now, and what tightens may look further back."""
        self.funds.base = self.gate.funds.base
        self.funds.renew()
        self.watch.renew()
        self._lines.clear()
        if event.what != BEGINNING:
            return
        self._bring(tuple(self.usages.values()))
        for usage in self.usages.values():
            if usage.kind in MARKETS and (int(usage.kind), usage.name) not in self.gate.usages:
                try:
                    usage.day_result = self.funds.result(usage)
                except Unknown:
                    continue

    def _hear(self, instrument: int, at: int) -> None:
        book = self.funds.venue.books.get(instrument)
        mark = self.watch.marks.get(instrument, 0)
        if self._loses and (
            book is None or self.funds.reference(instrument, book) != mark or self.gate.funds.marks.get(instrument, 0) != mark
        ):
            self._bring(tuple(self.usages.values()))
        self.watch.heard(instrument, at)
        self.judge.told.clear()

    def _together(self, lines: list[Opinion]) -> Refusal | None:
        """Of a basket's lines, what only all of them together exceed."""
        mine = [opinion.line for opinion in lines]
        most = self.table.tightest(mine, Rule.BASKET_LINES)
        if most is not None and len(lines) > most[0]:
            return Refusal(Reason.BASKET_LINES, most[0], len(lines), Rule.BASKET_LINES, most[1])
        worth = self.table.tightest(mine, Rule.BASKET_WORTH)
        if worth is None:
            return None
        try:
            total = sum([self.funds.value(line.instrument, line.qty * line.dearest) for line in lines])
        except Unknown as unknown:
            return Refusal(unknown.reason)
        return Refusal(Reason.BASKET_WORTH, worth[0], total, Rule.BASKET_WORTH, worth[1]) if total > worth[0] else None


def _copy(held: Holding, to: Holding) -> None:
    """What it has and had, but for sizes; its worth is to be found anew."""
    to.qty, to.cash, to.fees, to.buy, to.sell = held.qty, held.cash, held.fees, held.buy, held.sell
    to.buy_worth, to.sell_worth, to.orders = held.buy_worth, held.sell_worth, held.orders
    to.messages, to.trades, to.ordered, to.traded = held.messages, held.trades, held.ordered, held.traded
    to.change()
