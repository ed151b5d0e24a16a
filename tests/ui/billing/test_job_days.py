"""A saved draft of an invoice whose job was handed over on another day than the draft names."""

from __future__ import annotations

from dataclasses import replace

from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.billing.invoice_form import InvoiceForm
from hvacdesk.ui.billing.issue_preview import IssuePreview
from hvacdesk.ui.dates import day_text
from tests.helpers.front_desk import TODAY, FrontDesk
from tests.ui.billing.test_invoices import agree, books, job_of, plain_text, priced

__all__ = ["books"]

HANDED = "2026-11-22"


def opened(desk: FrontDesk) -> InvoiceForm:
    """The form of a draft that was saved before the job's handover was noted."""
    priced(desk, 16_500)
    invoices, job = desk.office.invoices, job_of(desk)
    made = invoices.draft(desk.actor, job, InvoiceKind.WHOLE, english)
    detail = invoices.detail(desk.actor, made)
    invoices.change(desk.actor, made, detail.row.version, detail.record)
    owner = replace(desk.actor, roles=frozenset({Role.OWNER}))
    desk.office.jobs.record_event(owner, job, JobEvent(EventKind.HANDOVER, HANDED))
    desk.go("schedule", job=job, invoice=made)
    desk.wait(lambda: isinstance(desk.dialog(), InvoiceForm))
    form = desk.dialog()
    assert isinstance(form, InvoiceForm)
    return form


def said(desk: FrontDesk) -> str:
    number = desk.office.jobs.day(desk.actor, desk.office.today())[0].number
    days = f"{day_text(HANDED)}; this draft names {day_text(TODAY)}."
    return f"Job {number} was done or handed over on {days}"


def test_the_day_of_the_job_is_taken_over_at_a_click(books: FrontDesk) -> None:
    form = opened(books)
    assert said(books) in plain_text(form)
    books.click(form.take_day_button)
    assert form.moved.isHidden()
    assert form.take_day_button.isHidden()
    assert not any("this draft names" in line for line in agree(books, form))
    (row,) = books.office.invoices.of_job(books.actor, job_of(books))
    record = books.office.invoices.detail(books.actor, row.invoice).record
    assert (record.delivered_from, record.delivered_to) == (HANDED, HANDED)


def test_a_day_that_no_longer_fits_is_said_before_it_is_issued(books: FrontDesk) -> None:
    form = opened(books)
    books.click(form.issue_button)
    books.wait(lambda: isinstance(books.dialog(), IssuePreview))
    assert said(books) in plain_text(books.dialog())


def test_a_day_that_is_typed_as_the_job_tells_it_is_not_spoken_of(books: FrontDesk) -> None:
    form = opened(books)
    for key in ("delivered_from", "delivered_to"):
        form.days[key].set_iso(HANDED)
        form.days[key].editingFinished.emit()
    books.calm()
    assert form.moved.isHidden()
