"""Reminders: found from results, units and plans, and the record of those that were seen to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import ColumnElement, String, cast, func, select
from sqlalchemy.orm import Session

from hvacdesk.domain.calendar.plans import AGREED
from hvacdesk.domain.calendar.reminders import (
    WARRANTY_STAYS,
    ReminderConsent,
    ReminderFacts,
    ReminderKey,
    ReminderKind,
    ReminderOutcome,
    design_end,
)
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.jobs.jobs import JobState, UnitPart, WorkKind
from hvacdesk.domain.requests.consents import ConsentKind
from hvacdesk.store.calendar.plans import DONE_STATES, ENDED
from hvacdesk.store.chunks import chunks
from hvacdesk.store.models import (
    Consent,
    Customer,
    InspectionPlan,
    Job,
    JobResult,
    JobUnitLink,
    ReminderSeen,
    Site,
    Unit,
)

_DONE = [state.value for state in DONE_STATES]

# As expressions, so that the database begins at the few units, plans and results: it would otherwise walk all
# customers who are not locked, or all jobs in a state, by the index of that column.
_suspended_on = Customer.suspended_on.concat("")
_state = Job.state.concat("")


def everything(session: Session, today: date, until: date, design_years: int) -> Iterator[ReminderFacts]:
    """Whatever a customer may be reminded of up to a day, seen to or not."""
    yield from work_and_warranties(session, today, until)
    yield from _design_periods(session, until, design_years)


def work_and_warranties(session: Session, today: date, until: date) -> Iterator[ReminderFacts]:
    """The same without units past their period, of which there may be thousands."""
    yield from _warranties(session, (today - WARRANTY_STAYS).isoformat(), until.isoformat())
    yield from _recurring(session, until.isoformat())


def count_old_units(session: Session, design_years: int, *years: int) -> tuple[int, ...]:
    """How many units are past their period by each of these years' ends and were not seen to for that."""
    ended = Unit.year + func.coalesce(Unit.design_years, design_years)
    done = select(ReminderSeen.id).where(
        ReminderSeen.subject == Unit.record_id,
        ReminderSeen.kind == ReminderKind.DESIGN_PERIOD,
        ReminderSeen.due == cast(ended, String).concat("-12-31"),
    )
    query = (
        select(*(func.count().filter(ended <= year) for year in years))
        .select_from(Unit)
        .join(Site, Site.id == Unit.site_id)
        .join(Customer, Customer.id == Site.customer_id)
        .where(ended <= max(years), *_with_period(), *_reachable(), ~done.exists())
    )
    return tuple(session.execute(query).one())


def people_and_places(
    session: Session, found: Iterable[ReminderFacts]
) -> tuple[dict[int, Customer], dict[int, Site]]:
    """Customers and sites of reminders, by primary key."""
    listed = tuple(found)
    customers: dict[int, Customer] = {}
    sites: dict[int, Site] = {}
    for few in chunks({one.customer for one in listed}):
        customers |= {row.id: row for row in session.scalars(select(Customer).where(Customer.id.in_(few)))}
    for few in chunks({one.site for one in listed}):
        sites |= {row.id: row for row in session.scalars(select(Site).where(Site.id.in_(few)))}
    return customers, sites


def seen(session: Session) -> frozenset[ReminderKey]:
    """What was seen to."""
    rows = session.execute(select(ReminderSeen.kind, ReminderSeen.subject, ReminderSeen.due))
    return frozenset(ReminderKey(ReminderKind(kind), subject, due) for kind, subject, due in rows)


def how_seen(session: Session) -> dict[ReminderKey, tuple[ReminderOutcome, str]]:
    """How each was seen to and on which day (ISO), the latest last."""
    query = select(ReminderSeen).order_by(ReminderSeen.on, ReminderSeen.id)
    return {
        ReminderKey(row.kind, row.subject, row.due): (row.outcome, row.on) for row in session.scalars(query)
    }


def note_seen(
    session: Session, one: ReminderFacts, outcome: ReminderOutcome, *, today: date, by: str, at: str
) -> None:
    """Note that somebody saw to it; ``at`` is a stamp."""
    key = one.key
    session.add(
        ReminderSeen(
            customer_id=one.customer,
            kind=key.kind,
            subject=key.subject,
            due=key.due,
            outcome=outcome,
            on=today.isoformat(),
            recorded_by=by,
            recorded_at=at,
        )
    )
    session.flush()


def outcome_of(session: Session, key: ReminderKey) -> str:
    """How it was seen to. Raises :class:`RecordGone` where nobody has."""
    return _seen_row(session, key).outcome


def drop_seen(session: Session, key: ReminderKey) -> int:
    """Delete that it was seen to; returns the customer's primary key. Raises :class:`RecordGone`."""
    row = _seen_row(session, key)
    session.delete(row)
    return row.customer_id


def reminder_consents(session: Session, customers: Iterable[int]) -> dict[int, ReminderConsent]:
    """What those of the customers said who said anything."""
    said: dict[int, ReminderConsent] = {}
    for few in chunks(set(customers)):
        last = (
            select(func.max(Consent.id))
            .where(Consent.customer_id.in_(few), Consent.kind == ConsentKind.REMINDERS)
            .group_by(Consent.customer_id)
        )
        for customer, given in session.execute(
            select(Consent.customer_id, Consent.given).where(Consent.id.in_(last))
        ):
            said[customer] = ReminderConsent.GIVEN if given else ReminderConsent.TAKEN_BACK
    return said


def _seen_row(session: Session, key: ReminderKey) -> ReminderSeen:
    query = select(ReminderSeen).where(
        ReminderSeen.kind == key.kind.value, ReminderSeen.subject == key.subject, ReminderSeen.due == key.due
    )
    row = session.scalars(query.order_by(ReminderSeen.id.desc()).limit(1)).one_or_none()
    if row is None:
        raise RecordGone
    return row


def _reachable() -> tuple[ColumnElement[bool], ...]:
    """Customers whose data the office still uses: none is locked, reduced to ledgers or to be erased."""
    return (_suspended_on == "", Customer.reduced_on == "", Customer.erasure_asked_on == "")


def _with_period() -> tuple[ColumnElement[bool], ...]:
    """Household indoor units whose year is known and that no finished job removed."""
    removed = (
        select(JobUnitLink.id)
        .join(Job, Job.id == JobUnitLink.job_id)
        .where(JobUnitLink.unit_id == Unit.id, JobUnitLink.part == UnitPart.REMOVE, _state.in_(_DONE))
    )
    return (
        Unit.year.is_not(None),
        Unit.commercial.is_(False),
        Unit.outdoor.is_(False),
        ~removed.exists(),
    )


def _warranties(session: Session, first: str, last: str) -> Iterator[ReminderFacts]:
    query = (
        select(Job.record_id, JobResult.warranty_until, Job.customer_id, Job.site_id, Job.number)
        .add_columns(JobResult.worked_on, Job.on)
        .join(Job, Job.id == JobResult.job_id)
        .join(Customer, Customer.id == Job.customer_id)
        .where(JobResult.warranty_until.between(first, last), Job.state != JobState.CANCELLED)
        .where(*_reachable())
    )
    for job, until, customer, site, number, worked_on, on in session.execute(query):
        key = ReminderKey(ReminderKind.WARRANTY, job, until)
        yield ReminderFacts(key, customer, site, number, worked_on or on)


def _design_periods(session: Session, until: date, usual: int) -> Iterator[ReminderFacts]:
    years = func.coalesce(Unit.design_years, usual)
    query = (
        select(Unit.record_id, Unit.year, years, Site.customer_id, Unit.site_id, Unit.maker, Unit.model)
        .join(Site, Site.id == Unit.site_id)
        .join(Customer, Customer.id == Site.customer_id)
        .where(Unit.year + years <= until.year, *_with_period(), *_reachable())
    )
    for unit, year, period, customer, site, maker, model in session.execute(query):
        made = int(year or 0)
        end = design_end(made, period)
        if end <= until:  # a period ends with its year, so it is due when the year's last day is
            key = ReminderKey(ReminderKind.DESIGN_PERIOD, unit, end.isoformat())
            yield ReminderFacts(key, customer, site, f"{maker} {model}".strip(), made=made)


def _recurring(session: Session, last: str) -> Iterator[ReminderFacts]:
    plan = InspectionPlan
    booked = select(Job.id).where(Job.plan_id == plan.id, _state.not_in(ENDED))
    query = (
        select(plan.record_id, plan.next_on, plan.customer_id, plan.site_id, plan.work_kind)
        .join(Customer, Customer.id == plan.customer_id)
        .where(plan.active, plan.next_on <= last, plan.basis == AGREED, ~booked.exists())
        .where(*_reachable())
    )
    for record, next_on, customer, site, work in session.execute(query):
        key = ReminderKey(ReminderKind.RECURRING, record, next_on)
        yield ReminderFacts(key, customer, site, "", work=WorkKind(work))
