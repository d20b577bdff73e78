"""Between the journal panel and the search through the files: one search a panel, its pages brought to the window's thread."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.assembly import Assembly
from app.journal_search import Search
from app.window import TerminalWindow
from widgets.journal.form import Query
from widgets.journal.view import JournalView

PANEL = "journal"


class JournalPanel(QObject):
    came = Signal(object, object, object)

    def __init__(self, window: TerminalWindow, assembly: Assembly, folder: Path) -> None:
        super().__init__(window)
        self._assembly, self._folder = assembly, folder
        self._searches: dict[JournalView, Search] = {}
        self._ending: list[Search] = []
        self.came.connect(self._give)
        window.docking.furnish(PANEL, self._furnish)

    def close(self) -> None:
        for search in (*self._searches.values(), *self._ending):
            search.close()
        self._searches, self._ending = {}, []

    def _furnish(self, view: JournalView) -> None:
        view.day = self._assembly.tape.head.first_at
        view.searched.connect(lambda query: self._begin(view, query))
        view.older.connect(lambda: self._searches[view].more() if view in self._searches else None)
        view.stopped.connect(lambda: self._stop(view))
        view.destroyed.connect(lambda: self._end(view))

    def _begin(self, view: JournalView, query: Query) -> None:
        self._end(view)
        quotes = self._assembly.projections.market.quotes
        instruments: dict[int, Any] = {int(id): quote.instrument for id, quote in list(quotes.items())}
        made: list[Search] = []
        search = Search(self._folder, query, instruments, lambda hits, progress: self.came.emit(made[0], hits, progress))
        made.append(search)
        self._searches[view] = search
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
