"""What the tabs of an incident share. The view that holds them reads the incident again after each change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.incidents.incidents import IncidentDetail
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.printing.showing import draw_pages
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.data_table import DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.list_pane import ListPane
from hvacdesk.ui.widgets.scroll_column import ScrollColumn


class IncidentTab(QWidget):
    """Base class of the tabs."""

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.incident: IncidentDetail | None = None
        self._lists: list[DataTable] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(14))

    def show_incident(self, incident: IncidentDetail) -> None:
        """Show what is known now."""
        if self.incident is None or self.incident.incident != incident.incident:
            for table in self._lists:
                table.forget_choice()
        self.incident = incident
        self.fill(incident)

    def fill(self, incident: IncidentDetail) -> None:
        """Put the incident into the tab's parts."""

    def add_list(self, table: DataTable, empty: Callable[[], EmptyState]) -> ListPane:
        """Give a list its place."""
        self._lists.append(table)
        card, pane = Card(), ListPane(table, empty)
        card.body.addWidget(pane, 1)
        self.column.addWidget(card, 1)
        return pane

    @property
    def writable(self) -> bool:
        """Whether there is an incident that can be changed."""
        return self.incident is not None and not self.incident.closed

    def preview(self, draw: Callable[[], bytes], title: str, note: Callable[[], object]) -> None:
        """Show a paper, and print it from there; ``note`` writes into the log that it was printed."""
        draw_pages(self, self.ctx, draw, title, note=note)

    def scrolled(self) -> QVBoxLayout:
        """A column that scrolls, as the tab's whole content."""
        place = QWidget()
        place.setProperty("role", "clear")
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(14))
        self.column.addWidget(ScrollColumn(place))
        return column


def paper_title(number: str, paper: str) -> str:
    """What a preview and the printer's queue call a paper of an incident."""
    return QCoreApplication.translate("Leaks", "{paper}, incident {number}").format(
        paper=paper, number=number
    )
