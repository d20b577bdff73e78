"""The rows of one blotter: the store that holds them and the arrangement that shows them, as the table, the totals and exports ask.

Invariant: a row is made from the store when somebody looks at it, and is not kept beyond some pages.
"""

from collections.abc import Hashable, Iterable, Iterator
from typing import Any

from widgets.blotter.arrangement import Arrangement
from widgets.blotter.columns import Bools
from widgets.blotter.conditions import condition
from widgets.blotter.store import Store
from widgets.blotter.tables import Table

OPEN_ONLY = "open only"
"""The condition's name: no column has it."""


class Rows:
    """errors: sentences of filters that could not be read, by column. texts: every filter as typed."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.columns = {column.name: column for column in table.columns}
        self.store = Store(table.kind, table.columns, table.key_of, table.ids)
        self.arrangement = Arrangement(self.store, table.columns, table.sums, *table.sort)
        self.texts: dict[str, str] = {}
        self.errors: dict[str, str] = {}
        self.open_only = False

    @property
    def lines(self) -> int:
        return self.arrangement.lines

    @property
    def shown(self) -> int:
        return self.arrangement.shown

    @property
    def stored(self) -> int:
        return self.store.count

    def clear(self) -> None:
        self.store.clear()
        self.arrangement.clear()

    def put(self, rows: Iterable[Any]) -> None:
        key_of = self.table.key_of
        latest = list({key_of(row): row for row in rows}.values())
        if latest:
            self.arrangement.put(latest)

    def row(self, serial: int) -> Any:
        return self.store.row(serial)

    def row_of(self, key: Hashable) -> Any | None:
        serial = self.store.serial_of(key)
        return self.store.row(serial) if serial >= 0 else None

    def shown_rows(self) -> Iterator[Any]:
        """All that pass, in the order shown, also in groups that are shut."""
        return map(self.store.row, self.arrangement.serials().tolist())

    def passing(self) -> Bools:
        """By serial."""
        return self.arrangement.passing

    # conditions -----------------------------------------------------------------------------------------------------

    def filter(self, name: str, text: str) -> str:
        """Returns why the text is no filter, else nothing. One that is none filters nothing, and is kept as typed."""
        self.errors.pop(name, None)
        if text.strip():
            self.texts[name] = text
        else:
            self.texts.pop(name, None)
        try:
            made = condition(self.columns[name], text)
        except ValueError as error:
            self.errors[name] = str(error)
            made = None
        self.arrangement.filter(name, made)
        return self.errors.get(name, "")

    def show_open_only(self, only: bool) -> None:
        marks = self.columns["cancel"].raw
        assert marks is not None
        self.open_only = only
        self.arrangement.filter(OPEN_ONLY, (lambda store, sel: marks(store, sel) > 0) if only else None)

    # sums -----------------------------------------------------------------------------------------------------------

    def totals(self, group: int | None = None) -> dict[str, str]:
        """Column name -> text, of a group or of everything that passes."""
        return self.table.totals(self.added(group))

    def added(self, group: int | None = None) -> list[Any]:
        instruments = [*self.store.instruments, None]
        return [(instruments[code], count, sums) for code, count, sums in self.arrangement.totals(group)]
