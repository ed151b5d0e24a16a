"""Certificates as they were issued: their PDFs are kept, and compared with the hashes filed beside them.

Certificates of earlier releases were kept as facts and the hash of the Japanese PDF. They are drawn again,
and the reader is told whether it is still the same paper.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING

from hvacdesk.documents.kit.fonts import load_fonts
from hvacdesk.domain.backups.restore_certificates import RestoreCertificateFacts
from hvacdesk.domain.disposal.certificates import CertificatePaper
from hvacdesk.domain.disposal.disposal import CertificateFacts
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.languages import LANGUAGES
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.services.language import words_for
from hvacdesk.store.disposal import certificates
from hvacdesk.store.engine import Session

if TYPE_CHECKING:
    from hvacdesk.store.models import Certificate

HASHED_LANGUAGE = "ja"
"""The language whose hash has been kept with the facts since the first release."""

Draw = Callable[[Words], bytes]


class CertificateAltered(UserFacingError):
    """The filed PDF does not have the hash that was filed with it."""

    what = phrase("Errors", "The filed certificate {number} is not the one that was issued any more.")
    safe = phrase("Errors", "It was neither shown nor printed, and nothing was changed.")
    todo = phrase(
        "Errors",
        "The signed paper holds. Tell the person responsible, who checks the audit log and the database.",
    )

    def __init__(self, number: str) -> None:
        super().__init__(number=number)


def get_ready() -> None:
    """Load what certificates are drawn with, and keep it: fonts, QR codes, the words of every language."""
    import segno  # noqa: F401 - loaded by the first code that is drawn

    load_fonts()
    for language in LANGUAGES:
        words_for(language)


def file_papers(
    session: Session, facts: CertificateFacts | RestoreCertificateFacts, kind: str, batch: str, draw: Draw
) -> None:
    """File a certificate: its facts, and its PDF with its hash in every language."""
    papers = {language: draw(words_for(language)) for language in LANGUAGES}
    certificates.add(
        session,
        facts.number,
        kind,
        batch,
        json.dumps(asdict(facts), ensure_ascii=False),
        (facts.head_sequence, facts.head_hash),
        _sha256(papers[HASHED_LANGUAGE]),
        {language: (pdf, _sha256(pdf)) for language, pdf in papers.items()},
    )


def paper(session: Session, certificate: Certificate, language: str, draw: Draw) -> CertificatePaper:
    """The certificate as it was issued in this language, or drawn again if only its facts were stored.

    Raises:
        CertificateAltered: what is filed is not what was issued.
    """
    filed = certificates.pdf_of(session, certificate, language)
    if filed is None:
        unchanged = _sha256(draw(words_for(HASHED_LANGUAGE))) == certificate.pdf_sha256
        return CertificatePaper(certificate.number, draw(words_for(language)), as_issued=unchanged)
    hashes = {filed.sha256, certificate.pdf_sha256} if language == HASHED_LANGUAGE else {filed.sha256}
    if hashes != {_sha256(filed.pdf)}:
        raise CertificateAltered(certificate.number)
    return CertificatePaper(certificate.number, filed.pdf, as_issued=True)


def _sha256(pdf: bytes) -> str:
    return hashlib.sha256(pdf).hexdigest()
