"""Customers of whom nobody entered how their name is read, and by what a bank may name them all the same.

Imported lists have names without kana, and a bank writes payers in kana alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from hvacdesk.domain.bank.payer_names import PayerName

_Whose = tuple[str, bool]
"""A customer's record id, or a name, and whether it is an organisation's."""

_Names = Mapping[_Whose, Sequence[PayerName]]


def namesakes(registered: Iterable[PayerName], taught: Iterable[PayerName]) -> Iterator[PayerName]:
    """What those customers may be named besides.

    Another customer's name that is written alike tells how it is read: one of them may be meant by that.
    Where none is entered of any of them, an earlier payer does. Of a family whose name is written alike, the
    given name may be read like any other: such a customer may be meant as well.

    Args:
        registered: the names of all customers as they are entered.
        taught: by which customers paid before.
    """
    read, written = _by_customer(registered)
    unread = {whose: names for whose, names in written.items() if whose not in read}
    if not unread:
        return
    payers, _others = _by_customer(taught)
    paid = {whose: payers.get((whose[0], False), ()) for whose in unread}
    entered, earlier = _told_by(written, read), _told_by(unread, paid)
    families = _families(written, read)
    for (customer, firm), names in unread.items():
        for one in names:
            others = entered.get((one.name, firm)) or earlier.get((one.name, firm), ())
            found = {replace(other, customer=customer, sure=False) for other in others}
            found |= {replace(one, family=family, unread=True) for family in families.get(one.family, ())}
            yield from sorted(found, key=lambda name: (name.name, name.form, name.family))


def _by_customer(names: Iterable[PayerName]) -> tuple[_Names, _Names]:
    """The names of each customer: those written as they are spoken, and the others."""
    read, written = defaultdict[_Whose, list[PayerName]](list), defaultdict[_Whose, list[PayerName]](list)
    for one in names:
        (read if one.is_reading else written)[one.customer, one.firm].append(one)
    return read, written


def _told_by(written: _Names, read: _Names) -> _Names:
    """By each written name how somebody of that name is read."""
    found = defaultdict[_Whose, list[PayerName]](list)
    for whose, names in written.items():
        for one in names:
            found[one.name, one.firm] += read.get(whose, ())
    return found


def _families(written: _Names, read: _Names) -> Mapping[str, set[str]]:
    """By each written family name how families of that name are read."""
    found = defaultdict[str, set[str]](set)
    for whose, names in written.items():
        for one in names:
            if one.family:
                found[one.family] |= {other.family for other in read.get(whose, ()) if other.family}
    return found
