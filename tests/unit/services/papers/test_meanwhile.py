"""What the register says of papers about which two PCs say something, and which pages are out of date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from hvacdesk.domain.papers.register import PaperKind, PaperRow, PaperState
from hvacdesk.domain.papers.shown import NEVER_PRINTED_THEN, ShownPages, Since
from hvacdesk.domain.papers.work_orders import CopyState, Profile
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.customers.merging import Merging
from tests.helpers.paper_desk import TODAY, Desk, paper_desk
from tests.helpers.printed_papers import print_paper
from tests.helpers.sample_records import Person, add_customer


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from paper_desk(tmp_path)


def slip_and_report(desk: Desk) -> tuple[PaperRow, PaperRow]:
    slip, report = (
        print_paper(desk.ground.workplace, desk.clerk, kind, desk.customer, return_by=until)
        for kind, until in ((PaperKind.CONTACT_SLIP, TODAY), (PaperKind.REPORT, ""))
    )
    return slip, report


def test_what_was_struck_while_its_preview_was_open_is_on_paper_once_printed(desk: Desk) -> None:
    slip, report = slip_and_report(desk)
    desk.papers.settle_unprinted(desk.clerk, [slip.paper, report.paper], [slip.paper, report.paper])
    desk.papers.printed(desk.clerk, [slip.paper, report.paper], "Office")
    assert desk.papers.find(desk.clerk, slip.paper).state is PaperState.OUT
    assert desk.papers.find(desk.clerk, report.paper).state is PaperState.HANDED_OVER
    assert desk.papers.counts(desk.clerk).out == 1


def test_a_print_does_not_bring_back_what_was_shredded(desk: Desk) -> None:
    slip, _report = slip_and_report(desk)
    desk.papers.register_return(desk.clerk, slip.code, PaperState.SHREDDED)
    desk.papers.printed(desk.clerk, [slip.paper], "Office")
    assert desk.papers.find(desk.clerk, slip.paper).state is PaperState.SHREDDED


@pytest.mark.parametrize("ended", [PaperState.SHREDDED, PaperState.LOST])
def test_pages_of_a_paper_that_was_shredded_or_lost_elsewhere_are_not_printed(
    desk: Desk, ended: PaperState
) -> None:
    """It would be out, and nobody would wait for it."""
    slip, _report = slip_and_report(desk)
    copy = desk.orders.issue(desk.clerk, desk.job, (Profile.TECHNICIAN,), english).copies[0]
    pages = ShownPages(papers=(slip.paper, copy.copy))
    for code in (slip.code, copy.copy):
        desk.papers.register_return(desk.clerk, code, ended)
    found = desk.papers.shown.outdated(desk.clerk, pages)
    assert {one.since for one in found} == {Since.ENDED} <= NEVER_PRINTED_THEN


def test_it_is_said_of_which_copy_what_became(desk: Desk) -> None:
    copies = desk.orders.issue(desk.clerk, desk.job, (Profile.TECHNICIAN, Profile.OFFICE), english).copies
    pages = ShownPages(papers=tuple(copy.copy for copy in copies))
    desk.papers.register_return(desk.clerk, copies[0].copy, PaperState.SHREDDED)
    desk.papers.settle_unprinted(desk.clerk, [copies[1].copy], [])
    found = {one.since: one.about for one in desk.papers.shown.outdated(desk.clerk, pages)}
    numbers = [desk.papers.find(desk.clerk, copy.copy).number for copy in copies]
    assert [found[Since.ENDED], found[Since.PRINTED]] == numbers
    assert numbers[0].endswith("1/2")


@pytest.mark.parametrize("role", Role)
def test_everybody_who_prints_a_list_is_told_of_a_destroyed_customer(desk: Desk, role: Role) -> None:
    """Papers are asked about by those alone who print them."""
    shown, who = desk.papers.shown, desk.ground.people[role]
    drawn = shown.drawn_now(who)
    (gone,) = shown.outdated(who, ShownPages(customers=(desk.customer, "e" * 32), drawn=drawn))
    assert gone.since is Since.DESTROYED
    asks = role in {Role.OWNER, Role.DESK, Role.ACCOUNTING}
    assert bool(shown.outdated(who, ShownPages(papers=("e" * 32,)))) is asks


def test_it_is_told_what_is_not_struck_after_all(desk: Desk) -> None:
    slip, report = slip_and_report(desk)
    assert desk.papers.not_printed(desk.clerk, [slip.paper]) == ()
    desk.papers.settle_unprinted(desk.clerk, [report.paper], [])
    (left,) = desk.papers.not_printed(desk.clerk, [slip.paper, report.paper])
    assert (left.paper, left.state) == (report.paper, PaperState.HANDED_OVER)
    assert desk.papers.settle_unprinted(desk.clerk, [report.paper], [report.paper]) == (left,)
    (gone,) = desk.papers.settle_unprinted(desk.clerk, [slip.paper, report.paper], [])
    assert (gone.paper, gone.state) == (slip.paper, PaperState.STRUCK)
    assert desk.papers.did_not_come_out(desk.clerk, [report.paper]) == ()


def test_it_is_told_which_copies_are_not_struck_after_all(desk: Desk) -> None:
    copies = desk.orders.issue(desk.clerk, desk.job, (Profile.TECHNICIAN, Profile.OFFICE), english).copies
    first, second = (copy.copy for copy in copies)
    desk.papers.settle_unprinted(desk.clerk, [first], [])
    (left,) = desk.orders.not_printed(desk.clerk, [first, second])
    assert (left.copy, left.state) == (first, CopyState.OUT)
    desk.papers.register_return(desk.clerk, first, PaperState.SHREDDED)
    assert [row.copy for row in desk.orders.did_not_come_out(desk.clerk, [first])] == [first]


def test_pages_about_somebody_who_was_joined_since_are_not_up_to_date(desk: Desk) -> None:
    slip, _report = slip_and_report(desk)
    copy = desk.orders.issue(desk.clerk, desk.job, (Profile.TECHNICIAN,), english).copies[0].copy
    pages = ShownPages(papers=(slip.paper, copy))
    assert desk.papers.shown.outdated(desk.clerk, pages) == ()
    with desk.ground.workplace.transaction() as session:
        other = add_customer(session, Person(family="山本"), number="C-000099").record_id
    desk.ground.clock.now += timedelta(minutes=1)
    merging, owner = Merging(desk.ground.workplace), desk.ground.owner
    view = merging.compare(owner, other, desk.customer)
    merging.merge(owner, other, desk.customer, (view.kept.version, view.merged.version), {})
    (joined,) = desk.papers.shown.outdated(desk.clerk, pages)
    assert (joined.since, joined.about) == (Since.JOINED, view.kept.number)
    by_customer = ShownPages(customers=(desk.customer,))
    assert desk.papers.shown.outdated(desk.clerk, by_customer) == (joined,)


@pytest.mark.parametrize("undone", [False, True], ids=["joined", "and undone"])
def test_what_was_joined_or_undone_in_the_second_of_the_paper_is_told_by_the_logs_numbers(
    desk: Desk, undone: bool
) -> None:
    """The clock tells whole seconds apart, and may be put back; the log's numbers grow."""
    with desk.ground.workplace.transaction() as session:
        other = add_customer(session, Person(family="山本"), number="C-000099").record_id
    merging, owner = Merging(desk.ground.workplace), desk.ground.owner
    view = merging.compare(owner, desk.customer, other)
    before, _report = slip_and_report(desk)
    merge = merging.merge(owner, desk.customer, other, (view.kept.version, view.merged.version), {})
    after, _report = slip_and_report(desk)
    if undone:
        merging.undo(owner, merge)
    told = {
        slip.paper: [one.since for one in desk.papers.shown.outdated(desk.clerk, ShownPages((slip.paper,)))]
        for slip in (before, after)
    }
    since = {after.paper: [Since.SEPARATED]} if undone else {before.paper: [Since.JOINED]}
    assert told == {before.paper: [], after.paper: []} | since


@pytest.mark.parametrize("undone", [False, True], ids=["joined", "undone"])
def test_a_clock_that_was_put_back_hides_no_merge_and_no_undo(desk: Desk, undone: bool) -> None:
    with desk.ground.workplace.transaction() as session:
        other = add_customer(session, Person(family="山本"), number="C-000099").record_id
    merging, owner = Merging(desk.ground.workplace), desk.ground.owner
    view = merging.compare(owner, desk.customer, other)

    def join() -> str:
        return merging.merge(owner, desk.customer, other, (view.kept.version, view.merged.version), {})

    merge = join() if undone else ""
    desk.ground.clock.pass_time(minutes=1)
    slip, _report = slip_and_report(desk)
    desk.ground.clock.pass_time(minutes=-3)
    if undone:
        merging.undo(owner, merge)
    else:
        join()
    (found,) = desk.papers.shown.outdated(desk.clerk, ShownPages(papers=(slip.paper,)))
    assert found.since is (Since.SEPARATED if undone else Since.JOINED)


def test_pages_from_when_two_registrations_were_joined_are_not_up_to_date_once_that_is_undone(
    desk: Desk,
) -> None:
    """The technician's copy bears the name and number of the one who was kept."""
    with desk.ground.workplace.transaction() as session:
        other = add_customer(session, Person(family="山本"), number="C-000099").record_id
    before, _report = slip_and_report(desk)
    merging, owner = Merging(desk.ground.workplace), desk.ground.owner
    view = merging.compare(owner, other, desk.customer)
    desk.ground.clock.pass_time(minutes=1)
    merge = merging.merge(owner, other, desk.customer, (view.kept.version, view.merged.version), {})
    copy = desk.orders.issue(desk.clerk, desk.job, (Profile.TECHNICIAN,), english).copies[0].copy
    slip = print_paper(desk.ground.workplace, desk.clerk, PaperKind.CONTACT_SLIP, other, return_by=TODAY)
    desk.ground.clock.pass_time(minutes=1)
    merging.undo(owner, merge)
    for paper, number in ((copy, view.merged.number), (slip.paper, view.kept.number)):
        found = desk.papers.shown.outdated(desk.clerk, ShownPages(papers=(paper,)))
        assert [(one.since, one.about) for one in found] == [(Since.SEPARATED, number)]
    desk.ground.clock.pass_time(minutes=1)
    since, _report = slip_and_report(desk)
    apart = ShownPages(papers=(before.paper, since.paper))
    assert desk.papers.shown.outdated(desk.clerk, apart) == ()
