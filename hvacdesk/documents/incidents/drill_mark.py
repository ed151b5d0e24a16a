"""The mark that a paper of a drill carries, so that nobody takes it for a real one."""

from __future__ import annotations

from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.page import BODY, LEFT, Sheet
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.domain.incidents.leak_drills import DRILL
from hvacdesk.domain.text.wording import phrase

_MADE_UP = phrase("Documents", "Practice with made-up people. Nothing of it happened.")
_HEIGHT = 24.0


def drill_band(setter: Typesetter, *, drill: bool) -> list[Band]:
    """A strip for the top of a drill's paper; nothing for a real one."""
    if not drill:
        return []
    mark = PrintedLine(setter.clean(setter.say(DRILL)), 14, bold=True)
    words = setter.fit(setter.say(_MADE_UP), BODY * 0.7, (10, 7))[:1]

    def draw(sheet: Sheet, top: float, height: float) -> None:
        right = sheet.badge(LEFT, top, _HEIGHT - 4, mark)
        for line in words:
            sheet.middle(right + 12, top, _HEIGHT - 4, line)

    return [Band(_HEIGHT + 6, draw)]
