"""The office that meets faults: filled once, and put back to that state, key store and all."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from hvacdesk.domain.disposal.disposal import Decision
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.open_office import Office
from hvacdesk.store.models import Copy, WorkOrder
from hvacdesk.vault.backup import catalogue
from tests.helpers import key_snapshot
from tests.helpers.decisions import propose
from tests.helpers.disks import BALLAST, remove_ballast
from tests.helpers.file_modes import make_writable
from tests.helpers.ground import MovableClock
from tests.helpers.people import customer, organisation, payment
from tests.helpers.real_office import NAMES, SECOND_OWNER, RealOffice, new_real_office, passphrase_of
from tests.helpers.sample_records import Person, add_customer, add_job
from tests.integration.faults.money import add_money
from tests.integration.faults.seen import Seen, look
from tests.integration.faults.task import Task

MONTH = "2026-11"
GOING = (
    Person(note="鍋屋上野の実家に鍵"),
    Person(
        family="犬飼",
        given="蔵人",
        phone="090-5551-2077",
        email="kurando@inukai.example",
        serial="SN-90210773",
    ),
    Person(
        family="田中", given="太郎", phone="052-333-4455", email="taro@tanaka.example", serial="SN-10000001"
    ),
)
"""Customers who are due, destroyed by the approved batch."""


@dataclass
class FaultyPlace:
    """An office in a folder that anything may happen to.

    Attributes:
        home: the office's folder.
        disk: the folder that backups go to.
        account, passphrase: the owner's.
        pristine: copies of both folders as they were filled.
        secrets: what the key store held then.
        filled: what the office held then.
        before: what it held before the present fault.
        latest: what it held when somebody last looked.
        backups: which backups there were then.
        checked: what the backups held that were found to be sound since the present fault.
        facts: what operations have to know: the approved batch and how many customers it destroys, who
            leaves, the folders beside the office's own, the recovery code, a disk that can be filled, and
            what :func:`add_money` tells.
    """

    home: Path
    disk: Path
    clock: MovableClock
    account: str
    passphrase: str
    pristine: Path
    secrets: dict[str, bytes]
    filled: Seen
    before: Seen
    latest: Seen
    backups: frozenset[str]
    facts: dict[str, Any] = field(default_factory=dict)
    checked: set[str] = field(default_factory=set)

    def put_back(self) -> None:
        """Everything as it was filled."""
        self.lift()
        for folder in (self.home, self.disk):
            shutil.rmtree(folder)
            shutil.copytree(self.pristine / folder.name, folder)
        key_snapshot.put_back(self.secrets)
        self.note(self.filled)

    def note(self, seen: Seen) -> None:
        """Remember what the next fault begins with."""
        self.before, self.backups = seen, self.backups_there()
        self.clock.pass_time(minutes=1)  # so that no backup is named like one before

    def backups_there(self) -> frozenset[str]:
        """The names of all backups that are there."""
        return frozenset(path.name for path in self.disk.iterdir() if catalogue.is_name(path.name))

    def lift(self) -> None:
        """Make both folders writable again, and room where a disk was filled."""
        if "disk" in self.facts:
            with suppress(FileNotFoundError):
                remove_ballast(Path(self.facts["disk"]) / BALLAST)
        for folder in (self.home, self.disk):
            make_writable(folder)

    def task(self, operation: str) -> Task:
        """An operation of the owner in this office."""
        now = self.clock().isoformat()
        return Task(operation, str(self.home), self.account, self.passphrase, now, self.facts)

    def open(self) -> tuple[Office, Actor]:
        """Log the owner in, through the door."""
        entry = OfficeEntry(self.home, self.clock)
        entry.acquire()
        entry.open_sealed()
        try:
            return entry.login(self.account, self.passphrase)
        finally:
            entry.release()

    def look_at(self, office: Office, owner: Actor) -> Seen:
        """Look at everything in the open office; remembered until the next look."""
        self.latest = look(office, owner)
        return self.latest

    def look(self, then: Callable[[Office, Actor], None] = lambda *_: None) -> Seen:
        """Log the owner in, look at everything, do something more, and leave."""
        office, owner = self.open()
        seen = self.look_at(office, owner)
        then(office, owner)
        office.leave(owner)
        return seen


def filled_place(folder: Path, pristine: Path) -> FaultyPlace:
    """Set an office up, with customers who stay, customers who are due, and a batch approved yesterday.

    Work is billed and to be billed, and a file of the bank lies beside the office.

    Args:
        pristine: where the copies go that it is put back from.
    """
    real = new_real_office(folder / "office", MovableClock())
    office, leaver = real.login(Role.ACCOUNTING)
    office.drafts.keep(leaver, "customer", "new", {"note": "書きかけの控え"})
    office.leave(leaver)
    office, owner = real.login(Role.OWNER)
    for number in range(6):
        office.customers.add(owner, customer(payment=payment(), note=f"覚え書き {number}"), with_site=True)
    office.customers.add(owner, organisation())
    money = add_money(office, owner, folder)
    _add_those_who_are_due(office)
    disk = folder / "usb"
    disk.mkdir()
    office.backups.add_place(owner, str(disk))
    batch = _approved(office, owner, real)
    office.backups.run(owner)
    office.leave(owner)
    real.clock.pass_time(days=1)
    office, owner = real.login(Role.OWNER)
    seen = look(office, owner)
    office.leave(owner)
    for one in (real.home, disk):
        shutil.copytree(one, pristine / one.name)
    facts = {
        "batch": batch,
        "count": len(GOING),
        "leaver": real.accounts[NAMES[Role.ACCOUNTING]],
        "places": [str(disk)],
        "code": real.code,
        **money,
    }
    name = NAMES[Role.OWNER]
    return FaultyPlace(
        home=real.home,
        disk=disk,
        clock=real.clock,
        account=real.accounts[name],
        passphrase=passphrase_of(name),
        pristine=pristine,
        secrets=key_snapshot.taken(),
        filled=seen,
        before=seen,
        latest=seen,
        backups=frozenset(),
        facts=facts,
    )


def same_place(first: FaultyPlace, pristine: Path) -> FaultyPlace:
    """A place in the same folders, for tests that may change what it is put back to.

    Args:
        pristine: where its own copies go that it is put back from.
    """
    shutil.copytree(first.pristine, pristine)
    return replace(
        first,
        clock=MovableClock(first.clock()),
        pristine=pristine,
        secrets=dict(first.secrets),
        facts=deepcopy(first.facts),
    )


def with_a_disposal(place: FaultyPlace) -> FaultyPlace:
    """Carry the batch out, with a backup of before it in a drawer; each fault begins after that."""
    backup = next(place.disk / name for name in place.backups_there())
    drawer = place.disk.with_name("drawer")
    shutil.rmtree(drawer, ignore_errors=True)  # an earlier file's, in the same folders
    shutil.copytree(backup, drawer / backup.name)
    office, owner = place.open()
    batch, count = place.facts["batch"], place.facts["count"]
    office.disposal.destruction.destroy(owner, batch, count, lambda *_: None, lambda: False)
    office.backups.write_disposed_list(owner)
    office.backups.run(owner)
    place.filled = look(office, owner)
    office.leave(owner)
    shutil.rmtree(place.pristine)
    for one in (place.home, place.disk):
        shutil.copytree(one, place.pristine / one.name)
    place.secrets = key_snapshot.taken()
    place.facts["drawer"] = str(drawer / backup.name)
    return place


def _add_those_who_are_due(office: Office) -> None:
    settled = {EventKind.INVOICE: "2010-05-20", EventKind.SETTLEMENT: "2010-06-30"}
    with office._workplace.transaction() as session:
        for person in GOING:
            row = add_customer(session, person)
            row.bank = office._workplace.vault.seal_payment("customers", "bank", row.id, "唐山信用金庫")
            job = add_job(session, row, person, events=settled)
            copy = Copy(
                code=f"9{job.id:08}00",
                copy_number=1,
                copies=1,
                profile="technician",
                state="shredded",
                changed_at="2026-10-01T00:00:00Z",
            )
            session.add(
                WorkOrder(job_id=job.id, issued_by="0" * 32, issued_at="2010-05-09T00:00:00Z", copies=[copy])
            )


def _approved(office: Office, owner: Actor, real: RealOffice) -> str:
    review = office.disposal.reviews.review(owner, MONTH)
    assert sum(row.decision is Decision.DESTROY for row in review.rows) == len(GOING)
    propose(office.disposal.reviews, owner, review.batch)
    office.disposal.approvals.approve_beside(
        owner, review.batch, real.accounts[SECOND_OWNER], passphrase_of(SECOND_OWNER)
    )
    return review.batch
