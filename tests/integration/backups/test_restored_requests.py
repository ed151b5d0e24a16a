"""Whoever asked for erasure and was disposed after the backup stays disposed; the certificate says so."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.disposal.disposed_list import DisposedList
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.requests.erasure_requests import ErasureOutcome
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.roles import Role
from hvacdesk.services.backups.restoring import Restoring
from hvacdesk.store.disposal import disposed_list
from hvacdesk.vault.database.pages import OpenedFile, PageKey
from tests.helpers.decisions import propose
from tests.helpers.erasure_requests import erase_on_request
from tests.helpers.paper import read_text
from tests.helpers.real_office import SECOND_OWNER, RealOffice, new_real_office, passphrase_of
from tests.helpers.sample_records import Person, add_customer, add_job
from tests.helpers.secret_service import SecretService
from tests.helpers.vault_offices import cheap_passphrases
from tests.integration.backups.session import Session, session_of

ASKED_ON = "2026-11-20"
INQUIRER = Person(
    family="柏木", given="透子", phone="0561-77-1122", email="touko@kashiwagi.example", note="夜勤明けに来訪"
)
BUYER = Person(
    family="楠木",
    given="登和子",
    phone="0561-77-8899",
    email="towako@kusunoki.example",
    note="裏の納屋に室外機",
)
GONE = ("透子", "touko@kashiwagi", "夜勤明け", "towako@kusunoki", "裏の納屋")
STAYS = "登和子"
"""Somebody whose invoice a tax law asks for keeps the name."""


@dataclass(frozen=True)
class Restored:
    """The session after the restore, and what was known before it.

    Attributes:
        inquirer, buyer: record ids of one whom no law keeps, and of one who is reduced.
        certificates: of their disposals.
        known: what the ledger held before the restore.
    """

    session: Session
    inquirer: str
    buyer: str
    certificates: dict[str, str]
    known: DisposedList


@pytest.fixture(scope="module")
def restored(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> Iterator[Restored]:
    """Two ask for erasure, after a backup that holds both of them whole; then that backup is restored."""
    assert secret_service.is_open()
    folder = tmp_path_factory.mktemp("requests")
    with cheap_passphrases():
        real = new_real_office(folder / "office", names={SECOND_OWNER}, backups=folder / "usb")
        owner = session_of(real, Role.OWNER)
        owner.office.settings.set_office_value(owner.actor, "disposal_waiting_days", 0, 1)
        inquirer, buyer = _two_customers(owner)
        backup = Path(owner.backup().path)
        drawer = folder / "drawer" / backup.name
        shutil.copytree(backup, drawer)
        certificates = {customer: _disposed(real, owner, customer) for customer in (inquirer, buyer)}
        with owner.workplace.reading() as reading:
            known = disposed_list.listed(reading)
        owner.close()
        office, actor, _ = Restoring(real.home, real.clock).restore_with_sheet(str(drawer), real.code)
        session = Session(office, actor)
        yield Restored(session, inquirer, buyer, certificates, known)
        session.close()


def _two_customers(owner: Session) -> tuple[str, str]:
    with owner.workplace.transaction() as writing:
        inquirer = add_customer(writing, INQUIRER, last_contact_on="2026-11-17").record_id
        buyer = add_customer(writing, BUYER, last_contact_on="2025-05-20")
        events = {EventKind.INVOICE: "2025-05-20", EventKind.SETTLEMENT: "2025-06-20"}
        add_job(writing, buyer, BUYER, state=JobState.PAID, events=events)
        return inquirer, buyer.record_id


def _disposed(real: RealOffice, owner: Session, customer: str) -> str:
    """Carry a request out; returns the certificate's number."""
    disposal, actor = owner.office.disposal, owner.actor
    batch = erase_on_request(owner.workplace, actor, customer, ASKED_ON).batch
    propose(disposal.reviews, actor, batch)
    disposal.approvals.approve_beside(actor, batch, real.accounts[SECOND_OWNER], passphrase_of(SECOND_OWNER))
    result = disposal.destruction.destroy(actor, batch, 1, lambda *_: None, lambda: False)
    assert result.state is BatchState.VERIFIED, result.exceptions
    return result.certificate


def plain(session: Session) -> str:
    """Every page of the session's database, decrypted."""
    session.workplace.store.close()
    vault = session.vault
    with OpenedFile(vault.database_path, PageKey(vault.database_key())) as file:
        return b"".join(file.page(number) for number in file.numbers()).decode("utf-8", "ignore")


def test_whoever_asked_stays_disposed(restored: Restored) -> None:
    disposal, actor = restored.session.office.disposal, restored.session.actor
    (line,) = disposal.certificates.ledger(actor, restored.inquirer)
    gone = disposal.erasures.answer(actor, line.customer_number)
    assert gone.outcome is ErasureOutcome.ERASED
    assert gone.certificate == restored.certificates[restored.inquirer]
    reduced = disposal.erasures.answer(actor, restored.buyer)
    assert reduced.outcome is ErasureOutcome.REDUCED
    assert reduced.certificate == restored.certificates[restored.buyer]
    assert RecordField.EMAIL in reduced.goes
    found = restored.session.office.customers.search(actor, "").rows
    assert [row.customer for row in found] == [restored.buyer]
    assert [row.on_request for row in disposal.reviews.batches(actor)] == [True, True]
    with restored.session.workplace.reading() as reading:
        assert disposed_list.listed(reading) == restored.known


def test_no_page_holds_what_they_had_said(restored: Restored) -> None:
    pages = plain(restored.session)
    assert [value for value in GONE if value in pages] == []
    assert STAYS in pages


def test_the_certificate_of_the_restore_names_both_disposals_and_nobody(restored: Restored) -> None:
    certificates, actor = restored.session.office.restore_certificates, restored.session.actor
    (certified,) = certificates.all(actor)
    repeated = {one.certificate: (one.destroyed, one.reduced) for one in certified.repeated}
    gone, reduced = (restored.certificates[who] for who in (restored.inquirer, restored.buyer))
    assert repeated == {gone: (1, 0), reduced: (0, 1)}
    assert certified.values > 0
    for language in ("ja", "en"):
        printed = read_text(certificates.paper(actor, certified.number, language).pdf)
        assert gone in printed
        assert reduced in printed
        assert not any(value in printed for value in (*GONE, STAYS))


def test_the_request_of_whoever_is_reduced_goes_on(restored: Restored) -> None:
    """Else the office's own rules, which a request ends, would keep what is left for longer than the law."""
    answer = restored.session.office.disposal.erasures.answer(restored.session.actor, restored.buyer)
    assert answer.asked_on == "2026-11-24"
    assert {one.law for one in answer.kept if one.until} == {"法人税法"}
