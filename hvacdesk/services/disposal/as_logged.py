"""Whether what is to be carried out is what the audit log says was approved.

Asked before a disposal signs anything: from then on its own entry says how approval, list and decisions are.
"""

from __future__ import annotations

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.services.disposal.errors import NotAsLogged
from hvacdesk.services.oversight import log_check
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.models import DisposalBatch
from hvacdesk.store.oversight import audit_log, tied


def require_as_logged(workplace: Workplace, session: Session, row: DisposalBatch) -> None:
    """Compare an approved batch with the entry of its approval, and with the log as a whole.

    The entry itself counts, not only the latest one about the same: a person who answers for a log that was
    tampered with says that they looked at it, but does not approve a disposal by that.

    Raises:
        NotAsLogged: there is no such entry, or what it says was changed since, in the log or in the batch.
    """
    subject = f"batch:{row.record_id}"
    entries = audit_log.entries(session, limit=1, subject=subject, action=Action.DISPOSAL_APPROVED)
    ties = tied.decided_of(row.record_id)
    if not entries or entries[0].actor != row.approved_by:
        raise NotAsLogged
    (entry,) = entries
    if entry.details.get(tied.TIED) != tied.digests(session, ties):
        raise NotAsLogged
    checked = log_check.whole(session, workplace.vault.log.keys)
    wrong = {(one.register, one.key) for one in checked.records.wrong}
    if wrong.intersection(ties) or any(finding >= entry.sequence for finding in checked.findings):
        raise NotAsLogged
