"""How copies are worded in lists."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.wording import Words
from hvacdesk.domain.work_orders import COPY_STATE_NAMES, CopyRow, CopyState
from hvacdesk.ui.theme import Tone
from hvacdesk.ui.widgets.chip import ChipValue

STATE_TONES: dict[CopyState, Tone] = {
    CopyState.OUT: Tone.INFO,
    CopyState.HANDED_OVER: Tone.GOOD,
    CopyState.KEPT: Tone.NEUTRAL,
    CopyState.SHREDDED: Tone.NEUTRAL,
    CopyState.LOST: Tone.BAD,
    CopyState.STRUCK: Tone.NEUTRAL,
}


def copy_chip(row: CopyRow, words: Words) -> ChipValue:
    """Where the copy is; one that should be back says so in red."""
    if row.overdue:
        return ChipValue(QCoreApplication.translate("Papers", "Overdue"), Tone.BAD)
    return ChipValue(words(COPY_STATE_NAMES[row.state]), STATE_TONES[row.state])


def copy_number(row: CopyRow) -> str:
    """Order number and copy, as printed at the top of the paper."""
    return f"{row.number}  {row.copy_number}/{row.copies}"
