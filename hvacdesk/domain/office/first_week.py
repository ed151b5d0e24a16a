"""What a new office sees to in its first week. Each step is done when the facts say so, never by a tick."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.roles import Actor, Permission


class FirstStep(StrEnum):
    """In the order in which they help most."""

    LETTERHEAD = "letterhead"
    BACKUP = "backup"
    STAFF = "staff"
    CUSTOMER_LIST = "customer_list"
    CUSTOMER = "customer"
    JOB = "job"
    WORK_ORDER = "work_order"


NEEDS: dict[FirstStep, Permission] = {
    FirstStep.LETTERHEAD: Permission.MANAGE_OFFICE,
    FirstStep.BACKUP: Permission.MANAGE_OFFICE,
    FirstStep.STAFF: Permission.MANAGE_ACCOUNTS,
    FirstStep.CUSTOMER_LIST: Permission.EDIT_CUSTOMERS,
    FirstStep.CUSTOMER: Permission.EDIT_CUSTOMERS,
    FirstStep.JOB: Permission.EDIT_JOBS,
    FirstStep.WORK_ORDER: Permission.ISSUE_WORK_ORDERS,
}
"""Who can do a step, and so who is told of it."""

SETTLED_JOBS = 10
"""An office that has booked so many jobs is not new any more, even if steps were left out."""


@dataclass(frozen=True)
class FirstWeekFacts:
    """What there is in the office.

    Attributes:
        letterhead: whether postal code, address and phone are printed on its papers.
        backup: whether backups have a folder to go to.
        staff: how many people work here.
    """

    letterhead: bool
    backup: bool
    staff: int
    customers: int
    jobs: int
    work_orders: int

    def done(self, step: FirstStep) -> bool:
        """Whether the step is done. A list brought in, or customers entered one by one: either will do."""
        return {
            FirstStep.LETTERHEAD: self.letterhead,
            FirstStep.BACKUP: self.backup,
            FirstStep.STAFF: self.staff > 1,
            FirstStep.CUSTOMER_LIST: self.customers > 0,
            FirstStep.CUSTOMER: self.customers > 0,
            FirstStep.JOB: self.jobs > 0,
            FirstStep.WORK_ORDER: self.work_orders > 0,
        }[step]


@dataclass(frozen=True)
class StepState:
    """A step, and whether it is done."""

    step: FirstStep
    done: bool


def first_week(actor: Actor, facts: FirstWeekFacts) -> tuple[StepState, ...]:
    """The steps that the actor can do; none once all of them are done or enough jobs are recorded."""
    steps = tuple(StepState(step, facts.done(step)) for step in FirstStep if actor.may(NEEDS[step]))
    if facts.jobs >= SETTLED_JOBS or all(one.done for one in steps):
        return ()
    return steps
