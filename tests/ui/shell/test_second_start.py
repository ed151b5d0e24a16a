"""A second start on Linux shows the window that is open already, and nobody else gets anything from it."""

from __future__ import annotations

import os
import socket
import stat
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hvacdesk import app
from hvacdesk.ui.shell.second_start import ShowOnRequest, ask_to_show
from tests.helpers.ground import MovableClock

pytestmark = pytest.mark.linux("Windows finds the window by its mark: test_open_window.py")


@pytest.fixture
def login_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """What the system keeps for this login; short, as a socket's address must be."""
    with tempfile.TemporaryDirectory(prefix="hvr-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@pytest.fixture
def listening(login_folder: Path, qapp: QApplication, tmp_path: Path) -> Iterator[ShowOnRequest]:
    one = ShowOnRequest(tmp_path, lambda: True)
    assert one.listen()
    yield one
    one.stop()


def asked(qtbot: QtBot, home: Path) -> bool:
    """What the second start, a thread here, is answered."""
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(ask_to_show, home)
        qtbot.waitUntil(answer.done, timeout=10_000)
        return answer.result()


def test_a_second_start_shows_the_open_window_and_ends(
    login_folder: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = app.Desk(tmp_path, MovableClock())
    flow = desk.show_login()
    desk.show_on_second_start()
    flow.window.showMinimized()
    assert asked(qtbot, tmp_path)
    assert not flow.window.windowState() & Qt.WindowState.WindowMinimized
    flow.window.hide()
    assert not asked(qtbot, tmp_path), "there is nothing to see: the second start has to say so"
    flow.window.show()
    with qtbot.waitSignal(desk.finished):
        flow.window.close()
    assert not list(login_folder.iterdir())


def test_another_office_is_not_meant(listening: ShowOnRequest, qtbot: QtBot, tmp_path: Path) -> None:
    assert asked(qtbot, tmp_path)
    assert not asked(qtbot, tmp_path / "other")


def test_the_socket_is_its_owners_alone(listening: ShowOnRequest, login_folder: Path) -> None:
    (address,) = login_folder.iterdir()
    assert stat.S_IMODE(address.stat().st_mode) == 0o600


def test_nothing_that_is_sent_is_read(listening: ShowOnRequest, login_folder: Path, qtbot: QtBot) -> None:
    (address,) = login_folder.iterdir()
    with socket.socket(socket.AF_UNIX) as asking, ThreadPoolExecutor(1) as pool:
        asking.connect(str(address))
        asking.sendall(b"open customer 1\n" * 100)
        answer = pool.submit(asking.recv, 100)
        qtbot.waitUntil(answer.done, timeout=10_000)
        assert answer.result() == b"1"


def test_one_that_listens_already_stays(listening: ShowOnRequest, qtbot: QtBot, tmp_path: Path) -> None:
    assert not ShowOnRequest(tmp_path, lambda: False).listen()
    assert asked(qtbot, tmp_path)


def test_what_a_killed_program_left_is_no_hindrance(
    listening: ShowOnRequest, login_folder: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    (address,) = login_folder.iterdir()
    listening.stop()
    with socket.socket(socket.AF_UNIX) as left_over:
        left_over.bind(str(address))
    assert not asked(qtbot, tmp_path)
    assert listening.listen()
    assert asked(qtbot, tmp_path)


@pytest.mark.parametrize("kept", ["", "/nowhere", "open to others"])
def test_without_a_folder_of_ones_own_nobody_listens(
    login_folder: Path, monkeypatch: pytest.MonkeyPatch, kept: str, tmp_path: Path
) -> None:
    if kept == "open to others":
        os.chmod(login_folder, 0o755)
    else:
        monkeypatch.setenv("XDG_RUNTIME_DIR", kept)
    assert not ShowOnRequest(tmp_path, lambda: True).listen()
    assert not ask_to_show(tmp_path)
