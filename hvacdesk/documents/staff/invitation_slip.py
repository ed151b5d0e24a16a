"""The slip that a new person is handed: how to log in for the first time, with the one-time passphrase.

Anyone who holds it can log in as that person until they have done so. It says how it is destroyed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import Cell, paragraph, row, section
from hvacdesk.documents.kit.page import BODY, LEFT, Sheet
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.domain.roles import ROLE_ABOUT, ROLE_NAMES, Role, in_order
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("InvitationSlip", "Your first login")
_FOR = phrase("InvitationSlip", "For {name}")
_ONE_TIME = phrase("InvitationSlip", "One-time passphrase")
_HOW = phrase("InvitationSlip", "How to begin")
_STEPS = (
    phrase("InvitationSlip", "Start hvacdesk at the office PC and choose your name, {name}."),
    phrase("InvitationSlip", "Type the one-time passphrase as it stands above. It works once."),
    phrase("InvitationSlip", "Choose a passphrase of your own that nobody else knows. Do not write it here."),
    phrase("InvitationSlip", "Read the office's rules and confirm them."),
)
_MAY = phrase("InvitationSlip", "What you may do")
_EVERYWHERE = phrase(
    "InvitationSlip",
    "It is the same at every PC of the office that has hvacdesk: it depends on your role, not on the PC.",
)
_AFTER = phrase("InvitationSlip", "Afterwards")
_END = (
    phrase("InvitationSlip", "Put this slip into the shredder as soon as you have logged in."),
    phrase("InvitationSlip", "Show it to nobody, take no photograph of it, and send it to nobody."),
    phrase(
        "InvitationSlip",
        "Was it lost, or may somebody else have read it? Say so at once: the person responsible makes a "
        "new one.",
    ),
)
_FOOT = phrase("InvitationSlip", "{office}　to be shredded after the first login")
_LARGE = 15.0
"""Large, and still on one line, so that nobody wonders about a hyphen at its end."""


@dataclass(frozen=True)
class SlipFacts:
    """What is printed on a slip.

    Attributes:
        roles: the person's.
        one_time: the passphrase; never in a log or a message.
        made_on: ISO date.
    """

    office: str
    name: str
    roles: Sequence[Role]
    made_on: str
    one_time: str = field(repr=False)


def draw_invitation_slip(facts: SlipFacts, words: Words) -> bytes:
    """The slip as a PDF of one page."""
    sheet = Sheet(words, words(_TITLE), facts.made_on)
    setter = sheet.set
    say = setter.say
    bands: list[Band] = [
        *head(setter, say(_TITLE), [facts.office, say(_FOR, name=facts.name), facts.made_on]),
        section(setter, say(_ONE_TIME)),
        *row([Cell(LEFT + 8, setter.wrap(facts.one_time, BODY - 16, _LARGE, bold=True))], pad=10, rule=True),
        section(setter, say(_HOW)),
    ]
    for number, step in enumerate(_STEPS, 1):
        bands += paragraph(setter.wrap(f"{number}　{say(step, name=facts.name)}", BODY, 11), gap=4)
    bands.append(section(setter, say(_MAY)))
    for role in in_order(facts.roles):
        bands += paragraph(setter.wrap(f"{say(ROLE_NAMES[role])}　{say(ROLE_ABOUT[role])}", BODY, 10), gap=3)
    bands += paragraph(setter.wrap(say(_EVERYWHERE), BODY, 10), gap=3)
    bands.append(section(setter, say(_AFTER)))
    for line in _END:
        bands += paragraph(setter.wrap(f"・{say(line)}", BODY, 11), gap=4)
    return draw_single(sheet, bands, say(_FOOT, office=facts.office))
