"""No road leads to what a locked record holds: whatever reads records is asked, found by its arguments."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

import pytest
from sqlalchemy import String, Text, select, update

from hvacdesk.domain.calls.call_notes import CallFilter
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.papers.register import RegisterQuery
from hvacdesk.domain.partners.handovers import HandoverMedium, LedgerQuery, NewHandover
from hvacdesk.domain.requests.suspension import CustomerSuspended
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing import estimates
from hvacdesk.services.calendar import dispatch, plans
from hvacdesk.services.calls import call_notes
from hvacdesk.services.customers import contacts, customers, merging
from hvacdesk.services.jobs import electrical, jobs, refrigerant, results
from hvacdesk.services.office import drafts
from hvacdesk.services.papers import completion_report, other_papers, register, work_orders
from hvacdesk.services.partners import client_data, handovers
from hvacdesk.services.requests import openness, purposes_notice, requests
from hvacdesk.store.disposal import erasure
from hvacdesk.store.engine import Session
from hvacdesk.store.models import (
    CallNote,
    Customer,
    CustomerContact,
    Estimate,
    InspectionPlan,
    JobItem,
    Unit,
)
from hvacdesk.store.office import office
from hvacdesk.store.requests import suspension
from tests.helpers.ground import Ground
from tests.helpers.sample_records import Person, add_customer, add_job, add_paper

TODAY = "2026-11-24"
MARK = "印"
WHOLE_MARK = re.compile(rf"{MARK}\w+・\w+")
MASKS_SHOW = {"family_name", "organisation", "department", "prefecture", "city", "town", "postal_code"}
"""What a mask leaves: it would leave it for everybody else's record, too."""

LAWS_ASK = {
    "electrical.draft",  # the entry has to be made (電気工事業法 26条)
    "refrigerant.log",  # so has this one (フロン排出抑制法 47条)
    "papers.find",
    "papers.rows",  # a paper is known again by its label when it comes back or is shredded
}
"""Roads that stay open, and why."""


@pytest.fixture
def marked(ground: Ground) -> dict[str, object]:
    """A customer with a job of today and all that belongs to it, each personal text marked: record ids."""
    person = Person(family="柳川")
    with ground.workplace.transaction() as session:
        office.save_facts(session, OfficeFacts("唐山空調", "", "", LegalForm.COMPANY, 3))
        customer = add_customer(session, person)
        staff = ground.people[Role.TECHNICIAN].account
        job = add_job(
            session, customer, person, state=JobState.ARRANGED, on=TODAY, staff=staff, detail="北の壁"
        )
        paper = add_paper(session, job, state="kept").record_id
        session.execute(update(Estimate).values(state="issued", issued_on=TODAY, valid_until="2026-12-24"))
        session.execute(update(InspectionPlan).values(active=True, next_on=TODAY))
        session.execute(update(CallNote).values(done_at=""))
        other = add_customer(session, Person(family="森", given="茂")).record_id
        mark(session, customer)
        ids: dict[str, object] = {
            "customer": customer.record_id,
            "kept": other,
            "merged": customer.record_id,
            "job": job.record_id,
            "site": job.site.record_id,
            "paper": paper,
            "code_or_paper": paper,
        }
        kinds = {
            "unit": Unit,
            "estimate": Estimate,
            "plan": InspectionPlan,
            "note": CallNote,
            "contact": CustomerContact,
        }
        for name, table in kinds.items():
            ids[name] = session.scalars(select(table.record_id).order_by(table.id).limit(1)).one()  # type: ignore[attr-defined]
    return ids


def mark(session: Session, customer: Customer) -> None:
    """Write a mark into every personal text of the customer that a mask does not show."""
    session.flush()
    for table, keys in erasure.belongings(session, [customer.id]).rows.items():
        for column in erasure.personal_columns(table):
            hidden = column.name not in MASKS_SHOW and not column.info["sealed"]
            if not hidden or not isinstance(column.type, String | Text):
                continue
            for key, value in session.execute(select(table.c.id, column)).all():
                if value and key in keys and not value.startswith("20"):
                    text = f"{MARK}{table.name}・{column.name}"
                    session.execute(update(table).where(table.c.id == key).values({column: text}))
    assert session.scalars(select(JobItem.detail)).one().startswith(MARK)
    session.expire_all()


def lock(ground: Ground, marked: dict[str, object]) -> None:
    with ground.workplace.transaction() as session:
        row = session.scalars(select(Customer).where(Customer.record_id == marked["customer"])).one()
        suspension.lock(session, row, TODAY)


Road = tuple[str, Callable[[], object]]


def roads(ground: Ground, marked: dict[str, object], role: Role) -> Iterator[Road]:
    """Every act that takes an actor and nothing but records, days and words."""
    place, day = ground.workplace, date.fromisoformat(TODAY)
    orders = work_orders.WorkOrders(place)
    asked = requests.Requests(place)
    told = purposes_notice.Notices(place)
    services = {
        "customers": customers.Customers(place),
        "contacts": contacts.Contacts(place),
        "call_notes": call_notes.CallNotes(place),
        "jobs": jobs.Jobs(place),
        "dispatch": dispatch.Dispatch(place),
        "estimates": estimates.Estimates(place),
        "results": results.Results(place),
        "completion": completion_report.Completion(place),
        "electrical": electrical.ElectricalLedger(place),
        "refrigerant": refrigerant.Refrigerant(place),
        "plans": plans.Plans(place),
        "merging": merging.Merging(place),
        "papers": register.Papers(place, orders),
        "other_papers": other_papers.OtherPapers(place, orders),
        "work_orders": orders,
        "handovers": handovers.Handovers(place, orders),
        "client_data": client_data.ClientData(place),
        "requests": asked,
        "notices": told,
        "openness": openness.OpennessPages(place, told, asked),
        "drafts": drafts.Drafts(place),
    }
    given = {
        **marked,
        "words": english,
        "day": day,
        "monday": day,
        "until": day,
        "first": day,
        "days": 7,
        "text": "柳川",
        "version": 0,
        "which": next(iter(CallFilter)),
    }
    own: dict[str, dict[str, object]] = {
        "electrical": {"first": "2000-01-01", "last": TODAY},
        "papers": {"query": RegisterQuery()},
        "handovers": {"query": LedgerQuery()},
    }
    for name, service in services.items():
        values = given | own.get(name, {})
        for act, call in inspect.getmembers(service, callable):
            wanted = list(inspect.signature(call).parameters.values()) if not act.startswith("_") else []
            if not wanted or wanted[0].name != "actor":
                continue
            needed = [one for one in wanted[1:] if one.default is one.empty]
            if all(one.name in values for one in needed):
                chosen = {one.name: values[one.name] for one in needed}
                yield f"{name}.{act}", partial(call, ground.people[role], **chosen)


READERS = (Role.DESK, Role.OWNER, Role.ACCOUNTING, Role.TECHNICIAN)


def leading(acts: Iterator[Road]) -> set[str]:
    """The acts that answer with something marked; whatever is refused is not."""
    found = set()
    for name, act in acts:
        try:
            answer = repr(act())
        except UserFacingError:
            continue
        if WHOLE_MARK.search(answer):
            found.add(name)
    return found


@pytest.mark.parametrize("role", READERS)
def test_no_road_shows_what_a_locked_record_holds(
    ground: Ground, marked: dict[str, object], role: Role
) -> None:
    lock(ground, marked)
    assert leading(roads(ground, marked, role)) <= LAWS_ASK


def test_the_same_roads_lead_there_while_nothing_is_locked(ground: Ground, marked: dict[str, object]) -> None:
    assert {
        "customers.detail",
        "customers.record_for_edit",
        "estimates.detail",
        "results.sheet",
        "jobs.detail",
        "jobs.sites",
        "jobs.record_for_edit",
        "plans.record_for_edit",
        "electrical.rows",
        *LAWS_ASK,
    } <= leading(roads(ground, marked, Role.DESK))


def handed(marked: dict[str, object], on: str, number: str) -> NewHandover:
    fields = frozenset({RecordField.NAME})
    return NewHandover("中島設備", on, fields, HandoverMedium.PAPER, customer=number, due="2026-12-24")


def test_nothing_more_is_handed_to_a_firm_but_what_was_handed_before_is_entered(
    ground: Ground, marked: dict[str, object]
) -> None:
    with ground.workplace.reading() as session:
        query = select(Customer.number).where(Customer.record_id == marked["customer"])
        number = session.scalars(query).one()
    lock(ground, marked)
    ledger = handovers.Handovers(ground.workplace, work_orders.WorkOrders(ground.workplace))
    with pytest.raises(CustomerSuspended):
        ledger.enter(ground.desk, handed(marked, TODAY, number))
    assert ledger.enter(ground.desk, handed(marked, "2026-11-23", number))
