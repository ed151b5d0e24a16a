"""How much of the faults a run takes: enough of each in every run, and everything with ``--every-point``.

Every run kills at the beginning, at every milestone and at every commit, and a disk fills up or turns
read-only at points from all over an operation. Instants are few, each in a stretch of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

OPTION = "--every-point"
_LONGER = 8
_OTHERS = 4
_STANDING_STILL = 8
_FEW = 4
_TURNING = ("start", "milestone", "sql COMMIT")
_WRITING = (*_TURNING, "file rename", "sql BEGIN IMMEDIATE #1")


@dataclass
class Choice:
    """What this run takes.

    Attributes:
        every_point: whether a run of an hour and more is wanted: every step, and many more instants.
    """

    every_point: bool = False


RUN = Choice()


def least_kills(enough: int) -> int:
    """So many kills a run takes at least, of those that surely meet both ends of an operation."""
    return enough * _LONGER if RUN.every_point else -(-enough // _FEW)


def steps_to_kill_at(steps: tuple[str, ...], borrowed: tuple[str, ...] = ()) -> list[str]:
    """The beginning, every milestone and commit; of the other steps some from all over.

    Args:
        borrowed: beginnings of milestones that belong to another operation, which is killed there itself.
    """
    if RUN.every_point:
        return list(steps)
    elsewhere = tuple(f"milestone {name}" for name in borrowed)
    own = [step for step in steps if not step.startswith(elsewhere)]
    others = [step for step in own if not step.startswith(_TURNING)]
    skipped = set(others) - set(_evenly(others, _OTHERS))
    return [step for step in own if step not in skipped]


def some_of(steps: list[str], first: int, every: int) -> list[str]:
    """Of steps that are all taken elsewhere: the beginning, the end, and some between, from ``first`` on."""
    return steps if RUN.every_point else [*steps[:1], *steps[1:-1][first::every], *steps[1:][-1:]]


def steps_to_stop_at(steps: tuple[str, ...], kind: str) -> list[str]:
    """The beginning and what comes before or after a durable write; of many an even part.

    Args:
        kind: what stops there: a full disk takes every other step of that part, beginning with the first, and
            one that turned read-only takes those between, so that each step is met by one of them.
    """
    found = [step for step in steps if step.startswith(_WRITING)]
    if RUN.every_point:
        return found
    part = _evenly(found, _STANDING_STILL)
    return part[kind == "read-only" :: 2]


def _evenly(steps: list[str], most: int) -> list[str]:
    return steps[:: -(-len(steps) // most) or 1]
