"""The letter that reminds a customer: the warranty ends, the unit is past its period, agreed work is due."""

from __future__ import annotations

from dataclasses import replace

from hvacdesk.documents.kit.dates import calendar_day
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import listed, paragraph
from hvacdesk.documents.kit.letter_heading import short_heading
from hvacdesk.documents.kit.letterhead import footer_lines, office_line
from hvacdesk.documents.kit.page import BODY, Sheet
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.calendar.reminders import ReminderKind, ReminderLetter
from hvacdesk.domain.jobs.jobs import WORK_KIND_NAMES
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.text.wording import Phrase, Words, phrase

_TITLES: dict[ReminderKind, Phrase] = {
    ReminderKind.WARRANTY: phrase("Reminder letter", "Your warranty ends soon"),
    ReminderKind.DESIGN_PERIOD: phrase("Reminder letter", "The age of your air conditioner"),
    ReminderKind.RECURRING: phrase("Reminder letter", "It is time for the agreed work"),
}
_THANKS = phrase("Reminder letter", "Thank you for placing your trust in us.")
_TEXTS: dict[ReminderKind, Phrase] = {
    ReminderKind.WARRANTY: phrase(
        "Reminder letter",
        "The warranty on our work below ends on {due}. If anything about it concerns you, such as noise, "
        "water or weak cooling, please call us before that day.",
    ),
    ReminderKind.DESIGN_PERIOD: phrase(
        "Reminder letter",
        "The air conditioner below was made in {on}, and its standard period of use runs until {year}. It "
        "may go on running, but worn parts can cause fire or injury. If you notice a burnt smell, an unusual "
        "noise or a tripped breaker, please stop using it, pull the plug and call us.",
    ),
    ReminderKind.RECURRING: phrase(
        "Reminder letter",
        "The time for the work below, which we agreed to do regularly, has come round. Please call us for a "
        "day that suits you.",
    ),
}
_JOB = phrase("Reminder letter", "Job")
_DONE_ON = phrase("Reminder letter", "Work done on")
_ENDS_ON = phrase("Reminder letter", "Warranty ends on")
_UNIT = phrase("Reminder letter", "Air conditioner")
_MADE_IN = phrase("Reminder letter", "Made in")
_YEAR = phrase("Reminder letter", "{year}")
_WORK = phrase("Reminder letter", "Work")
_DUE_ON = phrase("Reminder letter", "Due around")
_NO_MORE = phrase(
    "Reminder letter",
    "You get this letter because you agreed to reminders. You can take that back at any time: a call is "
    "enough, and no further one will come.",
)


def draw_reminder_letter(letter: ReminderLetter, words: Words, letterhead: Letterhead) -> bytes:
    """The letter as a PDF."""
    facts, key = letter.facts, letter.facts.key
    title = words(_TITLES[key.kind])
    sheet = Sheet(words, title, letter.written_on)
    setter = sheet.set
    text = setter.say(_TEXTS[key.kind], due=calendar_day(words, key.due), on=facts.made, year=key.due[:4])
    bands = [
        *head(setter, title, [calendar_day(words, letter.written_on), letter.number]),
        short_heading(setter, letter.name, letter.honorific, letterhead),
        *paragraph(setter.wrap(setter.say(_THANKS), BODY, 11), gap=18),
        *paragraph(setter.wrap(text, BODY, 11), gap=6),
        *_facts(setter, letter),
        *paragraph(setter.wrap(setter.say(_NO_MORE), BODY, 9.5), gap=16),
        *paragraph(footer_lines(setter, letterhead), gap=8),
    ]
    return draw_single(sheet, bands, office_line(setter, letterhead))


def _facts(setter: Typesetter, letter: ReminderLetter) -> list[Band]:
    facts, key, say = letter.facts, letter.facts.key, setter.say
    due = calendar_day(setter.words, key.due)
    told: dict[ReminderKind, list[tuple[str, str]]] = {
        ReminderKind.WARRANTY: [
            (say(_JOB), facts.about),
            (say(_DONE_ON), calendar_day(setter.words, facts.on)),
            (say(_ENDS_ON), due),
        ],
        ReminderKind.DESIGN_PERIOD: [
            (say(_UNIT), facts.about),
            (say(_MADE_IN), say(_YEAR, year=facts.made)),
        ],
        ReminderKind.RECURRING: [
            (say(_WORK), say(WORK_KIND_NAMES[facts.work]) if facts.work else ""),
            (say(_DUE_ON), due),
        ],
    }
    lines = [one for one in told[key.kind] if one[1]]
    first, *more = listed(setter, lines, size=11)
    return [replace(first, gap=12), *more]
