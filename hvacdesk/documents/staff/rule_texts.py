"""A rule text on paper, to be put up in the office or handed to a new colleague."""

from __future__ import annotations

from collections.abc import Iterator

from hvacdesk.documents.kit.dates import as_of_text, day_with_era
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import Cell, paragraph, row, section
from hvacdesk.documents.kit.letterhead import footer_lines, office_line
from hvacdesk.documents.kit.page import BODY, LEFT, MUTED, Sheet
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.staff.rule_texts import RULE_STATE_NAMES, RuleVersion
from hvacdesk.domain.text.rule_markup import Block, BlockKind, blocks
from hvacdesk.domain.text.wording import Words, phrase

_VERSION = phrase("Documents", "Version {version}")
_SINCE = phrase("Documents", "In force since {date}")
_SOURCE = phrase("Rule text", "After: {source} (read {as_of})")

_SIZE = 10.5
_STEP = 14.0


def draw_rule_text(version: RuleVersion, words: Words, letterhead: Letterhead) -> bytes:
    """The text as a PDF."""
    day = version.in_force_on or version.made_on
    sheet = Sheet(words, version.title, day.isoformat() if day else "")
    setter, say = sheet.set, sheet.set.say
    facts = [say(_VERSION, version=version.version), say(RULE_STATE_NAMES[version.state])]
    if version.in_force_on:
        facts[1] = say(_SINCE, date=day_with_era(words, version.in_force_on.isoformat()))
    bands = [*head(setter, version.title, [*facts, letterhead.facts.name])]
    for block in blocks(version.body):
        bands += _block(setter, block)
    if version.source:
        note = say(_SOURCE, source=version.source, as_of=as_of_text(setter.words, version.as_of))
        bands += paragraph(setter.wrap(note, BODY, 8.5, grey=MUTED), gap=12)
    bands += paragraph(footer_lines(setter, letterhead), gap=6)
    return draw_single(sheet, bands, office_line(setter, letterhead))


def _block(setter: Typesetter, block: Block) -> Iterator[Band]:
    match block.kind:
        case BlockKind.HEADING:
            yield section(setter, block.text)
        case BlockKind.SUBHEADING:
            yield from paragraph(setter.wrap(block.text, BODY, _SIZE + 0.5, bold=True), gap=6, keep=True)
        case BlockKind.POINT:
            left = LEFT + _STEP * block.depth
            indent = left + _STEP + 4
            lines = setter.wrap(block.text, LEFT + BODY - indent, _SIZE)
            yield from row(
                [Cell(left, [PrintedLine(setter.clean(block.mark), _SIZE)]), Cell(indent, lines)], pad=1.5
            )
        case _:
            yield from paragraph(setter.wrap(block.text, BODY, _SIZE), gap=4)
