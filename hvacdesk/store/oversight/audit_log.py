"""Appending to and reading the audit log."""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, func, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased

from hvacdesk.domain.clock import stamp
from hvacdesk.domain.errors import TooLong
from hvacdesk.domain.oversight import audit_chain
from hvacdesk.domain.oversight.audit_log import Action, AuditEntry
from hvacdesk.domain.text.input_checks import TEXT_LIMIT
from hvacdesk.store.base import Base
from hvacdesk.store.chunks import among
from hvacdesk.store.models import Account, AuditNote, AuditRow
from hvacdesk.store.oversight.log_text import Garbled, details_text
from hvacdesk.vault.errors import EntryKeptOut
from hvacdesk.vault.keyfile.signers import LogSigner

SALT_BYTES = 16

_LOG: Table = Base.metadata.tables[AuditRow.__tablename__]

LAST_NUMBER = 2**53
"""No office writes so many entries: what has this number or a higher one was put in, and the log goes on
below it."""

LOST_HEADS = "lost_heads"
"""In the details of what explains a gap: noted ends of the log, sequence and hash, that are not on it."""

SIGNED = (
    Action.OFFICE_CREATED,
    Action.BACKUP_RESTORED,
    Action.CHAIN_REANCHORED,
    Action.LOGGED_IN,
    Action.RECOVERY_USED,
    Action.LOCKED,
    Action.LOGGED_OUT,
    Action.KEYS_ROTATED,
    Action.DISPOSAL_STARTED,
    Action.DISPOSAL_FINISHED,
    Action.RECORDS_TIED,
)
"""What a session that holds the office's signing key signs: the log as it finds and as it leaves it, and what
only a person responsible does."""

NEVER_UNSIGNED = frozenset({Action.DISPOSAL_STARTED, Action.DISPOSAL_FINISHED})
"""What is not done at all where nobody may sign for it: without the signature, nobody could tell the disposal
ledger from one that somebody wrote with other tools."""

EXPLAINING = (Action.BACKUP_RESTORED, Action.CHAIN_REANCHORED)
"""What explains a gap, if the office signed it."""

LONGEST_TEXT = 1_000
"""Characters of one text among the details; the longest that anything real has (a printer's name, a path, a
signature) is a tenth of it."""
LONGEST_DETAILS = 200_000
"""Characters of all details of an entry, as they are stored."""

_FIRST = "first audit entry"
"""Under this name a session keeps where its transaction's entries begin."""


def head(session: Session) -> tuple[int, str]:
    """The last entry's sequence number and hash; sequence 0 and the genesis hash for an empty log.

    Somebody may have put an entry in right below the last number: then it is the highest that leaves room.
    """
    query = select(AuditRow.id, AuditRow.hash).order_by(AuditRow.id.desc()).limit(1)
    last = session.execute(query.where(AuditRow.id < LAST_NUMBER)).one_or_none()
    if last and last.id == LAST_NUMBER - 1:
        following = aliased(AuditRow)
        taken = select(following.id).where(following.id == AuditRow.id + 1).exists()
        last = session.execute(query.where(AuditRow.id < LAST_NUMBER - 1, ~taken)).one_or_none()
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
    signer: LogSigner | None = None,
) -> tuple[int, str]:
    """Append one entry to the chain and return its sequence number and hash.

    ``details`` holds codes, field names and counts, never personal data. A ``note`` has a table of its own.
    A ``signer`` signs the entry, and with it everything before it.

    Raises:
        TooLong: a text is longer than what a person or a program means; the log is never shortened.
        EntryKeptOut: what somebody changed in the file keeps the entry out of the log; the transaction has to
            end with it, so that nothing is done that is not logged.
    """
    _require_short(subject, details, note)
    sequence, previous = head(session)
    sequence += 1
    salt = secrets.token_bytes(SALT_BYTES)
    note_hash = audit_chain.note_hash(salt, note) if note else ""
    moment = stamp(at)

    def hashed(details: Mapping[str, object]) -> str:
        return audit_chain.entry_hash(previous, sequence, moment, actor, action, subject, details, note_hash)

    # A signature covers the entry and its generation, but cannot cover itself.
    if signer is not None:
        details = {**details, audit_chain.GENERATION: signer.generation}
        details = {**details, audit_chain.SIGNATURE: signer.sign(hashed(details))}
    digest = hashed(details)
    session.flush()
    session.info.setdefault(_FIRST, sequence)
    session.add(
        AuditRow(
            id=sequence,
            at=moment,
            actor=actor,
            action=action.value,
            subject=subject,
            details=details_text(details),
            note_hash=note_hash,
            previous=previous,
            hash=digest,
        )
    )
    try:
        session.flush()
    except IntegrityError:
        raise EntryKeptOut from None
    # Read back: somebody may have put something into the file that keeps the entry out without an error.
    if hash_at(session, sequence) != digest:
        raise EntryKeptOut
    if note:
        session.add(AuditNote(audit_id=sequence, customer_id=note_customer, salt=salt, text=note))
    return sequence, digest


def _require_short(subject: str, details: Mapping[str, object], note: str) -> None:
    for name, value in {"subject": subject, **details}.items():
        if any(len(text) > LONGEST_TEXT for text in _texts(value)):
            raise TooLong(name, LONGEST_TEXT)
    if len(details_text(details)) > LONGEST_DETAILS:
        raise TooLong("details", LONGEST_DETAILS)
    if len(note) > TEXT_LIMIT:
        raise TooLong("note", TEXT_LIMIT)


def _texts(value: object) -> Iterator[str]:
    """Every text in a detail, the names in it too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for pair in value.items() for one in pair for text in _texts(one))
    elif isinstance(value, Iterable):
        yield from (text for one in value for text in _texts(one))


def entries(
    session: Session,
    *,
    limit: int,
    before_sequence: int | None = None,
    subject: str | None = None,
    subjects: Collection[str] | None = None,
    also: ColumnElement[bool] | None = None,
    actor: str | None = None,
    action: Action | None = None,
    actions: Collection[Action] | None = None,
) -> tuple[AuditEntry, ...]:
    """The newest entries first, filtered by whatever is given; ``also`` beside those about the subjects."""
    query = select(AuditRow, Account.name).outerjoin(Account, Account.record_id == AuditRow.actor)
    if before_sequence is not None:
        query = query.where(AuditRow.id < before_sequence)
    if subject is not None:
        query = query.where(AuditRow.subject == subject)
    if subjects is not None:
        about = among(_LOG.c.subject, subjects)
        query = query.where(about if also is None else or_(about, also))
    if actor is not None:
        query = query.where(AuditRow.actor == actor)
    if action is not None:
        query = query.where(AuditRow.action == action.value)
    if actions is not None:
        query = query.where(AuditRow.action.in_([one.value for one in actions]))
    rows = session.execute(query.order_by(AuditRow.id.desc()).limit(limit))
    return tuple(_entry(row, name) for row, name in rows)


def first_sequence(session: Session) -> int:
    """The first entry of this transaction; 0 while there is none."""
    return int(session.info.get(_FIRST, 0))


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


def actions_after(session: Session, sequence: int) -> frozenset[str]:
    """What was done after an entry, also what this version knows no action for."""
    query = select(AuditRow.action).where(AuditRow.id > sequence).distinct()
    return frozenset(session.scalars(query))


def subjects(session: Session, action: Action) -> frozenset[str]:
    """Everything that an action was ever done to."""
    query = select(AuditRow.subject).where(AuditRow.action == action.value).distinct()
    return frozenset(session.scalars(query))


_LINK = (
    *(AuditRow.id, AuditRow.at, AuditRow.actor, AuditRow.action, AuditRow.subject),
    *(AuditRow.details, AuditRow.note_hash, AuditRow.previous, AuditRow.hash),
)


def chain(session: Session, after: int | None = None) -> Iterator[audit_chain.ChainLink]:
    """Every entry after one in order, for verifying; streamed, since a log grows long.

    Of a whole log those below the first number too, which nobody can have written but with other tools.
    """
    query = select(*_LINK).order_by(AuditRow.id)
    if after is not None:
        query = query.where(AuditRow.id > after)
    for row in session.execute(query.execution_options(yield_per=1000)):
        yield _link(row)


def last_signed(session: Session) -> audit_chain.ChainLink | None:
    """The last entry that carries a signature, no matter who made that.

    One that somebody rewrote, so that it can no longer be read, counts, too: it may have carried one.
    """
    marked = [func.instr(AuditRow.details, text) > 0 for text in (f'"{audit_chain.SIGNATURE}"', "\\")]
    query = select(*_LINK).where(AuditRow.action.in_([one.value for one in SIGNED]), or_(*marked))
    rows = session.execute(query.order_by(AuditRow.id.desc()).execution_options(yield_per=10))
    return next((link for link in map(_link, rows) if _claims_signature(link)), None)


def _claims_signature(link: audit_chain.ChainLink) -> bool:
    return audit_chain.SIGNATURE in link.details or not link.readable


def details_of(session: Session, action: Action) -> Iterator[Mapping[str, object]]:
    """The details of every entry of an action, the earliest first."""
    query = select(*_LINK).where(AuditRow.action == action.value).order_by(AuditRow.id)
    return (_link(row).details for row in session.execute(query))


def _link(row: Any) -> audit_chain.ChainLink:
    """An entry as the chain sees it."""
    sequence, at, actor, action, subject, details, note_hash, previous, digest = row
    readable = not any(isinstance(part, Garbled) for part in row)
    return audit_chain.ChainLink(
        sequence, at, actor, action, subject, json.loads(details), note_hash, previous, digest, readable
    )


def last_moment(session: Session) -> str:
    """The latest stamp of all entries, or an empty text: a clock before it has been set back.

    Not that of the last entry: with the clock set back, the login itself leaves one under the wrong date.
    Entries before somebody answered for the clock no longer count: it may have been ahead then.
    """
    answered_for = last_sequence(session, [Action.CLOCK_CONFIRMED])
    return latest_moment(session, AuditRow.id >= answered_for)


def latest_moment(session: Session, *where: ColumnElement[bool]) -> str:
    """The latest stamp of some entries that is a moment, or an empty text."""
    return _first_moment(session, select(AuditRow.at).where(*where).order_by(AuditRow.at.desc()))


def earliest_moment(session: Session, *where: ColumnElement[bool]) -> str:
    """The earliest one, or an empty text."""
    return _first_moment(session, select(AuditRow.at).where(*where).order_by(AuditRow.at))


def _first_moment(session: Session, query: Select[str]) -> str:
    moments = session.scalars(query.execution_options(yield_per=10))
    return next((at for at in moments if not isinstance(at, Garbled)), "")


def begins_right(session: Session) -> bool:
    """Whether no entry has a number below the first or beyond all that there can be."""
    outside = (AuditRow.id < 1) | (AuditRow.id >= LAST_NUMBER - 1)
    return session.scalar(select(AuditRow.id).where(outside).limit(1)) is None


def hash_at(session: Session, sequence: int) -> str | None:
    """The stored hash of one entry."""
    return session.scalar(select(AuditRow.hash).where(AuditRow.id == sequence))


_KNOWN = frozenset(action.value for action in Action)


def _entry(row: AuditRow, name: str | None) -> AuditEntry:
    return AuditEntry(
        sequence=row.id,
        at=row.at,
        actor=row.actor,
        actor_name=name or "",
        action=Action(row.action) if row.action in _KNOWN else Action.UNREADABLE,
        subject=row.subject,
        details=json.loads(row.details),
        hash=row.hash,
    )
