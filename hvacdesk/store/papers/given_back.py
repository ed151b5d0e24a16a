"""What the log says of copies that were only looked at, left the register and gave their numbers back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection

from sqlalchemy import select

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.store.chunks import among
from hvacdesk.store.engine import Session
from hvacdesk.store.models import AuditRow

NUMBERS_FREE, TAKEN_OUT = "numbers_free", "taken_out"
"""In the details of such an entry: that it is one, and the record ids of the copies."""

_ENTRIES = (
    select(AuditRow.subject, AuditRow.details)
    .where(AuditRow.action == Action.COPY_CHANGED.value)
    .where(AuditRow.details.contains(f'"{NUMBERS_FREE}"', autoescape=True))
)


def times(session: Session, jobs: Collection[str]) -> Counter[str]:
    """How often numbers of each job's copies were given back; jobs by record id."""
    subjects = {f"job:{job}": job for job in jobs}
    rows = session.execute(_ENTRIES.where(among(AuditRow.subject, subjects)))
    return Counter(subjects[subject] for subject, _details in rows)


def taken_out(session: Session, copies: Collection[str]) -> frozenset[str]:
    """Those of some copies that left the register so."""
    named: set[str] = set()
    for copy in copies:
        found = session.scalars(
            _ENTRIES.with_only_columns(AuditRow.details).where(
                AuditRow.details.contains(f'"{copy}"', autoescape=True)
            )
        )
        named.update(copy for details in found if copy in json.loads(details).get(TAKEN_OUT, ()))
    return frozenset(named)
