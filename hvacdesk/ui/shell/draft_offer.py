"""Offers what was left half typed: to go on with it, or to throw away what cannot be opened any more.

Somebody who leaves what could not be stored is asked first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui import background
from hvacdesk.ui.drafts import DraftKeeper
from hvacdesk.ui.half_typed import OpenForm
from hvacdesk.ui.language import words
from hvacdesk.ui.owed import Owed
from hvacdesk.ui.printing.noting import unnoted
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.errors import show_error
from hvacdesk.ui.widgets.notice import Notice, NoticePlace

ASK_AGAIN_MS = LOOK_MS = 300


class LosingQuestion(Dialog):
    """Asks before somebody leaves what could not be stored; accepted where they do.

    Args:
        why: it could not be.
    """

    asks_about_parent = True

    def __init__(self, why: UserFacingError, parent: QWidget | None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Leave and lose what you typed?"))
        text = self.tr("{why} What could not be stored is gone if you leave now.")
        self.add_text(text.format(why=why.sentences(words)[0]))
        self.add_text(self.tr("If you stay, it is still there to be read."), "muted")
        self.set_primary(self.tr("Stay"), self.reject)
        self.add_secondary(self.tr("Leave and lose it"), self.accept)


class NotesQuestion(Dialog):
    """Asks before somebody leaves while notes of what was printed wait; accepted where they do.

    Args:
        documents: what was printed or not, without personal data.
    """

    asks_about_parent = True

    def __init__(self, documents: Sequence[str], parent: QWidget | None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Leave before the office PC knows what was printed?"))
        text = self.tr("The office PC does not answer. It does not know yet what became of: {documents}.")
        self.add_text(text.format(documents=self.tr(", ").join(documents)))
        self.add_text(
            self.tr(
                "If you stay, it is told as soon as it answers. If you leave now, it never is: tell the "
                "person responsible what you printed."
            ),
            "muted",
        )
        self.set_primary(self.tr("Stay"), self.reject)
        self.add_secondary(self.tr("Leave without a note"), self.accept)


def all_noted(window: QWidget, over: QWidget | None, owed: Owed, leave: Callable[[], object]) -> bool:
    """Whether the office knows what was printed; else it is asked, once, whether to leave."""
    if unnoted(owed):
        owed.again()
    documents = unnoted(owed)
    if documents and not any(one.isVisible() for one in window.findChildren(NotesQuestion)):
        question = NotesQuestion(documents, over)
        question.accepted.connect(leave)
        question.open()
    return not documents


def ask_before_losing(
    window: QWidget, over: QWidget | None, why: UserFacingError, leave: Callable[[], object]
) -> None:
    """Ask, once, whether to leave a window though what is typed there could not be stored."""
    if not any(one.isVisible() for one in window.findChildren(LosingQuestion)):
        question = LosingQuestion(why, over)
        question.accepted.connect(leave)
        question.open()


def tell_what_runs(over: QWidget | None) -> bool:
    """Whether something runs that nobody may stop by leaving the window; says so as long as it does."""
    said = background.keeps_open()
    if said:
        translate = QCoreApplication.translate
        told = Dialog(translate("MainWindow", "The window stays open until this is finished"), over)
        told.add_text(said)
        told.set_primary(translate("MainWindow", "Close this message"))

        def look() -> None:
            if not background.keeps_open():
                told.reject()

        looking = QTimer(told, interval=LOOK_MS)
        looking.timeout.connect(look)
        looking.start()
        told.open()
    return bool(said)


class DraftOffer(QObject):
    """The notices about one person's drafts. They stay until somebody answers, or the drafts are gone."""

    def __init__(
        self, drafts: DraftKeeper, notices: NoticePlace, navigate: Callable[..., None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._drafts, self._notices, self._navigate = drafts, notices, navigate
        self._left: list[OpenForm] = []
        self._told: Notice | None = None
        drafts.gone.connect(self._gone)

    def offer(self) -> bool:
        """Offer the newest draft; false where there is none. A login shows one notice only."""
        self._left = list(self._drafts.left_open())
        self._offer_next()
        return bool(self._left)

    def tell_destroyed(self) -> None:
        """Say what of this person's a disposal took: else they would look for it."""
        background.ask(self._notices, self._drafts.taken_by_disposal).then(self._say_destroyed).otherwise(
            lambda _error: None
        )

    def _say_destroyed(self, count: int) -> None:
        if count:
            text = self.tr(
                "%n form(s) that you had left half typed were destroyed in a disposal: they named a customer "
                "whose data was destroyed.",
                "",
                count,
            )
            Notice(self._notices, text, lambda: None, action=self.tr("Understood"), stays=True)

    def _offer_next(self) -> None:
        """Say how many wait now, or nothing any more."""
        if self._left:
            text = self.tr("Unfinished work is waiting: {count}").format(count=len(self._left))
            self._tell(text, self._go_on, self.tr("Go on"))
        elif self._told is not None:
            self._told.close()
            self._told = None

    def _tell(self, text: str, act: Callable[[], object], action: str) -> None:
        self._told = Notice(self._notices, text, act, action=action, stays=True)

    def _go_on(self) -> None:
        """Go on with the newest, unless its author did so elsewhere meanwhile: its form would be empty."""
        self._told = None
        form = self._left[0]
        try:
            left = list(self._drafts.left_open())
        except UserFacingError as error:
            self._not_brought(error)
            return
        if form not in left:
            self._left = left
            self._offer_next()
            Notice(self._notices, self.tr("That was gone on with, or saved, at another PC."))
            return

        def brought(moved: OpenForm | None) -> None:
            """Open it; where it stays at the other PC, the one of here is gone on with first."""
            here = self._drafts.here(form)
            gone = (here, form) if moved else (here,)
            self._left = [here, *(one for one in self._left if one not in gone)]
            self._navigate(here.page, **here.arguments)
            self._look_soon(here)

        if form.seat == self._drafts.seat:
            brought(form)
        else:
            background.ask(self._notices, lambda: self._drafts.bring_here(form)).then(brought).otherwise(
                self._not_brought
            )

    def _not_brought(self, error: UserFacingError) -> None:
        """It stays where it was typed, and is offered again."""
        show_error(self._notices, error)
        self._offer_next()

    def _look_soon(self, form: OpenForm) -> None:
        QTimer.singleShot(ASK_AGAIN_MS, self, lambda: self._look(form))

    def _look(self, form: OpenForm) -> None:
        """Once everything was read that the form needs, it is open, or never will be."""
        if not background.idle():
            self._look_soon(form)
        elif self._drafts.is_open(form):
            self._forget(form)
            self._offer_next()
        elif form in self._left:
            self._tell(
                self.tr("This form can no longer be opened. What you typed is still kept."),
                lambda: self._throw_away(form),
                self.tr("Throw away"),
            )

    def _throw_away(self, form: OpenForm) -> None:
        self._told = None
        if not self._drafts.is_open(form):
            self._drafts.throw_away(form)
        self._offer_next()

    def _gone(self, form: OpenForm, names: tuple[str, ...], _typed: str) -> None:
        """What another opening stored in the same place is still there."""
        waits = [one for one in self._left if (one.form, one.subject) == (form.form, form.subject)]
        if all(one.name in ("", *names) for one in waits):
            self._forget(form)

    def _forget(self, form: OpenForm) -> None:
        """Offer a form no longer that was opened, or of which nothing is left."""
        left = [one for one in self._left if (one.form, one.subject) != (form.form, form.subject)]
        if len(left) < len(self._left):
            self._left = left
            if self._told is not None:
                self._offer_next()
