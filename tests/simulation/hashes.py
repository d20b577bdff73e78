"""State hashes of everything that is written down: each scenario conversation, the venue's scenarios, every golden journal. Live, by full
replay, and by a snapshot (written and read) and its tail, at several places: one hash, or an error.

    python -m tests.simulation.hashes        name and hash, a line each; another PYTHONHASHSEED must print the same
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.journal import snapshot
from core.journal.log import Place
from core.journal.reader import Journal
from core.machine.engine import Engine
from core.machine.state import State, digest
from tests.scenarios.conversation import Conversation
from tests.scenarios.venue_conversation import VenueConversation, scenarios
from tests.simulation.false_disk import FalseDisk

TESTS = Path(__file__).parents[1]
SNAPSHOTS = Path("/desk/snapshots")
PLACES = 5
"""In how many places of each the snapshot is taken."""
Said = list[tuple[int, int, Any]]
"""(seq, at, message)."""


class Differs(AssertionError):
    """Two ways to one state gave two."""


def everything() -> Iterator[tuple[str, Said, str]]:
    """(name, what was said, the live state's hash)."""
    for path in sorted((TESTS / "scenarios" / "conversations").glob("*.txt")):
        talk = Conversation()
        talk.play(path.read_text(encoding="utf-8"))
        yield path.stem, talk.said, talk.digest()
    for path in sorted((TESTS / "scenarios" / "venue").glob("*.txt")):
        for scenario in scenarios(path):
            venue = VenueConversation()
            venue.play(scenario)
            yield f"{path.stem}/{scenario.name}", [(seq, at, said) for seq, (at, said) in enumerate(venue.said, 1)], venue.digest()
    for folder in sorted((TESTS / "golden").glob("schema-*")):
        journal = Journal(folder)
        journal.open(whole=True)
        entries = list(journal.entries())
        engine = Engine(State())
        for entry in entries:
            engine.apply(entry.seq, entry.at, entry.message)
        yield folder.name, [(entry.seq, entry.at, entry.message) for entry in entries], digest(engine.state)


def hash_of(said: Said, live: str) -> str:
    """Raises Differs."""
    if _played(Engine(State()), said) != live:
        raise Differs("full replay")
    for number in range(1, PLACES + 1):
        cut = len(said) * number // PLACES
        engine = Engine(State())
        _played(engine, said[:cut])
        disk = FalseDisk()
        path = snapshot.write(SNAPSHOTS, engine.state, Place(), 0, 0, disk)
        if _played(Engine(snapshot.read(path, disk).state()), said[cut:]) != live:
            raise Differs(f"snapshot after {cut} of {len(said)} messages, and the rest")
    return live


def _played(engine: Engine, said: Said) -> str:
    for seq, at, message in said:
        engine.apply(seq, at, message)
    return digest(engine.state)


def main() -> int:
    wrong = 0
    for name, said, live in everything():
        try:
            print(f"{name} {hash_of(said, live)}")
        except Differs as error:
            print(f"{name}: {error}", file=sys.stderr)
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
