"""The record of a partner firm's yearly check 協力会社の点検記録: questions, answers, what follows."""

from __future__ import annotations

from hvacdesk.documents.kit.dates import as_of_text, day_with_era
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import listed, paragraph, section
from hvacdesk.documents.kit.letterhead import footer_lines, office_line, seal_band
from hvacdesk.documents.kit.page import BODY, MUTED, Sheet
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.table import Row, table
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.partners.partner_checks import (
    ANSWER_NAMES,
    CHECK_AS_OF,
    CHECK_ITEMS,
    CHECK_PART_NAMES,
    CHECK_RESULT_NAMES,
    CHECK_SOURCE,
    CheckAnswer,
    CheckPart,
    CheckRow,
)
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("Documents", "Check of a partner firm")
_CHECKED_ON = phrase("Documents", "Checked {date}")
_RESULT = phrase("Partner check", "Result")
_FINDING = phrase("Documents", "Finding")
_NEXT = phrase("Documents", "Next check by")
_BY = phrase("Documents", "Checked by")
_REMARKS = phrase("Documents", "What was found, what is to be mended")
_QUESTION = phrase("Documents", "Question")
_ANSWER = phrase("Documents", "Answer")
_BASIS_OF = phrase("Documents", "Basis")
_SOURCE = phrase("Partner check", "Source: {source} (as of {date}).")
_NOTHING = phrase("Partner check", "–")
_SHARES = (57, 16, 27)


def draw_partner_check(row: CheckRow, words: Words, letterhead: Letterhead) -> bytes:
    """The record as a PDF."""
    sheet = Sheet(words, words(_TITLE), row.check.on)
    setter = sheet.set
    say = setter.say
    facts = [row.firm, say(_CHECKED_ON, date=day_with_era(words, row.check.on)), letterhead.facts.name]
    bands = [*head(setter, say(_TITLE), facts)]
    for part in CheckPart:
        bands += _part(setter, part, row)
    bands += [
        section(setter, say(_RESULT)),
        *listed(
            setter,
            [
                (say(_FINDING), say(CHECK_RESULT_NAMES[row.check.result])),
                (say(_REMARKS), row.check.remarks or say(_NOTHING)),
                (say(_NEXT), day_with_era(words, row.check.next_on)),
                (say(_BY), row.checked_by),
            ],
        ),
        *paragraph(
            setter.wrap(
                say(_SOURCE, source=CHECK_SOURCE, date=as_of_text(words, CHECK_AS_OF)), BODY, 9, grey=MUTED
            ),
            gap=10,
        ),
        seal_band(letterhead),
        *paragraph(footer_lines(setter, letterhead), gap=6),
    ]
    return draw_single(sheet, bands, office_line(setter, letterhead))


def _part(setter: Typesetter, part: CheckPart, row: CheckRow) -> list[Band]:
    say = setter.say
    lines = [
        Row(
            (
                say(item.text),
                say(ANSWER_NAMES[row.check.answers[item.code]])
                if item.code in row.check.answers
                else say(_NOTHING),
                item.source,
            ),
            bold=row.check.answers.get(item.code) is CheckAnswer.NO,
        )
        for item in CHECK_ITEMS
        if item.part is part
    ]
    titles = (say(_QUESTION), say(_ANSWER), say(_BASIS_OF))
    return [
        section(setter, say(CHECK_PART_NAMES[part])),
        *table(setter, titles, _SHARES, lines, shrink=False),
    ]
