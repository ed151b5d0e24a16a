"""Rebuilding the file and proving, page by page, that the destroyed values are gone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from hvacdesk.domain.disposal import BatchState
from hvacdesk.domain.wording import Phrase, phrase
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import erasure
from hvacdesk.vault.living import living_rows
from hvacdesk.vault.proof import Needle, ProofResult, prove

LOST_COPY = "lost-copy"
NEEDLES_LOST = "needles-lost"
STILL_THERE = "still-there"
VALUE_FOUND = "value-found"
PAGE_DAMAGED = "page-damaged"

EXCEPTION_NAMES: dict[str, Phrase] = {
    LOST_COPY: phrase("Disposal", "A paper copy had been reported lost, so it could not be shredded."),
    NEEDLES_LOST: phrase(
        "Disposal", "The list of erased values was lost, so they could not be searched for."
    ),
    STILL_THERE: phrase("Disposal", "A customer of this batch is in the database again."),
    VALUE_FOUND: phrase("Disposal", "An erased value was found in the database file."),
    PAGE_DAMAGED: phrase("Disposal", "A page of the database file did not decrypt."),
    "rollback-journal": phrase("Disposal", "A rollback journal beside the database was not searched."),
    "unfinished-file": phrase("Disposal", "An unfinished file in the office's folder was not searched."),
    "other-database": phrase("Disposal", "Another database file in the office's folder was not searched."),
    "structure": phrase("Disposal", "The structure of the database file could not be followed everywhere."),
}
"""What can keep a disposal from being verified, by code."""


@dataclass(frozen=True)
class Proof:
    """What was found out, as the certificate states it."""

    state: BatchState
    pages: int
    frames: int
    values: int
    exceptions: tuple[Phrase, ...]


def rebuild_and_prove(
    workplace: Workplace,
    needles: Sequence[Needle],
    going: Mapping[str, Collection[int]],
    customers: Sequence[str],
    exceptions: Iterable[str],
) -> Proof:
    """Write the file anew from its living rows and search it for the needles.

    Args:
        going: by table the keys of the rows that were deleted, as far as they are known.
        customers: record ids of the destroyed customers, none of whom may be in the tables.
        exceptions: codes of what is known to be out of reach.

    Raises:
        DatabaseBusy, DiskFull: the file could not be rebuilt; nothing is proved, and it may be tried again.
    """
    vault = workplace.vault
    living = living_rows(vault.database_path, vault.database_key(), going)
    erasure.rebuild(workplace.store)
    found = prove(vault.database_path, vault.database_key(), needles, living, exceptions)
    with workplace.reading() as session:
        there = erasure.still_there(session, customers)
    return _said(found, there)


def unprovable(exceptions: Iterable[str]) -> Proof:
    """The outcome where the values to search for are lost."""
    return Proof(BatchState.FAILED, 0, 0, 0, tuple(_names([*exceptions, NEEDLES_LOST])))


def _said(found: ProofResult, still_there: int) -> Proof:
    codes = list(found.exceptions)
    codes += [VALUE_FOUND] if found.hits else []
    codes += [PAGE_DAMAGED] if found.hmac_failures else []
    codes += [STILL_THERE] if still_there else []
    state = BatchState.FAILED if still_there else BatchState(found.state)
    return Proof(state, found.pages, found.frames, found.needles, tuple(_names(codes)))


def _names(codes: Iterable[str]) -> Iterable[Phrase]:
    return (EXCEPTION_NAMES[code] for code in dict.fromkeys(codes))
