"""Estimates: from a job's work, issued once, replaced by the next issue, answered with what follows."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from hvacdesk.domain.billing.estimates import (
    CostsTooLarge,
    DiscountTooLarge,
    EstimateAnswer,
    EstimateLineRecord,
    EstimateNotOpen,
    EstimateOfCancelledJob,
    EstimateRecord,
    EstimateSettled,
    EstimateState,
    NothingToPay,
    as_discount,
    check_estimate,
    estimate_number,
    later_issue,
)
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.customers.contacts import ContactRecord
from hvacdesk.domain.customers.customers import CustomerKind, PaymentMethod, PersonName
from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, Missing, NotPermitted, OutOfRange
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import ItemLine, JobRecord, JobState, Party, SiteRecord, WorkItem, WorkKind
from hvacdesk.domain.papers.register import PaperKind
from hvacdesk.domain.papers.shown import Outdated, ShownPages, Since
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.refused_numbers import CardNumberFound
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.estimates import Estimates
from hvacdesk.services.billing.prices import Prices
from hvacdesk.services.customers.contacts import Contacts
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.language import words_for
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.papers.shown_pages import ShownNow
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.services.retention.retention import judged
from hvacdesk.store.office import office
from tests.helpers.ground import ROLES, Ground
from tests.helpers.people import customer
from tests.helpers.real_office import FACTS

DESK = {Role.OWNER, Role.DESK}
READERS = {Role.OWNER, Role.DESK, Role.ACCOUNTING}


@pytest.fixture
def estimates(ground: Ground) -> Estimates:
    return Estimates(ground.workplace)


@pytest.fixture
def jobs(ground: Ground) -> Jobs:
    return Jobs(ground.workplace)


@pytest.fixture
def job(ground: Ground, jobs: Jobs) -> str:
    with ground.workplace.transaction() as session:
        office.save_facts(session, FACTS)
    who = Customers(ground.workplace).add(ground.desk, customer(payment_method=PaymentMethod.CASH))
    site = jobs.add_site(ground.desk, who, SiteRecord(customer().address))
    items = (
        ItemLine(WorkItem.EVACUATION),
        ItemLine(WorkItem.EXTRA_PIPE, 2.5, "m", yen=3_300),
        ItemLine(WorkItem.DRILLING, 1, "", "モルタル"),
    )
    return jobs.add(ground.desk, JobRecord(site, WorkKind.INSTALL, {Party.REQUESTER: who}, items=items))


def issued(ground: Ground, estimates: Estimates, job: str) -> str:
    made = estimates.draft(ground.desk, job, english)
    estimates.issue(ground.desk, made, estimates.detail(ground.desk, made).row.version)
    return made


def state(ground: Ground, jobs: Jobs, job: str) -> JobState:
    return jobs.detail(ground.desk, job).row.state


ACTS: dict[str, tuple[Callable[[Estimates, Actor, str, str], object], set[Role]]] = {
    "of_job": (lambda e, who, job, _made: e.of_job(who, job), READERS),
    "detail": (lambda e, who, _job, made: e.detail(who, made), READERS),
    "draft": (lambda e, who, job, _made: e.draft(who, job, english), DESK),
    "answer": (lambda e, who, _job, made: e.answer(who, made, EstimateAnswer(False)), DESK),
    "print": (lambda e, who, _job, made: e.print_out(who, made, english), DESK),
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("act", ACTS)
def test_each_act_is_for_its_roles_alone(
    ground: Ground, estimates: Estimates, job: str, act: str, role: Role
) -> None:
    made = issued(ground, estimates, job)
    do, allowed = ACTS[act]
    if role in allowed:
        do(estimates, ground.people[role], job, made)
    else:
        with pytest.raises(NotPermitted):
            do(estimates, ground.people[role], job, made)


def test_a_draft_begins_with_the_jobs_work_at_known_prices(
    ground: Ground, estimates: Estimates, job: str
) -> None:
    owner = ground.people[Role.OWNER]
    prices = Prices(ground.workplace)
    prices.keep(owner, PriceRecord(WorkItem.DRILLING, unit="か所", yen=8_800))
    prices.keep(owner, PriceRecord(None, "Installation", "台", 16_500))
    made = estimates.draft(ground.desk, job, english)
    detail = estimates.detail(ground.desk, made)
    assert [(one.label, one.quantity, one.unit, one.yen) for one in detail.record.lines] == [
        ("Installation", 1, "台", 16_500),
        ("Extra pipe", 2.5, "m", 3_300),
        ("Drilling　モルタル", 1, "か所", 8_800),
    ]
    assert (detail.row.sums.net, detail.row.sums.tax) == (33_550, 3_355)
    assert detail.row.number == "E2026-000001"
    assert estimates.draft(ground.desk, job, english) == made


def test_issuing_dates_it_and_moves_the_job_on(
    ground: Ground, estimates: Estimates, jobs: Jobs, job: str
) -> None:
    made = issued(ground, estimates, job)
    row = estimates.of_job(ground.desk, job)[0]
    assert (row.state, row.issued_on, row.valid_until) == (EstimateState.ISSUED, "2026-11-24", "2026-12-24")
    assert state(ground, jobs, job) is JobState.ESTIMATED
    with pytest.raises(EstimateSettled):
        estimates.change(ground.desk, made, row.version, estimates.detail(ground.desk, made).record)


def test_a_changed_one_is_the_next_issue_and_the_former_stays(
    ground: Ground, estimates: Estimates, job: str
) -> None:
    first = issued(ground, estimates, job)
    second = estimates.draft(ground.desk, job, english)
    detail = estimates.detail(ground.desk, second)
    cheaper = (*detail.record.lines, EstimateLineRecord("Discount", 1, "", -250))
    estimates.change(ground.desk, second, detail.row.version, replace(detail.record, lines=cheaper))
    with pytest.raises(ChangedMeanwhile):
        estimates.issue(ground.desk, second, detail.row.version)
    shown = ShownPages(papers=(estimates.print_out(ground.desk, first, english).row.paper,))
    assert ShownNow(ground.workplace).outdated(ground.desk, shown) == ()
    estimates.issue(ground.desk, second, detail.row.version + 1)
    replaced = Outdated(Since.REPLACED, "E2026-000001")
    assert ShownNow(ground.workplace).outdated(ground.desk, shown) == (replaced,)
    rows = estimates.of_job(ground.desk, job)
    assert [(row.number, row.issue, row.state) for row in rows] == [
        ("E2026-000001-2", 2, EstimateState.ISSUED),
        ("E2026-000001", 1, EstimateState.REPLACED),
    ]
    assert rows[0].sums.net == rows[1].sums.net - 250
    with pytest.raises(EstimateNotOpen):
        estimates.answer(ground.desk, first, EstimateAnswer(True))
    with pytest.raises(EstimateNotOpen):
        estimates.print_out(ground.desk, first, english)
    text = "".join(
        page.extract_text()
        for page in PdfReader(io.BytesIO(estimates.show_replaced(ground.desk, first, english))).pages
    )
    assert "REPLACED" in text
    assert "E2026-000001" in text
    with pytest.raises(EstimateNotOpen):
        estimates.show_replaced(ground.desk, second, english)


def test_accepting_records_the_contract_and_the_amount_if_asked(
    ground: Ground, estimates: Estimates, jobs: Jobs, job: str
) -> None:
    made = issued(ground, estimates, job)
    gross = estimates.detail(ground.desk, made).row.sums.gross
    estimates.answer(ground.desk, made, EstimateAnswer(True, "2026-11-20", collect=True))
    detail = jobs.detail(ground.desk, job)
    assert detail.row.state is JobState.ARRANGED
    assert detail.amount_to_collect == gross
    assert [(one.kind, one.on, one.number, one.amount) for one in detail.events] == [
        (EventKind.CONTRACT, "2026-11-20", "E2026-000001", gross)
    ]
    with pytest.raises(EstimateNotOpen):
        estimates.answer(ground.desk, made, EstimateAnswer(False))


def test_accepting_alone_records_nothing_else(
    ground: Ground, estimates: Estimates, jobs: Jobs, job: str
) -> None:
    estimates.answer(ground.desk, issued(ground, estimates, job), EstimateAnswer(True))
    detail = jobs.detail(ground.desk, job)
    assert detail.events == ()
    assert detail.amount_to_collect is None


def test_an_estimate_of_nothing_is_not_issued_and_stays_as_it_was(
    ground: Ground, estimates: Estimates, job: str
) -> None:
    made = estimates.draft(ground.desk, job, english)
    before = estimates.detail(ground.desk, made)
    with pytest.raises(NothingToPay):
        estimates.issue(ground.desk, made, 1, EstimateRecord((replace(LINE, yen=0),)))
    assert estimates.detail(ground.desk, made) == before


@pytest.mark.parametrize(("cancel", "after"), [(True, JobState.CANCELLED), (False, JobState.ESTIMATED)])
def test_declining_cancels_the_job_only_if_asked(
    ground: Ground, estimates: Estimates, jobs: Jobs, job: str, cancel: bool, after: JobState
) -> None:
    estimates.answer(ground.desk, issued(ground, estimates, job), EstimateAnswer(False, cancel_job=cancel))
    assert state(ground, jobs, job) is after


def test_what_was_issued_is_kept_by_the_tax_law_when_nothing_comes_of_it(
    ground: Ground, estimates: Estimates, jobs: Jobs, job: str
) -> None:
    """Issued in the year to 2027-03-31, return due 2027-05-31: seven years from 2027-06-01."""
    estimates.draft(ground.desk, job, english)
    assert kept_until(ground) == date(2027, 5, 24)
    estimates.answer(ground.desk, issued(ground, estimates, job), EstimateAnswer(False, cancel_job=True))
    assert state(ground, jobs, job) is JobState.CANCELLED
    assert kept_until(ground) == date(2034, 5, 31)


def kept_until(ground: Ground) -> date | None:
    with ground.workplace.reading() as session:
        (one,) = judged(ground.workplace, session)
        return one.verdict.keep_until


def test_the_page_shows_the_customer_in_full_and_is_registered(
    ground: Ground, estimates: Estimates, job: str
) -> None:
    paper = estimates.print_out(ground.desk, issued(ground, estimates, job), words_for("ja"))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(paper.pdf)).pages)
    for shown in ("E2026-000001", "柳川 美沙緒", "様", "3-8-21", "8,250"):
        assert shown in text
    assert (paper.row.kind, paper.row.label) == (PaperKind.ESTIMATE, "E2026-000001")
    register = Papers(ground.workplace, WorkOrders(ground.workplace))
    register.printed(ground.desk, [paper.row.paper], "printer")


def test_a_firms_contact_is_named_on_the_page(
    ground: Ground, estimates: Estimates, jobs: Jobs, job: str
) -> None:
    firm = Customers(ground.workplace).add(
        ground.desk, customer(kind=CustomerKind.ORGANISATION, organisation="株式会社青葉商店")
    )
    contact = Contacts(ground.workplace).add(
        ground.desk, firm, ContactRecord("総務部", PersonName("鈴木", "一"))
    )
    record = jobs.record_for_edit(ground.desk, job)
    site = jobs.add_site(ground.desk, firm, SiteRecord(customer().address))
    parties = {Party.REQUESTER: firm}
    jobs.change(ground.desk, job, 1, replace(record, site=site, parties=parties, contact=contact))
    paper = estimates.print_out(ground.desk, issued(ground, estimates, job), english)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(paper.pdf)).pages)
    assert "株式会社青葉商店" in text
    assert "御中" in text
    assert "総務部 鈴木 一 様" in text


LINE = EstimateLineRecord("x", 1, "式", 1_000)


@pytest.mark.parametrize(
    ("record", "error"),
    [
        (EstimateRecord(()), Missing),
        (EstimateRecord((replace(LINE, label=" "),)), Missing),
        (EstimateRecord((LINE, replace(LINE, yen=-1_001))), DiscountTooLarge),
        (EstimateRecord((replace(LINE, quantity=-1),)), OutOfRange),
        (EstimateRecord((replace(LINE, quantity=float("nan")),)), OutOfRange),
        (EstimateRecord((LINE,) * 101), OutOfRange),
        (EstimateRecord((LINE,), text="4111 1111 1111 1111"), CardNumberFound),
    ],
)
def test_what_is_refused(
    ground: Ground, estimates: Estimates, job: str, record: EstimateRecord, error: type[Exception]
) -> None:
    made = estimates.draft(ground.desk, job, english)
    with pytest.raises(error):
        estimates.change(ground.desk, made, 1, record)


@given(st.integers(2000, 2100), st.integers(1, 999_999), st.integers(1, 99))
def test_numbers_of_issues_follow_each_other_and_fit(year: int, count: int, issue: int) -> None:
    number = estimate_number(year, count, issue)
    assert later_issue(number, issue, issue + 1) == estimate_number(year, count, issue + 1)
    assert len(number) <= 16


LINES = st.lists(
    st.builds(
        EstimateLineRecord,
        st.text("あいう", min_size=1, max_size=5),
        st.decimals(0, 100, places=2).map(float),
        st.just("m"),
        st.integers(0, 100_000),
    ),
    min_size=1,
    max_size=10,
)


@given(LINES, st.booleans())
def test_an_estimates_sum_is_the_sum_of_what_stands_on_it(
    lines: list[EstimateLineRecord], with_tax: bool
) -> None:
    record = check_estimate(EstimateRecord(tuple(lines), with_tax=with_tax), date(2026, 11, 24))
    sums = record.totals(10)
    assert (sums.gross if with_tax else sums.net) == sum(line.amount for line in record.lines)


def test_a_licence_holders_estimate_names_costs_apart_unless_somebody_says_otherwise(
    ground: Ground, estimates: Estimates, jobs: Jobs, job: str
) -> None:
    """建設業法 20条: issued on 2026-11-24, handed over the same day, kept until 2036-11-24."""
    with ground.workplace.transaction() as session:
        office.save_facts(session, replace(FACTS, construction_licence=True))
    made = estimates.draft(ground.desk, job, english)
    detail = estimates.detail(ground.desk, made)
    assert detail.record.costs_apart
    jobs.record_event(ground.desk, job, JobEvent(EventKind.HANDOVER, "2026-11-24"))

    def ends() -> set[str]:
        with ground.workplace.reading() as session:
            (found,) = judged(ground.workplace, session)
        return {f"{reason.keep_until}" for reason in found.verdict.reasons if "cost-estimate" in reason.rule}

    estimates.issue(ground.desk, made, detail.row.version)
    jobs.set_state(ground.desk, job, JobState.DONE)
    assert ends() == {"2036-11-24"}
    estimates.draft(ground.desk, job, english)
    newest = estimates.of_job(ground.desk, job)[0].estimate
    follower = estimates.detail(ground.desk, newest)
    assert follower.record.costs_apart
    plain = replace(follower.record, costs_apart=False)
    estimates.change(ground.desk, newest, follower.row.version, plain)
    assert not estimates.detail(ground.desk, newest).record.costs_apart


def test_costs_named_apart_are_kept_with_their_lines(ground: Ground, estimates: Estimates, job: str) -> None:
    made = estimates.draft(ground.desk, job, english)
    detail = estimates.detail(ground.desk, made)
    line = replace(LINE, quantity=2.0, yen=50_000, material_yen=40_000, labour_yen=45_000, welfare_yen=6_750)
    record = replace(detail.record, lines=(line,), costs_apart=True)
    estimates.change(ground.desk, made, detail.row.version, record)
    assert estimates.detail(ground.desk, made).record.lines == (line,)


@pytest.mark.parametrize(
    "costs",
    [
        {"material_yen": 99_999, "welfare_yen": 2},
        {"labour_yen": -1},
    ],
)
def test_costs_are_parts_of_their_line(costs: dict[str, int]) -> None:
    line = replace(LINE, quantity=1.0, yen=100_000, **costs)
    with pytest.raises(InvalidInput):
        check_estimate(EstimateRecord((line,)), date(2026, 11, 24))


def test_a_discount_is_made_of_nothing() -> None:
    lines = (LINE, replace(LINE, label="値引き", yen=-100, labour_yen=50))
    with pytest.raises(CostsTooLarge):
        check_estimate(EstimateRecord(lines), date(2026, 11, 24))


def test_nothing_is_estimated_or_accepted_for_a_cancelled_job(
    ground: Ground, estimates: Estimates, jobs: Jobs, job: str
) -> None:
    made = issued(ground, estimates, job)
    jobs.set_state(ground.desk, job, JobState.CANCELLED)
    before = jobs.detail(ground.desk, job)
    with pytest.raises(EstimateOfCancelledJob):
        estimates.answer(ground.desk, made, EstimateAnswer(True, "2026-11-20", collect=True))
    with pytest.raises(EstimateOfCancelledJob):
        estimates.draft(ground.desk, job, english)
    assert jobs.detail(ground.desk, job) == before
    assert estimates.detail(ground.desk, made).row.state is EstimateState.ISSUED
    estimates.answer(ground.desk, made, EstimateAnswer(False))


@pytest.mark.parametrize(
    "label",
    [
        "値引き",
        "お値引",
        "特別割引",
        "値引き額",
        "値引分",
        "値引き（端数）",
        "割引 10％",
        "Discount",
        "discount 5 %",
    ],
)
def test_a_line_named_as_a_discount_lowers_the_sum(label: str) -> None:
    for yen in (3_000, -3_000):
        assert as_discount(replace(LINE, label=label, yen=yen)).yen == -3_000


@pytest.mark.parametrize(
    "label", ["値引対象外の部材", "割引前の単価", "値引き後の残額", "Discounted pipe", "配管"]
)
def test_what_only_speaks_of_a_discount_is_none(label: str) -> None:
    assert as_discount(replace(LINE, label=label, yen=3_000)).yen == 3_000
