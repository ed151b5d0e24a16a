"""A restore that is killed, or meets a disk that takes no more, at any step or instant.

The backup is older than a disposal, so the restore destroys again whoever was destroyed.
"""

from __future__ import annotations

from itertools import cycle
from random import Random

import pytest

from tests.integration.faults import test_kills_at_steps, test_no_room
from tests.integration.faults.children import Children
from tests.integration.faults.judging import State, example_of, require_whole
from tests.integration.faults.operations import RESTORE
from tests.integration.faults.place import FaultyPlace, with_a_disposal
from tests.integration.faults.task import Fault
from tests.integration.faults.telling import Tell
from tests.integration.faults.test_kills_at_instants import draw

KILLS, SEED = 30, 20261124


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
    for step in test_kills_at_steps.chosen(example.steps):
        after.put_back()
        outcome = forking.run(after.task("restore"), Fault("kill", step))
        assert outcome.killed, (step, outcome)
        states.append(require_whole(after, example))
        tell("killed at a step of restore")
    assert {State.OLD, State.NEW} <= set(states)
    assert states == sorted(states, key=list(State).index), "what was committed stays committed"


def test_a_kill_at_any_instant(after: FaultyPlace, forking: Children, tell: Tell) -> None:
    random = Random(SEED)
    example = example_of(RESTORE, after, forking)
    kills = 0
    while kills < KILLS:
        after.put_back()
        outcome = forking.run(after.task("restore"), draw(random, example))
        assert outcome.killed or outcome.done, outcome
        require_whole(after, example)
        if outcome.killed:
            kills += 1
            tell("killed at an instant of restore")


@pytest.mark.parametrize("kind", test_no_room.FORESEEN)
def test_a_disk_that_takes_no_more_from_any_step(
    after: FaultyPlace, forking: Children, kind: str, tell: Tell
) -> None:
    example = example_of(RESTORE, after, forking)
    for again, step in zip(cycle((False, True)), test_no_room.chosen(example.steps), strict=False):
        after.put_back()
        outcome = forking.run(after.task("restore"), Fault(kind, step, again))
        assert not outcome.bug, (step, outcome.bug)
        assert outcome.error in test_no_room.FORESEEN[kind] | {""}, (step, outcome)
        after.lift()
        require_whole(after, example)
        tell(f"{kind} disk during restore")
