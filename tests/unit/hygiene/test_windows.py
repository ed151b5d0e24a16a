"""What is asked of Windows, with its libraries played by objects that note the calls."""

from __future__ import annotations

import sys

import pytest

from hvacdesk.hygiene.windows import silence_error_reports


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
    assert kernel32.error_mode == 0x8003, "what was set before stays set"
    assert kernel32.report_flags == 0x181
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
