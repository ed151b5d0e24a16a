"""Whatever is done with own invoices and those from elsewhere, a job's state tells what is open of both."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hvacdesk.domain.billing.invoice_rules import Stated
from hvacdesk.domain.billing.invoices import STANDING, InvoiceKind
from hvacdesk.domain.billing.outside_doubts import OutsideReason
from hvacdesk.domain.billing.outside_matching import TakenInvoice
from hvacdesk.domain.jobs.job_events import EventKind, EventStrikeReason, JobEvent
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.open_items import OpenItems
from hvacdesk.services.billing.outside_invoices import OutsideInvoices
from hvacdesk.store.billing import billed_elsewhere
from hvacdesk.store.billing import invoices as store
from hvacdesk.store.jobs import jobs as job_store
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground
from tests.unit.services.billing.test_billed_as_whole import STEPS, Walk
from tests.unit.services.billing.test_outside_invoices import MARK

NUMBERS = ("X-1", "X-2", "X-3")
DOUBTS = frozenset(OutsideReason)
MONEY = {EventKind.INVOICE, EventKind.SETTLEMENT}


class WalkBeside(Walk):
    """As :class:`Walk`, with lists of another program and with what is struck of them."""

    def __init__(self, billed: Billed, seed: int) -> None:
        super().__init__(billed, seed)
        self.outside = OutsideInvoices(billed.ground.workplace)
        billed.ground.workplace.edits.forget()  # that the work was done is not undone

    def acts(self) -> tuple[Callable[[], object], ...]:
        return (*super().acts(), *(self.take, self.take, self.take, self.strike, self.undo, self.bill_beside))

    def bill_beside(self) -> None:
        draft = self.billed.draft(self.dice.choice(self.jobs), self.dice.choice(list(InvoiceKind)[:4]))
        version = self.billed.invoices.detail(self.books, draft).row.version
        self.billed.invoices.issue(self.books, draft, version, english, stated=Stated.ASKS_FOR_ELSE)

    def take(self) -> None:
        settled = self.dice.choice(["", "2026-11-22"])
        job, number = self.dice.choice(self.jobs), self.dice.choice(NUMBERS)
        self.outside.confirm(
            self.books, MARK, [TakenInvoice(number, "2026-11-21", 5_000, settled, (job,))], DOUBTS
        )

    def strike(self) -> None:
        job = self.dice.choice(self.jobs)
        told = [one for one in self.events(job) if one.kind in MONEY]
        if told:
            self.billed.jobs.strike_event(
                self.billed.ground.desk, job, self.dice.choice(told), EventStrikeReason.NOT_SO
            )

    def undo(self) -> None:
        self.billed.ground.workplace.edits.undo(self.dice.choice([self.books, self.billed.ground.desk]))

    def events(self, job: str) -> tuple[JobEvent, ...]:
        return self.billed.jobs.detail(self.books, job).events

    def look(self) -> None:
        to_bill = {one.job for one in OpenItems(self.billed.ground.workplace).to_bill(self.books)}
        rows = self.rows()
        for job in self.jobs:
            with self.billed.ground.workplace.reading() as session:
                row = job_store.job(session, job)
                elsewhere = billed_elsewhere.money_events(session, row)
                whole = store.whole_of(session, row)
            open_there = {one.number for one in elsewhere if one.kind is EventKind.INVOICE} - {
                one.number for one in elsewhere if one.kind is EventKind.SETTLEMENT
            }
            billed = whole is not None or any(one.kind is EventKind.INVOICE for one in elsewhere)
            asked = [one for one in rows if job in one.jobs and one.state in STANDING]
            is_open = bool(open_there) or any(
                one.open_yen for one in asked if one.kind is not InvoiceKind.CREDIT
            )
            state = self.billed.state(job)
            if billed and is_open:
                assert state is JobState.INVOICED, (open_there, asked)
            elif billed:
                assert state is JobState.PAID
            elif not any(one.kind is EventKind.SETTLEMENT for one in elsewhere):
                assert (state, job in to_bill) == (JobState.DONE, True)
        self.sums(rows)


@pytest.mark.parametrize("seed", range(4))
def test_the_state_tells_what_is_open_here_and_elsewhere(ground: Ground, seed: int) -> None:
    walk = WalkBeside(billed_office(ground), seed)
    for _step in range(STEPS):
        walk.step()
        walk.look()
    assert sum(walk.done.values()) == STEPS
