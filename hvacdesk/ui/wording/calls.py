"""How call notes are worded wherever they are listed."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.calls.call_notes import CALL_SUBJECT_NAMES, CALL_WAY_NAMES, CallNoteRow, CallWay
from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.dates import day_of, day_text, near_day
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.chip import ChipValue


def name_text(row: CallNoteRow) -> str:
    """Whom the note is about."""
    return row.name.text or QCoreApplication.translate("Calls", "Unknown caller")


def subject_text(row: CallNoteRow, words: Words) -> str:
    """What the call was about."""
    return words(CALL_SUBJECT_NAMES[row.subject])


def way_text(row: CallNoteRow, words: Words) -> str:
    """Whether somebody called, was called, or was written to."""
    return words(CALL_WAY_NAMES[row.way])


def for_text(row: CallNoteRow) -> str:
    """Who is to see to it; empty for what somebody of the office did, where nothing is left to do."""
    if row.way is not CallWay.RECEIVED and not row.open and not row.for_account:
        return ""
    return row.for_whom or QCoreApplication.translate("Calls", "anybody")


def due_text(call_back_by: str, today: date) -> str:
    """By when to call back: ``today 15:30``; empty where nobody promised to."""
    text, _mark, time = call_back_by.partition("T")
    day = day_of(text)
    if day is None:
        return ""
    near = {
        today - timedelta(days=1): QCoreApplication.translate("Calls", "yesterday"),
        today: QCoreApplication.translate("Calls", "today"),
        today + timedelta(days=1): QCoreApplication.translate("Calls", "tomorrow"),
    }
    return f"{near.get(day) or near_day(day, today)} {time}".strip()


def state_chip(row: CallNoteRow) -> ChipValue:
    """How pressing it is, or that it is done."""
    translate = QCoreApplication.translate
    if not row.open:
        return ChipValue(translate("Calls", "Done"), Tone.GOOD)
    if row.overdue:
        return ChipValue(translate("Calls", "Overdue"), Tone.BAD)
    if row.urgent:
        return ChipValue(translate("Calls", "Urgent"), Tone.WARN)
    return ChipValue(translate("Calls", "Open"), Tone.INFO)


def call_text(row: CallNoteRow, words: Words) -> str:
    """The last call about something, in one line: its day, who called whom, and what was said."""
    said = QCoreApplication.translate("InvoiceList", "Last call {day} ({way}): {words}").format(
        day=day_text(call_day(row)), way=way_text(row, words), words=row.text.text
    )
    return " ".join(said.split())


def call_day(row: CallNoteRow) -> str:
    """The ISO day of a call, on the office's clock."""
    return f"{office_time(moment_of(row.taken_at)):%Y-%m-%d}"


def moment(stamp: str) -> str:
    """When something happened, on the office's clock."""
    return day_text(f"{office_time(moment_of(stamp)):%Y-%m-%d %H:%M}")


def note_hint(actor: Actor) -> str:
    """How somebody notes a call, who may; what lists of calls hold for the others."""
    if actor.may(Permission.TAKE_CALLS):
        return QCoreApplication.translate("Calls", "F2 notes a call, wherever you are.")
    return QCoreApplication.translate("Calls", "Calls that the desk noted for you are listed here.")
