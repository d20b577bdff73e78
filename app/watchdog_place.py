"""Where somebody has put the stop window, and whether it was hidden in its bar: kept beside the journal for the next start."""

from pathlib import Path

import msgspec
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app import kept_file

NAME = "watchdog.json"
MARGIN_PX = 24


class Place(msgspec.Struct, frozen=True):
    """x, y: of the upper left corner, pixels of the whole desktop."""

    x: int
    y: int
    hidden: bool


def restore(folder: Path) -> Place | None:
    """None: nothing is kept. A file that cannot be used is set aside: where a window stands is not worth a word of alarm."""
    path = folder / NAME
    try:
        return msgspec.json.decode(path.read_bytes(), type=Place)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.MsgspecError, ValueError):
        kept_file.set_aside(path)
        return None


def save(folder: Path, place: Place) -> bool:
    """Whether it is kept; not to be is no reason to trouble anybody."""
    try:
        kept_file.write(folder / NAME, msgspec.json.encode(place), durable=False)
    except OSError:
        return False
    return True


def is_seen(rect: QRect) -> bool:
    """Whether all of it is on screens that are there."""
    return any(screen.availableGeometry().contains(rect) for screen in QGuiApplication.screens())


def corner(widget: QWidget) -> QPoint:
    """Lower right, above whatever the desktop keeps there."""
    room = widget.screen().availableGeometry()
    return QPoint(room.right() - widget.width() - MARGIN_PX, room.bottom() - widget.height() - 2 * MARGIN_PX)
