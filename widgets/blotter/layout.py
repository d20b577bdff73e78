"""Which columns stand where: the ones that fit while nobody has chosen any, else the chosen ones in their order and widths. Qt-free."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from widgets.blotter.columns import Column, fitting
from widgets.style import px

LEAST_PX, MOST_PX = 24, 800
LEAST_LAST_PX = 40


@dataclass(frozen=True, slots=True)
class Place:
    column: Column
    left: int
    width: int

    @property
    def right(self) -> int:
        return self.left + self.width


@dataclass
class Layout:
    """chosen: names in their order; empty: what fits. widths: where they are not the column's own, which grows with the type."""

    columns: Sequence[Column]
    chosen: tuple[str, ...] = ()
    widths: dict[str, int] = field(default_factory=dict)

    def places(self, room: int) -> list[Place]:
        """The last one takes what is left over, unless it is a number; while nobody has chosen, it also gives way."""
        by_name = {column.name: column for column in self.columns}
        if self.chosen:
            names = list(self.chosen)
        else:
            names = fitting(self.columns, room, self.width)
        places: list[Place] = []
        left = 0
        for name in names:
            width = self.width(by_name[name])
            places.append(Place(by_name[name], left, width))
            left += width
        if places and not places[-1].column.right and (left < room or not self.chosen):
            last = places[-1]
            places[-1] = Place(last.column, last.left, max(room - last.left, LEAST_LAST_PX))
        return places

    def width(self, column: Column) -> int:
        return self.widths.get(column.name, px(column.width))

    def set_width(self, name: str, width: int) -> None:
        self.widths[name] = min(max(width, LEAST_PX), MOST_PX)

    def names(self, room: int) -> tuple[str, ...]:
        return tuple(place.column.name for place in self.places(room))

    def move(self, name: str, before: int, room: int) -> None:
        """Puts the column before the one that is now at that place; from then on columns are chosen."""
        names = list(self.names(room))
        at = names.index(name)
        names.insert(before, name)
        del names[at + (before <= at)]
        self.chosen = tuple(names)

    def toggle(self, name: str, room: int) -> None:
        """The last column stays."""
        names = list(self.names(room))
        if name not in names:
            order = [column.name for column in self.columns]
            after = [other for other in names if order.index(other) < order.index(name)]
            names.insert(names.index(after[-1]) + 1 if after else 0, name)
        elif len(names) > 1:
            names.remove(name)
        self.chosen = tuple(names)

    def as_ever(self) -> None:
        self.chosen, self.widths = (), {}
