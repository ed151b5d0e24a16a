"""Whoever is named with a customer is kept off papers and out of incidents as the customer is.

Contacts of a firm, the person in whose name a firm is registered, everybody with a part in the job, callers,
people who ask for somebody, and who attends at a site.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from sqlalchemy import select

from hvacdesk.domain.calls.call_notes import CallNoteRecord
from hvacdesk.domain.customers.contacts import ContactRecord
from hvacdesk.domain.customers.customers import CustomerField, PersonName, Phone, PhoneKind
from hvacdesk.domain.customers.merging import Take
from hvacdesk.domain.incidents.concerned import Extent, Found, ListReason
from hvacdesk.domain.incidents.incident_errors import NamesCustomer
from hvacdesk.domain.incidents.incident_texts import CommissionReport, IncidentPart
from hvacdesk.domain.incidents.incidents import Measure
from hvacdesk.domain.incidents.leak_rules import Assessment, IncidentKind
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
from hvacdesk.domain.roles import Actor
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
from hvacdesk.store.base import Base
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.incidents import concerned, incidents, naming
from hvacdesk.store.models import Customer
from tests.helpers.ground import Ground
from tests.helpers.incident_writing import assess, edit_item, keep_measure, write
from tests.helpers.people import customer, organisation

TODAY = "2026-11-24"
INCIDENT_TABLES = [table for table in Base.metadata.sorted_tables if table.name.startswith("incident")]
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


def known_by_phone_alone(ground: Ground) -> Told:
    told = firm_and(ground)
    CallNotes(ground.workplace).take(ground.desk, CallNoteRecord(told.customer, "", PHONE, text="折り返し"))
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
    "caller known by phone alone": (known_by_phone_alone, (PHONE,)),
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


@pytest.mark.parametrize("who", ["registered person", "building manager", "payer", "resident", "duplicate"])
@pytest.mark.parametrize("written", ["C-{}", "Ｃ－{}", "c{}", "お客様番号{}"])
def test_no_free_text_on_paper_has_a_customers_number_that_it_hides(
    ground: Ground, who: str, written: str
) -> None:
    told = PEOPLE[who][0](ground)
    with ground.workplace.reading() as session:
        numbers = tuple(session.scalars(select(Customer.number)))
    assert len(numbers) > 1 or who == "registered person"
    text = "、".join(written.format(number.removeprefix("C-")) for number in numbers)
    for profile in (Profile.TECHNICIAN, Profile.PARTNER):
        view = printed(ground, told, f"来る前に{text}まで", profile)
        for part in (view.access, view.address, view.items[0].detail, view.partner_firm):
            assert "来る前に" in part
            assert not any(number.removeprefix("C-") in part for number in numbers)
    kept = printed(ground, told, f"来る前に{text}まで", Profile.OFFICE)
    assert numbers[0].removeprefix("C-") in kept.items[0].detail


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
        write(desk, ground.owner, incident, IncidentPart.CAUSE, text)
    with pytest.raises(NamesCustomer):
        keep_measure(desk, ground.owner, incident, Measure("", text, ground.owner.account, "2026-12-01"))
    write(desk, ground.owner, incident, IncidentPart.CAUSE, f"{NAME.family}様へのFAXの件、090")


@pytest.mark.parametrize("value", EVERYTHING)
def test_what_moved_to_another_registration_by_merging_is_kept_out_too(ground: Ground, value: str) -> None:
    told = contact(ground)
    desk, incident = incident_about(ground, told.customer)
    other = Customers(ground.workplace).add(ground.desk, organisation())
    merged(ground, other, told.customer)
    with pytest.raises(NamesCustomer):
        write(desk, ground.owner, incident, IncidentPart.CAUSE, value)


def put_by_hand(desk: Incidents, owner: Actor, incident: str, number: str) -> None:
    fields = frozenset({CustomerField.NAME})
    desk.customers.add(owner, incident, number, fields, ListReason.STAFF_SAID)


def everybody(desk: Incidents, owner: Actor, incident: str, _number: str) -> None:
    desk.customers.set_extent(owner, incident, Extent.EVERYBODY, shown=Extent.OPEN)


def joined_with_theirs(desk: Incidents, owner: Actor, incident: str, number: str) -> None:
    desk.report(owner, Happening(IncidentKind.MIS_SENT, "同じFAXの件", customer=number))
    desk.join(owner, incident, other_of(desk, owner, incident))


def joined_into_theirs(desk: Incidents, owner: Actor, incident: str, number: str) -> None:
    desk.report(owner, Happening(IncidentKind.MIS_SENT, "同じFAXの件", customer=number))
    desk.join(owner, other_of(desk, owner, incident), incident)


def other_of(desk: Incidents, owner: Actor, incident: str) -> str:
    return next(one.incident for one in desk.all(owner) if one.incident != incident)


WAYS = (put_by_hand, everybody, joined_with_theirs, joined_into_theirs)


@pytest.mark.parametrize("come", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("value", EVERYTHING)
def test_what_was_written_before_a_customer_was_known_to_be_concerned_names_nobody_then(
    ground: Ground, value: str, come: Callable[[Incidents, Actor, str, str], None]
) -> None:
    told, text, owner = contact(ground), f"{value}の件", ground.owner
    with ground.workplace.reading() as session:
        number = customer_store.get(session, told.customer).number
    desk = leak_desk(ground)
    desk.report(owner, Happening(IncidentKind.MIS_SENT, text))
    incident = desk.all(owner)[0].incident
    write(desk, owner, incident, IncidentPart.CAUSE, f"小夜子さん、{text}")
    desk.writing.add_note(owner, incident, text)
    edit_item(desk, owner, incident, CommissionReport.FINAL, 1, text)
    keep_measure(desk, owner, incident, Measure("", text, owner.account, "2026-12-01"))
    assess(desk, owner, incident, Assessment(client=text, client_told_on=TODAY))
    desk.writing.note_sent(owner, incident, CommissionReport.PRELIMINARY, TODAY, text, shown=("", ""))
    desk.writing.note_sent(owner, incident, CommissionReport.FINAL, TODAY, text, shown=("", ""))
    come(desk, owner, incident, number)
    for one in desk.all(owner):
        stored = repr(desk.get(owner, one.incident))
        assert "の件" in stored
        assert value not in stored
        assert ("小夜子さん" in stored) == (one.incident == incident or come is joined_into_theirs)
    assert desk.get(owner, incident).assessment.client_knows
    assert sum(len(desk.get(owner, one.incident).measures) for one in desk.all(owner)) == 1
    with ground.workplace.reading() as session:
        written = [session.execute(select(every)).all() for every in INCIDENT_TABLES]
    assert value not in repr(written)


def test_what_is_known_only_later_is_taken_out_when_the_incident_is_closed(ground: Ground) -> None:
    told = firm_and(ground)
    desk, incident = incident_about(ground, told.customer)
    write(desk, ground.owner, incident, IncidentPart.CAUSE, f"{WHOLE}の件")
    Contacts(ground.workplace).add(ground.desk, told.customer, ContactRecord("", NAME, PHONE, MAILBOX))
    with ground.workplace.transaction() as session:
        naming.take_names_out(session, incidents.get(session, incident))
    assert desk.get(ground.owner, incident).texts[IncidentPart.CAUSE] == "橘●●●の件"


@pytest.mark.parametrize("value", EVERYTHING)
def test_neither_a_client_nor_a_receipt_names_whom_an_incident_concerns(ground: Ground, value: str) -> None:
    desk, incident = incident_about(ground, contact(ground).customer)
    with pytest.raises(NamesCustomer) as client:
        assess(desk, ground.owner, incident, Assessment(client=value))
    with pytest.raises(NamesCustomer) as receipt:
        desk.writing.note_sent(ground.owner, incident, CommissionReport.FINAL, TODAY, value, shown=("", ""))
    assert (client.value.field, receipt.value.field) == ("client", "number")
    assess(desk, ground.owner, incident, Assessment(client="栄ビル管理"))
    desk.writing.note_sent(
        ground.owner, incident, CommissionReport.FINAL, TODAY, "2026-000123", shown=("", "")
    )


FIRM = "株式会社尾張冷熱商会"


@pytest.mark.parametrize("written", [FIRM, "㈱尾張冷熱商会", "尾張冷熱商会様", "(株)尾張 冷熱商会"])
def test_no_text_of_an_incident_names_a_registered_firm(ground: Ground, written: str) -> None:
    text = f"{written}の見積書を誤送信"
    desk = leak_desk(ground)
    desk.report(ground.owner, Happening(IncidentKind.MIS_SENT, text))
    incident = desk.all(ground.owner)[0].incident
    assert written in repr(desk.get(ground.owner, incident).texts)
    firm = Customers(ground.workplace).add(ground.desk, organisation(FIRM))
    with ground.workplace.reading() as session:
        number = customer_store.get(session, firm).number
    put_by_hand(desk, ground.owner, incident, number)
    stored = repr(desk.get(ground.owner, incident).texts)
    assert "の見積書を誤送信" in stored
    assert "冷熱" not in stored
    with pytest.raises(NamesCustomer):
        write(desk, ground.owner, incident, IncidentPart.CAUSE, text)


def test_a_firm_that_is_the_incidents_client_is_named_in_it(ground: Ground) -> None:
    firm = Customers(ground.workplace).add(ground.desk, organisation(FIRM))
    desk, incident = incident_about(ground, firm)
    assess(desk, ground.owner, incident, Assessment(client="㈱尾張冷熱商会 本店"))
    write(desk, ground.owner, incident, IncidentPart.CAUSE, f"{FIRM}から預かった名簿")
    with ground.workplace.transaction() as session:
        naming.take_names_out(session, incidents.get(session, incident))
    stored = desk.get(ground.owner, incident)
    assert stored.assessment.client == "㈱尾張冷熱商会 本店"
    assert FIRM in stored.texts[IncidentPart.CAUSE]


def test_papers_name_the_firm_that_they_are_about(ground: Ground) -> None:
    told = firm_and(ground)
    view = printed(ground, told, "尾張冷熱商会の指示", Profile.TECHNICIAN)
    assert view.access == view.items[0].detail == "尾張冷熱商会の指示"


def leak_desk(ground: Ground) -> Incidents:
    return Incidents(ground.workplace, Papers(ground.workplace, WorkOrders(ground.workplace)))


def incident_about(ground: Ground, whom: str) -> tuple[Incidents, str]:
    """An incident that concerns one customer."""
    workplace, desk = ground.workplace, leak_desk(ground)
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
