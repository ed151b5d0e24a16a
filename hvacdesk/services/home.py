"""The home page: what today asks for, each item one click from the work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hvacdesk.domain.call_notes import CallNoteRow
from hvacdesk.domain.disposal import BatchRow, BatchState
from hvacdesk.domain.home import PLANS_AHEAD, DueItem, DueKind, month_to_review
from hvacdesk.domain.jobs import JobRow
from hvacdesk.domain.papers import LossRow, PaperRow
from hvacdesk.domain.plans import PlanRow
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.call_notes import CallNotes
from hvacdesk.services.disposal import Disposal
from hvacdesk.services.jobs import Jobs
from hvacdesk.services.papers import Papers
from hvacdesk.services.plans import Plans
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import home as store

OPEN_BATCHES = frozenset({BatchState.DRAFT, BatchState.PROPOSED, BatchState.APPROVED, BatchState.DESTROYING})


@dataclass(frozen=True)
class HomeOverview:
    """What the actor finds on the home page; empty where the actor's roles see nothing.

    Attributes:
        jobs: of today.
        calls: open call notes, the most pressing first.
        papers: that are out, the overdue first.
        plans: recurring work that is due soon and not booked, the earliest first.
        held: customers' own papers that should have been given back.
        losses: papers reported lost that nobody responsible has looked at.
        batches: disposals that wait for somebody.
        due: what has fallen due by itself.
    """

    jobs: tuple[JobRow, ...] = ()
    calls: tuple[CallNoteRow, ...] = ()
    papers: tuple[PaperRow, ...] = ()
    plans: tuple[PlanRow, ...] = ()
    held: tuple[PaperRow, ...] = ()
    losses: tuple[LossRow, ...] = ()
    batches: tuple[BatchRow, ...] = ()
    due: tuple[DueItem, ...] = ()

    @property
    def overdue(self) -> tuple[PaperRow, ...]:
        """The papers that should be back, here or with the customer."""
        return (*(paper for paper in self.papers if paper.overdue), *self.held)


class Home:
    """The home page of an open office."""

    def __init__(
        self,
        workplace: Workplace,
        jobs: Jobs,
        call_notes: CallNotes,
        papers: Papers,
        plans: Plans,
        disposal: Disposal,
    ) -> None:
        self._workplace = workplace
        self._jobs = jobs
        self._call_notes = call_notes
        self._papers = papers
        self._plans = plans
        self._disposal = disposal

    def overview(self, actor: Actor) -> HomeOverview:
        """Everything that waits for the actor, in a few indexed queries."""
        sees_jobs = actor.may(Permission.SEE_ALL_JOBS) or actor.may(Permission.SEE_OWN_JOBS)
        registers = actor.may(Permission.REGISTER_COPIES)
        disposes = actor.may(Permission.PROPOSE_DISPOSAL) or actor.may(Permission.APPROVE_DISPOSAL)
        return HomeOverview(
            jobs=self._jobs.day(actor, self._workplace.today()) if sees_jobs else (),
            calls=self._call_notes.open(actor) if sees_jobs else (),
            papers=self._papers.out(actor) if registers else (),
            plans=self._plans_due(actor) if actor.may(Permission.EDIT_JOBS) else (),
            held=tuple(row for row in self._papers.overdue(actor) if not row.away) if registers else (),
            losses=self._papers.losses.unseen(actor) if registers else (),
            batches=tuple(batch for batch in self._disposal.batches(actor) if batch.state in OPEN_BATCHES)
            if disposes
            else (),
            due=tuple(self._disposal_due(actor)) if disposes else (),
        )

    def _plans_due(self, actor: Actor) -> tuple[PlanRow, ...]:
        until = self._workplace.today() + PLANS_AHEAD
        return tuple(plan for plan in self._plans.due(actor, until) if not plan.job)

    def _disposal_due(self, actor: Actor) -> Iterator[DueItem]:
        with self._workplace.reading() as session:
            reviewed, since = store.month_reviewed(session), store.first_day(session)[:7]
            unsigned = store.certificates_to_sign(session)
        month = month_to_review(self._workplace.today(), reviewed, since)
        if month and actor.may(Permission.PROPOSE_DISPOSAL):
            yield DueItem(DueKind.REVIEW, month)
        for number, batch in unsigned:
            yield DueItem(DueKind.CERTIFICATE, number, batch)
