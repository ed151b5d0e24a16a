"""The lock on a customer's record while its use is suspended: what it forbids, what laws still ask for.

Source: 個人情報保護法 35条 (利用停止), and the duties to keep books and ledgers, which continue.
"""

from __future__ import annotations

from collections.abc import Mapping

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import PaperKind
from hvacdesk.domain.text.wording import phrase

LOCKED_ACTIONS = frozenset(
    {
        Action.REVEALED,
        Action.CUSTOMER_CHANGED,
        Action.EDIT_UNDONE,
        Action.CONTACT_ADDED,
        Action.CONTACT_CHANGED,
        Action.CONTACT_REMOVED,
        Action.CUSTOMERS_MERGED,
        Action.MERGE_UNDONE,
        Action.SITE_ADDED,
        Action.SITE_CHANGED,
        Action.UNIT_ADDED,
        Action.UNIT_CHANGED,
        Action.JOB_ADDED,
        Action.JOB_CHANGED,
        Action.RESULTS_RECORDED,
        Action.SURVEY_RECORDED,
        Action.ESTIMATE_DRAFTED,
        Action.ESTIMATE_CHANGED,
        Action.ESTIMATE_SHOWN,
        Action.ESTIMATE_ISSUED,
        Action.ESTIMATE_SAVED,
        Action.INVOICE_DRAFTED,
        Action.INVOICE_CHANGED,
        Action.INVOICE_ISSUED,
        Action.INVOICE_SHOWN,
        Action.INVOICE_SAVED,
        Action.RECEIPT_SAVED,
        Action.PAYMENT_REMINDER_SAVED,
        Action.RECEIPT_ISSUED,
        Action.RECEIPT_REISSUED,
        Action.PLAN_KEPT,
        Action.PLAN_CHANGED,
        Action.WORK_ORDER_ISSUED,
        Action.PAPER_REGISTERED,
    }
)
"""What shows, changes or prints the record. Papers that come back, calls, states of jobs and dated events of
the books are still noted: they do not use the data, and laws ask for them. So payments are booked, and the
books and the index of invoices have a locked customer's entries under the number alone.
"""

LEGAL_PAPERS = frozenset({PaperKind.ELECTRICAL_LEDGER.value, PaperKind.REFRIGERANT_LOG.value})
"""Papers that laws require and that may still be printed (電気工事業法 26条, フロン排出抑制法).

For the same reason the ledger's form and a unit's refrigerant log still open: their entries have to be made.
"""


class CustomerSuspended(UserFacingError):
    """The use of this customer's data is suspended at their request."""

    what = phrase("Errors", "The use of this customer's data is suspended.")
    todo = phrase("Errors", "Nothing may be shown, changed or printed until the suspension is lifted.")


def is_locked(action: Action, details: Mapping[str, object]) -> bool:
    """Whether an act is one that a suspension forbids."""
    return action in LOCKED_ACTIONS and details.get("paper_kind") not in LEGAL_PAPERS
