"""A customer asks for erasure and it is begun, by somebody who has just looked at the request."""

from __future__ import annotations

from hvacdesk.domain.requests.erasure_requests import ErasureAnswer
from hvacdesk.domain.requests.requests import IdentityCheck, NewRequest, RequestKind, RequestWay
from hvacdesk.domain.roles import Actor
from hvacdesk.services.requests.erasure_requests import ErasureRequests
from hvacdesk.services.requests.requests import Requests
from hvacdesk.services.workplace import Workplace
from tests.helpers.identity_checks import check_identity


def ask_for_erasure(requests: Requests, actor: Actor, customer: str, asked_on: str) -> str:
    """Enter the customer's request and note by what they are known; returns its record id."""
    new = NewRequest(
        RequestKind.ERASURE,
        RequestWay.COUNTER,
        asked_on,
        customer,
        person="青山 恵",  # kept where the customer is a firm
    )
    request = requests.receive(actor, new)
    check_identity(requests, actor, request, IdentityCheck.LICENCE)
    return request


def erase_on_request(workplace: Workplace, actor: Actor, customer: str, asked_on: str) -> ErasureAnswer:
    """Begin the erasure for the customer's open request of that day; where there is none they ask now."""
    requests = Requests(workplace)
    waiting = (
        row.request
        for row in requests.of_customer(actor, customer)
        if row.open and row.kind is RequestKind.ERASURE and row.received_on == asked_on
    )
    request = next(waiting, "") or ask_for_erasure(requests, actor, customer, asked_on)
    shown = requests.detail(actor, request).noted
    return ErasureRequests(workplace).erase_on_request(actor, request, shown=shown)
