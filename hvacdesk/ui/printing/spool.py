"""Our own print jobs are followed until the paper is out, then purged from the computer's queue."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.ui import background
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.printing import cups

FIRST_LOOK_MS = 2_000
LONGEST_PAUSE_MS = 60_000
MOST_JOBS = 200
"""A printer that is off for weeks must not make the list endless."""


@dataclass(frozen=True)
class Swept:
    """What one look at the queue found.

    Attributes:
        waiting: jobs that are to be looked at again.
        refused: jobs that may not be purged.
        failed: jobs that ended without coming out whole.
    """

    waiting: tuple[str, ...]
    refused: tuple[str, ...]
    failed: tuple[str, ...] = ()


def sweep(jobs: Collection[str]) -> Swept:
    """Purge the jobs that are out, or have come to nothing. Blocks for as long as CUPS takes."""
    waiting: list[str] = []
    refused: list[str] = []
    try:
        under_way, failed = cups.under_way(), cups.failed()
    except cups.Unreachable:
        return Swept(tuple(jobs), ())
    for job in jobs:
        try:
            if job in under_way and job not in failed:
                waiting.append(job)
            elif not cups.purge(job):
                refused.append(job)
        except cups.Unreachable:
            waiting.append(job)
    return Swept(tuple(waiting), tuple(refused), tuple(job for job in jobs if job in failed))


class Spool(QObject):
    """The jobs of this run, and of earlier ones that were closed before the paper was out.

    Attributes:
        jobs: their names in CUPS; they hold no personal data.
        refuses: whether CUPS refused to purge, so that the owner has to be told how to set it up.

    Signals:
        refused(): CUPS refused for the first time.
    """

    refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.jobs: tuple[str, ...] = ()
        self.refuses = False
        self._when_failed: dict[str, Callable[[], object]] = {}
        self._preferences: Preferences | None = None
        self._owner: QWidget | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.look)

    def remember_in(self, preferences: Preferences) -> None:
        """Go on with the jobs that an earlier run left, and keep the list there."""
        self._preferences = preferences
        self.jobs = tuple(dict.fromkeys((*preferences.print_jobs, *self.jobs)))
        if self.jobs:
            self._look_after(FIRST_LOOK_MS)

    def add(self, job: str, when_failed: Callable[[], object] | None = None) -> None:
        """Follow a job that the printer took; an empty name is one that cannot be followed.

        Args:
            when_failed: called if the job ends in this run of the program without coming out whole.
        """
        if job:
            if when_failed is not None:
                self._when_failed[job] = when_failed
            self._keep((*self.jobs, job))
            self._look_after(FIRST_LOOK_MS)

    def look(self) -> None:
        """Look at the queue on a worker."""
        jobs = self.jobs
        if not jobs:
            return
        if self._owner is None:
            self._owner = QWidget()  # never shown: background work belongs to a widget
        background.ask(self._owner, lambda: sweep(jobs)).then(lambda found: self._looked(jobs, found))

    def last_look(self) -> None:
        """Look once more before the program ends; what still waits is looked at in its next run."""
        self.timer.stop()
        if self.jobs:
            self._take(self.jobs, sweep(self.jobs))

    def give_up(self) -> None:
        """Cancel whatever still waits, and purge its pages: nobody will look for it again."""
        self.timer.stop()
        for job in self.jobs:
            with suppress(cups.Unreachable):
                cups.purge(job)
        self._when_failed.clear()
        self._keep(())

    def _looked(self, jobs: tuple[str, ...], found: Swept) -> None:
        self._take(jobs, found)
        if self.jobs:
            self._look_after(min(self.timer.interval() * 2, LONGEST_PAUSE_MS))

    def _take(self, jobs: tuple[str, ...], found: Swept) -> None:
        since = tuple(job for job in self.jobs if job not in jobs)
        self._keep((*found.waiting, *since))
        for job in (job for job in jobs if job not in found.waiting):
            when_failed = self._when_failed.pop(job, None)
            if when_failed is not None and job in found.failed:
                when_failed()
        if found.refused and not self.refuses:
            self.refuses = True
            self.refused.emit()

    def _keep(self, jobs: tuple[str, ...]) -> None:
        self.jobs = jobs[-MOST_JOBS:]
        if self._preferences is not None and self._preferences.print_jobs != self.jobs:
            self._preferences.print_jobs = self.jobs
            self._preferences.save()

    def _look_after(self, milliseconds: int) -> None:
        self.timer.start(milliseconds)


spool = Spool()
