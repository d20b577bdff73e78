"""What changed of the rows in sight: which cells read otherwise than before, for the flash. Qt-free."""

from collections.abc import Hashable, Mapping, Sequence

from widgets.blotter.layout import Place
from widgets.blotter.rows import Rows


def texts(rows: Rows, places: Sequence[Place], serial: int) -> list[str]:
    row = rows.row(serial)
    return [place.column.text(row) for place in places]


def changed_cells(rows: Rows, places: Sequence[Place], seen: Mapping[int, list[str]]) -> list[Hashable]:
    """seen: by serial, what their cells read before. Returns (serial, column) of those that read otherwise now."""
    found: list[Hashable] = []
    for serial, before in seen.items():
        now = texts(rows, places, serial)
        found += [(serial, place.column.name) for place, was, is_ in zip(places, before, now, strict=True) if was != is_]
    return found
