"""A disk that fills up, or turns read-only, at any step: said truthfully, and nothing is lost."""

from __future__ import annotations

from itertools import cycle

import pytest

from tests.integration.faults.children import Children
from tests.integration.faults.judging import State, example_of, require_whole
from tests.integration.faults.operations import Operation, in_every_run
from tests.integration.faults.place import FaultyPlace
from tests.integration.faults.task import Fault, Outcome
from tests.integration.faults.telling import Tell

IN_FORCE = {"KeysNotNoted", "DisposalUnfinished", "Unfinished"}
"""What is said of a change that is in force although a later step failed."""

NO_BACKUP = "BackupNeeded"
"""A disposal asks for room for a backup before anything is deleted."""

FORESEEN = {
    "full": {"DiskFull", "DiskFailed", NO_BACKUP},
    "read-only": {"FolderReadOnly", "DiskFailed", NO_BACKUP},
}


def chosen(steps: tuple[str, ...]) -> list[str]:
    """The beginning, milestones, renames and commits, and the first statement; of many a part, evenly."""
    wanted = ("start", "milestone", "file rename", "sql BEGIN IMMEDIATE #1", "sql COMMIT")
    found = [step for step in steps if step.startswith(wanted)]
    return found if len(found) <= MOST else found[:: -(-len(found) // MOST)]


MOST = 18
TRUTHFUL = {"save"}


def require_true(outcome: Outcome, state: State) -> None:
    """What was said is true: a change that is there was not said to be unsaved."""
    if outcome.failed in TRUTHFUL and "this change was not saved" in outcome.said[1]:
        assert state is State.OLD, (outcome, state)


@pytest.mark.parametrize("kind", FORESEEN)
@pytest.mark.parametrize("operation", in_every_run("save", "rotation"), ids=lambda operation: operation.name)
def test_a_disk_that_takes_no_more_from_any_step(
    place: FaultyPlace, forking: Children, operation: Operation, kind: str, tell: Tell
) -> None:
    """Every other time the program goes on in the same session, once there is room."""
    example = example_of(operation, place, forking)
    errors = set()
    for again, step in zip(cycle((False, True)), chosen(example.steps), strict=False):
        if not operation.repeatable:
            place.put_back()
        outcome = forking.run(place.task(operation.name), Fault(kind, step, again))
        assert not outcome.bug, (step, outcome.bug)
        assert outcome.error in FORESEEN[kind] | IN_FORCE | {""}, (step, outcome)
        assert outcome.again in {"", "WrongState"}, (step, outcome)
        place.lift()
        state = require_whole(place, example, runs=1 + again)
        if outcome.error and not again:
            require_true(outcome, state)
            assert outcome.error not in IN_FORCE or state is not State.OLD, (step, outcome)
        errors.add(outcome.error)
        tell(f"{kind} disk during {operation.name}")
    assert errors - {""}
