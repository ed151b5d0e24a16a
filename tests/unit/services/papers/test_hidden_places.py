"""An address that somebody types into a free text is on no copy that cuts the address to its town."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hvacdesk.domain.customers.customers import Address, PersonName
from hvacdesk.domain.jobs.jobs import ItemLine, UnitPart, UnitRecord, WorkItem
from hvacdesk.domain.papers.work_orders import PROFILE_RULES, PrintExtent, PrintField, Profile, WorkOrderView
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.language import words_for
from hvacdesk.services.papers import work_order_issuing as issuing
from hvacdesk.services.papers.work_order_view import CopyFacts, work_order_view
from hvacdesk.store.jobs import jobs as job_store
from tests.helpers.paper import read_text
from tests.helpers.paper_desk import TODAY, Desk, paper_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from paper_desk(tmp_path)


def view(desk: Desk, profile: Profile) -> WorkOrderView:
    with desk.ground.workplace.reading() as session:
        material = issuing.material_of(session, desk.job)
    return work_order_view(material, CopyFacts(profile, 1, 1, TODAY, "青木", TODAY, "code"))


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize(
    "typed",
    [
        *("唐山町3-41-7", "唐山町3丁目41番7号", "３丁目４１−７", "メゾン唐山502"),
        *("三ノ四十一ノ七", "唐山町三ノ四十一ノ七", "メゾン唐山五〇二", "メゾン唐山の五〇二号室", "502号室"),
    ],
)
def test_a_copy_that_cuts_the_address_has_it_in_no_free_text(
    desk: Desk, profile: Profile, typed: str
) -> None:
    jobs, told = Jobs(desk.ground.workplace), f"冷えない。{typed}の裏手"
    with desk.ground.workplace.reading() as session:
        job = job_store.job(session, desk.job)
        version, row = job.version, job_store.unit_by_key(session, job.units[0].unit_id)
        unit, known = row.record_id, job_store.unit_record(row)
    record = jobs.record_for_edit(desk.clerk, desk.job)
    items = (ItemLine(WorkItem.REPORTED, detail=told),)
    jobs.change(desk.clerk, desk.job, version, replace(record, items=items))
    jobs.change_unit(desk.clerk, unit, replace(known, place=f"{typed}の寝室"), shown=known)
    shown = view(desk, profile)
    whole = PROFILE_RULES[profile][PrintField.ADDRESS] is PrintExtent.FULL
    assert shown.items[0].detail == (told if whole else "冷えない。●●●の裏手")
    assert shown.units[0][1].place == (f"{typed}の寝室" if whole else "●●●の寝室")


def with_site(desk: Desk, place: Address, profile: Profile) -> str:
    """The address that a copy has of a site that was entered so."""
    with desk.ground.workplace.reading() as session:
        material = issuing.material_of(session, desk.job)
    site = replace(material.site, address=place)
    copy = CopyFacts(profile, 1, 1, TODAY, "青木", TODAY, "code")
    return work_order_view(replace(material, site=site), copy).address


TYPED = "3丁目41-7 柳川美沙緒様方 TEL090-1234-5678 キーボックス4826"
AREA = ("4640811", "愛知県", "名古屋市千種区")


@pytest.mark.parametrize("profile", [Profile.TECHNICIAN, Profile.PARTNER])
def test_what_is_typed_behind_a_street_is_on_no_copy_of_those_who_go_there(
    desk: Desk, profile: Profile
) -> None:
    shown = with_site(desk, Address(*AREA, "唐山町", TYPED, "メゾン唐山 502号室"), profile)
    hidden = "3丁目41-7 柳川●●●様方 TEL●●● キーボックス●●●"
    assert shown == f"愛知県名古屋市千種区唐山町{hidden} メゾン唐山 502号室"
    in_town = with_site(desk, Address(*AREA, f"唐山町{TYPED}"), profile)
    assert in_town == f"愛知県名古屋市千種区唐山町{hidden}"
    in_city = with_site(desk, Address(*AREA[:2], f"{AREA[2]}唐山町{TYPED}"), profile)
    assert in_city == in_town


@pytest.mark.parametrize("profile", [Profile.TECHNICIAN, Profile.PARTNER, Profile.CUSTOMER])
@pytest.mark.parametrize("street", ["3丁目41-7", "4番70号", "12番地の3", "4826", "四八二六番地"])
def test_the_number_of_the_house_stays_though_a_key_box_has_the_same(
    desk: Desk, profile: Profile, street: str
) -> None:
    shown = with_site(desk, Address(*AREA, "唐山町", street, "メゾン唐山 4826"), profile)
    assert shown == f"愛知県名古屋市千種区唐山町{street} メゾン唐山 4826"


def test_a_town_that_a_person_is_named_like_stays(desk: Desk) -> None:
    with desk.ground.workplace.reading() as session:
        material = issuing.material_of(session, desk.job)
    one = next(held for held in material.people if getattr(held.record, "name", None))
    named = replace(one, record=replace(one.record, name=PersonName("佐藤", "栄")))
    site = replace(material.site, address=Address("", "愛知県", "名古屋市中区", "栄", "3-5-12"))
    copy = CopyFacts(Profile.TECHNICIAN, 1, 1, TODAY, "青木", TODAY, "code")
    shown = work_order_view(replace(material, people=(named,), site=site), copy)
    assert shown.address == "愛知県名古屋市中区栄3-5-12"


def test_the_office_copy_ends_at_the_town_whatever_is_typed_into_it(desk: Desk) -> None:
    for town in ("唐山町３丁目４１番７号", f"唐山町{TYPED}", "唐山町 柳川美沙緒様方"):
        assert with_site(desk, Address(*AREA, town), Profile.OFFICE) == "名古屋市千種区唐山町"


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize(
    "number", ["+1 212-555-0100", "＋８２-2-1234-5678", "TEL+44 20 7946 0958", "010-1-212-555-0100"]
)
def test_a_number_of_another_country_is_in_no_free_text(desk: Desk, profile: Profile, number: str) -> None:
    jobs = Jobs(desk.ground.workplace)
    with desk.ground.workplace.reading() as session:
        version = job_store.job(session, desk.job).version
    items = (ItemLine(WorkItem.REPORTED, detail=f"折返しは{number}へ"),)
    record = replace(jobs.record_for_edit(desk.clerk, desk.job), items=items)
    jobs.change(desk.clerk, desk.job, version, record)
    label = "TEL" if number.startswith("TEL") else ""
    assert view(desk, profile).items[0].detail == f"折返しは{label}●●●へ"


@pytest.mark.parametrize("profile", [Profile.TECHNICIAN, Profile.PARTNER, Profile.CUSTOMER])
@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("井上様方 TEL 090-1234-5678", "井上様方 TEL ●●●"),
        ("鍵はキーボックス4826、inoue@b.example", "鍵はキーボックス●●●、●●●"),
        ("RAS-221D 052ー123ー4567へ折返し", "RAS-221D ●●●へ折返し"),
    ],
)
def test_free_text_is_without_what_the_address_is_without(
    desk: Desk, profile: Profile, typed: str, left: str
) -> None:
    with desk.ground.workplace.reading() as session:
        material = issuing.material_of(session, desk.job)
    site = replace(material.site, access=typed, floor=typed, attends=typed)
    unit = UnitRecord(place=typed, maker="試験工業", model="RAS-X40 コード4826")
    items = (ItemLine(WorkItem.REPORTED, detail=typed),)
    told = replace(material, site=site, items=items, units=((UnitPart.INSTALL, unit),))
    shown = work_order_view(told, CopyFacts(profile, 1, 1, TODAY, "青木", TODAY, "code"))
    found = {shown.items[0].detail, shown.units[0][1].place, shown.access, shown.floor, shown.attends}
    assert found <= {left, ""}
    assert shown.units[0][1].model == "RAS-X40 コード4826"


def test_a_given_name_that_nobody_registered_is_on_the_customers_own_copy_alone(desk: Desk) -> None:
    with desk.ground.workplace.reading() as session:
        material = issuing.material_of(session, desk.job)
    told = replace(material, items=(ItemLine(WorkItem.REPORTED, detail="佐藤花子様が立ち会う"),))
    for profile in Profile:
        shown = work_order_view(told, CopyFacts(profile, 1, 1, TODAY, "青木", TODAY, "code"))
        name = "佐藤花子" if profile is Profile.CUSTOMER else "佐藤●●●"
        assert shown.items[0].detail == f"{name}様が立ち会う"


@pytest.mark.parametrize("profile", [Profile.TECHNICIAN, Profile.PARTNER, Profile.OFFICE])
def test_a_printed_page_has_the_house_and_nothing_else_of_its_street(desk: Desk, profile: Profile) -> None:
    with desk.ground.workplace.transaction() as session:
        site = job_store.site_by_key(session, job_store.job(session, desk.job).site_id)
        site.street, site.building = TYPED, "メゾン唐山 502号室 （柳川美沙緒様方 +1 212-555-0100）"
    page = desk.orders.issue(desk.clerk, desk.job, [profile], words_for("ja")).pdf
    text = "".join(read_text(page).split())
    assert not [one for one in ("美沙緒", "1234-5678", "4826", "212-555") if one in text]
    assert ("3丁目41-7" in text) == (profile is not Profile.OFFICE)
