"""What stands on the gate's gauges: each limit in force with its present use, whose it is, and what counts of it now; and what
scopes hold and are worth. For people who look; nothing here decides.

A use is the gate's own measure (measures.py) of an order of nothing, on either side the larger. Rules that measure an order by itself
have no use between orders. Invariant: reading changes nothing at all, not even what a window has let go of or what something was
last valued at: it is done on copies, so a record is the same whether anybody looked or not.
"""

from collections import deque
from typing import Final

from core.domain.enums import Side
from core.domain.holding import Holding, Usage
from core.domain.limits import LADDER, Rule
from core.domain.scope import ScopeKind
from core.machine.desk.conditions import holds
from core.machine.desk.funds import Unknown
from core.machine.desk.limit_table import BY_INSTRUMENT, OF_A_GROUP, QUIET, REMEMBERS, Bound, Line, Row
from core.machine.desk.measures import MEASURES, Attempt
from core.machine.desk.risk import NO_TRADES, Gate
from core.machine.desk.windows import NO_PRICES, Messages
from core.messages.limits import Condition, Limit, Restriction, Tighten
from core.messages.reasons import Reason

Reading = tuple[Limit, int, int, str, int, int | None, int, int]
"""Limit; percent of its value that counts now; kind and name of whose use it is; instrument, 0: all; use in the rule's unit, None: none
between orders, or not known; reason why it is not known, 0: it is, or there is none; percent at which it was last told."""
Held = tuple[str, int, int, int, int, int | None, int | None, int | None, int | None]
"""Account; instrument; lots held, open to buy, open to sell; VALUE of what is held, of the longest and the shortest that it may come to,
and of what the open orders would cost. None: it cannot be valued."""
Worth = tuple[str, str, str, int, int | None, int, int, int | None, int | None]
"""Account, name, desk; VALUE of its cash, result, highest result, result when the day began; loss of the day and drawdown, BP."""
TOLD: Final = (0, 50, 75, 90, 100)
OF_THE_MARKET: Final = (Rule.PRICE_AGE, Rule.VELOCITY, *QUIET)
"""The same whoever asks."""
EACH_ORDER: Final = (
    Rule.MAX_ORDER_QTY, Rule.PRICE_COLLAR, Rule.MAX_ORDER_VALUE, Rule.MAX_ORDER_WORTH, Rule.SIZE_OUTLIER, Rule.DUPLICATE_ORDER,
    Rule.SELF_MATCH, Rule.DEPTH_SHARE, Rule.VOLUME_SHARE, Rule.BASKET_LINES, Rule.BASKET_WORTH,
)


class Gauges:
    """Copies of the gate's scopes as they stand at one moment, made as they are asked for. at: session time of the look."""

    __slots__ = ("_at", "_copies", "_gate")

    def __init__(self, gate: Gate, at: int) -> None:
        self._gate = gate
        self._at: int = at
        self._copies: dict[tuple[int, str], Usage] = {}
        gate.alike.settle()

    def readings(self, kinds: tuple[int, ...], most: int) -> tuple[list[Reading], int]:
        """Of the limits that stand on these rungs, at most so many; and how many were left out. Those that were told come first."""
        told = dict.fromkeys([use[:5] for use in self._gate.table.tiers], True)
        rows = [row for row in self._gate.table.rows.values() if int(row.limit.kind) in kinds]
        found: list[Reading] = []
        left = 0
        for row in sorted(rows, key=lambda row: (row.key not in told, LADDER.index(row.limit.kind), row.rank, row.key)):
            for usage in self._whose(row.limit):
                for instrument in self._instruments(row.limit, usage):
                    if len(found) < most:
                        found.append(self._read(row, usage, instrument))
                    else:
                        left += 1
        return found, left

    # whose, and where -----------------------------------------------------------------------------------------------

    def _whose(self, limit: Limit) -> list[Usage]:
        """Nobody has it yet: an empty one of no name, or of the limit's."""
        if limit.rule in OF_THE_MARKET or limit.rule in EACH_ORDER or limit.name or limit.kind is ScopeKind.EVERYTHING:
            return [self._copy(limit.kind, limit.name)]
        names = sorted(name for kind, name in self._gate.usages if kind == limit.kind)
        return [self._copy(limit.kind, name) for name in names or [""]]

    def _copy(self, kind: ScopeKind, name: str) -> Usage:
        known = self._copies.get((int(kind), name))
        if known is not None:
            return known
        made = self._copies[(int(kind), name)] = Usage(kind, name)
        source = self._gate.usages.get((int(kind), name))
        if source is not None:
            for id, held in source.held.items():
                made.holding(id).take_over(held)
            made.orders, made.filled_whole, made.disabled = source.orders, source.filled_whole, source.disabled
            made.day_result, made.best_result = source.day_result, source.best_result
        return made

    def _instruments(self, limit: Limit, usage: Usage) -> list[int]:
        """Where it is measured apart; 0: once for all."""
        if limit.instrument:
            return [int(limit.instrument)]
        if limit.rule in OF_THE_MARKET:
            return sorted(self._gate.funds.venue.instruments)
        if limit.rule in OF_A_GROUP:
            return self._one_of_each(limit.rule, usage) or [0]
        if limit.rule in BY_INSTRUMENT and limit.rule not in EACH_ORDER:
            return sorted(id for id, h in usage.held.items() if h.messages or h.qty or h.buy or h.sell) or [0]
        return [0]

    def _one_of_each(self, rule: Rule, usage: Usage) -> list[int]:
        """An instrument of each sector, or cluster, that the scope has something in."""
        facts = self._gate.funds.facts
        found: dict[str, int] = {}
        for id in sorted(usage.held):
            told = facts.get(id)
            group = "" if told is None else told.sector if rule is Rule.SECTOR_EXPOSURE else told.cluster
            if group:
                found.setdefault(group, id)
        return sorted(found.values())

    # the measure ----------------------------------------------------------------------------------------------------

    def _read(self, row: Row, usage: Usage, instrument: int) -> Reading:
        limit, gate = row.limit, self._gate
        where = instrument or _any_of(usage)
        use = gate.table.use_of(row, usage, instrument)
        told = TOLD[gate.table.tiers.get(use, 0)]
        market = gate.funds.venue.markets.get(where)
        if market is None or limit.rule in EACH_ORDER:
            idle = None if limit.rule in EACH_ORDER else 0
            return limit, self._counts(row, usage, None), int(usage.kind), usage.name, instrument, idle, 0, told
        bound = self._bound(row, usage, where, use)
        attempt = self._attempt(usage, where, Side.BUY)
        used: int | None = None
        why = 0
        try:
            if limit.rule is Rule.CANCEL_RATE:
                used = len(bound.messages.cancelled)
            else:
                used = max(bound.measure(bound, attempt), bound.measure(bound, self._attempt(usage, where, Side.SELL)))
        except Unknown as unknown:
            why = int(unknown.reason)
        except (ArithmeticError, LookupError, ValueError, TypeError):
            why = int(Reason.RISK_ERROR)
        return limit, self._counts(row, usage, attempt), int(usage.kind), usage.name, instrument, used, why, told

    def _bound(self, row: Row, usage: Usage, where: int, use: tuple[int, int, str, int, bool, str, int]) -> Bound:
        limit, table = row.limit, self._gate.table
        held = usage.holding(where)
        if limit.rule in (Rule.ORDER_TO_TRADE, Rule.VOLUME_TO_TRADE, Rule.REPEATED_EXECUTIONS):
            # These count the order that is asked for; here nobody asks.
            usage = _one_less(usage)
            held = _one_message_less(usage, held)
        bound = Bound(use, limit, usage, held, 0, MEASURES.get(int(limit.rule)))
        if limit.rule in REMEMBERS:
            kept = table.messages.get(use)
            bound.messages = _as_of(kept, self._at) if kept is not None else Messages(limit.window_ns)
        elif limit.rule is Rule.OWN_PRICE_WALK:
            bound.prices = table.prices.get(use, NO_PRICES)
        return bound

    def _attempt(self, usage: Usage, where: int, side: Side) -> Attempt:
        """An order of nothing."""
        gate = self._gate
        market = gate.funds.venue.markets[where]
        line = Line(market.instrument, (), usage, ())
        watch = gate.watch
        a = Attempt(
            self._at, line, side, 0, 0, gate.funds, market, watch.news.get(where, 0), watch.trades.get(where, NO_TRADES), gate.own
        )
        a.added, a.pending = 0, -1
        a.reference = gate.funds.reference(where, market.book)
        return a

    def _counts(self, row: Row, usage: Usage, a: Attempt | None) -> int:
        """Percent of the limit."""
        conditions = self._gate.conditions
        if not conditions.tight():
            return 100
        if a is None:
            where = int(row.limit.instrument) or min(self._gate.funds.venue.markets, default=0)
            if not where:
                return 100
            a = self._attempt(usage, where, Side.BUY)
        bound = Bound((*row.key, "", 0), row.limit, usage, usage.holding(int(a.line.instrument.id)), 0, None)
        try:
            return conditions.percent(bound, a)
        except Unknown:
            return 100

    # what is held ---------------------------------------------------------------------------------------------------

    def holdings(self) -> list[Held]:
        """Of every account, instrument by instrument."""
        funds = self._gate.funds
        found: list[Held] = []
        for name in self._accounts():
            usage = self._copy(ScopeKind.ACCOUNT, name)
            for id in sorted(usage.held):
                h = usage.held[id]
                if not (h.qty or h.buy or h.sell):
                    continue
                instrument = funds.venue.instruments[id]
                long: int | None = None
                short: int | None = None
                net: int | None = None
                open_worth: int | None = None
                try:
                    mark = funds.mark(id)
                    long, short = funds.value(instrument, (h.qty + h.buy) * mark), funds.value(instrument, (h.sell - h.qty) * mark)
                    net = funds.value(instrument, h.qty * mark)
                    open_worth = funds.value(instrument, h.buy_worth + h.sell_worth)
                except Unknown:
                    pass
                found.append((name, id, h.qty, h.buy, h.sell, net, long, short, open_worth))
        return found

    def worths(self) -> list[Worth]:
        """Of every account that was told, or that traded."""
        funds = self._gate.funds
        found: list[Worth] = []
        for name in self._accounts():
            usage = self._copy(ScopeKind.ACCOUNT, name)
            told = funds.accounts.get(int(name))
            result: int | None = None
            day: int | None = None
            down: int | None = None
            try:
                result = funds.result(usage)
                day, down = funds.day_loss_bp(usage), funds.drawdown_bp(usage)
            except Unknown:
                pass
            cash, words, desk = (told.cash, told.name, told.desk) if told is not None else (0, "", "")
            found.append((name, words, desk, cash, result, usage.best_result, usage.day_result, day, down))
        return found

    def _accounts(self) -> list[str]:
        numbers = [int(name) for kind, name in self._gate.usages if kind == ScopeKind.ACCOUNT and name.isdigit()]
        return [str(number) for number in sorted(dict.fromkeys([*numbers, *self._gate.funds.accounts]))]

    # what stands in the way -----------------------------------------------------------------------------------------

    def tightenings(self) -> list[tuple[Tighten, tuple[str, ...]]]:
        """With where each holds now: symbols, accounts, or everywhere."""
        gate, found = self._gate, []
        for key in sorted(gate.conditions.tightenings):
            one = gate.conditions.tightenings[key]
            found.append((one, tuple(self._where(one))))
        return found

    def _where(self, one: Tighten) -> list[str]:
        markets = self._gate.funds.venue.markets
        if one.condition is Condition.DRAWDOWN:
            some = min(markets, default=0)
            return [f"account {name}" for name in self._accounts() if some and self._holds(one, ScopeKind.ACCOUNT, name, some)]
        symbols = [markets[id].instrument.symbol for id in sorted(markets) if self._holds(one, ScopeKind.EVERYTHING, "", id)]
        return ["everywhere"] if symbols and one.condition is Condition.TIME_OF_DAY else symbols

    def _holds(self, one: Tighten, kind: ScopeKind, name: str, where: int) -> bool:
        try:
            return holds(one, self._attempt(self._copy(kind, name), where, Side.BUY))
        except Unknown:
            return False

    def restrictions(self) -> list[tuple[int, str, Restriction]]:
        return [(*key, self._gate.restrictions[key]) for key in sorted(self._gate.restrictions)]

    def taken_out(self) -> list[tuple[int, str, int, int]]:
        """Kind and name of scopes that a rule disabled, or whose orders were filled whole as often as one allows; the rule; how often."""
        limits = [row.limit for row in self._gate.table.rows.values() if row.limit.rule is Rule.REPEATED_EXECUTIONS and not row.limit.soft]
        found = []
        for key in sorted(self._gate.usages):
            usage = self._gate.usages[key]
            full = any(
                limit.kind is usage.kind and limit.name in ("", usage.name) and usage.filled_whole >= limit.value for limit in limits
            )
            if usage.disabled or full:
                found.append((*key, usage.disabled or int(Rule.REPEATED_EXECUTIONS), usage.filled_whole))
        return found


def _any_of(usage: Usage) -> int:
    """Where the scope has something, else where it had; 0: nowhere."""
    something = [id for id, h in usage.held.items() if h.qty or h.buy or h.sell]
    return min(something or usage.held, default=0)


def _one_less(usage: Usage) -> Usage:
    made = Usage(usage.kind, usage.name)
    made.filled_whole = usage.filled_whole - 1
    return made


def _one_message_less(usage: Usage, held: Holding) -> Holding:
    made = usage.holding(held.instrument)
    made.take_over(held)
    made.messages -= 1
    return made


def _as_of(kept: Messages, at: int) -> Messages:
    """A copy without what is too old by now: the window itself lets go of nothing before a message comes."""
    made = Messages(kept.window_ns, False)
    made.new, made.replaced, made.cancelled = deque(kept.new), deque(kept.replaced), deque(kept.cancelled)
    made.look(at)
    return made
