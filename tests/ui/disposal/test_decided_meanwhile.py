"""Somebody else decides in the same review: nothing is decided or proposed over that unseen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hvacdesk.domain.disposal.disposal import BatchState, Decision
from hvacdesk.domain.roles import Role
from hvacdesk.ui.disposal.decide_step import HoldDialog
from hvacdesk.ui.disposal.wizard import APPROVAL, DECIDE, DESTROY, PAPERS
from hvacdesk.ui.widgets.errors import ErrorDialog
from tests.helpers.decisions import decide
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import SHOP, FrontDesk, open_window
from tests.helpers.real_office import SECOND_OWNER, passphrase_of
from tests.helpers.secret_service import SecretService
from tests.helpers.vault_offices import cheap_passphrases
from tests.journeys.month_end import office_with_a_past
from tests.journeys.test_disposal import go_on, step


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, secret_service: SecretService) -> Iterator[FrontDesk]:
    assert secret_service.is_open()
    with (
        cheap_passphrases(),
        open_window(office_with_a_past(tmp_path / "office", []), qtbot, Role.OWNER) as opened,
    ):
        opened.go("disposal")
        opened.click(opened.page._start)
        go_on(opened)
        opened.page.wizard.decide.table.select(lambda row: row.name.text == SHOP.organisation)
        yield opened


def elsewhere(desk: FrontDesk, decision: Decision, reason: str = "") -> None:
    decide(
        desk.office.disposal.reviews,
        desk.actor,
        desk.page.wizard.batch,
        desk.customer(SHOP),
        decision,
        hold_reason=reason,
        hold_until="2027-06-30" if reason else "",
    )


def put_on_hold(desk: FrontDesk) -> None:
    """Put the chosen customer on hold in the window."""
    desk.press(desk.page.wizard.decide, "Hold… (H)")
    form = desk.dialog()
    form.reason.setText("係争中")
    desk.click(form.primary)
    desk.wait(lambda: not form.isVisible())
    desk.calm()


def now(desk: FrontDesk) -> Decision:
    reviews, batch = desk.office.disposal.reviews, desk.page.wizard.batch
    return reviews.rows(desk.actor, batch, [desk.customer(SHOP)])[0].decision


def refused(desk: FrontDesk, why: str = "Somebody else decided otherwise") -> None:
    desk.calm()
    told = desk.dialog()
    assert isinstance(told, ErrorDialog)
    assert why in texts_in(told)
    told.accept()
    desk.calm()


@pytest.mark.parametrize("at_once", [False, True], ids=["one", "all"])
def test_keep_lifts_no_hold_unseen(desk: FrontDesk, at_once: bool) -> None:
    part = desk.page.wizard.decide
    elsewhere(desk, Decision.HOLD, "係争中")
    if at_once:
        part.decide_all(Decision.KEEP)
    else:
        desk.press(part, "Keep (K)")
    refused(desk)
    assert now(desk) is Decision.HOLD
    assert part.table.current().decision is Decision.HOLD
    desk.press(part, "Keep (K)")
    desk.calm()
    assert now(desk) is Decision.HOLD, "a question comes first"
    desk.press(desk.dialog(), "Lift the hold")
    desk.calm()
    assert now(desk) is Decision.KEEP


@pytest.mark.parametrize("way", ["key", "button"])
def test_keep_asks_before_it_lifts_a_hold(desk: FrontDesk, way: str) -> None:
    part = desk.page.wizard.decide
    put_on_hold(desk)
    held = part.table.current()
    if way == "key":
        desk.window.activateWindow()
        desk.wait(desk.window.isActiveWindow)
        part.table.setFocus()
        desk.key(part.table, Qt.Key.Key_K)
    else:
        desk.press(part, "Keep (K)")
    desk.calm()
    assert now(desk) is Decision.HOLD
    question = desk.dialog()
    assert "係争中" in texts_in(question)
    assert held.number in question.windowTitle()
    desk.click(question.primary)
    desk.calm()
    assert part.table.current() == held
    assert now(desk) is Decision.HOLD
    part.decide_all(Decision.KEEP)
    desk.calm()
    assert part.table.current() == held, "who is on hold stays so when all are kept"


def test_who_is_put_on_hold_and_leaves_the_list_has_nobody_else_decided_on(desk: FrontDesk) -> None:
    part = desk.page.wizard.decide
    part.standing.setCurrentIndex(part.standing.findData(part.table.current().verdict.standing.value))
    part.table.select(lambda row: row.name.text == SHOP.organisation)
    before = {row.customer: row.decision for row in part.table.rows()}
    assert len(before) > 1, "otherwise there is nobody else"
    part._hold.setFocus()
    put_on_hold(desk)
    assert desk.customer(SHOP) not in {row.customer for row in part.table.rows()}
    assert part.table.current() is None
    assert not part._keep.isEnabled()
    desk.window.activateWindow()
    desk.wait(lambda: desk.window.focusWidget() is part.all_button)  # the nearest that can be used
    part.table.setFocus()
    desk.key(part.table, Qt.Key.Key_K)
    desk.calm()
    rows = desk.office.disposal.reviews.rows(desk.actor, desk.page.wizard.batch, list(before))
    assert {row.customer: row.decision for row in rows} == before | {desk.customer(SHOP): Decision.HOLD}


def test_ctrl_z_takes_back_neither_the_hold_nor_what_was_before_it(desk: FrontDesk) -> None:
    shop, part = desk.customer(SHOP), desk.page.wizard.decide
    version = desk.office.customers.detail(desk.actor, shop).version
    desk.office.customers.change(desk.actor, shop, version, {"email": "new@aoba.example"})
    put_on_hold(desk)
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow)
    part.table.setFocus()
    desk.key(part.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: "A hold is lifted on the page “Disposal”" in texts_in(desk.window))
    assert now(desk) is Decision.HOLD
    assert desk.office.customers.detail(desk.actor, shop).version == version + 1
    desk.press(part, "Keep (K)")
    desk.calm()
    desk.press(desk.dialog(), "Lift the hold")
    desk.calm()
    desk.window.edits.undo()
    desk.wait(lambda: "What you did last took something back already" in texts_in(desk.window))
    assert desk.office.customers.detail(desk.actor, shop).version == version + 1


def test_what_is_proposed_was_seen(desk: FrontDesk) -> None:
    wizard, reviews = desk.page.wizard, desk.office.disposal.reviews
    for paper in reviews.papers(desk.actor, wizard.batch):
        reviews.shred(desk.actor, wizard.batch, paper.code)
    desk.press(wizard.decide, "Keep (K)")
    desk.calm()
    go_on(desk)
    assert step(desk) == PAPERS
    elsewhere(desk, Decision.DESTROY)
    go_on(desk)
    refused(desk)
    assert step(desk) == DECIDE
    assert wizard.decide.table.current().decision is Decision.DESTROY
    assert reviews.open_batch(desk.actor, wizard.batch).state is BatchState.DRAFT


def test_a_hold_shows_what_it_takes_the_place_of(desk: FrontDesk) -> None:
    desk.press(desk.page.wizard.decide, "Hold… (H)")
    form = desk.dialog()
    assert isinstance(form, HoldDialog)
    assert "So far: Destroy" in texts_in(form)
    held = desk.page.wizard.decide.table.current()
    assert held.name.text in form.windowTitle()
    assert held.number in form.windowTitle()
    form.reason.setText("照会中")
    elsewhere(desk, Decision.HOLD, "係争中")
    desk.click(form.primary)
    desk.calm()
    assert form.isVisible()
    assert "Somebody else decided otherwise" in texts_in(form)
    assert "係争中" in texts_in(form)
    assert form.reason.text() == "照会中"
    desk.click(form.primary)
    desk.wait(lambda: not form.isVisible())
    assert desk.page.wizard.decide.table.current().hold_reason == "照会中"
    desk.wait(lambda: f"The disposal of {held.name.text} ({held.number}) is on hold" in texts_in(desk.window))


def test_how_papers_were_destroyed(desk: FrontDesk) -> None:
    wizard, reviews = desk.page.wizard, desk.office.disposal.reviews
    go_on(desk)
    how = wizard.steps[PAPERS].how
    before = reviews.shredding(desk.actor, wizard.batch)
    theirs = replace(before, level="P-5", witness="青木")
    reviews.note_shredding(desk.actor, wizard.batch, theirs, read=before)
    how._show(before)  # as it was read before that
    how.witness.setEditText("伊藤")
    how.witness.named.emit()
    refused(desk, "This record was changed after you opened it")
    assert "P-5, 青木" in how.theirs.text()
    assert how.witness.currentText() == "伊藤"
    how.witness.named.emit()
    desk.calm()
    assert not how.theirs.isVisible()
    assert reviews.shredding(desk.actor, wizard.batch).witness == "伊藤"


def test_what_was_approved_at_another_pc_does_not_wait_here_for_it(desk: FrontDesk) -> None:
    wizard, disposal = desk.page.wizard, desk.office.disposal
    for paper in disposal.reviews.papers(desk.actor, wizard.batch):
        disposal.reviews.shred(desk.actor, wizard.batch, paper.code)
    go_on(desk)
    go_on(desk)
    desk.wait(lambda: step(desk) == APPROVAL)
    desk.calm()
    approval = wizard.steps[APPROVAL]
    desk.wait(approval.approve_button.isVisible)
    assert "Waiting for approval" in texts_in(wizard)
    places = approval.places.shown
    (second,) = (
        one for one in disposal.approvals.approvers(desk.actor, wizard.batch) if one.name == SECOND_OWNER
    )
    disposal.approvals.approve_beside(
        desk.actor, wizard.batch, second.account, passphrase_of(SECOND_OWNER), places
    )
    desk.wait(lambda: "Meanwhile this batch has become: Approved." in texts_in(wizard))
    desk.calm()
    told = texts_in(wizard)
    assert "Waiting for approval" not in told
    assert "waits for its approver" not in told
    assert not approval.approve_button.isVisible()
    desk.press(wizard, "Read it again")
    desk.wait(lambda: step(desk) == DESTROY)
    assert "Approved. Nothing has been destroyed yet." in texts_in(wizard)
