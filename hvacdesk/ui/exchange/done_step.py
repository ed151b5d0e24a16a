"""What was imported, what was left out, and what has to happen to the file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.exchange.importing import ImportReport
from hvacdesk.services.exchange.opened_lists import OpenedList
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.exchange.check_step import show_left_out
from hvacdesk.ui.outside_files import made_for, write_outside
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.file_choice import choose_new_file
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.warning_box import WarningBox


class DoneStep(QWidget):
    """The end of an import.

    Signals:
        earlier_wanted(): this import, or an earlier one, is to be looked at or undone.
    """

    earlier_wanted = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._table: OpenedList | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        self.sentence = label("", "strong", wrap=True)
        self.left_out = label("", wrap=True)
        self.save_button = button(self.tr("Save the rows that were left out"), self._save, icon="save")
        column.addWidget(self.sentence)
        column.addWidget(self.left_out)
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addWidget(
            button(self.tr("Undo this import"), self.earlier_wanted.emit, kind="link", icon="undo-2")
        )
        row.addStretch(1)
        column.addLayout(row)
        self.warning = WarningBox()
        self.columns = label("", wrap=True, tone="warn")
        self.warning.body.addWidget(self.columns)
        self.advice = label("", wrap=True, tone="warn")
        self.warning.body.addWidget(self.advice)
        column.addWidget(self.warning)
        column.addStretch(1)

    def show_report(self, report: ImportReport, table: OpenedList) -> None:
        """Say what was done with a list."""
        self._table = table
        done = self.tr("{count} customers were registered ({first} to {last}).")
        self.sentence.setText(
            done.format(count=f"{report.imported:,}", first=report.first_number, last=report.last_number)
        )
        count = report.left_out
        self.left_out.setText(
            self.tr("{count} rows were left out.").format(count=f"{count:,}") if count else ""
        )
        self.left_out.setVisible(count > 0)
        show_left_out(self.columns, report.columns, self._context)
        self.save_button.setVisible(count > 0)
        advice = self.tr(
            "The list “{name}” still holds all these customers in plain text. Delete it, "
            "and every copy of it on USB sticks and in e-mails, once you have checked the import."
        )
        self.advice.setText(advice.format(name=table.name))

    def _save(self) -> None:
        choose_new_file(
            self,
            self.tr("Save the rows that were left out"),
            self.tr("rows left out.csv"),
            "CSV (*.csv)",
            self._write,
        )

    def _write(self, path: str) -> None:
        context, table = self._context, self._table
        if table is None:
            return

        def work() -> None:
            made = made_for(
                Path(path),
                lambda: context.office.importing.left_out_csv(context.actor, table.key, context.words),
            )
            write_outside(context.office, context.actor, Path(path), made)

        text = self.tr("Saved. The file holds customers' data: delete it when you are done.")
        background.ask(self, work).then(lambda _nothing: context.notify(text))
