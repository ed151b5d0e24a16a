"""Who pays in cash once the work is done gets an invoice with no account to pay to and no later day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.billing.billing_facts import OfficeBilling
from hvacdesk.domain.billing.invoices import BankAccount, InvoiceKind, PageLack
from hvacdesk.domain.billing.open_items import DepositEnd
from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.payment_papers import ReminderTone
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.billing.reminding import ReminderOrder
from hvacdesk.domain.customers.customers import PaymentMethod
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.services.billing.cancelled_deposits import CancelledDeposits
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from hvacdesk.services.billing.open_items import OpenItems
from hvacdesk.services.billing.payment_reminders import PaymentReminders
from hvacdesk.services.billing.prices import Prices
from hvacdesk.services.customers.customers import Customers
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground
from tests.unit.documents.billing.money_papers import squeezed
from tests.unit.services.billing.test_cancelled_deposits import look_and_end

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
    _note, fee = look_and_end(billed, held, DepositEnd(fee=5_000)).issued
    assert (fee.page.row.due_on, fee.page.cash) == (TODAY, True)
    assert "Pleasepayincash." in squeezed(fee.pdf)


def test_a_draft_that_was_looked_at_is_another_one_once_its_customer_pays_otherwise(billed: Billed) -> None:
    draft = billed.draft(billed.job(billed.someone()))
    before = billed.invoices.detail(billed.books, draft).row
    people, desk = Customers(billed.ground.workplace), billed.ground.desk
    version = people.detail(desk, before.customer).version
    people.change(desk, before.customer, version, {"payment_method": PaymentMethod.CASH})
    assert billed.invoices.detail(billed.books, draft).row.version != before.version


# What takes its place, and letters about it


def again(billed: Billed, invoice: str, days: int) -> IssuedInvoice:
    """An invoice that takes another one's place some days later and asks for more."""
    billed.ground.clock.pass_time(days=days)
    draft = billed.invoices.reissue(billed.books, invoice)
    detail = billed.invoices.detail(billed.books, draft)
    first, *others = detail.record.lines
    record = replace(detail.record, lines=(replace(first, yen=first.yen + 1_000), *others))
    return billed.invoices.issue(billed.books, draft, detail.row.version, english, record)


def test_what_takes_its_place_later_names_no_day_either(billed: Billed) -> None:
    first = billed.issued(billed.job(billed.someone(payment_method=PaymentMethod.CASH)))
    for day in ("2026-12-01", "2026-12-08"):
        draft = billed.invoices.reissue(billed.books, first.invoice)
        assert billed.invoices.detail(billed.books, draft).former_due_on == ""
        first = again(billed, first.invoice, 7)
        assert (first.page.row.issued_on, first.page.row.due_on) == (day, day)
        assert "Payby" not in squeezed(first.pdf)


def test_what_takes_the_place_of_one_that_named_a_day_keeps_it(billed: Billed) -> None:
    who = billed.someone(payment_method=PaymentMethod.CASH)
    draft = billed.draft(billed.job(who))
    detail = billed.invoices.detail(billed.books, draft)
    record = replace(detail.record, due_on="2026-11-30")
    first = billed.invoices.issue(billed.books, draft, detail.row.version, english, record)
    later = again(billed, first.invoice, 7)
    assert later.page.row.due_on == "2026-11-30"
    assert "Payby30Nov2026" in squeezed(later.pdf)


def test_it_is_overdue_after_a_week_and_not_on_the_next_morning(billed: Billed) -> None:
    who = billed.someone(payment_method=PaymentMethod.CASH)
    billed.issued(billed.job(who))
    workplace = billed.ground.workplace
    for days, late in ((1, 0), (6, 0), (1, 1)):
        billed.ground.clock.pass_time(days=days)
        (item,) = OpenItems(workplace).open(billed.books)
        assert item.days_overdue(workplace.today()) == late
        assert OpenItems(workplace).waiting(billed.books).overdue == late
        assert [one.listed.days for one in PaymentReminders(workplace).offer(billed.books, who).items] == [
            1
        ] * late


def letter(billed: Billed, who: str, tone: ReminderTone = ReminderTone.FIRM) -> str:
    """The text of a letter about all that is overdue of a customer."""
    letters = PaymentReminders(billed.ground.workplace)
    offer = letters.offer(billed.books, who)
    invoices, known = (one.invoice for one in offer.items), (one.paper for one in offer.letters)
    order = ReminderOrder(tone, frozenset(invoices), offer.pay_by, frozenset(known))
    return squeezed(letters.write(billed.books, who, order, english).pdf)


def test_a_letter_about_it_says_cash_and_names_neither_account_nor_day(billed: Billed) -> None:
    who = billed.someone(payment_method=PaymentMethod.CASH)
    facts = BillingTerms(billed.ground.workplace)
    before = facts.office(billed.books)
    billed.issued(billed.job(who))
    billed.ground.clock.pass_time(days=10)
    said = letter(billed, who)
    assert "Pleasepayincash." in said
    assert ACCOUNT.number not in said
    assert "pasttheirdueday" not in said
    assert said.count("24Nov2026") == 1, "the day of its issue alone"
    facts.change_office(billed.ground.owner, replace(before, account=BankAccount()), before)
    assert PaymentReminders(billed.ground.workplace).offer(billed.books, who).lacks == frozenset()


def test_a_letter_about_what_named_a_day_tells_it(billed: Billed) -> None:
    who = billed.someone(payment_method=PaymentMethod.CASH)
    job = billed.job(who, JobState.ARRANGED, on="2026-12-02")
    billed.issued(job, InvoiceKind.DEPOSIT)
    billed.ground.clock.pass_time(days=20)
    said = letter(billed, who)
    assert "Pleasepayincash." in said
    assert "1Dec2026" in said
    assert "pasttheirdueday" in said


def test_a_letter_to_who_pays_otherwise_by_now_names_the_account(billed: Billed) -> None:
    who = billed.someone(payment_method=PaymentMethod.CASH)
    billed.issued(billed.job(who))
    people, desk = Customers(billed.ground.workplace), billed.ground.desk
    version = people.detail(desk, who).version
    people.change(desk, who, version, {"payment_method": PaymentMethod.TRANSFER})
    billed.ground.clock.pass_time(days=10)
    said = letter(billed, who)
    assert ACCOUNT.number in said
    assert said.count("24Nov2026") == 1, "its page named no day"


def test_a_day_of_payment_on_the_day_of_issue_is_told_where_it_was_on_the_page(billed: Billed) -> None:
    who = billed.someone()
    BillingTerms(billed.ground.workplace).change_customer(billed.books, who, None, PayTerms(0, 0, 24))
    issued = billed.issued(billed.job(who))
    assert issued.page.row.due_on == TODAY
    billed.ground.clock.pass_time(days=7)
    draft = billed.invoices.reissue(billed.books, issued.invoice)
    assert billed.invoices.detail(billed.books, draft).record.due_on == TODAY
    billed.ground.clock.pass_time(days=1)
    assert letter(billed, who).count("24Nov2026") == 2
