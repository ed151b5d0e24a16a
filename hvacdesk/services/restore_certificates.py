"""Certificates of restores: filed with the restored file, drawn again whenever they are wanted."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from string import ascii_lowercase
from typing import Any

from hvacdesk.documents.restore_certificate import draw_restore_certificate
from hvacdesk.domain.audit import Action
from hvacdesk.domain.clock import office_time
from hvacdesk.domain.disposed_list import DestroyedCustomer
from hvacdesk.domain.restore_certificates import RepeatedDisposal, RestoreCertificateFacts
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.wording import Phrase, Words
from hvacdesk.services.disposal.certificates import FILED_LANGUAGE
from hvacdesk.services.disposal.permission import require_reader
from hvacdesk.services.language import words_for
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import disposal as store
from hvacdesk.store.engine import Session
from hvacdesk.store.models import Certificate

KIND = "restore"


class RestoreCertificates:
    """The certificates of an open office's restores, for whoever may read the disposal ledger."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def all(self, actor: Actor) -> tuple[RestoreCertificateFacts, ...]:
        """Every restore's certificate, the newest first."""
        require_reader(actor)
        with self._workplace.reading() as session:
            return tuple(map(_facts_of, store.certificates(session, KIND)))

    def pdf(self, actor: Actor, number: str, words: Words) -> bytes:
        """A certificate as a PDF in the reader's language. Raises :class:`RecordGone`."""
        require_reader(actor)
        with self._workplace.reading() as session:
            return draw_restore_certificate(_facts_of(store.certificate(session, number=number)), words)

    def printed(self, actor: Actor, number: str) -> None:
        """Note that a certificate left the printer."""
        require_reader(actor)
        with self._workplace.transaction() as session:
            found = store.certificate(session, number=number)
            self._workplace.record(
                session,
                actor,
                Action.CERTIFICATE_PRINTED,
                certificate=number,
                sha256=found.pdf_sha256,
            )


def file_restore(session: Session, facts: RestoreCertificateFacts) -> None:
    """File a restore's certificate with the hash of its PDF."""
    pdf = draw_restore_certificate(facts, words_for(FILED_LANGUAGE))
    session.add(
        Certificate(
            number=facts.number,
            kind=KIND,
            batch="",
            facts=json.dumps(asdict(facts), ensure_ascii=False),
            pdf_sha256=hashlib.sha256(pdf).hexdigest(),
            head_sequence=facts.head_sequence,
            head_hash=facts.head_hash,
        )
    )


def free_number(session: Session, now: datetime) -> str:
    """The number of a restore at this moment: the minute, with a letter where the backup knows of another."""
    minute = f"RC{office_time(now):%Y%m%d-%H%M}"
    taken = {certificate.number for certificate in store.certificates(session, KIND)}
    candidates = (f"{minute}{letter}" for letter in ("", *ascii_lowercase[1:]))
    return next(number for number in candidates if number not in taken)


def repeated(
    lines: Iterable[DestroyedCustomer], destroyed: Iterable[str], reduced: Iterable[str]
) -> tuple[RepeatedDisposal, ...]:
    """What was carried out again by the certificate that had certified it, in the certificates' order.

    Args:
        lines: of the disposed list.
        destroyed, reduced: record ids of those who had come back with the backup.
    """
    gone, less = frozenset(destroyed), frozenset(reduced)
    counts: Counter[tuple[str, bool]] = Counter()
    for line in {line.line: line for line in lines}.values():
        if line.record in (less if line.keeps else gone):
            counts[line.certificate, bool(line.keeps)] += 1
    numbers = sorted({number for number, _ in counts})
    return tuple(RepeatedDisposal(number, counts[number, False], counts[number, True]) for number in numbers)


def _facts_of(certificate: Certificate) -> RestoreCertificateFacts:
    stored: dict[str, Any] = json.loads(certificate.facts)
    again = tuple(RepeatedDisposal(**one) for one in stored["repeated"])
    exceptions = tuple(Phrase(*exception) for exception in stored["exceptions"])
    return RestoreCertificateFacts(**stored | {"repeated": again, "exceptions": exceptions})
