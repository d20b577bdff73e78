"""The limits in force, and which of them an order of one owner in one instrument meets.

Invariants: a table's rows are by (rule, kind, name, instrument, soft), one each; a Line is made anew when the table's version moved
since; what a limit remembers (its window, the tier that was told) is kept by whose use it measures, so it outlives the Line.
Deliberately absent: how a rule is measured (measures.py), and what follows (risk.py).
"""

from typing import Any, Final

from core.domain.holding import Holding, Usage
from core.domain.instrument import Instrument
from core.domain.limits import FACTS, LADDER, Rule
from core.domain.scope import ScopeKind
from core.machine.desk.windows import NO_MESSAGES, NO_PRICES, Messages, Prices
from core.messages.limits import NO_LIMIT, Limit, SetInstrumentFacts
from core.messages.reasons import Reason

NEVER_REACHED: Final = 1 << 62
FAR: Final = 1 << 61
"""Beyond every limit, and what a comparison of ranges begins with."""
TIERS: Final = (50, 75, 90, 100)
"""Percent of a limit at which its use is told."""
Key = tuple[int, int, str, int, bool]
UseKey = tuple[int, int, str, int, bool, str, int]

ORDER: Final = (
    Rule.MAX_ORDER_QTY, Rule.PRICE_COLLAR, Rule.PRICE_AGE, Rule.MAX_ORDER_VALUE, Rule.MAX_ORDER_WORTH, Rule.SIZE_OUTLIER,
    Rule.DUPLICATE_ORDER, Rule.SELF_MATCH, Rule.MESSAGE_RATE, Rule.CANCEL_RATE, Rule.ORDER_TO_TRADE, Rule.VOLUME_TO_TRADE,
    Rule.AMEND_TO_NEW, Rule.REPEATED_EXECUTIONS, Rule.OWN_PRICE_WALK, Rule.VELOCITY, Rule.OPEN_QUIET, Rule.CLOSE_QUIET, Rule.DEPTH_SHARE,
    Rule.VOLUME_SHARE, Rule.MAX_POSITION, Rule.MAX_OPEN_ORDERS, Rule.MAX_OPEN_WORTH, Rule.MAX_POSITIONS, Rule.POSITION_SHARE,
    Rule.GROSS_EXPOSURE, Rule.NET_EXPOSURE, Rule.SECTOR_EXPOSURE, Rule.CLUSTER_EXPOSURE, Rule.LEVERAGE, Rule.DAILY_LOSS, Rule.DRAWDOWN,
    Rule.BASKET_LINES, Rule.BASKET_WORTH,
)
"""In the precedence of their reasons."""
RANK: Final[dict[int, int]] = {int(rule): rank for rank, rule in enumerate(ORDER)}
NAMED_OTHERWISE: Final[dict[Rule, Reason]] = {Rule.PRICE_AGE: Reason.STALE_PRICE, Rule.CANCEL_RATE: Reason.MESSAGE_RATE}
REASONS: Final[dict[int, Reason]] = {
    int(rule): NAMED_OTHERWISE[rule] if rule in NAMED_OTHERWISE else Reason[rule.name] for rule in ORDER
}


def limit_key(limit: Limit) -> Key:
    """Where it stands in the table."""
    return int(limit.rule), int(limit.kind), limit.name, int(limit.instrument), limit.soft


class Row:
    """One limit in force."""

    __slots__ = ("key", "limit", "rank")

    def __init__(self, key: Key, limit: Limit) -> None:
        self.key = key
        self.limit = limit
        self.rank: int = RANK[int(limit.rule)]


class Bound:
    """One limit as one Line meets it. measure: how its rule is measured. group: sector or cluster that it is for. warn, calm: uses
    above and below which there is something to tell."""

    __slots__ = (
        "calm", "group", "holding", "instrument", "key", "measure", "messages", "prices", "rule", "shrinks", "soft", "usage", "value",
        "warn", "window_ns",
    )

    def __init__(self, key: UseKey, limit: Limit, usage: Usage, holding: Holding, tier: int, measure: Any) -> None:
        facts = FACTS[limit.rule]
        self.key = key
        self.rule: int = int(limit.rule)
        self.value: int = limit.value
        self.soft: bool = limit.soft
        self.group: str = ""
        self.instrument: int = limit.instrument
        self.shrinks: bool = facts.shrinks
        self.usage = usage
        self.holding = holding
        self.measure: Any = measure
        self.window_ns: int = limit.window_ns
        self.messages: Messages = NO_MESSAGES
        self.prices: Prices = NO_PRICES
        self.warn: int = 0
        self.calm: int = 0
        self.stand(tier)

    def stand(self, tier: int) -> None:
        """Told up to this tier: 0 is none, 1 the first of TIERS."""
        value = self.value
        self.warn = value if tier >= len(TIERS) or value <= 0 else (value * TIERS[tier] + 99) // 100 - 1
        self.calm = value * TIERS[tier - 1] * 4 // 500 if tier else -NEVER_REACHED

    def tier_of(self, used: int) -> int:
        tier = 0
        if self.value <= 0:
            # Whatever is more than nothing is refused, and nothing is no news.
            return tier
        for percent in TIERS:
            if used * 100 >= self.value * percent:
                tier += 1
        return tier


class Line:
    """Everything by which orders of one owner in one instrument are judged. first: bounds that need no price; rest: the others, in
    precedence. guarded: it has a hard largest quantity and collar, without which nothing goes. collar: tightest hard one, BP. notes:
    bounds that remember messages; heard: the windows of those that hear new orders; fills: bounds that remember fills; sizes: holdings
    that remember orders' worth; latches: bounds that take their scope out when they are reached. room: the judge's. holdings: what its
    orders are noted in."""

    __slots__ = (
        "collar", "fills", "first", "guarded", "heard", "holdings", "instrument", "is_used", "latches", "notes", "own", "rest", "room",
        "sizes", "usages", "values", "version",
    )

    def __init__(self, instrument: Instrument, usages: tuple[Usage, ...], own: Usage, holdings: tuple[Holding, ...]) -> None:
        self.instrument = instrument
        self.usages = usages
        self.holdings = holdings
        self.own: Holding = own.holding(instrument.id)
        self.version: int = -1
        self.is_used: bool = False
        self.collar: int = 0
        self.values: bool = False
        self.guarded: bool = False
        self.first: list[Bound] = []
        self.rest: list[Bound] = []
        self.notes: list[Bound] = []
        self.heard: list[Messages] = []
        self.latches: list[Bound] = []
        self.room: Any = None
        self.fills: list[Bound] = []
        self.sizes: list[Holding] = []

    def use(self) -> None:
        """An order goes out by it: its scopes stay."""
        self.is_used = True
        for usage in self.usages:
            usage.is_kept = True


class LimitTable:
    """version: of the table; every change counts. stood: counts what moves a bound's warn or calm while the table is what it
    was. tiers: what was told of whose use. messages, prices: what each use remembers."""

    __slots__ = ("_bounds", "_facts", "_measures", "messages", "prices", "rows", "stood", "tiers", "version")

    def __init__(self, measures: dict[int, Any], facts: dict[int, SetInstrumentFacts]) -> None:
        self._measures = measures
        self._facts = facts
        self.rows: dict[Key, Row] = {}
        self.tiers: dict[UseKey, int] = {}
        self.messages: dict[UseKey, Messages] = {}
        self.prices: dict[UseKey, Prices] = {}
        self.version: int = 0
        self.stood: int = 0
        self._bounds: dict[UseKey, Bound] = {}

    def put(self, limit: Limit) -> int:
        """The value before; NO_LIMIT when there was none."""
        key = limit_key(limit)
        before = self.rows.get(key)
        self.version += 1
        self._bounds.clear()
        if limit.value == NO_LIMIT:
            self.rows.pop(key, None)
        else:
            self.rows[key] = Row(key, limit)
            if before is None:
                # Of limits that say something at the same moment, which one is named first must not depend on which was set first.
                self.rows = {one: self.rows[one] for one in sorted(self.rows)}
        for use in [use for use in self.tiers if use[:5] == key]:
            del self.tiers[use]
        if limit.value == NO_LIMIT or (before is not None and before.limit.window_ns != limit.window_ns):
            for use in [use for use in self.messages if use[:5] == key]:
                del self.messages[use]
            for use in [use for use in self.prices if use[:5] == key]:
                del self.prices[use]
        return before.limit.value if before is not None else NO_LIMIT

    def forget_empty(self, at: int) -> None:
        """What no use remembers anything in. Every line has to be fitted anew."""
        self._bounds.clear()
        for use in [use for use, messages in self.messages.items() if not messages.within(at)]:
            del self.messages[use]
        for use in [use for use, prices in self.prices.items() if not prices.last]:
            del self.prices[use]

    def value(self, limit: Limit) -> int:
        """What is in force where that limit would stand; NO_LIMIT when nothing is."""
        row = self.rows.get(limit_key(limit))
        return row.limit.value if row is not None else NO_LIMIT

    def has(self, rule: Rule) -> bool:
        return any(row.limit.rule is rule for row in self.rows.values())

    def names(self, kind: ScopeKind) -> bool:
        return any(row.limit.kind is kind for row in self.rows.values())

    def listens(self) -> bool:
        """Whether a limit needs to hear of the markets' every message."""
        return any(row.limit.rule in HEARS for row in self.rows.values())

    def looks_back(self) -> list[int]:
        """How far back limits look at the market's trades."""
        return [row.limit.window_ns for row in self.rows.values() if row.limit.rule is Rule.VELOCITY]

    def fit(self, line: Line) -> None:
        """Gives the line the bounds of the table as it is now."""
        line.version = self.version
        line.first, line.rest, line.notes, line.heard, line.fills, line.sizes, line.latches = [], [], [], [], [], [], []
        line.room = None
        line.collar, line.values = 0, False
        found: list[tuple[int, int, Bound]] = []
        tightest: dict[tuple[int, bool], Bound] = {}
        for row in self.rows.values():
            limit = row.limit
            if limit.instrument and limit.instrument != line.instrument.id:
                continue
            usage = _whose(limit, line)
            if usage is None:
                continue
            bound = self._bound(row, usage, int(line.instrument.id))
            if FACTS[limit.rule].per_order:
                before = tightest.get((bound.rule, bound.soft))
                if before is None or bound.value < before.value:
                    tightest[(bound.rule, bound.soft)] = bound
            else:
                found.append((row.rank, bound.value, bound))
        for bound in tightest.values():
            found.append((RANK[bound.rule], bound.value, bound))
        for rank, _, bound in sorted(found, key=_place):
            _put(line, rank, bound)
        line.guarded = line.collar > 0 and any(not bound.soft for bound in line.first)

    def tightest(self, lines: list[Line], rule: Rule) -> tuple[int, str] | None:
        """The smallest hard limit of that rule that one of the lines meets, and whose it is."""
        found: tuple[int, str] | None = None
        for row in self.rows.values():
            limit = row.limit
            if limit.rule is not rule or limit.soft:
                continue
            for line in lines:
                usage = _whose(limit, line) if limit.instrument in (0, line.instrument.id) else None
                if usage is not None and (found is None or limit.value < found[0]):
                    found = (limit.value, usage.words)
        return found

    def of(self, usage: Usage, instrument: int, rules: tuple[Rule, ...]) -> list[Bound]:
        """Bounds of these rules on the usage, as far as the instrument can change it."""
        return [
            self._bound(row, usage, instrument) for row in self.rows.values()
            if row.limit.rule in rules and row.limit.kind is usage.kind and row.limit.name in ("", usage.name)
            and (rules is LOSSES or row.limit.instrument in (0, instrument))
        ]

    def use_of(self, row: Row, usage: Usage, of: int) -> UseKey:
        """Whose use of the limit it is, apart by instrument or group where the rule measures apart. of: the order's instrument."""
        limit = row.limit
        group = self._group(limit.rule, of)
        # Without an instrument of its own, a rule that looks at one instrument looks at the order's.
        instrument = of if limit.rule in BY_INSTRUMENT else int(limit.instrument)
        return (*row.key, f"{usage.kind.name.lower()}:{usage.name}" + (f" {group}" if group else ""), instrument)

    def _group(self, rule: Rule, instrument: int) -> str:
        told = self._facts.get(instrument) if rule in OF_A_GROUP else None
        if told is None:
            return ""
        name = told.sector if rule is Rule.SECTOR_EXPOSURE else told.cluster
        return f"{'sector' if rule is Rule.SECTOR_EXPOSURE else 'cluster'} {name}" if name else ""

    def _bound(self, row: Row, usage: Usage, of: int) -> Bound:
        """of: the order's instrument."""
        limit = row.limit
        use = self.use_of(row, usage, of)
        known = self._bounds.get(use)
        if known is not None:
            return known
        made = self._bounds[use] = Bound(use, limit, usage, usage.holding(of), self.tiers.get(use, 0), self._measures.get(int(limit.rule)))
        made.group = self._group(limit.rule, of)
        if limit.rule in REMEMBERS:
            messages = self.messages.get(use)
            if messages is None:
                messages = self.messages[use] = Messages(limit.window_ns, limit.rule is Rule.DUPLICATE_ORDER)
            made.messages = messages
        elif limit.rule is Rule.OWN_PRICE_WALK:
            prices = self.prices.get(use)
            if prices is None:
                prices = self.prices[use] = Prices(limit.window_ns)
            made.prices = prices
        return made


HEARS: Final = (
    Rule.PRICE_AGE, Rule.VELOCITY, Rule.DAILY_LOSS, Rule.DRAWDOWN, Rule.GROSS_EXPOSURE, Rule.NET_EXPOSURE, Rule.SECTOR_EXPOSURE,
    Rule.CLUSTER_EXPOSURE, Rule.POSITION_SHARE, Rule.LEVERAGE,
)
QUIET: Final = (Rule.OPEN_QUIET, Rule.CLOSE_QUIET)
OF_A_GROUP: Final = (Rule.SECTOR_EXPOSURE, Rule.CLUSTER_EXPOSURE)
"""Each sector, or cluster, has the limit for itself."""
LOSSES: Final = (Rule.DAILY_LOSS, Rule.DRAWDOWN)
REMEMBERS: Final = (Rule.MESSAGE_RATE, Rule.CANCEL_RATE, Rule.AMEND_TO_NEW, Rule.DUPLICATE_ORDER)
IN_VALUE: Final = (
    Rule.MAX_ORDER_WORTH, Rule.MAX_OPEN_WORTH, Rule.SIZE_OUTLIER, Rule.GROSS_EXPOSURE, Rule.NET_EXPOSURE, Rule.SECTOR_EXPOSURE,
    Rule.CLUSTER_EXPOSURE, Rule.POSITION_SHARE, Rule.LEVERAGE, Rule.DAILY_LOSS, Rule.DRAWDOWN,
)
"""Rules that need the order's worth in the base currency."""
BY_INSTRUMENT: Final = (
    Rule.MAX_POSITION, Rule.ORDER_TO_TRADE, Rule.VOLUME_TO_TRADE, Rule.OWN_PRICE_WALK, Rule.VELOCITY, Rule.POSITION_SHARE,
    Rule.SIZE_OUTLIER, Rule.DUPLICATE_ORDER,
)


def is_told(bound: Bound) -> bool:
    """Whether its use stands at a tier, so that falling is remembered."""
    return bound.calm > -NEVER_REACHED


def _place(item: tuple[int, int, Bound]) -> tuple[int, int]:
    return item[0], item[1]


def _whose(limit: Limit, line: Line) -> Usage | None:
    """The usage of the line that the limit speaks of; None: it does not concern the line."""
    for usage in line.usages:
        if usage.kind is limit.kind:
            return usage if not limit.name or usage.name == limit.name else None
    return None


def known_scope(limit: Limit) -> bool:
    """Whether such a limit can stand: on a rung of the ladder, everything without a name."""
    return limit.kind in LADDER and not (limit.kind is ScopeKind.EVERYTHING and limit.name)


def _put(line: Line, rank: int, bound: Bound) -> None:
    rule = bound.rule
    if rule == Rule.PRICE_COLLAR and not bound.soft:
        line.collar = bound.value
        return
    if rule in REMEMBERS:
        line.notes.append(bound)
        if rule != Rule.CANCEL_RATE:
            line.heard.append(bound.messages)
    if rule == Rule.SIZE_OUTLIER and bound.holding not in line.sizes:
        line.sizes.append(bound.holding)
    if rule == Rule.REPEATED_EXECUTIONS and not bound.soft:
        line.latches.append(bound)
    if rule == Rule.OWN_PRICE_WALK:
        line.fills.append(bound)
    if rule in (Rule.CANCEL_RATE, Rule.BASKET_LINES, Rule.BASKET_WORTH) or (rule in QUIET and bound.value == 0):
        return
    if rule in IN_VALUE:
        line.values = True
    (line.first if rank == 0 else line.rest).append(bound)
