"""Customers: finding them masked, keeping their records, and showing one hidden value with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, replace
from functools import partial
from typing import TYPE_CHECKING, Annotated

from hvacdesk import hygiene
from hvacdesk.domain.calls.caller_check import CallerCheck
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.customers.customer_edit import CustomerEdit
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customer_numbers import customer_number
from hvacdesk.domain.customers.customer_rules import check_record
from hvacdesk.domain.customers.customers import (
    Address,
    CustomerDetail,
    CustomerField,
    CustomerRecord,
    CustomerRow,
    FoundCustomers,
)
from hvacdesk.domain.customers.duplicates import LikelyDuplicate
from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, NotPermitted
from hvacdesk.domain.jobs.jobs import SiteView
from hvacdesk.domain.oversight.audit_log import Action, AuditEntry, RevealReason
from hvacdesk.domain.requests.purposes_notice import NoticeWay
from hvacdesk.domain.requests.requests import RequestKind
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import check_limit
from hvacdesk.domain.text.text_forms import fold
from hvacdesk.services.allowed_numbers import note_allowed
from hvacdesk.services.customers import postal
from hvacdesk.services.customers.customer_changes import check_changes, payment_changes, payment_values
from hvacdesk.services.customers.customer_search import CustomerSearch
from hvacdesk.services.customers.customer_views import CustomerSight, revealed
from hvacdesk.services.customers.duplicates import LikelyDuplicates
from hvacdesk.services.jobs.job_views import JobSight
from hvacdesk.services.named_edits import CUSTOMER, customers_edit
from hvacdesk.services.permissions import anybody_logged_in, body_decides, needs
from hvacdesk.services.requests.purposes_notice import note_notice
from hvacdesk.services.requests.suspension import require_readable
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import counters
from hvacdesk.store.customers import customers as store
from hvacdesk.store.customers import merging
from hvacdesk.store.engine import Session
from hvacdesk.store.incidents import affected
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.oversight import audit_log
from hvacdesk.store.requests import requests

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer

PAGE = 100
"""Lines of one search: nobody reads more, and each takes a fortieth of a millisecond."""
ACCESSES = 200
"""The latest entries about a customer that their page shows."""

_TABLE = "customers"
_PAYMENT_KEYS = frozenset({"payment", "payment_method"})


class Customers:
    """The customers of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._search = CustomerSearch(workplace)
        self._duplicates = LikelyDuplicates(workplace, self._search)

    @needs(Permission.FIND_CUSTOMERS)
    def search(self, actor: Actor, text: str, limit: int = PAGE) -> FoundCustomers:
        """Customers by what their mask shows, by any part; an empty text gives the most recently used.

        A hidden value is found by its exact full form only: whole phone number, name, kana, address or
        e-mail. Such tries are counted, slowed when many, and logged. Job and serial numbers are found whole.

        Raises:
            NotPermitted: the actor may not find customers.
            TooManyExactSearches: the actor has to wait before the next exact try.
            OutOfRange: no list has so many.
        """
        check_limit("limit", limit)
        return self._search.search(actor, text, limit)

    @needs(Permission.FIND_CUSTOMERS)
    def check_caller(self, actor: Actor, name: str, last_four: str) -> CallerCheck:
        """Whether there are customers of this whole name, or family name, with a number that ends like this.

        Nothing is revealed: the answer holds masked lines. Every check counts as an exact try.

        Raises:
            InvalidInput: names the field ``name`` or ``last_four``.
            TooManyExactSearches: the actor has to wait before the next check.
        """
        return self._search.check_caller(actor, name, last_four)

    @needs(Permission.FIND_CUSTOMERS)
    def rows_of(self, actor: Actor, customers: Sequence[str]) -> tuple[CustomerRow, ...]:
        """Masked lines of these customers in their order, without those gone or merged into another."""
        with self._workplace.reading() as session:
            return self._search.rows(session, actor, store.keys_of(session, customers))

    @anybody_logged_in
    def prepare_search(self) -> None:
        """Read what searches look through into memory, so that the first of them need not wait for it."""
        self._workplace.finding.total()
        self._workplace.finding.read_places()
        hygiene.give_back_memory()

    @needs(Permission.FIND_CUSTOMERS)
    def detail(self, actor: Actor, customer: str) -> CustomerDetail:
        """One customer, masked; of a merged duplicate the one in whom it lives on."""
        with self._workplace.reading() as session:
            row = store.current(session, customer)
            seen = CustomerSight.of(actor, row).detail(row, self._open)
            stopped = requests.in_force(session, RequestKind.PROVISION_STOP, [row.id])
            return replace(seen, provision_stopped=bool(stopped))

    @needs(Permission.EDIT_CUSTOMERS, Permission.SEE_PAYMENT)
    def record_for_edit(self, actor: Actor, customer: str) -> CustomerEdit:
        """What the form for changing the customer shows. Accounting gets it for the payment fields."""
        with self._workplace.reading() as session:
            require_readable(session, f"customer:{customer}")
            row = store.get(session, customer)
            return CustomerSight.of(actor, row).edit(row, self._open)

    @needs(Permission.EDIT_CUSTOMERS)
    @body_decides("payment fields for who holds the payment key")
    def add(
        self,
        actor: Actor,
        record: CustomerRecord,
        *,
        allow_number: bool = False,
        with_site: bool = False,
        notice: NoticeWay | None = None,
        wording: int = 0,
    ) -> str:
        """Register a customer, with a first site at the same address if asked, and return the record id.

        Args:
            notice: how the purposes notice was given to them, if it was.
            wording: which one, by its number; 0 for the one in force.

        Raises:
            NoNoticeYet: there is no notice that could have been given.
            InvalidInput: names the field; its kinds CardNumberFound and MyNumberFound give way to
                ``allow_number``, which is logged.
        """
        if record.payment is not None:
            actor.require(Permission.SEE_PAYMENT)
        checked = check_record(record, allow_number=allow_number)
        moment, today = self._workplace.now(), self._workplace.today().isoformat()
        with self._workplace.transaction() as session:
            number = customer_number(counters.take(session, "customer"))
            row = store.add(session, checked, number, today=today, at=stamp(moment), by=actor.account)
            if checked.payment is not None:
                store.seal(row, payment_values(checked.payment), self._seal)
            subject = f"customer:{row.record_id}"
            self._workplace.record(session, actor, Action.CUSTOMER_ADDED, subject)
            if allow_number:
                note_allowed(self._workplace, session, actor, subject, lambda: check_record(record))
            if with_site:
                site = job_store.add_site_at(session, row)
                self._workplace.record(session, actor, Action.SITE_ADDED, f"site:{site.record_id}")
            if notice is not None:
                note_notice(self._workplace, session, actor, row, notice, wording)
            self._found_anew(session, row.id)
            return row.record_id

    @needs(Permission.EDIT_CUSTOMERS, Permission.SEE_PAYMENT)
    @body_decides("payment fields with the payment key alone, the others for who edits customers")
    def change(
        self,
        actor: Actor,
        customer: str,
        version: int,
        changes: Annotated[Mapping[str, object], CustomerRecord],
        *,
        allow_number: bool = False,
    ) -> tuple[SiteView, ...]:
        """Change the named fields of a customer and no others.

        Returns the customer's sites that still have the address of before, masked: without a question the
        papers would send somebody there. There are none for who may not change sites.

        Args:
            version: of the detail or form that the changes were made from.
            changes: keys are fields of :class:`CustomerRecord`; :func:`check_changes` tells of parts.

        Raises:
            ChangedMeanwhile: someone saved the customer since.
            InvalidInput: as for :meth:`add`.
        """
        self._require_change(actor, changes)
        payment = payment_changes(changes, allow_number=allow_number)
        with self._workplace.transaction() as session:
            row = store.get(session, customer)
            if row.version != version:
                raise ChangedMeanwhile
            before, sealed, authors = store.record_of(row), store.sealed(row), store.caution_authors(row)
            named = customers_edit(session, CUSTOMER, customer)
            after = check_changes(before, changes, allow_number=allow_number)
            today = self._workplace.today().isoformat()
            changed = store.save(session, row, after, by=actor.account, today=today)
            store.seal(row, payment, self._seal)
            store.count_change(row)
            store.note_used(row, stamp(self._workplace.now()))
            subject = f"customer:{customer}"
            self._workplace.record(
                session, actor, Action.CUSTOMER_CHANGED, subject, fields=sorted((*changed, *payment))
            )
            if allow_number:
                note_allowed(self._workplace, session, actor, subject, lambda: check_changes(before, changes))
            self._found_anew(session, row.id)

            def restore(later: Session) -> tuple[str, ...]:
                changed = self._put_back(later, customer, before, sealed)
                store.put_caution_authors(store.get(later, customer), authors)
                return changed

            read = partial(_state, customer)
            self._workplace.edits.keep(session, actor, subject, read, restore, named=named)
            return self._sites_left(session, actor, row, before.address)

    def _sites_left(
        self, session: Session, actor: Actor, row: Customer, former: Address
    ) -> tuple[SiteView, ...]:
        """The customer's sites at the former address, where the customer's is another now."""
        before = _compared(former)
        if before == _compared(store.address_of(row)) or not actor.may(Permission.EDIT_JOBS):
            return ()
        sight, locked = JobSight(actor, self._workplace.today()), bool(row.suspended_on)
        return tuple(
            sight.site(site, locked=locked)
            for site in job_store.sites_of(session, row)
            if _compared(store.address_of(site)) == before
        )

    def _put_back(
        self, session: Session, customer: str, before: CustomerRecord, sealed: Mapping[str, bytes]
    ) -> tuple[str, ...]:
        row = store.get(session, customer)
        changed = (*store.save(session, row, before), *store.put_sealed(row, sealed))
        store.count_change(row)
        self._found_anew(session, row.id)
        return changed

    @needs(Permission.EDIT_CUSTOMERS)
    def likely_duplicates(self, actor: Actor, record: CustomerRecord) -> tuple[LikelyDuplicate, ...]:
        """Customers who share a phone, full name, e-mail, organisation, or kana and last four digits.

        The most telling come first. What hidden values answer counts as an exact try, as in :meth:`search`.
        """
        return self._duplicates.of(actor, record)

    @needs(Permission.EDIT_CUSTOMERS)
    def likely_duplicates_of(self, actor: Actor, customer: str) -> tuple[LikelyDuplicate, ...]:
        """Who shares such things with a customer who is registered, given by record id.

        Raises:
            TooManyExactSearches: as :meth:`likely_duplicates`.
        """
        return self._duplicates.of_registered(actor, customer)

    @needs(Permission.REVEAL_CONTACT, Permission.REVEAL_ADDRESSEE, Permission.SEE_PAYMENT)
    @body_decides("by field and reason: accounting sees payment, and the addressee for a document")
    def reveal(
        self, actor: Actor, customer: str, field: CustomerField, reason: RevealReason, position: int = 0
    ) -> str:
        """One hidden value in full; the entry in the log is written first, in the same transaction.

        Args:
            position: of the phone, or of the payment field among those that the detail lists.

        Raises:
            NotPermitted: the role does not reach this field, or not with this reason.
            InvalidInput: there is no such value.
        """
        _require_reveal(actor, field, reason)
        with self._workplace.transaction() as session:
            row = store.get(session, customer)
            self._record_reveal(session, actor, row, (field,), reason)
            return self._value(row, field, position)

    @needs(Permission.REVEAL_CONTACT)
    def reveal_contact(self, actor: Actor, customer: str, reason: RevealReason) -> tuple[str, str]:
        """The first phone and the address together, for a call; one entry in the log."""
        with self._workplace.transaction() as session:
            row = store.get(session, customer)
            self._record_reveal(session, actor, row, (CustomerField.PHONE, CustomerField.ADDRESS), reason)
            record = store.record_of(row)
        return (record.phones[0].number if record.phones else ""), record.address.full()

    @anybody_logged_in
    def postal_lookup(self, code: str) -> tuple[Address, ...]:
        """The towns of a postal code; several may share one."""
        return postal.towns(code)

    @needs(Permission.FIND_CUSTOMERS, Permission.READ_AUDIT)
    def accesses(self, actor: Actor, customer: str) -> tuple[AuditEntry, ...]:
        """Who did what with the data of this customer, of merged duplicates and of their jobs, estimates,
        invoices and calls, and with whom it lived on in while it did; the newest first.
        """
        with self._workplace.reading() as session:
            whole = merging.registrations(session, customer)
            subjects = affected.subjects_of_customers(session, whole)
            then = affected.seen_then(session, whole)
            return audit_log.entries(session, limit=ACCESSES, subjects=subjects, also=then)

    def _require_change(self, actor: Actor, changes: Mapping[str, object]) -> None:
        if "payment" in changes:
            actor.require(Permission.SEE_PAYMENT)
        if not (_PAYMENT_KEYS.issuperset(changes) and actor.may(Permission.SEE_PAYMENT)):
            actor.require(Permission.EDIT_CUSTOMERS)

    def _record_reveal(
        self,
        session: Session,
        actor: Actor,
        row: Customer,
        fields: tuple[CustomerField, ...],
        reason: RevealReason,
    ) -> None:
        self._workplace.record(
            session,
            actor,
            Action.REVEALED,
            f"customer:{row.record_id}",
            fields=[field.value for field in fields],
            reason=reason.value,
        )
        store.note_used(row, stamp(self._workplace.now()))
        self._found_anew(session, row.id)

    def _value(self, row: Customer, field: CustomerField, position: int) -> str:
        if field is CustomerField.PAYMENT:
            sealed = list(store.sealed(row).items())
            value = (
                self._open(sealed[position][0], row.id, sealed[position][1])
                if position in range(len(sealed))
                else None
            )
        else:
            value = revealed(store.record_of(row), field, position)
        if value is None:
            raise InvalidInput(field.value)
        return value

    def _found_anew(self, session: Session, customer: int) -> None:
        self._workplace.find_anew(session, customer)

    def _seal(self, column: str, key: int, text: str) -> bytes:
        return self._workplace.vault.seal_payment(_TABLE, column, key, text)

    def _open(self, column: str, key: int, sealed: bytes) -> str:
        return self._workplace.vault.open_payment(_TABLE, column, key, sealed)


def _state(customer: str, session: Session) -> tuple[CustomerRecord, Mapping[str, bytes]]:
    row = store.get(session, customer)
    return store.record_of(row), store.sealed(row)


def _compared(place: Address) -> tuple[str, ...]:
    return tuple(fold(part) for part in astuple(place))


def _require_reveal(actor: Actor, field: CustomerField, reason: RevealReason) -> None:
    """Accounting sees addressee and address, for the document at hand, and no other contact field."""
    if field is CustomerField.PAYMENT:
        actor.require(Permission.SEE_PAYMENT)
    elif field is CustomerField.LOCK_CODE:
        raise InvalidInput(field.value)  # a site's, and revealed there
    elif not actor.may(Permission.REVEAL_CONTACT):
        if not CUSTOMER_FIELDS[field].addressee or reason is not RevealReason.DOCUMENT:
            raise NotPermitted(permission=Permission.REVEAL_CONTACT.value)
        actor.require(Permission.REVEAL_ADDRESSEE)
