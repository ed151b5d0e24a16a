"""A person's one-time passphrase, made by a person responsible who has just looked at them."""

from __future__ import annotations

from hvacdesk.domain.roles import Actor
from hvacdesk.services.open_office import Office


def reset(office: Office, owner: Actor, account: str) -> str:
    """Replace a forgotten passphrase."""
    (member,) = (one for one in office.accounts.list(owner) if one.account == account)
    return office.accounts.reset(owner, account, shown=member.since)
