"""Undo at the desk: after a save, a calm bar offers it; Ctrl+Z does the same, wherever the keyboard is."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import Phrase, phrase
from hvacdesk.services.own_edits import OwnEdits, noting_edits
from hvacdesk.services.undo import (
    CHANGE_UNDONE,
    EditOverwritten,
    EditsStanding,
    NotDoneLast,
    NothingToUndo,
    UndoneAlready,
)
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import ChangeNotice
from hvacdesk.ui.language import words
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.errors import show_error
from hvacdesk.ui.widgets.notice import OFFERED_SECONDS, clear_told
from hvacdesk.ui.widgets.numbers import yen

if TYPE_CHECKING:
    from hvacdesk.services.open_office import Office
    from hvacdesk.services.undo import EditNamed, Undone

EDITED_NAMES: dict[str, Phrase] = {
    "call": phrase("Undo", "Call note"),
    "customer": phrase("Undo", "Customer"),
    "job": phrase("Undo", "Job"),
    "site": phrase("Undo", "Site"),
    "unit": phrase("Undo", "Unit"),
}
"""What an edit was about, by the kind in its subject."""


T = TypeVar("T")

clock = time.monotonic

_SETTLED = (EditOverwritten, NotDoneLast, NothingToUndo, UndoneAlready)
"""After these it is known what came of an undo; after any other error it is looked what did."""


class SavingWork(Generic[T]):
    """Work that saves, called on a worker thread, and given to :meth:`EditUndo.offer` once it is done.

    Attributes:
        done: what it did, by its own answers: another save may be under way beside it.
    """

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self.done = OwnEdits()

    def __call__(self) -> T:
        with noting_edits() as noted:
            made = self._work()
        self.done = noted.found
        return made


class _Unheard(NamedTuple):
    """An undo to which no answer came: of which edit, and how many acts there were before it."""

    edit: int
    acts: int


class Notify(Protocol):
    """Shows a calm sentence at the window's foot, with a button where ``undo`` is given.

    ``action`` names the button where it is not *Undo*.
    """

    def __call__(self, text: str, undo: Callable[[], object] | None = None, *, action: str = "") -> None: ...


class EditUndo(QObject):
    """Offers to undo what a save changed. One per logged-in person.

    Signals:
        undone(): something was put back; views that show records read them again.
    """

    undone = Signal()

    def __init__(
        self, office: Office, actor: Actor, notify: Notify, window: QWidget, changes: ChangeNotice
    ) -> None:
        super().__init__()
        self._office = office
        self._actor = actor
        self._notify = notify
        self._window = window
        self._offered: int | None = None
        self._unheard: _Unheard | None = None
        self._acts = 0
        self._told_until = -math.inf
        self._reader = background.Reader(window)
        changes.told.connect(self._look)

    def offer(self, saved: SavingWork[Any], said: str = "") -> None:
        """Say that it is saved, if that was an edit, and with *Undo* if it can be undone.

        Args:
            said: what to say of it, where there is more than that; also of what is no edit.
        """
        acts, edits = saved.done.acts, saved.done.edits
        if acts:
            self._unheard = None
        if not edits:
            if acts and said:
                self._notify(said)
            return
        edit, last = edits[-1], acts >= self._acts
        self._acts = max(self._acts, acts)
        told = said or _about(edit.subject, self.tr("Saved."))
        if not last or not edit.number:  # another save came after it, or what it was before was forgotten
            self._offered = None
            self._notify(told)
            return
        self._offered = acts
        self._told_until = clock() + OFFERED_SECONDS
        self._notify(told, lambda: self._undo(edit.number, acts))

    def undo(self) -> None:
        """Undo the last edit, if there is one, or say where else what was done last is undone.

        Where no answer came to an undo, look first what came of it.
        """
        edits, actor = self._office.edits, self._actor
        expected = self._unheard is not None or edits.possible(actor)
        asked = background.ask(self._window, lambda: edits.standing(actor)).then(self._undo_last)
        if not expected:  # it may be told where else the last act is undone
            asked.otherwise(lambda _error: self.tell_nothing())

    def say_over_dialog(self) -> None:
        """Say that there is nothing to undo, or where it is undone; take nothing back behind a dialog.

        At a seat it is known a moment late that something can be undone: then nothing is said.
        """
        edits, actor = self._office.edits, self._actor
        background.ask(self._window, lambda: edits.standing(actor)).then(self._say_of).otherwise(
            lambda _error: self.tell_nothing()
        )

    def _say_of(self, last: EditsStanding) -> None:
        if last.elsewhere is not None:
            self._notify(words(last.elsewhere))
        elif not last.newest:
            self.tell_nothing()

    def tell_nothing(self) -> None:
        """Say that the key was heard, and found nothing: without a word it looks broken."""
        self._offered = None  # else a change that is heard of now takes this word away
        self._notify(words(NothingToUndo.what))

    def _undo_last(self, last: EditsStanding) -> None:
        """What was booked is no record in front: once its notice is gone nobody sees what is meant."""

        def agree() -> None:
            question.accept()
            self._undo(last.newest, last.acts)

        unheard, self._unheard = self._unheard, None
        if unheard is not None and last.newest < unheard.edit:
            self._tell_heard(unheard, last)
        elif last.elsewhere is not None:
            self._offered = None
            self._notify(words(last.elsewhere))
        elif not last.newest:
            self.tell_nothing()
        elif last.subject or (last.acts == self._offered and clock() < self._told_until):
            self._undo(last.newest, last.acts)
        else:
            question = Dialog(self.tr("Take back what you booked last?"), self._window)
            if last.named is not None:
                question.add_text(_named(last.named))
            question.add_text(
                self.tr(
                    "This was your last change, which is not shown any more. Look first, if you are not sure."
                )
            )
            question.set_primary(self.tr("Leave it"))
            question.add_secondary(self.tr("Take it back"), agree)
            question.open()

    def _undo(self, edit: int, acts: int) -> None:
        """Undo this edit, which is named, so that it is done once; so many acts there were before it."""
        office, actor = self._office, self._actor
        background.ask(self._window, lambda: office.edits.undo(actor, edit)).then(self._tell).otherwise(
            lambda error: self._not_undone(error, _Unheard(edit, acts))
        )

    def _not_undone(self, error: UserFacingError, meant: _Unheard) -> None:
        unheard, self._unheard = self._unheard, None if isinstance(error, _SETTLED) else meant
        if unheard is not None and unheard.edit == meant.edit and isinstance(error, UndoneAlready):
            edits, actor = self._office.edits, self._actor
            background.ask(self._window, lambda: edits.standing(actor)).then(
                lambda now: self._tell_heard(unheard, now)
            )
        elif isinstance(error, NothingToUndo):
            self.tell_nothing()
        else:
            show_error(self._window, error)

    def _tell_heard(self, unheard: _Unheard, now: EditsStanding) -> None:
        """Say what came of an undo whose edit is gone: that was it, or it was forgotten, or more was done."""
        if now.undone == unheard.edit and now.acts == unheard.acts + 1:
            self._tell_undone()
        else:
            self._offered = None
            self.undone.emit()
            show_error(self._window, UndoneAlready())

    def _tell_undone(self) -> None:
        self._offered = None
        self.undone.emit()
        self._notify(words(CHANGE_UNDONE))

    def _look(self, _rooms: object) -> None:
        """Something was changed: if this person did it, nothing from before is offered to be undone."""
        if self._offered is not None:
            office = self._office
            self._reader.read(lambda: office.edits.acts).then(self._compare).otherwise(lambda _error: None)

    def _compare(self, acts: int) -> None:
        if self._offered is not None and acts > self._offered:
            self._offered = None
            clear_told(self._window)

    def _tell(self, undone: Undone) -> None:
        self._offered, self._unheard = None, None
        self.undone.emit()
        self._notify(_about(undone.subject, words(undone.told), undone.named))


def _about(subject: str, said: str, named: EditNamed | None = None) -> str:
    """Name first what was changed: the notice stays in sight on other pages, where it may be anything."""
    name = EDITED_NAMES.get(subject.partition(":")[0])
    what = _named(named) if named is not None else words(name) if name is not None else ""
    if not what:
        return said
    text = QCoreApplication.translate("EditUndo", "{what}: {said}")
    return text.format(what=what, said=said)


def _named(one: EditNamed) -> str:
    """Which edit it is."""
    return words(one.what).format(number=one.number, name=one.name, yen=yen(one.yen), count=one.records)
