"""Which limits of a line can have nothing to say to an order, known without measuring them.

A limit has something to say when it refuses, when its use comes to another tier, or when it cannot be measured. For everything that
limits look at, a LineRoom holds the range in which all of them are silent; `suspects` compares, and gives the bounds that it could not
clear: those are measured. Nothing is decided here. Invariants: a bound that is left out would have measured from its calm to its
warn; the ranges come from limits, tiers, rates, accounts, facts and conditions alone, and are made anew when one of those changes.
Whoever throws a room away, at any moment, changes nothing but time.
"""

from typing import Final

from core.domain.enums import Phase, Side
from core.domain.holding import Holding, Usage
from core.domain.limits import Rule
from core.machine.desk.conditions import Conditions
from core.machine.desk.funds import BASIS_POINTS, Funds, Unknown
from core.machine.desk.limit_table import FAR, QUIET, Bound, Line, is_told
from core.machine.desk.measures import FEWEST_MESSAGES, Attempt, counts_here
from core.machine.desk.money_room import MONEY, MoneyRoom, Span
from core.machine.desk.windows import one_number

BUY: Final = Side.BUY
CONTINUOUS: Final = Phase.CONTINUOUS
NONE: Final[list[Bound]] = []


class Use(Span):
    """Of what one scope has."""

    __slots__ = ("holding", "usage")

    def __init__(self, usage: Usage, holding: Holding) -> None:
        super().__init__()
        self.usage = usage
        self.holding = holding


class Counts:
    """What one scope counts. While its load lies from `since` to `until`, an order's own lots counted in, none of them comes out of its
    range, whatever it was that made the load grow. orders: of the scope; here: of those in the instrument."""

    __slots__ = ("amends", "filled", "here", "holding", "orders", "rates", "ratio", "reach", "since", "until", "usage", "volume")

    def __init__(self, usage: Usage, holding: Holding) -> None:
        self.usage = usage
        self.holding = holding
        self.since: int = 0
        self.until: int = -1
        self.rates: list[Bound] = []
        self.amends: list[Bound] = []
        self.orders = Span()
        self.here = Span()
        self.filled = Span()
        self.reach = Span()
        self.ratio = Span()
        self.volume = Span()

    def add(self, bound: Bound, is_here: bool) -> None:
        if is_here:
            self.here.add(bound)
        elif bound.rule == Rule.MESSAGE_RATE:
            self.rates.append(bound)
        elif bound.rule == Rule.AMEND_TO_NEW:
            self.amends.append(bound)
        else:
            spans: tuple[Span, ...] = (self.orders, self.filled, self.reach, self.ratio, self.volume)
            spans[COUNTED.index(bound.rule)].add(bound)

    def suspects(self, a: Attempt) -> list[Bound]:
        """Those that may have something to say to this order."""
        usage, h, found = self.usage, self.holding, NONE
        if not self.orders.low <= usage.orders + a.added <= self.orders.high:
            found = found + self.orders.bounds
        if not self.here.low <= h.orders + a.added <= self.here.high:
            found = found + self.here.bounds
        if not self.filled.low <= usage.filled_whole + 1 <= self.filled.high:
            found = found + self.filled.bounds
        reach = (h.qty + h.buy if a.side is BUY else h.sell - h.qty) - a.freed + a.qty
        if not self.reach.low <= reach <= self.reach.high:
            found = found + self.reach.bounds
        if h.messages >= FEWEST_MESSAGES - 1:
            if (h.messages + 1 - h.trades) * 100 >= (self.ratio.high + 1) * (h.trades or 1):
                found = found + self.ratio.bounds
            if (h.ordered + a.qty - h.traded) * 100 >= (self.volume.high + 1) * (h.traded or 1):
                found = found + self.volume.bounds
        # Windows that nobody looked at lately never hold too little.
        for bound in self.rates:
            messages = bound.messages
            if len(messages.new) + len(messages.replaced) + a.pending >= bound.warn:
                found = [*found, bound]
        for bound in self.amends:
            messages = bound.messages
            if (len(messages.replaced) + len(messages.cancelled)) * 100 > bound.warn:
                found = [*found, bound]
        self._fit()
        return found

    def _fit(self) -> None:
        """By how much the load may grow from now on. Trades bring a ratio down, and what is above a lower end may sink below it."""
        usage, h = self.usage, self.holding
        self.since, self.until = usage.load, -1
        if self.orders.low != -FAR or self.here.low != -FAR or self.filled.low != -FAR or self.reach.low != -FAR:
            return
        reach = h.qty + h.buy if h.qty + h.buy > h.sell - h.qty else h.sell - h.qty
        room = min(self.orders.high - usage.orders, self.filled.high - usage.filled_whole, self.reach.high - reach)
        room = min(room, self.here.high - h.orders)
        if self.ratio.bounds:
            room = min(room, max(((self.ratio.high + 1) * (h.trades or 1) - 1) // 100 + h.trades, FEWEST_MESSAGES - 1) - h.messages)
        if self.volume.bounds:
            room = min(room, ((self.volume.high + 1) * (h.traded or 1) - 1) // 100 - h.ordered + h.traded)
        for bound in self.rates:
            messages = bound.messages
            room = min(room, bound.warn - len(messages.new) - len(messages.replaced))
        for bound in self.amends:
            messages = bound.messages
            room = min(room, bound.warn // 100 - len(messages.replaced) - len(messages.cancelled))
        self.until = usage.load + room


class LineRoom:
    """stood: of the table when it was made. first: of the bounds that need no price. always: bounds that are always measured. usual: of an
    order's worth to the usual one."""

    __slots__ = (
        "age", "always", "counts", "depth", "doubles", "first", "funds", "instrument", "line", "match", "money", "open_ns", "qty",
        "quiet", "quiet_ns", "stood", "usual", "value", "velocity", "walks", "worth",
    )

    def __init__(self, line: Line, stood: int, funds: Funds, conditions: Conditions) -> None:
        self.line = line
        self.stood: int = stood
        self.funds = funds
        self.instrument: int = line.instrument.id
        self.first = Span()
        self.qty = Span()
        self.value = Span()
        self.worth = Span()
        self.age = Span()
        self.depth = Span()
        self.match = Span()
        self.velocity = Span()
        self.quiet = Span()
        self.open_ns: int = 0
        self.quiet_ns: int = 0
        self.doubles: list[Bound] = []
        self.walks: list[Bound] = []
        self.counts: list[Counts] = []
        self.usual: list[Use] = []
        self.money: list[MoneyRoom] = []
        self.always: list[Bound] = []
        tightened = conditions.tightened()
        for bound in line.first:
            if bound.rule in tightened:
                self.first.high = -FAR
            self.first.add(bound)
        for bound in line.rest:
            if bound.rule in tightened or not self._place(bound):
                self.always.append(bound)

    # made once ------------------------------------------------------------------------------------------------------

    def _place(self, bound: Bound) -> bool:
        """Whether there is a range for it."""
        rule = bound.rule
        if rule in MONEY:
            return self._place_money(bound)
        if rule in (Rule.MAX_ORDER_VALUE, Rule.MAX_ORDER_WORTH):
            (self.value if rule == Rule.MAX_ORDER_VALUE else self.worth).add(bound)
            return True
        if rule in COUNTED[:FALLING]:
            self._count(bound)
            return True
        if is_told(bound):
            # Its use may have come down, which is told as well.
            return False
        if rule in LISTED:
            (self.doubles, self.walks)[LISTED.index(rule)].append(bound)
        elif rule in QUIET:
            self.quiet.add(bound)
            if rule == Rule.OPEN_QUIET:
                self.open_ns = max(self.open_ns, bound.value)
            else:
                self.quiet_ns = max(self.quiet_ns, bound.value)
        elif rule in COUNTED:
            self._count(bound)
        elif rule == Rule.SIZE_OUTLIER:
            self._use(bound)
        elif rule in PLAIN:
            (self.age, self.depth, self.match, self.velocity)[PLAIN.index(rule)].add(bound)
        elif rule == Rule.VOLUME_SHARE:
            return self._place_share(bound)
        else:
            return False
        return True

    def _count(self, bound: Bound) -> None:
        is_here = bound.rule == Rule.MAX_OPEN_ORDERS and counts_here(bound, self.funds)
        for known in self.counts:
            if known.usage is bound.usage:
                known.add(bound, is_here)
                return
        made = Counts(bound.usage, bound.usage.holding(self.instrument))
        made.add(bound, is_here)
        self.counts.append(made)

    def _use(self, bound: Bound) -> None:
        for use in self.usual:
            if use.usage is bound.usage:
                use.add(bound)
                return
        made = Use(bound.usage, bound.usage.holding(self.instrument))
        made.add(bound)
        self.usual.append(made)

    def _place_share(self, bound: Bound) -> bool:
        """Of the daily volume: a quantity."""
        facts = self.funds.facts.get(self.instrument)
        if facts is None or facts.daily_lots <= 0:
            return False
        self.qty.bounds.append(bound)
        self.qty.high = min(self.qty.high, ((bound.warn + 1) * facts.daily_lots - 1) // BASIS_POINTS)
        return True

    def _place_money(self, bound: Bound) -> bool:
        try:
            for known in self.money:
                if known.usage is bound.usage:
                    return known.add(bound, self.funds)
            made = MoneyRoom(bound.usage, self.line.instrument, self.funds)
            self.money.append(made)
            return made.add(bound, self.funds)
        except Unknown:
            return False

    # for every order ------------------------------------------------------------------------------------------------

    def suspects(self, a: Attempt) -> list[Bound]:
        """Of the bounds that need a price, those that may have something to say, in precedence. Everything of the attempt is known."""
        found, at, qty = self.always, a.at, a.qty
        if qty > self.qty.high:
            found = found + self.qty.bounds
        if not self.value.low <= a.value <= self.value.high:
            found = found + self.value.bounds
        if not self.worth.low <= a.worth <= self.worth.high:
            found = found + self.worth.bounds
        if at - a.news > self.age.high or not a.news:
            found = found + self.age.bounds
        if self.quiet.bounds and not self._is_open(a):
            found = found + self.quiet.bounds
        if self.depth.bounds and self._meets_depth(a):
            found = found + self.depth.bounds
        if self.match.bounds and a.own.may_meet(self.instrument, a.side, a.worst):
            found = found + self.match.bounds
        for prices in a.trades:
            if prices.most > self.velocity.high and prices.settle(at) > self.velocity.high:
                # Of several windows: twice is once.
                found = found + self.velocity.bounds
        for counts in self.counts:
            if not counts.since <= counts.usage.load <= counts.until - qty or not a.added or a.pending:
                found = found + counts.suspects(a)
        for use in self.usual:
            if a.worth * 100 >= (use.high + 1) * use.holding.usual:
                found = found + use.bounds
        found = self._in_windows(a, found)
        for money in self.money:
            try:
                if at <= self.funds.good_until and money.holds(a, self.funds, self.stood):
                    continue
            except Unknown:
                pass
            found = found + money.bounds
        return found if found is self.always else [bound for bound in self.line.rest if bound in found]

    def _is_open(self, a: Attempt) -> bool:
        market = a.market
        if market.phase is not CONTINUOUS or (market.since and a.at - market.since < self.open_ns):
            return False
        if not self.quiet_ns or not market.schedule:
            return True
        at, phase = market.schedule[0]
        return phase is not CONTINUOUS and at - a.at >= self.quiet_ns

    def _meets_depth(self, a: Attempt) -> bool:
        """The first level alone may not be deep enough."""
        book = a.book
        # Nobody is at a better price than a heap's top, which may be dead.
        if a.side is BUY:
            if not book.ask_heap or book.ask_heap[0] > a.worst:
                return False
            best = book.best_ask()
            if best is None or best.price > a.worst:
                return False
        else:
            if not book.bid_heap or -book.bid_heap[0] < a.worst:
                return False
            best = book.best_bid()
            if best is None or best.price < a.worst:
                return False
        return a.qty * BASIS_POINTS >= (self.depth.high + 1) * best.qty

    def _in_windows(self, a: Attempt, found: list[Bound]) -> list[Bound]:
        """Counts that nobody looked at lately are never too small."""
        for bound in self.doubles:
            messages = bound.messages
            if len(messages.new) > bound.warn and messages.same.get(one_number(a.side, a.qty, a.price), 0) > bound.warn:
                found = [*found, bound]
        for bound in self.walks:
            prices = bound.prices
            if prices.most > bound.warn and prices.settle(a.at) > bound.warn:
                found = [*found, bound]
        return found


COUNTED: Final = (
    Rule.MAX_OPEN_ORDERS, Rule.REPEATED_EXECUTIONS, Rule.MAX_POSITION, Rule.ORDER_TO_TRADE, Rule.VOLUME_TO_TRADE, Rule.MESSAGE_RATE,
    Rule.AMEND_TO_NEW,
)
FALLING: Final = 3
"""So many of COUNTED have a range also while they are told; the others are measured then."""
LISTED: Final = (Rule.DUPLICATE_ORDER, Rule.OWN_PRICE_WALK)
PLAIN: Final = (Rule.PRICE_AGE, Rule.DEPTH_SHARE, Rule.SELF_MATCH, Rule.VELOCITY)
