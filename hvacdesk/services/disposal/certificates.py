"""Certificates of disposal and the ledger of what was destroyed."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hvacdesk.documents.disposal.certificates import draw_certificate
from hvacdesk.domain.disposal.certificates import CertificatePaper
from hvacdesk.domain.disposal.disposal import BatchState, CertificateFacts, KeptFields, LedgerLine
from hvacdesk.domain.disposal.place_decisions import KeptPlaces
from hvacdesk.domain.disposal.shredding import ShredFacts, ShredMethod
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Phrase, Words
from hvacdesk.services.disposal.filed_certificates import file_papers, paper
from hvacdesk.services.disposal.ledger_file import ledger_csv
from hvacdesk.services.disposal.permission import READERS
from hvacdesk.services.permissions import needs
from hvacdesk.services.retention.retention import rule_titles
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.disposal import certificates, disposal_ledger
from hvacdesk.store.engine import Session

KIND = "disposal"


class Certificates:
    """Certificates of an open office, as they were issued."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(*READERS)
    def certificate_of(self, actor: Actor, batch: str) -> CertificateFacts:
        """The facts of a batch's certificate. Raises :class:`RecordGone` for a batch without one."""
        with self._workplace.reading() as session:
            return facts_of(certificates.get(session, batch=batch).facts)

    @needs(*READERS)
    def certificate_paper(self, actor: Actor, number: str, language: str) -> CertificatePaper:
        """The certificate in a language, as it was issued.

        Raises:
            CertificateAltered: what is filed is not what was issued.
        """
        with self._workplace.reading() as session:
            found = certificates.get(session, number=number)
            facts = facts_of(found.facts)
            return paper(session, found, language, lambda words: _drawn(session, facts, words))

    @needs(*READERS)
    def certificate_printed(self, actor: Actor, printed: CertificatePaper) -> None:
        """Note that the certificate left the printer."""
        self._note(actor, Action.CERTIFICATE_PRINTED, printed)

    @needs(*READERS)
    def certificate_saved(self, actor: Actor, saved: CertificatePaper) -> None:
        """Note that the certificate was written into a file."""
        self._note(actor, Action.CERTIFICATE_SAVED, saved)

    def _note(self, actor: Actor, action: Action, one: CertificatePaper) -> None:
        with self._workplace.transaction() as session:
            found = certificates.get(session, number=one.number)
            self._workplace.record(
                session,
                actor,
                action,
                f"batch:{found.batch}",
                certificate=one.number,
                sha256=one.sha256,
            )

    @needs(Permission.READ_LEDGER)
    def ledger(self, actor: Actor, text: str = "") -> tuple[LedgerLine, ...]:
        """What was destroyed, newest first; ``text`` is part of a number, record id, rule or certificate."""
        with self._workplace.reading() as session:
            return disposal_ledger.search(session, text.strip())

    @needs(Permission.READ_LEDGER)
    def ledger_file(self, actor: Actor, text: str, words: Words) -> bytes:
        """The ledger as :meth:`ledger` finds it, as a CSV file. It holds nobody's personal data."""
        return ledger_csv(self.ledger(actor, text), words)

    @needs(Permission.READ_LEDGER)
    def ledger_saved(self, actor: Actor, text: str) -> None:
        """Note that the file of :meth:`ledger_file` was written."""
        lines = self.ledger(actor, text)
        with self._workplace.transaction() as session:
            self._workplace.record(session, actor, Action.LEDGER_EXPORTED, lines=len(lines))


def file_certificate(session: Session, batch: str, facts: CertificateFacts) -> None:
    """File a certificate as it is worded now."""
    file_papers(session, facts, KIND, batch, lambda words: _drawn(session, facts, words))


def facts_of(filed: str) -> CertificateFacts:
    """The facts of a certificate, which are filed as JSON."""
    stored: dict[str, Any] = json.loads(filed)
    return CertificateFacts(
        **stored
        | {
            "result": BatchState(stored["result"]),
            "method": Phrase(*stored["method"]),
            "exceptions": tuple(Phrase(*exception) for exception in stored["exceptions"]),
            "rules": tuple((rule, law, count) for rule, law, count in stored["rules"]),
            "reduced": tuple(
                KeptFields(one["rule"], one["law"], tuple(one["fields"]), one["customers"])
                for one in stored.get("reduced", ())
            ),
            "remnants": tuple((place, count) for place, count in stored.get("remnants", ())),
            "kept": tuple(KeptPlaces(**one) for one in stored.get("kept", ())),
            "shredding": _shredding(stored.get("shredding")),
        }
    )


def _shredding(stored: dict[str, str] | None) -> ShredFacts | None:
    if stored is None:
        return None
    method = ShredMethod(stored["method"])
    return ShredFacts(method, stored["level"], stored["witness"], stored["certificate"])


def _drawn(session: Session, facts: CertificateFacts, words: Words) -> bytes:
    """The facts name rules by code, which stays when a title is reworded; the paper names them by title."""
    titles = {code: words(title) for code, title in rule_titles(session).items()}
    named = tuple((titles.get(rule, rule), law, count) for rule, law, count in facts.rules)
    reduced = tuple(replace(one, rule=titles.get(one.rule, one.rule)) for one in facts.reduced)
    return draw_certificate(replace(facts, rules=named, reduced=reduced), words)
