"""What a copy prints of each field, by its profile's rules.

The one place where a print rule (``PROFILE_RULES``, or the office's own version of it) turns into
characters. A field that is not printed comes back empty. A rule that makes no sense for its field, such as a
name by last four digits, raises :class:`ValueError`: it is a defect in the rules, not a user's mistake.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from hvacdesk.domain import masking
from hvacdesk.domain.customers.customers import Address, PaymentMethod, PersonName
from hvacdesk.domain.papers.work_orders import PrintExtent, PrintField
from hvacdesk.domain.text.written_names import names_a_company

PrintRules = Mapping[PrintField, PrintExtent]
"""One profile's rules."""

PERSON_HONORIFIC = "様"
ORGANISATION_HONORIFIC = "御中"


class PrintedName(NamedTuple):
    """A name and the honorific that follows it on paper; both are empty where no name is printed."""

    text: str
    honorific: str


class PrintedPayment(NamedTuple):
    """How the customer pays, and the yen to collect; None for what is not printed."""

    method: PaymentMethod | None = None
    amount: int | None = None


def postal_name(person: PersonName, organisation: str) -> PrintedName:
    """A customer as post names them: the firm, or family and given name."""
    if organisation:
        return PrintedName(organisation, ORGANISATION_HONORIFIC)
    name = f"{person.family} {person.given}".strip()
    return PrintedName(name, _honorific(name))


def _honorific(name: str) -> str:
    """The honorific of a name that was typed as a person's: where it is a company's, it is not 様."""
    return ORGANISATION_HONORIFIC if names_a_company(name) else PERSON_HONORIFIC


def _unsuitable(field: PrintField, rule: PrintExtent) -> ValueError:
    return ValueError(f"{field.value} cannot be printed as {rule.value}")


def printed_name(rules: PrintRules, person: PersonName, organisation: str = "") -> PrintedName:
    """``田中`` 様, ``田中 美咲`` 様, ``㈱栄ビル`` 御中, or the mask, which carries no honorific."""
    rule = rules[PrintField.NAME]
    if rule is PrintExtent.NONE:
        return PrintedName("", "")
    if rule is PrintExtent.MASKED:
        return PrintedName(masking.name(person, organisation).text, "")
    if rule not in {PrintExtent.FAMILY_NAME, PrintExtent.FULL}:
        raise _unsuitable(PrintField.NAME, rule)
    if organisation:
        return PrintedName(organisation, ORGANISATION_HONORIFIC)
    given = person.given if rule is PrintExtent.FULL else ""
    name = f"{person.family} {given}".strip()
    return PrintedName(name, _honorific(name) if name else "")


def printed_address(rules: PrintRules, place: Address) -> str:
    """The site's address on one line: all of it, its city and town, or the mask."""
    rule = rules[PrintField.ADDRESS]
    match rule:
        case PrintExtent.NONE:
            return ""
        case PrintExtent.FULL:
            return place.full()
        case PrintExtent.TOWN:
            return masking.town(place).text
        case PrintExtent.MASKED:
            return masking.address(place).text
        case _:
            raise _unsuitable(PrintField.ADDRESS, rule)


def printed_phone(rules: PrintRules, number: str) -> str:
    """The whole number, or ``●●●-●●●●-5678``."""
    rule = rules[PrintField.PHONE]
    match rule:
        case PrintExtent.NONE:
            return ""
        case PrintExtent.FULL:
            return number
        case PrintExtent.LAST_FOUR | PrintExtent.MASKED:
            return masking.phone(number).text
        case _:
            raise _unsuitable(PrintField.PHONE, rule)


def printed_payment(rules: PrintRules, method: PaymentMethod, amount: int | None) -> PrintedPayment:
    """The method, the amount to collect, or both. Zero yen is nothing to collect."""
    rule = rules[PrintField.PAYMENT]
    due = amount or None
    match rule:
        case PrintExtent.NONE:
            return PrintedPayment()
        case PrintExtent.METHOD:
            return PrintedPayment(method=method)
        case PrintExtent.AMOUNT_DUE:
            return PrintedPayment(amount=due)
        case PrintExtent.METHOD_AND_AMOUNT | PrintExtent.FULL:
            return PrintedPayment(method, due)
        case _:
            raise _unsuitable(PrintField.PAYMENT, rule)


def printed_access(rules: PrintRules, access: str) -> str:
    """Parking and carry-in notes."""
    return _whole_or_nothing(PrintField.ACCESS, rules[PrintField.ACCESS], access)


def printed_customer_number(rules: PrintRules, number: str) -> str:
    """The customer number, by which later requests are made."""
    return _whole_or_nothing(PrintField.CUSTOMER_NUMBER, rules[PrintField.CUSTOMER_NUMBER], number)


def _whole_or_nothing(field: PrintField, rule: PrintExtent, text: str) -> str:
    if rule not in {PrintExtent.NONE, PrintExtent.FULL}:
        raise _unsuitable(field, rule)
    return text if rule is PrintExtent.FULL else ""
