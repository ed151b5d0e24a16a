"""Calls under way that say how far they are and can be cancelled: what each end of a connection knows.

How far they are comes to a seat with its news, and what it wants cancelled goes there with the ask for them:
no connection is held for it, and what is lost on the way is said again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import NamedTuple

from hvacdesk.domain.text.wording import Phrase


@dataclass(frozen=True)
class HowFar:
    """How far a call is.

    Attributes:
        number: of the call.
        step: what is going on, where the call says that.
        counts: the numbers that the call tells: how much is done, and of how much.
    """

    number: int
    step: Phrase | None
    counts: tuple[int, ...]


class Running:
    """One call at the office PC."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.how_far: HowFar | None = None
        self._cancelled = False

    def tell(self, *told: Phrase | int) -> None:
        """What its service says of the progress."""
        step = next((one for one in told if isinstance(one, Phrase)), None)
        self.how_far = HowFar(self.number, step, tuple(one for one in told if isinstance(one, int)))

    def cancel(self) -> None:
        """Have the service stop where it can."""
        self._cancelled = True

    def cancelled(self) -> bool:
        """What its service asks."""
        return self._cancelled


class RunningCalls:
    """The calls of one login that are under way at the office PC and say so. Thread-safe."""

    def __init__(self) -> None:
        self._calls: dict[int, Running] = {}
        self._stopped = False
        self._lock = Lock()

    @contextmanager
    def one(self, number: int) -> Iterator[Running]:
        """A call while it is made."""
        with self._lock:
            made = self._calls[number] = Running(number)
            if self._stopped:
                made.cancel()
        try:
            yield made
        finally:
            with self._lock:
                del self._calls[number]

    def cancel(self, numbers: Iterable[int]) -> None:
        """Cancel some calls; what is over, or unknown, is left alone."""
        with self._lock:
            for number in numbers:
                if number in self._calls:
                    self._calls[number].cancel()

    def stop(self) -> None:
        """Cancel all there are, and whatever is about to begin."""
        with self._lock:
            self._stopped = True
            for one in self._calls.values():
                one.cancel()

    @property
    def any(self) -> bool:
        """Whether there is one."""
        return bool(self._calls)

    def how_far(self) -> tuple[HowFar, ...]:
        """How far each of them is that has said so."""
        with self._lock:
            return tuple(one.how_far for one in self._calls.values() if one.how_far is not None)


class Watch(NamedTuple):
    """What a seat wants of one of its calls.

    Attributes:
        number: of the call; 0 before it has one.
        told: is told how far it is, with the arguments that the service's own progress has.
        cancelled: whether it is to be cancelled.
    """

    number: int
    told: Callable[..., object]
    cancelled: Callable[[], bool]


class WatchedCalls:
    """The calls of one login that its seat watches. Thread-safe."""

    def __init__(self) -> None:
        self._calls: dict[int, Watch] = {}
        self._last: dict[int, HowFar] = {}
        self._broken: dict[int, Exception] = {}
        self._lock = Lock()

    @contextmanager
    def one(self, watch: Watch | None) -> Iterator[None]:
        """A call while its answer is awaited. Raises what came of telling how far it was."""
        if watch is None:
            yield
            return
        with self._lock:
            self._calls[watch.number] = watch
        try:
            yield
        finally:
            with self._lock:
                self._calls.pop(watch.number, None)
                self._last.pop(watch.number, None)
                broken = self._broken.pop(watch.number, None)
        if broken is not None:
            raise broken

    def cancelled(self) -> tuple[int, ...]:
        """The numbers of those that are to be cancelled."""
        with self._lock:
            calls = tuple(self._calls.values())
        return tuple(one.number for one in calls if one.cancelled())

    def tell(self, how_far: Iterable[HowFar]) -> None:
        """Tell those who watch what came of their calls since they were told last."""
        for one in how_far:
            with self._lock:
                watch = self._calls.get(one.number)
                moved = watch is not None and self._last.get(one.number) != one
                if moved:
                    self._last[one.number] = one
            if watch is not None and moved:
                self._tell_one(watch, one)

    def _tell_one(self, watch: Watch, how_far: HowFar) -> None:
        steps = () if how_far.step is None else (how_far.step,)
        try:
            watch.told(*steps, *how_far.counts)
        except Exception as error:  # noqa: BLE001 - raised where the call was made; here others are told too
            with self._lock:
                self._broken.setdefault(how_far.number, error)


def numbered(watch: Watch | None, number: int) -> Watch | None:
    """The same of the call that has this number."""
    return None if watch is None else watch._replace(number=number)
