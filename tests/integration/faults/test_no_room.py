"""A disk that fills up, or turns read-only, at any step: said truthfully, and nothing is lost."""

from __future__ import annotations

import pytest

from tests.integration.faults.children import Children
from tests.integration.faults.choosing import steps_to_stop_at
from tests.integration.faults.judging import example_of
from tests.integration.faults.operations import OPERATIONS, Operation
from tests.integration.faults.place import FaultyPlace
from tests.integration.faults.shortage import meet_at
from tests.integration.faults.telling import Tell


@pytest.mark.parametrize("kind", ["full", "read-only"])
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_a_disk_that_takes_no_more_from_any_step(
    place: FaultyPlace, forking: Children, operation: Operation, kind: str, tell: Tell
) -> None:
    example = example_of(operation, place, forking)
    meet_at(steps_to_stop_at(example.steps, kind), kind, place, example, forking, tell)
