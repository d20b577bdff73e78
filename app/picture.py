"""A picture of a window with the time it was taken, into a file or onto the clipboard.

Invariants: the stamp has wall time and session time, both UTC, in a strip of its own below the picture, so it covers nothing, in as many
lines as a narrow window needs; an existing file is never overwritten.
"""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from widgets.style import DATA_PX, GRID_PX, ROW_PX, Theme, font
from widgets.tongue import told


def stamped(window: QWidget, theme: Theme, stamp: str) -> QPixmap:
    taken = window.grab()
    ratio = taken.devicePixelRatio()
    strip = QRect(2 * GRID_PX, window.height(), window.width() - 4 * GRID_PX, ROW_PX)
    wrapped = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
    strip.setHeight(max(ROW_PX, QFontMetrics(font(DATA_PX)).boundingRect(strip, wrapped, stamp).height() + GRID_PX))
    made = QPixmap(taken.width(), taken.height() + round(strip.height() * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(theme.color("panel"))
    painter = QPainter(made)
    painter.drawPixmap(0, 0, taken)
    painter.setFont(font(DATA_PX))
    painter.setPen(theme.color("text"))
    painter.drawText(strip, wrapped, stamp)
    painter.end()
    return made


def stamp(wall: datetime, session_ns: int, version: str) -> str:
    session = datetime.fromtimestamp(session_ns / 1e9, UTC).strftime("%Y-%m-%d %H:%M:%S") if session_ns else "none"
    return told(
        "{version}   taken {strftime} UTC   session time {session} UTC",
        version=version, strftime=wall.strftime("%Y-%m-%d %H:%M:%S"), session=session,
    )


def save(picture: QPixmap, folder: Path, wall: datetime) -> str:
    """One sentence: where it is, or why not."""
    name = wall.strftime("quarterdeck-%Y%m%dT%H%M%SZ")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return told("No picture was saved to {folder}: {strerror}.", folder=folder, strerror=error.strerror)
    path = next(path for n in range(1, 10_000) if not (path := folder / (f"{name}.png" if n == 1 else f"{name}-{n}.png")).exists())
    if not picture.save(str(path)):
        return told("No picture was saved to {folder}: it cannot be written.", folder=folder)
    return told("Picture saved: {path}", path=path)


def copy(picture: QPixmap) -> str:
    QApplication.clipboard().setPixmap(picture)
    return told("Picture of the window copied.")
