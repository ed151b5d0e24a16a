"""How the state of backup folders and of former keys is worded, in the settings and on today's page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.backups.backups import PLACE_STATE_NAMES, BackupPlace, PlaceState
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.moments import moment_text
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.chip import ChipValue

STATE_TONES: dict[PlaceState, Tone] = {
    PlaceState.GOOD: Tone.GOOD,
    PlaceState.OVERDUE: Tone.WARN,
    PlaceState.ABSENT: Tone.WARN,
    PlaceState.FAILED: Tone.BAD,
    PlaceState.NEVER: Tone.WARN,
}


def state_chip(place: BackupPlace, words: Words) -> ChipValue:
    """The folder's state as a chip."""
    return ChipValue(words(PLACE_STATE_NAMES[place.state]), STATE_TONES[place.state])


def verified_text(stamp: str, today: date) -> str:
    """When the newest verified backup was taken, or that there is none."""
    if not stamp:
        return QCoreApplication.translate("Backups", "No verified backup yet.")
    text = QCoreApplication.translate("Backups", "Last verified backup: {when}")
    return text.format(when=moment_text(stamp, today))


def still_kept_text(reason: UserFacingError, words: Words) -> str:
    """Why the keys from before a renewal are still there, and what to do."""
    what, _, todo = reason.sentences(words)
    text = QCoreApplication.translate(
        "Backups", "The keys were renewed, but the former ones are not gone yet. {what} {todo}"
    )
    return text.format(what=what, todo=todo)
