"""Pages that carry a balance and are issued again, and those of customers that were one for a while."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from hvacdesk.domain.billing.invoices import InvoiceKind, InvoiceState
from hvacdesk.domain.billing.pay_terms import CarriedBalance, PayTerms
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.customers.merging import MergeMixed
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from hvacdesk.store.billing import invoices as store
from hvacdesk.store.customers import customers
from tests.helpers.billed import Billed, billed_office
from tests.helpers.carried import CARRYING, DECEMBER, GROSS, JANUARY, NOVEMBER, Month
from tests.helpers.ground import Ground
from tests.unit.documents.billing.money_papers import squeezed


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


@pytest.fixture
def month(billed: Billed) -> Month:
    return Month(billed)


def later(month: Month) -> None:
    month.billed.ground.clock.pass_time(days=31)


def again(month: Month, issued: IssuedInvoice) -> IssuedInvoice:
    invoices, books = month.billed.invoices, month.billed.books
    return month.billed.issue(invoices.reissue(books, issued.invoice))


def test_a_page_issued_again_repeats_what_it_said_and_the_next_tells_what_came_since(month: Month) -> None:
    month.work(NOVEMBER)
    later(month)
    second = month.work(DECEMBER)
    month.pay(20_000)
    month.agree(PayTerms(31, 1, 31))
    repeated = again(month, second)
    assert (repeated.page.balance, repeated.page.corrected) == (second.page.balance, False)
    state = month.billed.invoices.detail(month.billed.books, second.invoice).row.state
    assert state is InvoiceState.REPLACED, "the same page once more"
    month.agree(CARRYING)
    later(month)
    third = month.work(JANUARY)
    assert third.page.balance == CarriedBalance(former=2 * GROSS, received=20_000)
    assert third.page.to_pay == month.open()


def test_a_page_put_right_carries_what_it_carried(month: Month) -> None:
    billed = month.billed
    month.work(NOVEMBER)
    later(month)
    second = month.work(DECEMBER)
    month.pay(20_000)
    draft = billed.invoices.reissue(billed.books, second.invoice)
    detail = billed.invoices.detail(billed.books, draft)
    line, *others = detail.record.lines
    record = replace(detail.record, lines=(replace(line, yen=line.yen + 1_000), *others))
    right = billed.invoices.issue(billed.books, draft, detail.row.version, english, record)
    assert (right.page.balance, right.page.corrected) == (second.page.balance, True)
    later(month)
    third = month.work(JANUARY)
    assert third.page.balance == CarriedBalance(former=2 * GROSS + 1_100, received=20_000)
    assert third.page.to_pay == month.open()


def test_a_page_issued_again_tells_what_was_credited_since_and_the_next_does_not(month: Month) -> None:
    """Its customer would pay what a credit note that they hold took back."""
    billed = month.billed
    first = month.work(NOVEMBER)
    later(month)
    second = month.work(DECEMBER)
    billed.issue(billed.invoices.credit(billed.books, first.invoice, english))
    repeated = again(month, second)
    assert repeated.page.balance == CarriedBalance(former=GROSS, credited=-GROSS)
    assert repeated.page.to_pay == month.open() == GROSS
    assert repeated.page.corrected, "it says another sum than the page that it takes the place of"
    once_more = again(month, repeated)
    assert (once_more.page.balance, once_more.page.corrected) == (repeated.page.balance, False)
    later(month)
    third = month.work(JANUARY)
    assert third.page.balance == CarriedBalance(former=GROSS)
    assert third.page.to_pay == month.open()


def test_an_older_page_issued_again_leaves_to_the_later_one_what_that_told(month: Month) -> None:
    billed = month.billed
    first = month.work(NOVEMBER)
    later(month)
    second = month.work(DECEMBER)
    billed.issue(billed.invoices.credit(billed.books, first.invoice, english))
    later(month)
    month.work(JANUARY)
    assert again(month, second).page.balance == second.page.balance


def test_the_former_of_two_pages_of_one_day_is_issued_again_as_it_was(month: Month) -> None:
    first, second = month.work(NOVEMBER), month.work(NOVEMBER)
    assert second.page.balance == CarriedBalance(former=GROSS)
    month.pay(5_000)
    repeated = again(month, again(month, first))
    assert repeated.page.balance == first.page.balance == CarriedBalance()
    later(month)
    third = month.work(DECEMBER)
    assert third.page.balance == CarriedBalance(former=2 * GROSS, received=5_000)
    assert third.page.to_pay == month.open()


def test_a_page_that_now_goes_to_another_customer_carries_nothing_of_the_former_one(month: Month) -> None:
    billed = month.billed
    month.work(NOVEMBER)
    later(month)
    second = month.work(DECEMBER)
    draft = billed.invoices.reissue(billed.books, second.invoice)
    other = month.another("青葉商店")
    with billed.ground.workplace.transaction() as session:
        row = store.get(session, draft)
        row.customer_id = customers.get(session, other).id
    assert billed.issue(draft).page.balance is None


def test_a_credit_note_about_an_older_page_carries_nothing_over(month: Month) -> None:
    month.work(NOVEMBER)
    later(month)
    second = month.work(DECEMBER)
    later(month)
    month.work(JANUARY)
    credit = month.billed.invoices.credit(month.billed.books, second.invoice, english)
    assert month.billed.issue(credit).page.balance is None


def test_fees_of_payments_that_were_taken_back_are_told(month: Month) -> None:
    first = month.work(NOVEMBER)
    wrong = month.pay(9_560, (first.invoice, 10_000), fee=440)
    later(month)
    second = month.work(DECEMBER)
    month.take_back(wrong)
    month.pay(20_000, (first.invoice, 20_000))
    later(month)
    third = month.work(JANUARY)
    assert third.page.balance == CarriedBalance(former=second.page.to_pay, received=10_000, fees=-440)
    assert "¥440ofbank'sfeesthatanearlierinvoicecountedaspaidarenotcountedhere" in squeezed(third.pdf)


def test_what_was_set_off_and_set_offs_that_were_taken_back_are_told(month: Month) -> None:
    """On a page to a general contractor no money is said to be received that never came."""
    first = month.work(NOVEMBER)
    wrong = month.pay(755, (first.invoice, 755), way=PaymentWay.SET_OFF)
    month.pay(9_000, (first.invoice, 9_000), way=PaymentWay.BILL)
    later(month)
    second = month.work(DECEMBER)
    assert second.page.balance == CarriedBalance(former=GROSS, received=9_755, set_off=755)
    assert "includes¥755thatwassetoff" in squeezed(second.pdf)
    month.take_back(wrong)
    later(month)
    third = month.work(JANUARY)
    assert third.page.balance == CarriedBalance(former=second.page.to_pay, received=-755, set_off=-755)
    assert "¥755thatanearlierinvoicecountedassetoffarenotcountedhere" in squeezed(third.pdf)


def test_no_fees_are_told_since_a_page_that_did_not_note_them(month: Month) -> None:
    first = month.work(NOVEMBER)
    month.pay(GROSS - 440, (first.invoice, GROSS), fee=440)
    later(month)
    second = month.work(DECEMBER)
    with month.billed.ground.workplace.transaction() as session:
        row = store.get(session, second.invoice)
        invoiced, credited, paid, *_later = json.loads(row.account)
        row.account = json.dumps([invoiced, credited, paid, 0])
    repeated = again(month, second)
    later(month)
    third = month.work(JANUARY)
    assert third.page.balance == CarriedBalance(former=repeated.page.to_pay, fees=0)


def test_customers_that_became_one_begin_anew(month: Month) -> None:
    month.work(NOVEMBER)
    month.merge(month.another("青葉商店", owes=True))
    later(month)
    second = month.work(DECEMBER)
    assert second.page.balance == CarriedBalance(apart=2 * GROSS)
    assert second.page.to_pay == month.open() == 3 * GROSS


def test_another_that_becomes_one_with_it_after_a_merge_was_undone_begins_anew(month: Month) -> None:
    month.work(NOVEMBER)
    merge = month.merge(month.another("青葉商会", paid=True))
    later(month)
    month.work(DECEMBER)
    month.undo(merge)
    month.merge(month.another("青葉商店", owes=True))
    later(month)
    third = month.work(JANUARY)
    assert third.page.balance == CarriedBalance(apart=3 * GROSS), "no money moved"
    assert third.page.to_pay == month.open()


def refused(month: Month, merge: str, page: IssuedInvoice) -> bool:
    """Whether the merge stays for the page, and is undone once that is void."""
    try:
        month.undo(merge)
    except MergeMixed as error:
        told = error
    else:
        return False
    assert told.details == {"numbers": page.number}
    month.billed.invoices.void(month.billed.books, page.invoice)
    month.undo(merge)
    return True


class TestUndoneMerge:
    """December's page of the two is the kept one's: whose account it tells decides."""

    def merged(self, month: Month, **had: bool) -> tuple[str, str]:
        """The merge, and the open or paid invoice that came with the other."""
        month.work(NOVEMBER)
        other = month.another("青葉商店", **had)
        (came,) = month.billed.invoices.of_customer(month.billed.books, other)
        return month.merge(other), came.invoice

    def page(self, month: Month) -> IssuedInvoice:
        later(month)
        return month.work(DECEMBER)

    def test_a_page_that_carried_what_the_other_owed_keeps_them_one(self, month: Month) -> None:
        merge, _came = self.merged(month, owes=True)
        assert refused(month, merge, self.page(month))

    def test_what_the_other_had_paid_before_is_in_no_page(self, month: Month) -> None:
        merge, _came = self.merged(month, paid=True)
        assert not refused(month, merge, self.page(month))

    @pytest.mark.parametrize("then", ["put right", "void", "credited", "paid"])
    def test_what_was_carried_then_decides_whatever_became_of_it(self, month: Month, then: str) -> None:
        billed = month.billed
        merge, came = self.merged(month, owes=True)
        page = self.page(month)
        assert page.page.to_pay == 3 * GROSS
        if then == "put right":
            billed.issue(billed.invoices.reissue(billed.books, came))
        elif then == "void":
            billed.invoices.void(billed.books, came)
        elif then == "credited":
            billed.issue(billed.invoices.credit(billed.books, came, english))
        else:
            month.pay(GROSS, (came, GROSS))
        assert refused(month, merge, page)

    @pytest.mark.parametrize("again", [True, False])
    def test_a_payment_of_the_other_that_was_taken_back_meanwhile_is_in_the_page(
        self, month: Month, *, again: bool
    ) -> None:
        merge, came = self.merged(month, paid=True)
        (payment,) = month.payments.of_customer(month.billed.books, month.who).payments
        month.take_back(payment.payment)
        page = self.page(month)
        if again:
            month.pay(GROSS, (came, GROSS))
        assert refused(month, merge, page)

    def test_money_of_the_other_that_went_back_meanwhile_is_in_the_page(self, month: Month) -> None:
        month.work(NOVEMBER)
        other = month.another("青葉商店", owes=True)
        on = month.billed.ground.workplace.today().isoformat()
        books = month.billed.books
        credit = month.payments.book(books, other, PaymentRecord(on, GROSS, PaymentWay.BANK))
        merge = month.merge(other)
        (row,) = month.payments.of_customer(books, month.who).payments
        back = PaymentRecord(on, -GROSS, PaymentWay.BANK)
        month.payments.pay_back(books, credit, row.version, back)
        page = self.page(month)
        assert page.page.to_pay == 3 * GROSS
        assert refused(month, merge, page)

    @pytest.mark.parametrize("before", [True, False])
    def test_what_the_other_is_asked_for_since_is_in_the_pages_after_it(
        self, month: Month, *, before: bool
    ) -> None:
        billed = month.billed
        month.work(NOVEMBER)
        other = billed.someone(organisation="青葉商店")
        job = billed.job(other, JobState.ARRANGED, on="2027-02-20")
        merge = month.merge(other)
        page = None if before else self.page(month)
        deposit = billed.issued(job, InvoiceKind.DEPOSIT, 50)
        page = page or self.page(month)
        month.pay(deposit.page.row.sums.gross, (deposit.invoice, deposit.page.row.sums.gross))
        assert refused(month, merge, page) is before

    def test_an_older_page_issued_again_tells_what_it_told_before_the_merge(self, month: Month) -> None:
        month.work(NOVEMBER)
        later(month)
        second = month.work(DECEMBER)
        later(month)
        third = month.work(JANUARY)
        merge = month.merge(month.another("青葉商店", owes=True))
        repeated = again(month, again(month, second))
        assert repeated.page.balance == CarriedBalance(former=GROSS)
        again(month, third)
        month.undo(merge)
        assert month.open() == 3 * GROSS

    def test_the_others_page_issued_again_goes_back_with_it(self, month: Month) -> None:
        billed = month.billed
        other = Month(billed, who="青葉商店")
        billed.job(other.who, on="2026-11-20")
        first = other.issue(NOVEMBER)
        later(month)
        billed.job(other.who, on="2026-12-20")
        second = other.issue(DECEMBER)
        month.agree(CARRYING)
        merge = month.merge(other.who)
        for page in (first, second):
            again(month, page)
        month.undo(merge)
        assert (month.open(), other.open()) == (0, 2 * GROSS)

    def test_a_page_that_carries_nothing_is_of_nobody_else(self, month: Month) -> None:
        merge = month.merge(month.another("青葉商店", paid=True))
        (payment,) = month.payments.of_customer(month.billed.books, month.who).payments
        later(month)
        page = month.work(DECEMBER)
        assert page.page.balance == CarriedBalance()
        month.take_back(payment.payment)
        month.undo(merge)
        assert month.open() == GROSS
