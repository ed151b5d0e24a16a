"""Breaking one step of the program for a while, to see that what depends on it notices; the table of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def replaced(place: object, name: str, by: object) -> Iterator[None]:
    """Within the block, the attribute ``name`` of ``place`` is ``by``."""
    with pytest.MonkeyPatch.context() as patching:
        patching.setattr(place, name, by)
        yield


_SABOTAGE = re.compile(r"::test_sabotage_(\w+)")


def sabotage_rows(
    passed: Iterable[pytest.TestReport], failed: Iterable[pytest.TestReport]
) -> tuple[str, ...]:
    """A line for each sabotage that was tried, in the tests' order: what was done, and what came of it."""
    found = {_named(one): "caught" for one in passed if one.when == "call"}
    found |= {_named(one): "NOT CAUGHT" for one in failed}
    width = max(map(len, found), default=0)
    return tuple(f"{name:{width}}  {result}" for name, result in found.items() if name)


def _named(report: pytest.TestReport) -> str:
    match = _SABOTAGE.search(report.nodeid)
    return match[1].replace("_", " ") if match else ""
