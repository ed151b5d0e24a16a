"""The works that the program ships, and their licences' texts."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from hvacdesk.services.office import licences
from hvacdesk.services.office.licences import Work
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog

WIDTH, HEIGHT = 680, 640


class LicencesDialog(Dialog):
    """A list, and below it the text of the line that is chosen."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__("", context.window, width=WIDTH)
        self.set_title(self.tr("Licences"))
        self.table = DataTable(self.tr("Works"))
        self.table.set_columns(
            [
                Column("name", self.tr("Work"), width=180, stretch=2),
                Column("version", self.tr("Version"), width=84),
                Column("licence", self.tr("Licence"), width=160, stretch=1),
            ]
        )
        self.table.keep_columns(context.columns, "licences")
        self.table.setMinimumHeight(theme.px(120))
        self.table.current_changed.connect(self._show_text)
        self.body.addWidget(self.table, 1)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Text of the licence"))
        self.text.setMinimumHeight(theme.px(120))
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(
            QPlainTextEdit.LineWrapMode.NoWrap
        )  # the texts come with lines of their own
        self.body.addWidget(self.text, 1)
        self.set_primary(self.tr("Close"))
        self.fit(WIDTH, HEIGHT)
        background.run(self, lambda _progress: licences.works(), self._show)

    def _show(self, works: tuple[Work, ...]) -> None:
        self.table.set_rows(works)
        self.table.select_first()

    def _show_text(self, work: object) -> None:
        if isinstance(work, Work):
            self.text.setPlainText("\n\n".join(filter(None, (work.note, work.text))))
