"""The contents of the letter that answers a request, in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hvacdesk.domain.papers.print_view import PERSON_HONORIFIC
from hvacdesk.domain.requests.request_letter import LetterName, RequestLetter, name_at_firm
from hvacdesk.domain.requests.requests import RequestDetail, RequestKind
from hvacdesk.services.requests.request_facts import erasure_of, read_detail
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers
from hvacdesk.store.engine import Session
from hvacdesk.store.requests import consents

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, CustomerRequest


def addressed(detail: RequestDetail, customer: Customer | None) -> LetterName:
    """Who asked, with what is put behind the name: a person always, at a firm under the firm's name.

    Somebody unknown is named as they named themselves. Who asked for a firm is the person noted with the
    request, or who came as a stranger before it was known for whom; where neither is there, nobody is named.
    """
    if customer is None:
        return LetterName(detail.name, PERSON_HONORIFIC)
    name, organisation = customers.name_of(customer)
    if organisation:
        return name_at_firm(organisation, detail.person, detail.name, by_agent=detail.row.by_agent)
    return LetterName(f"{name.family} {name.given}".strip(), PERSON_HONORIFIC)


def letter_facts(workplace: Workplace, session: Session, row: CustomerRequest) -> RequestLetter:
    """The letter's facts.

    Of an erasure the letter says what it has come to, whatever the answer said when it was written down.
    """
    detail = read_detail(workplace, session, row)
    customer = customers.known(session, row.customer_id)
    texts = next((version.texts for version in consents.versions(session)), None)
    erasure = erasure_of(workplace, session, row) if row.kind == RequestKind.ERASURE else None
    return RequestLetter(
        row=detail.row,
        to=addressed(detail, customer),
        written_on=detail.row.answered_on or workplace.today().isoformat(),
        text=detail.answer,
        desk=texts.desk if texts else "",
        erasure=erasure,
    )
