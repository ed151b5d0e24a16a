"""Undo at the desk: after a save, a calm bar offers it; Ctrl+Z does the same, wherever the keyboard is."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import Phrase, phrase
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

if TYPE_CHECKING:
    from hvacdesk.services.open_office import Office
    from hvacdesk.services.undo import Undone

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
"""After these it is known what came of an undo; after any other error the same one is asked for again."""


class SavingWork(Generic[T]):
    """Work that saves, and what this login had changed before and after it; called on a worker thread.

    Attributes:
        before, after: None until then, and ``after`` as well where that could not be read: the work is done
            all the same, and said to be.
    """

    def __init__(self, work: Callable[[], T], standing: Callable[[], EditsStanding]) -> None:
        self._work, self._standing = work, standing
        self.before: EditsStanding | None = None
        self.after: EditsStanding | None = None

    def __call__(self) -> T:
        self.after = None
        self.before = self._standing()
        made = self._work()
        with suppress(UserFacingError):
            self.after = self._standing()
        return made


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
        self._unanswered = 0
        self._told_until = -math.inf
        self._reader = background.Reader(window)
        changes.told.connect(self._look)

    def watch(self, work: Callable[[], T]) -> SavingWork[T]:
        """The same work, to be given to :meth:`offer` once it is done."""
        office, actor = self._office, self._actor
        return SavingWork(work, lambda: office.edits.standing(actor))

    def offer(self, done: SavingWork[Any], said: str = "") -> None:
        """Say that it is saved, if that was an edit, and with *Undo* if it can be undone.

        Args:
            said: what to say of it, where there is more than that.
        """
        before, after = done.before, done.after
        if after is None:
            self._notify(said or self.tr("Saved."))
        elif before is not None and after.edits == before.edits:
            return
        elif after.newest != after.edits:  # it was forgotten meanwhile: what can be undone is another edit
            self._offered, self._unanswered = None, 0
            self._notify(said or self.tr("Saved."))
        else:
            self._offered, self._unanswered = after.acts, 0
            self._told_until = clock() + OFFERED_SECONDS
            self._notify(said or _about(after.subject, self.tr("Saved.")), lambda: self._undo(after.newest))

    def undo(self) -> None:
        """Undo the last edit, if there is one; where no answer came to that, the same one once more."""
        edits, actor = self._office.edits, self._actor
        if self._unanswered:
            self._undo(self._unanswered)
        elif edits.possible(actor):
            background.ask(self._window, lambda: edits.standing(actor)).then(self._undo_last)
        else:
            self.tell_nothing()

    def tell_nothing(self) -> None:
        """Say that the key was heard, and found nothing: without a word it looks broken."""
        self._notify(words(NothingToUndo.what))

    def _undo_last(self, last: EditsStanding) -> None:
        """What was booked is no record in front: once its notice is gone nobody sees what is meant."""

        def agree() -> None:
            question.accept()
            self._undo(last.newest)

        if not last.newest:
            self.tell_nothing()
        elif last.subject or (last.acts == self._offered and clock() < self._told_until):
            self._undo(last.newest)
        else:
            question = Dialog(self.tr("Take back what you booked last?"), self._window)
            question.add_text(
                self.tr(
                    "Your last change was a payment or another booking, which is not shown any more. Look "
                    "first, if you are not sure which one it was."
                )
            )
            question.set_primary(self.tr("Leave it"))
            question.add_secondary(self.tr("Take it back"), agree)
            question.open()

    def _undo(self, edit: int) -> None:
        """Undo this edit, which is named, so that it is done once."""
        office, actor = self._office, self._actor
        background.ask(self._window, lambda: office.edits.undo(actor, edit)).then(self._tell).otherwise(
            lambda error: self._not_undone(error, edit)
        )

    def _not_undone(self, error: UserFacingError, edit: int) -> None:
        again, self._unanswered = self._unanswered, 0 if isinstance(error, _SETTLED) else edit
        if again == edit and isinstance(error, UndoneAlready):
            self._offered = None
            self.undone.emit()
            self._notify(words(CHANGE_UNDONE))
        elif isinstance(error, NothingToUndo):
            self.tell_nothing()
        else:
            show_error(self._window, error)

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
        self._offered, self._unanswered = None, 0
        self.undone.emit()
        told = words(undone.told)
        self._notify(_about(undone.subject, told) if undone.told == CHANGE_UNDONE else told)


def _about(subject: str, said: str) -> str:
    """Name first what was changed: the notice stays in sight on other pages, where it may be anything."""
    name = EDITED_NAMES.get(subject.partition(":")[0])
    if name is None:
        return said
    text = QCoreApplication.translate("EditUndo", "{what}: {said}")
    return text.format(what=words(name), said=said)
