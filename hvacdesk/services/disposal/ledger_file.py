"""The disposal ledger as a table for an inspector."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.domain.disposal.disposal import BATCH_STATE_NAMES, LedgerLine
from hvacdesk.domain.retention.record_fields import RECORD_FIELD_NAMES
from hvacdesk.domain.retention.retention import legal_ground
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.exchange.delimited_writing import delimited

TITLES = (
    phrase("Disposal ledger", "Record id"),
    phrase("Disposal ledger", "Customer number"),
    phrase("Disposal ledger", "Destroyed at"),
    phrase("Disposal ledger", "Result"),
    phrase("Disposal ledger", "Rule"),
    phrase("Disposal ledger", "Law"),
    phrase("Disposal ledger", "Values destroyed, by category"),
    phrase("Disposal ledger", "Fields kept"),
    phrase("Disposal ledger", "Kept until"),
    phrase("Disposal ledger", "Method"),
    phrase("Disposal ledger", "Proposed by"),
    phrase("Disposal ledger", "Approved by"),
    phrase("Disposal ledger", "Witness of the shredding"),
    phrase("Disposal ledger", "Certificate"),
)


def ledger_csv(lines: Iterable[LedgerLine], words: Words) -> bytes:
    """The lines in the reader's language; numbers, codes and staff only."""
    return delimited([words(title) for title in TITLES], _rows(lines, words))


def _rows(lines: Iterable[LedgerLine], words: Words) -> Iterator[list[str]]:
    for line in lines:
        yield [
            line.record,
            line.customer_number,
            f"{office_time(moment_of(line.destroyed_at)):%Y-%m-%d %H:%M}",
            words(BATCH_STATE_NAMES[line.result]),
            line.rule,
            legal_ground(line.law, words),
            " ".join(f"{category}={count}" for category, count in line.categories),
            " ".join(words(RECORD_FIELD_NAMES[field]) for field in line.keeps),
            line.keeps_until,
            line.method,
            line.proposed_by,
            line.approved_by,
            line.witness,
            line.certificate,
        ]
