"""The terminal's side of the keeper process: starts it when there is enough to keep, tells it how far the journal is durable, and
hands on what it says. It is not needed for anything to be right, so whatever goes wrong with it is said and left."""

import contextlib
import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app import which_core
from app.keeper import FOLLOW_ENTRIES, SNAPSHOT_ENTRIES
from core.journal.retention import Keep
from core.messages.notes import SegmentsDropped
from core.projections.trading_day import TradingDays
from widgets.tongue import told

log = logging.getLogger(__name__)
ROOT = Path(__file__).parents[1]


class Keeping:
    """submit takes SegmentsDropped; told takes a sentence for the operator. Both are called in a thread of its own."""

    def __init__(
        self, data: Path, since: int, keep: Keep, submit: Callable[[SegmentsDropped], object], told: Callable[[str], None],
        every: int = SNAPSHOT_ENTRIES, days: TradingDays | None = None,
    ) -> None:
        self._days = days or TradingDays()
        self._data = data
        self._keep = keep
        self._submit = submit
        self._told = told
        self._every = every
        self._next = since + every
        self._process: subprocess.Popen[bytes] | None = None
        self._offered: set[tuple[int, ...]] = set()
        self.snapshot_seq = since
        self.failed = False
        self.problem = ""

    def durable(self, seq: int) -> None:
        """From the core thread, after each batch: cheap unless a step is due."""
        if seq < self._next or self.failed:
            return
        self._next = seq + min(FOLLOW_ENTRIES, self._every)
        self.say({"durable": seq})

    def dropped(self, note: SegmentsDropped) -> None:
        """The core's note is durable."""
        self.say({"dropped": list(note.first_seqs)})

    def say(self, message: dict[str, Any]) -> None:
        try:
            process = self._process or self._start()
            assert process.stdin is not None
            process.stdin.write(json.dumps(message).encode() + b"\n")
            process.stdin.flush()
        except OSError as error:
            self._fail(told("the keeper process is gone ({error}): no snapshots until the next start", error=error))

    def _start(self) -> subprocess.Popen[bytes]:
        word = "compiled" if which_core.present().compiled else "plain"
        command = [sys.executable, "-m", "app.keeper_start", word, str(self._data), str(self._every), self._days.text]
        process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # Ctrl+C in the shell is the terminal's, not the keeper's; but of one session, so that its threads come before the keeper.
            process_group=0 if os.name != "nt" else None,
        )
        self._process = process
        threading.Thread(target=self._listen, args=(process,), name="keeper", daemon=True).start()
        assert process.stdin is not None
        keep = self._keep
        process.stdin.write(json.dumps({"keep": [keep.market_days, keep.market_bytes, keep.years]}).encode() + b"\n")
        return process

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None and process.stderr is not None
        for line in process.stdout:
            self._heard(json.loads(line))
        trouble = process.stderr.read().decode(errors="replace").strip()
        if trouble:
            log.error("the keeper process failed: %s", trouble)
            self._fail(told("the keeper process failed: no snapshots until the next start; details are in the log"))
        process.stdout.close()
        process.stderr.close()

    def _heard(self, message: dict[str, Any]) -> None:
        if "snapshot" in message:
            self.snapshot_seq = message["snapshot"]
            log.info("snapshot of entry %s written in %s ms", message["snapshot"], message["ms"])
        elif "drop" in message:
            first_seqs = tuple(message["drop"])
            if first_seqs not in self._offered:
                self._offered.add(first_seqs)
                self._submit(SegmentsDropped(first_seqs, message["size"]))
        else:
            self.problem = message["problem"]
            log.warning("keeper: %s", self.problem)
            self._told(self.problem)

    def _fail(self, sentence: str) -> None:
        if not self.failed:
            self.failed = True
            self.problem = sentence
            self._told(sentence)

    def close(self) -> None:
        """Lets it go; it may finish a snapshot it is writing, within a second."""
        process = self._process
        if process is None:
            return
        assert process.stdin is not None
        with contextlib.suppress(OSError):
            process.stdin.close()
        try:
            process.wait(1)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
