"""Contacts: the people to speak to at an organisation, masked like customers."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace

from hvacdesk.domain.customers.customer_rules import clean_email, clean_name
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.errors import Missing
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.text.input_checks import clean_line
from hvacdesk.domain.text.phones import format_phone
from hvacdesk.domain.text.refused_numbers import check_free_text

CONTACTS_LIMIT = 200
"""Contacts of one organisation."""


@dataclass(frozen=True)
class ContactRecord:
    """A contact in full. It never leaves the services."""

    department: str = ""
    name: PersonName = field(default_factory=PersonName)
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class ContactView:
    """A contact as the actor may see it.

    Attributes:
        contact: the record id.
        version: increases with each save; a save states the version that it was made from.
        parts: the name by part, for the form: ``given`` and ``given_kana`` are withheld.
    """

    contact: str
    version: int
    department: str
    name: Masked
    kana: Masked
    phone: Masked
    email: Masked
    parts: dict[str, Masked]


def check_contact(record: ContactRecord, *, allow_number: bool = False) -> ContactRecord:
    """The contact as it is stored.

    Raises:
        InvalidInput: names the field; a contact needs a family name or a department.
    """
    name = clean_name(record.name)
    department = clean_line("department", record.department)
    if not (name.family or department):
        raise Missing("name", part="family")
    checked = replace(
        record,
        department=department,
        name=name,
        phone=format_phone(record.phone, "phone") if record.phone.strip() else "",
        email=clean_email(record.email),
    )
    _check_numbers(checked, allow_number)
    return checked


def _check_numbers(record: ContactRecord, allow_number: bool) -> None:
    texts = [("department", "", record.department), ("email", "", record.email)]
    texts += [("name", part.name, getattr(record.name, part.name)) for part in fields(record.name)]
    for name, part, text in texts:
        check_free_text(name, text, part=part, allow_number=allow_number)
