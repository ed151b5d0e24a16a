"""What Windows says of its session: in messages as it sends them, and in some that it is given to send."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from ctypes import wintypes
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.ui.shell.windows_session import (
    MESSAGE_KIND,
    POWER_BROADCAST,
    SESSION_CHANGE,
    WindowsSession,
)
from tests.helpers.front_desk import FrontDesk, build_front_desk, open_window
from tests.helpers.secret_service import SecretService

LOCK, UNLOCK, CONSOLE_DISCONNECT, REMOTE_DISCONNECT, SUSPEND, RESUME = 0x7, 0x8, 0x2, 0x4, 0x4, 0x7


class Library:
    """Notes who asked for session messages."""

    def __init__(self, *, grants: bool = True) -> None:
        self.windows: list[int | None] = []
        self.grants = grants

    def WTSRegisterSessionNotification(self, window: wintypes.HWND, flags: wintypes.DWORD) -> int:
        assert flags.value == 0, "this session alone"
        if self.grants:
            self.windows.append(window.value)
        return int(self.grants)

    def WTSUnRegisterSessionNotification(self, window: wintypes.HWND) -> int:
        self.windows.remove(window.value)
        return 1


def heard(message: int, parameter: int, kind: bytes = MESSAGE_KIND) -> int:
    """How often the desk is told to lock for one message."""
    told: list[None] = []
    session = WindowsSession(Library(), lambda: told.append(None))
    sent = wintypes.MSG()
    sent.message, sent.wParam = message, parameter
    assert session.nativeEventFilter(kind, ctypes.addressof(sent)) == (False, 0), "others see it, too"
    return len(told)


@pytest.mark.parametrize(
    ("message", "parameter"),
    [
        (SESSION_CHANGE, LOCK),
        (SESSION_CHANGE, CONSOLE_DISCONNECT),
        (SESSION_CHANGE, REMOTE_DISCONNECT),
        (POWER_BROADCAST, SUSPEND),
    ],
)
def test_the_desk_locks_when_somebody_else_may_sit_down(message: int, parameter: int) -> None:
    assert heard(message, parameter) == 1


@pytest.mark.parametrize(
    ("message", "parameter"),
    [(SESSION_CHANGE, UNLOCK), (POWER_BROADCAST, RESUME), (0x0100, LOCK), (0, 0)],
)
def test_nothing_else_locks_it(message: int, parameter: int) -> None:
    assert heard(message, parameter) == 0


def test_messages_of_another_kind_are_not_looked_into() -> None:
    assert heard(SESSION_CHANGE, LOCK, b"xcb_generic_event_t") == 0


def test_the_question_is_taken_back_once() -> None:
    library = Library()
    session = WindowsSession(library, lambda: None)
    assert session.begin(0x1_0000_1234)
    assert library.windows == [0x1_0000_1234], "a handle is as wide as a pointer"
    session.end()
    session.end()
    assert library.windows == []


def test_a_refusal_is_told_and_leaves_nothing_to_take_back() -> None:
    library = Library(grants=False)
    session = WindowsSession(library, lambda: None)
    assert not session.begin(1)
    session.end()


def library(name: str) -> Any:
    """One of this Windows' own."""
    return ctypes.WinDLL(name)  # type: ignore[attr-defined,unused-ignore]


def post(message: int, parameter: int) -> None:
    """Give this thread a message, as Windows gives it those for its windows."""
    thread = library("kernel32").GetCurrentThreadId()
    posted = library("user32").PostThreadMessageW(
        thread, message, wintypes.WPARAM(parameter), wintypes.LPARAM(0)
    )
    assert posted


@pytest.mark.windows("tells a window of its session")
class TestADesk:
    @pytest.fixture
    def asked(self, monkeypatch: pytest.MonkeyPatch) -> Library:
        """Who asked for messages: Windows tells of the session's lock only whoever asked."""
        played = Library()
        monkeypatch.setattr(ctypes.windll, "wtsapi32", played, raising=False)  # type: ignore[attr-defined,unused-ignore]
        return played

    @pytest.fixture
    def desk(
        self, asked: Library, tmp_path: Path, qtbot: QtBot, secret_service: SecretService
    ) -> Iterator[FrontDesk]:
        assert secret_service.is_open()
        with open_window(build_front_desk(tmp_path / "office"), qtbot) as opened:
            yield opened

    def test_it_locks_and_asks_no_more_once_it_is_left(self, desk: FrontDesk, asked: Library) -> None:
        assert asked.windows == [int(desk.window.winId())]
        post(SESSION_CHANGE, UNLOCK)
        desk.calm()
        assert not desk.window.locked
        post(SESSION_CHANGE, LOCK)
        desk.wait(lambda: desk.window.locked)
        desk.window.session_lock.stop()
        assert asked.windows == []

    def test_it_locks_when_the_computer_goes_to_sleep(self, desk: FrontDesk) -> None:
        post(POWER_BROADCAST, SUSPEND)
        desk.wait(lambda: desk.window.locked)
