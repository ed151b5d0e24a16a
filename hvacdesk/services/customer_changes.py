"""Putting a form's named changes onto a record: what is not named stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from hvacdesk.domain.customers import CustomerRecord, PaymentDetails, Phone
from hvacdesk.domain.errors import InvalidInput

_BY_COMPONENT = ("name", "address")
_NAMES = frozenset(field.name for field in fields(CustomerRecord))


def with_changes(record: CustomerRecord, changes: Mapping[str, object]) -> CustomerRecord:
    """The record with the changes applied, payment fields apart.

    ``name`` and ``address`` may be whole or a mapping of some components; ``phones`` a whole tuple, or a
    mapping of position to phone, where None removes one and the first free position adds one.

    Raises:
        InvalidInput: a name that is no field, or a phone's position that does not exist.
    """
    values: dict[str, Any] = {}
    for name, value in changes.items():
        if name not in _NAMES:
            raise InvalidInput(name)
        if name == "payment":
            continue
        if name in _BY_COMPONENT and isinstance(value, Mapping):
            values[name] = replace(getattr(record, name), **value)
        elif name == "phones" and isinstance(value, Mapping):
            values[name] = _with_phones(record.phones, value)
        else:
            values[name] = value
    return replace(record, **values)


def payment_changes(changes: Mapping[str, object]) -> dict[str, str]:
    """The payment fields to be written; a whole :class:`PaymentDetails` or None names all of them."""
    if "payment" not in changes:
        return {}
    value = changes["payment"]
    if isinstance(value, Mapping):
        unknown = set(value) - {field.name for field in fields(PaymentDetails)}
        if unknown:
            raise InvalidInput(min(unknown))
        return {str(name): str(text) for name, text in value.items()}
    return payment_values(value if isinstance(value, PaymentDetails) else PaymentDetails())


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
