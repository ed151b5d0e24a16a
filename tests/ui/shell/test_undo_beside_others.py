"""Several things of one person at once at a seat: an undo is of what its own notice names, or is refused."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.calendar.dispatch import BoardJob, Placement
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.roles import Role
from hvacdesk.ui import background, edits
from hvacdesk.ui.calendar.moving import monday, move
from hvacdesk.ui.edits import SavingWork
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.widgets.errors import ErrorDialog
from hvacdesk.ui.widgets.notice import Notice
from tests.helpers.cut_line import Line
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import SHOP, TANAKA, FrontDesk, open_desk
from tests.helpers.people import customer
from tests.helpers.real_office import RealOffice
from tests.helpers.sabotage import replaced

UNDONE = "The change was undone."


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot, line: Line) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER, line) as opened:
        yield opened


def blocks(desk: FrontDesk, line: Line) -> dict[str, BoardJob]:
    board = line.local.dispatch.board(desk.actor, monday(line.local.today()), 7)
    return {one.row.job: one for one in board.blocks}


def at(block: BoardJob, starts: str, ends: str) -> Placement:
    return replace(block.placement, slot=replace(block.placement.slot, starts=starts, ends=ends))


def told(desk: FrontDesk) -> str:
    return "\n".join(texts_in(one) for one in desk.window.findChildren(Notice) if one.isVisible())


def save(desk: FrontDesk, work: Callable[[], object], said: str = "") -> None:
    offered = desk.window.context.edits
    saving = SavingWork(work)
    background.ask(desk.window, saving).then(lambda _made: offered.offer(saving, said))
    desk.calm()


def note(desk: FrontDesk, who: str, text: str) -> None:
    office = desk.window.context.office
    version = office.customers.record_for_edit(desk.actor, who).version
    save(desk, lambda: office.customers.change(desk.actor, who, version, {"note": text}))


def stored(line: Line, desk: FrontDesk, who: str) -> str:
    return line.local.customers.reveal(desk.actor, who, CustomerField.NOTE, RevealReason.CALL)


def undo(desk: FrontDesk) -> None:
    desk.window.edits.undo()
    desk.calm()


def refused(desk: FrontDesk) -> str:
    error = desk.dialog()
    assert isinstance(error, ErrorDialog)
    said = texts_in(error)
    error.accept()
    desk.calm()
    return said


def test_the_notice_of_the_slower_of_two_saves_offers_nothing_of_the_other(
    desk: FrontDesk, line: Line
) -> None:
    desk.go("schedule")
    first, second = list(blocks(desk, line).values())[:2]
    held, answered = threading.Event(), threading.Event()
    moves: list[str] = []

    def slow(door: str) -> None:
        if door == "dispatch.move":
            moves.append(door)
            if len(moves) == 1:
                held.set()
                answered.wait(60)

    line.after = slow
    move(desk.window.context, first, at(first, "07:00", "08:00"))
    desk.wait(held.is_set)
    move(desk.window.context, second, at(second, "18:00", "19:00"))
    desk.wait(lambda: "18:00" in told(desk))
    answered.set()
    desk.wait(lambda: "07:00" in told(desk))
    desk.calm()
    assert "Undo" not in told(desk)
    undo(desk)
    now = blocks(desk, line)
    assert now[first.row.job].row.starts == "07:00"
    assert now[second.row.job].row.starts == second.row.starts


def test_after_something_that_cannot_be_undone_no_earlier_undo_is_told(desk: FrontDesk, line: Line) -> None:
    note(desk, desk.customer(TANAKA), "eins")
    line.lost = {"edits.undo"}
    undo(desk)
    assert "may have been saved" in refused(desk)
    line.lost = set()
    office, made = desk.window.context.office, list[str]()
    save(desk, lambda: made.append(office.customers.add(desk.actor, customer())))
    undo(desk)
    assert UNDONE not in told(desk)
    assert line.local.customers.detail(desk.actor, made[0]).number


def test_what_somebody_did_apart_from_a_form_is_not_told_to_be_undone(desk: FrontDesk, line: Line) -> None:
    note(desk, desk.customer(TANAKA), "eins")
    line.lost = {"edits.undo"}
    undo(desk)
    refused(desk)
    line.lost = set()
    desk.window.context.office.customers.add(desk.actor, customer())
    undo(desk)
    assert UNDONE not in told(desk)
    assert "undone already" in refused(desk)


def test_the_edit_after_a_lost_undo_is_what_the_next_one_takes_back(desk: FrontDesk, line: Line) -> None:
    first, second = desk.customer(TANAKA), desk.customer(SHOP)
    note(desk, second, "vorher")
    note(desk, first, "eins")
    line.lost = {"edits.undo"}
    undo(desk)
    refused(desk)
    line.lost, line.cut = set(), {"edits.standing"}
    note(desk, second, "zwei")
    line.cut = set()
    assert stored(line, desk, second) == "zwei"
    undo(desk)
    assert UNDONE in told(desk)
    assert stored(line, desk, second) == "vorher"


def paid(desk: FrontDesk, line: Line, who: str) -> list[int]:
    """The yen of what stands."""
    booked = line.local.payments.of_customer(desk.actor, who).payments
    return [one.yen for one in booked if not one.taken_back_on]


def test_a_payment_is_asked_about_though_an_undo_of_it_never_arrived(desk: FrontDesk, line: Line) -> None:
    office, who = desk.window.context.office, desk.customer(TANAKA)
    record = PaymentRecord("2026-11-24", 5_000, PaymentWay.CASH)
    save(desk, lambda: office.payments.book(desk.actor, who, record), "booked")
    line.cut = {"edits.undo"}
    undo(desk)
    refused(desk)
    line.cut = set()
    later = edits.clock() + timedelta(hours=3).seconds
    with replaced(edits, "clock", lambda: later):
        undo(desk)
        assert "Take back what you booked last?" in desk.dialog().windowTitle()
        assert paid(desk, line, who) == [5_000]
        desk.press(desk.dialog(), "Take it back")
    assert paid(desk, line, who) == []


def test_an_edit_that_was_forgotten_is_not_told_to_be_undone(desk: FrontDesk, line: Line) -> None:
    """Its undo never arrived, and a merge by the same person dropped what it replaced."""
    note(desk, desk.customer(TANAKA), "eins")
    line.cut = {"edits.undo"}
    undo(desk)
    refused(desk)
    line.cut = set()
    office = desk.window.context.office
    made = [office.customers.add(desk.actor, customer()) for _ in range(2)]
    office.merging.merge(desk.actor, made[0], made[1], (1, 1), {})
    undo(desk)
    assert "it cannot be undone any more" in refused(desk)
    assert UNDONE not in told(desk)
    assert stored(line, desk, desk.customer(TANAKA)) == "eins"


def test_a_step_that_is_pressed_again_after_a_lost_answer_is_told_to_be_done(
    desk: FrontDesk, line: Line
) -> None:
    job = next(iter(blocks(desk, line).values())).row.job
    desk.go("schedule", job=job)
    page = desk.dialog()
    assert isinstance(page, JobDialog)
    line.lost, line.cut = {"jobs.set_state"}, {"jobs.detail"}  # nor is it read again by itself
    page.move_to(JobState.WORKING)
    desk.calm()
    refused(desk)
    line.lost, line.cut = set(), set()
    assert page.detail.row.state is JobState.RECEIVED
    page.move_to(JobState.WORKING)
    desk.calm()
    said = [texts_in(one) for one in page.findChildren(Notice) if one.isVisible()]
    assert "the job had moved on already, by somebody else or by you" in "\n".join(said)
    assert page.detail.row.state is JobState.WORKING
