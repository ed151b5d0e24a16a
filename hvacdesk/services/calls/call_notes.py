"""Call notes: taking them, seeing to them, and finding out who the caller was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Annotated

from hvacdesk.domain.calls.call_notes import (
    CallField,
    CallFilter,
    CallNoteRecord,
    CallNoteRow,
    CallSubject,
    CallsWaiting,
    CallWay,
    check_changes,
    check_note,
    check_words,
    is_overdue,
    pressing_order,
)
from hvacdesk.domain.clock import moment_of, office_day, stamp
from hvacdesk.domain.customers.name_cells import divide_cell
from hvacdesk.domain.customers.typed_customer import TypedCustomer
from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, NotPermitted
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.roles import PERMISSIONS, Actor, Permission, Role
from hvacdesk.domain.text.input_checks import check_limit
from hvacdesk.services.allowed_numbers import note_allowed
from hvacdesk.services.calls.call_note_views import CallSight, may_change
from hvacdesk.services.permissions import body_decides, needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import invoices as invoice_store
from hvacdesk.store.calls import call_notes as store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.office import office as office_store

if TYPE_CHECKING:
    from hvacdesk.store.models import CallNote, Customer

LISTED = 200
"""Closed notes of one list: nobody reads further back there; a customer's own tab has all of theirs."""


READERS = (Permission.SEE_OWN_JOBS, Permission.FIND_CUSTOMERS)
"""Any one of these reads call notes: all of them, or those for oneself."""


class CallNotes:
    """The call notes of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.TAKE_CALLS)
    def take(self, actor: Actor, record: CallNoteRecord, *, allow_number: bool = False) -> str:
        """Store a note and return its record id; one that asks nothing of anybody is closed at once.

        Raises:
            InvalidInput: names the field; its kinds CardNumberFound and MyNumberFound give way to
                ``allow_number``, which is logged.
            NotPermitted: it names an invoice, and the role sees none.
        """
        today = self._workplace.today()
        if record.way is CallWay.WRITTEN:
            raise InvalidInput("way")
        checked = check_note(record, today, allow_number=allow_number)
        with self._workplace.transaction() as session:
            self._require_staff(session, checked.for_account)
            customer = customer_store.get(session, checked.customer) if checked.customer else None
            if checked.invoice:
                _require_invoice(session, actor, checked.invoice, customer)
            now = stamp(self._workplace.now())
            key = None if customer is None else customer.id
            row = store.add(session, checked, key, by=actor.account, at=now)
            if not checked.asks_for_something:
                store.note_done(row, by=actor.account, at=now)
            subject = f"call:{row.record_id}"
            self._workplace.record(session, actor, Action.CALL_NOTED, subject, open=not row.done_at)
            if allow_number:
                note_allowed(self._workplace, session, actor, subject, lambda: check_note(record, today))
            if customer is not None:
                self._contacted(session, customer, row)
            return row.record_id

    @needs(*READERS)
    @body_decides("who finds no customers sees the notes for them alone")
    def open(self, actor: Actor, *, mine: bool = False) -> tuple[CallNoteRow, ...]:
        """What somebody still has to see to, the most pressing first; a technician's own only."""
        own = _own_only(actor) or (actor.account if mine else None)
        with self._workplace.reading() as session:
            return self._rows(session, actor, _open_notes(session, own))

    @needs(*READERS)
    @body_decides("who finds no customers sees the notes for them alone")
    def waiting(self, actor: Actor, named: int) -> CallsWaiting:
        """The same at a glance: only so many of the most pressing are read in full, the actor's own first.

        Raises:
            OutOfRange: no list has so many.
        """
        check_limit("named", named)
        with self._workplace.reading() as session:
            notes = _open_notes(session, _own_only(actor))
            own_first = sorted(notes, key=lambda note: note.for_account != actor.account)
            now = self._workplace.now()
            return CallsWaiting(
                self._rows(session, actor, own_first[:named]),
                count=len(notes),
                late=sum(is_overdue(note.call_back_by, now) for note in notes),
            )

    @needs(*READERS)
    @body_decides("who finds no customers sees the notes for them alone")
    def listed(self, actor: Actor, which: CallFilter) -> tuple[CallNoteRow, ...]:
        """One of the lists; of closed notes the newest :data:`LISTED`."""
        if which is not CallFilter.DONE:
            return self.open(actor, mine=which is CallFilter.MINE)
        own = _own_only(actor)
        with self._workplace.reading() as session:
            return self._rows(session, actor, store.done_notes(session, LISTED, own))

    @needs(Permission.FIND_CUSTOMERS)
    def of_customer(self, actor: Actor, customer: str) -> tuple[CallNoteRow, ...]:
        """Every note about a customer, the newest first."""
        with self._workplace.reading() as session:
            key = customer_store.get(session, customer).id
            return self._rows(session, actor, store.of_customer(session, key))

    @needs(Permission.SEE_BILLING)
    def about_invoices(self, actor: Actor, invoices: Sequence[str]) -> dict[str, CallNoteRow]:
        """The last call about each of these invoices, by the invoice's record id; letters are no calls.

        What was said of an invoice whose place one of these took was said about the same debt.
        """
        with self._workplace.reading() as session:
            replaced = invoice_store.replaced(session, invoices)
            same = {one: (one, *(former for former, _number in replaced.get(one, ()))) for one in invoices}
            notes = store.last_calls(session, {one for all_ in same.values() for one in all_})
            told = zip(notes, self._rows(session, actor, notes), strict=True)
            rows = {note.invoice: (note.taken_at, row) for note, row in told}
            last = {one: [rows[named] for named in all_ if named in rows] for one, all_ in same.items()}
            return {one: max(found, key=itemgetter(0))[1] for one, found in last.items() if found}

    @needs(*READERS)
    @body_decides("who finds no customers reads the notes for them alone")
    def detail(self, actor: Actor, note: str) -> CallNoteRow:
        """One note. Raises :class:`NotPermitted` for a technician whom it is not for."""
        with self._workplace.reading() as session:
            return self._rows(session, actor, [_readable(session, actor, note)])[0]

    @needs(*READERS)
    def staff(self, actor: Actor) -> tuple[StaffMember, ...]:
        """Whom a note can be for: everyone who works here and may read it."""
        with self._workplace.reading() as session:
            return tuple(
                StaffMember(row.record_id, row.name, tuple(row.roles.split(",")))
                for row in office_store.accounts(session)
                if row.active and _reads_notes(row.roles)
            )

    @needs(*READERS)
    @body_decides("every note for who keeps them, else those for the actor or taken by them")
    def change(
        self,
        actor: Actor,
        note: str,
        version: int,
        changes: Annotated[Mapping[str, object], CallNoteRecord],
        *,
        allow_number: bool = False,
    ) -> None:
        """Change what is named of an open note; passing it on changes ``for_account``.

        Raises:
            ChangedMeanwhile: somebody else changed or closed it.
            InvalidInput: as for :meth:`take`.
        """
        today = self._workplace.today()
        checked = check_changes(changes, today, allow_number=allow_number)
        with self._workplace.transaction() as session:
            row = _fresh(session, actor, note, version)
            self._require_staff(session, str(checked.get("for_account", "")))
            before = store.state_of(row)
            changed = sorted(store.put(row, checked))
            subject = f"call:{note}"
            self._workplace.record(session, actor, Action.CALL_CHANGED, subject, fields=changed)
            self._keep_undo(session, actor, note, before)
            if allow_number:
                note_allowed(self._workplace, session, actor, subject, lambda: check_changes(changes, today))

    @needs(*READERS)
    @body_decides("every note for who keeps them, else those for the actor or taken by them")
    def finish(
        self, actor: Actor, note: str, version: int, outcome: str, *, allow_number: bool = False
    ) -> None:
        """Close a note with what came of it. Raises as :meth:`change` does."""
        field = "outcome"
        checked = check_words(field, outcome, allow_number=allow_number)
        with self._workplace.transaction() as session:
            row = _fresh(session, actor, note, version)
            before = store.state_of(row)
            now = stamp(self._workplace.now())
            store.put(row, {"outcome": checked, "done_at": now, "done_by": actor.account})
            subject = f"call:{note}"
            self._workplace.record(session, actor, Action.CALL_DONE, subject)
            self._keep_undo(session, actor, note, before)
            if allow_number:
                note_allowed(
                    self._workplace, session, actor, subject, lambda: check_words("outcome", outcome)
                )
            if row.customer_id is not None:
                self._contacted(session, customer_store.by_key(session, row.customer_id), row)

    @needs(*READERS)
    @body_decides("every note for who keeps them, else those for the actor or taken by them")
    def reopen(self, actor: Actor, note: str, version: int) -> None:
        """Open a closed note again: it waits as before; what was written as outcome stays.

        Raises:
            ChangedMeanwhile: somebody else opened, changed or closed it since.
        """
        with self._workplace.transaction() as session:
            row = _changeable(session, actor, note)
            if row.version != version:
                raise ChangedMeanwhile
            store.put(row, {"done_at": "", "done_by": ""})
            self._workplace.record(session, actor, Action.CALL_REOPENED, f"call:{note}")

    @needs(Permission.EDIT_CUSTOMERS)
    def link(self, actor: Actor, note: str, version: int, customer: str) -> None:
        """Say which customer called. From then on the note is destroyed together with the customer's data."""
        with self._workplace.transaction() as session:
            row = _readable(session, actor, note)
            if row.version != version:
                raise ChangedMeanwhile
            owner = customer_store.get(session, customer)
            store.link(row, owner)
            self._workplace.record(session, actor, Action.CALL_CHANGED, f"call:{note}", fields=["customer"])
            self._contacted(session, owner, row)

    @needs(Permission.REVEAL_CONTACT)
    def reveal(self, actor: Actor, note: str, field: CallField, reason: RevealReason) -> str:
        """The caller's name or number in full; logged first, with the customer where one is known.

        Raises:
            NotPermitted: the role does not reach contact fields.
            InvalidInput: nothing is known.
        """
        with self._workplace.transaction() as session:
            row = _readable(session, actor, note)
            owner = customer_store.known(session, row.customer_id)
            self._revealed(session, actor, row, owner, (field,), reason)
            value = _caller_value(row, owner, field)
        if not value:
            raise InvalidInput(field.value)
        return value

    @needs(Permission.EDIT_CUSTOMERS)
    @needs(Permission.REVEAL_CONTACT)
    def caller(self, actor: Actor, note: str) -> TypedCustomer:
        """What a new customer's form begins with, of an unknown caller; logged as shown, since it is."""
        with self._workplace.transaction() as session:
            row = _readable(session, actor, note)
            self._revealed(session, actor, row, None, tuple(CallField), RevealReason.BOOKING)
            name = divide_cell(row.caller_name).name
            return TypedCustomer(name.person, name.organisation, row.phone)

    def _keep_undo(self, session: Session, actor: Actor, note: str, before: Mapping[str, object]) -> None:
        self._workplace.edits.keep(
            session,
            actor,
            f"call:{note}",
            lambda session: store.state_of(store.get(session, note)),
            lambda session: store.put(store.get(session, note), before),
        )

    def _rows(self, session: Session, actor: Actor, notes: Sequence[CallNote]) -> tuple[CallNoteRow, ...]:
        return CallSight(actor, self._workplace.now()).rows(session, notes)

    def _require_staff(self, session: Session, account: str) -> None:
        if account and not office_store.works_here(session, account):
            raise InvalidInput("for_account")

    def _contacted(self, session: Session, customer: Customer, row: CallNote) -> None:
        """The customer moves to the top of the list; a call is a contact, unless they only sell something."""
        called_on = office_day(moment_of(row.done_at or row.taken_at)).isoformat()
        contact_on = "" if row.subject == CallSubject.SALES else called_on
        customer_store.note_used(customer, stamp(self._workplace.now()), contact_on)
        key = customer.id
        self._workplace.find_anew(session, key)

    def _revealed(
        self,
        session: Session,
        actor: Actor,
        row: CallNote,
        owner: Customer | None,
        fields: Sequence[CallField],
        reason: RevealReason,
    ) -> None:
        subject = f"call:{row.record_id}" if owner is None else f"customer:{owner.record_id}"
        self._workplace.record(
            session,
            actor,
            Action.REVEALED,
            subject,
            fields=[field.value for field in fields],
            reason=reason.value,
            call=row.record_id,
        )


def _require_invoice(session: Session, actor: Actor, invoice: str, customer: Customer | None) -> None:
    """Let a note name an invoice of its own customer alone, and only for who sees invoices."""
    actor.require(Permission.SEE_BILLING)
    if customer is None or invoice_store.get(session, invoice).customer_id != customer.id:
        raise InvalidInput("invoice")


def _open_notes(session: Session, account: str | None) -> list[CallNote]:
    """The most pressing first; only those for one account where it is named."""
    return sorted(
        store.open_notes(session, account),
        key=lambda note: pressing_order(note.call_back_by, note.urgent, note.taken_at),
    )


def _own_only(actor: Actor) -> str | None:
    """The account to whose notes the actor's view is limited, or None."""
    return None if actor.may(Permission.FIND_CUSTOMERS) else actor.account


def _readable(session: Session, actor: Actor, note: str) -> CallNote:
    row = store.get(session, note)
    own = _own_only(actor)
    if own is not None and row.for_account != own:
        raise NotPermitted(permission=Permission.FIND_CUSTOMERS.value)
    return row


def _changeable(session: Session, actor: Actor, note: str) -> CallNote:
    """A note that the actor may change: any, or only those that are for them or that they took."""
    row = _readable(session, actor, note)
    if not may_change(actor, row):
        raise NotPermitted(permission=Permission.KEEP_CALLS.value)
    return row


def _fresh(session: Session, actor: Actor, note: str, version: int) -> CallNote:
    """The open note as the actor has it on the screen."""
    row = _changeable(session, actor, note)
    if row.version != version or row.done_at:
        raise ChangedMeanwhile
    return row


def _reads_notes(roles: str) -> bool:
    return any(set(READERS) & PERMISSIONS[Role(role)] for role in roles.split(","))


def _caller_value(row: CallNote, owner: Customer | None, field: CallField) -> str:
    if owner is None:
        return row.caller_name if field is CallField.NAME else row.phone
    record = customer_store.record_of(owner)
    if field is CallField.PHONE:
        return row.phone or (record.phones[0].number if record.phones else "")
    return " ".join(filter(None, (record.organisation, record.name.family, record.name.given)))
