"""What the desk is offered in the disposal's review, and what only the person responsible is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Role
from hvacdesk.ui.disposal.wizard import DECIDE
from tests.helpers.front_desk import open_window
from tests.helpers.secret_service import SecretService
from tests.helpers.vault_offices import cheap_passphrases
from tests.journeys.month_end import office_with_a_past
from tests.journeys.test_disposal import go_on


def test_the_desk_is_not_asked_for_a_reason_that_it_may_not_give(
    tmp_path: Path, qtbot: QtBot, secret_service: SecretService
) -> None:
    assert secret_service.is_open()
    with (
        cheap_passphrases(),
        open_window(office_with_a_past(tmp_path / "office", []), qtbot, Role.DESK) as desk,
    ):
        desk.go("disposal")
        desk.click(desk.page._start)
        go_on(desk)
        step = desk.page.wizard.steps[DECIDE]
        step.table.select_first()
        assert not step._hold.isEnabled()
        assert "person responsible" in step._hold.toolTip()
        desk.key(step.table, Qt.Key.Key_H)
        desk.calm()
        assert QApplication.activeModalWidget() is None
