"""A request is answered, taken back or assigned by somebody who has just looked at it."""

from __future__ import annotations

from hvacdesk.domain.requests.requests import RequestAnswer
from hvacdesk.domain.roles import Actor
from hvacdesk.services.requests.requests import Requests


def give_answer(requests: Requests, actor: Actor, request: str, said: RequestAnswer) -> None:
    """Answer or refuse it."""
    now = requests.detail(actor, request)
    requests.answer(actor, request, said, shown=now.noted, ahead=[one.planned for one in now.ahead])


def take_back(requests: Requests, actor: Actor, request: str) -> None:
    """Note that it was taken back."""
    requests.withdraw(actor, request, shown=requests.detail(actor, request).noted)


def assign(requests: Requests, actor: Actor, request: str, customer: str) -> None:
    """Say whom it is about."""
    requests.assign(actor, request, customer, shown=requests.detail(actor, request).noted)
