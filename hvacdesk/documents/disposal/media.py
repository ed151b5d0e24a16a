"""The record of a sanitized storage medium 媒体の消去・廃棄記録.

Its fields are those of the certificate of sanitization in NIST SP 800-88 Rev. 2 (2025-09).
"""

from __future__ import annotations

from hvacdesk.documents.kit.dates import day_with_era
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import listed, paragraph, section
from hvacdesk.documents.kit.letterhead import footer_lines, office_line, seal_band
from hvacdesk.documents.kit.page import BODY, MUTED, Sheet
from hvacdesk.documents.kit.signing import signing_boxes
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.disposal.media import (
    DESTINATION_NAMES,
    MEDIUM_KIND_NAMES,
    SANITIZATION_NAMES,
    TECHNIQUE_NAMES,
    VERIFICATION_NAMES,
    MediumRow,
    Sanitized,
    warning,
)
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("Documents", "Record of a sanitized medium")
_NUMBER = phrase("Medium record", "No. {number}")
_DONE_ON = phrase("Documents", "Done {date}")
_MEDIUM = phrase("Documents", "Medium")
_KIND = phrase("Medium record", "Kind")
_LABEL = phrase("Documents", "Written on it")
_MAKER = phrase("Medium record", "Maker, model")
_SERIAL = phrase("Medium record", "Serial no.")
_HOW = phrase("Documents", "Sanitization")
_SANITIZATION = phrase("Documents", "Kind of sanitization")
_TECHNIQUE = phrase("Documents", "Technique")
_TOOL = phrase("Documents", "Program or machine")
_CHECK = phrase("Documents", "Verification")
_VERIFIED = phrase("Documents", "Verified by")
_WHO = phrase("Documents", "People and whereabouts")
_DONE_BY = phrase("Medium record", "Written down by")
_WITNESS = phrase("Documents", "Witness")
_CERTIFICATE = phrase("Documents", "Contractor's certificate")
_DESTINATION = phrase("Documents", "Where it went")
_HAND = phrase("Documents", "To be written and signed by hand")
_SOURCE = phrase("Documents", "Used by (person, computer)")
_SENSITIVITY = phrase("Documents", "Most sensitive data on it")
_POSITIONS = phrase("Documents", "Place, and positions of those who signed")
_PERFORMED = phrase("Documents", "Sanitized by")
_RESPONSIBLE = phrase("Medium record", "Person responsible")
_LINE = "＿" * 24
_BASIS = phrase("Documents", "Terms of NIST SP 800-88 Rev. 2 (Guidelines for Media Sanitization).")
_NOTHING = phrase("Medium record", "–")


def draw_medium_record(row: MediumRow, words: Words, letterhead: Letterhead) -> bytes:
    """The record as a PDF. Raises :class:`ValueError` for a medium in use."""
    if row.done is None:
        raise ValueError("nothing is written down of this medium")
    sheet = Sheet(words, words(_TITLE), row.done.on)
    setter = sheet.set
    facts = [
        setter.say(_NUMBER, number=row.number),
        setter.say(_DONE_ON, date=day_with_era(words, row.done.on)),
        letterhead.facts.name,
    ]
    bands = [
        *head(setter, setter.say(_TITLE), facts),
        *_medium(setter, row),
        *_sanitization(setter, row, row.done),
        *_people(setter, row, row.done),
        *_by_hand(setter, row, row.done),
        *paragraph(setter.wrap(setter.say(_BASIS), BODY, 9, grey=MUTED), gap=10),
        seal_band(letterhead),
        *paragraph(footer_lines(setter, letterhead), gap=6),
    ]
    return draw_single(sheet, bands, office_line(setter, letterhead))


def _medium(setter: Typesetter, row: MediumRow) -> list[Band]:
    say, facts = setter.say, row.facts
    return [
        section(setter, say(_MEDIUM)),
        *_said(
            setter,
            (say(_KIND), say(MEDIUM_KIND_NAMES[facts.kind])),
            (say(_LABEL), facts.label),
            (say(_MAKER), " ".join(filter(None, (facts.maker, facts.model)))),
            (say(_SERIAL), facts.serial),
            *([(say(_SOURCE), facts.used_by)] if facts.used_by else []),
        ),
    ]


def _sanitization(setter: Typesetter, row: MediumRow, done: Sanitized) -> list[Band]:
    say = setter.say
    bands = [
        section(setter, say(_HOW)),
        *_said(
            setter,
            (say(_SANITIZATION), say(SANITIZATION_NAMES[done.sanitization])),
            (say(_TECHNIQUE), say(TECHNIQUE_NAMES[done.technique])),
            (say(_TOOL), done.tool),
            (say(_CHECK), say(VERIFICATION_NAMES[done.verification])),
        ),
    ]
    against = warning(row.facts.kind, done.sanitization, done.technique)
    if against is not None:
        bands += paragraph(setter.wrap(say(against), BODY, 10, bold=True), gap=6)
    return bands


def _people(setter: Typesetter, row: MediumRow, done: Sanitized) -> list[Band]:
    say = setter.say
    return [
        section(setter, say(_WHO)),
        *_said(
            setter,
            (say(_DONE_BY), row.done_by),
            (say(_VERIFIED), done.verified_by),
            (say(_WITNESS), done.witness),
            (say(_CERTIFICATE), done.certificate),
            (say(_DESTINATION), say(DESTINATION_NAMES[done.destination])),
        ),
    ]


def _by_hand(setter: Typesetter, row: MediumRow, done: Sanitized) -> list[Band]:
    """What the guidelines ask for and only the people who were present know: written and signed by hand."""
    say = setter.say
    unknown = () if row.facts.used_by else (_SOURCE,)
    lines = [(say(title), _LINE) for title in (*unknown, _SENSITIVITY, _POSITIONS)]
    boxes = [(say(_PERFORMED), "", ""), (say(_VERIFIED), done.verified_by, ""), (say(_RESPONSIBLE), "", "")]
    return [section(setter, say(_HAND)), *listed(setter, lines), *signing_boxes(setter, boxes)]


def _said(setter: Typesetter, *facts: tuple[str, str]) -> list[Band]:
    return listed(setter, [(name, text or setter.say(_NOTHING)) for name, text in facts])
