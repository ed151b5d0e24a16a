"""The lines of one unit in the results form, in the order of the printed sheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from hvacdesk.domain.jobs.jobs import UNIT_PART_NAMES
from hvacdesk.domain.jobs.quantities import LEAST_DIFFERENCE, MEASURES, Quantity, shown
from hvacdesk.domain.jobs.results import (
    INSPECTION_NAMES,
    Check,
    InspectionItem,
    UnitResultRecord,
    difference,
    is_doubtful_net,
    is_small_difference,
)
from hvacdesk.services.jobs.results import SheetUnit
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.jobs.measure_field import MeasureField
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.text import label, restyle
from hvacdesk.ui.wording.units import unit_text

_LINES = (
    (Quantity.AIRTIGHT_MPA, Quantity.AIRTIGHT_MIN),
    (Quantity.VACUUM_MIN, Quantity.VACUUM_PA, Quantity.VACUUM_HELD_MIN),
    (Quantity.ADDED_KG, Quantity.RECOVERED_KG, Quantity.INSULATION_MOHM),
    (Quantity.SUCTION_C, Quantity.OUTLET_C, Quantity.CURRENT_A),
)
_RECOVERY = ((Quantity.RECOVERED_KG,),)
_LEAST_PER_LINE = 3
_ITEMS_PER_LINE = 4


class UnitBlock(QWidget):
    """Measured values, the net charge and the difference of temperatures; a commercial unit's inspection."""

    def __init__(self, ctx: DeskContext, form: Form, unit: SheetUnit, result: UnitResultRecord) -> None:
        super().__init__()
        self._ctx = ctx
        self._unit = unit
        self.fields: dict[Quantity, MeasureField] = {}
        self.checks: dict[InspectionItem, QComboBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        part = ctx.words(UNIT_PART_NAMES[unit.part])
        name = self.tr("{number}. {part}  {unit}").format(
            number=unit.number, part=part, unit=unit_text(unit.record)
        )
        self._column.addWidget(label(name, "strong", wrap=True))
        self.net = label("", "muted", wrap=True)
        self.gap = label("", "muted", wrap=True)
        for line in _LINES if unit.measured else _RECOVERY:
            self._add_line(form, line, result)
        if unit.measured and unit.record.commercial:
            self._add_inspection(form, result)
        self.text = QLineEdit(result.text)
        self._column.addWidget(
            form.field(f"unit_text.{unit.unit}", self.tr("Remark on this unit"), self.text)
        )
        self._show_net()
        self._show_gap()

    def _add_line(self, form: Form, line: Sequence[Quantity], result: UnitResultRecord) -> None:
        row: list[tuple[QWidget, int]] = []
        for quantity in line:
            field = MeasureField(quantity, self._unit.unit, result.measured.get(quantity))
            form.fields[field.key] = field
            self.fields[quantity] = field
            row.append((field, 1))
        row += [(QWidget(), 1) for _ in range(_LEAST_PER_LINE - len(row))]
        self._column.addLayout(side_by_side(*row))
        amounts = {Quantity.ADDED_KG, Quantity.RECOVERED_KG}
        for watched, show, hint in (
            (amounts, self._show_net, self.net),
            ({Quantity.SUCTION_C, Quantity.OUTLET_C}, self._show_gap, self.gap),
        ):
            found = watched.intersection(line)
            for quantity in found:
                self.fields[quantity].value_changed.connect(show)
            if found:
                self._column.addWidget(hint)

    def _add_inspection(self, form: Form, result: UnitResultRecord) -> None:
        self._column.addWidget(label(self.tr("Simple inspection"), "label"))
        fields = []
        for item in InspectionItem:
            choice = QComboBox()
            choice.addItem("–", "")
            choice.addItem(self.tr("Normal"), Check.OK.value)
            choice.addItem(self.tr("Fault"), Check.FOUND.value)
            choice.setCurrentIndex(max(0, choice.findData(result.checks.get(item, ""))))
            self.checks[item] = choice
            key = f"inspection.{self._unit.unit}.{item.value}"
            fields.append((form.field(key, self._ctx.words(INSPECTION_NAMES[item]), choice), 1))
        for start in range(0, len(fields), _ITEMS_PER_LINE):
            self._column.addLayout(side_by_side(*fields[start : start + _ITEMS_PER_LINE]))

    def result(self) -> UnitResultRecord:
        """What the fields hold. Raises :class:`InvalidInput` for what cannot be right."""
        values = {quantity: field.value() for quantity, field in self.fields.items()}
        return UnitResultRecord(
            self._unit.unit,
            {quantity: value for quantity, value in values.items() if value is not None},
            {item: Check(box.currentData()) for item, box in self.checks.items() if box.currentData()},
            self.text.text().strip(),
        )

    def _numbers(self) -> dict[Quantity, float]:
        found = {quantity: field.number() for quantity, field in self.fields.items()}
        return {quantity: number for quantity, number in found.items() if number is not None}

    def _show_net(self) -> None:
        """What is in the unit after this job, as soon as the amounts are typed."""
        numbers, base = self._numbers(), self._unit.base_kg
        if not self._unit.measured:
            self._show_removed(base)
            return
        added, recovered = numbers.get(Quantity.ADDED_KG, 0.0), numbers.get(Quantity.RECOVERED_KG, 0.0)
        if base is None:
            _say(self.net, self.tr("Net charge: not known, the unit's own charge is not registered"))
            return
        net = round(base + added - recovered, 3)
        text = self.tr("Net charge: {before} + {added} − {recovered} = {net} kg").format(
            before=shown(base), added=shown(added), recovered=shown(recovered), net=shown(net)
        )
        rated = self._unit.record.charge_kg
        doubtful = rated is not None and is_doubtful_net(rated, net)
        if doubtful:
            text += "  " + self.tr("The unit's own charge is {rated} kg").format(rated=shown(rated))
        _say(self.net, text, doubtful=doubtful)

    def _show_removed(self, base: float | None) -> None:
        """Nobody answers for what is in a unit after its removal: say only what was in it before."""
        self.net.setVisible(base is not None)
        if base is not None:
            text = self.tr("Before the removal it held {before} kg by the refrigerant log.")
            _say(self.net, text.format(before=shown(base)))

    def _show_gap(self) -> None:
        """Suction less outlet."""
        numbers = self._numbers()
        found = difference(numbers)
        self.gap.setVisible(found is not None)
        if found is None:
            return
        text = self.tr("Suction − outlet = {difference} K").format(difference=f"{found:+g}")
        small = is_small_difference(numbers)
        if small:
            text += "  " + self.tr("Less than the usual {least} K").format(least=shown(LEAST_DIFFERENCE))
        _say(self.gap, text, doubtful=small)


def _say(line: QLabel, text: str, *, doubtful: bool = False) -> None:
    line.setText(text)
    line.setProperty("tone", "warn" if doubtful else "")
    restyle(line)


assert {quantity for line in _LINES for quantity in line} == set(MEASURES)
