"""A request that takes away what work needs names the work that is still to be done, and is told with it."""

from __future__ import annotations

import pytest

from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.jobs.jobs import UNDER_WAY, JobState
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.requests.requests import (
    IdentityCheck,
    NewRequest,
    RequestAnswer,
    RequestKind,
    RequestOutcome,
    RequestWay,
)
from hvacdesk.domain.roles import Role
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.ahead import JobsAhead
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.requests.requests import Requests
from hvacdesk.store.models import Customer, Job
from hvacdesk.store.office import office
from tests.helpers.ground import Ground
from tests.helpers.identity_checks import check_identity
from tests.helpers.request_answers import give_answer
from tests.helpers.sample_records import Person, add_customer, add_job

TODAY, TOMORROW = "2026-11-24", "2026-11-25"
PERSON = Person()
GRANTED = RequestAnswer(RequestOutcome.GRANTED, RequestWay.COUNTER)
REFUSED = RequestAnswer(None, RequestWay.COUNTER, "no_reason")


@pytest.fixture
def record(ground: Ground) -> str:
    with ground.workplace.transaction() as session:
        office.save_facts(session, OfficeFacts("唐山空調", "", "", LegalForm.COMPANY, 3))
        return add_customer(session, PERSON).record_id


def booked(ground: Ground, record: str, on: str = TOMORROW, state: JobState = JobState.ARRANGED) -> str:
    with ground.workplace.transaction() as session:
        owner = session.query(Customer).filter(Customer.record_id == record).one()
        staff = ground.people[Role.TECHNICIAN].account
        return add_job(session, owner, PERSON, state=state, on=on, staff=staff).record_id


def asked(ground: Ground, record: str, kind: RequestKind = RequestKind.SUSPENSION) -> str:
    requests = Requests(ground.workplace)
    request = requests.receive(ground.desk, NewRequest(kind, RequestWay.COUNTER, TODAY, record))
    check_identity(requests, ground.desk, request, IdentityCheck.LICENCE)
    return request


def ahead(ground: Ground, request: str) -> list[str]:
    return [one.job for one in Requests(ground.workplace).detail(ground.desk, request).ahead]


@pytest.mark.parametrize("kind", [RequestKind.SUSPENSION, RequestKind.ERASURE])
def test_it_names_the_jobs_that_are_still_to_be_done_the_nearest_first(
    ground: Ground, record: str, kind: RequestKind
) -> None:
    undated = booked(ground, record, on="", state=JobState.RECEIVED)
    later, tomorrow = booked(ground, record, on="2026-12-01"), booked(ground, record)
    for state in frozenset(JobState) - UNDER_WAY:
        booked(ground, record, state=state)
    request = asked(ground, record, kind)
    assert ahead(ground, request) == [tomorrow, later, undated]
    first = Requests(ground.workplace).detail(ground.desk, request).ahead[0]
    assert (first.on, first.town.text, first.state) == (
        TOMORROW,
        PERSON.city + PERSON.town,
        JobState.ARRANGED,
    )
    assert first.staff == (ground.people[Role.TECHNICIAN].name,)
    for hidden in (PERSON.given, PERSON.family, PERSON.street):
        assert hidden not in repr(first)


def test_somebody_elses_job_at_their_place_and_one_in_which_they_live_are_named_too(
    ground: Ground, record: str
) -> None:
    with ground.workplace.transaction() as session:
        theirs = session.query(Customer).filter(Customer.record_id == record).one()
        other = add_customer(session, Person(family="森", given="茂"))
        lives = add_job(session, other, Person(), state=JobState.ARRANGED, on=TOMORROW, resident_id=theirs.id)
        at_site = add_job(session, other, Person(), state=JobState.ARRANGED, on="2026-11-26")
        at_site.site.customer_id = theirs.id
        expected = [lives.record_id, at_site.record_id]
    assert ahead(ground, asked(ground, record)) == expected


def test_other_requests_name_none(ground: Ground, record: str) -> None:
    booked(ground, record)
    for kind in frozenset(RequestKind) - {RequestKind.SUSPENSION, RequestKind.ERASURE}:
        assert ahead(ground, asked(ground, record, kind)) == []


@pytest.mark.parametrize("shown_on", ["", "2026-12-20"])
def test_nobody_suspends_over_a_job_that_was_booked_or_moved_while_the_answer_was_open(
    ground: Ground, record: str, shown_on: str
) -> None:
    requests, request = Requests(ground.workplace), asked(ground, record)
    seen = requests.detail(ground.owner, request)
    job = booked(ground, record)
    shown = [(job, shown_on, "")] if shown_on else []
    with pytest.raises(ChangedMeanwhile):
        requests.answer(ground.owner, request, GRANTED, shown=seen.noted, ahead=shown)
    assert Customers(ground.workplace).detail(ground.owner, record).suspended_on == ""
    now = [one.planned for one in requests.detail(ground.owner, request).ahead]
    requests.answer(ground.owner, request, GRANTED, shown=seen.noted, ahead=now)
    assert Customers(ground.workplace).detail(ground.owner, record).suspended_on == TODAY


def test_a_refusal_stops_no_job(ground: Ground, record: str) -> None:
    requests, request = Requests(ground.workplace), asked(ground, record)
    booked(ground, record)
    requests.answer(ground.owner, request, REFUSED, shown=requests.detail(ground.owner, request).noted)
    assert ahead(ground, request) == []


def test_the_request_names_them_until_each_is_seen_to_or_it_is_lifted(ground: Ground, record: str) -> None:
    requests, request = Requests(ground.workplace), asked(ground, record)
    done, cancelled, left = (booked(ground, record) for _one in range(3))
    give_answer(requests, ground.owner, request, GRANTED)
    assert len(ahead(ground, request)) == 3
    jobs = Jobs(ground.workplace)
    jobs.set_state(ground.desk, done, JobState.DONE)
    jobs.set_state(ground.desk, cancelled, JobState.CANCELLED)
    assert ahead(ground, request) == [left]
    requests.lift(ground.owner, request)
    assert ahead(ground, request) == []


def test_who_sees_all_jobs_is_told_of_a_customers_and_of_a_colleagues(ground: Ground, record: str) -> None:
    job, service = booked(ground, record), JobsAhead(ground.workplace)
    booked(ground, record, state=JobState.DONE)
    technician = ground.people[Role.TECHNICIAN].account
    assert [one.job for one in service.of_customer(ground.desk, record)] == [job]
    assert [one.job for one in service.of_staff(ground.owner, technician)] == [job]
    assert service.of_staff(ground.owner, ground.desk.account) == ()
    with ground.workplace.transaction() as session:
        session.query(Job).filter(Job.record_id == job).one().state = JobState.CANCELLED
    assert service.of_staff(ground.owner, technician) == ()
