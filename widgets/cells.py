"""What a sheet is made of: cells, rows, groups and columns, and where columns stand when the room is short. Qt-free."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from widgets.style import GRID_PX, px

GAP_PX = 3 * GRID_PX
LEAST_PX = 116
"""Of a growing column."""
DASH = "\u2013"


@dataclass(frozen=True, slots=True)
class Cell:
    """value: what it sorts by; None: last. bar: its part of the whole, from 0 on; below 0: no bar. sign: a key of SIGNS. whole: where the
    text is short for it; tips, copies and Find have it."""

    text: str
    token: str = "text"
    value: Any = None
    bar: float = -1.0
    sign: str = ""
    whole: str = ""

    @property
    def exact(self) -> str:
        return self.whole or self.text


@dataclass(frozen=True, slots=True)
class Column:
    """width: in px, 0: a share of what is left. right: a number. drop: where room is short, the highest goes first; 0: never."""

    head: str
    width: int = 0
    right: bool = False
    drop: int = 0
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    key: str
    cells: tuple[Cell, ...]
    group: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading over its rows. aside: at the right edge."""

    key: str
    text: str
    aside: str = ""
    token: str = "muted"


@dataclass(slots=True)
class Places:
    """Of each column. width 0: there is no room for it."""

    left: list[int] = field(default_factory=list)
    width: list[int] = field(default_factory=list)


def whole(columns: Sequence[Column]) -> int:
    """The room that all of them need."""
    return sum((px(column.width) or LEAST_PX) + GAP_PX for column in columns) - GAP_PX + 2 * 2 * GRID_PX


def placed(columns: Sequence[Column], room: int) -> Places:
    widths = [px(column.width) or LEAST_PX for column in columns]
    room -= 2 * 2 * GRID_PX
    for number in sorted(range(len(columns)), key=lambda number: -columns[number].drop):
        if columns[number].drop and sum(width + GAP_PX for width in widths if width) - GAP_PX > room:
            widths[number] = 0
    spare = max(room - (sum(width + GAP_PX for width in widths if width) - GAP_PX), 0)
    growing = [number for number, column in enumerate(columns) if not column.width and widths[number]]
    for number in growing:
        widths[number] += spare // len(growing)
    places, left = Places(), 2 * GRID_PX
    for width in widths:
        places.left.append(left)
        places.width.append(width)
        left += width + GAP_PX if width else 0
    return places
