"""Entering papers other than work orders that are printed here, within the caller's transaction.

A paper is registered before it is drawn, so that its number and code can be printed on it. It counts as out
from then on: a crash between the register and the printer leaves a line to ask about, never a paper nobody
knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import PaperKind, PaperRow, PaperState
from hvacdesk.domain.roles import Actor
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.papers import register as store

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, Job


def enter_printed(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    kind: PaperKind,
    customer: Customer,
    job: Job | None = None,
    *,
    return_by: str = "",
    holder: str = "",
    pages: int = 1,
    label: str = "",
    reason: str = "",
    fields: Sequence[str] = (),
) -> PaperRow:
    """Enter a paper that is about to be printed; the caller has checked that the actor may print it.

    Args:
        return_by: ISO date by which it has to be back; empty for one that goes to the customer, which is
            handed over as soon as it is printed.
        label: what tells it apart from others of its kind; must not name anybody.
        reason: a code, for the log.
        fields: names of what the paper shows in full, for the log.
    """
    facts = store.PaperFacts(
        kind=kind,
        customer=customer.id,
        job=job.id if job else None,
        label=label,
        pages=pages,
        return_by=return_by,
        holder=holder,
    )
    today = workplace.today()
    paper = store.add(session, facts, PaperState.PRINTING, actor.account, workplace.now(), today.year)
    workplace.record(
        session,
        actor,
        Action.PAPER_REGISTERED,
        f"customer:{customer.record_id}",
        paper=paper.number,
        paper_kind=kind.value,
        reason=reason,
        fields=list(fields),
        job=job.record_id if job else "",
    )
    return store.row(session, paper.record_id, today)
