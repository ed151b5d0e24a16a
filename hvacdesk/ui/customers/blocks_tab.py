"""A tab of a customer that shows each of its records as a block, with a form for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hvacdesk.ui import background
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.record_tab import RecordTab
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.text import rule

Block = Callable[[QVBoxLayout], None]
"""Adds one record to the column."""

Add = tuple[str, Callable[[], object]]


class BlocksTab(RecordTab):
    """The records under each other, or that there are none, and how to add one."""

    def __init__(self) -> None:
        super().__init__()
        self._add: Add | None = None
        self._between = 0
        self._reader = background.Reader(self)
        self._stack = QStackedWidget()

    def _lay_out(self, name: str, nothing: tuple[str, str, str], add: Add | None, *, between: int) -> None:
        """Lay the tab out.

        Args:
            name: of the column, which takes the keyboard: who may change nothing may have nothing in it to
                step to.
            nothing: icon, title and text where there is no record.
            add: how it is called to add one, and what does it; None for who may not.
            between: pixels between the parts of the column.
        """
        self._add, self._between = add, between
        self._stack.addWidget(EmptyState(*nothing, add))
        self._scroll = ScrollColumn(name=name)
        self._stack.addWidget(self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _show_blocks(self, blocks: Iterable[Block]) -> None:
        """Show the records as they were read."""
        content = QWidget()
        content.setProperty("role", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(self._between))
        number = 0
        for number, add_block in enumerate(blocks, start=1):
            if number > 1:
                column.addWidget(rule())
            add_block(column)
        if self._add is not None:
            text, slot = self._add
            column.addWidget(button(text, slot, kind="link", icon="plus"), 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._scroll.setWidget(content)
        self._stack.setCurrentIndex(1 if number else 0)

    def _open_form(self, form: FormDialog) -> None:
        """Open a form of one record; what it saves is read again."""
        form.saved.connect(lambda _result: self._note_change())
        form.open()

    def _note_change(self) -> None:
        self.read()
        self.changed.emit()
