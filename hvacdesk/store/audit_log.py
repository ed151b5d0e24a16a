"""Appending to and reading the audit log."""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hvacdesk.domain import audit_chain
from hvacdesk.domain.audit import Action, AuditEntry
from hvacdesk.domain.clock import stamp
from hvacdesk.store.models import Account, AuditNote, AuditRow

SALT_BYTES = 16

LOST_HEADS = "lost_heads"
"""In the details of a restore's entry: noted ends of the log, sequence and hash, that it cut off."""


def head(session: Session) -> tuple[int, str]:
    """The last entry's sequence number and hash; sequence 0 and the genesis hash for an empty log."""
    last = session.execute(
        select(AuditRow.id, AuditRow.hash).order_by(AuditRow.id.desc()).limit(1)
    ).one_or_none()
    return (last.id, last.hash) if last else (0, audit_chain.GENESIS)


def append(
    session: Session,
    at: datetime,
    actor: str,
    action: Action,
    subject: str,
    details: Mapping[str, object],
    *,
    note: str = "",
    note_customer: int | None = None,
) -> int:
    """Append one entry to the chain and return its sequence number.

    ``details`` holds codes, field names and counts, never personal data. A ``note`` has a table of its own.
    """
    sequence, previous = head(session)
    sequence += 1
    salt = secrets.token_bytes(SALT_BYTES)
    note_hash = audit_chain.note_hash(salt, note) if note else ""
    moment = stamp(at)
    digest = audit_chain.entry_hash(previous, sequence, moment, actor, action, subject, details, note_hash)
    session.add(
        AuditRow(
            id=sequence,
            at=moment,
            actor=actor,
            action=action.value,
            subject=subject,
            details=json.dumps(details, ensure_ascii=False, sort_keys=True, default=str),
            note_hash=note_hash,
            previous=previous,
            hash=digest,
        )
    )
    session.flush()
    if note:
        session.add(AuditNote(audit_id=sequence, customer_id=note_customer, salt=salt, text=note))
    return sequence


def entries(
    session: Session,
    *,
    limit: int,
    before_sequence: int | None = None,
    subject: str | None = None,
    subjects: Collection[str] | None = None,
    actor: str | None = None,
    action: Action | None = None,
    actions: Collection[Action] | None = None,
) -> tuple[AuditEntry, ...]:
    """The newest entries first, filtered by whatever is given."""
    query = select(AuditRow, Account.name).outerjoin(Account, Account.record_id == AuditRow.actor)
    if before_sequence is not None:
        query = query.where(AuditRow.id < before_sequence)
    if subject is not None:
        query = query.where(AuditRow.subject == subject)
    if subjects is not None:
        query = query.where(AuditRow.subject.in_(subjects))
    if actor is not None:
        query = query.where(AuditRow.actor == actor)
    if action is not None:
        query = query.where(AuditRow.action == action.value)
    if actions is not None:
        query = query.where(AuditRow.action.in_([one.value for one in actions]))
    rows = session.execute(query.order_by(AuditRow.id.desc()).limit(limit))
    return tuple(_entry(row, name) for row, name in rows)


def last_sequence(
    session: Session, actions: Collection[Action], *, actor: str | None = None, subject: str | None = None
) -> int:
    """The newest entry of some actions, by somebody or about something; 0 if there is none."""
    query = select(func.max(AuditRow.id)).where(AuditRow.action.in_([action.value for action in actions]))
    if actor is not None:
        query = query.where(AuditRow.actor == actor)
    if subject is not None:
        query = query.where(AuditRow.subject == subject)
    return session.scalar(query) or 0


def subjects(session: Session, action: Action) -> frozenset[str]:
    """Everything that an action was ever done to."""
    query = select(AuditRow.subject).where(AuditRow.action == action.value).distinct()
    return frozenset(session.scalars(query))


def chain(session: Session) -> Iterator[audit_chain.ChainLink]:
    """Every entry in order, for verifying; streamed, since a log grows long."""
    rows = session.scalars(select(AuditRow).order_by(AuditRow.id).execution_options(yield_per=1000))
    for row in rows:
        yield audit_chain.ChainLink(
            sequence=row.id,
            at=row.at,
            actor=row.actor,
            action=row.action,
            subject=row.subject,
            details=json.loads(row.details),
            note_hash=row.note_hash,
            previous=row.previous,
            hash=row.hash,
        )


def last_moment(session: Session) -> str:
    """The latest stamp of all entries, or an empty text: a clock before it has been set back.

    Not that of the last entry: with the clock set back, the login itself leaves one under the wrong date.
    Entries before somebody answered for the clock no longer count: it may have been ahead then.
    """
    answered_for = last_sequence(session, [Action.CLOCK_CONFIRMED])
    return session.scalar(select(func.max(AuditRow.at)).where(AuditRow.id >= answered_for)) or ""


def hash_at(session: Session, sequence: int) -> str | None:
    """The stored hash of one entry."""
    return session.scalar(select(AuditRow.hash).where(AuditRow.id == sequence))


def lost_heads(session: Session) -> frozenset[tuple[int, str]]:
    """Ends of the log that restores cut off: an old note of one of them is no trace of tampering."""
    restored = session.scalars(
        select(AuditRow.details).where(AuditRow.action == Action.BACKUP_RESTORED.value)
    )
    return frozenset(
        (sequence, digest)
        for details in restored
        for sequence, digest in json.loads(details).get(LOST_HEADS, [])
    )


def _entry(row: AuditRow, name: str | None) -> AuditEntry:
    return AuditEntry(
        sequence=row.id,
        at=row.at,
        actor=row.actor,
        actor_name=name or "",
        action=Action(row.action),
        subject=row.subject,
        details=json.loads(row.details),
        hash=row.hash,
    )
