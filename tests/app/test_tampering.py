"""Somebody was at the data folder: whatever was changed, removed or put there is told at the next start and by verify."""

import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app import projection_memory
from app import projections as ours
from app.assembly import Upkeep
from app.folders import Folders
from app.keeper import Keeper
from app.replica import Replica
from app.single_instance import lock
from app.start import main
from core.domain.enums import PhaseOfRun
from core.journal import retention, snapshot
from core.journal.entry import Entry
from core.journal.log import Log, Place
from core.journal.reader import Gap, Journal, segments
from core.journal.retention import Keep
from core.journal.segment import Damaged, Segment
from core.machine.engine import Engine
from core.machine.state import State
from core.messages.commands import CancelAllOrders
from core.messages.notes import DiskSpace, Space
from tests.app.test_assembly import Watch, run
from tests.app.test_recovery import opened, traded, with_snapshot_at
from tests.sessions import assemble


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two whole runs, cleanly ended."""
    folder = tmp_path_factory.mktemp("twice") / "data"
    run(folder)
    run(folder)
    return folder


def refused(data: Path, capsys: pytest.CaptureFixture[str], *words: str) -> None:
    """By the start and by verify, with one sentence."""
    for arguments, code in ((["--headless", "--speed", "max"], 2), (["journal", "verify"], 3)):
        assert main([*arguments, "--data", str(data), "--core", "plain"]) == code
        said = capsys.readouterr().err
        assert said.count("\n") == 1 and all(word in said for word in words), said


def test_a_forged_note_of_a_dropped_segment(twice: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(twice, tmp_path / "d")
    retention.drop(tmp_path / "d" / "journal", (1,))
    refused(tmp_path / "d", capsys, "000000000001.dropped", "no entry says was dropped")


def test_a_note_that_is_none(twice: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(twice, tmp_path / "d")
    segments(tmp_path / "d" / "journal")[0].unlink()
    for content in ("", "{}", '{"first_seq":1,"last_seq":2,"chain_before":"xx","chain_after":"","run_segment":""}'):
        (tmp_path / "d" / "journal" / "000000000001.dropped").write_text(content)
        refused(tmp_path / "d", capsys, "cannot be understood")


def test_the_second_place_taken_away_engages(twice: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number, take in enumerate((Path.unlink, lambda path: path.write_bytes(b"not a head"))):
        data = tmp_path / str(number)
        shutil.copytree(twice, data)
        take(data / "journal.head")
        assert main(["journal", "verify", str(data), "--core", "plain"]) == 0
        assert "second place of the journal's head is missing" in capsys.readouterr().out
        again = assemble(data)
        assert again.engine.state.kill.engaged and "second copy of the journal's head" in again.engine.state.kill.source
        assert again.stop("test")


def test_an_end_that_was_written_again_with_other_borders(twice: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(twice, tmp_path / "d")
    path = segments(tmp_path / "d" / "journal")[-1]
    segment = Segment(path)
    segment.load()
    entries: list[Entry] = []
    place = None
    for batch in segment.batches():
        place = place or Place("", 0, segment.data[32:64], segment.first_seq - 1, "", segment.first_seq, True)
        entries += segment.entries(batch)
    assert place is not None
    last = entries[-2]
    entries[-2] = Entry(last.seq, last.at, CancelAllOrders(), [], last.touches_ours, last.wall_ns, last.mono_ns)
    path.unlink()
    log = Log(path.parent, place, False)
    log.open()
    for start in range(0, len(entries), 7):
        log.write(entries[start : start + 7])
    log.close()
    assert len(segments(path.parent)) == 2
    refused(tmp_path / "d", capsys, "the chain's second copy")


@pytest.mark.parametrize("change", [
    lambda data: data[: a_border_in_the_middle(data)],
    lambda data: b"",
])
def test_a_closed_segment_without_its_end_is_named(
    twice: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Callable[[bytes], bytes]
) -> None:
    shutil.copytree(twice, tmp_path / "d")
    path = segments(tmp_path / "d" / "journal")[0]
    path.write_bytes(change(path.read_bytes()))
    refused(tmp_path / "d", capsys, path.name)


def a_border_in_the_middle(data: bytes) -> int:
    """A border between two batches in the middle."""
    segment = Segment(Path("000000000001.journal"))
    segment.data = data
    return next(end for _, end in segment.batches() if end > len(data) // 2)


def test_foreign_files_in_the_folders_are_left_alone(twice: Path, tmp_path: Path) -> None:
    shutil.copytree(twice, tmp_path / "d")
    for name in ("\u00b2.journal", "1.journal", "notes.txt", "000000000099.journal.bak"):
        (tmp_path / "d" / "journal" / name).write_bytes(b"x")
    (tmp_path / "d" / "journal" / os.fsdecode(b"\xff\xfe.journal")).write_bytes(b"x")
    (tmp_path / "d" / "snapshots").mkdir(exist_ok=True)
    (tmp_path / "d" / "snapshots" / "\u00b2.snapshot").write_bytes(b"x")
    again = assemble(tmp_path / "d")
    assert again.torn is None and not again.engine.state.kill.engaged
    assert again.stop("test")


def test_snapshots_of_lost_entries_do_not_crowd_out_new_ones(tmp_path: Path) -> None:
    assembly = traded(tmp_path / "live")
    shutil.copytree(tmp_path / "live", tmp_path / "d")
    assert assembly.stop("test")
    folder = Folders(tmp_path / "d").snapshots
    folder.mkdir()
    for name in ("999999999998.snapshot", "999999999999.snapshot"):
        (folder / name).write_bytes(b"x")
    with_snapshot_at(tmp_path / "d", 3_000)
    assert [path.name for path in snapshot.snapshots(folder)] != [] and snapshot.read(snapshot.snapshots(folder)[0]).seq >= 3_000


def test_nothing_is_dropped_that_no_good_snapshot_stands_behind(tmp_path: Path) -> None:
    """The names of snapshots prove nothing: both are damaged."""
    assembly = traded(tmp_path / "live", upkeep=Upkeep(segment=150_000))
    # On a busy machine our own orders come as late as entry 8,000: some of the market alone must follow.
    Watch(assembly).until(lambda e: e.seq > 14_000, 60)
    shutil.copytree(tmp_path / "live", tmp_path / "d")
    assert assembly.stop("test")
    folders = Folders(tmp_path / "d")
    keeper = Keeper(folders)
    keeper.keep = Keep(market_bytes=1)
    with_snapshot_at(folders.data, 12_000)
    with_snapshot_at(folders.data, 13_000)
    offered = [answer for answer in keeper.tidy() if "drop" in answer]
    assert offered
    for path in snapshot.snapshots(folders.snapshots):
        path.write_bytes(path.read_bytes()[:-1])
    assert not [answer for answer in keeper.tidy() if "drop" in answer]


def test_damage_is_not_taken_for_a_gap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an update the screens' part of a snapshot does not fit: the run is read from its beginning, which must be whole."""
    assembly = traded(tmp_path / "live", upkeep=Upkeep(segment=150_000))
    shutil.copytree(tmp_path / "live", tmp_path / "d")
    assert assembly.stop("test")
    folders = Folders(tmp_path / "d")
    with_snapshot_at(folders.data, 6_000)
    monkeypatch.setattr(projection_memory, "fits", lambda: "another version")
    path = segments(folders.journal)[1]
    good = path.read_bytes()
    path.write_bytes(good[:9_000] + bytes([good[9_000] ^ 1]) + good[9_001:])
    with pytest.raises(Damaged) as caught:
        Replica().recover(opened(folders.data), folders.snapshots)
    assert not isinstance(caught.value, Gap)
    path.write_bytes(good)
    replica = Replica()
    replica.recover(opened(folders.data), folders.snapshots)
    assert replica.began == 0 and not replica.notes


@pytest.mark.parametrize("beginning", [False, True])
def test_the_screens_begin_where_the_snapshot_is_when_nothing_else_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beginning: bool
) -> None:
    """An update in the middle of a run whose beginning was dropped: books, orders and positions are on the screens, and go on."""
    assembly = traded(tmp_path / "live", upkeep=Upkeep(segment=150_000))
    shutil.copytree(tmp_path / "live", tmp_path / "d")
    assert assembly.stop("test")
    folders = Folders(tmp_path / "d")
    at = opened(folders.data).last_seq - 1_000
    with_snapshot_at(folders.data, at)
    whole = Replica()
    whole.recover(opened(folders.data), folders.snapshots)
    # What retention would do, without the entry that says so: the state is told by hand.
    drop = tuple(one.first_seq for one in retention.droppable(folders.journal, Keep(market_bytes=1), at, 1 << 62 if beginning else 0))
    assert drop
    retention.drop(folders.journal, drop)
    monkeypatch.setattr(projection_memory, "fits", lambda: "another version")
    monkeypatch.setattr(Journal, "must_be_noted", lambda self, noted: None)
    part = Replica()
    part.recover(opened(folders.data), folders.snapshots)
    assert part.notes and "the screens begin at entry" in part.notes[-1] and not part.board.faults
    mine, theirs = part.projections, whole.projections
    assert mine.market.quotes[1].depth.bids == theirs.market.quotes[1].depth.bids
    assert set(part.engine.state.oms.open) == {row.order_id for row in mine.orders.working(1)}
    assert mine.positions.held(1).qty == theirs.positions.held(1).qty


def test_a_disk_that_was_full_when_the_power_went_is_looked_at_anew(tmp_path: Path) -> None:
    assembly = assemble(tmp_path / "live", speed_milli=1_000)
    assembly.sequencer.step(assembly.sequencer.at, DiskSpace(Space.BLOCKED, 1))
    assembly.journal.kick()
    assert assembly.journal.close() and assembly.engine.state.gate.no_space
    shutil.copytree(tmp_path / "live", tmp_path / "d")
    assembly.stop("test")
    again = assemble(tmp_path / "d")
    assert again.resumed and again.engine.state.gate.no_space and again.engine.state.phase is PhaseOfRun.RUNNING
    note = again.watch.look(1)
    assert note is not None and note.space is Space.ENOUGH
    assert again.stop("test")


class _Gadget:
    """Pickles as a call of something that is not ours."""

    def __init__(self, *how: object) -> None:
        self.how = how

    def __reduce__(self) -> object:
        return self.how


def test_a_snapshot_makes_nothing_but_projections() -> None:
    """Whoever can write the data folder can write a snapshot: it must not run what its author likes."""
    engine = Engine(State())
    for how in (
        (os.system, ("true",)), (getattr, (Path, "home")), (eval, ("1",)), (projection_memory._method, (Path(), "unlink")),
        (ours.field, ()), (ours.dataclass, ()), (shutil.rmtree, ("/nowhere",)),
    ):
        with pytest.raises(projection_memory.Forgotten):
            projection_memory.recall(pickle.dumps(_Gadget(*how)), engine)
    for dotted in (b"ccore.projections.market\nQuote.__init__\n.", b"ccore.projections.market\nMapping\n.", b"capp.projections\nEngine\n."):
        with pytest.raises(projection_memory.Forgotten):
            projection_memory.recall(dotted, engine)


def test_a_last_write_that_fails_latches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the core has stopped already and nobody listens to the journal any more."""
    assembly = traded(tmp_path)
    monkeypatch.setattr(Log, "close", lambda self: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    assembly.stop("test")
    monkeypatch.undo()
    assert "No space left" in assembly.journal.error and assembly.kill_engaged
    again = assemble(tmp_path)
    assert again.engine.state.kill.engaged
    assert again.stop("test")


def test_repair_leaves_a_running_terminal_alone(twice: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(twice, tmp_path / "d")
    held = lock(tmp_path / "d")
    assert main(["journal", "repair", str(tmp_path / "d"), "--yes", "--core", "plain"]) == 2
    assert "in use by another Quarterdeck" in capsys.readouterr().err
    held.close()
