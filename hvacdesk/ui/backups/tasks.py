"""What backups and keys ask of the person responsible, each one click from the work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.backups.backups import BackupOverview, BackupPlace, PlaceState
from hvacdesk.domain.entry.keys import KeyStanding, SheetRecord
from hvacdesk.domain.office.today import sheet_aged
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.wording.backup_places import verified_text


@dataclass(frozen=True)
class Task:
    """One thing to do.

    Attributes:
        text: what to do, in a few words.
        note: what it is about.
        tab: of the settings, where it is done.
    """

    text: str
    note: str
    tab: str


def tasks(overview: BackupOverview, standing: KeyStanding, words: Words, today: date) -> tuple[Task, ...]:
    """Everything that is open, the more pressing first."""
    translate = QCoreApplication.translate
    found = [_place_task(place, words, today) for place in overview.places if place.state != PlaceState.GOOD]
    if not overview.places:
        note = translate("BackupTasks", "Without one, a lost computer means lost data.")
        found.append(Task(translate("BackupTasks", "Choose a backup folder"), note, "backups"))
    if overview.pending_epochs:
        note = translate("BackupTasks", "The keys were renewed; their former file is kept until then.")
        if overview.pending_because is not None:
            note = overview.pending_because.sentences(words)[0]
        found.append(Task(translate("BackupTasks", "Back up under the new keys"), note, "backups"))
    if standing.sheet_due:
        note = translate("BackupTasks", "The present one was used, or somebody who left may know it.")
        found.append(Task(translate("BackupTasks", "Print a new recovery sheet"), note, "keys"))
    elif (sheet := _sheet_in_force(standing)) is not None and sheet_aged(sheet.created_on, today):
        note = translate("BackupTasks", "The present one is of {day}; it is renewed once a year.")
        found.append(
            Task(
                translate("BackupTasks", "Renew the recovery sheet"),
                note.format(day=day_text(sheet.created_on)),
                "keys",
            )
        )
    for sheet in standing.sheets:
        if sheet.to_shred:
            text = translate("BackupTasks", "Shred recovery sheet {number}").format(number=sheet.number)
            found.append(Task(text, translate("BackupTasks", "It still opens old backups."), "keys"))
    return tuple(found)


def _sheet_in_force(standing: KeyStanding) -> SheetRecord | None:
    return next((sheet for sheet in standing.sheets if not sheet.replaced_on), None)


def _place_task(place: BackupPlace, words: Words, today: date) -> Task:
    translate = QCoreApplication.translate
    verified = verified_text(place.verified_at, today)
    about = f"{place.folder}\n{verified}"
    if place.state is PlaceState.ABSENT:
        return Task(translate("BackupTasks", "Connect the backup disk"), about, "backups")
    if place.state is PlaceState.FAILED:
        reason = words(place.failure) if place.failure is not None else verified
        text = translate("BackupTasks", "See why the backup failed")
        return Task(text, f"{place.folder}\n{reason}", "backups")
    return Task(translate("BackupTasks", "Back up now"), about, "backups")
