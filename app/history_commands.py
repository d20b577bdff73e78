"""`main.py history show|rebuild|check`: the history database read, made anew, and compared with the journal.

Exit codes: 0 done, 2 it could not be done (one sentence says why), 3 the database differs from the journal, 130 stopped by Ctrl+C.
"""

import json
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from app.complaint import complain
from app.folders import Folders
from app.settings import Settings
from app.single_instance import FolderInUse, lock
from core.edge.history.kinds import Kind
from core.edge.history.trouble import HistoryError
from core.journal.entry import Entry
from core.journal.reader import Journal, segments
from core.journal.segment import Damaged
from core.journal.since import entries_from

WORDS = ("show", "rebuild", "check")
DIFFERS, STOPPED = 3, 130
TTY_S, LINE_S = 0.2, 5.0
"""Between two words on how far a rebuild is."""
SECOND = 1_000_000_000


def run(settings: Settings) -> int:
    if len(settings.words) != 1 or settings.words[0] not in WORDS:
        return complain(f"say what to do with the history: {', '.join(WORDS)}; see --help")
    if settings.history == "off":
        return complain(f"history = off ({settings.sources['history']}): there is no history database")
    try:
        return {"show": _show, "rebuild": _rebuild, "check": _check}[settings.words[0]](settings)
    except (HistoryError, FolderInUse, Damaged) as error:
        return complain(str(error))
    except OSError as error:
        return complain(f"{error.filename or 'the journal'}: {error.strerror or error}")


# show -------------------------------------------------------------------------------------------------------------------


def _show(settings: Settings) -> int:
    from core.edge.history.queries import Wanted, audit_page, reading

    asked = settings.options
    kinds = tuple(kind.strip().upper().replace(" ", "_") for kind in asked["kind"].split(",") if kind.strip())
    unknown = [kind for kind in kinds if kind not in Kind.__members__]
    if unknown:
        return complain(f"--kind: there is no kind {unknown[0]}; expected one of {', '.join(Kind.__members__)}")
    try:
        since, until = _moment("--from", asked["from"]), _moment("--to", asked["to"])
        limit = _count(asked["limit"])
    except ValueError as error:
        return complain(str(error))
    wanted = Wanted(since, until, kinds=kinds, person=asked["person"], correlation=asked["correlation"], limit=limit)
    with reading(settings.history) as connection:
        rows, cursor = audit_page(connection, wanted)
    for row in rows:
        if settings.json:
            print(json.dumps({**row, "data": json.loads(row["data"])}, ensure_ascii=False))
        else:
            print(_line(row))
    if cursor is not None:
        print(f"The first {len(rows):,} rows; --limit shows more.", file=sys.stderr)
    return 0


def _line(row: dict[str, object]) -> str:
    at = int(str(row["at"]))
    stamp = datetime.fromtimestamp(at // SECOND, UTC).strftime("%Y-%m-%d %H:%M:%S") + f".{at % SECOND // 1_000_000:03d}"
    who = f"  {row['person']}" if row["person"] else ""
    order = f"  order {row['order_id']}" if row["order_id"] else ""
    return f"{row['seq']:>9}  {stamp}  {row['kind']:<20} {row['component']}{order}{who}  [{row['correlation']}]  {row['data']}"


def _moment(option: str, text: str) -> int:
    """UTC ns; 0: not given. Raises ValueError with a sentence."""
    if not text or text.isdigit():
        return int(text or 0)
    whole, _, fraction = text.removesuffix("Z").partition(".")
    try:
        moment = datetime.fromisoformat(whole).replace(tzinfo=UTC)
        return int(moment.timestamp()) * SECOND + int(fraction.ljust(9, "0")[:9] or 0)
    except ValueError:
        raise ValueError(f"{option}: expected 2018-07-13T14:00:00 (UTC) or nanoseconds, found {text!r}") from None


def _count(text: str) -> int:
    if text and not (text.isdigit() and 0 < int(text) <= 1_000_000):
        raise ValueError(f"--limit: expected a whole number from 1 to 1000000, found {text!r}")
    return int(text or 1_000)


# rebuild, check ---------------------------------------------------------------------------------------------------------


def _entries(settings: Settings) -> Iterator[Entry]:
    folders = Folders(settings.data)
    if not segments(folders.journal):
        raise HistoryError(f"no journal in {folders.journal}; play a session first, or name its data folder with --data")
    return entries_from(folders.journal, 1)


def _told(entries: Iterator[Entry], folder: Path) -> Iterator[Entry]:
    """The same, and how far they are on stderr: one line that changes, or one every few seconds where that is no terminal. Raises
    Damaged."""
    journal = Journal(folder)
    journal.open()
    return _telling(entries, journal.last_seq, sys.stderr.isatty())


def _telling(entries: Iterator[Entry], whole: int, changes: bool) -> Iterator[Entry]:
    began = heard = time.monotonic()
    said = False
    for entry in entries:
        now = time.monotonic()
        if now - heard >= (TTY_S if changes else LINE_S):
            heard, said = now, True
            left = (now - began) * (whole - entry.seq) / entry.seq
            line = f"{entry.seq:,} of {whole:,} entries, about {left:,.0f} s left"
            print(f"\r{line:<60}" if changes else line, end="" if changes else "\n", file=sys.stderr, flush=True)
        yield entry
    if said and changes:
        print(f"\r{'':<60}\r", end="", file=sys.stderr, flush=True)


def _rebuild(settings: Settings) -> int:
    from core.edge.history.store import Store, catch_up

    # The running terminal writes the database itself.
    held = lock(settings.data)
    try:
        entries = _told(_entries(settings), Folders(settings.data).journal)
        started = time.perf_counter()
        with Store(settings.history, refill=True) as store:
            try:
                seen = catch_up(store, entries)
            except KeyboardInterrupt:
                complain(f"stopped by Ctrl+C: {store.where} is whole up to entry {store.seq:,}; a terminal with it goes on from there")
                return STOPPED
            rows, where = store.rows_written, store.where
    finally:
        held.close()
    seconds = time.perf_counter() - started
    if settings.json:
        print(json.dumps({"database": where, "entries": seen, "rows": rows, "seconds": round(seconds, 3)}, indent=2))
    else:
        print(f"Rebuilt {where}: {rows:,} rows of {seen:,} entries in {seconds:.1f} s.")
    return 0


def _check(settings: Settings) -> int:
    from core.edge.history.drift import check

    found = check(settings.history, _entries(settings))
    if settings.json:
        print(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
        return DIFFERS if found.differing else 0
    for table in found.tables:
        told = f"{table.differing:,} rows differ; first: {table.first}" if table.differing else "the same"
        print(f"{table.table:<17} {table.found:>12,} rows, journal {table.expected:>12,}  {told}")
    behind = f"; {found.behind:,} later entries of ours are not in it yet" if found.behind else ""
    if found.differing:
        complain(f"the history database differs from the journal in {found.differing:,} rows; main.py history rebuild makes it anew")
        return DIFFERS
    print(f"The history database is what the journal makes, up to entry {found.seq:,}{behind}.")
    return 0
