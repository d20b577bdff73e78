"""The tables, for SQLAlchemy: the shape that the newest migration leaves, and that the fold's rows fit.

BIGINT for every number (all of ours are whole, and fit), TEXT for every word, nothing NULL. SQLite keeps the rows of a table
that only grows in its key's order and nowhere else (WITHOUT ROWID). How a number becomes a decimal: docs/history.md.
"""

from typing import Final

from sqlalchemy import BigInteger, Column, Index, MetaData, Table, Text

from core.edge.history import rows

metadata = MetaData()

WORDS: Final = frozenset({
    "session", "tape_sha256", "why", "symbol", "venue", "base", "quote", "client_order_id", "side", "order_type", "time_in_force",
    "terms", "state", "person", "desk", "strategy", "signal", "correlation", "what", "liquidity", "kind", "component", "data",
})


def _table(name: str, columns: tuple[str, ...], key: tuple[str, ...]) -> Table:
    return Table(
        name, metadata,
        *(
            Column(column, Text if column in WORDS else BigInteger, primary_key=column in key, nullable=False, autoincrement=False)
            for column in columns
        ),
        sqlite_with_rowid=False,
    )


runs = _table("runs", rows.RUNS, ("id",))
"""id: seq of the run's first entry. ended_seq 0: not ended."""
instruments = _table("instruments", rows.INSTRUMENTS, ("run", "instrument"))
orders = _table("orders", rows.ORDERS, ("id",))
"""id: seq of the entry that placed it; of a refused order, of the entry that refused it."""
fills = _table("fills", rows.FILLS, ("seq", "n"))
"""Only grows. what: FILL; BUST (qty 0) and CORRECTION say with was_ what no longer counts. Traded = sum(qty - was_qty)."""
positions = _table("positions", rows.POSITIONS, ("run", "account", "instrument"))
"""As it is now, or as its run left it."""
position_changes = _table("position_changes", rows.POSITION_CHANGES, ("seq", "n"))
audit = _table("audit", rows.AUDIT, ("seq", "n"))
progress = Table(
    "progress", metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("wall_ns", BigInteger, nullable=False),
    Column("fold", BigInteger, nullable=False),
)
"""One row: the last entry that is in here, with its wall clock to know its journal by, and the fold's version."""

KEPT: Final = (runs, instruments, orders, fills, positions, position_changes, audit)
"""The tables that entries make, in the order in which they are shown and compared."""

INDEXES: Final = (
    Index("audit_at", audit.c.at),
    Index("audit_wall", audit.c.wall_ns),
    Index("audit_kind", audit.c.kind),
    Index("audit_person", audit.c.person, sqlite_where=audit.c.person != "", postgresql_where=audit.c.person != ""),
    Index("audit_correlation", audit.c.correlation),
    Index(
        "orders_open", orders.c.run, sqlite_where=orders.c.state.in_(("SENT", "WORKING")),
        postgresql_where=orders.c.state.in_(("SENT", "WORKING")),
    ),
    Index("orders_placed", orders.c.placed_at),
    Index("orders_correlation", orders.c.correlation),
    Index("fills_order", fills.c.order_id),
    Index("fills_at", fills.c.at),
    Index("position_changes_of", position_changes.c.run, position_changes.c.account, position_changes.c.instrument),
)
