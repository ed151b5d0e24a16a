"""Whoever is named with a customer is kept off papers and out of incidents as the customer is.

Contacts of a firm, the person in whose name a firm is registered, everybody with a part in the job, callers,
people who ask for somebody, and who attends at a site.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from hvacdesk.domain.calls.call_notes import CallNoteRecord
from hvacdesk.domain.customers.contacts import ContactRecord
from hvacdesk.domain.customers.customers import CustomerField, PersonName, Phone, PhoneKind
from hvacdesk.domain.customers.merging import Take
from hvacdesk.domain.incidents.incident_errors import NamesCustomer
from hvacdesk.domain.incidents.incidents import Found, IncidentPart, Measure
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.jobs.jobs import (
    ItemLine,
    JobRecord,
    JobUnit,
    Party,
    SiteRecord,
    UnitPart,
    UnitRecord,
    WorkItem,
    WorkKind,
)
from hvacdesk.domain.jobs.unit_fields import UNIT_FIELDS
from hvacdesk.domain.papers.work_orders import Profile, WorkOrderView
from hvacdesk.domain.requests.requests import NewRequest, RequestKind, RequestWay
from hvacdesk.services.calls.call_notes import CallNotes
from hvacdesk.services.customers.contacts import Contacts
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.merging import Merging
from hvacdesk.services.incidents.incidents import Happening, Incidents
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.papers import work_order_issuing as issuing
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.papers.work_order_view import CopyFacts, work_order_view
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.services.requests.requests import Requests
from hvacdesk.store.incidents import concerned, incidents
from tests.helpers.ground import Ground
from tests.helpers.people import customer, organisation

TODAY = "2026-11-24"
NAME = PersonName("橘", "小夜子", "タチバナ", "サヨコ")
WHOLE = "橘小夜子"
PHONE = "090-6666-1234"
MAILBOX = "sayoko@tachibana.example"
SOMEBODY = customer(name=NAME, phones=(Phone(PhoneKind.MOBILE, PHONE),), email=MAILBOX, note="")


@dataclass
class Told:
    """A customer, and the parts that others have in the customer's jobs."""

    customer: str
    parties: dict[Party, str]
    site: SiteRecord


def firm_and(ground: Ground) -> Told:
    firm = Customers(ground.workplace).add(ground.desk, organisation())
    return Told(firm, {Party.REQUESTER: firm}, SiteRecord(customer().address))


def contact(ground: Ground) -> Told:
    told = firm_and(ground)
    Contacts(ground.workplace).add(ground.desk, told.customer, ContactRecord("", NAME, PHONE, MAILBOX))
    return told


def registered_person(ground: Ground) -> Told:
    record = organisation(name=NAME, phones=SOMEBODY.phones, email=MAILBOX)
    firm = Customers(ground.workplace).add(ground.desk, record)
    return Told(firm, {Party.REQUESTER: firm}, SiteRecord(customer().address))


def party(which: Party) -> Callable[[Ground], Told]:
    def told(ground: Ground) -> Told:
        firm = firm_and(ground)
        other = Customers(ground.workplace).add(ground.desk, SOMEBODY)
        return replace(firm, customer=other, parties={**firm.parties, which: other})

    return told


def caller(ground: Ground) -> Told:
    told = firm_and(ground)
    record = CallNoteRecord(told.customer, f"{NAME.family} {NAME.given}", PHONE, text="折り返し")
    CallNotes(ground.workplace).take(ground.desk, record)
    return told


def asked_for(ground: Ground, **facts: Any) -> Told:
    told = firm_and(ground)
    kind, way = RequestKind.DISCLOSURE, RequestWay.COUNTER
    new = NewRequest(kind, way, TODAY, customer=told.customer, asked="保有内容", **facts)
    Requests(ground.workplace).receive(ground.owner, new)
    return told


def asker(ground: Ground) -> Told:
    return asked_for(ground, person=f"{NAME.family} {NAME.given}", contact="郵送")


def agent(ground: Ground) -> Told:
    named = f"{NAME.family} {NAME.given}"
    return asked_for(ground, person="架空 太一", by_agent=True, name=named, contact=f"{MAILBOX} / {PHONE}")


def attending(ground: Ground) -> Told:
    told = firm_and(ground)
    return replace(told, site=replace(told.site, attends=f"{NAME.family} {NAME.given}"))


def merged(ground: Ground, kept: str, other: str, take: Take = Take.KEPT) -> None:
    merging = Merging(ground.workplace)
    view = merging.compare(ground.owner, kept, other)
    choices = dict.fromkeys((line.field for line in view.lines), take)
    merging.merge(ground.owner, kept, other, (view.kept.version, view.merged.version), choices)


def duplicate(ground: Ground) -> Told:
    told = firm_and(ground)
    merged(ground, told.customer, Customers(ground.workplace).add(ground.desk, SOMEBODY))
    return told


def given_up_by_merging(ground: Ground) -> Told:
    """Whose name and mailbox were replaced by those of a duplicate."""
    kept, other = (Customers(ground.workplace).add(ground.desk, one) for one in (SOMEBODY, customer()))
    merged(ground, kept, other, Take.MERGED)
    return Told(kept, {Party.REQUESTER: kept}, SiteRecord(customer().address))


EVERYTHING = (WHOLE, PHONE, MAILBOX)
PEOPLE = {
    "contact": (contact, EVERYTHING),
    "registered person": (registered_person, EVERYTHING),
    "building manager": (party(Party.BUILDING_MANAGER), EVERYTHING),
    "payer": (party(Party.PAYER), EVERYTHING),
    "resident": (party(Party.RESIDENT), EVERYTHING),
    "caller": (caller, (WHOLE, PHONE)),
    "asker": (asker, (WHOLE,)),
    "agent": (agent, EVERYTHING),
    "attending": (attending, (WHOLE,)),
    "duplicate": (duplicate, EVERYTHING),
    "given up by merging": (given_up_by_merging, EVERYTHING),
}
EACH = [(who, value) for who, (_told, values) in PEOPLE.items() for value in values]
HIDDEN = {WHOLE: NAME.given, PHONE: PHONE, MAILBOX: MAILBOX}

each_value = pytest.mark.parametrize(("who", "value"), EACH)


@each_value
@pytest.mark.parametrize("profile", [Profile.TECHNICIAN, Profile.PARTNER, Profile.OFFICE])
def test_no_free_text_on_paper_has_it(ground: Ground, who: str, value: str, profile: Profile) -> None:
    view = printed(ground, PEOPLE[who][0](ground), f"来る前に{value}まで", profile)
    item, (_part, unit) = view.items[0], view.units[0]
    texts = [item.detail, item.unit, view.partner_firm]
    texts += [getattr(unit, one.key.value) for one in UNIT_FIELDS.texts]
    if profile is not Profile.OFFICE:
        texts += [view.access, view.address]
    for text in texts:
        assert "来る前に" in text
        given_for_those_who_go_there = who == "attending" and profile is not Profile.OFFICE
        assert (HIDDEN[value] in text) == given_for_those_who_go_there


@each_value
@pytest.mark.parametrize("written", [str, str.upper, lambda value: value.replace("-", "")])
def test_no_text_of_an_incident_has_it(
    ground: Ground, who: str, value: str, written: Callable[[str], str]
) -> None:
    told = PEOPLE[who][0](ground)
    Jobs(ground.workplace).add_site(ground.desk, told.customer, told.site)
    desk, incident = incident_about(ground, told.customer)
    text = f"{written(value)}の件"
    with pytest.raises(NamesCustomer):
        desk.write(ground.owner, incident, IncidentPart.CAUSE, text)
    with pytest.raises(NamesCustomer):
        desk.keep_measure(ground.owner, incident, Measure("", text, ground.owner.account, "2026-12-01"))
    desk.write(ground.owner, incident, IncidentPart.CAUSE, f"{NAME.family}様へのFAXの件、090")


@pytest.mark.parametrize("value", EVERYTHING)
def test_what_moved_to_another_registration_by_merging_is_kept_out_too(ground: Ground, value: str) -> None:
    told = contact(ground)
    desk, incident = incident_about(ground, told.customer)
    other = Customers(ground.workplace).add(ground.desk, organisation())
    merged(ground, other, told.customer)
    with pytest.raises(NamesCustomer):
        desk.write(ground.owner, incident, IncidentPart.CAUSE, value)


def incident_about(ground: Ground, whom: str) -> tuple[Incidents, str]:
    """An incident that concerns one customer."""
    workplace = ground.workplace
    desk = Incidents(workplace, Papers(workplace, WorkOrders(workplace)))
    desk.report(ground.desk, Happening(IncidentKind.MIS_SENT, "FAXを間違えました"))
    incident = desk.all(ground.owner)[0].incident
    with workplace.transaction() as session:
        listed = {whom: frozenset({CustomerField.NAME})}
        concerned.put(session, incidents.get(session, incident), listed, Found.HAND)
    return desk, incident


def printed(ground: Ground, told: Told, text: str, profile: Profile) -> WorkOrderView:
    """A copy of a job in whose free texts somebody wrote a value."""
    jobs, desk = Jobs(ground.workplace), ground.desk
    address = replace(told.site.address, building=text)
    site = jobs.add_site(
        desk, told.parties[Party.REQUESTER], replace(told.site, address=address, access=text)
    )
    unit = jobs.add_unit(desk, site, UnitRecord(**{one.key.value: text for one in UNIT_FIELDS.texts}))
    job = jobs.add(
        desk,
        JobRecord(
            site,
            WorkKind.REPAIR,
            told.parties,
            on=TODAY,
            units=(JobUnit(unit, UnitPart.SERVICE),),
            items=(ItemLine(WorkItem.DRILLING, 1.0, text, text),),
            partner_firm=text,
        ),
    )
    with ground.workplace.reading() as session:
        material = issuing.material_of(session, job)
    return work_order_view(material, CopyFacts(profile, 1, 1, TODAY, "青木", TODAY, "code"))
