"""What can keep a disposal from being verified: what the proof found, and copies that are left."""

from __future__ import annotations

from collections.abc import Iterable

from hvacdesk.domain.disposal.copies_ahead import CopyAhead, CopyFate, CopyKind
from hvacdesk.domain.disposal.remnants import LEFT_IN_RECORDS
from hvacdesk.domain.text.wording import Phrase, phrase

LOST_COPY = "lost-copy"
NEEDLES_LOST = "needles-lost"
STILL_THERE = "still-there"
VALUE_FOUND = "value-found"
REMNANTS = "remnants"
TEXTS_UNSEARCHED = "texts-unsearched"
PAGE_DAMAGED = "page-damaged"
STRUCTURE = "structure"
FORMER_FILE = "former-file"
ABSENT_BACKUP = "absent-backup"
KEPT_BACKUP = "kept-backup"
DROPPED_PLACE = "dropped-place"
SET_ASIDE = "set-aside"
BEFORE_UPDATE = "before-update"
COPY_BESIDE = "copy-beside"
UNSEARCHED = "unsearched-folder"
FORMER_SECRET = "former-secret"
OLD_SHEET = "old-sheet"
TOLD_APART = "told-apart"

EXCEPTION_NAMES: dict[str, Phrase] = {
    LOST_COPY: phrase("Disposal", "A paper had been reported lost, so it could not be shredded."),
    NEEDLES_LOST: phrase(
        "Disposal", "The list of erased values was lost, so they could not be searched for."
    ),
    STILL_THERE: phrase("Disposal", "A customer of this batch is in the database again."),
    VALUE_FOUND: phrase("Disposal", "An erased value was found in the database file."),
    REMNANTS: LEFT_IN_RECORDS,
    TEXTS_UNSEARCHED: phrase(
        "Disposal", "Free texts were not searched: the disposal was begun with an earlier release."
    ),
    PAGE_DAMAGED: phrase("Disposal", "A page of the database file did not decrypt."),
    "rollback-journal": phrase("Disposal", "A rollback journal beside the database was not searched."),
    "unfinished-file": phrase("Disposal", "An unfinished file in the office's folder was not searched."),
    "other-database": phrase("Disposal", "Another database file in the office's folder was not searched."),
    STRUCTURE: phrase("Disposal", "The structure of the database file could not be followed everywhere."),
    FORMER_FILE: phrase("Disposal", "The database file from before the disposal still exists, encrypted."),
    ABSENT_BACKUP: phrase(
        "Disposal", "A backup folder that was not connected holds encrypted backups from before the disposal."
    ),
    KEPT_BACKUP: phrase(
        "Disposal", "An encrypted backup from before the disposal stayed in a connected backup folder."
    ),
    DROPPED_PLACE: phrase(
        "Disposal", "A folder that is no backup folder any more may hold backups from before the disposal."
    ),
    SET_ASIDE: phrase("Disposal", "An encrypted office that a restore put aside still exists."),
    BEFORE_UPDATE: phrase(
        "Disposal",
        "An encrypted backup from before an update of the program is still in the office's folder.",
    ),
    COPY_BESIDE: phrase(
        "Disposal",
        "An encrypted copy of the office from before the disposal lies in the office's own folder.",
    ),
    UNSEARCHED: phrase(
        "Disposal",
        "A folder held more than could be looked through: encrypted backups from before the disposal may be "
        "in it.",
    ),
    FORMER_SECRET: phrase(
        "Disposal",
        "Another login of the computer that keeps the office still holds a key from before the disposal.",
    ),
    OLD_SHEET: phrase(
        "Disposal", "An earlier recovery sheet, not reported as shredded, may open a backup that is left."
    ),
    TOLD_APART: phrase(
        "Disposal",
        "In the backup, somebody who was disposed of was merged with somebody who was not. The merge was "
        "undone; whose is what was noted while it stood cannot be told. The audit log names both.",
    ),
}
"""What is said of each, by code."""


def named(codes: Iterable[str]) -> tuple[Phrase, ...]:
    """What is said of the codes, each once."""
    return tuple(EXCEPTION_NAMES[code] for code in dict.fromkeys(codes))


_LEFT = {
    (CopyKind.BACKUP_FOLDER, CopyFate.OUT_OF_REACH): ABSENT_BACKUP,
    (CopyKind.BACKUP_FOLDER, CopyFate.STAYS): KEPT_BACKUP,
    (CopyKind.DROPPED_FOLDER, CopyFate.STAYS): DROPPED_PLACE,
    (CopyKind.SET_ASIDE, CopyFate.STAYS): SET_ASIDE,
    (CopyKind.BEFORE_UPDATE, CopyFate.STAYS): BEFORE_UPDATE,
    (CopyKind.COPY_BESIDE, CopyFate.STAYS): COPY_BESIDE,
    (CopyKind.BACKUP_FOLDER, CopyFate.UNSEARCHED): UNSEARCHED,
    (CopyKind.COPY_BESIDE, CopyFate.UNSEARCHED): UNSEARCHED,
    (CopyKind.LOGIN, CopyFate.GOES_ON): FORMER_SECRET,
    (CopyKind.SHEET, CopyFate.TO_SHRED): OLD_SHEET,
}


def codes_of(copies: Iterable[CopyAhead]) -> tuple[str, ...]:
    """The codes of copies that are left, each once, in the order in which a certificate names them."""
    found = {(copy.kind, copy.fate) for copy in copies}
    return tuple(dict.fromkeys(code for key, code in _LEFT.items() if key in found))
