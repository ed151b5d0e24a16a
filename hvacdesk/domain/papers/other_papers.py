"""What the desk prints beside work orders: contact slips, address labels, envelopes, FAX covers.

Source: the design's table of print profiles and its step "print" (product owner, 2026-11).
"""

from __future__ import annotations

from dataclasses import dataclass

from hvacdesk.domain.customers.customers import Address, PersonName
from hvacdesk.domain.errors import InvalidInput, UserFacingError
from hvacdesk.domain.papers.print_view import postal_name
from hvacdesk.domain.text.text_forms import digits
from hvacdesk.domain.text.wording import phrase


class NoAddress(UserFacingError):
    """Nothing can be sent without an address."""

    what = phrase("Errors", "No address is registered for customer {number}.")
    todo = phrase("Errors", "Enter the address in the customer's form first.")


class NoPhone(UserFacingError):
    """Without a phone number a contact slip is of no use."""

    what = phrase("Errors", "No phone number is registered for the customer of job {number}.")
    todo = phrase("Errors", "Enter the number in the customer's form first.")


class FaxNumbersDiffer(InvalidInput):
    """The number was typed twice, and not the same way."""

    what = phrase("Errors", "The two FAX numbers are not the same.")
    todo = phrase("Errors", "Type the number again from the firm's paper, digit by digit.")


@dataclass(frozen=True)
class Addressee:
    """Who is written to, in full. ``lines`` is the address: street, then building and room.

    Attributes:
        postal_code: seven digits, or empty.
        confidential: marked 親展, to be opened only by the addressee.
    """

    postal_code: str
    lines: tuple[str, ...]
    name: str
    honorific: str
    confidential: bool = False


def addressee(name: PersonName, organisation: str, place: Address) -> Addressee | None:
    """A customer as an envelope names them; None without an address."""
    street = f"{place.prefecture}{place.city}{place.town}{place.street}"
    if not street:
        return None
    printed = postal_name(name, organisation)
    return Addressee(
        postal_code=place.postal_code,
        lines=tuple(filter(None, (street, place.building))),
        name=printed.text,
        honorific=printed.honorific,
    )


@dataclass(frozen=True)
class ContactSlip:
    """A number to call and the job it is about, and nothing else of the customer."""

    paper: str
    code: str
    job_number: str
    phone: str
    holder: str
    day: str
    slot: str


@dataclass(frozen=True)
class FaxRequest:
    """What is asked for a FAX to a partner firm.

    Attributes:
        number, again: as typed, twice.
        remark: printed on the cover, without what the copy behind it hides.
    """

    number: str
    again: str
    remark: str = ""


@dataclass(frozen=True)
class FaxCover:
    """The first page of a FAX."""

    paper: str
    firm: str
    number: str
    day: str
    sender: str
    job_number: str
    remark: str


def same_number(first: str, second: str) -> bool:
    """Whether two typed numbers are one, whatever their width and hyphens."""
    return bool(digits(first)) and digits(first) == digits(second)
