"""Papers that were reported lost: each begins an incident, and stays in sight until somebody works on that.

Source: the office's own rule 6, "when it goes wrong", and the design: a lost paper starts an incident.
"""

from __future__ import annotations

from hvacdesk.domain.incidents.incident_steps import TimelineStep
from hvacdesk.domain.incidents.incidents import OpenLoss
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import LossRow, PaperRow, PaperState
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.incidents import incidents as store
from hvacdesk.store.papers import register


def note_loss(
    workplace: Workplace, session: Session, actor: Actor, paper: PaperRow, part_of: str = ""
) -> None:
    """Begin an incident about a paper that was reported lost, or let it be part of one that is open.

    One that an open incident is about already begins none. The log names the customers' count only.

    Args:
        part_of: record id of the open incident to which it belongs; empty for none.
    """
    now = workplace.now()
    if store.open_about(session, paper.paper) is not None:
        return
    if part_of:
        incident, action = store.to_change(session, part_of), Action.INCIDENT_CHANGED
        store.name_paper(session, incident, paper, now)
        store.add_event(incident, now, actor.account, TimelineStep.PAPER_NAMED, paper.number)
    else:
        incident = store.open_loss(session, paper, actor.account, now)
        action = Action.INCIDENT_OPENED
    workplace.record(
        session,
        actor,
        action,
        f"incident:{incident.record_id}",
        number=incident.number,
        paper=paper.number,
        paper_kind=paper.kind.value,
        customers=len(incident.customers),
    )


def keep_in_sight(workplace: Workplace, session: Session, actor: Actor, paper: str) -> str:
    """Begin an incident about a paper that is lost and that none is about, not even one that is closed.

    Returns the incident's number; empty where none began.
    """
    row = next(iter(register.rows_of(session, [paper], workplace.today())), None)
    if row is None or row.state is not PaperState.LOST or store.is_named(session, paper):
        return ""
    note_loss(workplace, session, actor, row)
    begun = store.open_about(session, paper)
    return begun.number if begun is not None else ""


def note_found(workplace: Workplace, session: Session, actor: Actor, paper: str) -> tuple[str, ...]:
    """Note that a paper which may have been lost is in somebody's hand; returns the incidents' numbers."""
    return store.found_again(session, [paper], actor.account, workplace.now())


class Losses:
    """The losses of an open office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.REGISTER_COPIES)
    def waiting(self, actor: Actor) -> tuple[LossRow, ...]:
        """Losses on which no person responsible works yet, the newest first; to look begins nothing."""
        with self._workplace.reading() as session:
            return store.losses(session, waiting=True)

    @needs(Permission.REGISTER_COPIES)
    def open(self, actor: Actor) -> tuple[OpenLoss, ...]:
        """The open incidents to which another lost paper may belong, the newest first."""
        with self._workplace.reading() as session:
            return store.open_losses(session, actor.account)

    @needs(Permission.REGISTER_COPIES)
    def all(self, actor: Actor) -> tuple[LossRow, ...]:
        """Every loss, the newest first."""
        with self._workplace.reading() as session:
            return store.losses(session, waiting=False)
