"""The papers of a disposal: each scan is answered, and the step scrolls as one and not within itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from pytestqt.qtbot import QtBot

from hvacdesk.domain.disposal.disposal import Decision
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import NewPaper, PaperKind
from hvacdesk.domain.roles import Role
from hvacdesk.ui.disposal.papers_step import PapersStep
from hvacdesk.ui.disposal.wizard import PAPERS
from hvacdesk.ui.theme import Scheme
from hvacdesk.ui.widgets import within_screen
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, open_window
from tests.helpers.secret_service import SecretService
from tests.helpers.vault_offices import cheap_passphrases
from tests.journeys.month_end import office_with_a_past
from tests.journeys.test_disposal import go_on

MANY = 12


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, secret_service: SecretService) -> Iterator[FrontDesk]:
    assert secret_service.is_open()
    with (
        cheap_passphrases(),
        open_window(office_with_a_past(tmp_path / "office", []), qtbot, Role.OWNER) as opened,
    ):
        yield opened


def opened_step(desk: FrontDesk, papers: int) -> PapersStep:
    """The step with so many papers of somebody who is to be destroyed besides those that there are."""
    desk.go("disposal")
    desk.click(desk.page._start)
    wizard = desk.page.wizard
    rows = desk.office.disposal.reviews.open_batch(desk.actor, wizard.batch).rows
    whose = next(row.customer for row in rows if row.decision is Decision.DESTROY)
    for _paper in range(papers):
        desk.office.papers.file(desk.actor, NewPaper(PaperKind.CONTRACT, whose, label="据付"))
    go_on(desk)
    go_on(desk)
    step = wizard.steps[PAPERS]
    assert isinstance(step, PapersStep)
    desk.wait(lambda: len(step.table.rows()) >= papers)
    return step


def shredded(desk: FrontDesk) -> int:
    entries = desk.office.audit.entries(desk.actor, limit=100)
    return sum(one.action is Action.PAPER_CHANGED for one in entries)


def scan(desk: FrontDesk, step: PapersStep, code: str) -> str:
    step.code.setText(code)
    desk.key(step.code, Qt.Key.Key_Return)
    desk.calm()
    return step.answer.text()


@pytest.mark.parametrize("by", ["code", "number"])
def test_a_second_scan_says_that_the_paper_is_ticked_already_and_by_whom(desk: FrontDesk, by: str) -> None:
    step = opened_step(desk, 1)
    paper = next(one for one in step.table.rows() if one.number.startswith("P"))
    assert not step.answer.isVisible()
    said = scan(desk, step, paper.code)
    assert said == f"{paper.number}  Contract: registered as shredded."
    assert step.answer.isVisible()
    noted = shredded(desk)
    said = scan(desk, step, getattr(paper, by))
    assert said.startswith(f"{paper.number}  Contract is ticked already: registered as shredded today ")
    assert f"by {desk.actor.name}. Nothing was changed." in said
    assert step.code.text() == ""
    assert "was shredded?" not in texts_in(desk.window), "nothing is asked about what is known"
    assert shredded(desk) == noted


def test_a_double_click_on_a_ticked_paper_says_so_too(desk: FrontDesk) -> None:
    step = opened_step(desk, 1)
    paper = next(one for one in step.table.rows() if one.number.startswith("P"))
    scan(desk, step, paper.code)
    step.table.activated_row.emit(paper)
    desk.calm()
    assert "is ticked already" in step.answer.text()


@pytest.mark.parametrize("question", ["shredded", "error"])
def test_a_scan_answers_no_question_and_is_named_as_not_taken(desk: FrontDesk, question: str) -> None:
    step = opened_step(desk, 2)
    one, other = [paper for paper in step.table.rows() if paper.number.startswith("P")][:2]
    scan(desk, step, one.number if question == "shredded" else "2026-999999-1")
    asked = desk.dialog()
    noted = shredded(desk)
    for key in other.code:
        desk.key(asked.focusWidget(), Qt.Key(ord(key)))
    desk.key(asked.focusWidget(), Qt.Key.Key_Return)
    desk.calm()
    assert asked.isVisible()
    assert f"{other.code}: not registered." in texts_in(asked)
    asked.accept()
    desk.calm()
    assert shredded(desk) == noted
    assert step.untaken.isVisible()
    assert other.code in texts_in(step.untaken)
    assert step.code.selectedText() == step.code.text() != ""
    scan(desk, step, other.code)
    assert shredded(desk) == noted + 1
    assert not step.untaken.isVisible()


@pytest.mark.parametrize(("language", "size"), [("ja", 100), ("en", 100), ("ja", 200), ("en", 200)])
def test_the_step_is_whole_and_scrolls_as_one(
    desk: FrontDesk, language: str, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = QSize(1280, 690) if size == 100 else QSize(1366, 738)  # a screen less the window's frame
    monkeypatch.setattr(within_screen, "free_room", lambda _window: QRect(QPoint(), room))
    desk.window.change_look(language, Scheme.LIGHT, size)
    desk.calm()
    desk.window.resize(room)
    step = opened_step(desk, MANY)
    assert step.isVisible()
    assert desk.window.size() == room
    (area,) = step.findChildren(ScrollColumn)
    assert area.widget().width() <= area.viewport().width()
    for shown in (step.table, step.copies.table):
        assert (shown.verticalScrollBar().maximum(), shown.horizontalScrollBar().maximum()) == (0, 0)
        assert shown.viewport().height() >= shown.verticalHeader().length()
    step.table.enter()
    for _row in range(MANY):
        desk.key(step.table, Qt.Key.Key_Down)
    desk.calm()
    row = step.table.visualRect(step.table.currentIndex())
    at = step.table.viewport().mapTo(area.viewport(), row.center())
    assert area.viewport().rect().contains(at), "the row that the keyboard chose is in sight"
