"""From the first painted window to an open office: which view follows which."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui import background
from hvacdesk.ui.entry.entry_window import EntryWindow
from hvacdesk.ui.entry.opening_view import OpeningView
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.widgets.within_screen import is_seen
from hvacdesk.ui.window_places import put_back, with_place

if TYPE_CHECKING:
    from collections.abc import Callable

    from hvacdesk.domain.office.office import StaffMember
    from hvacdesk.domain.roles import Actor
    from hvacdesk.domain.staff.rule_texts import RuleVersion
    from hvacdesk.domain.staff.standing import Asked
    from hvacdesk.services.entry.entry import OfficeEntry
    from hvacdesk.services.open_office import Office
    from hvacdesk.ui.entry.box_flow import BoxFlow
    from hvacdesk.ui.entry.rescue import Rescue
    from hvacdesk.ui.widgets.entry_view import WorkingView

    Names = tuple[str, tuple[StaffMember, ...]]

BOX_ROUND_MS = 30_000
"""From one regular write of the report box to the next: the longest that the sender of a report waits."""


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
        self._closed = False
        self._office: tuple[Office, Actor] | None = None
        self._rescue: Rescue | None = None
        self._box: BoxFlow | None = None
        self._box_rounds = QTimer(self)
        self._box_rounds.setInterval(BOX_ROUND_MS)
        self._box_rounds.timeout.connect(self._turn_box)  # a lambda would keep the flow for ever
        self.window = EntryWindow()
        if is_seen():
            put_back(self.window, preferences.entry_places)
        self.window.language_chosen.connect(self._use_language)
        self.window.closed.connect(self._on_closed)
        self._again: Callable[[], None] = self.begin
        self.window.show_content(OpeningView())

    def begin(self) -> None:
        """Look what is in the folder, on a worker; the window shows that something is going on."""
        self._again = self.begin
        self.window.show_content(OpeningView())
        background.ask(self.window, self._look).then(self._on_looked).otherwise(self._on_blocked)

    def _look(self) -> Names | None:
        if self._entry.home.is_dir():  # a set-up that is given up leaves no folder behind
            self._entry.acquire()  # finishes an interrupted restore, so it comes before looking
        if not self._entry.exists():
            self._entry.require_place()
            return None
        self._entry.acquire()
        self._entry.open_sealed()
        return self._entry.office_name(), self._entry.staff()

    def _on_looked(self, names: Names | None) -> None:
        if self._closed:
            return
        self._names = names
        self._box = None
        if names is None:
            self._set_up()
        else:
            self._log_in()
            self._box_rounds.start()
        self._on_worker(self._while_typing)

    def _while_typing(self) -> None:
        """Do what needs no answer while somebody is still typing the passphrase."""
        _load_the_rest()
        self._entry.begin_box_rounds()

    def _turn_box(self) -> None:
        self._on_worker(self._entry.turn_box)

    def _end_box_rounds(self) -> None:
        """Nobody can report any more; the box is written once, as it always is then."""
        self._box_rounds.stop()
        self._on_worker(self._entry.end_box_rounds)

    def _on_worker(self, work: Callable[[], None]) -> None:
        background.ask(self.window, work).begin()

    def restore(self, path: str = "") -> None:
        """Restore a backup instead of logging in: this one, or one that is to be found."""
        self._save(lambda rescue: rescue.restore(path))

    def _save(self, what: Callable[[Rescue], None]) -> None:
        """Hand over to the views that are shown when the office does not open."""
        from hvacdesk.ui.entry.rescue import Rescue

        self._end_box_rounds()
        if self._rescue is None:
            self._rescue = rescue = Rescue(self.window, self._entry, self)
            rescue.opened.connect(self._on_opened)
            rescue.over.connect(self.begin)
        self._again = self._rescue.show_again
        what(self._rescue)

    def _on_blocked(self, error: UserFacingError) -> None:
        if not self._closed:
            self._save(lambda rescue: rescue.block(error))

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
        view.recovery_wanted.connect(lambda: self._save(lambda rescue: rescue.use_sheet()))
        view.report_wanted.connect(lambda: self._open_box(name))
        view.blocked.connect(self._on_blocked)
        self.window.show_content(view, name)

    def _open_box(self, office: str) -> None:
        """The report box, which asks for no login."""
        from hvacdesk.ui.entry.box_flow import BoxFlow

        if self._box is None:
            self._box = BoxFlow(self.window, self._entry, office, self)
            self._box.over.connect(self._log_in)
            self._box.blocked.connect(self._on_box_blocked)
        self._again = self._box.show_again
        self._box.begin()

    def _on_box_blocked(self, error: UserFacingError) -> None:
        """Back to the login, and say over it why the report box cannot be used."""
        from hvacdesk.ui.widgets.errors import show_error

        if not self._closed:
            self._log_in()
            show_error(self.window, error)

    def _invite(self, member: StaffMember) -> None:
        from hvacdesk.ui.entry.invitation import InvitationView

        self._again = lambda: self._invite(member)
        view = InvitationView(self._entry, member)
        view.opened.connect(self._on_opened)
        view.left.connect(self._log_in)
        view.blocked.connect(self._on_blocked)
        self.window.show_content(view, self._names[0] if self._names else "")

    def _set_up(self) -> None:
        from hvacdesk.ui.entry.setup_wizard import SetupWizard

        self._again = self._set_up
        before = self.window.content
        view = SetupWizard(self._entry)
        if isinstance(before, SetupWizard):
            view.take_over(before)
        view.opened.connect(self._on_opened)
        view.restore_wanted.connect(self.restore)
        view.blocked.connect(self._on_blocked)
        self.window.show_content(view)

    def _on_opened(self, office: Office, actor: Actor) -> None:
        if self._closed:
            _leave(office, actor)
            return
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
        view.skipped.connect(lambda: self._enter(office, actor, view))
        view.chosen.connect(
            lambda pin: (
                background.ask(self.window, lambda: office.accounts.set_pin(actor, pin))
                .with_busy(view)
                .then(lambda _nothing: self._enter(office, actor, view))
            )
        )
        self.window.show_content(view, office.facts().name)

    def _enter(self, office: Office, actor: Actor, view: WorkingView | None = None) -> None:
        """Let the person read what came into force since they were here; then open the desk.

        Args:
            view: shows meanwhile that something is going on.
        """
        background.ask(
            self.window, lambda: (office.rules.to_acknowledge(actor), office.standings.waiting(actor))
        ).with_busy(view).then(lambda found: self._read_rules(office, actor, *found)).otherwise(
            lambda _error: self._open_desk(office, actor)  # the desk shows what is wrong
        )

    def _read_rules(
        self, office: Office, actor: Actor, waiting: tuple[RuleVersion, ...], asked: tuple[Asked, ...]
    ) -> None:
        if not waiting or self._closed:
            self._open_desk(office, actor)
            return
        from hvacdesk.ui.entry.rules_view import RulesView

        self._again = lambda: self._enter(office, actor)
        view = RulesView(office, actor, waiting, asked, office.today())
        view.done.connect(lambda: self._open_desk(office, actor))
        self.window.show_content(view, office.facts().name)

    def _open_desk(self, office: Office, actor: Actor) -> None:
        if self._closed:
            return
        self._office = None
        self._entered = True
        self._end_box_rounds()
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

    def _keep_place(self) -> None:
        """Save where the window is; a file that says so already is not written."""
        places = with_place(self._preferences.entry_places, self.window)
        if places != self._preferences.entry_places:
            self._preferences.entry_places = places
            self._preferences.save()

    def _on_closed(self) -> None:
        """Cancel the work under way and wait for its end, then close the office that it opened."""
        self._keep_place()
        if self._entered or self._closed:
            return
        self._closed = True
        if self._rescue is not None:
            self._rescue.stop()
        self._box_rounds.stop()
        self._entry.end_box_rounds()  # before waiting for work: what is being sent waits for this write
        background.finish()
        if self._rescue is not None:
            self._rescue.leave()
        if self._office is not None:
            _leave(*self._office)
        self.closed.emit()


def _leave(office: Office, actor: Actor) -> None:
    """Close the office, also where the log cannot be written any more."""
    with suppress(UserFacingError):
        office.leave(actor)


def _load_the_rest() -> None:
    """Import what the desk needs while its user is still typing the passphrase.

    The report box's windows too, each time: when their files were last read is not to tell of their use.
    """
