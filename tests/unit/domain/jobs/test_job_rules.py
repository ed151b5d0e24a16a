"""Sites, units, jobs and events are tidied or refused."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.customers.customers import Address
from hvacdesk.domain.errors import BadDate, BadTime, InvalidInput, Missing, OutOfRange, TooLong
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.job_rules import (
    asbestos_survey_needed,
    check_event,
    check_job,
    check_site,
    check_unit,
)
from hvacdesk.domain.jobs.jobs import ItemLine, JobRecord, Party, SiteRecord, UnitRecord, WorkItem, WorkKind
from hvacdesk.domain.text.refused_numbers import CardNumberFound

TODAY = date(2026, 11, 24)
CARD = "4111 1111 1111 1111"

SITE = SiteRecord(
    address=Address("4600008", "愛知県", "名古屋市中区", "栄", "3-5-12", "サンハイツ201"),
    label="自宅",
    floor="2階",
    attends="美咲",
    building_started_on="1998-04-01",
    access="裏に駐車\n台車可",
    lock_codes="1234#",
)
UNIT = UnitRecord("居間", False, "中部製作所", "AC-22X", "123456", 2.2, 2024, "R32", 0.67, 100, "IL形")
JOB = JobRecord(
    site="s" * 32,
    work_kind=WorkKind.INSTALL,
    parties={Party.REQUESTER: "c" * 32},
    on="2026-11-25",
    starts="09:00",
    ends="12:30",
    items=(ItemLine(WorkItem.EXTRA_PIPE, 2.5, "m"), ItemLine(WorkItem.DRILLING, 1, "箇所", "ALC")),
    amount_to_collect=66_000,
    note="二階は養生が要る",
)


def test_good_records_stay_as_they_are() -> None:
    event = JobEvent(EventKind.INVOICE, "2026-11-24", "INV-7", 66_000)
    assert check_site(SITE, TODAY) == SITE
    assert check_unit(UNIT, 2026) == UNIT
    assert check_job(JOB, TODAY) == JOB
    assert check_event(event, TODAY) == event


@pytest.mark.parametrize(
    ("started_on", "needed"),
    [
        ("", True),
        ("1998-04-01", True),
        ("2006-08-31", True),
        ("2006-09-01", False),
        ("2015-01-01", False),
        ("2026-11-24", False),
        ("2026-11-25", True),
        ("2027-04-01", True),
    ],
)
def test_asbestos_survey(started_on: str, needed: bool) -> None:
    assert asbestos_survey_needed(started_on, TODAY) is needed


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"address": Address()}, "address"),
        ({"address": Address("4600008")}, "address"),
        ({"address": Address("460", city="名古屋市")}, "address"),
        ({"label": "家" * 201}, "label"),
        ({"access": "裏" * 10_001}, "access"),
        ({"building_started_on": "1998"}, "building_started_on"),
        ({"building_started_on": "1867-12-31"}, "building_started_on"),
        ({"building_started_on": "2032-01-01"}, "building_started_on"),
        ({"access": CARD}, "access"),
        ({"lock_codes": CARD}, "lock_codes"),
    ],
)
def test_a_wrong_site_is_refused(change: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        check_site(replace(SITE, **change), TODAY)
    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"year": 1969}, "year"),
        ({"year": 2028}, "year"),
        ({"capacity_kw": 0.0}, "capacity_kw"),
        ({"capacity_kw": -2.2}, "capacity_kw"),
        ({"capacity_kw": 2200.0}, "capacity_kw"),
        ({"capacity_kw": float("nan")}, "capacity_kw"),
        ({"charge_kg": float("inf")}, "charge_kg"),
        ({"charge_kg": -0.1}, "charge_kg"),
        ({"volts": 10}, "volts"),
        ({"volts": 6600}, "volts"),
    ],
)
def test_a_units_number_out_of_range_is_refused(change: dict[str, object], field: str) -> None:
    with pytest.raises(OutOfRange) as refusal:
        check_unit(replace(UNIT, **change), 2026)
    assert refusal.value.field == field


@pytest.mark.parametrize("year", [1970, 2026, 2027, None])
def test_a_units_year_may_be_next_year_or_unknown(year: int | None) -> None:
    assert check_unit(replace(UNIT, year=year), 2026).year == year


@pytest.mark.parametrize("field", ["place", "maker", "model", "serial", "refrigerant", "outlet"])
def test_a_units_lines_are_bounded(field: str) -> None:
    with pytest.raises(TooLong) as refusal:
        check_unit(replace(UNIT, **{field: "x" * 201}), 2026)
    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("change", "kind", "field"),
    [
        ({"site": ""}, Missing, "site"),
        ({"parties": {}}, Missing, "parties"),
        ({"on": ""}, Missing, "on"),
        ({"on": "2026-02-29"}, BadDate, "on"),
        ({"on": "26-11-25"}, BadDate, "on"),
        ({"on": "0226-11-25"}, BadDate, "on"),
        ({"on": "1989-12-31"}, BadDate, "on"),
        ({"on": "2032-01-01"}, BadDate, "on"),
        ({"on": "明日"}, BadDate, "on"),
        ({"starts": "24:00"}, BadTime, "starts"),
        ({"starts": "9時"}, BadTime, "starts"),
        ({"ends": "12:60"}, BadTime, "ends"),
        ({"ends": "09:00"}, BadTime, "ends"),
        ({"ends": "08:59"}, BadTime, "ends"),
        ({"starts": ""}, Missing, "starts"),
        ({"amount_to_collect": -1}, OutOfRange, "amount_to_collect"),
        ({"amount_to_collect": 10**10}, OutOfRange, "amount_to_collect"),
        ({"items": (ItemLine(WorkItem.COVER, -1.0),)}, OutOfRange, "items"),
        ({"items": (ItemLine(WorkItem.COVER, detail="x" * 201),)}, TooLong, "items"),
        ({"items": (ItemLine(WorkItem.COVER, detail=CARD),)}, CardNumberFound, "items"),
        ({"partner_firm": "x" * 201}, TooLong, "partner_firm"),
        ({"note": "x" * 10_001}, TooLong, "note"),
        ({"note": CARD}, CardNumberFound, "note"),
    ],
)
def test_a_wrong_job_is_refused(change: dict[str, object], kind: type[InvalidInput], field: str) -> None:
    with pytest.raises(kind) as refusal:
        check_job(replace(JOB, **change), TODAY)
    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("change", "stored"),
    [
        ({"on": "", "starts": "", "ends": ""}, ("", "", "")),
        ({"ends": ""}, ("2026-11-25", "09:00", "")),
        ({"starts": "9:00", "ends": "１２：３０"}, ("2026-11-25", "09:00", "12:30")),
        ({"on": "２０２６－１１－２５"}, ("2026-11-25", "09:00", "12:30")),
        ({"on": "2028-02-29"}, ("2028-02-29", "09:00", "12:30")),
    ],
)
def test_a_jobs_slot(change: dict[str, str], stored: tuple[str, str, str]) -> None:
    job = check_job(replace(JOB, **change), TODAY)
    assert (job.on, job.starts, job.ends) == stored


def test_a_zero_amount_is_an_amount() -> None:
    assert check_job(replace(JOB, amount_to_collect=0), TODAY).amount_to_collect == 0


@pytest.mark.parametrize(
    ("event", "field"),
    [
        (JobEvent(EventKind.INVOICE, ""), "on"),
        (JobEvent(EventKind.INVOICE, "2027-11-26"), "on"),
        (JobEvent(EventKind.INVOICE, "2026-11-31"), "on"),
        (JobEvent(EventKind.INVOICE, "2026-11-24", "x" * 201), "number"),
        (JobEvent(EventKind.INVOICE, "2026-11-24", "7", -1), "amount"),
    ],
)
def test_a_wrong_event_is_refused(event: JobEvent, field: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        check_event(event, TODAY)
    assert refusal.value.field == field


def test_the_number_may_be_stated_to_be_something_else() -> None:
    assert check_job(replace(JOB, note=CARD), TODAY, allow_number=True).note == CARD
    assert check_site(replace(SITE, access=CARD), TODAY, allow_number=True).access == CARD


@given(start=st.times(), end=st.times())
def test_a_slot_is_taken_exactly_when_it_ends_after_its_start(start: object, end: object) -> None:
    starts, ends = str(start)[:5], str(end)[:5]
    job = replace(JOB, starts=starts, ends=ends)
    if ends > starts:
        assert check_job(job, TODAY) == job
    else:
        with pytest.raises(BadTime):
            check_job(job, TODAY)
