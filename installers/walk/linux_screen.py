"""What is on the screen of Linux, read over AT-SPI."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

WINDOWS = (Atspi.Role.FRAME, Atspi.Role.WINDOW, Atspi.Role.DIALOG)


class LinuxScreen:
    """See :class:`walk.Screen`."""

    patience = 60

    def names(self) -> set[str]:
        """What everything that the program shows is called."""
        return {one.get_name() or "" for one in _showing()}

    def windows(self) -> list[str]:
        """The titles of the program's windows."""
        return [one.get_name() or "" for one in _showing() if one.get_role() in WINDOWS]

    def reckoned(self) -> str:
        """What the keyboard writes into is called, which is quickly found here."""
        return self.focused()

    def focused(self) -> str:
        """What the keyboard writes into is called."""
        for one in _showing():
            states = one.get_state_set()
            # A view that hands its focus on to a field says that it has it, too.
            if states.contains(Atspi.StateType.FOCUSED) and states.contains(Atspi.StateType.FOCUSABLE):
                return one.get_name() or ""
        return ""

    def press(self, key: str) -> None:
        """Press one key."""
        subprocess.run(["xdotool", "key", key], check=True)

    def type(self, text: str) -> None:
        """Type into it."""
        subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)


def _showing() -> Iterator[Atspi.Accessible]:
    """Everything that the program shows now."""
    desktop = Atspi.get_desktop(0)
    waiting = [desktop.get_child_at_index(at) for at in range(desktop.get_child_count())]
    while waiting:
        one = waiting.pop()
        try:
            one.clear_cache()
            states = one.get_state_set()
            application = one.get_role() == Atspi.Role.APPLICATION
            if not application and not states.contains(Atspi.StateType.SHOWING):
                continue
            yield one
            children = [one.get_child_at_index(at) for at in range(one.get_child_count())]
        except (AttributeError, GLib.Error):  # it went while it was looked at
            continue
        waiting += [child for child in children if child is not None]
