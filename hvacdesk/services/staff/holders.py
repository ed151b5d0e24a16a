"""Who could do something in the office, were they asked to."""

from __future__ import annotations

from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.workplace import Workplace


def holders(workplace: Workplace, permission: Permission) -> tuple[StaffMember, ...]:
    """All who hold the permission and have logged in at least once, by the signed roster.

    Who was only invited cannot open the office yet, and an invitation may never be used.
    """
    return tuple(
        StaffMember(slot.slot_id, slot.name, tuple(sorted(role.value for role in slot.roles)))
        for slot in workplace.vault.staff
        if not slot.invited and Actor(slot.slot_id, slot.name, slot.roles).may(permission)
    )
