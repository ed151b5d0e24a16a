"""The locked screen: a PIN, or after five wrong tries the passphrase, brings the desk back as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.entry.pins import DIGITS
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor
from hvacdesk.ui import background
from hvacdesk.ui.entry.pin_view import pin_digits
from hvacdesk.ui.shell.late_enter import LateEnter
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.form import FormField
from hvacdesk.ui.widgets.passphrase_edit import PassphraseEdit
from hvacdesk.ui.widgets.standing_note import standing
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from hvacdesk.services.open_office import Office


class LockView(QFrame):
    """Asks the person who locked to prove that it is them.

    Signals:
        unlocked(): the desk may come back.
        switch_wanted(): somebody else wants to work.
    """

    unlocked = Signal()
    switch_wanted = Signal()

    def __init__(self, office: Office, actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._actor = actor
        self.setProperty("role", "nav")
        self.setAccessibleName(self.tr("The screen is locked"))
        self.card = Card(self.tr("The screen is locked"), padding=24)
        self.card.setFixedWidth(theme.px(400))
        self.card.body.addWidget(label(actor.name, "muted"))
        name = self.tr("PIN")
        self.pin = PassphraseEdit(name, digits=True)
        self.pin_field = FormField(name, self.pin)
        self.card.body.addWidget(self.pin_field)
        name = self.tr("Passphrase")
        self.passphrase = PassphraseEdit(name)
        self.passphrase_field = FormField(name, self.passphrase)
        self.card.body.addWidget(self.passphrase_field)
        self.busy = Busy(self.tr("Checking"), cancellable=False)
        self.card.body.addWidget(self.busy)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.other = button(self.tr("Use the passphrase"), self._use_passphrase, kind="link")
        row.addWidget(self.other)
        row.addStretch(1)
        row.addWidget(button(self.tr("Switch user"), self.switch_wanted.emit))
        self.open_button = button(self.tr("Unlock"), self.try_passphrase, kind="primary")
        row.addWidget(self.open_button)
        self.card.body.addSpacing(theme.px(6))
        self.card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.addStretch(2)
        middle = QHBoxLayout()  # an alignment would have its height taken from the window's whole width
        middle.addStretch(1)
        middle.addWidget(self.card)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(3)
        self._waiting = Waiting(self, self.passphrase_field.set_error, self._enable)
        self._late_enter = LateEnter(self)
        self._passes = False
        standing.changed.connect(self._follow)
        self.pin.changed.connect(self._on_pin_typed)
        self.passphrase.submitted.connect(self.try_passphrase)

    def _follow(self) -> None:
        """That the office PC does not answer is said no longer than that is so."""
        if not standing.text and self._passes:
            self._passes = False
            self._waiting.forget()

    def begin(self) -> None:
        """Empty the fields and ask for what opens: the PIN where there is one."""
        self.pin.clear()
        self.passphrase.clear()
        self.pin_field.set_error("")
        self.passphrase_field.set_error("")
        self._ask(pin=self._office.accounts.has_pin(self._actor))

    def _ask(self, *, pin: bool) -> None:
        self.pin_field.setVisible(pin)
        self.other.setVisible(pin)
        self.passphrase_field.setVisible(not pin)
        self.open_button.setVisible(not pin)
        (self.pin if pin else self.passphrase).setFocus()

    def _use_passphrase(self) -> None:
        self._ask(pin=False)

    def _enable(self, *, enabled: bool = True) -> None:
        for part in (self.pin, self.passphrase, self.open_button):
            part.setEnabled(enabled)

    def _on_pin_typed(self) -> None:
        typed = pin_digits(self.pin.text())
        if len(typed) < DIGITS:
            return
        self._enable(enabled=False)
        self.busy.begin(lambda: None)
        background.ask(self, lambda: self._office.accounts.unlock(self._actor, typed)).then(
            self._on_pin_judged
        ).otherwise(self._on_failed)

    def _on_pin_judged(self, right: bool) -> None:
        self.busy.finish()
        self._enable()
        self.pin.clear()
        if right:
            self._late_enter.begin()
            self.unlocked.emit()
            return
        left = self._office.accounts.tries_left(self._actor)
        if left:
            self.pin_field.set_error(self.tr("Wrong PIN. Tries left: {count}").format(count=left))
            self.pin.setFocus()
            return
        self._ask(pin=False)
        self.passphrase_field.set_error(self.tr("Five wrong PINs. Now the passphrase is needed."))

    def try_passphrase(self) -> None:
        """Try the typed passphrase."""
        typed = self.passphrase.text()
        if not typed or self._waiting.seconds:
            return
        self._enable(enabled=False)
        self.busy.begin(lambda: None)
        background.ask(self, lambda: self._office.accounts.unlock_with_passphrase(self._actor, typed)).then(
            lambda _nothing: self._on_right()
        ).otherwise(self._on_failed)

    def _on_right(self) -> None:
        self.busy.finish()
        self._enable()
        self.passphrase.clear()
        self.unlocked.emit()

    def _on_failed(self, error: UserFacingError) -> None:
        self.busy.finish()
        self.passphrase.clear()
        self._ask(pin=False)
        self._passes = error.passes or standing.tells(error)
        self._waiting.tell(error)
