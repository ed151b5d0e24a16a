"""Two people in one month-end check are told of each other, and a month without anybody due can be left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.disposal.disposal import BatchRow, BatchState
from hvacdesk.domain.roles import Role
from hvacdesk.ui.disposal.wizard import CHECK, DECIDE, DisposalWizard
from hvacdesk.ui.pages.disposal import AnotherReview
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, copy_office, open_window
from tests.helpers.real_office import SECOND_OWNER, RealOffice


@pytest.fixture
def desk(
    template: RealOffice, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[FrontDesk]:
    home = tmp_path / "office"
    copy_office(template.home, home)
    real = RealOffice(home, template.clock, template.accounts)
    entry = real.entry()
    monkeypatch.setattr(RealOffice, "entry", lambda _self: entry)  # both log in by the same door
    with open_window(real, qtbot, Role.OWNER) as opened:
        yield opened


@pytest.fixture
def wizard(desk: FrontDesk) -> DisposalWizard:
    desk.go("disposal", review="yes")
    shown: list[DisposalWizard] = desk.page.findChildren(DisposalWizard)
    desk.wait(lambda: shown[0].batch)
    desk.calm()
    return shown[0]


def test_each_is_told_who_else_is_inside_and_when_they_left(desk: FrontDesk, wizard: DisposalWizard) -> None:
    subject = f"batch:{wizard.batch}"
    colleague, who = desk.real.login(SECOND_OWNER)
    try:
        colleague._workplace.seat = "受付の席"
        (seen,) = colleague.beside.look(who, subject)
        assert (seen.name, seen.seat) == (desk.actor.name, "")
        desk.wait(lambda: who.name in wizard.beside_note.text())
        assert "受付の席" in wizard.beside_note.text()
        colleague.beside.leave(who, subject)
        desk.wait(wizard.beside_note.isHidden)
    finally:
        colleague.leave(who)


def test_a_month_with_nobody_due_says_so_and_is_left(desk: FrontDesk, wizard: DisposalWizard) -> None:
    wizard._show(CHECK)
    wizard._next()
    desk.calm()
    step = wizard.steps[DECIDE]
    assert "Nothing to do this month" in texts_in(step)
    assert not wizard.decide.table.isVisible()
    assert not wizard.next_button.isVisible()
    assert wizard.stop_button.text() == "Close"
    left: list[bool] = []
    wizard.left.connect(lambda: left.append(True))
    desk.click(wizard.stop_button)
    assert left == [True]


def test_on_the_first_of_a_month_the_review_of_the_month_before_is_opened(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = desk.real.clock.now
    monkeypatch.setattr(desk.real.clock, "now", (now.replace(day=1) + timedelta(days=32)).replace(day=1))
    desk.go("disposal", review="yes")
    desk.wait(lambda: desk.page.findChildren(DisposalWizard)[0].batch)
    desk.calm()
    (batch,) = desk.office.disposal.reviews.batches(desk.actor)
    assert batch.month == f"{now:%Y-%m}"


def test_the_running_month_is_begun_early_only_after_a_question(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = BatchRow("x", "D2026-001", "2026-10", BatchState.VERIFIED, 1, "", "", "V-1")
    begun: list[str] = []
    desk.go("disposal")
    monkeypatch.setattr(desk.page, "_begin", begun.append)
    desk.page._begin_or_ask("2026-10", (done,))
    question = desk.dialog()
    assert isinstance(question, AnotherReview)
    assert "The review of October 2026 is done" in question.windowTitle()
    assert begun == []
    desk.press(question, "Begin November 2026")
    assert begun == ["2026-11"]
