"""The sample office in two windows: the office PC's, and that of a PC that joined it, to be tried by hand.

Both are the program as it is, each in a process of its own with a folder of its own, connected over this
computer's loopback. What somebody does in one is seen in the other.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from hvacdesk.demo.two_seats import CLERK, OWNER, SECOND, joining
from hvacdesk.domain.clock import Clock
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.services.entry.entry import OfficeEntry

if TYPE_CHECKING:
    from hvacdesk.ui.office.sample_logins_dialog import SampleLoginsDialog

_OFF_SCREEN = frozenset({"offscreen", "minimal"})
SEAT_NAME = phrase("Demo", "Reception")


def has_screen() -> bool:
    """Whether windows can be seen here."""
    if os.environ.get("QT_QPA_PLATFORM") in _OFF_SCREEN:
        return False
    if sys.platform == "win32":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def hint(words: Words) -> str:
    """What to do with the two windows."""
    return words(_HINT).format(owner=OWNER.name, clerk=CLERK.name, second=SECOND.name)


def run(
    home: Path,
    seat_home: Path,
    clock: Clock,
    words: Words,
    beside: Callable[[], SampleLoginsDialog] | None = None,
) -> int:
    """Let a PC join the office in ``home``, open both windows, and return once both are closed.

    Args:
        beside: makes a further window of the office PC's.
    """
    from hvacdesk import app

    _join(home, seat_home, clock, words(SEAT_NAME))
    seat = subprocess.Popen([*_program(), "--home", str(seat_home)])
    try:
        return app.run(home, clock, until=lambda: seat.poll() is not None, beside=beside)
    finally:
        if seat.poll() is None:
            seat.terminate()
        seat.wait()
        entry = OfficeEntry(seat_home, clock)
        if entry.is_seat:
            entry.seat_pc().leave_office()


_HINT = phrase(
    "Demo",
    "Two windows open: the office PC, and a PC that works with it. Log in at the office PC as {owner} and at "
    "the other one as {clerk} or {second}, with the passphrases above. To begin: open the same customer at "
    "both and change it; or book a job at one and watch the calendar of the other. The demo ends when both "
    "are closed.",
)


def _join(home: Path, seat_home: Path, clock: Clock, name: str) -> None:
    """As an owner at the office PC and somebody at the other one do it, with a code."""
    entry = OfficeEntry(home, clock)
    entry.acquire()
    try:
        entry.open_sealed()
        account = next(one.account for one in entry.staff() if one.name == OWNER.name)
        with joining(entry, account) as (_service, join, listen_from_now_on):
            join(OfficeEntry(seat_home, clock).seat_pc(), name)
            listen_from_now_on()
    finally:
        entry.release()


def _program() -> list[str]:
    """What starts this very program once more."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "hvacdesk"]
