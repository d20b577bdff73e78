"""What the false disk and the kills found in the product, each as its shortest story. At the end a start finds everything."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from app.folders import Folders
from app.keeper import Keeper
from core.journal import snapshot
from core.journal.compress import compress
from core.journal.disk import RealDisk
from core.journal.entry import Entry
from core.journal.head import HeadCopy
from core.journal.log import Log, Place
from core.journal.reader import Journal
from core.journal.record import SECTOR
from core.journal.segment import Segment
from core.machine.engine import Engine
from core.machine.state import State
from core.messages.notes import TailTruncated
from tests.app.test_assembly import run
from tests.core.test_journal import entries
from tests.sessions import assemble
from tests.simulation.false_disk import FalseDisk, Fault, Killed, Outcome
from tests.simulation.session import HEAD, JOURNAL, SNAPSHOTS


def opened(disk: FalseDisk) -> Journal:
    journal = Journal(JOURNAL, HeadCopy(HEAD, disk), disk)
    journal.open()
    journal.cut()
    return journal


def log_of(disk: FalseDisk, journal: Journal | None = None) -> Log:
    log = Log(JOURNAL, journal.place if journal else Place(), True, disk, HeadCopy(HEAD, disk) if journal is None else journal._copy)
    log.open()
    return log


def lost_power(disk: FalseDisk, outcome: Outcome = Outcome.DROPPED) -> FalseDisk:
    return disk.crashed(Random(1), outcome, SECTOR)


def test_a_segment_whose_maker_was_killed_before_its_name_was_safe() -> None:
    disk = FalseDisk()
    disk.faults[1] = Fault.INPUT_OUTPUT  # of the folder's sync
    with pytest.raises(OSError, match="Input"):
        log_of(disk)
    log = log_of(disk, opened(disk))
    log.write(entries(1, 3))
    assert opened(lost_power(disk)).last_seq == 3


def test_the_head_does_not_hear_of_a_segment_that_power_may_take_away() -> None:
    disk = FalseDisk()
    log_of(disk)
    names = [op[0] for op in disk.ops]
    assert names.index("sync_folder") < names.index("write")


def test_a_torn_sector_takes_a_market_batch_and_nothing_is_missed() -> None:
    disk = FalseDisk()
    log = log_of(disk)
    log.write(entries(1, 3))
    log.write(entries(4, 2, ours=False))
    # The next batch is on its way to the same sector.
    log._file.write(b"half a record")  # type: ignore[union-attr]
    for number in range(20):
        left = disk.crashed(Random(number), Outcome.TRASHED, SECTOR)
        journal = opened(left)
        assert journal.last_seq == 3 and journal.torn is not None and journal.torn.missing == 0


def test_a_torn_beginning_of_a_batch_is_no_damage_though_its_rest_is_there() -> None:
    disk = FalseDisk()
    log = log_of(disk)
    log.write(entries(1, 3))
    log.write(entries(4, 2, ours=False))
    end = log.place.offset
    log.write(entries(6, 60))
    path = log.path
    whole = disk.read(path)
    torn = bytearray(whole)
    torn[end - end % SECTOR : end - end % SECTOR + SECTOR] = Random(1).randbytes(SECTOR)
    left = FalseDisk()
    file = left.append(path)
    file.write(bytes(torn))
    assert opened(left).last_seq == 3


def test_a_snapshot_of_entries_that_power_took_is_not_used() -> None:
    """The market's last entry goes, another gets its number: the snapshot's number fits, its history does not."""
    disk, made = FalseDisk(), entries(1, 6, ours=False)
    log = log_of(disk)
    log.write(made[:5])
    engine = Engine(State())
    for entry in made[:5]:
        engine.apply(entry.seq, entry.at, entry.message)
    before = log.place
    snapshot.write(SNAPSHOTS, engine.state, before, 0, 0, disk)
    engine.apply(6, made[5].at, made[5].message)
    log.write(made[5:])
    snapshot.write(SNAPSHOTS, engine.state, log.place, 0, 0, disk)
    file = disk.append(log.path)
    file.truncate(before.offset)
    disk.remove(HEAD)
    journal = opened(disk)
    assert journal.last_seq == 5 and journal.holds(before)
    other = Entry(6, made[5].at + 1, made[5].message, made[5].events, False, 9, 9)
    again = log_of(disk, journal)
    again.write([other])
    found, skipped = snapshot.newest(SNAPSHOTS, opened(disk), disk)
    assert found is not None and found.seq == 5
    assert skipped == ["snapshot 000000000006.snapshot stands on entries that a loss of power took"]


def test_what_a_failed_sync_left_in_memory_is_written_again() -> None:
    disk = FalseDisk()
    log = log_of(disk)
    log.write(entries(1, 3))
    disk.faults[disk.done + 1] = Fault.INPUT_OUTPUT
    with pytest.raises(OSError, match="Input"):
        log.write(entries(4, 3))
    log.abandon()
    journal = opened(disk)
    assert journal.last_seq == 6  # the page cache still has it
    again = log_of(disk, journal)
    again.write(entries(7, 3))
    assert opened(lost_power(disk)).last_seq == 9


def test_an_empty_last_segment_does_not_begin_a_run() -> None:
    disk = FalseDisk()
    log = log_of(disk)
    log.write(entries(1, 5))
    log.close()
    disk.append(JOURNAL / "000000000006.journal")
    again = log_of(disk, opened(disk))
    again.write(entries(6, 3))
    assert [entry.seq for entry in opened(disk).entries()] == list(range(1, 9))


def test_a_note_in_a_segment_that_was_begun_for_a_run_is_no_run() -> None:
    """The start of a second run was killed twice: within its first batch, and after the note of that."""
    disk = FalseDisk()
    log = log_of(disk)
    log.write(entries(1, 5))
    log.close()
    journal = opened(disk)
    journal.place = replace(journal.place, run_segment="")
    second = log_of(disk, journal)
    second._file.write(b"half a beginning")  # type: ignore[union-attr]
    journal = opened(disk)
    assert journal.torn is not None
    note = TailTruncated("x", 5, 16, 0)
    log_of(disk, journal).write([Entry(6, 50, note, [], True, 9, 9)])
    assert [entry.seq for entry in opened(disk).entries()] == [1, 2, 3, 4, 5, 6]


def test_a_segment_that_is_compressed_while_a_start_reads_the_folder() -> None:
    """The keeper of a killed program goes on for a moment."""
    disk = FalseDisk()
    log = log_of(disk)
    log.write(entries(1, 5))
    log.close()
    log_of(disk, opened(disk)).write(entries(6, 3))
    journal = Journal(JOURNAL, HeadCopy(HEAD, disk), disk)
    compress(journal.paths[0], disk)
    journal.open()
    assert [entry.seq for entry in journal.entries()] == list(range(1, 9))


def test_a_segment_of_which_only_half_the_end_was_written_is_not_closed() -> None:
    """The next start closes it, before it begins another."""
    disk = FalseDisk()
    log = log_of(disk)
    log.write(entries(1, 5))
    log.abandon()
    disk.faults[disk.done] = Fault.KILLED_WITHIN
    with pytest.raises(Killed):
        log_of(disk, opened(disk))
    journal = opened(disk)
    assert not journal.place.sealed
    log_of(disk, journal).write(entries(6, 3))
    first = Segment(journal.paths[0], disk)
    assert first.tail() is not None and first.sealed
    assert opened(disk).last_seq == 8


def test_a_head_is_believed_beside_a_segment_that_was_never_begun() -> None:
    disk = FalseDisk()
    log = log_of(disk)
    log.write(entries(1, 5))
    log.close()
    disk.append(JOURNAL / "000000000006.journal").write(b"half a header")
    journal = opened(disk)
    head = journal.head
    assert journal.last_seq == 5 and head is not None and journal.holds(Place(head.segment, head.offset, head.chain))


def test_a_new_folder_is_safe_when_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(RealDisk, "sync_folder", lambda self, folder: synced.append(folder))
    RealDisk().make(tmp_path / "a" / "b")
    assert synced == [tmp_path / "a", tmp_path]
    RealDisk().make(tmp_path / "a" / "b")
    assert len(synced) == 2


def test_a_keeper_that_begins_with_a_later_run_writes_no_snapshot_of_nothing(tmp_path: Path) -> None:
    run(tmp_path)
    assert assemble(tmp_path).stop("test")
    journal = Journal(tmp_path / "journal")
    journal.open()
    told = any(Keeper(Folders(tmp_path), every=1_000).durable(journal.last_seq))
    assert not told and snapshot.snapshots(tmp_path / "snapshots") == []
    assert assemble(tmp_path).stop("test")
