"""What stands in the letter that answers a request, in full."""

from __future__ import annotations

from hvacdesk.domain.print_view import ORGANISATION_HONORIFIC, PERSON_HONORIFIC
from hvacdesk.domain.request_letter import RequestLetter
from hvacdesk.domain.requests import RequestKind
from hvacdesk.services.request_facts import erasure_of, read_detail
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import consents, customers
from hvacdesk.store.engine import Session
from hvacdesk.store.models import Customer, CustomerRequest


def addressed(customer: Customer) -> tuple[str, str]:
    """A customer's name in full and what is put behind it."""
    name, organisation = customers.name_of(customer)
    if organisation:
        return organisation, ORGANISATION_HONORIFIC
    return f"{name.family} {name.given}".strip(), PERSON_HONORIFIC


def letter_facts(workplace: Workplace, session: Session, row: CustomerRequest) -> RequestLetter:
    """The letter's facts; somebody unknown is named as they named themselves.

    Of an erasure the letter says what it has come to, whatever the answer said when it was written down.
    """
    detail = read_detail(workplace, session, row)
    customer = session.get(Customer, row.customer_id) if row.customer_id is not None else None
    name, honorific = addressed(customer) if customer else (detail.name, PERSON_HONORIFIC)
    texts = next((version.texts for version in consents.versions(session)), None)
    erasure = erasure_of(workplace, session, row) if row.kind == RequestKind.ERASURE else None
    return RequestLetter(
        row=detail.row,
        name=name,
        honorific=honorific,
        written_on=detail.row.answered_on or workplace.today().isoformat(),
        text=detail.answer,
        desk=texts.desk if texts else "",
        erasure=erasure,
    )
