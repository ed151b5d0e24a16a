"""The pages of estimates: which go out together, what they show, and the mark of what stands no more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hvacdesk.documents.kit.marked import marked
from hvacdesk.domain.billing.estimates import (
    EstimateLineRecord,
    EstimateNotOpen,
    EstimatePaper,
    EstimateState,
    lines_of_job,
)
from hvacdesk.domain.billing.filed_documents import END_MARKS
from hvacdesk.domain.billing.prices import PriceList
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.jobs.jobs import UnitPart, UnitRecord
from hvacdesk.domain.papers.print_view import printed_address, printed_name
from hvacdesk.domain.papers.work_orders import PROFILE_RULES, Profile
from hvacdesk.domain.text.languages import LANGUAGES
from hvacdesk.domain.text.wording import Words
from hvacdesk.services.language import words_for
from hvacdesk.store.billing import estimates as store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.staff.staff import account_names

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, Estimate, Job


def to_give(
    session: Session, estimate: str, *, all_variants: bool
) -> tuple[Sequence[Estimate], Job, Customer]:
    """An issued estimate, or all its variants that wait for an answer, with their job and customer.

    Raises :class:`EstimateNotOpen`.
    """
    row = store.get(session, estimate)
    if row.state in {EstimateState.DRAFT, EstimateState.REPLACED}:
        raise EstimateNotOpen
    job = job_store.by_key(session, row.job_id)
    beside = store.variants(session, row) if all_variants and row.state is EstimateState.ISSUED else ()
    given = [one for one in beside if one.state is EstimateState.ISSUED] or [row]
    return given, job, customer_store.by_key(session, job.customer_id)


def as_it_stands(pdf: bytes, given: Sequence[Estimate], words: Words) -> bytes:
    """The pages, marked where it was declined or replaced; several go together only while they wait."""
    mark = END_MARKS.get(given[0].state)
    return marked(pdf, words(mark), words) if mark is not None else pdf


def page_of(session: Session, row: Estimate, job: Job, customer: Customer, code: str) -> EstimatePaper:
    """What the page shows; ``code`` is of the register of papers, empty where it is no paper."""
    record = customer_store.record_of(customer)
    name = printed_name(PROFILE_RULES[Profile.CUSTOMER], record.name, record.organisation)
    return EstimatePaper(
        row=store.row_of(row),
        record=store.record_of(row),
        code=code,
        job_number=job.number,
        work_kind=job.work_kind,
        name=name.text,
        honorific=name.honorific,
        site=printed_address(PROFILE_RULES[Profile.CUSTOMER], job_store.site_record(job.site).address),
        on=job.on,
        issued_by=account_names(session).get(row.issued_by, ""),
        units=units_of(session, job),
        contact=_contact(session, job),
    )


def units_of(session: Session, job: Job) -> tuple[tuple[UnitPart, UnitRecord], ...]:
    """The air conditioners that a job is about."""
    return tuple((part, job_store.unit_record(unit)) for part, unit in job_store.units_of(session, job))


def lines_of(session: Session, job: Job, prices: PriceList, words: Words) -> tuple[EstimateLineRecord, ...]:
    """A job's work at the known prices, which it has in whichever language the list names the work."""
    units, items = units_of(session, job), job_store.items(job)
    return lines_of_job(job.work_kind, units, items, prices, words, map(words_for, LANGUAGES))


def _contact(session: Session, job: Job) -> str:
    found = job_store.contact(session, job)
    if found is None:
        return ""
    person = PersonName(found.family_name, found.given_name)
    name = printed_name(PROFILE_RULES[Profile.CUSTOMER], person)
    return f"{found.department} {name.text} {name.honorific}".strip()
