"""Who takes part in a disposal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hvacdesk.domain.roles import Permission
from hvacdesk.services.disposal.errors import ResponsibleNeeded
from hvacdesk.vault.session import RECOVERY_SLOT

if TYPE_CHECKING:
    from hvacdesk.vault.office import OpenVault


PART = (Permission.PROPOSE_DISPOSAL, Permission.APPROVE_DISPOSAL)
"""Any one of these takes part in disposals."""

READERS = (*PART, Permission.READ_LEDGER)
"""Any one of these reads about disposals: who takes part in them, and who inspects them."""


def may_destroy(vault: OpenVault) -> bool:
    """Whether this session can change the office's keys, as every destruction does."""
    return vault.holds_signing_key and vault.slot_id != RECOVERY_SLOT


def require_keys(vault: OpenVault) -> None:
    """Raise :class:`ResponsibleNeeded` for a session that cannot change the office's keys."""
    if not may_destroy(vault):
        raise ResponsibleNeeded
