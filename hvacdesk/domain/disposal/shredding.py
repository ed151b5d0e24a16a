"""How the papers of a disposal were destroyed: method, fineness, witness.

Levels are those of ISO/IEC 21964-1 (DIN 66399-1): from P-4 on a particle is at most 160 mm² large.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.errors import InvalidInput, Missing
from hvacdesk.domain.text.input_checks import clean_line
from hvacdesk.domain.text.refused_numbers import clean_words
from hvacdesk.domain.text.wording import Phrase, phrase


class ShredMethod(StrEnum):
    """裁断, 溶解, 焼却."""

    SHRED = "shred"
    DISSOLVE = "dissolve"
    INCINERATE = "incinerate"


SHRED_METHOD_NAMES: dict[ShredMethod, Phrase] = {
    ShredMethod.SHRED: phrase("Disposal", "Shredded here"),
    ShredMethod.DISSOLVE: phrase("Disposal", "Dissolved by a contractor"),
    ShredMethod.INCINERATE: phrase("Disposal", "Burnt"),
}

LEVELS = ("P-1", "P-2", "P-3", "P-4", "P-5", "P-6", "P-7")
FINE_ENOUGH = "P-4"
COARSE = phrase(
    "Disposal", "Strips this coarse can be put together again. Customers' papers need P-4 or finer."
)


@dataclass(frozen=True)
class ShredFacts:
    """What the certificate says of the papers.

    Attributes:
        level: of the shredder; empty for the other methods.
        witness: who was present.
        certificate: the number on a contractor's certificate.
    """

    method: ShredMethod = ShredMethod.SHRED
    level: str = FINE_ENOUGH
    witness: str = ""
    certificate: str = ""

    @property
    def coarse(self) -> bool:
        """Whether the strips are larger than customers' papers allow; warned about, not refused."""
        return self.method is ShredMethod.SHRED and self.level < FINE_ENOUGH


def checked_shredding(facts: ShredFacts) -> ShredFacts:
    """The facts as they are stored.

    Raises:
        InvalidInput: a level that there is not, or a contractor without a certificate's number.
    """
    shredded = facts.method is ShredMethod.SHRED
    if shredded and facts.level not in LEVELS:
        raise InvalidInput("level")
    certificate = clean_line("certificate", facts.certificate, limit=80)
    if facts.method is ShredMethod.DISSOLVE and not certificate:
        raise Missing("certificate")
    witness = clean_words("witness", facts.witness, limit=80)
    return ShredFacts(facts.method, facts.level if shredded else "", witness, certificate)
