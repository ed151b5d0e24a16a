"""How much of the faults a run takes: enough of each in every run, and much more where that is asked for."""

from __future__ import annotations

import os

LONG = bool(os.environ.get("HVACDESK_LONG_FAULTS"))
"""Whether a run of an hour and more is wanted: every step, and many more instants."""

_LONGER = 8
_OTHERS = 4
_STANDING_STILL = 8
_TURNING = ("start", "milestone", "sql COMMIT")
_WRITING = (*_TURNING, "file rename", "sql BEGIN IMMEDIATE #1")


def kills(in_every_run: int) -> int:
    """So many kills, or the long run's number of them."""
    return in_every_run * _LONGER if LONG else in_every_run


def steps_to_kill_at(steps: tuple[str, ...], borrowed: tuple[str, ...] = ()) -> list[str]:
    """The beginning, every milestone and commit; of the other steps some from all over.

    Args:
        borrowed: beginnings of milestones that belong to another operation, which is killed there itself.
    """
    if LONG:
        return list(steps)
    elsewhere = tuple(f"milestone {name}" for name in borrowed)
    own = [step for step in steps if not step.startswith(elsewhere)]
    others = [step for step in own if not step.startswith(_TURNING)]
    skipped = set(others) - set(_evenly(others, _OTHERS))
    return [step for step in own if step not in skipped]


def steps_to_stop_at(steps: tuple[str, ...]) -> list[str]:
    """The beginning and what comes before or after a durable write; of many an even part."""
    found = [step for step in steps if step.startswith(_WRITING)]
    return found if LONG else _evenly(found, _STANDING_STILL)


def _evenly(steps: list[str], most: int) -> list[str]:
    return steps[:: -(-len(steps) // most) or 1]
