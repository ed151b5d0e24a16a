"""The office on its papers: its block at the head, its line at the foot, boxes for seals."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.page import BODY, LEFT, MUTED, RIGHT, Sheet
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.text.text_forms import hyphenated
from hvacdesk.domain.text.wording import phrase

_POSTAL = phrase("Letterhead", "〒{code}")
_PHONE = phrase("Documents", "Phone {phone}")
_FAX = phrase("Documents", "FAX {fax}")
_REPRESENTATIVE = phrase("Documents", "Representative {name}")
_REGISTRATION = phrase("Documents", "Registration no. {number}")
_MANAGER = phrase("Documents", "Responsible for personal data: {name}")

LOGO_WIDTH, LOGO_HEIGHT = 150.0, 38.0
SEAL_SIZE = 51.0
"""18 mm: the usual size of a company's square seal 角印."""


def office_block(
    setter: Typesetter,
    head: Letterhead,
    *,
    left: float = LEFT + BODY * 0.52,
    right: float = RIGHT,
    billing: bool = True,
) -> Band:
    """The office with everything that a letter shows of it, and its seal over the end of its name.

    ``billing`` False leaves out the registration number of qualified invoices, which belongs to papers of
    money: it has no place on a FAX, an answer or an apology.
    """
    width = right - left
    name = setter.fit(head.facts.name, width - (SEAL_SIZE * 0.6 if head.seal else 0), (14, 9), bold=True)
    lines = [
        line for text in _lines(setter, head, billing=billing) for line in setter.fit(text, width, (9.5, 7.5))
    ]
    logo = LOGO_HEIGHT + 5 if head.logo else 0.0
    height = logo + sum(line.height for line in (*name, *lines))
    end = max(setter.width(line.text, line.size, bold=True) for line in name) if name else 0.0

    def draw(sheet: Sheet, top: float, height: float) -> None:
        if head.seal:  # drawn first, so that its ground hides no words; at the name's end, as by hand
            at = min(left + end - SEAL_SIZE * 0.25, right - SEAL_SIZE)
            sheet.picture(at, top - logo + 6, SEAL_SIZE, SEAL_SIZE, head.seal)
        if head.logo:
            sheet.picture(left, top, LOGO_WIDTH, LOGO_HEIGHT, head.logo)
        below = sheet.column(left, top - logo, name)
        sheet.column(left, below, lines)

    return Band(max(height, logo + SEAL_SIZE if head.seal else 0), draw)


def _lines(setter: Typesetter, head: Letterhead, *, billing: bool) -> list[str]:
    facts, say = head.facts, setter.say
    code = say(_POSTAL, code=hyphenated(facts.postal_code)) if facts.postal_code else ""
    numbers = (
        say(_PHONE, phone=facts.phone) if facts.phone else "",
        say(_FAX, fax=facts.fax) if facts.fax else "",
    )
    lines = (
        f"{code} {facts.address}".strip(),
        "　".join(filter(None, numbers)),
        facts.email,
        say(_REPRESENTATIVE, name=facts.representative) if facts.representative else "",
        say(_REGISTRATION, number=facts.invoice_registration)
        if billing and facts.invoice_registration
        else "",
    )
    return [line for line in lines if line]


def office_line(setter: Typesetter, head: Letterhead) -> str:
    """The office in one line, for the foot of a page."""
    facts, say = head.facts, setter.say
    parts = [facts.name]
    if facts.phone:
        parts.append(say(_PHONE, phone=facts.phone))
    if facts.privacy_manager:
        parts.append(say(_MANAGER, name=facts.privacy_manager))
    return "　".join(parts)


def seal_band(head: Letterhead) -> Band:
    """The boxes for seals over the whole width, at a record's end."""

    def draw(sheet: Sheet, top: float, height: float) -> None:
        draw_seal_boxes(sheet, head.layout.seal_titles, LEFT, RIGHT, top, height)

    return Band(54, draw, gap=14)


def draw_seal_boxes(
    sheet: Sheet, titles: Sequence[str], left: float, right: float, top: float, height: float
) -> None:
    """Boxes 検印欄 side by side between two positions, each with its title above the room for the seal."""
    if not titles:
        return
    setter = sheet.set
    side = min((right - left) / len(titles), 72.0)
    head = 12.0 if any(titles) else 0.0
    start = right - side * len(titles)
    edges = [start + side * index for index in range(len(titles) + 1)]
    for (box_left, box_right), title in zip(pairwise(edges), titles, strict=True):
        sheet.frame(box_left, top, side, height, radius=0.1, weight=0.5)
        if head:
            sheet.rule(box_left, box_right, top - head, weight=0.4)
            fitted = setter.fit(title, side - 4, (8, 5), grey=MUTED)[:1] if title else ()
            for line in fitted:
                sheet.centred(box_left, box_right, top - head + 3.2, line)


def footer_lines(setter: Typesetter, head: Letterhead, width: float = BODY) -> tuple[PrintedLine, ...]:
    """The office's own line for the foot."""
    return setter.fit(head.layout.footer, width, (9, 7)) if head.layout.footer else ()
