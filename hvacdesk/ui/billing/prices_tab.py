"""The price list in the settings: positions in the order in which they are offered."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hvacdesk.domain.billing.prices import PriceList, PriceRow
from hvacdesk.ui import background
from hvacdesk.ui.billing.price_form import PriceForm
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import as_of_text
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.numbers import yen
from hvacdesk.ui.widgets.text import label


class PricesTab(QWidget):
    """Enter changes a position, Alt with the arrow keys moves it."""

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__()
        self._ctx = ctx
        self._list: PriceList | None = None
        self._wanted = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addLayout(self._tools())
        self._stack = QStackedWidget()
        self.table = self._make_table()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                "wallet",
                self.tr("No prices yet"),
                self.tr(
                    "Positions of this list are offered where jobs and estimates are priced. Begin with the "
                    "usual positions and enter your own prices; none is filled in for you."
                ),
                (self.tr("Add the usual positions"), self._add_usual),
            )
        )
        column.addWidget(self._stack, 1)
        column.addLayout(self._foot())
        for keys, steps in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.table, partial(self._shift, steps))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _tools(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self.add_button = button(self.tr("New position"), self._add, icon="plus")
        self.usual_button = button(self.tr("Add the usual positions"), self._add_usual, kind="link")
        self._up = button(self.tr("Up"), partial(self._shift, -1), kind="link", tip="Alt+Up")
        self._down = button(self.tr("Down"), partial(self._shift, 1), kind="link", tip="Alt+Down")
        for made in (self.add_button, self.usual_button):
            line.addWidget(made)
        line.addStretch(1)
        for made in (self._up, self._down):
            line.addWidget(made)
        return line

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        self.with_tax = QCheckBox(self.tr("The prices of this list include the consumption tax"))
        self.with_tax.clicked.connect(self._set_with_tax)
        foot.addWidget(self.with_tax)
        self._about_tax = label("", "muted", wrap=True)
        foot.addWidget(self._about_tax)
        return foot

    def _make_table(self) -> DataTable:
        words = self._ctx.words
        table = DataTable(self.tr("Price list"))
        table.set_columns(
            (
                Column("name", self.tr("Position"), 200, 1, value=lambda row: row.record.name(words)),
                Column("unit", self.tr("Unit"), 80, value=lambda row: row.record.unit),
                Column("yen", self.tr("Price of one"), 130, align="right", value=self._price),
                Column("active", self.tr("State"), 110, kind="chip", value=self._state),
            )
        )
        table.keep_columns(self._ctx.columns, "prices")
        table.offer(lambda: (self._up, self._down), opening=self.tr("Change…"))
        table.activated_row.connect(self._change)
        table.setSortingEnabled(False)
        return table

    def _price(self, row: PriceRow) -> str:
        return self.tr("no price yet") if row.record.yen is None else yen(row.record.yen)

    def _state(self, row: PriceRow) -> ChipValue:
        if row.record.active:
            return ChipValue(self.tr("Offered"), Tone.GOOD)
        return ChipValue(self.tr("Not offered"), Tone.NEUTRAL)

    def refresh(self) -> None:
        """Read the list again."""
        ctx = self._ctx
        background.run(self, lambda _progress: ctx.office.prices.listed(ctx.actor), self._show)

    def _show(self, found: PriceList) -> None:
        kept = cast("PriceRow | None", self.table.current())
        self._list = found
        self.table.set_rows(found.rows, keep=lambda row: kept is not None and row.price == kept.price)
        self._stack.setCurrentIndex(0 if found.rows else 1)
        self.usual_button.setVisible(bool(found.rows))
        self.with_tax.setChecked(found.with_tax)
        about = self.tr(
            "Tax rate {percent} %. A fraction of a yen of the tax is dropped, once for each estimate. "
            "{rate}; {rounding} (as of {as_of}). Have a professional confirm them."
        )
        rate, rounding, as_of = found.sources
        text = about.format(percent=found.percent, rate=rate, rounding=rounding, as_of=as_of_text(as_of))
        self._about_tax.setText(text)

        wanted, self._wanted = self._wanted, ""
        if wanted:
            self._open(next((row for row in found.rows if row.price == wanted), None))

    def open_later(self, price: str) -> None:
        """Open the form of a position as soon as the list is read, or for a new one."""
        self._wanted = price

    def _add(self) -> None:
        self._open(None)

    def _change(self, row: PriceRow) -> None:
        self._open(row)

    def _open(self, row: PriceRow | None) -> None:
        form = PriceForm(self._ctx, row)
        form.saved.connect(lambda _price: self.refresh())
        form.open()

    def _add_usual(self) -> None:
        ctx = self._ctx
        background.run(
            self,
            lambda _progress: ctx.office.prices.add_usual(ctx.actor, ctx.words),
            lambda _count: self.refresh(),
        )

    def _shift(self, steps: int) -> None:
        ctx, row = self._ctx, cast("PriceRow | None", self.table.current())
        if row is not None:
            background.run(
                self,
                lambda _progress: ctx.office.prices.shift(ctx.actor, row.price, steps),
                lambda _nothing: self.refresh(),
            )

    def _set_with_tax(self, with_tax: bool) -> None:
        ctx = self._ctx
        background.run(
            self,
            lambda _progress: ctx.office.prices.set_with_tax(ctx.actor, with_tax),
            lambda _nothing: self.refresh(),
        )
