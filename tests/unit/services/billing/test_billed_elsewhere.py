"""A job that another program billed is not billed again in silence, nor is it to bill once more."""

from __future__ import annotations

from datetime import date

import pytest

from hvacdesk.domain.billing.invoice_rules import BilledElsewhere, Stated
from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.services.billing.collective import Collective
from hvacdesk.services.billing.open_items import OpenItems
from hvacdesk.store.oversight import audit_log
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground

KINDS = (InvoiceKind.WHOLE, InvoiceKind.DEPOSIT)


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


def noted(billed: Billed, job: str, kind: EventKind = EventKind.INVOICE, no: str = "INV-1") -> None:
    billed.jobs.record_event(billed.ground.desk, job, JobEvent(kind, "2026-11-21", no, 18_755))


def to_bill(billed: Billed) -> list[str]:
    items = OpenItems(billed.ground.workplace)
    found = [one.job for one in items.to_bill(billed.books)]
    assert items.waiting(billed.books).to_bill == len(found), "the page of today counts the same"
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_issued_only_once_a_person_says_that_it_is_another_bill(
    billed: Billed, kind: InvoiceKind
) -> None:
    job = billed.job()
    draft = billed.draft(job, kind)
    noted(billed, job)
    detail = billed.invoices.detail(billed.books, draft)
    version, record = detail.row.version, detail.record
    assert detail.elsewhere == ("INV-1",)
    for refused in (
        lambda: billed.issue(draft),
        lambda: billed.invoices.preview(billed.books, draft, english, record),
    ):
        with pytest.raises(BilledElsewhere, match="INV-1") as told:
            refused()
        assert told.value.field == "another"
    assert billed.invoices.preview(billed.books, draft, english, record, stated=Stated.ASKS_FOR_ELSE)
    made = billed.invoices.issue(billed.books, draft, version, english, stated=Stated.ASKS_FOR_ELSE)
    with billed.ground.workplace.reading() as session:
        (entry,) = audit_log.entries(session, limit=5, actions=(Action.INVOICE_ISSUED,))
    assert (entry.actor, entry.details["doubts"]) == (billed.books.account, ["billed_elsewhere"])
    assert made.number == "I2026-000001", "what was refused used up no number"


def test_an_invoice_without_a_number_is_told_by_its_day(billed: Billed) -> None:
    job = billed.job()
    noted(billed, job, no="")
    draft = billed.draft(job)
    assert billed.invoices.detail(billed.books, draft).elsewhere == ("2026-11-21",)
    with pytest.raises(BilledElsewhere, match="2026-11-21"):
        billed.issue(draft)


def test_own_invoices_are_none_of_elsewhere(billed: Billed) -> None:
    job = billed.job()
    first = billed.issued(job, InvoiceKind.DEPOSIT)
    final = billed.draft(job, InvoiceKind.FINAL)
    assert billed.invoices.detail(billed.books, final).elsewhere == ()
    whole = billed.issue(final)
    noted(billed, job)
    again = billed.issue(billed.invoices.reissue(billed.books, whole.invoice))
    assert (first.number, again.number) == ("I2026-000001", "I2026-000003"), "it asks for nothing more"


def test_work_that_is_billed_elsewhere_is_not_to_bill(billed: Billed) -> None:
    who = billed.someone()
    BillingTerms(billed.ground.workplace).change_customer(billed.books, who, None, PayTerms(20, 1, 31))
    first, other = (billed.job(who, JobState.WORKING, on="2026-11-10") for _job in range(2))
    noted(billed, first)
    for job in (first, other):
        noted(billed, job, EventKind.CONTRACT, "B-1")
        billed.jobs.set_state(billed.ground.desk, job, JobState.DONE)
    assert to_bill(billed) == [other]
    collective = Collective(billed.ground.workplace)
    (shown,) = collective.preview(billed.books, date(2026, 11, 20), english)
    assert (shown.jobs, shown.left_out) == ((other,), ())
    assert collective.next_day(billed.books) == date(2026, 11, 20)
    noted(billed, other)
    assert collective.preview(billed.books, date(2026, 11, 20), english) == ()


@pytest.mark.parametrize(
    ("paid", "state"), [(False, JobState.INVOICED), (True, JobState.PAID)], ids=["open", "paid"]
)
@pytest.mark.parametrize("how", ["void", "credited"])
def test_without_its_own_invoice_a_job_is_what_the_other_one_tells(
    billed: Billed, how: str, paid: bool, state: JobState
) -> None:
    job = billed.job()
    own = billed.issued(job)
    noted(billed, job)
    if paid:
        noted(billed, job, EventKind.SETTLEMENT)
    if how == "void":
        billed.invoices.void(billed.books, own.invoice)
    else:
        billed.issue(billed.invoices.credit(billed.books, own.invoice, english))
    assert billed.state(job) is state
    assert to_bill(billed) == []


def test_own_deposits_do_not_make_voided_work_billed(billed: Billed) -> None:
    job = billed.job()
    billed.issued(job, InvoiceKind.DEPOSIT)
    final = billed.issued(job, InvoiceKind.FINAL)
    billed.invoices.void(billed.books, final.invoice)
    assert billed.state(job) is JobState.DONE
    assert to_bill(billed) == [job]
