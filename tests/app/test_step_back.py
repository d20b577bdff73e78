"""What works beside the terminal leaves the processor to it."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.step_back import Aside
from tests.sessions import ROOT

SAID = """
import os, sys
from pathlib import Path
from app.step_back import BEHIND, LAST, step_back
step_back(LAST if sys.argv[1] == "last" else BEHIND)
print(os.nice(0), os.sched_getscheduler(0) == os.SCHED_IDLE, Path("/proc/self/autogroup").read_text().split()[-1])
"""

GROUP = Path("/proc/self/autogroup")
# There, but empty: the kernel can, and this process is in no group.
shares_among_sessions = pytest.mark.skipif(
    not GROUP.exists() or not GROUP.read_text().split(), reason="this system does not share the processor among sessions first"
)


def said(how: str, session: bool) -> list[str]:
    asked = [sys.executable, "-c", SAID, how]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True, start_new_session=session)
    return done.stdout.split()


@shares_among_sessions
@pytest.mark.parametrize(("how", "niceness", "idle"), [("behind", 10, "False"), ("last", 19, "True")])
def test_a_session_of_its_own_steps_back_as_a_whole(how: str, niceness: int, idle: str) -> None:
    nice, scheduler, group = said(how, session=True)
    assert int(nice) == min(os.nice(0) + niceness, 19) and scheduler == idle and group == str(niceness)


@shares_among_sessions
def test_the_session_that_it_shares_does_not_step_back_with_it() -> None:
    before = GROUP.read_text().split()[-1]
    nice, _, group = said("behind", session=False)
    assert int(nice) == min(os.nice(0) + 10, 19) and group == before == GROUP.read_text().split()[-1]


def where() -> Iterator[tuple[int, int]]:
    """The thread that makes each of five pieces, and how the system schedules it."""
    for _ in range(5):
        yield threading.get_ident(), os.sched_getscheduler(0)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a thread that gives way")
def test_work_aside_gives_way_and_who_asked_for_it_does_not() -> None:
    made = list(Aside().each(where()))
    assert len(made) == 5 and len(set(made)) == 1
    assert made[0][0] != threading.get_ident() and made[0][1] == os.SCHED_IDLE
    assert os.sched_getscheduler(0) == os.SCHED_OTHER


def test_work_that_got_no_processor_goes_on_in_the_callers_thread_and_is_put_aside_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Aside, "LONG_S", -1.0)
    aside = Aside()
    first, *rest = [thread == threading.get_ident() for thread, _ in aside.each(where())]
    assert not first and all(rest)
    monkeypatch.setattr(Aside, "HERE_S", 0.0)
    again = Aside()
    assert not any(thread == threading.get_ident() for thread, _ in again.each(where()))


def test_what_goes_wrong_aside_goes_wrong_here() -> None:
    def pieces() -> Iterator[int]:
        yield 1
        raise OSError("disk")

    made = []
    with pytest.raises(OSError, match="disk"):
        made.extend(Aside().each(pieces()))
    assert made == [1]
