"""The ways to add a line to an estimate or invoice: an empty one, one of the price list, a discount."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from hvacdesk.domain.billing.prices import PriceList, PriceRecord
from hvacdesk.ui import background
from hvacdesk.ui.billing.line_rows import LineRows
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button


class LineAdding(QWidget):
    """Buttons below the rows.

    Attributes:
        line, listed, discount: the buttons.

    Args:
        kind: the record of a line.
    """

    def __init__(self, ctx: DeskContext, rows: LineRows, kind: type[Any]) -> None:
        super().__init__()
        self._ctx, self._rows, self._kind = ctx, rows, kind
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        blank = kind("", 1.0, "", 0)
        self.line = button(self.tr("Add a line"), partial(rows.add, blank), kind="link", icon="plus")
        self.listed = button(self.tr("From the price list"), self._open_list, kind="link", icon="wallet")
        lowering = kind(self.tr("Discount"), 1.0, "式", 0)
        self.discount = button(self.tr("Discount"), partial(self._add_discount, lowering), kind="link")
        for made in (self.line, self.listed, self.discount):
            row.addWidget(made)
        row.addStretch(1)
        self._menu = QMenu(self)
        background.ask(self, lambda: ctx.office.prices.listed(ctx.actor)).then(self._show_prices)

    def _show_prices(self, prices: PriceList) -> None:
        for record in prices.offered:
            name = record.name(self._ctx.words)
            self._menu.addAction(name.replace("&", "&&"), partial(self._add_price, record, name))
        self.listed.setEnabled(bool(prices.offered))

    def _open_list(self) -> None:
        self._menu.popup(self.listed.mapToGlobal(self.listed.rect().bottomLeft()))

    def _add_price(self, record: PriceRecord, name: str) -> None:
        self._rows.add(self._kind(name, 1.0, record.unit, record.yen or 0, item=record.item))

    def _add_discount(self, line: Any) -> None:
        self._rows.add(line)
        price = self._rows.rows[-1].yen
        price.setText("-")
        price.setFocus()
