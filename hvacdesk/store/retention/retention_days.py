"""The stored retention days: stored from judgements, and asked for whom a review concerns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sqlalchemy import ColumnElement, delete, false, func, insert, literal, select, true, union_all
from sqlalchemy.orm import Session

from hvacdesk.domain.retention.retention_days import RetentionDays
from hvacdesk.store.chunks import chunks
from hvacdesk.store.models import Customer, RetentionDaysRow

_DAYS = RetentionDaysRow.__table__.c
_MARKED = _DAYS.judged == false()  # in the words of the index's condition, or it is not used
_AT_ONCE = 5_000


def marked(session: Session) -> tuple[int, ...]:
    """The customers of whom something changed since they were judged."""
    return tuple(session.scalars(select(_DAYS.id).where(_MARKED)))


def any_marked(session: Session) -> bool:
    """Whether there is such a customer."""
    return session.scalar(select(_DAYS.id).where(_MARKED).limit(1)) is not None


def keep(session: Session, found: Iterable[tuple[int, RetentionDays]]) -> None:
    """Store the days of customers by their keys, in place of earlier ones."""
    statement = insert(RetentionDaysRow).prefix_with("OR REPLACE")
    for rows in chunks((_row(key, days) for key, days in found), _AT_ONCE):
        session.connection().execute(statement, rows)


def keep_merged(session: Session) -> None:
    """Store rows without a day for merged customers: nothing of theirs comes due by itself."""
    merged = select(Customer.id, literal(True), literal(False)).where(Customer.merged_into_id.is_not(None))
    rows = insert(RetentionDaysRow).prefix_with("OR REPLACE")
    session.execute(rows.from_select(["id", "judged", "undecidable"], merged))


def forget_all(session: Session) -> None:
    """Delete everybody's days; the caller stores new ones in the same transaction."""
    session.execute(delete(RetentionDaysRow))


def everything(session: Session) -> Iterator[tuple[int, RetentionDays]]:
    """Everybody's days that are up to date, by the customer's key."""
    query = select(_DAYS.id, _DAYS.due_from, _DAYS.reducible_from, _DAYS.undecidable, _DAYS.held_until).where(
        _DAYS.judged
    )
    for key, due, reducible, undecidable, held in session.execute(query):
        yield key, RetentionDays(_day(due), _day(reducible), undecidable, _day(held))


def concerned(session: Session, today: date) -> tuple[int, ...]:
    """Everybody who is due, reducible, undecidable or on hold on a day, as far as is stored."""
    day = today.toordinal()
    conditions = (
        _DAYS.due_from <= day,
        _DAYS.reducible_from <= day,
        _DAYS.undecidable == true(),
        _DAYS.held_until >= day,
    )
    return tuple(set(session.scalars(union_all(*(select(_DAYS.id).where(one) for one in conditions)))))


def count(session: Session) -> int:
    """How many customers there are, duplicates that live on in another one left out."""
    merged = session.scalar(select(func.count()).where(Customer.merged_into_id.is_not(None))) or 0
    return (session.scalar(select(func.count()).select_from(Customer)) or 0) - merged


def become_due(session: Session, first: date, last: date) -> Mapping[date, int]:
    """How many come due on each of these days, without those who are on hold on it."""
    return _counted(session, _DAYS.due_from, first, last)


def become_reducible(session: Session, first: date, last: date) -> Mapping[date, int]:
    """Of how many something may be deleted for the first time on each of these days, before the rest may."""
    return _counted(session, _DAYS.reducible_from, first, last)


def _counted(session: Session, day: ColumnElement[int | None], first: date, last: date) -> Mapping[date, int]:
    ordinals = first.toordinal(), last.toordinal()
    between = select(day, func.count()).where(day.between(*ordinals)).group_by(day)
    counts = Counter({ordinal: count for ordinal, count in session.execute(between) if ordinal is not None})
    held = _DAYS.held_until.is_not(None) & (_DAYS.held_until >= day)
    # Few are on hold. Adding 0 keeps the day's index out of it, so that theirs is used.
    counts.subtract(session.scalars(select(day).where(held, (day + 0).between(*ordinals))))
    return {date.fromordinal(ordinal): count for ordinal, count in counts.items() if count}


def _row(key: int, days: RetentionDays) -> dict[str, int | bool | None]:
    return {
        "id": key,
        "judged": True,
        "undecidable": days.undecidable,
        "due_from": _ordinal(days.due_from),
        "reducible_from": _ordinal(days.reducible_from),
        "held_until": _ordinal(days.held_until),
    }


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)
