"""Which columns a person wants to see in each table, in which order, how wide, sorted by which.

Remembered per person in the settings inside the database. Only the names of columns and numbers are stored,
never anything that a table shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.papers.printed_lists import PrintedList
from hvacdesk.domain.roles import Actor
from hvacdesk.ui import background
from hvacdesk.ui.widgets.table_choice import TableChoice

if TYPE_CHECKING:
    from hvacdesk.services.open_office import Office

KEY = "columns"
SAVE_AFTER_MS = 400
"""Dragging a column's edge is many changes; the last one counts."""


class ColumnChoices(QObject):
    """The choices of one logged-in person for every table.

    Args:
        window: owns the saving; nothing is saved without it.

    Signals:
        print_wanted(listing): a list is to be printed as its columns show it.
    """

    print_wanted = Signal(object)

    def __init__(self, office: Office, actor: Actor, window: QWidget) -> None:
        super().__init__(window)
        self._office = office
        self._actor = actor
        self._window = window
        stored = office.settings.personal(actor, KEY)
        self._stored: dict[str, Any] = dict(stored) if isinstance(stored, Mapping) else {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SAVE_AFTER_MS)
        self._soon.timeout.connect(self._save)

    def of(self, table: str) -> TableChoice:
        """What was chosen for a table."""
        return TableChoice.read(self._stored.get(table))

    def keep(self, table: str, choice: TableChoice) -> None:
        """Remember a table's choice."""
        if choice == TableChoice():
            self._stored.pop(table, None)
        else:
            self._stored[table] = choice.plain()
        self._soon.start()

    def print_list(self, listing: PrintedList) -> None:
        """Let a list be printed."""
        self.print_wanted.emit(listing)

    def save_now(self) -> None:
        """Save what is not saved yet, before the person leaves."""
        if self._soon.isActive():
            self._soon.stop()
            self._office.settings.set_personal(self._actor, KEY, dict(self._stored))

    def stop(self) -> None:
        """Save nothing any more: the office is about to be closed."""
        self._soon.stop()

    def _save(self) -> None:
        office, actor, stored = self._office, self._actor, dict(self._stored)
        background.ask(self._window, lambda: office.settings.set_personal(actor, KEY, stored)).begin()
