"""A step in a request is about what was shown: where it is another request by now, nothing is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.requests.requests import (
    IdentityCheck,
    NewRequest,
    RequestAnswer,
    RequestKind,
    RequestNotReady,
    RequestOutcome,
    RequestState,
    RequestWay,
)
from hvacdesk.services.office.drafts import Drafts
from hvacdesk.services.requests.erasure_requests import ErasureRequests
from hvacdesk.services.requests.requests import Requests
from hvacdesk.store.customers import customers
from hvacdesk.store.office import office
from hvacdesk.store.oversight import audit_log
from tests.helpers.erasure_requests import ask_for_erasure, erase_on_request
from tests.helpers.ground import Ground
from tests.helpers.identity_checks import check_identity
from tests.helpers.request_answers import give_answer, take_back
from tests.helpers.sample_records import Person, add_customer

ON = "2026-11-20"
GRANTED = RequestAnswer(RequestOutcome.GRANTED, RequestWay.POST)
REFUSED = RequestAnswer(None, RequestWay.POST, "no_reason")
STRANGER = NewRequest(RequestKind.DISCLOSURE, RequestWay.PHONE, ON, name="見知らぬ 人")


@pytest.fixture
def requests(ground: Ground) -> Requests:
    return Requests(ground.workplace)


@pytest.fixture
def customer(ground: Ground) -> str:
    with ground.workplace.transaction() as session:
        office.save_facts(session, OfficeFacts("唐山空調", "", "", LegalForm.COMPANY, 3))
        return add_customer(session, Person()).record_id


def mark(ground: Ground, customer: str) -> tuple[str, str]:
    """The day of the mark for erasure, and that of a suspension."""
    with ground.workplace.reading() as session:
        row = customers.get(session, customer)
        return row.erasure_asked_on, row.suspended_on


def put_mark(ground: Ground, customer: str, on: str) -> None:
    with ground.workplace.transaction() as session:
        customers.note_erasure_asked(session, customers.get(session, customer), on)


def checked(ground: Ground, requests: Requests, new: NewRequest) -> str:
    request = requests.receive(ground.desk, new)
    check_identity(requests, ground.desk, request, IdentityCheck.KNOWN)
    return request


@pytest.mark.parametrize(
    ("was", "now", "answer"),
    [
        (RequestKind.PROVISION_STOP, RequestKind.SUSPENSION, GRANTED),
        (RequestKind.SUSPENSION, RequestKind.PROVISION_STOP, GRANTED),
        (RequestKind.SUSPENSION, RequestKind.ERASURE, REFUSED),
    ],
)
def test_nothing_is_answered_but_what_was_read(
    ground: Ground,
    requests: Requests,
    customer: str,
    was: RequestKind,
    now: RequestKind,
    answer: RequestAnswer,
) -> None:
    read = NewRequest(was, RequestWay.PHONE, ON, customer)
    request = checked(ground, requests, read)
    corrected = replace(read, kind=now)
    requests.correct(ground.desk, request, corrected, shown=read)
    with pytest.raises(ChangedMeanwhile):
        requests.answer(ground.owner, request, answer, shown=read)
    assert requests.detail(ground.owner, request).row.state is RequestState.CHECKED
    assert mark(ground, customer) == ("", "")
    requests.answer(ground.owner, request, answer, shown=corrected)
    assert not requests.detail(ground.owner, request).row.open


def test_a_stranger_is_assigned_only_as_the_person_who_was_read(
    ground: Ground, requests: Requests, customer: str
) -> None:
    request = requests.receive(ground.desk, STRANGER)
    other = replace(STRANGER, name="別の 人")
    requests.correct(ground.desk, request, other, shown=STRANGER)
    with pytest.raises(ChangedMeanwhile):
        requests.assign(ground.desk, request, customer, shown=STRANGER)
    assert requests.detail(ground.desk, request).row.customer == ""
    requests.assign(ground.desk, request, customer, shown=other)
    assert requests.detail(ground.desk, request).row.customer == customer


def test_only_what_was_read_is_taken_back(ground: Ground, requests: Requests) -> None:
    request = requests.receive(ground.desk, STRANGER)
    other = replace(STRANGER, kind=RequestKind.ERASURE)
    requests.correct(ground.desk, request, other, shown=STRANGER)
    with pytest.raises(ChangedMeanwhile):
        requests.withdraw(ground.desk, request, shown=STRANGER)
    requests.withdraw(ground.desk, request, shown=other)
    assert requests.detail(ground.desk, request).row.state is RequestState.WITHDRAWN


def refuse(requests: Requests, ground: Ground, request: str) -> None:
    give_answer(requests, ground.owner, request, REFUSED)


def withdraw(requests: Requests, ground: Ground, request: str) -> None:
    take_back(requests, ground.desk, request)


ENDS = (refuse, withdraw)


@pytest.mark.parametrize("end", ENDS)
def test_no_erasure_is_begun_that_is_not_asked_for_any_more(
    ground: Ground,
    requests: Requests,
    customer: str,
    end: Callable[[Requests, Ground, str], None],
) -> None:
    request = ask_for_erasure(requests, ground.desk, customer, ON)
    shown = requests.detail(ground.desk, request).noted
    end(requests, ground, request)
    with pytest.raises(RequestNotReady):
        ErasureRequests(ground.workplace).erase_on_request(ground.desk, request, shown=shown)
    assert mark(ground, customer) == ("", "")


def test_no_erasure_is_begun_where_something_else_is_asked_for_by_now(
    ground: Ground, requests: Requests, customer: str
) -> None:
    request = ask_for_erasure(requests, ground.desk, customer, ON)
    shown = requests.detail(ground.desk, request).noted
    disclosure = replace(shown, kind=RequestKind.DISCLOSURE)
    requests.correct(ground.desk, request, disclosure, shown=shown)
    erasures = ErasureRequests(ground.workplace)
    for noted, refusal in ((shown, ChangedMeanwhile), (disclosure, RequestNotReady)):
        with pytest.raises(refusal):
            erasures.erase_on_request(ground.desk, request, shown=noted)
    assert mark(ground, customer) == ("", "")


def test_no_erasure_is_begun_for_who_is_not_known(ground: Ground, requests: Requests, customer: str) -> None:
    new = NewRequest(RequestKind.ERASURE, RequestWay.PHONE, ON, customer)
    unchecked, stranger = (
        requests.receive(ground.desk, new),
        checked(ground, requests, replace(new, customer="", name="見知らぬ 人")),
    )
    for request in (unchecked, stranger):
        shown = requests.detail(ground.desk, request).noted
        with pytest.raises(RequestNotReady):
            ErasureRequests(ground.workplace).erase_on_request(ground.desk, request, shown=shown)
    assert mark(ground, customer) == ("", "")


@pytest.mark.parametrize("end", ENDS)
def test_a_mark_that_nobody_asks_for_is_taken_away(
    ground: Ground,
    requests: Requests,
    customer: str,
    end: Callable[[Requests, Ground, str], None],
) -> None:
    """An older program set it although the request had ended."""
    request = ask_for_erasure(requests, ground.desk, customer, ON)
    end(requests, ground, request)
    with pytest.raises(RequestNotReady):
        take_back(requests, ground.desk, request)
    state = requests.detail(ground.desk, request).row.state
    put_mark(ground, customer, ON)
    assert requests.detail(ground.desk, request).done.still_marked
    take_back(requests, ground.desk, request)
    assert mark(ground, customer) == ("", "")
    found = requests.detail(ground.desk, request)
    assert (found.row.state, found.done.still_marked) == (state, False)
    with ground.workplace.reading() as session:
        assert len(audit_log.entries(session, limit=9, action=Action.ERASURE_WITHDRAWN)) == 1


def test_a_mark_that_is_asked_for_stays(ground: Ground, requests: Requests, customer: str) -> None:
    """Also that of a customer who came back with a backup, which is of another day."""
    ended = ask_for_erasure(requests, ground.desk, customer, ON)
    take_back(requests, ground.desk, ended)
    put_mark(ground, customer, "2026-11-02")
    assert not requests.detail(ground.desk, ended).done.still_marked
    with pytest.raises(RequestNotReady):
        take_back(requests, ground.desk, ended)
    erase_on_request(ground.workplace, ground.desk, customer, ON)
    with pytest.raises(RequestNotReady):
        take_back(requests, ground.desk, ended)
    assert mark(ground, customer) == (ON, "")


def test_a_correction_leaves_what_colleagues_have_half_typed(
    ground: Ground, requests: Requests, customer: str
) -> None:
    read = NewRequest(RequestKind.DISCLOSURE, RequestWay.PHONE, ON, customer)
    request, drafts = checked(ground, requests, read), Drafts(ground.workplace)
    for form in ("answer", "request-correct"):
        drafts.keep(ground.owner, form, request, {"typed": {"text": "書きかけ"}})
    for now, shown in ((replace(read, contact="090-0000-0000"), read),):
        requests.correct(ground.desk, request, now, shown=shown)
        requests.correct(ground.desk, request, replace(now, kind=RequestKind.CORRECTION), shown=now)
    assert {form for form, _subject, _at in drafts.list(ground.owner)} == {"answer", "request-correct"}
    take_back(requests, ground.desk, request)
    assert drafts.list(ground.owner) == ()
