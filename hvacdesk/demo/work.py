"""What a job of the sample office is made of: items that suit its kind, and a time when nobody is busy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from random import Random

from hvacdesk.domain.jobs.jobs import ItemLine, WorkItem, WorkKind

Slot = tuple[str, str]

SLOTS: tuple[Slot, ...] = (
    ("09:00", "11:00"),
    ("10:00", "12:00"),
    ("13:00", "15:00"),
    ("15:00", "17:00"),
)
INSTALLING = frozenset({WorkKind.INSTALL, WorkKind.REPLACE, WorkKind.RELOCATE})
"""Kinds of work after which there is a unit where none or another one was."""


def items_for(work_kind: WorkKind, random: Random) -> tuple[ItemLine, ...]:
    """The items on the work order of a job of this kind."""
    if work_kind is WorkKind.REMOVE:
        return (ItemLine(WorkItem.REMOVAL, quantity=1),)
    if work_kind not in INSTALLING:
        return (ItemLine(WorkItem.TRIAL_RUN),)
    chosen = [ItemLine(WorkItem.PIPE_TO_4M), ItemLine(WorkItem.EVACUATION), ItemLine(WorkItem.TRIAL_RUN)]
    if random.random() < 0.5:
        chosen.append(ItemLine(WorkItem.EXTRA_PIPE, quantity=3, unit="m"))
    if random.random() < 0.4:
        chosen.append(ItemLine(WorkItem.COVER, quantity=2, unit="m", detail="室外"))
    if random.random() < 0.3:
        chosen.append(ItemLine(WorkItem.DRILLING, quantity=1, detail="モルタル"))
    return tuple(chosen)


class Times:
    """Who is out when, so that nobody is booked twice as long as somebody is free."""

    def __init__(self) -> None:
        self._taken: defaultdict[tuple[date, str], list[Slot]] = defaultdict(list)

    def take(self, on: date, technicians: Sequence[str], random: Random) -> tuple[str, Slot]:
        """Somebody and a slot, both free if the day has any; they are booked from then on."""
        wishes = [(person, slot) for person in technicians for slot in SLOTS]
        random.shuffle(wishes)
        free = (wish for wish in wishes if not self._busy(on, *wish))
        person, slot = next(free, wishes[0])
        self._taken[on, person].append(slot)
        return person, slot

    def full(self, on: date, technicians: Sequence[str]) -> bool:
        """Whether nobody has a free slot left on a day."""
        return all(self._busy(on, person, slot) for person in technicians for slot in SLOTS)

    def _busy(self, on: date, person: str, slot: Slot) -> bool:
        return any(starts < slot[1] and slot[0] < ends for starts, ends in self._taken[on, person])
