"""The papers of a batch: kept ones are scanned on their way into the shredder before anybody is destroyed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hvacdesk.domain.disposal.disposal import PaperToShred
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import KIND_NAMES, PaperState
from hvacdesk.domain.papers.work_orders import PROFILE_NAMES, CopyState
from hvacdesk.domain.roles import Actor
from hvacdesk.services.disposal.errors import NotInBatch
from hvacdesk.services.papers.paper_names import named, several
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.disposal import disposal as store
from hvacdesk.store.disposal.standstills import Shreddable, papers_to_shred
from hvacdesk.store.engine import Session
from hvacdesk.store.papers import register
from hvacdesk.store.papers import work_orders as copy_store
from hvacdesk.store.staff.staff import account_names

if TYPE_CHECKING:
    from hvacdesk.store.models import DisposalBatch


def papers(session: Session, batch: DisposalBatch) -> tuple[PaperToShred, ...]:
    """Kept papers of the chosen customers, and those that were shredded for this batch."""
    return tuple(map(_to_shred, _of_batch(session, batch)))


def named_in_batch(workplace: Workplace, session: Session, batch: DisposalBatch, code: str) -> PaperToShred:
    """The paper that a code or number names. Raises as :func:`shred`."""
    return _as_known(session, _named_in_batch(workplace, session, batch, code))


def shred(
    workplace: Workplace, session: Session, actor: Actor, batch: DisposalBatch, code: str
) -> PaperToShred:
    """Register a scanned paper as shredded; of one that was so before nothing is changed, and it is told.

    Raises:
        WrongCopyCode, UnknownCopy: nothing is called so.
        NotInBatch: it does not go with this disposal.
        SeveralCopies: the number is on several copies that go with it.
    """
    found = _named_in_batch(workplace, session, batch, code)
    paper = found.paper
    if paper.state == PaperState.SHREDDED:
        return _as_known(session, found)
    if isinstance(paper, copy_store.OrderCopy):
        copy_store.change_copy(paper, CopyState.SHREDDED, actor.account, workplace.now())
    else:
        register.change(paper, PaperState.SHREDDED, actor.account, workplace.now())
    workplace.record(
        session,
        actor,
        Action.COPY_CHANGED if isinstance(paper, copy_store.OrderCopy) else Action.PAPER_CHANGED,
        f"batch:{batch.record_id}",
        copy=paper.record_id,
        state=PaperState.SHREDDED.value,
    )
    return _to_shred(found)


def _named_in_batch(workplace: Workplace, session: Session, batch: DisposalBatch, code: str) -> Shreddable:
    meant = {paper.record_id for paper in named(session, code)}
    found = [one for one in _of_batch(session, batch) if one.paper.record_id in meant]
    if not found:
        raise NotInBatch
    if len(found) > 1:
        raise several(session, [one.paper for one in found], code, workplace.today())
    return found[0]


def _of_batch(session: Session, batch: DisposalBatch) -> list[Shreddable]:
    keys = store.keys_of(session, [item.customer for item in store.to_destroy(session, batch)])
    return [
        one
        for one in papers_to_shred(session, keys.values())
        if one.paper.state == PaperState.KEPT or one.paper.changed_at >= batch.month
    ]


def _as_known(session: Session, found: Shreddable) -> PaperToShred:
    """With who registered it as shredded, and when, where somebody did."""
    one, paper = _to_shred(found), found.paper
    if not one.shredded:
        return one
    by = account_names(session).get(paper.changed_by, "")
    return replace(one, known_at=paper.changed_at, known_by=by)


def _to_shred(found: Shreddable) -> PaperToShred:
    paper = found.paper
    name = PROFILE_NAMES[paper.profile] if isinstance(paper, copy_store.OrderCopy) else KIND_NAMES[paper.kind]
    return PaperToShred(
        paper=paper.record_id,
        code=paper.code,
        number=found.number,
        name=name,
        shredded=paper.state == PaperState.SHREDDED,
    )
