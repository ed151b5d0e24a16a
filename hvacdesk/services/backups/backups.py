"""Backups of an open office: taking them, and what may be removed once there is a new one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from hvacdesk.domain.backups.backups import BackupFacts, BackupOutcome, BackupOverview, BackupPlace
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.errors import Unfinished, UserFacingError
from hvacdesk.domain.exchange.given_files import OfficeFile
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.backups import folder_kinds
from hvacdesk.services.backups.backup_places import BackupPlaces
from hvacdesk.services.backups.backup_state import (
    Shelf,
    beside_office,
    is_overdue,
    is_worked_in,
    looked_at,
    told_epoch,
)
from hvacdesk.services.backups.watching import Progress, never, unwatched
from hvacdesk.services.disposal.disposed_list import DisposedLists
from hvacdesk.services.permissions import needs, step_of
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.office import today as todays_store
from hvacdesk.store.oversight import audit_log
from hvacdesk.vault import milestones
from hvacdesk.vault.backup import backup, before_update, catalogue, destinations
from hvacdesk.vault.backup.backup import Source
from hvacdesk.vault.backup.backup_errors import BackupNeeded, NotSetAside, PlaceFailure, PlaceFull
from hvacdesk.vault.backup.catalogue import Shelved
from hvacdesk.vault.backup.destinations import Place
from hvacdesk.vault.backup.manifest import FileFacts
from hvacdesk.vault.errors import DiskFull, FolderReadOnly
from hvacdesk.vault.folder import set_aside as put_aside_by_restores

__all__ = ["BackupNeeded", "Backups"]

COPYING = phrase("Backups", "Copying the database and reading the copy back")
DONE = phrase("Backups", "The backup run is over")


class BackupNotNoted(Unfinished):
    """A backup is there and verified, but the office's own folder took no note of it."""

    what = phrase("Errors", "The backup was taken, but this could not be noted: {cause}")
    safe = phrase("Errors", "The backup is complete and was checked.")
    todo = phrase("Errors", "Remove the cause; the next backup is noted again.")


@dataclass(frozen=True)
class _Tried:
    """The result for one folder; ``failure`` is None where there is a backup."""

    place: Place
    outcome: BackupOutcome
    failure: PlaceFailure | None = None


@dataclass(frozen=True)
class NewBackups:
    """Backups of one epoch that were just taken; those that they supersede are still there."""

    epoch: int
    tried: tuple[_Tried, ...]

    @property
    def taken(self) -> bool:
        """Whether there is any."""
        return any(one.outcome.backup for one in self.tried)

    @property
    def failures(self) -> tuple[PlaceFailure, ...]:
        """Why there is none in some folders."""
        return tuple(one.failure for one in self.tried if one.failure is not None)


class Backups:
    """The backups of an open office.

    Whatever looks at the folders may wait for a slow disk or network: not to be called by a window's thread.
    """

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._places = BackupPlaces(workplace)
        self._lists = DisposedLists(workplace, self._places)
        self._running = workplace.shared.lock("backups")

    @needs(Permission.BACK_UP)
    def overview(self, actor: Actor) -> BackupOverview:
        """The state of the backups.

        Raises:
            PlacesUnreadable: the note of the folders is damaged.
        """
        found = self.places(actor)
        now = self._workplace.now()
        newest = max((place.verified_at for place in found), default="")
        waits = any(is_overdue(one.verified_at, now) and self._places.is_connected(one) for one in found)
        due = bool(found) and (waits or is_overdue(newest, now))
        return BackupOverview(
            places=found,
            verified_at=newest,
            due=due,
            late=(due or not found) and (bool(newest) or is_overdue(self._begun_at(), now)),
            pending_epochs=self._workplace.vault.epochs.former,
            pending_because=self._workplace.vault.epochs.kept_because,
        )

    def _begun_at(self) -> str:
        with self._workplace.reading() as session:
            return todays_store.begun_at(session)

    @needs(Permission.BACK_UP)
    def places(self, actor: Actor) -> tuple[BackupPlace, ...]:
        """The folders in the order of naming. Raises :class:`PlacesUnreadable`."""
        return self._places.all()

    @needs(Permission.MANAGE_OFFICE)
    def add_place(self, actor: Actor, folder: OfficeFile) -> BackupPlace:
        """Name a folder for backups; raises what :meth:`BackupPlaces.add` does."""
        return self._places.add(actor, folder)

    @needs(Permission.MANAGE_OFFICE)
    def remove_place(self, actor: Actor, place: str, *, with_backups: bool = False) -> None:
        """Make no more backups there; those that are there stay, unless they are to be removed, too."""
        self._places.remove(actor, place, with_backups=with_backups)

    @needs(Permission.APPROVE_DISPOSAL)
    def require_reachable(self, actor: Actor) -> None:
        """Raise :class:`BackupNeeded` unless a folder is connected that has room for a backup."""
        self._places.require_reachable()

    @needs(Permission.APPROVE_DISPOSAL)
    def former_copies(self, actor: Actor) -> tuple[BackupPlace, ...]:
        """Folders that hold backups of former epochs, or held some when they were last seen, or may hold some
        because there was more in them than is looked through.
        """
        return tuple(place for place in self.places(actor) if place.former_epochs or place.unsearched)

    @needs(Permission.BACK_UP)
    def beside_the_office(self, actor: Actor) -> frozenset[str]:
        """The ids of the folders on the same disk as the office, so that both would be lost together.

        Raises:
            PlacesUnreadable: the note of the folders is damaged.
        """
        home = self._places.home
        there = (one for one in self._places.noted() if one.path.is_dir())
        return frozenset(one.place for one in there if folder_kinds.same_disk(home, one.path))

    @needs(Permission.MANAGE_OFFICE)
    def set_aside(self, actor: Actor) -> tuple[str, ...]:
        """What only a person may remove, by path.

        Former offices that restores put aside, and connected backups of them, which hold what the present
        office does not have; in the office's own folder, earlier copies of it that somebody left there.
        """
        source = self._places.source()
        home = self._places.home
        paths = [*put_aside_by_restores(home)]
        connected = [one for one in self._places.noted() if destinations.connected(one, source.office_id)]
        for place in (*connected, before_update.beside_as_place(home)):
            with suppress(PlaceFailure):
                paths += [one.path for one in _shelf(place, source).diverged(self._on_chain)]
        with suppress(OSError):
            for one in beside_office(source).found:
                if told_epoch(one, source) < source.epoch and not is_worked_in(one.path, home):
                    paths.append(one.path)
        return tuple(map(str, paths))

    @needs(Permission.MANAGE_OFFICE)
    def remove_set_aside(self, actor: Actor, folder: OfficeFile) -> None:
        """Remove one of :meth:`set_aside` for good.

        Raises:
            NotSetAside: it is none of them.
            KeyringMissing, KeyringLocked, KeyringKeepsNothing, PlaceFailure: it is still there.
        """
        if folder not in self.set_aside(actor):
            raise NotSetAside
        path = Path(folder)
        with destinations.using_place():
            if path in put_aside_by_restores(self._places.home):
                self._workplace.vault.remove_set_aside(path)
            else:
                catalogue.remove(path)
        with self._workplace.transaction() as session:
            self._workplace.record(session, actor, Action.SET_ASIDE_REMOVED, backup=path.name)

    @step_of("Destruction.destroy")
    def write_disposed_list(self, actor: Actor) -> None:
        """Write whom the office destroyed beside the office and its backups; raises what ``write`` does."""
        self._lists.write()

    @needs(Permission.BACK_UP)
    def run(
        self,
        actor: Actor,
        progress: Progress = unwatched,
        cancelled: Callable[[], bool] = never,
        places: Collection[str] | None = None,
    ) -> tuple[BackupOutcome, ...]:
        """Make a backup in each folder, then remove what the new ones supersede.

        If one folder fails, its outcome says why, and the others go on.

        Args:
            progress: told the step, how many folders are done, and how many there are.
            cancelled: asked while a copy is written; then nothing is left of that copy.
            places: ids of the folders; all of them if not given.

        Raises:
            PlacesUnreadable, BackupNotNoted, UserFacingError: see :meth:`take` and :meth:`finish`.
        """
        return self.finish(actor, self.take(actor, progress, cancelled, places))

    @step_of("Backups.run", "Destruction.destroy")
    def take(
        self,
        actor: Actor,
        progress: Progress = unwatched,
        cancelled: Callable[[], bool] = never,
        places: Collection[str] | None = None,
        checked: FileFacts | None = None,
    ) -> NewBackups:
        """Take a backup into each folder, with the arguments of :meth:`run`.

        :meth:`finish` or :meth:`take_back` has to follow.

        Args:
            checked: see :attr:`hvacdesk.vault.backup.backup.Source.checked`.

        Raises:
            PlacesUnreadable: the note of the folders is damaged.
        """
        taking = self._workplace.shared.not_in_backups.taking()
        with self._running, taking, self._workplace.reading():  # a change of keys waits meanwhile
            chosen = [one for one in self._places.noted() if places is None or one.place in places]
            source = replace(self._places.source(), checked=checked)
            tried = self._try(source, chosen, progress, cancelled)
            new = NewBackups(self._workplace.vault.epoch, tuple(tried))
            with suppress(DiskFull, FolderReadOnly):  # of the office's own folder: no reason for no backup
                self._lists.refresh()
            return new

    @step_of("Backups.run", "Destruction.destroy")
    def finish(self, actor: Actor, new: NewBackups) -> tuple[BackupOutcome, ...]:
        """Log what was taken, and remove what it supersedes: former backups, and the former epoch.

        Raises:
            BackupNotNoted: there are backups, and the office's own folder takes no log entry.
            UserFacingError: there are none, and it takes no log entry either.
        """
        with self._running, self._workplace.reading():
            of_today = new.epoch == self._workplace.vault.epoch  # otherwise they are former ones already
            tried = [self._settled(one) if of_today else one for one in new.tried]
        try:
            self._log(actor, tried)
            if new.taken and of_today:
                self._discard_former(actor)
                self._tidy(before_update.beside_as_place(self._places.home), self._places.source())
        except UserFacingError as error:
            if new.taken:
                raise BackupNotNoted(error) from error
            raise
        return tuple(one.outcome for one in tried)

    @step_of("Destruction.destroy")
    def take_back(self, actor: Actor, new: NewBackups) -> None:
        """Remove what was just taken, of a file that must not be relied on."""
        for one in new.tried:
            if one.outcome.backup:
                with suppress(OSError):
                    catalogue.remove(Path(one.outcome.backup.path))
                self._note(looked_at(one.place, self._places.source()))

    @needs(Permission.READ_AUDIT)
    def check(self, actor: Actor, path: OfficeFile) -> BackupFacts:
        """Check a backup of the present epoch from end to end. Raises what is wrong with it."""
        return backup.verify(self._places.source(), Path(path))

    def _try(
        self, source: Source, chosen: Sequence[Place], progress: Progress, cancelled: Callable[[], bool]
    ) -> list[_Tried]:
        tried: list[_Tried] = []
        for number, place in enumerate(chosen):
            progress(COPYING, number, len(chosen))
            try:
                tried.append(self._one(place, source, cancelled))
            except backup.BackupCancelled:
                break
        progress(DONE, len(chosen), len(chosen))
        return tried

    def _one(self, place: Place, source: Source, cancelled: Callable[[], bool]) -> _Tried:
        known = replace(place, tried_at=stamp(self._workplace.now()), failure="")
        try:
            destinations.require_connected(place, source.office_id)
            facts, removed = self._take(place, source, cancelled)
        except PlaceFailure as failure:
            self._note(looked_at(replace(known, failure=failure.code), source))
            return _Tried(known, BackupOutcome(place.place, place.folder, None, failure.what), failure)
        self._note(looked_at(known, source))
        milestones.reached("backup.noted")
        return _Tried(known, BackupOutcome(place.place, place.folder, facts, removed=removed))

    def _settled(self, one: _Tried) -> _Tried:
        """Remove what the new backup in a folder supersedes."""
        if one.outcome.backup is None:
            return one
        source = self._places.source()
        removed = one.outcome.removed + self._tidy(one.place, source)
        self._note(looked_at(one.place, source))
        return replace(one, outcome=replace(one.outcome, removed=removed))

    def _note(self, known: Place) -> None:
        """Note what is known of a folder. If the office's own folder cannot be written, go on without."""
        with suppress(DiskFull, FolderReadOnly):
            self._places.note(known.place, known)

    def _take(self, place: Place, source: Source, cancelled: Callable[[], bool]) -> tuple[BackupFacts, int]:
        """Take a backup; if there is no room, remove first those that would be removed afterwards.

        Returns how many were removed.
        """
        try:
            return backup.take(source, place.path, self._workplace.now(), cancelled), 0
        except PlaceFull:
            removed = _remove(_shelf(place, source).outlived())
            if not removed:
                raise
        return backup.take(source, place.path, self._workplace.now(), cancelled), removed

    def _tidy(self, place: Place, source: Source) -> int:
        """Remove what the new backup supersedes in its folder; what cannot be removed stays."""
        with suppress(PlaceFailure):
            found = _shelf(place, source)
            return _remove((*found.outlived(), *found.superseded(self._on_chain)))
        return 0

    def _on_chain(self, sequence: int, digest: str) -> bool:
        """Whether the audit log has this entry."""
        with self._workplace.reading() as session:
            return audit_log.hash_at(session, sequence) == digest

    def _log(self, actor: Actor, tried: Iterable[_Tried]) -> None:
        with self._workplace.transaction() as session:
            for one in tried:
                subject, facts = f"place:{one.outcome.place}", one.outcome.backup
                if facts is not None:
                    self._workplace.record(
                        session,
                        actor,
                        Action.BACKUP_TAKEN,
                        subject,
                        backup=Path(facts.path).name,
                        rows=facts.rows,
                        removed=one.outcome.removed,
                    )
                elif one.failure is not None:
                    failure = one.failure.code
                    self._workplace.record(session, actor, Action.BACKUP_FAILED, subject, failure=failure)

    def _discard_former(self, actor: Actor) -> None:
        """End a rotation, now that the new epoch is backed up; whatever hinders that leaves it pending."""
        vault = self._workplace.vault
        former = vault.epochs.former
        if not former:
            return
        with suppress(UserFacingError):  # the backup is whole all the same; the overview says why
            vault.epochs.discard_former()
        gone = sorted(set(former) - set(vault.epochs.former))
        if gone:
            with self._workplace.transaction() as session:
                self._workplace.record(session, actor, Action.FORMER_KEYS_DISCARDED, epochs=gone)


def _shelf(place: Place, source: Source) -> Shelf:
    with destinations.using_place():
        return Shelf(place, source)


def _remove(going: Iterable[Shelved]) -> int:
    """Remove backups; returns how many were removed."""
    removed = 0
    for one in going:
        with suppress(OSError):
            catalogue.remove(one.path)
            removed += 1
        milestones.reached("backup.removed")
    return removed
