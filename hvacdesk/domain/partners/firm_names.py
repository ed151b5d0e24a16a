"""Names of firms as people type them, and the firms of the office that they may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hvacdesk.domain.partners.partners import firm_key
from hvacdesk.domain.text.text_forms import ADDRESSED, TO_A_FIRM, fold, legal_form

_ADDRESSED = re.compile(rf"\s*(?:{'|'.join((TO_A_FIRM, *ADDRESSED))})$")
_SIGNS, _LETTERS = 2, 3
"""So long is a firm's name at least, in Japanese and in Latin letters, that is looked for in a longer one."""


@dataclass(frozen=True)
class FirmName:
    """A firm that the office knows by name.

    Attributes:
        partner: whether the office hands data to it.
        client: whether it entrusts the office.
        registered: whether the register has it; else jobs and hand-overs alone name it.
        active: whether the office still works with it.
    """

    firm: str
    partner: bool = True
    client: bool = False
    registered: bool = True
    active: bool = True


def registered_as(typed: str, known: Iterable[FirmName]) -> FirmName | None:
    """The firm of the register that a typed name is another spelling of, be it ended.

    A form of address (御中) may follow it. Another legal form is another firm.
    """
    registered = [one for one in known if one.registered]
    for name in _readings(typed):
        key = firm_key(name)
        for one in registered:
            if key and firm_key(one.firm) == key and not other_form(name, one):
                return one
    return None


def other_form(typed: str, one: FirmName) -> bool:
    """Whether a typed name is a firm's but for its legal form: 有限会社 where the register has 株式会社."""
    key, form = firm_key(one.firm), legal_form(fold(one.firm))
    typed_forms = {legal_form(fold(name)) for name in _readings(typed) if firm_key(name) == key}
    return bool(form) and bool(typed_forms) and typed_forms.isdisjoint({form, ""})


def alike(typed: str, known: Iterable[FirmName]) -> tuple[FirmName, ...]:
    """The firms that an unregistered name may stand for, the likeliest first.

    It is a part or another spelling of theirs, or theirs is a part of it, as with a branch of theirs.
    """
    return _like(typed, (one for one in known if one.active))


def alike_but_ended(typed: str, known: Iterable[FirmName]) -> tuple[FirmName, ...]:
    """As :func:`alike`, of those with which the office does not work now."""
    return _like(typed, (one for one in known if not one.active))


def _like(typed: str, known: Iterable[FirmName]) -> tuple[FirmName, ...]:
    bare = _bare(_unaddressed(typed))
    if not bare:
        return ()
    found = [
        one
        for one in known
        if one.firm != typed and (bare in _bare(one.firm) or (one.registered and _names(bare, one)))
    ]
    return tuple(sorted(found, key=lambda one: (not one.registered, *_far_from(bare, one.firm))))


def _names(bare: str, one: FirmName) -> bool:
    """Whether a firm is named within a longer text; a name of a letter or two is in too many by chance."""
    name = _bare(one.firm)
    return len(name) >= (_LETTERS if name.isascii() else _SIGNS) and name in bare


def _readings(typed: str) -> tuple[str, str]:
    return typed, _unaddressed(typed)


def _unaddressed(typed: str) -> str:
    """A name without the form of address behind it, unless it is nothing else."""
    return _ADDRESSED.sub("", typed.strip())


def _bare(firm: str) -> str:
    """What a firm is called, without spaces, width and legal form."""
    return "".join(firm_key(firm).split())


def _far_from(bare: str, firm: str) -> tuple[bool, bool, int, str]:
    name = _bare(firm)
    return name != bare, not name.startswith(bare), len(name), firm
