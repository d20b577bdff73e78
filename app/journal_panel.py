"""Between the journal panel and what it asks for: one search a panel, its pages brought to the window's thread; an entry's moment on the
tape, which is asked about first when orders work or the run would end for it.
"""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.assembly import Assembly
from app.journal_search import Search
from app.window import TerminalWindow
from core.domain.enums import PhaseOfRun
from core.messages.commands import PlayTo
from widgets.journal.form import Query
from widgets.journal.kinds import offered
from widgets.journal.view import JournalView
from widgets.offer import Choice, Question
from widgets.scales import clock_text
from widgets.tongue import told, tr

PANEL = "journal"
REPLAY = "replay"
"""Key of the question."""


class JournalPanel(QObject):
    came = Signal(object, object, object)

    def __init__(self, window: TerminalWindow, assembly: Assembly, folder: Path) -> None:
        super().__init__(window)
        self._window, self._assembly, self._folder = window, assembly, folder
        self._searches: dict[JournalView, Search] = {}
        self._ending: list[Search] = []
        self.came.connect(self._give)
        window.docking.furnish(PANEL, self._furnish)

    def close(self) -> None:
        for search in (*self._searches.values(), *self._ending):
            search.close()
        self._searches, self._ending = {}, []

    def _furnish(self, view: JournalView) -> None:
        view.offer_kinds(offered())
        for before, search in list(self._searches.items()):
            if search is view.looking:
                # It took that one's place, in another language: the search goes on.
                self._searches[view] = self._searches.pop(before)
        view.day = self._assembly.tape.head.first_at
        view.searched.connect(lambda query: self._begin(view, query))
        view.older.connect(lambda: self._searches[view].more() if view in self._searches else None)
        view.stopped.connect(lambda: self._stop(view))
        view.replayed.connect(self.ask_replay)
        view.destroyed.connect(lambda: self._end(view))

    def ask_replay(self, at: int) -> None:
        """To that session time: at once when nothing is lost by it, else after a question."""
        session, head = self._assembly.session, self._assembly.tape.head
        when = clock_text(at)
        if not head.first_at <= at <= head.last_at:
            span = tr("{clock} to {clock_2}", clock=clock_text(head.first_at), clock_2=clock_text(head.last_at))
            session.tell(told("The entry of {when} is of another session: this tape goes from {span}.", when=when, span=span))
            return
        ends = session.phase is PhaseOfRun.RUNNING and at < session.at
        working = len(self._assembly.projections.orders.open)
        if session.phase is not PhaseOfRun.RUNNING or not (ends or working):
            self._assembly.core.submit(PlayTo(at))
            return
        orders = tr("no order works") if not working else tr("1 order works") if working == 1 else tr(
            "{working} orders work", working=working,
        )
        begins = orders.capitalize()
        heading = tr("{begins}: going back to {when} ends this run.", begins=begins, when=when) if ends else tr(
            "{begins} while the tape plays on to {when}.",
            begins=begins, when=when,
        )
        words = (
            tr("Orders and positions of the run are gone. The tape plays from its beginning, as fast as it can, and stands there.") if ends
            else tr("It plays as fast as it can, and stands there: what works may be filled on the way.")
        )
        yes = Choice("go", tr("End it and go back") if ends else tr("Play on"), tr("Plays the tape to that time and pauses"))
        no = Choice("", tr("Stay"), tr("Nothing is changed (Esc)"))
        # The window's strip of now: another language makes it anew.
        self._window.offers.ask(Question(
            REPLAY, heading, words, (yes, no), lambda choice, _typed: self._replay(choice, at), takes_focus=True,
        ))

    def _replay(self, choice: str, at: int) -> None:
        if choice == "go":
            self._assembly.core.submit(PlayTo(at))

    def _begin(self, view: JournalView, query: Query) -> None:
        self._end(view)
        quotes = self._assembly.projections.market.quotes
        instruments: dict[int, Any] = {int(id): quote.instrument for id, quote in list(quotes.items())}
        made: list[Search] = []
        search = Search(self._folder, query, instruments, lambda hits, progress: self.came.emit(made[0], hits, progress))
        made.append(search)
        self._searches[view] = view.looking = search
        search.more()

    def _stop(self, view: JournalView) -> None:
        if view in self._searches:
            self._searches[view].stop()

    def _end(self, view: JournalView) -> None:
        search = self._searches.pop(view, None)
        if search is not None:
            # The window does not wait for a segment that is being read.
            search.stop()
            self._ending = [*(one for one in self._ending if one.running), search]

    def _give(self, search: Search, hits: Any, progress: Any) -> None:
        """A page of a search that was replaced since belongs to nobody."""
        for view, current in self._searches.items():
            if current is search:
                view.give(hits, progress)
