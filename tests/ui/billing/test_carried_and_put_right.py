"""Who puts an invoice right, takes it back or makes it void is told what else becomes of that, and led on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from hvacdesk.domain.billing.invoices import InvoiceKind, InvoiceRow
from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.billing.closing_view import ClosingView
from hvacdesk.ui.billing.invoice_acts import InvoiceActs
from hvacdesk.ui.billing.invoice_form import InvoiceForm
from hvacdesk.ui.billing.invoice_forms import VoidForm
from hvacdesk.ui.printing.preview import PreviewDialog
from hvacdesk.ui.widgets.dialog import Dialog
from tests.helpers.front_desk import FrontDesk, type_in
from tests.ui.billing.test_invoices import agree, billing, books, issued, plain_text, priced, sample_customer

__all__ = ["books"]

NAMED = "The invoice was carried over on I2026-000002 (to pay in all ¥36,300)."
ASKED = "Put I2026-000002 right as well?"


@pytest.fixture
def first(books: FrontDesk) -> InvoiceRow:
    """An invoice that the collective page issued after it carried over, and the page of ¥19,800 itself."""
    record = priced(books, 16_500)
    office, owner = books.office, replace(books.actor, roles=frozenset({Role.OWNER}))
    invoice = issued(books, 15_000)
    terms = PayTerms(31, 1, 31, carries_balance=True)
    office.billing_terms.change_customer(books.actor, sample_customer(books), None, terms)
    second = office.jobs.add(owner, replace(record, amount_to_collect=19_800))
    office.jobs.set_state(owner, second, JobState.DONE)
    shown = office.collective.preview(books.actor, date(2026, 11, 30), english)
    (done,) = office.collective.issue(books.actor, shown, english)
    assert done.issued is not None, done.refused
    books.calm()
    return office.invoices.detail(books.actor, invoice).row


def done_like(desk: FrontDesk, invoice: InvoiceRow) -> str:
    """A further job that is done for the same customer, for ¥11,000."""
    office, owner = desk.office, replace(desk.actor, roles=frozenset({Role.OWNER}))
    record = office.jobs.record_for_edit(owner, invoice.jobs[0])
    made = office.jobs.add(owner, replace(record, amount_to_collect=11_000))
    office.jobs.set_state(owner, made, JobState.DONE)
    return made


def closing_of_november(desk: FrontDesk) -> ClosingView:
    view = billing(desk, "closing").closing
    view.day.set_iso("2026-11-30")
    view.day.editingFinished.emit()
    desk.wait(lambda: len(view.table.rows()) == 1)
    assert isinstance(view, ClosingView)
    return view


def led(desk: FrontDesk) -> Dialog:
    """The question whether the page that carried it is put right as well."""
    desk.wait(lambda: desk.dialog().windowTitle() == ASKED)
    question = desk.dialog()
    assert isinstance(question, Dialog)
    return question


def test_a_correction_names_the_page_before_and_leads_to_it_afterwards(
    books: FrontDesk, first: InvoiceRow
) -> None:
    InvoiceActs(books.window.context, books.window).reissue(first)
    books.wait(lambda: isinstance(books.dialog(), InvoiceForm))
    form = books.dialog()
    assert isinstance(form, InvoiceForm)
    assert not form.carried.isVisible(), "it says the same yet"
    form.rows.rows[0].yen.clear()
    type_in(form.rows.rows[0].yen, "14500")
    books.wait(form.carried.isVisible)
    assert NAMED in plain_text(form)
    assert any(NAMED in one and "put I2026-000002 right as well" in one for one in agree(books, form))
    books.wait(lambda: isinstance(books.dialog(), PreviewDialog))
    books.dialog().reject()
    books.click(led(books).primary)
    books.wait(lambda: isinstance(books.dialog(), InvoiceForm))
    draft = books.dialog()
    assert isinstance(draft, InvoiceForm)
    assert "It takes the place of invoice I2026-000002" in plain_text(draft)


def test_a_credit_note_says_that_the_page_stays_and_leads_nowhere(
    books: FrontDesk, first: InvoiceRow
) -> None:
    InvoiceActs(books.window.context, books.window).credit(first)
    books.wait(lambda: isinstance(books.dialog(), InvoiceForm))
    form = books.dialog()
    assert isinstance(form, InvoiceForm)
    books.wait(form.carried.isVisible)
    said = "Of I2026-000002, ¥19,800 remain to be paid then, as the credit note says"
    assert any(f"{NAMED} That sum stays on the page" in one and said in one for one in agree(books, form))
    books.wait(lambda: isinstance(books.dialog(), PreviewDialog))
    books.dialog().reject()
    books.calm()
    assert QApplication.activeModalWidget() is None


def test_voiding_names_the_page_the_waiting_draft_and_what_is_billed_again(
    books: FrontDesk, first: InvoiceRow
) -> None:
    books.office.invoices.credit(books.actor, first.invoice, english)
    priced(books, 22_000)
    InvoiceActs(books.window.context, books.window).void(first)
    books.wait(lambda: isinstance(books.dialog(), VoidForm))
    asked = books.dialog()
    assert isinstance(asked, VoidForm)
    said = plain_text(asked)
    assert NAMED in said
    assert "The draft of a credit note about I2026-000001 waits: nothing comes of it then." in said
    assert "what is known at the job: ¥22,000, and not with the ¥16,500 of this invoice" in said
    books.click(asked.primary)
    books.click(led(books).way_back)
    books.wait(lambda: QApplication.activeModalWidget() is None)


def test_voiding_what_no_page_carried_says_nothing_of_it(books: FrontDesk) -> None:
    priced(books, 16_500)
    row = books.office.invoices.detail(books.actor, issued(books, 15_000)).row
    InvoiceActs(books.window.context, books.window).void(row)
    books.wait(lambda: isinstance(books.dialog(), VoidForm))
    said = plain_text(books.dialog())
    for other in ("carried over", "waits", "billed again with"):
        assert other not in said
    books.click(books.dialog().primary)
    books.wait(lambda: QApplication.activeModalWidget() is None)


def test_what_is_carried_over_waits_for_a_draft_and_the_list_says_why(
    books: FrontDesk, first: InvoiceRow
) -> None:
    """No sum to pay in all stands where no page can be made."""
    third = done_like(books, first)
    books.office.invoices.draft(books.actor, third, InvoiceKind.WHOLE, english)
    view = closing_of_november(books)
    (row,) = view.table.rows()
    assert row.balance.carried == 36_300
    assert not view.issue_button.isEnabled()
    assert "gets no page of its own while something new waits to be billed apart" in plain_text(view)
    assert "36,300" not in "".join(map(str, view.table.texts_of(row)))


def test_a_day_of_issue_before_the_last_number_is_refused_before_anybody_is_asked(
    books: FrontDesk, first: InvoiceRow
) -> None:
    done_like(books, first)
    view = closing_of_november(books)
    view.dated.set_iso("2026-11-20")
    books.click(view.issue_button)
    books.wait(lambda: "I2026-000002" in view._told.text())
    assert QApplication.activeModalWidget() is None
