"""Signing in and out at this terminal: the accounts file on one side, the seat and the record on the other.

Invariants: a password is checked in a thread of its own and kept nowhere; every outcome goes through the core's door as a note
before the screen says so; whoever is no longer allowed loses the seat within a second; what two people changed in the machine is
written to the accounts file, and what was changed in the file is told to the machine, both within a second. Demo people sit down
by a click, while there are no accounts, and never after.
"""

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app import roster
from app.assembly import Assembly
from core.domain.roles import DEMO
from core.edge.accounts import Accounts, Outcome, Tried
from core.journal.entry import Entry
from core.messages.people import Failure, Leaving, Means, PersonSet, SignedIn, SignedOut, SignInFailed, TerminalLocked
from widgets.tongue import told

log = logging.getLogger(__name__)
LOOK_MS = 1000
"""How often the accounts file is looked at, and the seat's person."""
FIRST_DEMO = next(iter(DEMO))


class Signing(QObject):
    """changed: who sits, or whether it is locked. answered: what came of a try, as Tried, or one sentence."""

    changed = Signal()
    answered = Signal(object)
    _done = Signal(object)

    def __init__(self, assembly: Assembly, accounts: Accounts) -> None:
        super().__init__()
        self._assembly, self.accounts = assembly, accounts
        self.seat = assembly.core.seat
        self.seat.leave()
        self._worker = ThreadPoolExecutor(1, "accounts")
        self._done.connect(self._on_done)
        self._busy = self._was_gone = False
        self._trouble = ""
        self._told = accounts.version
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        assembly.board.subscribe("accounts", self._follow, ours_only=True)

    @property
    def demo(self) -> bool:
        return not self.accounts.real

    def start(self) -> None:
        """Whoever the record says sits here, from a process that ended without a word, does so no more."""
        before = self._assembly.projections.people.person
        if before:
            self._tell(SignedOut(before, Leaving.CLOSED))
        self._timer.start()
        if self.demo:
            self.sit_as_demo(FIRST_DEMO)
        else:
            self.changed.emit()

    def close(self) -> None:
        """Before the core stops."""
        self._timer.stop()
        self._leave(Leaving.CLOSED)
        self._worker.shutdown(wait=True)

    # what a person asks ---------------------------------------------------------------------------------------------

    def try_in(self, name: str, password: str, code: str) -> None:
        """The answer comes by `answered`; one try at a time."""
        if self._busy:
            return
        self._busy = True
        self._later(partial(self._check, name, password, code), asked=True)

    def sit_as_demo(self, person: str) -> None:
        if self.demo and person in DEMO:
            self._sit(person, Means.DEMO)

    def sign_out(self) -> None:
        self._leave(Leaving.ASKED)

    def lock(self, idle: bool = False) -> None:
        if self.seat.person and not self.seat.locked:
            self.seat.lock()
            self._tell(TerminalLocked(self.seat.person, idle))
            self.changed.emit()

    # what comes of it -----------------------------------------------------------------------------------------------

    def _sit(self, person: str, means: Means) -> None:
        if self.seat.person != person:
            self._leave(Leaving.REPLACED)
        self._tell(SignedIn(person, means))
        self.seat.take(person)
        self.changed.emit()

    def _leave(self, why: Leaving) -> None:
        person = self.seat.person
        if person:
            self.seat.leave()
            self._tell(SignedOut(person, why))
            self.changed.emit()

    def _tell(self, note: Any) -> None:
        self._assembly.core.submit(note, by_program=True)

    def _later(self, work: Callable[[], object], asked: bool = False) -> None:
        """asked: somebody waits for the answer."""
        self._worker.submit(work).add_done_callback(lambda future: self._done.emit((asked, future)))

    def _on_done(self, done: "tuple[bool, Future[object]]") -> None:
        """In the window's thread."""
        asked, future = done
        error = future.exception()
        if error is not None:
            log.error("the accounts could not be used: %s", error)
            if str(error) != self._trouble:
                # Once, not every second.
                self._trouble = str(error)
                self._assembly.session.tell(told("The accounts could not be used: {error}.", error=error))
        if asked:
            self._busy = False
            self._answer(told("The accounts could not be used: {error}.", error=error) if error is not None else future.result())

    def _answer(self, found: object) -> None:
        if isinstance(found, Tried):
            if found.outcome is Outcome.FAILED and found.failure is not None:
                self._tell(SignInFailed(found.person, found.failure, found.failures))
            elif found.outcome is Outcome.WAIT:
                self._tell(SignInFailed(found.person, Failure.TOO_SOON, found.failures))
            elif found.outcome is Outcome.IN:
                self._sit(found.person, Means.PASSWORD_AND_CODE if found.second else Means.PASSWORD)
        self.answered.emit(found)

    # the file and the machine, kept the same ------------------------------------------------------------------------

    def _follow(self, entry: Entry) -> None:
        """In the core's thread: two people have changed somebody's roles."""
        for event in entry.events:
            if type(event) is PersonSet and event.signed_by:
                self._later(partial(self._write, event))

    def _write(self, event: PersonSet) -> None:
        if self.accounts.real:
            self.accounts.set_roles(event.person, event.roles, event.enabled, " and ".join(event.signed_by))

    def _look(self) -> None:
        self._later(self._read)
        person, people = self.seat.person, self._assembly.engine.state.people
        gone = bool(person) and people.declared and (person in people.disabled or person not in people.roles)
        if gone and self._was_gone:
            self._leave(Leaving.NO_LONGER_ALLOWED)
        # Twice in a row: who has just been added signs in before the machine has been told.
        self._was_gone = gone and bool(self.seat.person)

    def _read(self) -> None:
        """What another process wrote (main.py people), told to the machine."""
        self.accounts.read()
        if self.accounts.version != self._told:
            self._told = self.accounts.version
            for change in roster.changes(self._assembly.engine.state.people, roster.wanted(self.accounts)):
                self._tell(change)

    def _check(self, name: str, password: str, code: str) -> Tried:
        tried = self.accounts.check(name, password, code, time.time_ns())
        # The check has read the file: whoever was just added is told to the machine before they sit down.
        self._read()
        return tried
