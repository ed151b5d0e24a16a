"""Requests in words: chips, dates, and the log's entries as a customer may read them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.requests.requests import REQUEST_STATE_NAMES, RequestKind, RequestRow, RequestState
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.chip import ChipValue

_TONES = {
    RequestState.RECEIVED: Tone.WARN,
    RequestState.CHECKED: Tone.INFO,
    RequestState.ANSWERED: Tone.GOOD,
    RequestState.REFUSED: Tone.NEUTRAL,
    RequestState.WITHDRAWN: Tone.NEUTRAL,
}


def state_chip(row: RequestRow, words: Words) -> ChipValue:
    """How far the request is; overdue before everything else."""
    if row.overdue:
        return ChipValue(QCoreApplication.translate("RequestWording", "Overdue"), Tone.BAD)
    if row.in_force and row.kind is RequestKind.PROVISION_STOP:
        return ChipValue(QCoreApplication.translate("RequestWording", "Provision stopped"), Tone.WARN)
    if row.in_force:
        return ChipValue(QCoreApplication.translate("RequestWording", "Suspended"), Tone.WARN)
    return ChipValue(words(REQUEST_STATE_NAMES[row.state]), _TONES[row.state])
