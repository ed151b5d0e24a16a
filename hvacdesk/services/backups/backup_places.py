"""The folders that an open office's backups go to: naming them, and the state of each."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from hvacdesk.domain.backups.backups import BackupPlace
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.exchange.given_files import OfficeFile
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.backups.backup_state import looked_at, said
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.backups import file_facts
from hvacdesk.vault.backup import catalogue, destinations
from hvacdesk.vault.backup.backup import Source
from hvacdesk.vault.backup.backup_errors import BackupNeeded, PlaceFailure, PlaceKnown, PlacesUnreadable
from hvacdesk.vault.backup.destinations import Place
from hvacdesk.vault.backup.strays import strays


class BackupPlaces:
    """The backup folders of an open office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._noting = workplace.shared.lock("backup places")

    @property
    def home(self) -> Path:
        """The office's own folder."""
        return self._workplace.vault.database_path.parent

    def source(self) -> Source:
        """The office as the source of a backup."""
        return self._workplace.vault.backup_source(file_facts.read)

    def noted(self) -> tuple[Place, ...]:
        """What is noted of the folders, in the order of naming. Raises :class:`PlacesUnreadable`."""
        return destinations.read(self.home)

    def all(self) -> tuple[BackupPlace, ...]:
        """The state of each folder. Raises :class:`PlacesUnreadable`."""
        source = self.source()
        return tuple(self._said(place, source) for place in self.noted())

    def is_connected(self, place: BackupPlace) -> bool:
        """Whether a folder of :meth:`all` is there now."""
        return self._is_there(Place(place.place, place.folder))

    def _is_there(self, place: Place) -> bool:
        return destinations.connected(place, self._workplace.vault.office_id)

    @needs(Permission.MANAGE_OFFICE)
    def add(self, actor: Actor, folder: OfficeFile) -> BackupPlace:
        """Name a folder for backups. One that was named before is used again, with the backups in it.

        Raises:
            PlaceMissing, PlaceInOffice, PlaceInProgram, PlaceInBackup, PlaceTooDeep, PlaceOfAnother,
                PlaceKnown: it cannot be one.
            PlaceReadOnly, PlaceFull, PlaceFailure: it cannot be written to.
        """
        chosen = Path(folder).absolute()
        with suppress(PlacesUnreadable):  # then the list is begun again, as that error says
            if any(_is_folder(place, chosen) for place in self.noted()):
                raise PlaceKnown
        marked = destinations.mark(chosen, self.home, self._workplace.vault.office_id)
        place = Place(marked, str(chosen))
        with self._workplace.transaction() as session:
            self._workplace.record(session, actor, Action.BACKUP_PLACE_ADDED, f"place:{marked}")
            self.note(marked, place)
        return self._said(place, self.source())

    @needs(Permission.MANAGE_OFFICE)
    def remove(self, actor: Actor, place: str, *, with_backups: bool = False) -> None:
        """Make no more backups there. Those that stay there can still be restored, and the log says how many.

        Args:
            place: the folder's id; where it lies is looked up in the note of the folders.
            with_backups: remove this office's backups that are there, as far as they can be reached.

        Raises:
            RecordGone: it is none of the folders.
            PlacesUnreadable: the note of the folders is damaged.
        """
        noted = next((one for one in self.noted() if one.place == place), None)
        if noted is None:
            raise RecordGone
        left = self._left(noted, remove=with_backups)
        with self._workplace.transaction() as session:
            subject = f"place:{place}"
            self._workplace.record(session, actor, Action.BACKUP_PLACE_REMOVED, subject, left=left)
            self.note(place, None)
        with suppress(PlaceFailure):
            destinations.unmark(noted, self._workplace.vault.office_id)

    def _left(self, place: Place, *, remove: bool) -> int:
        """How many backups stay in a folder; of one that is away, how many it had when it was last seen."""
        office_id = self._workplace.vault.office_id
        if not self._is_there(place):
            return sum(count for _, count in place.held) or int(place.unsearched)
        with destinations.using_place():
            for one in catalogue.shelved(place.path, office_id) if remove else ():
                with suppress(OSError):  # it is counted as left
                    catalogue.remove(one.path)
            look = strays(place.path, office_id, self.home)
            left = len(catalogue.shelved(place.path, office_id)) + len(look.found)
            return left or int(not look.whole)  # what was not looked at may be one

    def note(self, place: str, known: Place | None) -> None:
        """Note what is known of one folder now, or that it is none any more.

        A folder that is known by another path is the same disk, now connected elsewhere.
        """
        with self._noting:
            try:
                noted = list(self.noted())
            except PlacesUnreadable:
                noted = []
            at = next((at for at, one in enumerate(noted) if one.place == place), len(noted))
            noted[at : at + 1] = [] if known is None else [known]
            destinations.write(self.home, noted)

    def require_reachable(self) -> None:
        """Make sure that a backup can be taken after what is about to be done.

        Raises:
            BackupNeeded: no folder is connected that takes files and has room.
        """
        source = self.source()
        for place in self.noted():
            with suppress(PlaceFailure):
                destinations.require_room(place, source.office_id, source.database.stat().st_size)
                return
        raise BackupNeeded

    def _said(self, place: Place, source: Source) -> BackupPlace:
        connected = destinations.connected(place, source.office_id)
        return said(looked_at(place, source), source.epoch, self._workplace.now(), connected=connected)


def _is_folder(place: Place, chosen: Path) -> bool:
    try:
        return place.path.samefile(chosen)
    except OSError:
        return place.path == chosen
