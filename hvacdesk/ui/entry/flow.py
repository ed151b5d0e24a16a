"""From the first painted window to an open office: which view follows which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office import StaffMember
from hvacdesk.ui import background
from hvacdesk.ui.entry.entry_window import EntryWindow
from hvacdesk.ui.entry.start_views import BlockedView, OpeningView
from hvacdesk.ui.preferences import Preferences

if TYPE_CHECKING:
    from hvacdesk.domain.roles import Actor
    from hvacdesk.services.entry import OfficeEntry
    from hvacdesk.services.office import Office

Names = tuple[str, tuple[StaffMember, ...]]


class EntryFlow(QObject):
    """Owns the entry window.

    Attributes:
        window: the entry window.

    Signals:
        opened(office, actor): somebody is in; the window may go.
        closed(): the window was closed without anybody coming in.
    """

    opened = Signal(object, object)
    closed = Signal()

    def __init__(self, entry: OfficeEntry, preferences: Preferences) -> None:
        super().__init__()
        self._entry = entry
        self._preferences = preferences
        self._names: Names | None = None
        self._entered = False
        self._office: tuple[Office, Actor] | None = None
        self.window = EntryWindow()
        self.window.language_chosen.connect(self._use_language)
        self.window.closed.connect(self._on_closed)
        self._again = self.begin
        self.window.show_content(OpeningView())

    def begin(self) -> None:
        """Look what is in the folder, on a worker; the window shows that something is going on."""
        self._again = self.begin
        self.window.show_content(OpeningView())
        background.run(self.window, lambda _progress: self._look(), self._on_looked, self._on_blocked)

    def _look(self) -> Names | None:
        if not self._entry.exists():
            return None
        self._entry.acquire()
        self._entry.open_sealed()
        return self._entry.office_name(), self._entry.staff()

    def _on_looked(self, names: Names | None) -> None:
        self._names = names
        if names is None:
            self._set_up()
        else:
            self._log_in()
        background.run(self.window, lambda _progress: _load_the_rest(), lambda _nothing: None)

    def _on_blocked(self, error: UserFacingError) -> None:
        from hvacdesk.services.entry import AlreadyRunning

        self._again = lambda: self._on_blocked(error)
        others = []
        if not isinstance(error, AlreadyRunning):
            others.append((self.tr("Use the recovery sheet"), self._recover))
        self.window.show_content(BlockedView(error, self.begin, others))

    def _log_in(self) -> None:
        from hvacdesk.ui.entry.login import LoginView

        if self._names is None:
            self.begin()
            return
        self._again = self._log_in
        name, staff = self._names
        view = LoginView(self._entry, staff, self._preferences.last_account)
        view.opened.connect(self._on_opened)
        view.invited.connect(self._invite)
        view.recovery_wanted.connect(self._recover)
        self.window.show_content(view, name)

    def _invite(self, member: StaffMember) -> None:
        from hvacdesk.ui.entry.invitation import InvitationView

        self._again = lambda: self._invite(member)
        view = InvitationView(self._entry, member)
        view.opened.connect(self._on_opened)
        view.left.connect(self._log_in)
        self.window.show_content(view, self._names[0] if self._names else "")

    def _recover(self) -> None:
        from hvacdesk.ui.entry.recovery import RecoveryView

        self._again = self._recover
        view = RecoveryView(self._entry)
        view.opened.connect(self._on_opened)
        view.left.connect(self._log_in)
        self.window.show_content(view, self._names[0] if self._names else "")

    def _set_up(self) -> None:
        from hvacdesk.ui.entry.setup_wizard import SetupWizard

        self._again = self._set_up
        before = self.window.content
        view = SetupWizard(self._entry)
        if isinstance(before, SetupWizard):
            view.take_over(before)
        view.opened.connect(self._on_opened)
        self.window.show_content(view)

    def _on_opened(self, office: Office, actor: Actor) -> None:
        self._office = (office, actor)
        self._preferences.last_account = actor.account
        self._preferences.save()
        if office.accounts.has_pin(actor):
            self._enter(office, actor)
        else:
            self._offer_pin(office, actor)

    def _offer_pin(self, office: Office, actor: Actor) -> None:
        from hvacdesk.ui.entry.pin_view import PinView

        self._again = lambda: self._offer_pin(office, actor)
        view = PinView()
        view.skipped.connect(lambda: self._enter(office, actor))
        view.chosen.connect(
            lambda pin: background.run(
                self.window,
                lambda _progress: office.accounts.set_pin(actor, pin),
                lambda _nothing: self._enter(office, actor),
            )
        )
        self.window.show_content(view, office.facts().name)

    def _enter(self, office: Office, actor: Actor) -> None:
        self._office = None
        self._entered = True
        self.opened.emit(office, actor)
        self.window.close()
        self.window.deleteLater()

    def _use_language(self, code: str) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._preferences.code = code
            self._preferences.apply(app)
            self._preferences.save()
            self._again()

    def _on_closed(self) -> None:
        if self._entered:
            return
        if self._office is not None:
            office, actor = self._office
            background.settle()
            try:
                office.leave(actor)
            except UserFacingError:
                office.close()
        self.closed.emit()


def _load_the_rest() -> None:
    """Import what the desk needs while its user is still typing the passphrase."""
    import hvacdesk.services.office
    import hvacdesk.ui.main_window  # noqa: F401
