"""What a disposal will mean for the copies beside the office's file, told before it is carried out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.wording import Phrase, phrase


class CopyKind(StrEnum):
    """Where else customers' data may lie."""

    BACKUP_FOLDER = "backup_folder"
    DROPPED_FOLDER = "dropped_folder"
    SET_ASIDE = "set_aside"
    BEFORE_UPDATE = "before_update"
    LOGIN = "login"
    SHEET = "sheet"
    MEDIUM = "medium"


COPY_KIND_NAMES: dict[CopyKind, Phrase] = {
    CopyKind.BACKUP_FOLDER: phrase("Disposal", "Backup folder"),
    CopyKind.DROPPED_FOLDER: phrase("Disposal", "Folder taken off the list of backup folders"),
    CopyKind.SET_ASIDE: phrase("Disposal", "Office that a restore put aside"),
    CopyKind.BEFORE_UPDATE: phrase("Disposal", "Backup from before an update"),
    CopyKind.LOGIN: phrase("Disposal", "Another login of this computer"),
    CopyKind.SHEET: phrase("Disposal", "Earlier recovery sheet"),
    CopyKind.MEDIUM: phrase("Disposal", "Medium in the register"),
}


class CopyFate(StrEnum):
    """What becomes of it."""

    REPLACED = "replaced"
    OUT_OF_REACH = "out_of_reach"
    NOTHING_THERE = "nothing_there"
    STAYS = "stays"
    GOES_ON = "goes_on"
    TO_SHRED = "to_shred"
    NOT_SEARCHED = "not_searched"


COPY_FATE_NAMES: dict[CopyFate, Phrase] = {
    CopyFate.REPLACED: phrase("Disposal", "Replaced by a new backup"),
    CopyFate.OUT_OF_REACH: phrase("Disposal", "Not connected: named on the certificate"),
    CopyFate.NOTHING_THERE: phrase("Disposal", "Not connected; no backup is noted there"),
    CopyFate.STAYS: phrase("Disposal", "Stays, encrypted: named on the certificate"),
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
