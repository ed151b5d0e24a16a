"""What is on the screen of Windows programs in Wine, read over UI Automation by the compiled screen.c."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator

END = "."
HERE, STOP = "*", "+"
"""Before the name of what has the keyboard, and of what may have it."""
STEPS = {"Tab": 1, "shift+Tab": -1}
LEAST_PAUSE, SETTLING, KEY = 0.5, 0.25, 0.03
"""While the program is read it takes no keys. So it gets a part of the last reading's time, long on a busy
computer, before the next one and after each key; the first is in seconds."""


class WindowsScreen:
    """See :class:`walk.Screen`.

    Wine hands each name from program to program, ten in a second on a busy computer. So the places where the
    Tab key stops are counted along until another key may have changed them.

    Args:
        reader: the compiled screen.c.
    """

    patience = 300

    def __init__(self, reader: str) -> None:
        self._reader = subprocess.Popen(
            ["wine", reader], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", bufsize=1
        )
        self._stops: list[str] = []
        self._at = 0
        self._slowness = 0.0

    def names(self) -> Iterator[str]:
        """What everything that the program shows is called: first what the Tab key leads to, as last read."""
        yield from self._stops
        for name in self._read_stops("names"):
            yield name[1:]

    def windows(self) -> list[str]:
        """The titles of the program's windows."""
        return self._ask("windows")

    def reckoned(self) -> str:
        """What the keyboard should write into by now is called, by the order of the tree."""
        if not self._stops:
            self._read_stops()
        return self._stops[self._at] if self._stops else ""

    def focused(self) -> str:
        """What the keyboard writes into is called, once the program has taken the keys that led there.

        Keys go through the X server and typed text does not, so text can overtake a key on a busy computer.
        An answer is believed where it is the reckoned one, or the same twice.
        """
        reckoned = self._stops[self._at] if self._stops else None
        former = None
        while True:
            self._read_stops()
            there = self._stops[self._at] if self._stops else ""
            if reckoned is None or there in (reckoned, former):
                return there
            former = there

    def press(self, key: str) -> None:
        """Press one key."""
        subprocess.run(["xdotool", "key", key], check=True)
        time.sleep(self._slowness * KEY)
        if key in STEPS and self._stops:
            self._at = (self._at + STEPS[key]) % len(self._stops)
        else:
            self._stops = []

    def type(self, text: str) -> None:
        """Type into it, as an input method hands over its text."""
        self._ask(f"type {text}")

    def front(self) -> str:
        """The title of the foremost window of all programs."""
        return self._ask("front")[0]

    def post(self, message: int, first: int) -> None:
        """Send the program's windows what Windows would send them."""
        self._ask(f"post {message:x} {first:x}")

    def _read_stops(self, question: str = "stops") -> list[str]:
        """Read all names or those of the stops, and keep the stops; the first one is the window itself."""
        names = self._read(question)
        _window, *stops = [name for name in names if name.startswith((HERE, STOP))] or [""]
        self._at = max((at for at, name in enumerate(stops) if name.startswith(HERE)), default=0)
        self._stops = [name[1:] for name in stops]
        return names

    def _read(self, question: str) -> list[str]:
        time.sleep(max(LEAST_PAUSE, self._slowness * SETTLING))
        began = time.monotonic()
        answer = self._ask(question)
        self._slowness = time.monotonic() - began
        return answer

    def _ask(self, question: str) -> list[str]:
        assert self._reader.stdin is not None
        assert self._reader.stdout is not None
        self._reader.stdin.write(f"{question}\n")
        self._reader.stdin.flush()
        answer = (line.rstrip("\r\n") for line in self._reader.stdout)
        return list(iter(lambda: next(answer), END))
