"""What a column of a blotter is: how its cells read, and what sorting, filtering, grouping and adding up take for them. Qt-free."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
import numpy.typing as npt

from widgets.action_keys import with_key
from widgets.tongue import tr

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Serials = npt.NDArray[np.int32]
Sel = Serials | slice
"""Which rows of a store: their serials, or a span of them."""
CANCEL = "cancel"
"""The column whose cells cancel an order when clicked."""


class Kind(Enum):
    WORD = "word"
    """One of few texts, or of many that repeat."""
    NUMBER = "number"
    TIME = "time"
    """UTC nanoseconds."""
    ID = "id"
    """A text that is another one in every row."""
    MARK = "mark"
    """No text: yes or no."""


class Unit(Enum):
    """What a number counts, and so where its decimal point is."""

    ONE = "one"
    PRICE = "price"
    QTY = "qty"
    MONEY = "money"
    OWN = "own"
    """Money of a row that says its decimals itself."""


@dataclass(frozen=True, slots=True)
class Column:
    """rank: columns of a higher rank leave first when the room is short and nobody has chosen columns; CHOSEN_ONLY: only when chosen. The
    last one takes what is left over.

    exact: the text for copies and exports, when it differs from the cell's. tone: the theme token of the cell's text. raw: what a
    number is, row by row; none: the field of the column's name. groups: whether rows can be put under headings by it. field: of the
    store, where it has another name. key: of the panel, that does what the column does.
    """

    name: str
    title: str
    width: int
    rank: int
    right: bool
    text: Callable[[Any], str]
    kind: Kind
    raw: Callable[[Any, Sel], Ints] | None = None
    unit: Unit = Unit.ONE
    exact: Callable[[Any], str] | None = None
    tone: Callable[[Any], str] | None = None
    tip: str = ""
    groups: bool = False
    field: str = ""
    key: str = ""

    @property
    def hint(self) -> str:
        """The tip, with the key that does the same as it is now."""
        return with_key(tr(self.tip), *filter(None, [self.key])) if self.tip else ""

    @property
    def words(self) -> str:
        """What it is called where its title alone would say nothing."""
        return tr(self.title) if self.title else tr("Cancel")


@dataclass(frozen=True, slots=True)
class Sum:
    """What is added up, exactly, for each instrument by itself."""

    name: str
    raw: Callable[[Any, Sel], Ints]


CHOSEN_ONLY = 10


def fitting(columns: Sequence[Column], width: int, width_of: Callable[[Column], int]) -> list[str]:
    """Names of the columns that fit into width, when nobody has chosen any."""
    kept = [column for column in columns if column.rank != CHOSEN_ONLY]
    while sum(map(width_of, kept)) > width:
        rank = max(column.rank for column in kept)
        if rank == 0:
            break
        kept = [column for column in kept if column.rank != rank]
    return [column.name for column in kept]
