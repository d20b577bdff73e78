"""The database's shape: which one it has, and the steps to the one this program knows.

An empty database gets the tables; an older one is upgraded, its rows kept; a newer one, or somebody else's tables, are left
alone with a sentence. Alembic is imported only when there is a step to take: most starts find nothing to do.
"""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text

from core.edge.history.tables import metadata
from core.edge.history.trouble import HistoryError

VERSION_TABLE: Final = "history_version"
STEPS: Final = ("0001", "0002")
"""Every step, oldest first; a test compares it with the modules of migrations/versions."""
FOLDER: Final = Path(__file__).parent / "migrations"


def version_of(connection: Connection) -> str:
    """The step it stands at; empty: it has none of our tables."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return ""
    return str(connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar() or "")


def upgrade(connection: Connection, where: str, to: str = STEPS[-1]) -> None:
    """Inside the caller's transaction. Raises HistoryError when the tables are not ours to change."""
    version = version_of(connection)
    if version == to:
        return
    if version and version not in STEPS:
        raise HistoryError(
            f"history database {where} was written by a newer program (shape {version}, this one knows {STEPS[-1]}): use that program, "
            "or another database with --history", lasting=True,
        )
    if not version:
        foreign = sorted(set(metadata.tables) & set(inspect(connection).get_table_names()))
        if foreign:
            raise HistoryError(
                f"history database {where} has a table {foreign[0]!r} of another program: use another database with --history", lasting=True
            )
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def remove(connection: Connection, where: str) -> None:
    """Drops our tables, whatever shape they have. Raises HistoryError when they are not ours."""
    present = set(inspect(connection).get_table_names())
    if VERSION_TABLE in present:
        for name in [*metadata.tables, VERSION_TABLE]:
            if name in present:
                connection.execute(text(f"DROP TABLE {name}"))
    elif present & set(metadata.tables):
        upgrade(connection, where)
