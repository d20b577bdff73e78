"""Writes one incident report, in a process of its own: python -m app.incident_start CORE DATA RUN_SEQ GENERATION SCOPE UNTIL.

Exit code: 0 written, 3 the journal does not hold the trip, 1 anything else, with one sentence on stderr.
"""

import sys
from pathlib import Path

from app import which_core
from app.step_back import BEHIND, step_back


def main(data: Path, run_seq: int, generation: int, scope: str, until: int) -> int:
    from app.folders import Folders
    from app.incident_report import Missing, build, write
    from core.journal.segment import Damaged
    from core.journal.since import entries_from
    from core.replay import Mismatch

    step_back(BEHIND)
    try:
        print(write(data / "incidents", build(entries_from(Folders(data).journal, run_seq), generation, scope, until)))
    except Missing:
        return 3
    except (OSError, Damaged, Mismatch) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    which_core.choose(sys.argv[1])
    sys.exit(main(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5], int(sys.argv[6])))
