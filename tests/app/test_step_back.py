"""What works beside the terminal leaves the processor to it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
