"""The identity of who asks, checked by somebody who has just looked at the request."""

from __future__ import annotations

from hvacdesk.domain.requests.requests import IdentityCheck
from hvacdesk.domain.roles import Actor
from hvacdesk.services.requests.requests import Requests


def check_identity(requests: Requests, actor: Actor, request: str, check: IdentityCheck) -> None:
    """Note by what they are known."""
    found = requests.detail(actor, request)
    requests.check_identity(actor, request, check, shown=found.noted, known_by=found.row.identity)
