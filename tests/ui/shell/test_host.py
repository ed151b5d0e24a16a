"""The program without a window, for the other PCs: `hvacdesk host`."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Role
from hvacdesk.seats.serving import Serving
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.setup_wizard import SetupWizard
from hvacdesk.ui.owners_seats import OwnersSeats
from tests.helpers.desk_office import desk_on, seen, wait
from tests.helpers.free_port import free_port
from tests.helpers.front_desk import build_front_desk
from tests.helpers.real_office import RealOffice
from tests.helpers.seats import raise_bug
from tests.helpers.secret_service import SecretService
from tests.helpers.two_pcs import LOOPBACK


@pytest.fixture
def real(tmp_path: Path, secret_service: SecretService) -> RealOffice:
    return build_front_desk(tmp_path / "office")


def switch_on(real: RealOffice) -> None:
    office, owner = real.login(Role.OWNER)
    serving = Serving(real.entry(), "0", raise_bug)
    OwnersSeats(serving, office).switch_on(owner, LOOPBACK.address, free_port())
    serving.stop()
    office.close()


def test_it_serves_without_a_window_until_somebody_starts_the_program(
    real: RealOffice, qtbot: QtBot, qapp: QApplication
) -> None:
    switch_on(real)
    with desk_on(real.home, qtbot, qapp) as desk:
        desk.host()
        wait(qtbot, lambda: desk.serving.is_on)
        assert desk.flow is None
        assert desk.window is None
        assert desk._come_forward()
        seen(qtbot, desk, LoginView)
        assert desk.serving.is_on
        desk.serving.stop()


def test_who_starts_the_program_as_it_begins_to_serve_keeps_the_window(
    real: RealOffice, qtbot: QtBot, qapp: QApplication
) -> None:
    switch_on(real)
    with desk_on(real.home, qtbot, qapp) as desk:
        desk._open_for_seats()
        assert desk._come_forward()
        desk._on_hosted()
        assert desk.flow is not None
        seen(qtbot, desk, LoginView)
        desk.serving.stop()


def test_it_ends_where_no_other_pc_may_connect(real: RealOffice, qtbot: QtBot, qapp: QApplication) -> None:
    with desk_on(real.home, qtbot, qapp) as desk:
        ended: list[bool] = []
        desk.finished.connect(lambda: ended.append(True))
        desk.host()
        wait(qtbot, lambda: ended)
        assert not desk.serving.is_on


def test_what_keeps_the_key_file_from_opening_is_shown_in_the_window(
    tmp_path: Path, secret_service: SecretService, qtbot: QtBot, qapp: QApplication
) -> None:
    with desk_on(tmp_path / "nothing", qtbot, qapp) as desk:
        desk.host()
        wait(qtbot, lambda: desk.flow is not None)
        seen(qtbot, desk, SetupWizard)
