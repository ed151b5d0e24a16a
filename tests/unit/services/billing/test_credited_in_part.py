"""A credit note over a part says that it is one, and what remains to be paid of its invoice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.billing.invoices import InvoiceKind, InvoiceLineRecord
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.text.wording import Words, english
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.language import words_for
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import Ground
from tests.unit.documents.billing.money_papers import squeezed

PART = 5_500
JA = words_for("ja")


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


def invoiced(billed: Billed) -> IssuedInvoice:
    return billed.issued(billed.job())


def pay(billed: Billed, issued: IssuedInvoice, yen: int) -> None:
    today = billed.ground.workplace.today().isoformat()
    detail = billed.invoices.detail(billed.books, issued.invoice)
    record = PaymentRecord(today, yen, PaymentWay.BANK, allocations=((issued.invoice, yen),))
    Payments(billed.ground.workplace).book(billed.books, detail.row.customer, record)


def credited(billed: Billed, issued: IssuedInvoice, yen: int = 0, words: Words = english) -> IssuedInvoice:
    """A credit note with one line, of another sum where one is given."""
    draft = billed.invoices.credit(billed.books, issued.invoice, words)
    detail = billed.invoices.detail(billed.books, draft)
    record = detail.record
    if yen:
        label = record.lines[0].label
        record = replace(record, lines=(InvoiceLineRecord(label, 1, "式", -yen),), with_tax=True)
    return billed.invoices.issue(billed.books, draft, detail.row.version, words, record)


def test_a_part_that_was_not_paid_is_called_a_part_and_what_remains_is_named(billed: Billed) -> None:
    first = invoiced(billed)
    text = squeezed(credited(billed, first, PART).pdf)
    assert "Wenolongeraskforthefollowingpartofourinvoice." in text
    assert "Nolongeraskedfor(apart)" in text
    assert f"Ofinvoiceno.{first.number}({GROSS:,}yen),{GROSS - PART:,}yenremaintobepaid." in text


def test_so_it_is_in_japanese(billed: Billed) -> None:
    first = invoiced(billed)
    text = squeezed(credited(billed, first, PART, JA).pdf)
    assert "一部" in text
    assert "下記のご請求を取り消します。" not in text
    assert f"{GROSS - PART:,}円" in text


def test_the_whole_is_called_no_part(billed: Billed) -> None:
    text = squeezed(credited(billed, invoiced(billed)).pdf)
    assert "part" not in text
    assert "remain" not in text


def test_of_a_paid_invoice_it_says_that_the_part_goes_back(billed: Billed) -> None:
    first = invoiced(billed)
    pay(billed, first, GROSS)
    text = squeezed(credited(billed, first, PART).pdf)
    assert "Wetakebackthefollowingpartofourinvoice." in text
    assert f"These{PART:,}yenhadbeenpaid:theyarepaidbacktoyou,orsetoff" in text
    assert f"Ofinvoiceno.{first.number}({GROSS:,}yen),nothingremainstobepaid." in text


def test_of_an_invoice_paid_in_part_it_says_what_goes_back_and_that_nothing_remains(billed: Billed) -> None:
    first = invoiced(billed)
    pay(billed, first, GROSS - 1_500)
    text = squeezed(credited(billed, first, PART).pdf)
    assert f"Ofit{PART - 1_500:,}yenhadbeenpaid.Theother1,500yenhadnot" in text
    assert "nothingremainstobepaid." in text


@pytest.mark.parametrize("words", [english, JA], ids=["en", "ja"])
def test_the_line_that_the_program_worded_follows_the_sum(billed: Billed, words: Words) -> None:
    first = invoiced(billed)
    credited(billed, first, 1_000)  # so the next one begins with a line for what is left
    part = "Invoice {} taken back in part" if words is english else "請求書 {} の一部取消"
    second = credited(billed, first, PART, words)
    assert second.page.record.lines[0].label == part.format(first.number)
    draft = billed.invoices.credit(billed.books, first.invoice, words)
    assert billed.invoices.detail(billed.books, draft).record.lines[0].label == part.format(first.number)


def test_after_a_deposit_the_line_says_whether_the_final_invoice_is_taken_back_whole(billed: Billed) -> None:
    job = billed.job(state=None)
    billed.issued(job, InvoiceKind.PART)
    billed.jobs.set_state(billed.ground.desk, job, JobState.DONE)
    first = billed.issued(job, InvoiceKind.FINAL)
    draft = billed.invoices.credit(billed.books, first.invoice, english)
    detail = billed.invoices.detail(billed.books, draft)
    (line,) = detail.record.lines
    assert line.label == f"Invoice {first.number} taken back"
    lower = replace(detail.record, lines=(replace(line, yen=-PART),))
    made = billed.invoices.issue(billed.books, draft, detail.row.version, english, lower)
    assert made.page.record.lines[0].label == f"Invoice {first.number} taken back in part"
    assert f"Invoice{first.number}takenbackinpart" in squeezed(made.pdf)
