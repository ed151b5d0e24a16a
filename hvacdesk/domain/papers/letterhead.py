"""What the office puts on its papers: facts, logo and seal, boxes for seals, blocks, a line at the foot."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from hvacdesk.domain.errors import TooLong
from hvacdesk.domain.office.office import OfficeFacts
from hvacdesk.domain.text.input_checks import clean_line
from hvacdesk.domain.text.wording import Phrase, phrase

MOST_SEAL_BOXES = 5
SEAL_TITLE_LIMIT = 8
FOOTER_LIMIT = 90
"""Characters that fit on a line at the foot of every paper."""


class ImageKind(StrEnum):
    """A picture of the office's own."""

    LOGO = "logo"
    SEAL = "seal"


class OptionalBlock(StrEnum):
    """A part of the work order that an office may do without."""

    WORK_ITEMS = "work_items"
    RESULTS = "results"
    CHECKS = "checks"
    INSPECTION = "inspection"


IMAGE_NAMES: dict[ImageKind, Phrase] = {
    ImageKind.LOGO: phrase("Layout", "Logo"),
    ImageKind.SEAL: phrase("Layout", "Seal"),
}

ON_LETTERS = (
    *("name", "postal_code", "address", "phone", "fax", "email", "representative"),
    *("invoice_registration", "privacy_manager"),
)
"""The facts that letters and papers of money print of the office: in its block and in the foot's line."""

BLOCK_NAMES: dict[OptionalBlock, Phrase] = {
    OptionalBlock.WORK_ITEMS: phrase("Layout", "List of work items to tick"),
    OptionalBlock.RESULTS: phrase("Layout", "Results to write in (pressure, vacuum, refrigerant …)"),
    OptionalBlock.CHECKS: phrase("Layout", "Checks, photos and warranty"),
    OptionalBlock.INSPECTION: phrase("Layout", "Simple inspection of commercial units"),
}


@dataclass(frozen=True)
class PaperLayout:
    """What the person responsible chose for the office's papers.

    Attributes:
        seal_titles: one box 検印欄 for each, from left to right; an empty title leaves the box blank.
        blocks: the optional blocks that the work order shows.
        footer: a line at the foot of every paper, such as business hours.
    """

    seal_titles: tuple[str, ...] = ("", "", "")
    blocks: frozenset[OptionalBlock] = frozenset(OptionalBlock)
    footer: str = ""


@dataclass(frozen=True)
class Letterhead:
    """Everything of the office that its papers show; ``logo`` and ``seal`` are PNG, empty for none."""

    facts: OfficeFacts
    layout: PaperLayout = field(default_factory=PaperLayout)
    logo: bytes = field(default=b"", repr=False)
    seal: bytes = field(default=b"", repr=False)

    def shows(self, block: OptionalBlock) -> bool:
        """Whether the work order has this optional block."""
        return block in self.layout.blocks

    @property
    def letter_digest(self) -> str:
        """A hash of what a letter prints of the office: another one, and the page looks different.

        Boxes for seals and the work order's blocks are on other papers, and what the office told of its tax
        returns and licences is on none.
        """
        facts = [getattr(self.facts, name) for name in ON_LETTERS]
        texts = repr((facts, self.layout.footer)).encode()
        parts = (hashlib.sha256(part).digest() for part in (texts, self.logo, self.seal))
        return hashlib.sha256(b"".join(parts)).hexdigest()


def check_layout(layout: PaperLayout) -> PaperLayout:
    """The layout as it may be stored. Raises :class:`InvalidInput` naming ``seal_titles`` or ``footer``."""
    if len(layout.seal_titles) > MOST_SEAL_BOXES:
        raise TooLong("seal_titles", MOST_SEAL_BOXES)
    titles = tuple(clean_line("seal_titles", one, limit=SEAL_TITLE_LIMIT) for one in layout.seal_titles)
    return PaperLayout(titles, layout.blocks, clean_line("footer", layout.footer, limit=FOOTER_LIMIT))
