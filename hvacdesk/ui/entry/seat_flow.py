"""From the first painted window to an open office on another PC, on a PC that is a seat of it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.seats.seats import (
    AnotherVersion,
    FalseOfficePc,
    OfficePcBusy,
    OfficePcOlder,
    SeatLocked,
    SeatNotKnown,
    SeatRevoked,
    SeatsSwitchedOff,
    SeatStoppedForAWhile,
    SeatsUnreadable,
)
from hvacdesk.ui import background
from hvacdesk.ui.entry.arrival import Arrival
from hvacdesk.ui.entry.opening_view import OpeningView
from hvacdesk.ui.entry.seat_away import SeatAwayView
from hvacdesk.ui.language import words
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from hvacdesk.domain.roles import Actor
    from hvacdesk.seats.asks import OfficeGreeting
    from hvacdesk.services.open_office import Office
    from hvacdesk.ui.entry.login import LoginView
    from hvacdesk.ui.kept_forms import KeptForms
    from hvacdesk.ui.shell.seat_life import SeatLife

LOOK_MS = 3_000
"""So often a login page that waits looks whether the office PC is there, and who may log in."""
_JOINS_ANEW = (SeatRevoked, SeatNotKnown, SeatsUnreadable)


class SeatFlow(Arrival):
    """The way into an office on another PC.

    Args:
        kept: what was half typed when a login here ended.
        said: why somebody is here again, to be told first.

    Signals:
        left(): this PC is no seat any more.
    """

    left = Signal()

    def __init__(
        self,
        life: SeatLife,
        preferences: Preferences,
        kept: KeptForms,
        said: UserFacingError | None = None,
    ) -> None:
        self._life = life
        self._entry = life.entry
        self._said = said
        self._kept = kept
        self._greeting: OfficeGreeting | None = None
        self._name = ""
        super().__init__(preferences)
        self.window.at_seat = True
        life.changed.connect(self._hear)
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self._look_again)  # a lambda would keep the flow for ever
        self._looking.start()

    def begin(self) -> None:
        self.again = self.begin
        if not isinstance(self.window.content, SeatAwayView):
            self.window.show_content(OpeningView())
        background.ask(self.window, self._look).then(self._on_greeted).otherwise(self._show_away)

    def let_go(self) -> None:
        self._looking.stop()

    def stop(self) -> None:
        self._looking.stop()

    def leave(self) -> None:
        self._entry.close()

    def _look(self) -> OfficeGreeting:
        self._entry.acquire()
        if not self._name:
            with suppress(UserFacingError):  # what is wrong is said by what follows
                self._name = self._entry.office_name()
                self._life.pc = self.window.pc = self._entry.seat_name()
        return self._entry.greeting()

    def _on_greeted(self, greeting: OfficeGreeting) -> None:
        if self.over:
            return
        self._greeting, self._name = greeting, greeting.office_name
        if self._said is not None and _passes(self._said):  # it is over; the login that it ended is not back
            self._said = SeatStoppedForAWhile()
        self._log_in()
        background.ask(self.window, _load_the_rest).begin()

    def _waiting(self) -> LoginView | None:
        """The login page, while nobody is being logged in."""
        from hvacdesk.ui.entry.login import LoginView

        shown = self.window.content
        return shown if isinstance(shown, LoginView) and not background.working(shown) else None

    def _look_again(self) -> None:
        if self._waiting() is not None and not self._entered and not self.over:
            background.ask(self.window, self._entry.greeting).then(self._follow).otherwise(self._lose)

    def _follow(self, greeting: OfficeGreeting) -> None:
        view = self._waiting()
        if view is not None and not self.over:
            self._greeting = greeting
            view.show_people(greeting.people)

    def _lose(self, error: UserFacingError) -> None:
        if self._waiting() is not None:
            self._show_away(error)

    def _log_in(self) -> None:
        from hvacdesk.ui.entry.login import LoginView

        if self._greeting is None:
            self.begin()
            return
        self.again = self._log_in
        view = LoginView(self._entry, self._greeting.people, self.preferences.last_account, at_seat=True)
        view.opened.connect(self.arrive)
        view.blocked.connect(self._show_away)
        if self._said is not None:
            view.say(self._said)
        self.window.show_content(view, self._name)

    def arrive(self, office: Office, actor: Actor) -> None:
        self._said = None
        if self._life.ended_by is None:
            super().arrive(office, actor)
        else:
            self._hear()

    def lose(self, error: UserFacingError) -> None:
        self._show_away(error)

    def _hear(self) -> None:
        """The login was ended between passphrase and desk."""
        ended = self._life.ended_by
        if ended is None or self._entered or self.over:
            return
        self._life.ended_by = None
        self._office = None
        self._said = ended
        self.begin()

    def _show_away(self, error: UserFacingError) -> None:
        """Say what keeps the office from opening here; what may pass is tried again by itself."""
        if self.over:
            return
        self._kept.drop_if_removed(error)
        if isinstance(self._said, SeatsSwitchedOff) and _may_be_elsewhere(error):
            error = self._said  # which is why nobody answers
        shown = self.window.content
        if isinstance(shown, SeatAwayView) and shown.says(error):
            shown.wait_again()
            return
        self.again = lambda: self._show_away(error)
        view = SeatAwayView(
            error,
            passes=_passes(error),
            joins_anew=isinstance(error, _JOINS_ANEW),
            elsewhere=_may_be_elsewhere(error),
            installer=isinstance(error, AnotherVersion) and not isinstance(error, OfficePcOlder),
        )
        view.installer_wanted.connect(lambda: self._get_installer(error))
        view.check_wanted.connect(self._check)
        view.place_wanted.connect(self._ask_place)
        view.again_wanted.connect(self.begin)
        view.leave_wanted.connect(self._ask_to_leave)
        self.window.show_content(view, self._name)

    def _check(self) -> None:
        from hvacdesk.ui.office.self_check_dialog import SelfCheckDialog

        SelfCheckDialog(lambda: self._entry.check(words), self.window, connection=True).open()

    def _ask_place(self) -> None:
        from hvacdesk.ui.entry.seat_dialogs import OfficePcPlaceDialog

        dialog = OfficePcPlaceDialog(self._entry, self.window)
        dialog.accepted.connect(self.begin)
        dialog.open()

    def _get_installer(self, error: UserFacingError) -> None:
        from hvacdesk.ui.entry.seat_installer import SeatInstallerDialog

        SeatInstallerDialog(self._entry, str(error.details["there"]), self.window).open()

    def _ask_to_leave(self) -> None:
        question = Dialog(self.tr("Let this PC join anew?"), self.window, width=520)
        question.add_text(
            self.tr(
                "This PC forgets how it reaches the office. To work here again, the person responsible lets "
                "it join with a new code at the office PC. Nothing is lost: the office's data are there."
            )
        )
        question.set_primary(self.tr("Forget the connection"), lambda: self._leave_office(question))
        question.add_secondary(self.tr("Cancel"))
        question.open()

    def _leave_office(self, question: Dialog) -> None:
        question.accept()
        background.ask(self.window, self._entry.leave_office).then(lambda _nothing: self.left.emit())


def _passes(error: UserFacingError) -> bool:
    """Whether it may be over in a moment without anybody's doing here."""
    from hvacdesk.seats.calls import NoAnswer, OfficePcFailed

    return isinstance(error, (NoAnswer, OfficePcBusy, OfficePcFailed, SeatLocked, SeatsSwitchedOff))


def _may_be_elsewhere(error: UserFacingError) -> bool:
    """Whether nobody, or somebody else, answers where the office PC was."""
    from hvacdesk.seats.calls import NoAnswer

    return isinstance(error, (NoAnswer, FalseOfficePc))


def _load_the_rest() -> None:
    """Import what the desk needs while its user is still typing the passphrase."""
    import hvacdesk.ui.shell.main_window  # noqa: F401
