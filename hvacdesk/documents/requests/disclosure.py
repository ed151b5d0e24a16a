"""The disclosure as a PDF: everything that is stored about one customer, and who saw it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hvacdesk.documents.kit.dates import calendar_day, moment_text, with_days
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import listed, paragraph, section
from hvacdesk.documents.kit.letter_heading import letter_heading
from hvacdesk.documents.kit.letterhead import footer_lines, office_line
from hvacdesk.documents.kit.page import BODY, MUTED, Sheet
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.table import Row, table
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.papers.register import STATE_NAMES, PaperRow, kind_text
from hvacdesk.domain.requests.consents import CONSENT_WAY_NAMES, CONSENTS
from hvacdesk.domain.requests.disclosure import Disclosure, HeldRow, HeldTable, Value
from hvacdesk.domain.requests.disclosure_names import TABLES
from hvacdesk.domain.requests.purposes_notice import NOTICE_WAY_NAMES
from hvacdesk.domain.requests.requests import REQUEST_KIND_NAMES, REQUEST_STATE_NAMES
from hvacdesk.domain.text.text_forms import hyphenated
from hvacdesk.domain.text.wording import Phrase, Words, phrase

_TITLE = phrase("Disclosure", "Disclosure of personal data")
_REQUEST = phrase("Disclosure", "Request {number} of {date}")
_MADE = phrase("Disclosure", "Made {date}")
_CUSTOMER = phrase("Disclosure", "Customer no. {number}")
_WHY = phrase("Disclosure", "Why and until when it is kept")
_NOTHING = phrase("Disclosure", "Nothing stored: {names}")
_NO_ROWS = phrase("Disclosure", "Of these kinds nothing is stored at all: {names}")
_EMPTY_KINDS = phrase("Disclosure", "Kinds without any record")
_BY_WORD = phrase("Disclosure", "Stored; told at the counter, since it opens doors for whoever finds a paper")
_NOT_STORED = phrase("Disclosure", "Not stored")
_COPIES = phrase(
    "Disclosure",
    "So that customers are found, the program keeps name, kana, address, e-mail and phone numbers a second "
    "time in a form for searching. It says nothing more than what stands above.",
)
_LIST_SEPARATOR = phrase("Disclosure", ", ")
_SEEN = phrase("Disclosure", "Who saw or changed it ({count} entries)")
_PAPERS = phrase("Disclosure", "What was printed or filed, and who has it")
_PROVISIONS = phrase("Disclosure", "What was given to other firms")
_NOTICES = phrase("Disclosure", "Purposes notices you were given")
_CONSENTS = phrase("Disclosure", "What you agreed to or took back")
_REQUESTS = phrase("Disclosure", "What you asked before")
_NONE = phrase("Disclosure", "None.")
_WHEN, _WHO = phrase("Disclosure", "When"), phrase("Disclosure", "Who")
_WHAT, _NUMBER = phrase("Disclosure", "What"), phrase("Disclosure", "Number")
_KIND, _STATE = phrase("Disclosure", "Kind"), phrase("Disclosure", "State")
_WITH, _HOW = phrase("Disclosure", "With whom"), phrase("Disclosure", "How")
_TO, _BASIS = phrase("Disclosure", "To"), phrase("Disclosure", "Basis")
_DATA, _BACK = phrase("Disclosure", "Data"), phrase("Disclosure", "Afterwards")
_GIVEN, _WITHDRAWN = phrase("Disclosure", "agreed"), phrase("Disclosure", "taken back")
_VERSION = phrase("Disclosure", "Version {number}")
_BETWEEN = 5.0
"""Points between two rows of one table."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d(T[\d:.]+Z)?")
_POSTAL = phrase("Disclosure", "〒{code}")


def draw_disclosure(told: Disclosure, words: Words, letterhead: Letterhead) -> bytes:
    """The whole disclosure as a PDF, on as many pages as it needs."""
    sheet = Sheet(words, f"{words(_TITLE)} {told.request}", told.made_on)
    setter = sheet.set
    facts = [
        setter.say(_REQUEST, number=told.request, date=calendar_day(words, told.received_on)),
        setter.say(_MADE, date=calendar_day(words, told.made_on)),
        setter.say(_CUSTOMER, number=told.customer_number),
    ]
    bands = [
        *head(setter, setter.say(_TITLE), facts),
        letter_heading(setter, told.to, letterhead),
        *_kept(setter, told.kept),
        *(band for one in told.held if one.rows for band in _table(setter, one)),
        *_empty_tables(setter, told.held),
        *paragraph(setter.wrap(setter.say(_COPIES), BODY, 9, grey=MUTED), gap=6),
        *_papers(setter, told.papers),
        *_provisions(setter, told),
        *_told_and_agreed(setter, told),
        *_seen(setter, told),
        *paragraph(footer_lines(setter, letterhead), gap=8),
    ]
    return draw_single(sheet, bands, office_line(setter, letterhead))


def _kept(setter: Typesetter, kept: tuple[Phrase, Mapping[str, object]]) -> list[Band]:
    sentence, facts = kept
    said = with_days(setter.words, setter.say(sentence).format(**facts))
    return [section(setter, setter.say(_WHY)), *paragraph(setter.wrap(said, BODY, 10.5), gap=3)]


# What is stored


def _table(setter: Typesetter, held: HeldTable) -> list[Band]:
    names = TABLES.get(held.name)
    columns: Mapping[str, Phrase] = names.columns if names else {}
    bands = [section(setter, setter.say(names.title) if names else held.name)]
    for row in held.rows:
        bands += _row(setter, held, row, columns)
    never = [column for column in held.personal if not _ever(held, column)]
    if never:
        listing = setter.say(_LIST_SEPARATOR).join(_name(setter, columns, column) for column in never)
        said = setter.say(_NOTHING, names=listing)
        bands += paragraph(setter.wrap(said, BODY, 8.5, grey=MUTED), gap=2)
    return bands


def _row(setter: Typesetter, held: HeldTable, row: HeldRow, columns: Mapping[str, Phrase]) -> list[Band]:
    mark = _mark(setter, held.name, row)
    bands = paragraph(setter.wrap(mark, BODY, 9.5, bold=True), gap=_BETWEEN, keep=True) if mark else []
    values = [
        (_name(setter, columns, column), _text(setter, held, column, row.values.get(column)))
        for column in held.personal
        if column in held.withheld or row.values.get(column)
    ]
    found = listed(setter, values, size=9.5) if values else []
    if bands and found:
        bands = [replace(band, keep=True) for band in bands]
    elif found:
        found[0] = replace(found[0], gap=_BETWEEN)
    return [*bands, *found]


def _mark(setter: Typesetter, name: str, row: HeldRow) -> str:
    """What tells the row from others: numbers, days, kinds."""
    names = TABLES.get(name)
    parts = []
    for column, codes in (names.marks if names else {}).items():
        value = row.values.get(column)
        if value in (None, ""):
            continue
        code = str(value)
        if names and column in names.days:
            parts.append(f"{setter.say(names.days[column])} {_dated(setter, code)}")
        else:
            parts.append(setter.say(codes[code]) if codes and code in codes else code)
    return "　".join(parts)


def _dated(setter: Typesetter, stored: str) -> str:
    """A stored day or moment as the paper writes it; anything else as it is stored."""
    written = _DAY.fullmatch(stored)
    if written is None:
        return stored
    return (moment_text if written[1] else calendar_day)(setter.words, stored)


def _text(setter: Typesetter, held: HeldTable, column: str, value: Value) -> str:
    if column in held.withheld:
        return setter.say(_BY_WORD if value else _NOT_STORED)
    if column == "postal_code":
        return setter.say(_POSTAL, code=hyphenated(str(value)))
    return str(value)


def _ever(held: HeldTable, column: str) -> bool:
    return column in held.withheld or any(row.values.get(column) for row in held.rows)


def _name(setter: Typesetter, columns: Mapping[str, Phrase], column: str) -> str:
    return setter.say(columns[column]) if column in columns else column


def _empty_tables(setter: Typesetter, held: Sequence[HeldTable]) -> list[Band]:
    empty = [one for one in held if not one.rows]
    if not empty:
        return []
    names = setter.say(_LIST_SEPARATOR).join(
        setter.say(TABLES[one.name].title) if one.name in TABLES else one.name for one in empty
    )
    said = setter.say(_NO_ROWS, names=names)
    return [section(setter, setter.say(_EMPTY_KINDS)), *paragraph(setter.wrap(said, BODY, 9.5), gap=3)]


# What became of it


def _listing(
    setter: Typesetter,
    title: str,
    heads: Sequence[Phrase],
    shares: Sequence[float],
    rows: Sequence[Sequence[str]],
) -> list[Band]:
    bands = [section(setter, title)]
    if not rows:
        return [*bands, *paragraph(setter.wrap(setter.say(_NONE), BODY, 9.5), gap=3)]
    titles = [setter.say(one) for one in heads]
    return [*bands, *table(setter, titles, shares, [Row(texts) for texts in rows], size=9)]


def _papers(setter: Typesetter, papers: Sequence[PaperRow]) -> list[Band]:
    rows = [
        (
            _dated(setter, paper.registered_on),
            paper.number,
            kind_text(paper, setter.words),
            setter.say(STATE_NAMES[paper.state]),
            paper.holder,
        )
        for paper in papers
    ]
    heads = (_WHEN, _NUMBER, _KIND, _STATE, _WITH)
    return _listing(setter, setter.say(_PAPERS), heads, (2, 3, 3, 2.4, 3), rows)


def _provisions(setter: Typesetter, told: Disclosure) -> list[Band]:
    rows = [(_dated(setter, one.on), one.to_whom, one.basis, one.fields, one.back) for one in told.provisions]
    heads = (_WHEN, _TO, _BASIS, _DATA, _BACK)
    return _listing(setter, setter.say(_PROVISIONS), heads, (2, 3, 2.6, 3.4, 2.4), rows)


def _told_and_agreed(setter: Typesetter, told: Disclosure) -> list[Band]:
    say = setter.say
    notices = [
        (
            _dated(setter, one.given_on),
            say(_VERSION, number=one.version),
            say(NOTICE_WAY_NAMES[one.way]),
            one.given_by,
        )
        for one in told.notices
    ]
    consents = [
        (
            _dated(setter, one.on),
            f"{say(CONSENTS[one.kind].name)}　{say(_GIVEN if one.given else _WITHDRAWN)}",
            say(CONSENT_WAY_NAMES[one.way]),
            one.recorded_by,
        )
        for one in told.consents
    ]
    requests = [
        (
            _dated(setter, row.received_on),
            f"{row.number}　{say(REQUEST_KIND_NAMES[row.kind])}",
            say(REQUEST_STATE_NAMES[row.state]),
            "",
        )
        for row in told.requests
    ]
    heads, shares = (_WHEN, _WHAT, _HOW, _WHO), (2, 5, 3.4, 2.6)
    return [
        *_listing(setter, say(_NOTICES), heads, shares, notices),
        *_listing(setter, say(_CONSENTS), heads, shares, consents),
        *_listing(setter, say(_REQUESTS), (_WHEN, _WHAT, _STATE, _WHO), shares, requests),
    ]


def _seen(setter: Typesetter, told: Disclosure) -> list[Band]:
    rows = [(_dated(setter, one.at), one.who, one.what) for one in told.seen]
    title = setter.say(_SEEN, count=f"{len(rows):,}")
    return _listing(setter, title, (_WHEN, _WHO, _WHAT), (3.2, 2.6, 7.2), rows)
