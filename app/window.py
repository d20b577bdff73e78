"""The terminal's window: state banner on top, panels as docks, the tape bar below, and a frame in the mode's tone.

Invariants: banner, stop button and tape bar can never be closed; a panel exists if the table it is given has a row;
only what can be seen is offered for drawing. Closing the window asks (`closing`) and hides nothing by itself: whoever
runs the program takes it apart in order. It decides nothing about orders: views ask, and it passes on.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMenuBar, QToolBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from app import actions, disarming, layout, menus
from app import theme as looks
from app.dock import PanelDock, keeps_key
from app.dock_window import DockWindow, when_still
from app.docking import Docking
from app.finding import Finding
from app.sheets import About
from app.side_window import FRAME_PX, SideWindow, paint_frame, prepare, title_of
from core.messages.commands import CancelAllOrders, EngageKill
from widgets.banner.view import Banner
from widgets.keyboard import take_keys
from widgets.offer import OfferStrip
from widgets.panels import Panel
from widgets.replay.view import ReplayView
from widgets.style import LINK_FILLS, THEMES, Theme
from widgets.tongue import told, tr

STOP_KEY_SOURCE = "stop key"


class TerminalWindow(DockWindow):
    """panels: the table. stop_button: stands at the right of the banner; F12 calls its press() when it has one."""

    asked = Signal(object)
    closing = Signal()
    theme_changed = Signal(object)
    language_asked = Signal()
    """The next one."""
    renewed = Signal()
    """Every part was made anew."""
    tone_changed = Signal(str)
    seat_asked = Signal(str)
    """change, out or lock: who sits here. venue: whether orders go to the outside venue is to change."""
    layout_save_asked = Signal()
    layout_changed = Signal()
    help_asked = Signal(str)
    aid_asked = Signal(str)
    """picture_file, picture_copy, mute or tour."""
    workspace_asked = Signal(str, str)
    """What to do (show, save_as, forget, undo, redo), and with the workspace of which name; empty: ask for it."""

    def __init__(
        self, panels: Sequence[Panel], theme: Theme, stop_button: Any = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        # Before any part is made: menus keep the font they were made with.
        looks.apply(app, theme)
        self.panels = tuple(panels)
        self.theme = theme
        self.about: tuple[str, ...] = (told("Operator terminal for electronic trading."),)
        self._tone = "hairline"
        self._unarranged = True
        self._cover: QWidget | None = None
        self._hidden_floats: list[QWidget] = []
        self.workspace_name = layout.FIRST
        self.setWindowTitle("Quarterdeck")
        self.setObjectName("terminal")
        self.setMinimumSize(QSize(1024, 640))
        prepare(self)
        self.stop_button = stop_button
        self._put_strips()
        self.docking = Docking(self, self.panels, theme)
        self.docking.asked.connect(self.asked)
        self.docking.on_side = self._on_side
        self.docks = self.docking.docks
        self.rows = actions.table(self)
        self.actions_by_id = menus.make(self, self.rows)
        self._put_menus()
        self.finding = Finding(self)
        self._mark_theme()
        app.focusChanged.connect(self._on_focus)

    # what is shown --------------------------------------------------------------------------------------------------

    def visible_views(self) -> list[tuple[str, str, Any]]:
        """(key, projection, view) of everything that can be seen now: views with look() and draw()."""
        shown, parts = self.isVisible() and not self.isMinimized(), self.banner.parts.items()
        # Title and tray say what is stopped, also of a window that is minimised.
        seen: list[tuple[str, str, Any]] = [(f"banner.{name}", name, part) for name, part in parts if shown or name == "kill"]
        seen += [("replay", "session", self.replay)] if shown else []
        for side in self.docking.sides.values():
            seen += side.views()
        seen += [one for dock in self.docks.values() for one in dock.views()]
        return seen

    def open_panels(self) -> list[str]:
        return [id for id, dock in self.docks.items() if self.is_open(dock)]

    def view(self, id: str) -> Any:
        """The view of a panel, made if nobody has opened it yet; None when the table has no such row."""
        dock = self.docking.dock(id)
        return dock.view if dock is not None else None

    def draw_frames(self, fps: int, p50_us: int, p99_us: int) -> None:
        """From the frame clock, once a second."""
        for dock in self.docks.values():
            if dock.panel.id == "health":
                dock.view.draw_frames(fps, p50_us, p99_us)

    def set_version(self, text: str, *facts: str) -> None:
        """text: name and version, for the banner's tooltip and About. facts: more lines for About."""
        self.about = (text, *facts)
        self.banner.set_version(text)

    def show_notice(self, sentence: str) -> None:
        self.banner.show_notice(sentence)

    # what the actions do --------------------------------------------------------------------------------------------

    def stop(self) -> None:
        if self.stop_button is not None and hasattr(self.stop_button, "press"):
            self.stop_button.press()
        else:
            self.asked.emit(EngageKill(STOP_KEY_SOURCE))

    def cancel_all(self) -> None:
        self.asked.emit(CancelAllOrders())

    @when_still
    def toggle_armed(self) -> None:
        """The ladder is shown first: what is armed must be seen."""
        ladder = self.view("ladder")
        if ladder is None:
            return
        if ladder.is_armed():
            ladder.disarm()
            return
        self.focus_panel("ladder")
        ladder.arm()

    @when_still
    def focus_panel(self, id: str) -> None:
        dock = self.docking.open(id)
        take_keys(dock.view, Qt.FocusReason.ShortcutFocusReason)
        focused = dock.window().focusWidget()
        if focused is None or not dock.isAncestorOf(focused):
            # A view that takes no focus itself: the first control in it that does.
            for child in dock.view.findChildren(QWidget):
                if child.isVisibleTo(dock) and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    child.setFocus(Qt.FocusReason.ShortcutFocusReason)
                    return

    @when_still
    def in_panel(self, id: str, method: str, *given: object) -> None:
        """Opens a panel and does what its view calls so."""
        view = self.view(id)
        if view is not None and hasattr(view, method):
            self.focus_panel(id)
            getattr(view, method)(*given)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        looks.apply(app, theme)
        for part in (self.banner, self.offers, self.replay, self.finding):
            part.set_theme(theme)
        if self.stop_button is not None:
            self.stop_button.set_theme(theme)
        self.docking.set_theme(theme)
        self._mark_theme()
        self.theme_changed.emit(theme)
        self.update()

    @when_still
    def renew(self) -> None:
        """Every part made anew, in another language or size of type. What is asked, what was typed and where it stands stays."""
        focus = self.panel_in_focus()
        self.rows = actions.table(self)
        for row in self.rows:
            menus.say(self.actions_by_id[row.id], row)
        if self.stop_button is not None:
            self.stop_button = type(self.stop_button)(self.theme)
        self.removeToolBar(self._bar)
        self._bar.deleteLater()
        self.finding.renew()
        self._put_strips(self.banner, self.offers)
        self._put_menus()
        self.docking.renew()
        self.renewed.emit()
        if focus is not None:
            self.focus_panel(focus.key)

    def choose_theme(self, name: str) -> None:
        self.set_theme(THEMES[name])

    def next_theme(self) -> None:
        names = list(THEMES)
        self.choose_theme(names[(names.index(self.theme.name) + 1) % len(names)])

    def save_layout(self) -> None:
        self.layout_save_asked.emit()

    @when_still
    def reset_layout(self) -> None:
        """Back to the built-in workspace that was last chosen."""
        self.arrange(self.workspace_name if self.workspace_name in layout.TREES else layout.FIRST)

    def arrange(self, name: str) -> None:
        """A built-in workspace: one window, every panel once."""
        for number in list(self.docking.sides):
            self.docking.close_side(number, tell=False)
        for dock in [dock for key, dock in self.docks.items() if "." in key]:
            self.docking.remove(dock)
        for id in layout.panels_of(name, self.width()):
            self.docking.dock(id)
        self.docking.begin_anew()
        layout.arrange(self, self.docks, name)
        self.workspace_name, self._unarranged = name, False
        self.docking.changed.emit()

    def ask_workspace(self, what: str, name: str = "") -> None:
        self.workspace_asked.emit(what, name)

    def panel_in_focus(self) -> PanelDock | None:
        return next((dock for dock in self.docks.values() if dock.holds_focus), None)

    @when_still
    def with_panel(self, what: str) -> None:
        """duplicate, close, link, float or window: done to the panel that has the focus."""
        dock = self.panel_in_focus()
        if dock is None:
            self.show_notice(told("No panel has the focus: click into one, or go to it by its key."))
        elif what == "duplicate":
            if self.docking.duplicate(dock) is None:
                self.show_notice(told("{title} can stand only once, or stands nine times already.", title=told(dock.panel.title)))
        elif what == "close":
            dock.close()
        elif what == "float":
            self.docking.toggle_floating(dock)
        elif what == "link":
            groups = ["", *LINK_FILLS]
            self.docking.link(dock, groups[(groups.index(dock.link) + 1) % len(groups)])
        elif what == "window":
            self.docking.send(dock, 0 if dock.parentWidget() is self else 1)

    def open_palette(self) -> None:
        self.finding.toggle()

    def show_help(self) -> None:
        dock = self.panel_in_focus()
        self.help_asked.emit(dock.panel.id if dock is not None else "")

    # who sits here --------------------------------------------------------------------------------------------------

    def ask_seat(self, what: str) -> None:
        self.seat_asked.emit(what)

    def cover(self, sheet: QWidget | None) -> None:
        """Lays the sheet over everything but the banner, and lets nothing behind it be reached; None uncovers."""
        self._cover = sheet
        for id, action in self.actions_by_id.items():
            action.setEnabled(sheet is None or id in actions.UNCOVERED)
        self.menu_bar.setEnabled(sheet is None)
        if sheet is not None:
            disarming.disarm(self.docks.values(), tr("disarmed: the window was covered"))
            self.finding.close()
            if QApplication.activeWindow() is not None:
                # Whoever works in another window of the program types the password here.
                self.activateWindow()
            self._place_cover()
        self._cover_floats()

    @when_still
    def _cover_floats(self) -> None:
        """As it is with the cover when nothing is dragged any more."""
        if self._cover is not None:
            for one in self.floats():
                self._hidden_floats.append(one)
                one.hide()
            return
        for one in self._hidden_floats:
            # A workspace that was shown meanwhile may have taken a window or a panel away.
            if isValid(one):
                one.show()
        self._hidden_floats = []

    def floats(self) -> list[QWidget]:
        """What stands on the screens beside this window: floating docks and the other windows."""
        docks: list[QWidget] = [dock for dock in self.docks.values() if dock.isFloating() and not dock.isHidden()]
        return docks + [side for side in self.docking.sides.values() if not side.isHidden()]

    def in_front(self) -> QWidget:
        """This window, or what stands beside it and is the active one."""
        active = QApplication.activeWindow()
        return active if active is not None and active in self.floats() else self

    def is_open(self, dock: PanelDock) -> bool:
        """Also while a cover hides it."""
        return not dock.isHidden() or dock in self._hidden_floats

    def _place_cover(self) -> None:
        if self._cover is not None:
            top = self.banner.mapTo(self, self.banner.rect().bottomLeft()).y() + 1
            self._cover.setGeometry(FRAME_PX, top, self.width() - 2 * FRAME_PX, self.height() - top - FRAME_PX)
            self._cover.raise_()

    def show_about(self) -> None:
        About(self.about, self).show()

    # Qt -------------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and keeps_key(event):
            event.accept()
            return True
        done = super().event(event)
        if event.type() == QEvent.Type.MouseButtonRelease:
            # A border between docks was let go, perhaps.
            self.docking.changed.emit()
        return done

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unarranged:
            self.reset_layout()
            # No control is marked until a person chooses one.
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cover()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.closing.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_frame(self, self.theme, self._tone)

    # parts ----------------------------------------------------------------------------------------------------------

    def _put_menus(self) -> None:
        self.menus = menus.fill(self.menu_bar, self.rows, self.actions_by_id, self.docking.fill_panels)
        self.menu_bar.setEnabled(self._cover is None)

    def _put_strips(self, banner: Banner | None = None, offers: OfferStrip | None = None) -> None:
        """banner, offers: whose place the new ones take. Qt deletes what stood in the menu's place."""
        self.menu_bar, self.replay = QMenuBar(), ReplayView(self.theme)
        self.banner, self.offers = Banner(self.theme), OfferStrip(self.theme)
        if banner is not None and offers is not None:
            self.banner.take_over(banner)
            self.offers.take_over(offers)
        self.banner.tone_changed.connect(self._set_tone)
        self.replay.asked.connect(self.asked)
        if self.stop_button is not None:
            self.banner.set_stop_button(self.stop_button)
            self.stop_button.asked.connect(self.asked)
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.menu_bar, self.banner, self.offers):
            column.addWidget(part)
        self.setMenuWidget(top)
        bar = self._bar = QToolBar(tr("Tape control"))
        bar.setObjectName("tape_control")
        bar.setMovable(False)
        bar.setFloatable(False)
        bar.toggleViewAction().setEnabled(False)
        bar.addWidget(self.replay)
        self.addToolBar(Qt.ToolBarArea.BottomToolBarArea, bar)

    def _on_side(self, side: SideWindow) -> None:
        """The keys of this window work there too, and its stop button stands there again."""
        side.addActions(list(self.actions_by_id.values()))
        side.put_stop(lambda: self.stop_button.twin() if hasattr(self.stop_button, "twin") else None)

    def _mark_theme(self) -> None:
        action = self.actions_by_id.get(f"theme_{self.theme.name}")
        if action is not None:
            action.setChecked(True)

    def _set_tone(self, tone: str) -> None:
        self._tone = tone
        self.setWindowTitle(title_of("Quarterdeck", self.banner.stopped))
        self.update()
        self.tone_changed.emit(tone)

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        # A menu, the palette or nothing: the panel that was in focus is still the one that is meant.
        if now is not None and not self.finding.holds(now):
            self.docking.show_focus(now)
