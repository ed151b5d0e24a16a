"""The tour's hands and eyes: press, type, wait until the desk is calm, photograph."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hvacdesk.ui import under_way
from hvacdesk.ui.printing.pages_view import PagesView

PATIENCE_SECONDS = 120
STEP_MS = 5

T = TypeVar("T")


class Stuck(RuntimeError):
    """The desk did not do in time what the tour waits for."""


def mute_offscreen_notes() -> None:
    """Keep the off-screen platform's notes about what it cannot do out of the tour's output."""

    def tell(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if not text.startswith("This plugin does not support"):
            sys.stderr.write(f"{text}\n")

    qInstallMessageHandler(tell)


def wait_for(condition: Callable[[], bool], what: str) -> None:
    """Let the windows work on until ``condition`` holds."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        if time.monotonic() > deadline:
            raise Stuck(what)
        QTest.qWait(STEP_MS)


def calm() -> None:
    """Wait until no work runs in the background and everything is painted."""
    for _ in range(2):
        QTest.qWait(STEP_MS)
        wait_for(under_way.idle, "background work")
    QApplication.processEvents()


def expect(kind: type[T], thing: object) -> T:
    """The thing, which must be of this kind by now."""
    if not isinstance(thing, kind):
        raise Stuck(kind.__name__)
    return thing


def press(widget: QWidget | None) -> None:
    """Click a button and let the desk come to rest."""
    if widget is None:
        raise Stuck("a button")
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    calm()


def type_text(widget: QWidget, text: str) -> None:
    """Type into a field in place of what is there, and let the desk come to rest."""
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, text)
    QTest.qWait(100)
    calm()


def keys(widget: QWidget, sequence: str) -> None:
    """Press a key sequence such as ``Ctrl+F`` and let the desk come to rest."""
    window = widget.window()
    window.activateWindow()
    wait_for(window.isActiveWindow, "an active window")
    QTest.keySequence(widget, QKeySequence(sequence))
    calm()


def dialog() -> QDialog:
    """The dialog that is open now."""
    wait_for(lambda: _dialog() is not None, "a dialog")
    calm()
    found = _dialog()
    if found is None:
        raise Stuck("the dialog closed by itself")
    return found


def _dialog() -> QDialog | None:
    window = QApplication.activeModalWidget()
    return window if isinstance(window, QDialog) else None


class Camera:
    """Photographs windows into one folder, one file for each name and language.

    Attributes:
        language: what the windows speak now.
        taken: the file names so far.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self.language = "ja"
        self.taken: list[str] = []

    def photograph(self, window: QWidget, name: str) -> None:
        """Save a picture under the name, in the language that the windows speak."""
        calm()
        papers = window.findChildren(PagesView)
        wait_for(lambda: all(paper.drawn for paper in papers), "drawn pages")
        path = self.place(name)
        if not self.save(window, path):
            raise OSError(f"cannot write {path.name}")
        self.taken.append(path.name)

    def place(self, name: str) -> Path:
        """Where the picture goes: ``NAME-LANGUAGE.png``."""
        return self._folder / f"{name}-{self.language}.png"

    def save(self, window: QWidget, path: Path) -> bool:
        """Write the picture; false if it cannot be written."""
        return window.grab().save(str(path))
