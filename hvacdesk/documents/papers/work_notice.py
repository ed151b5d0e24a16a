"""What the customer's copy 工事のご案内 says first: that we come, and whom to call if the day does not suit.

It informs the customer and orders nothing: what is to be filled in on site is on the technician's copy.
"""

from __future__ import annotations

from dataclasses import replace

from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import pairs, paragraph
from hvacdesk.documents.kit.page import BODY
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.papers.work_orders import WorkOrderView
from hvacdesk.domain.text.wording import phrase

_DATED = phrase(
    "Work notice",
    "Thank you for your order. We will come for the work below. If the day no longer suits you, please call "
    "us.",
)
_UNDATED = phrase(
    "Work notice",
    "Thank you for your order. We will do the work below, and let you know its day once it is fixed.",
)
_CALL = phrase("Work notice", "Your contact")


def notice_bands(setter: Typesetter, view: WorkOrderView, head: Letterhead) -> list[Band]:
    """The greeting above the appointment, and the office's number."""
    greeting = setter.say(_DATED if view.on else _UNDATED)
    who = "　".join(filter(None, (head.facts.name, head.facts.phone)))
    contact = pairs(setter, [(setter.say(_CALL), who)], size=11)
    aired = [replace(band, height=band.height + 8) for band in contact[-1:]]
    return [*paragraph(setter.wrap(greeting, BODY, 11), gap=4), *contact[:-1], *aired]
