"""What was noted of a request is put right as long as it is not answered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hvacdesk.domain.errors import InvalidInput, NotPermitted
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.requests.requests import (
    IdentityCheck,
    NewRequest,
    RequestKind,
    RequestNotReady,
    RequestState,
    RequestWay,
)
from hvacdesk.domain.roles import Role
from hvacdesk.services.requests.requests import Requests
from hvacdesk.store.oversight import audit_log
from tests.helpers.ground import new_ground
from tests.helpers.sample_records import Person, add_customer

TODAY = "2026-11-24"


def test_a_request_is_corrected_logged_and_then_left_as_it_was_answered(tmp_path: Path) -> None:
    ground = new_ground(tmp_path)
    with ground.workplace.transaction() as session:
        customer = add_customer(session, Person()).record_id
    requests, desk = Requests(ground.workplace), ground.desk
    new = NewRequest(RequestKind.DISCLOSURE, RequestWay.PHONE, "2026-11-20", customer, asked="記録")
    request = requests.receive(desk, new)
    requests.check_identity(desk, request, IdentityCheck.KNOWN)
    requests.correct(desk, request, replace(new, kind=RequestKind.CORRECTION, received_on="2026-11-18"))
    found = requests.detail(desk, request)
    assert (found.row.kind, found.row.due_on) == (RequestKind.CORRECTION, "2026-12-02")
    assert (found.row.state, found.asked) == (RequestState.CHECKED, "記録")
    with ground.workplace.reading() as session:
        (entry,) = audit_log.entries(session, limit=50, action=Action.REQUEST_CORRECTED)
    assert (entry.subject, entry.details["fields"]) == (f"customer:{customer}", ["kind", "received_on"])
    assert "記録" not in str(entry.details)
    requests.correct(desk, request, replace(new, by_agent=True, name="代理 人"))
    assert requests.detail(desk, request).row.state is RequestState.RECEIVED, "another person asks"
    with pytest.raises(InvalidInput):
        requests.correct(desk, request, replace(new, received_on="2026-11-25"))
    with pytest.raises(NotPermitted):
        requests.correct(ground.people[Role.TECHNICIAN], request, new)
    requests.withdraw(desk, request)
    with pytest.raises(RequestNotReady):
        requests.correct(desk, request, new)
    ground.close()


def test_an_erasure_that_was_noted_by_mistake_is_not_asked_for_any_more(tmp_path: Path) -> None:
    ground = new_ground(tmp_path)
    with ground.workplace.transaction() as session:
        row = add_customer(session, Person())
        row.erasure_asked_on = TODAY
        customer = row.record_id
    requests = Requests(ground.workplace)
    new = NewRequest(RequestKind.ERASURE, RequestWay.PHONE, TODAY, customer)
    request = requests.receive(ground.desk, new)
    requests.correct(ground.desk, request, replace(new, kind=RequestKind.SUSPENSION))
    with ground.workplace.reading() as session:
        found = audit_log.entries(session, limit=50, action=Action.ERASURE_WITHDRAWN)
    assert len(tuple(found)) == 1
    ground.close()
