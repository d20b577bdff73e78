"""The journal gives back exactly what was written, cuts what a crash left, and refuses everything else."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.domain.enums import Side
from core.journal import log as log_module
from core.journal import record
from core.journal.compress import compress
from core.journal.entry import SCHEMA, Entry, encode
from core.journal.head import HeadCopy
from core.journal.log import Log, Place
from core.journal.reader import Journal, segments
from core.journal.segment import Damaged, Segment
from core.journal.writer import JournalError, JournalWriter
from core.machine.engine import Engine
from core.machine.state import State
from core.messages.commands import CancelOrder, StartRun
from core.messages.flow import FlowLimit, ListInstrument


def entries(first: int, count: int, ours: bool = True) -> list[Entry]:
    """Real steps of a real machine; the first of all starts a run."""
    engine, made = Engine(State()), []
    for seq in range(1, first + count):
        message = {1: StartRun("s", "", 0, 0, False, "", ()), 2: ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1)}.get(seq)
        message = message or FlowLimit(1, -seq, Side(seq % 2), 5, 100 + seq % 2)  # type: ignore[arg-type]
        made.append(Entry(seq, seq * 10, message, engine.apply(seq, seq * 10, message), ours, seq * 1000, seq * 100))
    return made[first - 1 :]


def copy_of(folder: Path) -> HeadCopy:
    return HeadCopy(folder.parent / f"{folder.name}.head")


def write(folder: Path, batches: list[list[Entry]], journal: Journal | None = None, seal: bool = True) -> None:
    """Each list becomes a durable batch of its own. seal: ended cleanly, else left as a killed program leaves it."""
    place = journal.place if journal is not None else Place()
    if batches and isinstance(batches[0][0].message, StartRun):
        place = replace(place, run_segment="")
    log = Log(folder, place, True, head=copy_of(folder))
    log.open()
    assert [log.write(batch) for batch in batches] == [batch[-1].seq for batch in batches]
    if seal:
        log.close()
    else:
        log.abandon()


def read(folder: Path, copy: bool = True) -> tuple[list[Entry], Journal]:
    """copy: the head's second place is there too."""
    journal = Journal(folder, copy_of(folder) if copy else None)
    journal.open()
    journal.cut()
    return list(journal.entries()), journal


def test_what_is_written_is_read(tmp_path: Path) -> None:
    written = entries(1, 40)
    write(tmp_path, [written[:1], written[1:30], written[30:]])
    assert read(tmp_path)[0] == written


def test_writing_goes_on_in_the_same_chain(tmp_path: Path) -> None:
    written = entries(1, 30)
    write(tmp_path, [written[:10]])
    for cut in (20, 30):
        found, journal = read(tmp_path)
        write(tmp_path, [written[len(found) : cut]], journal)
    assert read(tmp_path)[0] == written
    assert len(segments(tmp_path)) == 3


def test_a_newer_schema_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_module, "SCHEMA", SCHEMA + 1)
    write(tmp_path, [entries(1, 3)])
    with pytest.raises(Damaged, match=f"newer program: expected schema {SCHEMA} or older, found schema {SCHEMA + 1}"):
        read(tmp_path)


def test_a_start_that_wrote_nothing_changes_nothing(tmp_path: Path) -> None:
    written = entries(1, 12)
    write(tmp_path, [written[:10]])
    for _ in range(2):
        write(tmp_path, [], read(tmp_path)[1])
    write(tmp_path, [written[10:]], read(tmp_path)[1])
    assert read(tmp_path)[0] == written


def test_a_first_start_killed_before_the_second_place_heard_of_it_is_made_good(tmp_path: Path) -> None:
    """Else its absence beside a journal of the market's batches, which do not tell it, would look as if somebody had taken it away."""
    write(tmp_path, [], seal=False)
    copy_of(tmp_path).path.unlink()
    write(tmp_path, [entries(1, 3, ours=False)], read(tmp_path)[1], seal=False)
    found, journal = read(tmp_path)
    assert len(found) == 3
    assert journal.head is not None and journal.head.seq == 0


def test_only_the_last_run_is_given(tmp_path: Path) -> None:
    first = entries(1, 10)
    write(tmp_path, [first])
    again = [Entry(e.seq + 10, e.at, e.message, e.events, True, 1, 1) for e in entries(1, 5)]
    write(tmp_path, [again], read(tmp_path)[1])
    assert read(tmp_path)[0] == again


def test_durable_batches_end_at_sector_borders(tmp_path: Path) -> None:
    write(tmp_path, [entries(1, 3), entries(4, 3)], seal=False)
    assert segments(tmp_path)[0].stat().st_size == 3 * record.SECTOR


@pytest.mark.parametrize("ours", [True, False])
@pytest.mark.parametrize("sealed", [True, False])
def test_a_cut_at_every_byte_of_the_last_batches_is_opened_and_said(tmp_path: Path, ours: bool, sealed: bool) -> None:
    """What is left is exactly the whole batches before the cut; the second place tells what was acknowledged and is gone. Of the
    market's batches at an open end it does not tell: nobody waited for them."""
    batches = [entries(1, 5), entries(6, 2, ours), entries(8, 3, ours)]
    write(tmp_path / "j", batches, seal=sealed)
    path = segments(tmp_path / "j")[0]
    whole = path.read_bytes()
    ends = batch_ends(path)
    acknowledged = 10 if ours or sealed else 5
    for size in range(ends[1], len(whole)):
        path.write_bytes(whole[:size])
        found, journal = read(tmp_path / "j")
        kept = max(end for end in ends if end <= size)
        assert len(found) == (5 if kept == ends[1] else 7 if kept == ends[2] else 10)
        assert path.stat().st_size == kept
        torn = journal.torn
        assert (torn.cut_bytes if torn else 0) == size - kept
        assert (torn.missing if torn else 0) == max(acknowledged - len(found), 0)
        # An unacknowledged tail is what an ordinary crash leaves.
        path.write_bytes(whole[:size])
        again = read(tmp_path / "j", copy=False)[1]
        assert again.last_seq == len(found) and (again.torn is None or again.torn.missing == 0)


def batch_ends(path: Path) -> list[int]:
    """Borders of the batches of a good segment, its header's first."""
    segment = Segment(path)
    segment.load()
    return [end for _, end in segment.batches()]


@pytest.mark.parametrize("form", ["left open", "closed", "compressed"])
def test_every_flipped_byte_is_damage_with_its_place(tmp_path: Path, form: str) -> None:
    folder = tmp_path / "j"
    batches = [entries(1, 3), entries(4, 2, ours=False), entries(6, 3)]
    write(folder, batches, seal=form != "left open")
    path = segments(folder)[0]
    if form == "compressed":
        path = compress(path)
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x40]) + whole[at + 1 :])
        with pytest.raises(Damaged) as caught:
            read(folder)
        assert caught.value.path == path and str(path) in str(caught.value)
    path.write_bytes(whole)
    assert read(folder)[0] == [entry for batch in batches for entry in batch]


@pytest.mark.parametrize("sealed", [True, False])
def test_a_flip_before_the_last_batch_is_damage_even_without_the_second_place(tmp_path: Path, sealed: bool) -> None:
    folder = tmp_path / "j"
    write(folder, [entries(1, 3), entries(4, 3)], seal=sealed)
    path = segments(folder)[0]
    whole = path.read_bytes()
    for at in range(batch_ends(path)[1]):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(Damaged):
            read(folder, copy=False)


def test_a_journal_without_its_last_segments_says_how_much_is_missing(tmp_path: Path) -> None:
    folder = tmp_path / "j"
    written = entries(1, 30)
    for cut in (10, 20, 30):
        found, journal = read(folder)
        write(folder, [written[len(found) : cut]], journal)
    for path in segments(folder)[1:]:
        path.unlink()
    torn = read(folder)[1].torn
    assert torn is not None and torn.missing == 20 and "20 entries that were acknowledged are missing" in str(torn)


CHANGES: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("checksum", lambda data: data[:300] + bytes([data[300] ^ 1]) + data[301:]),
    ("not a journal record", lambda data: b"GIF89a" * 2000),
    ("version", lambda data: data[:2] + b"\x09" + data[3:]),
]


@pytest.mark.parametrize(("reason", "change"), CHANGES)
def test_damage_is_refused_with_place_and_reason(tmp_path: Path, reason: str, change: Callable[[bytes], bytes]) -> None:
    folder = tmp_path / "j"
    write(folder, [entries(1, 3), entries(4, 3)])
    path = segments(folder)[0]
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(Damaged, match=reason) as caught:
        read(folder)
    assert caught.value.path == path and caught.value.expected and caught.value.found


def test_a_missing_segment_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "j"
    written = entries(1, 30)
    for cut in (10, 20, 30):
        found, journal = read(folder)
        write(folder, [written[len(found) : cut]], journal)
    segments(folder)[1].unlink()
    with pytest.raises(Damaged, match="a segment is missing: expected entry 11, found entry 21"):
        read(folder)


def test_a_batch_swapped_for_one_with_good_checksums_breaks_the_chain(tmp_path: Path) -> None:
    folder = tmp_path / "j"
    write(folder, [entries(1, 3), entries(4, 3), entries(7, 3)])
    path = segments(folder)[0]
    data = path.read_bytes()
    start, end = 2 * record.SECTOR, 3 * record.SECTOR
    chain = record.HEADER.unpack_from(data, start)[7]
    forged = b"".join(
        record.pack(2, e.seq, 1, 1, chain, encode(Entry(e.seq, e.at, CancelOrder(7), [], True, 1, 1)))  # type: ignore[arg-type]
        for e in entries(4, 3)
    )
    forged += record.batch_end(6, 1, 1, chain, start + len(forged), True)
    path.write_bytes(data[:start] + forged + data[end:])
    with pytest.raises(Damaged, match="hash chain does not continue"):
        read(folder)


def test_a_forged_end_with_good_checksums_is_caught_by_the_second_place(tmp_path: Path) -> None:
    folder = tmp_path / "j"
    write(folder, [entries(1, 3), entries(4, 3)], seal=False)
    path = segments(folder)[0]
    data = path.read_bytes()
    start = 2 * record.SECTOR
    chain = record.HEADER.unpack_from(data, start)[7]
    forged = b"".join(record.pack(2, e.seq, 9, 9, chain, encode(e)) for e in entries(4, 3))
    forged += record.batch_end(6, 9, 9, chain, start + len(forged), True)
    path.write_bytes(data[:start] + forged)
    with pytest.raises(Damaged, match="second copy"):
        read(folder)
    assert len(read(folder, copy=False)[0]) == 6


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "journal").write_text("a file where the folder should be")
    writer = JournalWriter(Log(tmp_path / "journal", Place(), True), lambda seq: None, lambda text: None)
    with pytest.raises(JournalError, match="cannot write the journal"):
        writer.open()


def test_a_first_start_that_was_ended_at_once_is_an_empty_journal(tmp_path: Path) -> None:
    (tmp_path / f"{1:012}.journal").touch()
    journal = Journal(tmp_path)
    journal.open()
    assert list(journal.entries()) == [] and journal.last_seq == 0
