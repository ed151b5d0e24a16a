"""Another login of this computer is let in: its user types the one-time words that an owner made for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.services.entry.ways_out import blocks_the_way
from hvacdesk.ui import background
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.entry_view import WorkingView
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.passphrase_edit import PassphraseEdit
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from hvacdesk.services.entry.entry import OfficeEntry


class EnrolView(WorkingView):
    """Asks for the words.

    Signals:
        enrolled(): the key store of this login holds the office's key now.
        left(): back to where one came from.
    """

    enrolled = Signal()
    left = Signal()
    widest = 520

    def __init__(self, entry: OfficeEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self.set_heading(
            self.tr("Enrol this computer login"),
            self.tr("Each login of a computer has a key store of its own, and this one has no key yet."),
        )
        card = Card()
        steps = (
            self.tr("Somebody responsible logs in to the computer where the office opens already."),
            self.tr("There, Settings, Keys, “Enrol another login” shows one-time words, good for one day."),
            self.tr("Type these words here. From then on the office opens under this login too."),
        )
        for number, text in enumerate(steps, 1):
            card.body.addWidget(label(f"{number}   {text}", wrap=True))
        self.body.addWidget(card)
        self.form = Form()
        name = self.tr("One-time words")
        self.words = self.form.add("words", name, PassphraseEdit(name), required=True)
        self.body.addWidget(self.form)
        self.add_busy(self.tr("Enrolling this login"))
        self.set_primary(self.tr("Enrol"), self.go)
        self.add_back(self.tr("Back"), self.left.emit)
        self._waiting = Waiting(self, self.form.fields["words"].set_error, self._enable)
        self.words.submitted.connect(self.go)
        self.setFocusProxy(self.words.edit)

    def go(self) -> None:
        """Try the words."""
        typed = self.words.text()
        if self._waiting.seconds:
            return
        if not typed.strip():
            self.form.set_error("words", self.tr("Type the words that you were given."))
            return
        self.form.clear_errors()
        background.ask(self, lambda: self._entry.enrol(typed)).with_busy(self).then(
            lambda _nothing: self._on_enrolled()
        ).otherwise(self._on_refused)

    def _on_enrolled(self) -> None:
        self.words.clear()
        self.enrolled.emit()

    def _on_refused(self, error: UserFacingError) -> None:
        if blocks_the_way(error):
            self.blocked.emit(error)
            return
        self._waiting.tell(error)
        self._enable(enabled=not self._waiting.seconds)
        self.words.setFocus()

    def _enable(self, *, enabled: bool = True) -> None:
        if self.primary is not None:
            self.primary.setEnabled(enabled)
