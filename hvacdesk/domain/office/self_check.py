"""The self-check: what the program needs of the computer, in a table that can be read out on the phone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from hvacdesk.domain.text.wording import Phrase, Words, phrase


class Part(StrEnum):
    """What is looked at, in the order of the table."""

    PROGRAM = "program"
    LIBRARIES = "libraries"
    KEY_STORE = "key_store"
    OFFICE_KEY = "office_key"
    DATABASE = "database"
    PAGES = "pages"
    FOLDER = "folder"
    FREE_SPACE = "free_space"
    CLOCK = "clock"
    FONTS = "fonts"
    JAPANESE = "japanese"
    PRINTER = "printer"
    BACKUPS = "backups"
    OFFICE_PC = "office_pc"
    WAY = "way"
    CERTIFICATE = "certificate"
    OFFICE_CLOCK = "office_clock"
    OFFICE_VERSION = "office_version"
    SEAT = "seat"
    SEAT_FOLDER = "seat_folder"


PART_NAMES: dict[Part, Phrase] = {
    Part.PROGRAM: phrase("SelfCheck", "Program"),
    Part.LIBRARIES: phrase("SelfCheck", "Program's parts"),
    Part.KEY_STORE: phrase("SelfCheck", "Key store"),
    Part.OFFICE_KEY: phrase("SelfCheck", "Key of this office"),
    Part.DATABASE: phrase("SelfCheck", "Encrypted database"),
    Part.PAGES: phrase("SelfCheck", "The database's pages"),
    Part.FOLDER: phrase("SelfCheck", "Office folder"),
    Part.FREE_SPACE: phrase("SelfCheck", "Free space"),
    Part.CLOCK: phrase("SelfCheck", "Clock"),
    Part.FONTS: phrase("SelfCheck", "Fonts"),
    Part.JAPANESE: phrase("SelfCheck", "Typing Japanese"),
    Part.PRINTER: phrase("SelfCheck", "Printer"),
    Part.BACKUPS: phrase("SelfCheck", "Backup folders"),
    Part.OFFICE_PC: phrase("SelfCheck", "Office PC"),
    Part.WAY: phrase("SelfCheck", "Way to the office PC"),
    Part.CERTIFICATE: phrase("SelfCheck", "Certificate of the office PC"),
    Part.OFFICE_CLOCK: phrase("SelfCheck", "Clocks of both PCs"),
    Part.OFFICE_VERSION: phrase("SelfCheck", "Versions of both PCs"),
    Part.SEAT: phrase("SelfCheck", "This PC as a seat"),
    Part.SEAT_FOLDER: phrase("SelfCheck", "The program's own folder"),
}

OF_A_SEAT = (
    Part.PROGRAM,
    Part.LIBRARIES,
    Part.KEY_STORE,
    Part.SEAT_FOLDER,
    Part.CLOCK,
    Part.FONTS,
    Part.JAPANESE,
    Part.PRINTER,
)
"""What matters of a computer that keeps no office."""


class Verdict(StrEnum):
    """What the check found of a part."""

    GOOD = "good"
    LOOK = "look"
    BAD = "bad"
    NOT_SEEN = "not_seen"


VERDICT_NAMES: dict[Verdict, Phrase] = {
    Verdict.GOOD: phrase("SelfCheck", "Good"),
    Verdict.LOOK: phrase("SelfCheck", "Look at it"),
    Verdict.BAD: phrase("SelfCheck", "Does not work"),
    Verdict.NOT_SEEN: phrase("SelfCheck", "Not checked"),
}

LEAST_FREE_BYTES = 1 << 30
"""Below this the free space is worth a look: a key renewal writes the whole office a second time."""

LEAST_FREE_TIMES = 3
"""And so many times the database's size: the file, its copy, and a backup on the same disk."""


@dataclass(frozen=True)
class Finding:
    """What was seen of one part.

    Attributes:
        text: a sentence; ``details`` fill its placeholders. It names no customer and no staff.
    """

    part: Part
    verdict: Verdict
    text: Phrase
    details: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def sentence(self, words: Words) -> str:
        """The text in the reader's language."""
        return words(self.text).format(**self.details)


def room_verdict(free: int, database: int) -> Verdict:
    """Whether the office's disk has enough free space; both sizes in bytes."""
    if free < database:
        return Verdict.BAD
    return Verdict.GOOD if free >= max(LEAST_FREE_BYTES, LEAST_FREE_TIMES * database) else Verdict.LOOK
