"""The tables, without an index but their keys."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _table(name: str, columns: str, key: str) -> None:
    """columns: names; those of words end in a colon."""
    keys = key.split()
    op.create_table(
        name,
        *(
            sa.Column(
                column.rstrip(":"), sa.Text() if column.endswith(":") else sa.BigInteger(), primary_key=column.rstrip(":") in keys,
                nullable=False, autoincrement=False,
            )
            for column in columns.split()
        ),
        sqlite_with_rowid=False,
    )


def upgrade() -> None:
    _table("runs", "id session: tape_sha256: first_at wall_ns ended_seq ended_at ended_wall_ns why:", "id")
    _table(
        "instruments", "run instrument seq symbol: venue: base: quote: price_decimals qty_decimals tick lot", "run instrument",
    )
    _table(
        "orders",
        "id run client_order_id: account instrument side: order_type: time_in_force: qty price terms: state: why: leaves filled cost "
        "placed_at placed_wall_ns updated_seq updated_at person: desk: strategy: signal: correlation:",
        "id",
    )
    _table(
        "fills",
        "seq n run order_id what: trade_id account instrument side: qty price was_qty was_price liquidity: fee at wall_ns person: "
        "desk: strategy: signal: correlation:",
        "seq n",
    )
    _table("positions", "run account instrument qty cost realised bought sold seq at wall_ns", "run account instrument")
    _table(
        "position_changes", "seq n run account instrument what: qty cost realised bought sold order_id at wall_ns", "seq n",
    )
    _table(
        "audit", "seq n run at wall_ns kind: component: person: correlation: order_id instrument account data:", "seq n",
    )
    op.create_table(
        "progress",
        sa.Column("id", sa.BigInteger(), primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("seq", "wall_ns", "fold")),
    )


def downgrade() -> None:
    for name in ("progress", "audit", "position_changes", "positions", "fills", "orders", "instruments", "runs"):
        op.drop_table(name)
