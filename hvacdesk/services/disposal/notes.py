"""Call notes without a customer: inquiries that became no order, due by the office's own rule.

Source: the office's rule "inquiry that became no order", six months from the last contact, which is the call.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hvacdesk.domain.clock import moment_of, office_day
from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.periods import period_end
from hvacdesk.domain.retention.retention import RetentionRule
from hvacdesk.services.disposal import certifying
from hvacdesk.services.retention.retention import rules_in_force
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.base import Category
from hvacdesk.store.disposal import notes as store
from hvacdesk.store.disposal.disposal_ledger import LedgerValues
from hvacdesk.store.engine import Session

if TYPE_CHECKING:
    from hvacdesk.store.models import CallNote, DisposalBatch, DisposalItem

RULE = "inquiry-without-order"


def suggest(workplace: Workplace, session: Session, batch: DisposalBatch) -> None:
    """Put every note whose time has run out on the batch, which is still being reviewed."""
    store.choose(session, batch, _due(workplace, session), RULE)


def ledger_rows(
    session: Session,
    batch: DisposalBatch,
    notes: Mapping[int, DisposalItem],
    counts: Mapping[int, Counter[Category]],
    today: date,
) -> Iterator[LedgerValues]:
    """A line for each note that is destroyed; the result is pending."""
    if not notes:
        return
    rule = _rule(session, today)
    for key, item in notes.items():
        categories = {category.value: count for category, count in sorted(counts[store.owner(key)].items())}
        yield {
            "batch": batch.record_id,
            "record": item.customer,
            "customer_number": store.NO_NUMBER,
            "categories": json.dumps(categories),
            "rule": rule.code,
            "law": rule.law,
            "method": certifying.METHOD,
            "result": BatchState.DESTROYING.value,
            "destroyed_at": batch.destroyed_at,
        }


def _rule(session: Session, today: date) -> RetentionRule:
    return next(rule for rule in rules_in_force(session, today) if rule.code == RULE)


def _due(workplace: Workplace, session: Session) -> Iterator[CallNote]:
    today = workplace.today()
    rule = _rule(session, today)
    for note in store.finished(session):
        first = office_day(moment_of(note.taken_at)) + timedelta(days=1)
        if today > period_end(first, rule.years, rule.months):
            yield note
