"""What can keep a disposal from being verified: what the proof found, and copies that are out of reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hvacdesk.domain.audit import Action, AuditEntry
from hvacdesk.domain.backups import BackupPlace, PlaceState
from hvacdesk.domain.remnants import LEFT_IN_RECORDS
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.wording import Phrase, phrase
from hvacdesk.services.backups import Backups
from hvacdesk.services.permissions import step_of
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import audit_log, sheets
from hvacdesk.store.engine import Session
from hvacdesk.vault import before_update, folder
from hvacdesk.vault.proof import left_beside

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
FORMER_SECRET = "former-secret"
OLD_SHEET = "old-sheet"

MANY = 10_000
"""More changes of backup folders than any office makes."""

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
    FORMER_SECRET: phrase(
        "Disposal", "Another login of this computer still holds a key from before the disposal."
    ),
    OLD_SHEET: phrase(
        "Disposal", "An earlier recovery sheet, not reported as shredded, may open a backup that is left."
    ),
}
"""What is said of each, by code."""


def named(codes: Iterable[str]) -> tuple[Phrase, ...]:
    """What is said of the codes, each once."""
    return tuple(EXCEPTION_NAMES[code] for code in dict.fromkeys(codes))


@step_of("Destruction.destroy")
def copies_left(workplace: Workplace, backups: Backups, actor: Actor) -> tuple[str, ...]:
    """Codes of the copies from before the disposal that still exist, or may exist, after the last backup."""
    vault = workplace.vault
    epochs = vault.former_epochs
    beside = left_beside(vault.database_path, epochs)
    former = [FORMER_FILE] if epochs else []
    with workplace.reading() as session:
        left = [*former, *_backups_left(session, backups.former_copies(actor))]
        if folder.set_aside(vault.database_path.parent):
            left.append(SET_ASIDE)
        if before_update.holds_former(vault.database_path.parent, vault.office_id, vault.epoch):
            left.append(BEFORE_UPDATE)
        sheet = [OLD_SHEET] if left and any(one.to_shred for one in sheets.sheets(session)) else []
    behind = [login for login in vault.logins if not login.here and login.epoch < vault.epoch]
    return (*beside, *left, *([FORMER_SECRET] if behind else []), *sheet)


def _backups_left(session: Session, places: Iterable[BackupPlace]) -> Iterator[str]:
    states = {place.state for place in places}
    if PlaceState.ABSENT in states:
        yield ABSENT_BACKUP
    if states - {PlaceState.ABSENT}:
        yield KEPT_BACKUP
    if place_dropped(session):
        yield DROPPED_PLACE


def place_dropped(session: Session) -> bool:
    """Whether a backup folder was taken off the list, and not put on it again since, with backups in it."""
    last: dict[str, AuditEntry] = {}
    for action in (Action.BACKUP_PLACE_ADDED, Action.BACKUP_PLACE_REMOVED):
        for entry in audit_log.entries(session, limit=MANY, action=action):
            known = last.get(entry.subject)
            if known is None or known.sequence < entry.sequence:
                last[entry.subject] = entry
    return any(
        entry.action is Action.BACKUP_PLACE_REMOVED and entry.details.get("left") != 0
        for entry in last.values()
    )
