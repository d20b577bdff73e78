"""Indexes for what is asked: by time, kind, person, correlation, order; and for the open orders that a start resumes with."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

INDEXES = (
    ("audit_at", "audit", "at", ""),
    ("audit_wall", "audit", "wall_ns", ""),
    ("audit_kind", "audit", "kind", ""),
    ("audit_person", "audit", "person", "person != ''"),
    ("audit_correlation", "audit", "correlation", ""),
    ("orders_open", "orders", "run", "state IN ('SENT', 'WORKING')"),
    ("orders_placed", "orders", "placed_at", ""),
    ("orders_correlation", "orders", "correlation", ""),
    ("fills_order", "fills", "order_id", ""),
    ("fills_at", "fills", "at", ""),
    ("position_changes_of", "position_changes", "run account instrument", ""),
)


def upgrade() -> None:
    for name, table, columns, where in INDEXES:
        only = sa.text(where) if where else None
        op.create_index(name, table, columns.split(), sqlite_where=only, postgresql_where=only)


def downgrade() -> None:
    for name, table, *_ in INDEXES:
        op.drop_index(name, table_name=table)
