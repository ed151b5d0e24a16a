"""``kill -9`` at instants drawn by lot over the whole time of an operation, twice before each look."""

from __future__ import annotations

from random import Random

import pytest

from tests.integration.faults.children import Children
from tests.integration.faults.instants import Instants
from tests.integration.faults.judging import State, example_of, require_whole
from tests.integration.faults.operations import OPERATIONS, Operation
from tests.integration.faults.place import FaultyPlace
from tests.integration.faults.telling import Tell

KILLS = {
    "save": 40,
    "invoice": 40,
    "bank file": 30,
    "closing": 30,
    "outside-invoices": 20,
    "rotation": 36,
    "departure": 16,
    "backup": 30,
    "disposal": 20,
}
"""Far more than it takes to meet both ends of an operation; a run is content with fewer once it met them."""
SURELY = 30
"""Of so many instants both ends of an operation are surely among them."""

SEED = 20261124


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_a_kill_at_any_instant(
    place: FaultyPlace, forking: Children, operation: Operation, tell: Tell
) -> None:
    example = example_of(operation, place, forking)
    instants = Instants(Random(f"{SEED} {operation.name}"), example.seconds)

    def kill_twice() -> State:
        if not operation.repeatable:
            place.put_back()
        for _ in range(2):
            instants.strike(forking, place.task(operation.name))
        return require_whole(place, example, runs=2)

    states = instants.strike_often(KILLS[operation.name], kill_twice)
    tell(f"killed at an instant of {operation.name}", instants.kills)
    assert KILLS[operation.name] < SURELY or {State.OLD, State.NEW} <= states
