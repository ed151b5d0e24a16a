"""What is to bill, open and overdue; searches that combine day, sum and party; closings and the index."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event, update

from hvacdesk.domain.billing.billing_facts import BadAccountNumber, OfficeBilling
from hvacdesk.domain.billing.estimates import WORK_SUBJECTS, EstimateAnswer
from hvacdesk.domain.billing.invoices import BankAccount, InvoiceKind
from hvacdesk.domain.billing.open_items import Age, ApartReason, UnknownSum, owed_back, sums_by_age
from hvacdesk.domain.billing.pay_terms import NotAClosingDay, PayTerms
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.billing.tax import Rounding
from hvacdesk.domain.disposal.disposal import Blocker
from hvacdesk.domain.errors import ChangedMeanwhile, Missing, NotPermitted
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing import open_items, settling
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.services.billing.collective import Collective
from hvacdesk.services.billing.estimates import Estimates
from hvacdesk.services.billing.open_items import OpenItems
from hvacdesk.services.billing.prices import Prices
from hvacdesk.services.language import words_for
from hvacdesk.services.requests.suspension import CustomerSuspended
from hvacdesk.store.billing import invoices as store
from hvacdesk.store.billing import open_items as open_store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.disposal.standstills import standstills
from hvacdesk.store.models import Customer, Job
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import ROLES, Ground
from tests.unit.services.billing.test_estimate_variants import priced

BOOKS = {Role.OWNER, Role.ACCOUNTING}
SEEING = BOOKS | {Role.DESK}
CLOSED = date(2026, 11, 30)
PRICED = 29_755
"""What a job comes to with a price for the work itself: 27,050, and 2,705 tax."""


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


@pytest.fixture
def items(ground: Ground) -> OpenItems:
    return OpenItems(ground.workplace)


@pytest.fixture
def terms(ground: Ground) -> BillingTerms:
    return BillingTerms(ground.workplace)


@pytest.fixture
def collective(ground: Ground) -> Collective:
    return Collective(ground.workplace)


def pay(billed: Billed, invoice: str, left: int = 0) -> None:
    workplace = billed.ground.workplace
    with workplace.transaction() as session:
        row = store.get(session, invoice)
        settling.note_open(workplace, session, billed.books, row, left, "2026-12-20")


ACTS: dict[str, tuple[Callable[[OpenItems, Actor], object], set[Role]]] = {
    "open": (lambda one, who: one.open(who), SEEING),
    "to_bill": (lambda one, who: one.to_bill(who), SEEING),
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("act", ACTS)
def test_each_list_is_for_its_roles_alone(ground: Ground, items: OpenItems, act: str, role: Role) -> None:
    do, allowed = ACTS[act]
    if role in allowed:
        do(items, ground.people[role])
    else:
        with pytest.raises(NotPermitted):
            do(items, ground.people[role])


def test_what_is_open_comes_longest_due_first_and_nothing_else_does(billed: Billed, items: OpenItems) -> None:
    first, second, third = (billed.issued(billed.job()) for _ in range(3))
    billed.draft(billed.job())
    with billed.ground.workplace.transaction() as session:
        store.get(session, second.invoice).due_on = "2026-10-31"
    pay(billed, third.invoice)
    found = items.open(billed.books)
    assert [one.number for one in found] == [second.number, first.number]
    assert [one.open_yen for one in found] == [GROSS, GROSS]
    assert items.of_customer(billed.books, found[0].customer) == (replace(found[0], place=""),)
    assert "●" in items.open(billed.ground.desk)[0].name.text


@pytest.mark.parametrize(
    ("today", "age", "days"),
    [
        ("2026-12-31", Age.NOT_DUE, 0),
        ("2027-01-01", Age.TO_30, 1),
        ("2027-01-30", Age.TO_30, 30),
        ("2027-01-31", Age.TO_60, 31),
        ("2027-03-01", Age.TO_60, 60),
        ("2027-03-02", Age.TO_90, 61),
        ("2027-03-31", Age.TO_90, 90),
        ("2027-04-01", Age.OVER_90, 91),
    ],
)
def test_the_age_of_what_is_open(billed: Billed, items: OpenItems, today: str, age: Age, days: int) -> None:
    billed.issued(billed.job())
    (found,) = items.open(billed.books)
    day = date.fromisoformat(today)
    assert (found.age(day), found.days_overdue(day)) == (age, days)
    sums = sums_by_age([found], day)
    assert sums[age] == GROSS
    assert sum(sums.values()) == GROSS
    paid = replace(found, open_yen=0)
    assert (paid.age(day), paid.days_overdue(day)) == (Age.NOT_DUE, 0)


def test_what_is_due_today_is_in_time_and_counts_as_overdue_from_tomorrow_on(
    billed: Billed, items: OpenItems
) -> None:
    billed.issued(billed.job())
    with billed.ground.workplace.reading() as session:
        counted = [open_store.how_many(session, day)[1] for day in ("2026-12-30", "2026-12-31", "2027-01-01")]
    assert counted == [0, 0, 1]
    billed.ground.clock.pass_time(days=37)
    assert billed.ground.workplace.today().isoformat() == "2026-12-31"
    assert items.waiting(billed.books).overdue == 0


def test_a_credit_that_is_owed_is_open_and_never_overdue(billed: Billed, items: OpenItems) -> None:
    first = billed.issued(billed.job())
    pay(billed, first.invoice)
    billed.issue(billed.invoices.credit(billed.books, first.invoice, english))
    (found,) = items.open(billed.books)
    assert (found.open_yen, found.age(date(2030, 1, 1))) == (-GROSS, Age.NOT_DUE)
    billed.issued(billed.job())
    both = items.open(billed.books)
    assert sums_by_age(both, date(2026, 11, 24))[Age.NOT_DUE] == GROSS, "nobody pays with another's credit"
    assert owed_back(both) == GROSS


def test_what_is_left_to_bill_is_known_by_the_draft_and_by_known_prices(
    billed: Billed, items: OpenItems
) -> None:
    job = billed.job()
    (found,) = items.to_bill(billed.books)
    assert (found.left_yen, found.unknown) == (None, UnknownSum.NO_PRICE), "the work itself has no price"
    draft = billed.draft(job)
    assert [one.left_yen for one in items.to_bill(billed.books)] == [GROSS]
    detail = billed.invoices.detail(billed.books, draft)
    billed.invoices.drop(billed.books, draft, detail.row.version)
    Prices(billed.ground.workplace).keep(billed.ground.owner, PriceRecord(None, "Installation", "台", 10_000))
    (found,) = items.to_bill(billed.books)
    assert found.left_yen == GROSS + 11_000
    billed.issued(job, InvoiceKind.DEPOSIT)
    final = billed.draft(job, InvoiceKind.FINAL)
    (found,) = items.to_bill(billed.books)
    assert found.left_yen == billed.invoices.detail(billed.books, final).row.sums.gross


def test_jobs_that_are_done_and_not_billed(billed: Billed, items: OpenItems) -> None:
    open_job = billed.job(state=JobState.WORKING)
    billed_job, drafted, deposit = billed.job(), billed.job(on="2026-11-19"), billed.job(on="2026-11-18")
    billed.issued(billed_job)
    billed.draft(drafted)
    billed.issued(deposit, InvoiceKind.DEPOSIT)
    found = items.to_bill(billed.books)
    assert [one.job for one in found] == [deposit, drafted]
    assert [one.drafted for one in found] == [False, True]
    assert open_job not in {one.job for one in found}
    billed.issued(deposit, InvoiceKind.FINAL)
    assert [one.job for one in items.to_bill(billed.books)] == [drafted]


def test_a_wholly_credited_job_that_is_done_is_to_bill_again(billed: Billed, items: OpenItems) -> None:
    job = billed.job()
    first = billed.issued(job)
    billed.invoices.void(billed.books, first.invoice)
    assert [one.job for one in items.to_bill(billed.books)] == [job]


def closing_customer(billed: Billed, terms: BillingTerms, own: PayTerms | None = None) -> str:
    """A customer with closing days, in an office that has a price for the work itself."""
    Prices(billed.ground.workplace).keep(billed.ground.owner, PriceRecord(None, "Installation", "台", 10_000))
    who = billed.someone()
    terms.change_customer(billed.books, who, None, own or PayTerms(31, 1, 20))
    return who


def test_a_closing_takes_all_work_up_to_its_day(
    billed: Billed, terms: BillingTerms, collective: Collective, items: OpenItems
) -> None:
    who = closing_customer(billed, terms)
    jobs = [billed.job(who, on=f"2026-11-{day}") for day in (10, 20)]
    later = billed.job(who, on="2026-12-01")
    deposit = billed.job(who, on="2026-11-11")
    billed.issued(deposit, InvoiceKind.DEPOSIT)
    billed.job(on="2026-11-12")  # of a customer without closing days
    (seen,) = collective.preview(billed.books, CLOSED, english)
    assert (seen.jobs, seen.gross, seen.due_on) == (tuple(jobs), 2 * PRICED, "2026-12-20")
    assert [(one.job, one.reason) for one in seen.left_out] == [(deposit, ApartReason.IN_ADVANCE)]
    (made,) = collective.issue(billed.books, collective.preview(billed.books, CLOSED, english), english)
    assert made.issued is not None
    detail = billed.invoices.detail(billed.books, made.issued.invoice)
    assert (detail.row.kind, detail.row.closed_on) == (InvoiceKind.COLLECTIVE, "2026-11-30")
    assert (detail.row.due_on, detail.row.sums.gross) == ("2026-12-20", 2 * PRICED)
    assert (detail.record.delivered_from, detail.record.delivered_to) == ("2026-11-10", "2026-11-20")
    assert {line.on for line in detail.record.lines} == {"2026-11-10", "2026-11-20"}
    assert [billed.state(job) for job in (*jobs, later)] == [
        JobState.INVOICED,
        JobState.INVOICED,
        JobState.DONE,
    ]
    pay(billed, made.issued.invoice)
    assert {billed.state(job) for job in jobs} == {JobState.PAID}
    assert collective.issue(billed.books, collective.preview(billed.books, CLOSED, english), english) == ()
    assert {one.job for one in items.to_bill(billed.books)} >= {later, deposit}


def test_a_job_whose_lines_of_a_collective_invoice_were_credited_is_to_bill_again(
    billed: Billed, terms: BillingTerms, collective: Collective, items: OpenItems
) -> None:
    who = closing_customer(billed, terms)
    one, other = (billed.job(who, on=f"2026-11-{day}") for day in (10, 20))
    (made,) = collective.issue(billed.books, collective.preview(billed.books, CLOSED, english), english)
    assert made.issued is not None
    credit = billed.invoices.credit(billed.books, made.issued.invoice, english)
    detail = billed.invoices.detail(billed.books, credit)
    lines = tuple(line for line in detail.record.lines if line.job == one)
    billed.invoices.issue(
        billed.books, credit, detail.row.version, english, replace(detail.record, lines=lines)
    )
    assert (billed.state(one), billed.state(other)) == (JobState.DONE, JobState.INVOICED)
    assert [job.job for job in items.to_bill(billed.books)] == [one]
    again = billed.issued(one)
    assert billed.invoices.detail(billed.books, again.invoice).row.sums.gross == PRICED
    assert (billed.state(one), billed.state(other)) == (JobState.INVOICED, JobState.INVOICED)
    pay(billed, made.issued.invoice)
    assert (billed.state(one), billed.state(other)) == (JobState.INVOICED, JobState.PAID)


def test_a_closing_that_is_not_what_was_shown_is_refused(
    billed: Billed, terms: BillingTerms, collective: Collective
) -> None:
    who = closing_customer(billed, terms)
    billed.job(who)
    shown = collective.preview(billed.books, CLOSED, english)
    billed.job(who)
    (refused,) = collective.issue(billed.books, shown, english)
    assert isinstance(refused.refused, ChangedMeanwhile)
    (made,) = collective.issue(billed.books, collective.preview(billed.books, CLOSED, english), english)
    assert made.issued is not None


@pytest.mark.parametrize("case", ["no closing days", "another day", "not yet"])
def test_nothing_is_closed_on_a_day_that_closes_nothing(
    billed: Billed, terms: BillingTerms, collective: Collective, case: str
) -> None:
    who = closing_customer(billed, terms)
    billed.job(who)
    (shown,) = collective.preview(billed.books, CLOSED, english)
    on = {"another day": date(2026, 11, 15), "not yet": date(2026, 12, 31)}.get(case, CLOSED)
    if case == "no closing days":
        terms.change_customer(billed.books, who, PayTerms(31, 1, 20), None)
    (refused,) = collective.issue(billed.books, [replace(shown, closed_on=on.isoformat())], english)
    assert isinstance(refused.refused, NotAClosingDay)
    if case == "not yet":
        assert collective.preview(billed.books, on, english) == ()


def test_a_job_that_lacks_a_price_is_billed_apart(
    billed: Billed, terms: BillingTerms, collective: Collective
) -> None:
    who = billed.someone()
    terms.change_customer(billed.books, who, None, PayTerms(31, 1, 20))
    billed.job(who)
    (seen,) = collective.preview(billed.books, CLOSED, english)
    assert (seen.jobs, len(seen.left_out)) == ((), 1)
    assert collective.issue(billed.books, collective.preview(billed.books, CLOSED, english), english) == ()


def test_a_day_that_closes_nothing_has_no_preview(
    billed: Billed, terms: BillingTerms, collective: Collective
) -> None:
    who = closing_customer(billed, terms, PayTerms(20, 1, 10))
    billed.job(who, on="2026-11-10")
    assert collective.preview(billed.books, CLOSED, english) == ()
    assert len(collective.preview(billed.books, date(2026, 11, 20), english)) == 1


def test_one_customer_who_cannot_be_billed_keeps_nobody_back(
    billed: Billed, terms: BillingTerms, collective: Collective
) -> None:
    one, other = closing_customer(billed, terms), closing_customer(billed, terms)
    for who in (one, other):
        billed.job(who)
    shown = collective.preview(billed.books, CLOSED, english)
    with billed.ground.workplace.transaction() as session:
        session.execute(update(Customer).where(Customer.record_id == one).values(suspended_on="2026-11-21"))
    results = collective.issue(billed.books, shown, english)
    assert isinstance(results[0].refused, CustomerSuspended)
    assert results[1].issued is not None
    assert results[1].issued.number == "I2026-000001"


def test_prices_with_the_tax_are_billed_apart_from_those_without(
    billed: Billed, terms: BillingTerms, collective: Collective
) -> None:
    who = closing_customer(billed, terms)
    jobs = [billed.job(who, on=f"2026-11-{day}") for day in (10, 20)]
    estimates, desk = Estimates(billed.ground.workplace), billed.ground.desk
    made = estimates.draft(desk, jobs[1], english)
    estimates.issue(desk, made, estimates.detail(desk, made).row.version)
    estimates.answer(desk, made, EstimateAnswer(True))
    Prices(billed.ground.workplace).set_with_tax(billed.ground.owner, True)
    (seen,) = collective.preview(billed.books, CLOSED, english)
    assert seen.jobs == (jobs[0],)
    assert len(seen.left_out) == 1


def test_who_is_asked_for_something_open_is_not_disposed_of(billed: Billed) -> None:
    payer, who = billed.someone(), billed.someone()
    job = billed.job(who, payer=payer)
    made = billed.issued(job)
    with billed.ground.workplace.transaction() as session:
        keys = {one: customer_store.get(session, one).id for one in (payer, who)}
        session.execute(update(Job).values(state="cancelled"))
        found = standstills(session, keys.values())
        assert all(Blocker.UNPAID_INVOICE in found[key].blockers for key in keys.values())
    pay(billed, made.invoice)
    with billed.ground.workplace.reading() as session:
        found = standstills(session, keys.values())
        assert not any(Blocker.UNPAID_INVOICE in found[key].blockers for key in keys.values())


def test_the_list_of_what_is_open_is_answered_by_its_index(billed: Billed) -> None:
    billed.issued(billed.job())
    asked: list[tuple[str, object]] = []
    with billed.ground.workplace.reading() as session:
        connection = session.connection()

        def note(
            _connection: object, _cursor: object, statement: str, values: object, *_rest: object
        ) -> None:
            asked.append((statement, values))

        event.listen(connection, "before_cursor_execute", note)
        open_store.open_items(session)
        event.remove(connection, "before_cursor_execute", note)
        (statement, values) = asked[0]
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)  # type: ignore[arg-type]
        steps = [step.detail for step in plan]
    assert any("USING COVERING INDEX ix_invoices_open" in step for step in steps), steps


def test_the_offices_rounding_and_terms_hold_for_what_is_issued_from_now_on(
    billed: Billed, terms: BillingTerms, items: OpenItems
) -> None:
    facts = OfficeBilling(
        Rounding.UP,
        PayTerms(0, 2, 10),
        BankAccount("名古屋銀行", "栄支店", "普通", "１２３４５６７", "シケンクウチョウ"),
    )
    terms.change_office(billed.ground.owner, facts, terms.office(billed.ground.owner))
    assert terms.office(billed.books).account.number == "1234567"
    billed.issued(billed.job())
    (found,) = items.open(billed.books)
    assert found.due_on == "2027-01-10"
    with pytest.raises(NotPermitted):
        terms.change_office(billed.books, facts, terms.office(billed.books))


@pytest.mark.parametrize(
    ("account", "refusal"),
    [
        (BankAccount("銀行", "本店", "普通", "12", "シケン"), BadAccountNumber),
        (BankAccount("", "本店", "普通", "1234567", "シケン"), Missing),
        (BankAccount("銀行", "", "普通", "1234567", "シケン"), Missing),
        (BankAccount("銀行", "本店", "普通", "", "シケン"), Missing),
        (BankAccount("銀行", "本店", "普通", "1234567", ""), Missing),
    ],
)
def test_an_account_that_cannot_be_is_refused(
    billed: Billed, terms: BillingTerms, account: BankAccount, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        terms.change_office(
            billed.ground.owner, OfficeBilling(account=account), terms.office(billed.ground.owner)
        )


def test_a_customer_may_go_back_to_the_usual_terms(billed: Billed, terms: BillingTerms) -> None:
    who = billed.someone()
    terms.change_customer(billed.books, who, None, PayTerms(20, 1, 10))
    assert terms.of_customer(billed.books, who) == PayTerms(20, 1, 10)
    terms.change_customer(billed.books, who, PayTerms(20, 1, 10), None)
    assert terms.of_customer(billed.books, who) is None


@pytest.mark.parametrize("shown", [None, PayTerms(20, 1, 10)])
def test_terms_that_somebody_else_saved_meanwhile_are_not_overwritten(
    billed: Billed, terms: BillingTerms, shown: PayTerms | None
) -> None:
    who = billed.someone()
    terms.change_customer(billed.books, who, None, shown)
    theirs = PayTerms(31, 1, 31, carries_balance=True)
    terms.change_customer(billed.ground.owner, who, shown, theirs)
    for own in (PayTerms(15, 1, 31), None):
        with pytest.raises(ChangedMeanwhile):
            terms.change_customer(billed.books, who, shown, own)
    assert terms.of_customer(billed.books, who) == theirs


def test_of_what_the_office_bills_by_only_what_was_typed_is_saved(
    billed: Billed, terms: BillingTerms
) -> None:
    owner = billed.ground.owner
    read = terms.office(owner)
    terms.change_office(owner, replace(read, rounding=Rounding.UP), read)
    terms.change_office(owner, replace(read, terms=PayTerms(0, 2, 10)), read)
    assert terms.office(owner) == replace(read, rounding=Rounding.UP, terms=PayTerms(0, 2, 10))
    with pytest.raises(ChangedMeanwhile):
        terms.change_office(owner, replace(read, rounding=Rounding.NEAREST), read)


def test_what_is_to_bill_shows_what_was_agreed(billed: Billed, items: OpenItems) -> None:
    desk, estimates = billed.ground.desk, Estimates(billed.ground.workplace)

    def agreed() -> list[int | None]:
        return [row.agreed_yen for row in items.to_bill(billed.books)]

    job = billed.job()
    billed.job()
    assert agreed() == [None, None]
    billed.jobs.record_event(desk, job, JobEvent(EventKind.CONTRACT, "2026-11-01", "", 88_000))
    assert agreed() == [88_000, None]
    made = estimates.draft(desk, job, english)
    priced(billed, estimates, made, 100_000)
    assert agreed() == [88_000, None]  # an offer alone is no agreement
    estimates.answer(desk, made, EstimateAnswer(True, "2026-11-20"))
    whole = estimates.detail(desk, made).row.sums.gross
    assert agreed() == [whole, None]
    drafted = billed.invoices.detail(billed.books, billed.draft(job))
    assert drafted.row.sums.gross == whole


def test_what_is_left_to_bill_of_a_job_is_less_what_was_asked_in_advance(
    billed: Billed, items: OpenItems
) -> None:
    def told() -> list[tuple[int | None, int, int | None]]:
        return [(one.agreed_yen, one.asked_yen, one.left_yen) for one in items.to_bill(billed.books)]

    job = billed.job()
    billed.jobs.record_event(billed.ground.desk, job, JobEvent(EventKind.CONTRACT, "2026-11-01", "", 46_088))
    assert told() == [(46_088, 0, 46_088)]
    deposit = billed.issued(job, InvoiceKind.DEPOSIT)
    asked = billed.invoices.detail(billed.books, deposit.invoice).row.sums.gross
    assert told() == [(46_088, asked, 46_088 - asked)]
    billed.issue(billed.invoices.credit(billed.books, deposit.invoice, english))
    assert told() == [(46_088, 0, 46_088)]
    billed.job()
    billed.issued(items.to_bill(billed.books)[1].job, InvoiceKind.DEPOSIT)
    assert told()[1][2] is None, "nobody noted the sum of the whole"


def test_of_the_latest_jobs_the_sum_is_worked_out(
    billed: Billed, items: OpenItems, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = billed.job(on="2026-11-10"), billed.job()
    for job in (first, second):
        billed.draft(job)
    told = {one.job: one.agreed_yen for one in items.to_bill(billed.books)}
    assert told == {first: GROSS, second: GROSS}
    monkeypatch.setattr(open_items, "WORKED_OUT", 1)
    assert [(one.agreed_yen, one.unknown) for one in items.to_bill(billed.books)] == [
        (None, UnknownSum.NOT_WORKED_OUT),
        (GROSS, None),
    ]


def test_a_price_list_in_the_offices_language_prices_a_job_for_every_reader(
    billed: Billed, items: OpenItems
) -> None:
    """The list of what is to bill, the draft and the collective invoice know the same sum of it."""
    owner, japanese = billed.ground.owner, words_for("ja")
    job = billed.job()
    kind = billed.jobs.record_for_edit(owner, job).work_kind
    Prices(billed.ground.workplace).keep(
        owner, PriceRecord(None, japanese(WORK_SUBJECTS[kind]), "台", 10_000)
    )
    for words in (japanese, english):
        drafted = billed.invoices.draft(billed.books, job, InvoiceKind.WHOLE, words)
        detail = billed.invoices.detail(billed.books, drafted)
        assert detail.record.lines[0].yen == 10_000
        billed.invoices.drop(billed.books, drafted, detail.row.version)
        (row,) = items.to_bill(billed.books)
        assert (row.agreed_yen, row.unknown) == (detail.row.sums.gross, None)
