"""What a page asks when it opens, and what is done with one invoice or payment, walks no large table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.billing.receipts import ReceiptDay, ReceiptQuery, ReceiptState
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.services.billing.collective import Collective
from hvacdesk.services.billing.month_summaries import MonthSummaries
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.billing.prices import Prices
from hvacdesk.store.billing import handover, open_items, receipts
from hvacdesk.store.calendar import dispatch
from hvacdesk.store.engine import Store
from hvacdesk.store.papers import register as papers
from hvacdesk.store.partners import client_data, partners
from tests.helpers.billed import billed_office
from tests.helpers.ground import new_ground

TODAY = date(2026, 11, 24)
LARGE = ("customers", "jobs", "copies", "papers", "invoices", "payments", "issued_documents")
WALKS = (
    *(f"SCAN {table}" for table in LARGE),
    "SEARCH customers USING INDEX ix_customers_merged_into_id",  # nearly all of them are merged into nobody
)


@pytest.mark.parametrize(
    "ask",
    [
        lambda session: client_data.jobs(session, to_do=True),
        lambda session: partners.everything(session, TODAY),
        lambda session: partners.clients(session, TODAY),
        lambda session: papers.longest_late(session, TODAY),
        lambda session: papers.counts(session, TODAY),
        lambda session: dispatch.firms_since(session, TODAY.isoformat()),
        lambda session: open_items.how_many(session, TODAY.isoformat()),
    ],
    ids=[
        "clients' data",
        "firms",
        "clients",
        "late papers",
        "papers out and late",
        "firms of the calendar",
        "billing",
    ],
)
def test_a_question_that_opens_a_page_finds_by_an_index(
    store: Store, ask: Callable[[Session], object]
) -> None:
    with asked() as questions, store.connection() as connection, Session(connection) as session:
        ask(session)
        assert questions
        assert walked(session, questions) == []


def test_what_is_done_with_one_invoice_or_payment_finds_by_an_index(tmp_path: Path) -> None:
    ground = new_ground(tmp_path)
    billed, books = billed_office(ground), ground.people[Role.ACCOUNTING]
    who = billed.someone()
    BillingTerms(ground.workplace).change_customer(books, who, None, PayTerms(31, 1, 31))
    Prices(ground.workplace).keep(ground.owner, PriceRecord(None, "Installation", "台", 16_500))
    billed.job(who)
    invoices, payments = billed.invoices, Payments(ground.workplace)
    with asked() as questions:
        collective = Collective(ground.workplace)
        assert collective.next_day(books) == date(2026, 11, 30)
        preview = collective.preview(books, date(2026, 11, 30), english)
        (closed,) = collective.issue(books, preview, english)
        assert closed.issued is not None
        issued = closed.issued.invoice
        paid = PaymentRecord("2026-11-20", 50_000, PaymentWay.BANK)
        payment = payments.book(books, who, paid)
        back = payments.pay_back(books, payment, 1, replace(paid, yen=-1_000))
        payments.take_back(books, back, 1)
        payments.take_back(books, payment, 3)
        credit = invoices.credit(books, issued, english)
        invoices.drop(books, credit, invoices.detail(books, credit).row.version)
        again = billed.issue(invoices.reissue(books, issued))
        invoices.void(books, again.invoice)
        MonthSummaries(ground.workplace).of_month(books, "2026-11")
    with ground.workplace.reading() as session:
        assert walked(session, questions) == []
    ground.close()


def test_what_the_books_lack_is_found_among_that_alone_and_receipts_by_their_number(tmp_path: Path) -> None:
    """However many the books have: a list of what they lack is walked, and no table."""
    ground = new_ground(tmp_path)
    days = ("2026-11-01", "2026-11-30")
    with asked() as questions, ground.workplace.transaction() as session:
        assert handover.waiting(session, *days) == ()
        handover.totals(session, *days)
        handover.before(session, days[0])
        handover.unmark(session, "x")
        assert handover.of_run(session, "x") == ()
        handover.runs(session)
        receipts.found(session, ReceiptQuery(), None, 500)
        receipts.found(session, ReceiptQuery(states=frozenset({ReceiptState.GIVEN_OUT})), None, 500)
    lacking = ("ix_invoices_not_in_books", "ix_payments_not_in_books")
    with ground.workplace.reading() as session:
        steps = [step for statement, values in questions.items() for step in plan(session, statement, values)]
    assert [step for step in steps if step.startswith((*WALKS, "SCAN handed_over"))] == [
        step for step in steps if step.startswith("SCAN") and step.endswith(lacking)
    ]
    assert any(step.endswith(f"USING INDEX {lacking[0]}") for step in steps)
    assert any("COVERING INDEX ix_invoices_not_in_books (issued_on>" in step for step in steps)
    assert "SEARCH receipts USING INDEX ix_receipts_state (state=?)" in steps
    assert not any("B-TREE FOR ORDER BY" in step for step in plan_of_receipts(steps))
    ground.close()


def test_receipts_of_a_period_or_a_customer_are_found_by_their_indexes(tmp_path: Path) -> None:
    """However many years of them there are; a sum alone is looked for among the payments they name."""
    ground = new_ground(tmp_path)
    period = ReceiptQuery(first_day="2026-11-01", last_day="2026-11-30", lowest=1, highest=9)
    with ground.workplace.reading() as session:
        with asked() as questions:
            receipts.found(session, period, None, 500)
            receipts.issued(session, "2026-11-01", "2026-11-30")
        with asked() as others:
            receipts.found(session, replace(period, day=ReceiptDay.RECEIVED), None, 500)
        for statement, values in others.items():
            steps = plan(session, statement, values)
            assert not any(step.startswith(("SCAN receipts", "SCAN payments")) for step in steps), steps
        plans = [plan(session, statement, values) for statement, values in questions.items()]
        assert len(plans) == 4
        for steps in plans:
            assert not any(step.startswith(("SCAN receipts", "SCAN payments")) for step in steps)
        by_day = [step for steps in plans for step in steps if "ix_receipts_issued (issued_on>" in step]
        assert len(by_day) == 3
        assert all("COVERING INDEX" in step for step in by_day[:2])
    ground.close()


def plan_of_receipts(steps: list[str]) -> list[str]:
    """The steps of the lists of receipts, which are the last ones asked."""
    return steps[next(at for at, step in enumerate(steps) if " receipts" in step) :]


@contextmanager
def asked() -> Iterator[dict[str, object]]:
    """What the database is asked within the block, each statement with its values."""
    questions: dict[str, object] = {}

    def note(
        _connection: object, _cursor: object, statement: str, values: object, _context: object, many: bool
    ) -> None:
        if statement.startswith(("SELECT", "UPDATE", "DELETE")) and not many:
            questions.setdefault(statement, values)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield questions
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def walked(session: Session, questions: Mapping[str, object]) -> list[str]:
    """The statements that go through a whole table that grows with the years, row by row."""
    return [
        f"{step}: {statement}"
        for statement, values in dict(questions).items()
        for step in plan(session, statement, values)
        if step.startswith(WALKS)
    ]


def plan(session: Session, statement: str, values: object) -> list[str]:
    """The steps in which the database answers a statement."""
    explained = f"EXPLAIN QUERY PLAN {statement}"
    return [step.detail for step in session.connection().exec_driver_sql(explained, values)]  # type: ignore[arg-type]
