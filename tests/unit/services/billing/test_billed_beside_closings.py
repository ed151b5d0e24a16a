"""A customer with closing days who is billed beside them: the draft tells so, and what it says is so."""

from __future__ import annotations

from datetime import date

import pytest

from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.billing.open_items import ApartReason
from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.billing_terms import BillingTerms
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.carried import Month
from tests.helpers.ground import Ground

NOVEMBER = date(2026, 11, 30)
MONTHLY = PayTerms(31, 1, 31)


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


def told(billed: Billed, draft: str) -> PayTerms | None:
    return billed.invoices.detail(billed.books, draft).closing


def test_a_draft_tells_that_its_customer_is_billed_collectively(billed: Billed) -> None:
    job = billed.job()
    draft = billed.draft(job)
    version = billed.invoices.detail(billed.books, draft).row.version
    assert told(billed, draft) is None
    who = billed.invoices.detail(billed.books, draft).row.customer
    BillingTerms(billed.ground.workplace).change_customer(billed.books, who, None, MONTHLY)
    assert told(billed, draft) == MONTHLY
    assert billed.invoices.detail(billed.books, draft).row.version != version
    issued = billed.issue(draft).invoice
    assert told(billed, issued) is None
    assert told(billed, billed.invoices.reissue(billed.books, issued)) is None
    assert told(billed, billed.invoices.credit(billed.books, issued, english)) is None
    assert told(billed, billed.invoices.draft_free(billed.books, who)) == MONTHLY


def test_what_is_issued_by_itself_is_left_out_and_so_is_a_job_with_a_draft(billed: Billed) -> None:
    month = Month(billed, MONTHLY)
    alone, waiting = billed.job(month.who), billed.job(month.who)
    billed.issued(alone)
    billed.draft(waiting)
    seen = month.seen(NOVEMBER)
    assert (seen.jobs, seen.balance) == ((), None)
    assert [(one.job, one.reason) for one in seen.left_out] == [(waiting, ApartReason.DRAFTED)]


def test_what_is_issued_by_itself_is_carried_over_where_that_was_agreed_on(billed: Billed) -> None:
    month = Month(billed)
    billed.issued(billed.job(month.who))
    billed.job(month.who)
    balance = month.seen(NOVEMBER).balance
    assert balance is not None
    assert balance.carried > GROSS


def test_after_a_deposit_the_final_invoice_is_by_itself_and_says_no_more_of_it(billed: Billed) -> None:
    month = Month(billed, MONTHLY)
    job = billed.job(month.who, JobState.ARRANGED)
    deposit = billed.draft(job, InvoiceKind.DEPOSIT)
    assert told(billed, deposit) == MONTHLY
    billed.issue(deposit)
    billed.jobs.set_state(billed.ground.desk, job, JobState.WORKING)
    billed.jobs.set_state(billed.ground.desk, job, JobState.DONE)
    (left,) = month.seen(NOVEMBER).left_out
    assert left.reason is ApartReason.IN_ADVANCE
    assert told(billed, billed.draft(job, InvoiceKind.FINAL)) is None
