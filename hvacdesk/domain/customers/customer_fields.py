"""A customer's fields, each described once: what it is called, who sees what of it, and where it is used.

Views, reveals, forms, merging, exports, imports, exact searches, the blacking out of what people write into
jobs, the barrier for an incident's texts and a leak's exposure derive from these descriptions. A field has
every use unless its description names the use that it is left out of, and why.

One more text of a customer (a second mailbox, say) is a member of ``CustomerField``, ``MergeField`` and
``ImportField``, an attribute of ``CustomerRecord``, its columns with their migration, its header's words in
``resources/import/columns.toml``, and one line in :data:`CUSTOMER_FIELDS`. Tests take every field through
every use.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from operator import attrgetter

from hvacdesk.domain import masking
from hvacdesk.domain.customers.customers import Address, CustomerField, CustomerRecord
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.papers.work_orders import PrintField
from hvacdesk.domain.text.text_forms import fold
from hvacdesk.domain.text.wording import Phrase, phrase


class Use(StrEnum):
    """Something that is done with every field of a customer.

    ``BLACKED_OUT``: free text on a paper that hides the field does not hold it either. ``BARRED``: no text of
    an incident may hold it, since incidents are kept longer than customers. ``FOUND``: typing it in
    full finds its customer. ``MERGED``: of two registrations the value of one is chosen. ``EXPORTED``: a list
    in full has it.
    """

    BLACKED_OUT = "blacked_out"
    BARRED = "barred"
    FOUND = "found"
    MERGED = "merged"
    EXPORTED = "exported"


class TextKind(StrEnum):
    """What kind of text a field is, if it is one: how it is checked, typed, read from a list and found."""

    MAILBOX = "mailbox"
    PROSE = "prose"


class Trail(StrEnum):
    """How a value is recognised in what people write."""

    AS_WRITTEN = "as_written"
    DIGITS = "digits"
    GIVEN_NAME = "given_name"


@dataclass(frozen=True)
class WholeForm:
    """The folded full form, the only one by which a hidden value is found.

    Attributes:
        column: where the search's table stores it.
        of: makes it, or nothing where nothing is hidden.
    """

    column: str
    of: Callable[[CustomerRecord], str]


@dataclass(frozen=True)
class DescribedField:
    """One field of a customer.

    Attributes:
        key: what reveals, the log, incidents and a leak's exposure call it.
        columns: where it is in the table of customers; they go together.
        full: each value in full, as a reveal shows it by position; empty where there is none, and where it
            is not part of the record.
        masked: each value as lists and cards show it, and whether the reader may ask to see the rest.
        kind: what kind of text it is, where it is a single one, in the attribute of a record and the column
            that are named like it.
        within: what it is called within a sentence; only for texts.
        addressee: whether a person who only writes to customers may see it, for the document at hand.
        printed: the rule of the print profiles that it falls under; None where no paper has a rule for it.
        whole: how it is found by its exact form, where its values have no rows of their own to be found by.
        trail: how it is recognised on papers; see :attr:`Use.BLACKED_OUT`.
        spelled: what to look for in an incident's texts, where that is more than the full values.
        otherwise: the uses that it is left out of, each with the reason.
    """

    key: CustomerField
    label: Phrase
    columns: tuple[str, ...]
    full: Callable[[CustomerRecord], tuple[str, ...]]
    masked: Callable[[CustomerRecord, bool], tuple[Masked, ...]]
    printed: PrintField | None
    kind: TextKind | None = None
    within: Phrase | None = None
    addressee: bool = False
    whole: WholeForm | None = None
    trail: Trail = Trail.AS_WRITTEN
    spelled: Callable[[CustomerRecord], tuple[str, ...]] | None = None
    otherwise: Mapping[Use, str] = field(default_factory=dict)

    def goes(self, use: Use) -> bool:
        """Whether it is part of a use: it is unless the description leaves it out."""
        return use not in self.otherwise


def whole_name(family: str, given: str) -> str:
    """The folded full form of a name, or nothing where there is no given name: then nothing is hidden."""
    return fold(f"{family}{given}") if given else ""


def _whole_address(place: Address) -> str:
    """The folded town and street, or nothing without a street: then nothing is hidden."""
    return fold(f"{place.town}{place.street}") if place.street else ""


def _filled(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _name(record: CustomerRecord) -> str:
    return " ".join(filter(None, (record.organisation, record.name.family, record.name.given)))


def _kana(record: CustomerRecord) -> str:
    person = record.name
    return " ".join(filter(None, (record.organisation_kana, person.family_kana, person.given_kana)))


def _spelled_name(record: CustomerRecord) -> tuple[str, ...]:
    """A person's full name as people write it; an organisation's is public."""
    family, given = record.name.family, record.name.given
    if record.organisation or not (family and given):
        return ()
    return f"{family}{given}", f"{family} {given}", f"{family}　{given}"


def _mailbox(key: CustomerField, label: Phrase, within: Phrase) -> DescribedField:
    """An e-mail address: all of them are handled alike."""
    text: Callable[[CustomerRecord], str] = attrgetter(key.value)
    return DescribedField(
        key,
        label,
        columns=(key.value,),
        full=lambda record: _filled(text(record)),
        masked=lambda record, revealable: (masking.email(text(record), revealable=revealable),),
        printed=PrintField.EMAIL,
        kind=TextKind.MAILBOX,
        within=within,
        whole=WholeForm(f"whole_{key.value}", lambda record: fold(text(record))),
    )


_SEALED = "It is sealed under the payment key and read by whoever holds that, not with the record."
_OF_A_SITE = "It is a site's, and stands in no customer's record."
_PROSE = "It is prose, which nobody writes or types a second time word for word."

CUSTOMER_FIELDS = (
    DescribedField(
        CustomerField.NAME,
        phrase("Customers", "Name"),
        columns=("kind", "organisation", "family_name", "given_name"),
        full=lambda record: _filled(_name(record)),
        masked=lambda record, revealable: (
            masking.name(record.name, record.organisation, revealable=revealable),
        ),
        printed=PrintField.NAME,
        addressee=True,
        whole=WholeForm("whole_name", lambda record: whole_name(record.name.family, record.name.given)),
        trail=Trail.GIVEN_NAME,
        spelled=_spelled_name,
    ),
    DescribedField(
        CustomerField.KANA,
        phrase("Customers", "Kana"),
        columns=("organisation_kana", "family_kana", "given_kana"),
        full=lambda record: _filled(_kana(record)),
        masked=lambda record, revealable: (
            masking.kana(record.name, record.organisation_kana, revealable=revealable),
        ),
        printed=None,
        addressee=True,
        whole=WholeForm(
            "whole_kana", lambda record: whole_name(record.name.family_kana, record.name.given_kana)
        ),
        otherwise={
            Use.BLACKED_OUT: "No paper prints it, and its syllables are parts of many everyday words.",
            Use.BARRED: "Incidents name people as papers and letters do, in kanji.",
        },
    ),
    DescribedField(
        CustomerField.ADDRESS,
        phrase("Customers", "Address"),
        columns=("postal_code", "prefecture", "city", "town", "street", "building"),
        full=lambda record: _filled(record.address.full()),
        masked=lambda record, revealable: (masking.address(record.address, revealable=revealable),),
        printed=PrintField.ADDRESS,
        addressee=True,
        whole=WholeForm("whole_address", lambda record: _whole_address(record.address)),
        otherwise={
            Use.BLACKED_OUT: "Free texts are printed only where the site's address is.",
            Use.BARRED: "It is written in too many ways to be recognised.",
        },
    ),
    DescribedField(
        CustomerField.PHONE,
        phrase("Customers", "Phone"),
        columns=(),
        full=lambda record: tuple(phone.number for phone in record.phones),
        masked=lambda record, revealable: tuple(
            masking.phone(phone.number, revealable=revealable) for phone in record.phones
        ),
        printed=PrintField.PHONE,
        trail=Trail.DIGITS,
        otherwise={Use.MERGED: "A merged customer has the numbers of both."},
    ),
    _mailbox(CustomerField.EMAIL, phrase("Customers", "E-mail"), phrase("Meanwhile", "e-mail")),
    DescribedField(
        CustomerField.NOTE,
        phrase("Customers", "Note"),
        columns=("note",),
        full=lambda record: _filled(record.note),
        masked=lambda record, revealable: (masking.withheld(record.note, revealable=revealable),),
        printed=PrintField.ACCESS,
        kind=TextKind.PROSE,
        within=phrase("Meanwhile", "note"),
        otherwise={
            Use.BLACKED_OUT: _PROSE,
            Use.BARRED: _PROSE,
            Use.FOUND: _PROSE,
            Use.EXPORTED: "A list in full is for reaching customers, which takes no note.",
        },
    ),
    DescribedField(
        CustomerField.PAYMENT,
        phrase("Customers", "Payment"),
        columns=(),
        full=lambda _record: (),
        masked=lambda _record, _revealable: (),
        printed=PrintField.PAYMENT,
        otherwise=dict.fromkeys(Use, _SEALED),
    ),
    DescribedField(
        CustomerField.LOCK_CODE,
        phrase("Customers", "Keys and lock codes"),
        columns=(),
        full=lambda _record: (),
        masked=lambda _record, _revealable: (),
        printed=PrintField.LOCK_CODES,
        otherwise=dict.fromkeys(Use, _OF_A_SITE),
    ),
)
"""Every field, in the order of ``CustomerField``."""

TEXTS = tuple(one for one in CUSTOMER_FIELDS if one.kind)
"""Those that are a single text in a column of its own."""

_DESCRIBED = {one.key: one for one in CUSTOMER_FIELDS}


def described(key: CustomerField) -> DescribedField:
    """The description of a field."""
    return _DESCRIBED[key]


WHOLE_FORMS = tuple(one.whole for one in CUSTOMER_FIELDS if one.whole)
"""Every form that the search's table stores."""


def whole_form(key: CustomerField, record: CustomerRecord) -> str:
    """The folded full form of a field that has one."""
    form = described(key).whole
    return form.of(record) if form else ""


def mailboxes(record: CustomerRecord) -> tuple[str, ...]:
    """Every e-mail address of a customer."""
    return tuple(text for one in texts_of(TextKind.MAILBOX) for text in one.full(record))


@cache
def texts_of(kind: TextKind) -> tuple[DescribedField, ...]:
    """The texts of one kind."""
    return tuple(one for one in TEXTS if one.kind is kind)


@cache
def used(use: Use) -> tuple[DescribedField, ...]:
    """The fields of a use."""
    return tuple(one for one in CUSTOMER_FIELDS if one.goes(use))


def spellings(record: CustomerRecord) -> tuple[str, ...]:
    """What no text of an incident may hold of a customer."""
    return tuple(text for one in used(Use.BARRED) for text in (one.spelled or one.full)(record))
