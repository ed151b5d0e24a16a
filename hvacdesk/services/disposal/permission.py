"""Who takes part in a disposal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.disposal.errors import ResponsibleNeeded
from hvacdesk.vault.session import RECOVERY_SLOT

if TYPE_CHECKING:
    from hvacdesk.vault.office import OpenVault


def require_part(actor: Actor) -> None:
    """Raise :class:`NotPermitted` for whoever may neither propose nor approve a disposal."""
    if not actor.may(Permission.APPROVE_DISPOSAL):
        actor.require(Permission.PROPOSE_DISPOSAL)


def may_destroy(vault: OpenVault) -> bool:
    """Whether this session can change the office's keys, as every destruction does."""
    return vault.holds_signing_key and vault.slot_id != RECOVERY_SLOT


def require_keys(vault: OpenVault) -> None:
    """Raise :class:`ResponsibleNeeded` for a session that cannot change the office's keys."""
    if not may_destroy(vault):
        raise ResponsibleNeeded


def require_reader(actor: Actor) -> None:
    """Raise :class:`NotPermitted` for whoever neither takes part in disposals nor inspects them."""
    if not actor.may(Permission.READ_LEDGER):
        require_part(actor)
