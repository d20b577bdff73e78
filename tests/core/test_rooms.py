"""How near to its edge a limit is known to be silent, without measuring it. Each is put where its use is: at it, just below, just above.

Just this side nothing may be known to be silent: that is asserted. At the edge itself it should be, or the gate measures for nothing,
which no answer tells: how often it is, rule by rule, is counted, and whoever changes a range finds other numbers. If more is known
than was, or there is a reason, they are put in here.
"""

from collections import Counter
from collections.abc import Callable
from functools import partial
from random import Random
from typing import Any

import pytest

from app.which_core import present
from core.domain.holding import Usage
from core.domain.limits import Rule
from core.domain.scope import ScopeKind
from core.machine.desk.conditions import Conditions
from core.machine.desk.exposure_room import ExposureRoom
from core.machine.desk.funds import Funds, Unknown
from core.machine.desk.headroom import Counts, LineRoom
from core.machine.desk.limit_table import NEVER_REACHED, Bound
from core.machine.desk.measures import FEWEST_MESSAGES, MEASURES, Attempt
from core.machine.desk.money_room import LossRoom, MoneyRoom
from core.machine.desk.risk import Gate
from core.machine.desk.watch import Watch
from core.machine.desk.windows import Messages, Prices
from core.messages.limits import Limit
from tests.core.test_headroom import CLEARS, hold

pytestmark = pytest.mark.skipif(present().compiled, reason="a compiled core keeps its own methods")
SEEDS = range(1_000, 1_040)
LOOKS, FOLLOWS = Watch.look, Watch._find_rooms
Seen = Counter[tuple[str, str]]


class Edges:
    """seen: by rule, and where the limit stood: how often it was known to be silent."""

    def __init__(self) -> None:
        self.seen: Seen = Counter()

    def suspects(self, room: LineRoom, a: Attempt) -> list[Bound]:
        found, line = CLEARS(room, a), room.line
        every = line.rest
        for bound in every:
            try:
                used = bound.measure(bound, a)
            except (Unknown, ArithmeticError):
                continue
            if not 0 <= used <= bound.value:
                continue
            was, line.rest = (bound.warn, bound.calm), [bound]
            for where, bound.warn, bound.calm in (("highest", used, -NEVER_REACHED), ("lowest", NEVER_REACHED, used)):
                silent = not CLEARS(LineRoom(line, room.stood, a.funds, Conditions()), a)
                self.seen[Rule(bound.rule).name, where] += silent
            (bound.warn, bound.calm), line.rest = was, every
        return found

    def look(self, watch: Watch, instrument: int) -> None:
        LOOKS(watch, instrument)
        for held, losses, exposures in FOLLOWS(watch, instrument):
            usage = losses.usage
            try:
                watch.funds.refresh(usage)
            except Unknown:
                continue
            for bound in exposures.bounds if held.holds() else []:
                self.mark(bound, partial(exposures.use, bound), ExposureRoom(usage, held, watch.funds, [bound]), watch)
            for bound in losses.bounds if held.holds() else []:
                lost = watch.funds.day_loss_bp if bound.rule == Rule.DAILY_LOSS else watch.funds.drawdown_bp
                self.mark(bound, partial(lost, usage), usage, watch)

    def mark(self, bound: Bound, use: Callable[[], int], room: ExposureRoom | Usage, watch: Watch) -> None:
        """room: Usage: a LossRoom of it, made anew each time, because it keeps what it was made from."""
        try:
            used = use()
        except Unknown:
            return
        was = bound.warn, bound.calm
        for where, bound.warn, bound.calm in (
            ("highest", used, -NEVER_REACHED), ("lowest", NEVER_REACHED, used), ("beyond", used - 1, -NEVER_REACHED),
            ("below", NEVER_REACHED, used + 1),
        ):
            one = LossRoom(room, watch.funds, [bound]) if isinstance(room, Usage) else room
            one.stood = -1
            silent = one.holds(watch.table.stood)
            assert not silent or where in ("highest", "lowest"), (bound.key, where, used)
            self.seen[f"mark {Rule(bound.rule).name}", where] += silent
        bound.warn, bound.calm = was


def test_at_their_edges_limits_are_known_to_be_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    edges = Edges()

    def suspects(room: LineRoom, a: Attempt) -> list[Bound]:
        return edges.suspects(room, a)

    def look(watch: Watch, instrument: int) -> None:
        edges.look(watch, instrument)

    monkeypatch.setattr(LineRoom, "suspects", suspects)
    monkeypatch.setattr(Watch, "look", look)
    for seed in SEEDS:
        hold(seed, 100)
    found = {rule: (edges.seen[rule, "highest"], edges.seen[rule, "lowest"]) for rule, _ in edges.seen}
    assert found == SILENT


SILENT: dict[str, tuple[int, int]] = {
    "AMEND_TO_NEW": (624, 0), "CLOSE_QUIET": (326, 0), "CLUSTER_EXPOSURE": (209, 209), "DAILY_LOSS": (46, 46),
    "DEPTH_SHARE": (138, 0), "DRAWDOWN": (237, 237), "DUPLICATE_ORDER": (172, 0), "GROSS_EXPOSURE": (90, 90), "LEVERAGE": (334, 0),
    "MAX_OPEN_ORDERS": (1901, 1901), "MAX_OPEN_WORTH": (186, 0), "MAX_ORDER_VALUE": (1892, 1892), "MAX_ORDER_WORTH": (272, 272),
    "MAX_POSITION": (1928, 1928), "MAX_POSITIONS": (284, 0), "MESSAGE_RATE": (183, 0), "NET_EXPOSURE": (151, 151),
    "OPEN_QUIET": (290, 0), "ORDER_TO_TRADE": (1342, 0), "OWN_PRICE_WALK": (173, 0), "POSITION_SHARE": (211, 0),
    "PRICE_AGE": (189, 0), "PRICE_COLLAR": (0, 0), "REPEATED_EXECUTIONS": (351, 351), "SECTOR_EXPOSURE": (277, 277),
    "SELF_MATCH": (91, 0), "SIZE_OUTLIER": (152, 0), "VELOCITY": (184, 0), "VOLUME_SHARE": (428, 0), "VOLUME_TO_TRADE": (1197, 0),
    "mark CLUSTER_EXPOSURE": (45, 0), "mark DAILY_LOSS": (58, 58), "mark DRAWDOWN": (133, 133), "mark GROSS_EXPOSURE": (22, 0),
    "mark LEVERAGE": (152, 0), "mark NET_EXPOSURE": (40, 0), "mark POSITION_SHARE": (103, 0), "mark SECTOR_EXPOSURE": (42, 0),
}
"""By rule: known to be silent with the use at its highest, and at its lowest; a mark is what Watch looks at."""


# Work that no answer tells -----------------------------------------------------------------------------------------------

WORK = {
    "loads": (Counts, "_fit"), "equity": (MoneyRoom, "_fit"), "results": (LossRoom, "_fit"), "marks": (ExposureRoom, "_fit"),
    "prices": (Prices, "settle"), "rooms": (LineRoom, "__init__"), "lines": (Gate, "_fitted"), "exactly": (MoneyRoom, "_holds_exactly"),
    "windows": (Messages, "look"), "values": (Funds, "value"), "looks": (Watch, "_exposed"),
}
DONE: dict[str, int] = {
    "equity": 1087, "exactly": 483, "lines": 1854, "loads": 5497, "looks": 137, "marks": 597, "prices": 53, "results": 422,
    "rooms": 1404, "values": 3427, "windows": 2869,
}


def test_no_more_is_done_than_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ranges that are made too often, and the like."""
    done: Counter[str] = Counter()

    def counted(what: str, act: Any) -> Any:
        def do(*given: Any) -> Any:
            done[what] += 1
            return act(*given)

        return do

    for what, (kind, name) in WORK.items():
        monkeypatch.setattr(kind, name, counted(what, getattr(kind, name)))
    for seed in SEEDS:
        hold(seed, 200)
    assert dict(done) == DONE


# How far a load may grow ------------------------------------------------------------------------------------------------


def made(r: Random) -> tuple[Counts, Attempt, list[Bound]]:
    usage = Usage(ScopeKind.EVERYTHING, "")
    h, counts, bounds = usage.holding(1), None, []
    usage.load, usage.orders, usage.filled_whole, h.orders = r.randint(0, 99), r.randint(0, 9), r.randint(0, 9), r.randint(0, 5)
    h.qty, h.buy, h.sell = r.randint(-9, 9), r.randint(0, 9), r.randint(0, 9)
    h.messages, h.trades, h.ordered, h.traded = r.choice((3, 48, 49, 50, 80)), r.randint(0, 3), r.randint(0, 300), r.randint(0, 3)
    counts = Counts(usage, h)
    for rule in r.sample(COUNTED, r.randint(1, len(COUNTED))):
        value = r.choice((1, 100)) * r.randint(20, 200)
        is_here = rule is Rule.MAX_OPEN_ORDERS and r.random() < 0.5
        limit = Limit(rule, value, instrument=int(is_here), window_ns=1_000 if rule in (Rule.MESSAGE_RATE, Rule.AMEND_TO_NEW) else 0)  # type: ignore[arg-type]
        bound = Bound((int(rule), 0, "", 0, False, "", 0), limit, usage, h, 0, MEASURES[int(rule)])
        bound.messages = Messages(1_000)
        for what in (0, 1, 2):
            for _ in range(r.randint(0, 3)):
                bound.messages.add(1, what, (0, 1, 1))
        counts.add(bound, is_here)
        bounds.append(bound)
    a: Any = type("Order", (), {"side": r.randint(0, 1), "qty": 1, "freed": 0, "added": 1, "pending": 0, "at": 1})()
    return counts, a, bounds


COUNTED = (
    Rule.MAX_OPEN_ORDERS, Rule.REPEATED_EXECUTIONS, Rule.MAX_POSITION, Rule.ORDER_TO_TRADE, Rule.VOLUME_TO_TRADE, Rule.MESSAGE_RATE,
    Rule.AMEND_TO_NEW,
)


def silent_after(bound: Bound, more: int) -> bool:
    """Whether it has nothing to say when everything that it counts has grown by so much; cancels against one new order."""
    h, most = bound.holding, bound.warn
    sent = bound.messages
    match Rule(bound.rule):
        case Rule.MAX_OPEN_ORDERS:
            return (h.orders if bound.instrument else bound.usage.orders) + more <= most
        case Rule.REPEATED_EXECUTIONS:
            return bound.usage.filled_whole + more <= most
        case Rule.MAX_POSITION:
            return max(h.qty + h.buy, h.sell - h.qty) + more <= most
        case Rule.ORDER_TO_TRADE:
            few = h.messages + more < FEWEST_MESSAGES
            return few or (h.messages + more - h.trades) * 100 // max(h.trades, 1) <= most
        case Rule.VOLUME_TO_TRADE:
            return (h.ordered + more - h.traded) * 100 // max(h.traded, 1) <= most
        case Rule.MESSAGE_RATE:
            return len(sent.new) + len(sent.replaced) + more <= most
    return (len(sent.replaced) + len(sent.cancelled) + more) * 100 <= most


@pytest.mark.parametrize("seed", range(20))
def test_a_load_may_grow_until_a_limit_may_speak_and_no_further(seed: int) -> None:
    r = Random(seed)
    for _ in range(100):
        counts, a, bounds = made(r)
        counts.suspects(a)
        room = next((more - 1 for more in range(100_000) if not all(silent_after(bound, more) for bound in bounds)), 100_000)
        assert counts.since == counts.usage.load
        assert counts.until - counts.since == room or (room < 0 and counts.until < counts.since), [bound.key for bound in bounds]
