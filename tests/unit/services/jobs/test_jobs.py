"""Jobs: who may do what, what each role sees on which day, numbers, states and events."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text, update

from hvacdesk.domain.customers.cautions import Caution, CautionKind
from hvacdesk.domain.customers.customers import PAID_ON_SITE, Address, PaymentMethod, PersonName
from hvacdesk.domain.errors import (
    BadDate,
    BadTime,
    ChangedMeanwhile,
    InvalidInput,
    Missing,
    NotPermitted,
    RecordGone,
)
from hvacdesk.domain.jobs.job_events import EventKind, EventStrikeReason, JobEvent
from hvacdesk.domain.jobs.jobs import (
    ItemLine,
    JobField,
    JobRecord,
    JobState,
    JobUnit,
    Party,
    SiteField,
    SiteRecord,
    UnitPart,
    UnitRecord,
    WorkItem,
    WorkKind,
)
from hvacdesk.domain.jobs.manifests import EarlierSlipMissing, SlipOutOfTurn
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.refused_numbers import CardNumberFound
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.jobs.jobs import drop_starts_to_come
from hvacdesk.store.models import Customer
from tests.helpers.ground import ROLES, Ground
from tests.helpers.people import HIDDEN, customer

TODAY = "2026-11-24"
CALL, DOCUMENT = RevealReason.CALL, RevealReason.DOCUMENT
UNIT = UnitRecord(maker="ダイワ", serial="E012345", capacity_kw=2.8)
SITE = SiteRecord(
    Address("4640064", "愛知県", "名古屋市千種区", "唐山町", "5-77-1", "ヴィラ東山303"),
    label="離れ",
    attends="柳川ツル",
    access="裏の駐車場に二台",
    lock_codes="暗証番号 8842",
)
SITE_HIDDEN = ("5-77-1", "ヴィラ東山", "柳川ツル", "裏の駐車場", "8842")


@dataclass(frozen=True)
class Booked:
    """A customer with a site, a unit there and one job today for the technician."""

    customer: str
    site: str
    unit: str
    job: str
    record: JobRecord


@pytest.fixture
def jobs(ground: Ground) -> Jobs:
    return Jobs(ground.workplace)


@pytest.fixture
def booked(ground: Ground, jobs: Jobs) -> Booked:
    who = Customers(ground.workplace).add(ground.desk, customer())
    site = jobs.add_site(ground.desk, who, SITE)
    unit = jobs.add_unit(ground.desk, site, UNIT)
    record = JobRecord(
        site,
        WorkKind.CLEAN,
        {Party.REQUESTER: who, Party.PAYER: who},
        on=TODAY,
        starts="09:00",
        ends="10:30",
        staff=(ground.people[Role.TECHNICIAN].account,),
        units=(JobUnit(unit, UnitPart.SERVICE),),
        items=(ItemLine(WorkItem.EXTRA_PIPE, 2.5, "m", "木造"),),
        amount_to_collect=12_000,
        client_slip="元請-771",
        note="二階にもう一台",
    )
    return Booked(who, site, unit, jobs.add(ground.desk, record), record)


Act = Callable[[Jobs, Actor, Booked], object]
DESK = {Role.OWNER, Role.DESK}
READERS = {Role.OWNER, Role.DESK, Role.ACCOUNTING}
WITH_OWN = READERS | {Role.TECHNICIAN}
INVOICE = JobEvent(EventKind.INVOICE, TODAY, "R-1", 12_000)
MAY: dict[str, tuple[Act, set[Role]]] = {
    "sites": (lambda j, who, b: j.sites(who, b.customer), READERS),
    "add site": (lambda j, who, b: j.add_site(who, b.customer, SITE), DESK),
    "change site": (lambda j, who, b: j.change_site(who, b.site, {"label": "母屋"}), DESK),
    "lock codes": (lambda j, who, b: j.reveal_site(who, b.site, SiteField.LOCK_CODES, DOCUMENT), DESK),
    "site on a call": (lambda j, who, b: j.reveal_site(who, b.site, SiteField.ADDRESS, CALL), DESK),
    "site for a document": (
        lambda j, who, b: j.reveal_site(who, b.site, SiteField.ADDRESS, DOCUMENT),
        READERS,
    ),
    "add unit": (lambda j, who, b: j.add_unit(who, b.site, UnitRecord()), DESK),
    "add units": (lambda j, who, b: j.add_units(who, b.site, UnitRecord(), 2), DESK),
    "change unit": (lambda j, who, b: j.change_unit(who, b.unit, UnitRecord(), shown=UNIT), DESK),
    "add": (lambda j, who, b: j.add(who, b.record), DESK),
    "change": (lambda j, who, b: j.change(who, b.job, 1, b.record), DESK),
    "form": (lambda j, who, b: j.record_for_edit(who, b.job), DESK),
    "day": (lambda j, who, b: j.day(who, date(2026, 11, 24)), WITH_OWN),
    "week": (lambda j, who, b: j.week(who, date(2026, 11, 23)), WITH_OWN),
    "of customer": (lambda j, who, b: j.of_customer(who, b.customer), WITH_OWN),
    "detail": (lambda j, who, b: j.detail(who, b.job), WITH_OWN),
    "state": (lambda j, who, b: j.set_state(who, b.job, JobState.WORKING), DESK),
    "invoice": (lambda j, who, b: j.record_event(who, b.job, INVOICE), READERS),
    "handover": (lambda j, who, b: j.record_event(who, b.job, JobEvent(EventKind.HANDOVER, TODAY)), DESK),
    "staff": (lambda j, who, b: j.staff(who), READERS),
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("act", MAY)
def test_each_act_is_for_its_roles_alone(
    ground: Ground, jobs: Jobs, booked: Booked, act: str, role: Role
) -> None:
    do, allowed = MAY[act]
    if role in allowed:
        do(jobs, ground.people[role], booked)
    else:
        before = audit(ground)
        with pytest.raises(NotPermitted):
            do(jobs, ground.people[role], booked)
        assert audit(ground) == before


def audit(ground: Ground) -> list[tuple[object, ...]]:
    with ground.workplace.reading() as session:
        return [tuple(row) for row in session.execute(text("SELECT * FROM audit_log ORDER BY id"))]


def test_a_technician_has_own_jobs_only(ground: Ground, jobs: Jobs, booked: Booked) -> None:
    mine, other = ground.people[Role.TECHNICIAN], ground.other_technician
    today = ground.workplace.today()
    assert [row.job for row in jobs.day(mine, today)] == [booked.job]
    assert jobs.day(other, today) == jobs.week(other, today) == jobs.of_customer(other, booked.customer) == ()
    with pytest.raises(NotPermitted):
        jobs.detail(other, booked.job)


def test_the_desk_sees_full_name_and_town_on_the_day_itself_only(
    ground: Ground, jobs: Jobs, booked: Booked
) -> None:
    (row,) = jobs.day(ground.desk, ground.workplace.today())
    assert row.name.text == f"柳川 {HIDDEN['given']}"
    assert row.town.text == "名古屋市千種区唐山町"
    ground.clock.pass_time(days=1)
    (row,) = jobs.day(ground.desk, date(2026, 11, 24))
    assert row.name.text == "柳川 ●●"
    assert HIDDEN["given"] not in repr(jobs.detail(ground.desk, booked.job))


@pytest.mark.parametrize("role", [Role.ACCOUNTING, Role.TECHNICIAN])
def test_other_roles_never_see_the_given_name(ground: Ground, jobs: Jobs, booked: Booked, role: Role) -> None:
    who = ground.people[role]
    seen = repr((jobs.day(who, ground.workplace.today()), jobs.detail(who, booked.job)))
    assert "柳川 ●●" in seen
    for name, value in HIDDEN.items():
        assert value not in seen, name
    assert "4649" not in seen


@pytest.mark.parametrize(
    ("days", "state", "sees"),
    [(-30, None, False), (-2, None, False), (-1, None, True), (0, None, True), (0, JobState.WORKING, True),
     (3, None, True), (0, JobState.DONE, False), (3, JobState.PAID, False), (0, JobState.CANCELLED, False)],
)  # fmt: skip
def test_a_technician_has_the_site_from_the_day_before_until_completion(
    ground: Ground, jobs: Jobs, booked: Booked, days: int, state: JobState | None, sees: bool
) -> None:
    if state:
        jobs.set_state(ground.desk, booked.job, state)
    ground.clock.pass_time(days=days)
    detail = jobs.detail(ground.people[Role.TECHNICIAN], booked.job)
    assert (detail.site.values[SiteField.ADDRESS].text == SITE.address.full()) == sees
    assert (detail.site.values[SiteField.ACCESS].text == SITE.access) == sees
    assert (detail.texts[JobField.NOTE].text == booked.record.note) == sees
    if not sees:
        for value in (*SITE_HIDDEN, booked.record.note):
            assert value not in repr(detail)
    assert "8842" not in repr(detail)
    assert not detail.site.values[SiteField.LOCK_CODES].revealable


def test_a_job_without_a_day_shows_no_site_to_the_technician(
    ground: Ground, jobs: Jobs, booked: Booked
) -> None:
    jobs.change(ground.desk, booked.job, 1, replace(booked.record, on="", starts="", ends=""))
    assert "5-77-1" not in repr(jobs.detail(ground.people[Role.TECHNICIAN], booked.job))


def test_sites_are_masked_for_desk_and_accounting(ground: Ground, jobs: Jobs, booked: Booked) -> None:
    (desk,) = jobs.sites(ground.desk, booked.customer)
    assert desk.values[SiteField.ADDRESS].text == "愛知県名古屋市千種区唐山町 ●●●"
    assert desk.values[SiteField.ACCESS].text == SITE.access
    assert desk.values[SiteField.LOCK_CODES].revealable
    (accounting,) = jobs.sites(ground.people[Role.ACCOUNTING], booked.customer)
    for value in SITE_HIDDEN:
        assert value not in repr(accounting)
    for value in ("5-77-1", "ヴィラ東山", "8842"):
        assert value not in repr(desk)


def test_site_reveals_are_logged_on_the_customer(ground: Ground, jobs: Jobs, booked: Booked) -> None:
    assert jobs.reveal_site(ground.desk, booked.site, SiteField.LOCK_CODES, CALL) == SITE.lock_codes
    assert jobs.reveal_site(ground.desk, booked.site, SiteField.ADDRESS, CALL) == SITE.address.full()
    entries = Customers(ground.workplace).accesses(ground.owner, booked.customer)[:2]
    assert [entry.details["fields"] for entry in entries] == [["address"], ["lock_code"]]
    assert {entry.action for entry in entries} == {Action.REVEALED}
    assert entries[0].details["site"] == booked.site


def test_only_named_fields_of_a_site_change(ground: Ground, jobs: Jobs, booked: Booked) -> None:
    jobs.change_site(ground.desk, booked.site, {"address": {"street": "9-9"}, "detached": False})
    assert (
        jobs.reveal_site(ground.desk, booked.site, SiteField.ADDRESS, CALL)
        == "愛知県名古屋市千種区唐山町9-9 ヴィラ東山303"
    )
    assert jobs.reveal_site(ground.desk, booked.site, SiteField.LOCK_CODES, CALL) == SITE.lock_codes
    (entry,) = AuditLog(ground.workplace).entries(ground.owner, action=Action.SITE_CHANGED)
    assert entry.details == {"fields": ["detached", "street"]}


def test_a_new_customer_can_be_booked_at_their_own_address(ground: Ground, jobs: Jobs) -> None:
    made = Customers(ground.workplace).add(ground.desk, customer(), with_site=True)
    (site,) = jobs.sites(ground.desk, made)
    assert site.detached is None, "nobody told what kind of building it is"
    assert jobs.reveal_site(ground.desk, site.site, SiteField.ADDRESS, CALL) == customer().address.full()
    assert jobs.add(ground.desk, JobRecord(site.site, WorkKind.INSPECT, {Party.REQUESTER: made}))


def test_numbers_count_up_within_the_year(ground: Ground, jobs: Jobs, booked: Booked) -> None:
    jobs.add(ground.desk, booked.record)
    ground.clock.pass_time(days=60)
    jobs.add(ground.desk, booked.record)
    numbers = sorted(row.number for row in jobs.of_customer(ground.desk, booked.customer))
    assert numbers == ["2026-000001", "2026-000002", "2027-000001"]


def test_a_job_reads_back_as_it_was_booked(ground: Ground, jobs: Jobs, booked: Booked) -> None:
    assert jobs.record_for_edit(ground.desk, booked.job) == booked.record
    detail = jobs.detail(ground.desk, booked.job)
    assert detail.items == booked.record.items
    assert [(part, view.record.serial) for part, view in detail.units] == [(UnitPart.SERVICE, "E012345")]
    assert {view.party for view in detail.parties} == {Party.REQUESTER, Party.PAYER}
    assert detail.row.staff == ("technician",)


def test_a_change_is_whole_and_names_what_changed(ground: Ground, jobs: Jobs, booked: Booked) -> None:
    changed = replace(booked.record, starts="13:00", ends="", items=(), staff=())
    jobs.change(ground.desk, booked.job, 1, changed)
    assert jobs.record_for_edit(ground.desk, booked.job) == changed
    (entry,) = AuditLog(ground.workplace).entries(ground.owner, action=Action.JOB_CHANGED)
    assert entry.details == {"fields": ["ends", "items", "staff", "starts"]}
    with pytest.raises(ChangedMeanwhile):
        jobs.change(ground.owner, booked.job, 1, booked.record)
    assert jobs.record_for_edit(ground.desk, booked.job) == changed


@pytest.mark.parametrize(
    ("changes", "refusal", "field"),
    [
        ({"parties": {}}, Missing, "parties"),
        ({"parties": {Party.PAYER: "0" * 32}}, Missing, "parties"),
        ({"parties": {Party.REQUESTER: "0" * 32}}, InvalidInput, "parties"),
        ({"starts": "10:00", "ends": "09:00"}, BadTime, "ends"),
        ({"note": "4111 1111 1111 1111"}, CardNumberFound, "note"),
        ({"amount_to_collect": -1}, InvalidInput, "amount_to_collect"),
    ],
)
def test_a_job_that_cannot_be_stored_is_refused(
    ground: Ground,
    jobs: Jobs,
    booked: Booked,
    changes: dict[str, object],
    refusal: type[InvalidInput],
    field: str,
) -> None:
    before = audit(ground)
    with pytest.raises(refusal) as raised:
        jobs.add(ground.desk, replace(booked.record, **changes))
    assert raised.value.field == field
    assert audit(ground) == before
    assert len(jobs.day(ground.desk, ground.workplace.today())) == 1


def test_states_go_forward_only(ground: Ground, jobs: Jobs, booked: Booked) -> None:
    jobs.set_state(ground.desk, booked.job, JobState.DONE)
    for impossible in (JobState.WORKING, JobState.CANCELLED, JobState.DONE):
        with pytest.raises(InvalidInput):
            jobs.set_state(ground.desk, booked.job, impossible)
    assert jobs.detail(ground.desk, booked.job).next_states == (JobState.INVOICED, JobState.PAID)
    with ground.workplace.reading() as session:
        kept = session.execute(text("SELECT state, changed_by FROM job_state_changes ORDER BY id")).all()
    assert [tuple(row) for row in kept] == [("received", ground.desk.account), ("done", ground.desk.account)]


def test_prices_of_the_work_are_not_shown_to_technicians(ground: Ground, jobs: Jobs, booked: Booked) -> None:
    priced = replace(booked.record, items=(ItemLine(WorkItem.EXTRA_PIPE, 2.5, "m", yen=3_300),))
    jobs.change(ground.desk, booked.job, 1, priced)
    assert jobs.detail(ground.desk, booked.job).items[0].yen == 3_300
    assert jobs.detail(ground.people[Role.TECHNICIAN], booked.job).items == (
        ItemLine(WorkItem.EXTRA_PIPE, 2.5, "m"),
    )


@pytest.mark.parametrize("method", PaymentMethod)
def test_a_technician_reads_what_is_collected_at_the_site(
    ground: Ground, jobs: Jobs, booked: Booked, method: PaymentMethod
) -> None:
    with ground.workplace.transaction() as session:
        session.execute(update(Customer).values(payment_method=method.value))
    collected = 12_000 if method in PAID_ON_SITE else None
    assert jobs.detail(ground.people[Role.TECHNICIAN], booked.job).amount_to_collect == collected
    assert jobs.detail(ground.desk, booked.job).amount_to_collect == 12_000


def test_events_are_kept_and_money_is_not_shown_to_technicians(
    ground: Ground, jobs: Jobs, booked: Booked
) -> None:
    handover = JobEvent(EventKind.HANDOVER, TODAY)
    jobs.record_event(ground.desk, booked.job, handover)
    jobs.record_event(ground.people[Role.ACCOUNTING], booked.job, INVOICE)
    assert jobs.detail(ground.desk, booked.job).events == (handover, INVOICE)
    assert jobs.detail(ground.people[Role.TECHNICIAN], booked.job).events == (handover,)


def test_a_manifest_slip_out_of_turn_is_refused_and_nothing_is_kept(
    ground: Ground, jobs: Jobs, booked: Booked
) -> None:
    issued = JobEvent(EventKind.MANIFEST, "2026-11-20", "12345678901")
    jobs.record_event(ground.desk, booked.job, issued)
    with pytest.raises(EarlierSlipMissing):
        jobs.record_event(ground.desk, booked.job, JobEvent(EventKind.MANIFEST_E, "2026-11-21"))
    with pytest.raises(SlipOutOfTurn):
        jobs.record_event(ground.desk, booked.job, JobEvent(EventKind.MANIFEST_B2, "2026-11-12"))
    assert jobs.detail(ground.desk, booked.job).events == (issued,)


def test_an_event_is_struck_with_a_reason_and_comes_back_by_undo(
    ground: Ground, jobs: Jobs, booked: Booked
) -> None:
    twice = JobEvent(EventKind.HANDOVER, TODAY, "77")
    for event in (twice, INVOICE, twice):
        jobs.record_event(ground.desk, booked.job, event)
    with pytest.raises(NotPermitted):
        jobs.strike_event(ground.people[Role.TECHNICIAN], booked.job, twice, EventStrikeReason.RECORDED_TWICE)
    jobs.strike_event(ground.desk, booked.job, twice, EventStrikeReason.RECORDED_TWICE)
    assert jobs.detail(ground.desk, booked.job).events == (twice, INVOICE)
    ground.workplace.edits.undo(ground.desk)
    assert jobs.detail(ground.desk, booked.job).events == (twice, INVOICE, twice)
    with pytest.raises(RecordGone):
        jobs.strike_event(
            ground.desk, booked.job, JobEvent(EventKind.HANDOVER, "2026-01-01"), EventStrikeReason.NOT_SO
        )
    with pytest.raises(InvalidInput):
        jobs.strike_event(
            ground.desk, booked.job, JobEvent(EventKind.SURVEY, TODAY), EventStrikeReason.NOT_SO
        )


def test_only_a_contact_moves_the_day_of_last_contact(ground: Ground, jobs: Jobs, booked: Booked) -> None:
    customers = Customers(ground.workplace)
    ground.clock.pass_time(days=10)
    jobs.record_event(ground.desk, booked.job, JobEvent(EventKind.HANDOVER, "2026-12-01"))
    jobs.set_state(ground.desk, booked.job, JobState.DONE)
    customers.change(ground.desk, booked.customer, 1, {"cautions": (Caution(CautionKind.PET),)})
    assert customers.detail(ground.desk, booked.customer).last_contact_on == TODAY
    jobs.record_event(ground.desk, booked.job, JobEvent(EventKind.CONTACT, "2026-12-02"))
    assert customers.detail(ground.desk, booked.customer).last_contact_on == "2026-12-02"
    jobs.record_event(ground.desk, booked.job, JobEvent(EventKind.CONTACT, "2026-11-30"))
    assert customers.detail(ground.desk, booked.customer).last_contact_on == "2026-12-02"


def test_a_week_is_seven_days_in_order(ground: Ground, jobs: Jobs, booked: Booked) -> None:
    monday = date(2026, 11, 23)
    for day in (-1, 0, 6, 7):
        on = (monday + timedelta(days=day)).isoformat()
        jobs.add(ground.desk, replace(booked.record, on=on, starts="08:00", ends=""))
    days = [(row.on, row.starts) for row in jobs.week(ground.desk, monday)]
    assert days == [("2026-11-23", "08:00"), (TODAY, "09:00"), ("2026-11-29", "08:00")]


def test_a_job_is_listed_for_every_party(ground: Ground, jobs: Jobs, booked: Booked) -> None:
    resident = Customers(ground.workplace).add(ground.desk, customer(name=PersonName("別所", "保")))
    jobs.change(
        ground.desk,
        booked.job,
        1,
        replace(booked.record, parties={**booked.record.parties, Party.RESIDENT: resident}),
    )
    (row,) = jobs.of_customer(ground.desk, resident)
    assert (row.job, row.customer) == (booked.job, booked.customer)


def test_technicians_and_owners_can_be_assigned(ground: Ground, jobs: Jobs) -> None:
    assert {member.name for member in jobs.staff(ground.desk)} == {"owner", "technician", "second technician"}


def test_the_log_holds_no_personal_data(ground: Ground, jobs: Jobs, booked: Booked) -> None:
    jobs.change(ground.desk, booked.job, 1, replace(booked.record, note="三階", client_slip="元請-772"))
    jobs.change_site(ground.desk, booked.site, {"access": "表の駐車場", "attends": "柳川カメ"})
    jobs.reveal_site(ground.desk, booked.site, SiteField.LOCK_CODES, CALL)
    jobs.reveal_site(ground.desk, booked.site, SiteField.ADDRESS, CALL)
    jobs.record_event(ground.desk, booked.job, JobEvent(EventKind.SLIP_RETURN, TODAY, "4321-98765432-1"))
    jobs.change_unit(ground.desk, booked.unit, UnitRecord(serial="E999999"), shown=UNIT)
    # Ids and hashes are random: four digits in a row occur in them by chance.
    written = re.sub("[0-9a-f]{32,64}", "", json.dumps(audit(ground), ensure_ascii=False))
    personal = (
        "二階",
        "三階",
        "元請",
        "駐車場",
        "柳川",
        "カメ",
        "8842",
        "唐山",
        "9876",
        "E012345",
        "E999999",
        "離れ",
    )
    for value in personal:
        assert value not in written


def test_a_site_or_unit_that_was_changed_meanwhile_is_not_written_over(
    ground: Ground, jobs: Jobs, booked: Booked
) -> None:
    (site,) = (one for one in jobs.sites(ground.desk, booked.customer) if one.site == booked.site)
    unit = site.units[0]
    jobs.change_site(ground.owner, site.site, {"floor": "3階"}, version=site.version)
    jobs.change_unit(ground.owner, unit.unit, replace(unit.record, year=2020), shown=unit.record)
    with pytest.raises(ChangedMeanwhile):
        jobs.change_site(ground.desk, site.site, {"floor": "4階"}, version=site.version)
    with pytest.raises(ChangedMeanwhile):
        jobs.change_unit(ground.desk, unit.unit, replace(unit.record, volts=200), shown=unit.record)
    (after,) = (one for one in jobs.sites(ground.desk, booked.customer) if one.site == booked.site)
    known = after.units[0].record
    assert (after.values[SiteField.FLOOR].text, known.year, known.volts) == ("3階", 2020, None)


def test_cautions_are_for_whoever_goes_there(ground: Ground, jobs: Jobs, booked: Booked) -> None:
    """Those of the resident and of the requester, to the assigned technician from the day before on."""
    resident = Customers(ground.workplace).add(
        ground.desk,
        customer(cautions=(Caution(CautionKind.SHOE_COVERS), Caution(CautionKind.PET, "犬に注意"))),
    )
    parties = {**booked.record.parties, Party.RESIDENT: resident}
    version = jobs.detail(ground.desk, booked.job).version
    jobs.change(ground.desk, booked.job, version, replace(booked.record, parties=parties))
    told = (Caution(CautionKind.SHOE_COVERS), Caution(CautionKind.PET, "犬に注意"))
    for person in (ground.desk, ground.people[Role.TECHNICIAN]):
        assert jobs.detail(person, booked.job).cautions == told
    assert jobs.detail(ground.people[Role.ACCOUNTING], booked.job).cautions == ()
    ground.clock.pass_time(days=-3)
    assert jobs.detail(ground.people[Role.TECHNICIAN], booked.job).cautions == ()


def test_a_start_of_building_that_a_version_before_misread_is_unknown_again(ground: Ground) -> None:
    customers, jobs = Customers(ground.workplace), Jobs(ground.workplace)
    owner = customers.add(ground.desk, customer())
    for started in ("2012-10-01", ""):
        jobs.add_site(ground.desk, owner, replace(SITE, building_started_on=started))
    today = ground.workplace.today()
    with ground.workplace.transaction() as session:
        session.execute(
            text("UPDATE sites SET building_started_on = '2027-04-01' WHERE building_started_on = ''")
        )
        drop_starts_to_come(session, today)
    assert sorted(site.building_started_on for site in jobs.sites(ground.desk, owner)) == ["", "2012-10-01"]
    with pytest.raises(BadDate):
        jobs.add_site(ground.desk, owner, replace(SITE, building_started_on="2027-04-01"))


@pytest.mark.parametrize(
    ("count", "serial", "field"), [(0, "", "count"), (51, "", "count"), (2, "E1", "serial")]
)
def test_units_alike_are_added_together_or_not_at_all(
    ground: Ground, jobs: Jobs, booked: Booked, count: int, serial: str, field: str
) -> None:
    before = len(jobs.sites(ground.desk, booked.customer)[0].units)
    with pytest.raises(InvalidInput) as refused:
        jobs.add_units(ground.desk, booked.site, UnitRecord(serial=serial), count)
    assert refused.value.field == field
    added = jobs.add_units(ground.desk, booked.site, UnitRecord(place="各室"), 3)
    units = jobs.sites(ground.desk, booked.customer)[0].units
    assert len(set(added)) == 3
    assert len(units) == before + 3


def test_no_job_is_cancelled_that_somebody_moved_on(ground: Ground, jobs: Jobs, booked: Booked) -> None:
    seen = jobs.detail(ground.desk, booked.job).row.state
    jobs.set_state(ground.desk, booked.job, JobState.WORKING, shown=seen)
    with pytest.raises(ChangedMeanwhile):
        jobs.set_state(ground.desk, booked.job, JobState.CANCELLED, shown=seen)
    for step in (JobState.ESTIMATED, JobState.WORKING):  # the second is what was done: its answer was lost
        with pytest.raises(ChangedMeanwhile):
            jobs.set_state(ground.desk, booked.job, step, shown=seen)
    with pytest.raises(InvalidInput):
        jobs.set_state(ground.desk, booked.job, JobState.ESTIMATED, shown=JobState.WORKING)
    assert jobs.detail(ground.desk, booked.job).row.state is JobState.WORKING
    jobs.set_state(ground.desk, booked.job, JobState.CANCELLED, shown=JobState.WORKING)


def test_an_event_moves_no_job_on_from_a_state_that_was_not_shown(
    ground: Ground, jobs: Jobs, booked: Booked
) -> None:
    shown = jobs.detail(ground.desk, booked.job).row.state
    jobs.set_state(ground.owner, booked.job, JobState.WORKING)
    event = JobEvent(EventKind.COMPLETION, TODAY)
    with pytest.raises(ChangedMeanwhile):
        jobs.record_event(ground.desk, booked.job, event, step=JobState.DONE, shown=shown)
    detail = jobs.detail(ground.desk, booked.job)
    assert (detail.row.state, detail.events) == (JobState.WORKING, ())
    jobs.record_event(ground.desk, booked.job, event, step=JobState.DONE, shown=JobState.WORKING)
    assert jobs.detail(ground.desk, booked.job).row.state is JobState.DONE
    jobs.record_event(ground.desk, booked.job, JobEvent(EventKind.CONTACT, TODAY), shown=shown)
