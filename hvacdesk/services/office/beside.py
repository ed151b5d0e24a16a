"""Who has the same disposal open: two people who work at one are told of each other. In memory only."""

from __future__ import annotations

from hvacdesk.domain.office.beside import HERE_FOR, Inside
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.rooms import Room
from hvacdesk.services.disposal.permission import PART
from hvacdesk.services.office.kept_values import check_name
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace

_MOST = 20
"""So many things one login has open at most; the oldest is forgotten."""


class Beside:
    """What this login has open, and who else has it."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(*PART)
    def look(self, actor: Actor, subject: str) -> tuple[Inside, ...]:
        """Say that the actor has it open, and return who else has; asked again while it stays open.

        Args:
            subject: what it is, as ``batch:`` and its record id.
        """
        check_name("subject", subject)
        own, now = self._workplace.inside, self._workplace.now()
        entered = subject not in own
        own[subject] = now
        while len(own) > _MOST:
            del own[next(iter(own))]
        others = [
            one
            for one in self._workplace.shared.logins
            if one is not self._workplace and (seen := one.inside.get(subject)) and now - seen < HERE_FOR
        ]
        if entered and others:
            self._workplace.shared.tell(frozenset({Room.DISPOSAL}))
        return tuple(Inside(one.session_actor.name, one.seat) for one in others)

    @needs(*PART)
    def leave(self, actor: Actor, subject: str) -> None:
        """Say that the actor no longer has it open."""
        if self._workplace.inside.pop(subject, None) is not None:
            self._workplace.shared.tell(frozenset({Room.DISPOSAL}))
