"""Work whose invoice was credited is to bill again, and its job says so until the new one is paid."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.billing.estimates import EstimateAnswer
from hvacdesk.domain.billing.invoices import InvoiceKind, InvoiceLineRecord
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.tax import Rounding
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.services.billing.estimates import Estimates
from hvacdesk.services.billing.open_items import OpenItems
from hvacdesk.services.billing.payments import Payments
from hvacdesk.store.billing import invoices as store
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.booked import book_another
from tests.helpers.ground import Ground


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


def credited(billed: Billed, invoice: str) -> None:
    billed.issue(billed.invoices.credit(billed.books, invoice, english))


def to_bill(billed: Billed) -> list[str]:
    return [one.job for one in OpenItems(billed.ground.workplace).to_bill(billed.books)]


def settlements(billed: Billed, job: str) -> int:
    return sum(one.kind is EventKind.SETTLEMENT for one in billed.jobs.detail(billed.ground.desk, job).events)


def test_work_that_was_never_paid_and_wholly_credited_is_to_bill(billed: Billed) -> None:
    job = billed.job()
    credited(billed, billed.issued(job).invoice)
    assert (billed.state(job), settlements(billed, job)) == (JobState.DONE, 0)
    assert to_bill(billed) == [job]
    again = billed.issued(job)
    assert billed.state(job) is JobState.INVOICED
    assert billed.invoices.detail(billed.books, again.invoice).row.open_yen == GROSS


def test_work_that_was_paid_and_credited_is_open_with_its_second_invoice(billed: Billed) -> None:
    who = billed.someone()
    job = billed.job(who)
    first, payments = billed.issued(job), Payments(billed.ground.workplace)
    payments.book(
        billed.books,
        who,
        PaymentRecord("2026-11-23", GROSS, PaymentWay.BANK, allocations=((first.invoice, GROSS),)),
    )
    assert billed.state(job) is JobState.PAID
    credited(billed, first.invoice)
    assert (billed.state(job), settlements(billed, job)) == (JobState.DONE, 0)
    second = billed.issued(job)
    assert (billed.state(job), settlements(billed, job)) == (JobState.INVOICED, 0)
    book_another(
        payments,
        billed.books,
        who,
        PaymentRecord("2026-11-24", GROSS, PaymentWay.BANK, allocations=((second.invoice, GROSS),)),
    )
    assert (billed.state(job), settlements(billed, job)) == (JobState.PAID, 1)


def test_a_deposit_that_is_paid_does_not_settle_work_that_is_to_bill(billed: Billed) -> None:
    job = billed.job()
    billed.issued(job, InvoiceKind.DEPOSIT)
    credited(billed, billed.issued(job, InvoiceKind.FINAL).invoice)
    assert billed.state(job) is JobState.DONE
    assert to_bill(billed) == [job]


def test_a_final_invoice_that_is_reissued_asks_for_a_deposit_that_was_credited_since(billed: Billed) -> None:
    job = billed.job()
    deposit = billed.issued(job, InvoiceKind.DEPOSIT)
    final = billed.issued(job, InvoiceKind.FINAL)
    assert billed.invoices.detail(billed.books, final.invoice).row.sums.gross == GROSS - 5_626
    credited(billed, deposit.invoice)
    again = billed.issue(billed.invoices.reissue(billed.books, final.invoice))
    detail = billed.invoices.detail(billed.books, again.invoice)
    assert (detail.row.sums.gross, detail.earlier) == (GROSS, ())


@pytest.mark.parametrize(("first", "then"), [(Rounding.UP, Rounding.DOWN), (Rounding.DOWN, Rounding.UP)])
def test_a_credit_note_is_rounded_as_its_invoice_was(billed: Billed, first: Rounding, then: Rounding) -> None:
    terms = BillingTerms(billed.ground.workplace)
    facts = terms.office(billed.books)
    terms.change_office(
        billed.ground.owner, replace(facts, rounding=first), terms.office(billed.ground.owner)
    )
    draft = billed.draft(billed.job())
    detail = billed.invoices.detail(billed.books, draft)
    odd = replace(detail.record, lines=(InvoiceLineRecord("工事", 1, "式", 10_005),))
    issued = billed.invoices.issue(billed.books, draft, detail.row.version, english, odd)
    asked = billed.invoices.detail(billed.books, issued.invoice).row.sums.gross
    assert asked == {Rounding.UP: 11_006, Rounding.DOWN: 11_005}[first]
    terms.change_office(billed.ground.owner, replace(facts, rounding=then), terms.office(billed.ground.owner))
    credited(billed, issued.invoice)
    newest, old = billed.invoices.of_job(billed.books, detail.row.jobs[0])
    assert (newest.sums.gross, newest.open_yen, old.open_yen) == (-asked, 0, 0)
    with billed.ground.workplace.reading() as session:  # the books round what they are told anew by this
        assert {store.get(session, one.invoice).rounding for one in (newest, old)} == {first}


@pytest.mark.parametrize("rounding", Rounding)
def test_an_invoice_and_all_its_credit_notes_come_to_no_tax(billed: Billed, rounding: Rounding) -> None:
    """A partial one first: what then is left holds the tax that is left, not one that is rounded anew."""
    terms, who = BillingTerms(billed.ground.workplace), billed.someone()
    terms.change_office(
        billed.ground.owner,
        replace(terms.office(billed.books), rounding=rounding),
        terms.office(billed.ground.owner),
    )
    for yen in range(990, 1_000):
        job = billed.job(who)
        draft = billed.draft(job)
        detail = billed.invoices.detail(billed.books, draft)
        line = InvoiceLineRecord("工事", 1, "式", yen)
        odd = replace(detail.record, lines=(line,))
        first = billed.invoices.issue(billed.books, draft, detail.row.version, english, odd)
        part = billed.invoices.credit(billed.books, first.invoice, english)
        detail = billed.invoices.detail(billed.books, part)
        some = replace(detail.record, lines=(replace(line, yen=-333),))
        billed.invoices.issue(billed.books, part, detail.row.version, english, some)
        rest = billed.invoices.credit(billed.books, first.invoice, english)
        shown = billed.invoices.detail(billed.books, rest)
        assert billed.invoices.worked_out(billed.books, rest, shown.record).sums == shown.row.sums
        billed.issue(rest)
        sums = [row.sums for row in billed.invoices.of_job(billed.books, job)]
        assert (sum(one.gross for one in sums), sum(one.tax for one in sums)) == (0, 0)
        assert sum(one.net for one in sums) == 0


def test_a_credit_note_has_the_rates_of_its_invoice_whatever_days_it_names(billed: Billed) -> None:
    first = billed.issued(billed.job())
    draft = billed.invoices.credit(billed.books, first.invoice, english)
    detail = billed.invoices.detail(billed.books, draft)
    other = replace(detail.record, delivered_from="2015-05-05", delivered_to="2015-05-05")
    assert billed.invoices.worked_out(billed.books, draft, other).sums.rates[0].percent == 10
    issued = billed.invoices.issue(billed.books, draft, detail.row.version, english, other)
    after = billed.invoices.detail(billed.books, issued.invoice)
    assert [rate.percent for rate in after.row.sums.rates] == [10]
    known = billed.invoices.detail(billed.books, first.invoice).record
    assert (after.record.delivered_from, after.record.delivered_to) == (
        known.delivered_from,
        known.delivered_to,
    )


@pytest.mark.parametrize("rounding", Rounding)
def test_an_invoice_asks_for_what_the_accepted_estimate_said(billed: Billed, rounding: Rounding) -> None:
    terms, estimates = BillingTerms(billed.ground.workplace), Estimates(billed.ground.workplace)
    terms.change_office(
        billed.ground.owner,
        replace(terms.office(billed.books), rounding=rounding),
        terms.office(billed.ground.owner),
    )
    desk, job = billed.ground.desk, billed.job()
    draft = estimates.draft(desk, job, english)
    detail = estimates.detail(desk, draft)
    odd = replace(detail.record, lines=(replace(detail.record.lines[0], quantity=1, yen=10_005),))
    estimates.change(desk, draft, detail.row.version, odd)
    estimates.issue(desk, draft, estimates.detail(desk, draft).row.version)
    estimates.answer(desk, draft, EstimateAnswer(True))
    said = estimates.detail(desk, draft).row.sums.gross
    assert said == {Rounding.DOWN: 11_005, Rounding.NEAREST: 11_006, Rounding.UP: 11_006}[rounding]
    issued = billed.issued(job)
    assert billed.invoices.detail(billed.books, issued.invoice).row.sums.gross == said
