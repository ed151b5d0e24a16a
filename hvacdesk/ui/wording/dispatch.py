"""How the calendar speaks: slots, rows, and what speaks against a placement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.calendar.dispatch import (
    ABSENCE_NAMES,
    CLASH_NAMES,
    AbsenceRecord,
    Clash,
    ClashKind,
    Lane,
    LaneKind,
)
from hvacdesk.domain.calendar.slots import Slot
from hvacdesk.domain.jobs.jobs import UNDER_WAY, JobRow
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.dates import day_of, near_day, short_day
from hvacdesk.ui.wording.jobs import hours_text, kind_text, suspended_chip


def lane_text(lane: Lane) -> str:
    """The name of a row."""
    return QCoreApplication.translate("Calendar", "Nobody yet") if lane.kind is LaneKind.NOBODY else lane.name


def time_span(slot: Slot) -> str:
    """``09:00–10:30``, or that the hours are not settled."""
    return hours_text(slot.starts, slot.ends)


def slot_words(slot: Slot, today: date | None = None) -> str:
    """Day and times, with the year where it is not that of ``today``; a calendar says it and gives none."""
    day = day_of(slot.on)
    if day is None:
        return QCoreApplication.translate("Calendar", "No day yet")
    said = near_day(day, today) if today is not None else short_day(day)
    return f"{said} {time_span(slot)}"


def absence_words(absence: AbsenceRecord, words: Words) -> str:
    """Why somebody is away, or that the office is closed."""
    return words(ABSENCE_NAMES[absence.kind])


def clash_word(clash: Clash, words: Words) -> str:
    """One word for a block."""
    return words(CLASH_NAMES[clash.kind])


def against_text(row: JobRow, clashes: Iterable[Clash], words: Words) -> str:
    """What speaks against going to a job as it stands, in a word each; the gravest first."""
    locked = [suspended_chip().text] if row.suspended and row.state in UNDER_WAY else []
    return "・".join(dict.fromkeys((*locked, *(clash_word(clash, words) for clash in clashes))))


def clash_sentence(clash: Clash, names: Mapping[str, str], words: Words) -> str:
    """What speaks against a placement, in full. ``names`` are people's, by account."""
    who = names.get(clash.account, "")
    if clash.kind is ClashKind.BOOKED and clash.other is not None:
        line = QCoreApplication.translate("Calendar", "{who} is already booked: {time} {kind} {number}")
        return line.format(
            who=who,
            time=hours_text(clash.other.starts, clash.other.ends),
            kind=kind_text(clash.other, words),
            number=clash.other.number,
        )
    if clash.kind is ClashKind.ABSENT and clash.absence is not None:
        line = QCoreApplication.translate("Calendar", "{who} is away: {reason}")
        return line.format(who=who, reason=absence_words(clash.absence, words))
    if clash.kind is ClashKind.LEFT:
        return QCoreApplication.translate("Calendar", "{who} does not work here any more").format(who=who)
    day = {
        ClashKind.PAST: QCoreApplication.translate("Calendar", "This day and time have already passed"),
        ClashKind.HOLIDAY: QCoreApplication.translate("Calendar", "Holiday: {name}"),
        ClashKind.CLOSED: QCoreApplication.translate("Calendar", "The office is closed on this day"),
        ClashKind.REST_DAY: QCoreApplication.translate(
            "Calendar", "The office rests on this day of the week"
        ),
    }
    outside = QCoreApplication.translate("Calendar", "Outside the working hours")
    return day.get(clash.kind, outside).format(name=clash.holiday)


def clash_sentences(clashes: Iterable[Clash], names: Mapping[str, str], words: Words) -> str:
    """Each on a line of its own."""
    return "\n".join(clash_sentence(clash, names, words) for clash in clashes)
