"""What alembic runs before the steps: takes the open connection that core.edge.history.upgrade hands over."""

from alembic import context

from core.edge.history.tables import metadata
from core.edge.history.upgrade import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, version_table=VERSION_TABLE, render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
