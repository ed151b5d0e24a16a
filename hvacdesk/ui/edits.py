"""Undo at the desk: after a save, a calm bar offers it; Ctrl+Z does the same, wherever the keyboard is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import Phrase, phrase
from hvacdesk.services.undo import CHANGE_UNDONE
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import ChangeNotice
from hvacdesk.ui.language import words
from hvacdesk.ui.widgets.notice import clear_told

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
        self._reader = background.Reader(window)
        changes.told.connect(self._look)

    def mark(self) -> int:
        """How many edits there were until now; read before a save and given to :meth:`offer` after it."""
        return self._office.edits.count

    def offer(self, mark: int, said: str = "") -> None:
        """Say that it is saved, with *Undo*, if there was an edit since the mark.

        Args:
            said: what to say of it, where there is more than that.
        """
        edits = self._office.edits
        try:
            if edits.count == mark:
                if said:  # a seat whose office PC is away answers as it knew it before
                    self._notify(said)
                return
            edited, acts = edits.newest(self._actor), edits.acts
        except UserFacingError:  # saved it is; what could be undone is not known while nobody answers
            self._notify(said or self.tr("Saved."))
            return
        self._offered = acts
        self._notify(said or _about(edited, self.tr("Saved.")), self.undo)

    def undo(self) -> None:
        """Undo the last edit, if there is one."""
        office, actor = self._office, self._actor
        if office.edits.possible(actor):
            background.ask(self._window, lambda: office.edits.undo(actor)).then(self._tell)

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
        self._offered = None
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
