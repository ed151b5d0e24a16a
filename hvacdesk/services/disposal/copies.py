"""Which copies of the office a disposal will replace, and which it cannot reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hvacdesk.domain.backups import BackupPlace, PlaceState
from hvacdesk.domain.copies_ahead import CopyAhead, CopyFate, CopyKind
from hvacdesk.domain.roles import Actor
from hvacdesk.services.backups import Backups
from hvacdesk.services.disposal.exceptions import place_dropped
from hvacdesk.services.permissions import step_of
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import media, sheets
from hvacdesk.store.engine import Session
from hvacdesk.vault import before_update, folder


@step_of("Disposal.copies_ahead")
def copies_ahead(workplace: Workplace, backups: Backups, actor: Actor) -> tuple[CopyAhead, ...]:
    """The copies, those that will be replaced first. Looks at disks, which may take a while.

    Raises:
        PlacesUnreadable: the note of the backup folders is damaged.
    """
    with workplace.reading() as session:
        return (
            *_backups(workplace, backups.places(actor), session),
            *_keys(workplace, session),
            *_media(session),
        )


def _backups(workplace: Workplace, known: Sequence[BackupPlace], session: Session) -> Iterator[CopyAhead]:
    places = sorted(known, key=lambda place: place.state is PlaceState.ABSENT)
    yield from (CopyAhead(CopyKind.BACKUP_FOLDER, place.folder, _fate(place)) for place in places)
    if place_dropped(session):
        yield CopyAhead(CopyKind.DROPPED_FOLDER, "", CopyFate.STAYS)
    vault = workplace.vault
    home = vault.database_path.parent
    for aside in folder.set_aside(home):
        yield CopyAhead(CopyKind.SET_ASIDE, aside.name, CopyFate.STAYS)
    if before_update.holds_former(home, vault.office_id, vault.epoch + 1):
        yield CopyAhead(CopyKind.BEFORE_UPDATE, "", CopyFate.REPLACED)


def _fate(place: BackupPlace) -> CopyFate:
    if place.state is not PlaceState.ABSENT:
        return CopyFate.REPLACED
    return CopyFate.OUT_OF_REACH if place.verified_at or place.former_epochs else CopyFate.NOTHING_THERE


def _keys(workplace: Workplace, session: Session) -> Iterator[CopyAhead]:
    for login in workplace.vault.logins:
        if not login.here:
            yield CopyAhead(CopyKind.LOGIN, login.name, CopyFate.GOES_ON)
    for sheet in sheets.sheets(session):
        if sheet.to_shred:
            yield CopyAhead(CopyKind.SHEET, str(sheet.number), CopyFate.TO_SHRED)


def _media(session: Session) -> Iterator[CopyAhead]:
    for row in media.everything(session):
        if row.done is None:
            yield CopyAhead(CopyKind.MEDIUM, f"{row.number}  {row.facts.label}", CopyFate.NOT_SEARCHED)
