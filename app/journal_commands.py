"""`main.py journal verify|show|export|repair`: what a journal holds, whether it is sound, and what to do when it is not.

Exit codes: 0 done (also for a torn tail, which is said), 2 the question was wrong, 3 the journal is damaged or does not replay.
"""

import csv
import json
import os
import sys
import time
from pathlib import Path
from typing import Any, TextIO

from app.complaint import complain
from app.folders import Folders
from app.settings import Settings
from app.single_instance import FolderInUse, lock
from core.journal import repair, snapshot, telling
from core.journal.entry import Entry
from core.journal.head import HeadCopy
from core.journal.reader import DROPPED, Journal, segments
from core.journal.segment import Damaged
from core.machine.engine import Engine
from core.machine.state import State, digest
from core.messages.commands import StartRun
from core.replay import Mismatch, apply, replay

WORDS = ("verify", "show", "export", "repair")
DAMAGED = 3


def run(settings: Settings) -> int:
    words = settings.words
    if not words or words[0] not in WORDS:
        return complain(f"say what to do with the journal: {', '.join(WORDS)}; see --help")
    return {"verify": _verify, "show": _show, "export": _export, "repair": _repair}[words[0]](settings, words[1:])


def verify(settings: Settings, words: tuple[str, ...] = ()) -> int:
    """`main.py verify` is the short form."""
    return _verify(settings, words)


def _folders(settings: Settings, named: str = "") -> Folders:
    """A data folder, or the journal folder in it."""
    folder = Path(named).expanduser().absolute() if named else settings.data
    return Folders(folder.parent if segments(folder) and folder.name == "journal" else folder)


def _opened(folders: Folders, settings: Settings, whole: bool) -> Journal:
    """Raises Damaged, OSError."""
    journal = Journal(folders.journal, _head(folders, settings))
    journal.open(whole)
    return journal


def _head(folders: Folders, settings: Settings) -> HeadCopy:
    """The second place: as set, else where the named data folder has it."""
    return HeadCopy(folders.head if settings.sources["journal_head"] == "default" else settings.journal_head)


# verify -----------------------------------------------------------------------------------------------------------------


def _verify(settings: Settings, words: tuple[str, ...]) -> int:
    folders = _folders(settings, words[0] if words else "")
    if not segments(folders.journal):
        return complain(f"no journal in {folders.journal}; play a session first, or name its data folder")
    started = time.perf_counter()
    try:
        journal = _opened(folders, settings, True)
        found = _sound(journal, folders, settings.deep)
    except Damaged as damage:
        return _tell_damage(damage, settings.json)
    except Mismatch as error:
        return _tell_mismatch(error, folders, settings.json)
    except OSError as error:
        return complain(f"cannot read the journal {folders.journal}: {error.strerror or error}")
    seconds = time.perf_counter() - started
    if settings.json:
        print(json.dumps(found, indent=2))
        return 0
    torn = f" {journal.torn}." if journal.torn is not None else ""
    begins = "Sound" if not found["missing"] else "Sound as far as it goes, but not whole"
    print(
        f"{begins}: {found['entries']:,} entries in {found['segments']} segments, {found['bytes'] / 1e6:.1f} MB, every checksum and the "
        f"whole chain; {found['replayed']:,} entries replayed with identical events ({seconds:.1f} s).{torn}"
    )
    for note in found["notes"]:
        print(note)
    print(f"Head {found['head_hash']}\nState {found['state_hash']}")
    return 0


def _sound(journal: Journal, folders: Folders, deep: bool) -> dict[str, Any]:
    """Raises Damaged, Mismatch."""
    notes: list[str] = []
    if journal.head is None:
        notes.append("the second place of the journal's head is missing: whether the end was cut cannot be told")
    if journal.dropped:
        notes.append(f"{len(journal.dropped)} segments were dropped by retention; the chain over them is held by their notes")
    engine, replayed = _deep(journal, folders, notes) if deep else _quick(journal, folders, notes)
    kept = [path for path in journal.paths if not path.name.endswith(DROPPED)]
    journal.must_be_noted(engine.state.dropped)
    torn = journal.torn
    return {
        "ok": True, "entries": _count(journal), "segments": len(kept), "bytes": sum(path.stat().st_size for path in kept),
        "first_seq": _first(journal), "last_seq": journal.last_seq, "head_hash": journal.chain.hex(), "state_hash": digest(engine.state),
        "replayed": replayed, "deep": deep,
        "torn": None if torn is None else {
            "file": str(torn.path), "after_seq": torn.after_seq, "cut_bytes": torn.cut_bytes, "missing": torn.missing, "reason": str(torn),
        },
        "missing": torn.missing if torn is not None else 0, "notes": notes,
    }


def _first(journal: Journal) -> int:
    return int(journal.paths[0].name.partition(".")[0]) if journal.paths else 0


def _count(journal: Journal) -> int:
    """Entries that are there: dropped segments leave a gap."""
    gone = 0
    firsts = [int(path.name.partition(".")[0]) for path in journal.paths] + [journal.last_seq + 1]
    for path, first, following in zip(journal.paths, firsts, firsts[1:], strict=False):
        gone += following - first if path.name.endswith(DROPPED) else 0
    return journal.last_seq - _first(journal) + 1 - gone


def _quick(journal: Journal, folders: Folders, notes: list[str]) -> tuple[Engine, int]:
    found, skipped = snapshot.newest(folders.snapshots, journal)
    notes += skipped
    if found is not None:
        try:
            engine = Engine(found.state())
            return engine, replay(engine, journal.entries(found.place))
        except snapshot.Unusable as error:
            notes.append(str(error))
    engine = Engine(State())
    return engine, replay(engine, journal.entries())


def _deep(journal: Journal, folders: Folders, notes: list[str]) -> tuple[Engine, int]:
    """Every run from its beginning; every snapshot against the replay that passes it, and gone on from, to the same end."""
    waiting = {}
    for path in snapshot.snapshots(folders.snapshots):
        try:
            found = snapshot.read(path)
            waiting[found.seq] = found
        except snapshot.Unusable as error:
            notes.append(str(error))
    engine, replayed, seq, whole = Engine(State()), 0, 0, True
    for entry in journal.all_entries():
        whole = (whole and entry.seq == seq + 1) or type(entry.message) is StartRun
        seq = entry.seq
        if whole:
            apply(engine, entry)
            replayed += 1
        if seq in waiting:
            notes.append(_same(waiting[seq], engine, whole))
    for found in waiting.values():
        try:
            after = Engine(found.state())
        except snapshot.Unusable as error:
            notes.append(str(error))
            continue
        replay(after, journal.entries(found.place))
        if whole and digest(after.state) != digest(engine.state):
            raise Damaged(found.path, 0, seq, "the state after a snapshot", digest(engine.state)[:16], digest(after.state)[:16])
        engine = engine if whole else after
    return engine, replayed


def _same(found: snapshot.Snapshot, engine: Engine, whole: bool) -> str:
    """Raises Damaged."""
    if not whole:
        return f"snapshot {found.path.name}: its run begins in a gap"
    made = digest(engine.state)
    if made != found.state_hash:
        raise Damaged(found.path, 0, found.seq, "a snapshot's state", made[:16], found.state_hash[:16])
    return f"snapshot {found.path.name}: the same state as the full replay"


def _tell_damage(damage: Damaged, as_json: bool) -> int:
    if as_json:
        print(json.dumps({
            "ok": False, "file": str(damage.path), "offset": damage.offset, "seq": damage.seq, "reason": damage.reason,
            "expected": damage.expected, "found": damage.found,
        }, indent=2))
    complain(str(damage))
    return DAMAGED


def _tell_mismatch(error: Mismatch, folders: Folders, as_json: bool) -> int:
    if as_json:
        print(json.dumps({"ok": False, "file": str(folders.journal), "offset": -1, "seq": error.seq, "reason": str(error)}, indent=2))
    complain(str(error))
    return DAMAGED


# show, export -----------------------------------------------------------------------------------------------------------


def _show(settings: Settings, words: tuple[str, ...]) -> int:
    order = words[0] if words and words[0].isascii() and words[0].isdigit() else ""
    if not (order or settings.correlation):
        return complain("say what to follow: journal show ORDER-ID [DIR], or journal show [DIR] --correlation ID")
    folders = _folders(settings, next((word for word in words if word != order), ""))
    shown = 0
    try:
        wanted: set[int] = set()
        for entry in _opened(folders, settings, False).all_entries():
            if _wanted(entry, int(order or 0), settings.correlation, wanted):
                for line in telling.lines(entry):
                    print(line)
                shown += 1
    except BrokenPipeError:
        return _reader_went()
    except (Damaged, OSError) as error:
        return _unreadable(error)
    if not shown:
        return complain(f"nothing in {folders.journal} concerns {'order ' + order if order else 'correlation ' + settings.correlation}")
    return 0


def _wanted(entry: Entry, order: int, correlation: str, orders: set[int]) -> bool:
    """With a correlation: what carries it, and whatever happens to the orders that it placed."""
    if order:
        return telling.concerns_order(entry, order)
    placed = telling.orders_of(entry, correlation)
    orders.update(placed)
    if telling.correlation(entry) == correlation:
        orders.add(entry.seq)
        return True
    return any(telling.concerns_order(entry, one) for one in orders)


def _export(settings: Settings, words: tuple[str, ...]) -> int:
    if not words or not words[0].endswith((".jsonl", ".csv", "-")):
        return complain("say where to: journal export FILE.jsonl or FILE.csv [DIR]; - for the screen, as JSON lines")
    folders = _folders(settings, words[1] if len(words) > 1 else "")
    try:
        entries = _opened(folders, settings, False).all_entries()
        if words[0] == "-":
            count = _write(sys.stdout, entries, False)
        else:
            with Path(words[0]).open("w", encoding="utf-8", newline="") as file:
                count = _write(file, entries, words[0].endswith(".csv"))
            print(f"{count:,} entries written to {words[0]}")
    except BrokenPipeError:
        return _reader_went()
    except (Damaged, OSError) as error:
        return _unreadable(error)
    return 0


def _write(file: TextIO, entries: Any, as_csv: bool) -> int:
    count = 0
    table = csv.writer(file, lineterminator="\n") if as_csv else None
    if table is not None:
        table.writerow(telling.COLUMNS)
    for entry in entries:
        count += 1
        if table is not None:
            table.writerows(telling.csv_rows(entry))
        else:
            file.write(telling.json_line(entry) + "\n")
    return count


def _reader_went() -> int:
    """Whoever read our lines has seen enough (| head): nothing is wrong, and Python must not try to flush the rest."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _unreadable(error: Damaged | OSError) -> int:
    complain(str(error) if isinstance(error, Damaged) else f"{error.filename or 'the journal'}: {error.strerror or error}")
    return DAMAGED if isinstance(error, Damaged) else 2


# repair -----------------------------------------------------------------------------------------------------------------


def _repair(settings: Settings, words: tuple[str, ...]) -> int:
    folders = _folders(settings, words[0] if words else "")
    if not segments(folders.journal):
        return complain(f"no journal in {folders.journal}")
    try:
        held = lock(folders.data)
    except FolderInUse as error:
        return complain(str(error))
    try:
        plan = repair.find(folders.journal, _head(folders, settings))
        if plan is None:
            print("The journal is sound: there is nothing to repair.")
            return 0
        print(f"Found: {plan.damage}")
        print(
            f"Repair keeps everything up to entry {plan.kept_seq} and cuts off what follows, with {len(plan.lost_segments)} later "
            "segments. The whole journal is copied first."
        )
        if not (settings.yes or _agreed()):
            return complain("nothing was changed")
        beside = folders.data / time.strftime("journal.before-repair-%Y%m%dT%H%M%SZ", time.gmtime())
        repair.carry_out(folders.journal, plan, beside, print)
    except OSError as error:
        return complain(f"cannot repair {folders.journal}: {error.strerror or error}")
    finally:
        held.close()
    return 0


def _agreed() -> bool:
    try:
        return input("Type REPAIR to go on: ").strip() == "REPAIR"
    except EOFError:
        return False
