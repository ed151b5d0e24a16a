"""A second start brings the open window forward: with Windows' library played by an object, and for real."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from ctypes import addressof, c_void_p, c_wchar_p, wintypes
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from hvacdesk.ui.shell import open_window
from tests.helpers.waiting import wait_until

SHOW = 0xC123
"""A message that Windows numbered."""


@dataclass
class Window:
    """One of the desktop's."""

    visible: bool = True
    iconic: bool = False
    popup: int = 0
    marks: set[str] = field(default_factory=set)


class User32:
    """Windows by their numbers, and what was done to them."""

    def __init__(self, **windows: Window) -> None:
        self.windows = {number + 1: window for number, window in enumerate(windows.values())}
        self.front: int | None = None
        self.allowed = False
        self.posted: list[tuple[int | None, int, bool]] = []

    def SetPropW(self, window: c_void_p, name: c_wchar_p, value: c_void_p) -> int:
        assert value.value, "GetPropW could not tell it from none"
        self.windows[window.value or 0].marks.add(name.value or "")
        return 1

    def GetPropW(self, window: c_void_p, name: c_wchar_p) -> int:
        return int(name.value in self.windows[window.value or 0].marks)

    def EnumWindows(self, each: Callable[[int, int], int], given: object) -> int:
        return int(all(each(window, 0) for window in list(self.windows)))

    def IsWindowVisible(self, window: c_void_p) -> int:
        return int(self.windows[window.value or 0].visible)

    def IsIconic(self, window: c_void_p) -> int:
        return int(self.windows[window.value or 0].iconic)

    def ShowWindow(self, window: c_void_p, how: int) -> int:
        assert how == 9
        self.windows[window.value or 0].iconic = False
        return 1

    def GetLastActivePopup(self, window: c_void_p) -> int:
        return self.windows[window.value or 0].popup or window.value or 0

    def RegisterWindowMessageW(self, name: c_wchar_p) -> int:
        assert name.value == "hvacdesk-show"
        return SHOW

    def AllowSetForegroundWindow(self, _program: object) -> int:
        self.allowed = True
        return 1

    def PostMessageW(self, window: c_void_p, message: Any, _first: None, _second: None) -> int:
        self.posted.append((window.value, message.value, self.allowed))
        return 1

    def SetForegroundWindow(self, window: c_void_p) -> int:
        self.front = window.value
        return 1


def test_the_marked_window_comes_to_the_front(tmp_path: Path) -> None:
    user32 = User32(other=Window(), ours=Window(iconic=True), third=Window())
    assert open_window.mark(user32, 2, tmp_path)
    assert open_window.bring_forward(user32, tmp_path)
    assert user32.front == 2
    assert not user32.windows[2].iconic


def test_the_dialog_over_it_comes_to_the_front(tmp_path: Path) -> None:
    user32 = User32(ours=Window(popup=2), dialog=Window())
    open_window.mark(user32, 1, tmp_path)
    assert open_window.bring_forward(user32, tmp_path)
    assert user32.front == 2


@pytest.mark.parametrize("shown", [True, False])
def test_another_office_and_a_hidden_window_are_left_alone(tmp_path: Path, shown: bool) -> None:
    user32 = User32(ours=Window(visible=shown))
    open_window.mark(user32, 1, tmp_path / "other" if shown else tmp_path)
    assert not open_window.bring_forward(user32, tmp_path)
    assert user32.front is None


def test_one_folder_has_one_mark_however_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "office").mkdir()
    user32 = User32(ours=Window())
    open_window.mark(user32, 1, tmp_path / "office")
    assert open_window.bring_forward(user32, tmp_path / "office" / ".." / "office")


def test_a_program_without_a_window_is_asked_to_show_one(tmp_path: Path) -> None:
    user32 = User32(other=Window(), unseen=Window(visible=False))
    assert open_window.mark_unseen(user32, 2, tmp_path)
    assert not open_window.bring_forward(user32, tmp_path / "other")
    assert open_window.bring_forward(user32, tmp_path)
    assert user32.posted == [(2, SHOW, True)]


def test_of_two_windows_that_nobody_sees_one_is_asked(tmp_path: Path) -> None:
    """Asked through both, the program would show its login window twice."""
    user32 = User32(other=Window(), first=Window(visible=False), second=Window(visible=False))
    for unseen in (2, 3):
        assert open_window.mark_unseen(user32, unseen, tmp_path)
    assert open_window.bring_forward(user32, tmp_path)
    assert user32.posted == [(2, SHOW, True)]
    assert user32.front is None


def test_only_that_message_shows_the_window() -> None:
    told: list[bool] = []
    heard = open_window.AskedToShow(SHOW, lambda: told.append(True))
    for number in (SHOW - 1, SHOW):
        message = wintypes.MSG()
        message.message = number
        assert heard.nativeEventFilter(b"windows_generic_MSG", addressof(message)) == (False, 0)
    assert heard.nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)
    assert told == [True]


MINIMIZE = 6  # SW_MINIMIZE
BOTTOM = 1  # HWND_BOTTOM
STAYS = 0x13  # SWP_NOSIZE | SWP_NOMOVE | SWP_NOACTIVATE
LOOKS = 3_000
PATIENCE_SECONDS = 120
Start = Callable[[Path], subprocess.Popen[bytes]]


def user32() -> Any:
    """This Windows' own."""
    return ctypes.WinDLL("user32")  # type: ignore[attr-defined,unused-ignore]


def marked(home: Path) -> list[int]:
    """The windows to be seen that are marked as open on the office."""
    library, name = user32(), open_window._name(home)
    return [
        window
        for window in open_window._windows(library)
        if library.GetPropW(c_void_p(window), c_wchar_p(name)) and library.IsWindowVisible(c_void_p(window))
    ]


@pytest.mark.windows("finds the window by its mark")
class TestThisWindows:
    """The program itself, in processes of its own with Windows' windows."""

    @pytest.fixture
    def start(self) -> Iterator[Start]:
        with ExitStack() as started:

            def run(home: Path) -> subprocess.Popen[bytes]:
                return started.enter_context(program(home))

            yield run

    def test_a_second_start_shows_the_window_of_its_own_office(self, start: Start, tmp_path: Path) -> None:
        one, other = tmp_path / "one", tmp_path / "other"
        start(one)
        wait_until(lambda: marked(one), PATIENCE_SECONDS * 1000)
        (window,) = marked(one)
        user32().ShowWindow(c_void_p(window), MINIMIZE)
        assert user32().IsIconic(c_void_p(window))
        assert start(one).wait(PATIENCE_SECONDS) == 0
        wait_until(lambda: not user32().IsIconic(c_void_p(window)), PATIENCE_SECONDS * 1000)
        assert marked(one) == [window]
        second = start(other)
        wait_until(lambda: set(marked(other)) - {window}, PATIENCE_SECONDS * 1000)
        assert second.poll() is None

    def test_windows_that_close_meanwhile_do_not_end_the_list(self) -> None:
        """Nor does the system stop answering: Wine did when it was asked for the windows one by one."""
        library = user32()
        ended = Event()

        def open_and_close() -> None:
            while not ended.is_set():
                window = library.CreateWindowExW(0, c_wchar_p("STATIC"), None, 0, 0, 0, 9, 9, *[None] * 4)
                library.DestroyWindow(c_void_p(window))

        last = library.CreateWindowExW(0, c_wchar_p("STATIC"), None, 0, 0, 0, 9, 9, *[None] * 4)
        library.SetWindowPos(c_void_p(last), c_void_p(BOTTOM), 0, 0, 0, 0, STAYS)
        with ThreadPoolExecutor(1) as pool:
            closing = pool.submit(open_and_close)
            try:
                missed = [one for one in range(LOOKS) if last not in open_window._windows(library)]
            finally:
                ended.set()
            closing.result()
        library.DestroyWindow(c_void_p(last))
        assert not missed


@contextmanager
def program(home: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start it; it is ended at the end if it still runs."""
    environment = os.environ | {"QT_QPA_PLATFORM": "windows"}
    with subprocess.Popen(
        [sys.executable, "-m", "hvacdesk", "--home", str(home)], env=environment
    ) as started:
        yield started
        started.kill()
