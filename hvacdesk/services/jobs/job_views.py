"""Jobs and sites as an actor may see them: by role, by assigned job and by the day's purpose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, assert_never

from hvacdesk.domain import masking
from hvacdesk.domain.customers.cautions import Caution
from hvacdesk.domain.customers.customers import PAID_ON_SITE, PersonName
from hvacdesk.domain.jobs import unit_fields
from hvacdesk.domain.jobs.job_events import MONEY_EVENTS
from hvacdesk.domain.jobs.job_fields import texts_seen
from hvacdesk.domain.jobs.jobs import (
    NOBODY,
    UNDER_WAY,
    ItemLine,
    JobDetail,
    JobReader,
    JobRow,
    PartyView,
    SiteView,
    UnitView,
    next_states,
)
from hvacdesk.domain.jobs.site_fields import values_seen
from hvacdesk.domain.jobs.to_collect import to_collect
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.papers.work_orders import CopyState
from hvacdesk.domain.requests.consents import NO_PHOTOS, ConsentKind
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.billing.prices import prices_with_tax
from hvacdesk.services.permissions import needs
from hvacdesk.store.billing import paid_already
from hvacdesk.store.billing.paid_already import NOTHING_PAID
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as store
from hvacdesk.store.requests import consents, suspension
from hvacdesk.store.staff.staff import account_names

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, Job, Site, Unit

SEES_JOBS = (Permission.SEE_OWN_JOBS, Permission.SEE_ALL_JOBS)
"""Any one of these sees jobs: all of them, or those to which they are assigned."""


@needs(*SEES_JOBS)
def own_only(actor: Actor) -> str | None:
    """The account to which the actor's view of jobs is limited, or None."""
    return None if actor.may(Permission.SEE_ALL_JOBS) else actor.account


class JobSight:
    """What the actor sees of jobs on one day. Source: the design's role and mask tables (2026-11)."""

    def __init__(self, actor: Actor, today: date) -> None:
        self._account = actor.account
        self._today = today
        self.everything = actor.may(Permission.SEE_ALL_JOBS)
        self.edits = actor.may(Permission.EDIT_JOBS)
        self.contact = actor.may(Permission.REVEAL_CONTACT)
        self.addressee = actor.may_address

    def rows(self, session: Session, jobs: Sequence[Job]) -> tuple[JobRow, ...]:
        """Lines of a list."""
        customers, names = store.customers_of(session, jobs), account_names(session)
        copies = store.copy_states(session, jobs)
        locked = suspension.locked_jobs(session, [job.id for job in jobs])
        return tuple(
            self._row(job, customers[job.customer_id], names, copies.get(job.id, []), job.id in locked)
            for job in jobs
        )

    def detail(self, session: Session, job: Job) -> JobDetail:
        """One job's page."""
        row = self.rows(session, (job,))[0]
        if row.suspended:
            return self._locked(session, job, row)
        on_site = self._needs_site(job)
        whole, paid = self._collected(session, job)
        return JobDetail(
            row=row,
            version=job.version,
            parties=self._parties(session, job),
            site=self.site(job.site, on_site=on_site),
            units=tuple((part, unit_view(unit)) for part, unit in store.units_of(session, job)),
            items=self._items(job),
            amount_to_collect=self._to_collect(session, job),
            whole_to_collect=whole,
            paid_already=paid,
            paid_on_site=_paid_on_site(session, job),
            prices_with_tax=prices_with_tax(session),
            texts=texts_seen(
                store.job_record(session, job),
                _readers(jobs=self.everything, visit=self.edits or on_site, going=on_site),
            ),
            events=tuple(
                event for event in store.events(job) if self.everything or event.kind not in MONEY_EVENTS
            ),
            next_states=next_states(job.state) if self.edits else (),
            new_housing=job.new_housing,
            contact=self._contact(session, job),
            cautions=self._cautions(session, job) if self.edits or on_site else (),
            no_phone=not customer_store.has_phone(session, job.resident_id or job.customer_id),
        )

    def _locked(self, session: Session, job: Job, row: JobRow) -> JobDetail:
        """A job of a customer whose data is suspended: the work, and nothing of the person."""
        whole, paid = self._collected(session, job)
        return JobDetail(
            row=row,
            version=job.version,
            parties=tuple(
                PartyView(party, record, self._name(job, customer_store.get(session, record), locked=True))
                for party, record in store.parties(session, job).items()
            ),
            site=self.site(job.site, locked=True),
            units=tuple((part, unit_view(unit, locked=True)) for part, unit in store.units_of(session, job)),
            items=tuple(replace(line, detail="") for line in self._items(job)),
            amount_to_collect=self._to_collect(session, job),
            whole_to_collect=whole,
            paid_already=paid,
            paid_on_site=_paid_on_site(session, job),
            prices_with_tax=prices_with_tax(session),
            texts=texts_seen(store.job_record(session, job), (JobReader.ANYBODY,)),
            events=tuple(
                event for event in store.events(job) if self.everything or event.kind not in MONEY_EVENTS
            ),
            next_states=next_states(job.state) if self.edits else (),
            new_housing=job.new_housing,
            contact=NOBODY,
            cautions=(),
        )

    def _to_collect(self, session: Session, job: Job) -> int | None:
        """The amount; those who do not see every job are told it only if it is paid on site."""
        return job.amount_to_collect if self.everything or _paid_on_site(session, job) else None

    def _collected(self, session: Session, job: Job) -> tuple[int | None, int]:
        told = paid_already.of_jobs(session, (job.id,)).get(job.id, NOTHING_PAID)
        return to_collect(self._to_collect(session, job), *told)

    def _items(self, job: Job) -> tuple[ItemLine, ...]:
        """The work; prices are for who sees every job."""
        lines = store.items(job)
        return lines if self.everything else tuple(replace(line, yen=None) for line in lines)

    def site(self, site: Site, *, on_site: bool = False, locked: bool = False) -> SiteView:
        """A site; ``on_site`` says that the actor works there today or tomorrow, ``locked`` that the use of
        its customer's data is suspended.
        """
        record = store.site_record(site)
        needs_access = (self.edits or on_site) and not locked
        return SiteView(
            site=site.record_id,
            values=values_seen(
                record,
                _readers(
                    jobs=needs_access or (self.everything and not locked), visit=needs_access, going=on_site
                ),
                contact=self.contact and not locked,
                addressee=self.addressee and not locked,
            ),
            detached=record.detached,
            manager_permission=record.manager_permission,
            building_started_on=record.building_started_on,
            units=tuple(unit_view(unit, locked=locked) for unit in site.units),
            version=site.version,
        )

    def _row(
        self, job: Job, customer: Customer, names: Mapping[str, str], copies: Sequence[str], locked: bool
    ) -> JobRow:
        return JobRow(
            job=job.record_id,
            number=job.number,
            customer=customer.record_id,
            customer_number=customer.number,
            name=self._name(job, customer, locked=locked),
            town=self.masked_town(job.site),
            work_kind=job.work_kind,
            state=job.state,
            on=job.on,
            starts=job.starts,
            ends=job.ends,
            staff=tuple(names.get(member.account, "") for member in job.staff),
            partner_firm=job.partner_firm,
            copies_out=sum(state == CopyState.OUT for state in copies),
            work_order_issued=bool(copies),
            copies_waiting=sum(state == CopyState.PRINTING for state in copies),
            work_order_printed=any(state != CopyState.PRINTING for state in copies),
            suspended=locked,
        )

    def _name(self, job: Job, customer: Customer, *, locked: bool) -> Masked:
        """In full for the desk on the job's own day: two masked 田中 could not be told apart."""
        if locked:
            return masking.name(*customer_store.name_of(customer))
        if self.contact and job.on == self._today.isoformat():
            name, organisation = customer_store.name_of(customer)
            return Masked.shown(organisation or f"{name.family} {name.given}".strip())
        return self.masked_name(customer)

    def masked_name(self, customer: Customer) -> Masked:
        """A customer's name on any other day."""
        name, organisation = customer_store.name_of(customer)
        return masking.name(name, organisation, revealable=self.addressee)

    def masked_town(self, site: Site) -> Masked:
        """A site's city and town."""
        return masking.town(customer_store.address_of(site))

    def _parties(self, session: Session, job: Job) -> tuple[PartyView, ...]:
        return tuple(
            PartyView(party, record_id, self._name(job, customer_store.get(session, record_id), locked=False))
            for party, record_id in store.parties(session, job).items()
        )

    def _contact(self, session: Session, job: Job) -> Masked:
        person = store.contact(session, job)
        if person is None:
            return NOBODY
        name = PersonName(person.family_name, person.given_name)
        masked = masking.name(name, revealable=self.contact)
        return replace(masked, text=" ".join(filter(None, (person.department, masked.text))))

    def _cautions(self, session: Session, job: Job) -> tuple[Caution, ...]:
        """The cautions of the resident first, then those that the requester adds."""
        keys = dict.fromkeys(key for key in (job.resident_id, job.customer_id) if key is not None)
        found = [customer_store.cautions_of(customer_store.by_key(session, key)) for key in keys]
        found += [(NO_PHOTOS,)] if consents.refusing(session, keys, ConsentKind.PHOTOS) else []
        return tuple(dict.fromkeys(caution for group in found for caution in group))

    def _needs_site(self, job: Job) -> bool:
        """Whether the actor is assigned to the job, from the day before it until its completion."""
        if not job.on or job.state not in UNDER_WAY:
            return False
        from_day = date.fromisoformat(job.on) - timedelta(days=1)
        return self._today >= from_day and any(member.account == self._account for member in job.staff)


def _readers(*, jobs: bool, visit: bool, going: bool) -> tuple[JobReader, ...]:
    """What kinds of reader somebody is."""

    def is_one(reader: JobReader) -> bool:
        match reader:
            case JobReader.ANYBODY:
                return True
            case JobReader.JOBS:
                return jobs
            case JobReader.VISIT:
                return visit
            case JobReader.GOING:
                return going
            case JobReader.NOBODY:
                return False
            case _:
                assert_never(reader)

    return tuple(reader for reader in JobReader if is_one(reader))


def unit_view(unit: Unit, *, locked: bool = False) -> UnitView:
    """A unit; of a locked one its make alone, neither the room nor the number by which it is known."""
    record = store.unit_record(unit)
    shown = replace(record, **unit_fields.locked(record)) if locked else record
    return UnitView(unit.record_id, unit.site.record_id, shown)


def _paid_on_site(session: Session, job: Job) -> bool:
    return customer_store.by_key(session, job.customer_id).payment_method in PAID_ON_SITE
