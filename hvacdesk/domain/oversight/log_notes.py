"""Notes of the log's end that are kept outside the database, and how they compare with the log."""

from __future__ import annotations

from enum import StrEnum

from hvacdesk.domain.text.wording import Phrase, phrase


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
"""Where the notes are kept."""

NOTE_STATE_NAMES: dict[NoteState, Phrase] = {
    NoteState.GOOD: phrase("Audit", "lies on the chain"),
    NoteState.OFF_CHAIN: phrase("Audit", "DOES NOT LIE ON THE CHAIN"),
    NoteState.MISSING: phrase("Audit", "IS MISSING"),
    NoteState.DAMAGED: phrase("Audit", "IS DAMAGED"),
    NoteState.OLDER: phrase("Audit", "IS OLDER than what was noted last"),
}
