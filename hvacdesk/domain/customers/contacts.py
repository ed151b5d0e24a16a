"""Contacts: the people to speak to at an organisation, masked like customers.

One more text of a contact (a second phone, say) is a member of :class:`ContactField`, an attribute of
:class:`ContactRecord`, its columns with their migration, and one line in :data:`CONTACT_FIELDS`. Tests take
every field through every use.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from operator import attrgetter
from typing import Any

from hvacdesk.domain import masking
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customer_rules import CLEANED, clean_name
from hvacdesk.domain.customers.customers import CustomerField, PersonName
from hvacdesk.domain.errors import Missing
from hvacdesk.domain.fields import DescribedField, FieldSet, TextKind, Use, WholeForm, filled
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.papers.work_orders import PrintField
from hvacdesk.domain.text.input_checks import names_somebody
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.text_forms import digits
from hvacdesk.domain.text.traces import Trace, trace_of_name
from hvacdesk.domain.text.wording import Phrase, phrase

CONTACTS_LIMIT = 200
"""Contacts of one organisation."""


class ContactField(StrEnum):
    """What is kept of a contact."""

    DEPARTMENT = "department"
    NAME = "name"
    KANA = "kana"
    PHONE = "phone"
    EMAIL = "email"


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
        values: every field.
        parts: the name by part, for the form: ``given`` and ``given_kana`` are withheld.
    """

    contact: str
    version: int
    values: Mapping[ContactField, Masked]
    parts: Mapping[str, Masked]

    @property
    def title(self) -> str:
        """Department and masked name, as a line that names the contact."""
        named = (self.values[key].text for key in (ContactField.DEPARTMENT, ContactField.NAME))
        return "  ".join(filter(None, named))


Field = DescribedField[ContactField, ContactRecord]


def _text(key: ContactField) -> Callable[[ContactRecord], str]:
    return attrgetter(key.value)


def _number(key: ContactField, column: str, label: Phrase, disclosed: Phrase) -> Field:
    """A phone number; ``column`` is what a whole number is compared with."""
    text = _text(key)
    return Field(
        key,
        label,
        columns=(key.value, column),
        full=lambda record: filled(text(record)),
        masked=lambda record, may: (
            masking.phone(text(record), revealable=may) if text(record) else Masked(""),
        ),
        told_as=CustomerField.PHONE,
        printed=PrintField.PHONE,
        trace=lambda record: Trace(numbers=filled(text(record))),
        kind=TextKind.NUMBER,
        disclosed=disclosed,
        whole=WholeForm(column, lambda record: digits(text(record))),
        otherwise=_STAYS_APART,
    )


def _mailbox(key: ContactField, label: Phrase) -> Field:
    text = _text(key)
    return Field(
        key,
        label,
        columns=(key.value,),
        full=lambda record: filled(text(record)),
        masked=lambda record, may: (masking.email(text(record), revealable=may),),
        told_as=CustomerField.EMAIL,
        printed=PrintField.EMAIL,
        trace=lambda record: Trace(words=filled(text(record))),
        kind=TextKind.MAILBOX,
        otherwise=_STAYS_APART,
    )


_STAYS_APART = {Use.MERGED: "A merged customer has the contacts of both, each as it was."}
_FAMILY_ALONE = {Use.FOUND: "The organisation is found by the family name, which every mask shows."}
_IN_TITLE = {Use.SHOWN: "The title of the contact's block says it, above its lines."}
_PUBLIC = "A department is no person's, and nothing of it is hidden."

CONTACT_FIELDS = FieldSet(
    Field(
        ContactField.DEPARTMENT,
        phrase("Customers", "Department"),
        columns=("department",),
        full=lambda record: filled(record.department),
        masked=lambda record, _may: (Masked.shown(record.department),),
        told_as=None,
        printed=None,
        trace=lambda _record: Trace(),
        kind=TextKind.LINE,
        otherwise=_STAYS_APART | dict.fromkeys((Use.BLACKED_OUT, Use.BARRED, Use.FOUND), _PUBLIC) | _IN_TITLE,
    ),
    Field(
        ContactField.NAME,
        CUSTOMER_FIELDS[CustomerField.NAME].label,
        columns=("family_name", "given_name"),
        full=lambda record: filled(" ".join(filter(None, (record.name.family, record.name.given)))),
        masked=lambda record, may: (masking.name(record.name, revealable=may),),
        told_as=CustomerField.NAME,
        printed=PrintField.NAME,
        trace=lambda record: trace_of_name(record.name),
        card=phrase("Customers", "Full name"),
        otherwise=_STAYS_APART | _FAMILY_ALONE,
    ),
    Field(
        ContactField.KANA,
        CUSTOMER_FIELDS[CustomerField.KANA].label,
        columns=("family_kana", "given_kana"),
        full=lambda record: filled(" ".join(filter(None, (record.name.family_kana, record.name.given_kana)))),
        masked=lambda record, may: (masking.kana(record.name, revealable=may),),
        told_as=CustomerField.KANA,
        printed=None,
        trace=lambda _record: Trace(),
        otherwise={**CUSTOMER_FIELDS[CustomerField.KANA].otherwise, **_STAYS_APART, **_FAMILY_ALONE},
    ),
    _number(
        ContactField.PHONE,
        "digits",
        CUSTOMER_FIELDS[CustomerField.PHONE].label,
        phrase("Disclosure", "Phone"),
    ),
    _mailbox(ContactField.EMAIL, CUSTOMER_FIELDS[CustomerField.EMAIL].label),
)
"""Every field, in the order of :class:`ContactField`."""

NUMBERS = CONTACT_FIELDS.texts_of(TextKind.NUMBER)
MAILBOXES = CONTACT_FIELDS.texts_of(TextKind.MAILBOX)


def check_contact(record: ContactRecord, *, allow_number: bool = False) -> ContactRecord:
    """The contact as it is stored.

    Raises:
        InvalidInput: names the field; a contact needs a family name or a department.
    """
    name = clean_name(record.name)
    texts: dict[str, Any] = {
        one.key.value: CLEANED[one.kind](one.key.value, getattr(record, one.key.value))
        for one in CONTACT_FIELDS.texts
        if one.kind
    }
    if not any(map(names_somebody, (name.family, texts["department"]))):
        raise Missing("name", part="family")
    checked = replace(record, name=name, **texts)
    _check_numbers(checked, allow_number)
    return checked


def _check_numbers(record: ContactRecord, allow_number: bool) -> None:
    """Look for card numbers and My Numbers wherever a person could type one; a phone is a number itself."""
    free = CONTACT_FIELDS.texts_of(TextKind.LINE, TextKind.MAILBOX, TextKind.PROSE)
    texts = [(one.key.value, "", getattr(record, one.key.value)) for one in free]
    texts += [("name", part.name, getattr(record.name, part.name)) for part in fields(record.name)]
    for name, part, text in texts:
        check_free_text(name, text, part=part, allow_number=allow_number)
