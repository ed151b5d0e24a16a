"""Triggers that mark whose stored retention days are no longer right, no matter who writes what.

The database itself marks them, since a bulk import, a merge, an undo and a restore share no service. What
:mod:`hvacdesk.store.retention.retention` reads of customers is watched here, column by column; a test changes
each of them. The triggers are put back at every start, since a migration that re-makes a table drops its
triggers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection

from hvacdesk.store import triggers
from hvacdesk.store.retention.retention import DRAWING, PAYMENT

_PREFIX = "retention_days_"

_PARTIES = ("customer_id", "resident_id", "building_manager_id", "payer_id")
"""Columns of a job that name those who have a part in it, besides the owner of its site."""

_SITE_OWNER = "SELECT customer_id FROM sites WHERE id = {row}.site_id"
_UNIT_OWNER = "SELECT s.customer_id FROM units u JOIN sites s ON s.id = u.site_id WHERE u.id = {row}.unit_id"


def _parties_of(jobs: str) -> str:
    """Everybody who has a part in the jobs of a condition."""
    named = [f"SELECT {party} FROM jobs WHERE {jobs}" for party in _PARTIES]  # noqa: S608 - constants
    owners = f"SELECT customer_id FROM sites WHERE id IN (SELECT site_id FROM jobs WHERE {jobs})"  # noqa: S608
    return " UNION ALL ".join((*named, owners))


class _Watched(NamedTuple):
    """A table that the judgement reads.

    Attributes:
        concerned: whose judgement a row changes, as the inside of an ``IN``.
        columns: those that matter, where not all do.
        counting: the rows that matter, where not all do.
    """

    table: str
    concerned: str
    columns: tuple[str, ...] = ()
    counting: str = ""


_OF_JOB = _parties_of("id = {row}.job_id")
_OF_LOGGED = _parties_of("id IN (SELECT job_id FROM refrigerant_log WHERE unit_id = {row}.id)")
_ENTRY = "(SELECT {column} FROM refrigerant_log WHERE id = {{row}}.entry_id)"
_OF_GAS = (
    f"{_parties_of('id = ' + _ENTRY.format(column='job_id'))} UNION ALL "
    f"{_UNIT_OWNER.replace('{row}.unit_id', _ENTRY.format(column='unit_id'))}"
)
_OF_BILLED = _parties_of("id IN (SELECT job_id FROM invoice_jobs WHERE invoice_id = {row}.id)")
_OF_FILED = _OF_BILLED.replace("{row}.id", "{row}.invoice_id")
_WATCHED = (
    _Watched("sites", "{row}.customer_id", ("customer_id",)),
    _Watched("units", f"{_SITE_OWNER} UNION ALL {_OF_LOGGED}", ("site_id", "commercial")),
    _Watched(
        "jobs",
        ", ".join((*(f"{{row}}.{party}" for party in _PARTIES), f"({_SITE_OWNER})")),
        (*_PARTIES, "site_id", "state", "new_housing", "client_contractor"),
    ),
    _Watched("job_events", _OF_JOB),
    _Watched("job_state_changes", _OF_JOB, ("job_id", "state", "changed_at"), "{row}.state = 'cancelled'"),
    _Watched("job_items", _OF_JOB, ("job_id", "item")),
    _Watched("electrical_ledger", _OF_JOB, ("job_id",)),
    _Watched("papers", _OF_JOB, ("job_id", "kind"), f"{{row}}.kind = '{DRAWING}'"),
    _Watched("job_results", _OF_JOB, ("job_id", "survey_on")),
    _Watched("estimates", _OF_JOB, ("job_id", "issued_on", "costs_apart")),
    _Watched("refrigerant_log", f"{_OF_JOB} UNION ALL {_UNIT_OWNER}"),
    _Watched("gas_handovers", _OF_GAS),
    _Watched("handovers", _parties_of("record_id = {row}.job")),
    _Watched("holds", "{row}.customer_id"),
    _Watched("payments", "{row}.customer_id", ("customer_id", "payer", "bank_text", "received_on")),
    _Watched("receipts", "{row}.customer_id", ("customer_id", "issued_on")),
    _Watched("invoices", f"SELECT {{row}}.customer_id UNION ALL {_OF_BILLED}", ("customer_id", "issued_on")),
    _Watched("invoice_jobs", _OF_JOB),
    _Watched(
        "issued_documents",
        f"SELECT {{row}}.customer_id UNION ALL {_OF_FILED}",
        ("customer_id", "invoice_id", "kind", "filed_at"),
    ),
)
_OF_CUSTOMERS = (
    *("last_contact_on", "reduced_to", "erasure_asked_on", "merged_into_id"),
    *(column.name for column in PAYMENT),
)
_MARK = "UPDATE retention_days SET judged = 0 WHERE judged AND id IN ({concerned});"


def put(connection: Connection) -> bool:
    """Put the triggers in place; returns whether any was missing or another one.

    Then everybody is marked: nobody knows what was written meanwhile.
    """
    if not triggers.put(connection, _PREFIX, wanted()):
        return False
    connection.exec_driver_sql("DELETE FROM retention_days")
    connection.exec_driver_sql(
        "INSERT INTO retention_days (id, judged, undecidable) SELECT id, 0, 0 FROM customers"
    )
    return True


def wanted() -> dict[str, str]:
    """Every trigger of this group, by its name."""
    return dict(_triggers())


def _triggers() -> Iterator[tuple[str, str]]:
    """Every trigger's name and text."""
    yield triggers.after(
        _PREFIX,
        "customers_insert",
        "INSERT ON customers",
        "INSERT OR REPLACE INTO retention_days (id, judged, undecidable) VALUES (NEW.id, 0, 0);",
    )
    yield triggers.after(
        _PREFIX, "customers_delete", "DELETE ON customers", "DELETE FROM retention_days WHERE id = OLD.id;"
    )
    columns = ", ".join(_OF_CUSTOMERS)
    mark = _MARK.format(concerned="NEW.id")
    yield triggers.after(_PREFIX, "customers_update", f"UPDATE OF {columns} ON customers", mark)
    for watched in _WATCHED:
        of = f" OF {', '.join(watched.columns)}" if watched.columns else ""
        yield _marking(watched, "insert", "INSERT", ("NEW",))
        yield _marking(watched, "update", f"UPDATE{of}", ("OLD", "NEW"))
        yield _marking(watched, "delete", "DELETE", ("OLD",))


def _marking(watched: _Watched, name: str, event: str, rows: tuple[str, ...]) -> tuple[str, str]:
    counting = " OR ".join(watched.counting.format(row=row) for row in rows) if watched.counting else ""
    when = f" WHEN {counting}" if counting else ""
    marks = (_MARK.format(concerned=watched.concerned.format(row=row)) for row in rows)
    return triggers.after(
        _PREFIX, f"{watched.table}_{name}", f"{event} ON {watched.table}{when}", " ".join(marks)
    )
