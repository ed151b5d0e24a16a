"""A draft that one person deletes while another types into it: nothing typed is lost without a word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from hvacdesk.domain.office.half_typed import DeletedMeanwhile
from hvacdesk.store.models import Draft
from hvacdesk.ui.billing.invoice_acts import InvoiceActs
from hvacdesk.ui.billing.invoice_form import InvoiceForm
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk
from tests.ui.billing.test_invoices import agree, billing, books, sample_customer

__all__ = ["agree", "billing", "books"]

TYPED = "三十分かけて書いた備考"
TOLD = "What this form is about was deleted meanwhile, in another window or at another PC."


def opened(books: FrontDesk) -> tuple[str, InvoiceForm]:
    """A new draft, and its form."""
    invoice = books.office.invoices.draft_free(books.actor, sample_customer(books))
    InvoiceActs(books.window.context, books.window).open_draft(invoice)
    books.wait(lambda: isinstance(books.dialog(), InvoiceForm))
    form = books.dialog()
    books.calm()
    return invoice, form


def kept(books: FrontDesk) -> int:
    with books.office._workplace.reading() as session:
        return len(session.scalars(select(Draft)).all())


def tick(books: FrontDesk) -> None:
    books.window.drafts._keep_changed()
    books.calm()


def test_the_form_of_what_somebody_deleted_stays_open_and_is_stored_no_more(books: FrontDesk) -> None:
    invoice, form = opened(books)
    form.remarks.setPlainText(TYPED)
    tick(books)
    assert kept(books) == 1
    version = books.office.invoices.detail(books.actor, invoice).row.version
    books.office.invoices.drop(books.actor, invoice, version)
    books.calm()
    form.remarks.setPlainText(f"{TYPED} さらに")
    tick(books)
    assert form.isVisible()
    assert TOLD in texts_in(form)
    assert form.remarks.toPlainText() == f"{TYPED} さらに"
    assert "goes with it" not in texts_in(books.window)
    assert kept(books) == 0
    form.remarks.setPlainText(f"{TYPED} まだ")
    tick(books)
    with pytest.raises(DeletedMeanwhile):  # so that whoever leaves is asked first
        books.window.drafts.keep_all()
    assert kept(books) == 0
    form.done(0)


def test_what_somebody_else_types_is_deleted_after_a_question_alone(books: FrontDesk) -> None:
    invoice, form = opened(books)
    other = replace(books.actor, account="f" * 32)
    payload = {"page": "billing", "arguments": {}, "typed": {"remarks": TYPED}}
    books.office.drafts.keep(other, "invoice", f"{invoice}@5ea7000", payload)
    books.click(form.delete_button)
    books.calm()
    question = books.dialog()
    assert "Somebody else has half typed something in it that is not saved." in texts_in(question)
    books.press(question, "Keep the draft")
    assert books.office.invoices.detail(books.actor, invoice).row.invoice == invoice
    books.office.drafts.drop(other, "invoice", f"{invoice}@5ea7000")
    books.click(form.delete_button)
    books.wait(lambda: not form.isVisible())


def test_what_the_same_person_types_at_another_pc_is_deleted_after_a_question_alone(
    books: FrontDesk,
) -> None:
    invoice, form = opened(books)
    payload = {"page": "billing", "arguments": {"invoice": invoice}, "typed": {"remarks": TYPED}}
    books.office.drafts.keep(books.actor, "invoice", f"{invoice}@5ea7000", payload)
    books.click(form.delete_button)
    books.calm()
    question = books.dialog()
    assert "You have half typed something in it yourself that is not saved" in texts_in(question)
    assert "Somebody else" not in texts_in(question)
    books.press(question, "Keep the draft")
    form.done(0)


def test_somebody_else_is_named_though_something_was_typed_here_too(books: FrontDesk) -> None:
    invoice, form = opened(books)
    form.remarks.setPlainText(TYPED)
    payload = {"page": "billing", "arguments": {}, "typed": {"remarks": TYPED}}
    books.office.drafts.keep(replace(books.actor, account="f" * 32), "invoice", invoice, payload)
    books.click(form.delete_button)
    books.calm()
    question = books.dialog()
    assert "Somebody else has half typed something in it that is not saved." in texts_in(question)
    books.press(question, "Keep the draft")
    form.draft.release()
    form.done(0)
