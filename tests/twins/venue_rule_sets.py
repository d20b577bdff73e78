"""Rule sets that a market may trade by, drawn by chance: each rule is in force now and then, alone and with others.

Times are short, so that pauses, windows and calls begin and end within a talk.
"""

from random import Random
from typing import Any

from core.domain.enums import Allocation
from core.domain.units import MILLISECOND, SECOND
from core.messages.terms import Fees, MarketRules


def some_rules(rng: Random, without: frozenset[str] = frozenset()) -> MarketRules:
    """without: names of rules that stay out of force."""

    def now_and_then(name: str, often: float, value: Any, nothing: Any = 0) -> Any:
        return value if rng.random() < often and name not in without else nothing

    return MarketRules(
        replace_open=rng.random() < 0.4,
        allocation=now_and_then("allocation", 0.5, rng.choice(list(Allocation)), Allocation.FIFO),
        pro_rata_min=rng.choice((0, 0, 2, 4)),
        collar=now_and_then("collar", 0.4, rng.choice((1, 3, 6))),
        rest_at_collar=rng.random() < 0.5,
        ids_ascending=rng.random() < 0.3,
        min_qty=now_and_then("qty_bounds", 0.1, 4),
        max_qty=now_and_then("qty_bounds", 0.1, 20),
        ticks=now_and_then("ticks", 0.3, rng.choice((((0, 1), (100, 2)), ((0, 2), (100, 5)))), ()),
        static_bp=now_and_then("static", 0.25, rng.choice((500, 800))),
        dynamic_bp=now_and_then("dynamic", 0.25, rng.choice((300, 700))),
        dynamic_window_ns=rng.choice((SECOND, 40 * SECOND)),
        limit_state_ns=rng.choice((50 * MILLISECOND, SECOND, 20 * SECOND)),
        halt_ns=rng.choice((60 * MILLISECOND, SECOND)),
        velocity=now_and_then("velocity", 0.25, rng.choice((2, 5))),
        velocity_ns=rng.choice((20 * MILLISECOND, SECOND)),
        call_ns=rng.choice((40 * MILLISECOND, 300 * MILLISECOND)),
        call_random_ns=rng.choice((0, 50 * MILLISECOND)),
        fees=now_and_then("fees", 0.5, Fees(-1_500, 3_700, 2_333, 1), Fees()),
        seed=rng.randrange(1, 1_000),
    )
