"""Killed in the middle of typing, the program gives back at the next login what was typed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from hvacdesk.app import Desk
from hvacdesk.ui import background
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.pin_view import PinView
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.notice import Notice
from tests.helpers.desk_office import OWNER_PASSPHRASE, desk_on, seen, set_up_office, wait
from tests.helpers.left_typed import left_typed
from tests.helpers.secret_service import SecretService
from tests.helpers.vault_offices import real_passphrases
from tests.journeys.half_typed import FAMILY


@pytest.fixture
def home(tmp_path: Path, secret_service: SecretService) -> Path:
    with real_passphrases():  # the program's own process refuses cheap passphrase work
        set_up_office(tmp_path / "office")
    return tmp_path / "office"


def kill_while_typing(home: Path) -> None:
    """Start the program, type into a form, and kill it as a power cut would."""
    command = [sys.executable, "-m", "tests.journeys.half_typed", str(home)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as running:
        assert running.stdout is not None
        said = running.stdout.readline()
        running.kill()
    assert said == "kept\n"


def log_in(qtbot: QtBot, desk: Desk) -> None:
    view = seen(qtbot, desk, LoginView)
    view.passphrase.set_text(OWNER_PASSPHRASE)
    view.log_in()
    seen(qtbot, desk, PinView).skipped.emit()
    wait(qtbot, lambda: desk.window is not None)
    wait(qtbot, background.idle)


def test_a_form_that_was_being_typed_is_there_after_a_kill(
    home: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    kill_while_typing(home)
    with desk_on(home, qtbot, qapp) as desk:
        log_in(qtbot, desk)
        assert desk.window is not None
        offered = next(one for one in desk.window.findChildren(Notice) if one.isVisible())
        assert "Unfinished work is waiting: 1" in offered.accessibleName()
        offered._button.click()
        wait(qtbot, lambda: isinstance(QApplication.activeModalWidget(), CustomerForm))
        form = QApplication.activeModalWidget()
        assert isinstance(form, CustomerForm)
        wait(qtbot, lambda: form.name.parts["family"].text() == FAMILY)
        form.reject()
        question = form.findChild(Dialog)
        assert question is not None
        throw_away = next(one for one in question.findChildren(QPushButton) if one.text() == "Throw away")
        throw_away.click()
        wait(qtbot, background.idle)
        assert left_typed(desk.window.drafts, "customer", "new") is None
