"""The note of a print in the log or a register: the paper is out, whether or not the office answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from hvacdesk.domain.errors import LoginOver, Unfinished, UserFacingError
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.office.saved_form import saving
from hvacdesk.ui.half_typed import new_name
from hvacdesk.ui.widgets.errors import show_error

if TYPE_CHECKING:
    from hvacdesk.ui.context import DeskContext
    from hvacdesk.ui.owed import Owed


class PrintedNotNoted(Unfinished):
    """The printer took it, and the office refused the note of that."""

    what = phrase("Errors", "It was printed, but that could not be noted: {cause}")
    safe = phrase("Errors", "The paper is with the printer.")
    todo = phrase("Errors", "Tell the person responsible that this paper is in no list of the program.")


class PrintNote(QObject):
    """One note that is owed, in one register or several. It is made once, however often it has to be sent.

    Attributes:
        document: what was printed, without personal data.
    """

    _made = Signal(object)
    _refused = Signal(object)
    _waits = Signal()

    def __init__(
        self,
        ctx: DeskContext,
        document: str,
        notes: Sequence[Callable[[], Any]],
        told: Callable[[Any], object],
        *,
        printed: bool,
    ) -> None:
        super().__init__()
        self.document = document
        self._printed = printed
        self._ctx, self._told = ctx, told
        self._left = [(new_name(), note) for note in notes]
        self._said = False
        # Bound methods of this object, which lives on the UI thread: Qt queues the calls there.
        self._made.connect(self._on_made)
        self._refused.connect(self._on_refused)
        self._waits.connect(self._on_waits)
        _open.add(self)
        ctx.window.destroyed.connect(self._drop)

    def __call__(self) -> None:
        """Make it; raises where it is to be made again."""
        from hvacdesk.domain.office.half_typed import SavedBefore, SavedForm
        from hvacdesk.domain.seats.seats import OfficePcBusy
        from hvacdesk.seats.calls import NoAnswer

        made = None
        try:
            while self._left:
                name, note = self._left[0]
                # Each is made once: one that was made by an earlier try, whose answer was lost, is refused.
                saved = SavedForm("print-note", "", (name,), new_name())
                with suppress(SavedBefore), saving(saved, self._ctx.actor.account):
                    made = note()
                self._left.pop(0)
        except (NoAnswer, OfficePcBusy, LoginOver):
            self._waits.emit()
            raise
        except UserFacingError as error:
            self._refused.emit(error)
        else:
            self._made.emit(made)

    def _drop(self) -> None:
        _open.discard(self)

    @Slot(object)
    def _on_made(self, made: object) -> None:
        if self in _open:
            self._drop()
            self._told(made)

    @Slot(object)
    def _on_refused(self, error: UserFacingError) -> None:
        if self in _open:
            self._drop()
            show_error(self._ctx.window, PrintedNotNoted(error) if self._printed else error)

    @Slot()
    def _on_waits(self) -> None:
        if not self._said and self in _open:
            self._said = True
            translate = QCoreApplication.translate
            text = (
                translate(
                    "PrintNote",
                    "“{document}” was printed. The office PC does not answer: the note of that waits here "
                    "and is sent by itself. Leave the program open until then.",
                )
                if self._printed
                else translate(
                    "PrintNote",
                    "The office PC does not answer: the note of what became of “{document}” waits here and "
                    "is sent by itself. Leave the program open until then.",
                )
            )
            self._ctx.notify(text.format(document=self.document))


_open: set[PrintNote] = set()
"""Those whose end is still to be told in their window. Without it a worker thread could be the last to let go
of one, and take it along before it was told."""


def note_printed(
    ctx: DeskContext,
    document: str,
    note: Callable[[], Any],
    told: Callable[[Any], object] = lambda _made: None,
    *,
    also: Callable[[], Any] | None = None,
    printed: bool = True,
) -> None:
    """Note that a printer took it, or what became of it there: now, or once the office answers again.

    Notes reach the office in the order in which they were given.

    Args:
        document: what was printed, without personal data.
        note: writes it, off the window's thread.
        told: called in the window once that is done, with what ``note`` returned; None where the answer to it
            was lost.
        also: writes it into another register, after that.
        printed: whether the printer took it; else the note says that nothing came out.
    """
    notes = (note,) if also is None else (note, also)
    ctx.drafts.owed.soon(PrintNote(ctx, document, notes, told, printed=printed), in_turn=True)


def unnoted(owed: Owed) -> tuple[str, ...]:
    """What was printed or not, of which the office does not know yet; without personal data."""
    return tuple(one.document for one in tuple(owed.wait) if isinstance(one, PrintNote))
