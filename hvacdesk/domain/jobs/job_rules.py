"""What sites, units, jobs and their events must be like before they are stored."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

from hvacdesk.domain.calendar.slots import Slot
from hvacdesk.domain.customers.customer_rules import CLEANED, clean_address
from hvacdesk.domain.customers.customers import Address
from hvacdesk.domain.errors import BadTime, InvalidInput, Missing
from hvacdesk.domain.fields import TextKind
from hvacdesk.domain.jobs.job_events import TOLD_ELSEWHERE, JobEvent
from hvacdesk.domain.jobs.job_fields import JOB_FIELDS
from hvacdesk.domain.jobs.jobs import ItemLine, JobRecord, SiteRecord, UnitRecord
from hvacdesk.domain.jobs.site_fields import SITE_FIELDS
from hvacdesk.domain.jobs.unit_fields import checked_values
from hvacdesk.domain.text.input_checks import (
    EARLIEST_WORK,
    check_range,
    clean_date,
    clean_line,
    clean_time,
)
from hvacdesk.domain.text.refused_numbers import check_free_text

ASBESTOS_BAN = date(2006, 9, 1)
"""Buildings begun before this day may hold asbestos (労働安全衛生法施行令の改正; 石綿障害予防規則3条)."""

OLDEST_BUILDING = date(1868, 1, 1)
YEARS_AHEAD = 5
"""How far ahead a job is booked, at most."""

EVENT_DAYS_AHEAD = 366
"""An event is recorded when it is known; an invoice may be dated ahead, but not by years."""

QUANTITY = (0.0, 10_000.0)
YEN = (0, 1_000_000_000)


def asbestos_survey_needed(building_started_on: str, today: date) -> bool:
    """Whether an asbestos survey must precede drilling: begun before 2006-09-01, or unknown.

    Unknown is an empty text, and a day to come: nobody drills in a building that is not begun, so such a
    day was typed wrongly.
    """
    if not building_started_on:
        return True
    return not ASBESTOS_BAN <= date.fromisoformat(building_started_on) <= today


def check_site(record: SiteRecord, today: date, *, allow_number: bool = False) -> SiteRecord:
    """The site as it is stored. Raises :class:`InvalidInput` or one of its kinds."""
    address = clean_address(record.address)
    if address == Address(postal_code=address.postal_code):
        raise Missing("address")
    texts: dict[str, Any] = {
        one.key.value: CLEANED[one.kind](one.key.value, getattr(record, one.key.value))
        for one in SITE_FIELDS.texts
        if one.kind
    }
    cleaned = replace(
        record,
        address=address,
        building_started_on=clean_date(
            "building_started_on", record.building_started_on, OLDEST_BUILDING, today
        ),
        **texts,
    )
    for field, text in texts.items():
        check_free_text(field, text, allow_number=allow_number)
    for component in fields(address):
        text = getattr(address, component.name)
        check_free_text("address", text, part=component.name, allow_number=allow_number)
    return cleaned


def check_unit(record: UnitRecord, this_year: int) -> UnitRecord:
    """The unit as it is stored. Raises :class:`InvalidInput` or one of its kinds.

    Model and serial number are numbers of their own kind, so they are not taken for a card's.
    """
    return replace(record, **checked_values(record, this_year))


def check_job(record: JobRecord, today: date, *, allow_number: bool = False) -> JobRecord:
    """The job as it is stored. Raises :class:`InvalidInput` or one of its kinds."""
    for field in ("site", "parties"):
        if not getattr(record, field):
            raise Missing(field)
    check_range("amount_to_collect", record.amount_to_collect, *YEN)
    texts: dict[str, Any] = {
        one.key.value: CLEANED[one.kind](one.key.value, getattr(record, one.key.value))
        for one in JOB_FIELDS.texts
        if one.kind
    }
    slot = check_slot(Slot(record.on, record.starts, record.ends), today)
    cleaned = replace(
        record,
        on=slot.on,
        starts=slot.starts,
        ends=slot.ends,
        items=tuple(map(_item, record.items)),
        **texts,
    )
    for free in JOB_FIELDS.texts_of(TextKind.LINE, TextKind.PROSE):
        check_free_text(free.key.value, texts[free.key.value], allow_number=allow_number)
    for item in cleaned.items:
        for text in (item.unit, item.detail):
            check_free_text("items", text, part=item.item.value, allow_number=allow_number)
    return cleaned


def check_event(event: JobEvent, today: date) -> JobEvent:
    """The event as it is stored. Raises :class:`InvalidInput` or one of its kinds."""
    on = clean_date("on", event.on, EARLIEST_WORK, today + timedelta(days=EVENT_DAYS_AHEAD))
    if not on:
        raise Missing("on")
    if event.kind in TOLD_ELSEWHERE:
        raise InvalidInput("kind")
    check_range("amount", event.amount, *YEN)
    return replace(event, on=on, number=clean_line("number", event.number))


def check_slot(slot: Slot, today: date) -> Slot:
    """The slot as it is stored. Raises :class:`InvalidInput` or one of its kinds.

    It has a day and a start or neither; its end, if known, comes after the start on the same day.
    """
    on = clean_date("on", slot.on, EARLIEST_WORK, _years_ahead(today))
    start, end = clean_time("starts", slot.starts), clean_time("ends", slot.ends)
    if start and not on:
        raise Missing("on")
    if end and not start:
        raise Missing("starts")
    if end and end <= start:
        raise BadTime("ends")
    return Slot(on, start, end)


def _item(line: ItemLine) -> ItemLine:
    part = line.item.value
    check_range("items", line.quantity, *QUANTITY, part=part)
    check_range("items", line.yen, *YEN, part=part)
    return replace(
        line,
        unit=clean_line("items", line.unit, part=part),
        detail=clean_line("items", line.detail, part=part),
    )


def _years_ahead(today: date) -> date:
    return date(today.year + YEARS_AHEAD, 12, 31)
