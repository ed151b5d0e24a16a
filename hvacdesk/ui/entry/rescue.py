"""What follows when an office does not open: its ways out, the recovery sheet, backups, and taking over."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from hvacdesk.domain.backups.backups import FoundBackup
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.services.entry.older_office_errors import UpdateFailure
from hvacdesk.services.entry.ways_out import WayOut, concerns_key_store, ways_out
from hvacdesk.ui import background, crash
from hvacdesk.ui.entry.entry_window import EntryWindow
from hvacdesk.ui.language import words
from hvacdesk.ui.widgets.entry_view import EntryView

if TYPE_CHECKING:
    from hvacdesk.domain.roles import Actor
    from hvacdesk.services.entry.entry import OfficeEntry
    from hvacdesk.services.open_office import Office

UNLOCKED_LOOK_MS = 300
"""How often it is looked whether the key store was unlocked meanwhile; it asks nobody anything."""


class Rescue(QObject):
    """Shows the views of one rescue after the other in the entry window.

    Signals:
        opened(office, actor): an owner is in.
        over(): look again what is in the folder, or go back to where the rescue began.
        putting_back(): files of the office are about to be exchanged; nobody may be at work in it.
    """

    opened = Signal(object, object)
    over = Signal()
    putting_back = Signal()

    def __init__(self, window: EntryWindow, entry: OfficeEntry, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._entry = entry
        self._held: tuple[Office, Actor] | None = None
        self._stopped = False
        self._again: Callable[[], None] = lambda: None

    def block(self, error: UserFacingError) -> None:
        """Say why the office does not open, and offer the ways out."""
        from hvacdesk.ui.entry.blocked import BlockedView

        if isinstance(error, UpdateFailure) and error.fault is not None:
            crash.write_report(self._entry.home, error.fault, self._entry.now())
        self._again = lambda: self.block(error)
        view = BlockedView(
            error,
            {
                WayOut.RETRY: self.over.emit,
                WayOut.SHEET: self.use_sheet,
                WayOut.ENROL: self.enrol,
                WayOut.PUT_BACK: self.put_back,
                WayOut.RESTORE: self.restore,
                WayOut.FOLDER: self._show_folder,
                WayOut.CLOSE: self._window.close,
            },
        )
        view.check_wanted.connect(self._check)
        self._show(view)
        if WayOut.RESTORE in ways_out(error):
            self._name_backup(view)
        if concerns_key_store(error):
            self._go_on_once_unlocked(view)

    def _go_on_once_unlocked(self, view: EntryView) -> None:
        """The store's own question stays open beside the view; once it is answered the login follows.

        An answer is told once: a view of a closed window must not take it from the one that is shown.
        """

        def look() -> None:
            if view.isVisible() and self._entry.key_store_opened():
                self.over.emit()

        timer = QTimer(view)
        timer.timeout.connect(look)
        timer.start(UNLOCKED_LOOK_MS)

    def _check(self) -> None:
        from hvacdesk.services.office import self_check
        from hvacdesk.ui import input_method
        from hvacdesk.ui.office.self_check_dialog import SelfCheckDialog
        from hvacdesk.ui.printing.printers import known_printers

        entry = self._entry
        look = partial(
            self_check.run, entry.home, entry.now, words, known_printers, input_method=input_method.look
        )
        SelfCheckDialog(look, self._window).open()

    def use_sheet(self) -> None:
        """Ask for the recovery code."""
        from hvacdesk.ui.entry.recovery import RecoveryView

        self._again = self.use_sheet
        view = RecoveryView(self._entry)
        view.opened.connect(self._on_recovered)
        view.left.connect(self.over)
        self._show(view)

    def enrol(self) -> None:
        """Ask for the one-time words of this computer login."""
        from hvacdesk.ui.entry.enrol import EnrolView

        self._again = self.enrol
        view = EnrolView(self._entry)
        view.enrolled.connect(self.over)
        view.left.connect(self.over)
        self._show(view)

    def put_back(self) -> None:
        """Put the key file back from a backup."""
        from hvacdesk.ui.entry.restore.put_back import PutBackWizard

        self.putting_back.emit()
        self._again = self.put_back
        before = self._window.content
        view = PutBackWizard(self._entry)
        if isinstance(before, PutBackWizard):
            view.resume(before)
        view.done.connect(self.over)
        view.left.connect(self.over)
        self._show(view)

    def restore(self, path: str = "") -> None:
        """Restore a backup, this one or one that is to be found."""
        from hvacdesk.ui.entry.restore.wizard import RestoreWizard

        self.putting_back.emit()
        self._again = lambda: self.restore(path)
        before = self._window.content
        view = RestoreWizard(self._entry, path)
        view.restored.connect(self._hold)
        view.take_over_wanted.connect(lambda: self._take_over(restored=True))
        view.enter_wanted.connect(self._enter)
        view.login_wanted.connect(self._leave_and_return)
        view.left.connect(self.over)
        view.blocked.connect(self.block)
        if isinstance(before, RestoreWizard):
            view.resume(before)
        self._show(view)

    def show_again(self) -> None:
        """Show the present view once more, in another language."""
        self._again()

    def stop(self) -> None:
        """Begin nothing new: the window was closed."""
        self._stopped = True

    def leave(self) -> None:
        """Close the office that is held open, if any."""
        if self._held is not None:
            (office, actor), self._held = self._held, None
            with suppress(UserFacingError):
                office.leave(actor)

    def _show(self, view: EntryView) -> None:
        view.blocked.connect(self.block)
        self._window.show_content(view)

    def _name_backup(self, view: EntryView) -> None:
        """Look for the newest whole backup while the person reads."""
        from hvacdesk.ui.entry.blocked import BlockedView

        def look() -> FoundBackup | None:
            restoring = self._entry.restoring()
            for found in restoring.known():
                with suppress(UserFacingError):
                    return restoring.examine(found.path).found
            return None

        def tell(found: FoundBackup | None) -> None:
            if found is not None and isinstance(view, BlockedView):
                view.name_backup(found)
                view.ways[WayOut.RESTORE].clicked.disconnect()
                view.ways[WayOut.RESTORE].clicked.connect(lambda: self.restore(found.path))

        background.ask(view, look).then(tell).otherwise(lambda _error: None)

    def _hold(self, office: Office, actor: Actor) -> None:
        self._held = (office, actor)

    def _on_recovered(self, office: Office, actor: Actor) -> None:
        self._hold(office, actor)
        self._take_over()

    def _take_over(self, *, restored: bool = False) -> None:
        from hvacdesk.ui.entry.take_over import TakeOverView

        if self._held is None:
            self.over.emit()
            return
        self._again = lambda: self._take_over(restored=restored)
        view = TakeOverView(self._entry, self._held[0], restored=restored)
        view.taken_over.connect(self._log_in)
        view.without_wanted.connect(self._enter)
        view.left.connect(self._leave_and_return)
        self._show(view)

    def _log_in(self, account: str, passphrase: str) -> None:
        """The recovered session ends, and the owner's own begins with the passphrase just chosen."""
        from hvacdesk.ui.entry.opening_view import OpeningView

        self.leave()
        if self._stopped:
            return
        self._show(OpeningView())
        background.ask(self._window, lambda: self._open(account, passphrase)).then(
            lambda opened: self.opened.emit(*opened)
        ).otherwise(self.block)

    def _open(self, account: str, passphrase: str) -> tuple[Office, Actor]:
        self._entry.acquire()
        self._entry.open_sealed()
        return self._entry.login(account, passphrase)

    def _enter(self) -> None:
        if self._held is not None:
            (office, actor), self._held = self._held, None
            self.opened.emit(office, actor)

    def _leave_and_return(self) -> None:
        self.leave()
        self.over.emit()

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._entry.home)))
