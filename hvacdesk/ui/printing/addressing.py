"""Who may print whom a paper is for."""

from __future__ import annotations

from hvacdesk.domain.roles import Actor, Permission


def may_address(actor: Actor) -> bool:
    """Whether the person may print an addressee at all."""
    return actor.may(Permission.REVEAL_CONTACT) or actor.may(Permission.REVEAL_ADDRESSEE)
