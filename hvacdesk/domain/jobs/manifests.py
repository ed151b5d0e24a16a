"""Industrial-waste manifests: which slips come back, and by when.

The firm that issued the A slip waits for B2 (carried) and D (disposed of) within 90 days and for E (final
disposal) within 180 days of the issue; a slip that does not come is looked into and reported to the
prefecture.
Source: 廃棄物処理法 12条の3第8項, 施行規則 8条の28, read in 2026-11; have a professional confirm it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.text.wording import phrase


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


class SlipOutOfTurn(InvalidInput):
    """A slip before the A slip, or before one that comes earlier: one of the days is mistyped."""

    what = phrase("Errors", "By these days, the waste manifest's slips did not come in turn: A, B2, D, E.")
    safe = phrase("Errors", "Nothing was saved.")
    todo = phrase(
        "Errors", "Compare the day with the slip. Where a recorded day is wrong, strike it in the list first."
    )

    def __init__(self) -> None:
        super().__init__("on")


class EarlierSlipMissing(InvalidInput):
    """A slip is recorded while one that comes before it is not."""

    what = phrase(
        "Errors",
        "A waste manifest's slips come in turn, A, B2, D, E; one before this is not recorded.",
    )
    safe = phrase("Errors", "Nothing was saved.")
    todo = phrase("Errors", "Record the earlier slip first, with its own day.")

    def __init__(self) -> None:
        super().__init__("kind")


_TURN = (EventKind.MANIFEST, *SLIP_CLOCK.days)


def check_turn(event: JobEvent, recorded: Iterable[JobEvent]) -> None:
    """Refuse a slip that is recorded out of turn; a job may have several manifests.

    Raises:
        EarlierSlipMissing: one that comes before it is not recorded.
        SlipOutOfTurn: it would come before that one, or after one that follows on it.
    """
    if event.kind not in _TURN:
        return
    first: dict[EventKind, str] = {}
    for one in recorded:
        first[one.kind] = min(one.on, first.get(one.kind, one.on))
    at = _TURN.index(event.kind)
    before, after = _TURN[:at], _TURN[at + 1 :]
    if any(kind not in first for kind in before):
        raise EarlierSlipMissing
    if any(first[kind] > event.on for kind in before):
        raise SlipOutOfTurn
    if event.kind not in first and any(kind in first and first[kind] < event.on for kind in after):
        raise SlipOutOfTurn
