"""Copies that were only looked at: whose leave the register, and what sheets with their numbers bear."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.shown import NEVER_PRINTED_THEN, ShownPages, Since
from hvacdesk.domain.papers.work_orders import CopyRow, CopyState, Profile
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import english
from tests.helpers.paper_desk import Desk, paper_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from paper_desk(tmp_path)


def look(desk: Desk, by: Actor, profile: Profile = Profile.PARTNER) -> CopyRow:
    return desk.orders.issue(by, desk.job, (profile,), english).copies[0]


def close(desk: Desk, by: Actor, *copies: CopyRow) -> tuple[CopyRow, ...]:
    return desk.orders.not_printed(by, [copy.copy for copy in copies], sent=False)


def back_up(desk: Desk) -> None:
    with desk.ground.workplace.transaction() as session:
        desk.ground.workplace.record(session, desk.ground.owner, Action.BACKUP_TAKEN, "place:1")


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
