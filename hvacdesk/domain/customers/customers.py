"""Customers: what the office keeps of a person or organisation, and what a screen may get of it.

Records carry full values and never leave the services; views carry :class:`~hvacdesk.domain.masked.Masked`
values only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hvacdesk.domain.customers.cautions import Caution
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.text.wording import Phrase, phrase


class CustomerKind(StrEnum):
    """A person's name is masked; an organisation's is public."""

    PERSON = "person"
    ORGANISATION = "organisation"


class PhoneKind(StrEnum):
    """Where a number rings."""

    MOBILE = "mobile"
    HOME = "home"
    WORK = "work"
    FAX = "fax"


class PaymentMethod(StrEnum):
    """How the customer pays. Not personal by itself, so any role may see it.

    It is not known 未定 until somebody says it.
    """

    UNKNOWN = "unknown"
    CASH = "cash"
    TRANSFER = "transfer"
    DEBIT = "debit"
    CARD = "card"
    INVOICE = "invoice"


PAID_ON_SITE = frozenset({PaymentMethod.CASH, PaymentMethod.CARD, PaymentMethod.UNKNOWN})
"""Ways of paying in which the person who does the work takes the money; in the others the office is paid.

Where the way is not known, the office sees what a job notes; a worker's paper says it is not fixed.
"""


class CustomerField(StrEnum):
    """A field that a screen masks and a reveal shows one by one."""

    NAME = "name"
    KANA = "kana"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    NOTE = "note"
    PAYMENT = "payment"
    LOCK_CODE = "lock_code"


@dataclass(frozen=True)
class PersonName:
    """A person's name as they write it; family and given name are kept apart so that one can be masked."""

    family: str = ""
    given: str = ""
    family_kana: str = ""
    given_kana: str = ""


@dataclass(frozen=True)
class Address:
    """A Japanese address by component, since masks cut by component and never by character count.

    Attributes:
        postal_code: seven digits without a hyphen, or empty.
        street: 丁目・番地・号.
        building: building and room.
    """

    postal_code: str = ""
    prefecture: str = ""
    city: str = ""
    town: str = ""
    street: str = ""
    building: str = ""

    @property
    def area(self) -> str:
        """Prefecture, city and town: what every mask shows."""
        return f"{self.prefecture}{self.city}{self.town}"

    def full(self) -> str:
        """The address on one line, as it is written on an envelope, without the postal code."""
        line = f"{self.area}{self.street}"
        return f"{line} {self.building}" if self.building else line


@dataclass(frozen=True)
class Phone:
    """A phone number as the customer gives it. ``number`` keeps its hyphens; comparing uses its digits."""

    kind: PhoneKind
    number: str


@dataclass(frozen=True)
class PaymentDetails:
    """What is sealed under the payment key. There is no field for a card number: none is ever stored."""

    bank: str = ""
    branch: str = ""
    account: str = ""
    payer: str = ""
    card_brand: str = ""
    card_last_four: str = ""
    remarks: str = ""


@dataclass(frozen=True)
class CustomerRecord:
    """Everything the office keeps of one customer, in full. What a form saves and nothing else returns."""

    kind: CustomerKind
    name: PersonName
    organisation: str = ""
    organisation_kana: str = ""
    address: Address = field(default_factory=Address)
    phones: tuple[Phone, ...] = ()
    email: str = ""
    cautions: tuple[Caution, ...] = ()
    note: str = ""
    payment_method: PaymentMethod = PaymentMethod.UNKNOWN
    payment: PaymentDetails | None = None


@dataclass(frozen=True)
class CustomerRow:
    """One line of the customer list.

    Attributes:
        customer: the record id.
        state: the most pressing thing about this customer, shown as a chip; empty when there is none.
        found_by: what a search found this customer by, where the line does not show it.
        tone: the chip's tone: ``good``, ``info``, ``warn`` or ``bad``.
        suspended: whether the use of the customer's data is suspended.
    """

    customer: str
    number: str
    name: Masked
    kana: Masked
    address: Masked
    phone: Masked
    state: Phrase | None = None
    tone: str = "info"
    state_details: dict[str, object] = field(default_factory=dict)
    found_by: Phrase | None = None
    suspended: bool = False


@dataclass(frozen=True)
class FoundCustomers:
    """The first hits of a search, best first, and how many there are in all.

    Attributes:
        places: folded names of places in the hits' addresses that were found by how they are read.
    """

    rows: tuple[CustomerRow, ...]
    hits: int
    total: int
    places: frozenset[str] = frozenset()


@dataclass(frozen=True)
class PhoneView:
    """One of a customer's numbers; ``position`` counts from 0 and names it when it is revealed."""

    position: int
    kind: PhoneKind
    number: Masked


@dataclass(frozen=True)
class CustomerDetail:
    """One customer as the actor may see it.

    Attributes:
        version: increases with each save; a save states the version that it was made from.
        person: whom to ask for in an organisation, masked as a person's name is; empty for a person.
        texts: the e-mail address, the note and whatever else is a single text.
        suspended_on: ISO date since which the record is locked, or empty.
        basis: why the data is kept, a sentence of retention.
        provision_stopped: whether nothing is given to other firms for their own use, as the customer asked.
    """

    customer: str
    number: str
    version: int
    kind: CustomerKind
    name: Masked
    kana: Masked
    address: Masked
    postal_code: Masked
    phones: tuple[PhoneView, ...]
    texts: Mapping[CustomerField, Masked]
    cautions: tuple[Caution, ...]
    payment_method: PaymentMethod
    payment: tuple[tuple[Phrase, Masked], ...]
    registered_on: str
    last_contact_on: str
    person: Masked = field(default_factory=lambda: Masked(""))
    suspended_on: str = ""
    basis: tuple[Phrase, dict[str, object]] | None = None
    provision_stopped: bool = False


KIND_NAMES: dict[CustomerKind, Phrase] = {
    CustomerKind.PERSON: phrase("Customers", "Person"),
    CustomerKind.ORGANISATION: phrase("Customers", "Organisation"),
}

PHONE_KIND_NAMES: dict[PhoneKind, Phrase] = {
    PhoneKind.MOBILE: phrase("Customers", "Mobile"),
    PhoneKind.HOME: phrase("Customers", "Home"),
    PhoneKind.WORK: phrase("Customers", "Work"),
    PhoneKind.FAX: phrase("Customers", "Fax"),
}

PAYMENT_METHOD_NAMES: dict[PaymentMethod, Phrase] = {
    PaymentMethod.UNKNOWN: phrase("Customers", "Not known"),
    PaymentMethod.CASH: phrase("Customers", "Cash"),
    PaymentMethod.TRANSFER: phrase("Customers", "Bank transfer"),
    PaymentMethod.DEBIT: phrase("Customers", "Direct debit"),
    PaymentMethod.CARD: phrase("Customers", "Card"),
    PaymentMethod.INVOICE: phrase("Customers", "On invoice"),
}

PAYMENT_FIELD_NAMES: dict[str, Phrase] = {
    "bank": phrase("Customers", "Bank"),
    "branch": phrase("Customers", "Branch"),
    "account": phrase("Customers", "Account number"),
    "payer": phrase("Customers", "Payer's name"),
    "card_brand": phrase("Customers", "Card brand"),
    "card_last_four": phrase("Customers", "Card, last four digits"),
    "remarks": phrase("Customers", "Billing remarks"),
}
