"""Nobody is told of a key that does nothing for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Role
from hvacdesk.ui.help.shortcut_overview import ShortcutOverview
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, open_desk
from tests.helpers.real_office import RealOffice

HINT = "F2 notes a call"


@pytest.fixture(params=[Role.TECHNICIAN, Role.DESK], ids=lambda role: role.value)
def desk(
    request: pytest.FixtureRequest, template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, request.param) as opened:
        yield opened


def test_who_notes_no_calls_is_not_told_how(desk: FrontDesk) -> None:
    notes = Role.DESK in desk.actor.roles
    desk.go("calls")
    assert (HINT in texts_in(desk.page)) is notes
    desk.window.help.show_keys()
    keys = desk.dialog()
    assert isinstance(keys, ShortcutOverview)
    told = texts_in(keys)
    assert ("Note a call" in told) is notes
    assert ("Check who is calling" in told) is notes
    assert ("Move the job" in told) is notes
    assert "Help for what is in front" in told
