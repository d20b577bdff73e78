"""Many rows in few calls, for each of the two databases.

SQLite: one statement for hundreds of rows. Python's driver lets go of the interpreter once a statement; with a row a statement a
busy core takes it away each time, and 600,000 rows/s become 8,500. PostgreSQL: COPY, into a temporary table first where rows
replace others.
"""

import csv
import io
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, Table, Text

from core.edge.history.rows import Row
from core.edge.history.tables import metadata

ROWS_A_STATEMENT: Final = (512, 64, 8, 1)
"""SQLite takes at most 32,766 values; a few sizes keep the prepared statements few."""
INCOMING: Final = "incoming_"

Put = Callable[[Connection, str, Sequence[Row], bool], None]
"""(connection, table, rows, replaces): replaces says that a row takes the place of the one with its key."""


def put_of(connection: Connection) -> Put:
    if connection.dialect.name == "sqlite":
        return into_sqlite
    for table in metadata.tables.values():
        connection.exec_driver_sql(f"CREATE TEMPORARY TABLE {INCOMING}{table.name} (LIKE {table.name}) ON COMMIT DELETE ROWS")
    return into_postgresql


def into_sqlite(connection: Connection, name: str, rows: Sequence[Row], replaces: bool) -> None:
    start = 0
    for size in ROWS_A_STATEMENT:
        while len(rows) - start >= size:
            values = tuple([value for row in rows[start : start + size] for value in row])
            connection.exec_driver_sql(_values(name, size, replaces), values)
            start += size


def into_postgresql(connection: Connection, name: str, rows: Sequence[Row], replaces: bool) -> None:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    cursor: Any = connection.connection.cursor()
    # The cursor is below SQLAlchemy, which must know of the transaction to end it.
    assert connection.in_transaction()
    cursor.execute(_copy(name, replaces), stream=io.BytesIO(written.getvalue().encode()))
    cursor.close()
    if replaces:
        connection.exec_driver_sql(f"INSERT INTO {name} SELECT * FROM {INCOMING}{name} {_replacing(metadata.tables[name])}")


@cache
def _values(name: str, size: int, replaces: bool) -> str:
    table = metadata.tables[name]
    columns = [column.name for column in table.columns]
    row = "(" + ",".join("?" * len(columns)) + ")"
    end = " " + _replacing(table) if replaces else ""
    return f"INSERT INTO {name} ({', '.join(columns)}) VALUES {','.join([row] * size)}{end}"


@cache
def _copy(name: str, replaces: bool) -> str:
    table = metadata.tables[name]
    columns = [column.name for column in table.columns]
    words = [column.name for column in table.columns if isinstance(column.type, Text)]
    # An empty text is a text: nothing of ours is NULL.
    never_null = f", FORCE_NOT_NULL ({', '.join(words)})" if words else ""
    return f"COPY {INCOMING if replaces else ''}{name} ({', '.join(columns)}) FROM STDIN WITH (FORMAT csv{never_null})"


@cache
def _replacing(table: Table) -> str:
    keys = [column.name for column in table.primary_key.columns]
    rest = [f"{column.name} = excluded.{column.name}" for column in table.columns if column.name not in keys]
    return f"ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {', '.join(rest)}"
