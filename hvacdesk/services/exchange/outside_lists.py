"""Customer lists outside the program, and what became of them."""

from __future__ import annotations

from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.exchange.outside_lists import REMINDED, ListKind, ListMethod, OutsideListFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.permissions import body_decides, needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import handover
from hvacdesk.store.engine import Session
from hvacdesk.store.exchange import outside_lists as store

LONGEST_PLACE = 1_000
_WHICH = "who keeps the books alone is told of saved invoices and receipts and of the own files"


class OutsideLists:
    """The register of an open office.

    Who keeps the books, and no customers, is told of saved invoices, whoever saved them, and of what that
    person had made or took over.
    """

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(*REMINDED)
    @body_decides(_WHICH)
    def all(self, actor: Actor) -> tuple[OutsideListFacts, ...]:
        """Every list, those that are still out first."""
        with self._workplace.reading() as session:
            return _known_to(session, actor)

    @needs(*REMINDED)
    @body_decides(_WHICH)
    def out(self, actor: Actor) -> tuple[OutsideListFacts, ...]:
        """The lists of which nobody has said that they are destroyed."""
        return tuple(one for one in self.all(actor) if not one.destroyed_on)

    @body_decides("who had the list made")
    def not_written(self, actor: Actor, list_: str) -> None:
        """Note that a file which was made for somebody could not be saved, so that there is none.

        Raises:
            RecordGone: the actor did not make it, or its end is noted already.
            BuiltUpon: it was handed over to the books, and another list was since.
        """
        with self._workplace.transaction() as session:
            note_not_written(self._workplace, session, actor, list_)

    @body_decides("who had the list made")
    def note_place(self, actor: Actor, list_: str, place: str) -> None:
        """Note where a file that was made for somebody was saved, so that it is found to be deleted.

        Args:
            place: folder and name, as the PC writes them.

        Raises:
            RecordGone: the actor did not make it, or its end is noted already.
        """
        with self._workplace.transaction() as session:
            if store.maker(session, list_) != actor.account:
                raise RecordGone
            store.note_place(session, list_, _as_noted(place))

    @needs(Permission.MANAGE_ACCOUNTS)
    def note_sheet(self, actor: Actor, number: int, place: str) -> None:
        """Note that a recovery sheet was saved as a file, for those alone who may print one.

        Args:
            number: of the sheet.
            place: folder and name of the file, as the PC writes them.
        """
        workplace = self._workplace
        with workplace.transaction() as session:
            note_outside(workplace, session, actor, ListKind.RECOVERY_SHEET, 0, str(number), place)
            workplace.record(session, actor, Action.SHEET_SAVED, f"sheet:{number}")

    @needs(*REMINDED)
    @body_decides(_WHICH)
    def confirm_destroyed(self, actor: Actor, list_: str, method: ListMethod) -> None:
        """Note that the actor says a list was destroyed; the log keeps who said it.

        Raises:
            RecordGone: the actor is told of none such, or its end is noted already.
        """
        with self._workplace.transaction() as session:
            if list_ not in {one.list for one in _known_to(session, actor)}:
                raise RecordGone
            store.note_destroyed(session, list_, method, actor.account, self._workplace.today())
            self._workplace.record(
                session, actor, Action.LIST_DESTROYED, f"list:{list_}", method=method.value
            )


def _known_to(session: Session, actor: Actor) -> tuple[OutsideListFacts, ...]:
    """Where a recovery sheet lies is told to those alone who may print one: it opens everything."""
    found = store.everything(session, "" if actor.may(Permission.EDIT_CUSTOMERS) else actor.account)
    prints = actor.may(Permission.MANAGE_ACCOUNTS)
    return tuple(one for one in found if prints or one.kind is not ListKind.RECOVERY_SHEET)


def _as_noted(place: str) -> str:
    """The place as it is, so that the file is found by it, and no more of it than its end: there it is named.

    A byte of a name that is no letter has its code instead: it cannot be stored.
    """
    return place.encode("utf-8", "backslashreplace").decode()[-LONGEST_PLACE:]


def note_outside(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    kind: ListKind,
    customers: int,
    document: str = "",
    place: str = "",
) -> str:
    """Register a file that is taken in or given out where the actor is logged in; returns its record id.

    Args:
        document, place: as of :class:`OutsideListFacts`.
    """
    by, today, seat = actor.account, workplace.today(), workplace.seat
    return store.add(session, kind, customers, by, today, document, seat=seat, place=_as_noted(place))


def note_not_written(workplace: Workplace, session: Session, actor: Actor, list_: str) -> None:
    """Note and log that a file could not be saved; what was handed over to the books in it waits again.

    Raises:
        RecordGone: the actor did not make it, or its end is noted already.
        BuiltUpon: it was handed over to the books, and another list was since.
    """
    if store.maker(session, list_) != actor.account:
        raise RecordGone
    method, today = ListMethod.NEVER_WRITTEN, workplace.today()
    store.note_destroyed(session, list_, method, actor.account, today)
    handover.unmark(session, list_)
    workplace.record(session, actor, Action.LIST_DESTROYED, f"list:{list_}", method=method.value)
