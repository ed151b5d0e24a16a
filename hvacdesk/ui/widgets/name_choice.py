"""A name of the staff or any other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget


class NameChoice(QComboBox):
    """Offers the names of the staff; any other name is typed.

    Signals:
        named(): a name was chosen, or typed and the field left.
    """

    named = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setEditText(name)
        self.activated.connect(lambda _at: self.named.emit())
        line = self.lineEdit()
        assert line is not None, "it can be typed into"
        line.editingFinished.connect(self.named)

    def offer(self, names: Sequence[str]) -> None:
        """Fill the list; what was typed meanwhile stays."""
        typed = self.currentText()
        self.clear()
        self.addItems(names)
        self.setCurrentIndex(-1)
        self.setEditText(typed)

    # Qt's overrides

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(name)
