"""An invoice that a later page carried over, and that is put right, made void or credited afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.billing.invoice_rules import AboutNotStanding
from hvacdesk.domain.billing.invoices import InvoiceKind, InvoiceRecord, WorkedOut
from hvacdesk.domain.billing.pay_terms import CarriedBalance, CarriedOn
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from tests.helpers.billed import billed_office
from tests.helpers.carried import DECEMBER, GROSS, JANUARY, NOVEMBER, Month
from tests.helpers.ground import Ground
from tests.unit.documents.billing.money_papers import squeezed

MORE = 1_100


@pytest.fixture
def month(ground: Ground) -> Month:
    return Month(billed_office(ground))


def later(month: Month) -> None:
    month.billed.ground.clock.pass_time(days=31)


def dearer(record: InvoiceRecord) -> InvoiceRecord:
    line, *others = record.lines
    return replace(record, lines=(replace(line, yen=line.yen + 1_000), *others))


def put_right(month: Month, issued: IssuedInvoice) -> IssuedInvoice:
    """The invoice again, of :data:`MORE` more."""
    billed = month.billed
    draft = billed.invoices.reissue(billed.books, issued.invoice)
    detail = billed.invoices.detail(billed.books, draft)
    return billed.invoices.issue(billed.books, draft, detail.row.version, english, dearer(detail.record))


def two_pages(month: Month) -> tuple[IssuedInvoice, IssuedInvoice]:
    """November's page, and December's, which carries it over."""
    first = month.work(NOVEMBER)
    later(month)
    return first, month.work(DECEMBER)


def carried_on(month: Month, issued: IssuedInvoice) -> list[tuple[str, int, bool]]:
    told = month.billed.invoices.detail(month.billed.books, issued.invoice).carried_on
    return [(one.number, one.to_pay, one.can_be_reissued) for one in told]


def as_drafted(month: Month, draft: str, *, changed: bool) -> WorkedOut:
    invoices, books = month.billed.invoices, month.billed.books
    record = invoices.detail(books, draft).record
    return invoices.worked_out(books, draft, dearer(record) if changed else record)


def test_the_pages_that_carried_it_are_named_with_what_they_ask_for(month: Month) -> None:
    first, second = two_pages(month)
    assert carried_on(month, first) == [(second.number, 2 * GROSS, True)]
    assert carried_on(month, second) == []
    later(month)
    third = month.work(JANUARY)
    assert [number for number, _yen, _can in carried_on(month, first)] == [second.number, third.number]
    month.pay(1_000, (third.invoice, 1_000))
    assert carried_on(month, second) == [(third.number, 3 * GROSS, False)], "something of it was paid"


def test_a_paid_invoice_is_on_no_page(month: Month) -> None:
    first = month.work(NOVEMBER)
    month.pay(GROSS, (first.invoice, GROSS))
    later(month)
    month.work(DECEMBER)
    assert carried_on(month, first) == []


def test_so_are_those_that_carried_what_it_took_the_place_of(month: Month) -> None:
    first, second = two_pages(month)
    right = put_right(month, first)
    assert carried_on(month, right) == [(second.number, 2 * GROSS, True)]


def test_a_draft_that_changes_the_sum_tells_of_them(month: Month) -> None:
    first, second = two_pages(month)
    named = (CarriedOn(second.invoice, second.number, 2 * GROSS, True, left=2 * GROSS),)
    books = month.billed.books
    draft = month.billed.invoices.reissue(books, first.invoice)
    assert as_drafted(month, draft, changed=False).carried_on == ()
    assert as_drafted(month, draft, changed=True).carried_on == named
    note = month.billed.invoices.credit(books, first.invoice, english)
    assert as_drafted(month, note, changed=False).carried_on == (replace(named[0], left=GROSS),)


def test_the_page_that_carried_it_is_issued_again_with_the_change(month: Month) -> None:
    first, second = two_pages(month)
    put_right(month, first)
    month.pay(5_000)
    draft = month.billed.invoices.reissue(month.billed.books, second.invoice)
    again = month.billed.issue(draft)
    assert again.page.balance == CarriedBalance(former=GROSS, corrected=MORE)
    assert (again.page.to_pay, again.page.corrected) == (2 * GROSS + MORE, True)
    text = squeezed(again.pdf)
    assert "Putright" in text
    assert f"{GROSS:,}0{MORE:,}{GROSS + MORE:,}" in text
    later(month)
    third = month.work(JANUARY)
    assert third.page.balance == CarriedBalance(former=2 * GROSS + MORE, received=5_000), "told once"
    assert third.page.to_pay == month.open()


def test_what_is_put_right_twice_or_made_void_at_last_comes_to_what_stands(month: Month) -> None:
    first, second = two_pages(month)
    right = put_right(month, put_right(month, first))
    again = month.billed.issue(month.billed.invoices.reissue(month.billed.books, second.invoice))
    assert again.page.balance == CarriedBalance(former=GROSS, corrected=2 * MORE)
    month.billed.invoices.void(month.billed.books, right.invoice)
    once_more = month.billed.issue(month.billed.invoices.reissue(month.billed.books, again.invoice))
    assert once_more.page.balance == CarriedBalance(former=GROSS, corrected=-GROSS)
    assert once_more.page.to_pay == month.open()


def test_a_void_invoice_is_told_apart_from_what_was_asked_apart(month: Month) -> None:
    """So no customer reads a sum below zero as asked for."""
    first, second = two_pages(month)
    month.billed.invoices.void(month.billed.books, first.invoice)
    job = month.billed.job(month.who, on="2026-12-24")
    alone = month.billed.issued(job)
    later(month)
    shown = month.seen(JANUARY).balance
    assert shown == CarriedBalance(former=2 * GROSS, apart=GROSS, corrected=-GROSS)
    assert alone.page.row.sums.gross == GROSS
    assert second.page.to_pay == 2 * GROSS


def test_a_draft_about_what_was_made_void_meanwhile_names_that(month: Month) -> None:
    first = month.work(NOVEMBER)
    invoices, books = month.billed.invoices, month.billed.books
    drafts = (
        invoices.credit(books, first.invoice, english),
        invoices.reissue(books, first.invoice),
    )
    assert set(invoices.detail(books, first.invoice).waiting) == {InvoiceKind.CREDIT, InvoiceKind.COLLECTIVE}
    invoices.void(books, first.invoice)
    for draft in drafts:
        with pytest.raises(AboutNotStanding) as refused:
            month.billed.issue(draft)
        assert first.number in refused.value.sentences(english)[0]


def credited(month: Month, issued: IssuedInvoice, yen: int) -> IssuedInvoice:
    """A credit note over a part of an invoice, so many yen before the tax."""
    billed = month.billed
    draft = billed.invoices.credit(billed.books, issued.invoice, english)
    detail = billed.invoices.detail(billed.books, draft)
    line = replace(detail.record.lines[0], quantity=1.0, yen=-yen)
    record = replace(detail.record, lines=(line,))
    shown = billed.invoices.worked_out(billed.books, draft, record)
    made = billed.invoices.issue(billed.books, draft, detail.row.version, english, record)
    page = made.page.carried_on
    told = [one.left for one in shown.carried_on if one.left is not None]
    assert told == ([page.left - made.page.withdrawn] if page and page.left is not None else [])
    return made


def said_of_page(made: IssuedInvoice) -> str:
    """What the paper of a credit note says of the page that asks for its invoice."""
    before, _, after = squeezed(made.pdf).partition("Collectiveinvoiceno.")
    return after.partition("ofit.")[0] if before else ""


def test_a_credit_note_names_the_page_that_asks_for_it_and_what_that_comes_to(month: Month) -> None:
    first, second = two_pages(month)
    assert credited(month, second, 1_000).page.carried_on is None, "no later page asks for that one"
    made = credited(month, first, 1_000)
    assert said_of_page(made) == (
        f"{second.number}({2 * GROSS:,}yen)asksforthistoo.Withthiscreditnote,"
        f"{2 * GROSS - 2 * MORE:,}yeninallremaintobepaid"
    )
    assert month.open() == 2 * GROSS - 2 * MORE
    later(month)
    third = month.work(JANUARY)
    again = credited(month, first, 1_000)
    assert said_of_page(again).startswith(f"{third.number}({3 * GROSS - 2 * MORE:,}yen)"), (
        "the last page asks"
    )
    assert f"{month.open():,}yeninallremain" in said_of_page(again)


def test_what_was_paid_since_the_page_is_not_asked_for_again_by_a_credit_note(month: Month) -> None:
    first, second = two_pages(month)
    month.pay(20_000, (second.invoice, 15_000), (first.invoice, 5_000))
    made = credited(month, first, 1_000)
    assert f"{2 * GROSS - 20_000 - MORE:,}yeninallremain" in said_of_page(made)
    assert month.open() == 2 * GROSS - 20_000 - MORE
    put_right_again = month.billed.invoices.detail(month.billed.books, first.invoice).carried_on
    assert [one.left for one in put_right_again] == [month.open()]


def test_of_a_part_that_had_been_paid_the_page_asks_no_less(month: Month) -> None:
    """That money goes back or is set off: until then nobody knows what of the page it pays."""
    first, _second = two_pages(month)
    month.pay(GROSS - 600, (first.invoice, GROSS - 600))
    made = credited(month, first, 1_000)
    assert made.page.withdrawn == 600
    assert f"{GROSS:,}yeninallremain" in said_of_page(made)


def test_a_page_is_not_named_while_money_of_another_note_waits_to_go_back(month: Month) -> None:
    """Set off, it pays a part of the page; paid out, it does not."""
    first, second = two_pages(month)
    month.pay(5_000, (first.invoice, 5_000))
    later(month)
    third = month.work(JANUARY)
    whole = month.billed.issue(month.billed.invoices.credit(month.billed.books, first.invoice, english))
    assert f"{2 * GROSS:,}yeninallremain" in said_of_page(whole)
    assert said_of_page(credited(month, second, 1_000)) == "", "5,000 wait"
    month.pay(-5_000, (whole.invoice, -5_000))
    again = credited(month, second, 1_000)
    assert said_of_page(again).startswith(f"{third.number}(")
    assert f"{month.open():,}yeninallremain" in said_of_page(again)


def test_a_page_is_named_once_a_note_of_a_paid_invoice_was_set_off(month: Month) -> None:
    first = month.work(NOVEMBER)
    month.pay(GROSS, (first.invoice, GROSS))
    later(month)
    second = month.work(DECEMBER)
    later(month)
    third = month.work(JANUARY)
    note = month.billed.issue(month.billed.invoices.credit(month.billed.books, first.invoice, english))
    assert said_of_page(credited(month, second, 1_000)) == ""
    month.pay(0, (third.invoice, GROSS), (note.invoice, -GROSS))
    made = credited(month, second, 1_000)
    assert f"{month.open():,}yeninallremain" in said_of_page(made)
    assert month.open() < GROSS


def test_a_page_is_named_whose_carried_invoice_was_put_right(month: Month) -> None:
    first, _second = two_pages(month)
    right = put_right(month, first)
    made = credited(month, right, 1_000)
    assert f"{2 * GROSS:,}yeninallremain" in said_of_page(made)
    assert month.open() == 2 * GROSS


def test_a_page_is_not_named_where_something_is_left_over_that_may_go_back(month: Month) -> None:
    first, _second = two_pages(month)
    month.pay(GROSS)
    assert said_of_page(credited(month, first, 1_000)) == ""


def test_a_page_is_not_named_where_a_payment_that_it_took_off_was_taken_back(month: Month) -> None:
    """More is owed then than the page asks for; of an invoice that it never named."""
    first = month.work(NOVEMBER)
    wrong = month.pay(GROSS, (first.invoice, GROSS))
    later(month)
    second = month.work(DECEMBER)
    later(month)
    month.work(JANUARY)
    month.take_back(wrong)
    assert said_of_page(credited(month, second, 1_000)) == ""


def test_all_that_a_page_asks_for_may_be_taken_back(month: Month) -> None:
    first, second = two_pages(month)
    month.pay(GROSS, (second.invoice, GROSS))
    billed = month.billed
    made = billed.issue(billed.invoices.credit(billed.books, first.invoice, english))
    assert said_of_page(made).endswith("Withthiscreditnote,nothingremainstobepaid")


def test_a_page_is_not_named_where_its_rest_cannot_be_told(month: Month) -> None:
    first, _second = two_pages(month)
    month.merge(month.another("別の店", owes=True))
    made = credited(month, first, 1_000)
    assert (made.page.carried_on, said_of_page(made)) == (None, "")


def test_a_page_that_was_made_void_is_not_named(month: Month) -> None:
    first, second = two_pages(month)
    month.billed.invoices.void(month.billed.books, second.invoice)
    assert credited(month, first, 1_000).page.carried_on is None


def test_the_new_page_is_named_once_it_took_the_place_of_the_first(month: Month) -> None:
    first, second = two_pages(month)
    credited(month, first, 1_000)
    again = month.billed.issue(month.billed.invoices.reissue(month.billed.books, second.invoice))
    assert again.page.to_pay == 2 * GROSS - MORE
    made = credited(month, first, 1_000)
    assert said_of_page(made).startswith(f"{again.number}({2 * GROSS - MORE:,}yen)")
    assert f"{month.open():,}yeninallremain" in said_of_page(made)
