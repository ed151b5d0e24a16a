"""The price list in the settings: positions in the order in which they are offered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from hvacdesk.domain.billing.prices import PriceList, PriceRow
from hvacdesk.domain.rooms import Room
from hvacdesk.ui.billing.price_form import PriceForm
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import as_of_text
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.register_view import RegisterView
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.yen_column import yen_column


class PricesTab(RegisterView):
    """Enter changes a position, Alt with the arrow keys moves it."""

    rooms = frozenset({Room.BILLING, Room.OFFICE})

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__(ctx)
        self.add_button = button(self.tr("New position"), self._add, icon="plus")
        self.usual_button = button(self.tr("Add the usual positions"), self._add_usual, kind="link")
        for made in (self.add_button, self.usual_button):
            self.line.add(made)
        self._up = self.act(
            button(self.tr("Up"), partial(self._shift, -1), kind="link", tip="Alt+Up"),
            self._moves,
            self._why_it_stays,
        )
        self._down = self.act(
            button(self.tr("Down"), partial(self._shift, 1), kind="link", tip="Alt+Down"),
            self._moves,
            self._why_it_stays,
        )
        self.table.chosen.connect(lambda _choice: self._arm())
        self.column.addLayout(self._foot())
        for keys, steps in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.table, partial(self._shift, steps))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "wallet",
            self.tr("No prices yet"),
            self.tr(
                "Positions of this list are offered where jobs and estimates are priced. Begin with the "
                "usual positions and enter your own prices; none is filled in for you."
            ),
            (self.tr("Add the usual positions"), self._add_usual),
        )

    def reading(self) -> Callable[[], PriceList]:
        office, actor = self.context.office, self.context.actor
        return lambda: office.prices.listed(actor)

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        self.with_tax = QCheckBox(self.tr("The prices of this list include the consumption tax"))
        self.with_tax.clicked.connect(self._set_with_tax)
        foot.addWidget(self.with_tax)
        self._about_tax = label("", "muted", wrap=True)
        foot.addWidget(self._about_tax)
        return foot

    def make_table(self) -> DataTable:
        words = self.context.words
        columns = (
            Column("name", self.tr("Position"), 200, 1, value=lambda row: row.record.name(words)),
            Column("unit", self.tr("Unit"), 80, value=lambda row: row.record.unit),
            yen_column(
                "yen",
                self.tr("Price of one"),
                lambda row: row.record.yen,
                width=130,
                missing=lambda _row: self.tr("no price yet"),
            ),
            Column("active", self.tr("State"), 110, kind="chip", value=self._state),
        )
        table = self.new_table(
            self.tr("Price list"), columns, kept_as="prices", names=names_nobody, record="price"
        )
        table.offer(lambda: (self._up, self._down), opening=self.tr("Change…"))
        table.activated_row.connect(self._change)
        return table

    def _moves(self, _row: PriceRow) -> bool:
        return not self.table.choice.sort

    def _why_it_stays(self, _row: PriceRow) -> str:
        return self.tr(
            "Sorted by a column, the list does not show the order in which positions are offered. "
            "Click the column's title until its arrow is gone."
        )

    def _state(self, row: PriceRow) -> ChipValue:
        if row.record.active:
            return ChipValue(self.tr("Offered"), Tone.GOOD)
        return ChipValue(self.tr("Not offered"), Tone.NEUTRAL)

    def show_read(self, found: PriceList) -> None:
        self.show_rows(found.rows)
        self.usual_button.setVisible(bool(found.rows))
        self.with_tax.setChecked(found.with_tax)
        about = self.tr(
            "Tax rate {percent} %. A fraction of a yen of the tax is dropped, once for each estimate. "
            "{rate}; {rounding} (as of {as_of}). Have a professional confirm them."
        )
        rate, rounding, as_of = found.sources
        text = about.format(percent=found.percent, rate=rate, rounding=rounding, as_of=as_of_text(as_of))
        self._about_tax.setText(text)

    def open_later(self, price: str) -> None:
        """Open the form of a position as soon as the list is read, or for a new one."""
        self.once_read(partial(self._open_wanted, price))

    def _open_wanted(self, price: str) -> None:
        found = self.table.select(lambda row: row.price == price)
        self._open(cast("PriceRow", self.table.current()) if found else None)

    def _add(self) -> None:
        self._open(None)

    def _change(self, row: PriceRow) -> None:
        self._open(row)

    def _open(self, row: PriceRow | None) -> None:
        self.open_form(PriceForm(self.context, row))

    def _add_usual(self) -> None:
        ctx = self.context
        self.do(lambda: ctx.office.prices.add_usual(ctx.actor, ctx.words))

    def _shift(self, steps: int) -> None:
        ctx, row = self.context, cast("PriceRow | None", self.table.current())
        if row is not None and self._moves(row):
            self.do(lambda: ctx.office.prices.shift(ctx.actor, row.price, steps))

    def _set_with_tax(self, with_tax: bool) -> None:
        ctx = self.context
        self.do(lambda: ctx.office.prices.set_with_tax(ctx.actor, with_tax))
