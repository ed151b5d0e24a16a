"""What a call changed and can undo: its own answer names it, so that nobody takes another edit for it.

Two saves of one person may be under way at once: the newest edit after one of them may be the other's.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import NamedTuple


class OwnEdit(NamedTuple):
    """An edit that was made: its number, by which it is undone, and what it was about, ``kind:record-id``.

    The number is 0 where its former values were forgotten before they could be kept.
    """

    number: int
    subject: str


@dataclass(frozen=True)
class OwnEdits:
    """What was done: how many acts of its login there were with the last one, 0 for none, and its edits."""

    acts: int = 0
    edits: tuple[OwnEdit, ...] = ()


class NotedEdits:
    """What was noted so far of the work within a :func:`noting_edits`."""

    def __init__(self) -> None:
        self.found = OwnEdits()

    def add(self, more: OwnEdits) -> None:
        """Note what a part of the work did."""
        self.found = OwnEdits(max(self.found.acts, more.acts), (*self.found.edits, *more.edits))


_noted: ContextVar[NotedEdits | None] = ContextVar("own_edits", default=None)


@contextmanager
def noting_edits() -> Iterator[NotedEdits]:
    """Note what is done within it, on this thread."""
    noted = NotedEdits()
    before = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(before)


def note_done(done: OwnEdits) -> None:
    """Tell whoever is noting on this thread what was done."""
    noted = _noted.get()
    if noted is not None:
        noted.add(done)
