"""What the program is, whether this computer serves it, and on whose work it is built."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from hvacdesk import __version__
from hvacdesk.domain.office.self_check import Finding
from hvacdesk.domain.office.updates import SUFFIX
from hvacdesk.services.office import first_run, licences, self_check
from hvacdesk.services.office.licences import Work
from hvacdesk.ui import background, input_method
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.office.first_run_dialog import FirstRunDialog
from hvacdesk.ui.office.self_check_dialog import SelfCheckDialog
from hvacdesk.ui.office.update_dialog import UpdateDialog
from hvacdesk.ui.printing.printers import known_printers
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.file_choice import choose_file
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.text import label


class AboutTab(QWidget):
    """Version and update, self-check, licences."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        own = Card("hvacdesk")
        own.body.addWidget(label(self.tr("Version {number}").format(number=__version__)))
        own.body.addWidget(
            label(
                self.tr("Front desk for a small air-conditioning contractor. Apache License 2.0."), wrap=True
            )
        )
        self.update_button = button(self.tr("Check an update file"), self.ask_update, icon="download")
        own.body.addLayout(_left(self.update_button))
        column.addWidget(own)
        computer = Card(self.tr("This computer"))
        text = self.tr(
            "Key store, printer, folders, free space and clock, in a table to read out on the phone."
        )
        computer.body.addWidget(label(text, "muted", wrap=True))
        self.check_button = button(self.tr("Check this computer"), self.show_check, icon="shield-check")
        computer.body.addLayout(_left(self.check_button))
        if first_run.offered():
            text = self.tr("What only a real Windows shows, to try in ten minutes, with a report to hand on.")
            computer.body.addWidget(label(text, "muted", wrap=True))
            self.first_run_button = button(
                self.tr("First run on this Windows"), self.show_first_run, icon="clipboard-list"
            )
            computer.body.addLayout(_left(self.first_run_button))
        column.addWidget(computer)
        parts = Card(self.tr("Built on"))
        text = self.tr("Qt, SQLCipher, Python and other works, under licences that you may read here.")
        parts.body.addWidget(label(text, "muted", wrap=True))
        self.licences_button = button(self.tr("Show the licences"), self.show_licences, icon="file-text")
        parts.body.addLayout(_left(self.licences_button))
        column.addWidget(parts)
        column.addStretch(1)

    def show_licences(self) -> None:
        """Everything that is shipped, with its licence."""
        LicencesDialog(self._context).open()

    def show_check(self) -> None:
        """The self-check."""
        office, words, connection = self._context.office, self._context.words, self._context.connection

        def look() -> tuple[Finding, ...]:
            if connection is not None:
                home, check = connection.home, connection.check
                computer = self_check.run_at_seat(
                    home, office.clock, words, known_printers, input_method.look
                )
                return (*computer, *check(words))
            return self_check.run(
                office.folder, office.clock, words, known_printers, office, input_method=input_method.look
            )

        SelfCheckDialog(look, self._context.window).open()

    def show_first_run(self) -> None:
        """The page of what to try on a Windows that is new to the program."""
        FirstRunDialog(self._context).open()

    def ask_update(self) -> None:
        """Let the person choose an update file."""
        kind = self.tr("Update files ({names})").format(names=f"*{SUFFIX}")
        choose_file(self, self.tr("Choose an update file"), kind, self.show_update)

    def show_update(self, path: str) -> None:
        """What an update file brings."""
        UpdateDialog(self._context, path).open()


def _left(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch(1)
    return row


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
                Column("version", self.tr("Version"), width=84, sort=_version),
                Column("licence", self.tr("Licence"), width=160, stretch=1),
            ]
        )
        self.table.keep_columns(context.columns, "licences", names_nobody)
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
        background.ask(self, licences.works).then(self._show)

    def _show(self, works: tuple[Work, ...]) -> None:
        self.table.set_rows(works)
        self.table.select_first()

    def _show_text(self, work: object) -> None:
        if isinstance(work, Work):
            self.text.setPlainText("\n\n".join(filter(None, (work.note, work.text))))


def _version(work: Work) -> list[int]:
    """Its numbers: 6.9 comes before 6.12."""
    return [int(number) for number in re.findall(r"\d+", work.version)]
