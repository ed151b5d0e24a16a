"""The record of violations and what followed 違反・処分の記録. It names staff and never a customer."""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.documents.kit.dates import calendar_day, day_with_era
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import listed, paragraph, section
from hvacdesk.documents.kit.letterhead import footer_lines, office_line, seal_band
from hvacdesk.documents.kit.page import BODY, MUTED, Sheet
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.staff.violations import CONSEQUENCE_NAMES, VIOLATION_NAMES, ViolationRow
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("Documents", "Record of violations and what followed")
_COUNT = phrase("Documents", "Records: {count}")
_PRINTED = phrase("Violations record", "Printed {date}")
_HEAD = phrase("Documents", "{number}  {date}  {name}")
_KIND = phrase("Violations record", "What happened")
_FOLLOWED = phrase("Documents", "What followed")
_STATE = phrase("Violations record", "State")
_CLOSED = phrase("Documents", "closed {date}, {name}")
_OPEN = phrase("Documents", "open")
_RECORDED = phrase("Violations record", "Written down by")
_RECORDED_BY = phrase("Documents", "{name}, {date}")
_NONE = phrase("Documents", "No violation is on record.")
_KEPT = phrase("Documents", "Only the persons responsible may read this. Keep it in a locked cabinet.")


def draw_violations(rows: Sequence[ViolationRow], words: Words, letterhead: Letterhead, today: str) -> bytes:
    """The record as a PDF."""
    sheet = Sheet(words, words(_TITLE), today)
    setter, say = sheet.set, sheet.set.say
    facts = [
        say(_COUNT, count=len(rows)),
        letterhead.facts.name,
        say(_PRINTED, date=day_with_era(words, today)),
    ]
    bands = [
        *head(setter, say(_TITLE), facts),
        *paragraph(setter.wrap(say(_KEPT), BODY, 9.5, bold=True), gap=6),
    ]
    for row in rows:
        bands += _violation(setter, row)
    if not rows:
        bands += paragraph(setter.wrap(say(_NONE), BODY, 10, grey=MUTED), gap=8)
    bands.append(seal_band(letterhead))
    bands += paragraph(footer_lines(setter, letterhead), gap=6)
    return draw_single(sheet, bands, office_line(setter, letterhead))


def _violation(setter: Typesetter, row: ViolationRow) -> list[Band]:
    say, record = setter.say, row.record
    on = calendar_day(setter.words, record.on)
    closed = say(_CLOSED, date=calendar_day(setter.words, row.closed_on), name=row.closed_by)
    recorded = say(_RECORDED_BY, name=row.recorded_by, date=calendar_day(setter.words, row.recorded_on))
    happened = "\n".join(filter(None, (say(VIOLATION_NAMES[record.kind]), record.what)))
    followed = "\n".join(filter(None, (say(CONSEQUENCE_NAMES[record.consequence]), record.followed)))
    return [
        section(setter, say(_HEAD, number=row.number, date=on, name=row.name)),
        *listed(
            setter,
            [
                (say(_KIND), happened),
                (say(_FOLLOWED), followed),
                (say(_STATE), closed if row.closed_on else say(_OPEN)),
                (say(_RECORDED), recorded),
            ],
        ),
    ]
