"""Which trips of the kill switch get an incident report, and when: once the stop rests, and again when it goes on from there.

A subscriber of the board notes seq numbers, microseconds in the core's thread; a thread here starts a process that reads the journal and
writes DATA/incidents. Nothing waits for any of it, and a report that cannot be written is said and left.
"""

import logging
import queue
import subprocess
import sys
import threading
from pathlib import Path

from app import which_core
from app.assembly import Assembly
from core.domain.stages import Stage
from core.journal.entry import Entry
from core.messages.events import KillReleased, RunStarted
from core.messages.stopping import FlattenChanged, StageChanged

log = logging.getLogger(__name__)
RESTED = (Stage.VERIFIED, Stage.UNVERIFIED, Stage.HOLDING, Stage.CANCEL_ONLY)
LONGEST_S = 120
"""For one report: a day of the journal is replayed for it."""
MOST = 64
"""Reports that wait; those beyond are left out, and said."""
Trip = tuple[int, int, str, int]
"""Run's first entry, generation, scope, last entry."""


class Incidents:
    def __init__(self, assembly: Assembly) -> None:
        self._data: Path = assembly.folders.data
        self._tell = assembly.session.tell
        self._run_seq = 1
        self._waiting: queue.Queue[Trip | None] = queue.Queue(MOST)
        self._child: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._write_all, name="incidents", daemon=True)
        self._began = False
        assembly.board.subscribe("incidents", self.take, ours_only=True)

    def take(self, entry: Entry) -> None:
        """In the core's thread."""
        for event in entry.events:
            if isinstance(event, RunStarted):
                self._run_seq = entry.seq
            elif (isinstance(event, StageChanged) and event.stage in RESTED) or isinstance(event, KillReleased | FlattenChanged):
                if event.scope:
                    self._put((self._run_seq, event.generation, event.scope, entry.seq))

    def close(self) -> None:
        """What waits is not written any more: the journal has it."""
        self._closed = True
        if self._began:
            child = self._child
            if child is not None and child.poll() is None:
                child.terminate()
            self._waiting.put(None)
            self._thread.join(5)

    def _put(self, trip: Trip) -> None:
        if not self._began:
            self._began = True
            self._thread.start()
        try:
            self._waiting.put_nowait(trip)
        except queue.Full:
            log.error("too many incident reports wait; the one for engagement %d was left out", trip[1])

    def _write_all(self) -> None:
        while not self._closed:
            trip = self._waiting.get()
            if trip is None:
                return
            self._write(trip)

    def _write(self, trip: Trip) -> None:
        core = "compiled" if which_core.present().compiled else "plain"
        command = [sys.executable, "-m", "app.incident_start", core, str(self._data), *map(str, trip)]
        try:
            self._child = subprocess.Popen(
                command, cwd=Path(__file__).parents[1], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
            )
            _, said = self._child.communicate(timeout=LONGEST_S)
        except (OSError, subprocess.TimeoutExpired) as error:
            if self._child is not None:
                self._child.kill()
            log.error("no incident report for engagement %d: %s", trip[1], error)
            return
        if self._child.returncode and not self._closed:
            log.error("no incident report for engagement %d: %s", trip[1], said.decode(errors="replace").strip() or "not in the journal")
