"""One-click trading armed or not, and everything that ends it by itself.

Invariant: it is armed only by a person, over a market that trades and whose data is fresh, in a ladder that can be seen; a minute
without a touch ends it. What else ends it the view says. A pause does not forbid it: orders go in while the market waits, and that is how
one trains; an ended session takes none.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from core.domain.enums import Mode
from core.projections.pictures import LadderPicture
from widgets.ladder import model
from widgets.tongue import tr

IDLE_MS: Final = 60_000
"""Chosen: long enough to wait for a price, short enough that a forgotten ladder is safe."""


class Arming(QObject):
    changed = Signal(bool)
    said = Signal(str)
    """Why it could not be armed, or is not any more; empty: nothing to say."""

    def __init__(self, is_seen: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._is_seen = is_seen
        self.armed = False
        self.idle = QTimer(self)
        self.idle.setSingleShot(True)
        self.idle.setInterval(IDLE_MS)
        self.idle.timeout.connect(lambda: self.disarm(tr("disarmed: idle for a minute")))

    def arm(self, picture: LadderPicture | None) -> None:
        wrong = self._hindrance(picture)
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
        """Touching the rows keeps an armed ladder awake."""
        if self.armed:
            self.idle.start()

    def meet(self, before: LadderPicture | None, picture: LadderPicture) -> None:
        """What a new picture does to it."""
        if before is not None and before.instrument.id != picture.instrument.id:
            self.disarm(tr("disarmed: another instrument"))
        if picture.kill_engaged:
            self.disarm(tr("disarmed: kill switch engaged"))
        elif before is not None and before.mode != picture.mode:
            self.disarm(tr("disarmed: mode changed"))
        elif picture.stale:
            self.disarm(tr("disarmed: the data is stale"))

    def _hindrance(self, picture: LadderPicture | None) -> str:
        if picture is None or not model.has_market(picture):
            return tr("no market to trade yet")
        if picture.kill_engaged:
            return tr("kill switch is engaged: release it first")
        if picture.mode is Mode.ENDED:
            return tr("the session has ended")
        if picture.stale:
            return tr("not armed: the data is stale")
        return "" if self._is_seen() else tr("the ladder is hidden")
