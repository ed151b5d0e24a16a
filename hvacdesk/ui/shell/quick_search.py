"""Ctrl+K: one field for everything, its hits below it, Enter opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.office.help_pages import find_pages
from hvacdesk.domain.office.quick_search import FoundEverywhere
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.text.search_marks import SearchMarks
from hvacdesk.services.office.help_pages import help_pages
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.finder.search_dialog import SearchDialog
from hvacdesk.ui.language import language
from hvacdesk.ui.shell.destinations import find_destinations
from hvacdesk.ui.shell.quick_hits import FoundLine, QuickAnswer, Ways, hits
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.named_rows import names_its_customer

MOST_DESTINATIONS, MOST_HELPS = 8, 4


class QuickSearchDialog(SearchDialog):
    """Finds customers, jobs, papers, firms, destinations in the program and pages of the help.

    Before anything is typed it lists whom this person opened last.
    """

    def __init__(self, ctx: DeskContext, ways: Ways) -> None:
        translate = QCoreApplication.translate
        prompt = translate("QuickSearchDialog", "Customer, job or paper number, firm, page or task")
        table = DataTable(translate("QuickSearchDialog", "Found"))
        super().__init__(
            ctx, "", prompt, table, read=self._found, take=self._take, width=760, height=320, ask=self._ask
        )
        self.set_title(self.tr("Find anything"))
        self._ways = ways
        table.set_columns(
            (
                Column("kind", self.tr("Kind"), width=88, kind="muted"),
                Column("what", self.tr("Name"), width=150, stretch=3, kind="masked"),
                Column("more", self.tr("More"), width=200, stretch=5, kind="masked"),
            )
        )
        table.keep_columns(ctx.columns, "quick_search", names_its_customer)
        table.offer(tuple, opening=self.tr("Open"))
        self.begin(self.tr("Open"), self.tr("Close"))

    def _ask(self, text: str, _limit: int) -> QuickAnswer:
        """Look everywhere; on a worker thread."""
        ctx = self._ctx
        if not text.strip():
            may = ctx.actor.may(Permission.FIND_CUSTOMERS)
            rows = ctx.office.customers.rows_of(ctx.actor, ctx.recent.ids) if may else ()
            return QuickAnswer(FoundEverywhere(customers=rows))
        destinations = find_destinations(ctx.actor, text, MOST_DESTINATIONS)
        helps = find_pages(help_pages(language.code).values(), text)[:MOST_HELPS]
        return QuickAnswer(ctx.office.quick_search.find(ctx.actor, text), destinations, helps)

    def _found(self, text: str, answer: QuickAnswer) -> tuple[Sequence[object], SearchMarks]:
        rows = tuple(hits(self._ctx, text, answer, self._ways))
        refused = answer.found.refused
        if refused is not None:
            self.say(refused.in_full(self._ctx.words), warns=True)
        elif not text:
            self.say(self.tr("Customers you opened last") if rows else self.tr("Type what you look for."))
        else:
            self.say(self.tr("%n hit(s)", "", len(rows)) if rows else self.tr("Nothing found."))
        return rows, SearchMarks(text)

    def _take(self, row: object) -> None:
        if isinstance(row, FoundLine):
            self.accept()
            row.go()
