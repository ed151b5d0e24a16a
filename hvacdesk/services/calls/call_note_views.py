"""Call notes as an actor may see them: the caller is masked as a customer is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from hvacdesk.domain import masking
from hvacdesk.domain.calls.call_notes import CallNoteRow, CallSubject, CallWay, is_overdue
from hvacdesk.domain.customers.mentions import masked_mention
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.permissions import body_decides
from hvacdesk.store.calls.call_notes import invoice_numbers
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.customers.customers import RowFacts
from hvacdesk.store.engine import Session
from hvacdesk.store.staff.staff import account_names

if TYPE_CHECKING:
    from hvacdesk.store.models import CallNote


@body_decides("every note for who keeps them, else those for the actor or taken by them")
def may_change(actor: Actor, note: CallNote) -> bool:
    """Whether the actor sees to every note, or this one is for them or was taken by them."""
    return actor.may(Permission.KEEP_CALLS) or actor.account in (note.for_account, note.taken_by)


class CallSight:
    """What the actor sees of any note at one moment."""

    def __init__(self, actor: Actor, now: datetime) -> None:
        self._actor = actor
        self._account = actor.account
        self._now = now
        self._contact = actor.may(Permission.REVEAL_CONTACT)
        self._billing = actor.may(Permission.SEE_BILLING)
        self._edits = actor.may(Permission.EDIT_CUSTOMERS)

    def rows(self, session: Session, notes: Sequence[CallNote]) -> tuple[CallNoteRow, ...]:
        """Lines of a list."""
        known = [note.customer_id for note in notes if note.customer_id is not None]
        customers = {facts.id: facts for facts in customer_store.rows(session, known)}
        staff = account_names(session)
        invoices = invoice_numbers(session, notes) if self._billing else {}
        return tuple(
            self._row(note, customers.get(note.customer_id or 0), staff, invoices.get(note.invoice, ""))
            for note in notes
        )

    def _row(
        self, note: CallNote, customer: RowFacts | None, staff: Mapping[str, str], invoice: str
    ) -> CallNoteRow:
        return CallNoteRow(
            note=note.record_id,
            version=note.version,
            customer=customer.record_id if customer else "",
            customer_number=customer.number if customer else "",
            name=self._name(note, customer),
            phone=self._phone(note, customer),
            subject=CallSubject(note.subject),
            text=self._words(note, note.text, customer),
            taken_at=note.taken_at,
            taken_by=staff.get(note.taken_by, ""),
            for_account=note.for_account,
            for_whom=staff.get(note.for_account, ""),
            call_back_by=note.call_back_by,
            urgent=note.urgent,
            overdue=not note.done_at and is_overdue(note.call_back_by, self._now),
            mine=note.for_account == self._account,
            changeable=may_change(self._actor, note),
            done_at=note.done_at,
            done_by=staff.get(note.done_by, ""),
            outcome=self._words(note, note.outcome, customer),
            way=CallWay(note.way),
            invoice=invoice,
        )

    def _phone(self, note: CallNote, customer: RowFacts | None) -> Masked:
        may = self._contact and not (customer and customer.suspended)
        return masking.phone(note.phone or (customer.phone if customer else ""), revealable=may)

    def _name(self, note: CallNote, customer: RowFacts | None) -> Masked:
        if customer is not None:
            may = self._contact and not customer.suspended
            return masking.name(customer.name, customer.organisation, revealable=may)
        return masked_mention(note.caller_name, revealable=self._contact)

    def _words(self, note: CallNote, text: str, customer: RowFacts | None) -> Masked:
        """Only the desk, the person who took the call and the one who is to see to it read what was said."""
        if customer is not None and customer.suspended:
            return masking.withheld(text)
        if self._edits or self._account in (note.for_account, note.taken_by):
            return Masked.shown(text)
        return masking.withheld(text)
