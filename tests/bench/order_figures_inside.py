"""What an order costs, and what is kept of it, as it is taken inside a process of its own: functions from arguments to a JSON object.

How they are called, repeated and printed is venue_figures' and bench_desk's.
"""

import gc
import tracemalloc
from collections import deque
from collections.abc import Callable
from time import process_time_ns
from typing import Any

from app import collector
from core.domain.enums import OrderType, SelfMatch, Side, TimeInForce
from core.journal.entry import Entry
from core.machine.engine import Engine
from core.machine.state import State
from core.messages.commands import CancelOrder, SetLimits, StartRun
from core.messages.flow import FlowLimit
from core.messages.participants import EnterOrder
from core.sequencer import Sequencer
from tests.bench.bench_desk import desk, order, say
from tests.bench.venue_driver import compiled, listing
from tests.bench.venue_figures_inside import BATCH, RING
from tests.bench.venue_stream import memory_mb
from tests.sessions import limit


def through(orders: list[Any], opening: list[Any], meets: SelfMatch) -> dict[str, Any]:
    """Orders through the sequencer: stamp, machine, events, entry. The journal is in memory, and durable batch by batch. Time is the
    process's own: what else the machine does is not in it."""
    kept: deque[Entry] = deque(maxlen=RING)
    shown: deque[Entry] = deque(maxlen=RING)
    engine = Engine(State())
    line = Sequencer(engine, kept.append, shown.append)
    line.begin_run(0, StartRun("s", "", 0, 0, False, "", (), self_match=meets))
    for message in (listing(1), *opening):
        line.step(0, message)
    collector.begin()
    started = process_time_ns()
    for at, one in enumerate(orders):
        line.step(at, one)
        if not at % BATCH:
            line.on_durable(line.seq)
    spent = process_time_ns() - started
    trades = engine.state.venue.markets[1].trades
    return {"orders_per_s": len(orders) / (spent / 1e9), "events": line.events, "trades": trades, "compiled": compiled()}


def own_orders(count: str, meets: str) -> dict[str, Any]:
    """Orders of ours: gate with the five limits that are shipped, order management, exchange, events. Every second one comes to
    the one before it. meets: "apart", the exchange takes off what comes to an order of ours, as shipped; or "trade"."""
    opening = [
        SetLimits(1, 10**9, 10**17, 5_000, 10**9, 10**6),  # type: ignore[arg-type]
        FlowLimit(1, -1, Side.BUY, 10**9, 9_900), FlowLimit(1, -2, Side.SELL, 10**9, 10_100),  # type: ignore[arg-type]
    ]
    orders = [
        limit(str(n), Side.SELL if n % 2 else Side.BUY, 10_000, 10, TimeInForce.IOC if n % 2 else TimeInForce.GTC)
        for n in range(int(count))
    ]
    return through(orders, opening, SelfMatch.ALLOW if meets == "trade" else SelfMatch.CANCEL_NEWEST)


def participants(count: str) -> dict[str, Any]:
    """Orders of others, which do not pass our desk: every second one trades with the one before it."""
    orders = [
        EnterOrder(
            1, -1 - n, 0, Side.SELL if n % 2 else Side.BUY, OrderType.LIMIT, 10, 10_000,  # type: ignore[arg-type]
            TimeInForce.IOC if n % 2 else TimeInForce.GTC,
        )
        for n in range(int(count))
    ]
    return through(orders, [], SelfMatch.ALLOW)


def day(count: str, how: str) -> dict[str, Any]:
    """What the machine keeps of so many orders of a day, with every rule in force: of twelve, three trade at once, three are
    cancelled, six stay open. how: "resident" (of the process), or "traced" (what was asked for)."""
    # Once through the same motions, so that the interpreter's own room is there already.
    play(desk(), 2_000)
    engine = desk()
    gc.collect()
    if how == "traced":
        tracemalloc.start()
    before = memory_mb("VmRSS")
    play(engine, int(count))
    gc.collect()
    taken = tracemalloc.get_traced_memory()[0] / 1e6 if how == "traced" else memory_mb("VmRSS") - before
    oms = engine.state.oms
    return {
        "mb": taken, "open": len(oms.open), "closed": len(oms.closed), "fills": sum(len(p.fills) for p in oms.positions.values()),
        "compiled": compiled(),
    }


def play(engine: Engine, count: int) -> None:
    """Events are nobody's: only the state keeps anything."""
    sent: deque[int] = deque()
    for n in range(count):
        sent.append(say(engine, order(n))[0].order_id)
        if n % 12 in (4, 8, 9):
            say(engine, CancelOrder(sent[0]))  # type: ignore[arg-type]
        if len(sent) > 4:
            sent.popleft()


FIGURES: dict[str, Callable[..., dict[str, Any]]] = {"own-orders": own_orders, "participants": participants, "day": day}
