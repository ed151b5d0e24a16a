"""A customer as an actor may see it: the masked detail and the masked form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from hvacdesk.domain import masking
from hvacdesk.domain.customers.customer_edit import CustomerEdit
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customers import (
    PAYMENT_FIELD_NAMES,
    CustomerDetail,
    CustomerField,
    CustomerRecord,
    PhoneView,
)
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.permissions import body_decides
from hvacdesk.store.customers import customers as store

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer

Opening = Callable[[str, int, bytes], str]
"""Opens a sealed payment field: column, primary key, ciphertext."""


class CustomerSight:
    """Which parts of any customer the actor sees or may ask to see."""

    def __init__(self, actor: Actor) -> None:
        self.contact = actor.may(Permission.REVEAL_CONTACT)
        self.addressee = actor.may_address
        self.payment = actor.may(Permission.SEE_PAYMENT)
        self.cautions = True

    @classmethod
    @body_decides("masks what the actor's roles do not see")
    def of(cls, actor: Actor, customer: Customer) -> CustomerSight:
        """What the actor sees of this customer: of a locked record nobody may ask to see more."""
        sight = cls(actor)
        if customer.suspended_on:
            sight.contact = sight.addressee = sight.payment = sight.cautions = False
        return sight

    def detail(self, customer: Customer, opening: Opening) -> CustomerDetail:
        """The customer's page."""
        record = store.record_of(customer)
        return CustomerDetail(
            customer=customer.record_id,
            number=customer.number,
            version=customer.version,
            kind=record.kind,
            name=self._masked(CustomerField.NAME, record)[0],
            person=self._person(record),
            kana=self._masked(CustomerField.KANA, record)[0],
            address=self._masked(CustomerField.ADDRESS, record)[0],
            postal_code=Masked.shown(record.address.postal_code),
            phones=self._phones(record),
            texts=self._texts(record),
            cautions=record.cautions if self.cautions else (),
            payment_method=record.payment_method,
            payment=tuple(
                (PAYMENT_FIELD_NAMES[name], value) for name, value in self._payment(customer, opening).items()
            ),
            registered_on=customer.registered_on,
            last_contact_on=customer.last_contact_on,
            suspended_on=customer.suspended_on,
        )

    def edit(self, customer: Customer, opening: Opening) -> CustomerEdit:
        """The form for changing the customer."""
        record = store.record_of(customer)
        name, place = asdict(record.name), asdict(record.address)
        return CustomerEdit(
            customer=customer.record_id,
            number=customer.number,
            version=customer.version,
            kind=record.kind,
            name=self._partly(name, hidden=("given", "given_kana")),
            organisation=record.organisation,
            organisation_kana=record.organisation_kana,
            address=self._partly(place, hidden=("street", "building")),
            phones=self._phones(record),
            texts=self._texts(record),
            cautions=record.cautions,
            payment_method=record.payment_method,
            payment=self._payment(customer, opening),
        )

    def _person(self, record: CustomerRecord) -> Masked:
        return masking.name(record.name, revealable=self.addressee) if record.organisation else Masked("")

    def _phones(self, record: CustomerRecord) -> tuple[PhoneView, ...]:
        masked = self._masked(CustomerField.PHONE, record)
        return tuple(
            PhoneView(position, phone.kind, number)
            for position, (phone, number) in enumerate(zip(record.phones, masked, strict=True))
        )

    def _texts(self, record: CustomerRecord) -> dict[CustomerField, Masked]:
        return {one.key: self._masked(one.key, record)[0] for one in CUSTOMER_FIELDS.texts}

    def _masked(self, key: CustomerField, record: CustomerRecord) -> tuple[Masked, ...]:
        one = CUSTOMER_FIELDS[key]
        return one.masked(record, self.addressee if one.addressee else self.contact)

    def _partly(self, values: Mapping[str, str], hidden: tuple[str, ...]) -> dict[str, Masked]:
        return {
            key: masking.withheld(text, revealable=self.addressee) if key in hidden else Masked.shown(text)
            for key, text in values.items()
        }

    def _payment(self, customer: Customer, opening: Opening) -> dict[str, Masked]:
        """The payment fields that hold something. Payer and remarks would undo the mask of a name."""
        if not self.payment:
            return {}
        shown: dict[str, Masked] = {}
        for name, sealed in store.sealed(customer).items():
            text = opening(name, customer.id, sealed)
            if name == "account":
                shown[name] = masking.bank_account(text, revealable=True)
            elif name in {"payer", "remarks"}:
                shown[name] = masking.withheld(text, revealable=True)
            else:
                shown[name] = Masked.shown(text)
        return shown


def revealed(record: CustomerRecord, field: CustomerField, position: int) -> str | None:
    """One value in full; None where there is nothing to show."""
    values = CUSTOMER_FIELDS[field].full(record)
    return values[position] if 0 <= position < len(values) else None
