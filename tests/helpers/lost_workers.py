"""A pytest plugin: a worker that crashes or hangs fails the test that it was at, and the run goes on.

pytest-xdist 3.8 puts everything back that a lost worker was ever given. What it had finished comes again as
work with nothing in it, on which the other workers wait for ever (its issues 1323 and 1378); the test that
crashed comes again as well, and takes one worker after the other along. Where a worker is given work between
its end and the news of that, the whole run ends (``INTERNALERROR``, "cannot send").

A hanging test is ended by ``faulthandler_timeout`` in pyproject.toml; what pytest leaves out of that is
watched from here.
"""

from __future__ import annotations

import faulthandler
import os
import sys
from collections.abc import Generator
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from xdist.scheduler import LoadFileScheduling

if TYPE_CHECKING:
    from xdist.remote import Producer
    from xdist.workermanage import WorkerController

FAILED = pytest.StashKey[bool]()
STDERR = pytest.StashKey[int]()


class LossProof(LoadFileScheduling):  # type: ignore[misc]  # it has no types
    """Gives each file to one worker, and what a lost worker had not come to yet to another one."""

    def remove_node(self, node: WorkerController) -> str | None:
        """Take a worker that ended out of the plan; the test during which it was lost, if it was."""
        given = self.assigned_work.pop(node)
        if self.collection is None:  # else its list would count as that of the worker that takes its place
            self.registered_collections.pop(node, None)
        waiting: list[tuple[str, str]] = [
            (scope, nodeid) for scope, tests in given.items() for nodeid, done in tests.items() if not done
        ]
        if not waiting:
            return None
        for scope, nodeid in waiting[1:]:
            self.workqueue.setdefault(scope, {})[nodeid] = False
        for other in self.nodes:
            self._reschedule(other)
        return waiting[0][1]

    def _assign_work_unit(self, node: WorkerController) -> None:
        """Give a worker its next file; one that ended meanwhile takes nothing, and this stays noted.

        What it reported before is told of first, and its end after that. Until then what it was given and
        never heard of counts as its own, with which :meth:`remove_node` puts it back.
        """
        with suppress(OSError):  # "cannot send (already closed?)"
            super()._assign_work_unit(node)

    def _reschedule(self, node: WorkerController) -> None:
        """Hand out work until the worker has two tests, since it begins none before it knows the next."""
        before = -1
        while node in self.registered_collections and before != self._given_and_not_done(node):
            before = self._given_and_not_done(node)
            super()._reschedule(node)

    def _given_and_not_done(self, node: WorkerController) -> int:
        pending: int = self._pending_of(self.assigned_work[node])
        return pending

    def never_run(self) -> int:
        """How many tests nobody came to: so many workers were lost that the run gave up."""
        units = [self.workqueue, *self.assigned_work.values()]
        return sum(self._pending_of(unit) for unit in units)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LossProof | None:
    """In the place of xdist's own for ``--dist loadfile``."""
    return LossProof(config, log) if config.getoption("dist") == "loadfile" else None


def pytest_configure(config: pytest.Config) -> None:
    """The output of crashes, by a number that pytest's own clearing up does not close.

    On Windows execnet leaves nothing behind number 2, which ``sys.__stderr__`` has, and takes another one.
    """
    config.stash[STDERR] = os.dup(sys.stderr.fileno())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember that the test failed."""
    report = yield
    item.stash[FAILED] = report.failed or item.stash.get(FAILED, False)
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Watch the clearing up after a failure: pytest ends its watch with the failure, for debuggers."""
    if item.stash.get(FAILED, False):
        _watch(item.config)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Watch the end of the process, which belongs to no test; and say if tests were never run."""
    if hasattr(session.config, "workerinput"):
        _watch(session.config)
        return
    running = session.config.pluginmanager.getplugin("dsession")
    planned = getattr(running, "sched", None)
    done = (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)
    if isinstance(planned, LossProof) and planned.never_run() and session.exitstatus in done:
        session.exitstatus = pytest.ExitCode.INTERRUPTED


def _watch(config: pytest.Config) -> None:
    """End this process, and say where it was, if it is at this place for too long."""
    if seconds := float(config.getini("faulthandler_timeout") or 0):
        faulthandler.dump_traceback_later(seconds, exit=True, file=config.stash[STDERR])
