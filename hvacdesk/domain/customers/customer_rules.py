"""What a customer's record must be like before it is stored."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any

from hvacdesk.domain.customers.cautions import check_cautions
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customers import (
    Address,
    CustomerKind,
    CustomerRecord,
    PaymentDetails,
    PersonName,
    Phone,
    PhoneKind,
)
from hvacdesk.domain.errors import InvalidInput, Missing
from hvacdesk.domain.fields import TextKind
from hvacdesk.domain.text.family_names import settled
from hvacdesk.domain.text.input_checks import (
    clean_email,
    clean_line,
    clean_postal_code,
    clean_text,
    names_somebody,
)
from hvacdesk.domain.text.phones import format_phone
from hvacdesk.domain.text.refused_numbers import SHORTEST_NUMBER, check_free_text
from hvacdesk.domain.text.text_forms import NUMERALS, digits
from hvacdesk.domain.text.wording import phrase
from hvacdesk.domain.text.written_places import house_in_street

PHONES_LIMIT = 20
_MOBILE = ("070", "080", "090")
_NAME_PARTS = tuple(part.name for part in fields(PersonName))
_ADDRESS_PARTS = tuple(part.name for part in fields(Address))
_GOES_ON = ("営", "民", "立", "役", "内", "議", "長")
"""What makes another word of a city's or prefecture's: 市営住宅, 市民病院, 市役所前."""
_OWN_TEXTS = ("organisation", "organisation_kana", *(one.key.value for one in CUSTOMER_FIELDS.texts))
_own_texts = attrgetter(*_OWN_TEXTS)


class BadCardEnding(InvalidInput):
    """More or less than a card's last four digits."""

    what = phrase("Errors", "Only the last four digits of a card are kept.")


class KanaUndivided(InvalidInput):
    """Kana that may hold the hidden given name too, and would be shown as the family name's."""

    what = phrase("Errors", "The family name's kana may hold the given name's too, which is to be hidden.")
    todo = phrase(
        "Errors",
        "Enter the family name's kana and the given name's kana each in its own field and save again. If you "
        "do not know how the given name is read, leave both kana fields empty: that can be saved.",
    )


class TooManyPhones(InvalidInput):
    """More numbers than one customer can have."""

    what = phrase("Errors", "A customer can have {limit} phone numbers at most.")


def check_record(record: CustomerRecord, *, allow_number: bool = False) -> CustomerRecord:
    """The record as it is stored: tidied, with phones written the Japanese way; see :func:`check_tidy`.

    ``allow_number`` is a person's statement that what looks like a card number or My Number is something
    else. Raises :class:`InvalidInput` or one of its kinds, whose ``field`` is the record's field.
    """
    cleaned = CustomerRecord(
        kind=record.kind,
        name=clean_name(record.name),
        organisation=clean_line("organisation", record.organisation),
        organisation_kana=clean_line("organisation_kana", record.organisation_kana),
        address=clean_address(record.address),
        phones=_phones(record.phones),
        cautions=check_cautions(record.cautions, allow_number=allow_number),
        payment_method=record.payment_method,
        payment=record.payment and check_payment(record.payment, allow_number=allow_number),
        **_texts(record),
    )
    return check_tidy(cleaned, allow_number=allow_number)


def check_tidy(record: CustomerRecord, *, allow_number: bool = False) -> CustomerRecord:
    """A record whose texts are tidied already and whose phones were formatted, as a list's reader has it.

    Raises:
        Missing: there is neither a family name nor, for an organisation, its name.
        CardNumberFound, MyNumberFound: give way to ``allow_number``.
    """
    if record.kind is CustomerKind.ORGANISATION and not names_somebody(record.organisation):
        raise Missing("organisation")
    if record.kind is CustomerKind.PERSON and not names_somebody(record.name.family):
        raise Missing("name", part="family")
    _check_numbers(record, allow_number)
    return record


def check_payment(details: PaymentDetails, *, allow_number: bool = False) -> PaymentDetails:
    """The payment fields as they are stored. No field accepts a card number, only its last four digits."""
    values = {}
    for part in (component.name for component in fields(details)):
        clean = clean_text if part == "remarks" else clean_line
        values[part] = clean("payment", getattr(details, part), part=part)
        check_free_text("payment", values[part], part=part, allow_number=allow_number)
    ending = digits(values["card_last_four"])
    if ending != unicodedata.normalize("NFKC", values["card_last_four"]) or len(ending) not in {0, 4}:
        raise BadCardEnding("payment", part="card_last_four")
    return PaymentDetails(**{**values, "card_last_four": ending})


def clean_address(place: Address) -> Address:
    """The address as it is stored, each component tidied.

    Masks show prefecture to town and cut by component, so a house's number typed into the town or the city
    moves to the street; the whole address reads the same. What a part says again of those before it goes, as
    where a postal code filled in what the text already began with.
    """
    parts = {part: clean_line("address", getattr(place, part), part=part) for part in _ADDRESS_PARTS}
    postal_code = clean_postal_code("address", place.postal_code, part="postal_code")
    return house_in_street(said_once(Address(**{**parts, "postal_code": postal_code})))


def said_once(place: Address) -> Address:
    """The address with prefecture, city and town once each; 愛知県営住宅 and 岡崎市民会館 say none."""
    city = place.city
    if place.prefecture and city.startswith(place.prefecture):
        city = city.removeprefix(place.prefecture).strip()
    town = _after(place.town, place.prefecture, city)
    return replace(place, city=city, town=town, street=_after(place.street, place.prefecture, city, town))


def _after(text: str, prefecture: str, city: str, town: str = "") -> str:
    """What is written behind prefecture, city and town; the text itself where it does not say the city."""
    rest = text.removeprefix(prefecture).lstrip()
    if not city or not rest.startswith(city) or rest[len(city) :].startswith(_GOES_ON):
        return text
    rest = rest.removeprefix(city).lstrip()
    behind = rest.removeprefix(town)
    goes_on = behind[:1].isalpha() and behind[0] not in NUMERALS  # 栄 is no part of 栄生町 that says it again
    return rest if goes_on else behind.lstrip()


def clean_name(person: PersonName) -> PersonName:
    """The name as it is stored.

    Masks hide the given name, so a whole name typed into the family name is divided at its first space, and
    kana by the family name's reading. Raises :class:`KanaUndivided` for kana that may hold both.
    """
    parts = {part: clean_line("name", getattr(person, part), part=part) for part in _NAME_PARTS}
    for family, given in (("family", "given"), ("family_kana", "given_kana")):
        words = parts[family].split(maxsplit=1)
        if len(words) > 1 and not parts[given]:
            parts[family], parts[given] = words
    person = settled(PersonName(**parts))
    if parts["family_kana"] and not person.family_kana:
        raise KanaUndivided("name", part="family_kana")
    return person


def _phones(phones: tuple[Phone, ...]) -> tuple[Phone, ...]:
    """Empty lines of the form are dropped."""
    filled = tuple(phone for phone in phones if phone.number.strip())
    if len(filled) > PHONES_LIMIT:
        raise TooManyPhones("phones", limit=PHONES_LIMIT)
    return tuple(Phone(phone.kind, format_phone(phone.number)) for phone in filled)


def likely_kind(number: str, kind: CustomerKind) -> PhoneKind:
    """Where a number rings, from its first digits; a line rings where the customer is.

    Source: 総務省's numbering plan (電気通信番号計画), 070, 080 and 090 for mobile phones.
    """
    if digits(number).startswith(_MOBILE):
        return PhoneKind.MOBILE
    return PhoneKind.WORK if kind is CustomerKind.ORGANISATION else PhoneKind.HOME


CLEANED: dict[TextKind, Callable[[str, str], str]] = {
    TextKind.MAILBOX: clean_email,
    TextKind.NUMBER: lambda field, text: format_phone(text, field) if text.strip() else "",
    TextKind.LINE: clean_line,
    TextKind.CODE: clean_line,
    TextKind.PROSE: clean_text,
}
"""How a text of each kind is stored; the arguments are the field, which an error names, and the text."""


def _texts(record: CustomerRecord) -> dict[str, Any]:
    """The texts of a record as they are stored, by the record's attribute."""
    return {
        one.key.value: CLEANED[one.kind](one.key.value, getattr(record, one.key.value))
        for one in CUSTOMER_FIELDS.texts
        if one.kind
    }


def _check_numbers(record: CustomerRecord, allow_number: bool) -> None:
    """Look for card numbers and My Numbers wherever a person could type one, except payment."""
    person, place = record.name, record.address
    own = _own_texts(record)
    named = (person.family, person.given, person.family_kana, person.given_kana)
    placed = (place.postal_code, place.prefecture, place.city, place.town, place.street, place.building)
    if max(map(len, own + named + placed)) < SHORTEST_NUMBER:  # as in most records
        return
    for field, text in zip(_OWN_TEXTS, own, strict=True):
        check_free_text(field, text, allow_number=allow_number)
    for part, text in zip(_NAME_PARTS, named, strict=True):
        check_free_text("name", text, part=part, allow_number=allow_number)
    for part, text in zip(_ADDRESS_PARTS, placed, strict=True):
        check_free_text("address", text, part=part, allow_number=allow_number)
