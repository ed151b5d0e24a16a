"""Today's page reminds of customer lists that still lie outside the program."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.exchange.outside_lists import REMINDED, OutsideListFacts
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.exchange.outside_dialog import (
    ListDestroyedDialog,
    file_sentence,
    list_sentence,
    where_sentence,
)
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.task_list import TaskLine, TaskList


class OutsideListsCard(Card):
    """Hidden while there is none, and from those who are not reminded of any.

    Attributes:
        shown: the lists that are out.

    Signals:
        appeared(): the card has something to say, or no longer.
    """

    appeared = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self._context = context
        self._reader = background.Reader(self)
        self.shown: tuple[OutsideListFacts, ...] = ()
        self.heading.setText(self.tr("Files outside the program"))
        self.setAccessibleName(self.tr("Files outside the program"))
        self.rows = TaskList(self.tr("Files outside the program"))
        self.body.addWidget(self.rows)
        self.hide()
        seen = self if parent is None else parent  # the card itself is hidden while there is nothing
        self._fresh = Freshness(
            seen, context.changes, frozenset({Room.EXCHANGE, Room.STAFF}), self._read, ages=False
        )

    def refresh(self) -> None:
        """Read the register again."""
        self._fresh.read()

    def _read(self) -> None:
        context = self._context
        if any(map(context.actor.may, REMINDED)):
            self._reader.read(lambda: context.office.outside_lists.out(context.actor)).then(self._show)

    def _show(self, found: tuple[OutsideListFacts, ...]) -> None:
        self.shown = found
        self.rows.set_lines([self._line(one) for one in found])
        self.setVisible(bool(found))
        self.appeared.emit()

    def _line(self, one: OutsideListFacts) -> TaskLine:
        todo = (
            self.tr("Handed over, or deleted? Say what became of it.")
            if one.kind.for_customer
            else self.tr("Delete it, then confirm it here.")
        )
        where = in_a_row(where_sentence(self._context, one), file_sentence(one))
        note = self.tr("{where} {todo}").format(where=where, todo=todo)
        sentence = list_sentence(self._context, one)
        return TaskLine(sentence, lambda: self.confirm(one), note=note, record=one.list)

    def confirm(self, one: OutsideListFacts) -> None:
        """Ask how the list was destroyed."""
        ListDestroyedDialog(self._context, one, self.refresh).open()
