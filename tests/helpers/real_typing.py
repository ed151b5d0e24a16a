"""A desktop with a window manager and a Japanese input method, and hands on its keyboard.

For a process of its own that an ordinary user runs on a session bus of its own. Every key goes through the X
server, so it takes the way that a key on the desk takes: to the window, to the input method and back.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from hvacdesk.ui.tour.hands import calm, wait_for
from tests.helpers.screen import wait_for_manager

START_SECONDS = 60
SET_CHILD_SUBREAPER = 36
"""Of Linux's prctl: a process that loses its parent becomes a child of this one."""

FCITX_PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=mozc

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=mozc
Layout=

[GroupOrder]
0=Default
"""
FCITX_SETTINGS = """[Behavior]
ActiveByDefault=True
ShareInputState=All
"""
IBUS_ENGINE = "mozc-on"


@contextmanager
def desktop(method: str) -> Iterator[None]:
    """A window manager and the input method (``fcitx5`` or ``ibus-daemon``), Japanese switched on."""
    ctypes.CDLL(None).prctl(SET_CHILD_SUBREAPER, 1)
    try:
        _start("openbox", "--replace")  # one that was just ended may still be counted as here
        wait_for_manager(os.environ["DISPLAY"])
        if method == "fcitx5":
            settings = Path.home() / ".config" / "fcitx5"
            settings.mkdir(parents=True)
            (settings / "profile").write_text(FCITX_PROFILE, encoding="utf-8")
            (settings / "config").write_text(FCITX_SETTINGS, encoding="utf-8")
            _start("fcitx5")
        else:
            _start("ibus-daemon", "--panel", "disable")
        _wait_for_bus("org.freedesktop.portal.IBus")
        if method != "fcitx5":
            _until(_ibus_is_on)
        yield
    finally:
        _end_children()


def _ibus_is_on() -> bool:
    """Ask for Japanese; the answer to that tells nothing, what is in force afterwards does."""
    subprocess.run(["ibus", "engine", IBUS_ENGINE], check=False, capture_output=True)
    asked = subprocess.run(["ibus", "engine"], check=False, capture_output=True, encoding="utf-8")
    return asked.stdout.strip() == IBUS_ENGINE


def _start(*command: str) -> None:
    subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _wait_for_bus(name: str) -> None:
    bus = QDBusConnection.connectToBus(os.environ["DBUS_SESSION_BUS_ADDRESS"], "waiting")
    _until(lambda: bus.interface().isServiceRegistered(name).value())
    QDBusConnection.disconnectFromBus("waiting")


def _until(there: Callable[[], bool]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not there():
        if time.monotonic() > deadline:
            raise TimeoutError("the input method did not start")
        time.sleep(0.05)


def _end_children() -> None:
    """Mozc's server detaches from its parent; as an orphan it comes here, and is ended with the others."""
    for _ in range(100):
        children = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii").split()
        if not children:
            return
        for child in children:
            with suppress(ProcessLookupError):
                os.kill(int(child), signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(int(child), 0)


class Composing(QObject):
    """What the input method says to the program's windows.

    Attributes:
        preedit: the text that is being composed now.
        committed: everything that was confirmed so far.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.preedit = ""
        self.committed: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self.preedit = event.preeditString()
            if event.commitString():
                self.committed.append(event.commitString())
        return False


class Typist:
    """Hands on the desk's keyboard."""

    def __init__(self, app: QApplication) -> None:
        self.composing = Composing(app)

    def press(self, *keys: str) -> None:
        """Press keys as xdotool calls them, one after the other."""
        subprocess.run(["xdotool", "key", *keys], check=True)

    def letters(self, text: str) -> None:
        """Type what is on the keys."""
        subprocess.run(
            ["xdotool", "type", "--delay", "10", "--file", "-"], input=text, encoding="utf-8", check=True
        )

    def compose(self, letters: str, reading: str) -> None:
        """Type letters that become kana, and stop before they are converted."""
        self.letters(letters)
        self._wait_for_preedit(reading)

    def convert(self, letters: str, reading: str, result: str) -> None:
        """Type letters, convert them with the space bar and confirm the conversion with Enter."""
        self.compose(letters, reading)
        self.press("space")
        self._wait_for_preedit(result)
        self.take_over(result)

    def take_over(self, result: str) -> None:
        """Enter, which the input method keeps for itself."""
        self.press("Return")
        said = self.composing
        wait_for(
            lambda: not said.preedit and said.committed[-1:] == [result],
            f"{result} to be taken over, not {said.committed[-1:]}",
        )
        calm()

    def _wait_for_preedit(self, text: str) -> None:
        wait_for(lambda: self.composing.preedit == text, f"{text} to be composed")
