"""Where the session stands: mode, clock, progress, and how faithfully our engine makes history's trades.

The player (app/core_thread.py) tells it what no entry says: speed, pause, the tape's length, recorded trades.
"""

import time
from collections import deque
from collections.abc import Mapping
from typing import Any

from core.domain.enums import Mode, PhaseOfRun
from core.messages.events import KillEngaged, KillReleased, RunEnded, RunStarted
from core.messages.market_data import TapeDiverged, TradePrinted
from core.messages.stopping import StageChanged
from core.projections.board import Fold
from core.projections.pictures import SessionPicture, VersionLook
from core.projections.stages import Stages

Trade = tuple[int, int, int, int]
"""Maker, taker, price, lots."""
TOLD_LIMIT = 100
"""Sentences for the operator that one picture carries. Chosen: more do not come between two pictures, unless something repeats itself."""
UNMATCHED_LIMIT = 4_096
"""Trades whose other side may still come: it is next to them in time. A market of which nobody recorded the trades has none."""


class Session:
    """version counts changes that are rarer than the clock; the picture also changes with session time."""

    def __init__(self, environment: str, durability: str) -> None:
        self.environment = environment
        self.durability = durability
        self.version = 0
        self.session = self.title = ""
        self.told: deque[tuple[int, str]] = deque(maxlen=TOLD_LIMIT)
        self.first_at = self.last_at = self.at = 0
        self.speed_milli = 1000
        self.paused = False
        self.phase = PhaseOfRun.IDLE
        self.messages = self.messages_total = 0
        self.trades_total = 0
        self.stages = Stages()
        self.folds: Mapping[type, Fold] = {
            TradePrinted: self._on_trade,
            TapeDiverged: self._on_diverged,
            RunStarted: self._on_run,
            RunEnded: self._on_ended,
            KillEngaged: self._on_kill,
            StageChanged: self._on_kill,
            KillReleased: self._on_kill,
        }
        self._clear()

    def __getstate__(self) -> dict[str, Any]:
        """For a snapshot: what was told is of this process, and nothing that the next one has to say."""
        return vars(self) | {"told": deque(maxlen=TOLD_LIMIT)}

    def _clear(self) -> None:
        self.trades = self.trades_recorded = self.trades_matched = self.diverged = 0
        self._unmatched: dict[Trade, int] = {}

    @property
    def mode(self) -> Mode:
        if self.phase is PhaseOfRun.ENDED:
            return Mode.ENDED
        return Mode.PAUSED if self.paused else Mode.LIVE_SIM

    def tell(self, *sentences: str) -> None:
        """What the operator should know, from any thread; an empty one is nothing. Each is numbered by the monotonic clock, so that whoever
        shows them knows which are new: two may come between two pictures."""
        for sentence in filter(None, sentences):
            self.told.append((time.monotonic_ns(), sentence))
        self.version += 1

    @property
    def notice(self) -> str:
        """The newest of them."""
        return self.told[-1][1] if self.told else ""

    def recorded(self, maker: int, taker: int, price: int, qty: int) -> None:
        """History made this trade; ours may come before or after."""
        self.trades_recorded += 1
        self._match((maker, taker, price, qty), -1)

    def picture(self, look: VersionLook) -> SessionPicture | None:
        version = self.version * 1_000_003 + self.messages + self.trades + (self.at // 1_000_000) * 31
        if version == look.version:
            return None
        return SessionPicture(
            version, self.mode, self.phase, self.environment, self.durability, self.session, self.title, self.first_at,
            self.last_at, self.at, self.speed_milli / 1000, self.paused, self.messages, self.messages_total, self.trades,
            self.trades_recorded, self.trades_matched, self.diverged, tuple(self.told),
        )

    def _match(self, trade: Trade, sign: int) -> None:
        """Counts a pair as soon as both sides of it were seen."""
        waiting = self._unmatched.get(trade, 0)
        if waiting * sign < 0:
            self.trades_matched += 1
        waiting += sign
        if waiting:
            self._unmatched[trade] = waiting
            if len(self._unmatched) > UNMATCHED_LIMIT:
                del self._unmatched[next(iter(self._unmatched))]
        else:
            del self._unmatched[trade]

    def _on_trade(self, at: int, e: TradePrinted) -> None:
        self.trades += 1
        self._match((e.maker, e.taker, e.price, e.qty), 1)

    def _on_diverged(self, at: int, event: TapeDiverged) -> None:
        self.diverged += 1
        self.version += 1

    def _on_run(self, at: int, event: RunStarted) -> None:
        self._clear()
        self.phase = PhaseOfRun.RUNNING
        self.session = event.session
        self.stages.on_run(at, event)
        self.version += 1

    def _on_ended(self, at: int, event: RunEnded) -> None:
        self.phase = PhaseOfRun.ENDED
        self.version += 1

    def _on_kill(self, at: int, event: Any) -> None:
        self.stages.folds[type(event)](at, event)
        self.version += 1

    @property
    def kill_engaged(self) -> bool:
        return self.stages.engaged
