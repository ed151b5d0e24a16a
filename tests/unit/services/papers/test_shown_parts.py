"""What a work order shows and what the log's changes are held against are the same, field by field.

Each field of a record is changed by itself. Where a page of any profile says something else then, whoever
shows the older page has to be told; where none does, nobody is asked. A field that is printed one day and
forgotten in ``shown_parts`` is red here, and so is one that has no other value here yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete

from hvacdesk.domain.customers.cautions import Caution, CautionKind
from hvacdesk.domain.customers.contacts import ContactRecord
from hvacdesk.domain.customers.customers import (
    Address,
    CustomerField,
    CustomerRecord,
    PaymentMethod,
    PersonName,
    Phone,
    PhoneKind,
)
from hvacdesk.domain.incidents.exposure import fields_of_profile
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
from hvacdesk.domain.papers.shown import ShownPages
from hvacdesk.domain.papers.work_orders import Profile, WorkOrderView
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.customers.contacts import Contacts
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.papers import work_order_issuing as issuing
from hvacdesk.services.papers.work_order_view import CopyFacts, work_order_view
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.models import InvoiceJob
from tests.helpers.paper_desk import TODAY, Desk, paper_desk
from tests.helpers.sample_records import Person, add_customer

NO_VALUE = (
    "{record}.{name} has no other value here yet. Give it one, different from the sample's, among the values "
    "of its record in this file; then this test finds out whether a work order prints it."
)
OTHERWISE = {
    "payment": "It is read with a key of its own, which no paper asks for.",
    "kind": "What a page shows of it is an organisation's name, without which nobody becomes one.",
}
"""Fields that no change is made of here, and why."""

ADDRESS = {
    "postal_code": "4600008",
    "prefecture": "岐阜県",
    "city": "多治見市",
    "town": "本町",
    "street": "9丁目9-1",
    "building": "コーポ千草 101号室",
}
NAME = {"family": "柳川原", "given": "千登世", "family_kana": "ヤナガワラ", "given_kana": "チトセ"}
SITE = {
    "label": "本宅",
    "detached": True,
    "floor": "3階",
    "attends": "管理人",
    "manager_permission": True,
    "building_started_on": "1998-04-01",
    "access": "北側に駐車",
    "lock_codes": "キーボックス 8295",
}
CUSTOMER = {
    "organisation": "千草商事",
    "organisation_kana": "チグサショウジ",
    "phones": (Phone(PhoneKind.HOME, "052-111-2233"),),
    "email": "other@example.jp",
    "cautions": (Caution(CautionKind.NO_PARKING, "北側は不可"),),
    "note": "急がない",
    "payment_method": PaymentMethod.CASH,
}
OF_PARTS: dict[str, type] = {"name": PersonName, "address": Address}
READ_AS = {"family_kana": "ヤナガワ", "given_kana": "ミサオ"}
CONTACT = {"department": "営業部", "phone": "052-111-2244", "email": "third@example.jp"}


def one_by_one(
    record: type, others: Mapping[str, object], **parts: Mapping[str, object]
) -> dict[str, dict[str, Any]]:
    """For each field of a record, and for each part of it, a change of it alone."""
    found: dict[str, dict[str, Any]] = {}
    for field in fields(record):
        if field.name in parts:
            known, kind = parts[field.name], OF_PARTS[field.name]
            for one in fields(kind):
                assert one.name in known, NO_VALUE.format(record=kind.__name__, name=one.name)
                found[f"{field.name}.{one.name}"] = {field.name: {one.name: known[one.name]}}
        elif field.name not in OTHERWISE:
            assert field.name in others, NO_VALUE.format(record=record.__name__, name=field.name)
            found[field.name] = {field.name: others[field.name]}
    return found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from paper_desk(tmp_path)


def views(desk: Desk) -> list[WorkOrderView]:
    with desk.ground.workplace.reading() as session:
        material = issuing.material_of(session, desk.job)
    return [
        work_order_view(material, CopyFacts(profile, 1, 1, TODAY, "青木", TODAY, "code"))
        for profile in Profile
    ]


def compared(
    desk: Desk, change: Callable[[dict[str, Any]], None], each: Mapping[str, dict[str, Any]]
) -> None:
    """Make every change by itself: who shows an order from before is told where its pages are others now."""
    printed, told = set(), set()
    for name, changes in each.items():
        issued = desk.orders.issue(desk.clerk, desk.job, (Profile.TECHNICIAN,), english, reason="spoiled")
        before = views(desk)
        change(changes)
        printed |= {name} if views(desk) != before else set()
        pages = ShownPages(papers=(issued.copies[0].copy,))
        told |= {name} if desk.papers.shown.outdated(desk.clerk, pages) else set()
    assert printed
    assert printed < set(each)
    assert told == printed, (
        f"Printed, and nobody is told of a change: {printed - told}. Told of, not printed: {told - printed}. "
        "PARTS in hvacdesk/domain/papers/shown_parts.py names what a work order shows."
    )


def test_of_a_site(desk: Desk) -> None:
    with desk.ground.workplace.reading() as session:
        site = job_store.job(session, desk.job).site.record_id
    jobs = Jobs(desk.ground.workplace)
    compared(
        desk,
        lambda changes: jobs.change_site(desk.clerk, site, changes),
        one_by_one(SiteRecord, SITE, address=ADDRESS),
    )


def test_of_a_customer(desk: Desk) -> None:
    customers = Customers(desk.ground.workplace)

    def change(changes: dict[str, Any]) -> None:
        version = customers.detail(desk.clerk, desk.customer).version
        customers.change(desk.clerk, desk.customer, version, changes)

    change({"name": READ_AS})
    compared(desk, change, one_by_one(CustomerRecord, CUSTOMER, name=NAME, address=ADDRESS))


MARKS = {
    CustomerField.NAME: ("name", {"family": "印"}),
    CustomerField.KANA: ("name", READ_AS),
    CustomerField.PHONE: ("phones", (Phone(PhoneKind.HOME, "052-111-2297"),)),
    CustomerField.EMAIL: ("email", "mark@example.jp"),
    CustomerField.NOTE: ("note", "印のある覚え"),
}
"""Another value of each field that is a customer's own: a page that says it, if only in part, is another."""


@pytest.mark.parametrize("field", MARKS)
def test_a_lost_copy_tells_of_a_customers_field_what_its_page_says(desk: Desk, field: CustomerField) -> None:
    customers = Customers(desk.ground.workplace)
    version = customers.detail(desk.clerk, desk.customer).version
    before = views(desk)
    customers.change(desk.clerk, desk.customer, version, dict([MARKS[field]]))
    for one, other in zip(before, views(desk), strict=True):
        says = one != other
        assert (field in fields_of_profile(one.profile)) == says, (
            f"The {one.profile} copy {'says' if says else 'does not say'} a customer's {field}. What a leak "
            "tells of it follows `printed` in customer_fields.py and the profile's rules: one is wrong."
        )


def test_of_the_contact_whom_a_job_is_about(desk: Desk) -> None:
    contacts = Contacts(desk.ground.workplace)
    (contact,) = contacts.of(desk.clerk, desk.customer)
    contacts.change(desk.clerk, contact.contact, contact.version, {"name": READ_AS})
    change_job(desk, {"contact": contact.contact})

    def change(changes: dict[str, Any]) -> None:
        (known,) = contacts.of(desk.clerk, desk.customer)
        contacts.change(desk.clerk, contact.contact, known.version, changes)

    compared(desk, change, one_by_one(ContactRecord, CONTACT, name=NAME))


def change_job(desk: Desk, changes: Mapping[str, Any]) -> None:
    jobs = Jobs(desk.ground.workplace)
    with desk.ground.workplace.reading() as session:
        version = job_store.job(session, desk.job).version
    record = jobs.record_for_edit(desk.clerk, desk.job)
    jobs.change(desk.clerk, desk.job, version, replace(record, **changes))


def test_of_a_job(desk: Desk) -> None:
    jobs, contacts = Jobs(desk.ground.workplace), Contacts(desk.ground.workplace)
    (contact,) = contacts.of(desk.clerk, desk.customer)
    record = jobs.record_for_edit(desk.clerk, desk.job)
    with desk.ground.workplace.transaction() as session:
        resident = add_customer(session, Person(family="森下"), number="C-000071").record_id
        session.execute(delete(InvoiceJob))  # an invoice for the whole job says itself what is to be paid
    other = jobs.add_site(
        desk.clerk, desk.customer, SiteRecord(Address("4640064", "愛知県", "名古屋市千種区", "東山"))
    )
    unit = jobs.add_unit(desk.clerk, record.site, UnitRecord(place="居間", maker="試験工業"))
    others: dict[str, object] = {
        "work_kind": WorkKind.REPAIR,
        "parties": record.parties | {Party.RESIDENT: resident},
        "on": "2026-11-25",
        "starts": "09:00",
        "ends": "11:00",
        "staff": (desk.by(Role.DESK).account,),
        "partner_firm": "西山設備",
        "units": (JobUnit(unit, UnitPart.INSTALL),),
        "items": (ItemLine(WorkItem.COVER, detail="白"),),
        "amount_to_collect": 44_000,
        "client_contractor": "中央電機",
        "client_slip": "A-4711",
        "note": "急がない",
        "new_housing": True,
        "contact": contact.contact,
        "site": other,
    }
    each = one_by_one(JobRecord, others)
    each["site"] = each.pop("site") | {"units": ()}  # the last: units are of their site
    Customers(desk.ground.workplace).change(
        desk.clerk,
        desk.customer,
        Customers(desk.ground.workplace).detail(desk.clerk, desk.customer).version,
        {"payment_method": PaymentMethod.CASH},  # so that what is to be paid stands on the pages
    )
    compared(desk, lambda changes: change_job(desk, changes), each)
