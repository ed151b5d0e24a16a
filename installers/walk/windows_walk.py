"""What walk.py can do beside the Windows program in Wine alone: messages and windows as Windows has them.

``session`` locks the open desk by Windows' messages of a locked session and of sleep, and unlocks it;
``front`` waits until the program is before all others; ``fault`` asks for the help, whose files are away;
``restore`` waits until a backup was looked at that is not of the office here.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from walk import PASSPHRASE, Walk
from windows_screen import WindowsScreen

SESSION_CHANGE, SESSION_LOCK = 0x2B1, 0x7
POWER_BROADCAST, SUSPEND = 0x218, 0x4
ANOTHER_OFFICE = r"This backup belongs to another office .*"
COVERED = "hvacdesk"
"""The title while the desk is locked: it does not name the office."""


class WindowsWalk(Walk):
    """One person at the keyboard of a Windows in Wine."""

    def __init__(self, reader: str, folder: Path, papers: Path, office: str) -> None:
        self.windows = WindowsScreen(reader)
        super().__init__(self.windows, folder, papers, office)

    def ways(self) -> dict[str, Callable[[], None]]:
        """What can be asked for, by name."""
        more = {"session": self.session, "front": self.front, "fault": self.fault, "restore": self.restore}
        return super().ways() | more

    def press_print(self) -> None:
        """The button of Windows' own print dialog: Enter presses it from the list of printers."""
        self.press("Return")

    def session(self) -> None:
        """The two messages after which somebody else may sit down."""
        for name, message, first in (
            ("session-locked", SESSION_CHANGE, SESSION_LOCK),
            ("session-asleep", POWER_BROADCAST, SUSPEND),
        ):
            self.wait_for(self._is_open, "the open desk")
            self.windows.post(message, first)
            self.wait_for(lambda: COVERED in self.windows.windows(), "the lock")
            self.picture(name)
            self.fill("Passphrase", PASSPHRASE)
            self.press("Return")
            self.wait_for(self._is_open, "the open desk")

    def front(self) -> None:
        """The office's window before the windows of all programs."""
        self.wait_for(lambda: self.office in self.windows.front(), "the office's window in front")
        self.picture("second-start")

    def fault(self) -> None:
        """A bug, as a missing file is one."""
        self.press("F1")
        self.wait_for(lambda: "The program met a fault" in self.windows.windows(), "the word of a fault")
        self.picture("fault")
        self.press("Return")

    def restore(self) -> None:
        """The page that a backup's menu leads to; a sample's backup is not this office's."""
        self.wait_for(lambda: self.shows(ANOTHER_OFFICE), "what the backup is")
        self.picture("restore")

    def _is_open(self) -> bool:
        return any(self.office in title for title in self.windows.windows())
