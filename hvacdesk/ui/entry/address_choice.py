"""At which of its addresses the office PC lets other PCs find it: one box for each."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.layouts import clear


class AddressChoice(QWidget):
    """The addresses, each with a box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self._boxes: dict[str, QCheckBox] = {}

    @property
    def chosen(self) -> tuple[str, ...]:
        """Those that are ticked."""
        return tuple(address for address, box in self._boxes.items() if box.isChecked())

    def set_addresses(self, found: Mapping[str, str], chosen: Collection[str]) -> None:
        """Show these; where none of the chosen ones is among them, the first one is ticked.

        Args:
            found: addresses with how they are shown.
        """
        clear(self._column)
        self._boxes = {address: QCheckBox(text) for address, text in found.items()}
        for address, box in self._boxes.items():
            box.setChecked(address in chosen)
            self._column.addWidget(box)
        if self._boxes and not self.chosen:
            next(iter(self._boxes.values())).setChecked(True)
