"""Certificates of disposals and restores, with their PDFs as they were issued."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from hvacdesk.domain.errors import RecordGone
from hvacdesk.store.models import Certificate, CertificatePdf


def add(
    session: Session,
    number: str,
    kind: str,
    batch: str,
    facts: str,
    head: tuple[int, str],
    pdf_sha256: str,
    papers: Mapping[str, tuple[bytes, str]],
) -> None:
    """File a certificate.

    Args:
        facts: as JSON.
        head: number and hash of the log's last entry.
        pdf_sha256: of the PDF whose hash is filed with the facts.
        papers: by language the PDF and its hash.
    """
    sequence, log_hash = head
    certificate = Certificate(
        number=number,
        kind=kind,
        batch=batch,
        facts=facts,
        pdf_sha256=pdf_sha256,
        head_sequence=sequence,
        head_hash=log_hash,
    )
    session.add(certificate)
    session.flush()
    session.add_all(
        CertificatePdf(certificate_id=certificate.id, language=language, pdf=pdf, sha256=sha256)
        for language, (pdf, sha256) in papers.items()
    )


def of_kind(session: Session, kind: str) -> Sequence[Certificate]:
    """Every certificate of a kind, the newest first."""
    query = select(Certificate).where(Certificate.kind == kind).order_by(Certificate.id.desc())
    return session.scalars(query).all()


def get(session: Session, *, number: str = "", batch: str = "") -> Certificate:
    """The certificate with this number or of this batch. Raises :class:`RecordGone`."""
    query = select(Certificate).where(Certificate.number == number if number else Certificate.batch == batch)
    found = session.scalars(query).one_or_none()
    if found is None:
        raise RecordGone
    return found


def pdf_of(session: Session, certificate: Certificate, language: str) -> CertificatePdf | None:
    """The certificate as it was issued in a language; None where that was before PDFs were stored."""
    query = select(CertificatePdf).where(
        CertificatePdf.certificate_id == certificate.id, CertificatePdf.language == language
    )
    return session.scalars(query).one_or_none()
