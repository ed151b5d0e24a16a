"""Only what was shown is issued: whatever a draft depends on counts as a change of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hvacdesk.domain.billing.estimates import EstimateAnswer, EstimateLineRecord, EstimateRecord
from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.billing.tax import Rounding
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.jobs.jobs import Party
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.services.billing.estimates import Estimates
from hvacdesk.services.customers.customers import Customers
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import Ground
from tests.helpers.paper import read_text

RECORD = EstimateRecord((EstimateLineRecord("工事", 1.0, "式", 50_000),))


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


def renamed(billed: Billed, who: str, _other: str, _job: str) -> None:
    customers, desk = Customers(billed.ground.workplace), billed.ground.desk
    customers.change(desk, who, customers.detail(desk, who).version, {"name": PersonName("榊原", "健")})


def paid_by_another(billed: Billed, who: str, other: str, job: str) -> None:
    jobs, desk = billed.jobs, billed.ground.desk
    record = replace(jobs.record_for_edit(desk, job), parties={Party.REQUESTER: who, Party.PAYER: other})
    jobs.change(desk, job, jobs.detail(desk, job).version, record)


def rounded_otherwise(billed: Billed, _who: str, _other: str, _job: str) -> None:
    terms = BillingTerms(billed.ground.workplace)
    facts = replace(terms.office(billed.books), rounding=Rounding.UP)
    terms.change_office(billed.ground.owner, facts, terms.office(billed.ground.owner))


def deposit_void(billed: Billed, _who: str, _other: str, job: str) -> None:
    deposit = billed.invoices.of_job(billed.books, job)[-1]
    billed.invoices.void(billed.books, deposit.invoice)


def agreed_otherwise(billed: Billed, _who: str, _other: str, job: str) -> None:
    estimates, desk = Estimates(billed.ground.workplace), billed.ground.desk
    made = estimates.draft(desk, job, english)
    estimates.issue(desk, made, estimates.detail(desk, made).row.version, RECORD)
    estimates.answer(desk, made, EstimateAnswer(True))


CHANGES: dict[str, Callable[[Billed, str, str, str], None]] = {
    "renamed": renamed,
    "another payer": paid_by_another,
    "rounding": rounded_otherwise,
    "deposit void": deposit_void,
    "another estimate": agreed_otherwise,
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_draft_that_depends_on_something_else_by_now_is_looked_at_again(
    billed: Billed, change: str
) -> None:
    who, other = billed.someone(), billed.someone(name=PersonName("別所", "守"))
    job = billed.job(who)
    billed.issued(job, InvoiceKind.DEPOSIT)
    draft = billed.draft(job, InvoiceKind.FINAL)
    shown = billed.invoices.detail(billed.books, draft).row
    CHANGES[change](billed, who, other, job)
    with pytest.raises(ChangedMeanwhile):
        billed.invoices.issue(billed.books, draft, shown.version, english)
    record = billed.invoices.detail(billed.books, draft).record
    with pytest.raises(ChangedMeanwhile):
        billed.invoices.change(billed.books, draft, shown.version, record)
    now = billed.invoices.detail(billed.books, draft).row
    assert now.sums.gross == (GROSS if change == "deposit void" else GROSS - 5_626)
    assert now.customer == (other if change == "another payer" else who)
    seen = read_text(billed.invoices.preview(billed.books, draft, english))
    assert f"{now.sums.gross:,}" in seen
    issued = billed.invoices.issue(billed.books, draft, now.version, english)
    row = billed.invoices.detail(billed.books, issued.invoice).row
    assert (row.sums.gross, row.customer) == (now.sums.gross, now.customer)
    name = {"renamed": "榊原", "another payer": "別所"}.get(change, "")
    assert name in seen
    assert name in read_text(issued.pdf)


@pytest.mark.parametrize("listed", [False, True])
def test_a_draft_is_dropped_from_the_list_or_the_form(billed: Billed, listed: bool) -> None:
    job = billed.job()
    draft = billed.draft(job)
    (row,) = billed.invoices.of_job(billed.books, job)
    seen = billed.invoices.detail(billed.books, draft).row
    billed.invoices.drop(billed.books, draft, (row if listed else seen).version)
    assert billed.invoices.of_job(billed.books, job) == ()
