"""What the gate keeps of scopes that orders named: forgotten when it is nothing, and begun when a limit first asks for it.

Anybody can name a trader, a strategy or a line in an order. Invariant: scopes that hold nothing are as if they had never been looked
at, so forgetting them changes no answer and no digest; what refused orders named never stays for ever. Whoever looks at a desk, trader,
session or strategy that no limit has named settles first.
"""

from collections.abc import Callable
from typing import Any, Final

from core.domain.holding import SIZES_KEPT, Holding, Together, Usage, apart
from core.domain.limits import Rule
from core.domain.order import LINES, OwnOrder
from core.domain.scope import ScopeKind
from core.machine.desk.funds import Funds, Unknown
from core.machine.desk.limit_table import Key, LimitTable, Line
from core.machine.desk.oms import Oms

Holdings = tuple[Holding, ...]
MOST_LINES: Final = 4096
"""Chosen: owners times instruments of a large desk. With more of them, those that hold nothing are forgotten."""

OF_OWNERS: Final = (ScopeKind.DESK, ScopeKind.TRADER, ScopeKind.SESSION, ScopeKind.STRATEGY)


class Alike:
    """Scopes that nothing tells apart while no limit stands on their rung: what happens to an owner's orders happens to all of them, and
    is noted once. named: rungs of OF_OWNERS that a limit has named."""

    __slots__ = ("_kept", "named")

    def __init__(self) -> None:
        self._kept: dict[tuple[int, tuple[tuple[int, str], ...]], Together] = {}
        self.named: list[ScopeKind] = []

    def holdings(self, instrument: int, usages: list[Usage]) -> Holdings:
        """What orders of these scopes are noted in."""
        alike = [usage for usage in usages if usage.kind in OF_OWNERS and usage.kind not in self.named]
        if len(alike) < 2:
            return tuple([usage.holding(instrument) for usage in usages])
        key = (instrument, tuple([(int(usage.kind), usage.name) for usage in alike]))
        known = self._kept.get(key)
        if known is None:
            known = self._kept[key] = Together(instrument, tuple([usage.holding(instrument) for usage in alike]))
        return (*[usage.holding(instrument) for usage in usages if usage not in alike], known)

    def settle(self) -> None:
        for together in self._kept.values():
            together.settle()

    def forget(self) -> None:
        """Those that no order is noted in."""
        self._kept = {key: one for key, one in self._kept.items() if all(scope.usage.is_kept for scope in one.scopes)}

    def name(self, kinds: list[ScopeKind], oms: Oms) -> None:
        """From now on they are told apart, also of the orders that there are."""
        self.named += kinds
        self.settle()
        self._kept.clear()
        for orders in (oms.open, oms.closed):
            for order in orders.values():
                order.holdings = apart(order.holdings)


def forget_idle(usages: dict[tuple[int, str], Usage], table: LimitTable, at: int) -> None:
    """Whatever an order was sent for stays: a fill may yet be undone. No order may be approved and not yet sent."""
    for key in [key for key, usage in usages.items() if not usage.is_kept and usage.is_idle]:
        del usages[key]
    table.forget_empty(at)


def keep_out(before: dict[tuple[int, str], Usage], now: dict[tuple[int, str], Usage]) -> None:
    """Scopes that a rule disabled in an earlier run: only a person brings them back (RTS 6 Art. 15(3))."""
    for key in sorted(before):
        out = before[key]
        if out.disabled:
            kept = now[key] = Usage(out.kind, out.name)
            kept.disabled, kept.filled_whole = out.disabled, out.filled_whole


def hold(order: OwnOrder, line: Line) -> None:
    """The order is one of the line's, from before the line was made."""
    order.holdings = line.holdings
    line.use()


def sized_by(table: LimitTable) -> list[Key]:
    """Limits that remember what is usual."""
    return sorted([row.key for row in table.rows.values() if row.limit.rule is Rule.SIZE_OUTLIER])


def begin_sizes(table: LimitTable, known: list[Key], oms: Oms, funds: Funds, whose: Callable[[OwnOrder], Holdings]) -> list[Key]:
    """Scopes that a limit on unusual sizes is new for begin with the run's last orders, as they stand now. known: such limits before;
    the answer: now. What cannot be valued is left out."""
    now = sized_by(table)
    new = [table.rows[key].limit for key in now if key not in known]
    if not new:
        return now
    old = [table.rows[key].limit for key in now if key in known]
    begun: dict[tuple[int, str, int], tuple[Holding, list[int]]] = {}
    for order in sorted([*oms.open.values(), *oms.closed.values()], key=_when):
        for holding in whose(order):
            if _asks(new, holding) and not _asks(old, holding):
                try:
                    worth = funds.value(funds.venue.instruments[order.instrument], order.qty * order.worth)
                except Unknown:
                    continue
                key = (int(holding.usage.kind), holding.usage.name, holding.instrument)
                begun.setdefault(key, (holding, []))[1].append(worth)
    for holding, sizes in begun.values():
        holding.begin_sizes(sizes[-SIZES_KEPT:])
    return now


def _asks(limits: list[Any], holding: Holding) -> bool:
    usage = holding.usage
    return any(
        limit.kind is usage.kind and limit.name in ("", usage.name) and limit.instrument in (0, holding.instrument) for limit in limits
    )


def _when(order: OwnOrder) -> tuple[int, int]:
    """In the order in which they were sent."""
    return order.id % LINES, order.id // LINES


def held_by(order: OwnOrder) -> Holdings:
    return order.holdings
