"""Whatever is done with a job's invoices, one at a time: lists, states and sums tell the same of it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from hvacdesk.domain.billing.invoice_rules import InvoiceNotStanding
from hvacdesk.domain.billing.invoices import STANDING, WHOLE_WORK, InvoiceKind, InvoiceRow, InvoiceState
from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.payments import CustomerMoney, PaymentRecord, PaymentWay
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.services.billing.collective import Collective
from hvacdesk.services.billing.open_items import OpenItems
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.billing.prices import Prices
from hvacdesk.store.billing import invoices as store
from hvacdesk.store.billing import open_items as open_store
from hvacdesk.store.models import Job
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground

CLOSED = date(2026, 11, 30)
STEPS = 30


class Walk:
    """One customer with three jobs, and somebody who does this and that with their invoices."""

    def __init__(self, billed: Billed, seed: int) -> None:
        self.billed, self.books = billed, billed.books
        self.dice = random.Random(seed)
        workplace = billed.ground.workplace
        self.payments, self.collective = Payments(workplace), Collective(workplace)
        self.customer = billed.someone()
        BillingTerms(workplace).change_customer(self.books, self.customer, None, PayTerms(31, 1, 31))
        Prices(workplace).keep(billed.ground.owner, PriceRecord(None, "Installation", "台", 16_500))
        self.jobs = [billed.job(self.customer) for _count in range(3)]
        self.done: Counter[str] = Counter()

    def step(self) -> None:
        """Something that a person might press; what the program refuses changes nothing."""
        does = self.dice.choice(self.acts())
        try:
            does()
            self.done[does.__name__] += 1
        except UserFacingError:
            self.done["refused"] += 1

    def acts(self) -> tuple[Callable[[], object], ...]:
        """What a step may be, some of it more often."""
        return (
            *(self.bill, self.bill, self.close, self.pay, self.pay, self.take_back),
            *(self.credit, self.credit_some, self.void, self.reissue),
        )

    def bill(self) -> None:
        self.billed.issued(self.dice.choice(self.jobs), self.dice.choice(list(InvoiceKind)[:4]))

    def close(self) -> None:
        self.collective.issue(self.books, self.collective.preview(self.books, CLOSED, english), english)

    def credit(self) -> None:
        self.billed.issue(self.billed.invoices.credit(self.books, self.one_standing(), english))

    def credit_some(self) -> None:
        """A credit note over the first of its lines, or over all that it asks for one job."""
        made = self.billed.invoices.credit(self.books, self.one_standing(), english)
        detail = self.billed.invoices.detail(self.books, made)
        lines = detail.record.lines
        one_job = tuple(line for line in lines if line.job == lines[0].job)
        some = replace(detail.record, lines=self.dice.choice([lines[:1], one_job]))
        self.billed.invoices.change(self.books, made, detail.row.version, some)
        self.billed.issue(made)

    def void(self) -> None:
        self.billed.invoices.void(self.books, self.one_standing())

    def reissue(self) -> None:
        self.billed.issue(self.billed.invoices.reissue(self.books, self.one_standing()))

    def pay(self) -> None:
        row = self.dice.choice([one for one in self.rows() if one.open_yen > 0] or [None])
        if row is not None:
            yen = self.dice.choice([row.open_yen, row.open_yen, 1_000])
            record = PaymentRecord("2026-11-20", yen, PaymentWay.BANK, allocations=((row.invoice, yen),))
            self.payments.book(self.books, self.customer, record)

    def take_back(self) -> None:
        paid = [one for one in self.money().payments if not one.taken_back_on]
        if paid:
            one = self.dice.choice(paid)
            self.payments.take_back(self.books, one.payment, one.version)

    def one_standing(self) -> str:
        if not (standing := [one.invoice for one in self.rows() if one.state in STANDING]):
            raise InvoiceNotStanding
        return self.dice.choice(standing)

    def rows(self) -> tuple[InvoiceRow, ...]:
        return self.billed.invoices.of_customer(self.books, self.customer)

    def money(self) -> CustomerMoney:
        return self.payments.of_customer(self.books, self.customer)

    def look(self) -> None:
        """Everything that tells of a job's invoices tells the same."""
        to_bill = {one.job for one in OpenItems(self.billed.ground.workplace).to_bill(self.books)}
        with self.billed.ground.workplace.reading() as session:
            whole = {
                row.record_id: store.whole_of(session, row)
                for row in session.scalars(select(Job).where(Job.record_id.in_(self.jobs)))
            }
            billed = set(session.scalars(select(Job.record_id).where(open_store.billed_as_whole())))
        assert billed == {job for job, row in whole.items() if row is not None}
        assert to_bill == set(self.jobs) - billed
        rows = self.rows()
        for job in self.jobs:
            asked = [
                one
                for one in rows
                if job in one.jobs and one.state in STANDING and one.kind is not InvoiceKind.CREDIT
            ]
            state, events = self.billed.state(job), self.billed.jobs.detail(self.books, job).events
            if job in to_bill:
                assert state is JobState.DONE
            else:
                paid = not any(one.open_yen for one in asked)
                assert state is (JobState.PAID if paid else JobState.INVOICED)
            settled = any(one.kind is EventKind.SETTLEMENT for one in events)
            assert settled is (state is JobState.PAID)
            wholes = [one for one in asked if one.kind in WHOLE_WORK]
            assert job in to_bill or wholes
        self.sums(rows)

    def sums(self, rows: tuple[InvoiceRow, ...]) -> None:
        """What is open is what was asked for, less what was paid for it and taken back of it."""
        standing = [one for one in rows if one.state in STANDING]
        money = self.money()
        paid = sum(one.yen for one in money.payments if not one.taken_back_on)
        asked = sum(one.sums.gross for one in standing)
        assert sum(one.open_yen for one in standing) == asked - paid + money.credit
        assert not any(one.open_yen for one in rows if one.state not in STANDING)
        for one in standing:
            assert (one.state is InvoiceState.SETTLED) is (one.open_yen == 0)
        numbers = [one.number for one in rows if one.number]
        assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("seed", range(6))
def test_lists_states_and_sums_tell_the_same_after_every_step(ground: Ground, seed: int) -> None:
    walk = Walk(billed_office(ground), seed)
    for _step in range(STEPS):
        walk.step()
        walk.look()
    assert sum(walk.done.values()) == STEPS
