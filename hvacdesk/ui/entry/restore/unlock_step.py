"""The third step of a restore: the recovery sheet's code, or an owner's passphrase where that is enough."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QRadioButton, QWidget

from hvacdesk.domain.backups.backups import Examination
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui.entry.code_field import CodeField
from hvacdesk.ui.language import words
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.passphrase_edit import PassphraseEdit
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.waiting import Waiting
from hvacdesk.ui.widgets.wizard_step import WizardStep


class UnlockStep(WizardStep):
    """Asks for what opens the backup, and starts the restore.

    Args:
        judge: says of each complete group of a code whether it is right.

    Signals:
        sheet_given(code): restore with the recovery sheet.
        passphrase_given(account, passphrase): restore with an owner's passphrase.
    """

    sheet_given = Signal(str)
    passphrase_given = Signal(str, str)
    widest = 560

    def __init__(self, judge: Callable[[str], tuple[bool, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.by_passphrase = QRadioButton(self.tr("With a passphrase"))
        self.by_sheet = QRadioButton(self.tr("With the recovery sheet"))
        self.body.addWidget(self.by_passphrase)
        self.body.addWidget(self.by_sheet)
        self.form = Form()
        self.owner = self.form.add("owner", self.tr("Account"), QComboBox())
        name = self.tr("Passphrase")
        self.passphrase = self.form.add("passphrase", name, PassphraseEdit(name))
        hint = self.tr("Eight groups of five. A scanner may read the sheet's QR code.")
        self.code = self.form.add("code", self.tr("Recovery code"), CodeField(judge), hint=hint)
        self.body.addWidget(self.form)
        self.note = label("", "muted", wrap=True)
        self.body.addWidget(self.note)
        self.add_buttons(self.tr("Restore"))
        self._waiting = Waiting(self, self.form.fields["passphrase"].set_error, self._enable)
        self.by_sheet.toggled.connect(lambda _on: self._choose())
        self.passphrase.submitted.connect(self.finish)
        self.code.submitted.connect(self.finish)

    def show_backup(self, examination: Examination) -> None:
        """Ask for what opens this one."""
        self.owner.clear()
        for account, name in examination.staff:
            self.owner.addItem(name, account)
        sheet = self.tr("With recovery sheet no. {number}").format(number=examination.sheet_number)
        self.by_sheet.setText(sheet)
        both = bool(examination.staff)
        self.by_passphrase.setVisible(both)
        self.by_sheet.setVisible(both)
        self.set_heading(
            self.tr("Open the backup"),
            self.tr("The backup is encrypted. The recovery sheet opens it, or a passphrase of that day.")
            if both
            else self.tr("The backup is encrypted. Take the recovery sheet from its locked place."),
        )
        (self.by_passphrase if both else self.by_sheet).setChecked(True)
        self.form.fields["code"].set_name(
            self.tr("Code of recovery sheet no. {number}").format(number=examination.sheet_number),
            required=True,
        )
        self.say(self.tr("Nothing has been changed yet. It is only changed once the new file was proved."))
        self._choose()

    def complete(self) -> bool:
        self.form.clear_errors()
        if self.by_sheet.isChecked():
            return self._give_code()
        return self._give_passphrase()

    def say(self, sentence: str) -> None:
        """Say what has and has not happened yet."""
        self.note.setText(sentence)

    def refuse(self, error: UserFacingError) -> None:
        """Say at the field what is wrong with the text in it."""
        if self.by_sheet.isChecked():
            self.form.set_error("code", error.in_full(words))
            return
        self.passphrase.clear()
        self._waiting.tell(error)
        self._enable(enabled=not self._waiting.seconds)
        self.passphrase.setFocus()

    def forget(self) -> None:
        """Empty the fields."""
        self.code.clear()
        self.passphrase.clear()

    def _give_code(self) -> bool:
        typed = self.code.text()
        if not typed.strip():
            self.form.set_error("code", self.tr("Type the code from the sheet."))
            return False
        self.sheet_given.emit(typed)
        return True

    def _give_passphrase(self) -> bool:
        typed = self.passphrase.text()
        if self._waiting.seconds:
            return False
        if not typed:
            self.form.set_error("passphrase", self.tr("Type the passphrase of this account."))
            return False
        self.passphrase_given.emit(str(self.owner.currentData()), typed)
        return True

    def _enable(self, *, enabled: bool = True) -> None:
        if self.primary is not None:
            self.primary.setEnabled(enabled)

    def _choose(self) -> None:
        sheet = self.by_sheet.isChecked()
        self.form.clear_errors()
        self.form.fields["code"].setVisible(sheet)
        for key in ("owner", "passphrase"):
            self.form.fields[key].setVisible(not sheet)
        field = self.code.edit if sheet else self.passphrase.edit
        self.setFocusProxy(field)
        if self.isVisible():
            field.setFocus()
