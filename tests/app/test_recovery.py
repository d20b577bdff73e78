"""From a snapshot and the entries after it the terminal stands exactly where the whole run's entries would put it: the machine,
and every picture on the screens."""

import shutil
import time
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from app.assembly import Assembly, Upkeep
from app.folders import Folders
from app.replica import Replica
from core.domain.enums import PhaseOfRun, Side, TimeInForce
from core.domain.instrument import Instrument
from core.journal import snapshot
from core.journal.disk import REAL
from core.journal.head import HeadCopy
from core.journal.reader import Journal, segments
from core.journal.retention import Keep
from core.journal.segment import Damaged
from core.machine.state import digest
from core.messages.commands import CancelOrder, Pause, ReplaceOrder, Resume, SetSpeed
from core.messages.events import OrderFilled, OrderReplaced, OrderWorking
from core.messages.notes import SegmentsDropped
from core.projections.chart_pictures import CandlesLook, HeatLook
from core.projections.operations_pictures import OperationsLook, Part
from core.projections.pictures import DepthLook, LadderLook, RowsLook, VersionLook
from core.projections.results import EquityLook, Grouping, PerformanceLook, StatisticsLook
from core.projections.risk_pictures import RiskLook
from core.projections.stop_pictures import BlastLook
from core.projections.tape_pictures import TapeLook
from core.projections.ticket_pictures import BasketLook, TicketLook
from core.projections.trading_day import TradingDays
from core.projections.watch_pictures import WatchLook
from tests.app.test_assembly import BID, LOT, Watch, run
from tests.sessions import assemble, limit
from widgets.panels import PANELS


def traded(folder: Path, **options: Any) -> Assembly:
    """A run stopped in the middle, as a kill leaves it: with fills, a cancel, a replace and orders that stand."""
    # Slow hands must come to stand neither in every piece of the journal nor behind the end of the tape.
    assembly = assemble(folder, speed_milli=10_000, **options)
    watch = Watch(assembly)
    assembly.start(time.monotonic_ns())
    assembly.core.submit(limit("a", Side.BUY, BID + 100, LOT // 100, TimeInForce.IOC))
    watch.event(OrderFilled)
    for number in range(3):
        assembly.core.submit(limit(f"b{number}", Side.BUY, BID - 5_000 - number, LOT))
    watch.events(OrderWorking, 3)
    ids = sorted(assembly.engine.state.oms.open)
    assembly.core.submit(CancelOrder(ids[0]))
    assembly.core.submit(ReplaceOrder(ids[1], LOT // 2, BID - 5_100))
    watch.event(OrderReplaced)
    quiet_from = assembly.sequencer.seq
    assembly.core.submit(SetSpeed(100.0))
    watch.until(lambda e: e.seq > quiet_from + 8_000, 60)
    return assembly


def crash_in(folder: Path) -> Path:
    """A data folder as a kill leaves it, without a snapshot."""
    assembly = traded(folder / "live")
    shutil.copytree(folder / "live", folder / "crashed")
    assert assembly.stop("test")
    return folder / "crashed"


@pytest.fixture(scope="module")
def crashed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return crash_in(tmp_path_factory.mktemp("crashed"))


def opened(data: Path) -> Journal:
    journal = Journal(Folders(data).journal)
    journal.open()
    journal.cut()
    return journal


def with_snapshot_at(data: Path, seq: int) -> None:
    """Written by a replica, like the keeper's."""
    journal, replica = opened(data), Replica()
    for entries, place in journal.batches(journal.run_place()):
        for entry in entries:
            replica.follow(entry)
        if place.seq >= seq:
            replica.write_snapshot(Folders(data).snapshots, place)
            return


LOOKS = {
    "watch": WatchLook(wanted=(1,)), "ladder": LadderLook(low=BID - 500, high=BID + 500), "depth": DepthLook(), "candles": CandlesLook(),
    "heatmap": HeatLook(),
    "tape": TapeLook(), "orders": RowsLook(), "orders_blotter": RowsLook(), "accounts": VersionLook(),
    "fills": RowsLook(), "positions": VersionLook(), "kill": VersionLook(), "blast": BlastLook(),
    "equity": EquityLook(), "statistics": StatisticsLook(by=Grouping.INSTRUMENT), "risk": RiskLook(curve=-1),
    "performance": PerformanceLook(by=Grouping.STRATEGY), "operations": OperationsLook(part=Part.TRADES),
    "ticket": TicketLook(), "basket": BasketLook(), "session": VersionLook(), "approvals": VersionLook(), "people": VersionLook(),
    "triggers": VersionLook(), "breaks": VersionLook(), "groups": VersionLook(),
}


def pictures(replica: Replica) -> dict[str, Any]:
    """What every panel would draw first. Instruments are compared by their names."""
    assert {panel.projection for panel in PANELS if panel.projection} <= LOOKS.keys() | {"health"}
    made = replica.board.pictures({name: (name, look) for name, look in LOOKS.items()})
    assert made.keys() == LOOKS.keys()
    return {name: _plain(picture) for name, picture in made.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Instrument):
        return value.symbol
    if isinstance(value, msgspec.Struct):
        return [_plain(getattr(value, name)) for name in value.__struct_fields__]
    if isinstance(value, np.ndarray):
        return value.tolist()
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize("share", [0.05, 0.5, 0.99])
def test_a_snapshot_and_its_tail_are_the_whole_run(crashed: Path, tmp_path: Path, share: float) -> None:
    shutil.copytree(crashed, tmp_path / "data")
    whole = Replica()
    whole.recover(opened(crashed), tmp_path / "none")
    with_snapshot_at(tmp_path / "data", int(opened(crashed).last_seq * share))
    part = Replica()
    part.recover(opened(tmp_path / "data"), Folders(tmp_path / "data").snapshots)
    assert part.began > 0 == whole.began and not part.notes
    assert digest(part.engine.state) == digest(whole.engine.state)
    assert (part.opened, part.applied) == (whole.opened, whole.applied)
    assert pictures(part) == pictures(whole) and pictures(whole)
    assert part.projections.orders.sent == 4


def test_a_snapshot_of_another_session_clock_goes_on_with_todays(crashed: Path, tmp_path: Path) -> None:
    shutil.copytree(crashed, tmp_path / "data")
    with_snapshot_at(tmp_path / "data", 6_000)
    replica = Replica(days=TradingDays("America/New_York", 1020, 252))
    replica.recover(opened(tmp_path / "data"), Folders(tmp_path / "data").snapshots)
    equity = replica.projections.equity
    assert replica.began > 0 and equity.days_a_year == 252
    # A quarter to nine in the evening in London is a quarter to five in New York.
    assert equity.hour_of(replica.engine.state.at) == 16


def test_the_program_goes_on_from_a_snapshot_to_the_same_end(crashed: Path, tmp_path: Path) -> None:
    shutil.copytree(crashed, tmp_path / "data")
    with_snapshot_at(tmp_path / "data", 5_000)
    again = assemble(tmp_path / "data", speed_milli=1000)
    assert again.resumed and again.replica.began >= 5_000
    watch = Watch(again)
    again.start(time.monotonic_ns())
    again.core.submit(SetSpeed(0))
    again.core.submit(Resume())
    watch.until(lambda e: again.session.phase is PhaseOfRun.ENDED)
    assert again.stop("test")
    assert again.session.messages == 24_418 and again.session.trades_recorded == 501
    assert again.projections.orders.sent == 4


def test_a_bad_snapshot_is_said_and_the_one_before_it_taken(crashed: Path, tmp_path: Path) -> None:
    shutil.copytree(crashed, tmp_path / "data")
    folder = Folders(tmp_path / "data").snapshots
    with_snapshot_at(tmp_path / "data", 3_000)
    with_snapshot_at(tmp_path / "data", 6_000)
    new, old = snapshot.snapshots(folder)
    data = bytearray(new.read_bytes())
    data[len(data) // 2] ^= 1
    new.write_bytes(data)
    replica = Replica()
    replica.recover(opened(tmp_path / "data"), folder)
    assert replica.began == snapshot.read(old).seq
    assert replica.notes == [f"snapshot {new.name} is damaged"]
    old.write_bytes(b"")
    replica = Replica()
    replica.recover(opened(tmp_path / "data"), folder)
    assert replica.began == 0 and len(replica.notes) == 2


def test_every_flipped_byte_of_a_snapshot_is_found(crashed: Path, tmp_path: Path) -> None:
    replica = Replica()
    path = snapshot.write(tmp_path, replica.engine.state, opened(crashed).run_place(), 0, 0)
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(snapshot.Unusable):
            snapshot.read(path)


def test_a_snapshot_of_entries_that_the_journal_lost_is_not_taken(crashed: Path, tmp_path: Path) -> None:
    shutil.copytree(crashed, tmp_path / "data")
    with_snapshot_at(tmp_path / "data", 6_000)
    path = segments(Folders(tmp_path / "data").journal)[-1]
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
    replica = Replica()
    replica.recover(opened(tmp_path / "data"), Folders(tmp_path / "data").snapshots)
    assert replica.began == 0 and "is newer than the journal" in replica.notes[0]


def test_only_two_are_kept(crashed: Path, tmp_path: Path) -> None:
    shutil.copytree(crashed, tmp_path / "data")
    for seq in (1_000, 2_000, 3_000, 4_000):
        with_snapshot_at(tmp_path / "data", seq)
    found = [snapshot.read(path).seq for path in snapshot.snapshots(Folders(tmp_path / "data").snapshots)]
    assert len(found) == 2 and found[0] >= 4_000 > found[1] >= 3_000


# the keeper: a real process ---------------------------------------------------------------------------------------------


def with_the_keeper(folder: Path, upkeep: Upkeep) -> tuple[Assembly, Watch]:
    """Played until something was dropped, and paused then. The keeper works behind all others: on a busy machine the tape would end
    before that, so the market waits for it."""
    assembly = traded(folder, upkeep=upkeep)
    watch = Watch(assembly)

    def dropped() -> bool:
        return any(path.name.endswith(".dropped") for path in segments(folder / "journal"))

    while not dropped():
        kept, to = assembly.keeping.snapshot_seq, assembly.sequencer.seq + 2_500
        assembly.core.submit(Resume())
        watch.until(lambda e, to=to: e.seq > to, 60)  # type: ignore[misc]
        assembly.core.submit(Pause())
        waited = time.monotonic() + 240
        while assembly.keeping.snapshot_seq == kept and not dropped():
            assert time.monotonic() < waited, "the keeper did nothing"
            time.sleep(0.02)
    return assembly, watch


SMALL = Upkeep(keep=Keep(market_bytes=1), snapshot_every=1_000, segment=150_000)
"""A small session in small segments: the market-only ones go as soon as a snapshot is newer."""


def test_the_keeper_writes_snapshots_compresses_and_drops(tmp_path: Path) -> None:
    assembly, watch = with_the_keeper(tmp_path, SMALL)
    folder = tmp_path / "journal"
    assert assembly.stop("test") and assembly.keeping.snapshot_seq > 0
    names = [path.name for path in segments(folder)]
    assert any(name.endswith(".dropped") for name in names) and any(name.endswith(".zst") for name in names)
    assert not any(name.endswith(".dropped") for name in names[:1]), "the run's first segment holds its beginning"
    journal = Journal(folder, HeadCopy(tmp_path / "journal.head"))
    journal.open(whole=True)
    entries = list(journal.all_entries())
    kept = [entry.seq for entry in entries]
    assert any(isinstance(entry.message, SegmentsDropped) for entry in entries)
    assert kept[0] == 1 and kept[-1] == journal.last_seq and len(kept) < journal.last_seq
    ours = [entry.seq for entry in watch.entries if entry.touches_ours]
    assert set(ours) <= set(kept), "nothing of ours is dropped"
    again = assemble(tmp_path, upkeep=SMALL)
    assert not again.resumed and again.torn is None
    assert again.stop("test")


def copy_running(live: Path, to: Path) -> None:
    """As a crash would have left it: the head before the journal that it tells of, and no snapshot and no drop in between."""

    def standing() -> list[str]:
        names = [path.name for path in snapshot.snapshots(live / "snapshots")]
        return names + [path.name for path in segments(live / "journal") if not path.name.endswith(".journal")]

    while True:
        before = standing()
        shutil.rmtree(to, ignore_errors=True)
        to.mkdir()
        shutil.copy(live / "journal.head", to)
        try:
            shutil.copytree(live, to, ignore=shutil.ignore_patterns("journal.head"), dirs_exist_ok=True)
        except shutil.Error:
            continue  # a segment was replaced while it was copied
        if standing() == before:
            return


def test_a_run_whose_middle_was_dropped_goes_on_from_its_snapshot(tmp_path: Path) -> None:
    assembly, _ = with_the_keeper(tmp_path / "live", SMALL)
    copy_running(tmp_path / "live", tmp_path / "crashed")
    assert assembly.stop("test")
    again = assemble(tmp_path / "crashed")
    assert again.resumed and again.replica.began > 0 and again.projections.orders.sent == 4
    assert again.stop("test")
    for path in snapshot.snapshots(tmp_path / "crashed" / "snapshots"):
        path.unlink()
    with pytest.raises(Damaged, match="retention dropped some"):
        Replica().recover(opened_again(tmp_path / "crashed"), tmp_path / "none")


def opened_again(data: Path) -> Journal:
    """Before the clean end that followed: the run that was dropped into is the last one."""
    journal = Journal(Folders(data).journal)
    journal.open()
    return journal


def test_without_need_no_keeper_is_started(tmp_path: Path) -> None:
    assembly, _ = run(tmp_path)
    assert assembly.keeping.snapshot_seq == 0 and not (tmp_path / "snapshots").exists()
    assert REAL.names(tmp_path / "journal") == ["000000000001.journal"]
