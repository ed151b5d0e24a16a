"""The form for an air conditioner at a site."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.jobs.jobs import UnitRecord, UnitView
from hvacdesk.services.jobs.jobs import MOST_ALIKE
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.number_field import NumberField
from hvacdesk.ui.widgets.numbers import number_of

T = TypeVar("T", int, float)
TEXTS = ("place", "maker", "model", "serial", "refrigerant", "outlet")
VOLTS = (None, 100, 200)


class UnitForm(FormDialog):
    """Add units to a site, or change one. ``saved`` carries the record ids of those concerned."""

    def __init__(self, ctx: DeskContext, site: str, unit: UnitView | None = None, *, customer: str) -> None:
        """``customer``: whose site it is."""
        title = (
            QCoreApplication.translate("UnitForm", "New unit")
            if unit is None
            else QCoreApplication.translate("UnitForm", "Change unit")
        )
        super().__init__(ctx, title, width=520)
        self._site = site
        self._unit = unit
        self._before = unit.record if unit else UnitRecord()
        names = {
            "place": self.tr("Room or place"),
            "maker": self.tr("Maker"),
            "model": self.tr("Model"),
            "serial": self.tr("Serial number"),
            "capacity_kw": self.tr("Capacity (kW)"),
            "year": self.tr("Year"),
            "design_years": self.tr("Design period (years)"),
            "refrigerant": self.tr("Refrigerant"),
            "charge_kg": self.tr("Charge (kg)"),
            "outlet": self.tr("Outlet shape"),
        }
        self.edits = {key: QLineEdit(_shown(getattr(self._before, key))) for key in names}
        fields = {key: self.form.field(key, name, self.edits[key]) for key, name in names.items()}
        self.outdoor = QCheckBox(self.tr("Outdoor unit"))
        self.outdoor.setChecked(self._before.outdoor)
        self.commercial = QCheckBox(self.tr("Commercial unit (refrigerant log is kept)"))
        self.commercial.setChecked(self._before.commercial)
        self.volts = QComboBox()
        for value in VOLTS:
            self.volts.addItem(self.tr("not known") if value is None else f"{value} V", value)
        self.volts.setCurrentIndex(self.volts.findData(self._before.volts))
        volts = self.form.field("volts", self.tr("Voltage"), self.volts)
        column = self.form.column
        self.count = NumberField()
        self.count.setRange(1, MOST_ALIKE)
        self.count.valueChanged.connect(self._count_changed)
        if unit is None:
            alike = self.form.field("count", self.tr("How many alike"), self.count)
            column.addLayout(side_by_side((fields["place"], 3), (alike, 1)))
        else:
            column.addWidget(fields["place"])
        column.addWidget(self.outdoor)
        column.addLayout(side_by_side((fields["maker"], 1), (fields["model"], 2)))
        column.addLayout(
            side_by_side((fields["serial"], 2), (fields["year"], 1), (fields["design_years"], 1))
        )
        column.addLayout(side_by_side((fields["capacity_kw"], 1), (volts, 1), (fields["outlet"], 1)))
        column.addLayout(side_by_side((fields["refrigerant"], 1), (fields["charge_kg"], 1)))
        column.addWidget(self.commercial)
        column.addStretch(1)
        self.watch(
            {
                **self.edits,
                "outdoor": self.outdoor,
                "commercial": self.commercial,
                "volts": self.volts,
                **({} if unit else {"count": self.count}),
            }
        )
        if unit is None:
            self.offer_another(self.edits["place"])
        key = unit.unit if unit else f"new-{site}"
        arguments = {"unit": unit.unit} if unit else {"new_unit": site}
        self.keep_draft("unit", key, "customers", customer=customer, **arguments)
        self.fit(600, 600)
        self.edits["place"].setFocus()

    def collect(self) -> Callable[[], object]:
        record = UnitRecord(
            **{key: self.edits[key].text().strip() for key in TEXTS},
            outdoor=self.outdoor.isChecked(),
            commercial=self.commercial.isChecked(),
            volts=self.volts.currentData(),
            capacity_kw=self._number("capacity_kw", float),
            year=self._number("year", int),
            design_years=self._number("design_years", int),
            charge_kg=self._number("charge_kg", float),
        )
        jobs, actor, unit = self.ctx.office.jobs, self.ctx.actor, self._unit
        if unit is None:
            count = self.count.value()
            return lambda: jobs.add_units(actor, self._site, record, count)

        def change() -> tuple[str, ...]:
            if record != self._before:
                jobs.change_unit(actor, unit.unit, record, shown=self._before)
            return (unit.unit,)

        return change

    def _count_changed(self, count: int) -> None:
        """Several units have no serial number in common; each gets its own later."""
        serial = self.edits["serial"]
        serial.setEnabled(count == 1)
        if count > 1:
            serial.clear()
        serial.setPlaceholderText("" if count == 1 else self.tr("each its own, later"))

    def _number(self, key: str, kind: type[T]) -> T | None:
        try:
            return number_of(self.edits[key].text(), kind)
        except ValueError:
            raise InvalidInput(key) from None


def _shown(value: object) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)
