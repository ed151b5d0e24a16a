"""Today's page: what today asks for, each item one click from the work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from hvacdesk.domain.billing.open_items import BillingWaits
from hvacdesk.domain.calendar.plans import PlanRow
from hvacdesk.domain.calls.call_notes import CallsWaiting
from hvacdesk.domain.disposal.disposal import BatchRow, BatchState
from hvacdesk.domain.incidents.incidents import OpenIncident
from hvacdesk.domain.jobs.jobs import JobRow
from hvacdesk.domain.office.first_week import StepState
from hvacdesk.domain.office.today import PLANS_AHEAD, DueItem, DueKind, month_to_review
from hvacdesk.domain.oversight.duties import Duty
from hvacdesk.domain.papers.register import LossRow, PaperCounts, PaperRow
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.staff.standing import Asked
from hvacdesk.services.billing.open_items import OpenItems
from hvacdesk.services.calendar.plans import Plans
from hvacdesk.services.calendar.reminders import Reminders
from hvacdesk.services.calls.call_notes import CallNotes
from hvacdesk.services.disposal.disposal import Disposal
from hvacdesk.services.incidents.incidents import Incidents
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.office.first_week import FirstWeek
from hvacdesk.services.oversight.duties import Duties
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.permissions import body_decides
from hvacdesk.services.report_box.report_box import Reports
from hvacdesk.services.staff.rule_texts import Rules
from hvacdesk.services.staff.standing import Standings
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.office import today as store

CALLS_NAMED = 8
"""Call notes that have a line of their own there; all of them are one click away."""

PAPERS_NAMED = 6
"""Late papers that have a line of their own there; the others are counted."""

OPEN_BATCHES = frozenset({BatchState.DRAFT, BatchState.PROPOSED, BatchState.APPROVED, BatchState.DESTROYING})


@dataclass(frozen=True)
class TodayOverview:
    """What the actor finds on today's page; empty where the actor's roles see nothing.

    Attributes:
        jobs: of today.
        calls: open call notes.
        papers: how many are out and how many late.
        unprinted: papers that were registered and perhaps never printed.
        overdue: the first :data:`PAPERS_NAMED` papers that should be back, here or with the customer.
        plans: recurring work that is due soon and not booked, the earliest first.
        losses: papers reported lost on which nobody responsible works yet, for who does not handle incidents.
        incidents: every open one, for who handles them.
        batches: disposals that wait for somebody.
        due: what has fallen due by itself.
        asked: rules to read and the training, as far as they are asked today.
        reports: how many reports to the actor nobody has read, of those there at the day's first look.
        duties: what else is overdue or due soon, by day.
        reminders: how many customers' reminders are due this month.
        billing: how much is to bill and overdue, for who keeps the books.
    """

    jobs: tuple[JobRow, ...] = ()
    calls: CallsWaiting = field(default_factory=CallsWaiting)
    papers: PaperCounts = field(default_factory=PaperCounts)
    unprinted: tuple[PaperRow, ...] = ()
    overdue: tuple[PaperRow, ...] = ()
    plans: tuple[PlanRow, ...] = ()
    losses: tuple[LossRow, ...] = ()
    incidents: tuple[OpenIncident, ...] = ()
    batches: tuple[BatchRow, ...] = ()
    due: tuple[DueItem, ...] = ()
    asked: tuple[Asked, ...] = ()
    reports: int = 0
    duties: tuple[Duty, ...] = ()
    reminders: int = 0
    billing: BillingWaits = field(default_factory=BillingWaits)
    first_week: tuple[StepState, ...] = ()


class Today:
    """Today's page of an open office.

    Args:
        duties: those that have no lines or cards of their own there.
    """

    def __init__(
        self,
        workplace: Workplace,
        first_week: FirstWeek,
        jobs: Jobs,
        call_notes: CallNotes,
        papers: Papers,
        plans: Plans,
        disposal: Disposal,
        incidents: Incidents,
        rules: Rules,
        standings: Standings,
        reports: Reports,
        duties: Duties,
        reminders: Reminders,
        open_items: OpenItems,
    ) -> None:
        self._workplace = workplace
        self._first_week = first_week
        self._jobs = jobs
        self._call_notes = call_notes
        self._papers = papers
        self._plans = plans
        self._disposal = disposal
        self._incidents = incidents
        self._rules = rules
        self._standings = standings
        self._reports = reports
        self._duties = duties
        self._reminders = reminders
        self._open_items = open_items

    @body_decides("each part for who may see it")
    def overview(self, actor: Actor) -> TodayOverview:
        """Everything that waits for the actor, in a few indexed queries."""
        sees_jobs = actor.may(Permission.SEE_ALL_JOBS) or actor.may(Permission.SEE_OWN_JOBS)
        registers = actor.may(Permission.REGISTER_COPIES)
        handles = actor.may(Permission.HANDLE_INCIDENTS)
        disposes = actor.may(Permission.PROPOSE_DISPOSAL) or actor.may(Permission.APPROVE_DISPOSAL)
        jobs = self._jobs.day(actor, self._workplace.today()) if sees_jobs else ()
        reminders = self._reminders.of_today(actor)
        return TodayOverview(
            jobs=jobs,
            first_week=() if jobs else self._first_week.steps(actor),
            calls=self._call_notes.waiting(actor, CALLS_NAMED) if sees_jobs else CallsWaiting(),
            papers=self._papers.counts(actor) if registers else PaperCounts(),
            unprinted=self._papers.unprinted(actor) if registers else (),
            overdue=self._papers.overdue(actor, PAPERS_NAMED) if registers else (),
            plans=self._plans_due(actor) if actor.may(Permission.EDIT_JOBS) else (),
            losses=self._papers.losses.waiting(actor) if registers and not handles else (),
            incidents=self._incidents.open(actor),
            batches=tuple(
                batch for batch in self._disposal.reviews.batches(actor) if batch.state in OPEN_BATCHES
            )
            if disposes
            else (),
            due=(*(self._disposal_due(actor) if disposes else ()), *self._rules_due(actor)),
            asked=self._standings.waiting(actor),
            reports=self._reports.unread(actor),
            duties=self._duties.pressing(actor, *reminders.duties),
            reminders=reminders.due_this_month,
            billing=self._open_items.waiting(actor),
        )

    def _rules_due(self, actor: Actor) -> Iterator[DueItem]:
        """The shipped rule texts while an office has none in force, and how many people are overdue."""
        if waiting := self._rules.proposals(actor):
            yield DueItem(DueKind.RULES_PROPOSED, str(waiting))
        if actor.may(Permission.MANAGE_RULES) and (late := self._standings.overdue(actor)):
            yield DueItem(DueKind.STAFF_OVERDUE, str(late))

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
        for number, batch, _day in unsigned:
            yield DueItem(DueKind.CERTIFICATE, number, batch)
