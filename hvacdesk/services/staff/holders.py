"""Who could do something in the office, were they asked to."""

from __future__ import annotations

from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.workplace import Workplace


def holders(workplace: Workplace, permission: Permission) -> frozenset[str]:
    """The accounts of all who hold the permission and have logged in at least once, by the signed roster.

    Who was only invited cannot open the office yet, and an invitation may never be used.
    """
    return frozenset(
        slot.slot_id
        for slot in workplace.vault.staff
        if not slot.invited and Actor(slot.slot_id, slot.name, slot.roles).may(permission)
    )
