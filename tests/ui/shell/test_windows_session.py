"""What Windows says of its session, in messages as it sends them, with its library played by an object."""

from __future__ import annotations

import ctypes
from ctypes import wintypes

import pytest

from hvacdesk.ui.shell.windows_session import (
    MESSAGE_KIND,
    POWER_BROADCAST,
    SESSION_CHANGE,
    WindowsSession,
)

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
