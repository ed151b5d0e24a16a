"""Putting a form's named changes onto a record: what is not named stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customer_rules import check_payment, check_record
from hvacdesk.domain.customers.customers import CustomerRecord, PaymentDetails, PersonName, Phone
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.text.family_names import is_divided

_BY_COMPONENT = ("name", "address")
_FREE_TEXTS: dict[str, Any] = {"cautions": (), **{one.key.value: "" for one in CUSTOMER_FIELDS.texts}}
_NAMES = frozenset(field.name for field in fields(CustomerRecord))


def check_changes(
    record: CustomerRecord, changes: Mapping[str, object], *, allow_number: bool = False
) -> CustomerRecord:
    """The record with the checked changes and everything else as it was, payment fields apart.

    ``name`` and ``address`` may be whole or a mapping of some components; ``phones`` a whole tuple, or a
    mapping of position to phone, where None removes one and the first free position adds one.

    Raises:
        InvalidInput: a changed value cannot be stored, or a name is no field.
    """
    values = {name: _changed(record, name, value) for name, value in changes.items() if name != "payment"}
    # An unchanged text may hold a number that was allowed when it was written.
    kept: dict[str, Any] = {name: empty for name, empty in _FREE_TEXTS.items() if name not in values}
    checked = check_record(replace(record, **values, **kept), allow_number=allow_number)
    return replace(record, **{name: getattr(checked, name) for name in values})


def _changed(record: CustomerRecord, name: str, value: object) -> Any:
    if name not in _NAMES:
        raise InvalidInput(name)
    if name in _BY_COMPONENT and isinstance(value, Mapping):
        return replace(getattr(record, name), **{**_rest_of_kana(record.name, value), **value})
    if name == "phones" and isinstance(value, Mapping):
        return _with_phones(record.phones, value)
    return value


def _rest_of_kana(before: PersonName, changes: Mapping[str, object]) -> dict[str, str]:
    """What is left of kana that were kept together, hidden, when somebody types the family name's."""
    family = str(changes.get("family_kana", "")).strip()
    if is_divided(before) or not family:
        return {}
    return {"given_kana": before.given_kana.removeprefix(family).lstrip()}


def payment_changes(changes: Mapping[str, object], *, allow_number: bool = False) -> dict[str, str]:
    """The payment fields to be written; a whole :class:`PaymentDetails` or None names all of them."""
    if "payment" not in changes:
        return {}
    value = changes["payment"]
    if not isinstance(value, Mapping):
        details = value if isinstance(value, PaymentDetails) else PaymentDetails()
        return payment_values(check_payment(details, allow_number=allow_number))
    unknown = set(value) - set(PaymentDetails.__dataclass_fields__)
    if unknown:
        raise InvalidInput("payment", part=min(unknown))
    checked = payment_values(check_payment(PaymentDetails(**value), allow_number=allow_number))
    return {name: checked[name] for name in value}


def payment_values(details: PaymentDetails) -> dict[str, str]:
    """The payment fields by name."""
    return {field.name: getattr(details, field.name) for field in fields(details)}


def _with_phones(phones: tuple[Phone, ...], changes: Mapping[int, Phone | None]) -> tuple[Phone, ...]:
    result: list[Phone | None] = list(phones)
    for position in sorted(changes):
        if position == len(result):
            result.append(changes[position])
        elif 0 <= position < len(result):
            result[position] = changes[position]
        else:
            raise InvalidInput("phones")
    return tuple(phone for phone in result if phone is not None)
