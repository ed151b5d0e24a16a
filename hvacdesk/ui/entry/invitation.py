"""An invited person's first login: the one-time passphrase gives way to one of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.services.entry.entry_errors import PassphraseChosen
from hvacdesk.services.entry.ways_out import blocks_the_way
from hvacdesk.ui import background
from hvacdesk.ui.entry.choose_passphrase import ChoosePassphrase
from hvacdesk.ui.widgets.entry_view import WorkingView
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.passphrase_edit import PassphraseEdit
from hvacdesk.ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from hvacdesk.domain.roles import Actor
    from hvacdesk.services.entry.entry import OfficeEntry
    from hvacdesk.services.open_office import Office


class InvitationView(WorkingView):
    """Asks for the one-time passphrase and for a new one.

    Signals:
        opened(office, actor): the person is in.
        left(): back to the list of names.
    """

    opened = Signal(object, object)
    left = Signal()

    def __init__(self, entry: OfficeEntry, member: StaffMember, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self._member = member
        title = self.tr("Welcome, {name}").format(name=member.name)
        self.set_heading(
            title, self.tr("Type the one-time passphrase you were given, then choose one that only you know.")
        )
        self.form = Form()
        name = self.tr("One-time passphrase")
        self.one_time = self.form.add("one_time", name, PassphraseEdit(name), required=True)
        self.body.addWidget(self.form)
        self.choice = ChoosePassphrase(entry.suggest_passphrase, entry.check_passphrase)
        self.body.addWidget(self.choice)
        self.add_busy(self.tr("Opening the office"))
        self.set_primary(self.tr("Log in"), self.go)
        self.add_back(self.tr("Back"), self.left.emit)
        self._waiting = Waiting(self, self.form.fields["one_time"].set_error, self._enable)
        self.setFocusProxy(self.one_time.edit)

    def go(self) -> None:
        """Exchange the passphrases and come in."""
        self.form.clear_errors()
        if not self.one_time.text():
            self.form.set_error("one_time", self.tr("Type the passphrase from your invitation."))
            return
        if self._waiting.seconds or not self.choice.ready():
            return
        account, one_time, own = self._member.account, self.one_time.text(), self.choice.text()
        background.ask(self, lambda: self._entry.accept_invitation(account, one_time, own)).with_busy(
            self
        ).then(self._on_opened).otherwise(self._on_refused)

    def _enable(self, *, enabled: bool = True) -> None:
        if self.primary is not None:
            self.primary.setEnabled(enabled)

    def _on_opened(self, opened: tuple[Office, Actor]) -> None:
        self.one_time.clear()
        self.choice.forget()
        self.opened.emit(*opened)

    def _on_refused(self, error: UserFacingError) -> None:
        if blocks_the_way(error) or isinstance(error, PassphraseChosen):
            self.blocked.emit(error)
            return
        self._waiting.tell(error)
        self._enable(enabled=not self._waiting.seconds)
        self.one_time.setFocus()
