"""A customer's fields, each described once; see :mod:`hvacdesk.domain.fields`.

One more mailbox of a customer is a member of ``CustomerField``, ``MergeField`` and ``ImportField``, an
attribute of ``CustomerRecord``, its columns with their migration, its header's words in
``resources/import/columns.toml``, and one line in :data:`CUSTOMER_FIELDS`. For a text of another kind
``resources/docs/engineers.md`` names what goes by hand. Tests take every field through every use.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from hvacdesk.domain import masking
from hvacdesk.domain.customers.customers import Address, CustomerField, CustomerRecord
from hvacdesk.domain.fields import DescribedField, FieldSet, TextKind, Use, WholeForm, filled
from hvacdesk.domain.papers.work_orders import PrintField
from hvacdesk.domain.text.text_forms import fold
from hvacdesk.domain.text.traces import Trace, trace_of_name
from hvacdesk.domain.text.wording import Phrase, phrase
from hvacdesk.domain.text.written_places import place_forms

Field = DescribedField[CustomerField, CustomerRecord]


def whole_name(family: str, given: str) -> str:
    """The folded full form of a name, or nothing where there is no given name: then nothing is hidden."""
    return fold(f"{family}{given}") if given else ""


def _whole_address(place: Address) -> str:
    """The folded town and street, or nothing without a street: then nothing is hidden."""
    return fold(f"{place.town}{place.street}") if place.street else ""


def _name(record: CustomerRecord) -> str:
    return " ".join(filter(None, (record.organisation, record.name.family, record.name.given)))


def _kana(record: CustomerRecord) -> str:
    person = record.name
    return " ".join(filter(None, (record.organisation_kana, person.family_kana, person.given_kana)))


def _mailbox(key: CustomerField, label: Phrase) -> Field:
    """An e-mail address: all of them are handled alike."""
    text: Callable[[CustomerRecord], str] = attrgetter(key.value)
    return Field(
        key,
        label,
        columns=(key.value,),
        full=lambda record: filled(text(record)),
        masked=lambda record, revealable: (masking.email(text(record), revealable=revealable),),
        printed=PrintField.EMAIL,
        told_as=key,
        trace=lambda record: Trace(words=filled(text(record))),
        kind=TextKind.MAILBOX,
        whole=WholeForm(f"whole_{key.value}", lambda record: fold(text(record))),
    )


_SEALED = "It is sealed under the payment key and read by whoever holds that, not with the record."
_OF_A_SITE = "It is a site's, and stands in no customer's record."
_PROSE = "It is prose, which nobody writes or types a second time word for word."

CUSTOMER_FIELDS = FieldSet(
    Field(
        CustomerField.NAME,
        phrase("Customers", "Name"),
        columns=("kind", "organisation", "family_name", "given_name"),
        full=lambda record: filled(_name(record)),
        masked=lambda record, revealable: (
            masking.name(record.name, record.organisation, revealable=revealable),
        ),
        told_as=CustomerField.NAME,
        trace=lambda record: trace_of_name(record.name, record.organisation),
        printed=PrintField.NAME,
        addressee=True,
        whole=WholeForm("whole_name", lambda record: whole_name(record.name.family, record.name.given)),
    ),
    Field(
        CustomerField.KANA,
        phrase("Customers", "Kana"),
        columns=("organisation_kana", "family_kana", "given_kana"),
        full=lambda record: filled(_kana(record)),
        masked=lambda record, revealable: (
            masking.kana(record.name, record.organisation_kana, revealable=revealable),
        ),
        told_as=CustomerField.KANA,
        trace=lambda _record: Trace(),
        printed=None,
        addressee=True,
        whole=WholeForm(
            "whole_kana", lambda record: whole_name(record.name.family_kana, record.name.given_kana)
        ),
        otherwise={
            Use.BLACKED_OUT: "The name, which is recognised in kana too, falls under a rule for both.",
            Use.BARRED: "The name is recognised in kana too, so this is barred with it.",
        },
    ),
    Field(
        CustomerField.ADDRESS,
        phrase("Customers", "Address"),
        columns=("postal_code", "prefecture", "city", "town", "street", "building"),
        full=lambda record: filled(record.address.full()),
        masked=lambda record, revealable: (masking.address(record.address, revealable=revealable),),
        told_as=CustomerField.ADDRESS,
        trace=lambda record: Trace(places=place_forms(record.address)),
        printed=PrintField.ADDRESS,
        addressee=True,
        whole=WholeForm("whole_address", lambda record: _whole_address(record.address)),
        otherwise={Use.BARRED: "It is written in too many ways to be recognised for sure."},
    ),
    Field(
        CustomerField.PHONE,
        phrase("Customers", "Phone"),
        columns=(),
        full=lambda record: tuple(phone.number for phone in record.phones),
        masked=lambda record, revealable: tuple(
            masking.phone(phone.number, revealable=revealable) for phone in record.phones
        ),
        told_as=CustomerField.PHONE,
        trace=lambda record: Trace(numbers=tuple(phone.number for phone in record.phones)),
        printed=PrintField.PHONE,
        otherwise={Use.MERGED: "A merged customer has the numbers of both."},
    ),
    _mailbox(CustomerField.EMAIL, phrase("Customers", "E-mail")),
    Field(
        CustomerField.NOTE,
        phrase("Customers", "Note"),
        columns=("note",),
        full=lambda record: filled(record.note),
        masked=lambda record, revealable: (masking.withheld(record.note, revealable=revealable),),
        told_as=CustomerField.NOTE,
        trace=lambda record: Trace(words=filled(record.note)),
        printed=None,
        kind=TextKind.PROSE,
        disclosed=phrase("Disclosure", "Note"),
        otherwise={
            Use.BLACKED_OUT: _PROSE,
            Use.BARRED: _PROSE,
            Use.FOUND: _PROSE,
            Use.EXPORTED: "A list in full is for reaching customers, which takes no note.",
        },
    ),
    Field(
        CustomerField.PAYMENT,
        phrase("Customers", "Payment"),
        columns=(),
        full=lambda _record: (),
        masked=lambda _record, _revealable: (),
        told_as=CustomerField.PAYMENT,
        trace=lambda _record: Trace(),
        printed=PrintField.PAYMENT,
        otherwise=dict.fromkeys(Use, _SEALED),
    ),
    Field(
        CustomerField.LOCK_CODE,
        phrase("Customers", "Keys and lock codes"),
        columns=(),
        full=lambda _record: (),
        masked=lambda _record, _revealable: (),
        told_as=CustomerField.LOCK_CODE,
        trace=lambda _record: Trace(),
        printed=PrintField.LOCK_CODES,
        otherwise=dict.fromkeys(Use, _OF_A_SITE),
    ),
)
"""Every field, in the order of ``CustomerField``."""

WHOLE_FORMS = tuple(one.whole for one in CUSTOMER_FIELDS if one.whole)
"""Every form that the search's table stores."""


def whole_form(key: CustomerField, record: CustomerRecord) -> str:
    """The folded full form of a field that has one."""
    form = CUSTOMER_FIELDS[key].whole
    return form.of(record) if form else ""


_MAILBOXES = CUSTOMER_FIELDS.texts_of(TextKind.MAILBOX)


def mailboxes(record: CustomerRecord) -> tuple[str, ...]:
    """Every e-mail address of a customer."""
    return tuple(text for one in _MAILBOXES for text in one.full(record))
