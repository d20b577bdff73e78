"""The database against the journal folded afresh: every row of every table, and the first that differs.

The fresh fold goes into a temporary SQLite database, through the very code that writes the real one; then both are read in the
order of their keys and compared block by block. A running terminal may go on writing: both sides are compared up to the entry
that the database held when the check began.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, func, select, tuple_

from core.edge.history.fold import concerns
from core.edge.history.queries import reading
from core.edge.history.rows import Row
from core.edge.history.store import Store, catch_up
from core.edge.history.tables import KEPT, progress, runs
from core.journal.entry import Entry

BLOCK = 10_000
"""Rows that are compared at once; when all are equal nothing looks at them singly."""


class Difference(msgspec.Struct, frozen=True):
    """what: changed, missing (the journal makes it, the database lacks it), or added. column: of the first that differs."""

    table: str
    what: str
    key: tuple[int, ...]
    column: str = ""
    expected: Any = None
    found: Any = None

    def __str__(self) -> str:
        row = f"{self.table} {' / '.join(map(str, self.key))}"
        if self.what == "changed":
            return f"{row}: {self.column} should be {self.expected!r}, is {self.found!r}"
        return f"{row} is missing" if self.what == "missing" else f"{row} should not be there"


class TableCheck(msgspec.Struct):
    table: str
    expected: int = 0
    found: int = 0
    differing: int = 0
    first: Difference | None = None


class Drift(msgspec.Struct):
    """seq: both sides were compared up to this entry. behind: entries of ours that the journal holds after it."""

    seq: int
    behind: int
    tables: list[TableCheck]

    @property
    def differing(self) -> int:
        return sum(table.differing for table in self.tables)


def check(url: str, entries: Iterable[Entry]) -> Drift:
    """entries: the journal's, from the first on. Raises HistoryError."""
    with reading(url) as found:
        seq = int(found.execute(select(func.max(progress.c.seq))).scalar() or 0)
        later = _Later(entries, seq)
        with TemporaryDirectory(prefix="quarterdeck-history-") as folder:
            fresh = f"sqlite:///{Path(folder) / 'history.db'}"
            with Store(fresh) as store:
                catch_up(store, later)
            with reading(fresh) as expected:
                # What came before the journal's first run is nobody's to judge: retention dropped the record of it.
                first = int(expected.execute(select(func.min(runs.c.id))).scalar() or 0)
                return Drift(seq, later.behind, [_compare(table, expected, found, first) for table in KEPT])


class _Later:
    """The entries up to a seq; those of ours after it are counted."""

    def __init__(self, entries: Iterable[Entry], seq: int) -> None:
        self._entries = entries
        self._seq = seq
        self.behind = 0

    def __iter__(self) -> Iterator[Entry]:
        for entry in self._entries:
            if entry.seq <= self._seq:
                yield entry
            else:
                self.behind += concerns(entry)


def _compare(table: Table, expected: Connection, found: Connection, first_run: int) -> TableCheck:
    result = TableCheck(str(table.name))
    keys = [list(table.columns.keys()).index(column.name) for column in table.primary_key.columns]
    wanted, present = _rows(table, expected, first_run), _rows(table, found, first_run)
    left: list[Row] = []
    right: list[Row] = []
    while True:
        left += islice(wanted, BLOCK - len(left))
        right += islice(present, BLOCK - len(right))
        if not left and not right:
            return result
        if left == right:
            result.expected += len(left)
            result.found += len(right)
            left, right = [], []
        else:
            left, right = _walk(result, table, keys, left, right)


def _walk(result: TableCheck, table: Table, keys: Sequence[int], left: list[Row], right: list[Row]) -> tuple[list[Row], list[Row]]:
    """Row by row, until one side is used up; what remains of the other goes into the next block."""
    i = j = 0
    while i < len(left) or j < len(right):
        if (i == len(left) and i == BLOCK) or (j == len(right) and j == BLOCK):
            break
        key = tuple(left[i][at] for at in keys) if i < len(left) else None
        other = tuple(right[j][at] for at in keys) if j < len(right) else None
        if key is not None and key == other:
            if left[i] != right[j]:
                at = next(at for at, (one, two) in enumerate(zip(left[i], right[j], strict=True)) if one != two)
                column = str(table.columns.keys()[at])
                _note(result, Difference(result.table, "changed", key, column, left[i][at], right[j][at]))
            i, j = i + 1, j + 1
            result.expected += 1
            result.found += 1
        elif other is None or (key is not None and key < other):
            _note(result, Difference(result.table, "missing", key or ()))
            i += 1
            result.expected += 1
        else:
            _note(result, Difference(result.table, "added", other))
            j += 1
            result.found += 1
    return left[i:], right[j:]


def _note(result: TableCheck, difference: Difference) -> None:
    result.differing += 1
    result.first = result.first or difference


def _rows(table: Table, connection: Connection, first_run: int) -> Iterator[Row]:
    """In pages: PostgreSQL's driver would fetch the whole table at once."""
    run = table.c.run if "run" in table.c else table.c.id
    key = tuple_(*table.primary_key.columns)
    at = [list(table.columns.keys()).index(column.name) for column in table.primary_key.columns]
    query = select(table).where(run >= first_run).order_by(*table.primary_key.columns).limit(BLOCK)
    page = [tuple(row) for row in connection.execute(query)]
    while page:
        yield from page
        last = tuple(page[-1][column] for column in at)
        page = [tuple(row) for row in connection.execute(query.where(key > last))] if len(page) == BLOCK else []
