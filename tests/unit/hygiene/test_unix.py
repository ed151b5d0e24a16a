"""What is asked of macOS, and refusals; Linux is asked for real in the integration tests."""

from __future__ import annotations

import os

import pytest

from hvacdesk import hygiene
from hvacdesk.hygiene import unix
from tests.helpers.log_guard import LogGuard

pytestmark = pytest.mark.linux("asks Linux itself to close the process")


class Libc:
    def __init__(self, answer: int = 0) -> None:
        self.asked: list[tuple[object, ...]] = []
        self._answer = answer

    def ptrace(self, *arguments: object) -> int:
        self.asked.append(arguments)
        return self._answer

    prctl = ptrace


def test_macos_refuses_debuggers() -> None:
    libc = Libc()
    unix.forbid_tracing(libc, "darwin")
    assert libc.asked == [(31, 0, None, 0)]


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_a_refusal_is_told(platform: str) -> None:
    with pytest.raises(OSError):  # noqa: PT011 - whatever number the system gives
        unix.forbid_tracing(Libc(answer=-1), platform)


def test_the_program_starts_even_where_a_measure_is_refused(
    monkeypatch: pytest.MonkeyPatch, log_guard: LogGuard
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError("no")

    monkeypatch.setattr(unix, "forbid_core_files", refuse)
    log_guard.expect("could not be closed to others: OSError")
    before = os.umask(0o022)
    try:
        hygiene.harden()
        assert os.umask(0o022) == 0o077
    finally:
        os.umask(before)
