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
from core.machine.desk.measures import FEWEST_MESSAGES, Attempt
from core.machine.desk.money_room import MONEY, MoneyRoom, Span
from core.machine.desk.windows import one_number

BUY: Final = Side.BUY
CONTINUOUS: Final = Phase.CONTINUOUS


class Use(Span):
    """Of what one scope has."""

    __slots__ = ("holding", "usage")

    def __init__(self, usage: Usage, holding: Holding) -> None:
        super().__init__()
        self.usage = usage
        self.holding = holding


class LineRoom:
    """stood: of the table when it was made. first: of the bounds that need no price. always: bounds that are always measured. ratios,
    volumes: of messages and of lots to trades; usual: of an order's worth to the usual one."""

    __slots__ = (
        "age", "always", "amends", "depth", "doubles", "filled", "first", "funds", "instrument", "line", "match", "money", "open_ns",
        "orders", "qty", "quiet", "quiet_ns", "rates", "ratios", "reach", "stood", "usual", "value", "velocity", "volumes", "walks",
        "worth",
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
        self.rates: list[Bound] = []
        self.doubles: list[Bound] = []
        self.amends: list[Bound] = []
        self.walks: list[Bound] = []
        self.orders: list[Use] = []
        self.filled: list[Use] = []
        self.reach: list[Use] = []
        self.ratios: list[Use] = []
        self.volumes: list[Use] = []
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
        if rule in OF_SCOPES:
            self._use((self.orders, self.filled, self.reach)[OF_SCOPES.index(rule)], bound)
            return True
        if is_told(bound):
            # Its use may have come down, which is told as well.
            return False
        if rule in LISTED:
            (self.rates, self.doubles, self.amends, self.walks)[LISTED.index(rule)].append(bound)
        elif rule in QUIET:
            self.quiet.add(bound)
            if rule == Rule.OPEN_QUIET:
                self.open_ns = max(self.open_ns, bound.value)
            else:
                self.quiet_ns = max(self.quiet_ns, bound.value)
        elif rule in SILENT:
            self._use((self.ratios, self.volumes, self.usual)[SILENT.index(rule)], bound)
        elif rule in PLAIN:
            (self.age, self.depth, self.match, self.velocity)[PLAIN.index(rule)].add(bound)
        elif rule == Rule.VOLUME_SHARE:
            return self._place_share(bound)
        else:
            return False
        return True

    def _use(self, uses: list[Use], bound: Bound) -> None:
        for use in uses:
            if use.usage is bound.usage:
                use.add(bound)
                return
        made = Use(bound.usage, bound.usage.holding(self.instrument))
        made.add(bound)
        uses.append(made)

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
                found = found + self.velocity.bounds
                break
        found = self._in_windows(a, self._in_scopes(a, found))
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
        if a.side is BUY:
            best = a.book.best_ask()
            if best is None or best.price > a.worst:
                return False
        else:
            best = a.book.best_bid()
            if best is None or best.price < a.worst:
                return False
        return a.qty * BASIS_POINTS >= (self.depth.high + 1) * best.qty

    def _in_windows(self, a: Attempt, found: list[Bound]) -> list[Bound]:
        """Counts that nobody looked at lately are never too small."""
        for bound in self.rates:
            messages = bound.messages
            if messages is None or len(messages.new) + len(messages.replaced) + a.pending >= bound.warn:
                found = [*found, bound]
        for bound in self.doubles:
            messages = bound.messages
            if messages is None or (
                len(messages.new) > bound.warn and messages.same.get(one_number(a.side, a.qty, a.price), 0) > bound.warn
            ):
                found = [*found, bound]
        for bound in self.amends:
            messages = bound.messages
            if messages is None or (len(messages.replaced) + len(messages.cancelled)) * 100 > bound.warn:
                found = [*found, bound]
        for bound in self.walks:
            prices = bound.prices
            if prices is None or (prices.most > bound.warn and prices.settle(a.at) > bound.warn):
                found = [*found, bound]
        return found

    def _in_scopes(self, a: Attempt, found: list[Bound]) -> list[Bound]:
        for use in self.orders:
            if not use.low <= use.usage.orders + a.added <= use.high:
                found = found + use.bounds
        for use in self.filled:
            if not use.low <= use.usage.filled_whole + 1 <= use.high:
                found = found + use.bounds
        for use in self.reach:
            h = use.holding
            reach = (h.qty + h.buy if a.side is BUY else h.sell - h.qty) - a.freed + a.qty
            if not use.low <= reach <= use.high:
                found = found + use.bounds
        for use in self.ratios:
            h = use.holding
            if h.messages >= FEWEST_MESSAGES - 1 and (h.messages + 1 - h.trades) * 100 >= (use.high + 1) * (h.trades or 1):
                found = found + use.bounds
        for use in self.volumes:
            h = use.holding
            if h.messages >= FEWEST_MESSAGES - 1 and (h.ordered + a.qty - h.traded) * 100 >= (use.high + 1) * (h.traded or 1):
                found = found + use.bounds
        for use in self.usual:
            if a.worth * 100 >= (use.high + 1) * use.holding.usual:
                found = found + use.bounds
        return found


OF_SCOPES: Final = (Rule.MAX_OPEN_ORDERS, Rule.REPEATED_EXECUTIONS, Rule.MAX_POSITION)
SILENT: Final = (Rule.ORDER_TO_TRADE, Rule.VOLUME_TO_TRADE, Rule.SIZE_OUTLIER)
"""As long as nothing of them was told, these have no lower end."""
LISTED: Final = (Rule.MESSAGE_RATE, Rule.DUPLICATE_ORDER, Rule.AMEND_TO_NEW, Rule.OWN_PRICE_WALK)
PLAIN: Final = (Rule.PRICE_AGE, Rule.DEPTH_SHARE, Rule.SELF_MATCH, Rule.VELOCITY)
