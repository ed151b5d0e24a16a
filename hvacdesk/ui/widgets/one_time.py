"""Words that open something once: shown one single time, large enough to copy by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from hvacdesk.domain.text.romaji import reading_of
from hvacdesk.ui.language import language
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.work_dialog import WorkDialog


def ask_before_it_is_gone(parent: QWidget, leave: Callable[[], object]) -> None:
    """Ask one who closes what is shown only now without saying that it was noted; ``leave`` closes it."""
    question = Dialog(
        QCoreApplication.translate("OneTimeDialog", "Close it without having noted it?"), parent
    )
    question.add_text(
        QCoreApplication.translate(
            "OneTimeDialog", "It is shown only now. Once this is closed, nobody can see it again."
        )
    )

    def close() -> None:
        question.accept()
        leave()

    question.set_primary(QCoreApplication.translate("OneTimeDialog", "Show it again"))
    question.add_secondary(QCoreApplication.translate("OneTimeDialog", "Close all the same"), close)
    question.open()


def _reading(words: str) -> str:
    """The words in kana, where the window is Japanese and they are such words; they are typed in letters."""
    if language.code != "ja":
        return ""
    parts = [(part, reading_of(part)) for part in re.split(r"[\s-]+", words)]
    if not any(kana for _part, kana in parts) or any(not (kana or part.isdigit()) for part, kana in parts):
        return ""
    return "　".join(kana or part for part, kana in parts)


class OneTimeDialog(WorkDialog):
    """Asks for what the words are made for, then shows them. Closed, it holds them no longer.

    Its button says that they were handed over; every other way to close it asks first.

    Attributes:
        one_time: the words that are shown; empty before and afterwards.
    """

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = 480) -> None:
        super().__init__(title, parent, width=width)
        self.one_time = ""
        self._shown: QLabel | None = None
        self._reading: QLabel | None = None

    def show_once(
        self,
        title: str,
        sentence: str,
        words: str,
        steps: Sequence[str] = (),
        slip: Callable[[str], object] | None = None,
    ) -> None:
        """Show the words.

        Args:
            sentence: to whom they are handed, and that this is the only time.
            steps: what is to be done with them, one after the other.
            slip: prints them on a paper to hand over.
        """
        self.one_time = words
        self.turn_to(title, self.tr("I have handed it over"))
        self.add_text(sentence)
        ground = Card()
        self._shown = label(words, "code", wrap=True)
        self._shown.setAccessibleName(words)
        ground.body.addWidget(self._shown)
        if reading := _reading(words):
            self._reading = label(self.tr("Reads: {reading}").format(reading=reading), "muted", wrap=True)
            ground.body.addWidget(self._reading)
        self.body.addWidget(ground)
        for number, step in enumerate(steps, 1):
            self.add_text(f"{number}   {step}")
        if slip is not None:
            print_slip = self.add_secondary(self.tr("Print a slip…"), lambda: slip(self.one_time))
            print_slip.setToolTip(
                self.tr("A paper to hand over. It is to be shredded after the first login.")
            )

    # Qt's overrides

    def reject(self) -> None:
        if self.one_time and not self.working:
            ask_before_it_is_gone(self, super().reject)
        else:
            super().reject()

    def done(self, result: int) -> None:
        super().done(result)
        self.one_time = ""
        for part in (self._shown, self._reading):
            if part is not None:
                part.setText("")
                part.setAccessibleName("")
