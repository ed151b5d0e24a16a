"""What is typed into one form: stored as a draft until it is saved or thrown away on purpose."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from hvacdesk.domain.errors import RecordGone, UserFacingError
from hvacdesk.domain.office.half_typed import MovedElsewhere, NumberLeftOut, SavedBefore
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.half_typed import Opening
from hvacdesk.ui.language import words
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.in_front import in_front
from hvacdesk.ui.widgets.warning_box import WarningBox

Typed = dict[str, object]
T = TypeVar("T")


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
        doubt: says again what spoke against what was typed, once that is back.

    Attributes:
        kept: whether what is typed survives a lock.
        opening: what the office knows of the form; None while no draft of it is kept.
    """

    def __init__(
        self,
        form: QWidget,
        ctx: DeskContext,
        typed: Callable[[], Typed | None],
        fill: Callable[[Typed], object],
        doubt: Callable[[], object] = lambda: None,
    ) -> None:
        self._form, self._ctx = form, ctx
        self._typed, self._fill, self._doubt = typed, fill, doubt
        self._kept_as: _KeptAs | None = None
        self._takes_stored = True
        self._before: Typed | None = None
        self._agreed = False
        self._ended: UserFacingError | None = None
        self._told: WarningBox | None = None
        self.kept = False
        self.opening: Opening | None = None

    def keep(self, form: str, key: str, page: str, arguments: Mapping[str, str]) -> None:
        """Store what is typed from now on, and fill in what was stored earlier."""
        self._kept_as = _KeptAs(form, key, page, arguments)
        self.keep_again()
        self._before = self._typed()
        self._ctx.drafts.look(self._form)

    def _found(self, stored: Typed, elsewhere: bool, left_out: tuple[str, ...]) -> None:
        """Fill in what was stored earlier; what somebody typed before that was read stays, in its place.

        Args:
            left_out: the fields that were stored without a number.
        """
        translate = QCoreApplication.translate
        if elsewhere:
            self._say(
                translate(
                    "FormDialog",
                    "After you had typed this you went on with the form at another PC, or saved it and no "
                    "answer came. Before you save it here, look whether it was saved.",
                )
            )
        now = self._typed()
        if not stored or not self._takes_stored or now == stored:
            return

        def fill() -> None:
            self._fill(stored)
            self._mark_left_out(left_out)
            self._doubt()

        if now is None or now == self._before:
            fill()
            self._ctx.notify(
                translate("FormDialog", "What you had typed before is here again, but for a number.")
                if left_out
                else translate("FormDialog", "What you had typed before is here again.")
            )
        else:
            told = translate(
                "FormDialog", "You had typed something here before. What is typed now takes its place."
            )
            back = translate("FormDialog", "Bring back the earlier")
            self._ctx.notify(told, fill, action=back)

    def _mark_left_out(self, fields: tuple[str, ...]) -> None:
        """Say at each field that it came back without a number; above them where a form has none of these."""
        for key in fields:
            left_out = NumberLeftOut(key)
            form = getattr(self._form, "form", None)
            field = form.fields.get(key) if isinstance(form, Form) else None
            if field is not None:
                field.set_error(left_out.in_short(words))
            else:
                self._say(left_out.sentences(words)[0])

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
        self.opening = self._ctx.drafts.register(
            self._form,
            form,
            key,
            self._typed,
            page=page,
            end=self._end,
            found=self._found,
            anew=self.keep_again,
            **arguments,
        )
        self.kept, self._ended, self._agreed = True, None, False
        if self._told is not None:
            self._told.hide()

    def _end(self, why: UserFacingError) -> None:
        """Nothing of it is kept any more: close it where nothing could be saved either, else say so in it."""
        self.kept, self._ended = False, why
        if isinstance(why, RecordGone):
            if isinstance(self._form, QDialog):
                self._form.done(QDialog.DialogCode.Rejected)
        else:
            self._say(day_text(why.in_full(words)))

    def _say(self, text: str) -> None:
        """Above the fields, where there are some."""
        fields = getattr(self._form, "form", None)
        if isinstance(fields, Form):
            self._told = WarningBox(text)
            fields.column.insertWidget(0, self._told)
        else:
            self._ctx.notify(text)

    def here_alone(self, work: Callable[[], T]) -> Callable[[], T]:
        """The work that saves the form as it is now.

        It raises :class:`MovedElsewhere` where the form went on at another PC, and :class:`SavedBefore` where
        it was saved. Every form that keeps a draft saves through this, and answers with :meth:`asks_twice`.
        """
        if not self.kept and self._ended is None:
            return work
        typed = self._typed()

        def checked() -> T:
            if not self._agreed:
                self._ctx.drafts.require_here(self._form)
            with self._ctx.drafts.saving(self._form, typed):
                return work()

        return checked

    def asks_twice(self, error: UserFacingError, save: Callable[[], object]) -> bool:
        """Ask before the same thing is saved a second time; whether the error was about that.

        Args:
            save: saves the form again, once somebody agreed.
        """
        if isinstance(error, SavedBefore):
            self._ask_once_more(error, save)
            return True
        if not isinstance(error, MovedElsewhere):
            return False
        translate = QCoreApplication.translate

        def agree() -> None:
            self._agreed = True
            question.accept()
            save()

        question = Dialog(translate("FormDialog", "Save it here too?"), self._form.window())
        question.add_text(
            translate(
                "FormDialog",
                "You went on with this form at another PC, or saved it and no answer came. If it was saved, "
                "it is entered twice, or takes the place of what you saved.",
            )
        )
        question.set_primary(translate("FormDialog", "Back to the form"))
        question.add_secondary(translate("FormDialog", "Save it here"), agree)
        question.open()
        return True

    def _ask_once_more(self, error: SavedBefore, save: Callable[[], object]) -> None:
        """Ask whether what was saved is saved once more, which makes another form of it."""
        translate = QCoreApplication.translate
        form = self._form

        def agree() -> None:
            question.accept()
            self.release()
            self.keep_again()
            save()

        def close(dialog: QDialog) -> None:
            question.accept()
            self.release()
            dialog.done(QDialog.DialogCode.Rejected)

        question = Dialog(translate("FormDialog", "Save it a second time?"), form.window(), width=500)
        question.add_text(day_text(error.in_full(words)))
        question.set_primary(translate("FormDialog", "Back to the form"))
        question.add_secondary(translate("FormDialog", "Save it again"), agree)
        if isinstance(form, QDialog):
            question.add_secondary(translate("FormDialog", "Close the form"), partial(close, form))
        question.open()

    def release(self, seen_to: str = "") -> None:
        """The form was saved or given up: its draft is deleted; ``seen_to`` as the keeper says."""
        if self.kept or self._ended is not None:
            self.kept = False
            self._ctx.drafts.release(self._form, seen_to)

    def begin_without(self) -> None:
        """Fill in nothing that was stored earlier: the form that stored it says what is to be put in."""
        self._takes_stored = False

    def hand_over(self) -> None:
        """Another form goes on with what is typed here: this one keeps it no longer, and deletes nothing."""
        if self.kept or self._ended is not None:
            self.kept = False
            self._ctx.drafts.leave(self._form)

    def give_up(self, close: Callable[[], object], *, asked: bool = False) -> None:
        """Close the form, after a question where something was typed that is not saved.

        ``asked``: somebody has agreed to that already.

        Not while it is being saved: what is sent cannot be thrown away.
        """
        if isinstance(self._form, Dialog) and self._form.has_to_stay():
            return
        if asked or self._typed() is None:
            self._close(close)
            return
        translate = QCoreApplication.translate
        question = Dialog(translate("FormDialog", "Throw away what you typed?"), self._form)
        question.add_text(translate("FormDialog", "What was not saved is gone then."), "muted")
        question.set_primary(translate("FormDialog", "Keep typing"))

        def throw_away() -> None:
            question.accept()
            self._close(close)

        question.add_secondary(translate("FormDialog", "Throw away"), throw_away)
        question.open()

    def _close(self, close: Callable[[], object]) -> None:
        self.release()
        close()
