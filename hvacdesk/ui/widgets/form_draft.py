"""What is typed into one form: stored as a draft until it is saved or thrown away on purpose."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from hvacdesk.domain.errors import RecordGone, UserFacingError
from hvacdesk.domain.office.half_typed import MovedElsewhere
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.language import words
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.in_front import in_front
from hvacdesk.ui.widgets.warning_box import WarningBox

Typed = dict[str, object]


class _KeptAs(NamedTuple):
    """Under which name the draft is stored, and the page that opens the form again."""

    form: str
    key: str
    page: str
    arguments: Mapping[str, str]


class FormDraft:
    """The draft of one open form.

    Args:
        form: the dialog, or the part of a page that is filled in.
        typed: gives what was typed as plain JSON values, or None while nothing was.
        fill: puts such values back into the fields.

    Attributes:
        kept: whether what is typed survives a lock.
    """

    def __init__(
        self,
        form: QWidget,
        ctx: DeskContext,
        typed: Callable[[], Typed | None],
        fill: Callable[[Typed], object],
    ) -> None:
        self._form, self._ctx = form, ctx
        self._typed, self._fill = typed, fill
        self._kept_as: _KeptAs | None = None
        self._takes_stored = True
        self._ended: UserFacingError | None = None
        self.kept = False

    def keep(self, form: str, key: str, page: str, arguments: Mapping[str, str]) -> None:
        """Store what is typed from now on, and fill in what was stored earlier.

        What somebody types before that was read stays, in its place.
        """
        self._kept_as = _KeptAs(form, key, page, arguments)
        self.keep_again()
        drafts, before = self._ctx.drafts, self._typed()

        def found(stored: Typed | None) -> None:
            now = self._typed()
            if stored and self._takes_stored and (now is None or now == before):
                self._fill(stored)
                told = QCoreApplication.translate("FormDialog", "What you had typed before is here again.")
                self._ctx.notify(told)

        background.ask(self._form, lambda: drafts.find(form, key)).then(found)

    def open_already(self) -> bool:
        """Whether the same form about the same record is open, which comes to the front then.

        A form without a draft is alone.
        """
        return in_front(QDialog, self._is_of) is not None

    @property
    def about(self) -> tuple[str, str] | None:
        """The form and which one of them it is; None while no draft of it is kept."""
        return None if self._kept_as is None else self._kept_as[:2]

    def _is_of(self, dialog: QDialog) -> bool:
        other = getattr(dialog, "draft", None)
        if not isinstance(other, FormDraft) or other is self:
            return False
        return self.about is not None and self.about == other.about

    def keep_again(self) -> None:
        """Store what is typed for the next entry of the same form; nothing where no draft is kept."""
        if self._kept_as is None:
            return
        form, key, page, arguments = self._kept_as
        self._ctx.drafts.register(self._form, form, key, self._typed, page=page, end=self._end, **arguments)
        self.kept, self._ended = True, None

    def _end(self, why: UserFacingError) -> None:
        """Nothing of it is kept any more: close it where nothing could be saved either, else say so in it."""
        self.kept, self._ended = False, why
        fields = getattr(self._form, "form", None)
        if isinstance(why, RecordGone):
            if isinstance(self._form, QDialog):
                self._form.done(QDialog.DialogCode.Rejected)
        elif isinstance(fields, Form):
            fields.column.insertWidget(0, WarningBox(" ".join(why.sentences(words))))
        else:
            self._ctx.notify(" ".join(why.sentences(words)))

    def here_alone(self, work: Callable[[], object]) -> Callable[[], object]:
        """The work that saves the form; raises :class:`MovedElsewhere` where it went on at another PC."""

        def checked() -> object:
            if isinstance(self._ended, MovedElsewhere):
                raise self._ended
            if self.kept:
                self._ctx.drafts.require_here(self._form)
            return work()

        return checked

    def release(self, seen_to: str = "") -> None:
        """The form was saved or given up: its draft is deleted; ``seen_to`` as the keeper says."""
        if self.kept:
            self.kept = False
            self._ctx.drafts.release(self._form, seen_to)

    def begin_without(self) -> None:
        """Fill in nothing that was stored earlier: the form that stored it says what is to be put in."""
        self._takes_stored = False

    def hand_over(self) -> None:
        """Another form goes on with what is typed here: this one keeps it no longer, and deletes nothing."""
        if self.kept:
            self.kept = False
            self._ctx.drafts.leave(self._form)

    def give_up(self, close: Callable[[], object]) -> None:
        """Close the form, after a question where something was typed that is not saved."""
        if self._typed() is None:
            self._close(close)
            return
        translate = QCoreApplication.translate
        question = Dialog(translate("FormDialog", "Throw away what you typed?"), self._form)
        question.add_text(translate("FormDialog", "Nothing of it has been saved."), "muted")
        question.set_primary(translate("FormDialog", "Keep typing"))

        def throw_away() -> None:
            question.accept()
            self._close(close)

        question.add_secondary(translate("FormDialog", "Throw away"), throw_away)
        question.open()

    def _close(self, close: Callable[[], object]) -> None:
        self.release()
        close()
