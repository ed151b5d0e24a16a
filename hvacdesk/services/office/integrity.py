"""Whether the office's file is sound: looked at quickly at each start, page by page once a day.

Nobody is ever told to delete anything: damage leads to the newest verified backup.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from hvacdesk.domain.backups.backups import FoundBackup, PlaceState
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.integrity import Damage, DamageKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.chain_report import NoteState
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.backups.backups import Backups
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.permissions import anybody_logged_in, needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.office import office as store
from hvacdesk.vault.backup import discovery
from hvacdesk.vault.database.wal import WalEnd
from hvacdesk.vault.errors import DatabaseMissing, KeyringLocked, KeyringMissing

__all__ = ["Damage", "DamageKind", "Integrity"]

_SHOWS_THE_SAME = frozenset({DamageKind.LOG, DamageKind.LOG_NOTES})
"""What is found too where the log lost its last entries with what was saved last."""

_CHECKED_ON = "integrity_checked_on"


class Integrity:
    """The soundness of an open office. Everything here may take seconds: not for a window's thread."""

    def __init__(self, workplace: Workplace, audit: AuditLog, backups: Backups) -> None:
        self._workplace = workplace
        self._audit = audit
        self._backups = backups

    @property
    @anybody_logged_in
    def damage(self) -> Damage | None:
        """What was found since the first login. A damaged file stays so until a backup is restored."""
        found = self._workplace.shared.damage
        answered_for = found is not None and found.of_log and not self._workplace.log_doubted
        return None if answered_for else found

    @property
    def met_unsaid(self) -> bool:
        """Whether some call met damage of which nothing is known here yet; cheap to ask."""
        return self._workplace.store.damage_met and self._workplace.shared.damage is None

    def note_met(self) -> bool:
        """Remember and log damage that a call met in passing: False if there is any, as for every check."""
        return not self._workplace.store.damage_met or self._found(DamageKind.FILE)

    @needs(Permission.BACK_UP)
    def last_seen(self, actor: Actor) -> str:
        """The day (ISO) on which every page was last seen to be sound; empty if that never was."""
        with self._workplace.reading() as session:
            return store.setting(session, store.OFFICE, _CHECKED_ON) or ""

    def quick(self) -> bool:
        """Whether the file has a whole number of pages and every tree in it can be read; for each start.

        Raises:
            DatabaseBusy, DiskFailed, FolderReadOnly: nothing can be said now.
        """
        try:
            sound = self._workplace.store.readable()
        except DatabaseMissing:
            return self._found(DamageKind.MISSING)
        return sound or self._found(DamageKind.FILE)

    def full_if_due(self) -> bool | None:
        """Whether every page's checksum, the whole structure and every entry of the log are right.

        None if that was seen today.

        Raises:
            DatabaseBusy: somebody is reading; it is still due.
        """
        today = self._workplace.today().isoformat()
        with self._workplace.reading() as session:
            if store.setting(session, store.OFFICE, _CHECKED_ON) == today:
                return None
        if not self._workplace.store.sound():
            return self._found(DamageKind.FILE)
        entries, records = self._audit.check_whole()
        if not (entries and records):
            return self._found(DamageKind.LOG_RECORDS if entries else DamageKind.LOG_CHANGED)
        with self._workplace.transaction() as session:
            store.save_setting(session, store.OFFICE, _CHECKED_ON, today)
        return True

    def chain_anchored(self) -> bool:
        """Whether the noted ends of the log are there and lie on it, and all that was logged since is right.

        That is since the last signature. If not, nothing is noted or signed any more until
        :meth:`AuditLog.reanchor`: the notes are what shows it.

        Raises:
            KeyringLocked, KeyringMissing: the key store's note cannot be read.
        """
        return self._anchored(chain=True)

    def anchored_before_login(self) -> None:
        """Compare log and notes before this login's note takes their place and its entry is signed.

        A key store that cannot be asked just now is asked again later; nothing is noted before that.
        """
        with suppress(KeyringLocked, KeyringMissing):
            self._anchored(chain=self._workplace.vault.holds_signing_key)

    def note_wal_end(self) -> None:
        """Tell of it if SQLite dropped something that was saved: an owner has to look and answer for the log.

        The rest of a transaction that was never saved is nothing to tell of. It is the rest of a saved one if
        an entry of the log went with it.
        """
        end, found = self._workplace.vault.wal_end, self._workplace.shared.damage
        entry_lost = found is not None and found.kind is DamageKind.LOG
        if end is WalEnd.DROPPED or (end is WalEnd.TORN and entry_lost):
            self._workplace.log_doubted = True
            self._found(DamageKind.UNSAVED)

    def _anchored(self, *, chain: bool) -> bool:
        notes, sound = self._audit.check(chain=chain)
        states = set(notes.values()) - {NoteState.GOOD}
        if not sound:
            return self._found(DamageKind.LOG_CHANGED)
        if not states:
            return True
        return self._found(DamageKind.LOG if NoteState.OFF_CHAIN in states else DamageKind.LOG_NOTES)

    def _found(self, kind: DamageKind) -> bool:
        """Remember and log damage; returns False, the answer to every question here."""
        known = self._workplace.shared.damage
        if known is not None and known.kind is DamageKind.UNSAVED and kind in _SHOWS_THE_SAME:
            return False
        self._workplace.shared.damage = Damage(kind, self._newest_backup())
        if known is None or known.kind is not kind:
            self._log(kind)
        return False

    def _newest_backup(self) -> FoundBackup | None:
        with suppress(UserFacingError):
            places = [
                place
                for place in self._backups.places(self._workplace.session_actor)
                if place.backup and place.state is not PlaceState.ABSENT
            ]
            newest = max(places, key=lambda place: place.verified_at, default=None)
            if newest is not None:
                return discovery.described(Path(newest.backup))
        return None

    def _log(self, kind: DamageKind) -> None:
        """A damaged file may take no entry."""
        actor = self._workplace.session_actor
        with suppress(UserFacingError), self._workplace.transaction() as session:
            self._workplace.record(session, actor, Action.DAMAGE_FOUND, kind=kind.value)
