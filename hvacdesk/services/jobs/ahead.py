"""What is still to be done for a customer, or by somebody, before either is stopped."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from hvacdesk.domain import masking
from hvacdesk.domain.jobs.ahead import JobAhead
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import ahead as store
from hvacdesk.store.staff.staff import account_names

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, Job


class JobsAhead:
    """Jobs of an open office that are neither done nor cancelled. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.SEE_ALL_JOBS)
    def of_customer(self, actor: Actor, customer: str) -> tuple[JobAhead, ...]:
        """The jobs in which a customer has a part, by day and time. Raises :class:`RecordGone`."""
        with self._workplace.reading() as session:
            return jobs_ahead_of(session, customers.current(session, customer))

    @needs(Permission.SEE_ALL_JOBS)
    def of_staff(self, actor: Actor, account: str) -> tuple[JobAhead, ...]:
        """The jobs that somebody goes to, by day and time."""
        with self._workplace.reading() as session:
            return _told(session, store.of_staff(session, account))


def jobs_ahead_of(session: Session, customer: Customer) -> tuple[JobAhead, ...]:
    """As :meth:`JobsAhead.of_customer`, within a transaction, for an actor who is known to see all jobs."""
    return _told(session, store.of_customer(session, customer))


def _told(session: Session, jobs: Iterable[Job]) -> tuple[JobAhead, ...]:
    names = account_names(session)
    return tuple(
        JobAhead(
            job=job.record_id,
            number=job.number,
            work_kind=job.work_kind,
            state=job.state,
            on=job.on,
            starts=job.starts,
            ends=job.ends,
            town=masking.town(customers.address_of(job.site)),
            staff=tuple(names.get(member.account, "") for member in job.staff),
            partner_firm=job.partner_firm,
        )
        for job in jobs
    )
