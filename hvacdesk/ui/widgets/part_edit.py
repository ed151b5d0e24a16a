"""A line of a form that may stand for a hidden value: typing replaces it, changing part needs a reveal."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QMimeData, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hvacdesk.domain.masked import Masked
from hvacdesk.ui.clipboard import CopyGuard, clipboard
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.end_button import EndButtonLine
from hvacdesk.ui.widgets.text import line_pitch

K = TypeVar("K")
Reveal = Callable[[Callable[[str], None]], None]
"""Fetches the stored value and calls back with it."""

NOTHING = Masked("")
LONGEST = 5000
REVEAL_KEY = Qt.Key.Key_F6


class _Part:
    """What is known about the stored value. ``_before`` is None while it is hidden and was not revealed."""

    stored_shown: SignalInstance
    text: Callable[[], str]
    setText: Callable[..., None]
    free_text = False
    """Whether it holds what somebody wrote, of which nobody means to lose a word by adding another."""
    joint = " "
    """What is put between the stored text and what is added to it."""
    _before: str | None
    _initial: Masked
    _reveal: Reveal | None

    def changed(self) -> str | None:
        """The text to save, or None where the stored one stays."""
        now = self.text().strip()
        if self._before is None:
            return now or None
        return None if now == self._before else now

    @property
    def left_empty(self) -> bool:
        """Whether nothing is typed, and nothing stored is hidden behind that."""
        return self._before is not None and not self.text().strip()

    def reveal(self) -> None:
        """Show the stored value so that part of it can be changed; the look is logged."""
        if self.revealable and self._reveal is not None:
            self._reveal(self.show_stored)

    def reveal_to_change(self) -> None:
        """As :meth:`reveal`, for the person at the field: what was typed into a free text follows it."""
        if self.revealable and self._reveal is not None:
            self._reveal(self._show_joined if self.free_text else self.show_stored)

    def _show_joined(self, text: str) -> None:
        typed = self.text()
        self.show_stored(text)
        if text and typed:
            self.setText(f"{text}{self.joint}{typed}")

    @property
    def replaces_hidden(self) -> bool:
        """Whether what was typed into a free text takes the place of one that nobody looked at."""
        return self.free_text and self.masked_stored and bool(self.text().strip())

    def show_stored(self, text: str) -> None:
        """Put the revealed value into the field; what was typed over it meanwhile stays."""
        self._before = text
        if not self.text():
            self.setText(text)
        self.stored_shown.emit(text)

    @property
    def masked_stored(self) -> bool:
        """Whether a stored value is hidden still, even where something was typed over it."""
        return self._before is None

    @property
    def stored(self) -> str | None:
        """The stored value; None while it is hidden."""
        return self._before

    @property
    def revealable(self) -> bool:
        """Whether :meth:`reveal` can show what is hidden still."""
        return self.masked_stored and self._initial.revealable and self._reveal is not None

    def _start(self, initial: Masked, reveal: Reveal | None) -> None:
        self._initial = initial
        self._before = None if initial.hidden else initial.text
        self._reveal = reveal


class PartEdit(_Part, EndButtonLine):
    """One line. :meth:`changed` gives the new text, or None where the stored one stays.

    Attributes:
        free_text: set for a line that holds words, not a name or a number.

    Signals:
        edited(): the person typed something.
        stored_shown(text): the stored value is known by now.
    """

    edited = Signal()
    stored_shown = Signal(str)

    def __init__(
        self, initial: Masked = NOTHING, reveal: Reveal | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._start(initial, reveal)
        self.setMaxLength(LONGEST)
        CopyGuard(self)
        if initial.hidden:
            self.setPlaceholderText(initial.text)
            if initial.revealable and reveal is not None:
                self.add_end_button("eye", self.tr("Show the stored value (F6)"), self.reveal_to_change)
        else:
            self.setText(initial.text)
            self.setCursorPosition(0)
        self.textEdited.connect(lambda _text: self.edited.emit())

    @property
    def masked(self) -> bool:
        """Whether the stored value is hidden still and nothing was typed over it."""
        return self._before is None and not self.text()

    def show_stored(self, text: str) -> None:
        """As for every part; nothing is left to show then, so the button is hidden."""
        kept = bool(self.text())
        super().show_stored(text)
        if not kept:
            self.edited.emit()
        if self.end_button is not None:
            self.end_button.hide()

    # Qt's overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == REVEAL_KEY:
            self.reveal_to_change()
            return
        super().keyPressEvent(event)


def part_of(
    value: Masked, reveal: Callable[[K, Callable[[str], None]], None] | None, which: K | None
) -> PartEdit:
    """A line for one of several values of a record.

    Args:
        reveal: fetches any of them, named by ``which``; None where none can be shown.
        which: None for a value that is not stored yet.
    """
    if reveal is None or which is None:
        return PartEdit(value)
    return PartEdit(value, partial(reveal, which))


class PartText(_Part, QPlainTextEdit):
    """Several lines, with the same rules as :class:`PartEdit`."""

    edited = Signal()
    stored_shown = Signal(str)
    free_text = True
    joint = "\n"

    def __init__(
        self, initial: Masked = NOTHING, reveal: Reveal | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._start(initial, reveal)
        self.setTabChangesFocus(True)
        self.setFixedHeight(line_pitch(self.fontMetrics()) * 3 + theme.px(22))
        if initial.hidden:
            text = self.tr("{mask}  (F6 shows the stored text)") if initial.revealable else "{mask}"
            self.setPlaceholderText(text.format(mask=initial.text))
        else:
            self.setPlainText(initial.text)
        self.textChanged.connect(self.edited)

    def text(self) -> str:
        """The field's content."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Replace the field's content."""
        self.setPlainText(text)

    # Qt's overrides

    def createMimeDataFromSelection(self) -> QMimeData:
        return clipboard.marked(self.textCursor().selectedText().replace("\u2029", "\n"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == REVEAL_KEY:
            self.reveal_to_change()
            return
        super().keyPressEvent(event)
