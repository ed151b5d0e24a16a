"""Who takes part in a disposal."""

from __future__ import annotations

from hvacdesk.domain.roles import Actor, Permission


def require_part(actor: Actor) -> None:
    """Raise :class:`NotPermitted` for whoever may neither propose nor approve a disposal."""
    if not actor.may(Permission.APPROVE_DISPOSAL):
        actor.require(Permission.PROPOSE_DISPOSAL)


def require_reader(actor: Actor) -> None:
    """Raise :class:`NotPermitted` for whoever neither takes part in disposals nor inspects them."""
    if not actor.may(Permission.READ_LEDGER):
        require_part(actor)
