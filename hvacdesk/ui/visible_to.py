"""Who is shown something that the windows lead to: a page, a section, what can be done."""

from __future__ import annotations

from hvacdesk.domain.roles import Actor, Permission


class VisibleTo:
    """Base class of what leads somewhere.

    Attributes:
        needs: any one of these permissions shows it; empty shows it to everybody.
    """

    needs: frozenset[Permission]

    def visible_to(self, actor: Actor) -> bool:
        """Whether the actor's roles show it."""
        return not self.needs or any(actor.may(permission) for permission in self.needs)
