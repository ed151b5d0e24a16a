"""What an office has once while anybody is logged in, however many there are beside each other."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Any

from hvacdesk.domain.clock import Clock
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.text.place_readings import PlaceReadings
from hvacdesk.services.customers import postal
from hvacdesk.services.customers.exact_tries import ExactTries
from hvacdesk.services.not_in_backups import NotInBackups
from hvacdesk.services.pauses import Pauses
from hvacdesk.store.customers.finding import FindingIndex
from hvacdesk.store.engine import Store
from hvacdesk.vault.login_ended import LoginEnded
from hvacdesk.vault.session import VaultClosed

if TYPE_CHECKING:
    from hvacdesk.domain.office.integrity import Damage
    from hvacdesk.services.workplace import Workplace
    from hvacdesk.vault.device.anchor import HeadNotes


class SharedOffice:
    """The open file, the search memory and the state of the log, which every login works with.

    The first login of a program makes it, later ones join it, and with the last one it is closed. Everybody
    among its logins holds the keys of the present epoch: a change of keys takes all of them along, or ends
    the login of who lost something by it.

    Attributes:
        finding: the searchable copy of what customers are found by.
        exact_tries: counts, person by person, the tries to find a hidden value. It outlives the logins, or
            somebody who logs in alone could begin again with each login.
        log_doubted: whether the audit log, or a note of its end, is not as it should be; None before that
            was looked at. As long as it is not False, no note is written and nothing is signed.
        not_in_backups: what may give its number back, since no backup knows it.
        pauses: tells when one login has the file alone.
        damage: what was found wrong with the file or the log since the first login.
    """

    def __init__(
        self, clock: Clock, pauses: Pauses | None = None, exact_tries: ExactTries | None = None
    ) -> None:
        self.clock = clock
        self.pauses = pauses or Pauses()
        self.store = Store(self._connect)
        self.finding = FindingIndex(self.store, PlaceReadings(postal.readings, postal.prefectures).of)
        self.exact_tries = exact_tries or ExactTries()
        self.not_in_backups = NotInBackups()
        self.log_doubted: bool | None = None
        self.damage: Damage | None = None
        self._logins: tuple[Workplace, ...] = ()
        self._head_notes: HeadNotes | None = None
        self._pins = 0
        self._closed = False
        self._coming_and_going = threading.RLock()
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)

    def pin(self) -> bool:
        """Stay open until :meth:`unpin`, though all leave, for somebody who comes; False: closed already."""
        with self._coming_and_going:
            self._pins += not self._closed
            return not self._closed

    def unpin(self) -> None:
        """The person who was to come is among the logins now, or stays out."""
        with self._coming_and_going:
            self._pins -= 1
        self._close_behind_the_last()

    def join(self, login: Workplace) -> None:
        """Let a login work beside the others, in their epoch.

        Raises:
            LoginEnded: what the person may do was changed since the key file was read.
        """
        with self._coming_and_going:
            self._logins = tuple(one for one in self._logins if not one.vault.closed)
            for other in self._logins[:1]:
                login.vault.follow(other.vault)
            # Those of who was shut out, too, and may be noting something at this moment.
            self._head_notes = self._head_notes or login.vault.log.head_notes
            login.vault.log.note_with(self._head_notes)
            self._logins = (*self._logins, login)
            login.vault.work_beside_others(login.sole_writer, partial(self._follow, login))

    def leave(self, login: Workplace) -> None:
        """Go on without a login. The last one closes every connection and drops customers from memory."""
        with self._coming_and_going:
            self._logins = tuple(one for one in self._logins if one is not login)
        login.drop_held()
        self._close_behind_the_last()

    @property
    def logins(self) -> tuple[Workplace, ...]:
        """Everybody's place who is logged in now."""
        return self._logins

    def tell(self, rooms: frozenset[Room]) -> None:
        """Tell all logins in which rooms one of them changed something."""
        for login in self._logins:
            login.changes.tell(rooms)

    def forget(self) -> None:
        """Drop every customer's text that is kept in memory, whoever's login keeps it."""
        self._forget_own()
        for login in self._logins:
            login.drop_held()

    def forget_edits(self) -> None:
        """Drop what anybody could undo."""
        for login in self._logins:
            login.edits.forget()

    def exchange_keys(self, exchange: Callable[[], object]) -> None:
        """Have the vault of a login change to its next epoch, and the others follow, with the file closed.

        Whatever others are doing is waited for, and what they want to do meanwhile waits.

        Raises:
            DatabaseBusy: somebody reads or writes for too long; nothing was changed.
        """
        with self.store.alone(), self._coming_and_going, ExitStack() as still:
            for login in self._logins:
                still.enter_context(login.vault.kept_still())
            exchange()
            self.forget_edits()  # former payment fields are sealed by a key that may have given way

    def lock(self, name: str) -> threading.Lock:
        """The one lock of this name, where logins must not do something at the same time."""
        with self._coming_and_going:
            return self._locks[name]

    def _connect(self) -> Any:
        """A connection by the key of anybody who is logged in; one of them may leave at this moment."""
        for login in self._logins:
            try:
                return login.vault.connect()
            except (VaultClosed, LoginEnded):
                continue
        raise VaultClosed

    def _follow(self, changer: Workplace) -> None:
        """Let the others go on with the key file that one of them changed, or end."""
        for login in self._logins:
            if login is not changer:
                try:
                    login.vault.follow(changer.vault)
                except (VaultClosed, LoginEnded):
                    self.leave(login)

    def _close_behind_the_last(self) -> None:
        with self._coming_and_going:
            if self._closed or self._logins or self._pins:
                return
            if self._head_notes is not None:
                self._head_notes.end()
            self._closed = True
        self._forget_own()
        self.store.close()

    def _forget_own(self) -> None:
        self.finding.drop()
        self.exact_tries.forget()
