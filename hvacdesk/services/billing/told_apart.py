"""Names in lists of billing: where several customers read alike, each with its number and town."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hvacdesk.domain import masking
from hvacdesk.domain.billing.open_items import read_alike
from hvacdesk.domain.masked import Masked
from hvacdesk.store.billing import open_items
from hvacdesk.store.billing.open_items import AskedParty
from hvacdesk.store.engine import Session

_BETWEEN = "  "


def told_apart(session: Session, parties: Iterable[AskedParty], *, revealable: bool) -> dict[str, Masked]:
    """The customers of one list by record id, each by a name that no other of them has.

    Numbers and towns are what every list may show; of one who is suspended the number alone is.

    Args:
        revealable: whether the reader may ask to see the whole name.
    """
    names = {one.customer: masking.name(one.name, one.organisation, revealable=revealable) for one in parties}
    alike = read_alike((customer, name.text) for customer, name in names.items())
    added = additions(session, [customer for customer, name in names.items() if name.text in alike])
    return {customer: with_addition(name, added.get(customer, "")) for customer, name in names.items()}


def additions(session: Session, customers: Iterable[str]) -> dict[str, str]:
    """What tells each of these customers, by record id, from others of the same name."""
    return {
        one.customer: _BETWEEN.join(
            filter(None, (one.number, "" if one.locked else masking.town(one.address).text))
        )
        for one in open_items.places(session, tuple(customers))
    }


def with_addition(name: Masked, addition: str) -> Masked:
    """A name with what tells it from others; as it is where nothing is needed."""
    return replace(name, text=f"{name.text}{_BETWEEN}{addition}") if addition else name


def is_same_name(shown: Masked, name: Masked) -> bool:
    """Whether a list showed this name, with an addition or without one."""
    text = shown.text == name.text or shown.text.startswith(f"{name.text}{_BETWEEN}")
    return text and replace(shown, text=name.text) == name
