"""One measurement of the journal in a process of its own: python -m tests.bench.bench_journal_inside CORE WHAT ... -> JSON."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from app import which_core


def main(core: str, what: str, *arguments: str) -> None:
    which_core.choose(core)
    measures: dict[str, Callable[..., dict[str, float]]] = {
        "append": append, "ack": ack, "replay": replay, "grow": grow, "open": open_long, "verify": verify,
    }
    print(json.dumps(measures[what](*arguments)))


def append(folder: str, count: int = 300_000) -> dict[str, float]:
    """All at once into the writer's queue: it closes batches at its ceiling and syncs each."""
    from core.journal.log import Log, Place
    from core.journal.writer import JournalWriter

    entries = sized(count)
    done: list[int] = []
    writer = JournalWriter(Log(Path(folder), Place(), True), done.append, fail)
    for entry in entries:
        writer.put(entry)
    started = time.perf_counter()
    writer.open()
    writer.kick()
    while not done or done[-1] < count:
        time.sleep(0.001)
    seconds = time.perf_counter() - started
    size = writer.bytes_written / count
    writer.close()
    return {"rate": count / seconds, "bytes": size}


def sized(count: int) -> list[object]:
    """Flow entries whose records come to 120 bytes and a little: real messages of the tape's kind, one level changed each."""
    from core.domain.enums import Side
    from core.journal.entry import Entry
    from core.messages.flow import FlowLimit
    from core.messages.market_data import DepthChanged

    made: list[object] = []
    for seq in range(1, count + 1):
        side = Side(seq % 2)
        message = FlowLimit(1, -seq, side, 1_000_000, 620_000 + seq % 50)  # type: ignore[arg-type]
        events = [DepthChanged(1, side, 620_000 + seq % 50, 5_000_000, 3, seq)]  # type: ignore[arg-type]
        made.append(Entry(seq, 1_531_440_000_000_000_000 + seq, message, events, False, time.time_ns(), time.monotonic_ns()))
    return made


def ack(folder: str, rate: int = 20_000, seconds: int = 5) -> dict[str, float]:
    """Entries of ours arrive evenly; from put() to the writer's word that they are durable."""
    import msgspec

    from core.journal.log import Log, Place
    from core.journal.writer import JournalWriter
    from tests.bench.figures import percentile

    entries = [msgspec.structs.replace(entry, touches_ours=True) for entry in sized(rate * seconds)]
    put_at = [0] * (len(entries) + 1)
    taken: list[float] = []
    reached = 0

    def durable(seq: int) -> None:
        nonlocal reached
        now = time.perf_counter_ns()
        taken.extend((now - put_at[one]) / 1e6 for one in range(reached + 1, seq + 1))
        reached = seq

    writer = JournalWriter(Log(Path(folder), Place(), True), durable, fail)
    writer.open()
    sys.setswitchinterval(0.0005)
    began = time.perf_counter_ns()
    gap = 1_000_000_000 // rate
    for number, entry in enumerate(entries):
        while time.perf_counter_ns() < began + number * gap:
            time.sleep(0.0002)
        put_at[entry.seq] = time.perf_counter_ns()
        writer.put(entry)
        writer.kick()
    writer.close()
    return {"p50": percentile(taken, 50), "p99": percentile(taken, 99)}


def fail(sentence: str) -> None:
    raise SystemExit(sentence)


# replay -----------------------------------------------------------------------------------------------------------------


def replay(kind: str, folder: str) -> dict[str, float]:
    """From the file to the state: read, checksums, chain, decode, apply, compare."""
    from core.journal.reader import Journal
    from core.machine.engine import Engine
    from core.machine.state import State
    from core.replay import replay as replayed

    if not Path(folder).exists():
        (desk if kind == "desk" else tape)(Path(folder))
    started = time.perf_counter()
    journal = Journal(Path(folder) / "journal")
    journal.open()
    count = replayed(Engine(State()), journal.entries())
    return {"rate": count / (time.perf_counter() - started)}


def tape(folder: Path) -> None:
    from app.headless import Ended, play
    from tests.sessions import assemble

    ended = Ended()
    play(assemble(folder, ended), ended, 0, quiet=True)


def desk(folder: Path, count: int = 100_000) -> None:
    write(folder, count, 64 << 20)


def write(folder: Path, count: int, segment_bytes: int) -> "object":
    """A desk's day of count entries, through the real machine and log. Returns the engine."""
    from core.journal.entry import Entry
    from core.journal.head import HeadCopy
    from core.journal.log import Log, Place
    from core.machine.engine import Engine
    from core.machine.state import State

    engine = Engine(State())
    log = Log(folder / "journal", Place(), False, head=HeadCopy(folder / "journal.head"), segment_bytes=segment_bytes)
    log.open()
    batch: list[Entry] = []
    for seq, message in enumerate(messages(count), start=1):
        touched = engine.touched
        events = engine.apply(seq, seq * 1000, message)
        batch.append(Entry(seq, seq * 1000, message, events, engine.touched != touched, seq * 1000, seq * 1000))
        if len(batch) == 256 or seq == count:
            log.write(batch)
            batch = []
    log.close()
    return engine, log.place


def messages(count: int) -> "object":
    """Of ten: two resting orders of ours, one of ours that takes, two cancels of ours, five of others around the same prices."""
    from core.domain.enums import OrderType, Side, TimeInForce
    from core.messages.commands import CancelOrder, PlaceOrder, SetLimits, StartRun
    from core.messages.flow import FlowCancel, FlowLimit, ListInstrument

    yield StartRun("bench", "", 0, 0, False, "", ())
    yield ListInstrument(1, "X", "V", "B", "Q", 2, 8, 1, 1)  # type: ignore[arg-type]
    yield SetLimits(1, 10**9, 10**17, 5_000, 10**12, 10**6)  # type: ignore[arg-type]
    yield FlowLimit(1, -1, Side.BUY, 10**9, 9_000)  # type: ignore[arg-type]
    yield FlowLimit(1, -2, Side.SELL, 10**9, 11_000)  # type: ignore[arg-type]
    waiting: list[int] = []
    for seq in range(6, count + 1):
        kind = seq % 10
        if kind < 2:
            waiting.append(seq)
            side, price = (Side.BUY, 9_900 - seq % 50) if kind else (Side.SELL, 10_100 + seq % 50)
            yield PlaceOrder(f"o{seq}", 1, side, OrderType.LIMIT, 10, price)  # type: ignore[arg-type]
        elif kind == 2:
            yield PlaceOrder(f"t{seq}", 1, Side(seq // 10 % 2), OrderType.LIMIT, 5, 10_000, TimeInForce.IOC)  # type: ignore[arg-type]
        elif kind in (3, 4) and waiting:
            yield CancelOrder(waiting.pop(0))  # type: ignore[arg-type]
        elif kind == 9:
            yield FlowCancel(1, -(seq - 3), 10)  # type: ignore[arg-type]
        else:
            price = (9_999 if kind % 2 else 10_001) if kind < 7 else (9_950 if kind == 8 else 10_050)
            yield FlowLimit(1, -seq, Side.BUY if price < 10_000 else Side.SELL, 10, price)  # type: ignore[arg-type]


# the long one -----------------------------------------------------------------------------------------------------------


def grow(folder: str, count: str) -> dict[str, float]:
    """Runs one after the other until there are so many entries; the last is 200,000 long and has a snapshot 100,000 before its end."""
    from app.folders import Folders
    from app.replica import Replica
    from core.journal.entry import Entry
    from core.journal.head import HeadCopy
    from core.journal.log import Log, Place
    from core.journal.reader import Journal, segments

    folders, run_length, total = Folders(Path(folder)), 200_000, int(count)
    pattern = list(messages(run_length))
    from core.machine.engine import Engine
    from core.machine.state import State

    engine, entries = Engine(State()), []
    for seq, message in enumerate(pattern, start=1):
        touched = engine.touched
        events = engine.apply(seq, seq * 1000, message)
        entries.append(Entry(seq, seq * 1000, message, events, engine.touched != touched, seq * 1000, seq * 1000))
    log = Log(folders.journal, Place(), False, head=HeadCopy(folders.head))
    log.open()
    place = Place()
    runs = total // run_length
    for run in range(runs):
        base = run * run_length
        if run == runs - 1:
            # The last run is a real one: its numbers are its own. Those before it are only there to be passed over.
            last = Engine(State())
            fresh = []
            for number, message in enumerate(messages_from(base, run_length), start=base + 1):
                touched = last.touched
                events = last.apply(number, number * 1000, message)
                fresh.append(Entry(number, number * 1000, message, events, last.touched != touched, number * 1000, number * 1000))
            rows = fresh
        else:
            rows = [Entry(base + e.seq, e.at, e.message, e.events, e.touches_ours, e.wall_ns, e.mono_ns) for e in entries]
        for start in range(0, run_length, 256):
            log.write(rows[start : start + 256])
            if run == runs - 1 and log.place.seq <= total - 99_900:
                place = log.place
    log.close()
    journal, replica = Journal(folders.journal), Replica()
    journal.open()
    for found, at in journal.batches(journal.run_place()):
        for entry in found:
            replica.follow(entry)
        if at.seq == place.seq:
            replica.write_snapshot(folders.snapshots, at)
            break
    return {"bytes": sum(path.stat().st_size for path in segments(folders.journal))}


def messages_from(base: int, count: int) -> "object":
    """The same day with its own numbers: cancels name the orders of this run."""
    from core.messages.commands import CancelOrder

    for message in messages(count):
        yield CancelOrder(message.order_id + base) if type(message) is CancelOrder else message


def open_long(folder: str) -> dict[str, float]:
    from app.folders import Folders
    from app.replica import Replica
    from core.journal.head import HeadCopy
    from core.journal.reader import Journal

    folders = Folders(Path(folder))
    started = time.perf_counter()
    journal = Journal(folders.journal, HeadCopy(folders.head))
    journal.open()
    replica = Replica()
    replica.recover(journal, folders.snapshots)
    seconds = time.perf_counter() - started
    assert replica.engine.state.seq == journal.last_seq and replica.began
    return {"seconds": seconds, "tail": journal.last_seq - replica.began}


def verify(folder: str) -> dict[str, float]:
    from app.folders import Folders
    from core.journal.head import HeadCopy
    from core.journal.reader import Journal, segments

    folders = Folders(Path(folder))
    size = sum(path.stat().st_size for path in segments(folders.journal))
    started = time.perf_counter()
    Journal(folders.journal, HeadCopy(folders.head)).open(whole=True)
    return {"rate": size / (time.perf_counter() - started)}


if __name__ == "__main__":
    main(*sys.argv[1:])
