"""A dock with a slim title bar of its own: icon, title, link chip, and buttons for menu, float and close.

A panel may stand several times: the first dock's key is the panel's id, the next ones' "id.2", "id.3".

Keys that a panel wants for itself stay with it: a window's plain-key shortcut does not fire while a button, or a panel
that claims the key, has the focus. The dock forwards nothing else.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QIcon, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDockWidget,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from app.dock_window import hand
from app.side_window import Frame
from widgets import shapes
from widgets.banner.chip import StateChip
from widgets.entry_form import EntryForm
from widgets.keyboard import pressed
from widgets.panel_keys import OF_PANEL
from widgets.panels import Panel
from widgets.shapes import Shape
from widgets.style import GRID_PX, LINK_FILLS, SMALL_PX, Theme
from widgets.tongue import tr
from widgets.type_face import TypeFace

TITLE_PX = 24
ICON_PX = 14
BUTTON_PX = 20
SIGN_PX = 10
CHIP_PX = 14
MOST_NEEDED = QSize(360, 340)
LOW = 200
"""Chosen: a panel that needs no more can stand anywhere in a window of 1280x720. One that is higher than LOW gives way in height alone,
but for those of WHOLE: what sends and what stops stays in sight."""
WHOLE = {"ticket": 420, "ladder": MOST_NEEDED.height(), "kill": 260}
"""By panel, up to which height. Chosen: a window of 1280x720 has as much for each of them."""
UNLINKED = ""
FIRST_LINK = "A"
Offer = tuple[str, Callable[[], object], bool]
"""A row of a dock's menu: words, what it does, whether it is in force."""


class TitleButton(QAbstractButton):
    """A small painted sign."""

    def __init__(self, theme: Theme, sign: Shape, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._path = sign(SIGN_PX)
        self._path.translate((BUTTON_PX - SIGN_PX) / 2, (BUTTON_PX - SIGN_PX) / 2)
        self.setFixedSize(BUTTON_PX, BUTTON_PX)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def say(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setToolTip(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        live = self.underMouse() or self.hasFocus()
        painter.fillPath(self._path, self.theme.color("text" if live else "muted"))
        if self.hasFocus():
            painter.setPen(self.theme.color("selection"))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


class LinkChip(QAbstractButton):
    """The letter of the link group on the group's colour; a hollow square when the panel goes its own way."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._small = TypeFace(SMALL_PX - 1, strong=True)
        self.setFixedSize(CHIP_PX, CHIP_PX)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_group(UNLINKED)

    def show_group(self, group: str) -> None:
        self.setText(group)
        words = tr(
            "Link group {group}: follows the instrument chosen in it", group=group,
        ) if group else tr("Not linked: keeps its own instrument")
        self.setAccessibleName(words)
        self.setToolTip(tr("{words}. Press to choose another group.", words=words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, group = QRectF(self.rect()), self.text()
        if group:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color(LINK_FILLS[group]))
            painter.drawRoundedRect(rect, 3, 3)
            self._small.use(painter)
            painter.setPen(self.theme.color("text"))
            self._small.centre(painter, rect.center().x(), rect.top(), CHIP_PX, group)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus() or not group:
            painter.setPen(self.theme.color("selection" if self.hasFocus() else "muted"))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)


class DockTitle(QWidget):
    def __init__(self, theme: Theme, icon: QIcon, dock: "PanelDock") -> None:
        super().__init__(dock)
        self._words, self._theme, self._icon = "", theme, icon
        self._dock = dock
        self._face = TypeFace(strong=True)
        self.chip = LinkChip(theme, self)
        self.chip.setVisible(dock.panel.linked)
        self.chip.clicked.connect(lambda: dock.open_menu(self.chip.mapToGlobal(self.chip.rect().bottomLeft()), dock.links))
        self.state = StateChip(theme, self)
        self.state.setVisible(dock.isFloating())
        self.state.changed.connect(self._make_room)
        self.menu = TitleButton(theme, shapes.dots, self)
        self.float = TitleButton(theme, shapes.pop_out, self)
        self.close_button = TitleButton(theme, shapes.cross, self)
        self.menu.clicked.connect(lambda: dock.open_menu(self.menu.mapToGlobal(self.menu.rect().bottomLeft()), dock.offers))
        self.float.clicked.connect(lambda: hand.when_still(lambda: dock.setFloating(not dock.isFloating())))
        self.close_button.clicked.connect(dock.close)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, GRID_PX, 0)
        line.setSpacing(0)
        line.addStretch(1)
        line.addWidget(self.state)
        for button in (self.menu, self.float, self.close_button):
            line.addWidget(button)
        self.setFixedHeight(TITLE_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """The panel's title, in the language of now."""
        self._words = words
        self.menu.say(tr("{words} menu", words=words))
        self.float.say(tr("Float or dock {words}", words=words))
        self.close_button.say(tr("Close {words}", words=words))
        self.chip.show_group(self.chip.text())
        self._place_chip()
        self.update()

    def set_theme(self, theme: Theme, icon: QIcon) -> None:
        self._theme, self._icon = theme, icon
        self.state.set_theme(theme)
        for button in (self.chip, self.menu, self.float, self.close_button):
            button.theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Qt gives a title the height of its hint, whatever height it was fixed to."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        state = self.state.least_px()
        link = CHIP_PX + GRID_PX if state and self._dock.panel.linked else 0
        return QSize(state + link + 3 * BUTTON_PX + 10 * GRID_PX, TITLE_PX)

    def show_state(self, floating: bool) -> None:
        """Beside the windows, where no banner tells mode and kill switch."""
        self.state.setVisible(floating)
        self._make_room()

    def _make_room(self) -> None:
        self.updateGeometry()
        self._place_chip()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_chip()

    def _place_chip(self) -> None:
        left = self._left()
        self.state.give_room(self._room(left) - int(self._face.width(self._words)))
        self.chip.move(left + int(self._face.width(self._cut(left))) + 2 * GRID_PX, (TITLE_PX - CHIP_PX) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        if not self._icon.isNull():
            self._icon.paint(painter, QRect(2 * GRID_PX, (TITLE_PX - ICON_PX) // 2, ICON_PX, ICON_PX))
        focused = self._dock.holds_focus
        self._face.use(painter)
        painter.setPen(theme.color("text" if focused else "muted"))
        left = self._left()
        self._face.left(painter, left, 0, TITLE_PX, self._cut(left))
        painter.fillRect(QRect(0, TITLE_PX - 1, self.width(), 1), theme.color("selection" if focused else "hairline"))

    def _left(self) -> int:
        return 2 * GRID_PX + (0 if self._icon.isNull() else ICON_PX + 6)

    def _room(self, left: int) -> int:
        return self.width() - 3 * BUTTON_PX - GRID_PX - left - (CHIP_PX + 3 * GRID_PX if self._dock.panel.linked else GRID_PX)

    def _cut(self, left: int) -> str:
        state = 0 if self.state.isHidden() else self.state.sizeHint().width()
        return self._face.metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, max(self._room(left) - state, 0))


class Room(QScrollArea):
    """Of a panel that may need more than it has. A form that opens in it comes into sight, its title first."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[QWidget, int] | None = None

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._follow()
        return done

    def _follow(self) -> None:
        """Once for each form and height: who scrolls it by hand is left alone."""
        view: QWidget | None = self.widget()
        focus = form = view.focusWidget() if view is not None else None
        while form is not None and not isinstance(form, EntryForm):
            form = form.parentWidget()
        shown = (form, form.height()) if form is not None and form.isVisible() else None
        if shown == self._shown:
            return
        self._shown = shown
        if view is not None and form is not None and focus is not None and shown is not None:
            self.ensureWidgetVisible(form, 0, 0)
            if form.height() > self.viewport().height():
                self.verticalScrollBar().setValue(form.mapTo(view, QPoint(0, 0)).y())
                self.ensureWidgetVisible(focus, 0, GRID_PX)


class PanelDock(QDockWidget):
    """view: made by the panel's row. link: the letter of its group. shows: the instrument it was told to show, by id, 0: none yet.
    offers, links: rows of its menus, set by whoever keeps it."""

    closed = Signal()

    def __init__(self, panel: Panel, number: int, theme: Theme, icon: QIcon, window: QWidget) -> None:
        super().__init__(window)
        self.panel, self._number = panel, number
        self.key = panel.id if number == 1 else f"{panel.id}.{number}"
        self.setObjectName(self.key)
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        self.view: Any = panel.make_view(theme)
        self.holds_focus = False
        self.link, self.shows = UNLINKED, 0
        self.offers: Callable[[], list[Offer]] = list
        self.links: Callable[[], list[Offer]] = list
        self._theme = theme
        self._frame = Frame(self, theme)
        self.title = self._make_title(theme, icon)
        self.setTitleBarWidget(self.title)
        self.setWidget(self._with_room(self.view))
        self._say_title()
        self.topLevelChanged.connect(self._on_floating)

    def _make_title(self, theme: Theme, icon: QIcon) -> DockTitle:
        made = DockTitle(theme, icon, self)
        made.state.changed.connect(self._show_tone)
        return made

    def _on_floating(self, floating: bool) -> None:
        self.title.show_state(floating)
        self._frame.surround(self.rect())
        self._frame.setVisible(floating)

    def _show_tone(self) -> None:
        self._frame.say(self._theme, self.title.state.tone)

    def _say_title(self) -> None:
        words = tr(self.panel.title) if self._number == 1 else f"{tr(self.panel.title)} {self._number}"
        self.setWindowTitle(words)
        self.title.say(words)

    def renew(self, theme: Theme, icon: QIcon) -> None:
        """Another language, or another size of type: the view is made anew, and takes over what a person had typed into the old one
        and what a workspace keeps of it."""
        before, old = self.view, self.widget()
        self.view = self.panel.make_view(theme)
        if hasattr(before, "memo"):
            self.view.recall(before.memo())
        if hasattr(before, "hand_over"):
            self.view.take_over(before.hand_over())
        self.setWidget(self._with_room(self.view))
        old.hide()
        old.setParent(None)
        old.deleteLater()
        self._theme = theme
        title, self.title = self.title, self._make_title(theme, icon)
        self.setTitleBarWidget(self.title)
        title.deleteLater()
        self.title.chip.show_group(self.link)
        self._frame.surround(self.rect())
        self._say_title()

    def _with_room(self, view: QWidget) -> QWidget:
        """A panel that needs much room scrolls when it has less: as one of several tabs it must not push its neighbours away."""
        least = view.minimumSizeHint()
        fits = least.width() <= MOST_NEEDED.width() and least.height() <= WHOLE.get(self.panel.id, MOST_NEEDED.height())
        grows = view.findChild(EntryForm) is not None
        low = least.height() <= WHOLE.get(self.panel.id, LOW)
        if fits and low and not grows:
            return view
        if not grows:
            # One that opens forms says at each moment what it needs; one that folds keeps its own foot in sight.
            view.setMinimumSize(view.folded_size() if hasattr(view, "folded_size") else least)
        area = Room()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setMinimumSize(least.width() if fits else 240, least.height() if fits and low else 120)
        area.setWidget(view)
        return area

    def set_link(self, group: str) -> None:
        self.link = group
        self.title.chip.show_group(group)

    def open_menu(self, at: QPoint, rows: Callable[[], list[Offer]]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, run, in_force in rows():
            action = QAction(text, menu)
            if in_force:
                action.setCheckable(True)
                action.setChecked(True)
            action.triggered.connect(lambda checked=False, run=run: hand.when_still(run))
            menu.addAction(action)
        menu.popup(at)

    def closeEvent(self, event: QCloseEvent) -> None:
        if hand.holds():
            event.ignore()
            hand.when_still(self.close)
            return
        super().closeEvent(event)
        self.closed.emit()

    def views(self) -> list[tuple[str, str, Any]]:
        """What of it can be seen now: key, projection and view."""
        if not self.is_seen():
            return []
        state = self.title.state.parts if self.isFloating() else {}
        return [(self.key, self.panel.projection, self.view), *((f"{self.key}:{name}", name, part) for name, part in state.items())]

    def is_seen(self) -> bool:
        """Open, not behind a tab, not minimised. Qt calls a dock behind a tab visible too, but puts it outside."""
        if not self.isVisible() or self.window().isMinimized():
            return False
        around = self.parentWidget()
        return self.isFloating() or around is None or around.rect().intersects(self.geometry())

    def show_focus(self, held: bool) -> None:
        if held != self.holds_focus:
            self.holds_focus = held
            self.title.update()

    def set_theme(self, theme: Theme, icon: QIcon) -> None:
        self._theme = theme
        self.title.set_theme(theme, icon)
        self.view.set_theme(theme)
        self._show_tone()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isFloating():
            self._frame.surround(self.rect())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._wants(event):
            event.accept()
            return True
        done = super().event(event)
        hand.follow(self, event)
        return done

    def _wants(self, event: QKeyEvent) -> bool:
        text, scope = event.text(), OF_PANEL.get(self.panel.id, "")
        return (bool(text) and text in self.panel.own_keys) or (bool(scope) and bool(pressed(scope, event))) or keeps_key(event)


def keeps_key(event: QKeyEvent) -> bool:
    """Space presses the focused button or opens the focused list; it must not pause the session as well."""
    if event.key() != Qt.Key.Key_Space or event.modifiers():
        return False
    return isinstance(QApplication.focusWidget(), QAbstractButton | QComboBox)
