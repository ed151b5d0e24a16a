"""What one collective invoice takes, and what it leaves for the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import func, select

from hvacdesk.domain.billing.open_items import ApartJob, ApartReason
from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.requests.suspension import CustomerSuspended
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing import collective as collective_services
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.services.billing.collective import Collective
from hvacdesk.services.billing.filed_invoices import FiledInvoices, NoneClosed
from hvacdesk.services.billing.prices import Prices
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.models import Invoice
from hvacdesk.store.oversight import audit_log
from hvacdesk.store.requests import suspension
from hvacdesk.store.staff.staff import account_names
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground
from tests.helpers.paper import read_text

CLOSED = date(2026, 11, 30)


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


def test_jobs_that_have_no_room_on_the_page_are_billed_apart(
    billed: Billed, monkeypatch: pytest.MonkeyPatch
) -> None:
    workplace = billed.ground.workplace
    Prices(workplace).keep(billed.ground.owner, PriceRecord(None, "Installation", "台", 10_000))
    who = billed.someone()
    BillingTerms(workplace).change_customer(billed.books, who, None, PayTerms(31, 1, 31))
    jobs = [billed.job(who) for _count in range(3)]
    (whole,) = Collective(workplace).preview(billed.books, CLOSED, english)
    assert (len(whole.jobs), whole.left_out) == (3, ())
    monkeypatch.setattr(collective_services, "MOST_LINES", whole.lines - 1)
    (seen,) = Collective(workplace).preview(billed.books, CLOSED, english)
    assert seen.jobs == tuple(jobs[:2])
    number = billed.jobs.detail(billed.books, jobs[2]).row.number
    assert seen.left_out == (ApartJob(jobs[2], number, ApartReason.NO_ROOM),)
    (done,) = Collective(workplace).issue(billed.books, [seen], english)
    assert done.issued is not None
    (rest,) = Collective(workplace).preview(billed.books, CLOSED, english)
    assert (rest.jobs, rest.left_out) == ((jobs[2],), ())


def test_work_between_two_closing_days_is_on_the_next_invoice(billed: Billed) -> None:
    """The former period ended on the 20th, and the first one of the new terms begins with the month."""
    workplace = billed.ground.workplace
    Prices(workplace).keep(billed.ground.owner, PriceRecord(None, "Installation", "台", 10_000))
    who, former = billed.someone(), PayTerms(20, 1, 31)
    terms = BillingTerms(workplace)
    terms.change_customer(billed.books, who, None, former)
    job = billed.job(who, on="2026-10-25")
    terms.change_customer(billed.books, who, former, PayTerms(31, 1, 31))
    assert PayTerms(31).period(CLOSED)[0] == date(2026, 11, 1)
    (seen,) = Collective(workplace).preview(billed.books, CLOSED, english)
    assert seen.jobs == (job,)


@pytest.mark.parametrize(
    ("today", "closing_days", "done_on", "day"),
    [
        ("2027-01-30", (31,), "", "2027-01-31"),
        ("2027-01-31", (31,), "", "2027-01-31"),
        ("2027-01-31", (30,), "", "2027-02-28"),
        ("2027-02-01", (29,), "", "2027-02-28"),
        ("2028-02-01", (30,), "", "2028-02-29"),
        ("2027-02-28", (31,), "", "2027-02-28"),
        ("2027-02-28", (28,), "", "2027-02-28"),
        ("2027-03-01", (28,), "", "2027-03-28"),
        ("2027-03-01", (31, 20), "", "2027-03-20"),
        ("2027-03-01", (), "", "2027-03-31"),
        ("2026-12-31", (30,), "", "2027-01-30"),
        ("2027-03-05", (30,), "2027-02-28", "2027-02-28"),
        ("2027-03-05", (30,), "2027-03-01", "2027-03-30"),
        ("2027-02-10", (30,), "2027-01-31", "2027-02-28"),
        ("2027-02-10", (30,), "2027-01-30", "2027-01-30"),
        ("2027-02-10", (30, 20), "2027-01-31", "2027-02-28"),
    ],
)
def test_the_day_to_see_to_next_is_one_that_closes(
    billed: Billed, today: str, closing_days: tuple[int, ...], done_on: str, day: str
) -> None:
    """The work is that of the first customer."""
    workplace = billed.ground.workplace
    billed.ground.clock.now = datetime.fromisoformat(f"{today}T03:00:00+00:00")
    for at, closing_day in enumerate(closing_days):
        who = billed.someone()
        BillingTerms(workplace).change_customer(billed.books, who, None, PayTerms(closing_day, 1, 31))
        if done_on and not at:
            billed.job(who, on=done_on)
    found = Collective(workplace).next_day(billed.books)
    assert found.isoformat() == day
    closes = [PayTerms(one).closes(found, workplace.today()) for one in closing_days]
    assert any(closes) or not closing_days
    seen = Collective(workplace).preview(billed.books, found, english)
    assert bool(seen) == bool(done_on), "what is to bill then stands in the list of that day"


def test_prices_with_tax_and_other_rates_are_told_apart(
    billed: Billed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """43,999 with tax cannot be made of a price without it, so its prices hold the tax."""
    workplace, desk = billed.ground.workplace, billed.ground.desk
    Prices(workplace).keep(billed.ground.owner, PriceRecord(None, "Installation", "台", 10_000))
    who = billed.someone()
    BillingTerms(workplace).change_customer(billed.books, who, None, PayTerms(31, 1, 31))
    billed.job(who)
    other = billed.job(who)
    detail = billed.jobs.detail(desk, other)
    agreed = replace(billed.jobs.record_for_edit(desk, other), amount_to_collect=43_999)
    billed.jobs.change(desk, other, detail.version, agreed)
    (seen,) = Collective(workplace).preview(billed.books, CLOSED, english)
    assert seen.left_out == (ApartJob(other, detail.row.number, ApartReason.OTHER_TAX),)
    billed.jobs.change(desk, other, detail.version + 1, replace(agreed, amount_to_collect=44_000))
    (seen,) = Collective(workplace).preview(billed.books, CLOSED, english)
    assert seen.left_out == ()
    rates = iter(({}, {"standard": 10}))
    monkeypatch.setattr(collective_services, "percents_of", lambda *_what: next(rates, {}))
    (seen,) = Collective(workplace).preview(billed.books, CLOSED, english)
    assert [one.reason for one in seen.left_out] == [ApartReason.OTHER_RATE]


def test_a_closing_day_is_shown_again_as_it_was_filed_but_for_what_cannot_be_shown(billed: Billed) -> None:
    workplace, filed = billed.ground.workplace, FiledInvoices(billed.ground.workplace)
    Prices(workplace).keep(billed.ground.owner, PriceRecord(None, "Installation", "台", 10_000))
    people = [billed.someone() for _count in range(3)]
    for who in people:
        BillingTerms(workplace).change_customer(billed.books, who, None, PayTerms(31, 1, 31))
        billed.job(who)
    with pytest.raises(NoneClosed):
        filed.closing_again(billed.books, CLOSED, english)
    shown = Collective(workplace).preview(billed.books, CLOSED, english)
    done = [one.issued for one in Collective(workplace).issue(billed.books, shown, english)]
    issued = [one for one in done if one is not None]
    billed.invoices.void(billed.books, issued[0].invoice)
    with workplace.transaction() as session:
        suspension.lock(session, customer_store.get(session, shown[1].customer), "2026-11-24")
    again = filed.closing_again(billed.books, CLOSED, english)
    assert again.numbers == (issued[2].number,)
    ((number, why),) = again.left_out
    assert (number, type(why)) == (issued[1].number, CustomerSuspended)
    assert read_text(again.pdf) == read_text(issued[2].pdf)
    with workplace.reading() as session:
        (told,) = audit_log.details_of(session, Action.INVOICE_SHOWN)
    assert told["number"] == issued[2].number


def test_what_is_issued_after_the_closing_day_is_due_by_that_day(billed: Billed) -> None:
    workplace = billed.ground.workplace
    Prices(workplace).keep(billed.ground.owner, PriceRecord(None, "Installation", "台", 10_000))
    who = billed.someone()
    BillingTerms(workplace).change_customer(billed.books, who, None, PayTerms(31, 1, 20))
    billed.job(who)
    billed.ground.clock.pass_time(days=10)
    (seen,) = Collective(workplace).preview(billed.books, CLOSED, english)
    (done,) = Collective(workplace).issue(billed.books, [seen], english)
    assert done.issued is not None
    row = billed.invoices.detail(billed.books, done.issued.invoice).row
    assert (row.issued_on, row.due_on, seen.due_on) == ("2026-12-04", "2026-12-20", "2026-12-20")


def test_a_page_is_looked_at_as_it_would_be_issued_and_nothing_of_it_is_kept(billed: Billed) -> None:
    workplace, collective = billed.ground.workplace, Collective(billed.ground.workplace)
    Prices(workplace).keep(billed.ground.owner, PriceRecord(None, "Installation", "台", 10_000))
    who = billed.someone()
    BillingTerms(workplace).change_customer(billed.books, who, None, PayTerms(31, 1, 31))
    for _count in range(2):
        billed.job(who)
    before = collective.preview(billed.books, CLOSED, english)
    page = read_text(collective.look(billed.books, before[0], english))
    assert "Draft, not an invoice" in page
    assert f"{before[0].gross:,}" in page
    with workplace.reading() as session:
        assert account_names(session)[billed.books.account] in page, "as on the page once it is issued"
        assert session.scalar(select(func.count(Invoice.id))) == 0
        (entry,) = audit_log.entries(session, actions=frozenset({Action.INVOICE_SHOWN}), limit=9)
    assert (entry.subject, entry.details["fields"]) == (f"customer:{who}", ["name", "address"])
    assert collective.preview(billed.books, CLOSED, english) == before
    (done,) = collective.issue(billed.books, before, english)
    assert done.issued is not None
    assert done.issued.number == "I2026-000001", "looking used no number up"
    shown, given = (
        [line.split() for line in text.splitlines() if "¥" in line]
        for text in (page, read_text(done.issued.pdf))
    )
    assert shown == given, "every sum is the one that was looked at"
    with pytest.raises(ChangedMeanwhile):
        collective.look(billed.books, before[0], english)


def test_lines_that_bring_known_prices_to_an_agreed_amount_are_counted(billed: Billed) -> None:
    workplace, desk = billed.ground.workplace, billed.ground.desk
    Prices(workplace).keep(billed.ground.owner, PriceRecord(None, "Installation", "台", 10_000))
    who = billed.someone()
    BillingTerms(workplace).change_customer(billed.books, who, None, PayTerms(31, 1, 31))
    agreed, _plain = billed.job(who), billed.job(who)
    record = replace(billed.jobs.record_for_edit(desk, agreed), amount_to_collect=22_000)
    billed.jobs.change(desk, agreed, billed.jobs.detail(desk, agreed).version, record)
    (seen,) = Collective(workplace).preview(billed.books, CLOSED, english)
    assert len(seen.jobs) == 2
    ((name, amount),) = seen.adjusted
    assert name == "Discount"
    assert amount < 0
    page = read_text(Collective(workplace).look(billed.books, seen, english))
    assert "Discount" in page
