"""A machine and its projections, brought to the end of a journal: from the newest good snapshot and the entries after it, else
from the beginning of the run. Recovery, the keeper process and `journal verify` all stand on it.

A snapshot without readable projections (another version of the program wrote it) is used only where the run's beginning is gone.
"""

import logging
from collections.abc import Callable
from pathlib import Path

from app import projection_memory
from app.projections import Projections
from app.recovering import OnRecovery, silent
from app.seeding import events_of
from core.edge.tape_file import OPENING
from core.journal import snapshot
from core.journal.disk import REAL, Disk
from core.journal.entry import Entry
from core.journal.log import Place
from core.journal.reader import Gap, Journal
from core.machine.engine import Engine
from core.machine.state import State
from core.messages.commands import StartRun
from core.messages.flow import FlowCancel, FlowFilled, FlowLimit, FlowMarket
from core.projections.board import Board
from core.projections.session import Session
from core.projections.trading_day import TradingDays
from core.replay import apply

log = logging.getLogger(__name__)
TELL_EVERY = 64
"""Entries between two words on how far it is: about a millisecond."""
FLOW = (FlowLimit, FlowMarket, FlowCancel, FlowFilled)


class Replica:
    """opened, applied: messages of the opening book, and of Flow after it, since the run began. wall_ns: the last
    entry's clock, 0 when none was followed. notes: what a person should know
    of the recovery, one sentence each. began: the snapshot's seq, 0 without one. on_recovery: told how far it is."""

    def __init__(
        self, environment: str = "", durability: str = "", on_fault: Callable[[str, BaseException], None] | None = None,
        days: TradingDays | None = None, on_recovery: OnRecovery = silent,
    ) -> None:
        self._days = days or TradingDays()
        self._on_recovery = on_recovery
        self._on_fault = on_fault or _log_fault
        self._environment, self._durability = environment, durability
        self.notes: list[str] = []
        self.began = 0
        self._empty()

    def _empty(self) -> None:
        self.engine = Engine(State())
        self.projections = Projections(Session(self._environment, self._durability), self.engine, days=self._days)
        self.board: Board = self.projections.board(self._on_fault)
        self.opened = self.applied = 0
        self.wall_ns = 0

    def recover(self, journal: Journal, folder: Path, disk: Disk = REAL) -> None:
        """folder: of the snapshots. Raises Damaged, Mismatch, OSError."""
        self._recover(journal, folder, disk)
        journal.must_be_noted(self.engine.state.dropped)

    def _recover(self, journal: Journal, folder: Path, disk: Disk) -> None:
        found, skipped = snapshot.newest(folder, journal, disk)
        self.notes += skipped
        if found is not None and self.take(found):
            self._follow_all(journal, found.place)
            return
        try:
            self._follow_all(journal, None)
        except Gap:
            if found is None:
                raise
            # The run's beginning was dropped: the desk stands as it stood, the screens begin where the snapshot was taken.
            self._empty()
            if not self.take(found, without_projections=True):
                raise
            self._seed()
            self.notes.append(f"the screens begin at entry {found.seq}: what came before was dropped from the journal")
            self._follow_all(journal, found.place)

    def _follow_all(self, journal: Journal, start: Place | None) -> None:
        """start: None: the run's beginning."""
        before = -1
        for entry in journal.entries(start):
            if before < 0:
                before = entry.seq - 1
            if entry.seq % TELL_EVERY == 0:
                self._on_recovery(entry.seq - before, journal.last_seq - before)
            self.follow(entry)

    def take(self, found: snapshot.Snapshot, without_projections: bool = False) -> bool:
        """Begins where a snapshot stands; False, and a note, when it does not fit this program."""
        try:
            state = found.state()
            engine = Engine(state)
            if not without_projections:
                if found.extra_for != projection_memory.fits():
                    return False
                self.projections = projection_memory.recall(found.extra, engine)
                self.projections.session.environment = self._environment
                self.projections.session.durability = self._durability
                self.projections.equity.use(self._days)
                self.projections.lines.begin()
        except (snapshot.Unusable, projection_memory.Forgotten) as error:
            self.notes.append(str(error))
            return False
        if without_projections:
            self.projections = Projections(Session(self._environment, self._durability), engine, days=self._days)
        self.engine = engine
        self.board = self.projections.board(self._on_fault)
        self.opened, self.applied = found.opened, found.applied
        self.began = found.seq
        self.wall_ns = found.wall_ns
        return True

    def _seed(self) -> None:
        state = self.engine.state
        self.board.publish(Entry(state.seq, state.at, None, list(events_of(state)), False, self.wall_ns, 0))

    def follow(self, entry: Entry) -> None:
        """Raises Mismatch."""
        apply(self.engine, entry)
        self.wall_ns = entry.wall_ns
        message = entry.message
        if isinstance(message, FLOW):
            self.applied += 1
        elif isinstance(message, OPENING):
            self.opened += 1
        elif isinstance(message, StartRun):
            self.opened = self.applied = 0
        self.board.publish(entry)

    def write_snapshot(self, folder: Path, place: Place, disk: Disk = REAL) -> Path:
        """The replica stands exactly at place. Raises OSError."""
        return snapshot.write(
            folder, self.engine.state, place, self.opened, self.applied, disk, projection_memory.remember(self.projections),
            projection_memory.fits(), wall_ns=self.wall_ns,
        )


def _log_fault(name: str, error: BaseException) -> None:
    log.error("projection or subscriber %s raised and is off until the next start", name, exc_info=error)
