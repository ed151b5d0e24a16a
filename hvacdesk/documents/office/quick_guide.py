"""The guide for the wall: a page for a day at the desk, a page for when something happened. Always two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hvacdesk.documents.kit.flow import Band, PlacedBand, paginate
from hvacdesk.documents.kit.form import SECTION_GAP, TICK_WIDTH, Blank, Cell, blanks, row, section
from hvacdesk.documents.kit.page import BODY, LEFT, RIGHT, TOP, Sheet
from hvacdesk.documents.kit.single import PAGE_END, draw_pages, head
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.domain.office.office import OfficeFacts
from hvacdesk.domain.text.wording import Phrase, Words, phrase

_TITLE = phrase("Guide", "Guide for the wall")
_DAY = phrase("Guide", "A day at the desk")
_TROUBLE = phrase("Guide", "When something happened")
_FOOT = phrase("Guide", "F1 in the program says more about each screen.")

_LEAST_AIR, _MOST_AIR = 5.0, 16.0
"""What is left free above each section beside its gap, in points."""

_KEY_PAD = 12.0
_SIZES = (13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5)
"""The sizes of type; the largest with which a page's text stays on its page is used."""


@dataclass(frozen=True)
class Act:
    """What is done, and with which key; a step without a key has a box to tick in its place."""

    does: Phrase
    key: str = ""


@dataclass(frozen=True)
class GuidePart:
    """Acts that belong together."""

    title: Phrase
    acts: tuple[Act, ...]


DAY: tuple[GuidePart, ...] = (
    GuidePart(
        phrase("Guide", "In the morning"),
        (
            Act(phrase("Guide", "Log in and look at “Today”. Begin with the red numbers")),
            Act(phrase("Guide", "Print the day's work orders, count the copies, and hand them over")),
            Act(phrase("Guide", "Connect the disk for backups")),
        ),
    ),
    GuidePart(
        phrase("Guide", "The telephone rings"),
        (
            Act(phrase("Guide", "Check who is calling: name in kana and the last four digits"), "F4"),
            Act(phrase("Guide", "Find a customer"), "Ctrl+F"),
            Act(phrase("Guide", "Show phone and address, only when the work needs it"), "F6"),
            Act(phrase("Guide", "Note a call, and who calls back until when"), "F2"),
            Act(phrase("Guide", "New customer (on the page of customers)"), "Ctrl+N"),
            Act(phrase("Guide", "Book a job for the chosen customer"), "Ctrl+J"),
        ),
    ),
    GuidePart(
        phrase("Guide", "Somebody is at the counter, or you leave the desk"),
        (
            Act(phrase("Guide", "Curtain: no name stays on the screen. Once more lifts it"), "F9"),
            Act(phrase("Guide", "Lock the screen; what you typed is kept"), "Ctrl+L"),
            Act(phrase("Guide", "A colleague takes over"), "Ctrl+Shift+L"),
        ),
    ),
    GuidePart(
        phrase("Guide", "In the evening"),
        (
            Act(phrase("Guide", "Scan every paper that came back. Print the evening check sheet")),
            Act(phrase("Guide", "Go to what still waits"), "F3"),
            Act(phrase("Guide", "Clear the desk and close the program: the last backup is made")),
        ),
    ),
    GuidePart(
        phrase("Guide", "Always"),
        (
            Act(phrase("Guide", "Help for what is in front"), "F1"),
            Act(phrase("Guide", "Every key in one list"), "Ctrl+/"),
            Act(phrase("Guide", "Undo the last saved change"), "Ctrl+Z"),
            Act(phrase("Guide", "Report that something happened"), "F8"),
        ),
    ),
)

TROUBLE: tuple[GuidePart, ...] = (
    GuidePart(
        phrase("Guide", "A paper is missing, or something went to the wrong person"),
        (
            Act(phrase("Guide", "Report it at once; the paper's number is enough"), "F8"),
            Act(phrase("Guide", "Call the person responsible, also when it turned up again")),
            Act(phrase("Guide", "Write to no customer on your own: the leak desk makes the letters")),
        ),
    ),
    GuidePart(
        phrase("Guide", "A computer or a backup disk was lost or stolen"),
        (
            Act(phrase("Guide", "Call the person responsible and the police")),
            Act(phrase("Guide", "Restore the newest backup on another computer, with the recovery sheet")),
            Act(phrase("Guide", "There: report it, print a new recovery sheet, shred the old one"), "F8"),
        ),
    ),
    GuidePart(
        phrase("Guide", "A passphrase is forgotten"),
        (
            Act(phrase("Guide", "A person responsible resets it: Settings, Accounts, Reset passphrase")),
            Act(
                phrase(
                    "Guide",
                    "Nobody responsible can log in: “Passphrase forgotten”, with the recovery sheet",
                )
            ),
            Act(phrase("Guide", "Afterwards print a new recovery sheet and shred the used one")),
        ),
    ),
    GuidePart(
        phrase("Guide", "The program does not open the office"),
        (
            Act(phrase("Guide", "Read the message: it says what is safe and what helps. Delete nothing")),
            Act(phrase("Guide", "Call whoever looks after the computer, and read the message out")),
        ),
    ),
    GuidePart(
        phrase("Guide", "The end of the month: disposal"),
        (
            Act(phrase("Guide", "Have all backup disks and the papers to shred at hand, and take an hour")),
            Act(phrase("Guide", "“Month-end review”: check, decide, shred, have it approved, destroy")),
            Act(phrase("Guide", "Print the certificate, sign it, file it. Then sign the access review")),
        ),
    ),
)

_CALL = phrase("Guide", "Whom to call")
_OFFICE = phrase("Guide", "Our office")
_RESPONSIBLE = phrase("Guide", "Person responsible")
_DEPUTY = phrase("Guide", "In their absence")
_COMPUTER = phrase("Guide", "Looks after the computer")
_POLICE = phrase("Guide", "Police")
_PHONE = phrase("Guide", "Phone")
_POLICE_NUMBER = "110"
_LINE_END = 11.0
"""What a line to write on leaves free at its right end."""


def draw_quick_guide(words: Words, facts: OfficeFacts | None, made_on: str) -> bytes:
    """The two pages as a PDF.

    Args:
        facts: the office's, printed where they are known; without them there are lines to write on.
        made_on: ISO date, written in the file's properties only.
    """
    sheet = Sheet(words, words(_TITLE), made_on)
    setter = sheet.set
    name = facts.name if facts else ""
    pages = [
        _one_page(setter, _DAY, name, DAY, []),
        _one_page(setter, _TROUBLE, name, TROUBLE, _whom_to_call(setter, facts)),
    ]
    return draw_pages(sheet, pages, setter.say(_FOOT))


def _one_page(
    setter: Typesetter, title: Phrase, name: str, parts: Sequence[GuidePart], last: Sequence[Band]
) -> list[PlacedBand]:
    """Everything on one page: in the largest type that fits, its parts spread over the page's height.

    Raises :class:`ValueError` if even the smallest does not fit, which only a longer translation can cause.
    """
    for size in _SIZES:
        bands = [*head(setter, setter.say(title), [name or " "])]
        column = _text_column(setter, parts, size)
        for part in parts:
            bands.append(section(setter, setter.say(part.title)))
            bands += [band for act in part.acts for band in _act(setter, act, size, column)]
        page = _spread([*bands, *last])
        if page:
            return page
    raise ValueError(f"{title.text}: too long for one page")


def _spread(bands: Sequence[Band]) -> list[PlacedBand]:
    """The bands on their page, what is left of its height shared out above the sections; else nothing."""
    spare = TOP - PAGE_END - sum(band.gap + band.height for band in bands)
    heads = [band for band in bands if band.gap >= SECTION_GAP]
    air = min(_MOST_AIR, spare / len(heads))
    aired = [replace(band, gap=band.gap + air) if band in heads else band for band in bands]
    pages = paginate(aired, TOP, TOP, PAGE_END - 1)  # a point for what adding up loses
    return pages[0] if air >= _LEAST_AIR and len(pages) == 1 else []


def _text_column(setter: Typesetter, parts: Sequence[GuidePart], size: float) -> float:
    """Where the words begin: right of the page's widest key and of a box to tick."""
    keys = [act.key for part in parts for act in part.acts]
    widest = max(setter.width(key, size, bold=True) for key in keys) + _KEY_PAD
    return LEFT + widest + TICK_WIDTH + 8


def _act(setter: Typesetter, act: Act, size: float, left: float) -> list[Band]:
    lines = setter.wrap(setter.say(act.does), RIGHT - left, size)
    if not act.key:
        return row([Cell(left, lines, ticked=False)], pad=3.0)
    key = PrintedLine(act.key, size, bold=True)
    cap = size * 1.5
    height = max(sum(line.height for line in lines), cap) + 6.0
    width = max(26.0, setter.width(key.text, size, bold=True) + _KEY_PAD)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.frame(LEFT, top - (height - cap) / 2, width, cap, weight=0.9)
        sheet.middle(LEFT + (width - setter.width(key.text, size, bold=True)) / 2, top, height, key)
        sheet.column(left, top - (height - sum(line.height for line in lines)) / 2, lines)

    return [Band(height, draw)]


def _whom_to_call(setter: Typesetter, facts: OfficeFacts | None) -> list[Band]:
    say = setter.say
    middle = LEFT + BODY * 0.56
    known = (facts.phone, facts.privacy_manager) if facts else ("", "")
    rows = (
        (say(_OFFICE), facts.name if facts else "", known[0]),
        (say(_RESPONSIBLE), known[1], ""),
        (say(_DEPUTY), "", ""),
        (say(_COMPUTER), "", ""),
        (say(_POLICE), "", _POLICE_NUMBER),
    )
    lines = [_call_line(setter, name, who, phone, middle) for name, who, phone in rows]
    return [section(setter, say(_CALL)), *lines]


def _call_line(setter: Typesetter, name: str, who: str, phone: str, middle: float) -> Band:
    """A name and a number: printed where they are known, lines to write on elsewhere."""
    fields = [
        Blank(name, [("", "")], LEFT, middle - 14),
        Blank(setter.say(_PHONE), [("", "")], middle, RIGHT),
    ]
    empty = blanks(setter, fields, height=25)
    written = [(fields[0], who), (fields[1], phone)]

    def draw(sheet: Sheet, top: float, height: float) -> None:
        empty.draw(sheet, top, height)
        for field, text in written:
            start = field.left + setter.width(setter.clean(field.name), 10.0) + 10
            line = setter.fit(text, field.right - _LINE_END - start, (11.5, 6), bold=True)[:1]
            sheet.column(start, top - height + 5.5 + 11.5, line)

    return Band(empty.height, draw)
