"""Asking a key store that may put a question to its user first, without waiting for that person.

A locked store (KeePassXC, GNOME's keyring) answers once its password was typed into its own window, which may
never happen: nobody sees the window, or nobody knows the password. The question stays open for the person who
is typing just now; the program says what it waits for.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")

ANSWER_SECONDS = 4.0
"""A store that is open answers within milliseconds; nobody should look at a still window for five seconds."""


class Unanswered(Exception):
    """The store still waits for its user."""


class OpenQuestions:
    """Questions that were asked, and those of them that their store has not answered yet. Thread-safe."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._left: list[Future[object]] = []

    def ask(self, call: Callable[[], T]) -> T:
        """The answer to ``call``, which goes on beside us where it takes longer.

        Only for questions that change nothing: the answer may come at any time, and is dropped then.

        Raises:
            Unanswered: there is no answer within :data:`ANSWER_SECONDS`.
        """
        answer: Future[T] = Future()

        def wait() -> None:
            try:
                answer.set_result(call())
            except BaseException as error:  # noqa: BLE001 - it belongs to the caller who asked
                answer.set_exception(error)

        threading.Thread(target=wait, name="key store", daemon=True).start()
        try:
            return answer.result(ANSWER_SECONDS)
        except TimeoutError:
            if answer.done():
                return answer.result()
            with self._guard:
                self._left.append(answer)  # type: ignore[arg-type]
            raise Unanswered from None

    def answered(self) -> bool:
        """Whether a store has answered by now what it once left open, so that asking again will do.

        Tells it once. A question that its user dismissed is no answer.
        """
        with self._guard:
            over = [question for question in self._left if question.done()]
            self._left = [question for question in self._left if not question.done()]
        return any(question.exception() is None for question in over)
