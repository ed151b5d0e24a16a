"""Reminders: who stands on the list, what a consent allows, seeing to a line, and the letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hvacdesk.domain.calendar.plans import AGREED, PlanRecord
from hvacdesk.domain.calendar.reminders import (
    NoReminderWanted,
    ReminderConsent,
    ReminderKind,
    ReminderOutcome,
    ReminderRow,
)
from hvacdesk.domain.errors import NotPermitted, OutOfRange, RecordGone
from hvacdesk.domain.jobs.jobs import (
    JobRecord,
    JobState,
    JobUnit,
    Party,
    SiteRecord,
    UnitPart,
    UnitRecord,
    WorkKind,
)
from hvacdesk.domain.jobs.results import JobResults
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.duties import DutyKind
from hvacdesk.domain.papers.register import PaperKind
from hvacdesk.domain.requests.consents import ConsentEvent, ConsentKind, ConsentWay
from hvacdesk.domain.roles import Role
from hvacdesk.services.calendar.plans import Plans
from hvacdesk.services.calendar.reminders import Reminders
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.language import words_for
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.requests.purposes_notice import Notices
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.jobs import results as result_store
from hvacdesk.store.models import Customer, ReminderSeen
from hvacdesk.store.office import office as office_store
from tests.helpers.ground import ROLES, Ground
from tests.helpers.paper import read_text
from tests.helpers.people import HIDDEN, customer

UNTIL = date(2027, 2, 24)
STAMP = "2026-11-24T01:00:00Z"


class Place:
    """A customer with a site, and what is put there."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.jobs = Jobs(ground.workplace)
        self.customer = Customers(ground.workplace).add(ground.desk, customer())
        self.site = self.jobs.add_site(ground.desk, self.customer, SiteRecord(customer().address))
        self.reminders = Reminders(ground.workplace)
        with ground.workplace.transaction() as session:
            facts = OfficeFacts("唐山空調", "052-111-2222", "名古屋市", LegalForm.COMPANY, 3)
            office_store.save_facts(session, facts)

    def unit(self, **known: object) -> str:
        return self.jobs.add_unit(self.ground.desk, self.site, UnitRecord(**known))  # type: ignore[arg-type]

    def job(self, *units: JobUnit, state: JobState = JobState.DONE) -> str:
        record = JobRecord(
            self.site, WorkKind.REPLACE, {Party.REQUESTER: self.customer}, on="2025-12-01", units=units
        )
        job = self.jobs.add(self.ground.desk, record)
        with self.ground.workplace.transaction() as session:
            row = job_store.job(session, job)
            job_store.move(session, row, state, actor=self.ground.desk.account, at=STAMP)
        return job

    def warranty(self, until: str, state: JobState = JobState.DONE) -> str:
        job = self.job(state=state)
        with self.ground.workplace.transaction() as session:
            results = JobResults(worked_on="2025-12-01", warranty_until=until)
            row = job_store.job(session, job)
            result_store.save(session, row, results, by=self.ground.desk.account, at=STAMP)
        return job

    def plan(self, next_on: str, basis: str = AGREED) -> str:
        record = PlanRecord(self.customer, self.site, WorkKind.CLEAN, basis, 12, next_on)
        return Plans(self.ground.workplace).keep(self.ground.desk, record)

    def says(self, *, given: bool) -> None:
        event = ConsentEvent(ConsentKind.REMINDERS, given, "2026-11-20", ConsentWay.PHONE)
        Notices(self.ground.workplace).record_consent(self.ground.desk, self.customer, event)

    def rows(self, until: date = UNTIL) -> tuple[ReminderRow, ...]:
        return self.reminders.due(self.ground.desk, until).rows

    def listed(self, until: date = UNTIL) -> list[tuple[str, str, str]]:
        return [(row.key.kind.value, row.key.subject, row.key.due) for row in self.rows(until)]


@pytest.fixture
def place(ground: Ground) -> Place:
    return Place(ground)


def test_warranties_and_agreed_work_stand_by_day_and_old_units_after_them(place: Place) -> None:
    plan, job = place.plan("2027-01-15"), place.warranty("2026-12-01")
    unit = place.unit(maker="見本電機", year=2016)
    assert place.listed() == [
        ("warranty", job, "2026-12-01"),
        ("recurring", plan, "2027-01-15"),
        ("design_period", unit, "2026-12-31"),
    ]
    assert not [hidden for hidden in HIDDEN.values() if hidden in repr(place.rows())]


def test_a_warranty_is_spoken_of_until_30_days_after_its_end(place: Place) -> None:
    place.warranty("2026-10-24")  # 31 days before 24 November
    kept = place.warranty("2026-10-25")
    far = place.warranty("2027-02-25")
    place.warranty("2026-12-01", JobState.CANCELLED)
    assert [subject for _kind, subject, _due in place.listed()] == [kept]
    assert [subject for _kind, subject, _due in place.listed(date(2027, 2, 25))] == [kept, far]


def test_only_a_household_indoor_unit_that_still_hangs_has_a_design_period(place: Place) -> None:
    removed = place.unit(year=2014)
    place.job(JobUnit(removed, UnitPart.REMOVE))
    to_go = place.unit(year=2015)
    place.job(JobUnit(to_go, UnitPart.REMOVE), state=JobState.ARRANGED)
    place.unit(year=2010, commercial=True)
    place.unit(year=2010, outdoor=True)
    place.unit(maker="年を知らない")
    place.unit(year=2017)  # until the end of 2027
    short = place.unit(year=2020, design_years=6)
    assert place.listed(date(2026, 12, 31)) == [
        ("design_period", to_go, "2025-12-31"),
        ("design_period", short, "2026-12-31"),
    ]


def test_a_design_period_is_a_whole_number_of_years(place: Place) -> None:
    with pytest.raises(OutOfRange):
        place.unit(year=2020, design_years=0)


def test_agreed_work_is_listed_until_it_is_booked_and_what_a_law_asks_is_not(place: Place) -> None:
    plan = place.plan("2026-12-10")
    place.plan("2026-12-10", "freon_simple")
    assert [subject for _kind, subject, _due in place.listed()] == [plan]
    Plans(place.ground.workplace).book(place.ground.desk, plan)
    assert place.listed() == []


@pytest.mark.parametrize("column", ["suspended_on", "reduced_on", "erasure_asked_on"])
def test_nobody_whose_data_is_out_of_use_is_reminded(place: Place, column: str) -> None:
    place.plan("2026-12-10")
    place.warranty("2026-12-01")
    place.unit(year=2016)
    assert len(place.listed()) == 3
    with place.ground.workplace.transaction() as session:
        setattr(session.query(Customer).one(), column, "2026-11-01")
    assert place.listed() == []
    assert place.reminders.duties(place.ground.desk) == ()


def test_what_may_be_done_follows_what_the_customer_said_last(place: Place) -> None:
    place.plan("2026-12-10")

    def now() -> tuple[ReminderConsent, bool, bool]:
        (row,) = place.rows()
        return row.consent, row.may_write, row.may_call

    assert now() == (ReminderConsent.NEVER_ASKED, False, True)
    place.says(given=True)
    assert now() == (ReminderConsent.GIVEN, True, True)
    place.says(given=False)
    assert now() == (ReminderConsent.TAKEN_BACK, False, False)


def test_no_letter_is_printed_without_a_consent(place: Place) -> None:
    place.plan("2026-12-10")
    (row,) = place.rows()
    words = words_for("en")
    for ask in (lambda: None, lambda: place.says(given=False)):
        ask()
        with pytest.raises(NoReminderWanted):
            place.reminders.letter(place.ground.desk, row.key, words)
    place.says(given=True)
    issued = place.reminders.letter(place.ground.desk, row.key, words)
    assert issued.papers[0].kind is PaperKind.REMINDER


@pytest.mark.parametrize("kind", ReminderKind)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_letter_names_the_customer_the_day_and_the_way_out(
    place: Place, kind: ReminderKind, language: str
) -> None:
    place.plan("2026-12-10")
    place.warranty("2026-12-01")
    place.unit(maker="見本電機", model="AB-22", year=2016)
    place.says(given=True)
    (row,) = (one for one in place.rows() if one.key.kind is kind)
    pdf = place.reminders.letter(place.ground.desk, row.key, words_for(language)).pdf
    text = " ".join(read_text(pdf).split())
    said = {
        ReminderKind.WARRANTY: ("2026年12月1日", "1 Dec 2026"),
        ReminderKind.DESIGN_PERIOD: ("見本電機 AB-22", "見本電機 AB-22"),
        ReminderKind.RECURRING: ("2026年12月10日", "10 Dec 2026"),
    }[kind]
    assert said[language == "en"] in text
    assert "柳川 美沙緒" in text
    assert ("不要の場合は" if language == "ja" else "take that back") in text


def test_a_line_that_was_seen_to_leaves_the_list_and_can_be_put_back(place: Place) -> None:
    place.warranty("2026-12-01")
    (row,) = place.rows()
    place.reminders.seen(place.ground.desk, row.key, ReminderOutcome.CALLED)
    assert place.rows() == ()
    assert place.reminders.duties(place.ground.desk) == ()
    with place.ground.workplace.reading() as session:
        (kept,) = session.query(ReminderSeen).all()
        assert (kept.outcome, kept.due, kept.on) == ("called", "2026-12-01", "2026-11-24")
    with pytest.raises(RecordGone):
        place.reminders.seen(place.ground.desk, row.key, ReminderOutcome.NOT_NEEDED)
    place.ground.workplace.edits.undo(place.ground.desk)
    assert [one.key for one in place.rows()] == [row.key]


def test_what_was_seen_to_is_listed_with_how_and_put_back_by_whoever_keeps_jobs(place: Place) -> None:
    place.warranty("2026-12-01")
    place.unit(year=2011)
    first, second = place.rows()
    desk, until = place.ground.desk, date(2027, 2, 24)
    for row, outcome in ((first, ReminderOutcome.CALLED), (second, ReminderOutcome.NOT_NEEDED)):
        place.reminders.seen(desk, row.key, outcome)
    listed = place.reminders.seen_to(desk, until)
    assert [(row.key, row.outcome, row.seen_on) for row in listed.rows] == [
        (second.key, ReminderOutcome.NOT_NEEDED, "2026-11-24"),
        (first.key, ReminderOutcome.CALLED, "2026-11-24"),
    ]
    with pytest.raises(NotPermitted):
        place.reminders.put_back(place.ground.people[Role.ACCOUNTING], first.key)
    place.reminders.put_back(desk, first.key)
    assert [row.key for row in place.rows()] == [first.key]
    assert place.reminders.seen_to(desk, until).count == 1
    (entry,) = AuditLog(place.ground.workplace).entries(place.ground.owner, action=Action.REMINDER_PUT_BACK)
    assert entry.details["reminder"] == "warranty"
    with pytest.raises(RecordGone):
        place.reminders.put_back(desk, first.key)


def test_the_home_page_counts_what_is_due_by_the_end_of_the_month(place: Place) -> None:
    desk = place.ground.desk
    place.warranty("2026-11-30")
    place.plan("2026-12-01")
    for year in (2011, 2016):  # until the ends of 2021 and 2026
        place.unit(year=year)
    assert place.reminders.of_today(desk).due_this_month == 2  # the warranty, and the unit of 2011
    assert place.reminders.of_today(place.ground.people[Role.ACCOUNTING]).due_this_month == 0
    place.ground.clock.pass_time(days=10)
    assert place.reminders.of_today(desk).due_this_month == 4
    place.reminders.seen(desk, place.rows()[0].key, ReminderOutcome.CALLED)
    assert place.reminders.of_today(desk).due_this_month == 3


def test_seeing_to_it_is_logged_by_code_alone(place: Place) -> None:
    place.warranty("2026-12-01")
    (row,) = place.rows()
    place.reminders.seen(place.ground.desk, row.key, ReminderOutcome.NOT_NEEDED)
    (entry,) = AuditLog(place.ground.workplace).entries(place.ground.owner, action=Action.REMINDER_SEEN)
    assert entry.details["reminder"] == "warranty"
    assert entry.details["reminder_outcome"] == "not_needed"
    assert entry.subject == f"customer:{place.customer}"


def test_the_duties_count_what_waits_and_name_nobody(place: Place) -> None:
    place.plan("2026-12-10")
    place.warranty("2026-12-01")
    for year in (2011, 2016, 2017):  # until the ends of 2021, 2026 and 2027
        place.unit(year=year)
    duties = place.reminders.duties(place.ground.desk)
    assert {(one.kind, one.due.isoformat(), one.about) for one in duties} == {
        (DutyKind.RECURRING_WORK, "2026-12-10", "2026-12 (1)"),
        (DutyKind.WARRANTIES, "2026-12-01", "2026-12 (1)"),
        (DutyKind.DESIGN_PERIODS, "2026-12-31", "2026-12 (2)"),
    }
    desk = place.ground.desk
    recurring = [one for one in duties if one.kind is DutyKind.RECURRING_WORK]
    assert recurring
    assert len(recurring) + len(place.reminders.of_today(desk).duties) == len(duties)
    (old, *_more) = (one for one in place.rows() if one.key.kind is ReminderKind.DESIGN_PERIOD)
    place.reminders.seen(place.ground.desk, old.key, ReminderOutcome.NOT_NEEDED)
    assert "2026-12 (1)" in {
        one.about for one in place.reminders.duties(place.ground.desk) if one.kind is DutyKind.DESIGN_PERIODS
    }


@pytest.mark.parametrize("role", ROLES)
def test_each_act_is_for_its_roles_alone(place: Place, role: Role) -> None:
    place.warranty("2026-12-01")
    place.says(given=True)
    (row,) = place.rows()
    who = place.ground.people[role]
    acts = {
        "due": (lambda: place.reminders.due(who, UNTIL), {Role.OWNER, Role.DESK, Role.ACCOUNTING}),
        "letter": (
            lambda: place.reminders.letter(who, row.key, words_for("en")),
            {Role.OWNER, Role.DESK},
        ),
        "seen": (
            lambda: place.reminders.seen(who, row.key, ReminderOutcome.CALLED),
            {Role.OWNER, Role.DESK},
        ),
    }
    for act, allowed in acts.values():
        if role in allowed:
            act()
        else:
            with pytest.raises(NotPermitted):
                act()
    assert place.reminders.duties(who) == ()


def test_a_unit_keeps_the_period_that_its_label_states(place: Place) -> None:
    unit = place.unit(year=2016, design_years=7)
    (view,) = (one for site in place.jobs.sites(place.ground.desk, place.customer) for one in site.units)
    assert (view.unit, view.record.design_years) == (unit, 7)
    place.jobs.change_unit(place.ground.desk, unit, replace(view.record, design_years=12), shown=view.record)
    assert place.listed(date(2026, 12, 31)) == []
