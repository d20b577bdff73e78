"""When the kill switch is rehearsed: once after each start, when the window is usable, and whenever somebody asks.

In a thread of its own that gives way: the core and the window come first. What came of it goes where the screens show it, and into
the drill log; a rehearsal that failed is said loudly, and stops nothing by itself.
"""

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path

from app.rehearsal import ORDERS, last, note, rehearse
from core.projections.kill import Kill
from widgets.tongue import told

log = logging.getLogger(__name__)
REST_S = 0.001
"""After each small piece of work: a frame must not miss its time for a rehearsal."""


class Rehearsing:
    """tell: a sentence for the operator. Made, asked and closed in one thread."""

    def __init__(self, data: Path, kill: Kill, tell: Callable[[str], None], orders: int = ORDERS) -> None:
        self._data, self._kill, self._tell, self._orders = data, kill, tell, orders
        self._thread: threading.Thread | None = None
        self._stopped = threading.Event()
        kill.tested = last(data)

    def begin(self) -> None:
        """Unless one is going on."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._run, name="rehearsal", daemon=True)
            self._thread.start()

    def close(self) -> None:
        self._stopped.set()
        if self._thread is not None:
            self._thread.join(5)

    def _run(self) -> None:
        tested = rehearse(self._orders, self._breathe)
        if self._stopped.is_set():
            return
        self._kill.tested = tested
        self._kill.version += 1
        if tested.problem:
            log.error("the rehearsal of the kill switch failed: %s", tested.problem)
            self._tell(told(
                "The rehearsal of the kill switch failed: {problem}. Do not trade before somebody has looked.",
                problem=tested.problem,
            ))
        try:
            note(self._data, tested)
        except OSError as error:
            log.warning("the drill log cannot be written: %s", error)

    def _breathe(self) -> None:
        if self._stopped.is_set():
            raise Interrupted
        time.sleep(REST_S)


class Interrupted(Exception):
    """The program ends."""
