"""What stands in the letter that answers a request, in full."""

from __future__ import annotations

from datetime import date

from hvacdesk.domain.print_view import ORGANISATION_HONORIFIC, PERSON_HONORIFIC
from hvacdesk.domain.request_letter import RequestLetter
from hvacdesk.store import consents, customers
from hvacdesk.store import requests as store
from hvacdesk.store.engine import Session
from hvacdesk.store.models import Customer, CustomerRequest


def addressed(customer: Customer) -> tuple[str, str]:
    """A customer's name in full and what is put behind it."""
    name, organisation = customers.name_of(customer)
    if organisation:
        return organisation, ORGANISATION_HONORIFIC
    return f"{name.family} {name.given}".strip(), PERSON_HONORIFIC


def letter_facts(session: Session, row: CustomerRequest, today: date) -> RequestLetter:
    """The letter's facts; somebody unknown is named as they named themselves."""
    detail = store.detail(session, row, today)
    customer = session.get(Customer, row.customer_id) if row.customer_id is not None else None
    name, honorific = addressed(customer) if customer else (detail.name, PERSON_HONORIFIC)
    texts = next((version.texts for version in consents.versions(session)), None)
    return RequestLetter(
        row=detail.row,
        name=name,
        honorific=honorific,
        written_on=detail.row.answered_on or today.isoformat(),
        text=detail.answer,
        desk=texts.desk if texts else "",
    )
