"""Disclosure: everything that is stored about one customer, as a PDF or as JSON, for the customer."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from hvacdesk.documents.kit.encryption import encrypted
from hvacdesk.documents.requests.disclosure import draw_disclosure
from hvacdesk.domain.exchange.outside_lists import ListKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.entry_words import described_in
from hvacdesk.domain.papers.register import RegisterQuery
from hvacdesk.domain.requests.disclosure import DisclosedFile, Disclosure, Seen
from hvacdesk.domain.requests.requests import NobodyConcerned, RequestKind, RequestNotReady, RequestState
from hvacdesk.domain.retention.retention_words import verdict_sentence
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Words
from hvacdesk.exchange.disclosure_file import disclosure_json
from hvacdesk.services.exchange.outside_lists import note_outside
from hvacdesk.services.partners.provisions import provisions_of
from hvacdesk.services.permissions import needs
from hvacdesk.services.requests.request_facts import read_detail
from hvacdesk.services.requests.request_letter import addressed
from hvacdesk.services.retention.retention import judged
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.oversight import audit_log
from hvacdesk.store.papers import office_images, register
from hvacdesk.store.requests import consents, disclosure
from hvacdesk.store.requests import requests as request_store
from hvacdesk.vault.keyfile.passphrase import generate_passphrase

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, CustomerRequest

_READY = frozenset({RequestState.CHECKED.value, RequestState.ANSWERED.value})
_EVERY = 10_000_000


class DisclosureForm(StrEnum):
    """The form that the customer chose (個人情報保護法 33条1項)."""

    PDF = "pdf"
    JSON = "json"


class Disclosing:
    """Disclosures of an open office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.ANSWER_REQUESTS)
    @needs(Permission.SEE_PAYMENT)
    def make(
        self,
        actor: Actor,
        request: str,
        form: DisclosureForm,
        words: Words,
        *,
        locked: bool = False,
    ) -> DisclosedFile:
        """The customer's data in full, entered into the log and the register of files outside beforehand.

        Args:
            locked: whether a PDF gets a password, which is shown once and stored nowhere.

        Raises:
            RequestNotReady: it is no request for disclosure, or the person's identity was not checked.
            NobodyConcerned: no customer belongs to it.
        """
        with self._workplace.transaction() as session:
            row = request_store.get(session, request)
            customer = self._customer(session, row)
            outside = note_outside(self._workplace, session, actor, ListKind.DISCLOSED, 1)
            self._workplace.record(
                session,
                actor,
                Action.DISCLOSURE_MADE,
                f"customer:{customer.record_id}",
                number=row.number,
                form=form.value,
                list=outside,
            )
            told = self._told(session, row, customer, words)
            letterhead = office_images.letterhead(session)
        if form is DisclosureForm.JSON:
            return DisclosedFile(disclosure_json(told, words, letterhead), list=outside)
        pdf = draw_disclosure(told, words, letterhead)
        if not locked:
            return DisclosedFile(pdf, list=outside)
        password = generate_passphrase()
        return DisclosedFile(encrypted(pdf, password), password, outside)

    def _customer(self, session: Session, row: CustomerRequest) -> Customer:
        if row.kind != RequestKind.DISCLOSURE or row.state not in _READY:
            raise RequestNotReady
        customer = customer_store.known(session, row.customer_id)
        if customer is None:
            raise NobodyConcerned
        return customer

    def _told(
        self,
        session: Session,
        row: CustomerRequest,
        customer: Customer,
        words: Words,
    ) -> Disclosure:
        keys = [one.id for one in consents.registrations(session, customer)]
        today = self._workplace.today()
        verdict = next(iter(judged(self._workplace, session, [customer.id]))).verdict
        asked = read_detail(self._workplace, session, row)
        return Disclosure(
            request=row.number,
            customer_number=customer.number,
            to=addressed(asked, customer),
            made_on=today.isoformat(),
            received_on=row.received_on,
            kept=verdict_sentence(verdict),
            held=disclosure.held(session, keys, self._workplace.vault.open_payment),
            copies=disclosure.search_copies(),
            seen=_seen(session, disclosure.subjects(session, keys), words),
            papers=register.rows(session, RegisterQuery(customer=customer.record_id, limit=_EVERY), today),
            provisions=provisions_of(session, keys, words, today),
            notices=consents.given(session, customer),
            consents=consents.consent_events(session, customer),
            requests=request_store.rows(session, today, customer=customer),
        )


def _seen(session: Session, subjects: Sequence[str], words: Words) -> tuple[Seen, ...]:
    found = audit_log.entries(session, limit=_EVERY, subjects=subjects)
    said = described_in(words)
    return tuple(Seen(entry.at, entry.actor_name, said(entry)) for entry in found)
