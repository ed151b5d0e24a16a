"""Words that open something once: shown one single time, large enough to copy by hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.work_dialog import WorkDialog


class OneTimeDialog(WorkDialog):
    """Asks for what the words are made for, then shows them.

    Attributes:
        one_time: the words that are shown; empty before.
    """

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = 480) -> None:
        super().__init__(title, parent, width=width)
        self.one_time = ""

    def show_once(self, title: str, sentence: str, words: str, steps: Sequence[str] = ()) -> None:
        """Show the words.

        Args:
            sentence: to whom they are handed, and that this is the only time.
            steps: what is to be done with them, one after the other.
        """
        self.one_time = words
        self.turn_to(title, self.tr("I have handed it over"))
        self.add_text(sentence)
        ground = Card()
        shown = label(words, "code", wrap=True)
        shown.setAccessibleName(words)
        ground.body.addWidget(shown)
        self.body.addWidget(ground)
        for number, step in enumerate(steps, 1):
            self.add_text(f"{number}   {step}")
