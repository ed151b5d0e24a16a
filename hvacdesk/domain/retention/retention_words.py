"""One plain sentence for what the retention rules say, and a shorter one for lists."""

from __future__ import annotations

from hvacdesk.domain.jobs.job_events import EVENT_NAMES, EventKind
from hvacdesk.domain.retention.retention import OFFICE_RULE, RetentionVerdict, Standing
from hvacdesk.domain.retention.retention_engine import ERASURE_REQUEST
from hvacdesk.domain.text.wording import Phrase, Words, phrase

_MISSING: dict[EventKind, Phrase] = {
    EventKind.CONTACT: phrase("Retention", "Undecidable, kept: no contact is recorded."),
    EventKind.COMPLETION: phrase("Retention", "Undecidable, kept: job {job} has no completion date."),
    EventKind.HANDOVER: phrase("Retention", "Undecidable, kept: job {job} has no handover date."),
    EventKind.INVOICE: phrase("Retention", "Undecidable, kept: job {job} has no invoice date."),
    EventKind.SETTLEMENT: phrase("Retention", "Undecidable, kept: job {job} has no settlement date."),
    EventKind.LEDGER_ENTRY: phrase(
        "Retention", "Undecidable, kept: job {job} has no electrical-work ledger date."
    ),
    EventKind.SLIP_RETURN: phrase(
        "Retention", "Undecidable, kept: no recycling slip came back for job {job}."
    ),
    EventKind.MANIFEST_E: phrase(
        "Retention", "Undecidable, kept: the last slip (E) of job {job}'s manifest has not come back."
    ),
}
"""By the event without which a rule that binds cannot be told: of its events, the first."""

_NO_RULE = phrase("Retention", "Undecidable, kept: no retention rule covers this customer.")
_NO_RULE_FOR_JOB = phrase("Retention", "Undecidable, kept: no retention rule covers job {job}.")
_MISSING_IN_SHORT = phrase("Retention", "Undecidable: {event} not recorded")
_MISSING_OF_JOB_IN_SHORT = phrase("Retention", "Undecidable: {event} of {job} not recorded")
_NO_RULE_IN_SHORT = phrase("Retention", "Undecidable: no retention rule fits")
_ON_HOLD = phrase("Retention", "Disposal is on hold.")
_ON_HOLD_UNTIL = phrase("Retention", "Disposal is on hold; kept until {until}.")
_IN_PROGRESS = phrase("Retention", "Kept: the work of job {job} is not done yet.")
_NOT_PAID = phrase("Retention", "Kept: job {job} is not paid yet.")
_KEPT = phrase("Retention", "Kept until {until} ({law})")
_KEPT_HERE = phrase("Retention", "Kept until {until} (office rule)")
_REDUCIBLE = phrase("Retention", "Part may go; rest until {until} ({law})")
_REDUCIBLE_HERE = phrase("Retention", "Part may go; rest until {until} (office rule)")
_ASKED = phrase("Retention", "Asked for erasure; no law keeps anything")
_DUE = phrase("Retention", "Retention ended {until} ({law})")
_DUE_HERE = phrase("Retention", "Retention ended {until} (office rule)")


def verdict_sentence(verdict: RetentionVerdict) -> tuple[Phrase, dict[str, object]]:
    """The sentence and what fills it in; the first reason speaks for all."""
    reason = verdict.reasons[0]
    until = verdict.keep_until.isoformat() if verdict.keep_until else ""
    here = reason.law == OFFICE_RULE
    details: dict[str, object] = {"until": until, "law": reason.law, "job": reason.job_number}
    match verdict.standing:
        case Standing.ON_HOLD:
            return (_ON_HOLD_UNTIL if until else _ON_HOLD), details
        case Standing.KEPT if reason.in_progress:
            return (_NOT_PAID if reason.missing is EventKind.SETTLEMENT else _IN_PROGRESS), details
        case Standing.KEPT:
            return (_KEPT_HERE if here else _KEPT), details
        case Standing.REDUCIBLE:
            return (_REDUCIBLE_HERE if here else _REDUCIBLE), details
        case Standing.DUE:
            if reason.rule == ERASURE_REQUEST:
                return _ASKED, details
            return (_DUE_HERE if here else _DUE), details
        case Standing.UNDECIDABLE if reason.missing is not None:
            return _MISSING[reason.missing], details
        case Standing.UNDECIDABLE:
            return (_NO_RULE_FOR_JOB if reason.job_number else _NO_RULE), details


def verdict_in_short(verdict: RetentionVerdict, words: Words) -> str:
    """The sentence as a list has room for it: the date that is missing, and of which job."""
    if verdict.standing is not Standing.UNDECIDABLE:
        text, details = verdict_sentence(verdict)
        return words(text).format(**details)
    first = verdict.reasons[0]
    if first.missing is None:
        return words(_NO_RULE_IN_SHORT)
    text = _MISSING_OF_JOB_IN_SHORT if first.job_number else _MISSING_IN_SHORT
    return words(text).format(event=words(EVENT_NAMES[first.missing]), job=first.job_number)
