"""A word of doubt below a field for a registration number (T…), as soon as one fails its check."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QLineEdit

from hvacdesk.domain.office.invoice_numbers import is_doubtful
from hvacdesk.ui.widgets.text import label


def number_doubt(edit: QLineEdit) -> QLabel:
    """The line to be put below the field; it is there only while there is a doubt."""
    text = QCoreApplication.translate(
        "NumberDoubt",
        "This may be mistyped: it cannot be a company's number. Compare it with the notice of registration.",
    )
    doubt = label(text, wrap=True, tone="warn")

    doubt.setHidden(not is_doubtful(edit.text()))
    edit.textChanged.connect(lambda typed: doubt.setHidden(not is_doubtful(typed)))
    return doubt
