"""A month's invoices and payments, read from what was issued and booked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.jobs.jobs import WorkKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.month_summaries import MONTHS, MonthSummaries
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.language import words_for
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.billing import invoices as store
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import Ground
from tests.helpers.paper import read_text
from tests.unit.documents.billing.money_papers import squeezed

NET = 17_050
MONTH = "2026-11"


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


@pytest.fixture
def months(ground: Ground) -> MonthSummaries:
    return MonthSummaries(ground.workplace)


def test_a_month_of_two_invoices_one_void_and_a_payment(
    ground: Ground, billed: Billed, months: MonthSummaries
) -> None:
    who = billed.someone()
    first = billed.issued(billed.job(who))
    billed.issued(billed.job())
    gone = billed.issued(billed.job(who))
    billed.invoices.void(billed.books, gone.invoice)
    billed.draft(billed.job(who))
    payments = Payments(ground.workplace)
    record = PaymentRecord("2026-11-24", 10_000, PaymentWay.CASH, allocations=((first.invoice, 10_000),))
    payments.book(billed.books, who, record)
    back = payments.book(billed.books, who, PaymentRecord("2026-11-24", 99, PaymentWay.CASH))
    found = payments.of_customer(billed.books, who)
    payments.take_back(billed.books, back, next(p.version for p in found.payments if p.payment == back))

    made = months.of_month(billed.books, MONTH)
    assert (made.net, made.gross, made.received) == (2 * NET, 2 * GROSS, 10_000)
    assert [(one.customer == who, one.count, one.gross, one.received) for one in made.customers] == [
        (True, 1, GROSS, 10_000),
        (False, 1, GROSS, 0),
    ]
    assert [(one.work, one.count, one.net) for one in made.works] == [(WorkKind.INSTALL, 2, 2 * NET)]
    assert [(one.name, one.net) for one in made.staff] == [("", 2 * NET)]
    assert len(made.months) == MONTHS
    assert (made.months[-1].month, made.months[-1].gross, made.months[-1].received) == (
        MONTH,
        2 * GROSS,
        10_000,
    )
    assert months.of_month(billed.books, "2026-10").gross == 0


def test_what_was_set_off_in_a_month_is_told_beside_what_came_in(
    ground: Ground, billed: Billed, months: MonthSummaries
) -> None:
    who = billed.someone()
    invoice = billed.issued(billed.job(who)).invoice
    for yen, way in ((755, PaymentWay.SET_OFF), (18_000, PaymentWay.BILL)):
        record = PaymentRecord("2026-11-24", yen, way, allocations=((invoice, yen),))
        Payments(ground.workplace).book(billed.books, who, record)
    made = months.of_month(billed.books, MONTH)
    assert (made.received, made.set_off) == (18_000, 755)
    assert [(one.received, one.set_off) for one in made.customers] == [(18_000, 755)]
    assert sum(one.received for one in made.staff) == 18_000
    assert made.months[-1].received == 18_000
    page = squeezed(months.paper(billed.books, MONTH, words_for("ja")).pdf)
    assert "相殺¥755" in page


def test_a_month_goes_from_its_first_day_to_its_last(billed: Billed, months: MonthSummaries) -> None:
    who = billed.someone()
    payments = Payments(billed.ground.workplace)
    days = {"2026-09-30": 100, "2026-10-01": 90, "2026-10-31": 110, "2026-11-01": 120}
    for day, yen in days.items():
        made = billed.issued(billed.job(who)).invoice
        with billed.ground.workplace.transaction() as session:
            store.get(session, made).issued_on = day
        payments.book(billed.books, who, PaymentRecord(day, yen, PaymentWay.CASH))
    made_of = {month: months.of_month(billed.books, month) for month in ("2026-09", "2026-10", "2026-11")}
    assert [one.gross for one in made_of.values()] == [GROSS, 2 * GROSS, GROSS]
    assert [one.received for one in made_of.values()] == [100, 200, 120]


def test_work_of_a_partner_firm_is_not_nobodys(billed: Billed, months: MonthSummaries) -> None:
    desk, job = billed.ground.desk, billed.job()
    record = replace(billed.jobs.record_for_edit(desk, job), partner_firm="東海電設")
    billed.jobs.change(desk, job, billed.jobs.detail(desk, job).version, record)
    billed.issued(job)
    billed.issued(billed.job())
    made = months.of_month(billed.books, MONTH)
    assert [(one.name, one.firm, one.net) for one in made.staff] == [("", False, NET), ("", True, NET)]
    page = read_text(months.paper(billed.books, MONTH, english).pdf)
    assert "Partner firms" in page


def test_what_a_technician_collected_is_theirs_and_what_the_bank_brought_is_nobodys(
    ground: Ground, billed: Billed, months: MonthSummaries
) -> None:
    payments, technician = Payments(ground.workplace), ground.people[Role.TECHNICIAN]
    for yen, way, by in (
        (3_000, PaymentWay.CASH, technician.account),
        (2_000, PaymentWay.CASH, technician.account),
        (700, PaymentWay.BANK, ""),
    ):
        record = PaymentRecord("2026-11-24", yen, way, collected_by=by)
        payments.book(billed.books, billed.someone(), record)
    made = months.of_month(billed.books, MONTH)
    assert [(one.name, one.count, one.received) for one in made.staff] == [
        (technician.name, 0, 5_000),
        ("", 0, 700),
    ]
    assert "集金額" in squeezed(months.paper(billed.books, MONTH, words_for("ja")).pdf)


def test_it_is_drawn_and_logged_when_it_was_printed(
    ground: Ground, billed: Billed, months: MonthSummaries
) -> None:
    billed.issued(billed.job())
    paper = months.paper(billed.books, MONTH, words_for("ja"))
    assert "請求額（税込）¥18,755" in squeezed(paper.pdf)
    (shown,) = months.of_month(billed.books, MONTH).customers
    billed.issued(billed.job())  # while it is with the printer: another customer is not on the paper
    months.printed(billed.books, [*paper.customers, "0" * 32], "PDF")
    (entry,) = AuditLog(ground.workplace).entries(ground.owner, action=Action.LIST_PRINTED)
    assert entry.details["listing"] == "month_summary"
    assert (entry.details["listed"], entry.details["customers"]) == ([shown.customer], 1)


def test_names_are_those_that_the_reader_may_see(billed: Billed, months: MonthSummaries) -> None:
    billed.issued(billed.job())
    (one,) = months.of_month(billed.ground.people[Role.OWNER], MONTH).customers
    assert one.name
