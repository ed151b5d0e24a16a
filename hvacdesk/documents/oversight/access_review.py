"""The sheet of the monthly access review 閲覧点検表.

The end of the log's chain is printed on it, as on a certificate: nobody who holds the keys can forge the
paper.
"""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.documents.kit.dates import as_of_text, day_with_era, moment_with_era, month_with_era, with_days
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import Cell, listed, paragraph, row, section
from hvacdesk.documents.kit.letterhead import footer_lines, office_line, seal_band
from hvacdesk.documents.kit.page import BODY, LEFT, MUTED, RIGHT, Sheet
from hvacdesk.documents.kit.signed_head import signed_head
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.oversight.access_review import PATTERN_NAMES, Limits, MonthSheet
from hvacdesk.domain.oversight.audit_log import REVEAL_REASON_NAMES, RevealReason
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.text.wording import Phrase, Words, phrase

_TITLE = phrase("Documents", "Access review")
_PRINTED = phrase("Access sheet", "Printed {date}")
_UNUSUAL = phrase("Documents", "Unusual")
_NONE = phrase("Documents", "Nothing unusual by the limits below.")
_PEOPLE = phrase("Documents", "By person")
_CUSTOMERS = phrase("Documents", "By customer")
_NOBODY = phrase("Documents", "Nobody showed, printed or exported anything in this month.")
_WHO = phrase("Documents", "Who")
_WHEN = phrase("Documents", "When")
_WHAT = phrase("Access sheet", "What")
_COUNT = phrase("Documents", "Count")
_CUSTOMER = phrase("Access sheet", "Customer")
_REVEALS = phrase("Documents", "Shown")
_PRINTS = phrase("Documents", "Printed")
_EXPORTS = phrase("Documents", "Exported")
_SEARCHES = phrase("Documents", "Searched")
_REASONS = phrase("Documents", "Reasons")
_CHAIN = phrase("Documents", "End of the log's chain")
_ENTRY = phrase("Documents", "Entry")
_HASH = phrase("Documents", "Hash")
_AT_SIGNING = phrase("Documents", "when it was signed")
_SIGNED = phrase("Documents", "Signed")
_SIGNED_LINE = phrase("Documents", "{who}, {when}")
_NOT_SIGNED = phrase("Documents", "Not signed yet.")
_REMARK = phrase("Access sheet", "Remark")
_ALONE = phrase(
    "Documents",
    "The signer's own acts are on this sheet: the office has nobody else who could have signed it.",
)
_LIMITS = phrase(
    "Documents",
    "Limits: {reveals} reveals within an hour, night from {start} to {end}, {searches} searches on one day. "
    "{source}, {as_of}.",
)
_TIMES = phrase("Documents", "{name} {count}")


def draw_access_sheet(
    sheet: MonthSheet,
    limits: Limits,
    words: Words,
    letterhead: Letterhead,
    today: str,
    checkpoint: str = "",
) -> bytes:
    """The sheet as a PDF; ``checkpoint`` is the end of the chain as a signed note, if it could be signed."""
    paper = Sheet(words, words(_TITLE), today)
    setter = paper.set
    say = setter.say
    facts = [
        month_with_era(words, sheet.month),
        say(_PRINTED, date=day_with_era(words, today)),
        letterhead.facts.name,
    ]
    bands = [
        *head(setter, say(_TITLE), facts),
        *_findings(setter, sheet),
        *_people(setter, sheet),
        *_customers(setter, sheet),
        *_chain(setter, sheet),
        *signed_head(setter, checkpoint),
        *_signature(setter, sheet),
    ]
    told = say(
        _LIMITS,
        reveals=limits.reveals_in_an_hour,
        start=f"{limits.night_from:%H:%M}",
        end=f"{limits.night_to:%H:%M}",
        searches=limits.exact_searches_a_day,
        source=limits.source,
        as_of=as_of_text(setter.words, limits.as_of),
    )
    bands += paragraph(setter.wrap(told, BODY, 8.5, grey=MUTED), gap=8)
    bands += [seal_band(letterhead), *paragraph(footer_lines(setter, letterhead), gap=6)]
    return draw_single(paper, bands, office_line(setter, letterhead))


def _findings(setter: Typesetter, sheet: MonthSheet) -> list[Band]:
    say = setter.say
    lines = [
        (
            one.name,
            with_days(setter.words, one.when),
            say(PATTERN_NAMES[one.pattern]),
            str(one.count),
            "・".join(one.customers),
        )
        for one in sheet.findings
    ]
    titles = (_WHO, _WHEN, _WHAT, _COUNT, _CUSTOMER)
    return _table(setter, _UNUSUAL, titles, (0, 90, 190, 385, 425), lines, _NONE)


def _people(setter: Typesetter, sheet: MonthSheet) -> list[Band]:
    lines = [
        (
            one.name,
            str(one.reveals),
            str(one.prints),
            str(one.exports),
            str(one.searches),
            _reasons(setter, one.reasons),
        )
        for one in sheet.people
    ]
    titles = (_WHO, _REVEALS, _PRINTS, _EXPORTS, _SEARCHES, _REASONS)
    return _table(setter, _PEOPLE, titles, (0, 110, 160, 210, 260, 310), lines, _NOBODY)


def _customers(setter: Typesetter, sheet: MonthSheet) -> list[Band]:
    lines = [
        (
            one.number,
            str(one.reveals),
            str(one.prints),
            "・".join(one.people),
            _reasons(setter, one.reasons),
        )
        for one in sheet.customers
    ]
    if not lines:
        return []
    titles = (_CUSTOMER, _REVEALS, _PRINTS, _WHO, _REASONS)
    return _table(setter, _CUSTOMERS, titles, (0, 90, 140, 190, 330), lines, _NOBODY)


def _reasons(setter: Typesetter, counted: Sequence[tuple[str, int]]) -> str:
    known = {reason.value: setter.say(REVEAL_REASON_NAMES[reason]) for reason in RevealReason}
    return "・".join(
        setter.say(_TIMES, name=known.get(reason, reason), count=count) for reason, count in counted
    )


def _table(
    setter: Typesetter,
    title: Phrase,
    titles: Sequence[Phrase],
    lefts: Sequence[float],
    lines: Sequence[Sequence[str]],
    nothing: Phrase,
) -> list[Band]:
    heading = section(setter, setter.say(title))
    if not lines:
        return [heading, *paragraph(setter.wrap(setter.say(nothing), BODY, 10))]
    top = _line(setter, [setter.say(one) for one in titles], lefts, bold=True)
    bands = [heading, *top]
    for texts in lines:
        bands += _line(setter, texts, lefts, repeat=top[0])
    return bands


def _line(
    setter: Typesetter,
    texts: Sequence[str],
    lefts: Sequence[float],
    *,
    bold: bool = False,
    repeat: Band | None = None,
) -> list[Band]:
    ends = (*(LEFT + left for left in lefts[1:]), RIGHT)
    cells = [
        Cell(LEFT + left, setter.fit(text, end - LEFT - left - 8, (9, 7), bold=bold))
        for left, end, text in zip(lefts, ends, texts, strict=True)
    ]
    return row(cells, pad=2.0, rule=True, repeat=repeat)


def _chain(setter: Typesetter, sheet: MonthSheet) -> list[Band]:
    say, signed = setter.say, sheet.signature
    sequence = signed.head_sequence if signed else sheet.head_sequence
    digest = signed.head_hash if signed else sheet.head_hash
    entry = f"{sequence} {say(_AT_SIGNING)}" if signed else str(sequence)
    return [section(setter, say(_CHAIN)), *listed(setter, [(say(_ENTRY), entry), (say(_HASH), digest)])]


def _signature(setter: Typesetter, sheet: MonthSheet) -> list[Band]:
    say, signed = setter.say, sheet.signature
    heading = section(setter, say(_SIGNED))
    if signed is None:
        return [heading, *paragraph(setter.wrap(say(_NOT_SIGNED), BODY, 10))]
    who = say(_SIGNED_LINE, who=signed.by, when=moment_with_era(setter.words, signed.at))
    facts = [(say(_SIGNED), who), *([(say(_REMARK), signed.remark)] if signed.remark else [])]
    bands = [heading, *listed(setter, facts)]
    if signed.about_themselves:
        bands += paragraph(setter.wrap(say(_ALONE), BODY, 10, bold=True), gap=4)
    return bands
