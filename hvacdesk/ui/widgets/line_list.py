"""A short list whose lines say more than a table's row: a name, sentences, a chip, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hvacdesk.ui.dates import day_text
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.aim import Aim
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import Chip, ChipValue
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.text import label, rule

MOST_BESIDE = 2
"""So many buttons find room beside the words; more of them lie below."""


@dataclass(frozen=True)
class LineAction:
    """A button in a line.

    Attributes:
        text: its words.
        slot: called without arguments.
        about: the words with what they are about, for a screen reader.
    """

    text: str
    slot: Callable[[], object]
    about: str


@dataclass(frozen=True)
class Line:
    """One line.

    Attributes:
        notes: sentences under the name; the first ones are the more important.
        alarm: a sentence of something that is wrong, in the colour for that.
    """

    name: str
    notes: Sequence[str] = ()
    alarm: str = ""
    chip: ChipValue | None = None
    actions: Sequence[LineAction] = ()


class LineList(QWidget):
    """Lines under each other, parted by thin rules. All of them are shown: it is for a handful."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader says."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(10))
        self.lines: tuple[Line, ...] = ()
        self._aim = Aim(self, self._places)
        self._aim.watch(self)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the keyboard stays on the button it was on, or on the one that has its place.

        Left to itself it would go on to the next button, which may be one that removes something.
        """
        kept = self._focused()
        self._aim.rows_move()
        self.lines = tuple(lines)
        clear(self._column)
        for number, line in enumerate(self.lines):
            if number:
                self._column.addWidget(rule())
            made = self._widget(line)
            self._column.addWidget(made)
            if kept is not None and kept[0] == line.name:
                _focus_in(made, *kept[1:])

    def _places(self) -> Iterator[tuple[QRect, object]]:
        for one in self.findChildren(QPushButton):
            if one.isVisible():
                yield QRect(one.mapTo(self, QPoint(0, 0)), one.size()), one.accessibleName()

    def _focused(self) -> tuple[str, str, int] | None:
        """The line that has the keyboard, what its button says it is about, and which one that is."""
        focused: QWidget | None = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return None
        for line in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            buttons = line.findChildren(QPushButton)
            if focused in buttons:
                return line.accessibleName(), focused.accessibleName(), buttons.index(focused)
        return None

    def _widget(self, line: Line) -> QWidget:
        made = QWidget()
        made.setAccessibleName(line.name)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(label(day_text(line.name), "strong", wrap=True))
        if line.alarm:
            words.addWidget(label(day_text(line.alarm), tone="bad", wrap=True))
        for note in line.notes:
            words.addWidget(label(day_text(note), "muted", wrap=True))
        row.addLayout(words, 1)
        chips = [Chip(*line.chip)] if line.chip is not None else []
        acts = [button(action.text, action.slot, name=action.about) for action in line.actions]
        for act in acts:
            self._aim.watch(act)
        if len(acts) > MOST_BESIDE:
            words.addWidget(FlowRow([*chips, *acts]))
            return made
        for part in (*chips, *acts):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        return made


def _focus_in(line: QWidget, about: str, place: int) -> None:
    """Put the keyboard on the line's button with these words, or in this place, if it is shown."""
    buttons = line.findChildren(QPushButton)
    same = [one for one in buttons if one.accessibleName() == about] or buttons[place : place + 1]
    for one in same[:1]:
        line.show()
        one.setFocus()
