"""Who pays in cash once the work is done gets an invoice with no account to pay to and no later day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.billing.billing_facts import OfficeBilling
from hvacdesk.domain.billing.invoices import BankAccount, InvoiceKind, PageLack
from hvacdesk.domain.billing.open_items import DepositEnd
from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.customers.customers import PaymentMethod
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.services.billing.cancelled_deposits import CancelledDeposits
from hvacdesk.services.billing.prices import Prices
from hvacdesk.services.customers.customers import Customers
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground
from tests.unit.documents.billing.money_papers import squeezed

TODAY = "2026-11-24"
ACCOUNT = BankAccount("名古屋銀行", "栄支店", "普通", "1234567", "カ)アオバ")


@pytest.fixture
def billed(ground: Ground) -> Billed:
    made = billed_office(ground)
    Prices(ground.workplace).keep(ground.owner, PriceRecord(None, "Installation", "台", 10_000))
    BillingTerms(ground.workplace).change_office(
        ground.owner, OfficeBilling(account=ACCOUNT), OfficeBilling()
    )
    return made


def test_an_invoice_to_be_paid_in_cash_names_no_account_and_no_day(billed: Billed) -> None:
    issued = billed.issued(billed.job(billed.someone(payment_method=PaymentMethod.CASH)))
    assert (issued.page.cash, issued.page.account, issued.page.row.due_on) == (True, BankAccount(), TODAY)
    said = squeezed(issued.pdf)
    assert "Pleasepayincash." in said
    assert "Payby" not in said
    assert ACCOUNT.number not in said


@pytest.mark.parametrize("method", [one for one in PaymentMethod if one is not PaymentMethod.CASH])
def test_any_other_invoice_names_both(billed: Billed, method: PaymentMethod) -> None:
    issued = billed.issued(billed.job(billed.someone(payment_method=method)))
    said = squeezed(issued.pdf)
    assert (issued.page.cash, issued.page.row.due_on) == (False, "2026-12-31")
    assert "Pleasepayincash." not in said
    assert "Payby" in said
    assert ACCOUNT.number in said


def test_what_was_agreed_on_holds_for_who_pays_in_cash_too(billed: Billed) -> None:
    who = billed.someone(payment_method=PaymentMethod.CASH)
    BillingTerms(billed.ground.workplace).change_customer(billed.books, who, None, PayTerms(0, 2, 10))
    issued = billed.issued(billed.job(who))
    assert (issued.page.cash, issued.page.row.due_on) == (False, "2027-01-10")


def test_a_day_that_was_chosen_is_on_the_page(billed: Billed) -> None:
    draft = billed.draft(billed.job(billed.someone(payment_method=PaymentMethod.CASH)))
    detail = billed.invoices.detail(billed.books, draft)
    assert detail.lacks == {PageLack.NUMBER}
    record = replace(detail.record, due_on="2026-12-04")
    issued = billed.invoices.issue(billed.books, draft, detail.row.version, english, record)
    said = squeezed(issued.pdf)
    assert "Payby" in said
    assert "Pleasepayincash." in said


def test_nobody_is_told_that_an_account_is_lacking_where_none_is_named(billed: Billed) -> None:
    facts = BillingTerms(billed.ground.workplace)
    before = facts.office(billed.books)
    facts.change_office(billed.ground.owner, replace(before, account=BankAccount()), before)
    for method, lacks in ((PaymentMethod.CASH, False), (PaymentMethod.TRANSFER, True)):
        draft = billed.draft(billed.job(billed.someone(payment_method=method)))
        assert (PageLack.ACCOUNT in billed.invoices.detail(billed.books, draft).lacks) == lacks


def test_a_deposit_in_cash_is_due_before_the_work(billed: Billed) -> None:
    job = billed.job(billed.someone(payment_method=PaymentMethod.CASH), JobState.ARRANGED, on="2026-12-02")
    issued = billed.issued(job, InvoiceKind.DEPOSIT)
    assert issued.page.row.due_on == "2026-12-01"
    assert "Payby" in squeezed(issued.pdf)


def test_a_fee_that_is_to_be_paid_in_cash_is_due_at_once(billed: Billed) -> None:
    job = billed.job(billed.someone(payment_method=PaymentMethod.CASH), JobState.ARRANGED)
    billed.issued(job, InvoiceKind.DEPOSIT)
    billed.jobs.set_state(billed.ground.desk, job, JobState.CANCELLED)
    cancelled = CancelledDeposits(billed.ground.workplace)
    (held,) = cancelled.held(billed.books)
    _note, fee = cancelled.end(billed.books, held, DepositEnd(fee=5_000), english).issued
    assert (fee.page.row.due_on, fee.page.cash) == (TODAY, True)
    assert "Pleasepayincash." in squeezed(fee.pdf)


def test_a_draft_that_was_looked_at_is_another_one_once_its_customer_pays_otherwise(billed: Billed) -> None:
    draft = billed.draft(billed.job(billed.someone()))
    before = billed.invoices.detail(billed.books, draft).row
    people, desk = Customers(billed.ground.workplace), billed.ground.desk
    version = people.detail(desk, before.customer).version
    people.change(desk, before.customer, version, {"payment_method": PaymentMethod.CASH})
    assert billed.invoices.detail(billed.books, draft).row.version != before.version
