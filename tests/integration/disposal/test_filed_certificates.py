"""A certificate stays the paper that was issued, whatever a later version of the program would write."""

from __future__ import annotations

import hashlib

import pytest
from sqlalchemy import select, text

from hvacdesk.domain.text.languages import LANGUAGES
from hvacdesk.domain.text.wording import Words, english
from hvacdesk.services.disposal import certificates
from hvacdesk.services.disposal.filed_certificates import CertificateAltered
from hvacdesk.services.language import words_for
from hvacdesk.store.models import Certificate, CertificatePdf
from tests.integration.disposal.office import DisposalOffice

EACH_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)

pytestmark = pytest.mark.approved


@pytest.fixture
def number(office: DisposalOffice) -> str:
    """The certificate of a disposal that was carried out."""
    return office.destroy(office.approved()).certificate


def word_it_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this be a later version of the program."""
    monkeypatch.setattr(certificates, "draw_certificate", _later)


def _later(_facts: object, words: Words) -> bytes:
    return b"%PDF as a later version draws it in " + (b"English" if words is english else b"Japanese")


def change(office: DisposalOffice, statement: str) -> None:
    with office.workplace.transaction() as session:
        session.execute(text(statement))


def test_both_languages_are_filed_with_their_hashes(office: DisposalOffice, number: str) -> None:
    with office.workplace.reading() as session:
        filed = session.scalars(select(CertificatePdf)).all()
        certificate = session.scalars(select(Certificate).where(Certificate.number == number)).one()
        assert {one.language for one in filed} == set(LANGUAGES)
        for one in filed:
            assert one.certificate_id == certificate.id
            assert one.sha256 == hashlib.sha256(one.pdf).hexdigest()
        (japanese,) = (one for one in filed if one.language == "ja")
        assert certificate.pdf_sha256 == japanese.sha256


@EACH_LANGUAGE
def test_a_later_wording_changes_no_issued_certificate(
    office: DisposalOffice, number: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    issued = office.disposal.certificates.certificate_paper(office.owner, number, language)
    word_it_otherwise(monkeypatch)
    again = office.disposal.certificates.certificate_paper(office.owner, number, language)
    assert again == issued
    assert again.as_issued


@EACH_LANGUAGE
@pytest.mark.parametrize(
    "changed", ["pdf = CAST(pdf || 'x' AS BLOB)", "sha256 = substr(sha256, 2) || substr(sha256, 1, 1)"]
)
def test_an_altered_certificate_is_not_shown(
    office: DisposalOffice, number: str, language: str, changed: str
) -> None:
    change(office, f"UPDATE certificate_pdfs SET {changed} WHERE language = '{language}'")
    with pytest.raises(CertificateAltered) as caught:
        office.disposal.certificates.certificate_paper(office.owner, number, language)
    for words in (english, words_for("ja")):
        assert number in caught.value.sentences(words)[0]


def test_a_certificate_that_was_exchanged_with_its_hash_is_not_shown(
    office: DisposalOffice, number: str
) -> None:
    """The Japanese one's hash stands with the facts too."""
    other = b"%PDF another"
    with office.workplace.transaction() as session:
        filed = session.scalars(select(CertificatePdf).where(CertificatePdf.language == "ja")).one()
        filed.pdf, filed.sha256 = other, hashlib.sha256(other).hexdigest()
    with pytest.raises(CertificateAltered):
        office.disposal.certificates.certificate_paper(office.owner, number, "ja")


@EACH_LANGUAGE
def test_one_of_an_earlier_release_is_drawn_from_its_facts(
    office: DisposalOffice, number: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    issued = office.disposal.certificates.certificate_paper(office.owner, number, language)
    change(office, "DELETE FROM certificate_pdfs")
    same = office.disposal.certificates.certificate_paper(office.owner, number, language)
    assert (same.pdf, same.as_issued) == (issued.pdf, True)
    word_it_otherwise(monkeypatch)
    other = office.disposal.certificates.certificate_paper(office.owner, number, language)
    assert (other.pdf, other.as_issued) == (_later(None, words_for(language)), False)
