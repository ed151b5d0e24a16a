"""The last imports, and undoing one while nobody has worked with its customers."""

from __future__ import annotations

from dataclasses import dataclass

from hvacdesk.domain.errors import RecordGone, UserFacingError
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.exchange import import_history as store
from hvacdesk.store.staff.staff import account_names


class ImportTouched(UserFacingError):
    """Somebody has worked with a customer of the import since."""

    what = phrase("Errors", "This import cannot be undone: somebody has worked with its customers since.")
    todo = phrase("Errors", "Change or merge the customers one by one.")


@dataclass(frozen=True)
class ImportRow:
    """One import.

    Attributes:
        at: stamp.
        by: a name of staff.
        first_number, last_number: customer numbers.
        undoable: whether nobody has worked with any of its customers since.
    """

    record: str
    at: str
    by: str
    customers: int
    first_number: str
    last_number: str
    undoable: bool


class ImportHistory:
    """The last imports of an open office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.EDIT_CUSTOMERS)
    def all(self, actor: Actor) -> tuple[ImportRow, ...]:
        """The last imports that were not undone, the newest first."""
        with self._workplace.reading() as session:
            names = account_names(session)
            return tuple(
                ImportRow(
                    note.record,
                    note.at,
                    names.get(note.by, ""),
                    note.customers,
                    *note.numbers,
                    undoable=store.untouched(session, note),
                )
                for note in reversed(store.remembered(session))
            )

    @needs(Permission.EDIT_CUSTOMERS)
    def undo(self, actor: Actor, record: str) -> int:
        """Remove an import's customers from the register, all or none; returns how many there were.

        This is no disposal: nothing proves that the values are gone from the file, and nothing certifies it.

        Raises:
            ImportTouched: somebody has looked at, changed or used one of them since.
            RecordGone: the import is not known, or was undone already.
        """
        with self._workplace.transaction() as session:
            note = self._note(session, record)
            if not store.untouched(session, note):
                raise ImportTouched
            store.delete_customers(session, note)
            store.forget(session, record)
            first, last = note.numbers
            self._workplace.record(
                session, actor, Action.IMPORT_UNDONE, customers=note.customers, first=first, last=last
            )
            self._workplace.after_commit(session, self._workplace.shared.finding.drop)
        return note.customers

    def _note(self, session: Session, record: str) -> store.ImportNote:
        found = next((one for one in store.remembered(session) if one.record == record), None)
        if found is None:
            raise RecordGone
        return found
