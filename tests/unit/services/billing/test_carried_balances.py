"""What a collective invoice carries over: the account to the yen, and no claim counted twice."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from hvacdesk.domain.bank.bank_matching import MatchReason, propose
from hvacdesk.domain.bank.payer_names import named_payer
from hvacdesk.domain.billing.accounting_export import AccountingProgram
from hvacdesk.domain.billing.invoices import InvoiceKind, InvoiceState
from hvacdesk.domain.billing.open_items import InvoiceQuery
from hvacdesk.domain.billing.pay_terms import CarriedBalance, PayTerms
from hvacdesk.domain.billing.payments import BankLine, PaymentRecord, PaymentWay
from hvacdesk.domain.errors import ChangedMeanwhile, Missing
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.handover import BooksHandover
from hvacdesk.services.billing.invoice_index import InvoiceSearch
from hvacdesk.store.billing import documents
from hvacdesk.store.billing import invoices as store
from hvacdesk.store.billing import payments as payment_store
from tests.helpers.billed import Billed, billed_office
from tests.helpers.carried import CARRYING, DECEMBER, GROSS, NOVEMBER, Month
from tests.helpers.ground import Ground
from tests.helpers.paper import read_text
from tests.unit.documents.billing.money_papers import squeezed


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


@pytest.fixture
def month(billed: Billed) -> Month:
    return Month(billed)


def test_the_former_balance_what_was_paid_and_what_is_left_are_told(month: Month) -> None:
    first = month.work(NOVEMBER)
    assert first.page.balance == CarriedBalance(), "nobody was asked for anything before"
    month.billed.ground.clock.pass_time(days=30)
    month.pay(9_560, (first.invoice, 10_000), fee=440)
    second = month.work(DECEMBER)
    assert second.page.balance == CarriedBalance(former=GROSS, received=10_000, fees=440)
    assert (second.page.balance.carried, second.page.to_pay) == (GROSS - 10_000, 2 * GROSS - 10_000)
    assert second.page.to_pay == month.open()
    assert f"Topayinall(taxincluded)¥{2 * GROSS - 10_000:,}" in squeezed(second.pdf)


def test_a_page_is_found_by_what_it_asks_to_be_paid_in_all_and_by_its_own_sum(month: Month) -> None:
    """The customer reads out the largest figure; the law asks for the sum of the trade."""
    first = month.work(NOVEMBER)
    month.billed.ground.clock.pass_time(days=30)
    month.pay(9_560, (first.invoice, 10_000), fee=440)
    second = month.work(DECEMBER)
    search = InvoiceSearch(month.billed.ground.workplace)

    def found(lowest: int | None, highest: int | None) -> list[str]:
        query = InvoiceQuery(lowest=lowest, highest=highest)
        return [one.row.number for one in search.search(month.billed.books, query).listed]

    asked = second.page.to_pay
    assert asked == 2 * GROSS - 10_000
    assert found(asked, asked) == [second.number]
    assert found(GROSS, GROSS) == [second.number, first.number]
    assert found(GROSS + 1, asked - 1) == [], "neither sum of either lies between"
    assert found(asked + 1, None) == []
    assert found(None, GROSS - 1) == []


def test_the_claim_and_the_taxed_sums_are_those_of_the_period_alone(month: Month) -> None:
    first = month.work(NOVEMBER)
    month.billed.ground.clock.pass_time(days=30)
    second = month.work(DECEMBER)
    row = month.billed.invoices.detail(month.billed.books, second.invoice).row
    assert (row.sums.gross, row.open_yen) == (GROSS, GROSS)
    assert [(rate.net, rate.tax) for rate in row.sums.rates] == [(27_050, 2_705)]
    assert "10%27,0502,70529,755" in squeezed(second.pdf)
    assert month.open() == 2 * GROSS, "what is carried over is not asked for twice"
    assert first.page.row.sums == second.page.row.sums
    with month.billed.ground.workplace.reading() as session:
        (filed,) = documents.of_invoice(session, store.get(session, second.invoice))
    assert filed.yen == GROSS, "the inspector's index has the sum of this trade"


def test_without_the_agreement_nothing_of_it_is_on_the_page(billed: Billed) -> None:
    month = Month(billed, PayTerms(31, 1, 31))
    month.work(NOVEMBER)
    billed.ground.clock.pass_time(days=30)
    second = month.work(DECEMBER)
    assert (second.page.balance, second.page.to_pay) == (None, GROSS)
    assert "Carriedover" not in squeezed(second.pdf)


def test_a_customer_of_whom_it_is_agreed_on_later_begins_with_the_former_page(billed: Billed) -> None:
    month = Month(billed, PayTerms(31, 1, 31))
    free = billed.issued(billed.job(month.who))
    first = month.work(NOVEMBER)
    month.pay(GROSS, (first.invoice, GROSS))
    month.agree(CARRYING)
    billed.ground.clock.pass_time(days=30)
    balance = month.work(DECEMBER).page.balance
    assert balance == CarriedBalance(former=GROSS, received=GROSS, apart=GROSS), free.number


def test_credit_notes_and_invoices_of_their_own_are_told_apart(month: Month) -> None:
    billed = month.billed
    first = month.work(NOVEMBER)
    billed.issued(billed.job(month.who, JobState.ARRANGED), InvoiceKind.DEPOSIT, 50)
    credit = billed.invoices.credit(billed.books, first.invoice, english)
    record = billed.invoices.detail(billed.books, credit).record
    record = replace(record, lines=(replace(record.lines[0], quantity=1, yen=-1_000),))
    version = billed.invoices.detail(billed.books, credit).row.version
    billed.invoices.issue(billed.books, credit, version, english, record)
    billed.ground.clock.pass_time(days=30)
    second = month.work(DECEMBER)
    deposit = 13_525 + 1_352
    assert second.page.balance == CarriedBalance(former=GROSS, credited=-1_100, apart=deposit)
    assert second.page.to_pay == month.open() == 2 * GROSS - 1_100 + deposit


def test_what_is_paid_too_much_is_carried_over_below_zero(month: Month) -> None:
    first = month.work(NOVEMBER)
    month.billed.ground.clock.pass_time(days=30)
    month.pay(70_000, (first.invoice, GROSS))
    second = month.work(DECEMBER)
    assert second.page.balance == CarriedBalance(former=GROSS, received=70_000)
    assert second.page.to_pay == 2 * GROSS - 70_000 == month.open() < 0
    assert "Nothingistobepaidatpresent." in squeezed(second.pdf)
    assert "Payby" not in squeezed(second.pdf)


def test_a_payment_booked_late_or_taken_back_is_told_on_the_next_page(month: Month) -> None:
    first = month.work(NOVEMBER)
    wrong = month.pay(5_000, (first.invoice, 5_000))
    month.billed.ground.clock.pass_time(days=30)
    month.work(DECEMBER)
    month.take_back(wrong)
    record = PaymentRecord("2026-11-24", 7_000, PaymentWay.CASH, allocations=((first.invoice, 7_000),))
    month.payments.book(month.billed.books, month.who, record)
    month.billed.ground.clock.pass_time(days=31)
    third = month.work(date(2027, 1, 31))
    assert third.page.balance == CarriedBalance(former=2 * GROSS - 5_000, received=2_000)
    assert third.page.to_pay == month.open()


def test_a_page_in_the_place_of_another_goes_on_from_the_one_before(month: Month) -> None:
    billed = month.billed
    month.work(NOVEMBER)
    billed.ground.clock.pass_time(days=30)
    wrong = month.work(DECEMBER)
    again = billed.issue(billed.invoices.reissue(billed.books, wrong.invoice))
    assert again.page.balance == wrong.page.balance == CarriedBalance(former=GROSS)
    billed.ground.clock.pass_time(days=31)
    third = month.work(date(2027, 1, 31))
    assert third.page.balance == CarriedBalance(former=2 * GROSS)
    billed.invoices.void(billed.books, third.invoice)
    assert month.seen(date(2027, 1, 31)).balance == CarriedBalance(former=2 * GROSS)


def test_the_banks_fees_among_what_was_paid_are_told_apart(month: Month) -> None:
    first = month.work(NOVEMBER)
    month.billed.ground.clock.pass_time(days=30)
    month.pay(GROSS - 440, (first.invoice, GROSS), fee=440)
    second = month.work(DECEMBER)
    assert second.page.balance == CarriedBalance(former=GROSS, received=GROSS, fees=440)
    assert "“Received”includes¥440ofbank'sfees" in squeezed(second.pdf)
    assert "bank'sfees" not in squeezed(first.pdf)


def test_an_older_page_that_is_issued_again_tells_of_its_own_period(month: Month) -> None:
    billed = month.billed
    first = month.work(NOVEMBER)
    billed.ground.clock.pass_time(days=30)
    month.pay(5_000)
    second = month.work(DECEMBER)
    assert second.page.balance == CarriedBalance(former=GROSS, received=5_000)
    again = billed.invoices.reissue(billed.books, first.invoice)
    detail = billed.invoices.detail(billed.books, again)
    line, *others = detail.record.lines
    record = replace(detail.record, lines=(replace(line, yen=line.yen + 1_000), *others))
    issued = billed.invoices.issue(billed.books, again, detail.row.version, english, record)
    assert issued.page.balance == first.page.balance
    billed.ground.clock.pass_time(days=31)
    third = month.work(date(2027, 1, 31))
    assert third.page.balance == CarriedBalance(former=second.page.to_pay, corrected=1_100)
    assert third.page.to_pay == month.open()
    for page in (third, second):
        billed.invoices.void(billed.books, page.invoice)
    balance = month.seen(DECEMBER).balance
    assert balance is not None
    assert (balance.former, balance.received, balance.carried) == (GROSS + 1_100, 5_000, GROSS - 3_900)


def test_a_payment_booked_since_it_was_looked_at_makes_it_another_page(month: Month) -> None:
    first = month.work(NOVEMBER)
    month.billed.ground.clock.pass_time(days=30)
    month.billed.job(month.who, on="2026-12-20")
    seen = month.seen(DECEMBER)
    assert seen.to_pay == 2 * GROSS
    month.pay(GROSS, (first.invoice, GROSS))
    (done,) = month.collective.issue(month.billed.books, [seen], english)
    assert isinstance(done.refused, ChangedMeanwhile)


def test_a_deposit_of_all_that_is_to_pay_is_proposed_for_all_that_is_open(month: Month) -> None:
    first = month.work(NOVEMBER)
    month.billed.ground.clock.pass_time(days=30)
    second = month.work(DECEMBER)
    with month.billed.ground.workplace.reading() as session:
        waiting = payment_store.open_invoices(session)
    line = BankLine("2026-12-28", second.page.to_pay, "ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ", "", "1")
    name = named_payer(waiting[0].customer, "カ）アオバショウテン", firm=True)
    (found,) = propose([line], waiting, [name])
    assert (set(found.invoices), found.certain) == ({first.invoice, second.invoice}, True)
    assert found.reasons == {MatchReason.PAYER_AND_TOTAL}


def test_what_is_told_is_what_is_open_whatever_happens(month: Month) -> None:
    """A year of everything that moves an account: each page's sum is what is open then, to the yen."""
    billed, chance = month.billed, random.Random(20)
    payments: list[str] = []
    for at in range(8):
        year, of_year = divmod(10 + at, 12)
        closed = PayTerms(31).closing(date(2026 + year, of_year + 1, 1))
        issued = month.work(closed)
        assert issued.page.to_pay == month.open(), closed
        for _count in range(chance.randrange(4)):
            waiting = month.payments.of_customer(billed.books, month.who).open_invoices
            chosen = chance.choice([one for one in waiting if one.open_yen > 0])
            part = chance.randrange(1, chosen.open_yen + 1)
            payments.append(month.pay(part + chance.choice((0, 0, 700)), (chosen.invoice, part)))
        if chance.random() < 0.4 and payments:
            month.take_back(payments.pop())
        if chance.random() < 0.5:
            done = min(closed, billed.ground.workplace.today())
            billed.issued(billed.job(month.who, on=done.isoformat()))
        if chance.random() < 0.4:
            billed.issue(billed.invoices.credit(billed.books, issued.invoice, english))
        billed.ground.clock.pass_time(days=30)


def test_what_is_carried_over_alone_has_a_page_of_its_own(month: Month) -> None:
    billed = month.billed
    first = month.work(NOVEMBER)
    assert month.collective.preview(billed.books, NOVEMBER, english) == (), "its page has gone already"
    billed.ground.clock.pass_time(days=30)
    month.pay(10_000, (first.invoice, 10_000))
    seen = month.seen(DECEMBER)
    assert (seen.jobs, seen.gross, seen.to_pay, seen.due_on) == ((), 0, GROSS - 10_000, "")
    assert (seen.alone, seen.is_billed) == (True, True)
    looked = read_text(month.collective.look(billed.books, seen, english))
    assert "Nothing new is asked for in this period" in looked
    issued = month.issue(DECEMBER)
    assert issued.page.balance == CarriedBalance(former=GROSS, received=10_000)
    text = squeezed(issued.pdf)
    assert f"Topayinall(taxincluded)¥{GROSS - 10_000:,}" in text
    assert "Payby" not in text, "no debt gets a later day by it"
    assert "Nothingnewisaskedforinthisperiod" in text
    row = billed.invoices.detail(billed.books, issued.invoice).row
    assert (row.state, row.open_yen, row.sums.gross) == (InvoiceState.ISSUED, 0, 0), "nothing of it is paid"
    assert month.open() == GROSS - 10_000, "it asks for nothing twice"
    assert month.collective.preview(billed.books, DECEMBER, english) == ()
    billed.invoices.note_sent(billed.books, issued.invoice)
    assert billed.invoices.detail(billed.books, issued.invoice).row.state is InvoiceState.SENT


def test_the_next_page_goes_on_from_one_of_the_balance_alone(month: Month) -> None:
    first = month.work(NOVEMBER)
    month.billed.ground.clock.pass_time(days=30)
    month.issue(DECEMBER)
    month.pay(9_755, (first.invoice, 9_755))
    month.billed.ground.clock.pass_time(days=31)
    third = month.work(date(2027, 1, 31))
    assert third.page.balance == CarriedBalance(former=GROSS, received=9_755)
    assert third.page.to_pay == month.open() == 2 * GROSS - 9_755


def test_a_page_of_the_balance_alone_is_issued_again_and_made_void(month: Month) -> None:
    billed = month.billed
    month.work(NOVEMBER)
    billed.ground.clock.pass_time(days=30)
    alone = month.issue(DECEMBER)
    again = billed.issue(billed.invoices.reissue(billed.books, alone.invoice))
    assert again.page.balance == alone.page.balance
    assert again.page.row.due_on == ""
    billed.invoices.void(billed.books, again.invoice)
    assert month.seen(DECEMBER).alone


def test_a_collective_invoice_of_work_is_never_emptied_into_one_of_the_balance_alone(month: Month) -> None:
    billed = month.billed
    month.work(NOVEMBER)
    billed.ground.clock.pass_time(days=30)
    second = month.work(DECEMBER)
    draft = billed.invoices.reissue(billed.books, second.invoice)
    seen = billed.invoices.detail(billed.books, draft)
    emptied = replace(seen.record, lines=())
    for act in (billed.invoices.change, partial(billed.invoices.issue, words=english)):
        with pytest.raises(Missing):
            act(billed.books, draft, seen.row.version, record=emptied)
    assert month.open() == 2 * GROSS


def test_no_debt_gets_a_later_day_by_a_page_of_the_balance_alone(month: Month) -> None:
    billed = month.billed
    month.work(NOVEMBER)
    billed.ground.clock.pass_time(days=30)
    draft = billed.invoices.reissue(billed.books, month.issue(DECEMBER).invoice)
    seen = billed.invoices.detail(billed.books, draft)
    later = replace(seen.record, due_on="2027-02-28")
    again = billed.invoices.issue(billed.books, draft, seen.row.version, english, later)
    assert again.page.row.due_on == ""


def test_no_page_of_the_balance_alone_where_nothing_is_carried_over_from_before(month: Month) -> None:
    billed = month.billed
    preview = partial(month.collective.preview, billed.books, NOVEMBER, english)
    billed.issued(billed.job(month.who))
    assert preview() == (), "it was asked for in this period, by an invoice of its own"
    billed.ground.clock.pass_time(days=30)
    seen = month.seen(DECEMBER)
    assert (seen.alone, seen.balance) == (True, CarriedBalance(apart=GROSS)), "no page went before"
    billed.job(month.who, on="2026-12-20")
    assert not month.seen(DECEMBER).alone, "with work it is on the page of that"
    month.agree(PayTerms(31, 1, 31))
    billed.issued(month.seen(DECEMBER).jobs[0])
    assert month.collective.preview(billed.books, DECEMBER, english) == (), "it was not agreed on"


@pytest.mark.parametrize(("issued_on", "alone"), [("2026-11-30", True), ("2026-12-01", False)])
def test_what_is_asked_for_on_the_first_day_of_a_period_is_of_that_period(
    month: Month, issued_on: str, alone: bool
) -> None:
    billed = month.billed
    made = billed.issued(billed.job(month.who)).invoice
    with billed.ground.workplace.transaction() as session:
        store.get(session, made).issued_on = issued_on
    billed.ground.clock.pass_time(days=38)
    assert bool(month.collective.preview(billed.books, DECEMBER, english)) is alone


def test_what_waits_to_be_billed_comes_before_a_page_of_the_balance_alone(month: Month) -> None:
    billed = month.billed
    month.work(NOVEMBER)
    billed.ground.clock.pass_time(days=30)
    job = billed.job(month.who, JobState.ARRANGED, on="2026-12-20")
    billed.issued(job, InvoiceKind.DEPOSIT, 50)
    billed.jobs.set_state(billed.ground.desk, job, JobState.DONE)
    seen = month.seen(DECEMBER)
    assert (len(seen.left_out), seen.alone, seen.is_billed) == (1, False, False)


def test_the_closing_day_with_a_balance_alone_is_the_next_to_see_to(month: Month) -> None:
    billed = month.billed
    month.work(NOVEMBER)
    billed.ground.clock.pass_time(days=40)
    assert month.collective.next_day(billed.books) == DECEMBER, "it is over, and its page has not gone"
    month.issue(DECEMBER)
    assert month.collective.next_day(billed.books) == date(2027, 1, 31)


def test_a_page_of_the_balance_alone_is_nothing_to_the_books(month: Month) -> None:
    billed = month.billed
    month.work(NOVEMBER)
    billed.ground.clock.pass_time(days=30)
    month.issue(DECEMBER)
    books = BooksHandover(billed.ground.workplace)
    file = books.export(billed.books, AccountingProgram.FREEE, "2026-11-01", "2026-12-24")
    assert (file.entries, "I2026-000002" in file.content.decode("utf-8-sig")) == (1, False)


def test_the_first_page_has_every_column_that_is_promised(month: Month) -> None:
    first = squeezed(month.work(NOVEMBER).pdf)
    names = "AskedlasttimeReceivedCarriedoverThistime,netConsumptiontaxTopayinall"
    assert names in first
    assert "――0" in first, "where no page went before, nothing was asked for last time"
