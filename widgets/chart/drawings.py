"""What a person has drawn on charts: lines, boxes, rulers and words. Qt-free.

Invariants: a drawing stands at session times and prices, never at pixels, so it stays where it belongs whatever is in view;
only what could have been drawn is ever taken from a file. It decides nothing about orders.
"""

from enum import Enum
from typing import Final

import msgspec

from widgets.tongue import Table, tr

MOST_A_SYMBOL: Final = 200
MOST_TEXT: Final = 80
LARGEST: Final = 10**18


class Tool(Enum):
    TREND = "trend"
    LEVEL = "level"
    BOX = "box"
    RULER = "ruler"
    TEXT = "text"


TOOL_TEXT: Final = Table({
    Tool.TREND: "Trend line", Tool.LEVEL: "Horizontal line", Tool.BOX: "Rectangle", Tool.RULER: "Ruler", Tool.TEXT: "Text",
})
POINTS: Final = {Tool.TREND: 2, Tool.LEVEL: 1, Tool.BOX: 2, Tool.RULER: 2, Tool.TEXT: 1}
Point = tuple[int, int]
"""Session time (UTC ns), price units."""


class Drawing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    tool: Tool
    points: tuple[Point, ...]
    text: str = ""

    def moved(self, by_ns: int, by_price: int) -> "Drawing":
        """The whole of it; unchanged where that would leave what prices and times can be."""
        points = tuple((at + by_ns, price + by_price) for at, price in self.points)
        return msgspec.structs.replace(self, points=points) if all(map(_is_place, points)) else self

    def pulled(self, number: int, point: Point) -> "Drawing":
        """One of its points elsewhere."""
        points = (*self.points[:number], point, *self.points[number + 1:])
        return msgspec.structs.replace(self, points=points) if _is_place(point) else self


def _is_place(point: Point) -> bool:
    return 0 <= point[0] <= LARGEST * 9 and 0 < point[1] <= LARGEST


def plain_text(text: str) -> str:
    """One line, without control characters, at most MOST_TEXT characters."""
    seen = "".join(one for one in text if one.isprintable() or one.isspace())
    return " ".join(seen.split())[:MOST_TEXT].rstrip()


def check_drawings(name: str, drawings: tuple[Drawing, ...]) -> None:
    """name: of their instrument. Raises ValueError with what cannot be, in words that follow "the file"."""
    if len(drawings) > MOST_A_SYMBOL:
        raise ValueError(tr("holds more than {most_a_symbol} drawings of {symbol}", most_a_symbol=MOST_A_SYMBOL, symbol=name[:40]))
    for drawing in drawings:
        if len(drawing.points) != POINTS[drawing.tool] or not all(map(_is_place, drawing.points)):
            raise ValueError(tr("holds a {lower} that cannot be", lower=TOOL_TEXT[drawing.tool].lower()))
        if plain_text(drawing.text) != drawing.text:
            raise ValueError(tr("holds words that cannot be written on one line"))
