"""Which copies of the office a disposal will replace, and which it has left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hvacdesk.domain.backups.backups import BackupPlace
from hvacdesk.domain.disposal.copies_ahead import CopiesBeside, CopyAhead, CopyFate, CopyKind
from hvacdesk.domain.oversight.audit_log import Action, AuditEntry
from hvacdesk.domain.roles import Actor
from hvacdesk.services.backups.backup_state import beside_office, told_epoch
from hvacdesk.services.backups.backups import Backups
from hvacdesk.services.disposal.exceptions import FORMER_FILE, codes_of
from hvacdesk.services.permissions import step_of
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.backups import file_facts
from hvacdesk.store.disposal import media
from hvacdesk.store.engine import Session
from hvacdesk.store.entry import recovery_sheets
from hvacdesk.store.oversight import audit_log
from hvacdesk.vault import folder
from hvacdesk.vault.backup import before_update
from hvacdesk.vault.backup.strays import Strays
from hvacdesk.vault.erasure.proof import left_beside

MANY = 10_000
"""More changes of backup folders than any office makes."""


@step_of("Destruction.copies_ahead")
def copies_ahead(workplace: Workplace, backups: Backups, actor: Actor) -> tuple[CopyAhead, ...]:
    """The copies, those that will be replaced first. Looks at disks, which may take a while.

    Raises:
        PlacesUnreadable: the note of the backup folders is damaged.
    """
    with workplace.reading() as session:
        copies = _copies(workplace)
        beside = _beside(workplace, session, backups.places(actor), copies, workplace.vault.epoch + 1, b"")
        return (*beside.ahead(), *_media(session))


@step_of("Destruction.destroy")
def copies_left(workplace: Workplace, backups: Backups, actor: Actor) -> tuple[str, ...]:
    """Codes of the copies from before the disposal that still exist, or may exist, after the last backup."""
    vault = workplace.vault
    former = [FORMER_FILE] if vault.epochs.former else []
    source = vault.backup_source(file_facts.read)
    look = _copies(workplace)
    copies = Strays(tuple(one for one in look.found if told_epoch(one, source) < source.epoch), look.whole)
    named = [one.path for one in copies.found]
    files = left_beside(vault.database_path, vault.epochs.former, named)
    with workplace.reading() as session:
        places = backups.former_copies(actor)
        beside = _beside(workplace, session, places, copies, source.epoch, source.salt)
    return (*files, *former, *codes_of(beside.left(former_file=bool(former))))


def _copies(workplace: Workplace) -> Strays:
    """What lies in the office's own folder and is not the program's."""
    try:
        return beside_office(workplace.vault.backup_source(file_facts.read))
    except OSError:
        return Strays((), whole=False)


def _beside(
    workplace: Workplace,
    session: Session,
    folders: Sequence[BackupPlace],
    copies: Strays,
    epoch: int,
    salt: bytes,
) -> CopiesBeside:
    """``epoch`` is the first one that holds nothing of those who go; its databases begin with ``salt``."""
    vault = workplace.vault
    home = vault.database_path.parent
    return CopiesBeside(
        folders=folders,
        dropped=_place_dropped(session),
        set_aside=[aside.name for aside in folder.set_aside(home)],
        before_update=before_update.holds_former(home, vault.office_id, epoch, salt),
        logins=[login.name for login in vault.logins.listed() if not login.here and login.epoch < epoch],
        sheets=[sheet.number for sheet in recovery_sheets.sheets(session) if sheet.to_shred],
        copies=[str(one.path.relative_to(home)) for one in copies.found],
        home_unsearched=not copies.whole,
    )


def _media(session: Session) -> Iterator[CopyAhead]:
    for row in media.everything(session):
        if row.done is None:
            yield CopyAhead(CopyKind.MEDIUM, f"{row.number}  {row.facts.label}", CopyFate.NOT_SEARCHED)


def _place_dropped(session: Session) -> bool:
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
