"""Signed heads of the audit log as others keep them, in the forms that C2SP published.

A *checkpoint* (c2sp.org/tlog-checkpoint) is a note of three lines: the log's name, how many entries it has,
and the root of the tree over them (:mod:`hvacdesk.domain.oversight.merkle`). Signatures follow an empty line
(c2sp.org/signed-note). A file for a witness puts before it the proof that the log only grew since an earlier
checkpoint, as a witness is asked by c2sp.org/tlog-witness: ``old``, the earlier size, the proof's hashes.

None of this holds personal data: a name made of the office's random id, counts and hashes.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from hvacdesk.domain.clock import office_day
from hvacdesk.domain.oversight.audit_log import day_of
from hvacdesk.domain.oversight.chain_report import DayText, SignedEntry
from hvacdesk.domain.text.wording import Phrase, Words, phrase

NOTE_SIGNATURE, COSIGNATURE = 1, 4
"""Kinds of signature: over the note itself, and over the note with the time of signing."""

LONGEST_FILE = 64_000
_NUMBER, _HASH = "0|[1-9][0-9]{0,17}", "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]="
_NOTE = re.compile(
    rf"(?:old (?:{_NUMBER})\n(?:{_HASH}\n){{0,63}}\n)?"
    rf"(?P<origin>[^\s+]+)\n(?P<size>{_NUMBER})\n(?P<root>{_HASH})\n\n"
    r"(?P<signatures>(?:— [^\s+]+ [A-Za-z0-9+/]{7,}={0,2}\n){0,64})"
)
_KEYS = re.compile(r"(?:[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{43,}={0,2}\s+)+")


_DOMAIN = "hvacdesk.invalid/"


def origin_of(office_id: str) -> str:
    """The name of an office's log, also the name of its key. ``invalid`` is a domain that nobody has."""
    return _DOMAIN + office_id


def in_one_line(name: str) -> str:
    """A file's name as it may be printed: what would break the line or act on a terminal is written out."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in name)


def state_in(content: bytes) -> Checkpoint | None:
    """The state that a file holds; None where it holds none."""
    try:
        return parsed(content)
    except ValueError:
        return None


def speaks_of_a_log(content: bytes) -> bool:
    """Whether a file that is no checkpoint seems to be a spoiled one: it names a log, and lists no keys."""
    text = content.replace(b"\0", b"").decode("utf-8-sig", errors="replace")  # UTF-16 of an editor too
    return _DOMAIN in text and _KEYS.fullmatch(f"{text}\n") is None


def key_id(name: str, kind: int, public: bytes) -> bytes:
    """The four bytes that say which key made a signature."""
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + public).digest()[:4]


def verifier_key(name: str, public: bytes) -> str:
    """A public key as one line: name, id, and the key after its kind."""
    raw = bytes([NOTE_SIGNATURE]) + public
    return f"{name}+{key_id(name, NOTE_SIGNATURE, public).hex()}+{base64.b64encode(raw).decode()}"


@dataclass(frozen=True)
class NoteSignature:
    """One line under a note: whose it says to be, which key, and the signature itself."""

    name: str
    key: bytes
    signature: bytes

    def line(self) -> str:
        """The line as it is written."""
        return f"— {self.name} {base64.b64encode(self.key + self.signature).decode()}\n"


@dataclass(frozen=True)
class Checkpoint:
    """A log's head.

    Attributes:
        size: how many entries, which is the last one's sequence number too.
        signatures: as they are written there; whether they hold is another question.
    """

    origin: str
    size: int
    root: bytes
    signatures: tuple[NoteSignature, ...] = ()

    def text(self) -> str:
        """What is signed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"

    def note(self) -> str:
        """Text and signatures as they are written."""
        return self.text() + "\n" + "".join(one.line() for one in self.signatures)


def for_witness(checkpoint: Checkpoint, earlier: int, proof: Sequence[bytes]) -> str:
    """A checkpoint with the proof that it follows an earlier one; ``earlier`` is 0 where there is none."""
    lines = [f"old {earlier}", *(base64.b64encode(one).decode() for one in proof)]
    return "\n".join(lines) + "\n\n" + checkpoint.note()


def parsed(content: bytes) -> Checkpoint:
    """The checkpoint of a file, with or without a proof before it.

    The whole file has to be of that form, or it is refused: this program and a witness's own verifier
    (``installers/verify_log.py``) must read the same. Three differences are allowed. Editors add a byte order
    mark at the beginning, and Windows's ends of lines. The end of the very last line may be missing: scanners
    of the code on a paper and clipboards drop it, and a state that was kept on paper only could not be
    compared otherwise. Nobody can hide a cut there: the signatures of this form end with base64's own ``=``,
    and without its last line end a text is accepted only if it ends with that. Nothing else is mended, not
    even spaces at the end of a line.

    Raises:
        ValueError: it is none of either form.
    """
    if len(content) > LONGEST_FILE:
        raise ValueError("too long for a checkpoint")
    text = content.decode("utf-8-sig").replace("\r\n", "\n")
    found = _NOTE.fullmatch(f"{text}\n" if text.endswith("=") else text)
    if found is None:
        raise ValueError("not a checkpoint")
    signed = tuple(_signature(line) for line in found["signatures"].split("\n")[:-1])
    return Checkpoint(found["origin"], int(found["size"]), _bytes(found["root"]), signed)


def _signature(line: str) -> NoteSignature:
    _mark, name, raw = line.split(" ")
    signature = _bytes(raw)
    return NoteSignature(name, signature[:4], signature[4:])


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error


class KeptHeadState(StrEnum):
    """Whether a kept checkpoint agrees with the log as it is now."""

    AGREES = "agrees"
    REWRITTEN = "rewritten"
    SHORTER = "shorter"
    NOT_SIGNED = "not_signed"
    OTHER_OFFICE = "other_office"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class KeptHead:
    """One kept checkpoint, compared.

    Attributes:
        name: the file's, with nothing in it that would act on a terminal or break a line.
        sequence: of the entry that was the log's last one; 0 where nothing can be said.
        day: on which the office signed it, on the office's clock; None where that is not known.
        agreed: up to which earlier entry another kept checkpoint agrees.
        restored: the signed restore of a backup that may be why the log is another one.
    """

    name: str
    state: KeptHeadState
    sequence: int = 0
    day: date | None = None
    agreed: int = 0
    restored: SignedEntry | None = None


@dataclass(frozen=True)
class HeadComparison:
    """What comparing kept checkpoints with the log showed; ``entries`` is how many the log has."""

    entries: int
    kept: tuple[KeptHead, ...]

    @property
    def good(self) -> bool:
        """Whether there was at least one, and every one agrees."""
        return bool(self.kept) and all(one.state is KeptHeadState.AGREES for one in self.kept)

    @property
    def contradicted(self) -> bool:
        """Whether the office signed a head that the log does not have any more."""
        return any(one.state in (KeptHeadState.REWRITTEN, KeptHeadState.SHORTER) for one in self.kept)


_SENTENCES: dict[KeptHeadState, Phrase] = {
    KeptHeadState.AGREES: phrase(
        "Audit",
        "{file}: agrees. Entries 1 to {sequence} are those of {day}; none was changed or taken away since.",
    ),
    KeptHeadState.REWRITTEN: phrase(
        "Audit",
        "{file}: DOES NOT AGREE. Entries between {first} and {sequence} are not those of {day}: they were "
        "changed, taken out or put in since.",
    ),
    KeptHeadState.SHORTER: phrase(
        "Audit",
        "{file}: DOES NOT AGREE. On {day} the log had {sequence} entries, now it has {entries}: entries were "
        "taken away.",
    ),
    KeptHeadState.NOT_SIGNED: phrase(
        "Audit",
        "{file}: NOT SIGNED BY THIS OFFICE, or changed since it was saved. It proves nothing; use another "
        "copy of it.",
    ),
    KeptHeadState.OTHER_OFFICE: phrase("Audit", "{file}: belongs to another office's log."),
    KeptHeadState.UNREADABLE: phrase("Audit", "{file}: cannot be read as a kept copy of the log's state."),
}
_NONE_KEPT = phrase("Audit", "No kept copy of the log's state was found there.")
_UNKNOWN_DAY = phrase("Audit", "a day that it does not name")
_RESTORED = phrase(
    "Audit",
    "A backup was restored on {day} (entry {entry}, signed): what was logged between the backup and that day "
    "was given up. If that is not why, somebody has rewritten the log. Tell the person responsible.",
)
_REWRITTEN = phrase(
    "Audit",
    "No restore of a backup explains this: somebody has rewritten the log. Tell the person responsible and "
    "keep the copy safe.",
)


def comparison_sentences(
    found: HeadComparison, words: Words, day: DayText = date.isoformat
) -> tuple[str, ...]:
    """What was found, a sentence for each kept checkpoint."""
    if not found.kept:
        return (words(_NONE_KEPT),)
    said: list[str] = []
    for one in found.kept:
        said.append(
            words(_SENTENCES[one.state]).format(
                file=one.name,
                sequence=one.sequence,
                first=one.agreed + 1,
                entries=found.entries,
                day=words(_UNKNOWN_DAY) if one.day is None else day(one.day),
            )
        )
        if one.restored is not None:
            entry = one.restored
            said.append(words(_RESTORED).format(day=day(day_of(entry.at)), entry=entry.sequence))
        elif one.state in (KeptHeadState.REWRITTEN, KeptHeadState.SHORTER):
            said.append(words(_REWRITTEN))
    return tuple(dict.fromkeys(said))


def signed_day(seconds: int) -> date | None:
    """The day of a signature's time on the office's clock; None for a time that is no day of ours."""
    try:
        return office_day(datetime.fromtimestamp(seconds, UTC))
    except (OverflowError, OSError, ValueError):
        return None
