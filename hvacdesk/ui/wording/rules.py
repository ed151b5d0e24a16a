"""What rules, training and standing are called on the screen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.staff.rule_texts import RULE_STATE_NAMES, RuleState, RuleVersion
from hvacdesk.domain.staff.standing import STANDING_NAMES, Asked, StaffStanding, StandingState
from hvacdesk.ui.dates import day_span, day_text, near_day
from hvacdesk.ui.language import words
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.chip import ChipValue

_RULE_TONES = {RuleState.IN_FORCE: Tone.GOOD, RuleState.PROPOSED: Tone.WARN, RuleState.DRAFT: Tone.INFO}
_STANDING_TONES = {
    StandingState.DONE: Tone.GOOD,
    StandingState.ASKED: Tone.INFO,
    StandingState.SOON: Tone.WARN,
    StandingState.OVERDUE: Tone.BAD,
}


def rule_chip(version: RuleVersion) -> ChipValue:
    """The version's state."""
    return ChipValue(words(RULE_STATE_NAMES[version.state]), _RULE_TONES.get(version.state, Tone.NEUTRAL))


def standing_chip(standing: StaffStanding, today: date) -> ChipValue:
    """A person's state; nothing is asked of those who left."""
    if not standing.active:
        return ChipValue(QCoreApplication.translate("Standing", "left"), Tone.NEUTRAL)
    state = standing.state(today)
    return ChipValue(words(STANDING_NAMES[state]), _STANDING_TONES[state])


def version_line(version: RuleVersion) -> str:
    """Which version it is, since when, by whom."""
    number = QCoreApplication.translate("Rules", "Version {version}").format(version=version.version)
    if version.state is RuleState.PROPOSED:
        return QCoreApplication.translate("Rules", "A proposal of the program. It binds nobody yet.")
    if version.state is RuleState.DRAFT:
        text = QCoreApplication.translate(
            "Rules", "{number}, a draft by {name} of {day}. It binds nobody yet."
        )
        return text.format(number=number, name=version.made_by, day=day_text(version.made_on or ""))
    text = QCoreApplication.translate("Rules", "{number}, in force since {day} ({name})")
    if version.ended_on:
        text = QCoreApplication.translate("Rules", "{number}, in force {period} ({name})")
        period = day_span(version.in_force_on, version.ended_on)
        return text.format(number=number, period=period, name=version.in_force_by)
    return text.format(number=number, day=day_text(version.in_force_on or ""), name=version.in_force_by)


def due_line(asked: Asked, today: date) -> str:
    """Until when something can be done, or that reveal and export are closed."""
    if asked.overdue(today):
        return QCoreApplication.translate(
            "Standing",
            "Overdue since {day}: nothing hidden is shown and nothing is exported until it is done.",
        ).format(day=near_day(asked.due, today))
    return QCoreApplication.translate("Standing", "To be done by {day}").format(
        day=near_day(asked.due, today)
    )
