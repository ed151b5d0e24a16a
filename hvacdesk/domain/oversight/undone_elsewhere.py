"""Acts that Ctrl+Z does not take back and that have a way back of their own: where that is.

After one of them Ctrl+Z takes back nothing older: whoever presses it means what they did last. It says where
that is taken back instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hvacdesk.domain.billing.invoices import InvoiceState
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import PaperState
from hvacdesk.domain.text.wording import Phrase, phrase

_TAKEN_BACK = phrase(
    "Undo", "What you did last took something back already: do it again in the same place, not with Ctrl+Z."
)
_PAYMENT = phrase(
    "Undo", "A payment is taken back in the list of payments with “Take back…”, not with Ctrl+Z."
)
_RECEIPT = phrase("Undo", "A receipt is made void in the list of receipts with “Void…”, not with Ctrl+Z.")
_APPROVAL = phrase("Undo", "A proposed or approved disposal is taken back with “Send back”, not with Ctrl+Z.")

UNDONE_ELSEWHERE: Mapping[Action, Phrase] = {
    Action.CUSTOMERS_MERGED: phrase(
        "Undo", "A merge is undone with “Undo” at the top of the customer's page, not with Ctrl+Z."
    ),
    Action.HOLD_SET: phrase(
        "Undo",
        "A hold is lifted on the page “Disposal”: “Keep (K)” asks there whether to lift it. "
        "Ctrl+Z does not lift it.",
    ),
    Action.USE_SUSPENDED: phrase(
        "Undo", "A suspension ends with “Lift the suspension” in its request, not with Ctrl+Z."
    ),
    Action.PROVISION_STOPPED: phrase(
        "Undo", "A stop of provision ends with “Lift the stop of provision” in its request, not with Ctrl+Z."
    ),
    Action.ERASURE_ASKED: phrase(
        "Undo", "A wish to be erased ends with “It was taken back” in its request, not with Ctrl+Z."
    ),
    Action.DISPOSAL_PROPOSED: _APPROVAL,
    Action.DISPOSAL_APPROVED: _APPROVAL,
    Action.RETENTION_CHOSEN: phrase(
        "Undo", "A chosen period is taken back with “Take back…” under the retention rules, not with Ctrl+Z."
    ),
    Action.CUSTOMERS_IMPORTED: phrase(
        "Undo", "An import is undone with “Undo” in the list “Earlier imports”, not with Ctrl+Z."
    ),
    Action.INVOICE_ISSUED: phrase(
        "Undo", "An issued invoice is made void in the list of invoices with “Void…”, not with Ctrl+Z."
    ),
    Action.RECEIPT_ISSUED: _RECEIPT,
    Action.RECEIPT_REISSUED: _RECEIPT,
    Action.CASH_HANDED_IN: phrase(
        "Undo", "A count of cash is taken back in the list of counts with “Take back…”, not with Ctrl+Z."
    ),
    Action.PAYMENT_BOOKED: _PAYMENT,
    Action.PAYMENT_ALLOTTED: _PAYMENT,
    Action.ESTIMATE_ANSWERED: phrase(
        "Undo",
        "An answer is taken back at its estimate with “Take the acceptance back…” or "
        "“Take the refusal back…”, not with Ctrl+Z.",
    ),
    Action.WORK_ORDERED: phrase(
        "Undo", "An order is withdrawn in the list of orders with “Withdraw the order…”, not with Ctrl+Z."
    ),
    Action.REFRIGERANT_LOGGED: phrase(
        "Undo", "An entry about refrigerant is struck there with “Strike the entry”, not with Ctrl+Z."
    ),
    Action.JOB_EVENT_RECORDED: phrase(
        "Undo", "An event is struck in its job with “Strike an event…”, not with Ctrl+Z."
    ),
    Action.RULE_IN_FORCE: phrase(
        "Undo", "A rule ends with “Withdraw…” in the list of the office's rules, not with Ctrl+Z."
    ),
    Action.INCIDENT_CLOSED: phrase(
        "Undo", "A closed incident is opened with “Open it again…”, not with Ctrl+Z."
    ),
    Action.SEAT_LOCKED: phrase(
        "Undo", "A PC works again after “Lift the suspension” in “Settings”, “Other PCs”, not with Ctrl+Z."
    ),
    Action.ACCOUNT_REMOVED: phrase(
        "Undo", "Nobody is let in again with Ctrl+Z: whoever was shut out gets a new account."
    ),
    **dict.fromkeys(
        (
            *(Action.MERGE_UNDONE, Action.HOLD_LIFTED, Action.SUSPENSION_LIFTED, Action.PROVISION_ALLOWED),
            *(Action.ERASURE_WITHDRAWN, Action.DISPOSAL_REJECTED, Action.IMPORT_UNDONE),
            *(Action.PAYMENT_TAKEN_BACK, Action.CASH_COUNT_TAKEN_BACK, Action.RECEIPT_VOIDED),
            *(Action.ESTIMATE_ANSWER_TAKEN_BACK, Action.JOB_EVENT_STRUCK, Action.REFRIGERANT_STRUCK),
            *(Action.INCIDENT_REOPENED, Action.SEAT_UNLOCKED, Action.CALL_REOPENED, Action.RULE_WITHDRAWN),
            *(Action.REMINDER_PUT_BACK, Action.DEPOSITS_BROUGHT_BACK),
        ),
        _TAKEN_BACK,
    ),
}
"""Where several of them were one act, the first of them says what it was."""

_PAPER = phrase(
    "Undo",
    "What was registered of a paper is put right in the “Register of papers”: choose there what is so, and "
    "scan it again. Ctrl+Z does not take it back.",
)
_REGISTERED = frozenset(PaperState) - {PaperState.PRINTING, PaperState.STRUCK}
"""What a person says of a paper. That nothing came out of a printer is said of a preview that was closed,
too, and then nothing was done."""

_ENDED: Mapping[Action, tuple[str, frozenset[str], Phrase]] = {
    Action.COPY_CHANGED: ("state", _REGISTERED, _PAPER),
    Action.PAPER_CHANGED: ("state", _REGISTERED, _PAPER),
    Action.INVOICE_STATE_CHANGED: (
        "invoice_state",
        frozenset({InvoiceState.VOID}),
        phrase("Undo", "A void invoice stays void: make a new one. Ctrl+Z does not bring it back."),
    ),
    Action.JOB_STATE_CHANGED: (
        "after",
        frozenset({JobState.CANCELLED}),
        phrase("Undo", "A cancelled job stays cancelled: book it anew. Ctrl+Z does not bring it back."),
    ),
}
"""What Ctrl+Z does not bring back, by what the entry in the log tells of the state."""

_ORDER = (
    *(told for _name, _states, told in _ENDED.values() if told is not _PAPER),
    *UNDONE_ELSEWHERE.values(),
    _PAPER,
)


def where_undone(action: Action, details: Mapping[str, object]) -> Phrase | None:
    """What to say of an act that is not undone with Ctrl+Z; None where that may take back what was before."""
    if action in _ENDED:
        name, states, told = _ENDED[action]
        return told if details.get(name) in states else None
    return UNDONE_ELSEWHERE.get(action)


def first_of(told: Iterable[Phrase]) -> Phrase | None:
    """What to say of several that were one act: that by which a person knows it."""
    return min(told, key=_ORDER.index, default=None)
