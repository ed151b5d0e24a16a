"""What was noted of a request is put right as long as it is not answered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, NotPermitted
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
from tests.helpers.identity_checks import check_identity
from tests.helpers.request_answers import take_back
from tests.helpers.sample_records import Person, add_customer

TODAY = "2026-11-24"


def test_a_request_is_corrected_logged_and_then_left_as_it_was_answered(tmp_path: Path) -> None:
    ground = new_ground(tmp_path)
    with ground.workplace.transaction() as session:
        customer = add_customer(session, Person()).record_id
    requests, desk = Requests(ground.workplace), ground.desk
    new = NewRequest(RequestKind.DISCLOSURE, RequestWay.PHONE, "2026-11-20", customer, asked="記録")
    request = requests.receive(desk, new)
    check_identity(requests, desk, request, IdentityCheck.KNOWN)
    corrected = replace(new, kind=RequestKind.CORRECTION, received_on="2026-11-18")
    requests.correct(desk, request, corrected, shown=new)
    found = requests.detail(desk, request)
    assert (found.row.kind, found.row.due_on) == (RequestKind.CORRECTION, "2026-12-02")
    assert (found.row.state, found.asked) == (RequestState.CHECKED, "記録")
    with ground.workplace.reading() as session:
        (entry,) = audit_log.entries(session, limit=50, action=Action.REQUEST_CORRECTED)
    assert (entry.subject, entry.details["fields"]) == (f"customer:{customer}", ["kind", "received_on"])
    assert "記録" not in str(entry.details)
    asked = replace(new, by_agent=True, name="代理 人")
    requests.correct(desk, request, asked, shown=corrected)
    assert requests.detail(desk, request).row.state is RequestState.RECEIVED, "another person asks"
    with pytest.raises(InvalidInput):
        requests.correct(desk, request, replace(new, received_on="2026-11-25"), shown=asked)
    with pytest.raises(NotPermitted):
        requests.correct(ground.people[Role.TECHNICIAN], request, new, shown=asked)
    take_back(requests, desk, request)
    with pytest.raises(RequestNotReady):
        requests.correct(desk, request, new, shown=asked)
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
    requests.correct(ground.desk, request, replace(new, kind=RequestKind.SUSPENSION), shown=new)
    with ground.workplace.reading() as session:
        found = audit_log.entries(session, limit=50, action=Action.ERASURE_WITHDRAWN)
    assert len(tuple(found)) == 1
    ground.close()


NEW = NewRequest(
    RequestKind.SUSPENSION, RequestWay.PHONE, "2026-11-20", name="見知らぬ 人", contact="090-8765-0000"
)


def test_the_day_of_receipt_is_not_set_back_by_who_saw_the_earlier_one(tmp_path: Path) -> None:
    ground = new_ground(tmp_path)
    requests, desk = Requests(ground.workplace), ground.desk
    request = requests.receive(desk, NEW)
    earlier = replace(NEW, received_on="2026-11-10")
    requests.correct(desk, request, earlier, shown=NEW)
    with pytest.raises(ChangedMeanwhile):
        requests.correct(desk, request, replace(NEW, way=RequestWay.EMAIL), shown=NEW)
    assert requests.detail(desk, request).row.due_on == "2026-11-24"
    requests.correct(desk, request, replace(earlier, way=RequestWay.EMAIL), shown=earlier)
    found = requests.detail(desk, request)
    assert (found.noted, found.row.due_on) == (replace(earlier, way=RequestWay.EMAIL), "2026-11-24")
    ground.close()


def test_the_identity_is_checked_of_the_person_who_was_shown_and_once(tmp_path: Path) -> None:
    ground = new_ground(tmp_path)
    requests, desk = Requests(ground.workplace), ground.desk
    request = requests.receive(desk, NEW)
    other = replace(NEW, name="別の 人")
    requests.correct(desk, request, other, shown=NEW)
    with pytest.raises(ChangedMeanwhile):
        requests.check_identity(desk, request, IdentityCheck.LICENCE, shown=NEW, known_by=None)
    requests.check_identity(desk, request, IdentityCheck.LICENCE, shown=other, known_by=None)
    with pytest.raises(ChangedMeanwhile):
        requests.check_identity(desk, request, IdentityCheck.KNOWN, shown=other, known_by=None)
    assert requests.detail(desk, request).row.identity is IdentityCheck.LICENCE
    ground.close()
