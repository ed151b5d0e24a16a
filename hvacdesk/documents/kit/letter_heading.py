"""The head of a letter: whom it goes to, and the office that writes it.

In one about personal data it is named with its desk for them. Source: 個人情報保護法 32条1項, 通則編 3-8-1:
the holder of the data is known by name, address and representative, with the desk for requests and
complaints. Rights are a natural person's: a letter to a firm goes to the person there who asked.
"""

from __future__ import annotations

from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.letterhead import office_block
from hvacdesk.documents.kit.page import BODY, LEFT, Sheet
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.requests.request_letter import LetterName
from hvacdesk.domain.text.wording import phrase

_MANAGER = phrase("Letter heading", "Desk for personal data: {name}")
_BLANK = "＿＿＿＿＿＿＿＿＿＿＿＿"
_WIDTH = BODY * 0.48
_BESIDE = LEFT + BODY * 0.52


def short_heading(setter: Typesetter, name: str, honorific: str, head: Letterhead) -> Band:
    """One name on the left, the issuing office on the right."""
    office = office_block(setter, head)
    addressed = setter.fit(f"{name}　{honorific}", _WIDTH, (16, 10), bold=True)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        below = sheet.column(LEFT, top, addressed)
        sheet.rule(LEFT, LEFT + _WIDTH, below - 3)
        office.draw(sheet, top, office.height)

    return Band(max(sum(line.height for line in addressed) + 6, office.height), draw, gap=10)


def letter_heading(setter: Typesetter, to: LetterName, head: Letterhead) -> Band:
    """Firm and person on the left, the office with its desk for personal data on the right."""
    office = office_block(setter, head, billing=False)
    manager = head.facts.privacy_manager
    desk = setter.fit(setter.say(_MANAGER, name=manager), _WIDTH, (9.5, 7.5)) if manager else ()
    firm = setter.fit(to.firm, _WIDTH, (12, 9)) if to.firm else ()
    name = setter.fit(f"{to.name or _BLANK}　{to.honorific}".strip(), _WIDTH, (16, 10), bold=True)
    addressed = (*firm, *name)
    issued = office.height + sum(line.height for line in desk)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        below = sheet.column(LEFT, top, addressed)
        sheet.rule(LEFT, LEFT + _WIDTH, below - 3)
        office.draw(sheet, top, office.height)
        sheet.column(_BESIDE, top - office.height, desk)

    return Band(max(sum(line.height for line in addressed) + 6, issued), draw, gap=10)
