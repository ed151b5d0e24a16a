"""The tour's hands and eyes: press, type, wait until the desk is calm, photograph."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hvacdesk.ui import background

PATIENCE_SECONDS = 120
STEP_MS = 5


class Stuck(RuntimeError):
    """The desk did not do within two minutes what the tour waits for."""


def wait_for(condition: Callable[[], bool], what: str) -> None:
    """Let the windows live until ``condition`` holds."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        if time.monotonic() > deadline:
            raise Stuck(what)
        QTest.qWait(STEP_MS)


def calm() -> None:
    """Wait until no work runs in the background and everything is painted."""
    wait_for(background.idle, "background work")
    QTest.qWait(STEP_MS)
    wait_for(background.idle, "background work")
    QApplication.processEvents()


def press(widget: QWidget) -> None:
    """Click a button and let the desk come to rest."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    calm()


def type_text(widget: QWidget, text: str) -> None:
    """Type into a field, after emptying it."""
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, text)


def key(widget: QWidget, code: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key and let the desk come to rest."""
    QTest.keyClick(widget, code, modifier)
    calm()


class Camera:
    """Photographs windows into one folder, one file for each name and language."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self.language = "ja"
        self.taken: list[str] = []

    def photograph(self, window: QWidget, name: str) -> None:
        """Save ``NAME-LANGUAGE.png``."""
        calm()
        path = self._folder / f"{name}-{self.language}.png"
        if not window.grab().save(str(path)):
            raise OSError(f"cannot write {path.name}")
        self.taken.append(path.name)
