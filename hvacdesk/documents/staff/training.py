"""The record of the yearly training 教育記録, of one person or of one year."""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.documents.kit.dates import as_of_text, calendar_day, day_with_era
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import paragraph, section
from hvacdesk.documents.kit.letterhead import footer_lines, office_line, seal_band
from hvacdesk.documents.kit.page import BODY, MUTED, Sheet
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.table import Row, table
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.staff.training import QuestionBank, TrainingRow
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("Documents", "Record of training")
_YEAR = phrase("Documents", "Year {year}")
_PRINTED = phrase("Training record", "Printed {date}")
_CONTENT = phrase("Documents", "Content")
_ABOUT = phrase(
    "Documents",
    "Protection of customers' data in everyday work: on site and in the van, at the counter and on the "
    "phone, computers and passphrases, disposal, leaks and reporting. Pages to read and a quiz of {asked} "
    "questions; passed with {pass_mark} right answers.",
)
_BASIS = phrase("Training record", "After: {source} (read {as_of})")
_TAKEN = phrase("Documents", "Taken")
_DAY = phrase("Training record", "Day")
_NAME = phrase("Training record", "Name")
_RIGHT = phrase("Documents", "Right answers")
_RESULT = phrase("Training record", "Result")
_SCORE = phrase("Documents", "{right} of {asked} (needed: {pass_mark})")
_PASSED = phrase("Documents", "passed")
_FAILED = phrase("Documents", "not passed")
_LEFT = phrase("Documents", "{name} (left the office)")
_NOBODY = phrase("Documents", "No training is on record.")
_MISSING = phrase("Documents", "Not passed in this year")


def draw_training_record(
    rows: Sequence[TrainingRow],
    words: Words,
    letterhead: Letterhead,
    *,
    printed_on: str,
    content: QuestionBank,
    year: int = 0,
    person: str = "",
    missing: Sequence[str] = (),
) -> bytes:
    """The record as a PDF: of ``year`` with everybody, or of ``person`` with every year.

    Args:
        missing: names of those who did not pass in the year.
    """
    sheet = Sheet(words, words(_TITLE), printed_on)
    setter, say = sheet.set, sheet.set.say
    facts = [
        person or say(_YEAR, year=year),
        letterhead.facts.name,
        say(_PRINTED, date=day_with_era(words, printed_on)),
    ]
    about = say(_ABOUT, asked=content.asked, pass_mark=content.pass_mark)
    basis = say(_BASIS, source=content.source, as_of=as_of_text(setter.words, content.as_of))
    bands = [
        *head(setter, say(_TITLE), facts),
        section(setter, say(_CONTENT)),
        *paragraph(setter.wrap(about, BODY, 10)),
        *paragraph(setter.wrap(basis, BODY, 8.5, grey=MUTED), gap=3),
        section(setter, say(_TAKEN)),
        *_rows(setter, rows),
    ]
    if missing:
        bands.append(section(setter, say(_MISSING)))
        bands += paragraph(setter.wrap("、".join(missing), BODY, 10))
    bands.append(seal_band(letterhead))
    bands += paragraph(footer_lines(setter, letterhead), gap=6)
    return draw_single(sheet, bands, office_line(setter, letterhead))


def _rows(setter: Typesetter, rows: Sequence[TrainingRow]) -> list[Band]:
    say = setter.say
    if not rows:
        return paragraph(setter.wrap(say(_NOBODY), BODY, 10, grey=MUTED))
    titles = [say(_DAY), say(_NAME), say(_RIGHT), say(_RESULT)]
    return table(
        setter,
        titles,
        (24, 34, 26, 16),
        [
            Row(
                (
                    calendar_day(setter.words, row.on),
                    row.name if row.active else say(_LEFT, name=row.name),
                    say(_SCORE, right=row.right, asked=row.asked, pass_mark=row.pass_mark),
                    say(_PASSED if row.passed else _FAILED),
                )
            )
            for row in rows
        ],
        size=10,
    )
