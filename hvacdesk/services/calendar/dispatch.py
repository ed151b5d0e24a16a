"""The calendar: jobs by who goes there, what speaks against a placement, and days off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hvacdesk.domain.calendar.dispatch import (
    NOBODY,
    AbsenceRecord,
    Board,
    BoardJob,
    Clash,
    Lane,
    LaneKind,
    Placement,
    Surroundings,
    WorkingHours,
)
from hvacdesk.domain.calendar.slots import DAY_MINUTES, Slot
from hvacdesk.domain.clock import office_time
from hvacdesk.domain.errors import BadTime, ChangedMeanwhile, Missing
from hvacdesk.domain.jobs.job_rules import YEARS_AHEAD, check_slot
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.meanwhile import joined
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import ASSIGNABLE, Actor, Permission, Role
from hvacdesk.domain.text.input_checks import (
    EARLIEST_WORK,
    check_range,
    check_span,
    clean_date,
    clean_line,
    clean_time,
    known_day,
)
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.services.calendar.holidays import holidays
from hvacdesk.services.jobs.job_undo import keep_booking
from hvacdesk.services.jobs.job_views import SEES_JOBS, JobSight, own_only
from hvacdesk.services.permissions import anybody_logged_in, body_decides, needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.calendar import dispatch as store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.office import office as office_store

if TYPE_CHECKING:
    from hvacdesk.store.models import Account, Job

HOURS = "working_hours"
FIRMS_SINCE_DAYS = 90
"""A partner firm has a row of its own for so long after its last job."""

MOST_DAYS = 400
"""Of a calendar at once; a month's sheet has 42."""


class Dispatch:
    """The calendar of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(*SEES_JOBS)
    @body_decides("who does not see all jobs gets their own")
    def board(self, actor: Actor, first: date, days: int) -> Board:
        """The calendar from a day on; a technician's own row and jobs only.

        Raises:
            OutOfRange: more than :data:`MOST_DAYS` are asked for.
        """
        check_range("days", days, 1, MOST_DAYS)
        own = own_only(actor)
        shown = tuple(first + timedelta(days=number) for number in range(days))
        with self._workplace.reading() as session:
            sight = JobSight(actor, self._workplace.today())
            surroundings = self._surroundings(session, sight, shown, own)
            undated = _blocks(session, sight, store.undated(session, own))
            blocks = (*surroundings.blocks, *undated)
            return Board(
                days=shown,
                lanes=_lanes(session, blocks, first, own),
                surroundings=surroundings,
                undated=undated,
                may_move=actor.may(Permission.EDIT_JOBS),
            )

    @needs(Permission.SEE_ALL_JOBS)
    def clashes(self, actor: Actor, placement: Placement, job: str = "") -> tuple[Clash, ...]:
        """What speaks against placing a job so; ``job`` is the one to be placed, if it exists already.

        Raises:
            InvalidInput: the slot is none.
        """
        if not placement.slot.on:
            return ()
        day = known_day("on", placement.slot.on)
        clean_time("starts", placement.slot.starts)
        clean_time("ends", placement.slot.ends)
        with self._workplace.reading() as session:
            sight = JobSight(actor, self._workplace.today())
            return self._surroundings(session, sight, (day,), None).clashes(placement, job)

    @needs(Permission.EDIT_JOBS)
    def move(self, actor: Actor, job: str, version: int, placement: Placement) -> int:
        """Place a job elsewhere and return its new version.

        Raises:
            ChangedMeanwhile: somebody changed the job since ``version`` was read.
            InvalidInput: the slot or the firm's name cannot be stored.
        """
        slot = check_slot(placement.slot, self._workplace.today())
        firm = clean_line("partner_firm", placement.partner_firm)
        check_free_text("partner_firm", firm)
        with self._workplace.transaction() as session:
            row = job_store.job(session, job)
            if row.version != version:
                raise ChangedMeanwhile
            before = job_store.job_record(session, row)
            record = replace(
                before,
                on=slot.on,
                starts=slot.starts,
                ends=slot.ends,
                staff=placement.staff,
                partner_firm=firm,
            )
            changed = job_store.save_job(session, row, record)
            self._workplace.record(session, actor, Action.JOB_CHANGED, f"job:{job}", fields=sorted(changed))
            keep_booking(self._workplace, session, actor, job, before)
            return row.version

    # Days off and hours

    @anybody_logged_in
    def hours(self) -> WorkingHours:
        """When the office works."""
        with self._workplace.reading() as session:
            return _hours(session)

    @needs(Permission.MANAGE_OFFICE)
    def set_hours(self, actor: Actor, hours: WorkingHours, read: WorkingHours) -> None:
        """Change when the office works.

        Args:
            read: the hours as the person saw them: of these only what is another now is changed.

        Raises:
            BadTime: they do not follow one another.
            ChangedMeanwhile: somebody else changed one of these since.
        """
        _check_hours(hours)
        with self._workplace.transaction() as session:
            hours = joined(read, hours, _hours(session))
            _check_hours(hours)
            office_store.save_setting(session, office_store.OFFICE, HOURS, asdict(hours))
            self._workplace.record(session, actor, Action.OFFICE_CHANGED, fields=[HOURS])

    @needs(Permission.SEE_ALL_JOBS)
    def absences(self, actor: Actor, first: date, last: date) -> tuple[AbsenceRecord, ...]:
        """Days off that touch these days."""
        with self._workplace.reading() as session:
            return store.absences(session, first.isoformat(), last.isoformat())

    @needs(Permission.EDIT_JOBS)
    def keep_absence(self, actor: Actor, absence: AbsenceRecord) -> str:
        """Enter days off and return their record id. Raises :class:`InvalidInput`."""
        checked = self._checked(absence)
        with self._workplace.transaction() as session:
            record_id = store.add_absence(session, checked)
            self._log_absence(session, actor, Action.ABSENCE_KEPT, checked.account)
            return record_id

    @needs(Permission.EDIT_JOBS)
    def drop_absence(self, actor: Actor, absence: str) -> None:
        """Remove days off. Raises :class:`RecordGone`."""
        with self._workplace.transaction() as session:
            self._log_absence(session, actor, Action.ABSENCE_DROPPED, store.drop_absence(session, absence))

    def _log_absence(self, session: Session, actor: Actor, action: Action, account: str) -> None:
        self._workplace.record(session, actor, action, f"account:{account}" if account else "")

    def _checked(self, absence: AbsenceRecord) -> AbsenceRecord:
        latest = date(self._workplace.today().year + YEARS_AHEAD, 12, 31)
        first = clean_date("first_on", absence.first_on, EARLIEST_WORK, latest)
        last = clean_date("last_on", absence.last_on or first, EARLIEST_WORK, latest)
        if not first:
            raise Missing("first_on")
        check_span("last_on", first, last, latest)
        return replace(absence, first_on=first, last_on=last)

    def _surroundings(
        self, session: Session, sight: JobSight, days: Sequence[date], own: str | None
    ) -> Surroundings:
        jobs = job_store.between(session, days[0], len(days), own)
        absences = store.absences(session, days[0].isoformat(), days[-1].isoformat())
        return Surroundings(
            now=office_time(self._workplace.now()),
            hours=_hours(session),
            holidays=holidays(days),
            absences=tuple(one for one in absences if own is None or one.account in ("", own)),
            blocks=_blocks(session, sight, jobs),
            left=frozenset(row.record_id for row in office_store.accounts(session) if not row.active),
        )


def _check_hours(hours: WorkingHours) -> None:
    if not 0 <= hours.opens < hours.closes <= DAY_MINUTES:
        raise BadTime("closes")


def _hours(session: Session) -> WorkingHours:
    kept = office_store.setting(session, office_store.OFFICE, HOURS)
    return WorkingHours(**kept) if kept else WorkingHours()


def _blocks(session: Session, sight: JobSight, jobs: Iterable[Job]) -> tuple[BoardJob, ...]:
    going = [job for job in jobs if job.state != JobState.CANCELLED]
    return tuple(
        BoardJob(row, job.version, placement_of(job))
        for job, row in zip(going, sight.rows(session, going), strict=True)
    )


def placement_of(job: Job) -> Placement:
    """When a job is done and by whom."""
    return Placement(
        Slot(job.on, job.starts, job.ends), tuple(one.account for one in job.staff), job.partner_firm
    )


def _goes_out(row: Account) -> bool:
    """Whether the person is a technician: their rows are above those of the office, who go out at times."""
    return Role.TECHNICIAN.value in row.roles.split(",")


def _lanes(session: Session, blocks: Sequence[BoardJob], first: date, own: str | None) -> tuple[Lane, ...]:
    """Nobody's row, everybody who can be sent or is, technicians first, and the firms of the last weeks."""
    going = {account for block in blocks for account in block.placement.staff}
    staff = [
        Lane(LaneKind.STAFF, row.record_id, row.name)
        for row in sorted(office_store.accounts(session), key=_goes_out, reverse=True)
        if row.record_id in going or (row.active and ASSIGNABLE.intersection(row.roles.split(",")))
    ]
    if own is not None:
        return tuple(lane for lane in staff if lane.key == own)
    since = (first - timedelta(days=FIRMS_SINCE_DAYS)).isoformat()
    firms = {*store.firms_since(session, since), *(block.placement.partner_firm for block in blocks)} - {""}
    return (NOBODY, *staff, *(Lane(LaneKind.FIRM, firm, firm) for firm in sorted(firms)))
