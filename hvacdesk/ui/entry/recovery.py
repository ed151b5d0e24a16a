"""Coming in with the recovery sheet, when the key store or every passphrase is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.services.entry.ways_out import blocks_the_way
from hvacdesk.ui import background
from hvacdesk.ui.entry.code_field import CodeField
from hvacdesk.ui.language import words
from hvacdesk.ui.widgets.entry_view import WorkingView
from hvacdesk.ui.widgets.form import Form

if TYPE_CHECKING:
    from hvacdesk.domain.roles import Actor
    from hvacdesk.services.entry.entry import OfficeEntry
    from hvacdesk.services.open_office import Office


class RecoveryView(WorkingView):
    """Asks for the whole code.

    Signals:
        opened(office, actor): the sheet opened the office.
        left(): back to where one came from.
    """

    opened = Signal(object, object)
    left = Signal()
    widest = 520

    def __init__(self, entry: OfficeEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self.set_heading(
            self.tr("Open with the recovery sheet"),
            self.tr(
                "Type the code from the printed sheet, or scan its QR code. The log shows that it was used."
            ),
        )
        self.form = Form()
        hint = self.tr("Eight groups of five. Spaces, hyphens and small letters do not matter.")
        field = CodeField(entry.judged_groups)
        self.code = self.form.add("code", self.tr("Recovery code"), field, required=True, hint=hint)
        self.body.addWidget(self.form)
        self.add_busy(self.tr("Opening the office"))
        self.set_primary(self.tr("Open"), self.go)
        self.add_back(self.tr("Back"), self.left.emit)
        self.code.submitted.connect(self.go)
        self.setFocusProxy(self.code)

    def go(self) -> None:
        """Try the code."""
        typed = self.code.text()
        if not typed.strip():
            self.form.set_error("code", self.tr("Type the code from the sheet."))
            return
        self.form.clear_errors()
        background.ask(self, lambda: self._entry.recover(typed)).with_busy(self).then(
            self._on_opened
        ).otherwise(self._on_refused)

    def _on_opened(self, opened: tuple[Office, Actor]) -> None:
        self.code.clear()
        self.opened.emit(*opened)

    def _on_refused(self, error: UserFacingError) -> None:
        if blocks_the_way(error):
            self.blocked.emit(error)
            return
        self.form.set_error("code", error.in_full(words))
