"""Searching while one types: one search at a time, and never an older answer over a newer one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext


class LiveSearch(QObject):
    """The search behind a field.

    Args:
        owner: with it the search ends.
        first: says how many lines an answer holds at most: what can be seen, since each line takes its time.
        page: how many lines :meth:`complete` gives, unless it is told how many.
        ask: what answers a text with so many lines, on a worker thread; without it customers are searched.

    Attributes:
        wanted: the text that was asked for last.

    Signals:
        answered(text, found): the answer for the text that is wanted now.
        completed(text, found): the same answer with more lines.
        failed(text, error): why there is none.
    """

    answered = Signal(str, object)
    completed = Signal(str, object)
    failed = Signal(str, object)

    def __init__(
        self,
        ctx: DeskContext,
        owner: QWidget,
        first: Callable[[], int],
        page: int,
        ask: Callable[[str, int], object] | None = None,
    ) -> None:
        super().__init__(owner)
        self._ask = ask or (lambda text, limit: ctx.office.customers.search(ctx.actor, text, limit))
        self._owner = owner
        self._first, self._page = first, page
        self._searching = False
        self._stale = False
        self._answered: str | None = None
        self.wanted = ""

    @property
    def settled(self) -> bool:
        """Whether the wanted text was answered."""
        return self._answered == self.wanted and not self._searching

    def search(self, text: str) -> None:
        """Ask for another text."""
        self.wanted = text
        self.again()

    def again(self) -> None:
        """Ask for the same text again; while a search runs, once it has ended."""
        if self._searching:
            self._stale = True
            return
        self._searching = True
        text = self.wanted
        self._run(text, self._first(), lambda found: self._answer(text, found))

    def complete(self, limit: int = 0) -> None:
        """Ask for the whole page of the text that was answered last, or for up to so many lines of it."""
        if self.settled:
            self._searching = True
            text = self.wanted
            self._run(text, limit or self._page, lambda found: self._complete(text, found))

    def _run(self, text: str, limit: int, done: Callable[[object], None]) -> None:
        background.ask(self._owner, lambda: self._ask(text, limit)).then(done).otherwise(
            lambda error: self._fail(text, error)
        )

    def _complete(self, text: str, found: object) -> None:
        if self._is_wanted(text):
            self.completed.emit(text, found)

    def _answer(self, text: str, found: object) -> None:
        if self._is_wanted(text):
            self._answered = text
            self.answered.emit(text, found)

    def _fail(self, text: str, error: UserFacingError) -> None:
        if self._is_wanted(text):
            self._answered = text
            self.failed.emit(text, error)

    def _is_wanted(self, text: str) -> bool:
        self._searching = False
        stale, self._stale = self._stale or text != self.wanted, False
        if stale:
            self.again()
        return text == self.wanted
