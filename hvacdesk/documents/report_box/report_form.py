"""The blank paper form of the report box 相談・通報用紙: the same questions, for those who trust no computer.

It has no number, code or name of a user: every copy is like the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import Blank, Cell, blanks, paragraph, row, section, tick_rows, together
from hvacdesk.documents.kit.page import BODY, LEFT, MUTED, RIGHT, Sheet
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.report_box.report_box import CATEGORY_NAMES
from hvacdesk.domain.report_box.report_box_rules import LAW, PROMISES, BoxRules
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("Report form paper", "Confidential report")
_SUBTITLE = phrase("Report form paper", "You need not give your name.")
_KIND = phrase("Report form paper", "What it is about")
_WHAT = phrase("Report form paper", "What happened")
_WHERE = phrase("Report form paper", "When and where (as far as you want to say)")
_WHO = phrase("Report form paper", "Who is concerned, and how you know")
_ANSWER = phrase("Report form paper", "How you may be reached (only if you want to)")
_SIGNS = phrase("Report form paper", "Phone, e-mail, or a sign agreed on")
_NOT_TO = phrase("Report form paper", "People who must not read this")
_HAND_IN = phrase("Report form paper", "How to hand it in")
_STEPS = (
    phrase(
        "Report form paper",
        "Put it into an envelope, seal it, and write on it that it is confidential and who may open it.",
    ),
    phrase(
        "Report form paper",
        "Lay it where that person alone finds it, or post it. It can be typed, and need not be in your "
        "handwriting.",
    ),
    phrase(
        "Report form paper",
        "The person named opens it alone, keeps it locked up, and looks into it within {days} days.",
    ),
)
_OUTSIDE = phrase("Report form paper", "Desks outside the office")
_PHONE = phrase("Report form paper", "Phone")
_FOOT = phrase("Report form paper", "{office}　report box")

_LINES_WHAT, _LINES_WHERE, _LINES_WHO = 12, 3, 4
_LINE_HEIGHT = 22.0


def draw_report_form(office: str, readers: Sequence[str], rules: BoxRules, words: Words) -> bytes:
    """The blank form as a PDF.

    Args:
        readers: names of those who may be given it.
    """
    sheet = Sheet(words, words(_TITLE), rules.as_of)
    setter = sheet.set
    say = setter.say
    bands = [
        *head(setter, say(_TITLE), [office, say(_SUBTITLE)]),
        section(setter, say(_KIND)),
        *tick_rows(setter, [say(name) for name in CATEGORY_NAMES.values()]),
        section(setter, say(_WHAT)),
        *_writing(_LINES_WHAT),
        section(setter, say(_WHERE)),
        *_writing(_LINES_WHERE),
        section(setter, say(_WHO)),
        *_writing(_LINES_WHO),
        section(setter, say(_ANSWER)),
        blanks(setter, [Blank(say(_SIGNS), [("", "")], LEFT, RIGHT)]),
        blanks(setter, [Blank(say(_NOT_TO), [("", "")], LEFT, RIGHT)]),
        *_handing_in(setter, readers, rules),
        *_outside(setter, rules),
    ]
    return draw_single(sheet, bands, say(_FOOT, office=office))


def _writing(count: int) -> list[Band]:
    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.rule(LEFT, RIGHT, top - height, weight=0.35, grey=MUTED)

    return [Band(_LINE_HEIGHT, draw, keep=True) for _ in range(count - 1)] + [Band(_LINE_HEIGHT, draw)]


def _handing_in(setter: Typesetter, readers: Sequence[str], rules: BoxRules) -> list[Band]:
    say = setter.say
    bands = [section(setter, say(_HAND_IN))]
    first, *others = _STEPS
    bands += paragraph(setter.wrap(f"1　{say(first)}", BODY, 10), gap=2)
    bands += tick_rows(setter, list(readers), left=LEFT + 14, width=BODY - 14)
    bands = together(bands)
    for number, step in enumerate(others, 2):
        bands += paragraph(setter.wrap(f"{number}　{say(step, days=rules.notice_days)}", BODY, 10), gap=2)
    for promise in PROMISES:
        bands += paragraph(setter.wrap(f"・{say(promise)}", BODY, 10), gap=2)
    bands += paragraph(setter.wrap(say(LAW), BODY, 8.5, grey=MUTED), gap=2)
    return bands


def _outside(setter: Typesetter, rules: BoxRules) -> list[Band]:
    say = setter.say
    bands = [section(setter, say(_OUTSIDE))]
    for desk in rules.desks:
        name = setter.wrap(say(desk.name), BODY * 0.64, 10, bold=True)
        about = setter.wrap(say(desk.about), BODY * 0.64, 8.5, grey=MUTED)
        phone = setter.wrap(f"{say(_PHONE)}　{desk.phone}", BODY * 0.3, 10)
        write_to = 0.0 if desk.phone else RIGHT
        cells = [Cell(LEFT, [*name, *about]), Cell(LEFT + BODY * 0.68, phone, write_to=write_to)]
        bands += row(cells, pad=3, rule=True)
    return bands
