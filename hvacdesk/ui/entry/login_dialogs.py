"""Other logins of this computer: enrolling one, and withdrawing it."""

from __future__ import annotations

from hvacdesk.domain.entry.keys import DeviceLogin
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.language import listed
from hvacdesk.ui.widgets.one_time_form import OneTimeForm
from hvacdesk.ui.widgets.work_dialog import WorkDialog


class EnrolDialog(OneTimeForm):
    """Names the other login, then shows the words that are typed there."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context, width=520)
        self.set_title(self.tr("Enrol another login of this computer"))
        self._context = context
        self.add_text(
            self.tr(
                "Each login of this computer has a key store of its own. Enrolling puts the office's key "
                "into one more of them; passphrases are still asked for."
            )
        )
        hint = self.tr("As you will recognise it later, for example the login's user name.")
        self.form.add("name", self.tr("Name of the login"), self.name, required=True, hint=hint)
        self.body.addWidget(self.form)
        self.set_primary(self.tr("Make the words"), self.invite)
        self.add_secondary(self.tr("Cancel"))
        self.keep_draft("enrol", "settings", {"name": self.name}, tab="keys", enrol="yes")
        self.name.setFocus()

    def invite(self) -> None:
        """Make the one-time words."""
        self.form.clear_errors()
        name, context = self.name.text().strip(), self._context
        if not name:
            self.form.set_error("name", self.tr("Type a name for the login."))
            return
        self.make(
            self.tr("Making the words"), lambda: context.office.keys.invite_login(context.actor, name)
        ).then(lambda words: self._show(name, words)).otherwise(self.refuse)

    def _show(self, name: str, words: str) -> None:
        self.show_once(
            self.tr("The words for {name}").format(name=name),
            self.tr("Write them down. They are shown only now, work once, and only within 24 hours."),
            words,
            (
                self.tr("Log in to this computer with the other login and start hvacdesk there."),
                self.tr("Choose to enrol this login, and type the words."),
                self.tr("Destroy the note."),
            ),
        )


class WithdrawDialog(WorkDialog):
    """Withdraws the office's key from another login, which renews the keys."""

    def __init__(self, context: DeskContext, login: DeviceLogin, others: tuple[DeviceLogin, ...]) -> None:
        super().__init__("", context.window, width=520)
        self.set_title(self.tr("Withdraw {name}").format(name=login.name))
        self._context = context
        self._login = login
        self.add_text(
            self.tr(
                "The login {name} of this computer can no longer open the office. The keys are renewed for "
                "that; it takes some seconds."
            ).format(name=login.name)
        )
        if others:
            names = listed(other.name for other in others)
            text = self.tr("These logins have to be enrolled again afterwards: {names}.")
            self.add_text(text.format(names=names))
        self.set_primary(self.tr("Withdraw"), self.withdraw)
        self.add_secondary(self.tr("Cancel"))

    def withdraw(self) -> None:
        """Withdraw it."""
        context, login = self._context, self._login
        self.ask(
            self.tr("Renewing the keys"),
            lambda: context.office.keys.withdraw_login(context.actor, login.login),
        ).then(lambda _nothing: self._withdrawn())

    def _withdrawn(self) -> None:
        self.accept()
        self._context.notify(self.tr("{name} was withdrawn.").format(name=self._login.name))
