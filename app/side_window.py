"""A further window for panels, on any screen: the state banner on top, docks below, the frame in the mode's tone. A panel that floats by
itself has the frame, and mode and kill switch in its title (app/dock.py).

Invariants: it has the banner, so no screen can be mistaken for another mode, and the stop button at its right end as in the first
window; closing it puts its panels back into the first. Menus and tape bar are the first window's; its keys work here too.
"""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QMainWindow, QTabWidget, QVBoxLayout, QWidget

from app.dock_window import DockWindow
from app.screens import screen_of
from widgets.banner.view import Banner
from widgets.style import Theme

FRAME_PX = 3
LEAST = QSize(400, 240)
OFFSET_PX = 40


def prepare(window: QMainWindow) -> None:
    """What all windows with docks have in common."""
    window.setContentsMargins(FRAME_PX, FRAME_PX, FRAME_PX, FRAME_PX)
    window.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    window.setAnimated(False)
    window.setDockNestingEnabled(True)
    # Deliberately without GroupedDragging, which lets docks float as a group: when such a group came to its end in the middle of a
    # change of layout, Qt 6.11 went on with docks that were no more, and the process died.
    window.setDockOptions(QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AllowTabbedDocks)
    window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)


def paint_frame(window: QWidget, theme: Theme, tone: str) -> None:
    """Only the frame: Qt has painted ground and separators before."""
    painter = QPainter(window)
    color, width, height = theme.color(tone), window.width(), window.height()
    for edge in (
        QRect(0, 0, width, FRAME_PX), QRect(0, height - FRAME_PX, width, FRAME_PX),
        QRect(0, 0, FRAME_PX, height), QRect(width - FRAME_PX, 0, FRAME_PX, height),
    ):
        painter.fillRect(edge, color)


class Frame(QWidget):
    """Around a dock that floats, in the tone of the mode, as around a window. Qt leaves such a dock an edge of 1 px, so it lies on top."""

    def __init__(self, dock: QWidget, theme: Theme) -> None:
        super().__init__(dock)
        self._theme, self._tone = theme, "hairline"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, theme: Theme, tone: str) -> None:
        if (theme, tone) != (self._theme, self._tone):
            self._theme, self._tone = theme, tone
            self.update()

    def surround(self, room: QRect) -> None:
        self.setGeometry(room)
        self.setMask(QRegion(room) - QRegion(room.adjusted(FRAME_PX, FRAME_PX, -FRAME_PX, -FRAME_PX)))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_frame(self, self._theme, self._tone)


def title_of(name: str, stopped: str) -> str:
    """Of a window: a task bar says what is stopped, too. stopped: as the banner has it."""
    return f"{name} \u00b7 {stopped}" if stopped else name


class SideWindow(DockWindow):
    """number: from 2 on."""

    closed = Signal()
    rearranged = Signal()

    def __init__(self, number: int, theme: Theme) -> None:
        super().__init__()
        self.number, self._theme, self._tone = number, theme, "hairline"
        self.setObjectName(f"terminal.{number}")
        self.setWindowTitle(f"Quarterdeck {number}")
        self.setMinimumSize(LEAST)
        prepare(self)
        # What was told before is in the first window.
        self.banner = Banner(theme, told_to=time.monotonic_ns())
        self.banner.tone_changed.connect(self._set_tone)
        # Qt's place for it holds on to each widget that ever stood there.
        top = QWidget()
        self._column = QVBoxLayout(top)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.banner)
        self.setMenuWidget(top)
        self.stop_button: Any = None
        self._make_stop: Callable[[], Any] = lambda: None

    def put_stop(self, make: Callable[[], Any]) -> None:
        """make: the first window's button once more; None if it has none."""
        self._make_stop, self.stop_button = make, make()
        if self.stop_button is not None:
            self.banner.set_stop_button(self.stop_button)
        # Never so narrow that the button is cut.
        self.setMinimumWidth(max(LEAST.width(), self.banner.minimumSizeHint().width() + 2 * FRAME_PX))

    def renew(self) -> None:
        """In another language, or another size of type."""
        before, made = self.banner, Banner(self._theme)
        made.take_over(before)
        made.tone_changed.connect(self._set_tone)
        self.banner = made
        self.put_stop(self._make_stop)
        self._column.replaceWidget(before, made)
        before.hide()
        before.deleteLater()

    def views(self) -> list[tuple[str, str, Any]]:
        """Parts of its banner that can be seen now."""
        if not self.isVisible() or self.isMinimized():
            return []
        return [(f"banner{self.number}.{name}", name, part) for name, part in self.banner.parts.items()]

    def open_beside(self, first: QWidget) -> None:
        """On the next screen if there is one, else a little to the side."""
        here = screen_of(first)
        others = [one for one in QGuiApplication.screens() if one is not here]
        room = (others[0] if others else here).availableGeometry()
        if others:
            self.setGeometry(room.adjusted(OFFSET_PX, OFFSET_PX, -OFFSET_PX, -OFFSET_PX))
        else:
            self.setGeometry(first.x() + OFFSET_PX, first.y() + OFFSET_PX, min(900, room.width()), min(600, room.height()))
        self.show()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.banner.set_theme(theme)
        if self.stop_button is not None:
            self.stop_button.set_theme(theme)
        self.update()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.MouseButtonRelease:
            self.rearranged.emit()
        return done

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_frame(self, self._theme, self._tone)

    def _set_tone(self, tone: str) -> None:
        self._tone = tone
        self.setWindowTitle(title_of(f"Quarterdeck {self.number}", self.banner.stopped))
        self.update()
