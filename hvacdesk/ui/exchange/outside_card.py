"""The home page's reminder of customer lists that still lie outside the program."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.outside_lists import OutsideListFacts
from hvacdesk.domain.roles import Permission
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.exchange.outside_dialog import ListDestroyedDialog, list_sentence
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.text import label


class OutsideListsCard(Card):
    """Hidden while there is none, and from those whose role does not change customers.

    Attributes:
        shown: the lists that are out.

    Signals:
        appeared(): the card has something to say, or no longer.
    """

    appeared = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self._context = context
        self.shown: tuple[OutsideListFacts, ...] = ()
        self.heading.setText(self.tr("Customer lists outside"))
        self.setAccessibleName(self.tr("Customer lists outside"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(8))
        self.body.addLayout(self._rows)
        self.hide()

    def refresh(self) -> None:
        """Read the register again."""
        context = self._context
        if context.actor.may(Permission.EDIT_CUSTOMERS):
            background.run(
                self, lambda _progress: context.office.outside_lists.out(context.actor), self._show
            )

    def _show(self, found: tuple[OutsideListFacts, ...]) -> None:
        self.shown = found
        clear(self._rows)
        for one in found:
            self._rows.addWidget(self._line(one))
        self.setVisible(bool(found))
        self.appeared.emit()

    def _line(self, one: OutsideListFacts) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(label(list_sentence(self._context, one), "muted", wrap=True))
        go = button(self.tr("Confirm that it is destroyed"), lambda: self.confirm(one), kind="link")
        column.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        return line

    def confirm(self, one: OutsideListFacts) -> None:
        """Ask how the list was destroyed."""
        ListDestroyedDialog(self._context, one, self.refresh).open()
