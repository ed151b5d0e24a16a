"""The steps of an erasure that are SQLite's own: what must hold before, and what must follow a deletion."""

from __future__ import annotations

from typing import Any

from hvacdesk.vault.database import database

_STATISTICS = ("sqlite_stat1", "sqlite_stat4")
"""Tables of ANALYZE. ``sqlite_stat4`` keeps samples of values, which outlast their rows (measured)."""


def require_secure_delete(connection: Any) -> None:
    """Assert that deleted bytes are overwritten on this connection.

    Raises:
        SettingRefused: they are not; what would be deleted now could stay in the file.
    """
    if connection.execute("PRAGMA secure_delete").fetchone()[0] != 1:
        raise database.SettingRefused("secure_delete")


def clear_statistics(connection: Any) -> None:
    """Empty the tables of ANALYZE, if there are any."""
    for table in _STATISTICS:
        found = connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        if found is not None:
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - one of two fixed names


def rebuild(connection: Any) -> None:
    """Rewrite the whole file from its living rows, then empty the WAL and check SQLite's answer.

    Raises:
        DatabaseBusy: another connection blocked it, so deleted text may still be in the WAL.
        DiskFull: there is no room for the new file; the old one is intact.
    """
    with database.translated():
        connection.execute("VACUUM")
    database.checkpoint_truncate(connection)
