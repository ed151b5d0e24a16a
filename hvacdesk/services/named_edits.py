"""Which edit an undo is about, in words that lists show of its records."""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.domain import masking
from hvacdesk.domain.text.wording import Phrase, phrase
from hvacdesk.services.undo import EditNamed
from hvacdesk.store.billing import payments
from hvacdesk.store.customers import customers
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs

CUSTOMER = phrase("Undo", "Customer {name} ({number})")
CONTACT = phrase("Undo", "Contact of {name} ({number})")
CONSENT = phrase("Undo", "Consent of {name} ({number})")
TERMS = phrase("Undo", "Billing terms of {name} ({number})")
REMINDER = phrase("Undo", "Reminder for {name} ({number})")
SITE = phrase("Undo", "Site of {name} ({number})")
SITES = phrase("Undo", "Sites of {name} ({number}), {count} in all")
JOB = phrase("Undo", "Job {number}")
TAKEN_OVER = phrase("Undo", "Invoices and payments of {count} job(s)")
_PAYMENT = phrase("Undo", "Payment {number} of {name}, {yen}")
_PAYMENTS = phrase("Undo", "{count} payments, {yen} in all")
_ASIDE = phrase("Undo", "{count} deposit(s) set aside, {yen}")


def customers_edit(session: Session, what: Phrase, customer: str, records: int = 0) -> EditNamed:
    """An edit of something that is a customer's, given by record id."""
    row = customers.get(session, customer)
    return EditNamed(what, row.number, masking.name(*customers.name_of(row)).text, records=records)


def jobs_edit(session: Session, job: str) -> EditNamed:
    """An edit of a job, given by record id."""
    return EditNamed(JOB, jobs.job(session, job).number)


def payments_edit(session: Session, booked: Sequence[str]) -> EditNamed:
    """Payments that were booked together, by record id: a single one by its number, several by their sum."""
    rows = [payments.get(session, payment) for payment in booked]
    moved = sum(row.yen for row in rows)
    if len(rows) > 1:
        return EditNamed(_PAYMENTS, yen=moved, records=len(rows))
    (row,) = rows
    name = masking.name(*customers.name_of(customers.by_key(session, row.customer_id))).text
    return EditNamed(_PAYMENT, row.number, name, moved)


def deposits_edit(sums: Sequence[int]) -> EditNamed:
    """Deposits that were set aside as no customers' payments."""
    return EditNamed(_ASIDE, yen=sum(sums), records=len(sums))
