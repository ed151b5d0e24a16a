"""An office with a verified backup on a disk, its recovery sheet, and work that came after the backup."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.open_office import Office
from hvacdesk.vault.device.keyring_store import DeviceKeyring
from tests.helpers.desk_office import OWNER_PASSPHRASE, device_account_of, now, set_up_with_sheet

LATER = "入社 次郎"
"""Somebody who was invited after the backup was taken."""


@dataclass(frozen=True)
class BackedUp:
    """The office and where its backup lies.

    Attributes:
        home: the office's folder.
        place: the folder that was named for backups.
        backup: the backup's own folder.
        sheet: the text of the recovery sheet's QR code.
    """

    home: Path
    place: Path
    backup: Path
    sheet: str

    @property
    def groups(self) -> list[str]:
        """The printed code."""
        return self.sheet.rpartition(":")[2].split("-")

    def lose_computer(self) -> None:
        """Only the disk and the paper are left."""
        self.lose_secret()
        shutil.rmtree(self.home)

    def lose_secret(self) -> None:
        """The key store of this computer login holds nothing of the office."""
        DeviceKeyring().delete(device_account_of(self.home))

    def files(self) -> dict[str, bytes]:
        """What the office's folder holds, but for locks and looks."""
        kept = (
            path for path in self.home.rglob("*") if path.is_file() and path.suffix not in {".lock", ".ini"}
        )
        return {str(path.relative_to(self.home)): path.read_bytes() for path in kept}


def log_in_owner(home: Path, passphrase: str = OWNER_PASSPHRASE) -> tuple[Office, Actor]:
    """The first owner of the office in ``home``."""
    entry = OfficeEntry(home, now)
    entry.open_sealed()
    owner = next(member for member in entry.staff() if Role.OWNER.value in member.roles)
    return entry.login(owner.account, passphrase)


def back_up_office(home: Path, place: Path) -> BackedUp:
    """Set an office up, back it up, and go on working."""
    sheet = set_up_with_sheet(home)
    office, owner = log_in_owner(home)
    place.mkdir(parents=True)
    office.backups.add_place(owner, str(place))
    outcome = office.backups.run(owner)[0]
    assert outcome.backup is not None, outcome.failure
    office.accounts.invite(owner, LATER, {Role.DESK})
    office.leave(owner)
    return BackedUp(home, place, Path(outcome.backup.path), sheet)
