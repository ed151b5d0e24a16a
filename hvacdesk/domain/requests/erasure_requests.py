"""A customer's request for erasure: what it came to, and which laws keep what.

Source: 個人情報保護法 35条 (suspension of use and erasure, also of data that is no longer needed). Only laws
stop it; the office's own rules about how long it likes to keep things do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hvacdesk.domain.disposal.disposal import BatchState, Blocker
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.retention.retention import RetentionVerdict, Standing
from hvacdesk.domain.text.wording import Phrase, phrase


class ErasureOutcome(StrEnum):
    """What a request for erasure has come to.

    ``MAY_GO``: nothing keeps the data, or some of it, and nobody has proposed to erase it. ``UNDER_WAY``:
    somebody has. ``REFUSED``: laws or a hold keep all of it. ``BLOCKED``: something has to be finished
    first. ``ERASED``, ``REDUCED``: done, wholly or except what laws keep. ``UNCONFIRMED``: deleted, and the
    check did not succeed.
    """

    MAY_GO = "may_go"
    UNDER_WAY = "under_way"
    REFUSED = "refused"
    BLOCKED = "blocked"
    ERASED = "erased"
    REDUCED = "reduced"
    UNCONFIRMED = "unconfirmed"


OUTCOME_NAMES: dict[ErasureOutcome, Phrase] = {
    ErasureOutcome.MAY_GO: phrase("Erasure requests", "Can be erased"),
    ErasureOutcome.UNDER_WAY: phrase("Erasure requests", "Being erased"),
    ErasureOutcome.REFUSED: phrase("Erasure requests", "Kept by law"),
    ErasureOutcome.BLOCKED: phrase("Erasure requests", "Something is still open"),
    ErasureOutcome.ERASED: phrase("Erasure requests", "Erased"),
    ErasureOutcome.REDUCED: phrase("Erasure requests", "Erased but for what laws keep"),
    ErasureOutcome.UNCONFIRMED: phrase("Erasure requests", "Deleted, not confirmed"),
}

FINISHED = frozenset({ErasureOutcome.ERASED, ErasureOutcome.REDUCED})
"""Outcomes that answer the request; a refusal answers it too, for as long as laws ask for the data."""

STOPPED = frozenset({ErasureOutcome.REFUSED, ErasureOutcome.BLOCKED})
"""Outcomes in which something prevents the erasure."""


@dataclass(frozen=True)
class KeptByLaw:
    """What one law keeps.

    Attributes:
        title: the record that the law asks for.
        until: ISO date of the last day, or empty where it cannot be told.
        missing: the event that has to be recorded before it can be told.
    """

    law: str
    title: Phrase
    fields: tuple[RecordField, ...]
    until: str
    missing: EventKind | None = None


@dataclass(frozen=True)
class ErasureAnswer:
    """What the office can tell a customer about the erasure of their data; no personal data but the number.

    Attributes:
        customer: record id.
        asked_on: ISO date of the request, or empty where none was made: the answer is then what would happen.
        hold_until: ISO date of the last day of a hold, or empty where it lasts until it is lifted.
        goes: the fields that may be destroyed now, or that were destroyed.
        kept: what laws keep, the longest first.
        batch: the disposal that carries the request out, or empty.
        done_on: ISO date on which the data was destroyed, or empty.
        state: how the check of the erasure ended, where there was one.
        exceptions: what the certificate names as exceptions.
    """

    customer: str
    customer_number: str
    outcome: ErasureOutcome
    asked_on: str = ""
    goes: tuple[RecordField, ...] = ()
    kept: tuple[KeptByLaw, ...] = ()
    blockers: tuple[Blocker, ...] = ()
    on_hold: bool = False
    hold_until: str = ""
    papers_to_shred: int = 0
    batch: str = ""
    certificate: str = ""
    done_on: str = ""
    state: BatchState | None = None
    exceptions: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class ErasurePaper:
    """The answer as it was drawn, and what it says.

    Attributes:
        customer: record id.
        certificate: the number of the certificate that it names, or empty.
    """

    pdf: bytes
    customer: str
    outcome: ErasureOutcome
    certificate: str


def kept_by_law(
    verdict: RetentionVerdict, held: frozenset[RecordField], today: date
) -> tuple[KeptByLaw, ...]:
    """What each law keeps of the fields that are held, the longest first; each record once."""
    longest: dict[tuple[str, str], KeptByLaw] = {}
    for reason in verdict.reasons:
        fields = tuple(field for field in RecordField if field in reason.keeps & held)
        if fields and reason.runs(today):
            until = reason.keep_until.isoformat() if reason.keep_until else ""
            longest.setdefault(
                (reason.law, reason.title.text),
                KeptByLaw(reason.law, reason.title, fields, until, reason.missing),
            )
    return tuple(longest.values())


def outlook(verdict: RetentionVerdict, blocked: bool) -> ErasureOutcome:
    """What a request that nobody has carried out comes to."""
    if verdict.standing not in {Standing.DUE, Standing.REDUCIBLE}:
        return ErasureOutcome.REFUSED
    return ErasureOutcome.BLOCKED if blocked else ErasureOutcome.MAY_GO
