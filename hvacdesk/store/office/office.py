"""The office's facts, accounts, settings and drafts."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, func, select
from sqlalchemy.orm import Session

from hvacdesk.domain.clock import stamp
from hvacdesk.domain.office.half_typed import FILE, SEAT_LETTERS
from hvacdesk.domain.office.office import OfficeFacts
from hvacdesk.domain.roles import PERMISSIONS, Permission, Role
from hvacdesk.store import records
from hvacdesk.store.chunks import chunks
from hvacdesk.store.models import Account, Draft, OfficeFactsRow, Setting
from hvacdesk.vault.keyfile.roster import StaffSlot

OFFICE = ""
"""The account under which the office's own settings are kept."""

_EXTENSION = "return_extension"
"""The granted extension of the tax returns is kept beside the row of facts, as the office's settings are."""
_EPOCH = "epoch"
_FIRST_EPOCH = 1


@dataclass(frozen=True)
class RosterChanges:
    """How the accounts were amended.

    Attributes:
        amended: accounts that were added, or got another name or other roles.
        gone: accounts that have no key slot any more.
        owner_less: whether an owner left or is no longer one.
    """

    amended: tuple[str, ...]
    gone: tuple[str, ...]
    owner_less: bool


def facts(session: Session) -> OfficeFacts:
    """The office's facts; set-up writes them before anyone can log in."""
    row = session.scalars(select(OfficeFactsRow)).one()
    return records.record_of(
        OfficeFacts,
        row,
        loss_years=tuple(map(int, row.loss_years.split())),
        return_extension=setting(session, OFFICE, _EXTENSION) or 0,
    )


def save_facts(session: Session, facts_: OfficeFacts) -> tuple[str, ...]:
    """Store the facts and return the names of those that changed."""
    row = session.scalars(select(OfficeFactsRow)).one_or_none()
    if row is None:
        row = OfficeFactsRow()
        session.add(row)
    values = records.columns_of(facts_, loss_years=" ".join(map(str, facts_.loss_years)))
    extension = values.pop(_EXTENSION)
    changed = [*records.write(row, values)]
    if extension != (setting(session, OFFICE, _EXTENSION) or 0):
        save_setting(session, OFFICE, _EXTENSION, extension)
        changed.append(_EXTENSION)
    return tuple(changed)


def add_account(session: Session, record_id: str, name: str, roles: Iterable[Role], at: datetime) -> None:
    """Register a staff member under the id of their key slot."""
    session.add(Account(record_id=record_id, name=name, roles=_joined(roles), added_at=stamp(at)))


def set_roles(session: Session, record_id: str, roles: Iterable[Role]) -> None:
    """Note the roles of an account; the key file is what grants them.

    What is half typed goes with a role that is taken away: it may show what only that role sees.
    """
    _give_roles(session, account(session, record_id), roles)


def rename_account(session: Session, record_id: str, name: str) -> None:
    """Note the name of an account, as papers and lists show it from now on."""
    account(session, record_id).name = name


def deactivate(session: Session, record_id: str) -> None:
    """Note that somebody works here no more; their name stays for the papers and the log."""
    account(session, record_id).active = False


def follow_roster(session: Session, staff: Iterable[StaffSlot], at: datetime) -> RosterChanges:
    """Bring the table in line with the key file, which decides.

    They differ after a crash between a change of the key file and its row. Half-typed forms go with the
    account of a person who left, and with a role that somebody lost.
    """
    known = {row.record_id: row for row in accounts(session)}
    amended, owner_less = [], False
    for slot in staff:
        row = known.pop(slot.slot_id, None)
        if row is None:
            add_account(session, slot.slot_id, slot.name, slot.roles, at)
        elif (row.name, row.roles, row.active) != (slot.name, _joined(slot.roles), True):
            owner_less |= _is_owner(row) and Role.OWNER not in slot.roles
            row.name, row.active = slot.name, True
            _give_roles(session, row, slot.roles)
        else:
            continue
        amended.append(slot.slot_id)
    gone = [row for row in known.values() if row.active]
    for row in gone:
        owner_less |= _is_owner(row)
        row.active = False
        drop_drafts(session, row.record_id)
    return RosterChanges(tuple(amended), tuple(row.record_id for row in gone), owner_less)


def noted_epoch(session: Session) -> int:
    """The newest epoch that the log tells of."""
    return int(setting(session, OFFICE, _EPOCH) or _FIRST_EPOCH)


def note_epoch(session: Session, epoch: int) -> None:
    """Remember which epoch the log tells of."""
    save_setting(session, OFFICE, _EPOCH, epoch)


def accounts(session: Session) -> tuple[Account, ...]:
    """Every account that ever was, in the order of joining."""
    return tuple(session.scalars(select(Account).order_by(Account.id)))


def works_here(session: Session, account: str) -> bool:
    """Whether an account, by record id, is that of somebody who works here now."""
    return any(one.record_id == account and one.active for one in accounts(session))


def setting(session: Session, account: str, key: str) -> Any | None:
    """A remembered choice, or None."""
    value = session.scalar(select(Setting.value).where(Setting.account == account, Setting.key == key))
    return None if value is None else json.loads(value)


def save_setting(session: Session, account: str, key: str, value: Any) -> None:
    """Remember a choice; ``value`` must be JSON and must not be about a customer."""
    row = session.scalars(select(Setting).where(Setting.account == account, Setting.key == key)).one_or_none()
    if row is None:
        row = Setting(account=account, key=key)
        session.add(row)
    row.value = json.dumps(value, ensure_ascii=False)


def size_of_settings(session: Session, account: str, *, but: str) -> tuple[int, int]:
    """How many choices of a person are remembered, and their characters; without the one of a key."""
    query = select(func.count(), func.coalesce(func.sum(func.length(Setting.value)), 0))
    count, length = session.execute(query.where(Setting.account == account, Setting.key != but)).one()
    return count, length


def size_of_drafts(session: Session, account: str, *, but: tuple[str, str]) -> tuple[int, int]:
    """How many drafts an author has, and their characters; without the one of a form about a subject."""
    length = func.length(Draft.payload) + func.coalesce(func.length(Draft.sealed), 0)
    query = select(func.count(), func.coalesce(func.sum(length), 0))
    others = (
        Draft.account == account,
        ~_is_mark(),
        (Draft.form != but[0]) | (Draft.subject != but[1]),
    )
    count, characters = session.execute(query.where(*others)).one()
    return count, characters


DRAFT_SUBJECT = 16
"""So much of a record id begins the subject of a form that there is several times for one record."""


_MOVED = '{"moved": '
"""Begins what stays where a draft was taken from, so that a form that is still open there does not store it
again; the name of the opening that had stored it follows, or true where it had none."""
_MOVED_DAYS = 30
"""So long that stays; by then the login in which the form was open has long ended."""


def was_moved(
    session: Session, account: str, form: str, subject: str, names: Collection[str], since: str
) -> bool:
    """Whether the author's draft of this form was taken elsewhere, and none was stored there since.

    Args:
        names: of the openings whose draft is meant: clocks may be set between, names stay.
        since: a stamp; where what was taken bears no name, that which was taken before does not count.
    """
    mark = session.scalar(_of(account, form, subject).where(_is_mark()))
    if mark is None:
        return False
    name = json.loads(mark.payload)["moved"]
    return name in names if isinstance(name, str) else mark.kept_at >= since


def move_draft(session: Session, account: str, form: str, subject: str, to: str, at: datetime) -> bool:
    """Store a draft as being about another subject; False where it is not there, or that one has its own."""
    found = draft(session, account, form, subject)
    if found is None or draft(session, account, form, to) is not None:
        return False
    drop_draft(session, account, form, to)
    found.subject = to
    session.flush()
    mark = json.dumps({"moved": json.loads(found.payload).get("name") or True})
    session.add(Draft(account=account, form=form, subject=subject, payload=mark, kept_at=stamp(at)))
    long_ago = stamp(at - timedelta(days=_MOVED_DAYS))
    session.execute(delete(Draft).where(Draft.account == account, _is_mark(), Draft.kept_at < long_ago))
    return True


def keep_draft(
    session: Session,
    account: str,
    form: str,
    subject: str,
    payload: str,
    at: datetime,
    seal: Callable[[int], bytes] | None = None,
) -> None:
    """Store a half-typed form, replacing the author's earlier draft of the same form.

    Args:
        seal: seals the rest of what was typed for the primary key that the row has; None where there is none.
    """
    drop_draft(session, account, form, subject)
    row = Draft(account=account, form=form, subject=subject, payload=payload, kept_at=stamp(at))
    session.add(row)
    if seal is not None:
        session.flush()
        row.sealed = seal(row.id)


def _is_mark() -> ColumnElement[bool]:
    return Draft.payload.startswith(_MOVED)


def draft(session: Session, account: str, form: str, subject: str) -> Draft | None:
    """The author's draft of a form about a subject, or None."""
    return session.scalar(_of(account, form, subject).where(~_is_mark()))


def _of(account: str, form: str, subject: str) -> Select[Draft]:
    return select(Draft).where(Draft.account == account, Draft.form == form, Draft.subject == subject)


def drafts(session: Session, account: str) -> tuple[tuple[str, str, str], ...]:
    """Form, subject and stamp of each draft of the author, newest first."""
    rows = session.execute(
        select(Draft.form, Draft.subject, Draft.kept_at)
        .where(Draft.account == account, ~_is_mark())
        .order_by(Draft.kept_at.desc())
    )
    return tuple((form, subject, kept_at) for form, subject, kept_at in rows)


def drafts_of(session: Session, form: str) -> tuple[tuple[str, str], ...]:
    """The author and content of every draft of one kind of form, the one stored last at the end."""
    query = select(Draft.account, Draft.payload).where(Draft.form == form)
    return tuple(
        (row.account, row.payload) for row in session.execute(query.order_by(Draft.kept_at, Draft.id))
    )


def drop_drafts_of_file(session: Session, form: str, file: str) -> None:
    """Delete everybody's drafts of a form that is about this very file: everything in it was seen to."""
    query = select(Draft).where(Draft.form == form)
    for row in session.scalars(query).all():
        typed = json.loads(row.payload).get("typed")
        if isinstance(typed, dict) and typed.get(FILE) == file:
            session.delete(row)


def drop_drafts_at_seat(session: Session, forms: Iterable[str], seat: str) -> None:
    """Delete everybody's drafts of such forms that are at this seat."""
    there = Draft.subject.endswith(f"@{seat[:SEAT_LETTERS]}", autoescape=True)
    session.execute(delete(Draft).where(Draft.form.in_(forms), there))


def accounts_who_may(session: Session, permission: Permission) -> frozenset[str]:
    """The accounts of everybody who works here and may do something."""
    return frozenset(
        row.record_id
        for row in accounts(session)
        if row.active and any(permission in PERMISSIONS[Role(code)] for code in row.roles.split(","))
    )


def drop_draft(session: Session, account: str, form: str, subject: str) -> None:
    """Delete a draft, if there is one."""
    session.execute(
        delete(Draft).where(Draft.account == account, Draft.form == form, Draft.subject == subject)
    )


def end_draft(session: Session, account: str, form: str, subject: str, names: Collection[str]) -> None:
    """Delete what one of these openings stored, wherever it was taken since; another one's stays.

    Where its author typed on at another PC, that draft says from now on that it was gone on with elsewhere:
    it is saved a second time after a question alone.
    """
    drafts_ = select(Draft).where(Draft.account == account, Draft.form == form, ~_is_mark())
    for one in session.scalars(drafts_).all():
        payload = json.loads(one.payload)
        if payload.get("name") in names:
            session.delete(one)
        elif payload.get("instead") in names and one.subject != subject:
            one.payload = json.dumps({**payload, "elsewhere": True}, ensure_ascii=False)


def is_elsewhere(row: Draft) -> bool:
    """Whether its author went on with it at another PC as well."""
    return bool(json.loads(row.payload).get("elsewhere"))


DRAFTS = Draft.__tablename__


def draft_authors(session: Session, keys: Sequence[int]) -> dict[int, str]:
    """Who types half-typed forms, by primary key."""
    query = select(Draft.id, Draft.account)
    rows = (row for few in chunks(keys) for row in session.execute(query.where(Draft.id.in_(few))))
    return {row.id: row.account for row in rows}


def drop_drafts_about(session: Session, subject: str) -> None:
    """Delete everybody's half-typed forms whose subject begins so: it can no longer be changed."""
    session.execute(delete(Draft).where(Draft.subject.startswith(subject, autoescape=True)))


def authors_about(session: Session, subject: str, *, but: str) -> int:
    """How many have a half-typed form about this whole subject, at whatever seat, without this account."""
    about = (Draft.subject == subject) | Draft.subject.startswith(f"{subject}@", autoescape=True)
    query = select(func.count(Draft.account.distinct())).where(about, Draft.account != but, ~_is_mark())
    return session.scalar(query) or 0


def drop_drafts(session: Session, account: str) -> None:
    """Delete every draft of an author who leaves or loses a role: nobody may read them any more."""
    session.execute(delete(Draft).where(Draft.account == account))


def account(session: Session, record_id: str) -> Account:
    """The person with this record id, whether they still work here or not. Raises :class:`RecordGone`."""
    return records.get(session, Account, record_id)


def _give_roles(session: Session, row: Account, roles: Iterable[Role]) -> None:
    before, row.roles = row.roles, _joined(roles)
    if not set(before.split(",")) <= set(row.roles.split(",")):
        drop_drafts(session, row.record_id)


def _is_owner(row: Account) -> bool:
    return Role.OWNER.value in row.roles.split(",")


def _joined(roles: Iterable[Role]) -> str:
    return ",".join(sorted(role.value for role in roles))
