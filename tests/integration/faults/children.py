"""The test's end of the process that forks children: hands tasks over and reads how they ended."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from tests.integration.faults.task import REHEARSAL, Fault, Outcome, Task, job_line, read_outcome

ROOT = Path(__file__).parents[3]


@dataclass
class Children:
    """Runs one operation after the other, each in a child of its own."""

    input: IO[str]
    output: IO[str]
    rehearsed: set[tuple[str, str]] = field(default_factory=set)

    def rehearse(self, task: Task) -> None:
        """Do a task without a child, once for each operation and office: its children have less to do."""
        if (task.operation, task.home) not in self.rehearsed:
            self.rehearsed.add((task.operation, task.home))
            outcome = self.run(task, Fault(REHEARSAL))
            assert outcome.done, outcome

    def run(self, task: Task, fault: Fault | None = None) -> Outcome:
        """Let a child do a task, and meet a fault on the way if one is given."""
        self.input.write(job_line(task, fault or Fault()))
        self.input.flush()
        line = self.output.readline()
        assert line, "the process that forks children ended"
        return read_outcome(line)


@contextmanager
def started() -> Iterator[Children]:
    """The process beside this file, until the block ends."""
    command = [sys.executable, "-m", "tests.integration.faults.child"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", cwd=ROOT
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield Children(process.stdin, process.stdout)
        process.stdin.close()
