"""What the form for changing a customer starts from: only what the actor may see, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hvacdesk.domain.customers.cautions import Caution
from hvacdesk.domain.customers.customers import CustomerField, CustomerKind, PaymentMethod, PhoneView
from hvacdesk.domain.masked import Masked


@dataclass(frozen=True)
class CustomerEdit:
    """A customer as the form shows it. A field that is left untouched is not changed.

    Attributes:
        version: what a save states, so that a save over someone else's is refused.
        name: ``family``, ``given``, ``family_kana`` and ``given_kana``.
        address: ``postal_code``, ``prefecture``, ``city``, ``town``, ``street`` and ``building``.
        texts: as of :class:`~hvacdesk.domain.customers.customers.CustomerDetail`.
        payment: the fields of :class:`~hvacdesk.domain.customers.customers.PaymentDetails`; empty where not
            allowed.
    """

    customer: str
    number: str
    version: int
    kind: CustomerKind
    name: Mapping[str, Masked]
    organisation: str
    organisation_kana: str
    address: Mapping[str, Masked]
    phones: tuple[PhoneView, ...]
    texts: Mapping[CustomerField, Masked]
    cautions: tuple[Caution, ...]
    payment_method: PaymentMethod
    payment: Mapping[str, Masked] = field(default_factory=dict)
