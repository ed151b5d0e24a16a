"""A disposal from review to certificate, on the real vault."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.errors import NotPermitted, RecordGone
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.services.language import words_for
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.disposal import certificates
from hvacdesk.store.models import AuditRow, Certificate, Customer, DisposalLedgerRow
from hvacdesk.store.oversight import audit_log
from hvacdesk.vault import folder
from tests.helpers.paper import read_text
from tests.helpers.traces import grep_tree
from tests.integration.disposal.office import GOING, DisposalOffice, destroyed_values, home_of


@pytest.mark.approved
def test_nothing_of_the_destroyed_is_left_and_everything_of_the_living_is(office: DisposalOffice) -> None:
    before = office.dump()
    assert all(value in before for value in destroyed_values())
    result = office.destroy(office.approved())
    assert (result.state, result.exceptions, result.customers) == (BatchState.VERIFIED, (), len(GOING))
    after = office.dump()
    assert [value for value in destroyed_values() if value in after] == []
    assert b"052-333-4455" in after
    assert office.forgotten == [True]
    with office.workplace.reading() as session:
        assert session.scalar(select(func.count()).select_from(Customer)) == 40


@pytest.mark.approved
def test_sealed_payment_fields_go_as_ciphertext(office: DisposalOffice) -> None:
    with office.workplace.reading() as session:
        banks = session.scalars(select(Customer.bank).where(Customer.bank.is_not(None))).all()
    pages = office.dump()
    assert all(bank in pages for bank in banks)
    office.destroy(office.approved())
    pages = office.dump()
    assert not any(bank in pages for bank in banks)


def test_values_that_the_living_share_are_no_false_alarm(office: DisposalOffice) -> None:
    result = office.destroy(office.approved(office.customers["going 2"]), 1)
    assert result.state is BatchState.VERIFIED
    assert "太郎".encode() in office.dump()


@pytest.mark.approved
def test_ledger_certificate_and_log_hold_none_of_the_values(office: DisposalOffice) -> None:
    batch = office.approved()
    result = office.destroy(batch)
    with office.workplace.reading() as session:
        written = "".join(
            repr(row.__dict__)
            for kind in (DisposalLedgerRow, Certificate, AuditRow)
            for row in session.scalars(select(kind))
        )
    pdf = office.disposal.certificates.certificate_paper(office.owner, result.certificate, "ja").pdf
    written += read_text(pdf)
    assert [value for value in destroyed_values() if value.decode() in written] == []
    for person in GOING[:2]:
        assert person.family not in written


@pytest.mark.approved
def test_the_ledger_answers_for_a_customer_number(office: DisposalOffice) -> None:
    with office.workplace.reading() as session:
        number = session.scalar(
            select(Customer.number).where(Customer.record_id == office.customers["going 0"])
        )
    office.destroy(office.approved())
    assert number is not None
    (line,) = office.disposal.certificates.ledger(office.owner, number)
    assert line.record == office.customers["going 0"]
    assert line.result is BatchState.VERIFIED
    assert line.rule == "corporate-tax-documents"
    assert dict(line.categories)["payment"] == 3
    assert (
        dict(line.categories)["phone"] == 6
    )  # the customer's, the call note's and the contact's, each with its digits
    assert (line.proposed_by, line.approved_by) == ("緑川 文", "青木 真")
    assert office.disposal.certificates.ledger(office.owner, "そんな番号はない") == ()


@pytest.mark.approved
def test_the_certificate_is_numbered_anchored_and_drawn_again_as_the_same_file(
    office: DisposalOffice,
) -> None:
    batch = office.approved()
    result = office.destroy(batch)
    facts = office.disposal.certificates.certificate_of(office.owner, batch)
    assert facts.number == result.certificate == "DC2026-001"
    assert (facts.customers, facts.result) == (len(GOING), BatchState.VERIFIED)
    assert facts.values > 40
    assert facts.pages == result.pages > 0
    with office.workplace.reading() as session:
        assert audit_log.hash_at(session, facts.head_sequence) == facts.head_hash
        filed = certificates.get(session, number=result.certificate).pdf_sha256
    pdf = office.disposal.certificates.certificate_paper(office.owner, result.certificate, "ja").pdf
    assert hashlib.sha256(pdf).hexdigest() == filed
    assert result.certificate in read_text(
        office.disposal.certificates.certificate_paper(office.owner, result.certificate, "en").pdf
    )
    report = AuditLog(office.workplace).verify(office.owner)
    assert report.intact
    assert report.anchors


@pytest.mark.approved
def test_no_file_of_the_office_holds_the_kept_list_afterwards(office: DisposalOffice) -> None:
    office.destroy(office.approved())
    assert not (home_of(office) / folder.PENDING_NAME).exists()
    assert grep_tree(home_of(office), [value.decode() for value in destroyed_values()]) == []


@pytest.mark.approved
def test_a_carried_out_batch_shows_numbers_only(office: DisposalOffice) -> None:
    batch = office.approved()
    office.destroy(batch)
    review = office.disposal.reviews.open_batch(office.owner, batch)
    assert review.state is BatchState.VERIFIED
    assert {row.customer for row in review.rows} == set(office.going())
    assert {row.name.text for row in review.rows} == {"●●●●"}
    (row,) = office.disposal.reviews.batches(office.owner)
    assert (row.state, row.customers, row.certificate) == (BatchState.VERIFIED, len(GOING), "DC2026-001")


@pytest.mark.approved
def test_printing_the_certificate_is_logged(office: DisposalOffice) -> None:
    result = office.destroy(office.approved())
    paper = office.disposal.certificates.certificate_paper(office.owner, result.certificate, "en")
    office.disposal.certificates.certificate_printed(office.owner, paper)
    with office.workplace.reading() as session:
        (entry,) = audit_log.entries(session, limit=5, action=Action.CERTIFICATE_PRINTED)
    assert entry.details == {"certificate": result.certificate, "sha256": paper.sha256}
    with pytest.raises(RecordGone):
        office.disposal.certificates.certificate_printed(office.owner, replace(paper, number="DC1999-001"))


@pytest.mark.approved
def test_the_ledger_is_saved_as_a_table_that_names_nobody(office: DisposalOffice) -> None:
    office.destroy(office.approved())
    content = office.disposal.certificates.ledger_file(office.owner, "", words_for("ja")).decode("utf-8-sig")
    titles, *lines = csv.reader(content.splitlines())
    assert len(lines) == len(GOING)
    assert all(len(line) == len(titles) for line in lines)
    assert [value for value in destroyed_values() if value.decode() in content] == []
    assert "柳川" not in content
    assert office.customers["going 0"] in content
    number = lines[0][1]
    only = office.disposal.certificates.ledger_file(office.owner, number, words_for("en")).decode("utf-8-sig")
    assert [line[1] for line in list(csv.reader(only.splitlines()))[1:]] == [number]
    with pytest.raises(NotPermitted):
        office.disposal.certificates.ledger_file(office.desk, "", words_for("en"))
