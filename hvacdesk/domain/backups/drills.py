"""Backup drills: a backup that nobody has ever restored is a hope, so the office tries one twice a year.

Source: the office's own rule (product owner, 2026-11), after the emergency-response item of the guideline's
safeguards (個人情報保護法ガイドライン（通則編）10-3, read 2026-11).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from hvacdesk.domain.periods import ONE_DAY, period_end
from hvacdesk.domain.text.input_checks import known_day
from hvacdesk.domain.text.wording import Phrase, phrase

DRILL_MONTHS = 6
"""From one drill to the next."""

AGAIN_MONTHS = 1
"""After a drill that did not succeed."""


class DrillWay(StrEnum):
    """Where the backup was restored."""

    OTHER_COMPUTER = "other_computer"
    OTHER_FOLDER = "other_folder"


DRILL_WAY_NAMES: dict[DrillWay, Phrase] = {
    DrillWay.OTHER_COMPUTER: phrase("Drills", "On another computer"),
    DrillWay.OTHER_FOLDER: phrase("Drills", "In another folder of the same computer"),
}


class DrillOutcome(StrEnum):
    """How it went."""

    GOOD = "good"
    TROUBLE = "trouble"
    FAILED = "failed"


DRILL_OUTCOME_NAMES: dict[DrillOutcome, Phrase] = {
    DrillOutcome.GOOD: phrase("Drills", "Customers and jobs were found again"),
    DrillOutcome.TROUBLE: phrase("Drills", "It worked in the end, with trouble"),
    DrillOutcome.FAILED: phrase("Drills", "It did not work"),
}

DRILL_STEPS = phrase(
    "Drills",
    "Restore the newest backup with the recovery sheet or a passphrase, look up one customer and one job of "
    "last week, then remove the restored office again.",
)


@dataclass(frozen=True)
class Drill:
    """One drill that was held.

    Attributes:
        on, backup_of: ISO dates of the drill and of the backup that was restored.
    """

    on: str
    backup_of: str
    way: DrillWay
    outcome: DrillOutcome


@dataclass(frozen=True)
class DrillRow:
    """A drill as it was written down, and by whom."""

    record: str
    drill: Drill
    recorded_by: str


def checked(drill: Drill, today: str) -> Drill:
    """The drill as it is stored. Raises :class:`InvalidInput` for a day to come or a backup taken later."""
    on = known_day("on", drill.on, latest=date.fromisoformat(today))
    backup_of = known_day("backup_of", drill.backup_of, latest=on)
    return replace(drill, on=on.isoformat(), backup_of=backup_of.isoformat())


def next_drill(last: Drill | None, since: date) -> date:
    """The last day for the next drill; a drill that failed is soon held again.

    Args:
        since: the day on which the office began.
    """
    if last is None:
        return period_end(since, 0, DRILL_MONTHS) + ONE_DAY
    months = AGAIN_MONTHS if last.outcome is DrillOutcome.FAILED else DRILL_MONTHS
    return period_end(date.fromisoformat(last.on), 0, months) + ONE_DAY
