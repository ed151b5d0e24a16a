"""The schema's version, and bringing a file up to it.

A new file gets the models' tables at once, and an older one goes through Alembic's migrations; a test holds
the two equal. Alembic takes long to import and one migration after the other takes longer, so its own table
is read and, in a new file, written here.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sqlalchemy import Connection, insert, inspect, select
from sqlalchemy.exc import OperationalError

from hvacdesk.store import models
from hvacdesk.store.definitions import VERSION
from hvacdesk.store.disposal import reduction_triggers
from hvacdesk.store.engine import Session, Store
from hvacdesk.store.retention import retention_triggers
from hvacdesk.vault.database import database
from hvacdesk.vault.errors import DatabaseNewer, SchemaSetBack

SCHEMA_VERSION = 21
"""Rises with each migration: the newest migration's number."""

_THERE_ALREADY = re.compile("already exists|duplicate column name")
"""What SQLite says of a table, index or column that a migration is to make."""

_LAST_REFOLDED = 15
"""The schema since which stored search texts are folded as they are now."""

_KANA_APART = 16
"""The schema since which kana of a given name, in whatever writing, are never stored as a family name's."""


def version(connection: Connection) -> int:
    """The number of the last migration that the file went through; 0 for a file without tables of ours."""
    if not inspect(connection).has_table(VERSION.name):
        return 0
    found = connection.execute(select(VERSION.c.version_num)).scalar()
    return int(found or 0)


def older(store: Store) -> int:
    """The version of a file that has to be brought up to date; 0 where there is nothing to do.

    Raises:
        DatabaseNewer: a newer program wrote the file, which is left untouched.
    """
    with store.reading() as session:
        found = _readable_version(session.connection())
    return found if found < SCHEMA_VERSION else 0


def bring_up_to_date(store: Store, note: Callable[[Session], None] = lambda _session: None) -> bool:
    """Bring the file to :data:`SCHEMA_VERSION`, all or nothing; returns whether anything had to be done.

    The structure is checked before the change is committed.

    Args:
        note: writes, within the same transaction, that an older file was brought up to date.

    Raises:
        DatabaseNewer: a newer program wrote the file, which is left untouched.
        SchemaSetBack: the file has what a later version makes; it is as it was.
        DatabaseDamaged: the file would not be sound afterwards; it is as it was.
    """
    with store.connection() as connection, connection.begin():
        found = _readable_version(connection)
        if found == 0:
            _create(connection)
        elif found < SCHEMA_VERSION:
            _migrate(connection)
        if 0 < found < _LAST_REFOLDED:
            _refold(connection)
        if 0 < found < _KANA_APART:
            _tell_kana_apart(connection)
        reduction_triggers.put(connection)
        retention_triggers.put(connection)
        if 0 < found < SCHEMA_VERSION:
            with Session(connection) as session:
                note(session)
                session.flush()
            database.check_structure(connection.connection.driver_connection)
        return found < SCHEMA_VERSION


def _readable_version(connection: Connection) -> int:
    found = version(connection)
    if found > SCHEMA_VERSION:
        raise DatabaseNewer
    return found


def _create(connection: Connection) -> None:
    models.Customer.metadata.create_all(connection)
    VERSION.create(connection)
    connection.execute(insert(VERSION).values(version_num=f"{SCHEMA_VERSION:04}"))


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "hvacdesk.store:migrations")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except OperationalError as error:
        if _THERE_ALREADY.search(str(error.orig)):
            raise SchemaSetBack from None
        raise


def _refold(connection: Connection) -> None:
    from hvacdesk.store.customers.refolding import refold

    refold(connection)


def _tell_kana_apart(connection: Connection) -> None:
    from hvacdesk.store.customers.kana_apart import tell_apart

    tell_apart(connection)
