"""Keeping the signed disposed list in the office's folder and beside every backup that can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from hvacdesk.domain.disposal.disposed_list import DisposedList, merged
from hvacdesk.services.backups.backup_places import BackupPlaces
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.disposal import disposed_list as disposed
from hvacdesk.vault import milestones
from hvacdesk.vault.backup import destinations
from hvacdesk.vault.backup.backup_errors import PlaceFailure, PlacesUnreadable
from hvacdesk.vault.erasure import disposed_list
from hvacdesk.vault.erasure.disposed_list import ListRefused


class DisposedLists:
    """The copies of an open office's disposed list."""

    def __init__(self, workplace: Workplace, places: BackupPlaces) -> None:
        self._workplace = workplace
        self._places = places
        # a disposal writes the list while the backups are taken
        self._writing = workplace.shared.lock("disposed list")

    def write(self) -> None:
        """Write and sign the list from the ledger and every copy in reach, and put it wherever it belongs.

        Raises:
            NotPermitted: this session does not hold the signing key.
            DiskFull, FolderReadOnly: the office's own copy is as it was.
        """
        with self._writing:
            self._write()

    def spread(self) -> None:
        """Copy the office's list beside the backups, unless a list there has more; needs no signing key."""
        with self._writing:
            self._spread()

    def refresh(self) -> None:
        """Sign the list again if this session holds the signing key; otherwise only copy it."""
        if self._workplace.vault.holds_signing_key:
            self.write()
        else:
            self.spread()

    def _write(self) -> None:
        vault = self._workplace.vault
        with self._workplace.reading() as session:
            ledger = disposed.listed(session)
        listed = merged([ledger, *self._copies()])
        if not listed.customers:
            return
        content = disposed_list.written(listed, vault.office_id, vault.signer_succession, vault.sign)
        disposed_list.write(self._places.home, content)
        milestones.reached("list.written")
        for folder in self._connected():
            self._put(folder, content)

    def _spread(self) -> None:
        content = disposed_list.read_bytes(self._places.home)
        own = self._read(self._places.home)
        if content is None or own is None:
            return
        for folder in self._connected():
            there = self._read(folder)
            if there is None or there.lines() <= own.lines():
                self._put(folder, content)

    def _copies(self) -> Iterator[DisposedList]:
        """Every different list in reach."""
        there = map(disposed_list.read_bytes, (self._places.home, *self._connected()))
        for content in dict.fromkeys(content for content in there if content is not None):
            with suppress(ListRefused):
                yield self._opened(content)

    def _connected(self) -> tuple[Path, ...]:
        try:
            noted = self._places.noted()
        except PlacesUnreadable:
            return ()
        office_id = self._workplace.vault.office_id
        return tuple(place.path for place in noted if destinations.connected(place, office_id))

    def _read(self, folder: Path) -> DisposedList | None:
        vault = self._workplace.vault
        return disposed_list.read(folder, vault.office_id, vault.verify)

    def _opened(self, content: bytes) -> DisposedList:
        vault = self._workplace.vault
        return disposed_list.opened(content, vault.office_id, vault.verify)

    def _put(self, folder: Path, content: bytes) -> None:
        """Write the list beside backups; if a disk does not take it, its older list stays."""
        with suppress(PlaceFailure), destinations.using_place():
            disposed_list.write(folder, content)
            milestones.reached("list.copied")
