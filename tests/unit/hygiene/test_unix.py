"""What happens where the system refuses; it is asked for real in the integration tests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from hvacdesk import hygiene
from hvacdesk.hygiene import unix
from tests.helpers.log_guard import LogGuard

pytestmark = pytest.mark.linux("asks Linux itself to close the process")


def test_a_refusal_is_told() -> None:
    refusing = SimpleNamespace(prctl=lambda *_arguments: -1)
    with pytest.raises(OSError):  # noqa: PT011 - whatever number the system gives
        unix.forbid_tracing(refusing)


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


def test_a_function_that_does_not_exist_is_no_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unix, "forbid_tracing", lambda libc: libc.of_another_library())
    with pytest.raises(AttributeError):
        hygiene.harden()


def test_what_was_freed_between_used_pieces_goes_back_to_the_system() -> None:
    pieces = [bytes(2_000) for _ in range(20_000)]
    kept = pieces[::100]
    del pieces
    before = _resident()
    hygiene.give_back_memory()
    assert before - _resident() > 20 << 20, len(kept)


THREADS_HEAP = """
import ctypes, threading
from hvacdesk import hygiene

libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
hygiene.share_one_heap()
there = []
thread = threading.Thread(target=lambda: there.append(libc.malloc(10_000)))
thread.start()
thread.join()
print(abs(there[0] - libc.malloc(10_000)))
"""


def test_threads_take_memory_from_one_heap() -> None:
    """Alone: what a process has once been given it keeps. Heaps lie many GiB apart."""
    command = [sys.executable, "-c", THREADS_HEAP]
    asked = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert int(asked.stdout) < 1 << 30


def _resident() -> int:
    """Bytes of this process that are in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
