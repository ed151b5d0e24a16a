"""The hand-over ledger of a firm and a period 受け渡し記録, only by numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hvacdesk.documents.kit.dates import as_of_text, calendar_day, day_with_era
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import paragraph, section
from hvacdesk.documents.kit.letterhead import footer_lines, office_line, seal_band
from hvacdesk.documents.kit.page import BODY, MUTED, Sheet
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.table import Row, table
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.partners.handovers import (
    ENDING_NAMES,
    HANDED_FIELD_NAMES,
    MEDIUM_NAMES,
    Ending,
    HandoverRow,
    LedgerQuery,
)
from hvacdesk.domain.partners.partners import BASIS_AS_OF, BASIS_NAMES, BASIS_SOURCE
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("Documents", "Hand-over ledger")
_EVERY_FIRM = phrase("Documents", "All firms")
_PERIOD = phrase("Handover ledger", "{first} to {last}")
_PRINTED_ON = phrase("Handover ledger", "Printed {date}")
_LINES = phrase("Documents", "Hand-overs: {count}, still out: {open}, of these overdue: {late}")
_NONE = phrase("Documents", "Nothing was handed over.")
_COPY = phrase("Documents", "copy {number}")
_OUT = phrase("Documents", "Out, due")
_LATE = phrase("Documents", "Overdue since")
_FOR_GOOD = phrase("Documents", "Not to come back")
_SOURCE = phrase("Handover ledger", "Source: {source} (as of {date}).")
_RULE = phrase(
    "Documents",
    "The ledger names customers by number and fields by name. It is kept when a customer's data is "
    "destroyed, since it shows what was done with that data.",
)
_COLUMNS = (
    phrase("Documents", "Number, day"),
    phrase("Documents", "Firm"),
    phrase("Documents", "Job, customer"),
    phrase("Documents", "What was handed over"),
    phrase("Documents", "Basis, on what"),
    phrase("Documents", "Return or destruction"),
)
_SHARES = (16, 15, 16, 24, 13, 22)


def draw_handover_ledger(
    rows: Sequence[HandoverRow], query: LedgerQuery, today: date, words: Words, letterhead: Letterhead
) -> bytes:
    """The lines as a PDF, in the order in which they are given."""
    sheet = Sheet(words, words(_TITLE), today.isoformat())
    setter = sheet.set
    say = setter.say
    facts = [query.firm or say(_EVERY_FIRM), _period(setter, rows, query, today), letterhead.facts.name]
    counts = say(
        _LINES, count=len(rows), open=sum(row.open for row in rows), late=sum(row.overdue for row in rows)
    )
    bands = [
        *head(setter, say(_TITLE), facts),
        *paragraph(setter.wrap(counts, BODY, 11, bold=True), gap=4),
        *paragraph(
            [
                PrintedLine(
                    setter.clean(say(_PRINTED_ON, date=day_with_era(words, today.isoformat()))), 9, grey=MUTED
                )
            ]
        ),
        section(setter, say(_TITLE)),
        *_table(setter, rows),
        *paragraph(setter.wrap(say(_RULE), BODY, 9, grey=MUTED), gap=10),
        *paragraph(
            setter.wrap(
                say(_SOURCE, source=BASIS_SOURCE, date=as_of_text(words, BASIS_AS_OF)), BODY, 9, grey=MUTED
            )
        ),
        seal_band(letterhead),
        *paragraph(footer_lines(setter, letterhead), gap=6),
    ]
    return draw_single(sheet, bands, office_line(setter, letterhead))


def _period(setter: Typesetter, rows: Sequence[HandoverRow], query: LedgerQuery, today: date) -> str:
    first = query.first_on or min((row.on for row in rows), default=today.isoformat())
    last = query.last_on or today.isoformat()
    words = setter.words
    return setter.say(_PERIOD, first=calendar_day(words, first), last=calendar_day(words, last))


def _table(setter: Typesetter, rows: Sequence[HandoverRow]) -> list[Band]:
    if not rows:
        return paragraph([PrintedLine(setter.clean(setter.say(_NONE)), 10, grey=MUTED)])
    lines = [_row(setter, row) for row in rows]
    return table(setter, [setter.say(name) for name in _COLUMNS], _SHARES, lines, size=8.5, shrink=False)


def _row(setter: Typesetter, row: HandoverRow) -> Row:
    say = setter.say
    job = [row.job_number] if row.job_number else []
    if row.copy_number:
        job.append(say(_COPY, number=row.copy_number))
    return Row(
        (
            f"{row.number}\n{calendar_day(setter.words, row.on)}",
            row.firm,
            "\n".join([*job, *(number for _, number in row.customers)]),
            "・".join(say(HANDED_FIELD_NAMES[field]) for field in row.fields),
            f"{say(BASIS_NAMES[row.basis])}\n{say(MEDIUM_NAMES[row.medium])}",
            _became(setter, row),
        ),
        struck=row.ending is Ending.NOT_GIVEN,
        bold=row.overdue,
    )


def _became(setter: Typesetter, row: HandoverRow) -> str:
    say = setter.say
    if row.ending is not None:
        ended = calendar_day(setter.words, row.ended_on)
        return "\n".join(filter(None, (say(ENDING_NAMES[row.ending]), ended, row.confirmed_by)))
    if not row.due:
        return say(_FOR_GOOD)
    return f"{say(_LATE if row.overdue else _OUT)}\n{calendar_day(setter.words, row.due)}"
