"""The calendar: who works where and when, and what speaks against it. It asks, and forbids nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from hvacdesk.domain.calendar.slots import DAY_MINUTES, Slot
from hvacdesk.domain.jobs.jobs import UNDER_WAY, JobRow
from hvacdesk.domain.text.wording import Phrase, phrase


class AbsenceKind(StrEnum):
    """Why somebody takes no jobs on a day; never a private reason."""

    LEAVE = "leave"
    TRAINING = "training"
    OTHER_WORK = "other_work"
    CLOSED = "closed"


ABSENCE_NAMES: dict[AbsenceKind, Phrase] = {
    AbsenceKind.LEAVE: phrase("Dispatch", "On leave"),
    AbsenceKind.TRAINING: phrase("Dispatch", "Training"),
    AbsenceKind.OTHER_WORK: phrase("Dispatch", "Other work"),
    AbsenceKind.CLOSED: phrase("Dispatch", "Office closed"),
}


@dataclass(frozen=True)
class AbsenceRecord:
    """Days, both ends included, on which a person or the whole office does not work.

    Attributes:
        account: the person's; empty for the whole office.
        absence: record id; empty before it is stored.
        name: the person's, for lists.
    """

    account: str
    first_on: str
    last_on: str
    kind: AbsenceKind
    absence: str = ""
    name: str = ""

    def covers(self, day: str) -> bool:
        """Whether the day is one of these days."""
        return self.first_on <= day <= self.last_on


@dataclass(frozen=True)
class WorkingHours:
    """When the office works.

    Attributes:
        opens, closes: minutes since midnight.
        rest_days: bit n (from 0, Monday) is set where the office rests every week.
    """

    opens: int = 8 * 60
    closes: int = 18 * 60
    rest_days: int = 1 << 6

    def rests(self, day: date) -> bool:
        """Whether the office rests on that day every week."""
        return bool(self.rest_days >> day.weekday() & 1)

    def hold(self, slot: Slot) -> bool:
        """Whether the slot lies within the hours; one without times always does."""
        first, last = slot.span
        return not slot.timed or (self.opens <= first and last <= self.closes)


class LaneKind(StrEnum):
    """What a row of the calendar is."""

    NOBODY = "nobody"
    STAFF = "staff"
    FIRM = "firm"


@dataclass(frozen=True)
class Lane:
    """A row of the calendar. ``key`` is an account, a firm's name, or empty."""

    kind: LaneKind
    key: str = ""
    name: str = ""


NOBODY = Lane(LaneKind.NOBODY)


@dataclass(frozen=True)
class Placement:
    """When a job is done and by whom."""

    slot: Slot
    staff: tuple[str, ...] = ()
    partner_firm: str = ""

    def in_lane(self, lane: Lane) -> bool:
        """Whether the job is shown in that row."""
        if lane.kind is LaneKind.STAFF:
            return lane.key in self.staff
        if lane.kind is LaneKind.FIRM:
            return lane.key == self.partner_firm
        return not self.staff and not self.partner_firm

    def carried(self, source: Lane, target: Lane, slot: Slot) -> Placement:
        """The placement after the job was moved from one row to another, and to another slot.

        The person of the row it came from is replaced; the others who go there stay.
        """
        if source == target:
            return replace(self, slot=slot)
        staff = tuple(one for one in self.staff if source.kind is not LaneKind.STAFF or one != source.key)
        firm = "" if source.kind is LaneKind.FIRM else self.partner_firm
        if target.kind is LaneKind.STAFF and target.key not in staff:
            staff = (*staff, target.key)
        if target.kind is LaneKind.FIRM:
            firm = target.key
        if target.kind is LaneKind.NOBODY:
            staff, firm = (), ""
        return Placement(slot, staff, firm)


class ClashKind(StrEnum):
    """What speaks against a placement."""

    PAST = "past"
    LEFT = "left"
    BOOKED = "booked"
    ABSENT = "absent"
    CLOSED = "closed"
    HOLIDAY = "holiday"
    REST_DAY = "rest_day"
    OUTSIDE_HOURS = "outside_hours"


CLASH_NAMES: dict[ClashKind, Phrase] = {
    ClashKind.PAST: phrase("Dispatch", "In the past"),
    ClashKind.LEFT: phrase("Dispatch", "Left"),
    ClashKind.BOOKED: phrase("Dispatch", "Overlap"),
    ClashKind.ABSENT: phrase("Dispatch", "Away"),
    ClashKind.CLOSED: phrase("Dispatch", "Closed"),
    ClashKind.HOLIDAY: phrase("Dispatch", "Holiday"),
    ClashKind.REST_DAY: phrase("Dispatch", "Rest day"),
    ClashKind.OUTSIDE_HOURS: phrase("Dispatch", "Off hours"),
}
"""One short word each, for a job on the calendar."""


@dataclass(frozen=True)
class Clash:
    """One thing that speaks against a placement.

    Attributes:
        account: the person it is about; empty where it is about the day or the hours.
        other: the other job of a double booking.
        absence: the absence of somebody who is away, or of the office.
        holiday: the holiday's Japanese name.
    """

    kind: ClashKind
    account: str = ""
    other: JobRow | None = None
    absence: AbsenceRecord | None = None
    holiday: str = ""


@dataclass(frozen=True)
class BoardJob:
    """A job on the calendar; it is shown in each row of its placement."""

    row: JobRow
    version: int
    placement: Placement


@dataclass(frozen=True)
class Surroundings:
    """What placements are judged by.

    Attributes:
        now: the office's wall clock.
        holidays: Japanese names of the national holidays and of the year's end by ISO date.
        left: accounts of those who do not work here any more.
    """

    now: datetime
    hours: WorkingHours
    holidays: dict[str, str]
    absences: tuple[AbsenceRecord, ...]
    blocks: tuple[BoardJob, ...]
    left: frozenset[str] = frozenset()

    def clashes(self, placement: Placement, job: str = "") -> tuple[Clash, ...]:
        """What speaks against placing a job so, the gravest first; ``job`` is the one to be placed."""
        if not placement.slot.on:
            return tuple(self._gone(placement, job))
        return (
            *self._past(placement.slot, job),
            *self._gone(placement, job),
            *self._double_bookings(placement, job),
            *self._absences(placement),
            *self._of_the_day(placement.slot),
        )

    def _past(self, slot: Slot, job: str) -> Iterable[Clash]:
        before = next((one.placement.slot for one in self.blocks if one.row.job == job), None)
        if slot.put_into_past(self.now, before):
            yield Clash(ClashKind.PAST)

    def _gone(self, placement: Placement, job: str) -> Iterable[Clash]:
        """Who was to go there and has left: of work that is behind, nobody goes there any more."""
        known = next((one.row.state for one in self.blocks if one.row.job == job), None)
        before = bool(placement.slot.on) and placement.slot.on < self.now.date().isoformat()
        if before or (known is not None and known not in UNDER_WAY):
            return
        for account in placement.staff:
            if account in self.left:
                yield Clash(ClashKind.LEFT, account)

    def _double_bookings(self, placement: Placement, job: str) -> Iterable[Clash]:
        for block in self.blocks:
            if block.row.job == job or not placement.slot.meets(block.placement.slot):
                continue
            for account in placement.staff:
                if account in block.placement.staff:
                    yield Clash(ClashKind.BOOKED, account, other=block.row)

    def _absences(self, placement: Placement) -> Iterable[Clash]:
        for absence in self.absences:
            if not absence.covers(placement.slot.on):
                continue
            if not absence.account:
                yield Clash(ClashKind.CLOSED, absence=absence)
            elif absence.account in placement.staff:
                yield Clash(ClashKind.ABSENT, absence.account, absence=absence)

    def _of_the_day(self, slot: Slot) -> Iterable[Clash]:
        if slot.on in self.holidays:
            yield Clash(ClashKind.HOLIDAY, holiday=self.holidays[slot.on])
        if self.hours.rests(date.fromisoformat(slot.on)):
            yield Clash(ClashKind.REST_DAY)
        if not self.hours.hold(slot):
            yield Clash(ClashKind.OUTSIDE_HOURS)


@dataclass(frozen=True)
class Board:
    """Some days of the calendar.

    Attributes:
        days: in order.
        lanes: the rows from top to bottom.
        undated: jobs that wait for a day.
        may_move: whether the actor may change jobs.
    """

    days: tuple[date, ...]
    lanes: tuple[Lane, ...]
    surroundings: Surroundings
    undated: tuple[BoardJob, ...]
    may_move: bool

    @property
    def blocks(self) -> tuple[BoardJob, ...]:
        """The jobs of these days."""
        return self.surroundings.blocks

    def in_lane(self, lane: Lane, day: str) -> tuple[BoardJob, ...]:
        """The jobs of a row on a day, or of the row without a day, by time."""
        blocks = self.blocks if day else self.undated
        found = [one for one in blocks if one.placement.slot.on == day and one.placement.in_lane(lane)]
        return tuple(sorted(found, key=lambda one: (one.placement.slot.span, one.row.number)))

    def clashes(self, block: BoardJob, placement: Placement | None = None) -> tuple[Clash, ...]:
        """What speaks against the place that a job has, or would have."""
        return self.surroundings.clashes(placement or block.placement, block.row.job)


def stacked(spans: Iterable[tuple[int, int]]) -> list[int]:
    """A level from 0 for each span, so that none on a level overlap; they are in the order of beginning."""
    ends: list[int] = []
    storeys = []
    for first, last in spans:
        free = next((number for number, end in enumerate(ends) if end <= first), len(ends))
        if free == len(ends):
            ends.append(last)
        else:
            ends[free] = last
        storeys.append(free)
    return storeys


def shown_hours(hours: WorkingHours, slots: Iterable[Slot]) -> tuple[int, int]:
    """The whole hours to show for a day: the working hours and whatever lies outside them."""
    spans = [slot.span for slot in slots if slot.timed]
    first = min([hours.opens, *(start for start, _end in spans)])
    last = max([hours.closes, *(end for _start, end in spans)])
    return first // 60, min(-(-last // 60), DAY_MINUTES // 60)
