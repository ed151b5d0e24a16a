"""What services need to work, for tests: a real encrypted file, the schema, people of every role."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.shared_office import SharedOffice
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import schema
from hvacdesk.store.engine import Store
from hvacdesk.store.office import office
from hvacdesk.vault.database import database, payment
from hvacdesk.vault.keyfile.roster import StaffSlot
from hvacdesk.vault.open_vault import OpenVault

START = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
"""Ten in the morning in the office."""

ROLES = tuple(Role)


@dataclass
class MovableClock:
    """A clock that tests move."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, **by: float) -> None:
        """Let time pass; arguments as of ``timedelta``."""
        self.now += timedelta(**by)


class UnsignedLog:
    """The part of an open vault that guards the log, in a session without the signing key."""

    signer: None = None
    head_notes: None = None

    def note_with(self, head_notes: object) -> None:
        """It notes nothing."""


@dataclass
class PaymentKeyHolder:
    """The part of an open vault that customers need: a session that holds the payment key, or one without."""

    connect: Callable[[], Any]
    key: bytes | None = field(default_factory=lambda: secrets.token_bytes(32))
    log: UnsignedLog = field(default_factory=UnsignedLog)
    staff: tuple[StaffSlot, ...] = ()

    @property
    def holds_payment_key(self) -> bool:
        return self.key is not None

    def require_keys(self) -> None:
        """It is never closed."""

    def work_beside_others(self, writing: object, told: object) -> None:
        """It never changes."""

    def seal_payment(self, table: str, column: str, key: int, text: str) -> bytes:
        """Seal as the vault does."""
        return payment.seal(self._held(), 1, table, column, key, text)

    def open_payment(self, table: str, column: str, key: int, sealed: bytes) -> str:
        """Open as the vault does."""
        return payment.unseal(self._held(), 1, table, column, key, sealed)

    def _held(self) -> bytes:
        if self.key is None:
            raise NotPermitted
        return self.key


@dataclass(frozen=True)
class Ground:
    """A new office's workplace and its people: one of each role, and a second technician."""

    workplace: Workplace
    clock: MovableClock
    people: dict[Role, Actor]
    other_technician: Actor

    @property
    def owner(self) -> Actor:
        """The person responsible."""
        return self.people[Role.OWNER]

    @property
    def desk(self) -> Actor:
        """The front desk."""
        return self.people[Role.DESK]

    def close(self) -> None:
        """Close every connection."""
        self.workplace.store.close()


class EncryptedFile:
    """A new SQLCipher file with a random key, or a copy of one that was made before."""

    def __init__(self, path: Path, copied: tuple[bytes, str] | None = None) -> None:
        self.path = path
        if copied is not None:
            content, self.key = copied
            path.write_bytes(content)
            return
        self.key = secrets.token_hex(48)
        database.connect(path, self.key, create=True).close()

    def connect(self) -> Any:
        """A connection with every setting checked."""
        return database.connect(self.path, self.key)


def new_store(folder: Path) -> Store:
    """A store over an encrypted file of its own, with all tables."""
    return Store(EncryptedFile(folder / "office.db", _empty()).connect)


def new_ground(folder: Path) -> Ground:
    """A new office. Its vault is the payment key alone; keys and logins are tested where they are made."""
    copied, people, other = _peopled()
    vault = PaymentKeyHolder(EncryptedFile(folder / "office.db", copied).connect)
    clock = MovableClock()
    return Ground(Workplace(SharedOffice(clock), cast(OpenVault, vault)), clock, dict(people), other)


@cache
def _empty() -> tuple[bytes, str]:
    """A closed file with all tables, and its key: made once, since making the tables is most of the work."""
    with TemporaryDirectory() as folder:
        file = EncryptedFile(Path(folder) / "office.db")
        store = Store(file.connect)
        schema.bring_up_to_date(store)
        return _closed(store, file)


@cache
def _peopled() -> tuple[tuple[bytes, str], dict[Role, Actor], Actor]:
    """The same with its people's accounts, and who they are."""
    people = {role: _person(role.value, role) for role in ROLES}
    other = _person("second technician", Role.TECHNICIAN)
    with TemporaryDirectory() as folder:
        file = EncryptedFile(Path(folder) / "office.db", _empty())
        store = Store(file.connect)
        with store.transaction() as session:
            for person in (*people.values(), other):
                office.add_account(session, person.account, person.name, person.roles, START)
        return _closed(store, file), people, other


def _closed(store: Store, file: EncryptedFile) -> tuple[bytes, str]:
    store.close()
    assert [path.name for path in file.path.parent.iterdir()] == [file.path.name]
    return file.path.read_bytes(), file.key


def _person(name: str, role: Role) -> Actor:
    return Actor(secrets.token_hex(16), name, frozenset({role}))
