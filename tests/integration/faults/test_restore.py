"""A restore that is killed, or meets a disk that takes no more, at any step or instant.

The backup is older than a disposal, so the restore destroys again whoever was destroyed.
"""

from __future__ import annotations

from random import Random

import pytest

from tests.integration.faults.children import Children
from tests.integration.faults.choosing import steps_to_kill_at, steps_to_stop_at
from tests.integration.faults.instants import Instants
from tests.integration.faults.judging import State, example_of, require_whole
from tests.integration.faults.operations import RESTORE
from tests.integration.faults.place import FaultyPlace, with_a_disposal
from tests.integration.faults.shortage import meet_at
from tests.integration.faults.task import Fault
from tests.integration.faults.telling import Tell

KILLS, SEED = 20, 20261124


@pytest.fixture(scope="module")
def destroyed(filled: FaultyPlace) -> FaultyPlace:
    """The office after the disposal."""
    filled.put_back()
    return with_a_disposal(filled)


@pytest.fixture
def after(destroyed: FaultyPlace) -> FaultyPlace:
    """That office, as it was then."""
    destroyed.put_back()
    return destroyed


def test_a_kill_at_any_step(after: FaultyPlace, forking: Children, tell: Tell) -> None:
    example = example_of(RESTORE, after, forking)
    states = []
    for step in steps_to_kill_at(example.steps):
        after.put_back()
        outcome = forking.run(after.task("restore"), Fault("kill", step))
        assert outcome.killed, (step, outcome)
        states.append(require_whole(after, example))
        tell("killed at a step of restore")
    assert {State.OLD, State.NEW} <= set(states)
    assert states == sorted(states, key=list(State).index), "what was committed stays committed"


def test_a_kill_at_any_instant(after: FaultyPlace, forking: Children, tell: Tell) -> None:
    example = example_of(RESTORE, after, forking)
    instants = Instants(Random(SEED), example.seconds)

    def kill() -> State:
        after.put_back()
        instants.strike(forking, after.task("restore"))
        return require_whole(after, example)

    instants.strike_often(KILLS, kill)
    tell("killed at an instant of restore", instants.kills)


@pytest.mark.parametrize("kind", ["full", "read-only"])
def test_a_disk_that_takes_no_more_from_any_step(
    after: FaultyPlace, forking: Children, kind: str, tell: Tell
) -> None:
    example = example_of(RESTORE, after, forking)
    meet_at(steps_to_stop_at(example.steps, kind), kind, after, example, forking, tell)
