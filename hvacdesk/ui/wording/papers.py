"""How papers of every kind are worded in lists."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.papers.register import AWAY, STATE_NAMES, PaperRow, PaperState, kind_text
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.chip import ChipValue

_TONES: dict[PaperState, Tone] = {
    PaperState.PRINTING: Tone.WARN,
    PaperState.OUT: Tone.INFO,
    PaperState.HANDED_OVER: Tone.GOOD,
    PaperState.RETURNED: Tone.GOOD,
    PaperState.LOST: Tone.BAD,
}


def paper_chip(row: PaperRow, words: Words) -> ChipValue:
    """Where the paper is; one that should be back says so in red."""
    if row.overdue:
        return ChipValue(QCoreApplication.translate("Papers", "Overdue"), Tone.BAD)
    return ChipValue(words(STATE_NAMES[row.state]), _TONES.get(row.state, Tone.NEUTRAL))


def what_it_is(row: PaperRow, words: Words) -> str:
    """The kind, and what tells it apart from others of its kind."""
    kind = kind_text(row, words)
    return f"{kind}　{row.label}" if row.label else kind


def whereabouts(row: PaperRow) -> str:
    """Who has it, or in which cabinet it is and who holds the key."""
    if row.state in AWAY or not row.cabinet:
        return row.holder
    if not row.key_holder:
        return row.cabinet
    text = QCoreApplication.translate("Papers", "{cabinet} (key: {name})")
    return text.format(cabinet=row.cabinet, name=row.key_holder)
