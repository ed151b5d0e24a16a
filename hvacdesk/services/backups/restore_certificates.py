"""Certificates of restores: filed with the restored file as they were issued."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from string import ascii_lowercase
from typing import Any

from hvacdesk.documents.backups.restore_certificates import draw_restore_certificate
from hvacdesk.domain.backups.restore_certificates import RepeatedDisposal, RestoreCertificateFacts
from hvacdesk.domain.clock import office_time
from hvacdesk.domain.disposal.certificates import CertificatePaper
from hvacdesk.domain.disposal.disposed_list import DestroyedCustomer
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.services.disposal.filed_certificates import file_papers, paper
from hvacdesk.services.disposal.permission import READERS
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.disposal import certificates
from hvacdesk.store.engine import Session

KIND = "restore"


class RestoreCertificates:
    """The certificates of an open office's restores, for those who may read the disposal ledger."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(*READERS)
    def all(self, actor: Actor) -> tuple[RestoreCertificateFacts, ...]:
        """Every restore's certificate, the newest first."""
        with self._workplace.reading() as session:
            return tuple(_facts_of(one.facts) for one in certificates.of_kind(session, KIND))

    @needs(*READERS)
    def paper(self, actor: Actor, number: str, language: str) -> CertificatePaper:
        """A certificate in a language, as it was issued.

        Raises:
            CertificateAltered: what is filed is not what was issued.
            RecordGone: there is none with this number.
        """
        with self._workplace.reading() as session:
            found = certificates.get(session, number=number)
            facts = _facts_of(found.facts)
            return paper(session, found, language, lambda words: draw_restore_certificate(facts, words))

    @needs(*READERS)
    def printed(self, actor: Actor, printed: CertificatePaper) -> None:
        """Note that a certificate left the printer."""
        with self._workplace.transaction() as session:
            certificates.get(session, number=printed.number)
            self._workplace.record(
                session,
                actor,
                Action.CERTIFICATE_PRINTED,
                certificate=printed.number,
                sha256=printed.sha256,
            )


def file_restore(session: Session, facts: RestoreCertificateFacts) -> None:
    """File a restore's certificate as it is worded now."""
    file_papers(session, facts, KIND, "", lambda words: draw_restore_certificate(facts, words))


def free_number(session: Session, now: datetime) -> str:
    """The number of a restore at this moment: the minute, with a letter where the backup knows of another."""
    minute = f"RC{office_time(now):%Y%m%d-%H%M}"
    taken = {certificate.number for certificate in certificates.of_kind(session, KIND)}
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


def _facts_of(filed: str) -> RestoreCertificateFacts:
    stored: dict[str, Any] = json.loads(filed)
    again = tuple(RepeatedDisposal(**one) for one in stored["repeated"])
    exceptions = tuple(Phrase(*exception) for exception in stored["exceptions"])
    left = tuple((place, count) for place, count in stored.get("remnants", ()))
    return RestoreCertificateFacts(**stored | {"repeated": again, "exceptions": exceptions, "remnants": left})
