"""A table of plain panels: as many as the real one, each with a button, a field, and keys it remembers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.window import TerminalWindow
from core.projections.pictures import VersionLook
from widgets.panels import Panel
from widgets.style import THEMES

IDS = ("watchlist", "ladder", "chart", "depth", "tape", "ticket", "orders", "fills", "positions", "kill", "health")


class Plain(QWidget):
    """A panel with a button, a field, and a plain key of its own."""

    asked = Signal(object)
    chosen = Signal(int)
    memo_changed = Signal()

    def __init__(self, theme, parent=None):
        super().__init__(parent)
        self.theme = theme
        self.keys = ""
        self.armed = False
        self.painted = 0
        self.instrument = 0
        self.note = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        self.button, self.field = QPushButton("Go"), QLineEdit()
        column.addWidget(self.button)
        column.addWidget(self.field)

    def look(self):
        return VersionLook()

    def draw(self, picture):
        self.drawn = picture

    def draw_frames(self, fps, p50_us, p99_us):
        self.frames = (fps, p50_us, p99_us)

    def set_theme(self, theme):
        self.theme = theme

    def show_instrument(self, instrument_id):
        self.instrument = instrument_id

    def memo(self):
        return self.note

    def recall(self, text):
        if "?" in text:
            return False
        self.note = text
        return True

    def is_armed(self):
        return self.armed

    def arm(self):
        self.armed = True

    def disarm(self, why=""):
        self.armed = False

    def keyPressEvent(self, event):
        self.keys += event.text()

    def paintEvent(self, event):
        self.painted += 1
        QPainter(self).fillRect(self.rect(), self.theme.color("panel"))


def table() -> tuple[Panel, ...]:
    return tuple(
        Panel(
            id, id.title(), "mdi6.chart-line", Plain, "market", "left", f"Ctrl+{number}" if number < 10 else "",
            linked=id in ("watchlist", "ladder", "chart"), own_keys="+-" if id == "ladder" else "",
        )
        for number, id in enumerate(IDS, start=1)
    )


def opened(qtbot, panels: Sequence[Panel], stop_button=None) -> TerminalWindow:
    made = TerminalWindow(panels, THEMES["dark"], stop_button)
    made.resize(1600, 900)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def seen(window) -> set[str]:
    """Panels offered for drawing."""
    strips = {"replay", *(f"banner.{name}" for name in window.banner.parts)}
    # With a colon: the state in the title of one that floats.
    return {key for key, _, _ in window.visible_views() if ":" not in key} - strips
