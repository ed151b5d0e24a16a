"""Duties in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.oversight.duties import AHEAD, DUTY_NAMES, Duty, DutyKind
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.dates import near_day
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.chip import ChipValue


def title(duty: Duty, words: Words) -> str:
    """What is due, and which one."""
    about = duty.about
    if duty.kind is DutyKind.DESIGN_PERIODS:
        month, _, count = about.removesuffix(")").partition(" (")
        units = QCoreApplication.translate("DutyWording", "%n unit(s)", "", int(count))
        about = f"{month}  {units}"
    return "  ".join(filter(None, (words(DUTY_NAMES[duty.kind]), about)))


def due_text(duty: Duty, today: date) -> str:
    """By when."""
    return QCoreApplication.translate("DutyWording", "by {day}").format(day=near_day(duty.due, today))


def late_text(duty: Duty, today: date) -> str:
    """By when it should have been done."""
    return QCoreApplication.translate("DutyWording", "Overdue: {day}").format(day=near_day(duty.due, today))


def state_chip(duty: Duty, today: date) -> ChipValue:
    """How soon."""
    translate = QCoreApplication.translate
    days = (duty.due - today).days
    if days < 0:
        return ChipValue(translate("DutyWording", "overdue"), Tone.BAD)
    if days == 0:
        return ChipValue(translate("DutyWording", "today"), Tone.WARN)
    tone = Tone.WARN if days <= AHEAD.days else Tone.NEUTRAL
    return ChipValue(translate("DutyWording", "in %n day(s)", "", days), tone)
