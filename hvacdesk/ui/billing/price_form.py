"""One position of the price list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from hvacdesk.domain.billing.prices import ITEM_UNITS, PriceRecord, PriceRow
from hvacdesk.domain.jobs.jobs import ADDITIONAL_ITEMS, WORK_ITEM_NAMES, WorkItem
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.money_field import money_field
from hvacdesk.ui.widgets.numbers import number_of
from hvacdesk.ui.widgets.others_save import Present, chosen_of


class PriceForm(FormDialog):
    """A work item or a line of its own, its unit and its price."""

    def __init__(self, ctx: DeskContext, row: PriceRow | None = None) -> None:
        title = (
            QCoreApplication.translate("PriceForm", "New position")
            if row is None
            else QCoreApplication.translate("PriceForm", "Change the position")
        )
        super().__init__(ctx, title, width=460)
        self._row = row
        before = row.record if row else PriceRecord()
        self.item = QComboBox()
        self.item.addItem(self.tr("A line of its own"), None)
        for item in ADDITIONAL_ITEMS:
            self.item.addItem(ctx.words(WORK_ITEM_NAMES[item]), item)
        self.item.setCurrentIndex(self.item.findData(before.item))
        self.form.add("item", self.tr("Work item"), self.item)
        self.label = QLineEdit(before.label)
        self.form.add("label", self.tr("Name of the line"), self.label, required=True)
        self.unit = QLineEdit(before.unit)
        self.yen = money_field("" if before.yen is None else f"{before.yen:,}")
        self.form.column.addLayout(
            side_by_side(
                (self.form.field("unit", self.tr("Unit"), self.unit), 1),
                (self.form.field("yen", self.tr("Price of one (yen)"), self.yen), 2),
            )
        )
        self.active = QCheckBox(self.tr("Offer this position"))
        self.active.setChecked(before.active)
        self.form.column.addWidget(self.active)
        self.form.column.addStretch(1)
        self.item.currentIndexChanged.connect(self._follow)
        self._show_kind()
        self.watch(beside={"active": self.active}, known=row is not None)
        if row is None:
            self.offer_another(self.item)
        key = row.price if row else "new"
        self.keep_draft("price", key, "settings", tab="prices", price=key)
        self.fit(500, 420)
        (self.yen if row else self.item).setFocus()

    def _follow(self) -> None:
        item: WorkItem | None = self.item.currentData()
        if item is not None and not self.unit.text():
            self.unit.setText(ITEM_UNITS[item])
        self._show_kind()

    def _show_kind(self) -> None:
        self.form.fields["label"].setVisible(self.item.currentData() is None)

    def _record(self) -> PriceRecord:
        price = number_of(self.yen.text(), int, "yen")
        item = self.item.currentData()
        return PriceRecord(
            item=item,
            label="" if item else self.label.text().strip(),
            unit=self.unit.text().strip(),
            yen=price,
            active=self.active.isChecked(),
        )

    def present(self) -> Present | None:
        ctx, row = self.ctx, self._row
        if row is None:
            return None
        return Present(
            SavedKind.PRICE,
            row.price,
            0,
            lambda: chosen_of(ctx.office.prices.listed(ctx.actor).rows, lambda one: one.price == row.price),
            lambda now: PriceForm(ctx, now),
        )

    def collect(self) -> Callable[[], object]:
        record, ctx, row = self._record(), self.ctx, self._row
        if row is None:
            return lambda: ctx.office.prices.keep(ctx.actor, record)
        return lambda: ctx.office.prices.keep(ctx.actor, record, row.price, row.record)
