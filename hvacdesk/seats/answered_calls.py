"""The answers to one login's last calls: what is asked again is answered again, and never done twice."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock, local

from hvacdesk.seats.calls import AnswerLost
from hvacdesk.seats.wire import UnreadableBody

KEPT = 1_000
"""So many calls are known. A seat asks a lost one again at once, when a dozen others have passed at most."""
KEPT_BYTES = 16 * 1024 * 1024
"""So much of their answers is kept; the oldest give way."""
LOOK_SECONDS = 1.0
"""So soon one who waits for a call notices that it was asked again, over another connection."""


@dataclass
class _Known:
    """A call that was made; without an answer where that is no longer kept."""

    mark: bytes
    answer: Future[bytes] | None
    asked_again: int = 0


class AnsweredCalls:
    """Knows the last calls of one login by their numbers. Thread-safe.

    Args:
        kept, kept_bytes: how many calls are known, and how much of their answers.
    """

    def __init__(self, kept: int = KEPT, kept_bytes: int = KEPT_BYTES) -> None:
        self._calls: OrderedDict[int, _Known] = OrderedDict()
        self._sizes: OrderedDict[int, int] = OrderedDict()
        self._bytes = 0
        self._oldest = 0
        self._kept, self._kept_bytes = kept, kept_bytes
        self._lock = Lock()
        self._own_thread = local()

    def once(self, number: int, mark: bytes, do: Callable[[], bytes]) -> bytes:
        """Do a call that is new, and give the answer of one that is known; while it is done, wait for it.

        Of several that ask again for one that is being done the last alone waits: the others' connections are
        torn, and each would take up a place.

        Args:
            mark: the same for the same call alone, such as a digest of its body.

        Raises:
            AnswerLost: the call is known, or older than any that is, and its answer is not there.
            UnreadableBody: another call had this number.
        """
        answer: Future[bytes] = Future()
        with self._lock:
            known = self._calls.get(number)
            if known is None:
                if number <= self._oldest:
                    raise AnswerLost
                self._calls[number] = _Known(mark, answer)
        if known is None:
            return self._done(number, answer, do)
        if known.mark != mark:
            raise UnreadableBody
        if (earlier := known.answer) is None:
            raise AnswerLost
        return self._awaited(known, earlier)

    def forget(self) -> None:
        """Keep no answer, nor one that is just being made; that the calls were made stays known.

        The call that has this done, on this thread, is spared: its own answer comes after that.
        """
        own = getattr(self._own_thread, "number", None)
        with self._lock:
            for number, known in self._calls.items():
                if number != own:
                    known.answer = None
            self._sizes.clear()
            self._bytes = 0

    def _awaited(self, known: _Known, earlier: Future[bytes]) -> bytes:
        with self._lock:
            known.asked_again += 1
            mine = known.asked_again
        while mine == known.asked_again:
            with suppress(TimeoutError):
                return earlier.result(LOOK_SECONDS)
        raise AnswerLost

    def _done(self, number: int, answer: Future[bytes], do: Callable[[], bytes]) -> bytes:
        self._own_thread.number = number
        try:
            answer.set_result(do())
        except BaseException:
            answer.set_exception(AnswerLost())
            raise
        finally:
            self._own_thread.number = None
        given = answer.result()
        with self._lock:
            known = self._calls.get(number)
            if known is not None and known.answer is answer:  # else it was forgotten meanwhile
                self._sizes[number] = len(given)
                self._bytes += len(given)
            self._trim()
        return given

    def _trim(self) -> None:
        while len(self._calls) > self._kept:
            oldest = self._calls.popitem(last=False)[0]
            self._oldest = max(self._oldest, oldest)
            self._bytes -= self._sizes.pop(oldest, 0)
        while self._bytes > self._kept_bytes:
            number, size = self._sizes.popitem(last=False)
            self._calls[number].answer = None
            self._bytes -= size
