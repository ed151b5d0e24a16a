"""Offices that earlier releases wrote, unpacked for one test with the secrets that open them."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hvacdesk.domain.roles import Actor
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.open_office import Office
from hvacdesk.store.schema import SCHEMA_VERSION
from tests.helpers import key_snapshot
from tests.helpers.ground import MovableClock

FIXTURES = Path(__file__).parents[1] / "fixtures"

SCHEMAS = {"office_v1": 1, "office_v2": 3, "office_v4": 4, "office_v9": 9}
"""The version of each fixture's tables."""

SHARED_NAME = "hvacdesk"
OWN_NAME = "hvacdesk/{account}"
PLACES = {"one for all": SHARED_NAME, "one for each": OWN_NAME}
"""The service names under which releases keep secrets in the key store, the earliest first.

The releases that wrote these offices had one for all accounts; a later one moved each under its own name.
Written out, for it is by these that an office of then has to be found. A new way is added here, and no former
one goes.
"""


@dataclass(frozen=True)
class WrittenOffice:
    """An office of an earlier release.

    Attributes:
        told: the fixture's ``synthetic.json``: accounts, recovery code and what the office holds.
        disk: the folder with its backups; None where the release took none.
    """

    home: Path
    told: dict[str, Any]
    clock: MovableClock
    disk: Path | None

    def entry(self) -> OfficeEntry:
        """The door, with the key store already asked."""
        entry = OfficeEntry(self.home, self.clock)
        entry.open_sealed()
        return entry

    def login(self, account: dict[str, Any]) -> tuple[Office, Actor]:
        """Log one of the told accounts in."""
        return self.entry().login(account["account"], account["passphrase"])

    def owner(self) -> tuple[Office, Actor]:
        """Log the first owner in."""
        return self.login(next(one for one in self.told["accounts"] if one["roles"] == ["owner"]))


def names() -> tuple[str, ...]:
    """Every fixture that there is."""
    return tuple(sorted(path.parent.name for path in FIXTURES.glob("*/office.zip")))


def older_names() -> tuple[str, ...]:
    """The fixtures that this version has to bring up to date."""
    return tuple(name for name in names() if SCHEMAS[name] < SCHEMA_VERSION)


def names_with_backup() -> tuple[str, ...]:
    """The fixtures whose release took backups."""
    return tuple(name for name in names() if (FIXTURES / name / "backup.zip").exists())


def unpacked(name: str, folder: Path, service: str = SHARED_NAME) -> WrittenOffice:
    """Unpack an office into a folder of its own and put its secrets where a release kept them.

    Args:
        service: one of :data:`PLACES`. What an earlier unpacking left in this process's key store goes.
    """
    told = json.loads((FIXTURES / name / "synthetic.json").read_text(encoding="utf-8"))
    home = folder / "office"
    home.mkdir(mode=0o700)
    with zipfile.ZipFile(FIXTURES / name / "office.zip") as archive:
        archive.extractall(home)
    disk = _unpacked_disk(name, folder)
    (office,) = {account.partition("/")[0] for account in told["key_store"]}
    kept = {
        (service.format(account=account), account): secret.encode("ascii")
        for account, secret in told["key_store"].items()
    }
    key_snapshot.put_back(kept, office)
    day_after = datetime.fromisoformat(told["today"]).replace(tzinfo=UTC) + timedelta(days=1)
    return WrittenOffice(home, told, MovableClock(day_after), disk)


def _unpacked_disk(name: str, folder: Path) -> Path | None:
    packed = FIXTURES / name / "backup.zip"
    if not packed.exists():
        return None
    disk = folder / "usb"
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(disk)
    return disk
