"""What the desk does by itself while somebody is logged in. Everything runs on worker threads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.backups.backups import BackupOutcome
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.ui import background
from hvacdesk.ui.backups.running import back_up_everywhere
from hvacdesk.ui.language import words

if TYPE_CHECKING:
    from hvacdesk.services.open_office import Office

MINUTE = 60_000
ANCHOR_MS = 5 * MINUTE
"""How often the audit log's head is noted while the desk is open."""

FIRST_ANCHOR_MS = 10_000
"""The first time after a login, when nobody waits for the key store any more."""

QUICK_CHECK_MS = 3_000
"""After a login, once the first page is shown."""

FULL_CHECK_MS = 2 * MINUTE
BACKUP_MS = 4 * MINUTE
"""After a login: late enough that nobody who only looks something up waits for it."""

MET_MS = 2_000
"""How soon everybody is told of damage that any of the work met."""

SEARCH_MS = 300
"""After a login, once the first page is painted."""

ROUND_MS = 30 * MINUTE
"""How often it is asked again whether the day's check and the day's backup are due."""


class Upkeep(QObject):
    """Keeps the office sound and backed up.

    Args:
        window: the work's owner; when it is destroyed everything stops.

    Signals:
        damaged(): damage was found; the office's integrity service says which.
        backed_up(outcomes): the daily backup was tried.
    """

    damaged = Signal()
    backed_up = Signal(object)

    def __init__(self, office: Office, actor: Actor, window: QWidget) -> None:
        super().__init__(window)
        self._office = office
        self._actor = actor
        self._window = window
        self._timers: list[QTimer] = []

    def start(self) -> None:
        """Begin; the first of everything a while after the login, then again and again."""
        if self._timers:
            return
        self.start_at_seat()
        self._after(QUICK_CHECK_MS, self.check_quickly)
        for first, again, act in (
            (FIRST_ANCHOR_MS, ANCHOR_MS, self.note_head),
            (FULL_CHECK_MS, ROUND_MS, self.check_fully),
            (MET_MS, MET_MS, self.look_for_met_damage),
            (BACKUP_MS, ROUND_MS, self.back_up_if_due),
        ):
            self._after(first, act)
            self._every(again, act)

    def start_at_seat(self) -> None:
        """Begin what the person at this window waits for; to its files the office PC sees itself."""
        if self._actor.may(Permission.FIND_CUSTOMERS):
            self._after(SEARCH_MS, self.prepare_search)

    def stop(self) -> None:
        """End for good."""
        for timer in self._timers:
            timer.stop()

    def note_head(self) -> None:
        """Note the audit log's head outside the database; a failure is met again, and told, by closing."""
        background.ask(self._window, self._office.audit.write_anchor).begin().otherwise(self._let_pass)

    def prepare_search(self) -> None:
        """Read what searches look through, so that the first search of the day need not wait for it."""
        background.ask(self._window, self._office.customers.prepare_search).begin().otherwise(self._let_pass)

    def look_for_met_damage(self) -> None:
        """Tell of damage that some work met by the way, without waiting for the next check."""
        integrity = self._office.integrity
        if integrity.met_unsaid:
            background.ask(self._window, integrity.note_met).then(self._tell_damage).otherwise(self._let_pass)

    def check_quickly(self) -> None:
        """The check of every start: whether the file opens and the log's noted head lies on its chain."""
        integrity = self._office.integrity
        background.ask(self._window, lambda: integrity.quick() and integrity.chain_anchored()).then(
            self._tell_damage
        ).otherwise(self._let_pass)

    def check_fully(self) -> None:
        """The check of every page, once a day."""
        background.ask(self._window, self._office.integrity.full_if_due).then(self._tell_damage).otherwise(
            self._let_pass
        )

    def back_up_if_due(self) -> None:
        """The day's backup, if none was taken yet and there is somewhere to put it."""
        background.ask_with_progress(self._window, self._back_up).then(self.backed_up.emit).otherwise(
            self._let_pass
        )

    def _back_up(self, progress: background.Progress) -> tuple[BackupOutcome, ...]:
        overview = self._office.backups.overview(self._actor)
        if not (overview.due and overview.places):
            return ()
        return back_up_everywhere(self._office, self._actor, words, progress)

    def _tell_damage(self, sound: object) -> None:
        if sound is False:
            self.damaged.emit()

    def _let_pass(self, _error: UserFacingError) -> None:
        """A failure that is foreseen, such as a busy file, is met again at the next round."""

    def _after(self, milliseconds: int, act) -> None:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(act)
        timer.start(milliseconds)
        self._timers.append(timer)

    def _every(self, milliseconds: int, act) -> None:
        timer = QTimer(self)
        timer.timeout.connect(act)
        timer.start(milliseconds)
        self._timers.append(timer)
