"""Rule texts with their versions, and who acknowledged which."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hvacdesk.domain.errors import ChangedMeanwhile, RecordGone
from hvacdesk.domain.staff.rule_texts import NoDraft, RuleDraft, RuleState, RuleVersion
from hvacdesk.domain.staff.standing import InForce
from hvacdesk.store import records
from hvacdesk.store.base import new_record_id
from hvacdesk.store.models import RuleAcknowledgement, RuleText

_OWN = "own-"


def everything(session: Session, names: Mapping[str, str], reader: str) -> tuple[RuleVersion, ...]:
    """Every version of every text, the newest of each first, with when ``reader`` acknowledged it."""
    read = acknowledged(session, reader)
    rows = session.scalars(select(RuleText).order_by(RuleText.code, RuleText.version.desc()))
    return tuple(_version(row, names, read) for row in rows)


def one(session: Session, text: str, names: Mapping[str, str], reader: str) -> RuleVersion:
    """One version. Raises :class:`RecordGone`."""
    return _version(get(session, text), names, acknowledged(session, reader))


def get(session: Session, text: str) -> RuleText:
    """One version's row. Raises :class:`RecordGone`."""
    return records.get(session, RuleText, text)


def draft_of(session: Session, code: str) -> RuleText | None:
    """The draft of a text; there is one at most."""
    return session.scalars(
        select(RuleText).where(RuleText.code == code, RuleText.state == RuleState.DRAFT)
    ).one_or_none()


def save_draft(
    session: Session, draft: RuleDraft, by: str, today: date, *, source: str = "", as_of: str = ""
) -> RuleText:
    """Write a draft: a new one, or other words in the one that there is.

    Raises:
        ChangedMeanwhile: someone else saved a draft of this text since it was opened.
        NoDraft: the version is none any more.
    """
    if draft.text:
        row = _draft(session, draft.text, draft.revision)
        row.revision += 1
    else:
        if draft.code and draft_of(session, draft.code) is not None:
            raise ChangedMeanwhile
        code = draft.code or f"{_OWN}{new_record_id()[:8]}"
        row = RuleText(
            code=code,
            version=_last(session, code) + 1,
            state=RuleState.DRAFT,
            source=source,
            as_of=as_of,
        )
        session.add(row)
    row.title, row.body = draft.title, draft.body
    row.made_by, row.made_on = by, today
    session.flush()
    return row


def drop_draft(session: Session, text: str, shown: int) -> None:
    """Delete a draft as it was ``shown``. Raises :class:`NoDraft` and :class:`ChangedMeanwhile`."""
    session.delete(_draft(session, text, shown))


def put_in_force(session: Session, text: str, shown: int, by: str, today: date) -> RuleText:
    """Put a draft as it was ``shown`` in force in place of the former version.

    Raises :class:`NoDraft` and :class:`ChangedMeanwhile`.
    """
    row = _draft(session, text, shown)
    for former in session.scalars(
        select(RuleText).where(RuleText.code == row.code, RuleText.state == RuleState.IN_FORCE)
    ):
        _end(former, RuleState.REPLACED, by, today)
    row.state = RuleState.IN_FORCE
    row.in_force_by, row.in_force_on = by, today
    session.flush()
    return row


def withdraw(session: Session, text: str, by: str, today: date) -> None:
    """End a version without another in its place. Raises :class:`RecordGone`."""
    row = get(session, text)
    if row.state != RuleState.IN_FORCE:
        raise RecordGone
    _end(row, RuleState.WITHDRAWN, by, today)


def acknowledge(session: Session, text: str, account: str, today: date) -> bool:
    """Note that a person read a version in force; False if that was noted already.

    Raises :class:`RecordGone` for a version that is not, or no longer, in force.
    """
    if get(session, text).state != RuleState.IN_FORCE:
        raise RecordGone
    if text in acknowledged(session, account):
        return False
    session.add(RuleAcknowledgement(account=account, text=text, acknowledged_on=today))
    return True


def acknowledged(session: Session, account: str) -> dict[str, date]:
    """The versions that a person acknowledged, and when."""
    rows = session.execute(
        select(RuleAcknowledgement.text, RuleAcknowledgement.acknowledged_on).where(
            RuleAcknowledgement.account == account
        )
    )
    return {row.text: row.acknowledged_on for row in rows}


def everybodys_acknowledgements(session: Session) -> dict[str, dict[str, date]]:
    """What each account acknowledged, and when."""
    found: dict[str, dict[str, date]] = {}
    for row in session.scalars(select(RuleAcknowledgement)):
        found.setdefault(row.account, {})[row.text] = row.acknowledged_on
    return found


def in_force(session: Session) -> tuple[InForce, ...]:
    """Record id, title and first day of each version in force."""
    rows = session.execute(
        select(RuleText.record_id, RuleText.title, RuleText.in_force_on)
        .where(RuleText.state == RuleState.IN_FORCE)
        .order_by(RuleText.id)
    )
    return tuple(InForce(text, title, on) for text, title, on in rows if on is not None)


def first_in_force(session: Session) -> date | None:
    """The day on which a rule was in force for the first time; None if never."""
    return session.scalar(select(func.min(RuleText.in_force_on)).where(RuleText.in_force_on != ""))


def _draft(session: Session, text: str, shown: int) -> RuleText:
    row = get(session, text)
    if row.state != RuleState.DRAFT:
        raise NoDraft
    if row.revision != shown:
        raise ChangedMeanwhile
    return row


def _last(session: Session, code: str) -> int:
    return session.scalar(select(func.max(RuleText.version)).where(RuleText.code == code)) or 0


def _end(row: RuleText, state: RuleState, by: str, today: date) -> None:
    row.state = state
    row.ended_by, row.ended_on = by, today


def _version(row: RuleText, names: Mapping[str, str], read: Mapping[str, date]) -> RuleVersion:
    return records.record_of(
        RuleVersion,
        row,
        text=row.record_id,
        made_by=names.get(row.made_by, ""),
        in_force_by=names.get(row.in_force_by, ""),
        ended_by=names.get(row.ended_by, ""),
        english=None,
        acknowledged_on=read.get(row.record_id),
    )
