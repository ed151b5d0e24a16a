"""A field for a postal code, shown as it is written on an envelope once it is left."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from hvacdesk.domain.text.text_forms import hyphenated, postal_code_of


def hyphenate_when_left(edit: QLineEdit) -> None:
    """A postal code gets its hyphen; anything else is left as it was typed."""

    def write() -> None:
        code = postal_code_of(edit.text())
        if code and edit.text() != hyphenated(code):
            edit.setText(hyphenated(code))

    edit.editingFinished.connect(write)
