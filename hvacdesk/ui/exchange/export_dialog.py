"""Exporting customers: why and how much, then a file under a password that is shown once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox

from hvacdesk.domain.exchange.exporting import (
    EXPORT_EXTENT_NAMES,
    EXPORT_FORM_NAMES,
    EXPORT_REASON_NAMES,
    Exported,
    ExportExtent,
    ExportForm,
    ExportReason,
)
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.outside_files import made_for, write_outside
from hvacdesk.ui.widgets.file_choice import choose_new_file
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.one_time import OneTimeDialog

ENDINGS = {ExportForm.WORKBOOK: (".xlsx", "Excel (*.xlsx)"), ExportForm.ARCHIVE: (".zip", "ZIP (*.zip)")}
"""How a file of each kind is called, and how the dialog of the desktop names that kind."""


class ExportDialog(OneTimeDialog):
    """Asks for reason and extent; the log has the entry before the file is written."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__("", context.window)
        self.set_title(self.tr("Export customers"))
        self._context = context
        self.add_text(
            self.tr(
                "All customers with their contacts, cautions, sites, units and jobs go into a file under a "
                "password. The log keeps who exported, why and how much. Whoever gets the file needs the "
                "password from you, not by the same mail."
            ),
            "muted",
        )
        self.form = Form()
        self.reason = self.form.add("reason", self.tr("Reason"), QComboBox(), required=True)
        self.reason.addItem("", None)
        for reason, name in EXPORT_REASON_NAMES.items():
            self.reason.addItem(context.words(name), reason.value)
        self.extent = self.form.add("extent", self.tr("Extent"), QComboBox())
        for extent, name in EXPORT_EXTENT_NAMES.items():
            self.extent.addItem(context.words(name), extent.value)
        self.kind = self.form.add("form", self.tr("Kind of file"), QComboBox())
        for kind, name in EXPORT_FORM_NAMES.items():
            self.kind.addItem(context.words(name), kind.value)
        self.body.addWidget(self.form)
        self.export_button = self.set_primary(self.tr("Choose where to save it"), self._choose)
        self.add_secondary(self.tr("Cancel"))

    def export_to(self, path: str) -> None:
        """Make the file and write it."""
        context = self._context
        reason, extent = ExportReason(self.reason.currentData()), ExportExtent(self.extent.currentData())
        kind = ExportForm(self.kind.currentData())

        def work(progress: background.Progress) -> Exported:
            made = made_for(
                Path(path),
                lambda: context.office.exporting.export(
                    context.actor, reason, extent, context.words, progress, lambda: progress.cancelled, kind
                ),
            )
            write_outside(context.office, context.actor, Path(path), made)
            return made

        self.ask_with_progress(self.tr("Writing the file"), work).then(lambda made: self._show(path, made))

    def _choose(self) -> None:
        if self.reason.currentData() is None:
            self.form.set_error("reason", self.tr("Choose why the list is needed."))
            return
        self.form.clear_errors()
        name = self.tr("customers {day}").format(day=self._context.today().isoformat())
        ending, files = ENDINGS[ExportForm(self.kind.currentData())]
        choose_new_file(self, self.tr("Export customers"), name + ending, files, self.export_to)

    def _show(self, path: str, made: Exported) -> None:
        sentence = self.tr(
            "{count} customers are in “{name}”. This password is shown only now and is stored nowhere. "
            "Delete the file when it is no longer needed."
        )
        self.show_once(
            self.tr("The file's password"),
            sentence.format(count=f"{made.customers:,}", name=Path(path).name),
            made.password,
        )
