"""``hvacdesk backup``: a backup now, into the office's folders or into one that is named."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hvacdesk import own_files
from hvacdesk.commands.door import FAILED, OK, logged_in, say, words
from hvacdesk.domain.backups.backups import BackupOutcome, BackupPlace
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.visible import visible
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.open_office import Office

NO_FOLDER = phrase("Command line", "No backup folder is known yet: name one with --to FOLDER.")
TAKEN = phrase("Command line", "{folder}: backed up and read back, {rows} rows, {size} bytes")
NOT_TAKEN = phrase("Command line", "{folder}: NO BACKUP. {reason}")


def run(home: Path | None, account: str | None, to: Path | None) -> int:
    """Back up; 1 when a folder got none."""
    with logged_in(home, account) as (office, actor):
        chosen = None if to is None else {_place(office, actor, to).place}
        outcomes = office.backups.run(actor, places=chosen)
    return _told(outcomes)


def _place(office: Office, actor: Actor, folder: Path) -> BackupPlace:
    """The folder as one of the office's; a new one is added, which only a person responsible may do."""
    wanted = own_files.real(folder)
    known = (one for one in office.backups.places(actor) if own_files.real(Path(one.folder)) == wanted)
    return next(known, None) or office.backups.add_place(actor, str(wanted))


def _told(outcomes: Sequence[BackupOutcome]) -> int:
    if not outcomes:
        say(NO_FOLDER)
        return FAILED
    for one in outcomes:
        if one.backup is not None:
            details = {"rows": one.backup.rows, "size": one.backup.size}
            say(TAKEN, folder=one.folder, **details)
            print(visible(one.backup.path))
        else:
            reason = words()(one.failure) if one.failure is not None else ""
            say(NOT_TAKEN, folder=one.folder, reason=reason)
    return OK if all(one.backup for one in outcomes) else FAILED
