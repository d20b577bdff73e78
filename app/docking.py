"""The docks of all windows: made when first opened, closed, put side by side, linked by colour, moved to another window.

Invariants: a dock exists only once it has been open, so a panel that nobody opens costs nothing; the first dock of a panel
stays when closed, with what was typed in it, the others go for good; a panel that may stand once is never made twice.
`changed` tells what a person may want to undo.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from app import fronts, layout, opening
from app.dock import FIRST_LINK, UNLINKED, Offer, PanelDock
from app.dock_window import hand
from app.links import Links
from app.panel_icons import icon
from app.screens import clamp, screen_of
from app.side_window import SideWindow
from widgets.panels import Panel
from widgets.style import LINK_FILLS, Theme
from widgets.tongue import tr

CROSSHAIRS = (("crosshair", "show_crosshair"), ("price_cross", "show_price_cross"))
"""Where the pointer is, by time and by price: the signal that says it, and the method of another view that shows it."""
LINKS = "links"
"""Beside the docks' keys: what a workspace keeps of the instruments shown."""
MOST_OF_ONE = 9
"""Docks of one panel; chosen: more do not fit four screens."""
MOST_WINDOWS = 4
"""Beside the first one; chosen."""


class Docking(QObject):
    """window: the first one, where panels open. docks: by key. sides: the other windows, by number from 2 on."""

    asked = Signal(object)
    changed = Signal()
    memo_changed = Signal()
    """What some panel keeps of itself is other than it was."""

    def __init__(self, window: QMainWindow, panels: Iterable[Panel], theme: Theme) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self.panels = {panel.id: panel for panel in panels}
        self.docks: dict[str, PanelDock] = {}
        self.sides: dict[int, SideWindow] = {}
        self.on_side: Callable[[SideWindow], None] = lambda side: None
        """Called with each new window, before it is shown."""
        self._furnish: dict[str, Callable[[Any], None]] = {}
        self.links = Links(self.docks, self)
        self.links.settled.connect(self.memo_changed)
        self._asking: PanelDock | None = None
        self._waiting: dict[str, str] = {}
        """Memos of docks that nobody has opened yet."""
        self.placed: set[str] = set()
        """Keys of docks for which the first window may keep a place while they are not in it."""

        self.untouched = False
        """Whether everything stands where a built-in workspace put it."""
        self.arrangements = 0
        """How often one was shown."""

    def begin_anew(self) -> None:
        """A built-in workspace is about to be shown."""
        self.placed, self.untouched = set(), True
        self.arrangements += 1

    # docks ----------------------------------------------------------------------------------------------------------

    def dock(self, key: str) -> PanelDock | None:
        """The dock of that key, made if need be; None when the table has no such panel, or it may not stand so often."""
        found = self.docks.get(key)
        if found is not None:
            return found
        id, _, number = key.partition(".")
        panel = self.panels.get(id)
        if panel is None or (number and (panel.single or not number.isdigit() or not 2 <= int(number) <= MOST_OF_ONE)):
            return None
        made = PanelDock(panel, int(number or 1), self._theme, icon(panel, self._theme), self._window)
        made.hide()
        made.offers, made.links = partial(self._offers, made), partial(self._links, made)
        if panel.linked:
            made.set_link(FIRST_LINK)
        if hasattr(made.view, "memo") and made.key in self._waiting:
            made.view.recall(self._waiting.pop(made.key))
        made.closed.connect(partial(self._on_closed, made))
        made.topLevelChanged.connect(lambda floating: self.changed.emit())
        made.dockLocationChanged.connect(lambda area: self.changed.emit())
        self.docks[made.key] = made
        self._connect(made)
        return made

    def _connect(self, dock: PanelDock) -> None:
        """A view that was just made."""
        dock.view.asked.connect(partial(self._ask, dock))
        if hasattr(dock.view, "memo"):
            dock.view.memo_changed.connect(self.links.keep_soon)
        if dock.panel.linked and hasattr(dock.view, "chosen"):
            dock.view.chosen.connect(lambda instrument: self.links.choose(dock.link, instrument) if dock.link else None)
        for said, shown in CROSSHAIRS:
            if dock.panel.linked and hasattr(dock.view, said):
                getattr(dock.view, said).connect(partial(self.links.share_crosshair, dock, shown))
        if dock.panel.id in self._furnish:
            self._furnish[dock.panel.id](dock.view)
        self.links.follow(dock)

    def _ask(self, dock: PanelDock, command: object) -> None:
        """Which view asks is known for as long as it asks."""
        before, self._asking = self._asking, dock
        try:
            self.asked.emit(command)
        finally:
            self._asking = before

    def not_taken(self, command: object) -> None:
        """Told to the view that asked for it just now; nothing when it was none of these."""
        if self._asking is not None and hasattr(self._asking.view, "not_taken"):
            self._asking.view.not_taken(command)

    def renew(self) -> None:
        """Every view made anew, at its place."""
        for dock in self.docks.values():
            dock.renew(self._theme, icon(dock.panel, self._theme))
            self._connect(dock)
        for side in self.sides.values():
            side.renew()

    def furnish(self, panel_id: str, give: Callable[[Any], None]) -> None:
        """give(view) is called for each view of the panel, now and whenever one is made."""
        self._furnish[panel_id] = give
        for dock in self.docks.values():
            if dock.panel.id == panel_id:
                give(dock.view)

    def open(self, id: str) -> PanelDock:
        """Shows the panel's first dock, in front of the tabs that it shares a place with."""
        dock = self.dock(id)
        assert dock is not None, id
        if dock.isHidden() or not dock.is_seen():
            home = dock.parentWidget()
            if isinstance(home, QMainWindow) and not fronts.has_place(home, dock):
                self._put(home, dock)
            dock.show()
            dock.raise_()
            self.changed.emit()
        if dock.isFloating():
            # Qt takes one that floats for active whenever its window is, so nobody else brings it to the front.
            clamp(dock)
            dock.raise_()
            dock.activateWindow()
        return dock

    def _put(self, home: QMainWindow, dock: PanelDock) -> None:
        """Where it stood last; for one that never stood there a place is looked for."""
        if not self._put_back(home, dock, shown=True):
            opening.put(home, self.docks, dock, dock.panel.area)

    def _put_back(self, home: QMainWindow, dock: PanelDock, shown: bool) -> bool:
        """Whether the window had kept a place. Qt gives that up as soon as the dock is put anywhere else in it."""
        if home is not self._window or dock.key not in self.placed:
            return False
        self.placed.discard(dock.key)
        if not home.restoreDockWidget(dock):
            return False
        dock.setVisible(shown)
        return True

    def toggle_floating(self, dock: PanelDock) -> None:
        """Out of its window, to where it floated last or over the place where it stands, or back."""
        if dock.isFloating():
            dock.setFloating(False)
            return
        place, parked = self._place(dock), dock.geometry().topLeft()
        dock.setFloating(True)
        if place is not None and (dock.geometry().topLeft() == parked or clamp(dock)):
            dock.setGeometry(place)
        clamp(dock)

    def _place(self, dock: PanelDock) -> QRect | None:
        """On the screen. Qt puts what is behind a tab outside of everything: it counts as standing where the one in front does."""
        home = dock.parentWidget()
        if dock.is_seen() or not isinstance(home, QMainWindow):
            return None
        front = next((one for one in home.tabifiedDockWidgets(dock) if isinstance(one, PanelDock) and one.is_seen()), None)
        return opening.on_screen(front) if front is not None else None

    def duplicate(self, dock: PanelDock) -> PanelDock | None:
        """The same panel once more, floating beside it over nothing that sends, in the same link group, with what it keeps."""
        id = dock.panel.id
        keys = (f"{id}.{number}" for number in range(2, MOST_OF_ONE + 1))
        free = next((key for key in keys if key not in self.docks), None)
        twin = self.dock(free) if free is not None else None
        if twin is None:
            return None
        twin.shows = dock.shows
        self.link(twin, dock.link)
        home = dock.parentWidget()
        assert isinstance(home, QMainWindow)
        self.move(twin, home)
        # Qt remembers where a floating dock stands only of those that belong to the window's layout. Docked, it is a tab of the first.
        if fronts.has_place(home, dock):
            home.tabifyDockWidget(dock, twin)
        else:
            home.addDockWidget(layout.AREAS[dock.panel.area], twin)
        if hasattr(dock.view, "memo"):
            twin.view.recall(dock.view.memo())
        room = screen_of(dock).availableGeometry()
        twin.setFloating(True)
        twin.setGeometry(opening.beside(dock, self._place(dock) or opening.on_screen(dock), self.docks, room))
        clamp(twin)
        twin.show()
        layout.hide_left_tabs(home, self.docks)
        self.changed.emit()
        return twin

    def remove(self, dock: PanelDock) -> None:
        home = dock.parentWidget()
        if isinstance(home, QMainWindow):
            home.removeDockWidget(dock)
        self.docks.pop(dock.key, None)
        dock.hide()
        # It lives until the event loop comes round: a layout that is restored before must not take it for its successor.
        dock.setParent(None)
        dock.setObjectName("")
        dock.deleteLater()

    def _on_closed(self, dock: PanelDock) -> None:
        if "." in dock.key and self.docks.get(dock.key) is dock:
            self.remove(dock)
        self.changed.emit()

    # what panels keep -----------------------------------------------------------------------------------------------

    def memos(self) -> dict[str, str]:
        """By the dock's key, of every panel that keeps something of itself."""
        kept = {key: dock.view.memo() for key, dock in sorted(self.docks.items()) if hasattr(dock.view, "memo")}
        return self._waiting | kept | {LINKS: self.links.memo()}

    def recall(self, memos: dict[str, str]) -> list[str]:
        """Hands each panel what it kept, now or when it is opened. Returns titles of panels that could not read theirs."""
        unread = []
        for key, memo in memos.items():
            dock = self.docks.get(key)
            if key == LINKS:
                if not self.links.recall(memo):
                    unread.append(tr("the instruments shown"))
            elif dock is None:
                self._waiting[key] = memo
            elif hasattr(dock.view, "memo") and not dock.view.recall(memo):
                unread.append(dock.windowTitle())
        return unread

    # links ----------------------------------------------------------------------------------------------------------

    def link(self, dock: PanelDock, group: str) -> None:
        if group == dock.link or (group and group not in LINK_FILLS) or not dock.panel.linked:
            return
        dock.set_link(group)
        self.links.follow(dock)
        self.changed.emit()

    # windows --------------------------------------------------------------------------------------------------------

    def side(self, number: int = 0) -> SideWindow | None:
        """The window of that number, made hidden if need be; 0: the next free one. None: there are enough."""
        number = number or next((one for one in range(2, MOST_WINDOWS + 2) if one not in self.sides), 0)
        if not 2 <= number < MOST_WINDOWS + 2:
            return None
        if number not in self.sides:
            made = SideWindow(number, self._theme)
            made.closed.connect(lambda: hand.when_still(partial(self.close_side, number)))
            made.rearranged.connect(self.changed)
            self.sides[number] = made
            self.on_side(made)
        return self.sides[number]

    def close_side(self, number: int, tell: bool = True) -> None:
        """The panels in it go back to where they stood in the first window, in front of no other; those that never stood there close."""
        side = self.sides.pop(number, None)
        if side is None:
            return
        stood = fronts.in_front(self._window, self.docks)
        for dock in [one for one in self.docks.values() if one.parentWidget() is side]:
            if not self.move(dock, self._window):
                dock.hide()
                self._window.removeDockWidget(dock)
                if "." in dock.key:
                    self.remove(dock)
        fronts.to_front(self._window, self.docks, stood)
        self._window.update()
        side.hide()
        side.deleteLater()
        if tell:
            self.changed.emit()

    def move(self, dock: PanelDock, target: QMainWindow) -> bool:
        """To another window; a hidden dock only changes owner. The first window keeps the place of one that leaves it: whether that is
        where it stands now."""
        home, shown = dock.parentWidget(), not dock.isHidden()
        if home is target:
            return False
        dock.setFloating(False)
        kept = None
        if isinstance(home, QMainWindow):
            if home is self._window and fronts.has_place(home, dock):
                kept = home.saveState(), fronts.in_front(home, self.docks)
            home.removeDockWidget(dock)
        if self._put_back(target, dock, shown):
            return True
        target.addDockWidget(layout.AREAS["left"], dock)
        if shown:
            dock.show()
        else:
            target.removeDockWidget(dock)
        if kept is not None:
            # Qt keeps a place for a name that it finds in a state and nowhere in the window.
            self._window.restoreState(kept[0])
            fronts.to_front(self._window, self.docks, kept[1])
            self.placed.add(dock.key)
            # Whatever was painted where it stood.
            self._window.update()
        return False

    def send(self, dock: PanelDock, number: int) -> None:
        """To the window of that number (1: the first), or to a new one (0)."""
        if number == 1:
            if not self.move(dock, self._window):
                opening.put(self._window, self.docks, dock, dock.panel.area)
            dock.raise_()
        else:
            side = self.side(number)
            if side is None:
                return
            fresh = side.isHidden()
            self.move(dock, side)
            if fresh:
                side.open_beside(self._window)
        self.changed.emit()

    # menus, theme ---------------------------------------------------------------------------------------------------

    def _links(self, dock: PanelDock) -> list[Offer]:
        rows: list[Offer] = [
            (tr("Link group {group}", group=group), partial(self.link, dock, group), dock.link == group) for group in LINK_FILLS
        ]
        return [*rows, (tr("Not linked"), partial(self.link, dock, UNLINKED), dock.link == UNLINKED)]

    def _offers(self, dock: PanelDock) -> list[Offer]:
        rows: list[Offer] = [(tr("Dock") if dock.isFloating() else tr("Float"), partial(self.toggle_floating, dock), False)]
        if not dock.panel.single:
            rows.append((tr("Duplicate"), partial(self.duplicate, dock), False))
        if dock.panel.linked:
            rows += self._links(dock)
        if dock.parentWidget() is not self._window:
            rows.append((tr("Move to the first window"), partial(self.send, dock, 1), False))
        for number, side in self.sides.items():
            if dock.parentWidget() is not side:
                rows.append((tr("Move to window {number}", number=number), partial(self.send, dock, number), False))
        if len(self.sides) < MOST_WINDOWS:
            rows.append((tr("Move to a new window"), partial(self.send, dock, 0), False))
        return [*rows, (tr("Close"), dock.close, False)]

    def fill_panels(self, menu: QMenu) -> None:
        """Every panel of the table with a mark if it is open; choosing it opens or closes it."""
        menu.clear()
        for panel in self.panels.values():
            action = menu.addAction(tr(panel.title))
            action.setCheckable(True)
            action.setChecked(panel.id in self.docks and not self.docks[panel.id].isHidden())
            action.triggered.connect(lambda shown, id=panel.id: hand.when_still(partial(self._toggle, id, shown)))

    def _toggle(self, id: str, shown: bool) -> None:
        if shown:
            self.open(id)
        elif id in self.docks:
            self.docks[id].close()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for side in self.sides.values():
            side.set_theme(theme)
        for dock in self.docks.values():
            dock.set_theme(theme, icon(dock.panel, theme))

    def show_focus(self, now: QWidget | None) -> None:
        for dock in self.docks.values():
            dock.show_focus(now is not None and dock.isAncestorOf(now))
