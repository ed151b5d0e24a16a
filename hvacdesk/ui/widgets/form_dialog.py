"""A dialog around a form: saves on a worker, shows errors at their field, and survives a lock as a draft."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from hvacdesk.domain.customers.merging import CustomerMerged
from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, Missing, UserFacingError
from hvacdesk.domain.text.refused_numbers import CardNumberFound, RefusedNumber
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.edits import SavingWork
from hvacdesk.ui.language import words
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.dialog import SAVE_KEY, Dialog
from hvacdesk.ui.widgets.failure import FailureLine
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.form_draft import FormDraft, Typed
from hvacdesk.ui.widgets.notice import clear_told
from hvacdesk.ui.widgets.others_save import OthersNote, Present, go_on_over_others, look_whether_newer
from hvacdesk.ui.widgets.save_question import SaveQuestion, Settled
from hvacdesk.ui.widgets.scroll_column import ScrollColumn, bring_into_sight
from hvacdesk.ui.widgets.shown_fields import Shown, shown_in
from hvacdesk.ui.widgets.standing_note import standing
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.typed_fields import TypedFields, is_plain
from hvacdesk.ui.widgets.work_dialog import ShownWork

T = TypeVar("T")


class FormDialog(Dialog):
    """Base class of the dialogs that save something.

    A subclass fills ``form`` and implements :meth:`collect`, and for drafts calls :meth:`watch` or implements
    :meth:`typed` and :meth:`fill`, and then calls :meth:`keep_draft`.

    Attributes:
        form: the fields, in a scrolled column.
        draft: what was typed, where a lock or a crash does not lose it.
        begun: what the fields showed when it was opened.
        saving: shows that something is being saved, and keeps the form as it is meanwhile.
        others: what was said of another person's save of the same record; None while nobody else saved it.

    Signals:
        saved(result): what the saving work returned.
    """

    saved = Signal(object)
    tells_standing = True
    takes_statement = False
    """Whether :meth:`collect` heeds :attr:`number_allowed`: only then is the statement asked for."""

    def __init__(
        self, ctx: DeskContext, title: str, *, width: int = 620, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent or ctx.window, width=width)
        self.ctx = ctx
        self._fields: TypedFields | None = None
        self.draft = FormDraft(self, ctx, self.typed, self.fill, self.doubt)
        self.begun: dict[str, Shown] | None = None
        self.others: OthersNote | None = None
        self._saving: SavingWork[Any] | None = None
        self._says = ""
        self._goes_on = False
        self._unsaved: Callable[[], object] | None = None
        self._saved_so_far = 0
        self._first: QWidget | None = None
        self._keeps: Collection[str] = ()
        self._settled: list[Settled] = []
        self._said = label("", "muted", wrap=True)
        self._said.hide()
        self._not_saved = label("", wrap=True, tone="warn")
        self._not_saved.hide()
        self._waits: UserFacingError | None = None
        standing.changed.connect(self._stop_waiting)
        self.form = Form()
        self.form.takes_statement = self.takes_statement
        self._scroll = self._scrolled()
        self.body.addWidget(self._scroll, 1)
        self._foot = QVBoxLayout()
        self.body.addLayout(self._foot)
        self._failure = FailureLine(self._foot, at=0)
        self._foot.addWidget(self._said)
        self._foot.addWidget(self._not_saved)
        self.not_a_number = QCheckBox()
        self.not_a_number.hide()
        self._foot.addWidget(self.not_a_number)
        busy = Busy(self.tr("Saving"), cancellable=False)
        self._foot.addWidget(busy)
        self.saving = ShownWork(self, busy, self.tr("Saving"))
        self.set_primary(self.tr("Save"), self.save).setToolTip(SAVE_KEY)
        self.add_secondary(self.tr("Cancel"), self.reject)

    def form_button(self) -> QPushButton | None:
        return self.primary

    # For subclasses

    def collect(self) -> Callable[[], object]:
        """Read the fields and return the work that saves them, which runs on a worker thread.

        Raises:
            InvalidInput: a field cannot be saved as it is.
        """
        raise AssertionError(f"{type(self).__name__} saves nothing")

    def save_question(self) -> SaveQuestion | None:
        """What to ask before saving what :meth:`collect` could read; None for nothing."""
        return None

    def leave_for(self, there: Callable[[], object], *, asked: bool = False) -> None:
        """Close without saving, and go on there; ``asked``: what was typed is known to be lost."""

        def close() -> None:
            super(FormDialog, self).reject()
            there()

        self.draft.give_up(close, asked=asked)

    def settle_before_saving(self, one: Settled) -> None:
        """Let it settle its field before each save, and ask about that before anything else is asked."""
        self._settled.append(one)

    def said_of_save(self) -> str:
        """What the notice with *Undo* says once it is saved; empty for that alone.

        It is asked for before the save begins, right after :meth:`collect`: so it tells what was sent.
        """
        return ""

    def said_once_saved(self, said: str) -> str:
        """What the notice says once it is saved, with what saving found; ``said`` is what it says else."""
        return said

    def typed(self) -> Typed | None:
        """What was typed, as plain JSON values; None while nothing was."""
        return self._fields.changed() if self._fields is not None else None

    def fill(self, typed: Typed) -> None:
        """Put a stored draft back into the fields."""
        if self._fields is not None:
            self._fields.fill(typed)

    def doubt(self) -> None:
        """Say what speaks against what is in the fields, as if it had just been typed.

        Called once a stored draft is back: whoever typed it was warned then, and whoever goes on was not.
        """

    def present(self) -> Present | None:
        """How the record is read again once somebody else saved it; None where there is no earlier state."""
        return None

    def shown(self) -> dict[str, Shown]:
        """What the fields show, by key; a subclass adds what is made of several or read later."""
        return shown_in(self.form)

    def said_as(self, key: str, text: str) -> str:
        """A value of :meth:`shown` in words, for a field whose value is a record id."""
        return text

    def fill_over(self, typed: Typed, columns: Collection[str]) -> None:
        """Put what was typed onto a record of which others changed these columns."""
        self.fill(typed)

    def ask_about(self, error: UserFacingError) -> bool:
        """Answer an error of saving with a question of the form's own; whether there was one for it."""
        return False

    def offer_another(self, first: QWidget, keeps: Collection[str] = ()) -> None:
        """Offer to save and begin the next entry, where several come one after the other.

        Args:
            first: the field that has the keyboard then.
            keeps: keys of the watched fields that the next entry begins with as they are.
        """
        self._first, self._keeps = first, keeps
        self.add_secondary(self.tr("Save and add another"), self.save_and_go_on).setToolTip("Ctrl+Shift+S")
        QShortcut(QKeySequence("Ctrl+Shift+S"), self, self.save_and_go_on)

    def begin_again(self) -> None:
        """Empty the fields for the next entry; a subclass that does not :meth:`watch` them implements it."""
        assert self._fields is not None, f"{type(self).__name__} does not know its fields"
        self._fields.reset(self._keeps)

    def add_note(self, note: QWidget) -> None:
        """Put something below the form, where it stays in sight while the fields are scrolled."""
        self._foot.insertWidget(0, note)

    def show_others(self, note: OthersNote) -> None:
        """Say above the fields what somebody else saved meanwhile."""
        if self.others is not None:
            self.others.hide()
            self.others.deleteLater()
        self.others = note
        self.form.column.insertWidget(0, note)
        self._scroll.verticalScrollBar().setValue(0)

    def clear_errors(self) -> None:
        """Take away what was said of the last attempt."""
        self.form.clear_errors()
        self._failure.clear()
        self._said.hide()
        self._not_saved.hide()
        self._waits = None

    def show_failure(self, error: UserFacingError) -> None:
        """Say at its field, else below the form, why something that the form was to do cannot be done."""
        self._failed(error)

    # Saving

    def save(self) -> None:
        """Save and close, or say what is wrong where it is wrong."""
        self._save(goes_on=False)

    def save_and_go_on(self) -> None:
        """Save, and be ready for the next entry."""
        self._save(goes_on=True)

    def _save(self, *, goes_on: bool) -> None:
        if self.has_to_stay():
            return
        self._goes_on = goes_on
        self.clear_errors()
        for one in self._settled:
            one.settle()
        try:
            work = self.collect()
            self._says = self.said_of_save()
        except InvalidInput as error:
            self._failed(error)
            return
        asked = [one.question() for one in self._settled]
        asked += [self._replacing_question(), self.save_question()]
        questions = [one for one in asked if one is not None]
        if questions and (empty := self.form.left_empty):  # nobody answers for what is refused then
            self._failed(Missing(empty))
            return
        self._ask_through(questions, work)

    def _ask_through(self, questions: Sequence[SaveQuestion], work: Callable[[], object]) -> None:
        """Ask one after the other, and save once all were agreed to."""
        if not questions:
            self.save_here(work)
        else:
            self.ask_first(questions[0], lambda: self._ask_through(questions[1:], work))

    def save_here(self, work: Callable[[], object], said: str = "") -> None:
        """Save what nothing is to be asked about, but where the form went on at another PC.

        Args:
            said: what to say of it, where that is not what :meth:`said_of_save` gave.
        """
        self._unsaved, self._says = work, said or self._says
        self._work_off(self.draft.here_alone(work))

    def _replacing_question(self) -> SaveQuestion | None:
        """Ask before a text is lost that was hidden from the person who typed over it."""
        fields = self.form.replaced_unseen()
        if not fields:
            return None
        told = self.tr(
            "The earlier text of {fields} is hidden and will be gone: what you typed takes its place. To add "
            "to it, go back and show it first (F6)."
        )
        return SaveQuestion(
            self.tr("Replace the hidden text?"),
            told.format(fields=self.tr(", ").join(one.plain_name for one in fields)),
            self.tr("Back to the form"),
            self.tr("Replace it"),
            about=fields[0].control,
        )

    def ask_first(self, asked: SaveQuestion, go_on: Callable[[], object]) -> None:
        """Ask, and go on only where the person says so."""

        def agree() -> None:
            question.accept()
            if asked.agreed is not None:
                asked.agreed()
            go_on()

        def mend(instead: Callable[[], object]) -> None:
            question.accept()
            instead()
            self._save(goes_on=self._goes_on)

        def go_back() -> None:
            if asked.about is not None:
                asked.about.setFocus()
                bring_into_sight(asked.about)

        question = Dialog(asked.question, self)
        question.add_text(asked.why)
        question.rejected.connect(go_back)
        if asked.instead is None:
            question.set_primary(asked.back, question.reject)
        else:  # neither answer leaves the form as it is; a third has no room there
            question.set_primary(asked.back, partial(mend, asked.instead))
            back = button(self.tr("Back to the form"), question.reject, kind="link")
            question.body.addWidget(FlowRow((back,)))
        question.add_secondary(asked.go_on, agree)
        question.open()

    def _work_off(self, work: Callable[[], object]) -> None:
        self.change(work).then(self._done).otherwise(self._failed)

    def change(self, work: Callable[[], T]) -> background.Ask[T]:
        """As :func:`~hvacdesk.ui.background.ask`, for work that changes something.

        Until it is known what came of it the form cannot be pressed nor closed, and the window stays: what
        was given up meanwhile would be saved all the same.
        """
        stays = QCoreApplication.translate("FormDialog", "What came of saving is not known yet.")
        self._saving = saving = SavingWork(work)
        return background.ask(self, saving).with_busy(self.saving).keeping_open(stays)

    @property
    def number_allowed(self) -> bool:
        """Whether the person stated that a number in a text is no card number or My Number."""
        return self.not_a_number.isVisibleTo(self) and self.not_a_number.isChecked()

    def _done(self, result: object) -> None:
        self.draft.release()
        if self._goes_on:
            self._begin_again()
        else:
            self.accept()
        clear_told(self.ctx.window)
        self.saved.emit(result)
        if self._saving is not None:
            self.ctx.edits.offer(self._saving, self.said_once_saved(self._says))

    def _begin_again(self) -> None:
        self.begin_again()
        self._saved_so_far += 1
        said = QCoreApplication.translate(
            "FormDialog", "%n saved. Enter the next one.", "", self._saved_so_far
        )
        self._said.setText(said)
        self._said.show()
        self.draft.keep_again()
        if self._first is not None:
            self._first.setFocus()
            self._scroll.ensureWidgetVisible(self._first)

    def _failed(self, error: UserFacingError) -> None:
        if isinstance(error, ChangedMeanwhile | CustomerMerged) and (present := self.present()) is not None:
            go_on_over_others(self, present, error)
            return
        unsaved = self._unsaved
        if unsaved is not None and self.draft.asks_twice(
            error, lambda: self._work_off(self.draft.here_alone(unsaved))
        ):
            return
        if not self.ask_about(error):
            self.say_refused(error)

    def say_refused(self, error: UserFacingError) -> None:
        """Say at its field, else below the form, why nothing was saved."""
        told = standing.tells(error)
        self._waits = error if error.passes or told else None
        if told:
            _what, safe, todo = error.sentences(words)
            if error.passes:
                safe, todo = (
                    self.tr("This is not saved yet."),
                    self.tr("Save it again once the office PC answers."),
                )
            elif self.draft.kept:  # the office knows then whether it was saved
                todo = self.tr(
                    "Save it again once the office PC answers: if it was saved, you are asked first."
                )
            self._say_unsaved(in_a_row(safe, todo))
            return
        if isinstance(error, RefusedNumber) and self.takes_statement:
            self._offer_statement(error)
        if self.form.show_invalid(error):
            return
        self._failure.show_error(error)

    def _stop_waiting(self) -> None:
        """What may not be saved can be tried again by now, and nothing does that but the person."""
        if self._waits is None or standing.text:
            return
        passed, self._waits = self._waits.passes, None
        if passed:
            self._say_unsaved(self.tr("The connection is back. This is not saved yet: save it again."))
        elif self.draft.kept:
            again = self.tr("The connection is back. Save it again: if it was saved, you are asked first.")
            self._say_unsaved(again)

    def _say_unsaved(self, text: str) -> None:
        self._not_saved.setText(text)
        self._not_saved.show()

    def _offer_statement(self, error: RefusedNumber) -> None:
        card = isinstance(error, CardNumberFound)
        self.not_a_number.setText(
            self.tr("This is not a card number") if card else self.tr("This is not a My Number")
        )
        self.not_a_number.setChecked(False)
        self.not_a_number.show()

    # Drafts

    def watch(
        self,
        fields: Mapping[str, QWidget] | None = None,
        *,
        beside: Mapping[str, QWidget] | None = None,
        without: Sequence[str] = (),
        known: bool = False,
    ) -> None:
        """Let :meth:`typed` and :meth:`fill` be about the plain fields, compared with what they hold now.

        Args:
            fields: these alone instead, in the order in which they are to be filled: one that decides what
                others hold comes first. Without it that is the order in which the form got them.
            beside: controls that are no fields of the form, such as boxes in a group.
            without: keys of fields that a draft does not keep.
            known: see :class:`~hvacdesk.ui.widgets.typed_fields.TypedFields`.
        """
        if fields is None:
            own = {key: field.control for key, field in self.form.fields.items() if key not in without}
            fields = {key: control for key, control in own.items() if is_plain(control)}
        self._fields = TypedFields({**fields, **(beside or {})}, known=known)

    def keep_draft(self, form: str, key: str, page: str, **arguments: str) -> None:
        """Store what is typed here as a draft from now on, and fill in the one that was stored earlier."""
        self.draft.keep(form, key, page, arguments)

    # Frame

    def keep_width(self) -> None:
        """Let the fields stay as wide as they are when an answer makes the form longer than its window."""
        self._scroll.keep_width()

    def _scrolled(self) -> ScrollColumn:
        area = ScrollColumn()
        self.form.setProperty("role", "clear")
        self.form.column.setContentsMargins(0, 0, theme.px(14), 0)
        area.setWidget(self.form)
        return area

    # Qt's overrides

    def open(self) -> None:
        """Show it; where the same form is open already, that one stays the only one."""
        if self.begun is None:
            self.begun = self.shown()
        if self.draft.open_already():
            self.deleteLater()
        else:
            super().open()
            look_whether_newer(self)

    def showEvent(self, event: QShowEvent) -> None:
        """What is left over below the fields stays empty, instead of stretching them and their labels."""
        column = self.form.column
        last = column.itemAt(column.count() - 1)
        if last is not None and last.spacerItem() is None:
            column.addStretch(1)
        super().showEvent(event)

    def reject(self) -> None:
        self.leave_for(lambda: None)
