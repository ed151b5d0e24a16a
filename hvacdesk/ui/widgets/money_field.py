"""A field for a sum in yen: at the right, with commas once it is typed."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from hvacdesk.domain.errors import BadNumber
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.numbers import number_of

LONGEST = "-999,999,999"
"""The sum that a field by itself has room for; in a form fields are wider."""


def short_money_field() -> QLineEdit:
    """One that is in a line with others, as wide as the longest sum takes at the chosen text size."""
    field = money_field()
    field.ensurePolished()  # its font is that of the style sheet from now on
    around = field.sizeHint().width() - 17 * field.fontMetrics().horizontalAdvance("x")  # as Qt reckons it
    field.setFixedWidth(field.fontMetrics().horizontalAdvance(LONGEST) + max(around, theme.px(28)))
    return field


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
