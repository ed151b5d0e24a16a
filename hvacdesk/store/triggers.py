"""Putting triggers into the database and keeping them as they are written down in the program."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, text


def put(connection: Connection, prefix: str, wanted: Mapping[str, str]) -> bool:
    """Put the triggers in place; returns whether any was missing or another one.

    Args:
        prefix: begins the name of every trigger of this group and of no other.
        wanted: the text of each by its name.
    """
    query = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, :n) = :ours")
    rows = connection.execute(query, {"ours": prefix, "n": len(prefix)})
    there = {row.name: row.sql for row in rows}
    if there == wanted:
        return False
    for name in there:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    for trigger in wanted.values():
        connection.exec_driver_sql(trigger)
    return True


def after(prefix: str, name: str, event: str, body: str) -> tuple[str, str]:
    """A trigger's name and text, for :func:`put`.

    Args:
        prefix: as for :func:`put`.
        name: tells it from the others of its group.
        event: after what it fires, and on which rows.
        body: what it does then.
    """
    name = f"{prefix}{name}"
    return name, f"CREATE TRIGGER {name} AFTER {event} BEGIN {body} END"
