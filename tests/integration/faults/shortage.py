"""A disk that takes no more from one of an operation's steps on: what may be said, and what must be found."""

from __future__ import annotations

from itertools import cycle

from tests.integration.faults.children import Children
from tests.integration.faults.instants import DONE_BEFORE
from tests.integration.faults.judging import Example, State, require_whole
from tests.integration.faults.place import FaultyPlace
from tests.integration.faults.task import Fault, Outcome
from tests.integration.faults.telling import Tell

IN_FORCE = {"KeysNotNoted", "DisposalUnfinished", "BackupNotNoted", "RestoreUnfinished"}
"""What is said of a change that is in force although a later step failed."""

NO_BACKUP = {"BackupNeeded", "NotBackedUp"}
"""A disposal asks for room for a backup before anything is deleted; a backup's folder may fail by itself."""

FORESEEN = {
    "full": {"DiskFull", "DiskFailed", *NO_BACKUP},
    "read-only": {"FolderReadOnly", "DiskFailed", *NO_BACKUP},
    "ballast": {"DiskFull", "DiskFailed", *NO_BACKUP},
}
NAMES = {"full": "full disk", "read-only": "read-only disk", "ballast": "really full disk"}


def meet_at(
    steps: list[str], kind: str, place: FaultyPlace, example: Example, forking: Children, tell: Tell
) -> None:
    """Let a shortage begin at each of the steps in turn; it has to be noticed at one of them.

    Every other time the program goes on in the same session, once there is room.
    """
    operation, errors = example.operation, set()
    for again, step in zip(cycle((False, True)), steps, strict=False):
        if not operation.repeatable:
            place.put_back()
        outcome = forking.run(place.task(operation.name), Fault(kind, step, again))
        assert not outcome.bug, (step, outcome.bug)
        assert outcome.error in FORESEEN[kind] | IN_FORCE | {""}, (step, outcome)
        assert outcome.again in {"", *DONE_BEFORE}, (step, outcome)
        place.lift()
        state = require_whole(place, example, runs=1 + again)
        if not again:
            require_true(outcome, state, operation.name)
        errors.add(outcome.error)
        tell(f"{NAMES[kind]} during {operation.name}")
    assert errors - {""}


def require_true(outcome: Outcome, state: State, operation: str) -> None:
    """What was said is true: a change that is there was not said to be unsaved, nor the other way round."""
    if outcome.error in IN_FORCE:
        assert state is not State.OLD, outcome
    elif outcome.failed == operation and "not saved" in outcome.said[1]:
        assert state is State.OLD, outcome
