"""``kill -9`` at instants drawn by lot over the whole time of an operation."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.integration.faults.children import Children
from tests.integration.faults.task import Fault, Outcome, Task

BEYOND = 1.1
"""The instants reach beyond the measured time: under load everything takes longer."""

DONE_BEFORE = {"WrongState", "SlotGone"}
"""What a second run says of a batch that is carried out, and of somebody who has left."""


@dataclass
class Instants:
    """Instants of one operation.

    Attributes:
        seconds: how long it takes, as measured when it last came to its end.
        kills: how many children were killed.
    """

    random: Random
    seconds: float
    kills: int = 0

    def strike(self, forking: Children, task: Task) -> Outcome:
        """Begin the operation and kill it somewhere, unless it ends before."""
        outcome = forking.run(task, Fault("kill", self.random.uniform(0, BEYOND * self.seconds)))
        assert outcome.killed or outcome.done or outcome.again in DONE_BEFORE, outcome
        self.kills += outcome.killed
        if outcome.done:
            self.seconds = outcome.seconds
        return outcome
