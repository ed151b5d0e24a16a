"""Triggers that let a customer be reduced no more once something personal of theirs is stored again.

Until then a reduced customer counts as holding only what the reduction left, so whatever is added later would
be seen by no review and by no request for erasure. The database itself watches every personal column of every
table whose rows are deleted with a customer, found by the marks and foreign keys: no write bypasses them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Column, Connection, LargeBinary, Table

from hvacdesk.store import triggers
from hvacdesk.store.disposal.cascades import cascading
from hvacdesk.store.disposal.erasure import CUSTOMERS, personal_columns

_PREFIX = "reduced_no_more_"

_ABOUT_THE_OFFICE = frozenset({"request_words", "audit_notes", "customer_findings", "customer_merges"})
"""Words of the office's answers and of its log, and copies to search by, which a reduction itself writes."""

_CLEAR = (
    "UPDATE customers SET reduced_on = '', reduced_to = '',"
    " erasure_asked_on = CASE WHEN erasure_asked_on > reduced_on THEN erasure_asked_on ELSE '' END"
    " WHERE reduced_on <> '' AND id IN ({owners});"
)
"""What was asked for before the reduction was done by it; what is asked for since still holds."""


def put(connection: Connection) -> bool:
    """Put the triggers in place; returns whether any was missing or another one."""
    return triggers.put(connection, _PREFIX, wanted())


def wanted() -> dict[str, str]:
    """Every trigger of this group, by its name."""
    return dict(_triggers())


def _triggers() -> Iterator[tuple[str, str]]:
    """Every trigger's name and text."""
    for table in CUSTOMERS.metadata.sorted_tables:
        columns = personal_columns(table)
        owners = _owners(table, "NEW")
        if not columns or not owners or table.name in _ABOUT_THE_OFFICE:
            continue
        clear = _CLEAR.format(owners=" UNION ALL ".join(owners))
        if table is not CUSTOMERS:
            filled = " OR ".join(_filled(column) for column in columns)
            yield triggers.after(
                _PREFIX, f"{table.name}_insert", f"INSERT ON {table.name} WHEN {filled}", clear
            )
        references = [key.name for _parent, key in cascading(table)]
        names = ", ".join((*references, *(column.name for column in columns)))
        other = " OR ".join((*map(_refilled, columns), *_moved(references, columns)))
        yield triggers.after(
            _PREFIX, f"{table.name}_update", f"UPDATE OF {names} ON {table.name} WHEN {other}", clear
        )


def _owners(table: Table, row: str) -> list[str]:
    """The customers with whom a row is deleted, as queries along the cascading foreign keys."""
    if table is CUSTOMERS:
        return [f"SELECT {row}.id"]
    found: list[str] = []
    for parent, key in cascading(table):
        if parent is CUSTOMERS:
            found.append(f"SELECT {row}.{key.name}")
        elif parent is not table:
            above = (owner.replace("NEW.", f"{parent.name}.") for owner in _owners(parent, "NEW"))
            found += [_through(parent, f"{row}.{key.name}", owner) for owner in above]
    return found


def _through(parent: Table, reference: str, owner: str) -> str:
    """The owner of the row of another table that a reference names."""
    column = f"({owner})" if " FROM " in owner else owner.removeprefix("SELECT ")
    return f"SELECT {column} FROM {parent.name} WHERE {parent.name}.id = {reference}"  # noqa: S608 - constants


def _filled(column: Column[object]) -> str:
    return f"NEW.{column.name} <> ''"


def _refilled(column: Column[object]) -> str:
    """Whether a value came or is another one; sealed again with another key, a value is the same one."""
    if isinstance(column.type, LargeBinary):
        return f"(OLD.{column.name} IS NULL AND NEW.{column.name} IS NOT NULL)"
    return f"({_filled(column)} AND NEW.{column.name} IS NOT OLD.{column.name})"


def _moved(references: Sequence[str], columns: Sequence[Column[object]]) -> Iterator[str]:
    """Whether a row that holds something went over to somebody else: a call note that got its customer."""
    filled = " OR ".join(map(_filled, columns))
    yield from (f"(NEW.{name} IS NOT OLD.{name} AND ({filled}))" for name in references)
