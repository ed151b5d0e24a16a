"""The form for an air conditioner at a site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from hvacdesk.domain.jobs.jobs import UnitRecord, UnitView
from hvacdesk.domain.jobs.unit_fields import UNIT_FIELDS, UNITS, UnitDescription, UnitField
from hvacdesk.services.jobs.jobs import MOST_ALIKE
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.number_field import NumberField
from hvacdesk.ui.widgets.numbers import number_of, year_of

TYPED = tuple(one for one in UNITS if one.key is not UnitField.VOLTS)  # which is chosen from a list
VOLTS = (None, 100, 200)
ROWS = (
    {"maker": 1, "model": 2},
    {"serial": 2, "year": 1, "design_years": 1},
    {"capacity_kw": 1, "volts": 1, "outlet": 1},
    {"refrigerant": 1, "charge_kg": 1},
)


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
        names = {one.key.value: ctx.words(one.label) for one in TYPED}
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
        fields["volts"] = self.form.field("volts", ctx.words(UNIT_FIELDS[UnitField.VOLTS].label), self.volts)
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
        for row in _rows(fields):
            column.addLayout(side_by_side(*row))
        column.addWidget(self.commercial)
        column.addStretch(1)
        self.watch(
            {
                **self.edits,
                "outdoor": self.outdoor,
                "commercial": self.commercial,
                "volts": self.volts,
                **({} if unit else {"count": self.count}),
            },
            known=unit is not None,
        )
        if unit is None:
            self.offer_another(self.edits["place"])
        key = unit.unit if unit else f"new-{site}"
        arguments = {"unit": unit.unit} if unit else {"new_unit": site}
        self.keep_draft("unit", key, "customers", customer=customer, **arguments)
        self.fit(600, 600)
        self.edits["place"].setFocus()

    def collect(self) -> Callable[[], object]:
        typed: dict[str, Any] = {one.key.value: self._value(one) for one in TYPED}
        record = UnitRecord(
            **typed,
            outdoor=self.outdoor.isChecked(),
            commercial=self.commercial.isChecked(),
            volts=self.volts.currentData(),
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

    def _value(self, one: UnitDescription) -> str | float | None:
        """What was typed: a text, or a number that may be left open."""
        text = self.edits[one.key.value].text()
        if one.measure is None:
            return text.strip()
        if one.key is UnitField.YEAR:
            return year_of(text, one.key.value, one.measure.unit)
        return number_of(text, one.measure.kind, one.key.value, one.measure.unit)


def _rows(fields: Mapping[str, QWidget]) -> Iterator[list[tuple[QWidget, int]]]:
    """The fields but the place as they lie side by side, with their shares; others one below the other."""
    placed = {UnitField.PLACE.value}
    for row in ROWS:
        placed |= row.keys()
        yield [(fields[key], share) for key, share in row.items()]
    yield from ([(field, 1)] for key, field in fields.items() if key not in placed)


def _shown(value: object) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)
