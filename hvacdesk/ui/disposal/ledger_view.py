"""The disposal ledger: what was destroyed, found by the customer number printed on the customer's copy."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.domain.disposal.disposal import BATCH_STATE_NAMES, LedgerLine
from hvacdesk.domain.retention.retention import legal_ground
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.disposal.answer_dialog import AnswerDialog
from hvacdesk.ui.disposal.restores_dialog import RestoresDialog
from hvacdesk.ui.disposal.wizard import TONES
from hvacdesk.ui.file_writing import write_private
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.file_choice import choose_new_file
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.search_box import SearchBox
from hvacdesk.ui.widgets.section import Section


class LedgerView(Section):
    """Answers "did you delete mine?" without holding a word of what was deleted."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        self.search = SearchBox(self.tr("Customer number or certificate number"))
        self.search.searched.connect(lambda _text: self.refresh())
        self.save_button = button(self.tr("Save as a file"), self.ask_file, icon="download")
        self.answer_button = button(self.tr("Answer to the customer…"), self.answer, icon="printer")
        self.answer_button.setToolTip(self.tr("What was erased, and what a law keeps until when"))
        self.restores_button = button(self.tr("Restores…"), self.show_restores, icon="history")
        self.restores_button.setToolTip(self.tr("What was destroyed again when a backup was restored"))
        acts = (self.save_button, self.answer_button, self.restores_button)
        column.addWidget(FlowRow((self.search, *acts), fills=self.search))
        card = Card()
        self.table = DataTable(self.tr("Disposal ledger"))
        self.table.set_columns(
            [
                Column("customer_number", self.tr("Number"), width=100, value=self._number),
                Column("destroyed_at", self.tr("Destroyed"), width=112, value=_day),
                Column("result", self.tr("Result"), width=120, kind="chip", value=self._result),
                Column(
                    "law",
                    self.tr("Rule"),
                    width=180,
                    stretch=1,
                    value=lambda line: legal_ground(line.law, context.words),
                ),
                Column(
                    "categories", self.tr("Values"), width=80, kind="number", value=_values, align="right"
                ),
                Column("proposed_by", self.tr("Proposed by"), width=96, optional=True),
                Column("approved_by", self.tr("Approved by"), width=96, optional=True),
                Column("witness", self.tr("Witness"), width=96, optional=True),
                Column("certificate", self.tr("Certificate"), width=120),
            ]
        )
        self.table.keep_columns(context.columns, "ledger")
        self.table.offer(lambda: (self.answer_button,))
        self.table.current_changed.connect(
            lambda line: self.answer_button.setEnabled(line is not None and bool(line.customer_number))
        )
        card.body.addWidget(self.table, 1)
        self._empty = EmptyState(
            "file-check",
            self.tr("Nothing in the ledger fits"),
            self.tr("Each destroyed customer stands here by number, with rule, day and certificate."),
        )
        card.body.addWidget(self._empty, 1)
        column.addWidget(card, 1)

    def refresh(self) -> None:
        """Read the ledger again for what is typed into the search field."""
        office, actor, text = self._context.office, self._context.actor, self.search.whole_text()
        background.run(self, lambda _progress: office.disposal.certificates.ledger(actor, text), self._show)

    def answer(self) -> None:
        """Ask for the name to print, which the ledger does not know, and show the answer."""
        line = self.table.current()
        if isinstance(line, LedgerLine):
            AnswerDialog(self._context, line.customer_number, self).open()

    def show_restores(self) -> None:
        """Show the certificates of restores."""
        context = self._context
        background.run(
            self,
            lambda _progress: context.office.restore_certificates.all(context.actor),
            lambda restores: RestoresDialog(context, restores, self).open(),
        )

    def ask_file(self) -> None:
        """Ask where the ledger shall be saved, as far as it is shown."""
        name = self.tr("disposal ledger {day}.csv").format(day=self._context.office.today().isoformat())
        choose_new_file(self, self.tr("Save the disposal ledger"), name, "CSV (*.csv)", self.save_to)

    def save_to(self, path: str) -> None:
        """Write the lines that are shown into a file."""
        context, text = self._context, self.search.whole_text()

        def work(_progress: object) -> None:
            content = context.office.disposal.certificates.ledger_file(context.actor, text, context.words)
            write_private(Path(path), content)
            context.office.disposal.certificates.ledger_saved(context.actor, text)

        background.run(
            self,
            work,
            lambda _nothing: context.notify(self.tr("The ledger was saved. It names no customer.")),
        )

    def _show(self, lines: tuple[LedgerLine, ...]) -> None:
        self.table.set_rows(lines)
        self.table.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        self.save_button.setEnabled(bool(lines))
        self.answer_button.setEnabled(self.table.current() is not None)

    def _number(self, line: LedgerLine) -> str:
        return line.customer_number or self.tr("Call note")

    def _result(self, line: LedgerLine) -> ChipValue:
        return ChipValue(self._context.words(BATCH_STATE_NAMES[line.result]), TONES[line.result])


def _day(line: LedgerLine) -> str:
    return f"{office_time(moment_of(line.destroyed_at)):%Y-%m-%d}"


def _values(line: LedgerLine) -> int:
    return sum(count for _, count in line.categories)
