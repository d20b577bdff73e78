"""A filling disk: told, then new orders are refused before the record could be cut short, and let through again."""

import time
from pathlib import Path

import pytest

from app.assembly import Upkeep
from app.disk_watch import LOOK_NS, DiskWatch
from core.domain.enums import Side
from core.journal.disk import RealDisk
from core.messages.commands import CancelOrder
from core.messages.events import OrderCancelled, OrderRefused, OrderWorking
from core.messages.notes import DiskSpace, Space
from core.messages.reasons import Reason
from tests.app.test_assembly import BID, LOT, Watch
from tests.sessions import assemble, limit


class Disk(RealDisk):
    def __init__(self, free: int) -> None:
        self.left = free
        self.gone = False

    def free(self, folder: Path) -> int:
        if self.gone:
            raise OSError(5, "Input/output error")
        return self.left


def test_each_line_is_told_once_and_left_with_a_margin(tmp_path: Path) -> None:
    disk = Disk(3_000)
    watch = DiskWatch(tmp_path, 2_000, 500, disk)
    at = iter(range(1, 10**12, LOOK_NS))
    assert watch.look(next(at)) is None
    steps = (
        (1_999, Space.LOW), (1_000, None), (499, Space.BLOCKED), (520, None), (551, Space.LOW), (2_100, None), (2_300, Space.ENOUGH),
    )
    for left, said in steps:
        disk.left = left
        note = watch.look(next(at))
        assert note == (None if said is None else DiskSpace(said, left)), left
    disk.gone = True
    assert watch.look(next(at)) == DiskSpace(Space.BLOCKED, 0), "not to know is not to have"


def test_it_looks_once_a_second(tmp_path: Path) -> None:
    disk = Disk(1)
    watch = DiskWatch(tmp_path, 2_000, 500, disk)
    assert watch.look(5) is not None
    disk.left = 10_000
    assert watch.look(LOOK_NS) is None and watch.look(5 + LOOK_NS) is not None


@pytest.mark.expects_log
def test_a_desk_on_a_filling_disk(tmp_path: Path) -> None:
    disk = Disk(10**12)
    assembly = assemble(tmp_path, speed_milli=1_000, upkeep=Upkeep(disk_low=2_000, disk_blocked=500))
    assembly.watch._disk = disk
    watch = Watch(assembly)
    assembly.start(time.monotonic_ns())
    assembly.core.submit(limit("a", Side.BUY, BID - 5_000, LOT))
    placed = watch.until(lambda e: any(isinstance(x, OrderWorking) for x in e.events)).seq
    disk.left = 1_500
    watch.until(lambda e: e.message == DiskSpace(Space.LOW, 1_500))
    assert "The disk is filling" in assembly.session.notice
    disk.left = 400
    watch.until(lambda e: e.message == DiskSpace(Space.BLOCKED, 400))
    assert "New orders are refused" in assembly.session.notice
    assembly.core.submit(limit("b", Side.BUY, BID - 5_000, LOT))
    refused = watch.event(OrderRefused)
    assert refused.reason is Reason.NO_DISK_SPACE  # type: ignore[attr-defined]
    assembly.core.submit(CancelOrder(placed))  # type: ignore[arg-type]
    watch.event(OrderCancelled)
    disk.left = 10**12
    watch.until(lambda e: e.message == DiskSpace(Space.ENOUGH, 10**12))
    assert assembly.stop("test")
