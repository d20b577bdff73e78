"""The window's layout as one JSON file: where it stands, its docks, its theme.

Invariants: the file is replaced whole or not at all (temporary file, fsync, rename); a file that cannot be used costs
the layout, never the start, and one sentence says so; a window is never put where no screen is. It keeps no setting
that changes a decision.
"""

import os
from pathlib import Path

import msgspec
from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.layout import hide_left_tabs
from app.window import TerminalWindow
from widgets.style import THEMES

VERSION = 1
"""Of the file and of Qt's saved state in it: another number gives the default layout."""
GRIP_PX = 80
"""So much of a window's title must be on a screen for a person to take hold of it."""


class Layout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """geometry and state are Qt's own; JSON holds them as base64."""

    version: int
    geometry: bytes
    state: bytes
    theme: str
    open_panels: list[str]


class Workspace:
    def __init__(self, path: Path) -> None:
        self._path = path

    def save(self, window: TerminalWindow) -> str:
        """Returns one sentence when it could not be written, else nothing."""
        kept = Layout(
            VERSION, bytes(window.saveGeometry().data()), bytes(window.saveState(VERSION).data()), window.theme.name,
            window.open_panels(),
        )
        waiting = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with waiting.open("wb") as file:
                file.write(msgspec.json.format(msgspec.json.encode(kept)))
                file.flush()
                os.fsync(file.fileno())
            os.replace(waiting, self._path)
        except OSError as error:
            return f"The layout could not be saved to {self._path}: {error.strerror}."
        return ""

    def restore(self, window: TerminalWindow) -> str:
        """Call after show(). Returns one sentence when the saved layout could not be used, else nothing."""
        try:
            kept = msgspec.json.decode(self._path.read_bytes(), type=Layout)
        except FileNotFoundError:
            return ""
        except (OSError, msgspec.DecodeError) as error:
            return self._default(window, f"is not readable ({error})")
        if kept.version != VERSION:
            return self._default(window, f"has version {kept.version}, this program writes {VERSION}")
        if kept.theme in THEMES:
            window.choose_theme(kept.theme)
        if not window.restoreGeometry(QByteArray(kept.geometry)):
            return self._default(window, "holds no usable window position")
        clamp(window)
        if not window.restoreState(QByteArray(kept.state), VERSION):
            return self._default(window, "holds no usable panel layout")
        hide_left_tabs(window, window.docks)
        for dock in window.docks.values():
            if dock.isFloating():
                clamp(dock)
        unknown = sorted(set(kept.open_panels) - set(window.docks))
        return f"The saved layout names panels that do not exist here: {', '.join(unknown)}." if unknown else ""

    def _default(self, window: TerminalWindow, why: str) -> str:
        window.reset_layout()
        return f"The saved layout {self._path.name} {why}: the default layout is shown."


def clamp(window: QWidget) -> None:
    """Moves a window that no screen shows well enough to take hold of onto the nearest one, and cuts it to its size."""
    frame = window.frameGeometry()
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if not screens or window.isMaximized() or window.isFullScreen():
        return
    title = QRect(frame.left(), frame.top(), frame.width(), 30)
    seen = [title.intersected(room) for room in screens]
    if any(part.width() >= min(GRIP_PX, frame.width()) and part.height() >= 20 for part in seen) and any(
        frame.width() <= room.width() and frame.height() <= room.height() for room in screens
    ):
        return
    room = min(screens, key=lambda one: (one.center() - frame.center()).manhattanLength())
    width, height = min(window.width(), room.width()), min(window.height(), room.height())
    left = max(room.left(), min(frame.left(), room.right() - width + 1))
    top = max(room.top(), min(frame.top(), room.bottom() - height + 1))
    window.setGeometry(left, top, width, height)
