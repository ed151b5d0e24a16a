"""``kill -9`` at instants drawn by lot over the whole time of an operation, twice before each look."""

from __future__ import annotations

from random import Random

import pytest

from tests.integration.faults.children import Children
from tests.integration.faults.judging import Example, State, example_of, require_whole
from tests.integration.faults.operations import Operation, in_every_run
from tests.integration.faults.place import FaultyPlace
from tests.integration.faults.task import Fault
from tests.integration.faults.telling import Tell

KILLS = {"save": 80, "rotation": 50, "departure": 20, "backup": 30, "disposal": 10}
ENOUGH = 30
"""From so many instants on, both ends of an operation are among them."""

DONE_BEFORE = {"WrongState", "SlotGone"}
"""What a second run says of a batch that is carried out, and of somebody who has left."""

SEED = 20261124
BEYOND = 1.1
"""The instants reach beyond the measured time: under load everything takes longer."""


def draw(random: Random, example: Example) -> Fault:
    return Fault("kill", random.uniform(0, BEYOND * example.seconds))


@pytest.mark.parametrize("operation", in_every_run("save", "rotation"), ids=lambda operation: operation.name)
def test_a_kill_at_any_instant(
    place: FaultyPlace, forking: Children, operation: Operation, tell: Tell
) -> None:
    random = Random(f"{SEED} {operation.name}")
    example = example_of(operation, place, forking)
    kills, states = 0, set()
    while kills < KILLS[operation.name]:
        if not operation.repeatable:
            place.put_back()
        outcomes = [forking.run(place.task(operation.name), draw(random, example)) for _ in range(2)]
        for outcome in outcomes:
            assert outcome.killed or outcome.done or outcome.again in DONE_BEFORE, outcome
            kills += outcome.killed
        states.add(require_whole(place, example, runs=2))
        for _ in filter(lambda outcome: outcome.killed, outcomes):
            tell(f"killed at an instant of {operation.name}")
    assert kills < ENOUGH or {State.OLD, State.NEW} <= states
