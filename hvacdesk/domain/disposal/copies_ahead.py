"""What a disposal means for the copies beside the office's file: shown before it, and certified after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.backups.backups import BackupPlace, PlaceState
from hvacdesk.domain.text.wording import Phrase, phrase


class CopyKind(StrEnum):
    """Where else customers' data may be."""

    BACKUP_FOLDER = "backup_folder"
    DROPPED_FOLDER = "dropped_folder"
    SET_ASIDE = "set_aside"
    BEFORE_UPDATE = "before_update"
    COPY_BESIDE = "copy_beside"
    LOGIN = "login"
    SHEET = "sheet"
    MEDIUM = "medium"


COPY_KIND_NAMES: dict[CopyKind, Phrase] = {
    CopyKind.BACKUP_FOLDER: phrase("Disposal", "Backup folder"),
    CopyKind.DROPPED_FOLDER: phrase("Disposal", "Folder taken off the list of backup folders"),
    CopyKind.SET_ASIDE: phrase("Disposal", "Office that a restore put aside"),
    CopyKind.BEFORE_UPDATE: phrase("Disposal", "Backup from before an update"),
    CopyKind.COPY_BESIDE: phrase("Disposal", "Copy of the office in its own folder"),
    CopyKind.LOGIN: phrase("Disposal", "Another login of the computer that keeps the office"),
    CopyKind.SHEET: phrase("Disposal", "Earlier recovery sheet"),
    CopyKind.MEDIUM: phrase("Disposal", "Medium in the register"),
}


class CopyFate(StrEnum):
    """What becomes of it."""

    REPLACED = "replaced"
    OUT_OF_REACH = "out_of_reach"
    NOTHING_THERE = "nothing_there"
    STAYS = "stays"
    UNSEARCHED = "unsearched"
    GOES_ON = "goes_on"
    TO_SHRED = "to_shred"
    NOT_SEARCHED = "not_searched"


COPY_FATE_NAMES: dict[CopyFate, Phrase] = {
    CopyFate.REPLACED: phrase("Disposal", "Replaced by a new backup"),
    CopyFate.OUT_OF_REACH: phrase("Disposal", "Not connected: named on the certificate"),
    CopyFate.NOTHING_THERE: phrase("Disposal", "Not connected; no backup is noted there"),
    CopyFate.STAYS: phrase("Disposal", "Stays, encrypted: named on the certificate"),
    CopyFate.UNSEARCHED: phrase("Disposal", "Not looked through to its end: named on the certificate"),
    CopyFate.GOES_ON: phrase("Disposal", "Holds a former key until that login opens the office"),
    CopyFate.TO_SHRED: phrase("Disposal", "Shred it: it may open a backup that is left"),
    CopyFate.NOT_SEARCHED: phrase("Disposal", "Not searched: look for exported files on it"),
}


@dataclass(frozen=True)
class CopyAhead:
    """One copy. ``name`` tells it from others of its kind: a folder, a number."""

    kind: CopyKind
    name: str
    fate: CopyFate


@dataclass(frozen=True)
class CopiesBeside:
    """The copies of an earlier state of the office that exist beside its file.

    Attributes:
        folders: the backup folders; after the disposal, only those that still hold an earlier state.
        dropped: whether a folder with backups in it was taken off the list.
        set_aside: names of the offices that restores put aside.
        before_update: whether there is a backup from before an update of the program.
        copies: names of what somebody copied into the office's own folder.
        home_unsearched: whether there is more in the office's own folder than is looked through.
        logins: names of other logins of this computer that hold an earlier key.
        sheets: numbers of earlier recovery sheets that are not reported as shredded.
    """

    folders: Sequence[BackupPlace]
    dropped: bool
    set_aside: Sequence[str]
    before_update: bool
    logins: Sequence[str]
    sheets: Sequence[int]
    copies: Sequence[str] = ()
    home_unsearched: bool = False

    def ahead(self) -> Iterator[CopyAhead]:
        """What a disposal will mean for each, those that it replaces first."""
        folders = sorted(self.folders, key=lambda place: place.state is PlaceState.ABSENT)
        yield from (CopyAhead(CopyKind.BACKUP_FOLDER, one.folder, _fate_ahead(one)) for one in folders)
        yield from _unsearched(folders)
        yield from self._apart()
        if self.before_update:
            yield CopyAhead(CopyKind.BEFORE_UPDATE, "", CopyFate.REPLACED)
        yield from self._logins()
        yield from self._sheets()

    def left(self, *, former_file: bool) -> Iterator[CopyAhead]:
        """What a disposal has left: each is named on the certificate.

        Args:
            former_file: whether the office's own file from before the disposal is left too.
        """
        encrypted = (
            *(
                CopyAhead(CopyKind.BACKUP_FOLDER, one.folder, _fate_after(one))
                for one in self.folders
                if one.former_epochs or not one.unsearched
            ),
            *_unsearched(self.folders),
            *self._apart(),
            *([CopyAhead(CopyKind.BEFORE_UPDATE, "", CopyFate.STAYS)] if self.before_update else []),
        )
        yield from encrypted
        yield from self._logins()
        if encrypted or former_file:  # a sheet opens nothing without such a file
            yield from self._sheets()

    def _apart(self) -> Iterator[CopyAhead]:
        """Those that no disposal reaches."""
        if self.dropped:
            yield CopyAhead(CopyKind.DROPPED_FOLDER, "", CopyFate.STAYS)
        yield from (CopyAhead(CopyKind.SET_ASIDE, name, CopyFate.STAYS) for name in self.set_aside)
        yield from (CopyAhead(CopyKind.COPY_BESIDE, name, CopyFate.STAYS) for name in self.copies)
        if self.home_unsearched:
            yield CopyAhead(CopyKind.COPY_BESIDE, "", CopyFate.UNSEARCHED)

    def _logins(self) -> Iterator[CopyAhead]:
        return (CopyAhead(CopyKind.LOGIN, name, CopyFate.GOES_ON) for name in self.logins)

    def _sheets(self) -> Iterator[CopyAhead]:
        return (CopyAhead(CopyKind.SHEET, str(number), CopyFate.TO_SHRED) for number in self.sheets)


def _unsearched(folders: Iterable[BackupPlace]) -> Iterator[CopyAhead]:
    """Those in which more lies than is looked through; said besides what becomes of what was found."""
    return (
        CopyAhead(CopyKind.BACKUP_FOLDER, one.folder, CopyFate.UNSEARCHED)
        for one in folders
        if one.unsearched
    )


def _fate_ahead(place: BackupPlace) -> CopyFate:
    if place.state is not PlaceState.ABSENT:
        return CopyFate.REPLACED
    return CopyFate.OUT_OF_REACH if place.verified_at or place.former_epochs else CopyFate.NOTHING_THERE


def _fate_after(place: BackupPlace) -> CopyFate:
    return CopyFate.OUT_OF_REACH if place.state is PlaceState.ABSENT else CopyFate.STAYS
