"""Copies that were only looked at: whose leave the register, and what sheets with their numbers bear."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from hvacdesk.domain.papers.shown import NEVER_PRINTED_THEN, ShownPages, Since
from hvacdesk.domain.papers.work_orders import CopyRow, CopyState, Profile
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import english
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.services.shared_office import SharedOffice
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.papers import work_orders
from hvacdesk.store.papers.work_orders import OrderCopy
from tests.helpers.paper_desk import Desk, paper_desk
from tests.helpers.sabotage import replaced


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from paper_desk(tmp_path)


def look(desk: Desk, by: Actor, profile: Profile = Profile.PARTNER) -> CopyRow:
    return desk.orders.issue(by, desk.job, (profile,), english).copies[0]


def close(desk: Desk, by: Actor, *copies: CopyRow) -> tuple[CopyRow, ...]:
    return desk.orders.not_printed(by, [copy.copy for copy in copies], sent=False)


def back_up(desk: Desk) -> None:
    """What :meth:`Backups.take` begins with."""
    with desk.ground.workplace.shared.not_in_backups.taking():
        pass


def test_a_number_that_is_used_again_has_another_code_each_time(desk: Desk) -> None:
    """A copy of the office's file may know the one that was shown with it first."""
    codes = []
    for profile in (Profile.CUSTOMER, Profile.PARTNER, Profile.OFFICE):
        copy = look(desk, desk.clerk, profile)
        assert copy.copy_number == 1
        assert desk.papers.find(desk.clerk, copy.code).paper == copy.copy
        codes.append(copy.code)
        close(desk, desk.clerk, copy)
    assert len(set(codes)) == 3


def test_a_number_that_a_backup_knows_is_not_given_back(desk: Desk) -> None:
    known = look(desk, desk.clerk, Profile.CUSTOMER)
    back_up(desk)
    since = look(desk, desk.clerk, Profile.OFFICE)
    close(desk, desk.clerk, known, since)
    (row,) = desk.orders.copies(desk.clerk)
    assert (row.copy, row.state) == (known.copy, CopyState.STRUCK)
    assert look(desk, desk.clerk).copy_number == 2


def test_while_a_backup_is_taken_no_number_is_given_back(desk: Desk) -> None:
    """It may hold what was entered before, and what is entered while it is taken."""
    before = look(desk, desk.clerk, Profile.CUSTOMER)
    with desk.ground.workplace.shared.not_in_backups.taking():
        meanwhile = look(desk, desk.clerk, Profile.OFFICE)
        close(desk, desk.clerk, before, meanwhile)
        third = look(desk, desk.clerk)
    close(desk, desk.clerk, third)
    assert [row.state for row in desk.orders.copies(desk.clerk)] == [CopyState.STRUCK] * 3
    fourth = look(desk, desk.clerk)
    assert fourth.copy_number == 4
    close(desk, desk.clerk, fourth)
    assert look(desk, desk.clerk).copy_number == 4


def test_no_backup_begins_before_a_number_that_is_given_back_has_gone_from_the_file(desk: Desk) -> None:
    copy = look(desk, desk.clerk)
    begun = threading.Event()

    def back_up_beside() -> None:
        with desk.ground.workplace.shared.not_in_backups.taking():
            begun.set()

    beside = threading.Thread(target=back_up_beside)
    seen: list[bool] = []

    def take_out(session: Session, copies: Iterable[OrderCopy]) -> None:
        beside.start()
        seen.append(begun.wait(0.2))
        taken_out(session, copies)

    taken_out = work_orders.take_out
    with replaced(work_orders, "take_out", take_out):
        close(desk, desk.clerk, copy)
    beside.join()
    assert (seen, begun.is_set()) == ([False], True)
    assert desk.orders.copies(desk.clerk) == ()


def test_what_was_entered_before_the_office_was_opened_may_be_in_a_backup(desk: Desk) -> None:
    """One that was taken for an update, or ended before it was logged."""
    copy = look(desk, desk.clerk)
    opened_again = WorkOrders(Workplace(SharedOffice(desk.ground.clock), desk.ground.workplace.vault))
    opened_again.not_printed(desk.clerk, [copy.copy], sent=False)
    (row,) = opened_again.copies(desk.clerk)
    assert (row.copy, row.state) == (copy.copy, CopyState.STRUCK)


def test_nobody_takes_out_what_somebody_else_has_before_them(desk: Desk) -> None:
    theirs = look(desk, desk.ground.owner)
    mine = look(desk, desk.clerk, Profile.OFFICE)
    assert close(desk, desk.clerk, theirs, mine) == ()
    (row,) = desk.orders.copies(desk.clerk)
    assert (row.copy, row.state) == (theirs.copy, CopyState.STRUCK)
    assert look(desk, desk.clerk, Profile.TECHNICIAN).code != theirs.code
    assert desk.papers.shown.outdated(desk.ground.owner, ShownPages(papers=(theirs.copy,))) == ()
    desk.orders.printed(desk.ground.owner, [theirs.copy], "p")
    scanned = desk.papers.find(desk.clerk, theirs.code)
    assert (scanned.paper, scanned.profile, scanned.state) == (theirs.copy, Profile.PARTNER, CopyState.OUT)


def test_of_a_copy_that_left_the_register_no_destroyed_customer_is_told(desk: Desk) -> None:
    """The same person closed it elsewhere, as after an answer that was never heard."""
    copy, gone = look(desk, desk.clerk), "e" * 32
    close(desk, desk.clerk, copy)
    found = desk.papers.shown.outdated(desk.clerk, ShownPages(papers=(copy.copy, gone)))
    assert {one.page_of: one.since for one in found} == {copy.copy: Since.TAKEN_OUT, gone: Since.DESTROYED}
    assert Since.TAKEN_OUT in NEVER_PRINTED_THEN
