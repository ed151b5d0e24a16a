"""Numbers and codes that were given out after a backup are on paper: a restore gives none of them again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from hvacdesk.domain.backups.number_series import LEFT_OUT, LEFT_OUT_AN_HOUR
from hvacdesk.domain.billing.estimates import EstimateLineRecord
from hvacdesk.domain.clock import day_begins
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.jobs.jobs import JobRecord, Party, WorkKind
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.text.wording import english
from hvacdesk.services.backups.restoring import Restoring
from hvacdesk.services.papers.paper_names import UnknownCopy
from tests.helpers.people import customer
from tests.helpers.real_office import RealOffice
from tests.integration.backups.session import Session


def add_job(session: Session, record: str) -> str:
    site = session.office.jobs.sites(session.actor, record)[0].site
    parts = {Party.REQUESTER: record}
    return session.office.jobs.add(session.actor, JobRecord(site, WorkKind.REPAIR, parts, on="2026-11-25"))


def print_copy(session: Session, job: str, *, reason: str | None = None) -> tuple[str, int]:
    """Print a copy of a job's work order; its code and its number."""
    order = session.office.work_orders.issue(
        session.actor, job, (Profile.TECHNICIAN,), english, reason=reason
    )
    (copy,) = order.copies
    session.office.work_orders.printed(session.actor, [copy.copy], "printer")
    found = session.office.papers.find(session.actor, copy.copy)
    return found.code, copy.copy_number


def issue_invoice(session: Session, record: str) -> str:
    invoices, actor = session.office.invoices, session.actor
    draft = invoices.draft_free(actor, record)
    shown = invoices.detail(actor, draft)
    line = replace(shown.record.lines[0], label="フィルター", unit="個", yen=1000)
    record = replace(shown.record, lines=(line,))
    return invoices.issue(actor, draft, shown.row.version, english, record).number


def test_what_was_numbered_after_the_backup_keeps_its_number(
    owner: Session, real: RealOffice, place: Path
) -> None:
    owner.backups.add_place(owner.actor, str(place))
    names = (PersonName("森", "茂"), PersonName("林", "徹"))
    one, other = (
        owner.office.customers.add(owner.actor, customer(name=name), with_site=True) for name in names
    )
    old_job = add_job(owner, one)
    assert print_copy(owner, old_job)[1] == 1
    first = issue_invoice(owner, one)
    taken = owner.backup().path
    codes = {print_copy(owner, add_job(owner, one))[0], print_copy(owner, old_job, reason="lost")[0]}
    lost_invoice = issue_invoice(owner, one)
    lost_customer = owner.office.customers.add(owner.actor, customer(), with_site=False)
    lost_number = owner.office.customers.detail(owner.actor, lost_customer).number
    owner.close()

    restoring = Restoring(real.home, real.clock)
    office, actor, report = restoring.restore_with_sheet(str(taken), real.code)
    session = Session(office, actor)
    assert not codes & {print_copy(session, add_job(session, other))[0]}
    code, number = print_copy(session, old_job, reason="lost")
    assert (code in codes, number) == (False, 22)
    assert print_copy(session, old_job, reason="lost")[1] == 23
    assert issue_invoice(session, other) == "I2026-001002"
    assert lost_invoice == "I2026-000002"
    added = office.customers.add(actor, customer(), with_site=False)
    assert office.customers.detail(actor, added).number != lost_number
    told = {line.label.text: (line.last, line.following) for line in report.numbers}
    assert told["Invoices"] == (first, f"I2026-{LEFT_OUT + 2:06}")
    assert told["Jobs and their work orders"] == ("2026-000001", "2026-001002")
    assert "Receipts" not in told
    session.close()


@pytest.mark.parametrize("closed", [True, False], ids=["another printed since", "itself printed since"])
def test_after_a_restore_no_sheet_is_taken_for_a_copy_that_a_preview_showed(
    owner: Session, real: RealOffice, place: Path, closed: bool
) -> None:
    owner.backups.add_place(owner.actor, str(place))
    record = owner.office.customers.add(owner.actor, customer(), with_site=True)
    job, orders = add_job(owner, record), owner.office.work_orders
    (shown,) = orders.issue(owner.actor, job, (Profile.CUSTOMER,), english).copies
    taken = owner.backup().path
    if closed:
        orders.not_printed(owner.actor, [shown.copy], sent=False)
        (sheet,) = orders.issue(owner.actor, job, (Profile.TECHNICIAN,), english).copies
    else:
        sheet = shown
    orders.printed(owner.actor, [sheet.copy], "printer")
    owner.close()

    office, actor, _report = Restoring(real.home, real.clock).restore_with_sheet(str(taken), real.code)
    session = Session(office, actor)
    for typed in (sheet.code, f"{sheet.number} {sheet.copy_number}/{sheet.copies}"):
        if closed:
            with pytest.raises(UnknownCopy):
                office.papers.find(actor, typed)
        else:
            assert office.papers.find(actor, typed).profile is Profile.CUSTOMER
    assert [one.paper for one in office.papers.unprinted(actor)] == [shown.copy]
    session.close()


def issue_estimate(session: Session, job: str) -> str:
    """Issue the job's next estimate; its number."""
    estimates, actor = session.office.estimates, session.actor
    draft = estimates.draft(actor, job, english)
    shown = estimates.detail(actor, draft)
    record = replace(shown.record, lines=(EstimateLineRecord("据付", 1.0, "台", 50_000),))
    estimates.issue(actor, draft, shown.row.version, record)
    return estimates.detail(actor, draft).row.number


def test_a_further_issue_of_an_estimate_gets_no_number_that_is_on_paper(
    owner: Session, real: RealOffice, place: Path
) -> None:
    owner.backups.add_place(owner.actor, str(place))
    one = owner.office.customers.add(owner.actor, customer(name=PersonName("森", "茂")), with_site=True)
    issued, drafted, twice = (add_job(owner, one) for _each in range(3))
    assert issue_estimate(owner, issued) == "E2026-000001"
    owner.office.estimates.draft(owner.actor, drafted, english)
    owner.office.estimates.add_variant(owner.actor, owner.office.estimates.draft(owner.actor, twice, english))
    taken = owner.backup().path
    lost = {issue_estimate(owner, issued), issue_estimate(owner, issued), issue_estimate(owner, drafted)}
    lost.add(issue_estimate(owner, twice))
    assert lost == {"E2026-000001-2", "E2026-000001-3", "E2026-000002", "E2026-000003A"}
    owner.close()

    office, actor, _report = Restoring(real.home, real.clock).restore_with_sheet(str(taken), real.code)
    session = Session(office, actor)
    numbers = [issue_estimate(session, job) for job in (issued, issued, drafted, twice, twice)]
    assert numbers == [
        *("E2026-000001-22", "E2026-000001-23", "E2026-000002-22", "E2026-000003-22A", "E2026-000003-22B")
    ]
    new = add_job(session, one)
    assert issue_estimate(session, new) == f"E2026-{LEFT_OUT + 4:06}"
    assert issue_estimate(session, new) == f"E2026-{LEFT_OUT + 4:06}-2"
    session.close()


def test_a_restore_in_the_next_year_leaves_out_numbers_of_both(
    owner: Session, real: RealOffice, place: Path
) -> None:
    owner.backups.add_place(owner.actor, str(place))
    one = owner.office.customers.add(owner.actor, customer(name=PersonName("森", "茂")), with_site=True)
    taken = owner.backup().path
    owner.close()
    real.clock.pass_time(days=60)
    office, actor, _report = Restoring(real.home, real.clock).restore_with_sheet(str(taken), real.code)
    session = Session(office, actor)
    passed = real.clock() - day_begins(date(2027, 1, 1))
    left_out = LEFT_OUT + passed * LEFT_OUT_AN_HOUR // timedelta(hours=1)
    assert issue_invoice(session, one) == f"I2027-{left_out + 1:06}"
    session.close()
