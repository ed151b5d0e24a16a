"""Letters typed into the search of a review are sought: in the table below some of them are decisions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Role
from tests.helpers.front_desk import FrontDesk, open_window
from tests.helpers.secret_service import SecretService
from tests.helpers.vault_offices import cheap_passphrases
from tests.journeys.month_end import office_with_a_past
from tests.journeys.test_disposal import go_on


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, secret_service: SecretService) -> Iterator[FrontDesk]:
    """Before the review of a month's disposal."""
    assert secret_service.is_open()
    with (
        cheap_passphrases(),
        open_window(office_with_a_past(tmp_path / "office", []), qtbot, Role.OWNER) as opened,
    ):
        opened.go("disposal")
        opened.click(opened.page._start)
        go_on(opened)
        yield opened


def test_the_search_keeps_the_keyboard_while_somebody_types(desk: FrontDesk) -> None:
    step = desk.page.wizard.decide
    decided = {row.customer: row.decision for row in step.table.rows()}
    step.search.setFocus()
    for letter in "C-0000":
        desk.qtbot.keyClick(desk.window.focusWidget(), letter)
        desk.calm()
        assert step.table.current() is not None
        assert desk.window.focusWidget() is step.search
    desk.qtbot.keyClicks(desk.window.focusWidget(), "k")
    desk.calm()
    assert step.search.text() == "C-0000k"
    step.search.clear()
    desk.calm()
    assert {row.customer: row.decision for row in step.table.rows()} == decided


def test_the_chosen_row_stays_in_sight_wherever_a_sorting_puts_it(desk: FrontDesk) -> None:
    """Single keys decide about it: nobody may destroy what is out of sight."""
    table = desk.page.wizard.decide.table
    table.set_rows([one for one in table.rows() for _copy in range(60)])
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    table.selectRow(0)
    table.scrollToTop()
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert table.currentIndex().row() > 0
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())
