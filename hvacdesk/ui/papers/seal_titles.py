"""How many boxes for seals 検印欄 papers have, and what each is called."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.number_field import NumberField


class SealTitles(QWidget):
    """A number, and as many short lines.

    Signals:
        changed(): another number or title.
    """

    changed = Signal()

    def __init__(self, most: int, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self.count = NumberField()
        self.count.setRange(0, most)
        self.count.setAccessibleName(self.tr("Number of boxes for seals"))
        row.addWidget(self.count)
        self.edits: list[QLineEdit] = []
        for number in range(most):
            edit = QLineEdit()
            edit.setMaxLength(limit)
            edit.setAccessibleName(self.tr("Title of box {number}").format(number=number + 1))
            edit.textChanged.connect(lambda _text: self.changed.emit())
            row.addWidget(edit, 1)
            self.edits.append(edit)
        self.setFocusProxy(self.count)
        self.count.valueChanged.connect(self._show)
        self._show(0)

    def titles(self) -> tuple[str, ...]:
        """A title for each box, from left to right."""
        return tuple(edit.text().strip() for edit in self.edits[: self.count.value()])

    def set_titles(self, titles: Sequence[str]) -> None:
        """Show known titles."""
        self.count.setValue(len(titles))
        for edit, title in zip(self.edits, titles, strict=False):
            edit.setText(title)

    def fields(self) -> dict[str, QWidget]:
        """The number and the lines, for a draft."""
        return {"seals": self.count, **{f"seal_{at}": edit for at, edit in enumerate(self.edits)}}

    def _show(self, count: int) -> None:
        for number, edit in enumerate(self.edits):
            edit.setVisible(number < count)
        self.changed.emit()
