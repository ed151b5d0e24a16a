"""Names of firms as people type them, and the firms of the office that they may stand for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hvacdesk.domain.partners.partners import firm_key


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
    """The firm of the register that a typed name is another spelling of."""
    key = firm_key(typed)
    return next((one for one in known if one.registered and firm_key(one.firm) == key), None)


def alike(typed: str, known: Iterable[FirmName]) -> tuple[FirmName, ...]:
    """The firms that an unregistered name may be a part or another spelling of, the likeliest first."""
    bare = _bare(typed)
    if not bare:
        return ()
    found = [one for one in known if one.active and one.firm != typed and bare in _bare(one.firm)]
    return tuple(sorted(found, key=lambda one: (not one.registered, *_far_from(bare, one.firm))))


def _bare(firm: str) -> str:
    """What a firm is called, without spaces, width and legal form."""
    return "".join(firm_key(firm).split())


def _far_from(bare: str, firm: str) -> tuple[bool, bool, int, str]:
    name = _bare(firm)
    return name != bare, not name.startswith(bare), len(name), firm
