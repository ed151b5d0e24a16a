"""Recognisable customers for tests: every value can be told apart when it turns up where it should not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hvacdesk.domain.customers.cautions import Caution, CautionKind
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customers import (
    Address,
    CustomerKind,
    CustomerRecord,
    PaymentDetails,
    PaymentMethod,
    PersonName,
    Phone,
    PhoneKind,
)
from hvacdesk.domain.fields import TextKind

SHOWN = ("柳川", "ヤナガワ", "愛知県", "名古屋市千種区", "唐山町", "4649")
"""Parts that masks show to everyone who may find customers."""

HIDDEN = {
    "given": "美沙緒",
    "given_kana": "ミサオ",
    "street": "3-8-21",
    "building": "グランメゾン唐山702",
    "phone": "0527814649",
    "fax": "0527819911",
    "email": "misao.yanagawa@hidden.example",
    "note": "二階の北側の部屋にもう一台",
    "bank": "常盤信用金庫",
    "account": "7316249",
    "payer": "ヤナガワミサオ",
    "remarks": "毎月二十日に来所",
}
"""Values that a mask hides, in one recognisable form each."""

NO_MAILBOX: dict[str, Any] = {one.key.value: "" for one in CUSTOMER_FIELDS.texts_of(TextKind.MAILBOX)}
"""Changes of a customer: without any e-mail address, by which two of them would be one person."""


def customer(**changes: Any) -> CustomerRecord:
    """A person with every field filled, payment apart; ``changes`` replace fields."""
    return replace(
        CustomerRecord(
            kind=CustomerKind.PERSON,
            name=PersonName("柳川", HIDDEN["given"], "ヤナガワ", HIDDEN["given_kana"]),
            address=Address(
                "4640064", "愛知県", "名古屋市千種区", "唐山町", HIDDEN["street"], HIDDEN["building"]
            ),
            phones=(Phone(PhoneKind.HOME, "052-781-4649"), Phone(PhoneKind.FAX, "052-781-9911")),
            email=HIDDEN["email"],
            cautions=(Caution(CautionKind.PET, "犬に注意"),),
            note=HIDDEN["note"],
            payment_method=PaymentMethod.TRANSFER,
        ),
        **changes,
    )


def payment() -> PaymentDetails:
    """Payment details, all filled."""
    return PaymentDetails(
        bank=HIDDEN["bank"],
        branch="今池支店",
        account=HIDDEN["account"],
        payer=HIDDEN["payer"],
        card_brand="JCB",
        card_last_four="0505",
        remarks=HIDDEN["remarks"],
    )


def organisation(called: str = "尾張冷熱商会", **changes: Any) -> CustomerRecord:
    """A firm with a contact person."""
    return customer(
        kind=CustomerKind.ORGANISATION, organisation=called, organisation_kana="オワリレイネツ", **changes
    )


def numbers_in(text: str) -> str:
    """The digits of a text, so that a number is found whatever hyphens it has."""
    return "".join(ch for ch in text if ch.isdigit())
