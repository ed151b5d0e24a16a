"""The calendar of duties: what stands on it for whom, when the next drill is due, and the calendar file."""

from __future__ import annotations

from datetime import date, timedelta

import icalendar
import pytest

from hvacdesk.domain.backups.drills import Drill, DrillOutcome, DrillWay, next_drill
from hvacdesk.domain.errors import InvalidInput, NotPermitted
from hvacdesk.domain.exchange.outside_lists import ListKind
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.duties import AHEAD, DUTY_NAMES, Duty, DutyKind, in_order, pressing
from hvacdesk.domain.roles import Role
from hvacdesk.services.backups.drills import Drills
from hvacdesk.services.exchange.outside_lists import OutsideLists
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.language import words_for
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.oversight.duties import Duties
from hvacdesk.services.oversight.regular_duties import StandingDuties
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.store.entry import recovery_sheets
from hvacdesk.store.exchange import outside_lists
from tests.helpers.ground import Ground
from tests.helpers.sample_records import Person, add_customer, add_job

TODAY = date(2026, 11, 24)
DRILL = Drill("2026-11-20", "2026-11-19", DrillWay.OTHER_COMPUTER, DrillOutcome.GOOD)


@pytest.fixture
def standing(ground: Ground) -> StandingDuties:
    workplace = ground.workplace
    return StandingDuties(workplace, Papers(workplace, WorkOrders(workplace)), OutsideLists(workplace))


@pytest.fixture
def began(ground: Ground) -> None:
    with ground.workplace.transaction() as session:
        ground.workplace.record(session, ground.owner, Action.OFFICE_CREATED)


def test_duties_stand_by_day_and_press_from_two_weeks_ahead() -> None:
    late = Duty(DutyKind.TRAINING, TODAY - timedelta(days=1), "佐藤")
    soon = Duty(DutyKind.PARTNER_CHECK, TODAY + AHEAD)
    far = Duty(DutyKind.RULES, TODAY + AHEAD + timedelta(days=1))
    assert in_order((far, soon, late)) == (late, soon, far)
    assert pressing((far, soon, late), TODAY) == (late, soon)
    assert late.overdue(TODAY)
    assert not Duty(DutyKind.RULES, TODAY).overdue(TODAY)


def test_every_kind_of_duty_has_a_name() -> None:
    assert set(DUTY_NAMES) == set(DutyKind)


@pytest.mark.usefixtures("began")
def test_what_the_office_had_to_do_all_along_is_on_it(ground: Ground, standing: StandingDuties) -> None:
    with ground.workplace.transaction() as session:
        outside_lists.add(session, ListKind.EXPORTED, 3, ground.owner.account, TODAY)
        recovery_sheets.follow_vault(session, 1, date(2026, 1, 10), TODAY)
    duties = Duties(ground.workplace, (standing.disposal, standing.recovery_sheet, standing.lists))
    listed = [(duty.kind, duty.due.isoformat(), duty.about) for duty in duties.all(ground.owner)]
    assert listed == [
        (DutyKind.DISPOSAL, "2026-11-30", "2026-11"),
        (DutyKind.OUTSIDE_LIST, "2026-12-01", "2026-11-24"),
        (DutyKind.RECOVERY_SHEET, "2027-01-10", "1"),
    ]
    assert {duty.kind for duty in duties.all(ground.desk)} == {DutyKind.DISPOSAL, DutyKind.OUTSIDE_LIST}
    for role in (Role.TECHNICIAN, Role.INSPECTOR, Role.ACCOUNTING):
        assert duties.all(ground.people[role]) == ()


@pytest.mark.usefixtures("began")
def test_a_saved_invoice_is_on_the_list_of_who_keeps_the_books(
    ground: Ground, standing: StandingDuties
) -> None:
    with ground.workplace.transaction() as session:
        outside_lists.add(session, ListKind.INVOICE, 1, ground.owner.account, TODAY)
    duties = Duties(ground.workplace, (standing.lists,))
    (duty,) = duties.all(ground.people[Role.ACCOUNTING])
    assert (duty.kind, duty.due.isoformat()) == (DutyKind.OUTSIDE_LIST, "2026-12-01")


@pytest.mark.usefixtures("began")
def test_a_drill_is_due_half_a_year_after_the_last(ground: Ground) -> None:
    drills = Drills(ground.workplace)
    assert [one.due for one in drills.duties(ground.owner)] == [date(2027, 5, 24)]
    drills.note(ground.owner, DRILL)
    assert [one.due for one in drills.duties(ground.owner)] == [date(2027, 5, 20)]
    (row,) = drills.all(ground.people[Role.INSPECTOR])
    assert (row.drill, row.recorded_by) == (DRILL, "owner")
    (entry,) = AuditLog(ground.workplace).entries(ground.owner, action=Action.DRILL_NOTED)
    assert entry.details == {"way": "other_computer", "outcome": "good"}
    assert drills.duties(ground.desk) == ()
    with pytest.raises(NotPermitted):
        drills.note(ground.desk, DRILL)


def test_a_drill_that_failed_is_soon_held_again() -> None:
    failed = Drill("2026-11-20", "2026-11-19", DrillWay.OTHER_FOLDER, DrillOutcome.FAILED)
    assert next_drill(failed, TODAY) == date(2026, 12, 20)


@pytest.mark.parametrize(
    ("on", "backup_of", "field"),
    [("", "2026-11-19", "on"), ("2026-11-25", "2026-11-19", "on"), ("2026-11-20", "2026-11-21", "backup_of")],
)
def test_a_drill_is_of_a_day_that_was(ground: Ground, on: str, backup_of: str, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        Drills(ground.workplace).note(
            ground.owner, Drill(on, backup_of, DrillWay.OTHER_FOLDER, DrillOutcome.GOOD)
        )
    assert refused.value.field == field


def test_the_calendar_file_keeps_its_ids_when_a_day_moves(ground: Ground) -> None:
    due = [date(2026, 12, 1)]
    found = Duties(
        ground.workplace, (lambda _actor: [Duty(DutyKind.PARTNER_CHECK, due[0], "見本設備", "f" * 32)],)
    )
    before = found.calendar(ground.owner, words_for("ja"))
    due[0] = date(2027, 12, 1)
    after = found.calendar(ground.owner, words_for("ja"))
    (first,), (second,) = (icalendar.Calendar.from_ical(file).walk("VEVENT") for file in (before, after))
    assert first["UID"] == second["UID"]
    assert "f" * 32 not in str(first["UID"])
    assert (first["DTSTART"].dt, second["DTSTART"].dt) == (date(2026, 12, 1), date(2027, 12, 1))
    assert first["DTSTAMP"].dt == ground.workplace.now()
    log = AuditLog(ground.workplace)
    assert log.entries(ground.owner, action=Action.CALENDAR_SAVED) == ()
    found.calendar_saved(ground.owner)
    (entry,) = log.entries(ground.owner, action=Action.CALENDAR_SAVED)
    assert entry.details == {"duties": 1}


@pytest.mark.usefixtures("began")
def test_a_manifest_asks_for_its_last_slip(ground: Ground, standing: StandingDuties) -> None:
    with ground.workplace.transaction() as session:
        person, e = Person(), EventKind
        slips = {e.MANIFEST: "2026-08-01", e.MANIFEST_B2: "2026-08-20", e.MANIFEST_D: "2026-09-30"}
        customer = add_customer(session, person)
        job = add_job(session, customer, person, state=JobState.DONE, on="2026-08-01", events=slips)
        record, number = job.record_id, job.number
    (duty,) = standing.manifests(ground.desk)
    assert (duty.kind, duty.due, duty.about) == (DutyKind.MANIFEST_SLIP, date(2027, 1, 28), number)
    assert standing.manifests(ground.people[Role.INSPECTOR]) == ()
    Jobs(ground.workplace).record_event(ground.desk, record, JobEvent(EventKind.MANIFEST_E, "2026-11-20"))
    assert standing.manifests(ground.desk) == ()
