"""Named moments of long changes, between which the program may be killed at any time.

Each step of a rotation, a backup or a restore says here that it is done. Nothing happens then: a fault test
replaces :func:`reached` in a process of its own, to end it at exactly that moment.
"""

from __future__ import annotations


def reached(name: str) -> None:
    """A step is done; ``name`` is the change and the step, such as ``rotation.exported``."""
