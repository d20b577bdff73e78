"""The terminal's window: state banner on top, panels as docks, the tape bar below, and a frame in the mode's tone.

Invariants: banner, stop button and tape bar can never be closed; a panel exists if the table it is given has a row;
only what can be seen is offered for drawing. Closing the window asks (`closing`) and hides nothing by itself: whoever
runs the program takes it apart in order. It decides nothing about orders: views ask, and it passes on.
"""

from collections.abc import Sequence
from typing import Any

import qtawesome
from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QIcon, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenuBar, QTabWidget, QToolBar, QVBoxLayout, QWidget

from app import actions, layout, menus
from app import theme as looks
from app.dock import PanelDock, keeps_key
from app.sheets import About, KeysSheet
from core.messages.commands import CancelAllOrders, EngageKill
from widgets.banner.view import Banner
from widgets.palette.view import Palette
from widgets.panels import Panel
from widgets.replay.view import ReplayView
from widgets.style import THEMES, Theme

FRAME_PX = 3
STOP_KEY_SOURCE = "stop key"


class TerminalWindow(QMainWindow):
    """panels: the table. stop_button: stands at the right of the banner; F12 calls its press() when it has one."""

    asked = Signal(object)
    closing = Signal()
    theme_changed = Signal(object)
    seat_asked = Signal(str)
    """change, out or lock: who sits here. venue: whether orders go to the outside venue is to change."""
    layout_save_asked = Signal()

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
        self.about: tuple[str, ...] = ("Operator terminal for electronic trading.",)
        self._tone = "hairline"
        self._unarranged = True
        self._cover: QWidget | None = None
        self._hidden_floats: list[PanelDock] = []
        self.setWindowTitle("Quarterdeck")
        self.setObjectName("terminal")
        self.setContentsMargins(FRAME_PX, FRAME_PX, FRAME_PX, FRAME_PX)
        self.setMinimumSize(QSize(1024, 640))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAnimated(False)
        self.setDockNestingEnabled(True)
        self.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.GroupedDragging
        )
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.banner = Banner(theme)
        self.banner.tone_changed.connect(self._set_tone)
        self.stop_button = stop_button
        self.replay = ReplayView(theme)
        self.replay.asked.connect(self.asked)
        self.menu_bar = QMenuBar()
        self._put_strips()
        self.docks = {panel.id: self._make_dock(panel) for panel in self.panels}
        rows = actions.table(self)
        self.actions_by_id = menus.make(self, rows)
        menus.fill(self.menu_bar, rows, self.actions_by_id, self._toggles())
        self._rows = rows
        self.palette_over = Palette(theme, self)
        self._mark_theme()
        app.focusChanged.connect(self._on_focus)

    # what is shown --------------------------------------------------------------------------------------------------

    def visible_views(self) -> list[tuple[str, str, Any]]:
        """(key, projection, view) of everything that can be seen now: views with look() and draw()."""
        seen: list[tuple[str, str, Any]] = []
        if self.isVisible() and not self.isMinimized():
            seen += [(f"banner.{name}", name, part) for name, part in self.banner.parts.items()]
            seen.append(("replay", "session", self.replay))
        seen += [(id, dock.panel.projection, dock.view) for id, dock in self.docks.items() if dock.is_seen()]
        return seen

    def open_panels(self) -> list[str]:
        return [id for id, dock in self.docks.items() if not dock.isHidden()]

    def view(self, id: str) -> Any:
        """The view of a panel, or None when the table has no such row."""
        dock = self.docks.get(id)
        return dock.view if dock is not None else None

    def draw_frames(self, fps: int, p50_us: int, p99_us: int) -> None:
        """From the frame clock, once a second."""
        health = self.view("health")
        if health is not None:
            health.draw_frames(fps, p50_us, p99_us)

    def show_instrument(self, instrument_id: int) -> None:
        """Every linked panel follows."""
        for dock in self.docks.values():
            if dock.panel.linked and hasattr(dock.view, "show_instrument"):
                dock.view.show_instrument(instrument_id)

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

    def focus_panel(self, id: str) -> None:
        dock = self.docks[id]
        dock.show()
        dock.raise_()
        if dock.isFloating():
            dock.activateWindow()
        dock.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        focused = QApplication.focusWidget()
        if focused is None or not dock.isAncestorOf(focused):
            # A view that takes no focus itself: the first control in it that does.
            for child in dock.view.findChildren(QWidget):
                if child.isVisibleTo(dock) and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    child.setFocus(Qt.FocusReason.ShortcutFocusReason)
                    return

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        looks.apply(app, theme)
        for part in (self.banner, self.replay, self.palette_over):
            part.set_theme(theme)
        if self.stop_button is not None:
            self.stop_button.set_theme(theme)
        for dock in self.docks.values():
            dock.set_theme(theme, self._icon(dock.panel))
        self._mark_theme()
        self.theme_changed.emit(theme)
        self.update()

    def choose_theme(self, name: str) -> None:
        self.set_theme(THEMES[name])

    def next_theme(self) -> None:
        names = list(THEMES)
        self.choose_theme(names[(names.index(self.theme.name) + 1) % len(names)])

    def save_layout(self) -> None:
        self.layout_save_asked.emit()

    def reset_layout(self) -> None:
        layout.arrange(self, self.docks, {panel.id: panel.area for panel in self.panels})
        self._unarranged = False

    def open_palette(self) -> None:
        if self.palette_over.isHidden():
            self.palette_over.open([action for id, action in self.actions_by_id.items() if id != "palette"])
        else:
            self.palette_over.close_palette()

    def show_keys(self) -> None:
        groups = [
            (title, [self.actions_by_id[row.id] for row in self._rows if row.menu == title]) for title in actions.MENUS
        ]
        KeysSheet(groups, self).show()

    # who sits here --------------------------------------------------------------------------------------------------

    def ask_seat(self, what: str) -> None:
        self.seat_asked.emit(what)

    def cover(self, sheet: QWidget | None) -> None:
        """Lays the sheet over everything but the banner, and lets nothing behind it be reached; None uncovers."""
        self._cover = sheet
        for id, action in self.actions_by_id.items():
            action.setEnabled(sheet is None or id in actions.UNCOVERED)
        self.menu_bar.setEnabled(sheet is None)
        if sheet is None:
            for dock in self._hidden_floats:
                dock.show()
            self._hidden_floats = []
            return
        self.palette_over.close_palette()
        floats = [dock for dock in self.docks.values() if dock.isFloating() and not dock.isHidden()]
        self._hidden_floats += floats
        for dock in floats:
            dock.hide()
        self._place_cover()

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
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unarranged:
            self.reset_layout()
            # No control is marked until a person chooses one.
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.palette_over.isHidden():
            self.palette_over.place()
        self._place_cover()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.closing.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only the frame: Qt has painted ground and separators before."""
        painter = QPainter(self)
        color, width, height = self.theme.color(self._tone), self.width(), self.height()
        for edge in (
            QRect(0, 0, width, FRAME_PX), QRect(0, height - FRAME_PX, width, FRAME_PX),
            QRect(0, 0, FRAME_PX, height), QRect(width - FRAME_PX, 0, FRAME_PX, height),
        ):
            painter.fillRect(edge, color)

    # parts ----------------------------------------------------------------------------------------------------------

    def _put_strips(self) -> None:
        if self.stop_button is not None:
            self.banner.set_stop_button(self.stop_button)
            self.stop_button.asked.connect(self.asked)
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.menu_bar)
        column.addWidget(self.banner)
        self.setMenuWidget(top)
        bar = QToolBar("Tape control")
        bar.setObjectName("tape_control")
        bar.setMovable(False)
        bar.setFloatable(False)
        bar.toggleViewAction().setEnabled(False)
        bar.addWidget(self.replay)
        self.addToolBar(Qt.ToolBarArea.BottomToolBarArea, bar)

    def _make_dock(self, panel: Panel) -> PanelDock:
        dock = PanelDock(panel, self.theme, self._icon(panel), self)
        dock.view.asked.connect(self.asked)
        if panel.linked and hasattr(dock.view, "chosen"):
            dock.view.chosen.connect(self.show_instrument)
        if panel.linked and hasattr(dock.view, "crosshair"):
            dock.view.crosshair.connect(lambda at, view=dock.view: self._share_crosshair(view, at))
        return dock

    def _share_crosshair(self, said: Any, at: int | None) -> None:
        """Panels over the same time show where the pointer is in one of them."""
        for dock in self.docks.values():
            if dock.view is not said and dock.panel.linked and hasattr(dock.view, "show_crosshair") and dock.is_seen():
                dock.view.show_crosshair(at)

    def _icon(self, panel: Panel) -> QIcon:
        """An unknown name gives no icon: the title's words are enough."""
        try:
            return qtawesome.icon(panel.icon, color=self.theme.muted) if panel.icon else QIcon()
        except Exception:  # qtawesome raises a bare Exception for a name it does not know
            return QIcon()

    def _toggles(self) -> list[QAction]:
        return [dock.toggleViewAction() for dock in self.docks.values()]

    def _mark_theme(self) -> None:
        action = self.actions_by_id.get(f"theme_{self.theme.name}")
        if action is not None:
            action.setChecked(True)

    def _set_tone(self, tone: str) -> None:
        self._tone = tone
        self.update()

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        for dock in self.docks.values():
            dock.show_focus(now is not None and dock.isAncestorOf(now))
