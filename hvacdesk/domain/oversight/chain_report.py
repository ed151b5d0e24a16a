"""What was found out about the audit log: chain, signatures, notes of its end, what hangs on it by hash."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from hvacdesk.domain.oversight.audit_log import day_of
from hvacdesk.domain.text.wording import Phrase, Words, phrase


class NoteState(StrEnum):
    """What a note of the log's end, kept outside the database, says when it is compared with the log."""

    GOOD = "good"
    OFF_CHAIN = "off_chain"
    MISSING = "missing"
    DAMAGED = "damaged"
    OLDER = "older"


NOTE_PLACE_NAMES: dict[str, Phrase] = {
    "file": phrase("Audit", "in the folder"),
    "keyring": phrase("Audit", "in the key store"),
    "roster": phrase("Audit", "in the key file, signed"),
}
NOTE_STATE_NAMES: dict[NoteState, Phrase] = {
    NoteState.GOOD: phrase("Audit", "lies on the chain"),
    NoteState.OFF_CHAIN: phrase("Audit", "DOES NOT LIE ON THE CHAIN"),
    NoteState.MISSING: phrase("Audit", "IS MISSING"),
    NoteState.DAMAGED: phrase("Audit", "IS DAMAGED"),
    NoteState.OLDER: phrase("Audit", "IS OLDER than what was noted last"),
}


class RecordState(StrEnum):
    """How something in a register differs from what the log says of it."""

    GONE = "gone"
    ALTERED = "altered"
    ADDED = "added"


REGISTER_NAMES: dict[str, Phrase] = {
    "disposal_ledger": phrase("Audit", "Disposal ledger"),
    "certificates": phrase("Audit", "Certificate"),
    "certificate_pdfs": phrase("Audit", "Certificate's paper"),
    "media": phrase("Audit", "Register of media"),
    "holds": phrase("Audit", "Holds of a customer"),
    "disposal_batches": phrase("Audit", "Approval of a disposal"),
    "disposal_places": phrase("Audit", "Decisions about places outside the records"),
    "disposal_items": phrase("Audit", "List of those who go with a disposal"),
    "issued_documents": phrase("Audit", "Issued document"),
}
RECORD_STATE_NAMES: dict[RecordState, Phrase] = {
    RecordState.GONE: phrase("Audit", "{register} {key}: TAKEN AWAY"),
    RecordState.ALTERED: phrase("Audit", "{register} {key}: ALTERED"),
    RecordState.ADDED: phrase("Audit", "{register} {key}: PUT IN without an entry in the log"),
}


class TiedRecord(NamedTuple):
    """Something in a register that is not as the log says; ``key`` is a number or a record id."""

    register: str
    key: str
    state: RecordState


class ErasedNote(NamedTuple):
    """A note that was erased: the entry it belonged to, and the entry that says who erased it and when."""

    entry: int
    erased_by: int
    actor: str
    at: str


class SignedEntry(NamedTuple):
    """An entry that the office signed, and when."""

    sequence: int
    at: str


_UNSIGNED = phrase(
    "Audit", "NO ENTRY IS SIGNED, although the log of this office always was: the signatures were taken away."
)
_NOT_YET_SIGNED = phrase(
    "Audit",
    "No entry is signed yet: an earlier version wrote the log. All of it rests on the notes outside the "
    "database until a person responsible logs in. If one has logged in since the update, the signatures were "
    "taken away.",
)
_SIGNED = phrase(
    "Audit",
    "Signed by a person responsible since entry {first} ({since}), last at entry {last} ({until}): to change "
    "what lies between them takes a person responsible's key. Whoever can change this file and both notes "
    "could only take the log back to an earlier signed entry: the last day has to be the one you expect, and "
    "a copy of the log's state that is kept elsewhere shows it.",
)
_BEFORE = phrase("Audit", "Entries before {first} were written by an earlier version and are not signed.")
_AFTER = phrase(
    "Audit",
    "Entries after {last} that are not signed: {count}. Until a person responsible logs in, they rest on the "
    "notes outside the database alone, which whoever uses the computer that keeps the office could change.",
)
_FINGERPRINT = phrase(
    "Audit", "The signing key's fingerprint must be the one on the recovery sheet: {fingerprint}"
)
_STRANGE = phrase(
    "Audit",
    "Triggers, views and indexes in the file that the program did not put there: {count}. They can keep "
    "entries out of the log. Answering for the log takes them away.",
)
_ALTERED_TABLES = phrase(
    "Audit",
    "Tables in the file that are not defined as the program defines them: {tables}. Such a table can keep "
    "entries out of the log. Answering for the log does not mend this: restore a backup from before it.",
)
_NOTE_MISSING = phrase("Audit", "Note to entry {entry}: GONE, and no entry says who erased it")
_NOTE_ALTERED = phrase("Audit", "Note to entry {entry}: ALTERED")
_NOTE_ERASED = phrase("Audit", "Note to entry {entry}: erased on {day}, see entry {by}")


DayText = Callable[[date], str]
"""How a day is written for the reader."""


def record_sentences(report: ChainReport, words: Words, day: DayText = date.isoformat) -> tuple[str, ...]:
    """What in registers and notes is not as the log says, and which notes were erased by whom and when."""
    return (
        *((words(_STRANGE).format(count=report.strange),) if report.strange else ()),
        *((words(_ALTERED_TABLES).format(tables=", ".join(report.altered)),) if report.altered else ()),
        *(
            words(RECORD_STATE_NAMES[one.state]).format(
                register=words(REGISTER_NAMES[one.register])
                if one.register in REGISTER_NAMES
                else one.register,
                key=one.key,
            )
            for one in report.records
        ),
        *(words(_NOTE_MISSING).format(entry=entry) for entry in report.notes_missing),
        *(words(_NOTE_ALTERED).format(entry=entry) for entry in report.notes_altered),
        *(
            words(_NOTE_ERASED).format(entry=one.entry, day=day(day_of(one.at)), by=one.erased_by)
            for one in report.notes_erased
        ),
    )


def signature_sentences(report: ChainReport, words: Words, day: DayText = date.isoformat) -> tuple[str, ...]:
    """What is known of the log by its signatures, and what is not."""
    first, last = report.signed_from, report.signed_to
    if first is None or last is None:
        return (words(_UNSIGNED if report.unsigned else _NOT_YET_SIGNED),)
    texts = [_SIGNED]
    if first.sequence > 1:
        texts.append(_BEFORE)
    if report.entries > last.sequence:
        texts.append(_AFTER)
    return tuple(
        words(text).format(
            first=first.sequence,
            since=day(day_of(first.at)),
            last=last.sequence,
            until=day(day_of(last.at)),
            count=report.entries - last.sequence,
            fingerprint=report.fingerprint,
        )
        for text in (*texts, _FINGERPRINT)
    )


@dataclass(frozen=True)
class ChainReport:
    """What ``hvacdesk verify`` found out about the chain.

    Attributes:
        broken_at: sequence of the first entry that does not fit, or None.
        anchors: each place that holds a note of the log's end, and whether that note agrees.
        refused: entries with a signature that is not the office's.
        claims: entries that explain a gap in the log without the office's signature.
        answered: entries that were found and for which a person responsible answered, in the log.
        unsigned: whether no entry is signed, in an office whose log always was.
        strange: how many triggers, views and indexes the file holds that are not the program's.
        altered: tables of the file that are not defined as the program defines them, by their names.
        signed_from, signed_to: the first and the last entry that the office signed: a person who wanted to
            forge what lies before the last would need a person responsible's key.
        fingerprint: of the office's signing key, as on the recovery sheet.
        records: what in the ledger, certificates, media, holds or approvals is not as the log says.
        notes_missing, notes_altered: entries whose note is gone unexplained, or is another one.
        notes_erased: who erased a note, and when.
    """

    entries: int
    head_sequence: int
    head_hash: str
    broken_at: int | None
    anchors: tuple[tuple[str, NoteState], ...]
    refused: tuple[int, ...] = ()
    claims: tuple[int, ...] = ()
    answered: tuple[int, ...] = ()
    unsigned: bool = False
    strange: int = 0
    altered: tuple[str, ...] = ()
    signed_from: SignedEntry | None = None
    signed_to: SignedEntry | None = None
    fingerprint: str = ""
    records: tuple[TiedRecord, ...] = ()
    notes_missing: tuple[int, ...] = ()
    notes_altered: tuple[int, ...] = ()
    notes_erased: tuple[ErasedNote, ...] = ()

    @property
    def intact(self) -> bool:
        """Whether every entry and signature fits, every note of the log's end, and all that hangs on it."""
        return self.entries_good and self.notes_good and self.records_good

    @property
    def records_good(self) -> bool:
        """Whether registers and notes are as the log says."""
        return not (self.records or self.notes_missing or self.notes_altered)

    @property
    def entries_good(self) -> bool:
        """Whether every entry and every signature fits, as far as nobody answered for it."""
        found = self.refused or self.claims or self.unsigned or self.strange or self.altered
        return self.broken_at is None and not found

    @property
    def notes_good(self) -> bool:
        """Whether every note of the log's end is there and fits the chain."""
        return all(state is NoteState.GOOD for _, state in self.anchors)
