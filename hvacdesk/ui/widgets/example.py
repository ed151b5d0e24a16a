"""What a field may look like, in grey while it is empty, and never to be mistaken for its content."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit


def show_example(field: QLineEdit, example: str) -> None:
    """Show an example in an empty field, and that it is one."""
    text = QCoreApplication.translate("Example", "e.g. {example}")
    field.setPlaceholderText(text.format(example=example))
