"""Recurring work: due by its day, booked once, and round again when the job is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from hvacdesk.domain.calendar.plans import AGREED, PlanRecord
from hvacdesk.domain.errors import BadDate, ChangedMeanwhile, InvalidInput, Missing, NotPermitted, OutOfRange
from hvacdesk.domain.jobs.jobs import JobField, JobState, Party, SiteRecord, UnitPart, UnitRecord, WorkKind
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.refused_numbers import CardNumberFound
from hvacdesk.services.calendar.plans import Plans
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.jobs import Jobs
from tests.helpers.ground import ROLES, Ground
from tests.helpers.people import HIDDEN, customer

FAR = date(2030, 1, 1)


@pytest.fixture
def plans(ground: Ground) -> Plans:
    return Plans(ground.workplace)


@pytest.fixture
def jobs(ground: Ground) -> Jobs:
    return Jobs(ground.workplace)


@pytest.fixture
def record(ground: Ground, jobs: Jobs) -> PlanRecord:
    who = Customers(ground.workplace).add(ground.desk, customer())
    site = jobs.add_site(ground.desk, who, SiteRecord(customer().address))
    jobs.add_unit(ground.desk, site, UnitRecord(maker="業務", commercial=True))
    jobs.add_unit(ground.desk, site, UnitRecord(maker="家庭"))
    return PlanRecord(who, site, WorkKind.INSPECT, "freon_simple", 3, "2026-12-30", "屋上の機器も")


ACTS: dict[str, tuple[Callable[[Plans, Actor, PlanRecord, str], object], set[Role]]] = {
    "due": (lambda p, who, _r, _plan: p.due(who, FAR), {Role.OWNER, Role.DESK, Role.ACCOUNTING}),
    "of_customer": (
        lambda p, who, r, _plan: p.of_customer(who, r.customer),
        {Role.OWNER, Role.DESK, Role.ACCOUNTING},
    ),
    "read": (lambda p, who, _r, plan: p.record_for_edit(who, plan), {Role.OWNER, Role.DESK}),
    "keep": (lambda p, who, r, _plan: p.keep(who, r), {Role.OWNER, Role.DESK}),
    "book": (lambda p, who, _r, plan: p.book(who, plan), {Role.OWNER, Role.DESK}),
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("act", ACTS)
def test_each_act_is_for_its_roles_alone(
    ground: Ground, plans: Plans, record: PlanRecord, act: str, role: Role
) -> None:
    plan = plans.keep(ground.desk, record)
    do, allowed = ACTS[act]
    if role in allowed:
        do(plans, ground.people[role], record, plan)
    else:
        with pytest.raises(NotPermitted):
            do(plans, ground.people[role], record, plan)


def test_what_is_due_is_masked_and_in_order(ground: Ground, plans: Plans, record: PlanRecord) -> None:
    late = plans.keep(ground.desk, replace(record, next_on="2026-11-23"))
    soon = plans.keep(ground.desk, record)
    plans.keep(ground.desk, replace(record, next_on="2027-02-01"))
    plans.keep(ground.desk, replace(record, active=False))
    rows = plans.due(ground.desk, date(2026, 12, 31))
    assert [(row.plan, row.overdue) for row in rows] == [(late, True), (soon, False)]
    assert rows[0].name.text == "柳川 ●●"
    assert not [hidden for hidden in HIDDEN.values() if hidden in repr(rows)]
    assert len(plans.of_customer(ground.desk, record.customer)) == 4


def test_the_next_job_is_booked_once_on_a_working_day(
    ground: Ground, plans: Plans, jobs: Jobs, record: PlanRecord
) -> None:
    plan = plans.keep(ground.desk, record)
    job = plans.book(ground.desk, plan)
    assert plans.book(ground.desk, plan) == job
    detail = jobs.detail(ground.desk, job)
    assert (detail.row.on, detail.row.work_kind, detail.texts[JobField.NOTE].text) == (
        "2027-01-04",
        WorkKind.INSPECT,
        "屋上の機器も",
    )
    assert [(part, unit.record.maker) for part, unit in detail.units] == [(UnitPart.SERVICE, "業務")]
    assert {one.party: one.customer for one in detail.parties} == {Party.REQUESTER: record.customer}
    row = plans.due(ground.desk, FAR)[0]
    assert (row.job, row.job_on, row.overdue) == (job, "2027-01-04", False)


def test_overdue_work_waits_for_a_day_and_agreed_work_is_for_every_unit(
    ground: Ground, plans: Plans, jobs: Jobs, record: PlanRecord
) -> None:
    agreed = replace(record, basis=AGREED, next_on="2026-10-01")
    detail = jobs.detail(ground.desk, plans.book(ground.desk, plans.keep(ground.desk, agreed)))
    assert detail.row.on == ""
    assert len(detail.units) == 2


@pytest.mark.parametrize("state", [JobState.DONE, JobState.INVOICED])
def test_it_comes_round_again_once_when_the_job_is_done(
    ground: Ground, plans: Plans, jobs: Jobs, record: PlanRecord, state: JobState
) -> None:
    plan = plans.keep(ground.desk, replace(record, next_on="2026-11-24"))
    job = plans.book(ground.desk, plan)
    ground.clock.pass_time(days=2)
    jobs.set_state(ground.desk, job, JobState.WORKING)
    assert plans.record_for_edit(ground.desk, plan).next_on == "2026-11-24"
    jobs.set_state(ground.desk, job, state)
    row = plans.due(ground.desk, FAR)[0]
    assert (row.next_on, row.job) == ("2027-02-24", "")
    ground.clock.pass_time(days=40)
    jobs.set_state(ground.desk, job, JobState.PAID)
    assert plans.record_for_edit(ground.desk, plan).next_on == "2027-02-24"
    assert plans.book(ground.desk, plan) != job


def test_the_months_count_from_the_work_and_not_from_the_payment(
    ground: Ground, plans: Plans, jobs: Jobs, record: PlanRecord
) -> None:
    plan = plans.keep(ground.desk, replace(record, next_on="2026-10-01"))
    job = plans.book(ground.desk, plan)
    jobs.set_state(ground.desk, job, JobState.DONE)
    assert plans.record_for_edit(ground.desk, plan).next_on == "2027-02-24"
    ground.clock.pass_time(days=40)
    jobs.set_state(ground.desk, job, JobState.PAID)
    assert plans.record_for_edit(ground.desk, plan).next_on == "2027-02-24"


def test_work_that_is_done_early_counts_from_the_day_it_was_done(
    ground: Ground, plans: Plans, jobs: Jobs, record: PlanRecord
) -> None:
    plan = plans.keep(ground.desk, replace(record, next_on="2026-12-10"))
    jobs.set_state(ground.desk, plans.book(ground.desk, plan), JobState.DONE)
    assert plans.record_for_edit(ground.desk, plan).next_on == "2027-02-24"


def test_a_cancelled_job_leaves_it_due(ground: Ground, plans: Plans, jobs: Jobs, record: PlanRecord) -> None:
    plan = plans.keep(ground.desk, record)
    job = plans.book(ground.desk, plan)
    jobs.set_state(ground.desk, job, JobState.CANCELLED)
    row = plans.due(ground.desk, FAR)[0]
    assert (row.next_on, row.job) == (record.next_on, "")


def test_a_change_by_what_was_read_before_another_is_refused(
    ground: Ground, plans: Plans, record: PlanRecord
) -> None:
    plan = plans.keep(ground.desk, record)
    plans.keep(ground.desk, replace(record, every_months=6), plan, 1)
    with pytest.raises(ChangedMeanwhile):
        plans.keep(ground.desk, record, plan, 1)
    assert plans.record_for_edit(ground.desk, plan).every_months == 6


def test_the_site_is_the_customers_own(ground: Ground, plans: Plans, jobs: Jobs, record: PlanRecord) -> None:
    other = Customers(ground.workplace).add(ground.desk, customer())
    with pytest.raises(InvalidInput):
        plans.keep(ground.desk, replace(record, customer=other))


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"site": ""}, Missing),
        ({"basis": "made up"}, InvalidInput),
        ({"every_months": 0}, OutOfRange),
        ({"next_on": ""}, Missing),
        ({"next_on": "2099-01-01"}, BadDate),
        ({"text": "4111 1111 1111 1111"}, CardNumberFound),
    ],
)
def test_what_is_refused(
    ground: Ground, plans: Plans, record: PlanRecord, changes: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        plans.keep(ground.desk, replace(record, **changes))  # type: ignore[arg-type]
