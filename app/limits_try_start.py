"""Tries a file of limits over recorded days, in a process of its own: python -m app.limits_try_start CORE FILE FOLDER.

FOLDER: a data folder, its journal, or a copy of a journal's files; a terminal may be writing there. One JSON object a line on standard
output: {"entries", "of"} while it plays, then {"done"} or {"wrong": sentences}. Exit code 0, or 1 after what was wrong. It only reads.
"""

import json
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from app import which_core
from app.step_back import BEHIND, step_back

TELL_S = 0.1
LOOK_EVERY = 256
"""Entries between two looks at the clock."""
MOST_LISTED = 20_000
"""Orders of each list that are told one by one; all are counted. Chosen: more than anybody reads, 10 MB of lines."""


def say(**what: Any) -> None:
    sys.stdout.write(json.dumps(what, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def main(file: Path, folder: Path) -> int:
    from app.limits_file import LimitsFileError, read
    from core.journal.reader import segments
    from core.journal.segment import Damaged
    from core.replay import Mismatch

    step_back(BEHIND)
    try:
        tables = read(file)
        journal = folder if segments(folder) else folder / "journal"
        if not segments(journal):
            say(wrong=[f"There is no journal in {folder}: name a data folder, or a journal's own folder."])
            return 1
        say(done=_tried(tables, file, journal))
    except LimitsFileError as error:
        say(wrong=list(error.sentences))
    except (Damaged, Mismatch) as error:
        say(wrong=[str(error)])
    except OSError as error:
        say(wrong=[f"{error.filename or journal}: {error.strerror or error}. If a terminal is writing there, try again."])
    else:
        return 0
    return 1


def _tried(tables: list[Any], file: Path, journal: Path) -> dict[str, Any]:
    from app.limits_try import as_json, in_units, try_over
    from core.domain.instrument import Instrument
    from core.journal.reader import Journal
    from core.messages.limits import Limit

    seen: set[str] = set()
    proposed = in_units(tables)

    def limits(instruments: Iterable[Instrument]) -> tuple[Limit, ...]:
        known = list(instruments)
        seen.update(instrument.symbol for instrument in known)
        return proposed(known)

    # Without the chain's second place: what is written there may be ahead of what was read here.
    record = Journal(journal)
    record.open()
    tried = try_over(_told(record.all_entries(), record.last_seq), limits)
    whole = as_json(tried, str(file), str(journal))
    for part in ("refused", "let_through"):
        findings: Any = whole[part]
        whole[part] = findings[:MOST_LISTED]
    named = {str(table.values["instrument"]) for table in tables if table.values.get("instrument")}
    whole["unknown"] = sorted(named - seen)
    return whole


def _told(entries: Iterator[Any], last: int) -> Iterator[Any]:
    """The entries, with a line now and then of how many there were."""
    told = time.monotonic()
    for count, entry in enumerate(entries, start=1):
        if count % LOOK_EVERY == 0 and time.monotonic() - told >= TELL_S:
            told = time.monotonic()
            say(entries=entry.seq, of=max(last, entry.seq))
        yield entry


if __name__ == "__main__":
    which_core.choose(sys.argv[1])
    sys.exit(main(Path(sys.argv[2]), Path(sys.argv[3])))
