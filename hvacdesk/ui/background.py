"""The one way to do slow work: on a worker thread, with progress and cancel, answered on the UI thread.

The work never touches a widget. Its answer is dropped when the widget that asked for it is gone. Foreseen
errors (:class:`UserFacingError`) reach ``failed``; anything else is a bug and goes to ``sys.excepthook``.
What makes many widgets cannot go elsewhere: it is done :func:`in_turns`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from threading import Event
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui import under_way

T = TypeVar("T")

idle = under_way.idle

TURN_SECONDS = 0.0005
"""How long a thread may keep the interpreter while another one waits for it.

With Python's own 5 ms every step of the UI thread that releases the interpreter, such as each event that a
widget handles in Python, may wait that long beside a busy worker: opening a page took three times as long.
"""

WORKERS = 6
"""How many pieces of work run at once.

Qt's own number is that of the processors: on a PC with two, a backup to a slow disk and the daily check of
every page would keep each search waiting until one of them has ended.
"""


class Cancelled(Exception):
    """Raised inside the work by :meth:`Progress.check` once somebody pressed cancel."""


class Progress:
    """What the work is given to report with. Safe to use from the worker thread.

    Attributes:
        cancelled: whether somebody pressed cancel; pass ``lambda: progress.cancelled`` to services.
    """

    def __init__(self, report: Callable[[int, int, str], None]) -> None:
        self._report = report
        self._cancel = Event()

    def __call__(self, done: int, total: int, text: str = "") -> None:
        """Say how far the work is; ``text`` names the step in the reader's language."""
        self._report(done, total, text)

    @property
    def cancelled(self) -> bool:
        return self._cancel.is_set()

    def check(self) -> None:
        """Raise :class:`Cancelled` if the work should stop here."""
        if self.cancelled:
            raise Cancelled

    def cancel(self) -> None:
        """Ask the work to stop at its next check."""
        self._cancel.set()


class BusyView(Protocol):
    """What shows that an operation runs; :class:`hvacdesk.ui.widgets.busy.Busy` is the usual one."""

    def begin(self, cancel: Callable[[], None]) -> None: ...
    def advance(self, done: int, total: int, text: str) -> None: ...
    def finish(self) -> None: ...


class Operation(QObject):
    """One running piece of work.

    Attributes:
        progress: shared with the work; ``progress.cancel()`` stops it.
    """

    _advanced = Signal(int, int, str)
    _ended = Signal(object, object)

    def __init__(
        self,
        owner: QWidget,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Callable[[UserFacingError], None] | None,
        busy: BusyView | None,
    ) -> None:
        super().__init__()
        self.progress = Progress(self._advanced.emit)
        self._owner: QWidget | None = owner
        self._work = work
        self._done = done
        self._failed = failed
        self._busy = busy
        # Bound methods of this object, which lives on the UI thread: Qt queues the calls there.
        self._advanced.connect(self._on_advanced, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        owner.destroyed.connect(self._drop)

    def cancel(self) -> None:
        """Ask the work to stop; neither ``done`` nor ``failed`` is called when it does."""
        self.progress.cancel()

    def _drop(self) -> None:
        self._owner = None
        self.progress.cancel()

    def _on_advanced(self, done: int, total: int, text: str) -> None:
        if self._owner is not None and self._busy is not None:
            self._busy.advance(done, total, text)

    def _on_ended(self, answer: object, error: BaseException | None) -> None:
        under_way.drop(self)
        owner, self._owner = self._owner, None
        if error is not None and not isinstance(error, (UserFacingError, Cancelled)):
            if owner is not None and self._busy is not None:
                self._busy.finish()
            sys.excepthook(type(error), error, error.__traceback__)
            return
        if owner is None:
            return
        owner.destroyed.disconnect(self._drop)
        if self._busy is not None:
            self._busy.finish()
        if isinstance(error, UserFacingError):
            self._tell(owner, error)
        elif error is None:
            self._done(answer)  # type: ignore[arg-type]

    def _tell(self, owner: QWidget, error: UserFacingError) -> None:
        if self._failed is not None:
            self._failed(error)
        else:
            _show(owner, error)

    def run_on_worker(self) -> None:
        """Do the work; called on the worker thread only."""
        try:
            answer = self._work(self.progress)
        except BaseException as error:  # noqa: BLE001 - every end is carried to the UI thread and judged there
            self._ended.emit(None, error)
        else:
            self._ended.emit(answer, None)


_APART_MS = 3
"""Between two pieces: one that is due at once comes before whatever else was waiting for the last one."""


class _Pieces(QObject):
    """Work on the UI thread that comes in pieces."""

    def __init__(self, owner: QObject, pieces: Iterator[None]) -> None:
        super().__init__()
        self.owner: QObject | None = owner
        self._pieces = pieces
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._do_next)
        self._turns.start(_APART_MS)
        owner.destroyed.connect(self.cancel)

    def cancel(self) -> None:
        """Leave the rest undone."""
        self.owner, self._pieces = None, iter(())
        self._turns.stop()
        under_way.drop(self)

    def _do_next(self) -> None:
        try:
            next(self._pieces)
        except StopIteration:
            self.cancel()
        except BaseException:
            self.cancel()
            raise


def run(
    owner: QWidget,
    work: Callable[[Progress], T],
    done: Callable[[T], object],
    failed: Callable[[UserFacingError], None] | None = None,
    *,
    busy: BusyView | None = None,
) -> Operation:
    """Do ``work`` on a worker thread and answer on the UI thread.

    Args:
        owner: the widget that asks; when it is destroyed the work is cancelled and its answer dropped.
        work: gets a :class:`Progress`; must not touch widgets.
        done: gets what ``work`` returned.
        failed: gets a foreseen error; without it the error is shown over ``owner``.
        busy: shows progress and offers cancel while the work runs.
    """
    operation = Operation(owner, work, done, failed, busy)
    under_way.add(operation)
    if busy is not None:
        busy.begin(operation.cancel)
    # As a function: PySide keeps some of the runnables that end at once for ever (6.12 on a busy machine:
    # 1,718 of 3,000), and with each the window that asked.
    QThreadPool.globalInstance().start(operation.run_on_worker)
    return operation


class Reader:
    """Reads for one place of a window. Of several readings the last one is shown, whichever ends first.

    Attributes:
        reading: whether an answer is still to come.
    """

    def __init__(self, owner: QWidget) -> None:
        self.reading = False
        self._owner = owner
        self._asked = 0

    def read(
        self,
        work: Callable[[], T],
        show: Callable[[T], object],
        failed: Callable[[UserFacingError], None] | None = None,
    ) -> None:
        """Do ``work`` on a worker thread and show its answer; the arguments are as for :func:`run`."""
        self.reading = True
        self._asked += 1
        number = self._asked

        def tell(answer: T) -> None:
            if number == self._asked:
                self.reading = False
                show(answer)

        def tell_why(error: UserFacingError) -> None:
            if number != self._asked:
                return
            self.reading = False
            if failed is None:
                _show(self._owner, error)
            else:
                failed(error)

        run(self._owner, lambda _progress: work(), tell, tell_why)


def in_turns(owner: QObject, pieces: Iterator[None]) -> None:
    """Do what touches widgets piece by piece, each in a turn of the event loop: nobody waits for all of it.

    Args:
        owner: when it is destroyed the work ends; what is left of an earlier call for it is given up.
        pieces: does one piece each time it is asked for the next. A generator that is given up is closed.
    """
    for earlier in [one for one in under_way.everything() if isinstance(one, _Pieces) and one.owner is owner]:
        earlier.cancel()
    under_way.add(_Pieces(owner, pieces))


def _show(owner: QWidget, error: UserFacingError) -> None:
    from hvacdesk.ui.widgets.errors import show_error  # not before the login window is painted

    show_error(owner, error)


def begin() -> None:
    """Let neither the UI thread nor a short piece of work wait for a long one; once for the process."""
    sys.setswitchinterval(TURN_SECONDS)
    QThreadPool.globalInstance().setMaxThreadCount(WORKERS)


def settle() -> None:
    """Cancel what is under way and wait until no worker runs: before an office is closed under it."""
    for one in under_way.everything():
        one.cancel()
    QThreadPool.globalInstance().waitForDone()


def finish() -> None:
    """As :func:`settle`, then deliver the answers: before a window is closed that has to act on them."""
    settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
