"""From the first painted window to an open office: which view follows which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui import background
from hvacdesk.ui.entry.arrival import Arrival, leave
from hvacdesk.ui.entry.opening_view import OpeningView
from hvacdesk.ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable

    from hvacdesk.domain.office.office import StaffMember
    from hvacdesk.domain.roles import Actor
    from hvacdesk.seats.link import JoiningLink
    from hvacdesk.seats.serving import Serving
    from hvacdesk.services.entry.entry import OfficeEntry
    from hvacdesk.services.open_office import Office
    from hvacdesk.ui.entry.box_flow import BoxFlow
    from hvacdesk.ui.entry.rescue import Rescue

    Names = tuple[str, tuple[StaffMember, ...]]

BOX_ROUND_MS = 30_000
"""From one regular write of the report box to the next: the longest that the sender of a report waits."""


class EntryFlow(Arrival):
    """The way into the office of this PC, its set-up, and what is shown when it does not open.

    Args:
        serving: what this program does for other PCs, once the key file is read.
        said: why somebody is here again, to be told first.

    Signals:
        joined(): this PC became a seat of an office on another one.
    """

    joined = Signal()
    _shut_out = Signal()

    def __init__(
        self,
        entry: OfficeEntry,
        preferences: Preferences,
        serving: Serving,
        said: UserFacingError | None = None,
    ) -> None:
        self._entry = entry
        self._said = said
        self._serving = serving
        self._names: Names | None = None
        self._rescue: Rescue | None = None
        self._box: BoxFlow | None = None
        self._joining: JoiningLink | None = None
        super().__init__(preferences)
        self._shut_out.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._box_rounds = QTimer(self)
        self._box_rounds.setInterval(BOX_ROUND_MS)
        self._box_rounds.timeout.connect(self._turn_box)  # a lambda would keep the flow for ever

    def begin(self) -> None:
        self.again = self.begin
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
        if self.over:
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
        if self._names is not None:
            self._serving.begin()

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
            rescue.opened.connect(self.arrive)
            rescue.over.connect(self.begin)
            rescue.putting_back.connect(self._stop_serving)
        self.again = self._rescue.show_again
        what(self._rescue)

    def _stop_serving(self) -> None:
        self._on_worker(self._serving.stop)

    def _on_blocked(self, error: UserFacingError) -> None:
        if not self.over:
            self._save(lambda rescue: rescue.block(error))

    def _log_in(self) -> None:
        from hvacdesk.ui.entry.login import LoginView

        if self._names is None:
            self.begin()
            return
        self.again = self._log_in
        name, staff = self._names
        view = LoginView(self._entry, staff, self.preferences.last_account)
        view.opened.connect(self.arrive)
        view.invited.connect(self._invite)
        view.recovery_wanted.connect(lambda: self._save(lambda rescue: rescue.use_sheet()))
        view.report_wanted.connect(lambda: self._open_box(name))
        view.restore_wanted.connect(self.restore)
        view.blocked.connect(self._on_blocked)
        if self._said is not None:
            view.say(self._said)
        self.window.show_content(view, name)

    def _open_box(self, office: str) -> None:
        """The report box, which asks for no login."""
        from hvacdesk.ui.entry.box_flow import BoxFlow

        if self._box is None:
            self._box = BoxFlow(self.window, self._entry, office, self)
            self._box.over.connect(self._log_in)
            self._box.blocked.connect(self._on_box_blocked)
        self.again = self._box.show_again
        self._box.begin()

    def _on_box_blocked(self, error: UserFacingError) -> None:
        """Back to the login, and say over it why the report box cannot be used."""
        from hvacdesk.ui.widgets.errors import show_error

        if not self.over:
            self._log_in()
            show_error(self.window, error)

    def _invite(self, member: StaffMember) -> None:
        from hvacdesk.ui.entry.invitation import InvitationView

        self.again = lambda: self._invite(member)
        view = InvitationView(self._entry, member)
        view.opened.connect(self.arrive)
        view.left.connect(self._log_in)
        view.blocked.connect(self._on_blocked)
        self.window.show_content(view, self._names[0] if self._names else "")

    def _set_up(self) -> None:
        from hvacdesk.ui.entry.setup_wizard import SetupWizard

        self.again = self._set_up
        before = self.window.content
        view = SetupWizard(self._entry)
        if isinstance(before, SetupWizard):
            view.take_over(before)
        view.opened.connect(self.arrive)
        view.restore_wanted.connect(self.restore)
        view.join_wanted.connect(self.join)
        view.blocked.connect(self._on_blocked)
        self.window.show_content(view)

    def join(self, said: UserFacingError | None = None) -> None:
        """Ask for the code of an office on another PC.

        Args:
            said: why an earlier try came to nothing.
        """
        from hvacdesk import __version__
        from hvacdesk.ui.entry.join_office import JoinView

        self.again = self.join
        self._joining = None
        view = JoinView(self._entry, __version__)
        view.asked.connect(self._compare)
        view.left.connect(self._set_up)
        if said is not None:
            view.say(said)
        self.window.show_content(view)

    def _compare(self, link: JoiningLink, compared: tuple[str, ...]) -> None:
        from hvacdesk.ui.entry.join_office import CompareView

        self._joining = link
        self.again = lambda: self._compare(link, compared)
        view = CompareView(link, compared)
        view.joined.connect(lambda _membership: self.joined.emit())
        view.refused.connect(self.join)
        view.left.connect(self.join)
        self.window.show_content(view)

    def arrive(self, office: Office, actor: Actor) -> None:
        self._said = None
        office.when_shut_out(self._shut_out.emit)
        super().arrive(office, actor)

    def _hear(self) -> None:
        """The login was ended between passphrase and desk."""
        from hvacdesk.ui.shell.seat_life import why_over

        ended = None if self._office is None else why_over(self._office[0], None)
        if ended is None or self._office is None or self.over:
            return
        leave(*self._office)
        self._office = None
        self._said = ended
        self.begin()

    # What the entry window asks

    def let_go(self) -> None:
        self._end_box_rounds()

    def stop(self) -> None:
        if self._rescue is not None:
            self._rescue.stop()
        self._box_rounds.stop()
        self._entry.end_box_rounds()  # before waiting for work: what is being sent waits for this write

    def leave(self) -> None:
        if self._joining is not None:
            self._joining.withdraw()
        if self._rescue is not None:
            self._rescue.leave()


def _load_the_rest() -> None:
    """Import what the desk needs while its user is still typing the passphrase.

    The report box's windows too, each time: when their files were last read is not to tell of their use.
    """
