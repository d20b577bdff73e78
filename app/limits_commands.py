"""`main.py limits check|show|try`: a file of limits read, the limits in force as one, and a file tried over recorded days.

Exit codes: 0 done, 2 the question or the file was wrong (a sentence for each thing), 3 the journal is damaged or does not replay.
Invariant: nothing is put into force here: limits are raised by two persons who are signed in, and here nobody is.
"""

import json
import time
from collections.abc import Callable
from itertools import takewhile
from pathlib import Path

from app.complaint import complain
from app.folders import Folders
from app.limits_file import LimitsFileError, limits_of, read, value_text, written
from app.limits_try import Finding, Tried, as_json, in_units, try_over
from app.settings import Settings
from core.domain.instrument import Instrument
from core.domain.limits import Rule
from core.domain.scope import ScopeKind
from core.edge.tape_file import OPENING, Tape, TapeError
from core.journal import snapshot
from core.journal.head import HeadCopy
from core.journal.reader import Journal, segments
from core.journal.segment import Damaged
from core.machine.desk.limit_table import limit_key
from core.machine.engine import Engine
from core.machine.state import State
from core.messages.flow import ListInstrument
from core.messages.limits import Limit
from core.replay import Mismatch, replay

WORDS = {"check": 2, "show": 1, "try": 2}
DAMAGED = 3
NEEDED = ((Rule.MAX_ORDER_QTY, "max_order_qty"), (Rule.PRICE_COLLAR, "price_collar"))
TapeOf = Callable[[Settings], Tape]


def run(settings: Settings, tape_of: TapeOf) -> int:
    words = settings.words
    if not words or words[0] not in WORDS:
        return complain(f"say what to do with limits: {', '.join(WORDS)}; see --help")
    if len(words) != WORDS[words[0]]:
        return complain(f"limits {words[0]} takes {'one file' if WORDS[words[0]] == 2 else 'no file'}; see --help")
    try:
        if words[0] == "show":
            return _show(settings)
        return (_check if words[0] == "check" else _try)(settings, words[1], tape_of)
    except LimitsFileError as error:
        return _tell_wrong(error, settings.json)
    except (Damaged, Mismatch) as error:
        if settings.json:
            print(json.dumps({"ok": False, "reason": str(error)}, indent=2))
        complain(str(error))
        return DAMAGED
    except TapeError as error:
        return complain(str(error))
    except OSError as error:
        return complain(f"{error.filename or 'the journal'}: {error.strerror or error}")


def _tell_wrong(error: LimitsFileError, as_json: bool) -> int:
    if as_json:
        print(json.dumps({"ok": False, "errors": error.sentences}, indent=2))
    for sentence in error.sentences:
        complain(sentence)
    return 2


# what is known ------------------------------------------------------------------------------------------------------------


def _journal(folders: Folders, settings: Settings) -> Journal:
    """Raises Damaged, OSError."""
    journal = Journal(folders.journal, HeadCopy(folders.head if settings.sources["journal_head"] == "default" else settings.journal_head))
    journal.open(False)
    return journal


def _state(folders: Folders, settings: Settings) -> State:
    """As the journal leaves it. Raises Damaged, Mismatch, OSError."""
    journal = _journal(folders, settings)
    found, _ = snapshot.newest(folders.snapshots, journal)
    if found is not None:
        try:
            engine = Engine(found.state())
            replay(engine, journal.entries(found.place))
            return engine.state
        except snapshot.Unusable:
            # Whatever a snapshot says, the journal says too.
            pass
    engine = Engine(State())
    replay(engine, journal.entries())
    return engine.state


def _instruments(folders: Folders, settings: Settings, tape_of: TapeOf) -> list[Instrument]:
    """Of the folder's journal, or before the first run of the session that would be played. Raises TapeError and as _state."""
    if segments(folders.journal):
        found = list(_state(folders, settings).venue.instruments.values())
        if found:
            return found
    # A tape lists before it plays.
    opening = takewhile(lambda played: isinstance(played[1], OPENING), tape_of(settings).play())
    return [_listed(record) for _, record in opening if isinstance(record, ListInstrument)]


def _listed(m: ListInstrument) -> Instrument:
    return Instrument(m.instrument, m.symbol, m.venue, m.base, m.quote, m.price_decimals, m.qty_decimals, m.tick, m.lot)


# show, check --------------------------------------------------------------------------------------------------------------


def _show(settings: Settings) -> int:
    folders = Folders(settings.data)
    if not segments(folders.journal):
        return complain(f"no journal in {folders.journal}, so no limits are in force yet; play a session first, or name its data folder")
    state = _state(folders, settings)
    limits = tuple(state.gate.table.rows[key].limit for key in sorted(state.gate.table.rows))
    if settings.json:
        print(json.dumps({"ok": True, "limits": [_plain(limit, state.venue.instruments) for limit in limits]}, indent=2))
        return 0
    print(f"# Quarterdeck's limits in force after entry {state.seq}. Units and rules: docs/limits.md\n")
    print(written(limits, state.venue.instruments))
    return 0


def _plain(limit: Limit, instruments: dict[int, Instrument]) -> dict[str, object]:
    instrument = instruments.get(limit.instrument)
    return {
        "rule": limit.rule.name.lower(), "value": limit.value, "value_text": value_text(limit.rule, limit.value, instrument),
        "scope": limit.kind.name.lower() + (f":{limit.name}" if limit.name else ""),
        "instrument": instrument.symbol if instrument is not None else "", "soft": limit.soft, "window_ns": limit.window_ns,
    }


def _check(settings: Settings, file: str, tape_of: TapeOf) -> int:
    tables = read(Path(file))
    instruments = _instruments(Folders(settings.data), settings, tape_of)
    limits = limits_of(tables, instruments)
    notes = _gaps(limits, instruments)
    if settings.json:
        print(json.dumps({"ok": True, "file": file, "limits": len(limits), "notes": notes}, indent=2))
        return 0
    print(f"{file}: {len(limits)} limits, nothing wrong.")
    for note in notes:
        print(note)
    return 0


def _gaps(limits: tuple[Limit, ...], instruments: list[Instrument]) -> list[str]:
    """Right as a file, but with these limits alone nothing could be sent."""
    notes = []
    for instrument in instruments:
        for rule, name in NEEDED:
            # Only where every order meets it does it stand for all of them.
            met = [one for one in limits if one.rule is rule and one.instrument in (0, instrument.id) and not one.soft]
            everybody = [one for one in met if one.kind in (ScopeKind.EVERYTHING, ScopeKind.VENUE, ScopeKind.INSTRUMENT, ScopeKind.ACCOUNT)]
            if not any(limit_key(one)[2] in ("", instrument.symbol, instrument.venue) for one in everybody):
                notes.append(f"{instrument.symbol} has no hard {name} that everybody meets: whoever has none may send nothing there.")
    return notes


# try ----------------------------------------------------------------------------------------------------------------------


def _try(settings: Settings, file: str, tape_of: TapeOf) -> int:
    tables = read(Path(file))
    folders = _named(settings)
    if not segments(folders.journal):
        return complain(f"no journal in {folders.journal}; play a session first, or name its data folder with --journal")
    # The file's every line, against what is known at the end; each run is tried in its own units.
    limits_of(tables, _instruments(folders, settings, tape_of))
    started = time.perf_counter()
    tried = try_over(_journal(folders, settings).all_entries(), in_units(tables))
    seconds = time.perf_counter() - started
    if settings.json:
        print(json.dumps(as_json(tried, file, str(folders.journal)), indent=2, ensure_ascii=False))
        return 0
    _print(tried, seconds)
    return 0


def _named(settings: Settings) -> Folders:
    """A data folder, the journal folder in it, or a copy of a journal's files anywhere."""
    named = settings.options["journal"]
    folder = Path(named).expanduser().absolute() if named else settings.data
    if not segments(folder):
        return Folders(folder)
    if folder.name == "journal":
        return Folders(folder.parent)
    alone = Folders(folder)
    alone.journal = folder
    return alone


def _print(tried: Tried, seconds: float) -> None:
    for one in tried.refused:
        print("would be refused  " + _line(one))
    for one in tried.let_through:
        print("would go through  " + _line(one))
    print(
        f"{tried.judged:,} orders and replaces that were approved: {len(tried.refused):,} would be refused{_rules(tried, tried.refused)}"
        + (f", {tried.smaller:,} made smaller" if tried.smaller else "") + "."
    )
    print(
        f"{tried.asked - tried.judged:,} that limits refused: {len(tried.let_through):,} would go through"
        f"{_rules(tried, tried.let_through)}."
    )
    left = f"; {tried.left_out:,} entries of a run without its beginning are left out" if tried.left_out else ""
    print(f"{tried.entries:,} entries of {tried.runs:,} runs replayed with identical events ({seconds:.1f} s){left}.")


def _rules(tried: Tried, findings: list[Finding]) -> str:
    counted = ", ".join(f"{rule} {count:,}" for rule, count in tried.by_rule(findings).items())
    return f" ({counted})" if counted else ""


def _line(one: Finding) -> str:
    what = f"{'replace of ' if one.replaces else ''}order {one.order_id or one.client_order_id}"
    measured = f": {one.value_text or 'not measurable'}, limit {one.limit_text}" if one.limit_text else ""
    scope = f" of {one.scope}" if one.scope else ""
    soft = ", soft" if one.soft else ""
    return (
        f"{one.time}  {what}  {one.owner}  {one.side} {one.qty} {one.instrument} at {one.price}  {one.reason}{scope}{measured}{soft}"
    )
