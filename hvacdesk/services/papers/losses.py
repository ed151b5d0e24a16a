"""Papers that were reported lost: each begins an incident, and stays in sight until somebody works on that.

Source: the office's own rule 6, "when it goes wrong", and the design: a lost paper starts an incident.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from hvacdesk.domain.incidents.incident_steps import TimelineStep
from hvacdesk.domain.incidents.incidents import OpenLoss
from hvacdesk.domain.incidents.leak_rules import LOSES_PAPERS
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import LossRow, PaperRow, PaperState
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.incidents import incidents as store
from hvacdesk.store.papers import register

if TYPE_CHECKING:
    from hvacdesk.store.models import Incident as Row


def note_loss(
    workplace: Workplace, session: Session, actor: Actor, paper: PaperRow, part_of: str = ""
) -> Row:
    """Begin an incident about a paper that was reported lost, or let it be part of an open one; returns that.

    One that misses it already holds the loss, if it is about papers that are gone, or if nobody has begun to
    work on it: it is in sight then. Where somebody works on something else that happened with the paper,
    nobody would see the loss, and it begins one of its own. Every open incident about the paper gets a line.

    Args:
        part_of: record id of the open incident to which it belongs; empty for none.
    """
    now, about = workplace.now(), store.open_about(session, paper.paper)

    def note(incident: Row, step: TimelineStep, text: str) -> None:
        store.add_event(incident, now, actor.account, step, text)
        _record(workplace, session, actor, Action.INCIDENT_CHANGED, incident, paper)

    holds = store.to_change(session, part_of) if part_of else _holding(session, about, paper.paper)
    if holds is None:
        holds = store.open_loss(session, paper, actor.account, now)
        _record(workplace, session, actor, Action.INCIDENT_OPENED, holds, paper)
    elif store.name_paper(session, holds, paper, now):
        note(holds, TimelineStep.PAPER_NAMED, paper.number)
    elif not (part_of and _is_about_loss(holds, paper.paper)):  # else it was named there as lost just now
        store.note_missing(holds, paper.paper)
        note(holds, TimelineStep.PAPER_LOST, paper.number)
    for other in about:
        if other is not holds:
            note(other, TimelineStep.PAPER_LOST, f"{paper.number}  {holds.number}")
    return holds


def _holding(session: Session, about: Iterable[Row], paper: str) -> Row | None:
    """The incident of these which holds the loss of a paper by itself, if there is one."""
    missing = [one for one in about if store.misses(one, paper)]
    gone = (one for one in missing if _is_about_loss(one, paper))
    return next(gone, None) or next((one for one in missing if not store.begun(session, one)), None)


def _is_about_loss(incident: Row, paper: str) -> bool:
    return incident.kind in LOSES_PAPERS and store.misses(incident, paper)


def _record(
    workplace: Workplace, session: Session, actor: Actor, action: Action, incident: Row, paper: PaperRow
) -> None:
    """Write into the log what was noted of a paper; of the customers it says how many they are."""
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
    """Begin an incident about a paper that is lost and whose loss none is about, not even a closed one.

    Returns the incident's number; empty where none began.
    """
    row = next(iter(register.rows_of(session, [paper], workplace.today())), None)
    if row is None or row.state is not PaperState.LOST or store.has_loss(session, paper):
        return ""
    return note_loss(workplace, session, actor, row).number


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
