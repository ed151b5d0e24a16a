"""After the recovery sheet: an owner gets a new passphrase, and this computer login a new key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.entry.ways_out import concerns_key_store
from hvacdesk.ui import background
from hvacdesk.ui.entry.choose_passphrase import ChoosePassphrase
from hvacdesk.ui.language import words
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.entry_view import WorkingView
from hvacdesk.ui.widgets.failure import Failure
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.text import points

if TYPE_CHECKING:
    from hvacdesk.services.entry.entry import OfficeEntry
    from hvacdesk.services.open_office import Office


class KeyStoreNeeded(UserFacingError):
    """The key store refused the office's new key; ``reason`` is what it said, in the reader's language."""

    about_the_computer = True
    what = phrase("Errors", "The new key could not be put into the key store of this computer. {reason}")
    safe = phrase("Errors", "Nothing was changed: the former keys are the ones that count.")
    todo = phrase(
        "Errors",
        "Unlock or start the key store, or log in to the desktop again, and try again. Until then the office "
        "opens with the recovery sheet only.",
    )


class TakeOverView(WorkingView):
    """Asks for the account and its new passphrase. Nothing is changed before *Take over*.

    Args:
        office: opened by the recovery sheet; the caller that shows this view closes it when the view is left.
        restored: whether the office was just restored, so that its owners' passphrases work already.

    Signals:
        taken_over(account, passphrase): the keys are new; log in.
        without_wanted(): go on with the opened office, since the key store takes nothing.
        left(): do not take over.
    """

    taken_over = Signal(str, str)
    without_wanted = Signal()
    left = Signal()
    widest = 560

    def __init__(
        self,
        entry: OfficeEntry,
        office: Office,
        *,
        restored: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if office.recovery is None:
            raise ValueError("only an office that the recovery sheet opened can be taken over")
        self._recovery = office.recovery
        self.set_heading(
            self.tr("Take over the office"),
            self.tr("The recovery sheet opened the office. Choose who goes on as the person responsible."),
        )
        self.form = Form()
        self.owner = self.form.add("owner", self.tr("Account"), QComboBox())
        self.body.addWidget(self.form)
        self.choice = ChoosePassphrase(entry.suggest_passphrase, entry.check_passphrase)
        self.body.addWidget(self.choice)
        self._explanation = self._make_explanation()
        self.body.addWidget(self._explanation)
        self._failures = QVBoxLayout()
        self.body.addLayout(self._failures)
        self.add_busy(self.tr("Making new keys"))
        self.set_primary(self.tr("Take over"), self.go)
        leave = self.tr("Log in as usual") if restored else self.tr("Cancel")
        self.add_back(leave, self.left.emit)
        self.setFocusProxy(self.owner)
        for member in self._recovery.owners():
            self.owner.addItem(member.name, member.account)

    def go(self) -> None:
        """Make the new keys, if the passphrase is one."""
        if not self.choice.ready():
            return
        clear(self._failures)
        account, passphrase = str(self.owner.currentData()), self.choice.text()

        background.ask(self, lambda: self._recovery.take_over(account, passphrase)).with_busy(self).then(
            lambda _nothing: self._done(account, passphrase)
        ).otherwise(self._on_refused)

    def _make_explanation(self) -> Card:
        card = Card(self.tr("What happens"))
        points(
            card.body,
            self.tr("The office gets new keys, and the key store of this computer login holds its part."),
            self.tr("The chosen account gets this passphrase. The others keep theirs."),
            self.tr(
                "The recovery sheet counts as used: print a new one soon, in Settings, Keys. Until then it "
                "still opens the office."
            ),
            self.tr("Other logins of this computer have to be enrolled again."),
        )
        return card

    def _done(self, account: str, passphrase: str) -> None:
        self.choice.forget()
        self.taken_over.emit(account, passphrase)

    def _on_refused(self, error: UserFacingError) -> None:
        """Nothing was changed; where the key store is the reason, the office can be used without it today."""
        others = []
        if concerns_key_store(error):
            error = KeyStoreNeeded(reason=error.sentences(words)[0])
            others.append((self.tr("Work now without taking over"), self.without_wanted.emit))
        self._explanation.hide()
        self.failure = Failure(error, self.go, others=others)
        self._failures.addWidget(self.failure)
        self.failure.show()
        self.failure.retry_button.setFocus()
