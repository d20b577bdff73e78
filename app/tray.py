"""The icon in the system's tray: its shape and colour say the state, its menu shows the window, stops trading or leaves.

Invariants: without a tray nothing is missing and nothing is said; a notification is shown only while no window of ours is in front.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from app.window import TerminalWindow
from widgets import shapes
from widgets.style import Theme
from widgets.tongue import mark, tr

SIZE_PX = 64
SHAPES = {"critical": shapes.octagon, "stale": shapes.pause, "warning": shapes.warning}
"""By the window's tone; another tone is the running one."""


class Tray(QObject):
    def __init__(self, window: TerminalWindow, leave: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._tone = "hairline"
        self.icon: QSystemTrayIcon | None = None
        self.notifications = True
        window.tone_changed.connect(self._set_tone)
        window.theme_changed.connect(lambda theme: self._paint())
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        self.icon = QSystemTrayIcon(self)
        self._menu = QMenu()
        self._rows = ((mark("Show the window"), self.show_window), (mark("Stop: kill switch"), self._stop), (mark("Quit"), leave))
        for _, run in self._rows:
            self._menu.addAction("").triggered.connect(lambda checked=False, run=run: run())
        self._say()
        window.renewed.connect(self._say)
        self.icon.setContextMenu(self._menu)
        self.icon.activated.connect(self._on_activated)
        self._paint()
        self.icon.show()

    def _say(self) -> None:
        for action, (text, _) in zip(self._menu.actions(), self._rows, strict=True):
            action.setText(tr(text))

    def tell(self, title: str, sentence: str, critical: bool = False) -> None:
        if self.icon is None or not self.notifications or QApplication.activeWindow() is not None:
            return
        kind = QSystemTrayIcon.MessageIcon.Critical if critical else QSystemTrayIcon.MessageIcon.Warning
        self.icon.showMessage(title, sentence, kind)

    def close(self) -> None:
        if self.icon is not None:
            self.icon.hide()

    def show_window(self) -> None:
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def _stop(self) -> None:
        # It asks once more, and that must be seen: behind a minimised window it would look as if all had stopped.
        self.show_window()
        self._window.stop()

    def _on_activated(self, why: QSystemTrayIcon.ActivationReason) -> None:
        if why is QSystemTrayIcon.ActivationReason.Trigger:
            self.show_window()

    def _set_tone(self, tone: str) -> None:
        self._tone = tone
        self._paint()

    def _paint(self) -> None:
        if self.icon is not None:
            self.icon.setIcon(picture(self._window.theme, self._tone))
            self.icon.setToolTip(self._window.banner.accessibleName() or "Quarterdeck")


def picture(theme: Theme, tone: str) -> QIcon:
    """A shape on a round ground: readable on light and on dark trays."""
    pixmap = QPixmap(QSize(SIZE_PX, SIZE_PX))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("panel"))
    painter.drawEllipse(0, 0, SIZE_PX, SIZE_PX)
    shape = SHAPES.get(tone, shapes.play)(SIZE_PX / 2)
    painter.fillPath(shape.translated(SIZE_PX / 4, SIZE_PX / 4), theme.color(tone if tone in SHAPES else "text"))
    painter.end()
    return QIcon(pixmap)
