"""Ledger, certificates, media, holds, approvals and notes hang on the log: a change there shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from hvacdesk.domain.disposal.disposal import Decision
from hvacdesk.domain.disposal.media import MediumFacts, MediumKind
from hvacdesk.domain.disposal.place_decisions import PlaceDecision
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.chain_report import REGISTER_NAMES, ChainReport, RecordState
from hvacdesk.domain.oversight.checkpoints import KeptHeadState
from hvacdesk.services.disposal.media import Media
from hvacdesk.services.oversight import log_check
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.oversight.log_records import DOCUMENTS
from hvacdesk.services.oversight.log_witness import LogWitness, checkpoint_note
from hvacdesk.services.oversight.witness_folder import kept_in
from hvacdesk.store.models import Customer
from hvacdesk.store.oversight import tied
from tests.helpers.decisions import decide
from tests.integration.disposal.office import GOING, MONTH, DisposalOffice

OTHERS = (
    "customer_number, categories, rule, law, keeps, keeps_until, method, result, destroyed_at, certificate"
)
PUT_IN = (
    f"INSERT INTO disposal_ledger (batch, record, {OTHERS})"
    f" SELECT 'x', 'y', {OTHERS} FROM disposal_ledger WHERE id = 1"
)
HARMS = {
    "a line of the ledger taken away": (
        "DELETE FROM disposal_ledger WHERE id = (SELECT max(id) FROM disposal_ledger)",
        ("disposal_ledger", RecordState.ALTERED),
    ),
    "all lines of a batch taken away": ("DELETE FROM disposal_ledger", ("disposal_ledger", RecordState.GONE)),
    "a line of the ledger altered": (
        "UPDATE disposal_ledger SET rule = 'another' WHERE id = 1",
        ("disposal_ledger", RecordState.ALTERED),
    ),
    "a line put into the ledger": (
        PUT_IN,
        ("disposal_ledger", RecordState.ADDED),
    ),
    "a certificate's facts exchanged": (
        "UPDATE certificates SET facts = replace(facts, 'verified', 'Verified')",
        ("certificates", RecordState.ALTERED),
    ),
    "a certificate's paper exchanged": (
        "UPDATE certificate_pdfs SET pdf = x'25504446', sha256 = 'x' WHERE language = 'ja'",
        ("certificate_pdfs", RecordState.ALTERED),
    ),
    "a certificate taken away": ("DELETE FROM certificate_pdfs", ("certificate_pdfs", RecordState.GONE)),
    "an approval in another's name": (
        "UPDATE disposal_batches SET approved_by = proposed_by",
        ("disposal_batches", RecordState.ALTERED),
    ),
    "a decision about another place altered": (
        "UPDATE disposal_places SET decision = 'keep'",
        ("disposal_places", RecordState.ALTERED),
    ),
    "a decision about another place taken away": (
        "DELETE FROM disposal_places",
        ("disposal_places", RecordState.GONE),
    ),
    "somebody else put on the list of a disposal": (
        "UPDATE disposal_items SET customer = 'another' WHERE id = 1",
        ("disposal_items", RecordState.ALTERED),
    ),
    "the list of a disposal taken away": ("DELETE FROM disposal_items", ("disposal_items", RecordState.GONE)),
    "a medium altered": ("UPDATE media SET serial = 'another'", ("media", RecordState.ALTERED)),
    "a medium taken away": ("DELETE FROM media", ("media", RecordState.GONE)),
    "a hold taken away": ("DELETE FROM holds", ("holds", RecordState.GONE)),
    "a hold ended": (
        "UPDATE holds SET lifted_at = '2026-11-24T01:00:00Z'",
        ("holds", RecordState.ALTERED),
    ),
}


@pytest.fixture
def worked(office: DisposalOffice) -> DisposalOffice:
    """A disposal was carried out, a medium is registered, and a customer is on hold."""
    with office.workplace.transaction() as session:
        customer = session.scalars(select(Customer).where(Customer.family_name == "隣人5")).one()
        customer.note = f"{GOING[0].family}{GOING[0].given}さんの紹介"
    batch = office.proposed()
    refs = [one.ref for one in office.disposal.places.look(office.desk, batch)]
    office.disposal.places.decide(office.desk, batch, refs, PlaceDecision.CLEAN)
    office.destroy(office.approved_tomorrow(batch))
    Media(office.workplace).register(office.desk, MediumFacts(MediumKind.USB_STICK, "青いUSB", serial="4C53"))
    review = office.disposal.reviews.review(office.desk, MONTH)
    held = office.customers["staying 0"]
    decide(
        office.disposal.reviews,
        office.owner,
        review.batch,
        held,
        Decision.HOLD,
        hold_reason="係争中",
        hold_until="2027-11-24",
    )
    return office


def report_of(office: DisposalOffice) -> ChainReport:
    return AuditLog(office.workplace).verify(office.owner)


def raw(office: DisposalOffice, statement: str) -> None:
    with office.workplace.store.connection() as connection, connection.begin():
        driver: Any = connection.connection.driver_connection
        assert driver.execute(statement).rowcount > 0


def test_every_register_has_a_name() -> None:
    assert set(REGISTER_NAMES) == {*tied._KEYS, DOCUMENTS}


def test_what_the_program_writes_is_as_the_log_says_and_who_erased_a_note_too(worked: DisposalOffice) -> None:
    report = report_of(worked)
    assert report.intact, report
    assert report.records == ()
    with worked.workplace.reading() as session:
        assert {key.register for key in tied.present(session)} == set(tied._KEYS)
    entries = {
        entry.sequence: entry for entry in AuditLog(worked.workplace).entries(worked.owner, limit=1000)
    }
    assert len(report.notes_erased) > 1
    for erased in report.notes_erased:
        assert entries[erased.entry].action is Action.REVEALED
        assert entries[erased.erased_by].action is Action.DISPOSAL_STARTED
        assert (erased.actor, erased.at) == (worked.owner.account, entries[erased.erased_by].at)


def test_whatever_is_changed_with_other_tools_is_told(worked: DisposalOffice) -> None:
    for name, (statement, finding) in HARMS.items():
        with worked.workplace.store.connection() as connection, connection.begin() as transaction:
            driver: Any = connection.connection.driver_connection
            driver.execute("PRAGMA defer_foreign_keys=ON")
            assert driver.execute(statement).rowcount > 0, name
            with Session(connection) as session:
                wrong = log_check.whole(session, worked.vault.log.keys).records.wrong
            assert finding in {(one.register, one.state) for one in wrong}, name
            transaction.rollback()
    assert report_of(worked).intact


def test_a_note_altered_or_erased_without_a_word_is_told(office: DisposalOffice) -> None:
    raw(office, "UPDATE audit_notes SET text = 'x' WHERE id = 1")
    raw(office, "DELETE FROM audit_notes WHERE id = 2")
    report = report_of(office)
    assert (len(report.notes_altered), len(report.notes_missing)) == (1, 1)
    assert not report.intact


def test_a_person_responsible_answers_for_it_once_and_a_later_change_is_told_again(
    worked: DisposalOffice,
) -> None:
    raw(worked, "UPDATE media SET serial = 'another'")
    raw(worked, "DELETE FROM holds")
    assert len(report_of(worked).records) == 2
    AuditLog(worked.workplace).reanchor(worked.owner)
    assert report_of(worked).intact
    raw(worked, "UPDATE media SET serial = 'a third'")
    (again,) = report_of(worked).records
    assert (again.register, again.state) == ("media", RecordState.ALTERED)


def test_a_certificate_carries_the_logs_state_signed_and_it_agrees_with_the_log(
    office: DisposalOffice, tmp_path: Path
) -> None:
    AuditLog(office.workplace).check(chain=True)
    batch = office.approved()
    office.destroy(batch)
    facts = office.disposal.certificates.certificate_of(office.owner, batch)
    kept = tmp_path / "from the paper's code.txt"
    kept.write_text(facts.checkpoint, encoding="utf-8")
    witness = LogWitness(office.workplace)
    (one,) = witness.compare(office.owner, kept_in([kept])).kept
    assert (one.state, one.sequence) == (KeptHeadState.AGREES, facts.head_sequence)
    with office.workplace.store.connection() as connection, connection.begin():
        connection.exec_driver_sql("UPDATE audit_log SET subject = 'x' WHERE id = ?", (facts.head_sequence,))
    (one,) = witness.compare(office.owner, kept_in([kept])).kept
    assert one.state is KeptHeadState.REWRITTEN


def test_with_a_log_in_doubt_a_paper_names_the_hash_alone(office: DisposalOffice) -> None:
    AuditLog(office.workplace).check(chain=True)
    with office.workplace.reading() as session:
        assert checkpoint_note(office.workplace, session, 1)
        office.workplace.log_doubted = True
        assert not checkpoint_note(office.workplace, session, 1)
