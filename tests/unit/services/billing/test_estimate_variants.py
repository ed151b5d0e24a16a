"""Variants 松竹梅 of one estimate: drafted beside each other, printed together, and one of them accepted."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from hvacdesk.domain.billing.estimates import (
    EstimateAnswer,
    EstimateNotOpen,
    EstimateRow,
    EstimateSettled,
    EstimateState,
    TooManyVariants,
    offer_of,
    variant_of,
)
from hvacdesk.domain.errors import ChangedMeanwhile, NotPermitted
from hvacdesk.domain.jobs.job_events import EventKind, expected_amount
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.jobs.visit_contracts import VariantNotChosen
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import PaperKind
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.estimates import Estimates
from hvacdesk.services.jobs import visit_contracts
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.jobs import jobs as job_store
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import ROLES, Ground

BASE = "E2026-000001"


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


@pytest.fixture
def estimates(ground: Ground) -> Estimates:
    return Estimates(ground.workplace)


@pytest.fixture
def job(billed: Billed) -> str:
    return billed.job(state=None)


def rows(billed: Billed, estimates: Estimates, job: str) -> dict[str, EstimateRow]:
    return {row.number: row for row in estimates.of_job(billed.ground.desk, job)}


def states(billed: Billed, estimates: Estimates, job: str) -> dict[str, EstimateState]:
    return {number: row.state for number, row in sorted(rows(billed, estimates, job).items())}


def priced(billed: Billed, estimates: Estimates, estimate: str, yen: int) -> None:
    desk = billed.ground.desk
    detail = estimates.detail(desk, estimate)
    lines = (replace(detail.record.lines[0], yen=yen), *detail.record.lines[1:])
    estimates.issue(desk, estimate, detail.row.version, replace(detail.record, lines=lines))


def variants(billed: Billed, estimates: Estimates, job: str, count: int = 3) -> list[str]:
    """Record ids of so many issued variants, each dearer than the one before."""
    desk = billed.ground.desk
    made = [estimates.draft(desk, job, english)]
    made += [estimates.add_variant(desk, made[0]) for _further in range(count - 1)]
    for place, estimate in enumerate(made, 1):
        priced(billed, estimates, estimate, place * 100_000)
    return made


def test_a_draft_gets_variants_under_its_number(billed: Billed, estimates: Estimates, job: str) -> None:
    desk = billed.ground.desk
    first = estimates.draft(desk, job, english)
    assert list(rows(billed, estimates, job)) == [BASE]
    second = estimates.add_variant(desk, first)
    assert set(rows(billed, estimates, job)) == {f"{BASE}A", f"{BASE}B"}
    assert estimates.detail(desk, second).record == estimates.detail(desk, first).record
    third = estimates.add_variant(desk, second)
    assert estimates.detail(desk, third).row.number == f"{BASE}C"
    with pytest.raises(TooManyVariants):
        estimates.add_variant(desk, first)
    assert {variant_of(number) for number in rows(billed, estimates, job)} == {"A", "B", "C"}
    assert {offer_of(number) for number in rows(billed, estimates, job)} == {BASE}
    assert estimates.draft(desk, job, english) == first, "the draft that there is, the first variant first"


def test_what_was_issued_gets_none(billed: Billed, estimates: Estimates, job: str) -> None:
    made = estimates.draft(billed.ground.desk, job, english)
    priced(billed, estimates, made, 100_000)
    with pytest.raises(EstimateSettled):
        estimates.add_variant(billed.ground.desk, made)


def drop(estimates: Estimates, who: Actor, estimate: str) -> None:
    estimates.drop(who, estimate, estimates.detail(who, estimate).row.version)


def test_a_variant_that_a_colleague_saved_meanwhile_stays(
    billed: Billed, estimates: Estimates, job: str
) -> None:
    desk = billed.ground.desk
    second = estimates.add_variant(desk, estimates.draft(desk, job, english))
    read = estimates.detail(desk, second)
    estimates.change(desk, second, read.row.version, read.record)
    with pytest.raises(ChangedMeanwhile):
        estimates.drop(desk, second, read.row.version)
    assert len(rows(billed, estimates, job)) == 2


def test_a_variant_is_taken_out_again(billed: Billed, estimates: Estimates, job: str) -> None:
    desk = billed.ground.desk
    first = estimates.draft(desk, job, english)
    second, third = (estimates.add_variant(desk, first) for _made in range(2))
    drop(estimates, desk, second)
    assert set(rows(billed, estimates, job)) == {f"{BASE}A", f"{BASE}C"}
    assert estimates.detail(desk, estimates.add_variant(desk, first)).row.number == f"{BASE}B"
    drop(estimates, desk, third)
    priced(billed, estimates, first, 100_000)
    with pytest.raises(EstimateSettled):
        drop(estimates, desk, first)


def test_a_draft_without_variants_is_deleted(billed: Billed, estimates: Estimates, job: str) -> None:
    desk = billed.ground.desk
    drop(estimates, desk, estimates.draft(desk, job, english))
    assert rows(billed, estimates, job) == {}
    priced(billed, estimates, estimates.draft(desk, job, english), 100_000)
    drop(estimates, desk, estimates.draft(desk, job, english))
    (left,) = estimates.of_job(desk, job)
    assert left.state is EstimateState.ISSUED, "what was issued stands as before"


def test_the_last_one_left_is_an_estimate_as_before(billed: Billed, estimates: Estimates, job: str) -> None:
    desk = billed.ground.desk
    first = estimates.draft(desk, job, english)
    estimates.add_variant(desk, first)
    drop(estimates, desk, first)
    assert list(rows(billed, estimates, job)) == [BASE]


def test_variants_are_out_beside_each_other_and_replace_a_former_offer(
    billed: Billed, estimates: Estimates, job: str
) -> None:
    made = variants(billed, estimates, job)
    assert set(states(billed, estimates, job).values()) == {EstimateState.ISSUED}
    desk = billed.ground.desk
    again = estimates.draft(desk, job, english)
    after = states(billed, estimates, job)
    assert [number for number, state in after.items() if state is EstimateState.DRAFT] == [
        f"{BASE}-2A",
        f"{BASE}-2B",
        f"{BASE}-2C",
    ]
    priced(billed, estimates, again, 90_000)
    assert {rows(billed, estimates, job)[f"{BASE}{one}"].state for one in "ABC"} == {EstimateState.REPLACED}
    assert len(made) == 3


def test_accepting_one_closes_the_others(billed: Billed, estimates: Estimates, job: str) -> None:
    desk = billed.ground.desk
    made = variants(billed, estimates, job, 2)
    estimates.answer(desk, made[1], EstimateAnswer(True))
    assert states(billed, estimates, job) == {
        f"{BASE}A": EstimateState.DECLINED,
        f"{BASE}B": EstimateState.ACCEPTED,
    }
    with pytest.raises(EstimateNotOpen):
        estimates.answer(desk, made[0], EstimateAnswer(True))
    answered = AuditLog(billed.ground.workplace).entries(
        billed.ground.owner, limit=50, action=Action.ESTIMATE_ANSWERED
    )
    assert {(one.details["estimate"], one.details["estimate_state"]) for one in answered} == {
        (f"{BASE}A", "declined"),
        (f"{BASE}B", "accepted"),
    }


def test_a_variant_still_in_draft_is_closed_too(billed: Billed, estimates: Estimates, job: str) -> None:
    desk = billed.ground.desk
    first = estimates.draft(desk, job, english)
    second = estimates.add_variant(desk, first)
    priced(billed, estimates, first, 100_000)
    estimates.answer(desk, first, EstimateAnswer(True))
    assert states(billed, estimates, job)[f"{BASE}B"] is EstimateState.REPLACED
    with pytest.raises(EstimateSettled):
        estimates.issue(desk, second, estimates.detail(desk, second).row.version)


def test_declining_one_leaves_the_others_unless_the_job_ends(
    billed: Billed, estimates: Estimates, job: str
) -> None:
    desk = billed.ground.desk
    made = variants(billed, estimates, job)
    estimates.answer(desk, made[2], EstimateAnswer(False))
    assert list(states(billed, estimates, job).values()) == [
        EstimateState.ISSUED,
        EstimateState.ISSUED,
        EstimateState.DECLINED,
    ]
    estimates.answer(desk, made[0], EstimateAnswer(False, cancel_job=True))
    assert set(states(billed, estimates, job).values()) == {EstimateState.DECLINED}
    assert billed.state(job) is JobState.CANCELLED


def test_the_next_issue_after_an_acceptance_is_of_the_accepted_one_alone(
    billed: Billed, estimates: Estimates, job: str
) -> None:
    desk = billed.ground.desk
    made = variants(billed, estimates, job)
    estimates.answer(desk, made[1], EstimateAnswer(True))
    again = estimates.draft(desk, job, english)
    assert estimates.detail(desk, again).row.number == f"{BASE}-2"
    assert estimates.detail(desk, again).record.lines == estimates.detail(desk, made[1]).record.lines


def test_the_invoice_takes_the_accepted_variant(billed: Billed, estimates: Estimates, job: str) -> None:
    made = variants(billed, estimates, job)
    estimates.answer(billed.ground.desk, made[1], EstimateAnswer(True))
    billed.jobs.set_state(billed.ground.desk, job, JobState.DONE)
    record = billed.invoices.detail(billed.books, billed.draft(job)).record
    assert record.lines[0].yen == 200_000


def test_a_contract_paper_waits_until_one_is_accepted(billed: Billed, estimates: Estimates, job: str) -> None:
    made = variants(billed, estimates, job, 2)
    with billed.ground.workplace.reading() as session, pytest.raises(VariantNotChosen):
        visit_contracts._priced(session, job_store.job(session, job))
    estimates.answer(billed.ground.desk, made[0], EstimateAnswer(True))
    with billed.ground.workplace.reading() as session:
        assert visit_contracts._priced(session, job_store.job(session, job)).number == f"{BASE}A"


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def test_they_are_printed_each_alone_or_as_one_document(
    billed: Billed, estimates: Estimates, job: str
) -> None:
    desk = billed.ground.desk
    made = variants(billed, estimates, job)
    alone = estimates.print_out(desk, made[1], english)
    assert alone.row.label == f"{BASE}B"
    assert len(pages(alone.pdf)) == 1
    assert "Estimate, plan B" in pages(alone.pdf)[0]
    together = estimates.print_out(desk, made[1], english, all_variants=True)
    assert together.row.label == f"{BASE}A, B, C"
    assert together.row.kind is PaperKind.ESTIMATE
    found = pages(together.pdf)
    assert [letter for letter, text in zip("ABC", found, strict=True) if f"plan {letter}" in text] == list(
        "ABC"
    )
    estimates.answer(desk, made[0], EstimateAnswer(True))
    only = estimates.print_out(desk, made[0], english, all_variants=True)
    assert (only.row.label, len(pages(only.pdf))) == (f"{BASE}A", 1)


@pytest.mark.parametrize("role", ROLES)
def test_the_desk_makes_and_takes_out_variants(
    billed: Billed, estimates: Estimates, job: str, role: Role
) -> None:
    first = estimates.draft(billed.ground.desk, job, english)
    who = billed.ground.people[role]
    if role in {Role.OWNER, Role.DESK}:
        drop(estimates, who, estimates.add_variant(who, first))
    else:
        with pytest.raises(NotPermitted):
            estimates.add_variant(who, first)
        with pytest.raises(NotPermitted):
            estimates.drop(who, first, 1)


def test_two_contracts_of_one_day_are_both_recorded(billed: Billed, estimates: Estimates, job: str) -> None:
    desk = billed.ground.desk
    for yen in (100_000, 120_000):
        made = estimates.draft(desk, job, english)
        detail = estimates.detail(desk, made)
        line = replace(detail.record.lines[0], quantity=1.0, yen=yen)
        estimates.issue(desk, made, detail.row.version, replace(detail.record, lines=(line,)))
        estimates.answer(desk, made, EstimateAnswer(True, "2026-11-24"))
    events = billed.jobs.detail(desk, job).events
    told = [(one.number, one.amount) for one in events if one.kind is EventKind.CONTRACT]
    assert told == [(BASE, 110_000), (f"{BASE}-2", 132_000)]
    assert expected_amount(EventKind.INVOICE, events, None) == 132_000
    assert list(states(billed, estimates, job).values()) == [EstimateState.REPLACED, EstimateState.ACCEPTED]
