"""Which instrument each link group shows, and each panel of none; and the crosshair that panels of a group share.

Invariants: what a group shows all of its panels are told; a panel of no group goes on with what it showed last, also when it is made
anew. They are kept by name, for an id is a session's own: a name that is not listed here waits, and is kept.
"""

from collections.abc import Callable, Mapping

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from app.dock import PanelDock

KEEP_AFTER_MS = 1_000
"""After the last change: somebody who walks through a list, or types a filter, makes many."""


class Shown(msgspec.Struct, frozen=True):
    """Names of instruments ("VENUE:SYMBOL"). groups: by the group's letter. panels: of those in no group, by the dock's key."""

    groups: dict[str, str] = {}
    panels: dict[str, str] = {}


class Links(QObject):
    """docks: by key. listed: id -> name of every instrument there is; asked whenever names are needed."""

    settled = Signal()
    """What a workspace keeps of a panel, or of these links, has been another for a moment by now."""

    def __init__(self, docks: Mapping[str, PanelDock], parent: QObject) -> None:
        super().__init__(parent)
        self._docks = docks
        self.listed: Callable[[], dict[int, str]] = dict
        self._groups: dict[str, int] = {}
        self._waiting = Shown()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(KEEP_AFTER_MS)
        self._later.timeout.connect(self.settled)

    def choose(self, group: str, instrument_id: int) -> None:
        """Every panel of the group follows."""
        self._groups[group] = instrument_id
        self._waiting.groups.pop(group, None)
        for dock in self._docks.values():
            if dock.link == group:
                self.follow(dock)
        self.keep_soon()

    def choose_in(self, dock: PanelDock, instrument_id: int) -> None:
        """In its group, or in it alone when it has none."""
        if dock.link:
            self.choose(dock.link, instrument_id)
        else:
            dock.shows = instrument_id
            self._waiting.panels.pop(dock.key, None)
            self.follow(dock)
            self.keep_soon()

    def follow(self, dock: PanelDock) -> None:
        if dock.link:
            dock.shows = self._groups.get(dock.link, dock.shows)
        if dock.shows and dock.panel.linked and hasattr(dock.view, "show_instrument"):
            dock.view.show_instrument(dock.shows)

    def share_crosshair(self, pointed: PanelDock, shown: str, at: int | None) -> None:
        """Panels of the group over the same time, or with the same prices, show where the pointer is in one of them."""
        for dock in self._docks.values():
            if dock is not pointed and dock.link and dock.link == pointed.link and hasattr(dock.view, shown) and dock.is_seen():
                getattr(dock.view, shown)(at)

    def keep_soon(self) -> None:
        self._later.start()

    # what is kept ---------------------------------------------------------------------------------------------------

    def memo(self) -> str:
        """What a workspace keeps of it."""
        names = self.listed()
        groups = {group: names[id] for group, id in self._groups.items() if id in names}
        alone = [dock for dock in self._docks.values() if not dock.link and dock.panel.linked and dock.shows in names]
        panels = {dock.key: names[dock.shows] for dock in alone}
        return msgspec.json.encode(Shown(self._waiting.groups | groups, self._waiting.panels | panels), order="sorted").decode()

    def recall(self, text: str) -> bool:
        """Whether the text could be read; when not, everything stays."""
        try:
            self._waiting = msgspec.json.decode(text, type=Shown)
        except (msgspec.MsgspecError, UnicodeError):
            return False
        self.meet()
        return True

    def meet(self) -> None:
        """Shows what was kept, as far as it is listed by now."""
        ids = {name: id for id, name in self.listed().items()}
        for group, name in list(self._waiting.groups.items()):
            if name in ids:
                self.choose(group, ids[name])
        for key, name in list(self._waiting.panels.items()):
            dock = self._docks.get(key)
            if dock is not None and not dock.link and name in ids:
                self.choose_in(dock, ids[name])
