"""The one gate for masking: role, purpose and assigned job decide which characters leave a service.

Hidden text is absent, not covered: a :class:`Masked` value never carries what it hides. Masks cut by
component, never by character count, and use a fixed number of ``●`` so that length does not leak. Masks
follow the office's rule 2 (limited access) and the design's mask table (2026-11).
"""

from __future__ import annotations

from hvacdesk.domain.customers.customers import Address, PersonName
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.text.text_forms import digits
from hvacdesk.domain.text.written_places import sure_area

SHORT = "●●"
LONG = "●●●"
NO_NAME = "●●●●"


def name(person: PersonName, organisation: str = "", *, revealable: bool = False) -> Masked:
    """``田中 ●●``; an organisation's name is public and stays whole."""
    if organisation:
        return Masked(organisation)
    if not person.given:
        return Masked(person.family)
    return Masked(f"{person.family} {SHORT}".strip(), hidden=True, revealable=revealable)


def kana(person: PersonName, organisation_kana: str = "", *, revealable: bool = False) -> Masked:
    """``タナカ ●●``, by the same rule as :func:`name`."""
    if organisation_kana:
        return Masked(organisation_kana)
    if not person.given_kana:
        return Masked(person.family_kana)
    return Masked(f"{person.family_kana} {SHORT}".strip(), hidden=True, revealable=revealable)


def no_name() -> Masked:
    """The mask for a reader whose work needs no name at all."""
    return Masked(NO_NAME, hidden=True)


def address(place: Address, *, revealable: bool = False) -> Masked:
    """``愛知県名古屋市中区栄 ●●●``: prefecture, city and town stay, the rest is absent.

    So is what may be more than a place's name in one of them.
    """
    area = sure_area(place.prefecture, place.city, place.town)
    if area.whole and not (place.street or place.building):
        return Masked(area.text)
    return Masked(f"{area.text} {LONG}".strip(), hidden=True, revealable=revealable)


def town(place: Address) -> Masked:
    """Only city and town, for lists and office copies; no sign shows that there is more."""
    area = sure_area(place.city, place.town)
    return Masked(area.text, hidden=not area.whole or bool(place.street or place.building))


def phone(number: str, *, revealable: bool = False) -> Masked:
    """``●●●-●●●●-5678``: the last four digits, whatever the number's length or form."""
    figures = digits(number)
    if not figures:
        return withheld(number, revealable=revealable)
    shown = figures[-4:] if len(figures) > 4 else ""
    return Masked(f"{LONG}-{NO_NAME}-{shown or NO_NAME}", hidden=True, revealable=revealable)


def email(mailbox: str, *, revealable: bool = False) -> Masked:
    """``a●●●@●●●``: a small firm's domain identifies it, so it is hidden too."""
    if not mailbox:
        return Masked("")
    return Masked(f"{mailbox[0]}{LONG}@{LONG}", hidden=True, revealable=revealable)


def bank_account(number: str, *, revealable: bool = False) -> Masked:
    """``●●●●567``: the last three digits, for roles that hold the payment key."""
    figures = digits(number)
    if not figures:
        return withheld(number, revealable=revealable)
    shown = figures[-3:] if len(figures) > 3 else ""
    return Masked(f"{NO_NAME}{shown}", hidden=True, revealable=revealable)


def withheld(text: str, *, revealable: bool = False) -> Masked:
    """A free text or code of which nothing may show."""
    return Masked(LONG, hidden=True, revealable=revealable) if text else Masked("")
