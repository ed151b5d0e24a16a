"""How copies are worded in lists."""

from __future__ import annotations

from hvacdesk.domain.papers.work_orders import CopyRow, CopyState
from hvacdesk.ui.palette import Tone

STATE_TONES: dict[CopyState, Tone] = {
    CopyState.OUT: Tone.INFO,
    CopyState.HANDED_OVER: Tone.GOOD,
    CopyState.KEPT: Tone.NEUTRAL,
    CopyState.SHREDDED: Tone.NEUTRAL,
    CopyState.LOST: Tone.BAD,
    CopyState.STRUCK: Tone.NEUTRAL,
}


def copy_number(row: CopyRow) -> str:
    """Order number and copy, as printed at the top of the paper."""
    return f"{row.number}  {row.copy_number}/{row.copies}"
