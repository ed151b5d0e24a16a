"""``kill -9`` at every step: the state before or after it, never neither."""

from __future__ import annotations

import pytest

from tests.integration.faults.children import Children
from tests.integration.faults.judging import State, example_of, require_whole
from tests.integration.faults.operations import Operation, in_every_run
from tests.integration.faults.place import FaultyPlace
from tests.integration.faults.task import Fault
from tests.integration.faults.telling import Tell

EVERY_SO_MANY = 6


def chosen(steps: tuple[str, ...]) -> list[str]:
    """The beginning and every milestone; of the other steps one in six."""
    others = [step for step in steps if not step.startswith(("start", "milestone"))]
    skipped = set(others) - set(others[::EVERY_SO_MANY])
    return [step for step in steps if step not in skipped]


@pytest.mark.parametrize(
    "operation", in_every_run("save", "rotation", "departure", "backup"), ids=lambda operation: operation.name
)
def test_a_kill_at_any_step(place: FaultyPlace, forking: Children, operation: Operation, tell: Tell) -> None:
    example = example_of(operation, place, forking)
    states = []
    for step in chosen(example.steps):
        if not operation.repeatable:
            place.put_back()
        outcome = forking.run(place.task(operation.name), Fault("kill", step))
        assert outcome.killed, (step, outcome)
        states.append(require_whole(place, example))
        tell(f"killed at a step of {operation.name}")
    assert {State.OLD, State.NEW} <= set(states)
    assert states == sorted(states, key=list(State).index), "what was committed stays committed"
