"""The one way to do slow work: on a worker thread, with progress and cancel, answered on the UI thread.

It begins with :func:`ask`. The work never touches a widget. Its answer is dropped when the widget that asked
for it is gone. Foreseen errors (:class:`UserFacingError`) are told to the person; anything else is a bug and
goes to ``sys.excepthook``.
What makes many widgets cannot go elsewhere: it is done :func:`in_turns`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from threading import Event
from typing import Any, Generic, Protocol, TypeVar
from weakref import ref

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.services.only_shown import one_work
from hvacdesk.ui import under_way
from hvacdesk.ui.pressed import Press, pressed, pressing

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
    """One running piece of work; :meth:`Ask.then` begins it.

    Attributes:
        progress: shared with the work; ``progress.cancel()`` stops it.
        running: whether its end is still to come.
        keeps_open: what to say to somebody who closes the window before its end; empty where they may.
        only_reads: whether it changes nothing, as far as that is known: a :class:`Reader` asked for it, or it
            was asked for before its window was seen, which then shows what was read.
    """

    _advanced = Signal(int, int, str)
    _ended = Signal(object, object)

    def __init__(
        self,
        owner: QWidget,
        work: Callable[[Progress], object],
        done: Callable[[Any], object],
        busy: BusyView | None,
        keeps_open: str,
        *,
        only_reads: bool = False,
    ) -> None:
        super().__init__()
        self.keeps_open = keeps_open
        self.only_reads = only_reads or not owner.window().isVisible()
        self.progress = Progress(self._advanced.emit)
        self.running = True
        self._owner: QWidget | None = owner
        self._work = work
        self._done = done
        self._failed: Callable[[UserFacingError], object] | None = None
        self._busy = busy
        self._press = pressed()
        self._left = Event()
        # Bound methods of this object, which lives on the UI thread: Qt queues the calls there.
        self._advanced.connect(self._on_advanced, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        owner.destroyed.connect(self._drop)

    def otherwise(self, failed: Callable[[UserFacingError], object]) -> Operation:
        """Give a foreseen error to ``failed``; without it the error is shown over the owner.

        It is never too late in the statement that asks: every end comes in a later turn of the event loop.
        """
        self._failed = failed
        return self

    @property
    def is_shown(self) -> bool:
        """Whether something tells that it runs, or nobody is there any more to be told."""
        return self._busy is not None or self._owner is None

    @property
    def press(self) -> Press:
        """What was pressed for it."""
        return self._press

    def is_of(self, window: QWidget) -> bool:
        """Whether it was asked for in this very window, and in none that lies over it."""
        return self._owner is not None and self._owner.window() is window

    def cancel(self) -> None:
        """Ask the work to stop; nobody is told when it does."""
        self.progress.cancel()

    def give_way(self) -> None:
        """Ask the work to stop, and tell nobody how it ends: another answer is wanted in its place."""
        if self._owner is not None and self._busy is not None:
            self._busy.finish()
        self._drop()

    def asked_within(self, part: QWidget) -> bool:
        """Whether ``part`` asked for it, or something inside."""
        return self._owner is not None and (self._owner is part or part.isAncestorOf(self._owner))

    def _drop(self) -> None:
        self._owner = None
        self.progress.cancel()

    def _on_advanced(self, done: int, total: int, text: str) -> None:
        if self._owner is not None and self._busy is not None:
            self._busy.advance(done, total, text)

    def _on_ended(self, answer: object, error: BaseException | None) -> None:
        # The worker has told the end, and lets go of this object a moment later. Were it the last to do so,
        # it would take along the windows that the work knows, and Qt's are never destroyed on another thread.
        self._left.wait()
        under_way.drop(self)
        self.running = False
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
        with pressing(self._press):
            if isinstance(error, UserFacingError):
                self._tell(owner, error)
            elif error is None:
                self._done(answer)

    def _tell(self, owner: QWidget, error: UserFacingError) -> None:
        if self._failed is not None:
            self._failed(error)
            return
        from hvacdesk.ui.widgets.errors import show_error  # not before the login window is painted

        show_error(owner, error)

    def run_on_worker(self) -> None:
        """Do the work; called on the worker thread only."""
        try:
            with one_work():
                answer = self._work(self.progress)
        except BaseException as error:  # noqa: BLE001 - every end is carried to the UI thread and judged there
            self._ended.emit(None, error)
        else:
            self._ended.emit(answer, None)

    def on_worker(self) -> Callable[[], None]:
        """What a worker thread is given to do: it holds nothing of this object once the work is over."""
        operation, left = ref(self), self._left

        def do() -> None:
            running = operation()
            assert running is not None  # the UI thread holds it until its end was told
            try:
                running.run_on_worker()
            finally:
                del running
                left.set()

        return do


class Starts(QObject):
    """Tells of each piece of work that begins.

    Signals:
        begun(operation): it runs from now on.
    """

    begun = Signal(object)


starts = Starts()


def unshown() -> Iterator[Operation]:
    """What is under way without anything that tells of it."""
    return (one for one in under_way.everything() if isinstance(one, Operation) and not one.is_shown)


class Ask(Generic[T]):
    """Work that somebody asks for. It begins with :meth:`then` or :meth:`begin`: before that nothing is done.

    Args:
        begun: is told of the operation as soon as it runs.
        only_reads: whether it changes nothing.
    """

    def __init__(
        self,
        owner: QWidget,
        work: Callable[[Progress], T],
        begun: Callable[[Operation], object] | None = None,
        *,
        only_reads: bool = False,
    ) -> None:
        self._owner, self._work, self._begun = owner, work, begun
        self._only_reads = only_reads
        self._busy: BusyView | None = None
        self._keeps_open = ""

    def keeping_open(self, said: str) -> Ask[T]:
        """Keep the window open until its end; ``said`` tells that to somebody who closes it before."""
        self._keeps_open = said
        return self

    def with_busy(self, busy: BusyView | None) -> Ask[T]:
        """Let ``busy`` show that it runs, and offer cancel; None shows nothing."""
        self._busy = busy
        return self

    def then(self, done: Callable[[T], object]) -> Operation:
        """Begin. ``done`` gets what the work returned, on the UI thread."""
        operation = Operation(
            self._owner, self._work, done, self._busy, self._keeps_open, only_reads=self._only_reads
        )
        under_way.add(operation)
        if self._begun is not None:
            self._begun(operation)
        if self._busy is not None:
            self._busy.begin(operation.cancel)
        starts.begun.emit(operation)
        # As a function: PySide keeps some of the runnables that end at once for ever (6.12 on a busy machine:
        # 1,718 of 3,000), and with each the window that asked.
        QThreadPool.globalInstance().start(operation.on_worker())
        return operation

    def begin(self) -> Operation:
        """Begin work whose answer nobody needs."""
        return self.then(lambda _nothing: None)


def ask(owner: QWidget, work: Callable[[], T]) -> Ask[T]:
    """Ask for work on a worker thread: ``ask(owner, work).then(done)``, often with ``.otherwise(failed)``.

    Args:
        owner: the widget that asks; when it is destroyed the answer is dropped.
        work: must not touch widgets.
    """
    return Ask(owner, lambda _progress: work())


def ask_with_progress(owner: QWidget, work: Callable[[Progress], T]) -> Ask[T]:
    """As :func:`ask`, for work that says how far it is or can be stopped half-way."""
    return Ask(owner, work)


def working(part: QWidget) -> bool:
    """Whether work is under way that ``part`` asked for, or something inside."""
    return any(isinstance(one, Operation) and one.asked_within(part) for one in under_way.everything())


def keeps_open() -> str:
    """What keeps the window open now, as it was given to :meth:`Ask.keeping_open`; empty if nothing does."""
    said = (one.keeps_open for one in under_way.everything() if isinstance(one, Operation))
    return next(filter(None, said), "")


class Reader:
    """Reads for one place of a window. Of several readings the last one is shown, whichever ends first."""

    def __init__(self, owner: QWidget) -> None:
        self._owner = owner
        self._last: Callable[[], Operation | None] = lambda: None

    @property
    def reading(self) -> bool:
        """Whether an answer is still to come."""
        last = self._last()
        return last is not None and last.running

    def read(self, work: Callable[[], T]) -> Ask[T]:
        """As :func:`ask`; what was asked before is dropped when this begins."""
        return Ask(self._owner, lambda _progress: work(), self._begun, only_reads=True)

    def drop(self) -> None:
        """What was asked is not wanted any more."""
        last = self._last()
        if last is not None:
            last.give_way()

    def _begun(self, operation: Operation) -> None:
        self.drop()
        self._last = ref(operation)  # what has ended is not kept: it knows the window, and what was asked


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


def in_turns(owner: QObject, pieces: Iterator[None]) -> None:
    """Do what touches widgets piece by piece, each in a turn of the event loop: nobody waits for all of it.

    Args:
        owner: when it is destroyed the work ends; what is left of an earlier call for it is given up.
        pieces: does one piece each time it is asked for the next. A generator that is given up is closed.
    """
    for earlier in [one for one in under_way.everything() if isinstance(one, _Pieces) and one.owner is owner]:
        earlier.cancel()
    under_way.add(_Pieces(owner, pieces))


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
