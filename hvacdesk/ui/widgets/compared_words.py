"""Words that two screens show, large enough to be compared from one PC to the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.text.romaji import reading_of
from hvacdesk.ui.language import language
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.spoken import speak_as
from hvacdesk.ui.widgets.text import label


class ComparedWords(Card):
    """The words, each with its number, to be read out one after the other.

    In a Japanese window kana come before the letters, which the other screen has in any language.
    """

    def __init__(self, compared: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.compared = tuple(compared)
        shown = [_shown(word) for word in self.compared]
        for number, word in enumerate(shown, 1):
            self.body.addWidget(label(f"{number}   {word}", "code"))
        self.setAccessibleName("  ".join(shown))
        speak_as(self, QAccessible.Role.StaticText)


def _shown(word: str) -> str:
    reading = reading_of(word) if language.code == "ja" else ""
    return f"{reading}  {word}" if reading else word
