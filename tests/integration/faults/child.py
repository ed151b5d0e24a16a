"""A process that forks one child for each operation that is to meet a fault; started by the tests beside it.

It imports everything once, and rehearses an operation itself if it is told to: SQL statements, fonts, the
work of a passphrase and what is imported late are ready for the children then, and were most of their work.
The child tells through a pipe when the operation begins, so that this process can kill it a given time later,
and how it ended, if it ends by itself.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import resource
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import english
from tests.helpers.disks import BALLAST, remove_ballast
from tests.helpers.file_modes import make_read_only, make_writable, obey_file_modes
from tests.helpers.shared_statements import shared_statements
from tests.helpers.short_questions import short_questions
from tests.helpers.vault_offices import cheap_passphrases, remembered_passphrases
from tests.integration.faults import operations
from tests.integration.faults.steps import Steps
from tests.integration.faults.task import REHEARSAL, Fault, Outcome, Task, outcome_line, read_job

PATIENCE_SECONDS = 60


def main() -> None:
    """One child after the other."""
    for module in ("keyring.backends.SecretService", "sqlcipher3.dbapi2", "alembic.command", "argon2"):
        importlib.import_module(module)
    gc.disable()  # a child is short: what it leaves is gone with it
    with shared_statements(), remembered_passphrases():
        for line in sys.stdin:
            task, fault = read_job(line)
            outcome = _rehearsed(task) if fault.kind == REHEARSAL else _run(task, fault)
            sys.stdout.write(outcome_line(outcome))
            sys.stdout.flush()


def _rehearsed(task: Task) -> Outcome:
    """Do it here; whatever happens, the test is told."""
    try:
        with cheap_passphrases(), short_questions():
            operations.BY_NAME[task.operation].run(task, lambda: None, _unmended)
    except Exception:  # noqa: BLE001 - a foreseen error is as wrong as any other
        return Outcome(killed=False, bug=traceback.format_exc())
    return Outcome(killed=False)


def _unmended(error: UserFacingError, _failed: str) -> None:
    raise error


def _run(task: Task, fault: Fault) -> Outcome:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "w", encoding="utf-8") as pipe:
            try:
                _work(task, fault, pipe)
            finally:
                pipe.flush()
                os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        return _watch(child, pipe, fault)


def _watch(child: int, pipe: IO[str], fault: Fault) -> Outcome:
    """Kill the child in time, and read what it told."""
    pipe.readline()
    if isinstance(fault.at, float):
        time.sleep(fault.at)
        os.kill(child, signal.SIGKILL)
    elif not select.select([pipe], [], [], PATIENCE_SECONDS)[0]:
        os.kill(child, signal.SIGKILL)
    told = pipe.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if told.endswith("\n"):
        return Outcome(killed=False, **json.loads(told))
    if fault.kind == "kill" and status == -signal.SIGKILL:
        return Outcome(killed=True)
    return Outcome(killed=False, bug=f"ended with {status}")


def _work(task: Task, fault: Fault, pipe: IO[str]) -> None:
    """The child: the operation, with the fault on its way."""
    at = fault.at if isinstance(fault.at, str) else ""
    steps = Steps(task.watched(), at, lambda: FAULTS[fault.kind].strike(task))
    steps.install()
    if fault.kind == "read-only":
        obey_file_modes()
    begun = [time.perf_counter()]
    told: dict[str, object] = {}

    def begin() -> None:
        pipe.write("begun\n")
        pipe.flush()
        begun[0] = time.perf_counter()
        steps.begin()

    def mend(error: UserFacingError, failed: str) -> None:
        if "error" not in told:
            told.update(error=type(error).__name__, said=error.sentences(english), failed=failed)
        if not fault.again:
            raise error
        FAULTS[fault.kind].lift(task)

    try:
        with cheap_passphrases(), short_questions():
            operations.BY_NAME[task.operation].run(task, begin, mend)
    except UserFacingError as error:
        if fault.again:
            told |= {"again": type(error).__name__, "said_again": error.sentences(english)}
    except Exception:  # noqa: BLE001 - whatever it is, the test is told
        told["bug"] = traceback.format_exc()
    if not steps.seen:
        begin()
    told |= {"seconds": time.perf_counter() - begun[0], "steps": steps.seen}
    pipe.write(json.dumps(told) + "\n")


@dataclass(frozen=True)
class Mishap:
    """What can go wrong in the child itself.

    Attributes:
        strike: makes it so.
        lift: takes it away again.
    """

    strike: Callable[[Task], None]
    lift: Callable[[Task], None] = lambda _task: None


def _kill(_task: Task) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _full(_task: Task) -> None:
    """From now on no file may grow: every write of this process that would add to one fails.

    A write that fails so sends SIGXFSZ, which Python ignores.
    """
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))


def _ballast_of(task: Task) -> Path:
    return Path(task.facts["disk"]) / BALLAST


def _ballast(task: Task) -> None:
    """Fill the disk up to its last block."""
    with _ballast_of(task).open("wb", buffering=0) as file:
        for size in (65_536, 4_096, 512, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                continue


def _read_only(task: Task) -> None:
    """Take every right to write away, from whichever thread: all of them gave up root's rights before."""
    for folder in task.watched():
        make_read_only(Path(folder))


def _room(_task: Task) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def _no_ballast(task: Task) -> None:
    remove_ballast(_ballast_of(task))


def _writable(task: Task) -> None:
    for folder in task.watched():
        make_writable(Path(folder))


FAULTS = {
    "none": Mishap(lambda _task: None),
    "kill": Mishap(_kill),
    "full": Mishap(_full, _room),
    "ballast": Mishap(_ballast, _no_ballast),
    "read-only": Mishap(_read_only, _writable),
}


if __name__ == "__main__":
    main()
