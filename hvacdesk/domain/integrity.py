"""What can be wrong with an office's file, as it is told to people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.backups import FoundBackup
from hvacdesk.domain.wording import Phrase, phrase


class DamageKind(StrEnum):
    """What was found; also the log's code."""

    FILE = "file"
    MISSING = "missing"
    LOG = "log"


DAMAGE_SENTENCES: dict[DamageKind, Phrase] = {
    DamageKind.FILE: phrase("Integrity", "The database file is damaged."),
    DamageKind.MISSING: phrase("Integrity", "The database file is missing."),
    DamageKind.LOG: phrase(
        "Integrity",
        "The audit log does not hold the entry that was noted as its last one: an older or altered database "
        "file lies in the office's folder.",
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
    def what(self) -> Phrase:
        """What was found, in a sentence."""
        return DAMAGE_SENTENCES[self.kind]
