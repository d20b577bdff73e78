"""The gate with every rule in force at once, and what a command costs through desk, rules, exchange and a journal in memory."""

import time
from collections import deque
from typing import Any

from app import collector
from core.domain.enums import OrderType, Side
from core.domain.limits import FACTS, Rule
from core.domain.scope import ScopeKind
from core.journal.entry import Entry
from core.machine.desk.oms import Approved
from core.machine.engine import Engine
from core.machine.state import State
from core.messages.commands import RULES, CancelOrder, PlaceOrder, SetLimits, StartRun
from core.messages.events import OrderSent
from core.messages.flow import FlowLimit, ListInstrument
from core.messages.limits import ChangeLimits, Limit, SetAccount, SetInstrumentFacts, SetRate
from core.messages.origin import Origin
from core.sequencer import Sequencer
from tests.bench.figures import percentile, row
from tests.bench.venue import run_inside

ORIGIN = Origin("ann", "rates", "maker", session="line 1")
SECOND = 1_000_000_000
WIDE = 10**15
INSTRUMENTS = 4
NEWEST = 4096
"""Entries of a journal that forgets the older ones, and of what was published."""


def every_limit() -> list[Limit]:
    """Each rule, at the account: wide, so that nothing is refused."""
    found = []
    for rule in Rule:
        window = SECOND if FACTS[rule].windowed else 0
        value = 9_000 if rule is Rule.PRICE_COLLAR else 0 if rule in (Rule.OPEN_QUIET, Rule.CLOSE_QUIET) else WIDE
        found.append(Limit(rule, value, ScopeKind.ACCOUNT, window_ns=window))
    return found


def desk() -> Engine:
    engine = Engine(State())
    say(engine, StartRun("bench", "", 0, 0, False, "", (), reducing_passes=True, gate_rules=RULES))
    say(engine, SetRate("USD", base=True))
    say(engine, SetAccount(1, "demo", 10**15, "rates"))
    say(engine, ChangeLimits(tuple(every_limit())))
    for id in range(1, INSTRUMENTS + 1):
        say(engine, ListInstrument(id, f"X{id}", "V", "B", "USD", 2, 0, 1, 1))  # type: ignore[arg-type]
        say(engine, SetLimits(id, WIDE, WIDE, 9_000, WIDE, WIDE))  # type: ignore[arg-type]
        say(engine, SetInstrumentFacts(id, "metals", "gold", 1_000_000))  # type: ignore[arg-type]
        for n in range(200):
            say(engine, FlowLimit(id, -(id * 1000 + n * 2), Side.BUY, 1_000_000, 9_999 - n))  # type: ignore[arg-type]
            say(engine, FlowLimit(id, -(id * 1000 + n * 2 + 1), Side.SELL, 1_000_000, 10_001 + n))  # type: ignore[arg-type]
        say(engine, FlowLimit(id, -9_998 - id, Side.BUY, 1, 10_001))  # type: ignore[arg-type]
    return engine


def say(engine: Engine, message: object) -> list[Any]:
    return engine.apply(engine.state.seq + 1, engine.state.seq * 10_000, message)


def order(n: int) -> PlaceOrder:
    """Three of four rest, one trades at once."""
    side = Side(n % 2)
    crosses = n % 4 == 3
    price = (10_002 if side is Side.BUY else 9_998) if crosses else (9_990 - n % 7 if side is Side.BUY else 10_010 + n % 7)
    return PlaceOrder(f"c{n}", 1 + n % INSTRUMENTS, side, OrderType.LIMIT, 1 + n % 5, price, origin=ORIGIN)  # type: ignore[arg-type]


def gate(count: int = 20_000) -> list[float]:
    """Microseconds of each Gate.approve, in the middle of a day of orders."""
    engine = desk()
    state, taken = engine.state, []
    for placed in map(order, range(count)):
        state.seq += 1
        market = state.venue.markets[placed.instrument]
        instrument = state.venue.instruments[placed.instrument]
        began = time.perf_counter_ns()
        answer = state.gate.approve(state.seq, state.at, placed, True, instrument, market)  # type: ignore[arg-type]
        taken.append((time.perf_counter_ns() - began) / 1000)
        assert isinstance(answer, Approved), answer
        sent = say(engine, placed)
        if len(sent) > 1 and isinstance(sent[0], OrderSent) and not state.seq % 2:
            say(engine, CancelOrder(sent[0].order_id))
    return taken


def through(kept_entries: int | None, count: int = 60_000) -> float:
    """Orders a second of the process's own time, from command to published event: sequencer, gate with every rule, order management,
    exchange, and a journal that keeps its entries in memory, all (None) or the newest: then each order also takes an old entry apart.
    The garbage collector is treated as the program treats it."""
    engine = desk()
    kept: deque[Entry] = deque(maxlen=kept_entries)
    shown: deque[Entry] = deque(maxlen=kept_entries)
    line = Sequencer(engine, kept.append, shown.append, durable=False)
    first, began_at = line.seq, engine.state.at
    made = [order(n) for n in range(count)]
    collector.begin()
    began = time.process_time()
    for number, placed in enumerate(made, 1):
        line.step(began_at + number * 10_000, placed)
    spent = time.process_time() - began
    collector.end()
    assert line.seq - first == len(made) and all(isinstance(entry.events[0], OrderSent) for entry in shown)
    return count / spent


def memory() -> None:
    """In a process of its own, for each core that there is."""
    cores = ("plain", "compiled") if run_inside("auto", "which")["compiled"] else ("plain",)
    for core in cores:
        said = run_inside(core, "day", "100000", "resident")
        row(
            f"state with 100,000 orders of the day ({said['open']:,} open, {said['fills']:,} fills), {core}", f"{said['mb']:.0f} MB",
            "<= 150 MB",
        )


def main() -> None:
    taken = sorted(gate())
    row(
        f"the gate, all {len(Rule)} rules in force, {INSTRUMENTS} instruments",
        f"p50 {percentile(taken, 50):.1f}, p99 {percentile(taken, 99):.1f} us", "p99 <= 40 us",
    )
    for what, kept_entries in (("the journal in memory", None), (f"its newest {NEWEST:,} entries", NEWEST)):
        rates = sorted(through(kept_entries) for _ in range(3))
        row(f"our orders with every rule, command to published event, {what}", f"{rates[1]:,.0f}/s", ">= 40,000/s, compiled 115,000")
    memory()


if __name__ == "__main__":
    from app import which_core

    which_core.choose("auto")
    main()
