"""A destruction that is cut off at any step: it goes back or is finished, and never claims too much."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from hvacdesk.domain.disposal.disposal import BatchState, DisposalResult
from hvacdesk.domain.errors import RecordGone
from hvacdesk.services.backups.backups import Backups
from hvacdesk.services.disposal import certifying, copies_ahead, exceptions, proving
from hvacdesk.services.disposal.disposal import Disposal
from hvacdesk.services.disposal.errors import WrongState
from hvacdesk.services.disposal.exceptions import EXCEPTION_NAMES
from hvacdesk.services.entry.reconciling import follow_slots_file
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.shared_office import SharedOffice
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.disposal import disposal, erasure
from hvacdesk.store.models import Customer
from hvacdesk.vault import folder
from hvacdesk.vault.erasure import pending_proof
from hvacdesk.vault.erasure.early_proof import EarlyProof
from hvacdesk.vault.errors import DiskFull
from hvacdesk.vault.keyfile.sealing import device_account
from hvacdesk.vault.office import DeviceKeyring, SealedOffice
from tests.helpers.sabotage import replaced
from tests.helpers.sample_records import Person, add_customer
from tests.helpers.vault_offices import OWNER_PASSPHRASE
from tests.integration.disposal.office import (
    GOING,
    DisposalOffice,
    PowerCut,
    destroyed_values,
    home_of,
    place_of,
    power_cut,
    still_readable,
)


def cut_off(*_arguments: object, **_options: object) -> None:
    raise PowerCut


def restarted(office: DisposalOffice) -> DisposalOffice:
    """The same office after a restart of the program and a login: nothing of the former run is in memory."""
    office.workplace.store.close()
    office.vault.close()
    vault = SealedOffice.find(home_of(office), DeviceKeyring()).unlock(office.owner.account, OWNER_PASSPHRASE)
    office.workplace = Workplace(SharedOffice(office.clock), vault)
    AuditLog(office.workplace).check(chain=True)
    with office.workplace.transaction() as session:
        follow_slots_file(office.workplace, session, office.owner)
    office.backups = Backups(office.workplace)
    office.disposal = Disposal(office.workplace, office.backups)
    return office


def customers(office: DisposalOffice) -> int:
    with office.workplace.reading() as session:
        return session.scalar(select(func.count()).select_from(Customer)) or 0


@pytest.mark.approved
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
    assert office.disposal.reviews.open_batch(office.owner, batch).state is BatchState.APPROVED
    assert office.disposal.certificates.ledger(office.owner) == ()
    assert customers(office) == 40 + len(GOING)
    assert office.destroy(batch).state is BatchState.VERIFIED


BEFORE_THE_RESULT = (
    "disposal.deleted",
    "rotation.exported",
    "rotation.compared",
    "rotation.secret",
    "slots.office.keys",
    "rotation.committed",
    "rotation.remembered",
    "keys.exchanged",
    "keys.noted",
    "disposal.proved",
    "list.written",
    "list.copied",
    "backup.copied",
    "backup.checked",
    "backup.described",
    "backup.named",
    "backup.removed",
    "backup.noted",
    "discard.secret",
    "discard.done",
    "disposal.backed_up",
    "disposal.discarded",
)


@pytest.mark.approved
@pytest.mark.parametrize("milestone", BEFORE_THE_RESULT)
def test_cut_off_after_the_deletion_it_is_finished_and_proved(office: DisposalOffice, milestone: str) -> None:
    batch = office.approved()
    office.backups.run(office.owner)
    with power_cut(milestone):
        office.destroy(batch)
    require_interrupted(restarted(office), batch)
    require_finished(office, batch, office.destroy(batch))


@pytest.mark.approved
@pytest.mark.parametrize(
    ("place", "name"),
    [
        (erasure, "rows_there"),
        (proving, "prove_early"),
        (EarlyProof, "stands_for"),
        (erasure, "still_there"),
        (Backups, "take"),
        (Backups, "finish"),
        (copies_ahead, "copies_left"),
        (certifying, "file_certificate"),
    ],
)
def test_cut_off_within_a_step_it_is_finished_and_proved(
    office: DisposalOffice, place: object, name: str
) -> None:
    batch = office.approved()
    with replaced(place, name, cut_off), pytest.raises(PowerCut):
        office.destroy(batch)
    require_interrupted(restarted(office), batch)
    require_finished(office, batch, office.destroy(batch))


@pytest.mark.approved
@pytest.mark.parametrize("milestone", ["disposal.certified", "disposal.done"])
def test_cut_off_after_the_certificate_it_is_finished(office: DisposalOffice, milestone: str) -> None:
    batch = office.approved()
    with power_cut(milestone):
        office.destroy(batch)
    restarted(office)
    with pytest.raises(WrongState):
        office.destroy(batch)
    assert office.disposal.reviews.open_batch(office.owner, batch).state is BatchState.VERIFIED
    assert office.disposal.certificates.certificate_of(office.owner, batch).result is BatchState.VERIFIED
    assert kept_values(office, batch) is None


def require_interrupted(office: DisposalOffice, batch: str) -> None:
    """The batch says that it was interrupted, and nothing is certified."""
    assert office.disposal.reviews.open_batch(office.owner, batch).state is BatchState.DESTROYING
    assert {line.result for line in office.disposal.certificates.ledger(office.owner)} == {
        BatchState.DESTROYING
    }
    assert customers(office) == 40
    assert kept_values(office, batch)
    with pytest.raises(RecordGone):
        office.disposal.certificates.certificate_of(office.owner, batch)


def require_finished(office: DisposalOffice, batch: str, result: DisposalResult) -> None:
    """The batch is verified, and of what was before the deletion no file, secret or backup is left."""
    assert (result.state, result.exceptions, result.customers) == (BatchState.VERIFIED, (), len(GOING))
    facts = office.disposal.certificates.certificate_of(office.owner, batch)
    assert facts.copies_shredded == 2 * len(GOING), "a copy and a paper of each"
    assert facts.records > 30
    assert still_readable(office) == []
    assert office.vault.epochs.former == ()
    assert DeviceKeyring().read(device_account(office.vault.office_id, 1)) is None
    assert {path.name for path in home_of(office).glob("*.db")} == {office.vault.database_path.name}
    backups = [path.name for path in place_of(office).glob("hvacdesk-backup-*")]
    assert backups
    assert all(name.endswith(f"-e{office.vault.epoch}") for name in backups)
    assert not (home_of(office) / folder.PENDING_NAME).exists()
    assert kept_values(office, batch) is None
    assert AuditLog(office.workplace).verify(office.owner).intact


def kept_values(office: DisposalOffice, batch: str) -> pending_proof.KeptValues | None:
    """The destroyed values that are kept for the proof, if anything can still open them."""
    with office.workplace.reading() as session:
        key = disposal.get_batch(session, batch).needle_key
    return pending_proof.load(office.vault, batch, key)


@pytest.mark.approved
def test_a_namesake_who_registers_before_it_is_finished_is_no_false_alarm(office: DisposalOffice) -> None:
    batch = office.approved()
    with power_cut("disposal.deleted"):
        office.destroy(batch)
    with office.workplace.transaction() as session:
        add_customer(session, Person(email="another@yanagawa.example", phone="052-111-9999"))
    assert office.destroy(batch).state is BatchState.VERIFIED


@pytest.mark.approved
@pytest.mark.parametrize("damage", ["gone", "altered"])
def test_without_the_kept_list_nothing_is_proved(office: DisposalOffice, damage: str) -> None:
    batch = office.approved()
    with power_cut("disposal.deleted"):
        office.destroy(batch)
    kept = home_of(office) / folder.PENDING_NAME
    assert not any(value in kept.read_bytes() for value in destroyed_values())
    if damage == "gone":
        kept.unlink()
    else:
        content = kept.read_bytes()
        kept.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    result = office.destroy(batch)
    assert result.state is BatchState.FAILED
    assert result.exceptions == (EXCEPTION_NAMES[exceptions.NEEDLES_LOST],)
    assert office.disposal.certificates.certificate_of(office.owner, batch).result is BatchState.FAILED


@pytest.mark.approved
def test_a_full_disk_before_the_commit_loses_nothing(office: DisposalOffice) -> None:
    batch = office.approved()

    def full(*_arguments: object) -> None:
        raise DiskFull

    with replaced(pending_proof, "keep", full), pytest.raises(DiskFull):
        office.destroy(batch)
    assert customers(office) == 40 + len(GOING)
    assert office.destroy(batch).state is BatchState.VERIFIED
