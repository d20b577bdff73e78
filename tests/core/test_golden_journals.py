"""Journals that programs of every schema wrote open today, and today's machine says again what theirs said.

tests/golden/schema-N holds a journal as it was written, never changed, and expected.json: its head, which never changes
either, and the state it leads to, which may when the hash comes to cover more.
"""

import json
import shutil
from pathlib import Path

import pytest

from core.journal import upgrades
from core.journal.entry import SCHEMA, Entry
from core.journal.reader import Journal
from core.journal.upgrades import OldEvents, agrees
from core.machine.engine import Engine
from core.machine.state import State, digest
from core.messages.commands import CancelAllOrders
from core.replay import Mismatch, replay
from tests.core.test_journal import read, write

GOLDEN = Path(__file__).parents[1] / "golden"
FOLDERS = sorted(GOLDEN.glob("schema-*"))


def opened(folder: Path) -> Journal:
    journal = Journal(folder)
    journal.open(whole=True)
    return journal


def test_there_is_one_of_every_schema_and_a_step_to_the_next() -> None:
    assert [folder.name for folder in FOLDERS] == [f"schema-{number}" for number in range(1, SCHEMA + 1)]
    assert sorted(upgrades.STEPS) == list(range(1, SCHEMA))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_it_replays_with_the_events_it_recorded(folder: Path, request: pytest.FixtureRequest) -> None:
    journal = opened(folder)
    engine = Engine(State())
    count = replay(engine, journal.entries())
    found = {"entries": count, "head": journal.chain.hex(), "state": digest(engine.state)}
    if request.config.getoption("--rewrite", default=False):
        (folder / "expected.json").write_text(json.dumps(found, indent=1) + "\n")
    expected = json.loads((folder / "expected.json").read_text())
    assert found == expected
    assert count == journal.last_seq > 60 and journal.torn is None


@pytest.mark.parametrize("folder", FOLDERS[:-1], ids=lambda folder: folder.name)
def test_an_old_journal_that_says_otherwise_is_found(folder: Path) -> None:
    """The comparison on the older schema's fields still compares."""
    entries = list(opened(folder).entries())
    index, entry = next((n, e) for n, e in enumerate(entries) if len(e.events) > 1 and e.seq > 40)
    recorded = entry.events
    assert isinstance(recorded, OldEvents)
    changed = OldEvents(list(recorded), [*recorded.recorded[:-1], [*recorded.recorded[-1][:-1], 987_654]])
    entries[index] = Entry(entry.seq, entry.at, entry.message, changed, entry.touches_ours, entry.wall_ns, entry.mono_ns)
    with pytest.raises(Mismatch, match=f"entry {entry.seq} "):
        replay(Engine(State()), entries)
    assert not agrees(OldEvents(list(recorded[:-1]), recorded.recorded[:-1]), list(recorded))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_writing_goes_on_in_todays_schema(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "j", ignore=shutil.ignore_patterns("*.json"))
    journal = opened(tmp_path / "j")
    before = list(journal.entries())
    engine = Engine(State())
    replay(engine, before)
    seq = journal.last_seq + 1
    message = CancelAllOrders()
    added = Entry(seq, engine.state.at, message, engine.apply(seq, engine.state.at, message), True, 5, 5)
    write(tmp_path / "j", [[added]], journal)
    found, again = read(tmp_path / "j")
    assert found[:-1] == before and found[-1] == added and again.last_seq == seq
    other = Engine(State())
    replay(other, found)
    assert digest(other.state) == digest(engine.state)
