"""What is written of a record is read again, attribute by attribute, where a store lists them by hand.

A new attribute of a record is filled here by itself. What a store copies with ``records.columns_of`` and
``records.record_of`` alone cannot be forgotten, since a missing column fails loudly.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

import pytest
from sqlalchemy.orm import Session

from hvacdesk.domain.billing.estimates import EstimateRecord
from hvacdesk.domain.billing.invoices import InvoiceLineRecord, InvoiceRecord
from hvacdesk.domain.customers.contacts import ContactRecord
from hvacdesk.domain.customers.customers import CustomerKind, CustomerRecord, PersonName
from hvacdesk.domain.jobs.job_events import JobEvent
from hvacdesk.domain.jobs.jobs import JobRecord, JobUnit, Party, SiteRecord, UnitPart, UnitRecord, WorkKind
from hvacdesk.domain.jobs.results import JobResults, UnitResultRecord
from hvacdesk.domain.jobs.surveys import Survey
from hvacdesk.store.billing import estimates, invoices
from hvacdesk.store.customers import contacts, customers
from hvacdesk.store.engine import Store
from hvacdesk.store.jobs import jobs, results
from hvacdesk.store.models import Customer, Job
from tests.helpers.filled_records import filled_record
from tests.helpers.sample_records import ACCOUNT, STAMP, Person, add_customer, add_job

DAY = "2026-11-24"


@dataclass
class Office:
    """A customer with a job, to which whatever is written belongs."""

    session: Session
    customer: Customer
    job: Job

    @property
    def unit(self) -> str:
        return self.session.get_one(jobs.Unit, self.job.units[0].unit_id).record_id


Pair = tuple[object, object]
"""What was written, and what is read again."""


def a_customer(at: Office) -> Pair:
    record = filled_record(CustomerRecord, kind=CustomerKind.ORGANISATION, payment=None)
    row = customers.add(at.session, record, "C-000099", today=DAY, at=STAMP)
    at.session.expire(row)
    return record, customers.record_of(row)


def a_changed_customer(at: Office) -> Pair:
    record = filled_record(CustomerRecord, kind=CustomerKind.ORGANISATION, payment=None)
    customers.save(at.session, at.customer, record, today=DAY)
    at.session.flush()
    at.session.expire(at.customer)
    return record, customers.record_of(at.customer)


def a_contact(at: Office) -> Pair:
    record = filled_record(ContactRecord)
    row = contacts.add(at.session, at.customer, record)
    at.session.expire(row)
    return record, contacts.record_of(row)


def a_site(at: Office) -> Pair:
    record = filled_record(SiteRecord)
    row = jobs.add_site(at.session, at.customer, record)
    at.session.expire(row)
    return record, jobs.site_record(row)


def a_unit(at: Office) -> Pair:
    record = filled_record(UnitRecord)
    row = jobs.add_unit(at.session, at.job.site, record)
    at.session.expire(row)
    return record, jobs.unit_record(row)


def job_record(at: Office) -> JobRecord:
    others = {party: add_customer(at.session, Person()).record_id for party in Party}
    asked = customers.get(at.session, others[Party.REQUESTER])
    met = contacts.add(at.session, asked, ContactRecord(name=PersonName("林")))
    return filled_record(
        JobRecord,
        site=at.job.site.record_id,
        parties=others,
        contact=met.record_id,
        staff=(ACCOUNT,),
        units=(JobUnit(at.unit, UnitPart.SERVICE),),
    )


def a_job(at: Office) -> Pair:
    record = job_record(at)
    row = jobs.add_job(at.session, record, "2026-000099", today=DAY, actor=ACCOUNT, at=STAMP)
    at.session.expire(row)
    return record, jobs.job_record(at.session, row)


def a_changed_job(at: Office) -> Pair:
    record = job_record(at)
    parties = {Party.REQUESTER: at.customer.record_id}
    jobs.save_job(at.session, at.job, JobRecord(record.site, WorkKind.INSTALL, parties))
    changed = jobs.save_job(at.session, at.job, record)
    assert {*changed} == {one.name for one in fields(JobRecord)} - {"site"}
    at.session.expire(at.job)
    return record, jobs.job_record(at.session, at.job)


def an_event(at: Office) -> Pair:
    record = filled_record(JobEvent)
    jobs.add_event(at.job, record, actor=ACCOUNT, at=STAMP)
    at.session.flush()
    at.session.expire(at.job)
    return record, jobs.events(at.job)[-1]


def the_results(at: Office) -> Pair:
    record = filled_record(JobResults, units=(filled_record(UnitResultRecord, unit=at.unit),))
    results.save(at.session, at.job, record, by=ACCOUNT, at=STAMP)
    at.session.flush()
    at.session.expire_all()
    return record, results.read(at.session, at.job)[1]


def a_survey(at: Office) -> Pair:
    record = filled_record(Survey)
    results.save_survey(at.session, at.job, record, by=ACCOUNT, at=STAMP)
    at.session.flush()
    at.session.expire_all()
    return record, results.surveys(at.session, [at.job.id])[at.job.id]


def an_estimate(at: Office) -> Pair:
    record = filled_record(EstimateRecord)
    row = estimates.add(at.session, at.job, "E999999", 1, 10, record)
    at.session.expire(row)
    return record, estimates.record_of(row)


def an_invoice(at: Office) -> Pair:
    line = filled_record(InvoiceLineRecord, job=at.job.record_id)
    record = filled_record(InvoiceRecord, lines=(line,))
    row = invoices.add(at.session, at.customer, (at.job,), record)
    at.session.expire(row)
    return record, invoices.record_of(at.session, row)


KEPT: tuple[Callable[[Office], Pair], ...] = (
    *(a_customer, a_changed_customer, a_contact, a_site, a_unit, a_job, a_changed_job, an_event),
    *(the_results, a_survey, an_estimate, an_invoice),
)


@pytest.mark.parametrize("kept", KEPT, ids=lambda one: one.__name__)
def test_each_attribute_is_read_again_as_it_was_written(
    store: Store, kept: Callable[[Office], tuple[Any, Any]]
) -> None:
    with store.transaction() as session:
        customer = add_customer(session, Person())
        written, read = kept(Office(session, customer, add_job(session, customer, Person())))
    lost = {
        one.name: (getattr(written, one.name), getattr(read, one.name))
        for one in fields(written)
        if getattr(written, one.name) != getattr(read, one.name)
    }
    assert not lost, (
        f"{type(written).__name__}: written and read again as something else: {lost}. The store copies its "
        "attributes by hand: name the new one there, for writing and for reading."
    )
