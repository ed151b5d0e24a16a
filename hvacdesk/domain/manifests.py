"""Industrial-waste manifests: which slips come back, and by when.

Whoever issued the A slip waits for B2 (carried) and D (disposed of) within 90 days and for E (final disposal)
within 180 days of the issue; a slip that does not come is looked into and reported to the prefecture.
Source: 廃棄物処理法 12条の3第8項, 施行規則 8条の28, read in 2026-11; have a professional confirm it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hvacdesk.domain.jobs import EventKind, JobEvent


@dataclass(frozen=True)
class SlipClock:
    """Within how many days of the issue each slip is back; ``days`` in the order of their coming."""

    days: Mapping[EventKind, int]
    source: str
    as_of: str


SLIP_CLOCK = SlipClock(
    {EventKind.MANIFEST_B2: 90, EventKind.MANIFEST_D: 90, EventKind.MANIFEST_E: 180},
    "廃棄物の処理及び清掃に関する法律 第12条の3第8項、同施行規則 第8条の28",
    "2026-11",
)


@dataclass(frozen=True)
class AwaitedSlip:
    """The next slip that a job's manifest waits for."""

    job: str
    job_number: str
    slip: EventKind
    due: date


def awaited(job: str, number: str, events: Iterable[JobEvent]) -> AwaitedSlip | None:
    """The first slip that has not come back; None where no manifest was issued, or the last one is back."""
    days = {event.kind: date.fromisoformat(event.on) for event in events}
    issued = days.get(EventKind.MANIFEST)
    if issued is None or EventKind.MANIFEST_E in days:
        return None
    slip = next(kind for kind in SLIP_CLOCK.days if kind not in days)
    return AwaitedSlip(job, number, slip, issued + timedelta(days=SLIP_CLOCK.days[slip]))
