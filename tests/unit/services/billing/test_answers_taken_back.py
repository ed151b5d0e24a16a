"""An answer to an estimate that was noted by mistake is taken back, with what it changed."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from hvacdesk.domain.billing.estimates import (
    AcceptedAndBilled,
    AcceptedAndBilledElsewhere,
    AcceptedAndDrafted,
    AcceptedOnPaper,
    EstimateAnswer,
    EstimateLineRecord,
    EstimateRow,
    EstimateState,
    NotAnswered,
    NotCollectedOnSite,
)
from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.customers.customers import PaymentMethod
from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.jobs.job_events import EventKind, EventStrikeReason, JobEvent
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.jobs.visit_contracts import VisitRecord
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import PaperState
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.estimates import Estimates
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.visit_contracts import VisitContracts
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.services.requests.openness import OpennessPages
from hvacdesk.services.requests.purposes_notice import Notices
from hvacdesk.services.requests.requests import Requests
from hvacdesk.store.billing import estimates as store
from hvacdesk.store.oversight import audit_log
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground
from tests.unit.services.billing.test_estimate_variants import BASE, priced, rows, states, variants

CONTRACT_ON = "2026-11-20"
ACCEPTED = EstimateAnswer(True, CONTRACT_ON, collect=True)


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


@pytest.fixture
def estimates(ground: Ground) -> Estimates:
    return Estimates(ground.workplace)


@pytest.fixture
def job(billed: Billed) -> str:
    return billed.job(billed.someone(payment_method=PaymentMethod.CASH), state=None)


def issued(billed: Billed, estimates: Estimates, job: str, yen: int = 100_000) -> str:
    made = estimates.draft(billed.ground.desk, job, english)
    priced(billed, estimates, made, yen)
    return made


def row(billed: Billed, estimates: Estimates, estimate: str) -> EstimateRow:
    return estimates.detail(billed.ground.desk, estimate).row


def take_back(billed: Billed, estimates: Estimates, estimate: str) -> None:
    version = row(billed, estimates, estimate).version
    estimates.take_back_answer(billed.ground.desk, estimate, version)


def contracts(billed: Billed, job: str) -> list[str]:
    events = billed.jobs.detail(billed.ground.desk, job).events
    return [one.number for one in events if one.kind is EventKind.CONTRACT]


def test_all_that_an_acceptance_changed_is_as_before(billed: Billed, estimates: Estimates, job: str) -> None:
    desk, made = billed.ground.desk, issued(billed, estimates, job)
    before = billed.jobs.detail(desk, job)
    estimates.answer(desk, made, ACCEPTED)
    assert row(billed, estimates, made).answered
    follows = estimates.answer_taken_back(desk, made)
    assert follows.estimates == ((BASE, EstimateState.ISSUED),)
    assert (follows.contracts, follows.job_state) == ((CONTRACT_ON,), JobState.ESTIMATED)
    assert (follows.collects, follows.collect) == (True, None)
    take_back(billed, estimates, made)
    after = billed.jobs.detail(desk, job)
    assert (after.row.state, after.events) == (before.row.state, before.events)
    assert after.amount_to_collect is before.amount_to_collect is None
    now = row(billed, estimates, made)
    assert (now.state, now.answered) == (EstimateState.ISSUED, False)
    with billed.ground.workplace.reading() as session:
        (told,) = audit_log.details_of(session, Action.ESTIMATE_ANSWER_TAKEN_BACK)
    assert (told["estimate"], told["estimate_state"]) == (BASE, "issued")
    estimates.answer(desk, made, EstimateAnswer(False))
    assert row(billed, estimates, made).state is EstimateState.DECLINED


def test_a_deposit_is_not_collected_a_second_time_on_the_day_of_the_work(
    billed: Billed, estimates: Estimates, job: str
) -> None:
    desk, made = billed.ground.desk, estimates.draft(billed.ground.desk, job, english)
    detail = estimates.detail(desk, made)
    lines = (EstimateLineRecord("Cleaning", 1, "台", 20_000),)
    record = replace(detail.record, lines=lines, deposit_percent=50)
    estimates.issue(desk, made, detail.row.version, record)
    told = row(billed, estimates, made)
    assert (told.sums.gross, told.deposit_yen, told.to_collect) == (22_000, 11_000, 11_000)
    estimates.answer(desk, made, ACCEPTED)
    after = billed.jobs.detail(desk, job)
    assert (after.amount_to_collect, after.paid_on_site) == (11_000, True)
    assert [one.amount for one in after.events] == [22_000], "the contract is about all of it"
    assert estimates.answer_taken_back(desk, made).collects
    take_back(billed, estimates, made)
    assert billed.jobs.detail(desk, job).amount_to_collect is None


def test_of_who_pays_otherwise_nothing_is_collected_and_nobody_is_told_so_silently(
    billed: Billed, estimates: Estimates
) -> None:
    desk, job = billed.ground.desk, billed.job(state=None)
    made = issued(billed, estimates, job)
    with pytest.raises(NotCollectedOnSite):
        estimates.answer(desk, made, ACCEPTED)
    assert row(billed, estimates, made).state is EstimateState.ISSUED
    assert contracts(billed, job) == []
    estimates.answer(desk, made, replace(ACCEPTED, collect=False))
    assert row(billed, estimates, made).state is EstimateState.ACCEPTED


def _pages(billed: Billed) -> OpennessPages:
    workplace = billed.ground.workplace
    return OpennessPages(workplace, Notices(workplace), Requests(workplace))


def test_the_customers_page_and_history_tell_of_what_was_done_with_an_estimate(
    billed: Billed, estimates: Estimates
) -> None:
    ground, other = billed.ground, billed.someone()
    who = billed.someone(payment_method=PaymentMethod.CASH)
    job = billed.job(who, state=None)
    pages = _pages(billed)
    before, others = pages.page(ground.desk, who), pages.page(ground.desk, other)
    made = issued(billed, estimates, job)
    estimates.answer(ground.desk, made, ACCEPTED)
    take_back(billed, estimates, made)
    told = Customers(ground.workplace).accesses(ground.owner, who)
    assert {Action.ESTIMATE_ANSWERED, Action.ESTIMATE_ANSWER_TAKEN_BACK} <= {one.action for one in told}
    page = pages.page(ground.desk, who)
    assert (page.looks, page.last_look) == (len(told), told[0].at)
    assert page.looks > before.looks
    assert pages.page(ground.desk, other).looks == others.looks


def test_a_paper_that_was_never_printed_is_not_counted_for_the_customer(billed: Billed) -> None:
    ground, who = billed.ground, billed.someone()
    job = billed.job(who)
    pages = _pages(billed)
    orders = WorkOrders(ground.workplace)
    (copy,) = orders.issue(ground.desk, job, [Profile.OFFICE], english).copies
    assert pages.page(ground.desk, who).papers == 1
    orders.not_printed(ground.desk, [copy.copy])
    assert pages.page(ground.desk, who).papers == 0


def test_the_variants_wait_for_an_answer_again(billed: Billed, estimates: Estimates, job: str) -> None:
    desk = billed.ground.desk
    first, second, _third = variants(billed, estimates, job)
    estimates.answer(desk, second, ACCEPTED)
    assert [one.answered for one in rows(billed, estimates, job).values()] == [False, True, False]
    with pytest.raises(NotAnswered):
        take_back(billed, estimates, first)
    take_back(billed, estimates, second)
    assert set(states(billed, estimates, job).values()) == {EstimateState.ISSUED}
    estimates.answer(desk, first, ACCEPTED)
    assert states(billed, estimates, job)[f"{BASE}A"] is EstimateState.ACCEPTED
    assert [one.answered for one in rows(billed, estimates, job).values()] == [True, False, False]


def test_a_variant_in_draft_is_a_draft_again(billed: Billed, estimates: Estimates, job: str) -> None:
    desk = billed.ground.desk
    first = estimates.draft(desk, job, english)
    estimates.add_variant(desk, first)
    priced(billed, estimates, first, 100_000)
    estimates.answer(desk, first, ACCEPTED)
    assert states(billed, estimates, job)[f"{BASE}B"] is EstimateState.REPLACED
    take_back(billed, estimates, first)
    assert states(billed, estimates, job)[f"{BASE}B"] is EstimateState.DRAFT


def test_the_issue_that_was_accepted_before_is_accepted_again(
    billed: Billed, estimates: Estimates, job: str
) -> None:
    desk, first = billed.ground.desk, issued(billed, estimates, job)
    estimates.answer(desk, first, ACCEPTED)
    later = issued(billed, estimates, job, 200_000)
    estimates.answer(desk, later, ACCEPTED)
    with pytest.raises(NotAnswered):
        take_back(billed, estimates, first)
    take_back(billed, estimates, later)
    assert states(billed, estimates, job) == {
        BASE: EstimateState.ACCEPTED,
        f"{BASE}-2": EstimateState.ISSUED,
    }
    assert contracts(billed, job) == [BASE]
    assert billed.jobs.detail(desk, job).amount_to_collect == row(billed, estimates, first).sums.gross
    assert billed.state(job) is JobState.ARRANGED
    take_back(billed, estimates, first)
    assert states(billed, estimates, job)[BASE] is EstimateState.REPLACED
    assert billed.state(job) is JobState.ESTIMATED


def test_what_a_later_issue_took_the_place_of_stays_replaced(
    billed: Billed, estimates: Estimates, job: str
) -> None:
    desk = billed.ground.desk
    first = estimates.draft(desk, job, english)
    second = estimates.add_variant(desk, first)
    estimates.add_variant(desk, first)
    priced(billed, estimates, first, 100_000)
    priced(billed, estimates, second, 200_000)
    estimates.answer(desk, first, ACCEPTED)
    later = estimates.draft(desk, job, english)
    follows = dict(estimates.answer_taken_back(desk, first).estimates)
    assert follows == {
        f"{BASE}A": EstimateState.ISSUED,
        f"{BASE}B": EstimateState.ISSUED,
        f"{BASE}C": EstimateState.REPLACED,
    }
    priced(billed, estimates, later, 300_000)
    take_back(billed, estimates, first)
    assert set(states(billed, estimates, job).values()) == {EstimateState.REPLACED, EstimateState.ISSUED}
    assert row(billed, estimates, later).state is EstimateState.ISSUED


def test_a_decline_is_taken_back_with_the_job_that_it_cancelled(
    billed: Billed, estimates: Estimates, job: str
) -> None:
    desk = billed.ground.desk
    first, second = variants(billed, estimates, job, 2)
    estimates.answer(desk, first, EstimateAnswer(False, cancel_job=True))
    assert row(billed, estimates, second).state is EstimateState.DECLINED
    take_back(billed, estimates, first)
    assert set(states(billed, estimates, job).values()) == {EstimateState.ISSUED}
    assert billed.state(job) is JobState.ESTIMATED


def test_what_somebody_changed_since_stays(billed: Billed, estimates: Estimates, job: str) -> None:
    desk, made = billed.ground.desk, issued(billed, estimates, job)
    billed.jobs.record_event(desk, job, JobEvent(EventKind.CONTRACT, "2026-11-01", "別紙", 5_000))
    estimates.answer(desk, made, ACCEPTED)
    billed.jobs.set_state(desk, job, JobState.WORKING)
    version = billed.jobs.detail(desk, job).version
    record = billed.jobs.record_for_edit(desk, job)
    changed = type(record)(**{**vars(record), "amount_to_collect": 1_000})
    billed.jobs.change(desk, job, version, changed)
    follows = estimates.answer_taken_back(desk, made)
    assert (follows.collects, follows.job_state) == (False, None)
    take_back(billed, estimates, made)
    after = billed.jobs.detail(desk, job)
    assert (after.row.state, after.amount_to_collect) == (JobState.WORKING, 1_000)
    assert contracts(billed, job) == ["別紙"]


def test_an_answer_changed_meanwhile_is_not_taken_back(
    billed: Billed, estimates: Estimates, job: str
) -> None:
    desk, made = billed.ground.desk, issued(billed, estimates, job)
    with pytest.raises(NotAnswered):
        estimates.answer_taken_back(desk, made)
    estimates.answer(desk, made, ACCEPTED)
    shown = row(billed, estimates, made).version
    take_back(billed, estimates, made)
    estimates.answer(desk, made, ACCEPTED)
    with pytest.raises(ChangedMeanwhile):
        estimates.take_back_answer(desk, made, shown)


@pytest.mark.parametrize("kind", [InvoiceKind.WHOLE, InvoiceKind.DEPOSIT])
def test_an_invoice_drafted_or_issued_from_it_keeps_it(
    billed: Billed, estimates: Estimates, job: str, kind: InvoiceKind
) -> None:
    desk, made = billed.ground.desk, issued(billed, estimates, job)
    estimates.answer(desk, made, ACCEPTED)
    billed.jobs.set_state(desk, job, JobState.DONE)
    draft = billed.draft(job, kind)
    with pytest.raises(AcceptedAndDrafted):
        take_back(billed, estimates, made)
    number = billed.issue(draft).number
    with pytest.raises(AcceptedAndBilled) as refused:
        take_back(billed, estimates, made)
    assert number in refused.value.sentences(english)[0]
    assert row(billed, estimates, made).state is EstimateState.ACCEPTED
    assert contracts(billed, job) == [BASE]
    billed.invoices.void(billed.books, draft)
    take_back(billed, estimates, made)
    assert contracts(billed, job) == []


def test_an_invoice_from_elsewhere_keeps_it(billed: Billed, estimates: Estimates, job: str) -> None:
    desk, made = billed.ground.desk, issued(billed, estimates, job)
    estimates.answer(desk, made, ACCEPTED)
    billed.jobs.record_event(desk, job, JobEvent(EventKind.INVOICE, "2026-11-22", "INV-7"))
    with pytest.raises(AcceptedAndBilledElsewhere) as refused:
        take_back(billed, estimates, made)
    assert "INV-7" in refused.value.sentences(english)[0]


def test_a_contract_paper_keeps_it_until_it_is_shredded(
    billed: Billed, estimates: Estimates, job: str
) -> None:
    desk, made = billed.ground.desk, issued(billed, estimates, job)
    workplace = billed.ground.workplace
    visits, papers = VisitContracts(workplace), Papers(workplace, WorkOrders(workplace))
    visits.record(desk, job, 0, VisitRecord("2026-11-19", "佐藤"))
    told = JobEvent(EventKind.CONTRACT, "2026-11-19")
    billed.jobs.strike_event(desk, job, told, EventStrikeReason.WRONG_DAY)
    estimates.answer(desk, made, ACCEPTED)
    (paper,) = visits.print_out(desk, job, english).papers
    papers.printed(desk, [paper.paper], "")
    with pytest.raises(AcceptedOnPaper) as refused:
        take_back(billed, estimates, made)
    assert paper.number in refused.value.sentences(english)[0]
    papers.register_return(desk, paper.code, PaperState.SHREDDED)
    take_back(billed, estimates, made)
    events = billed.jobs.detail(desk, job).events
    assert [(one.kind, one.on) for one in events] == [(EventKind.CONTRACT, "2026-11-19")]


def test_an_answer_of_an_older_version_is_taken_back_with_what_is_its_own(
    billed: Billed, estimates: Estimates, job: str
) -> None:
    """Nobody noted then what it changed: the contract names the estimate, job and sum stay as they are."""
    desk, made = billed.ground.desk, issued(billed, estimates, job)
    estimates.answer(desk, made, ACCEPTED)
    with billed.ground.workplace.transaction() as session:
        older = store.get(session, made)
        assert "別紙" not in json.dumps(older.answer)
        older.answer = "{}"
    take_back(billed, estimates, made)
    after = billed.jobs.detail(desk, job)
    assert (after.row.state, contracts(billed, job)) == (JobState.ARRANGED, [])
    assert after.amount_to_collect is not None
