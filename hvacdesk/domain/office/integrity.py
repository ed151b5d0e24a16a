"""What can be wrong with an office's file, as it is told to people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.backups.backups import FoundBackup
from hvacdesk.domain.text.wording import Phrase, phrase


class DamageKind(StrEnum):
    """What was found; also the log's code."""

    FILE = "file"
    MISSING = "missing"
    LOG = "log"
    LOG_NOTES = "log_notes"
    LOG_CHANGED = "log_changed"
    LOG_RECORDS = "log_records"
    UNSAVED = "unsaved"


DAMAGE_SENTENCES: dict[DamageKind, Phrase] = {
    DamageKind.FILE: phrase("Integrity", "The database file is damaged."),
    DamageKind.MISSING: phrase("Integrity", "The database file is missing."),
    DamageKind.LOG: phrase(
        "Integrity",
        "The audit log does not hold an entry that was noted outside it: an older or altered database file "
        "lies in the office's folder.",
    ),
    DamageKind.LOG_NOTES: phrase(
        "Integrity",
        "A note of the audit log's last entry, kept outside the database, is missing, damaged or older than "
        "it should be: entries of the log may have been taken away.",
    ),
    DamageKind.LOG_CHANGED: phrase(
        "Integrity",
        "An entry of the audit log was changed, taken out or put in, carries a signature that is not the "
        "office's, or could be kept out by what somebody changed in the file's tables.",
    ),
    DamageKind.LOG_RECORDS: phrase(
        "Integrity",
        "The disposal ledger, a certificate, the register of media, a hold, an approval or a note is not what"
        " the audit log says was written.",
    ),
    DamageKind.UNSAVED: phrase(
        "Integrity",
        "The program was stopped last time, and part of what was saved shortly before cannot be read: look "
        "through what was entered last, and enter what is missing.",
    ),
}


@dataclass(frozen=True)
class Damage:
    """Damage that was found in this session.

    Attributes:
        newest: the newest verified backup in reach; None where a disk with backups has to be connected.
    """

    kind: DamageKind
    newest: FoundBackup | None

    @property
    def of_log(self) -> bool:
        """Whether only the audit log is damaged, which a person responsible may answer for."""
        return self.kind not in (DamageKind.FILE, DamageKind.MISSING)

    @property
    def what(self) -> Phrase:
        """What was found, in a sentence."""
        return DAMAGE_SENTENCES[self.kind]
