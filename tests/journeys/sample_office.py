"""One run of ``hvacdesk demo`` as a process of its own, and what its customers would not want found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any, cast

from hvacdesk.demo.clock import HistoryClock
from hvacdesk.demo.history import FOUNDED, LOCK_CODES, STAFF, History, SampleAccount
from hvacdesk.demo.people import people
from hvacdesk.domain.clock import office_day
from hvacdesk.domain.customers.customers import CustomerField, CustomerRecord
from hvacdesk.domain.jobs.jobs import SiteField
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import english
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.open_office import Office
from hvacdesk.vault.database.pages import OpenedFile, PageKey
from tests.helpers.copied_office import copy_office

CUSTOMERS, SEED = 40, 7
OWNER = STAFF[0]
OWNER_TO_BE = Actor("0" * 32, OWNER.name, OWNER.roles)
ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 300
PRIVATE = ("HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


@dataclass(frozen=True)
class Person:
    """What is known of one customer, in full."""

    name: str
    phones: tuple[str, ...]
    email: str
    address: str
    lock_codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class DemoRun:
    """What the demo left behind.

    Attributes:
        surroundings: every folder that the process may have written to, the output apart.
        living: the customers that the office still has, as its owner reveals them.
        records: every customer that the demo invented, the destroyed ones too.
        pages: every page of the database after the tour, decrypted.
    """

    out: Path
    home: Path
    surroundings: Path
    printed: str
    living: tuple[Person, ...]
    records: tuple[CustomerRecord, ...]
    pages: bytes
    verified: subprocess.CompletedProcess[str]

    @property
    def summary(self) -> dict[str, Any]:
        """The tour's own account."""
        return cast(dict[str, Any], json.loads((self.out / "summary.json").read_text(encoding="utf-8")))

    def papers(self, profile: str) -> list[Path]:
        """The work orders of one profile."""
        return sorted((self.out / "work-orders").glob(f"*-{profile}.pdf"))

    def destroyed(self) -> list[CustomerRecord]:
        """Who was there and is no more."""
        here = {person.phones for person in self.living}
        return [record for record in self.records if phones_of(record) not in here]

    def passphrase(self, account: SampleAccount) -> str:
        """A passphrase as the demo printed it, not as its source has it."""
        line = next(line for line in self.printed.splitlines() if line.strip().startswith(account.name))
        return line.rsplit("  ", 1)[1]


def run_demo(folder: Path) -> DemoRun:
    """Run the demo with a place of its own for everything; needs a key store."""
    surroundings, out, home = folder / "around", folder / "out", folder / "around" / "office"
    private = {name: surroundings / name.lower() for name in PRIVATE}
    for path in private.values():
        path.mkdir(parents=True)
    environment = {**os.environ, **{name: str(path) for name, path in private.items()}}
    day = office_day(datetime.now(UTC))
    options = ["--out", str(out), "--home", str(home), "--customers", str(CUSTOMERS), "--seed", str(SEED)]
    done = program("demo", *options, environment=environment)
    assert done.returncode == 0, done.stderr
    verified = verify(home, environment=environment)
    office, owner = log_in(home, OWNER.name, OWNER.passphrase)
    pages = decrypted(office)
    living = tuple(_revealed(office, owner))
    office.leave(owner)
    return DemoRun(out, home, surroundings, done.stdout, living, invented(day), pages, verified)


def program(
    *arguments: str, typed: str = "", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The program with these arguments, as the person at a terminal starts it; ``typed`` is its input."""
    return subprocess.run(
        [sys.executable, "-m", "hvacdesk", *arguments],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
        timeout=PATIENCE_SECONDS,
        env={**(environment or os.environ), "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"},
    )


def verify(home: Path, *, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """``hvacdesk verify`` by the owner."""
    options = ["--home", str(home), "--account", OWNER.name]
    return program("verify", *options, typed=f"{OWNER.passphrase}\n", environment=environment)


def log_in(home: Path, name: str, passphrase: str) -> tuple[Office, Actor]:
    """Open the office for one of its people."""
    entry = OfficeEntry(home, lambda: datetime.now(UTC))
    entry.open_sealed()
    account = next(member.account for member in entry.staff() if member.name == name)
    return entry.login(account, passphrase)


def copied(home: Path, to: Path) -> Path:
    """A copy of the office that a test may spoil."""
    copy_office(home, to)
    return to


def decrypted(office: Office) -> bytes:
    """Every page of the database and its log, one after the other, as the vault decrypts them."""
    vault = office._workplace.vault
    with OpenedFile(vault.database_path, PageKey(vault.database_key())) as file:
        return b"".join(file.page(number) for number in file.numbers())


def _revealed(office: Office, owner: Actor) -> Iterator[Person]:
    def show(customer: str, field: CustomerField, position: int = 0) -> str:
        return office.customers.reveal(owner, customer, field, RevealReason.CALL, position)

    for row in office.customers.search(owner, "").rows:
        detail = office.customers.detail(owner, row.customer)
        codes = (
            office.jobs.reveal_site(owner, site.site, SiteField.LOCK_CODES, RevealReason.CALL)
            for site in office.jobs.sites(owner, row.customer)
            if site.values[SiteField.LOCK_CODES].text
        )
        yield Person(
            show(row.customer, CustomerField.NAME),
            tuple(show(row.customer, CustomerField.PHONE, phone.position) for phone in detail.phones),
            show(row.customer, CustomerField.EMAIL),
            show(row.customer, CustomerField.ADDRESS),
            tuple(codes),
        )


def invented(day: date) -> tuple[CustomerRecord, ...]:
    """Every customer that the demo of this day makes up, drawn from the same seed in the same order."""
    random = Random(SEED)
    nobody = SimpleNamespace(jobs=SimpleNamespace(staff=lambda _actor: ()))
    history = History(cast(Office, nobody), OWNER_TO_BE, HistoryClock(FOUNDED), random, day, english)
    return tuple(
        record
        for index, record in enumerate(people(CUSTOMERS, random))
        if history._chapter(index / CUSTOMERS)  # draws the day on which the customer turns up
    )


def phones_of(record: CustomerRecord) -> tuple[str, ...]:
    """A customer's numbers as they are written."""
    return tuple(phone.number for phone in record.phones)


def spellings(records: Iterable[CustomerRecord]) -> dict[str, list[str]]:
    """Every way of writing what identifies these customers, by kind."""
    found: dict[str, set[str]] = {
        kind: set() for kind in ("phone", "email", "name", "given name", "address", "lock code")
    }
    for record in records:
        for number in phones_of(record):
            found["phone"] |= {number, number.replace("-", ""), number.replace("-", " ")}
        found["email"].add(record.email)
        name = record.name
        for family, given in ((name.family, name.given), (name.family_kana, name.given_kana)):
            if given:
                found["name"] |= {f"{family}{gap}{given}" for gap in ("", " ", "\u3000")}
                found["given name"].add(given)
        found["address"] |= {record.address.full(), record.address.street}
    found["lock code"] = {text for code in LOCK_CODES for text in (code, code.replace(" ", ""))}
    return {kind: sorted(values) for kind, values in found.items()}
