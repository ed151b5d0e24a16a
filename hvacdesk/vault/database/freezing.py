"""Keeping the database's main file as it is for a while, although others go on writing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from hvacdesk.vault import errors
from hvacdesk.vault.database import database

WAIT_SECONDS = 5.0
_TRIES = 100


@contextmanager
def frozen(connect: Callable[[], Any], wait: Callable[[float], object]) -> Iterator[None]:
    """Within the block the main file holds everything committed before, and is not written to.

    Others can write meanwhile, into the WAL: a reader that needs nothing of the WAL keeps every
    checkpoint away from the main file. For a moment at the beginning the write lock is held, so that nothing
    is committed between emptying the WAL and that reader's start.

    Args:
        connect: opens a connection to the database.
        wait: waits for so many seconds, while readers of an older state still need the WAL.

    Raises:
        DatabaseBusy: another connection wrote, or read an older state, for too long.
    """
    writer, reader = connect(), connect()
    try:
        with database.translated():
            for connection in (writer, reader):
                connection.isolation_level = None
            writer.execute("BEGIN IMMEDIATE")
            _move_everything(reader, wait)
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM sqlite_master").fetchone()
            writer.execute("ROLLBACK")
        yield
    finally:
        writer.close()
        reader.close()


def _move_everything(connection: Any, wait: Callable[[float], object]) -> None:
    """Move the whole WAL into the main file, while somebody else holds the write lock."""
    for _ in range(_TRIES):
        blocked, frames, moved = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        if not blocked and frames == moved:
            return
        wait(WAIT_SECONDS / _TRIES)
    raise errors.DatabaseBusy
