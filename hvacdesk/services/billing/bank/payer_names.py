"""By what everybody may be named as a payer: registered, taught by earlier payments, or read like others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from hvacdesk.domain.bank.namesakes import namesakes
from hvacdesk.domain.bank.payer_names import PayerName, named_payer
from hvacdesk.store.billing import payments as store
from hvacdesk.store.billing.bank_deposits import Opening
from hvacdesk.store.engine import Session

_TAUGHT = 2
"""So many payments teach who pays for a customer: one may have been booked in error."""


def payer_names(session: Session, opening: Opening) -> tuple[PayerName, ...]:
    """By what everybody may be named in a bank's file."""
    known = store.known_payers(session)
    registered = [name for one in known for name in store.written_names(one) if name.name]
    taught = [name for one in known for name in _taught(one, opening) if name.name]
    return (*registered, *taught, *namesakes(registered, taught))


def _taught(known: store.KnownPayer, opening: Opening) -> Iterator[PayerName]:
    """By what a customer paid before, or is said to pay."""
    customer = known.customer
    for sealed in known.own:
        yield named_payer(customer, opening(*sealed))
    taught = Counter(named_payer(customer, opening(*sealed)) for sealed in known.earlier)
    for name, times in taught.items():
        yield name if times >= _TAUGHT else replace(name, sure=False)
