"""Standard and additional work of a job, with quantities and prices, and what its customer reports.

That comes first on the phone, so the form has it above all that is asked later.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from hvacdesk.domain.billing.prices import METRES, PriceList
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.jobs.jobs import (
    ADDITIONAL_ITEMS,
    STANDARD_ITEMS,
    TOLD_ITEMS,
    WORK_ITEM_NAMES,
    ItemLine,
    WorkItem,
)
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.money_field import money_field
from hvacdesk.ui.widgets.numbers import number_of, totals_text
from hvacdesk.ui.widgets.text import label

DETAIL_COLUMN = 3


class ItemFields(QWidget):
    """Check marks for standard work; check mark, quantity, price and detail for additional work.

    A price that nobody typed comes from the price list. The sum of the priced items is shown below.

    Attributes:
        told: what the customer reports, in words alone. The form has its own place for that.

    Signals:
        edited(): something was checked or typed.
        sum_wanted(yen): the sum, tax included, is to be the amount to collect.
    """

    edited = Signal()
    sum_wanted = Signal(int)

    def __init__(self, ctx: DeskContext, items: Sequence[ItemLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = {line.item: line for line in items}
        self._prices: PriceList | None = None
        self.boxes: dict[WorkItem, QCheckBox] = {}
        self.quantities: dict[WorkItem, QLineEdit] = {}
        self.yen: dict[WorkItem, QLineEdit] = {}
        self.details: dict[WorkItem, QLineEdit] = {}
        self.told = {item: self._told_edit(item) for item in TOLD_ITEMS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(DETAIL_COLUMN, 1)
        for number, item in enumerate(STANDARD_ITEMS):
            place = (number // 2, 0, 1, 1) if number % 2 == 0 else (number // 2, 1, 1, DETAIL_COLUMN)
            grid.addWidget(self._box(ctx, item), *place)
        for row, item in enumerate(ADDITIONAL_ITEMS, len(STANDARD_ITEMS)):
            self._add_line(ctx, grid, row, item)
        last = len(STANDARD_ITEMS) + len(ADDITIONAL_ITEMS)
        self.sum = label("", "strong", wrap=True)
        grid.addWidget(self.sum, last, 0, 1, DETAIL_COLUMN + 1)
        self.take_sum = button(self.tr("Collect this amount"), self._take_sum, kind="link", icon="wallet")
        grid.addWidget(self.take_sum, last + 1, 0, 1, DETAIL_COLUMN + 1)
        self.sum.hide()
        self.take_sum.hide()
        self.edited.connect(self._show_sum)

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
        price = money_field(f"{line.yen:,}" if line and line.yen is not None else "")
        price.setPlaceholderText(self.tr("yen each"))
        price.setAccessibleName(self.tr("Price of one: {item}").format(item=name))
        price.setFixedWidth(theme.px(104))
        detail = QLineEdit(line.detail if line else "")
        detail.setPlaceholderText(self.tr("Material, kind, place"))
        detail.setAccessibleName(self.tr("Detail: {item}").format(item=name))
        for column, widget in enumerate((box, quantity, price, detail)):
            grid.addWidget(widget, row, column)
        for edit in (quantity, price, detail):
            edit.setVisible(box.isChecked())
            box.toggled.connect(edit.setVisible)
            edit.textEdited.connect(lambda _text: self.edited.emit())
        box.toggled.connect(lambda on: self._price(item) if on else None)
        self.quantities[item], self.yen[item], self.details[item] = quantity, price, detail

    def _told_edit(self, item: WorkItem) -> QLineEdit:
        line = self._before.get(item)
        told = QLineEdit(line.detail if line else "")
        told.setPlaceholderText(self.tr("e.g. does not cool, drips water, error E6"))
        told.textEdited.connect(lambda _text: self.edited.emit())
        return told

    def _unit(self, item: WorkItem) -> str:
        return "m" if item in METRES else self.tr("pcs")

    # Prices

    def set_prices(self, prices: PriceList) -> None:
        """Price from this list whatever is checked from now on."""
        self._prices = prices
        self._show_sum()

    def _price(self, item: WorkItem) -> None:
        known = self._prices.yen_of(item) if self._prices else None
        if known is not None and not self.yen[item].text():
            self.yen[item].setText(f"{known:,}")
            self._show_sum()

    def _show_sum(self) -> None:
        try:
            items = self.items()
        except InvalidInput:
            items = ()  # a sum without what cannot be read would be another one
        priced = any(line.yen is not None for line in items)
        if self._prices is not None and priced:
            self.sum.setText(totals_text(self._prices.totals_of(items)))
        self.sum.setVisible(self._prices is not None and priced)
        self.take_sum.setVisible(self._prices is not None and priced)

    def _take_sum(self) -> None:
        if self._prices is not None:
            self.sum_wanted.emit(self._prices.totals_of(self.items()).gross)

    # Reading

    def items(self) -> tuple[ItemLine, ...]:
        """The checked items. Raises :class:`InvalidInput` for a quantity or price that is no number."""
        checked = tuple(self._line(item) for item, box in self.boxes.items() if box.isChecked())
        told = ((item, edit.text().strip()) for item, edit in self.told.items())
        return (*checked, *(ItemLine(item, detail=text) for item, text in told if text))

    def _line(self, item: WorkItem) -> ItemLine:
        if item not in self.quantities:
            return ItemLine(item)
        unit = "m" if item in METRES else ""
        quantity = number_of(self.quantities[item].text(), float, "items", unit)
        price = number_of(self.yen[item].text(), int, "items")
        return ItemLine(
            item, quantity, unit if quantity is not None else "", self.details[item].text().strip(), price
        )

    def typed(self) -> dict[str, list[str]]:
        """What was checked and typed, for a draft; empty while nothing differs."""
        now = {
            item.value: [edits[item].text() if item in edits else "" for edits in self._edits()]
            for item, box in self.boxes.items()
            if box.isChecked()
        }
        now |= {item.value: ["", edit.text(), ""] for item, edit in self.told.items() if edit.text()}
        before = {item.value: _texts(line) for item, line in self._before.items()}
        return {key: now.get(key, []) for key in {**before, **now} if now.get(key) != before.get(key)}

    def said(self) -> str:
        """The checked items in words, a line each."""
        return "\n".join(self._said_of(item) for item, box in self.boxes.items() if box.isChecked())

    def _said_of(self, item: WorkItem) -> str:
        quantity, detail, price = (
            edits[item].text().strip() if item in edits else "" for edits in self._edits()
        )
        told = (
            self.boxes[item].text(),
            f"{quantity} {self._unit(item)}" if quantity else "",
            detail,
            self.tr("{price} yen each").format(price=price) if price else "",
        )
        return "  ".join(filter(None, told))

    def fill(self, typed: dict[str, list[str]]) -> None:
        """Put a draft back."""
        for item, box in self.boxes.items():
            if item.value not in typed:
                continue
            box.setChecked(bool(typed[item.value]))
            for edits, text in zip(self._edits(), typed[item.value], strict=False):
                if item in edits:
                    edits[item].setText(text)
        for item, edit in self.told.items():
            if item.value in typed:
                edit.setText("".join(typed[item.value][1:2]))

    def _edits(self) -> tuple[dict[WorkItem, QLineEdit], ...]:
        return self.quantities, self.details, self.yen


def _texts(line: ItemLine) -> list[str]:
    quantity = f"{line.quantity:g}" if line.quantity is not None else ""
    return [quantity, line.detail, f"{line.yen:,}" if line.yen is not None else ""]
