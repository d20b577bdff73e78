"""What a person does with workspaces: choose, name, delete, undo; and the last layout, kept all the time and offered after a crash.

Invariants: a marker in the data folder stands while the window does, so a start after a crash knows; then the built-in layout is
shown and the last one offered, because it may be what the window died of. Writing on each change does not wait for the disk. After
close() nothing is kept any more: windows that are taken apart are no layout.
"""

import contextlib
import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction

from app import layout, workspace_file
from app.dock_window import when_still
from app.layout_history import LayoutHistory
from app.screens import Screens
from app.strips import Strips
from app.window import TerminalWindow
from app.workspace import Workspace
from widgets import style
from widgets.offer import Choice, Question
from widgets.tongue import english, told

log = logging.getLogger(__name__)


class Workspaces(QObject):
    """tell: where a sentence for the operator goes. keep: off for pictures, which leave nothing behind. theme_is_chosen: in
    the settings; the layout's does not replace it."""

    _type_changed = Signal()

    def __init__(
        self, window: TerminalWindow, data: Path, tell: Callable[[str], None], keep: bool = True, theme_is_chosen: bool = False
    ) -> None:
        super().__init__(window)
        self._window, self._tell, self._keep = window, tell, keep
        self.workspace = Workspace(data / "workspace.json", with_theme=not theme_is_chosen)
        self._strips = Strips(window)
        self.history = LayoutHistory(window, self._strips)
        self.screens = Screens(window, lambda: [window, *window.floats()], tell)
        self._marker = data / "window.open"
        self._saved: list[QAction] = []
        self._type = (style.px(100), style.ROW_PX)
        window.workspace_asked.connect(self._do)
        window.layout_changed.connect(self._on_changed)
        window.docking.memo_changed.connect(self._on_changed)
        window.layout_save_asked.connect(self.save)
        window.renewed.connect(self._on_renewed)
        # Later: what was just made at the window's edges stands there only when Qt comes round, and takes its height then.
        self._type_changed.connect(self._fit, Qt.ConnectionType.QueuedConnection)
        self._fill_menu()

    def open(self) -> None:
        """After show(): the last layout, or after a crash the offer of it."""
        if self._keep:
            crashed = self._marker.exists()
            with contextlib.suppress(OSError):
                self._marker.parent.mkdir(parents=True, exist_ok=True)
                self._marker.touch()
            if crashed and self._last_exists():
                self._offer_last()
            else:
                self._said(self.workspace.restore(self._window))
        self.history.begin()

    def close(self) -> None:
        if not self._keep:
            return
        # What was offered and not answered is still the last layout.
        if not self._window.offers.is_waiting("last_layout"):
            self.save()
        self._keep = False
        with contextlib.suppress(OSError):
            self._marker.unlink(missing_ok=True)

    def save(self) -> None:
        self._window.offers.withdraw("last_layout")
        self._said(self.workspace.save(self._window, before=self._strips.before()))

    # parts ----------------------------------------------------------------------------------------------------------

    def _on_renewed(self) -> None:
        self._fill_menu()
        size = (style.px(100), style.ROW_PX)
        if size != self._type:
            self._type = size
            self._type_changed.emit()

    @when_still
    def _fit(self) -> None:
        """The type has another size, and so has what panels need. Those that stand as the built-in workspace put them are laid out again;
        to a person who has moved some that is offered."""
        name, untouched = self._window.workspace_name, self._window.docking.untouched
        self._strips.settle()
        if untouched and name in layout.TREES:
            more, focus = [key for key in self._window.open_panels() if "." not in key], self._window.panel_in_focus()
            self._do("show", name)
            for key in more:
                # As the settings, in which the size was chosen.
                if self._window.docks[key].isHidden():
                    self._window.docking.open(key)
            if focus is not None and focus.key in more:
                self._window.focus_panel(focus.key)
            return
        again = name if name in layout.TREES else layout.FIRST
        self._window.offers.ask(Question(
            "type_size", told("The type has another size."),
            told("Panels stand where you had put them; some may have too little room now. The built-in workspace fits what they need."),
            (
                Choice("again", told("Lay out {name} again", name=told(again)), told("The built-in workspace; undo brings yours back")),
                Choice("", told("Leave it"), told("Everything stays where it is (Esc)")),
            ),
            lambda choice, typed: self._do("show", again) if choice == "again" else None,
        ))

    def _last_exists(self) -> bool:
        try:
            return workspace_file.read(self.workspace.path) is not None
        except workspace_file.Unusable:
            return True

    def _offer_last(self) -> None:
        self._window.offers.ask(Question(
            "last_layout", told("The window did not close by itself last time."),
            told("The built-in layout is shown. The last one may be brought back now; if it is what the window died of, keep this one."),
            (
                Choice("back", told("Bring back the last layout"), told("The panels as they stood before")),
                Choice("stay", told("Keep this one"), told("The last layout is forgotten at the next change")),
            ),
            self._on_last, patient=True,
        ))

    @when_still
    def _on_last(self, choice: str, typed: str) -> None:
        if choice == "back":
            with self._strips.lifted():
                said = self.workspace.restore(self._window)
            self._said(said)
            self.history.look()

    @when_still
    def _do(self, what: str, name: str) -> None:
        if what == "undo":
            if not self.history.undo():
                self._tell(told("There is no layout change to undo."))
        elif what == "redo":
            if not self.history.redo():
                self._tell(told("There is no layout change to do again."))
        elif what == "show":
            # A step of its own, whatever else moved just before.
            self.history.look()
            with self._strips.lifted():
                said = self.workspace.show(self._window, name)
            self._said(said)
            self.history.look()
        elif what == "save_as":
            self._ask_name()
        elif what == "forget":
            self._ask_which()

    def _ask_name(self) -> None:
        typed = "" if self._window.workspace_name in layout.TREES else self._window.workspace_name
        self._window.offers.ask(Question(
            "workspace_name", told("Save this workspace"),
            told("Where every panel and window stands is kept under a name; the same name replaces."),
            (Choice("save", told("Save"), told("Keep it (Enter)")), Choice("", told("Cancel"), told("Nothing is kept (Esc)"))),
            self._on_name, "selection", told("Name of the workspace"), typed,
        ))

    def _on_name(self, choice: str, typed: str) -> None:
        if choice == "save":
            sentence = self.workspace.save_as(self._window, typed, self._strips.before())
            if sentence:
                self._ask_name()
                self._window.offers.line.setText(typed)
                self._window.offers.complain(sentence)
            self._fill_menu()

    def _ask_which(self) -> None:
        names = self.workspace.names()
        if not names:
            self._tell(told("No workspace of yours is saved; the built-in ones stay."))
            return
        self._window.offers.ask(Question(
            "workspace_forget", told("Delete a workspace"), told(
                "Saved: {names}{rest}",
                names=", ".join(names[:12]), rest=" …" if len(names) > 12 else "",
            ),
            (
                Choice("delete", told("Delete"), told("The panels on the screen stay as they are")),
                Choice("", told("Cancel"), told("Nothing is deleted (Esc)")),
            ),
            self._on_which, "warning", told("Name of the workspace"),
        ))

    def _on_which(self, choice: str, typed: str) -> None:
        if choice == "delete":
            known = typed.strip().casefold() in self.workspace.names()
            sentence = self.workspace.forget(typed) if known or typed in layout.TREES else told(
                "There is no saved workspace {typed!r}.",
                typed=typed[:40],
            )
            if sentence:
                self._ask_which()
                self._window.offers.complain(sentence)
            self._fill_menu()

    def _fill_menu(self) -> None:
        """Saved workspaces stand below the built-in ones, in the menu and in the palette."""
        menu = self._window.menus["Workspace"]
        for action in self._saved:
            menu.removeAction(action)
            action.deleteLater()
        self._saved = []
        for name in self.workspace.names():
            action = QAction(told("Workspace: {name}", name=name).replace("&", "&&"), self)
            action.setToolTip(told("Puts every panel and window where this workspace has them"))
            action.triggered.connect(lambda checked=False, name=name: self._do("show", name))
            menu.insertAction(self._window.actions_by_id["workspace_save_as"], action)
            self._saved.append(action)
        self._window.finding.more_actions["workspaces"] = self._saved

    def _on_changed(self) -> None:
        if self._keep and not self._window.offers.is_waiting("last_layout"):
            self._said(self.workspace.save(self._window, durable=False, before=self._strips.before()))

    def _said(self, sentence: str) -> None:
        if sentence:
            log.warning("%s", english(sentence))
            self._tell(sentence)
