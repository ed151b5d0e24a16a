"""Typing into the real window's search field: what each key brings up, and when it is painted."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from hvacdesk.domain.customers.customers import FoundCustomers
from hvacdesk.ui import background
from hvacdesk.ui.pages.customers import CustomersPage

SETTLE_MS = 60
LONGEST_MS = 60_000
BEAT_MS = 1
COMPOSING = "⌨"
"""Begins a step that an input method is still composing."""


class Typist(QObject):
    """Types at a customers' page and waits for the rows to be painted.

    Attributes:
        found: what was found last.
    """

    found: FoundCustomers

    def __init__(self, page: CustomersPage) -> None:
        super().__init__()
        self._page = page
        self._loop = QEventLoop()
        self._awaited = ""
        self._answered: str | None = None
        self._painted = True
        self._ended = 0.0
        self._before: QWidget | None = None
        self._failure: object = None
        page.results.live.answered.connect(self._note)
        page.results.live.failed.connect(self._fail)
        for painted in (page.results.table.viewport(), page.results.no_hit):
            painted.installEventFilter(self)

    def type(self, step: str) -> float:
        """Bring the field to this text as an input method does; milliseconds until its rows are painted."""
        text = step.removeprefix(COMPOSING)
        event = QInputMethodEvent(text if step != text else "", [])
        if step == text:
            event.setCommitString(text)

        def key() -> None:
            self._page.search.selectAll()
            QApplication.sendEvent(self._page.search, event)

        return self._until_painted(text, key)

    def paint(self, step: str, found: FoundCustomers) -> float:
        """Let the list show what was found for this text; milliseconds until that is painted."""
        text = step.removeprefix(COMPOSING)
        return self._until_painted(text, lambda: self._page.results.live.answered.emit(text, found))

    def _until_painted(self, text: str, act: Callable[[], None]) -> float:
        self._awaited, self._answered, self._painted = text, None, False
        self._before = self._page.results.lists.currentWidget()
        began = self._ended = time.perf_counter()
        act()
        limit = QTimer()
        limit.timeout.connect(self._loop.quit)
        limit.start(LONGEST_MS)
        self._loop.exec()
        limit.stop()
        took = (self._ended - began) * 1000
        assert self._failure is None, self._failure
        assert took, text
        return took

    def clear(self) -> None:
        """Empty the field."""
        self._awaited = ""
        self._page.search.clear()
        self.rest()

    def rest(self) -> None:
        """Let what follows a pause in the typing happen: the first hit is opened beside the list."""
        loop = QEventLoop()
        results = self._page.results
        while not (results.resting and results.live.wanted == self._awaited and background.idle()):
            QTimer.singleShot(SETTLE_MS, loop.quit)
            loop.exec()
        QTimer.singleShot(SETTLE_MS, loop.quit)  # what came in last is painted
        loop.exec()

    def _note(self, text: str, found: FoundCustomers) -> None:
        self._answered, self.found = text, found
        nothing = self._page.results.no_hit
        if text == self._awaited and self._before is nothing is self._page.results.lists.currentWidget():
            QTimer.singleShot(0, self._end)  # nothing before and nothing now: there is nothing to paint

    def _end(self) -> None:
        """In the turn after the one that painted: what follows there, such as the count, is not the rows."""
        self._ended = time.perf_counter()
        self._loop.quit()

    def _fail(self, text: str, error: object) -> None:
        self._failure = error
        self._loop.quit()

    # Qt's overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._answered == self._awaited and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._end)
        return False


class Heartbeat:
    """Notes how long the event loop could not be reached at worst."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._last = time.perf_counter()
        self.longest_ms = 0.0

    def during(self, owner: QWidget, work: Callable[[], object]) -> float:
        """Let a worker thread work and return how long that took, in milliseconds."""
        loop = QEventLoop()
        began = self._last = time.perf_counter()
        self._timer.start(BEAT_MS)
        background.ask(owner, work).then(lambda _answer: loop.quit())
        loop.exec()
        self._timer.stop()
        return (time.perf_counter() - began) * 1000

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000)
        self._last = now
