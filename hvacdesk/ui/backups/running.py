"""Taking backups in every folder, with the folder's name beside the progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.backups.backups import BackupOutcome
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import Phrase, Words
from hvacdesk.ui.background import Progress

if TYPE_CHECKING:
    from hvacdesk.services.open_office import Office


def back_up_everywhere(
    office: Office, actor: Actor, words: Words, progress: Progress
) -> tuple[BackupOutcome, ...]:
    """Back up into every folder; runs on a worker thread.

    Once cancelled, the copy that is under way is given up and the remaining folders are left out.
    """
    folders = [place.folder for place in office.backups.places(actor)]

    def report(step: Phrase, number: int, count: int) -> None:
        text = words(step)
        if number < len(folders):
            named = QCoreApplication.translate("Backups", "{step}: {folder}")
            text = named.format(step=text, folder=folders[number])
        progress(number, count if count > 1 else 0, text)  # of a single folder nobody knows how far it is

    return office.backups.run(actor, report, lambda: progress.cancelled)
