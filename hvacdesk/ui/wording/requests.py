"""Requests in words: chips, dates, and the log's entries as a customer may read them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.customers.field_names import FIELD_NAMES
from hvacdesk.domain.oversight.audit_log import REVEAL_REASON_NAMES, REVEALS, AuditEntry, RevealReason
from hvacdesk.domain.requests.requests import REQUEST_STATE_NAMES, RequestKind, RequestRow, RequestState
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.wording.actions import ACTION_NAMES

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


def describe(words: Words) -> Callable[[AuditEntry], str]:
    """Says an entry of the log: what was done, which fields were shown, and why."""
    reasons = {str(code): name for code, name in REVEAL_REASON_NAMES.items()}
    fields = {str(code): name for code, name in FIELD_NAMES.items()}
    separator = QCoreApplication.translate("RequestWording", ", ")

    def say(entry: AuditEntry) -> str:
        parts = [words(ACTION_NAMES[entry.action])]
        shown = entry.details.get("fields")
        if entry.action in REVEALS and isinstance(shown, list):
            parts.append(separator.join(words(fields[one]) for one in shown if one in fields))
        reason = str(entry.details.get("reason", ""))
        if reason in reasons:
            parts.append(words(reasons[reason]))
        return "  ".join(parts)

    assert set(reasons) == set(RevealReason)
    assert set(fields) == set(CustomerField)
    return say
