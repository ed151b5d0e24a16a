"""The last imports, and taking a whole one back as far as nothing was built on what it brought."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from hvacdesk.domain.errors import RecordGone, UserFacingError
from hvacdesk.domain.exchange.taken_imports import (
    STAYING_TOLD,
    ImportKind,
    ImportLook,
    ImportRow,
    StayingRow,
)
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.billing.imported import TakenFile, files, take_file_back
from hvacdesk.services.permissions import body_decides, needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.exchange import import_history as store
from hvacdesk.store.staff.staff import account_names

_NEEDED = {
    ImportKind.CUSTOMERS: Permission.EDIT_CUSTOMERS,
    ImportKind.OUTSIDE_INVOICES: Permission.BILL,
    ImportKind.DEPOSITS: Permission.BILL,
}
_WHO = "customers for who keeps them, invoices and deposits for who keeps the books"


class ImportTouched(UserFacingError):
    """Somebody has worked with what an import brought since it was looked at, or nothing of it is left."""

    what = phrase("Errors", "This import was not undone: somebody has worked with what it brought meanwhile.")
    safe = phrase("Errors", "Nothing was altered.")
    todo = phrase("Errors", "Look at it again: what would stay is said anew.")


@dataclass(frozen=True)
class _Found:
    """An import as it is now; ``part`` is what takes it back."""

    row: ImportRow
    staying: tuple[StayingRow, ...]
    part: _Customers | TakenFile

    @property
    def look(self) -> ImportLook:
        said = repr((self.row, self.staying)).encode()
        return ImportLook(self.row, self.staying[:STAYING_TOLD], sha256(said).hexdigest())


@dataclass(frozen=True)
class _Customers:
    note: store.ImportNote
    going: tuple[int, ...]


class ImportHistory:
    """The last imports of an open office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.EDIT_CUSTOMERS, Permission.BILL)
    @body_decides(_WHO)
    def all(self, actor: Actor, kind: ImportKind = ImportKind.CUSTOMERS) -> tuple[ImportRow, ...]:
        """The last imports of a kind that were not undone, the newest first; a file is one, in any steps."""
        actor.require(_NEEDED[kind])
        with self._workplace.reading() as session:
            return tuple(one.row for one in reversed(tuple(_found(session, kind))))

    @needs(Permission.EDIT_CUSTOMERS, Permission.BILL)
    @body_decides(_WHO)
    def look(self, actor: Actor, kind: ImportKind, record: str) -> ImportLook:
        """What taking an import back would do by now, and what of it would stay; nothing is written.

        Raises :class:`RecordGone`.
        """
        actor.require(_NEEDED[kind])
        with self._workplace.reading() as session:
            return _one(session, kind, record).look

    @needs(Permission.EDIT_CUSTOMERS, Permission.BILL)
    @body_decides(_WHO)
    def undo(self, actor: Actor, kind: ImportKind, record: str, mark: str) -> int:
        """Take an import back as it was looked at, whole or not at all; returns how many rows that were.

        Customers leave the register, events at jobs are struck and those in whose place they stood are back,
        payments are taken back. This is no disposal: nothing proves that values are gone from the file, and
        nothing certifies it. Numbers are not given out again, and no document is removed.

        Args:
            mark: of the look.

        Raises:
            ImportTouched: something else would go or stay by now, or nothing would go.
            RecordGone: the import is not known, or was undone already.
        """
        actor.require(_NEEDED[kind])
        with self._workplace.transaction() as session:
            found = _one(session, kind, record)
            if found.look.mark != mark or not found.row.going:
                raise ImportTouched
            row = found.row
            log = partial(self._workplace.record, session, actor, Action.IMPORT_UNDONE, imported=kind.value)
            if isinstance(found.part, TakenFile):
                take_file_back(self._workplace, session, actor, found.part)
                log(rows=row.going, stayed=row.staying, file_hash=record)
            else:
                store.delete_customers(session, found.part.going)
                store.forget(session, record)
                self._workplace.after_commit(session, self._workplace.shared.finding.drop)
                log(customers=row.going, stayed=row.staying, first=row.first_number, last=row.last_number)
        return row.going


def _one(session: Session, kind: ImportKind, record: str) -> _Found:
    found = next((one for one in _found(session, kind) if one.row.record == record), None)
    if found is None:
        raise RecordGone
    return found


def _found(session: Session, kind: ImportKind) -> Iterator[_Found]:
    """The imports of a kind of which anything is left, the oldest first."""
    names = account_names(session)
    if kind is not ImportKind.CUSTOMERS:
        for file in files(session, kind):
            numbers = sorted((*file.going, *(one.number for one in file.staying)))
            row = ImportRow(
                *(file.digest, kind, file.at, names.get(file.by, "")),
                *(len(file.going), len(file.staying), numbers[0], numbers[-1]),
            )
            yield _Found(row, file.staying, file)
        return
    for note in store.remembered(session):
        known = store.imported(session, note)
        if known.going or known.staying:
            staying = tuple(StayingRow(note.number_of(key), why) for key, why in known.staying.items())
            row = ImportRow(
                *(note.record, kind, note.at, names.get(note.by, "")),
                *(len(known.going), len(staying), *note.numbers),
            )
            yield _Found(row, staying, _Customers(note, known.going))
