"""What is asked of Windows: with its libraries played by objects that note the calls, and of itself."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from hvacdesk import hygiene
from hvacdesk.hygiene.windows import silence_error_reports

NO_ERROR_BOXES = 0x3
NO_MEMORY_IN_REPORTS = 0x181
PROGRAM = "hvacdesk-tests.exe"


class Kernel32:
    def __init__(self, answer: int = 0) -> None:
        self.error_mode = 0x8000
        self.report_flags = 0
        self._answer = answer

    def GetErrorMode(self) -> int:
        return self.error_mode

    def SetErrorMode(self, mode: int) -> int:
        self.error_mode = mode
        return 0

    def WerSetFlags(self, flags: int) -> int:
        self.report_flags = flags
        return self._answer


class Wer:
    def __init__(self) -> None:
        self.excluded: list[tuple[str, bool]] = []

    def WerAddExcludedApplication(self, name: str, everybody: bool) -> int:
        self.excluded.append((name, everybody))
        return 0


def test_crashes_start_no_report_and_reports_hold_no_memory() -> None:
    kernel32, wer = Kernel32(), Wer()
    silence_error_reports(kernel32, wer)
    assert kernel32.error_mode == 0x8000 | NO_ERROR_BOXES, "what was set before stays set"
    assert kernel32.report_flags == NO_MEMORY_IN_REPORTS
    assert wer.excluded == []


def test_the_installed_program_is_excluded_for_this_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "hvacdesk.exe")
    wer = Wer()
    silence_error_reports(Kernel32(), wer)
    assert wer.excluded == [("hvacdesk.exe", False)]


def test_a_refusal_is_told() -> None:
    with pytest.raises(OSError, match="Error Reporting"):
        silence_error_reports(Kernel32(answer=-2147024891), Wer())


def library(name: str) -> Any:
    """One of this Windows' own."""
    return ctypes.WinDLL(name)  # type: ignore[attr-defined,unused-ignore]


@pytest.mark.windows("keeps what it was told, and tells it")
class TestThisWindows:
    """It is asked for real. A warning in the log, as of a measure that was left out, fails each of these."""

    @pytest.fixture(autouse=True)
    def as_before(self) -> Iterator[None]:
        mode, mask = library("kernel32").GetErrorMode(), os.umask(0o077)
        library("kernel32").SetErrorMode(0)
        yield
        library("kernel32").SetErrorMode(mode)
        os.umask(mask)

    def test_a_crash_opens_no_box(self) -> None:
        hygiene.harden()
        assert library("kernel32").GetErrorMode() & NO_ERROR_BOXES == NO_ERROR_BOXES

    @pytest.mark.not_wine("tells nobody the flags of its error reports")
    def test_a_report_holds_no_memory(self) -> None:
        hygiene.harden()
        kernel32, flags = library("kernel32"), ctypes.c_uint32()
        kernel32.GetCurrentProcess.restype = ctypes.c_void_p
        process = ctypes.c_void_p(kernel32.GetCurrentProcess())
        assert kernel32.WerGetFlags(process, ctypes.byref(flags)) == 0
        assert flags.value & NO_MEMORY_IN_REPORTS == NO_MEMORY_IN_REPORTS

    def test_the_installed_program_starts_no_report(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Windows takes a name off its list only if it is there."""
        monkeypatch.setattr(sys, "frozen", True, raising=False)
        monkeypatch.setattr(sys, "executable", rf"C:\programs\{PROGRAM}")
        hygiene.harden()
        wer, name = library("wer"), ctypes.c_wchar_p(PROGRAM)
        assert wer.WerRemoveExcludedApplication(name, False) == 0
        assert wer.WerRemoveExcludedApplication(name, False) != 0
