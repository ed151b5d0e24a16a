"""``kill -9`` at instants drawn by lot over the whole time of an operation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.integration.faults.children import Children
from tests.integration.faults.choosing import least_kills
from tests.integration.faults.judging import State
from tests.integration.faults.task import Fault, Outcome, Task

BEYOND = 1.1
"""The instants reach beyond the measured time: under load everything takes longer."""

DONE_BEFORE = {"WrongState", "SlotGone"}
"""What a second run says of a batch that is carried out, and of somebody who has left."""

SLOWER = 1.5
"""What was still at work beyond its measured time takes so much longer, at a guess, until its end is met."""

STRETCHES = 10
"""Each of so many stretches of an operation has its round of strikes before the first has another."""
STRIDE = 7
"""From one stretch to the next but some, so that few instants come from all over, too."""


@dataclass
class Instants:
    """Instants of one operation.

    Attributes:
        seconds: how long it takes, as measured when it last came to its end, or more once it took longer.
        kills: how many children were killed.
        rounds: how many rounds of strikes are done. All strikes of one hit the same stretch, so what was so
            before an operation's commit is met, however many strikes lie between two looks.
    """

    random: Random
    seconds: float
    kills: int = 0
    rounds: int = 0

    def strike(self, forking: Children, task: Task) -> Outcome:
        """Begin the operation and kill it somewhere, unless it ends before."""
        stretch = self.rounds * STRIDE % STRETCHES
        at = (stretch + self.random.random()) / STRETCHES * BEYOND * self.seconds
        outcome = forking.run(task, Fault("kill", at))
        assert outcome.killed or outcome.done or outcome.again in DONE_BEFORE, outcome
        self.kills += outcome.killed
        if outcome.killed and at > self.seconds:
            self.seconds = SLOWER * at
        if outcome.done:
            self.seconds = outcome.seconds
        return outcome

    def strike_often(self, enough: int, round_of_strikes: Callable[[], State]) -> set[State]:
        """Strike until the run's number of kills is reached, and on to ``enough`` while an end was not met.

        Returns:
            the states that were found after the rounds.
        """
        least, states = least_kills(enough), set()
        while self.kills < least or (self.kills < enough and not {State.OLD, State.NEW} <= states):
            states.add(round_of_strikes())
            self.rounds += 1
        return states
