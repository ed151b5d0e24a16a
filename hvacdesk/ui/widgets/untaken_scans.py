"""What a scanner types while a question is open: it answers nothing, and it is said that it was not taken."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.keyboard import ENTERS
from hvacdesk.ui.widgets.notice import Notice
from hvacdesk.ui.widgets.scan_field import ScanField, is_typing
from hvacdesk.ui.widgets.text import label

_TOLD_SECONDS = 3_600
"""It is true as long as the question is open."""


class UntakenScans(QWidget):
    """Names under a scanner's line the codes that came while a question of its was open.

    A scanner looks at no screen: its Enter would press the answer that has the keyboard. Nothing of it is put
    into the line by itself, where it would join what was typed there; the paper is at hand and is scanned
    again, which takes its code away here.

    Attributes:
        codes: what was not taken and has not been scanned again.
    """

    def __init__(self, line: ScanField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self.codes: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._said = label("", "strong", wrap=True, tone="warn")
        column.addWidget(self._said)
        self.hide()

    def watch(self, question: Dialog) -> None:
        """Look after a question; once it is closed, the next scan replaces what is in the line."""
        heard = _ScansHeard(question)
        question.finished.connect(lambda _result: self._end(heard.all()))

    def scanned_again(self, code: str) -> None:
        """One of them came again, and is taken now."""
        self._show([one for one in self.codes if one != code])

    def forget(self) -> None:
        """Nobody who comes back later asks about them."""
        self._show([])

    def _end(self, codes: list[str]) -> None:
        self._line.selectAll()
        self._show(list(dict.fromkeys((*self.codes, *codes))))

    def _show(self, codes: list[str]) -> None:
        self.codes = codes
        said = self.tr("Not registered, because a question was open: {codes}. Scan it again.")
        self._said.setText(said.format(codes="・".join(codes)) if codes else "")
        self.setVisible(bool(codes))


class _ScansHeard(QObject):
    """Takes the characters and the Enter of a scanner out of a question."""

    def __init__(self, question: Dialog) -> None:
        super().__init__(question)
        self._question = question
        self._codes: list[str] = []
        self._begun = ""
        for part in (question, *question.findChildren(QWidget)):
            part.installEventFilter(self)

    def all(self) -> list[str]:
        """What came, and of what was broken off its beginning."""
        return [*self._codes, self._begun] if self._begun else self._codes

    def _end_code(self) -> None:
        self._codes.append(self._begun)
        self._begun = ""
        said = self.tr("{codes}: not registered. Answer this first, then scan it again.")
        Notice(self._question.notices, said.format(codes="・".join(self._codes)), seconds=_TOLD_SECONDS)

    # Qt's overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if is_typing(event):
                self._begun += event.text().strip()
                return True
            if self._begun and event.key() in ENTERS:
                self._end_code()
                return True
        return super().eventFilter(watched, event)
