"""Where the stop window and its bar stand: where somebody put them, kept beside the journal for the next start, and where a bar covers
nothing of the terminal."""

from pathlib import Path

import msgspec
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app import kept_file
from app.screens import screen_of

NAME = "watchdog.json"
MARGIN_PX = 24
ROW_PX = 3
"""From the window's edge to the row of menus: the frame in the mode's tone."""


class Place(msgspec.Struct, frozen=True):
    """x, y: of the upper left corner, pixels of the whole desktop. around: where the terminal's window stood then (x, y, width, height);
    None: not known."""

    x: int
    y: int
    hidden: bool
    around: tuple[int, int, int, int] | None = None


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
    room = screen_of(widget).availableGeometry()
    return QPoint(room.right() - widget.width() - MARGIN_PX, room.bottom() - widget.height() - 2 * MARGIN_PX)


def menu_end(size: QSize, around: QRect) -> QPoint:
    """The end of the row of menus, where the terminal's window has nothing to show."""
    return around.topRight() - QPoint(size.width() + ROW_PX, -ROW_PX)


def free(size: QSize, around: QRect) -> QPoint | None:
    """Where a bar covers nothing of a terminal's window that stands there; None: it covers every place there is."""
    end = menu_end(size, around)
    rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    for room in rooms:
        # Of a window that hangs over the screen's edge, as far to the right as is seen; its left half has the menus.
        spot = QRect(QPoint(min(end.x(), room.right() + 1 - size.width() - ROW_PX), end.y()), size)
        if room.contains(spot) and (spot.topLeft() == end or spot.left() >= around.center().x()):
            return spot.topLeft()
    for room in rooms:
        left, right = room.left() + MARGIN_PX, room.right() - size.width() - MARGIN_PX
        top, bottom = room.top() + MARGIN_PX, room.bottom() - size.height() - 2 * MARGIN_PX
        for corner in (QPoint(right, bottom), QPoint(left, bottom), QPoint(right, top), QPoint(left, top)):
            if not QRect(corner, size).intersects(around):
                return corner
    return None


def inside(rect: QRect) -> QRect:
    """Moved onto the screen on which it begins, as little as needed."""
    screen = QGuiApplication.screenAt(rect.topLeft()) or QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    x = max(min(rect.x(), room.right() + 1 - rect.width()), room.left())
    y = max(min(rect.y(), room.bottom() + 1 - rect.height()), room.top())
    return QRect(QPoint(x, y), rect.size())
