"""Reading the history: by time, kind, person, correlation and order, a page at a time, in the order in which things happened.

Works beside the writer: SQLite's WAL and PostgreSQL both show a reader the last commit. A page ends with a cursor, not with an
offset, so that it stays right while rows are added.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, Table, and_, or_, select

from core.edge.history.connection import engine_of, where
from core.edge.history.tables import audit, fills, instruments, orders, position_changes, positions
from core.edge.history.trouble import HistoryError, explained
from core.edge.history.upgrade import STEPS, version_of

PAGE = 1_000


class Wanted(msgspec.Struct, frozen=True):
    """What a query asks for; empty fields ask for everything. since, until: session time, UTC ns, both included; by_wall: they
    are the machine's clock instead. kinds: of audit rows. after: the cursor that the page before ended with."""

    since: int = 0
    until: int = 0
    by_wall: bool = False
    kinds: tuple[str, ...] = ()
    person: str = ""
    correlation: str = ""
    strategy: str = ""
    signal: str = ""
    order: int = 0
    run: int = 0
    after: tuple[int, int] = (0, -1)
    limit: int = PAGE


class Page(NamedTuple):
    """cursor: for the next page; None: this was the last one."""

    rows: list[dict[str, Any]]
    cursor: tuple[int, int] | None


@contextmanager
def reading(url: str) -> Iterator[Connection]:
    """A connection that cannot change anything. Raises HistoryError, also when the tables are not there yet."""
    engine = engine_of(url, writes=False)
    try:
        with engine.connect() as connection:
            version = version_of(connection)
            if version != STEPS[-1]:
                why = f"has shape {version}, this program reads {STEPS[-1]}" if version else "is empty"
                raise HistoryError(f"history database {where(url)} {why}: start the terminal once, or run: main.py history rebuild")
            yield connection
    except HistoryError:
        raise
    except Exception as error:
        raise explained(where(url), error) from error
    finally:
        engine.dispose()


def audit_page(connection: Connection, wanted: Wanted) -> Page:
    conditions = _shared(audit, wanted)
    if wanted.kinds:
        conditions.append(audit.c.kind.in_(wanted.kinds))
    if wanted.order:
        conditions.append(audit.c.order_id == wanted.order)
    return _page(connection, audit, conditions, wanted)


def fills_page(connection: Connection, wanted: Wanted) -> Page:
    conditions = _shared(fills, wanted) + _strategy(fills, wanted)
    if wanted.order:
        conditions.append(fills.c.order_id == wanted.order)
    return _page(connection, fills, conditions, wanted)


def position_changes_page(connection: Connection, wanted: Wanted) -> Page:
    return _page(connection, position_changes, _shared(position_changes, wanted), wanted)


def orders_page(connection: Connection, wanted: Wanted) -> Page:
    """By when they were placed; the cursor's first number is the order's id."""
    time = orders.c.placed_wall_ns if wanted.by_wall else orders.c.placed_at
    conditions = _named(orders, wanted) + _strategy(orders, wanted) + _between(time, wanted)
    if wanted.order:
        conditions.append(orders.c.id == wanted.order)
    conditions.append(orders.c.id > wanted.after[0])
    query: Select[Any] = select(orders).where(and_(*conditions)).order_by(orders.c.id).limit(wanted.limit)
    rows = [dict(row) for row in connection.execute(query).mappings()]
    return Page(rows, (rows[-1]["id"], 0) if len(rows) == wanted.limit else None)


def positions_of(connection: Connection, run: int) -> list[dict[str, Any]]:
    """As a run left them, or as they are."""
    query = select(positions).where(positions.c.run == run).order_by(positions.c.account, positions.c.instrument)
    return [dict(row) for row in connection.execute(query).mappings()]


def instrument_rows(connection: Connection) -> dict[tuple[int, int], dict[str, Any]]:
    """(run, instrument) -> its row: what turns numbers into decimals."""
    return {(row["run"], row["instrument"]): dict(row) for row in connection.execute(select(instruments)).mappings()}


def _shared(table: Table, wanted: Wanted) -> list[ColumnElement[bool]]:
    return _named(table, wanted) + _between(table.c.wall_ns if wanted.by_wall else table.c.at, wanted)


def _named(table: Table, wanted: Wanted) -> list[ColumnElement[bool]]:
    pairs = (("person", wanted.person), ("correlation", wanted.correlation), ("run", wanted.run))
    return [table.c[name] == value for name, value in pairs if value and name in table.c]


def _strategy(table: Table, wanted: Wanted) -> list[ColumnElement[bool]]:
    return [table.c[name] == value for name, value in (("strategy", wanted.strategy), ("signal", wanted.signal)) if value]


def _between(time: ColumnElement[int], wanted: Wanted) -> list[ColumnElement[bool]]:
    return ([time >= wanted.since] if wanted.since else []) + ([time <= wanted.until] if wanted.until else [])


def _page(connection: Connection, table: Table, conditions: list[ColumnElement[bool]], wanted: Wanted) -> Page:
    seq, n = wanted.after
    conditions.append(or_(table.c.seq > seq, and_(table.c.seq == seq, table.c.n > n)))
    query: Select[Any] = select(table).where(and_(*conditions)).order_by(table.c.seq, table.c.n).limit(wanted.limit)
    rows = [dict(row) for row in connection.execute(query).mappings()]
    return Page(rows, (rows[-1]["seq"], rows[-1]["n"]) if len(rows) == wanted.limit else None)
