"""Ctrl+K: one field for everything, its hits below it, Enter opens."""

from __future__ import annotations

from PySide6.QtCore import Qt

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.help_pages import find_pages
from hvacdesk.domain.quick_search import FoundEverywhere
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.search_marks import SearchMarks
from hvacdesk.services.help_pages import help_pages
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.customers.live_search import LiveSearch
from hvacdesk.ui.language import language
from hvacdesk.ui.quick_search.hits import Answer, Hit, Ways, hits
from hvacdesk.ui.quick_search.places import find_places
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.search_box import SearchBox
from hvacdesk.ui.widgets.text import label, restyle

MOST_PLACES, MOST_HELPS = 8, 4


class QuickSearchDialog(Dialog):
    """Finds customers, jobs, papers, firms, places of the program and pages of the help.

    Before anything is typed it lists whom this person opened last.
    """

    def __init__(self, ctx: DeskContext, ways: Ways) -> None:
        super().__init__("", ctx.window, width=760)
        self.set_title(self.tr("Find anything"))
        self._ctx, self._ways = ctx, ways
        self._take_best = False
        self._live = LiveSearch(ctx, self, lambda: 0, 0, self._ask)
        self._live.answered.connect(self._show)
        self._live.failed.connect(self._fail)
        self.search = SearchBox(self.tr("Customer, job or paper number, firm, page or task"), at_once=True)
        self.search.searched.connect(self._live.search)
        self.search.left_down.connect(self._enter_list)
        self.search.returnPressed.connect(self._take_first)
        self.body.addWidget(self.search)
        self.said = label("", "muted", wrap=True)
        self.body.addWidget(self.said)
        self.table = DataTable(self.tr("Found"))
        self.table.set_columns(
            (
                Column("kind", self.tr("Kind"), width=88, kind="muted"),
                Column("what", self.tr("Name"), width=150, stretch=3, kind="masked"),
                Column("more", self.tr("More"), width=200, stretch=5, kind="masked"),
            )
        )
        self.table.keep_columns(ctx.columns, "quick_search")
        self.table.setMinimumHeight(theme.px(320))
        self.table.activated_row.connect(self._take)
        self.table.current_changed.connect(self._arm)
        self.body.addWidget(self.table, 1)
        self.set_primary(self.tr("Open"), lambda: self._take(self.table.current()))
        self._arm(None)
        self.add_secondary(self.tr("Close"))
        self.search.setFocus()
        self._live.search("")

    def _ask(self, text: str, _limit: int) -> Answer:
        """Look everywhere; on a worker thread."""
        ctx = self._ctx
        if not text.strip():
            may = ctx.actor.may(Permission.FIND_CUSTOMERS)
            rows = ctx.office.customers.rows_of(ctx.actor, ctx.recent.ids) if may else ()
            return Answer(FoundEverywhere(customers=rows))
        places = find_places(ctx.actor, text, MOST_PLACES)
        helps = find_pages(help_pages(language.code).values(), text)[:MOST_HELPS]
        return Answer(ctx.office.quick_search.find(ctx.actor, text), places, helps)

    def _arm(self, row: object) -> None:
        """Enter belongs to the search field and the list, so no button is the default one."""
        if self.primary is not None:
            self.primary.setDefault(False)
            self.primary.setEnabled(row is not None)

    def _show(self, text: str, answer: Answer) -> None:
        rows = tuple(hits(self._ctx, text, answer, self._ways))
        self.table.set_marks(SearchMarks(text).of if text else None)
        self.table.set_rows(rows)
        if rows and text:
            self.table.selectRow(0)
        refused = answer.found.refused
        if refused is not None:
            self._say(" ".join(refused.sentences(self._ctx.words)), warns=True)
        elif not text:
            self._say(self.tr("Customers you opened last") if rows else self.tr("Type what you look for."))
        else:
            self._say(self.tr("%n hit(s)", "", len(rows)) if rows else self.tr("Nothing found."))
        if self._take_best:
            self._take_first()

    def _fail(self, _text: str, error: UserFacingError) -> None:
        self.table.set_rows(())
        self._say(" ".join(error.sentences(self._ctx.words)), warns=True)

    def _say(self, text: str, *, warns: bool = False) -> None:
        self.said.setText(text)
        self.said.setProperty("tone", "warn" if warns else "")
        restyle(self.said)

    def _enter_list(self) -> None:
        if self.table.current() is None:
            self.table.select_first()
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_first(self) -> None:
        """Take the chosen hit, as soon as what was typed last is answered."""
        self._take_best = not self._live.settled
        if self._take_best:
            return
        if self.table.current() is None:
            self._enter_list()
        else:
            self._take(self.table.current())

    def _take(self, row: object) -> None:
        if isinstance(row, Hit):
            self.accept()
            row.go()
