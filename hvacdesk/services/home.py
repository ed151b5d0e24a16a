"""The home page: what today asks for, each item one click from the work."""

from __future__ import annotations

from dataclasses import dataclass

from hvacdesk.domain.disposal import BatchRow, BatchState
from hvacdesk.domain.jobs import JobRow
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.work_orders import CopyRow
from hvacdesk.services.disposal import Disposal
from hvacdesk.services.jobs import Jobs
from hvacdesk.services.work_orders import WorkOrders
from hvacdesk.services.workplace import Workplace

OPEN_BATCHES = frozenset({BatchState.DRAFT, BatchState.PROPOSED, BatchState.APPROVED, BatchState.DESTROYING})


@dataclass(frozen=True)
class HomeOverview:
    """What the actor finds on the home page; empty where the actor's roles see nothing."""

    jobs: tuple[JobRow, ...]
    overdue: tuple[CopyRow, ...]
    batches: tuple[BatchRow, ...]


class Home:
    """The home page of an open office."""

    def __init__(self, workplace: Workplace, jobs: Jobs, work_orders: WorkOrders, disposal: Disposal) -> None:
        self._workplace = workplace
        self._jobs = jobs
        self._work_orders = work_orders
        self._disposal = disposal

    def overview(self, actor: Actor) -> HomeOverview:
        """Today's jobs, papers that are overdue and disposal batches that wait for someone."""
        sees_jobs = actor.may(Permission.SEE_ALL_JOBS) or actor.may(Permission.SEE_OWN_JOBS)
        sees_batches = actor.may(Permission.PROPOSE_DISPOSAL) or actor.may(Permission.APPROVE_DISPOSAL)
        return HomeOverview(
            jobs=self._jobs.day(actor, self._workplace.today()) if sees_jobs else (),
            overdue=self._work_orders.overdue(actor) if actor.may(Permission.REGISTER_COPIES) else (),
            batches=tuple(batch for batch in self._disposal.batches(actor) if batch.state in OPEN_BATCHES)
            if sees_batches
            else (),
        )
