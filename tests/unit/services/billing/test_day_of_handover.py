"""The day on which a job was handed over is its day in billing, whatever day it was planned for."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from hvacdesk.domain.billing.accounting_export import AccountingProgram
from hvacdesk.domain.billing.invoice_rules import WorkStillToCome, on_days_of
from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.jobs.job_events import EventKind, EventStrikeReason, JobEvent
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.jobs.results import JobResults
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.services.billing.collective import Collective
from hvacdesk.services.billing.handover import BooksHandover
from hvacdesk.services.billing.open_items import OpenItems
from hvacdesk.services.billing.prices import Prices
from hvacdesk.services.jobs.results import Results
from hvacdesk.store.billing import outside_invoices
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.jobs import results as result_store
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground

PLANNED, HANDED = "2026-11-19", "2026-11-23"


@pytest.fixture
def billed(ground: Ground) -> Billed:
    made = billed_office(ground)
    Prices(ground.workplace).keep(ground.owner, PriceRecord(None, "Installation", "台", 10_000))
    return made


def hand_over(billed: Billed, job: str, on: str, *, step: JobState | None = None) -> None:
    billed.jobs.record_event(billed.ground.desk, job, JobEvent(EventKind.HANDOVER, on), step=step)


def handed_job(billed: Billed, who: str = "", planned: str = PLANNED, on: str = HANDED) -> str:
    """A job that was moved to done by noting its handover, as its page does."""
    job = billed.job(who, JobState.WORKING, on=planned)
    hand_over(billed, job, on, step=JobState.DONE)
    return job


def days(billed: Billed, invoice: str) -> tuple[str, str]:
    record = billed.invoices.detail(billed.books, invoice).record
    return record.delivered_from, record.delivered_to


def test_a_closing_day_takes_what_was_handed_over_by_then(billed: Billed) -> None:
    who, collective = billed.someone(), Collective(billed.ground.workplace)
    BillingTerms(billed.ground.workplace).change_customer(billed.books, who, None, PayTerms(20, 1, 31))
    late = handed_job(billed, who)
    early = handed_job(billed, who, planned="2026-11-22", on="2026-11-18")
    assert collective.next_day(billed.books) == date(2026, 11, 20)
    (seen,) = collective.preview(billed.books, date(2026, 11, 20), english)
    assert seen.jobs == (early,)
    (done,) = collective.issue(billed.books, [seen], english)
    assert done.issued is not None
    assert days(billed, done.issued.invoice) == ("2026-11-18", "2026-11-18")
    assert collective.next_day(billed.books) == date(2026, 12, 20)
    (seen,) = collective.preview(billed.books, date(2026, 12, 20), english)
    assert seen.jobs == (late,)


@pytest.mark.parametrize(
    ("worked", "completed", "handed", "day"),
    [
        ("", "", "", PLANNED),
        ("", "2026-11-21", "", "2026-11-21"),
        ("2026-11-20", "2026-11-21", "", "2026-11-20"),
        ("2026-11-20", "2026-11-21", HANDED, HANDED),
        ("2026-11-20", "", "2026-11-18", "2026-11-18"),
        ("", "2026-11-21", "2026-11-18", "2026-11-18"),
    ],
)
def test_every_part_of_billing_tells_the_same_day(
    billed: Billed, worked: str, completed: str, handed: str, day: str
) -> None:
    job, workplace = billed.job(on=PLANNED), billed.ground.workplace
    for kind, on in ((EventKind.COMPLETION, completed), (EventKind.HANDOVER, handed)):
        if on:
            with workplace.transaction() as session:
                event = JobEvent(kind, on)
                job_store.add_event(job_store.job(session, job), event, actor="", at="2026-11-24T00:00:00Z")
    with workplace.transaction() as session:
        row = job_store.job(session, job)
        record = JobResults(worked_on=worked)
        result_store.save(session, row, record, by=billed.books.account, at="2026-11-24T00:00:00Z")
    (listed,) = OpenItems(workplace).to_bill(billed.books)
    with workplace.reading() as session:
        key = job_store.job(session, job).id
        known = outside_invoices.known_jobs(session, [key])[key].done_on
    assert (listed.done_on, known, *days(billed, billed.draft(job))) == (day,) * 4


def test_a_wrong_day_is_struck_and_the_last_handover_counts(billed: Billed) -> None:
    job = handed_job(billed)
    hand_over(billed, job, "2026-11-21")
    (listed,) = OpenItems(billed.ground.workplace).to_bill(billed.books)
    assert listed.done_on == HANDED
    wrong = JobEvent(EventKind.HANDOVER, HANDED)
    billed.jobs.strike_event(billed.ground.desk, job, wrong, next(iter(EventStrikeReason)))
    (listed,) = OpenItems(billed.ground.workplace).to_bill(billed.books)
    assert listed.done_on == "2026-11-21"


def test_the_books_are_told_the_day_of_handover(billed: Billed) -> None:
    billed.issued(handed_job(billed))
    file = BooksHandover(billed.ground.workplace).export(
        billed.books, AccountingProgram.MONEY_FORWARD, "2026-11-01", "2026-11-24"
    )
    (row,) = csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"), newline=""))
    assert "2026/11/23" in row["摘要"]
    assert "2026/11/19" not in row["摘要"]


def test_what_was_issued_keeps_what_it_says(billed: Billed) -> None:
    job = billed.job(on=PLANNED)
    issued = billed.issued(job)
    hand_over(billed, job, HANDED)
    assert days(billed, issued.invoice) == (PLANNED, PLANNED)


def test_a_draft_that_nobody_saved_follows_the_day(billed: Billed) -> None:
    job = billed.job(on=PLANNED)
    draft = billed.draft(job)
    seen = billed.invoices.detail(billed.books, draft)
    hand_over(billed, job, HANDED)
    assert days(billed, draft) == (HANDED, HANDED)
    with pytest.raises(ChangedMeanwhile):
        billed.invoices.issue(billed.books, draft, seen.row.version, english, seen.record)
    wrong = JobEvent(EventKind.HANDOVER, HANDED)
    billed.jobs.strike_event(billed.ground.desk, job, wrong, next(iter(EventStrikeReason)))
    assert days(billed, draft) == (PLANNED, PLANNED)


def test_a_draft_that_nobody_saved_follows_the_day_of_the_results_and_of_the_booking(billed: Billed) -> None:
    desk, jobs = billed.ground.desk, billed.jobs
    job = billed.job(on=PLANNED)
    draft = billed.draft(job)
    jobs.change(
        desk, job, jobs.detail(desk, job).version, replace(jobs.record_for_edit(desk, job), on=HANDED)
    )
    assert days(billed, draft) == (HANDED, HANDED)
    billed.ground.workplace.edits.undo(desk)
    assert days(billed, draft) == (PLANNED, PLANNED)
    results = Results(billed.ground.workplace)
    sheet = results.sheet(desk, job)
    results.save(desk, job, sheet.version, replace(sheet.results, worked_on="2026-11-18"))
    assert days(billed, draft) == ("2026-11-18", "2026-11-18")


def test_a_draft_that_somebody_saved_keeps_its_days(billed: Billed) -> None:
    job = billed.job(on=PLANNED)
    draft = billed.draft(job)
    seen = billed.invoices.detail(billed.books, draft)
    billed.invoices.change(billed.books, draft, seen.row.version, seen.record)
    hand_over(billed, job, HANDED)
    assert days(billed, draft) == (PLANNED, PLANNED)


@pytest.mark.parametrize(("planned", "handed", "tax"), [("09-30", "10-01", 10), ("10-02", "09-30", 8)])
def test_the_rate_is_that_of_the_day_of_handover(billed: Billed, planned: str, handed: str, tax: int) -> None:
    billed.ground.clock.now = datetime(2019, 10, 5, 1, tzinfo=UTC)
    job = handed_job(billed, planned=f"2019-{planned}", on=f"2019-{handed}")
    (rate,) = billed.invoices.detail(billed.books, billed.draft(job)).row.sums.rates
    assert rate.percent == tax


def test_a_final_invoice_of_work_that_was_early_names_no_day_to_come(billed: Billed) -> None:
    job = billed.job(state=JobState.ARRANGED, on="2026-12-01")
    billed.issued(job, InvoiceKind.DEPOSIT)
    billed.jobs.set_state(billed.ground.desk, job, JobState.WORKING)
    hand_over(billed, job, "2026-11-24", step=JobState.DONE)
    assert days(billed, billed.issued(job, InvoiceKind.FINAL).invoice) == ("2026-11-24", "2026-11-24")


@pytest.mark.parametrize("issue_on", ["", "2026-11-24", "2026-11-20"])
def test_done_work_is_not_billed_before_its_day_with_the_day_left_blank_either(
    billed: Billed, issue_on: str
) -> None:
    job = billed.job(on="2026-12-01")
    draft = billed.draft(job)
    detail = billed.invoices.detail(billed.books, draft)
    record = replace(detail.record, issue_on=issue_on)
    for refused in (
        lambda: billed.invoices.issue(billed.books, draft, detail.row.version, english, record),
        lambda: billed.invoices.preview(billed.books, draft, english, record),
    ):
        with pytest.raises(WorkStillToCome, match="2026-12-01") as told:
            refused()
        assert told.value.field == "delivered_to"
    corrected = replace(detail.record, delivered_from="2026-11-24", delivered_to="2026-11-24")
    assert billed.invoices.issue(billed.books, draft, detail.row.version, english, corrected).number


def test_a_closing_ahead_leaves_the_work_that_is_still_to_come(billed: Billed) -> None:
    who, collective = billed.someone(), Collective(billed.ground.workplace)
    BillingTerms(billed.ground.workplace).change_customer(billed.books, who, None, PayTerms(31, 1, 31))
    job = billed.job(who, on="2026-11-28")
    shown = collective.preview(billed.books, date(2026, 11, 30), english)
    (refused,) = collective.issue(billed.books, shown, english)
    assert isinstance(refused.refused, WorkStillToCome)
    hand_over(billed, job, "2026-11-24")
    shown = collective.preview(billed.books, date(2026, 11, 30), english)
    (done,) = collective.issue(billed.books, shown, english)
    assert done.issued is not None


def saved_draft(billed: Billed, job: str) -> str:
    draft = billed.draft(job)
    seen = billed.invoices.detail(billed.books, draft)
    billed.invoices.change(billed.books, draft, seen.row.version, seen.record)
    return draft


def test_a_draft_that_keeps_its_days_tells_the_day_of_its_job(billed: Billed) -> None:
    job = billed.job(on=PLANNED)
    draft = saved_draft(billed, job)
    seen = billed.invoices.detail(billed.books, draft)
    assert seen.done_on == (PLANNED,)
    assert on_days_of(seen.record, seen.days) == seen.record
    hand_over(billed, job, HANDED)
    seen = billed.invoices.detail(billed.books, draft)
    assert seen.done_on == (HANDED,)
    taken = on_days_of(seen.record, seen.days)
    assert (taken.delivered_from, taken.delivered_to) == (HANDED, HANDED)
    billed.invoices.change(billed.books, draft, seen.row.version, taken)
    assert days(billed, draft) == (HANDED, HANDED)


def test_what_takes_the_place_of_a_collective_invoice_tells_each_jobs_day(billed: Billed) -> None:
    who, collective = billed.someone(), Collective(billed.ground.workplace)
    BillingTerms(billed.ground.workplace).change_customer(billed.books, who, None, PayTerms(20, 1, 31))
    early, late = billed.job(who, on="2026-11-05"), billed.job(who, on="2026-11-12")
    (seen,) = collective.preview(billed.books, date(2026, 11, 20), english)
    (done,) = collective.issue(billed.books, [seen], english)
    assert done.issued is not None
    draft = billed.invoices.reissue(billed.books, done.issued.invoice)
    hand_over(billed, late, "2026-11-17")
    detail = billed.invoices.detail(billed.books, draft)
    assert detail.days == {early: "2026-11-05", late: "2026-11-17"}
    taken = on_days_of(detail.record, detail.days)
    assert (taken.delivered_from, taken.delivered_to) == ("2026-11-05", "2026-11-17")
    assert {line.on for line in taken.lines if line.job == late} == {"2026-11-17"}
    assert {line.on for line in taken.lines if line.job == early} == {"2026-11-05"}


def test_a_credit_note_and_a_deposit_tell_no_other_day(billed: Billed) -> None:
    job = billed.job(on=PLANNED)
    issued = billed.issued(job)
    hand_over(billed, job, HANDED)
    credit = billed.invoices.credit(billed.books, issued.invoice, english)
    deposit = billed.draft(billed.job(state=JobState.ARRANGED), InvoiceKind.DEPOSIT)
    for draft in (credit, deposit):
        detail = billed.invoices.detail(billed.books, draft)
        assert not detail.done_on
        assert on_days_of(detail.record, detail.days) == detail.record
