"""The desktop program put together: one office's folder, its login window, its main window.

Nothing heavy is imported before the login window is painted: keys, database and documents load on a worker
thread while the user still looks for their name.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from hvacdesk import __version__, hygiene
from hvacdesk.domain.clock import Clock
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.resource_files import resource
from hvacdesk.seats.serving import Serving
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.ui import background, crash, input_method
from hvacdesk.ui.clipboard import clipboard
from hvacdesk.ui.collector import Collector, collect_all
from hvacdesk.ui.entry.arrival import Arrival
from hvacdesk.ui.entry.flow import EntryFlow
from hvacdesk.ui.kept_forms import KeptForms
from hvacdesk.ui.own_addresses import own_addresses
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.shell import taskbar
from hvacdesk.ui.shell.runs_on import RunsOn
from hvacdesk.ui.theme import STYLE
from hvacdesk.ui.widgets import spoken

if TYPE_CHECKING:
    from hvacdesk.domain.roles import Actor
    from hvacdesk.services.open_office import Office
    from hvacdesk.ui.backups.farewell import Farewell
    from hvacdesk.ui.entry.seat_flow import SeatFlow
    from hvacdesk.ui.owners_seats import OwnersSeats
    from hvacdesk.ui.shell.main_window import MainWindow
    from hvacdesk.ui.shell.open_window import AskedToShow
    from hvacdesk.ui.shell.seat_life import SeatLife
    from hvacdesk.ui.shell.second_start import ShowOnRequest

ASK_WHETHER_OVER_MS = 500
LISTEN_AGAIN_MS = 15_000
F = TypeVar("F", bound=Arrival)


def _nothing(*_said: object) -> None:
    """Nothing is done about it."""


class Desk(QObject):
    """Moves between login and main window.

    Attributes:
        serving: what this program does for other PCs of the office.
        flow: the login, while nobody is in.
        window: the main window, while somebody is.
        farewell: the last backup, after the main window and before the office is closed.

    Signals:
        entered(): a main window is open.
        finished(): the last window was closed and the office with it.
        hidden(): the last window was closed, and the program goes on for the other PCs.
    """

    entered = Signal()
    finished = Signal()
    hidden = Signal()
    _shut_out = Signal()

    def __init__(self, home: Path, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self.entry = OfficeEntry(home, clock)
        self.preferences = Preferences(home)
        self.serving = Serving(self.entry, __version__, partial(_note_seat_bug, home, clock), _own_places)
        self.flow: Arrival | None = None
        self.window: MainWindow | None = None
        self.farewell: Farewell | None = None
        self._inside: tuple[Office, Actor] | None = None
        self._life: SeatLife | None = None
        self._kept = KeptForms()
        self._second_start: ShowOnRequest | None = None
        self._asked: AskedToShow | None = None
        self._runs_on = RunsOn()
        self._maximized = False
        self._unseen = QWidget()
        self._listening = QTimer(self, interval=LISTEN_AGAIN_MS)
        self._listening.timeout.connect(self._listen_again)
        self._listening.start()
        self._shut_out.connect(self._look_whether_ended, Qt.ConnectionType.QueuedConnection)

    def host(self) -> None:
        """Serve the other PCs without a window; where that is not switched on, the program ends."""
        self._on_worker(self._open_for_seats, self._on_hosted, lambda _error: self.show_login())

    def _open_for_seats(self) -> None:
        self.entry.acquire()
        self.entry.open_sealed()
        self.serving.begin()

    def _on_hosted(self) -> None:
        if not self._is_wanted:
            self.end()
        elif not self.has_window:  # else somebody started the program meanwhile
            self._hide()

    def _listen_again(self) -> None:
        """What kept the other PCs away may be over, or the network gave this PC another address."""
        if self._is_wanted:
            self._on_worker(self.serving.look_again)

    def _on_worker(
        self,
        work: Callable[[], None],
        done: Callable[[], object] = _nothing,
        failed: Callable[[UserFacingError], object] = _nothing,
    ) -> None:
        background.ask(self._unseen, work).then(lambda _nothing: done()).otherwise(failed)

    def show_on_second_start(self) -> None:
        """Come to the front when the program is started again."""
        if sys.platform == "win32":
            import ctypes

            from hvacdesk.ui.shell import open_window

            user32 = ctypes.WinDLL("user32")
            open_window.mark_unseen(user32, int(self._unseen.winId()), self.entry.home)
            self._asked = open_window.AskedToShow(open_window.show_message(user32), self._come_forward)
            QCoreApplication.instance().installNativeEventFilter(self._asked)
        else:
            from hvacdesk.ui.shell.second_start import ShowOnRequest

            self._second_start = ShowOnRequest(self.entry.home, self._come_forward, self)
            self._second_start.listen()

    def _come_forward(self) -> bool:
        """Show the window, or its dialog, before all others; whether there is one."""
        window = self.window or (self.flow.window if self.flow is not None else None)
        if window is None and self.farewell is None and self._is_wanted:
            self.show_login()
            return True
        if window is None or not window.isVisible():
            return False
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        front = QApplication.activeModalWidget() or window
        front.raise_()
        front.activateWindow()
        return True

    def show_login(self, said: UserFacingError | None = None) -> Arrival:
        """Show the login window; reading the names starts once its picture is on the screen.

        Args:
            said: why somebody's login is over.
        """
        flow = self._seat_flow(said) if self.entry.is_seat else self._entry_flow(said)
        flow.window.painted.connect(flow.begin, Qt.ConnectionType.QueuedConnection)
        self._show(flow.window)
        return flow

    def _show(self, window: QWidget) -> None:
        """Show a window in place of the one before, as large as the screen where that one was."""
        self._runs_on.close()
        if self._maximized:
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
        window.show()

    def _note_size(self, window: QWidget) -> None:
        """The window makes room for another one."""
        self._maximized = window.isMaximized()

    def show_restore(self, path: str) -> None:
        """Show the restore of a backup; an empty path lets the person choose one."""
        flow = self._entry_flow()
        flow.window.painted.connect(lambda: flow.restore(path))
        self._show(flow.window)

    def _entry_flow(self, said: UserFacingError | None = None) -> EntryFlow:
        flow = EntryFlow(self.entry, self.preferences, self.serving, said)
        flow.joined.connect(self._begin_anew)
        return self._take(flow)

    def _seat_flow(self, said: UserFacingError | None) -> SeatFlow:
        from hvacdesk.seats.seat_entry import SeatEntry
        from hvacdesk.ui.entry.seat_flow import SeatFlow
        from hvacdesk.ui.shell.seat_life import SeatLife

        self._life = SeatLife(SeatEntry(self.entry, __version__, self._clock))
        flow = SeatFlow(self._life, self.preferences, self._kept, said)
        flow.left.connect(self._join_anew)
        return self._take(flow)

    def _take(self, flow: F) -> F:
        self.flow = flow
        flow.opened.connect(self._enter)
        flow.closed.connect(self._finish)
        self._mark(flow.window)
        return flow

    def _begin_anew(self) -> None:
        """This PC became a seat: show what its folder says now."""
        self._change_flow(self.show_login)

    def _join_anew(self) -> None:
        """This PC is no seat any more, and its user wants to type another code."""
        self._change_flow(self._show_join)

    def _show_join(self) -> None:
        flow = self._entry_flow()
        flow.window.painted.connect(flow.join)
        self._show(flow.window)

    def _change_flow(self, show: Callable[[], object]) -> None:
        former, self._life = self.flow, None
        if former is not None:
            self._note_size(former.window)
        show()
        if former is not None:
            former.give_way()

    def _mark(self, window: QWidget) -> None:
        """Let a second start of the program find this window."""
        if sys.platform == "win32":
            import ctypes

            from hvacdesk.ui.shell import open_window

            open_window.mark(ctypes.WinDLL("user32"), int(window.winId()), self.entry.home)

    def _enter(self, office: Office, actor: Actor) -> None:
        from hvacdesk.ui.shell.main_window import MainWindow

        self._inside = (office, actor)
        self.serving.somebody_is_here = True
        if self.flow is not None:
            self._note_size(self.flow.window)
        self.flow = None
        self._take_personal_choices(office, actor)
        self._follow_prints()
        self.window = MainWindow(office, actor, self.preferences, self._seats(office))
        if self._life is None:
            office.when_shut_out(self._shut_out.emit)
        else:
            self._life.changed.connect(self._look_whether_ended)
        self.window.switch_wanted.connect(lambda: self._part(self.show_login, only_if_due=True))
        self.window.restore_wanted.connect(self._give_way_to_restore)
        self.window.closed.connect(lambda: self._part(self._finish, only_if_due=False))
        self._mark(self.window)
        self._show(self.window)
        self.window.activateWindow()
        self.window.start(self._kept)
        self._tell_brought_up(office)
        self.entered.emit()
        self._look_whether_ended()

    def _seats(self, office: Office) -> SeatLife | OwnersSeats:
        """What the window has to do with seats: it is at one, or at the office PC."""
        from hvacdesk.ui.owners_seats import OwnersSeats

        return self._life or OwnersSeats(self.serving, office)

    def _look_whether_ended(self) -> None:
        """Where somebody else ended the login, go back to the login window and say why, once."""
        from hvacdesk.ui.shell.seat_life import why_over

        if self.window is None or self._inside is None:
            return
        if (ended := why_over(self._inside[0], self._life)) is None:
            return
        self._kept.keep(self._inside[1], self.window.drafts, ended)
        self._retire()
        self._leave(lambda: self.show_login(ended))

    def _take_personal_choices(self, office: Office, actor: Actor) -> None:
        """Use the person's own language, colours and text size from their login on."""
        from hvacdesk.ui.personal_choices import read_choices

        app = QApplication.instance()
        if isinstance(app, QApplication) and read_choices(office, actor, self.preferences):
            self.preferences.apply(app)

    def _follow_prints(self) -> None:
        """Purge the pages of finished print jobs, also of jobs that an earlier run left waiting."""
        from hvacdesk.ui.printing.spool import spool

        spool.remember_in(self.preferences)
        spool.refused.connect(self._tell_kept_pages, Qt.ConnectionType.UniqueConnection)

    def _tell_kept_pages(self) -> None:
        if self.window is not None:
            self.window.notify(
                self.tr(
                    "This computer keeps printed pages in its print queue for a day. The person responsible "
                    "finds under Settings, Office, how to change that."
                )
            )

    def _tell_brought_up(self, office: Office) -> None:
        if self.window is not None and office.brought_up is not None:
            self.window.notify(
                self.tr("The office's data was brought up to date for this version, after a checked backup.")
            )

    def _part(self, then: Callable[[], object], *, only_if_due: bool) -> None:
        """Close the window, back up, close the office, then call ``then``."""
        from hvacdesk.ui.backups.farewell import Farewell

        if self.window is None or self._inside is None:
            return
        self._retire()
        if self._life is not None:  # the office PC backs up
            self._leave(then)
            return
        self.farewell = Farewell(*self._inside, only_if_due=only_if_due)
        self.farewell.over.connect(lambda: self._leave(then))
        self.farewell.destroyed.connect(self._forget_farewell)
        self.farewell.begin()

    def _forget_farewell(self) -> None:
        """Keep nothing of the office that it backed up."""
        self.farewell = None

    def _give_way_to_restore(self, path: str) -> None:
        """Close the office without a backup: what is to be restored may be damaged."""
        self._retire()
        self.serving.stop()
        self._leave(lambda: self.show_restore(path))

    def _retire(self) -> None:
        clipboard.forget()
        if self.window is not None:
            self._note_size(self.window)
            self.window.retire()
            self.window = None

    def _leave(self, then: Callable[[], object]) -> None:
        if self._inside is not None:
            (office, actor), self._inside = self._inside, None
            background.settle()
            with suppress(UserFacingError):
                office.leave(actor)
            del office, actor
            collect_all()
        self.serving.somebody_is_here = False
        then()

    def _finish(self) -> None:
        from hvacdesk.ui.printing.spool import spool

        clipboard.forget()
        spool.last_look()
        if self._is_wanted:
            self._hide()
            failure = None if self.serving.is_on else self.serving.failure
            self._runs_on.tell([who.name for _seat, who in self.serving.at_work()], failure)
        else:
            self.end()

    @property
    def _is_wanted(self) -> bool:
        """Whether other PCs work here, or try to."""
        return self.serving.is_on or self.serving.failure is not None

    def _hide(self) -> None:
        """Go on without a window, for the other PCs; the next start of the program shows the login."""
        if self.flow is not None:
            self.flow.window.deleteLater()
            self.flow = None
        self.hidden.emit()

    @property
    def has_window(self) -> bool:
        """Whether anything of the program is to be seen."""
        return any(one is not None for one in (self.window, self.flow, self.farewell))

    def end(self) -> None:
        """End the program: let nobody work here any more, at whatever PC."""
        self.serving.stop()
        if self._second_start is not None:
            self._second_start.stop()
        self.entry.release()
        self.finished.emit()


def _own_places() -> tuple[tuple[str, int], ...]:
    return tuple((one.address, one.prefix) for one in own_addresses())


def _note_seat_bug(home: Path, clock: Clock, error: Exception) -> None:
    """Report a bug that was met while a seat was answered, on any thread.

    The seat is told that something failed. Nobody at this PC is: what somebody does elsewhere, a tool of
    their own with it, puts no window in front of the people here.
    """
    crash.write_report(home, error, clock())


def _tell_foreseen(error: UserFacingError) -> None:
    """Say what happened over whatever is in front; with no window there is nobody to tell."""
    from hvacdesk.ui.widgets.errors import show_error

    if (front := QApplication.activeModalWidget() or QApplication.activeWindow()) is not None:
        show_error(front, error)


def application(home: Path, clock: Clock) -> QApplication:
    """The Qt application with its faults going to the crash report."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        hygiene.share_one_heap()
        input_method.prepare()
        app = QApplication([*sys.argv[:1], *STYLE])
    introduce(app)
    app.setQuitOnLastWindowClosed(False)

    def tell(report: Path | None) -> None:
        from hvacdesk.ui.shell.crash_dialog import tell as show

        show(report)

    crash.install(home, clock, tell, _tell_foreseen)
    clipboard.watch(app)
    background.begin()
    spoken.begin()
    Collector(app)
    return app


def introduce(app: QApplication) -> None:
    """Tell the desktop the program's name and picture, before the first window."""
    taskbar.name_this_program()
    app.setApplicationName("hvacdesk")
    app.setDesktopFileName("hvacdesk")
    app.setWindowIcon(QIcon(str(resource("icons", "hvacdesk.svg"))))


def run(
    home: Path,
    clock: Clock,
    backup: str = "",
    *,
    host: bool = False,
    until: Callable[[], bool] | None = None,
    beside: Callable[[], QWidget] | None = None,
) -> int:
    """Open the program on the office in ``home`` and return when its last window is closed.

    Where it is open already its window comes to the front instead. While other PCs work in the office it
    goes on without one.

    Args:
        backup: the folder of a backup whose restore is shown instead of the login.
        host: begin without a window, for the other PCs.
        until: ends the program once it is so and its window is closed, though other PCs could work on.
        beside: makes a further window, which is shown with the login.
    """
    hygiene.harden()
    if not backup and not host and _is_brought_forward(home):
        return 0
    app = application(home, clock)
    desk = Desk(home, clock)
    desk.preferences.apply(app)
    desk.finished.connect(app.quit)
    if backup:
        desk.show_restore(backup)
    elif host and not desk.entry.is_seat:
        desk.host()
    else:
        desk.show_login()
    desk.show_on_second_start()
    if until is not None:
        asking = QTimer(desk, interval=ASK_WHETHER_OVER_MS)
        asking.timeout.connect(lambda: desk.end() if not desk.has_window and until() else None)
        asking.start()
    further = beside() if beside is not None else None
    if further is not None:
        further.show()
    return app.exec()


def _is_brought_forward(home: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        from hvacdesk.ui.shell import open_window

        return open_window.bring_forward(ctypes.WinDLL("user32"), home)
    from hvacdesk.ui.shell import second_start

    return second_start.ask_to_show(home)
