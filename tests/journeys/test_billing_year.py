"""A year of an office: billed, paid and closed through the services, and added up by other means.

A year has 3,000 jobs, which take 135 s of processor time where this was measured, two busy cores: some 34 ms
for each invoice, of which 11 draw its page. Every run takes 1,000 of them, spread over the year in the same
mixture; ``--every-point`` takes all. Each document is drawn and filed either way.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from hvacdesk.domain.billing.accounting_export import AccountingProgram
from hvacdesk.domain.billing.handover import NothingToHandOver
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.roles import Role
from hvacdesk.store.retention.retention import histories
from tests.conftest import TALLY
from tests.helpers.billing_year import BEGIN, BillingYear, receivables
from tests.helpers.ground import MovableClock
from tests.helpers.real_office import new_real_office
from tests.helpers.secret_service import SecretService
from tests.integration.faults import choosing

ALL, ENOUGH = 3_000, 1_000
SURE = 0.85
"""Of all deposits; one in ten is a part, or too much, which a person has to look at."""


@contextmanager
def a_year(folder: Path) -> Iterator[BillingYear]:
    """The office after its year, with who keeps its books logged in."""
    clock = MovableClock(datetime(BEGIN.year, BEGIN.month, BEGIN.day, 1, tzinfo=UTC))
    real = new_real_office(folder / "office", clock)
    office, books = real.login(Role.ACCOUNTING)
    owner = replace(books, roles=frozenset({Role.OWNER}))
    year = BillingYear(office, books, owner, clock, folder, ALL if choosing.RUN.every_point else ENOUGH)
    try:
        yield year
    finally:
        office.leave(books)


def test_a_year_of_an_office_adds_up_to_the_yen(
    tmp_path: Path, secret_service: SecretService, record_property: Callable[[str, object], None]
) -> None:
    assert secret_service.is_open()
    with a_year(tmp_path) as year:
        year.furnish()
        year.work()
        record_property(f"{TALLY}jobs billed, paid and closed in a year", year.count)
        assert year.wrongly == [], "what is certain is what the customer meant"
        assert year.certain > SURE * year.deposits
        _require_sums(year)
        _require_series(year)
        _require_books(year)
        _require_files(year)
        _require_days(year)


def _one(year: BillingYear, query: str) -> int:
    with year.office._workplace.reading() as session:
        return int(session.execute(text(query)).scalar_one() or 0)


def _require_sums(year: BillingYear) -> None:
    """Issued is paid and open; received is paid and credit; and both are what the ledger says."""
    stands = "state IN ('issued', 'sent', 'settled')"
    issued = _one(year, f"SELECT sum(gross_yen) FROM invoices WHERE {stands}")
    opened = _one(year, "SELECT sum(open_yen) FROM invoices")
    allotted = _one(
        year,
        "SELECT sum(a.yen) FROM payment_allocations a JOIN payments p ON p.id = a.payment_id"
        " WHERE p.taken_back_on = ''",
    )
    received = _one(year, "SELECT sum(yen + fee) FROM payments WHERE taken_back_on = ''")
    credit = _one(year, "SELECT sum(credit_yen) FROM payments")
    ledger = year.ledger
    assert (issued, received) == (ledger.issued, ledger.received)
    assert (opened, credit) == (ledger.left_open, ledger.credit)
    assert issued == allotted + opened
    assert received == allotted + credit
    assert issued == received - credit + opened
    of_list = sum(one.open_yen for one in year.office.open_items.open(year.actor))
    assert of_list == ledger.left_open


def _require_series(year: BillingYear) -> None:
    """Each series begins with 1 in its year and has no gap."""
    with year.office._workplace.reading() as session:
        numbers = [
            str(number)
            for table in ("invoices", "payments", "receipts")
            for number in session.scalars(text(f"SELECT number FROM {table} ORDER BY number"))
        ]
    expected = [
        f"{series}-{count:06}" for series, last in year.ledger.numbers.items() for count in range(1, last + 1)
    ]
    assert sorted(numbers) == sorted(expected)
    assert {series[1:] for series in year.ledger.numbers if series[0] == "I"} == {"2026", "2027"}


def _require_books(year: BillingYear) -> None:
    """Each month was exported once; together the exports leave on 売掛金 what is open less what is owed."""
    put, taken = (sum(sums) for sums in zip(*map(receivables, year.exports), strict=True))
    assert put - taken == year.ledger.left_open - year.ledger.credit
    assert len(year.exports) == len(year.office.books_handover.runs(year.actor)) == 14
    with pytest.raises(NothingToHandOver):
        year.office.books_handover.export(
            year.actor, AccountingProgram.YAYOI, BEGIN.isoformat(), year.today.isoformat()
        )
    once = "SELECT count(*) - count(DISTINCT kind || subject) FROM handed_over"
    assert _one(year, once) == 0


def _require_files(year: BillingYear) -> None:
    """Each number has its page; page, text and the log's hash fit; the log is whole."""
    with year.office._workplace.reading() as session:
        rows = session.execute(text("SELECT number, pdf, sha256 FROM issued_documents")).all()
        logged = set(session.scalars(text("SELECT json_extract(details, '$.sha256') FROM audit_log")))
    assert len(rows) == sum(last for series, last in year.ledger.numbers.items() if series[0] != "P")
    assert len({row.number for row in rows}) == len(rows)
    for row in rows:
        assert hashlib.sha256(row.pdf).hexdigest() == row.sha256
        assert row.sha256 in logged
    report = year.office.audit.verify(year.owner)
    assert report.intact, report


def _require_days(year: BillingYear) -> None:
    """Every job has the days of its documents and of its settlement, and the state that follows."""
    with year.office._workplace.reading() as session:
        found = {job.number: job for one in histories(session) for job in one.facts.jobs}
    assert len(found) == year.count
    for at in range(year.count):
        job = found[f"{year.done_on(at).year}-{at + 1:06}"]
        settled = year.ledger.settled.get(at)
        assert sorted(job.days(EventKind.INVOICE)) == year.ledger.invoiced[at], at
        assert job.days(EventKind.SETTLEMENT) == ((settled,) if settled else ()), at
        assert job.state is (JobState.PAID if settled else JobState.INVOICED), at
