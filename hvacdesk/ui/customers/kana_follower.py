"""Fills a name's kana while the name is typed: what was composed before it was converted is its reading."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent

from hvacdesk.domain.text.kana import katakana, reading_in
from hvacdesk.ui.widgets.part_edit import PartEdit


@dataclass(frozen=True)
class _Span:
    """Characters of the name that arrived together, and how they are read."""

    text: str
    kana: str


class KanaFollower(QObject):
    """Follows one field with another that is left alone once somebody typed something else into it.

    A stored reading, hidden or shown, counts as typed by somebody.
    """

    def __init__(self, name: PartEdit, kana: PartEdit) -> None:
        super().__init__(name)
        self._name, self._kana = name, kana
        self._text = name.text()
        self._spans = [_Span(self._text, "")]
        self._filled = ""
        self._reading = ""
        self._composing = False
        self._arriving = ""
        name.installEventFilter(self)
        name.textChanged.connect(self._follow)
        kana.editingFinished.connect(self._make_katakana)

    def _follow(self, text: str) -> None:
        """Note which characters came and went, and with which reading."""
        before, self._text = self._text, text
        start, old_end, new_end = _changed(before, text)
        came = text[start:new_end]
        kana = self._arriving or (reading_in(came) or "")
        self._arriving = ""
        self._spans = [
            *_cut(self._spans, 0, start),
            _Span(came, kana),
            *_cut(self._spans, old_end, len(before)),
        ]
        self._fill()

    def _fill(self) -> None:
        kana = "".join(span.kana for span in self._spans)
        theirs = self._kana.masked_stored or self._kana.text() not in ("", self._filled)
        if theirs or kana == self._filled:
            return
        self._filled = kana
        self._kana.setText(kana)

    def _make_katakana(self) -> None:
        typed = self._kana.text()
        if typed != katakana(typed):
            self._kana.setText(katakana(typed))

    def _hear(self, event: QInputMethodEvent) -> None:
        """The reading is what was composed last before it became kanji."""
        composed = event.preeditString()
        if event.commitString():
            self._arriving, self._reading = self._reading, ""
        elif composed and not self._composing:
            self._reading = ""
        self._composing = bool(composed)
        reading = reading_in(composed) if composed else None
        if reading is not None:
            self._reading = reading

    # Qt's overrides

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._hear(event)
        return False


def _changed(before: str, after: str) -> tuple[int, int, int]:
    """Where two texts differ: the first such character, and in each the end of what differs."""
    most = min(len(before), len(after))
    start = 0
    while start < most and before[start] == after[start]:
        start += 1
    same = 0
    while same < most - start and before[-1 - same] == after[-1 - same]:
        same += 1
    return start, len(before) - same, len(after) - same


def _cut(spans: list[_Span], start: int, end: int) -> list[_Span]:
    """The spans between two places of the text; of a span that is cut, only kana keep a known reading."""
    found, at = [], 0
    for span in spans:
        part = span.text[max(0, start - at) : max(0, end - at)]
        whole = len(part) == len(span.text)
        if part:
            found.append(_Span(part, span.kana if whole else reading_in(part) or ""))
        at += len(span.text)
    return found
