"""The last question before something is destroyed: typing the number arms the one red button."""

from __future__ import annotations

import unicodedata

from PySide6.QtWidgets import QLineEdit, QWidget

from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form import FormField


class DangerConfirm(Dialog):
    """Names how many are concerned and what cannot be undone.

    Args:
        number: what must be typed; full-width digits count as digits.
        texts: paragraphs that say what happens and what cannot be undone.
        action: the red button's words.
    """

    def __init__(
        self, title: str, texts: tuple[str, ...], number: int, action: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent, width=500)
        for text in texts:
            self.add_text(text)
        self._wanted = str(number)
        self.typed = QLineEdit()
        question = self.tr("Type the number {number} to go on").format(number=f"{number:,}")
        self.body.addWidget(FormField(question, self.typed))
        self.set_primary(action, kind="danger").setEnabled(False)
        self.add_secondary(self.tr("Cancel"))
        self.typed.textChanged.connect(self._arm)
        self.typed.setFocus()

    def typed_number(self) -> int:
        """The number as typed; only meaningful once the dialog was accepted."""
        return int(_digits(self.typed.text()))

    def _arm(self, text: str) -> None:
        if self.primary is not None:
            self.primary.setEnabled(_digits(text) == self._wanted)


def _digits(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace(",", "").strip()
