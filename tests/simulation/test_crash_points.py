"""A crash before every operation of the disk in a session of a thousand messages, and within the recoveries from some of them."""

from collections.abc import Callable
from random import Random

import pytest

from core.journal.reader import Journal
from tests.simulation.crash_points import CRASHES, Crashes, Lost
from tests.simulation.false_clock import FalseClock, everywhere
from tests.simulation.false_disk import FalseDisk, Fault, Killed, Outcome
from tests.simulation.session import JOURNAL, Session

STEPS, SEED = 1_000, 1
LONG_S = 600
"""Chosen: ten times what it takes alone."""
Record = Callable[[str, object], None]


@pytest.fixture(scope="module")
def session() -> Session:
    with everywhere(FalseClock()):
        played = Session(FalseDisk(), SEED)
        played.run(STEPS)
    return played


def test_the_session_has_everything_in_it(session: Session) -> None:
    kinds = {op[0] for op in session.disk.ops}
    assert kinds == {"create", "write", "sync", "truncate", "rename", "remove", "sync_folder"}
    assert min(session.kinds[kind] for kind in ("snapshots", "compressed", "ends")) > 5
    assert len(Journal(JOURNAL, None, session.disk).paths) > 10
    assert len(session.notes.lives[-1].entries) >= STEPS and len(session.notes.told) > 400


@pytest.mark.timeout(LONG_S)
def test_nothing_told_is_lost_wherever_the_power_goes(session: Session, record_property: Record) -> None:
    crashes = Crashes(session.notes, SEED)
    with everywhere(FalseClock()):
        crashes.everywhere(session.disk.ops)
    record_property("recoveries", crashes.count)
    assert crashes.count == (len(session.disk.ops) + 1) * len(CRASHES) > 10_000


@pytest.mark.timeout(LONG_S)
def test_a_recovery_may_crash_too(session: Session, record_property: Record) -> None:
    crashes = Crashes(session.notes, SEED)
    with everywhere(FalseClock()):
        crashes.within_recoveries(session.disk.ops, each=307)
    record_property("recoveries", crashes.count)
    assert crashes.count > 1_000


@pytest.mark.parametrize("number", [50, 400, 1_000, 1_500])
def test_a_trace_played_again_is_the_disk_of_a_real_run(session: Session, number: int) -> None:
    again = FalseDisk()
    again.faults[number] = Fault.KILLED
    with everywhere(FalseClock()), pytest.raises(Killed):
        Session(again, SEED).run(STEPS)
    played = FalseDisk()
    for op in session.disk.ops[:number]:
        played.apply(op)
    for outcome, sector in CRASHES:
        one, other = (disk.crashed(Random(number), outcome, sector) for disk in (again, played))
        assert {path: one.read(path) for path in one.paths} == {path: other.read(path) for path in other.paths}


def test_a_loss_is_seen(session: Session) -> None:
    """The proof proves something: a disk that forgets what it synced is found out."""
    ops = session.disk.ops[:400]
    liar = [op for op in ops if op[0] != "sync"]
    left = FalseDisk()
    for op in liar:
        left.apply(op)
    life, told = session.notes.before(400)
    with everywhere(FalseClock()), pytest.raises(Lost, match=r"had been told of|Damaged"):
        Crashes(session.notes, SEED).recover(left.crashed(Random(1), Outcome.DROPPED, 512), life, told, "here")
