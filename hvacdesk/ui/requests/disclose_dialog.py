"""Making a disclosure: in which form, where it is saved, and a password that is shown once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox

from hvacdesk.domain.requests.disclosure import DisclosedFile
from hvacdesk.domain.requests.requests import RequestRow
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.requests.disclosure import DisclosureForm
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.outside_files import made_for, write_outside
from hvacdesk.ui.widgets.choices import choice
from hvacdesk.ui.widgets.file_choice import choose_new_file
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.one_time import OneTimeDialog

FORM_NAMES = {
    DisclosureForm.PDF: phrase("Requests", "PDF, to be read or printed"),
    DisclosureForm.JSON: phrase("Requests", "JSON, for another program"),
}


class DisclosureDialog(OneTimeDialog):
    """Asks for the form that the customer chose; the log has the entry before the file is written.

    Signals:
        written(): the file is where it was wanted.
    """

    written = Signal()

    def __init__(self, context: DeskContext, row: RequestRow) -> None:
        super().__init__("", context.window)
        self.set_title(self.tr("Disclose to the customer"))
        self._context = context
        self._row = row
        self.add_text(
            self.tr(
                "The file holds everything that is stored about this customer, in full, and who saw it. It "
                "is registered as outside the program until you say that it was handed over or destroyed."
            ),
            "muted",
        )
        self.form = Form()
        self.kind: QComboBox = self.form.add(
            "form", self.tr("Form that the customer chose"), choice(context.words, FORM_NAMES)
        )
        self.locked = QCheckBox(self.tr("With a password, for sending it"))
        self.form.column.addWidget(self.locked)
        self.body.addWidget(self.form)
        self.kind.currentIndexChanged.connect(lambda _at: self._follow())
        self.save_button = self.set_primary(self.tr("Choose where to save it"), self._choose)
        self.add_secondary(self.tr("Cancel"))
        self._follow()

    def save_to(self, path: str) -> None:
        """Make the disclosure and write it."""
        context, request, form = self._context, self._row.request, self._form()
        locked = self.locked.isChecked() and form is DisclosureForm.PDF

        def work() -> DisclosedFile:
            made = made_for(
                Path(path),
                lambda: context.office.disclosing.make(
                    context.actor, request, form, context.words, locked=locked
                ),
            )
            write_outside(context.office, context.actor, Path(path), made)
            return made

        self.ask(self.tr("Collecting the data"), work).then(lambda made: self._made(path, made))

    def _form(self) -> DisclosureForm:
        return DisclosureForm(self.kind.currentData())

    def _choose(self) -> None:
        form = self._form()
        name = self.tr("disclosure {number}.{ending}").format(number=self._row.number, ending=form.value)
        kind = "PDF (*.pdf)" if form is DisclosureForm.PDF else "JSON (*.json)"
        choose_new_file(self, self.tr("Save the disclosure"), name, kind, self.save_to)

    def _follow(self) -> None:
        self.locked.setEnabled(self._form() is DisclosureForm.PDF)

    def _made(self, path: str, made: DisclosedFile) -> None:
        name = Path(path).name
        self.written.emit()
        if made.password:
            sentence = self.tr(
                "“{name}” opens with this password alone. It is shown only now and is stored nowhere. "
                "Tell it to the customer by another way than the file."
            )
            self.show_once(self.tr("The file's password"), sentence.format(name=name), made.password)
            return
        self.accept()
        self._context.notify(
            self.tr("“{name}” was saved. Say on the page “Today” once it was handed over.").format(name=name)
        )
