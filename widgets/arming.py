"""One-click trading armed or not, and everything that ends it by itself. The ladder and the chart share it.

Invariant: it is armed only by a person, over a market that trades and whose data is fresh, in a panel that can be seen; a minute
without a touch ends it. What else ends it the view says. A pause does not forbid it: orders go in while the market waits, and that is how
one trains; an ended session takes none.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from core.domain.enums import Mode
from widgets.tongue import tr

IDLE_MS: Final = 60_000
"""Chosen: long enough to wait for a price, short enough that a forgotten panel is safe."""


class Ground(NamedTuple):
    """What a picture says of whether one may be armed. has_market: there is a price."""

    instrument: int
    mode: Mode
    kill_engaged: bool
    stale: bool
    has_market: bool


class Arming(QObject):
    changed = Signal(bool)
    said = Signal(str)
    """Why it could not be armed, or is not any more; empty: nothing to say."""

    def __init__(self, is_seen: Callable[[], bool], hidden: str, parent: QObject) -> None:
        """hidden: the sentence for a panel that cannot be seen."""
        super().__init__(parent)
        self._is_seen, self._hidden = is_seen, hidden
        self.armed = False
        self.idle = QTimer(self)
        self.idle.setSingleShot(True)
        self.idle.setInterval(IDLE_MS)
        self.idle.timeout.connect(lambda: self.disarm(tr("disarmed: idle for a minute")))

    def arm(self, ground: Ground | None) -> None:
        wrong = self._hindrance(ground)
        if wrong:
            self.changed.emit(False)
            self.said.emit(wrong)
            return
        self.armed = True
        self.idle.start()
        self.changed.emit(True)
        self.said.emit("")

    def disarm(self, why: str = "") -> None:
        """why: shown for a moment, when it was armed."""
        self.idle.stop()
        if self.armed:
            self.armed = False
            self.changed.emit(False)
            self.said.emit(why)

    def touched(self) -> None:
        """A hand at work keeps an armed panel awake."""
        if self.armed:
            self.idle.start()

    def meet(self, before: Ground | None, ground: Ground) -> None:
        """What a new picture does to it."""
        if before is not None and before.instrument != ground.instrument:
            self.disarm(tr("disarmed: another instrument"))
        if ground.kill_engaged:
            self.disarm(tr("disarmed: kill switch engaged"))
        elif before is not None and before.mode != ground.mode:
            self.disarm(tr("disarmed: mode changed"))
        elif ground.stale:
            self.disarm(tr("disarmed: the data is stale"))

    def _hindrance(self, ground: Ground | None) -> str:
        if ground is None or not ground.has_market:
            return tr("no market to trade yet")
        if ground.kill_engaged:
            return tr("kill switch is engaged: release it first")
        if ground.mode is Mode.ENDED:
            return tr("the session has ended")
        if ground.stale:
            return tr("not armed: the data is stale")
        return "" if self._is_seen() else self._hidden
