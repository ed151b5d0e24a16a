"""The schema's version, and bringing a file up to it.

The version is read from Alembic's own table with one plain query, so that Alembic, which takes long
to import, is loaded for a new or an old file only.
"""

from __future__ import annotations

from sqlalchemy import Connection, column, inspect, select, table

from hvacdesk.store.engine import Store
from hvacdesk.vault.errors import DatabaseNewer

SCHEMA_VERSION = 4
"""Rises with each migration: the newest migration's number."""

_LAST_REFOLDED = 4
"""The schema since which stored search texts are folded as they are now."""


def version(connection: Connection) -> int:
    """The number of the last migration that the file went through; 0 for a file without tables of ours."""
    if not inspect(connection).has_table("alembic_version"):
        return 0
    found = connection.execute(select(column("version_num")).select_from(table("alembic_version"))).scalar()
    return int(found or 0)


def bring_up_to_date(store: Store) -> bool:
    """Bring the file to :data:`SCHEMA_VERSION`, all or nothing; returns whether anything had to be done.

    Raises:
        DatabaseNewer: a newer program wrote the file, which is left untouched.
    """
    with store.connection() as connection, connection.begin():
        found = version(connection)
        if found > SCHEMA_VERSION:
            raise DatabaseNewer
        if found < SCHEMA_VERSION:
            _migrate(connection)
        if 0 < found < _LAST_REFOLDED:
            _refold(connection)
        return found < SCHEMA_VERSION


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "hvacdesk.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _refold(connection: Connection) -> None:
    from hvacdesk.store.refolding import refold

    refold(connection)
