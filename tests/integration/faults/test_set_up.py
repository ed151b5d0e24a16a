"""A new office whose set-up is killed, or meets a disk that takes no more: none, or a whole one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from random import Random

import pytest

from tests.helpers.ground import MovableClock
from tests.helpers.secret_service import SecretService
from tests.integration.faults.children import Children
from tests.integration.faults.choosing import steps_to_kill_at, steps_to_stop_at
from tests.integration.faults.instants import Instants
from tests.integration.faults.judging import State
from tests.integration.faults.new_place import NewPlace
from tests.integration.faults.shortage import FORESEEN
from tests.integration.faults.task import Fault, Outcome
from tests.integration.faults.telling import Tell

KILLS, SEED = 20, 20261124
IN_FORCE = "SetUpUnfinished"
"""What is said where the office is there although nobody came in."""


@pytest.fixture
def new(tmp_path: Path, service: SecretService) -> Iterator[NewPlace]:
    place = NewPlace(tmp_path / "office", tmp_path / "paper", MovableClock())
    place.clear()
    return place


def example_of(new: NewPlace, forking: Children) -> Outcome:
    """Set an office up without a fault."""
    outcome = forking.run(new.task)
    assert outcome.done, outcome
    assert new.require_whole() is State.NEW
    return outcome


def test_a_kill_at_any_step(new: NewPlace, forking: Children, tell: Tell) -> None:
    states = []
    for step in steps_to_kill_at(example_of(new, forking).steps):
        new.clear()
        outcome = forking.run(new.task, Fault("kill", step))
        assert outcome.killed, (step, outcome)
        states.append(new.require_whole())
        tell("killed at a step of set-up")
    assert set(states) == {State.OLD, State.NEW}
    assert states == sorted(states, key=list(State).index), "an office that is there stays"


def test_a_kill_at_any_instant(new: NewPlace, forking: Children, tell: Tell) -> None:
    instants = Instants(Random(SEED), example_of(new, forking).seconds)

    def kill() -> State:
        new.clear()
        instants.strike(forking, new.task)
        return new.require_whole()

    instants.strike_often(KILLS, kill)
    tell("killed at an instant of set-up", instants.kills)


@pytest.mark.parametrize("kind", ["full", "read-only"])
def test_a_disk_that_takes_no_more_from_any_step(
    new: NewPlace, forking: Children, kind: str, tell: Tell
) -> None:
    """Every other time the same sheet is good for another try, once there is room."""
    errors = set()
    example = example_of(new, forking)
    for again, step in zip(cycle((False, True)), steps_to_stop_at(example.steps, kind), strict=False):
        new.clear()
        outcome = forking.run(new.task, Fault(kind, step, again))
        assert not outcome.bug, (step, outcome.bug)
        assert outcome.error in FORESEEN[kind] | {IN_FORCE, ""}, (step, outcome)
        state = new.require_whole()
        nothing_came_of_it = not again and outcome.failed == "set-up" and outcome.error != IN_FORCE
        assert state is (State.OLD if nothing_came_of_it else State.NEW), (step, outcome)
        errors.add(outcome.error)
        tell(f"{kind} disk during set-up")
    assert IN_FORCE in errors
