"""Which file, which of its sheets, and its password if it has one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.services.exchange.importing import asks_for_password
from hvacdesk.services.exchange.opened_lists import OpenedList
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.file_reading import given_file
from hvacdesk.ui.language import words
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.file_choice import choose_file, local_path
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.passphrase_edit import PassphraseEdit
from hvacdesk.ui.widgets.text import label


class FileStep(QWidget):
    """Opens the file as soon as it is chosen, dropped here, or its path is typed and Enter pressed.

    Signals:
        opened(table): the file is open; None while there is none.
        typed(): the field holds another path than that of the open file.
        earlier_wanted(): the earlier imports are to be shown.
    """

    opened = Signal(object)
    typed = Signal()
    earlier_wanted = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._path = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        text = self.tr(
            "Excel workbooks (.xlsx), CSV files in any encoding, contact cards (.vcf) and this program's own "
            "exports. Lists of accounting, address and mail programs are recognised by their headers. "
            "Titles above the list, merged cells and a name or an address in one cell are understood."
        )
        column.addWidget(label(text, "muted", wrap=True))
        row = QHBoxLayout()
        self.choose_button = button(self.tr("Choose a file"), self._choose, icon="upload")
        row.addWidget(self.choose_button)
        row.addStretch(1)
        self.earlier_button = button(
            self.tr("Earlier imports"), self.earlier_wanted.emit, kind="link", icon="history"
        )
        row.addWidget(self.earlier_button)
        column.addLayout(row)
        self.form = Form()
        column.addWidget(self.form)
        hint = self.tr("You can also type or paste where the file is, or drop the file here.")
        self.path = self.form.add("path", self.tr("File"), QLineEdit(), hint=hint)
        self.path.setAcceptDrops(False)  # so that this step takes them, wherever on it they fall
        self.path.returnPressed.connect(self.open_typed)
        self.path.textEdited.connect(lambda _text: self.typed.emit())
        self.setAcceptDrops(True)
        name = self.tr("The file's password")
        self.password = self.form.add("password", name, PassphraseEdit(name))
        self.password.submitted.connect(self._open)
        self.password.changed.connect(lambda: self.form.fields["password"].set_error(""))
        self.sheets = self.form.add("sheet", self.tr("Sheet"), QComboBox())
        self.form.fields["password"].hide()
        self.form.fields["sheet"].hide()
        self.busy = Busy(self.tr("Opening the file"), disable=self.choose_button)
        column.addWidget(self.busy)
        column.addStretch(1)
        self.setFocusProxy(self.choose_button)

    def sheet(self) -> str:
        """The chosen sheet's name; empty for a CSV file."""
        chosen = self.sheets.currentData()
        return chosen if isinstance(chosen, str) else ""

    @property
    def waits(self) -> bool:
        """Whether the field holds a path that was not opened yet."""
        written = path_in(self.path.text())
        return bool(written) and written != self._path

    def open_typed(self) -> None:
        """Open the file whose path is in the field; without a path, say so at the field."""
        written = path_in(self.path.text())
        if written:
            self.open_path(written)
        else:
            self.opened.emit(None)
            self.form.set_error("path", self.tr("Choose a file, or type where it is."))

    def open_path(self, path: str) -> None:
        """Open a file."""
        self._path = path
        self.path.setText(path)
        self.password.clear()
        self.form.fields["password"].hide()
        self._open()

    def _choose(self) -> None:
        kinds = self.tr("Customer lists (*.xlsx *.xlsm *.csv *.txt *.tsv *.vcf *.zip);;All files (*)")
        choose_file(self, self.tr("Choose a customer list"), kinds, self.open_path)

    def _open(self) -> None:
        context, path, password = self._context, self._path, self.password.text()
        self.form.clear_errors()

        def opened() -> OpenedList:
            return context.office.importing.open(context.actor, given_file(Path(path)), password)

        background.ask(self, opened).with_busy(self.busy).then(self._on_opened).otherwise(self._on_refused)

    def _on_opened(self, table: OpenedList) -> None:
        self.sheets.clear()
        for name in table.sheets:
            self.sheets.addItem(name, name)
        self.form.fields["sheet"].setVisible(len(table.sheets) > 1)
        if len(table.sheets) > 1:
            self.sheets.setFocus()
        self.opened.emit(table)

    def _on_refused(self, error: UserFacingError) -> None:
        self.opened.emit(None)
        if asks_for_password(error):
            self.form.fields["password"].show()
            self.form.set_error("password", error.in_short(words))
        else:
            self.form.set_error("path", error.in_short(words))

    # Qt's overrides

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.open_path(_dropped(event.mimeData()))


def path_in(text: str) -> str:
    """The path that was typed or pasted: without quotes, as Windows copies it, and also as an address."""
    plain = text.strip().strip("\"'").strip()
    if plain.startswith("file:"):
        plain = local_path(QUrl(plain))
    return str(Path(plain).expanduser()) if plain.startswith("~") else plain


def _dropped(data: QMimeData) -> str:
    """The first file of what is dragged here, or nothing."""
    return next((local_path(url) for url in data.urls() if url.isLocalFile()), "")
