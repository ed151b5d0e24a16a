"""Papers that are away or late: what is listed, whence the duty counts, and what of a lost one stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.domain.papers.register import AWAY, NewPaper, PaperCounts, PaperKind, PaperState, RegisterQuery
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.text.wording import english
from tests.helpers.paper_desk import TODAY, TOMORROW, Desk, paper_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from paper_desk(tmp_path)


def test_a_late_paper_is_listed_once_and_counted_with_what_is_to_be_given_back(desk: Desk) -> None:
    for paper in (desk.contract(), desk.contract()):
        desk.papers.lend(desk.clerk, paper.code, "作業 三郎", TOMORROW)
    held = NewPaper(PaperKind.HELD, desk.customer, job=desk.job, return_by=TOMORROW)
    desk.papers.file(desk.clerk, held)
    assert desk.papers.counts(desk.clerk) == PaperCounts(out=2, late=0)
    desk.ground.clock.pass_time(days=2)
    assert desk.papers.counts(desk.clerk) == PaperCounts(out=2, late=3)
    late = [row.paper for row in desk.papers.overdue(desk.clerk)]
    assert len(set(late)) == len(late) == 3
    assert [row.paper for row in desk.papers.overdue(desk.clerk, 2)] == late[:2]
    listed = [row.paper for row in desk.papers.rows(desk.clerk, RegisterQuery(states=AWAY))]
    assert sorted(listed) == sorted(late[:2])


def test_the_duty_counts_from_the_paper_that_is_late_the_longest(desk: Desk) -> None:
    """Of copies as of other papers, and whichever was taken out first."""
    assert desk.papers.longest_late(desk.clerk) == ""
    (copy,) = desk.orders.issue(desk.clerk, desk.job, (Profile.TECHNICIAN,), english).copies
    desk.orders.printed(desk.clerk, [copy.copy], "Office")
    papers = [desk.contract() for _ in range(3)]
    for paper, until in zip(papers, ("2026-11-28", "2026-11-26", "2026-11-27"), strict=True):
        desk.papers.lend(desk.clerk, paper.code, "作業 三郎", until)
    desk.ground.clock.pass_time(days=5)
    days = copy.return_by, "2026-11-26", "2026-11-27", "2026-11-28"
    assert days == tuple(sorted(set(days)))
    for code, day in zip((copy.code, papers[1].code, papers[2].code, papers[0].code), days, strict=True):
        assert desk.papers.longest_late(desk.clerk) == day
        desk.papers.register_return(desk.clerk, code, PaperState.KEPT)
    assert desk.papers.longest_late(desk.clerk) == ""


def test_what_is_overdue_comes_first_however_old_it_is(desk: Desk) -> None:
    old = desk.contract()
    desk.papers.lend(desk.clerk, old.paper, "作業 三郎", TODAY)
    desk.ground.clock.pass_time(days=30)
    desk.contract()
    desk.contract()
    assert [row.paper for row in desk.papers.rows(desk.clerk, RegisterQuery(limit=1))] == [old.paper]


def test_a_held_paper_that_was_not_given_back_in_time_is_overdue(desk: Desk) -> None:
    held = desk.papers.file(desk.clerk, NewPaper(PaperKind.HELD, desk.customer, return_by=TODAY))
    assert not held.overdue
    desk.ground.clock.pass_time(days=1)
    (late,) = desk.papers.overdue(desk.clerk)
    assert (late.paper, late.overdue) == (held.paper, True)
    assert desk.papers.register_return(desk.clerk, held.code, PaperState.RETURNED).overdue is False
    assert desk.papers.overdue(desk.clerk) == ()


def test_of_a_lost_paper_the_register_still_says_who_had_it_and_until_when(desk: Desk) -> None:
    row = desk.contract()
    desk.papers.lend(desk.clerk, row.code, "作業 三郎", TOMORROW)
    lost = desk.papers.register_return(desk.clerk, row.code, PaperState.LOST)
    assert (lost.state, lost.holder, lost.return_by) == (PaperState.LOST, "作業 三郎", TOMORROW)
    found = desk.papers.register_return(desk.clerk, row.code, PaperState.KEPT)
    assert (found.holder, found.return_by) == ("", "")
