"""The entry window from a login to the open desk: the PIN, rules to read, and what closing it means."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui import background
from hvacdesk.ui.entry.entry_window import EntryWindow
from hvacdesk.ui.entry.opening_view import OpeningView
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.widgets.entry_view import WorkingView
from hvacdesk.ui.widgets.within_screen import is_seen
from hvacdesk.ui.window_places import put_back, with_place

if TYPE_CHECKING:
    from hvacdesk.domain.roles import Actor
    from hvacdesk.domain.staff.rule_texts import RuleVersion
    from hvacdesk.domain.staff.standing import Asked
    from hvacdesk.services.open_office import Office


class Arrival(QObject):
    """Owns the entry window. A subclass shows what comes before a login, and hands over to :meth:`arrive`.

    Attributes:
        window: the entry window.

    Signals:
        opened(office, actor): somebody is in; the window may go.
        closed(): the window was closed without anybody coming in.
    """

    opened = Signal(object, object)
    closed = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        self.over = False
        self._entered = False
        self._office: tuple[Office, Actor] | None = None
        self.window = EntryWindow()
        if is_seen():
            put_back(self.window, preferences.entry_places)
        self.window.language_chosen.connect(self._use_language)
        self.window.closed.connect(self._on_closed)
        self.again: Callable[[], None] = self.begin
        self.window.show_content(OpeningView())

    # What a subclass gives

    def begin(self) -> None:
        """Look what is in the folder, on a worker; the window shows that something is going on."""
        raise AssertionError(f"{type(self).__name__} does not begin")

    def let_go(self) -> None:
        """Somebody is in: what went on beside the login ends."""

    def stop(self) -> None:
        """The window was closed: stop what is under way, before its end is waited for."""

    def leave(self) -> None:
        """The window was closed and nothing is under way any more: leave what was opened meanwhile."""

    def lose(self, error: UserFacingError) -> None:
        """The office could not be asked any more between a login and the desk: say so, and begin anew."""
        from hvacdesk.ui.widgets.errors import show_error

        self.begin()
        show_error(self.window, error)

    # After a login

    def arrive(self, office: Office, actor: Actor) -> None:
        """Somebody logged in: offer a PIN for the screen lock, then the rules that wait."""
        if self.over:
            leave(office, actor)
            return
        self._office = (office, actor)
        self.preferences.last_account = actor.account
        self.preferences.save()
        shown = self.window.content
        background.ask(self.window, lambda: _read_for_desk(office, actor)).with_busy(
            shown if isinstance(shown, WorkingView) else None
        ).then(lambda found: self._go_on(office, actor, *found)).otherwise(
            lambda error: self._lost(office, actor, error)
        )

    def _go_on(self, office: Office, actor: Actor, name: str, has_pin: bool) -> None:
        if self.over or self._office is None:  # the login was ended meanwhile
            return
        if has_pin:
            self._enter(office, actor, name)
        else:
            self._offer_pin(office, actor, name)

    def _lost(self, office: Office, actor: Actor, error: UserFacingError) -> None:
        if self.over or self._office is None:
            return
        self._office = None
        background.ask(self.window, lambda: leave(office, actor)).begin()
        self.lose(error)

    def _offer_pin(self, office: Office, actor: Actor, name: str) -> None:
        from hvacdesk.ui.entry.pin_view import PinView

        self.again = lambda: self._offer_pin(office, actor, name)
        was = self.window.content
        made = was is not None and was.makes_office
        view = PinView(made=name if made else "")
        view.skipped.connect(lambda: self._enter(office, actor, name, view))
        view.chosen.connect(
            lambda pin: (
                background.ask(self.window, lambda: office.accounts.set_pin(actor, pin))
                .with_busy(view)
                .then(lambda _nothing: self._enter(office, actor, name, view))
            )
        )
        self.window.show_content(view, name)

    def _enter(self, office: Office, actor: Actor, name: str, view: WorkingView | None = None) -> None:
        """Let the person read what came into force since they were here; then open the desk.

        Args:
            view: shows meanwhile that something is going on.
        """
        background.ask(
            self.window, lambda: (office.rules.to_acknowledge(actor), office.standings.waiting(actor))
        ).with_busy(view).then(lambda found: self._read_rules(office, actor, name, *found)).otherwise(
            lambda _error: self._open_desk(office, actor)  # the desk shows what is wrong
        )

    def _read_rules(
        self,
        office: Office,
        actor: Actor,
        name: str,
        waiting: tuple[RuleVersion, ...],
        asked: tuple[Asked, ...],
    ) -> None:
        if not waiting or self.over:
            self._open_desk(office, actor)
            return
        from hvacdesk.ui.entry.rules_view import RulesView

        self.again = lambda: self._enter(office, actor, name)
        view = RulesView(office, actor, waiting, asked, office.today())
        view.done.connect(lambda: self._open_desk(office, actor))
        self.window.show_content(view, name)

    def _open_desk(self, office: Office, actor: Actor) -> None:
        if self.over or self._office is None:  # the login was ended meanwhile
            return
        self._office = None
        self._entered = True
        self.let_go()
        self.opened.emit(office, actor)
        self.window.close()
        self.window.deleteLater()

    # The window

    def give_way(self) -> None:
        """Close the window for another one; nobody is in."""
        self.over = True
        self.stop()
        self.window.close()
        self.window.deleteLater()

    def _use_language(self, code: str) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.preferences.code = code
            self.preferences.apply(app)
            self.preferences.save()
            self.again()

    def _keep_place(self) -> None:
        """Save where the window is; a file that says so already is not written."""
        places = with_place(self.preferences.entry_places, self.window)
        if places != self.preferences.entry_places:
            self.preferences.entry_places = places
            self.preferences.save()

    def _on_closed(self) -> None:
        """Cancel the work under way and wait for its end, then close the office that it opened."""
        self._keep_place()
        if self._entered or self.over:
            return
        self.over = True
        self.stop()
        background.finish()
        self.leave()
        if self._office is not None:
            leave(*self._office)
        self.closed.emit()


def leave(office: Office, actor: Actor) -> None:
    """Close the office, also where the log cannot be written any more."""
    with suppress(UserFacingError):
        office.leave(actor)


def _read_for_desk(office: Office, actor: Actor) -> tuple[str, bool]:
    """The office's name, and whether the person has a PIN.

    With them all is known that the desk is built from: it opens, and says so, where the office PC no longer
    answers by then.
    """
    from hvacdesk.services.office.settings import IDLE_TIMES

    for key in IDLE_TIMES:
        office.settings.office_value(key)
    return office.facts().name, office.accounts.has_pin(actor)
