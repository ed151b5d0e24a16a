"""Offices for tests: cheap passphrase work, a key store in memory, and a new office in one call."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from unittest.mock import patch

from hvacdesk.vault.device.keyring_store import Secrets
from hvacdesk.vault.keyfile import kdf
from hvacdesk.vault.keyfile.recovery import RecoverySheet
from hvacdesk.vault.office import NewOffice, OpenVault
from hvacdesk.vault.report_box import report_box_case

CHEAP = kdf.Cost(memory=64, passes=1, lanes=1)
OWNER_PASSPHRASE = "hinoki-no-mado-ni-yuki"
ONE_TIME = "ichido-dake-no-aikotoba"


_REAL_TUNED = kdf.tuned_cost
_REAL = (kdf._FLOOR, kdf._SLOWDOWN, kdf._LIGHT, report_box_case.RECEIPT_COST)


@contextmanager
def cheap_passphrases() -> Iterator[None]:
    """Lower the floor of passphrase work for this process. Nothing in the program can reach this.

    Receipts of the report box, its toll and PINs become as cheap. Every test gets this by itself; processes
    that tests start do the work in full, unless they ask for it.
    """
    with patch.object(kdf, "tuned_cost", lambda: CHEAP), _costs(CHEAP, CHEAP, CHEAP, CHEAP):
        yield


@contextmanager
def real_passphrases() -> Iterator[None]:
    """Do passphrase work in full within the block."""
    with patch.object(kdf, "tuned_cost", _REAL_TUNED), _costs(*_REAL):
        yield


@contextmanager
def remembered_passphrases() -> Iterator[None]:
    """Do the work of each passphrase once within the block, where an old office asks for all of it."""
    remembered = patch.object(kdf, "_argon2id", cache(kdf._argon2id))
    with remembered, patch.object(report_box_case, "RECEIPT_COST", _REAL[-1]):
        yield


@contextmanager
def _costs(floor: kdf.Cost, slowdown: kdf.Cost, light: kdf.Cost, receipt: kdf.Cost) -> Iterator[None]:
    with (
        patch.multiple(kdf, _FLOOR=floor, _SLOWDOWN=slowdown, _LIGHT=light),
        patch.object(report_box_case, "RECEIPT_COST", receipt),
    ):
        yield


@dataclass
class MemorySecrets:
    """A key store of one process, for unit tests of what is built on it. Integration tests use a real one."""

    backend_name: str = "memory"
    kept: dict[str, bytes] = field(default_factory=dict)

    def read(self, account: str) -> bytes | None:
        """The secret, or None."""
        return self.kept.get(account)

    def write(self, account: str, secret: bytes) -> None:
        """Store a secret."""
        self.kept[account] = secret

    def delete(self, account: str) -> None:
        """Delete a secret."""
        self.kept.pop(account, None)

    def require_seen(self, account: str) -> None:
        """All of it is seen."""


@dataclass
class Clock:
    """A clock that tests move."""

    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        """Seconds since 1970."""
        return self.now


@dataclass
class MadeOffice:
    """A new office with its owner logged in."""

    vault: OpenVault
    sheet: RecoverySheet
    home: Path
    secrets: Secrets
    clock: Clock

    @property
    def code(self) -> str:
        """The recovery code as a person types it."""
        return "-".join(self.sheet.groups)


def make_office(home: Path, secrets: Secrets, clock: Clock | None = None) -> MadeOffice:
    """Set up an office the way the wizard does, its owner's passphrase being :data:`OWNER_PASSPHRASE`."""
    clock = clock or Clock()
    new = NewOffice.prepare(home, secrets, created=date(2026, 11, 24), clock=clock)
    sheet = new.draft.sheet
    for position in new.draft.positions:
        assert new.draft.confirm(position, sheet.groups[position])
    return MadeOffice(new.create("田中 花子", OWNER_PASSPHRASE), sheet, home, secrets, clock)


def must_choose(vault: OpenVault) -> bool:
    """Whether this login used a one-time passphrase, which its owner has to replace."""
    return any(slot.invited for slot in vault.staff if slot.slot_id == vault.slot_id)
