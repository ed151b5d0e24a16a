"""What the test and its child processes say to each other, as one line of JSON each."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from tests.helpers.secret_service import BUS

REHEARSAL = "rehearsal"
"""The kind of fault that is none: the process that forks children does the task itself."""


@dataclass(frozen=True)
class Fault:
    """What goes wrong in the child.

    Attributes:
        kind: ``none``, ``kill``, ``full`` (no file may grow any more), ``ballast`` (the small disk that the
            office is on is filled up) or ``read-only``.
        at: the name of a step (see :mod:`tests.integration.faults.steps`), or a number of seconds after the
            beginning, at which only a kill is possible.
        again: whether the child takes the cause of a failure away and goes on in the same session.
    """

    kind: str = "none"
    at: str | float = ""
    again: bool = True


@dataclass(frozen=True)
class Task:
    """One operation in one office.

    Attributes:
        now: the moment at which the program's clock stands, as ISO 8601.
        facts: what else the operation has to know.
    """

    operation: str
    home: str
    account: str
    passphrase: str
    now: str
    facts: dict[str, Any] = field(default_factory=dict)

    def clock(self) -> datetime:
        """The program's clock."""
        return datetime.fromisoformat(self.now)

    def watched(self) -> tuple[str, ...]:
        """The folders whose files the operation changes."""
        return (self.home, *self.facts.get("places", ()))


@dataclass(frozen=True)
class Outcome:
    """How a child ended.

    Attributes:
        killed: whether it was killed, at the asked moment.
        error: class of the foreseen error that the operation raised first; empty if it raised none.
        said: the sentences of that error.
        failed: what raised it: the operation, or leaving the office after it.
        again: class of the foreseen error that it still raised when the cause was gone, which then said
            ``said_again``.
        bug: the trace of an exception that nobody foresaw.
        seconds: how long the operation took, from its beginning.
    """

    killed: bool
    error: str = ""
    said: tuple[str, ...] = ()
    failed: str = ""
    again: str = ""
    said_again: tuple[str, ...] = ()
    bug: str = ""
    steps: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def done(self) -> bool:
        """Whether the operation came to its end."""
        return not (self.killed or self.error or self.again or self.bug)


def job_line(task: Task, fault: Fault) -> str:
    """What the test asks for, and where this process's key store is."""
    bus = os.environ.get(BUS, "")
    return json.dumps({"task": asdict(task), "fault": asdict(fault), "bus": bus}) + "\n"


def read_job(line: str) -> tuple[Task, Fault]:
    """What the test asked for; its key store becomes this process's."""
    job = json.loads(line)
    if job["bus"]:
        os.environ[BUS] = job["bus"]
    return Task(**job["task"]), Fault(**job["fault"])


def outcome_line(outcome: Outcome) -> str:
    """How it ended."""
    return json.dumps(asdict(outcome)) + "\n"


def read_outcome(line: str) -> Outcome:
    """How it ended."""
    told = json.loads(line)
    return Outcome(
        **{name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
    )
