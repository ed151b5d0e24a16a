"""Letters to the people whom an incident concerns, and the notice in their place.

They say what 個人情報保護法施行規則 第10条 asks for: outline, items of data, cause, secondary damage, other
matters. The address is printed at the upper left, so that the sheet folded in three shows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hvacdesk.documents.incidents.drill_mark import drill_band
from hvacdesk.documents.kit.dates import calendar_day
from hvacdesk.documents.kit.flow import Band, paginate
from hvacdesk.documents.kit.form import paragraph, section
from hvacdesk.documents.kit.letterhead import office_block
from hvacdesk.documents.kit.page import BODY, BOTTOM, LEFT, RIGHT, TOP, Sheet
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.customers.field_names import FIELD_NAMES
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.papers.other_papers import Addressee
from hvacdesk.domain.text.text_forms import hyphenated
from hvacdesk.domain.text.wording import Words, in_a_row, phrase

_TITLE = phrase("Documents", "About your personal data: an apology and a report")
_NOTICE = phrase("Documents", "Notice about personal data")
_POSTAL = phrase("Incident letters", "〒{code}")
_OPENING = phrase(
    "Documents",
    "We are very sorry to tell you that something went wrong with the personal data that you entrusted "
    "to us. "
    "We report below what happened and what we do about it.",
)
_NOTICE_OPENING = phrase(
    "Documents",
    "Something went wrong with personal data that customers entrusted to us. This notice is for everybody "
    "concerned whom we could not reach. We are very sorry.",
)
_OUTLINE = phrase("Incident letters", "What happened")
_HAPPENED = phrase("Incident letters", "Happened on {day}.")
_BETWEEN = phrase("Incident letters", "Happened between {first} and {last}.")
_KNOWN = phrase("Incident letters", "Known since {day}.")
_FOUND = phrase("Incident letters", "The paper with your data was found again on {day}.")
_ITEMS = phrase("Documents", "Your data that is concerned")
_ITEMS_OF_ALL = phrase("Documents", "Data that is concerned")
_CAUSE = phrase("Documents", "How it happened")
_DAMAGE = phrase("Documents", "Damage that may follow")
_MEASURES = phrase("Documents", "What we do")
_CONTACT = phrase("Documents", "Whom to ask")
_CONTACT_LINE = phrase("Documents", "{name}, in charge: {manager}, phone {phone}")
_ASK = phrase(
    "Documents",
    "Please call us with any question. You may also ask us to disclose, correct or erase the data that "
    "we hold.",
)

_FIRST_LINE = 128.0
"""Points that the address and the sender take at least; the letter begins below."""


@dataclass(frozen=True)
class LetterFacts:
    """What all letters of an incident say.

    Attributes:
        known_on, happened_from, happened_until: ISO dates; when it happened may be unknown.
        what, cause, damage, measures: worded for customers.
        fields: every kind of data concerned, which the notice names.
    """

    number: str
    drill: bool
    known_on: str
    what: str
    fields: tuple[CustomerField, ...]
    cause: str = ""
    damage: str = ""
    measures: str = ""
    happened_from: str = ""
    happened_until: str = ""


class Recipient(NamedTuple):
    """Whom a letter is for.

    Attributes:
        found_on: ISO date on which the papers with this person's data were found again, or empty.
    """

    to: Addressee
    fields: tuple[CustomerField, ...]
    found_on: str = ""


def draw_letters(
    people: Sequence[Recipient],
    facts: LetterFacts,
    words: Words,
    letterhead: Letterhead,
    today: str,
) -> bytes:
    """One letter for each, all in one PDF; each begins on a new page."""
    sheet = Sheet(words, words(_TITLE), today)
    setter = sheet.set
    above = [*drill_band(setter, drill=facts.drill)]
    sender = office_block(setter, letterhead, left=RIGHT - 190, billing=False)
    bodies: dict[tuple[tuple[CustomerField, ...], str], list[Band]] = {}
    for to, fields, found_on in people:
        alike = fields, found_on
        if alike not in bodies:
            bodies[alike] = _body(setter, facts, Recipient(to, fields, found_on), letterhead, today)
        _draw(sheet, [*above, _head(setter, to, sender), *bodies[alike]])
    return sheet.finish()


def draw_notice(facts: LetterFacts, words: Words, letterhead: Letterhead, today: str) -> bytes:
    """The notice for those who cannot be reached: on the door, in the web, in a newspaper."""
    sheet = Sheet(words, words(_NOTICE), today)
    setter = sheet.set
    bands = [*drill_band(setter, drill=facts.drill), _title(setter, setter.say(_NOTICE), today)]
    bands += paragraph(setter.wrap(setter.say(_NOTICE_OPENING), BODY, 11), gap=10)
    bands += _told(setter, facts, facts.fields, letterhead, setter.say(_ITEMS_OF_ALL), "")
    _draw(sheet, bands)
    return sheet.finish()


def _draw(sheet: Sheet, bands: Sequence[Band]) -> None:
    for page in paginate(bands, TOP, TOP, BOTTOM):
        for placed in page:
            placed.band.draw(sheet, placed.top, placed.height)
        sheet.next_page()


def _head(setter: Typesetter, to: Addressee, sender: Band) -> Band:
    """The addressee at the left, the office at the right."""
    width = RIGHT - 210 - LEFT
    code = setter.say(_POSTAL, code=hyphenated(to.postal_code)) if to.postal_code else ""
    lines = [*setter.fit(code, width, (10.5, 10.5))] if code else []
    lines += setter.fit_alike(to.lines, width, (10.5, 8))
    lines += setter.fit(f"{to.name}　{to.honorific}", width, (13, 8), bold=True)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.column(LEFT, top - 14, lines)
        sender.draw(sheet, top, sender.height)

    tall = 14 + sum(line.height for line in lines)
    return Band(max(tall, sender.height, _FIRST_LINE), draw)


def _body(
    setter: Typesetter,
    facts: LetterFacts,
    one: Recipient,
    letterhead: Letterhead,
    today: str,
) -> list[Band]:
    bands = [_title(setter, setter.say(_TITLE), today)]
    bands += paragraph(setter.wrap(setter.say(_OPENING), BODY, 10.5), gap=8)
    return bands + _told(setter, facts, one.fields, letterhead, setter.say(_ITEMS), one.found_on)


def _title(setter: Typesetter, title: str, today: str) -> Band:
    lines = setter.fit(title, BODY, (16, 10), bold=True)
    day = PrintedLine(setter.clean(calendar_day(setter.words, today)), 10)
    height = sum(line.height for line in lines) + 20

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.right(RIGHT, top - 10, day)
        y = top - 20
        for line in lines:
            y -= line.height
            sheet.centred(LEFT, RIGHT, y + line.size * 0.3, line)

    return Band(height, draw, gap=6)


def _days(setter: Typesetter, facts: LetterFacts) -> str:
    """When it happened, as far as that is known, and since when the office knows."""
    first, last = facts.happened_from or facts.happened_until, facts.happened_until or facts.happened_from
    shown = {"first": calendar_day(setter.words, first), "last": calendar_day(setter.words, last)}
    happened = setter.say(_BETWEEN, **shown) if first != last else setter.say(_HAPPENED, day=shown["first"])
    known = setter.say(_KNOWN, day=calendar_day(setter.words, facts.known_on))
    return in_a_row(happened, known) if first else known


def _told(
    setter: Typesetter,
    facts: LetterFacts,
    fields: tuple[CustomerField, ...],
    letterhead: Letterhead,
    items: str,
    found_on: str,
) -> list[Band]:
    say = setter.say
    found = say(_FOUND, day=calendar_day(setter.words, found_on)) if found_on else ""
    office = letterhead.facts
    contact = say(
        _CONTACT_LINE,
        name=office.name,
        manager=office.privacy_manager or office.representative or "–",
        phone=office.phone,
    )
    parts = (
        (say(_OUTLINE), "\n".join(filter(None, (facts.what, _days(setter, facts), found)))),
        (items, "・".join(say(FIELD_NAMES[field]) for field in fields)),
        (say(_CAUSE), facts.cause),
        (say(_DAMAGE), facts.damage),
        (say(_MEASURES), facts.measures),
        (say(_CONTACT), f"{contact}\n{say(_ASK)}"),
    )
    bands: list[Band] = []
    for title, text in parts:
        if text:
            bands.append(section(setter, title))
            bands += paragraph(setter.wrap(text, BODY, 10.5), gap=2)
    return bands
