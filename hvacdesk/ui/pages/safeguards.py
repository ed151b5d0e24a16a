"""The safeguards page: an overview of its sections, and the one that is open."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.rooms import Room
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.pages.safeguard_sections import Group, SectionEntry, sections_for
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.page_room import FrontStack
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.section import Section
from hvacdesk.ui.widgets.task_list import TaskLine, TaskList

COLUMNS = ((Group.DEALINGS, Group.CHECKS), (Group.RECORDS,))
"""The groups that are shown beside each other; one under the other where there is less room."""

ROOM_FOR_BOTH = 760


class SafeguardsPage(Page):
    """Opens with the overview; *Back* leads there from each section, one step at a time.

    Attributes:
        lists: the overview's lines, by group.
    """

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._entries = {entry.name: entry for entry in sections_for(context.actor)}
        self._sections: dict[str, Section] = {}
        self._current = ""
        self._waiting: dict[str, int] = {}
        self.lists: dict[Group, TaskList] = {}
        self.back_button = button(self.tr("Back"), self.go_back, icon="arrow-left", tip="Alt+←")
        self.header.insertWidget(0, self.back_button)
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back)
        self._stack = FrontStack()
        self.body.addLayout(self._stack, 1)
        overview = self._overview()
        self._stack.addWidget(overview)
        self._reader = background.Reader(self)
        self._fresh = Freshness(overview, context.changes, frozenset(Room), self._read_waiting)
        self.set_title(self.tr("Safeguards"))
        self.back_button.hide()
        self._show_lines()

    @property
    def section(self) -> Section | None:
        """The section in front; None while the overview is."""
        return self._sections.get(self._current)

    def go_back(self) -> None:
        """One step back: within the section, and from its beginning to the overview."""
        if self.section is None or not self.section.step_back():
            self.show_overview()

    def go_to_top(self) -> None:
        """The overview."""
        while self.section is not None:
            self.go_back()

    def show_overview(self) -> None:
        """Go back to the list of the sections; the keyboard is on the one that was left."""
        left, self._current = self._current, ""
        self.set_title(self.tr("Safeguards"))
        self.back_button.hide()
        self._stack.setCurrentIndex(0)
        self._fresh.read()
        if left:
            self._focus(left)

    def show_section(self, name: str) -> None:
        """Bring a section to the front; what the roles do not show is not opened."""
        entry = self._entries.get(name)
        if entry is None:
            return
        if name not in self._sections:
            self._sections[name] = entry.build(self._context)
            self._stack.addWidget(self._sections[name])
        self._current = name
        self.set_title(self._context.words(entry.title))
        self.back_button.show()
        self._stack.setCurrentWidget(self._sections[name])
        self._sections[name].refresh()

    def refresh(self) -> None:
        if self.section is not None:
            self.section.refresh()
        else:
            self._fresh.read()

    def open(self, **arguments: object) -> None:
        """``section=NAME``, and what that section takes."""
        self.show_section(str(arguments.pop("section", "")))
        if self.section is not None and arguments:
            self.section.open(**arguments)

    def _overview(self) -> QWidget:
        content = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(theme.px(14))
        shown = {entry.group for entry in self._entries.values()}
        for groups in COLUMNS:
            cards = [self._card(group) for group in groups if group in shown]
            if cards:
                column = QVBoxLayout()
                column.setSpacing(theme.px(14))
                for card in cards:
                    column.addWidget(card)
                column.addStretch(1)
                self._columns.addLayout(column, 1)
        return ScrollColumn(content)

    def _card(self, group: Group) -> Card:
        heading = self._context.words(group.value)
        card = Card(heading)
        self.lists[group] = TaskList(heading)
        card.body.addWidget(self.lists[group])
        return card

    def _read_waiting(self) -> None:
        office, actor = self._context.office, self._context.actor
        entries = tuple(self._entries.values())
        self._reader.read(lambda: {entry.name: entry.waiting(office, actor) for entry in entries}).then(
            self._show_waiting
        )

    def _show_waiting(self, waiting: dict[str, int]) -> None:
        self._waiting = waiting
        self._show_lines()

    def _show_lines(self) -> None:
        for group, lines in self.lists.items():
            entries = (entry for entry in self._entries.values() if entry.group is group)
            lines.set_lines([self._line(entry) for entry in entries])

    def _line(self, entry: SectionEntry) -> TaskLine:
        words, count = self._context.words, self._waiting.get(entry.name, 0)
        return TaskLine(
            words(entry.title),
            lambda: self.show_section(entry.name),
            note=words(entry.about),
            chip=ChipValue(self.tr("%n waiting", "", count), Tone.WARN) if count else None,
        )

    def _focus(self, name: str) -> None:
        title = self._context.words(self._entries[name].title)
        for row in self.lists[self._entries[name].group].rows:
            if row.line.text == title:
                row.setFocus()

    # Qt's overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= theme.px(ROOM_FOR_BOTH)
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
