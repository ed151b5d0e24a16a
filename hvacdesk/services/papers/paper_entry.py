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
    from hvacdesk.store.models import Customer, Job, Paper


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


def enter_reprinted(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    kind: PaperKind,
    customer: Customer,
    *,
    label: str,
    code: str,
    printer: str,
) -> PaperRow:
    """Enter a filed page that left the printer once more and goes to the customer.

    The paper whose code is on the page is the one that was entered when it was issued: where that never came
    out, it did now. Otherwise this is one more paper, with the same code: whoever scans one of the two is
    asked which of them it is.

    Args:
        label: as for :func:`enter_printed`.
        code: what is on the page.
    """
    now, today = workplace.now(), workplace.today()
    paper = store.struck(session, code)
    if paper is None:
        facts = store.PaperFacts(kind=kind, customer=customer.id, label=label, code=code)
        paper = store.add(session, facts, PaperState.HANDED_OVER, actor.account, now, today.year)
    else:
        store.change(paper, PaperState.HANDED_OVER, actor.account, now)
    return _note_printed(workplace, session, actor, paper, customer, printer)


def enter_also_printed(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    kind: PaperKind,
    customer: Customer,
    job: Job | None,
    *,
    label: str,
    printer: str,
) -> PaperRow:
    """Enter a page that left the printer and goes to nobody, such as a draft.

    No code is on it, so each is a paper of its own. Whoever printed it has it, and it is of no use after the
    day: it stays out until somebody registers that it was shredded.

    Args:
        label: as for :func:`enter_printed`; says that it is not the document itself.
    """
    today = workplace.today()
    facts = store.PaperFacts(
        kind=kind,
        customer=customer.id,
        job=job.id if job else None,
        label=label,
        return_by=today.isoformat(),
        holder=actor.name,
    )
    paper = store.add(session, facts, PaperState.OUT, actor.account, workplace.now(), today.year)
    return _note_printed(workplace, session, actor, paper, customer, printer)


def _note_printed(
    workplace: Workplace, session: Session, actor: Actor, paper: Paper, customer: Customer, printer: str
) -> PaperRow:
    workplace.record(
        session,
        actor,
        Action.PAPER_PRINTED,
        f"customer:{customer.record_id}",
        paper=paper.number,
        paper_kind=paper.kind.value,
        state=paper.state,
        printer=printer,
    )
    return store.row(session, paper.record_id, workplace.today())
