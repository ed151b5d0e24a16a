"""The training on record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.staff.training import QuizResult, TrainingRow
from hvacdesk.store.models import TrainingTry
from hvacdesk.store.office.office import accounts


def add(session: Session, account: str, result: QuizResult, today: date) -> TrainingTry:
    """Put a try on record."""
    row = TrainingTry(
        account=account,
        taken_on=today.isoformat(),
        asked=result.asked,
        right=result.right,
        pass_mark=result.pass_mark,
        passed=result.passed,
        wrong=" ".join(result.wrong),
    )
    session.add(row)
    session.flush()
    return row


def tries(session: Session, *, account: str = "", year: int = 0) -> tuple[TrainingRow, ...]:
    """Tries in the order in which they were taken, of one person or one calendar year if asked."""
    query = select(TrainingTry).order_by(TrainingTry.taken_on, TrainingTry.id)
    if account:
        query = query.where(TrainingTry.account == account)
    if year:
        query = query.where(TrainingTry.taken_on.startswith(f"{year:04}-"))
    people = {one.record_id: (one.name, one.active) for one in accounts(session)}
    return tuple(_row(row, people) for row in session.scalars(query))


def last_passed(session: Session, account: str) -> str:
    """The ISO date on which a person last passed; empty if never."""
    return (
        session.scalar(
            select(func.max(TrainingTry.taken_on)).where(TrainingTry.account == account, TrainingTry.passed)
        )
        or ""
    )


def everybody_last_passed(session: Session) -> dict[str, str]:
    """The day on which each account last passed."""
    rows = session.execute(
        select(TrainingTry.account, func.max(TrainingTry.taken_on).label("latest"))
        .where(TrainingTry.passed)
        .group_by(TrainingTry.account)
    )
    return {row.account: row.latest for row in rows}


def years(session: Session) -> tuple[int, ...]:
    """The calendar years in which somebody took the training, the latest first."""
    found = session.scalars(select(func.substr(TrainingTry.taken_on, 1, 4)).distinct())
    return tuple(sorted(map(int, found), reverse=True))


def without_pass(session: Session, year: int) -> tuple[str, ...]:
    """Those who work here, had joined by that year's end and did not pass in it."""
    passed = {row.account for row in tries(session, year=year) if row.passed}
    return tuple(
        one.name
        for one in accounts(session)
        if one.active and one.record_id not in passed and int(one.added_at[:4]) <= year
    )


def name_of(session: Session, account: str) -> str:
    """The name of somebody who works or worked here. Raises :class:`RecordGone`."""
    for one in accounts(session):
        if one.record_id == account:
            return one.name
    raise RecordGone


def _row(row: TrainingTry, people: Mapping[str, tuple[str, bool]]) -> TrainingRow:
    name, active = people.get(row.account, ("", False))
    return TrainingRow(
        row.account, name, active, row.taken_on, row.asked, row.right, row.pass_mark, row.passed
    )
