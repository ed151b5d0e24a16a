"""The ground that services stand on, for tests: a real encrypted file, the schema, people of every role."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import office, schema
from hvacdesk.store.engine import Store
from hvacdesk.vault import database, payment
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


@dataclass
class PaymentKeyHolder:
    """The part of an open vault that customers need: a session that holds the payment key, or one without."""

    key: bytes | None = field(default_factory=lambda: secrets.token_bytes(32))
    log_signer: None = None

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
    """A new SQLCipher file with a random key."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.key = secrets.token_hex(48)
        database.connect(path, self.key, create=True).close()

    def connect(self) -> Any:
        """A connection with every setting checked."""
        return database.connect(self.path, self.key)


def new_store(folder: Path) -> Store:
    """A store over a new encrypted file, with all tables."""
    store = Store(EncryptedFile(folder / "office.db").connect)
    schema.bring_up_to_date(store)
    return store


def new_ground(folder: Path) -> Ground:
    """A new office. Its vault is the payment key alone; keys and logins are tested where they are made."""
    clock = MovableClock()
    workplace = Workplace(new_store(folder), cast(OpenVault, PaymentKeyHolder()), clock)
    people = {role: _person(role.value, role) for role in ROLES}
    other = _person("second technician", Role.TECHNICIAN)
    with workplace.transaction() as session:
        for person in (*people.values(), other):
            office.add_account(session, person.account, person.name, person.roles, clock())
    return Ground(workplace, clock, people, other)


def _person(name: str, role: Role) -> Actor:
    return Actor(secrets.token_hex(16), name, frozenset({role}))
