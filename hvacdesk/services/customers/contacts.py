"""Contacts of organisations: listing them masked, keeping them, showing one hidden value with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

from hvacdesk.domain import masking
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.customers.contacts import (
    CONTACT_FIELDS,
    CONTACTS_LIMIT,
    MAILBOXES,
    NUMBERS,
    ContactField,
    ContactRecord,
    ContactView,
    check_contact,
)
from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.allowed_numbers import note_allowed
from hvacdesk.services.named_edits import CONTACT, customers_edit
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import contacts as store
from hvacdesk.store.customers import customers, finding
from hvacdesk.store.engine import Session

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, CustomerContact

_KEPT = tuple(one.key.value for one in (*NUMBERS, *MAILBOXES))
"""What may hold a number that was allowed."""


class TooManyContacts(InvalidInput):
    """More contacts than one customer can have."""

    what = phrase("Errors", "A customer can have {limit} contacts at most.")


class Contacts:
    """The contacts of an open office's customers. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.FIND_CUSTOMERS)
    def of(self, actor: Actor, customer: str) -> tuple[ContactView, ...]:
        """The customer's contacts, masked as the customer is."""
        may = actor.may(Permission.REVEAL_CONTACT)
        with self._workplace.reading() as session:
            owner = customers.current(session, customer)
            may = may and not owner.suspended_on
            return tuple(_view(row, may) for row in store.of(session, owner))

    @needs(Permission.EDIT_CUSTOMERS)
    def add(self, actor: Actor, customer: str, record: ContactRecord, *, allow_number: bool = False) -> str:
        """Add a contact and return the record id. Raises :class:`InvalidInput`."""
        checked = check_contact(record, allow_number=allow_number)
        with self._workplace.transaction() as session:
            owner = customers.get(session, customer)
            if len(store.of(session, owner)) >= CONTACTS_LIMIT:
                raise TooManyContacts("name", part="family", limit=CONTACTS_LIMIT)
            row = store.add(session, owner, checked)
            self._note(session, actor, Action.CONTACT_ADDED, owner, row, allow_number, record)
            return row.record_id

    @needs(Permission.EDIT_CUSTOMERS)
    def change(
        self,
        actor: Actor,
        contact: str,
        version: int,
        changes: Annotated[Mapping[str, object], ContactRecord],
        *,
        allow_number: bool = False,
    ) -> None:
        """Change the named fields of a contact; ``name`` may be whole or a mapping of some parts.

        Raises:
            ChangedMeanwhile: someone saved the contact since ``version``.
            InvalidInput: a changed value cannot be stored, or a name is no field.
        """
        with self._workplace.transaction() as session:
            row = store.get(session, contact)
            if row.version != version:
                raise ChangedMeanwhile
            record = store.record_of(row)
            after = _with_changes(record, changes, allow_number=allow_number)
            fields = store.save(row, after)
            owner = customers.by_key(session, row.customer_id)
            self._note(session, actor, Action.CONTACT_CHANGED, owner, row, allow_number, after, fields=fields)
            self._keep(session, actor, owner, contact, record)

    def _keep(
        self, session: Session, actor: Actor, owner: Customer, contact: str, before: ContactRecord
    ) -> None:
        """Let this login put the former values back."""

        def read(later: Session) -> ContactRecord:
            return store.record_of(store.get(later, contact))

        def restore(later: Session) -> tuple[str, ...]:
            row = store.get(later, contact)
            fields = store.save(row, before)
            self._find_anew(later, customers.by_key(later, row.customer_id))
            return fields

        subject, named = f"customer:{owner.record_id}", customers_edit(session, CONTACT, owner.record_id)
        self._workplace.edits.keep(session, actor, subject, read, restore, named=named)

    @needs(Permission.EDIT_CUSTOMERS)
    def remove(self, actor: Actor, contact: str, version: int) -> None:
        """Remove a contact; jobs that name it keep their requester. Raises :class:`ChangedMeanwhile`."""
        with self._workplace.transaction() as session:
            row = store.get(session, contact)
            if row.version != version:
                raise ChangedMeanwhile
            owner = customers.by_key(session, row.customer_id)
            store.remove(session, row)
            self._note(session, actor, Action.CONTACT_REMOVED, owner, row)

    @needs(Permission.REVEAL_CONTACT)
    def reveal(self, actor: Actor, contact: str, field: ContactField, reason: RevealReason) -> str:
        """One hidden value in full; logged first.

        Raises:
            InvalidInput: there is no such value.
        """
        told_as = CONTACT_FIELDS[field].told_as
        if told_as is None:
            raise InvalidInput(field.value)
        with self._workplace.transaction() as session:
            row = store.get(session, contact)
            owner = customers.by_key(session, row.customer_id)
            self._workplace.record(
                session,
                actor,
                Action.REVEALED,
                f"customer:{owner.record_id}",
                fields=[told_as.value],
                reason=reason.value,
                contact=contact,
            )
            values = CONTACT_FIELDS[field].full(store.record_of(row))
        if not values:
            raise InvalidInput(field.value)
        return values[0]

    def _note(
        self,
        session: Session,
        actor: Actor,
        action: Action,
        owner: Customer,
        row: CustomerContact,
        allow_number: bool = False,
        record: ContactRecord | None = None,
        fields: tuple[str, ...] = (),
    ) -> None:
        subject = f"customer:{owner.record_id}"
        self._workplace.record(session, actor, action, subject, contact=row.record_id, fields=sorted(fields))
        if allow_number and record is not None:
            note_allowed(self._workplace, session, actor, subject, lambda: check_contact(record))
        customers.note_used(owner, stamp(self._workplace.now()))
        self._find_anew(session, owner)

    def _find_anew(self, session: Session, owner: Customer) -> None:
        finding.write(session, owner.id, customers.record_of(owner), owner.number)
        self._workplace.find_anew(session, owner.id)


def _view(row: CustomerContact, may: bool) -> ContactView:
    record = store.record_of(row)
    name = record.name
    return ContactView(
        contact=row.record_id,
        version=row.version,
        values={one.key: one.masked(record, may)[0] for one in CONTACT_FIELDS},
        parts={
            "family": Masked.shown(name.family),
            "given": masking.withheld(name.given, revealable=may),
            "family_kana": Masked.shown(name.family_kana),
            "given_kana": masking.withheld(name.given_kana, revealable=may),
        },
    )


def _with_changes(
    record: ContactRecord, changes: Mapping[str, object], *, allow_number: bool
) -> ContactRecord:
    values: dict[str, Any] = {}
    for name, value in changes.items():
        if name not in ContactRecord.__dataclass_fields__:
            raise InvalidInput(name)
        values[name] = replace(record.name, **value) if isinstance(value, Mapping) else value
    # An unchanged text may hold a number that was allowed when it was written.
    kept: dict[str, Any] = {name: "" for name in _KEPT if name not in values}
    checked = check_contact(replace(record, **values, **kept), allow_number=allow_number)
    return replace(record, **{name: getattr(checked, name) for name in values})
