"""Two customers side by side, masked, before they are merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hvacdesk.domain import masking
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customers import PaymentMethod
from hvacdesk.domain.customers.duplicates import plain_differences
from hvacdesk.domain.customers.merging import (
    MERGE_COLUMNS,
    REVEALS,
    MergeField,
    MergeLine,
    MergeSide,
    MergeView,
    PaymentFate,
    Take,
)
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.permissions import body_decides
from hvacdesk.store.billing import terms
from hvacdesk.store.customers import contacts, customers
from hvacdesk.store.customers import merging as store
from hvacdesk.store.engine import Session

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer


def side_by_side(session: Session, actor: Actor, one: Customer, other: Customer) -> MergeView:
    """What differs, and what is proposed where ``other`` is to live on in ``one``."""
    return MergeView(
        kept=_side(session, actor, one),
        merged=_side(session, actor, other),
        lines=tuple(_line(actor, field, one, other) for field in MergeField if _differs(field, one, other)),
        payment=payment_fate(actor, one, other),
        terms=(terms.own_of(one), terms.own_of(other)),
        apart=plain_differences(
            customers.record_of(one),
            customers.record_of(other),
            (contacts.numbers_of(session, one), contacts.numbers_of(session, other)),
        ),
    )


def _side(session: Session, actor: Actor, row: Customer) -> MergeSide:
    may = actor.may(Permission.REVEAL_CONTACT)
    return MergeSide(
        customer=row.record_id,
        number=row.number,
        version=row.version,
        name=masking.name(*customers.name_of(row), revealable=may),
        address=masking.address(customers.address_of(row), revealable=may),
        phones=tuple(masking.phone(phone.number, revealable=may) for phone in row.phones),
        registered_on=row.registered_on,
        last_contact_on=row.last_contact_on,
        jobs=store.job_count(session, row),
    )


def _differs(field: MergeField, one: Customer, other: Customer) -> bool:
    return any(getattr(one, name) != getattr(other, name) for name in MERGE_COLUMNS[field])


def _empty(field: MergeField, row: Customer) -> bool:
    if field is MergeField.PAYMENT_METHOD:
        return row.payment_method is PaymentMethod.UNKNOWN
    return not any(getattr(row, name) for name in MERGE_COLUMNS[field])


def _line(actor: Actor, field: MergeField, one: Customer, other: Customer) -> MergeLine:
    proposed = Take.KEPT
    if _empty(field, one) or (field is MergeField.KANA and _reads_more(other, one)):
        proposed = Take.MERGED
    elif field is MergeField.NOTE and not _empty(field, other):
        proposed = Take.BOTH
    return MergeLine(field, _masked(actor, field, one), _masked(actor, field, other), proposed)


def _reads_more(one: Customer, other: Customer) -> bool:
    """Whether the one's reading has all that the other's has, and more; of one and the same name alone."""
    if _differs(MergeField.NAME, one, other):
        return False
    columns = MERGE_COLUMNS[MergeField.KANA]
    has, had = ({name for name in columns if getattr(row, name)} for row in (one, other))
    return has > had


def _masked(actor: Actor, field: MergeField, row: Customer) -> Masked:
    if field is MergeField.PAYMENT_METHOD:
        return Masked.shown(row.payment_method)
    if field is MergeField.PAY_TERMS:
        return Masked("")
    may = actor.may(Permission.REVEAL_CONTACT)
    return CUSTOMER_FIELDS[REVEALS[field]].masked(customers.record_of(row), may)[0]


@body_decides("payment details move with the payment key alone")
def payment_fate(actor: Actor, one: Customer, other: Customer) -> PaymentFate:
    """What becomes of the payment details of ``other``, which only their key can seal for ``one``."""
    if not customers.sealed(other):
        return PaymentFate.NONE
    if customers.sealed(one):
        return PaymentFate.KEPT_STAYS
    return PaymentFate.TAKEN if actor.may(Permission.SEE_PAYMENT) else PaymentFate.NOT_READABLE
