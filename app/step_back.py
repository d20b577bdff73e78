"""How the processes that work beside the terminal leave the processor to it."""

import contextlib
import os
import sys
from pathlib import Path

BEHIND = 10
"""Niceness of what somebody waits for, if not at once: snapshots, reports. A tenth of the terminal's share when both want it."""
LAST = 19
"""Of what nobody waits for: where others of its session are busy it stands still."""


def step_back(niceness: int) -> None:
    """Of this process, for good."""
    if os.name == "nt":
        return
    os.nice(niceness)
    if sys.platform != "linux":
        return
    if niceness >= LAST:
        with contextlib.suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    if os.getsid(0) == os.getpid():
        # Linux may share the processor among sessions first (sched(7), autogroup): without this, a session of niced processes
        # weighs as much as the terminal's, and takes a processor from whatever thread holds the interpreter.
        with contextlib.suppress(OSError):
            Path("/proc/self/autogroup").write_text(str(niceness))
