"""A dock with a slim title bar of its own: icon, title, link chip, and buttons for menu, float and close.

Keys that a panel wants for itself stay with it: a window's plain-key shortcut does not fire while a button, or a panel
that claims the key, has the focus. The dock forwards nothing else.
"""

from typing import Any

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDockWidget,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QWidget,
)

from widgets import shapes
from widgets.panels import Panel
from widgets.shapes import Shape
from widgets.style import GRID_PX, SMALL_PX, Theme
from widgets.type_face import TypeFace

TITLE_PX = 24
ICON_PX = 14
BUTTON_PX = 20
SIGN_PX = 10
CHIP_PX = 14
LINK_LETTER = "A"
"""The first link group; panels of one group follow the same instrument."""


class TitleButton(QAbstractButton):
    """A small painted sign."""

    def __init__(self, theme: Theme, sign: Shape, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._path = sign(SIGN_PX)
        self._path.translate((BUTTON_PX - SIGN_PX) / 2, (BUTTON_PX - SIGN_PX) / 2)
        self.setFixedSize(BUTTON_PX, BUTTON_PX)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
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


class DockTitle(QWidget):
    def __init__(self, panel: Panel, theme: Theme, icon: QIcon, dock: "PanelDock") -> None:
        super().__init__(dock)
        self._panel, self._theme, self._icon = panel, theme, icon
        self._dock = dock
        self._face, self._small = TypeFace(strong=True), TypeFace(SMALL_PX - 1, strong=True)
        self.menu = TitleButton(theme, shapes.dots, f"{panel.title} menu", self)
        self.float = TitleButton(theme, shapes.pop_out, f"Float or dock {panel.title}", self)
        self.close_button = TitleButton(theme, shapes.cross, f"Close {panel.title}", self)
        self.menu.clicked.connect(self._open_menu)
        self.float.clicked.connect(lambda: dock.setFloating(not dock.isFloating()))
        self.close_button.clicked.connect(dock.close)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, GRID_PX, 0)
        line.setSpacing(0)
        line.addStretch(1)
        for button in (self.menu, self.float, self.close_button):
            line.addWidget(button)
        self.setFixedHeight(TITLE_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if panel.linked:
            self.setToolTip("Link group A: follows the chosen instrument")

    def set_theme(self, theme: Theme, icon: QIcon) -> None:
        self._theme, self._icon = theme, icon
        for button in (self.menu, self.float, self.close_button):
            button.theme = theme
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(3 * BUTTON_PX + 10 * GRID_PX, TITLE_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.color("panel"))
        x = 2 * GRID_PX
        if not self._icon.isNull():
            self._icon.paint(painter, QRect(x, (TITLE_PX - ICON_PX) // 2, ICON_PX, ICON_PX))
            x += ICON_PX + 6
        focused = self._dock.holds_focus
        self._face.use(painter)
        painter.setPen(theme.color("text" if focused else "muted"))
        room = self.menu.x() - x - (CHIP_PX + 2 * GRID_PX if self._panel.linked else GRID_PX)
        title = self._face.metrics.elidedText(self._panel.title, Qt.TextElideMode.ElideRight, max(room, 0))
        self._face.left(painter, x, 0, TITLE_PX, title)
        if self._panel.linked:
            self._paint_chip(painter, int(x + self._face.width(title)) + 2 * GRID_PX)
        painter.fillRect(QRect(0, TITLE_PX - 1, self.width(), 1), theme.color("selection" if focused else "hairline"))

    def _paint_chip(self, painter: QPainter, x: int) -> None:
        rect = QRectF(x, (TITLE_PX - CHIP_PX) / 2, CHIP_PX, CHIP_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("selection_fill"))
        painter.drawRoundedRect(rect, 3, 3)
        self._small.use(painter)
        painter.setPen(self._theme.color("text"))
        self._small.centre(painter, rect.center().x(), rect.top(), CHIP_PX, LINK_LETTER)

    def _open_menu(self) -> None:
        self._dock.open_menu(self.menu.mapToGlobal(self.menu.rect().bottomLeft()))


class PanelDock(QDockWidget):
    """view: made by the panel's row."""

    def __init__(self, panel: Panel, theme: Theme, icon: QIcon, window: QWidget) -> None:
        super().__init__(panel.title, window)
        self.panel = panel
        self.setObjectName(panel.id)
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        self.view: Any = panel.make_view(theme)
        self.holds_focus = False
        self.title = DockTitle(panel, theme, icon, self)
        self.setTitleBarWidget(self.title)
        self.setWidget(self.view)

    def open_menu(self, at: Any) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        float_text = "Dock" if self.isFloating() else "Float"
        for text, run in (
            (float_text, lambda: self.setFloating(not self.isFloating())), ("Close", self.close),
        ):
            action = QAction(text, menu)
            action.triggered.connect(run)
            menu.addAction(action)
        menu.popup(at)

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
        self.title.set_theme(theme, icon)
        self.view.set_theme(theme)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._wants(event):
            event.accept()
            return True
        return super().event(event)

    def _wants(self, event: QKeyEvent) -> bool:
        text = event.text()
        return (bool(text) and text in self.panel.own_keys) or keeps_key(event)


def keeps_key(event: QKeyEvent) -> bool:
    """Space presses the focused button or opens the focused list; it must not pause the session as well."""
    if event.key() != Qt.Key.Key_Space or event.modifiers():
        return False
    return isinstance(QApplication.focusWidget(), QAbstractButton | QComboBox)
