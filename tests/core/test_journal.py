"""The journal gives back exactly what was written, cuts what a crash left, and refuses everything else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.domain.enums import Side
from core.journal import record, writer
from core.journal.entry import SCHEMA, Entry
from core.journal.reader import Damaged, Journal, Segment, segments
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


def write(folder: Path, batches: list[list[Entry]], journal: Journal | None = None) -> None:
    """Each list becomes at least one durable batch of its own."""
    journal = journal or Journal(folder)
    done: list[int] = []
    new_run = bool(batches) and isinstance(batches[0][0].message, StartRun)
    run_segment = "" if new_run else journal.run_segment
    writer = JournalWriter(folder, journal.last_seq + 1, journal.chain, run_segment, "durable", done.append, pytest.fail)
    writer.open()
    for batch in batches:
        writer._write_batch(batch)
    assert writer.close()
    assert done == [batch[-1].seq for batch in batches]


def read(folder: Path) -> tuple[list[Entry], Journal]:
    journal = Journal(folder)
    return list(journal.last_run()), journal


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


@pytest.mark.parametrize(("schema", "sentence"), [(SCHEMA - 1, "an older program"), (SCHEMA + 1, "a newer program")])
def test_another_schema_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schema: int, sentence: str
) -> None:
    monkeypatch.setattr(writer, "SCHEMA", schema)
    write(tmp_path, [entries(1, 3)])
    with pytest.raises(Damaged, match=f"{sentence} .schema {schema}, this reads {SCHEMA}"):
        read(tmp_path)


def test_a_start_that_wrote_nothing_changes_nothing(tmp_path: Path) -> None:
    written = entries(1, 12)
    write(tmp_path, [written[:10]])
    for _ in range(2):
        write(tmp_path, [], read(tmp_path)[1])
    write(tmp_path, [written[10:]], read(tmp_path)[1])
    assert read(tmp_path)[0] == written


def test_only_the_last_run_is_given(tmp_path: Path) -> None:
    first = entries(1, 10)
    write(tmp_path, [first])
    again = [Entry(e.seq + 10, e.at, e.message, e.events, True, 1, 1) for e in entries(1, 5)]
    write(tmp_path, [again], read(tmp_path)[1])
    assert read(tmp_path)[0] == again


def test_durable_batches_end_at_sector_borders(tmp_path: Path) -> None:
    write(tmp_path, [entries(1, 3), entries(4, 3)])
    assert segments(tmp_path)[0].stat().st_size == 3 * record.SECTOR


@pytest.mark.parametrize("ours", [True, False])
def test_a_cut_at_every_byte_of_the_last_batch_loses_only_that_batch(tmp_path: Path, ours: bool) -> None:
    kept, last = entries(1, 5), entries(6, 3, ours)
    write(tmp_path, [kept])
    path = segments(tmp_path)[0]
    safe = path.stat().st_size
    write_more(path, kept[-1].seq, last)
    whole = path.read_bytes()
    for size in range(safe, len(whole)):
        path.write_bytes(whole[:size])
        found, journal = read(tmp_path)
        assert found == kept
        assert bool(journal.torn) == (size > safe)
        assert path.stat().st_size == safe


def write_more(path: Path, last_seq: int, batch: list[Entry]) -> None:
    segment = Segment(path, None, True)
    assert list(segment.entries())[-1].seq == last_seq
    writer = JournalWriter(path.parent, last_seq + 1, segment.chain or b"", path.name, "durable", lambda seq: None, pytest.fail)
    writer._path = path
    writer._file = __import__("os").open(path, 1 | 1024)
    writer._position = path.stat().st_size
    writer._write_batch(batch)
    writer.close()


def test_every_flipped_byte_of_content_is_found(tmp_path: Path) -> None:
    write(tmp_path, [entries(1, 3), entries(4, 3)])
    path = segments(tmp_path)[0]
    whole = path.read_bytes()
    padding = {at for at in range(len(whole)) if whole[at] == 0 and at % 8 and whole[at - at % 8 :].startswith(b"\0" * 8)}
    for at in range(len(whole)):
        if at in padding:
            continue
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x40]) + whole[at + 1 :])
        try:
            found, journal = read(tmp_path)
        except Damaged as error:
            assert str(path) in str(error)
            continue
        # A length that now points beyond the end looks like a torn tail only in the very last record.
        assert journal.torn or whole[at] == 0, f"byte {at} flipped unseen"
        assert found == entries(1, len(found))
    path.write_bytes(whole)
    assert read(tmp_path)[0] == entries(1, 6)


CHANGES: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("checksum", lambda data: data[:300] + bytes([data[300] ^ 1]) + data[301:]),
    ("not a journal record", lambda data: b"GIF89a" * 2000),
    ("version 9", lambda data: data[:2] + b"\x09" + data[3:]),
]


@pytest.mark.parametrize(("reason", "change"), CHANGES)
def test_damage_is_refused_with_place_and_reason(tmp_path: Path, reason: str, change: Callable[[bytes], bytes]) -> None:
    write(tmp_path, [entries(1, 3), entries(4, 3)])
    path = segments(tmp_path)[0]
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(Damaged, match=reason) as caught:
        read(tmp_path)
    assert caught.value.path == path


def test_a_missing_segment_is_refused(tmp_path: Path) -> None:
    written = entries(1, 30)
    for cut in (10, 20, 30):
        found, journal = read(tmp_path)
        write(tmp_path, [written[len(found) : cut]], journal)
    segments(tmp_path)[1].unlink()
    with pytest.raises(Damaged, match="chain does not continue"):
        read(tmp_path)


def test_a_batch_swapped_for_one_with_good_checksums_breaks_the_chain(tmp_path: Path) -> None:
    write(tmp_path, [entries(1, 3), entries(4, 3), entries(7, 3)])
    path = segments(tmp_path)[0]
    data = path.read_bytes()
    start, end = 2 * record.SECTOR, 3 * record.SECTOR
    head = record.HEADER.unpack_from(data, start)
    forged = entries(4, 3)
    batch = b"".join(record.pack(2, e.seq, 1, 1, head[7], record_payload(e)) for e in forged)
    batch += record.batch_end(6, 1, 1, head[7], start + len(batch), True)
    path.write_bytes(data[:start] + batch + data[end:])
    with pytest.raises(Damaged, match="hash chain does not continue"):
        read(tmp_path)


def record_payload(entry: Entry) -> bytes:
    from core.journal.entry import encode

    return encode(Entry(entry.seq, entry.at, CancelOrder(7), [], True, 1, 1))  # type: ignore[arg-type]


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "journal").write_text("a file where the folder should be")
    writer = JournalWriter(tmp_path / "journal", 1, bytes(32), "", "durable", lambda seq: None, lambda text: None)
    with pytest.raises(JournalError, match="cannot write the journal"):
        writer.open()
