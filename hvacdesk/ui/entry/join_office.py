"""A PC becomes a seat: its user types the code of the office PC, compares the words, and waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.seats.seats import PairingCodeMistyped
from hvacdesk.ui import background
from hvacdesk.ui.language import words
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.compared_words import ComparedWords
from hvacdesk.ui.widgets.entry_view import WorkingView
from hvacdesk.ui.widgets.failure import FailureLine
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.text import label

if TYPE_CHECKING:
    from hvacdesk.domain.seats.seats import Membership
    from hvacdesk.seats.link import JoiningLink
    from hvacdesk.services.entry.entry import OfficeEntry

LOOK_MS = 1_000
"""So often it asks whether the owner has confirmed it."""


class JoinView(WorkingView):
    """Asks for the code.

    Signals:
        asked(link, words): the office PC knows the code; the words are to be compared.
        left(): back to the first page.
    """

    asked = Signal(object, object)
    left = Signal()
    widest = 560
    at_seat = True

    def __init__(self, entry: OfficeEntry, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry, self._version = entry, version
        self.set_heading(
            self.tr("Join an office that is on another PC"),
            self.tr("This PC becomes a seat: you work in the same office, and its data stay there."),
        )
        card = Card()
        steps = (
            self.tr(
                "At the office PC the person responsible opens Settings, Other PCs, and presses “Switch on” "
                "there if it is off."
            ),
            self.tr("“Let another PC join” shows a code there, good for ten minutes."),
            self.tr("Type the code here, with the address before it."),
        )
        for number, text in enumerate(steps, 1):
            card.body.addWidget(label(f"{number}   {text}", wrap=True))
        self.body.addWidget(card)
        self.form = Form()
        hint = self.tr("For example 192.168.1.10:47011 ABCD-EFGH-…; capital and small letters are the same.")
        self.code = self.form.add("code", self.tr("Code"), QLineEdit(), required=True, hint=hint)
        self.body.addWidget(self.form)
        self._failure = FailureLine(self.body)
        self.add_busy(self.tr("Connecting with the office PC"))
        self.set_primary(self.tr("Go on"), self.go)
        self.add_back(self.tr("Back"), self.left.emit)
        self.code.returnPressed.connect(self.go)
        self.setFocusProxy(self.code)

    def go(self) -> None:
        """Ask the office PC with the typed code."""
        typed = self.code.text().strip()
        self._failure.clear()
        self.form.clear_errors()
        if not typed:
            self.form.set_error("code", self.tr("Type the code that the office PC shows."))
            return
        background.ask(self, lambda: self._ask(typed)).with_busy(self).then(
            lambda found: self.asked.emit(*found)
        ).otherwise(self._on_refused)

    def say(self, error: UserFacingError) -> None:
        """Say why an earlier try came to nothing."""
        self._failure.show_error(error)

    def _ask(self, typed: str) -> tuple[JoiningLink, tuple[str, ...]]:
        from hvacdesk.seats.link import JoiningLink

        self._entry.acquire()
        link = JoiningLink(self._entry.seat_pc(), typed, self._version)
        try:
            return link, link.ask()
        except BaseException:
            link.close()
            raise

    def _on_refused(self, error: UserFacingError) -> None:
        if isinstance(error, PairingCodeMistyped):
            self.form.set_error("code", error.in_short(words))
            self.code.setFocus()
        else:
            self.say(error)


class CompareView(WorkingView):
    """Shows the words until the owner has confirmed this PC.

    Signals:
        joined(membership): this PC is a seat now.
        refused(error): it is not let in, or not any more.
        left(): its user gave up.
    """

    joined = Signal(object)
    refused = Signal(object)
    left = Signal()
    widest = 560
    at_seat = True

    def __init__(self, link: JoiningLink, compared: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self.set_heading(
            self.tr("Do both screens show the same words?"),
            self.tr(
                "The office PC shows four words now. If they are these, the person responsible confirms "
                "there. If they differ, somebody is between the two PCs: refuse there, and do not go on."
            ),
        )
        self.words = ComparedWords(compared)
        self.body.addWidget(self.words)
        self.body.addWidget(label(self.tr("Waiting for the office PC…"), "muted", wrap=True))
        self.add_back(self.tr("Cancel"), self._give_up)
        # Not the button: Enter, pressed once more than the code needs, would cancel.
        self.words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.words)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._looking = False
        self._leaving = False

    def look(self) -> None:
        """Ask whether it was confirmed."""
        if self._looking or self._leaving:
            return
        self._looking = True
        background.ask(self, self._link.collect).then(self._on_answer).otherwise(self._on_refused)

    def _on_answer(self, membership: Membership | None) -> None:
        self._looking = False
        if membership is not None:
            self._stop()
            self.joined.emit(membership)
        elif self._leaving:
            self._withdraw()

    def _on_refused(self, error: UserFacingError) -> None:
        self._stop()
        if self._leaving:
            self.left.emit()
        else:
            self.refused.emit(error)

    def _give_up(self) -> None:
        """Tell the office PC so, which shows the words until then; an answer under way is taken first."""
        self._leaving = True
        self._timer.stop()
        if self.back_button is not None:
            self.back_button.setEnabled(False)
        if not self._looking:
            self._withdraw()

    def _withdraw(self) -> None:
        background.ask(self, self._link.withdraw).then(lambda _nothing: self.left.emit())

    def _stop(self) -> None:
        self._timer.stop()
        self._link.close()
