"""A field for a sum in yen: at the right, with commas once it is typed."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from hvacdesk.domain.errors import BadNumber
from hvacdesk.ui.widgets.numbers import number_of


def money_field(text: str = "") -> QLineEdit:
    """What is no number stays as it was typed: saving says what is wrong with it."""
    field = QLineEdit(text)
    field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def write_commas() -> None:
        with suppress(BadNumber):
            amount = number_of(field.text(), int, "yen")
            if amount is not None:
                field.setText(f"{amount:,}")

    field.editingFinished.connect(write_commas)
    return field
