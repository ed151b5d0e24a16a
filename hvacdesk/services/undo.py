"""Undoing edits: what the last changes of this login replaced, kept in memory and put back as a save.

An undo is an ordinary change: one transaction, checked against what is stored now, written into the log.
Nothing of it outlives the login, and a disposal or a change of keys drops it from memory (see
``Workplace.forget``).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from threading import Lock
from typing import NamedTuple, Protocol

from hvacdesk.domain.errors import RecordGone, UserFacingError
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import Phrase, phrase
from hvacdesk.services.own_edits import OwnEdit, OwnEdits, note_done
from hvacdesk.services.permissions import anybody_logged_in, body_decides
from hvacdesk.store.engine import Session
from hvacdesk.store.oversight import audit_log

KEPT = 20
"""Edits that can be undone one after the other; nobody remembers more."""

UNDOES = "undoes"
"""In the details of an undo's entry: the number of the entry that it took back; 0 for one of another kind."""

_CHANGES = frozenset(
    {
        Action.CUSTOMER_CHANGED,
        Action.CONTACT_CHANGED,
        Action.SITE_CHANGED,
        Action.UNIT_CHANGED,
        Action.JOB_ADDED,
        Action.JOB_CHANGED,
        Action.CALL_CHANGED,
    }
)

Read = Callable[[Session], object]
Restore = Callable[[Session], Iterable[str]]


CHANGE_UNDONE = phrase("Undo", "The change was undone.")


class EditNamed(NamedTuple):
    """Which edit it is, for whoever is asked about its undo or told of it.

    Attributes:
        what: with gaps for the others, ``{number}`` and so on.
        number: what the office calls the record.
        name: whose it is, as lists show them.
        yen: of all together.
        records: how many there are; ``{count}`` in ``what``.
    """

    what: Phrase
    number: str = ""
    name: str = ""
    yen: int = 0
    records: int = 0


class Undone(NamedTuple):
    """What an undo was about, ``kind:record-id``, what to say of it, and which edit it was."""

    subject: str
    told: Phrase
    named: EditNamed | None = None


class NothingToUndo(UserFacingError):
    """This login has changed nothing that could be put back."""

    what = phrase("Errors", "There is nothing to undo.")
    safe = phrase("Errors", "Everything is as it was last saved.")
    todo = phrase("Errors", "Only your own changes since your login can be undone.")


class UndoneAlready(UserFacingError):
    """The edit that was named is not there any more: an undo that was asked for twice is done once."""

    what = phrase("Errors", "This was undone already, or it cannot be undone any more.")
    safe = phrase("Errors", "Nothing else was undone.")
    todo = phrase("Errors", "Look at the record if you are not sure.")


class NotDoneLast(UserFacingError):
    """Something was changed after the edit that was named, and the last comes first."""

    what = phrase("Errors", "This was not undone: you have changed something else since.")
    safe = phrase("Errors", "Nothing was altered.")
    todo = phrase("Errors", "Undo what you did since first, or change the record by hand.")


class EditsStanding(NamedTuple):
    """What a login changed so far, and what its next undo would be about.

    ``acts`` is :attr:`Edits.acts`. ``newest`` is the number of the edit that an undo would put back, by which
    it is named, and ``subject`` what it was about, ``kind:record-id``; 0 and empty for none. ``undone`` is
    the number of the edit that was undone last. ``named`` says which edit the newest is. ``elsewhere`` says
    where the last act is undone, if that is not here: then there is no newest, whatever was before it.
    """

    acts: int
    newest: int
    subject: str
    undone: int
    named: EditNamed | None = None
    elsewhere: Phrase | None = None


class EditOverwritten(UserFacingError):
    """The record is not as the edit left it: putting the former values back would undo more than that."""

    what = phrase("Errors", "The change was not undone: the record was changed again since.")
    safe = phrase("Errors", "Nothing was altered; the record is as it was last saved.")
    todo = phrase("Errors", "Open the record and change it there.")


class DoneElsewhere(NamedTuple):
    """By which account something was done that has a way back of its own, and where that is."""

    actor: str
    told: Phrase


class Recorder(Protocol):
    """What an undo needs of the workplace it belongs to."""

    def transaction(self) -> AbstractContextManager[Session]:
        """One change, whole or not at all."""

    def after_commit(self, session: Session, callback: Callable[[], None]) -> None:
        """Run the callback once the change is safe."""

    def record(
        self,
        session: Session,
        actor: Actor,
        action: Action,
        subject: str = "",
        *,
        fields: list[str],
        undoes: int,
    ) -> int:
        """Write the entry in the log."""


@dataclass(frozen=True)
class _Edit:
    actor: str
    subject: str
    read: Read
    restore: Restore
    left: object
    entry: int
    told: Phrase
    named: EditNamed | None
    number: int = 0


class Edits:
    """The changes of this login that can be undone, the newest last. Thread-safe."""

    def __init__(self, workplace: Recorder) -> None:
        self._workplace = workplace
        self._edits: deque[_Edit] = deque(maxlen=KEPT)
        self._lock = Lock()
        self._count = 0
        self._acts = 0
        self._undone = 0
        self._forgotten = 0
        self._elsewhere: DoneElsewhere | None = None

    @property
    @anybody_logged_in
    def count(self) -> int:
        """How many edits were remembered so far: a form sees by it whether its save was one."""
        return self._count

    @property
    @anybody_logged_in
    def acts(self) -> int:
        """How often this login changed something so far: an offer to undo is of the last such act alone."""
        return self._acts

    def note_act(self, elsewhere: DoneElsewhere | None = None) -> None:
        """Count an act of this login, once it is committed.

        Args:
            elsewhere: an act that is undone elsewhere. Until the next edit nothing older is undone here:
                whoever undoes means what they did last. What is forgotten does not change that.
        """
        with self._lock:
            self._acts += 1
            acts = self._acts
            self._elsewhere = elsewhere or self._elsewhere
        note_done(OwnEdits(acts))

    def keep(
        self,
        session: Session,
        actor: Actor,
        subject: str,
        read: Read,
        restore: Restore,
        *,
        told: Phrase = CHANGE_UNDONE,
        named: EditNamed | None = None,
    ) -> None:
        """Remember an edit once its transaction is committed; called at the end of the edit.

        Args:
            read: gives what the edit was about as it is now, by value; raises RecordGone when it is gone.
            restore: puts the former values back and returns the names of the fields that changed by that.
            told: what is said once that was done.
            named: which edit it is; None where its kind says enough.
        """
        entry = audit_log.last_sequence(session, _CHANGES, actor=actor.account, subject=subject)
        if not 0 < audit_log.first_sequence(session) <= entry:
            entry = 0  # it tells of an earlier change, which this edit does not touch
        edit = _Edit(actor.account, subject, read, restore, read(session), entry, told, named)
        forgotten = self._forgotten
        self._workplace.after_commit(session, lambda: self._push(edit, forgotten))

    @body_decides("the actor's own changes alone")
    def possible(self, actor: Actor) -> bool:
        """Whether there is an edit of this person to undo, and nothing since that is undone elsewhere."""
        with self._lock:
            return self._told_elsewhere(actor) is None and self._last(actor) is not None

    @body_decides("the actor's own changes alone")
    def standing(self, actor: Actor) -> EditsStanding:
        """What was changed so far, and what :meth:`undo` would put back."""
        with self._lock:
            elsewhere, last = self._told_elsewhere(actor), self._last(actor)
            if last is None or elsewhere is not None:
                return EditsStanding(self._acts, 0, "", self._undone, elsewhere=elsewhere)
            return EditsStanding(self._acts, last.number, last.subject, self._undone, last.named)

    @body_decides("the actor's own changes alone")
    def undo(self, actor: Actor, edit: int = 0) -> Undone:
        """Put back what the newest edit replaced.

        Args:
            edit: the number of the one that is meant, from :meth:`standing`; whoever asks again since no
                answer came means the same one. 0 for whichever is the newest.

        Raises:
            NothingToUndo: there is none of this person.
            UndoneAlready, NotDoneLast: the one that is meant is not the newest.
            EditOverwritten: the record was changed since; the edit is dropped.
        """
        undone, forgotten = self._pop(actor, edit)
        try:
            with self._workplace.transaction() as session:
                _check(undone, session)
                fields = undone.restore(session)
                about, undoes = undone.subject, undone.entry
                self._workplace.record(
                    session, actor, Action.EDIT_UNDONE, about, fields=sorted(fields), undoes=undoes
                )
        except EditOverwritten:
            raise
        except UserFacingError:
            self._push(undone, forgotten, new=False)
            raise
        with self._lock:
            self._undone = undone.number
        return Undone(undone.subject, undone.told, undone.named)

    def forget(self) -> None:
        """Drop every former value."""
        with self._lock:
            self._edits.clear()
            self._forgotten += 1

    def _last(self, actor: Actor) -> _Edit | None:
        return self._edits[-1] if self._edits and self._edits[-1].actor == actor.account else None

    def _told_elsewhere(self, actor: Actor) -> Phrase | None:
        done = self._elsewhere
        return done.told if done is not None and done.actor == actor.account else None

    def _push(self, edit: _Edit, forgotten: int, *, new: bool = True) -> None:
        """Remember an edit, unless everything was forgotten since it was made."""
        with self._lock:
            self._count += new
            number, kept = self._count, forgotten == self._forgotten
            self._elsewhere = None if new else self._elsewhere
            if kept:
                self._edits.append(replace(edit, number=number) if new else edit)
        if new:
            note_done(OwnEdits(edits=(OwnEdit(number if kept else 0, edit.subject),)))

    def _pop(self, actor: Actor, meant: int) -> tuple[_Edit, int]:
        with self._lock:
            if meant and meant not in {one.number for one in self._edits}:
                raise UndoneAlready
            if not self._edits or self._edits[-1].actor != actor.account:
                raise NothingToUndo
            if meant and self._edits[-1].number != meant:
                raise NotDoneLast
            return self._edits.pop(), self._forgotten


def _check(edit: _Edit, session: Session) -> None:
    """Raise EditOverwritten unless the record is still as the edit left it."""
    try:
        now = edit.read(session)
    except RecordGone as error:
        raise EditOverwritten from error
    if now != edit.left:
        raise EditOverwritten
