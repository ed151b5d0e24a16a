"""A field for a postal code, shown as it is written on an envelope once it is left."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from hvacdesk.domain.text.text_forms import POSTAL_DIGITS, digits, hyphenated


def hyphenate_when_left(edit: QLineEdit) -> None:
    """Seven digits get their hyphen; anything else is left as it was typed."""

    def write() -> None:
        code = digits(edit.text())
        if len(code) == POSTAL_DIGITS and edit.text() != hyphenated(code):
            edit.setText(hyphenated(code))

    edit.editingFinished.connect(write)
