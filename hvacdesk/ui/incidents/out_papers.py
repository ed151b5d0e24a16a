"""The papers that somebody has now, to be ticked: what was stolen cannot be read off any more."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QPushButton, QWidget

from hvacdesk.domain.papers.paper_names import names_in
from hvacdesk.domain.papers.register import AWAY, PaperRow, RegisterQuery
from hvacdesk.services.papers.register import MOST_LISTED
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.wording.papers import what_it_is


class OutPapersDialog(Dialog):
    """The papers that are out, by who has them and the newest first.

    Attributes:
        list: an item for each, with a box to tick.
    """

    def __init__(
        self,
        ctx: DeskContext,
        papers: Sequence[PaperRow],
        chosen: Callable[[tuple[str, ...]], object],
        parent: QWidget,
    ) -> None:
        super().__init__(
            QCoreApplication.translate("OutPapersDialog", "Papers that are out"), parent, width=620
        )
        self._chosen = chosen
        self.add_text(
            self.tr("Tick what is gone. Each line says who had the paper and since when.")
            if papers
            else self.tr("No paper is out."),
            "muted",
        )
        if len(papers) >= MOST_LISTED:
            first = self.tr("The list holds the first {count}. Type the number of any other one.")
            self.add_text(first.format(count=f"{len(papers):,}"), "muted")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Papers that are out"))
        by_day = sorted(papers, key=lambda one: one.registered_on, reverse=True)
        for row in sorted(by_day, key=lambda one: one.holder):
            item = QListWidgetItem(_said(row, ctx))
            item.setData(Qt.ItemDataRole.UserRole, row.number)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.body.addWidget(self.list, 1)  # before it is shown: else it is a window of its own
        self.list.setVisible(bool(papers))
        self.set_primary(self.tr("Take over"), self._take)
        self.add_secondary(self.tr("Cancel"))
        self.fit(660, 520)

    @property
    def picked(self) -> tuple[str, ...]:
        """The numbers that are ticked."""
        items = (self.list.item(at) for at in range(self.list.count()))
        return tuple(
            str(one.data(Qt.ItemDataRole.UserRole))
            for one in items
            if one.checkState() is Qt.CheckState.Checked
        )

    def _take(self) -> None:
        picked = self.picked
        self.accept()
        self._chosen(picked)


def _said(row: PaperRow, ctx: DeskContext) -> str:
    parts = (row.holder or "–", day_text(row.registered_on), row.number, what_it_is(row, ctx.words))
    return "　".join(filter(None, (*parts, row.customer_number)))


def out_button(ctx: DeskContext, box: QPlainTextEdit, parent: QWidget) -> QPushButton:
    """The way to that list, which puts what is ticked into a box of papers; for keepers of the register."""

    def take(numbers: Sequence[str]) -> None:
        lines = names_in(box.toPlainText())
        box.setPlainText("\n".join(dict.fromkeys((*lines, *numbers))))

    def ask() -> None:
        query = RegisterQuery(states=AWAY, limit=MOST_LISTED)
        background.ask(parent, lambda: ctx.office.papers.rows(ctx.actor, query)).then(
            lambda rows: OutPapersDialog(ctx, rows, take, parent).open()
        )

    text = QCoreApplication.translate("OutPapersDialog", "Choose from the papers that are out…")
    return button(text, ask, kind="link", icon="search")
