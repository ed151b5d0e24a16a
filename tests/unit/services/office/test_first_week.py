"""The first week's list: what is done is told by the office itself, and it goes when it is not needed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

import pytest

from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.office.first_week import SETTLED_JOBS, FirstStep
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.backups.backups import Backups
from hvacdesk.services.office.first_week import FirstWeek
from hvacdesk.services.office.settings import Settings
from hvacdesk.store.office import office
from hvacdesk.vault.backup.backup_errors import PlacesUnreadable
from tests.helpers.ground import Ground
from tests.helpers.sample_records import Person, add_customer, add_job

FACTS = OfficeFacts("唐山空調", "", "", LegalForm.COMPANY, 3)


@dataclass
class Places:
    """The part of the backups that is asked: which folders they go to."""

    named: tuple[str, ...] = ()
    unreadable: bool = False

    def places(self, _actor: Actor) -> tuple[str, ...]:
        if self.unreadable:
            raise PlacesUnreadable
        return self.named


@pytest.fixture
def places() -> Places:
    return Places()


@pytest.fixture
def week(ground: Ground, places: Places) -> FirstWeek:
    with ground.workplace.transaction() as session:
        office.save_facts(session, FACTS)
    return FirstWeek(ground.workplace, Settings(ground.workplace), cast(Backups, places))


def done(week: FirstWeek, actor: Actor) -> dict[FirstStep, bool]:
    return {one.step: one.done for one in week.steps(actor)}


def test_a_new_office_has_everything_before_it(ground: Ground, week: FirstWeek) -> None:
    """The ground has people of every role already, so that one step is done."""
    assert done(week, ground.owner) == {step: step is FirstStep.STAFF for step in FirstStep}


def test_each_step_is_done_by_what_is_there(ground: Ground, week: FirstWeek, places: Places) -> None:
    facts = replace(FACTS, postal_code="4640811", address="名古屋市", phone="052-000-0000")
    with ground.workplace.transaction() as session:
        office.save_facts(session, facts)
        customer = add_customer(session, Person())
        add_job(session, customer, Person(), state=JobState.ARRANGED)
    places.named = ("usb",)
    there = done(week, ground.owner)
    assert there[FirstStep.LETTERHEAD]
    assert there[FirstStep.BACKUP]
    assert there[FirstStep.JOB]
    assert not there[FirstStep.WORK_ORDER]


def test_folders_that_cannot_be_read_are_told_elsewhere(
    ground: Ground, week: FirstWeek, places: Places
) -> None:
    places.unreadable = True
    assert done(week, ground.owner)[FirstStep.BACKUP]


def test_each_person_is_told_of_what_they_can_do_themselves(ground: Ground, week: FirstWeek) -> None:
    assert FirstStep.LETTERHEAD not in done(week, ground.desk)
    assert FirstStep.CUSTOMER in done(week, ground.desk)
    assert week.steps(ground.people[Role.INSPECTOR]) == ()


def test_who_hides_the_list_hides_it_for_themselves(ground: Ground, week: FirstWeek) -> None:
    week.hide(ground.desk)
    assert week.steps(ground.desk) == ()
    assert week.steps(ground.owner)


def test_an_office_with_jobs_is_not_new_any_more(ground: Ground, week: FirstWeek) -> None:
    with ground.workplace.transaction() as session:
        customer = add_customer(session, Person())
        for _ in range(SETTLED_JOBS):
            add_job(session, customer, Person(), state=JobState.ARRANGED)
    assert week.steps(ground.owner) == ()
