"""Jobs: booking and changing them, their lists, their sites and the air conditioners there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from hvacdesk.domain.billing.invoice_rules import OwnInvoiceNumber, ToldByInvoice
from hvacdesk.domain.billing.invoices import is_own_number
from hvacdesk.domain.billing.open_items import AdvancePart
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.customers.customers import Address
from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, Missing, NotPermitted, RecordGone
from hvacdesk.domain.jobs.job_events import TOLD_ELSEWHERE, EventKind, EventStrikeReason, JobEvent
from hvacdesk.domain.jobs.job_numbers import meant_number
from hvacdesk.domain.jobs.job_rules import check_event, check_job, check_site, check_unit
from hvacdesk.domain.jobs.jobs import (
    JobDetail,
    JobRecord,
    JobRow,
    JobState,
    Party,
    SiteField,
    SiteRecord,
    SiteView,
    UnitRecord,
    next_states,
)
from hvacdesk.domain.jobs.manifests import check_turn
from hvacdesk.domain.jobs.site_fields import SITE_FIELDS
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.roles import ASSIGNABLE, Actor, Permission
from hvacdesk.services.allowed_numbers import note_allowed
from hvacdesk.services.billing.settling import follow_day, follow_struck, follow_told
from hvacdesk.services.jobs.job_events import move_job, record_event, require_same_money, strike_event
from hvacdesk.services.jobs.job_undo import (
    BACK_AT_FORMER,
    keep_booking,
    keep_new_booking,
    keep_sites,
    keep_state,
    keep_struck_event,
    keep_unit,
)
from hvacdesk.services.jobs.job_views import SEES_JOBS, JobSight, own_only
from hvacdesk.services.permissions import body_decides, needs
from hvacdesk.services.requests.suspension import require_readable
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import counters
from hvacdesk.store.billing import invoices
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as store
from hvacdesk.store.office import office as office_store

if TYPE_CHECKING:
    from hvacdesk.store.models import Job

WEEK_DAYS = 7
MOST_ALIKE = 50
"""So many units are added at once at most."""
_FREE_TEXTS = tuple(one.key.value for one in SITE_FIELDS.texts)


def _require_state(row: Job, shown: JobState | None) -> None:
    """Raise :class:`ChangedMeanwhile` where a step was decided from another state, possible or not by now."""
    if shown not in {None, row.state}:
        raise ChangedMeanwhile


class Jobs:
    """The jobs of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.SEE_ALL_JOBS)
    def sites(self, actor: Actor, customer: str) -> tuple[SiteView, ...]:
        """The customer's sites, masked."""
        with self._workplace.reading() as session:
            owner = customer_store.get(session, customer)
            sight, locked = self._sight(actor), bool(owner.suspended_on)
            return tuple(sight.site(site, locked=locked) for site in store.sites_of(session, owner))

    @needs(Permission.EDIT_JOBS)
    def add_site(self, actor: Actor, customer: str, record: SiteRecord, *, allow_number: bool = False) -> str:
        """Add a place of work to a customer and return its record id. Raises :class:`InvalidInput`."""
        today = self._workplace.today()
        checked = check_site(record, today, allow_number=allow_number)
        with self._workplace.transaction() as session:
            site = store.add_site(session, customer_store.get(session, customer), checked)
            subject = f"site:{site.record_id}"
            self._workplace.record(session, actor, Action.SITE_ADDED, subject)
            if allow_number:
                note_allowed(self._workplace, session, actor, subject, lambda: check_site(record, today))
            return site.record_id

    @needs(Permission.EDIT_JOBS)
    def add_site_at_customer(self, actor: Actor, customer: str) -> str:
        """Add a site at the customer's own address, which need not be shown for it; returns its record id."""
        with self._workplace.transaction() as session:
            site = store.add_site_at(session, customer_store.get(session, customer))
            self._workplace.record(session, actor, Action.SITE_ADDED, f"site:{site.record_id}")
            return site.record_id

    @needs(Permission.EDIT_JOBS)
    def change_site(
        self,
        actor: Actor,
        site: str,
        changes: Annotated[Mapping[str, object], SiteRecord],
        *,
        version: int | None = None,
        allow_number: bool = False,
    ) -> None:
        """Change the named fields of a site; ``address`` may be whole or a mapping of some components.

        Args:
            version: of the view that the changes were made from; None writes over whatever is there.

        Raises:
            ChangedMeanwhile: someone saved the site since.
        """
        today = self._workplace.today()
        with self._workplace.transaction() as session:
            row = store.site(session, site)
            if version not in {None, row.version}:
                raise ChangedMeanwhile
            before = store.site_record(row)
            changed = store.save_site(row, _with_site_changes(before, changes, today, allow_number))
            subject = f"site:{site}"
            self._workplace.record(session, actor, Action.SITE_CHANGED, subject, fields=sorted(changed))
            if allow_number:
                note_allowed(
                    self._workplace,
                    session,
                    actor,
                    subject,
                    lambda: _with_site_changes(before, changes, today, False),
                )
            keep_sites(self._workplace, session, actor, {site: before})

    @needs(Permission.EDIT_JOBS)
    def readdress_sites(
        self, actor: Actor, seen: Sequence[tuple[str, int]], changes: Annotated[Mapping[str, object], Address]
    ) -> int:
        """Let sites follow to their customer's new address, as one change; how many were left as they are.

        Args:
            seen: record ids with the versions that were shown. A site that somebody saved or deleted since
                is left, and one whose customer has another address by now, or is another one.
            changes: the components of the address that are different.
        """
        today = self._workplace.today()
        with self._workplace.transaction() as session:
            before: dict[str, SiteRecord] = {}
            for site, version in seen:
                try:
                    row = store.site(session, site)
                except RecordGone:
                    continue
                if row.version != version:
                    continue
                known = store.site_record(row)
                record = _with_site_changes(known, {"address": changes}, today, False)
                owner = customer_store.by_key(session, row.customer_id)
                if record.address != customer_store.address_of(owner):
                    continue
                before[site] = known
                changed = sorted(store.save_site(row, record))
                self._workplace.record(session, actor, Action.SITE_CHANGED, f"site:{site}", fields=changed)
            if before:
                keep_sites(self._workplace, session, actor, before, BACK_AT_FORMER)
            return len(seen) - len(before)

    @needs(Permission.REVEAL_ADDRESSEE, Permission.REVEAL_CONTACT)
    @body_decides("accounting the address for the document at hand alone")
    def reveal_site(self, actor: Actor, site: str, field: SiteField, reason: RevealReason) -> str:
        """One hidden value of a site in full; logged first. Accounting sees the address, for the document at
        hand.

        Raises:
            InvalidInput: nothing of this field is hidden.
        """
        described = SITE_FIELDS[field]
        if described.told_as is None:
            raise InvalidInput(field.value)
        if not (described.addressee and reason is RevealReason.DOCUMENT):
            actor.require(Permission.REVEAL_CONTACT)
        with self._workplace.transaction() as session:
            row = store.site(session, site)
            customer = customer_store.by_key(session, row.customer_id)
            self._workplace.record(
                session,
                actor,
                Action.REVEALED,
                f"customer:{customer.record_id}",
                fields=[described.told_as.value],
                reason=reason.value,
                site=site,
            )
            return "".join(described.full(store.site_record(row)))

    @needs(Permission.EDIT_JOBS)
    def add_unit(self, actor: Actor, site: str, record: UnitRecord) -> str:
        """Add an air conditioner to a site and return its record id. Raises :class:`InvalidInput`."""
        return self.add_units(actor, site, record, 1)[0]

    @needs(Permission.EDIT_JOBS)
    def add_units(self, actor: Actor, site: str, record: UnitRecord, count: int) -> tuple[str, ...]:
        """Add so many air conditioners that are alike, and return their record ids.

        Raises :class:`InvalidInput`, also for a serial number that several would share.
        """
        checked = check_unit(record, self._workplace.today().year)
        if not 1 <= count <= MOST_ALIKE:
            raise InvalidInput("count")
        if count > 1 and checked.serial:
            raise InvalidInput("serial")
        with self._workplace.transaction() as session:
            at = store.site(session, site)
            units = tuple(store.add_unit(session, at, checked).record_id for _one in range(count))
            for unit in units:
                self._workplace.record(session, actor, Action.UNIT_ADDED, f"unit:{unit}")
            return units

    @needs(Permission.EDIT_JOBS)
    def change_unit(self, actor: Actor, unit: str, record: UnitRecord, *, shown: UnitRecord) -> None:
        """Replace what is known of an air conditioner.

        Args:
            shown: what the change was made from.

        Raises:
            ChangedMeanwhile: something else is known of it by now.
            InvalidInput: a value cannot be stored.
        """
        checked = check_unit(record, self._workplace.today().year)
        with self._workplace.transaction() as session:
            row = store.unit(session, unit)
            before = store.unit_record(row)
            if shown != before:
                raise ChangedMeanwhile
            changed = store.save_unit(row, checked)
            self._workplace.record(
                session, actor, Action.UNIT_CHANGED, f"unit:{unit}", fields=sorted(changed)
            )
            keep_unit(self._workplace, session, actor, unit, before)

    @needs(Permission.EDIT_JOBS)
    def add(self, actor: Actor, record: JobRecord, *, allow_number: bool = False) -> str:
        """Book a job under the year's next number and return its record id. Raises :class:`InvalidInput`."""
        today = self._workplace.today()
        checked = _checked(record, today, allow_number)
        with self._workplace.transaction() as session:
            job = enter_job(self._workplace, session, actor, checked)
            subject = f"job:{job.record_id}"
            if allow_number:
                note_allowed(self._workplace, session, actor, subject, lambda: check_job(record, today))
            self._used(session, job, contact_on=today.isoformat())
            keep_new_booking(self._workplace, session, actor, job.record_id)
            return job.record_id

    @needs(Permission.EDIT_JOBS)
    def change(
        self, actor: Actor, job: str, version: int, record: JobRecord, *, allow_number: bool = False
    ) -> None:
        """Replace a job's booking. Raises :class:`ChangedMeanwhile` and :class:`InvalidInput`."""
        today = self._workplace.today()
        checked = _checked(record, today, allow_number)
        with self._workplace.transaction() as session:
            row = store.job(session, job)
            if row.version != version:
                raise ChangedMeanwhile
            before = store.job_record(session, row)
            changed = store.save_job(session, row, checked)
            subject = f"job:{job}"
            self._workplace.record(session, actor, Action.JOB_CHANGED, subject, fields=sorted(changed))
            if allow_number:
                note_allowed(self._workplace, session, actor, subject, lambda: check_job(record, today))
            self._used(session, row)
            follow_day(session, row)
            keep_booking(self._workplace, session, actor, job, before)

    @needs(Permission.EDIT_JOBS)
    def record_for_edit(self, actor: Actor, job: str) -> JobRecord:
        """The job as the booking form shows it, note included: who edits jobs writes it."""
        with self._workplace.reading() as session:
            require_readable(session, f"job:{job}")
            return store.job_record(session, store.job(session, job))

    @needs(*SEES_JOBS)
    @body_decides("who does not see all jobs gets their own")
    def day(self, actor: Actor, day: date) -> tuple[JobRow, ...]:
        """The jobs of one day by time; a technician's own only."""
        return self._days(actor, day, 1)

    @needs(*SEES_JOBS)
    @body_decides("who does not see all jobs gets their own")
    def week(self, actor: Actor, monday: date) -> tuple[JobRow, ...]:
        """The jobs of seven days; a technician's own only."""
        return self._days(actor, monday, WEEK_DAYS)

    @needs(*SEES_JOBS)
    @body_decides("who does not see all jobs gets their own")
    def of_customer(self, actor: Actor, customer: str) -> tuple[JobRow, ...]:
        """The jobs in which the customer plays a part, the latest first; a technician's own only."""
        own = own_only(actor)
        with self._workplace.reading() as session:
            owner = customer_store.get(session, customer)
            return self._sight(actor).rows(session, store.of_customer(session, owner, own))

    @needs(*SEES_JOBS)
    @body_decides("who does not see all jobs gets their own")
    def numbered(self, actor: Actor, typed: str) -> tuple[JobRow, ...]:
        """The jobs whose number was typed, with or without its year, the latest first."""
        own, number = own_only(actor), meant_number(typed)
        if not number:
            return ()
        with self._workplace.reading() as session:
            return self._sight(actor).rows(session, store.numbered(session, number, own))

    @needs(*SEES_JOBS)
    @body_decides("who does not see all jobs reads their own")
    def detail(self, actor: Actor, job: str) -> JobDetail:
        """One job. Raises :class:`NotPermitted` for a technician who is not assigned to it."""
        own = own_only(actor)
        with self._workplace.reading() as session:
            row = store.job(session, job)
            if own is not None and all(member.account != own for member in row.staff):
                raise NotPermitted(permission=Permission.SEE_ALL_JOBS.value)
            return self._sight(actor).detail(session, row)

    @needs(Permission.EDIT_JOBS)
    def set_state(
        self,
        actor: Actor,
        job: str,
        state: JobState,
        *,
        shown: JobState | None = None,
        money: Sequence[AdvancePart] | None = None,
    ) -> None:
        """Move a job forward, or cancel it.

        Args:
            shown: the state from which that was decided; None takes whatever it is.
            money: what came in before the work, as whoever cancels the job was told; None where nobody was.

        Raises:
            InvalidInput: the step is not possible.
            ChangedMeanwhile: somebody else moved the job on.
            MoneyMeanwhile: the job would be cancelled, and other money came in than was told.
        """
        with self._workplace.transaction() as session:
            row = store.job(session, job)
            before = row.state
            _require_state(row, shown)
            if state is JobState.CANCELLED:
                require_same_money(session, actor, row, money)
            self._move(session, actor, row, state)
            self._used(session, row)
            keep_state(self._workplace, session, actor, job, before)

    def _move(self, session: Session, actor: Actor, row: Job, state: JobState) -> None:
        if state not in next_states(row.state):
            raise InvalidInput("state")
        move_job(self._workplace, session, actor, row, state)

    @needs(Permission.EDIT_JOBS, Permission.SEE_PAYMENT)
    @body_decides("accounting enters invoices and settlements alone")
    def record_event(
        self,
        actor: Actor,
        job: str,
        event: JobEvent,
        *,
        step: JobState | None = None,
        shown: JobState | None = None,
    ) -> None:
        """Store a dated event, from which a retention period may start.

        Args:
            step: the state to which the job is moved by it: both happen, or neither.
            shown: the state from which that step was decided; None takes whatever it is.

        Raises:
            InvalidInput: it cannot be stored, a slip of a waste manifest is out of turn, or the step is not
                possible.
            ChangedMeanwhile: somebody else moved the job on.
            OwnInvoiceNumber: an invoice or settlement of this program, which tells of it itself.
        """
        of_money = event.kind in {EventKind.INVOICE, EventKind.SETTLEMENT}
        if step is not None or not (of_money and actor.may(Permission.SEE_PAYMENT)):
            actor.require(Permission.EDIT_JOBS)
        if of_money and is_own_number(event.number):
            raise OwnInvoiceNumber("number", number=event.number)
        checked = check_event(event, self._workplace.today())
        with self._workplace.transaction() as session:
            row = store.job(session, job)
            before = row.state
            if step is not None:
                _require_state(row, shown)
                self._move(session, actor, row, step)
            check_turn(checked, store.events(row))
            record_event(self._workplace, session, actor, row, checked)
            follow_told(self._workplace, session, actor, row, checked)
            self._used(session, row, contact_on=checked.on if event.kind is EventKind.CONTACT else "")
            if step is not None:
                keep_state(self._workplace, session, actor, job, before, checked)

    @needs(Permission.EDIT_JOBS)
    def strike_event(self, actor: Actor, job: str, event: JobEvent, reason: EventStrikeReason) -> None:
        """Take an event that was recorded wrongly out of the list; the log keeps that, and it can be undone.

        Raises:
            InvalidInput: another part of the program told of it, and it is put right there.
            ToldByInvoice: an invoice did.
            RecordGone: it is no longer in the list.
        """
        if event.kind in TOLD_ELSEWHERE:
            raise InvalidInput("kind")
        with self._workplace.transaction() as session:
            if event.number and invoices.numbered(session, event.number) is not None:
                raise ToldByInvoice(number=event.number)
            row = store.job(session, job)
            before = row.state
            struck = strike_event(self._workplace, session, actor, row, event, reason)
            follow_struck(self._workplace, session, actor, row, event)
            keep_struck_event(self._workplace, session, actor, job, event, struck, before)

    @needs(Permission.SEE_ALL_JOBS)
    def staff(self, actor: Actor) -> tuple[StaffMember, ...]:
        """People who can be assigned to a job: active technicians and owners."""
        with self._workplace.reading() as session:
            return tuple(
                StaffMember(account=row.record_id, name=row.name, roles=tuple(row.roles.split(",")))
                for row in office_store.accounts(session)
                if row.active and ASSIGNABLE.intersection(row.roles.split(","))
            )

    def _sight(self, actor: Actor) -> JobSight:
        return JobSight(actor, self._workplace.today())

    def _days(self, actor: Actor, first: date, days: int) -> tuple[JobRow, ...]:
        own = own_only(actor)
        with self._workplace.reading() as session:
            return self._sight(actor).rows(session, store.between(session, first, days, own))

    def _used(self, session: Session, job: Job, contact_on: str = "") -> None:
        """The customer moves to the top of the list; a contact is dated only where there was one."""
        customer = customer_store.by_key(session, job.customer_id)
        customer_store.note_used(customer, stamp(self._workplace.now()), contact_on)
        key = customer.id
        self._workplace.find_anew(session, key)


def enter_job(workplace: Workplace, session: Session, actor: Actor, record: JobRecord) -> Job:
    """Store a checked job under the year's next number, within a transaction, and log it."""
    today, at = workplace.today(), stamp(workplace.now())
    number = f"{today.year}-{counters.take(session, f'job {today.year}'):06d}"
    job = store.add_job(session, record, number, today=today.isoformat(), actor=actor.account, at=at)
    workplace.record(session, actor, Action.JOB_ADDED, f"job:{job.record_id}")
    return job


def _checked(record: JobRecord, today: date, allow_number: bool) -> JobRecord:
    if Party.REQUESTER not in record.parties:
        raise Missing("parties")
    return check_job(record, today, allow_number=allow_number)


def _with_site_changes(
    record: SiteRecord, changes: Mapping[str, object], today: date, allow_number: bool
) -> SiteRecord:
    values: dict[str, Any] = {}
    for name, value in changes.items():
        if name not in SiteRecord.__dataclass_fields__:
            raise InvalidInput(name)
        if name == "address" and isinstance(value, Mapping):
            values[name] = replace(record.address, **value)
        else:
            values[name] = value
    # An unchanged text may hold a number that was allowed when it was written.
    kept: dict[str, Any] = {name: "" for name in _FREE_TEXTS if name not in values}
    checked = check_site(replace(record, **values, **kept), today, allow_number=allow_number)
    return replace(record, **{name: getattr(checked, name) for name in values})
