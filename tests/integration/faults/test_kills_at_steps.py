"""``kill -9`` at every step: the state before or after it, never neither."""

from __future__ import annotations

import pytest

from tests.integration.faults.children import Children
from tests.integration.faults.choosing import steps_to_kill_at
from tests.integration.faults.judging import State, example_of, require_whole
from tests.integration.faults.operations import OPERATIONS, Operation
from tests.integration.faults.place import FaultyPlace
from tests.integration.faults.task import Fault
from tests.integration.faults.telling import Tell

BORROWED = {
    "rotation": ("backup.",),
    "departure": ("backup.", "discard."),
    "disposal": ("backup.", "slots.", "list."),
}
"""Milestones of what an operation has done by another one, which is killed there itself."""


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_a_kill_at_any_step(place: FaultyPlace, forking: Children, operation: Operation, tell: Tell) -> None:
    example = example_of(operation, place, forking)
    states = []
    for step in steps_to_kill_at(example.steps, BORROWED.get(operation.name, ())):
        if not operation.repeatable:
            place.put_back()
        outcome = forking.run(place.task(operation.name), Fault("kill", step))
        if not outcome.killed and operation.repeatable:  # a step of an office's first time alone
            place.put_back()
            outcome = forking.run(place.task(operation.name), Fault("kill", step))
        assert outcome.killed, (step, outcome)
        states.append(require_whole(place, example))
        tell(f"killed at a step of {operation.name}")
    assert {State.OLD, State.NEW} <= set(states)
    assert states == sorted(states, key=list(State).index), "what was committed stays committed"
