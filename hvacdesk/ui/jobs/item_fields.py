"""Standard and additional work of a job, with quantities."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.jobs import ADDITIONAL_ITEMS, STANDARD_ITEMS, WORK_ITEM_NAMES, ItemLine, WorkItem
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.jobs.numbers import number_of
from hvacdesk.ui.theme import theme

METRES = frozenset({WorkItem.EXTRA_PIPE, WorkItem.HIDDEN_PIPE, WorkItem.COVER})
"""Items that are counted in metres; the others in pieces."""


class ItemFields(QWidget):
    """Check marks for standard work; check mark, quantity and detail for additional work.

    Signals:
        edited(): something was checked or typed.
    """

    edited = Signal()

    def __init__(self, ctx: DeskContext, items: Sequence[ItemLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = {line.item: line for line in items}
        self.boxes: dict[WorkItem, QCheckBox] = {}
        self.quantities: dict[WorkItem, QLineEdit] = {}
        self.details: dict[WorkItem, QLineEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(3, 1)
        for number, item in enumerate(STANDARD_ITEMS):
            grid.addWidget(self._box(ctx, item), number // 2, 0 if number % 2 == 0 else 2, 1, 2)
        for row, item in enumerate(ADDITIONAL_ITEMS, len(STANDARD_ITEMS)):
            self._add_line(ctx, grid, row, item)

    def _box(self, ctx: DeskContext, item: WorkItem) -> QCheckBox:
        box = QCheckBox(ctx.words(WORK_ITEM_NAMES[item]))
        box.setChecked(item in self._before)
        box.toggled.connect(lambda _on: self.edited.emit())
        self.boxes[item] = box
        return box

    def _add_line(self, ctx: DeskContext, grid: QGridLayout, row: int, item: WorkItem) -> None:
        line = self._before.get(item)
        name = ctx.words(WORK_ITEM_NAMES[item])
        box = self._box(ctx, item)
        quantity = QLineEdit(f"{line.quantity:g}" if line and line.quantity is not None else "")
        quantity.setPlaceholderText(self._unit(item))
        quantity.setAccessibleName(self.tr("Quantity: {item}").format(item=name))
        quantity.setFixedWidth(theme.px(76))
        detail = QLineEdit(line.detail if line else "")
        detail.setPlaceholderText(self.tr("Material, kind, place"))
        detail.setAccessibleName(self.tr("Detail: {item}").format(item=name))
        grid.addWidget(box, row, 0)
        grid.addWidget(quantity, row, 1)
        grid.addWidget(detail, row, 2, 1, 2)
        for edit in (quantity, detail):
            edit.setVisible(box.isChecked())
            box.toggled.connect(edit.setVisible)
            edit.textEdited.connect(lambda _text: self.edited.emit())
        self.quantities[item], self.details[item] = quantity, detail

    def _unit(self, item: WorkItem) -> str:
        return "m" if item in METRES else self.tr("pcs")

    def items(self) -> tuple[ItemLine, ...]:
        """The checked items. Raises :class:`InvalidInput` for a quantity that is no number."""
        return tuple(self._line(item) for item, box in self.boxes.items() if box.isChecked())

    def _line(self, item: WorkItem) -> ItemLine:
        if item not in self.quantities:
            return ItemLine(item)
        try:
            quantity = number_of(self.quantities[item].text(), float)
        except ValueError:
            self.quantities[item].setFocus()
            raise InvalidInput("items") from None
        unit = ("m" if item in METRES else "") if quantity is not None else ""
        return ItemLine(item, quantity, unit, self.details[item].text().strip())

    def typed(self) -> dict[str, list[str]]:
        """What was checked and typed, for a draft; empty while nothing differs."""
        now = {
            item.value: [
                self.quantities[item].text() if item in self.quantities else "",
                self.details[item].text() if item in self.details else "",
            ]
            for item, box in self.boxes.items()
            if box.isChecked()
        }
        before = {
            item.value: [f"{line.quantity:g}" if line.quantity is not None else "", line.detail]
            for item, line in self._before.items()
        }
        return now if now != before else {}

    def fill(self, typed: dict[str, list[str]]) -> None:
        """Put a draft back."""
        for item, box in self.boxes.items():
            box.setChecked(item.value in typed)
            if item.value in typed and item in self.quantities:
                self.quantities[item].setText(typed[item.value][0])
                self.details[item].setText(typed[item.value][1])
