"""A destruction that is cut off at any step: it goes back or is finished, and never claims too much."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from hvacdesk.domain.disposal import BatchState
from hvacdesk.domain.errors import RecordGone
from hvacdesk.services.audit import AuditLog
from hvacdesk.services.disposal import Disposal, destruction, proving
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import erasure
from hvacdesk.store.engine import Store
from hvacdesk.store.models import Customer
from hvacdesk.vault import pending_proof
from hvacdesk.vault.errors import DiskFull
from tests.helpers.sabotage import replaced
from tests.helpers.sample_records import Person, add_customer
from tests.integration.disposal.office import GOING, DisposalOffice, destroyed_values, home_of


class PowerCut(Exception):
    """Stands for whatever ends the program."""


def cut_off(*_arguments: object, **_options: object) -> None:
    raise PowerCut


def restarted(office: DisposalOffice) -> DisposalOffice:
    """The same office after a restart of the program: nothing of the former run is in memory."""
    office.workplace.store.close()
    office.workplace = Workplace(Store(office.vault.connect), office.vault, office.clock)
    office.disposal = Disposal(office.workplace)
    return office


def customers(office: DisposalOffice) -> int:
    with office.workplace.reading() as session:
        return session.scalar(select(func.count()).select_from(Customer)) or 0


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (erasure, "belongings"),
        (erasure, "delete_rows"),
        (erasure, "clear_statistics"),
        (pending_proof, "keep"),
    ],
)
def test_cut_off_before_the_commit_nothing_has_happened(
    office: DisposalOffice, place: object, name: str
) -> None:
    batch = office.approved()
    with replaced(place, name, cut_off), pytest.raises(PowerCut):
        office.destroy(batch)
    restarted(office)
    assert office.disposal.open_batch(office.owner, batch).state is BatchState.APPROVED
    assert office.disposal.ledger(office.owner) == ()
    assert customers(office) == 40 + len(GOING)
    assert office.destroy(batch).state is BatchState.VERIFIED


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (proving, "living_rows"),
        (erasure, "rebuild"),
        (proving, "prove"),
        (erasure, "still_there"),
        (destruction, "file_certificate"),
    ],
)
def test_cut_off_after_the_commit_it_is_finished_and_proved(
    office: DisposalOffice, place: object, name: str
) -> None:
    batch = office.approved()
    with replaced(place, name, cut_off), pytest.raises(PowerCut):
        office.destroy(batch)
    restarted(office)
    assert office.disposal.open_batch(office.owner, batch).state is BatchState.DESTROYING
    assert {line.result for line in office.disposal.ledger(office.owner)} == {BatchState.DESTROYING}
    with pytest.raises(RecordGone):
        office.disposal.certificate_of(office.owner, batch)
    result = office.destroy(batch)
    assert (result.state, result.customers) == (BatchState.VERIFIED, len(GOING))
    facts = office.disposal.certificate_of(office.owner, batch)
    assert facts.copies_shredded == 3
    assert facts.records > 30
    assert not any(value in office.dump() for value in destroyed_values())
    assert AuditLog(office.workplace).report().intact


def test_a_namesake_who_registers_before_it_is_finished_is_no_false_alarm(office: DisposalOffice) -> None:
    batch = office.approved()
    with replaced(erasure, "rebuild", cut_off), pytest.raises(PowerCut):
        office.destroy(batch)
    with office.workplace.transaction() as session:
        add_customer(session, Person(email="another@yanagawa.example", phone="052-111-9999"))
    assert office.destroy(batch).state is BatchState.VERIFIED


@pytest.mark.parametrize("damage", ["gone", "altered"])
def test_without_the_kept_list_nothing_is_proved(office: DisposalOffice, damage: str) -> None:
    batch = office.approved()
    with replaced(erasure, "rebuild", cut_off), pytest.raises(PowerCut):
        office.destroy(batch)
    kept = home_of(office) / pending_proof.FILE_NAME
    assert not any(value in kept.read_bytes() for value in destroyed_values())
    if damage == "gone":
        kept.unlink()
    else:
        content = kept.read_bytes()
        kept.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    result = office.destroy(batch)
    assert result.state is BatchState.FAILED
    assert result.exceptions == (proving.EXCEPTION_NAMES[proving.NEEDLES_LOST],)
    assert office.disposal.certificate_of(office.owner, batch).result is BatchState.FAILED


def test_a_full_disk_before_the_commit_loses_nothing(office: DisposalOffice) -> None:
    batch = office.approved()

    def full(*_arguments: object) -> None:
        raise DiskFull

    with replaced(pending_proof, "keep", full), pytest.raises(DiskFull):
        office.destroy(batch)
    assert customers(office) == 40 + len(GOING)
    assert office.destroy(batch).state is BatchState.VERIFIED
