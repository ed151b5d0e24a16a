"""The keys change while the office is in use: whoever reads or writes waits, and notices nothing else."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.open_office import Office
from hvacdesk.store import engine
from hvacdesk.store.sealed_columns import sealed_columns
from hvacdesk.vault.errors import DatabaseBusy, EpochEnded
from hvacdesk.vault.keyfile.rotation_plan import PaymentColumn, Plan
from tests.helpers.crowd import crowd
from tests.helpers.people import HIDDEN, customer
from tests.helpers.real_office import RealOffice
from tests.helpers.sabotage import replaced

ROTATIONS = 3


@pytest.fixture
def opened(real: RealOffice) -> Iterator[tuple[Office, Actor]]:
    office, owner = real.login(Role.OWNER)
    yield office, owner
    office.close()


def all_customers(office: Office, owner: Actor) -> list[str]:
    return [row.customer for row in office.customers.search(owner, "").rows]


def test_readers_and_writers_go_on_over_rotations(opened: tuple[Office, Actor]) -> None:
    office, owner = opened
    (person,) = all_customers(office, owner)
    workplace = office._workplace

    def search() -> None:
        assert person in all_customers(office, owner)

    def read_payment() -> None:
        assert office.customers.detail(owner, person).payment

    def reveal_payment() -> None:
        value = office.customers.reveal(owner, person, CustomerField.PAYMENT, RevealReason.DOCUMENT)
        assert value == HIDDEN["bank"]

    def register() -> None:
        office.customers.add(owner, customer())

    steps = {"search": search, "read": read_payment, "reveal": reveal_payment, "register": register}
    before = workplace.vault.epoch
    with crowd(steps) as going:
        for _ in range(ROTATIONS):
            workplace.rotate(owner, Plan(payment=sealed_columns()))
            assert workplace.vault.epoch > before
            before = workplace.vault.epoch
    assert going.done.keys() == steps.keys()
    assert office.customers.search(owner, "").total == 1 + going.done["register"]
    office.customers.reveal(owner, person, CustomerField.PAYMENT, RevealReason.DOCUMENT)
    report = office.audit.verify(owner)
    assert report.intact
    rotated = office.audit.entries(owner, action=Action.KEYS_ROTATED)
    assert rotated[0].details["epoch"] == before
    assert len(rotated) == ROTATIONS


def test_what_was_found_before_is_found_after_without_loading_anew(opened: tuple[Office, Actor]) -> None:
    office, owner = opened
    found = all_customers(office, owner)
    lines = office._workplace.finding._lines
    office._workplace.rotate(owner, Plan())
    assert all_customers(office, owner) == found
    assert office._workplace.finding._lines is lines


def test_every_sealed_column_is_sealed_anew() -> None:
    assert PaymentColumn("customers", "bank", "id") in sealed_columns()
    assert {("payments", "payer"), ("payments", "bank_text"), ("drafts", "sealed")} <= {
        (one.table, one.column) for one in sealed_columns()
    }
    assert len({(column.table, column.column) for column in sealed_columns()}) == len(sealed_columns()) == 11


def test_somebody_who_reads_for_too_long_keeps_the_keys_as_they_were(opened: tuple[Office, Actor]) -> None:
    office, owner = opened
    workplace, epoch = office._workplace, office._workplace.vault.epoch
    inside, leave = threading.Event(), threading.Event()

    def read_long() -> None:
        with workplace.reading():
            inside.set()
            assert leave.wait(20)

    with ThreadPoolExecutor() as pool:
        reader = pool.submit(read_long)
        assert inside.wait(20)
        with replaced(engine, "ALONE_SECONDS", 0.1), pytest.raises(DatabaseBusy):
            workplace.rotate(owner, Plan())
        leave.set()
        reader.result()
    assert workplace.vault.epoch == epoch
    assert office.audit.entries(owner, action=Action.KEYS_ROTATED) == ()


def test_another_session_is_told_that_its_epoch_ended(real: RealOffice, opened: tuple[Office, Actor]) -> None:
    other, desk = real.login(Role.DESK)
    other._workplace.store.close()
    opened[0]._workplace.rotate(opened[1], Plan())
    with pytest.raises(EpochEnded):
        other.customers.search(desk, "")
    other._workplace.store.close()
