"""The fields of an air conditioner, each described once; see :mod:`hvacdesk.domain.fields`.

One more text or number of a unit is a member of :class:`UnitField`, an attribute of ``UnitRecord``, its
column with its migration, and one line in :data:`UNITS`. Whether it is outdoors or commercial are facts
beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Any

from hvacdesk.domain.customers.customer_rules import CLEANED
from hvacdesk.domain.fields import DescribedField, FieldSet, TextKind, Use, WholeForm, filled
from hvacdesk.domain.jobs.jobs import UnitRecord
from hvacdesk.domain.jobs.quantities import shown
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.text.input_checks import check_range
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.text_forms import fold
from hvacdesk.domain.text.traces import Trace
from hvacdesk.domain.text.wording import Phrase, phrase


class UnitField(StrEnum):
    """What is kept of a unit in words and numbers."""

    PLACE = "place"
    MAKER = "maker"
    MODEL = "model"
    SERIAL = "serial"
    CAPACITY_KW = "capacity_kw"
    YEAR = "year"
    DESIGN_YEARS = "design_years"
    REFRIGERANT = "refrigerant"
    CHARGE_KG = "charge_kg"
    OUTLET = "outlet"
    VOLTS = "volts"


@dataclass(frozen=True)
class NumberRange:
    """What a number can be, in which unit. ``highest`` is None for a year, which ends with the next one."""

    kind: type[int] | type[float]
    lowest: float
    highest: float | None = None
    unit: str = ""


@dataclass(frozen=True)
class UnitDescription(DescribedField[UnitField, UnitRecord]):
    """One field of a unit.

    Attributes:
        measure: what it can be, where it is a number.
        of_customer: whether it tells something of the customer, and so is withheld while the use of the
            customer's data is suspended, and disclosed to somebody who asks what is held.
    """

    measure: NumberRange | None = None
    of_customer: bool = False


_A_THINGS = dict.fromkeys(
    (Use.BLACKED_OUT, Use.BARRED), "It tells of a thing, and every copy prints what is known of the units."
)
_OTHERWISE = {
    **_A_THINGS,
    Use.MERGED: "A merged customer has the units of both, each as it was.",
    Use.SHOWN: "A block has one line for each unit, made of what one asks for first.",
}
_NOT_SEARCHED = {Use.FOUND: "Many units have the same, so that it finds nobody in particular."}
_AT_HAND = {Use.EXPORTED: "It is for the work at hand, and no other program asks for it."}


def _field(key: UnitField, label: Phrase, **more: Any) -> UnitDescription:
    value = attrgetter(key.value)

    def full(record: UnitRecord) -> tuple[str, ...]:
        known = value(record)
        return filled(shown(known) if isinstance(known, float) else str(known)) if known is not None else ()

    otherwise = more.pop("otherwise", _NOT_SEARCHED)
    return UnitDescription(
        key,
        label,
        columns=(key.value,),
        full=full,
        masked=lambda record, _may: (Masked.shown("".join(full(record))),),
        told_as=None,
        printed=None,
        trace=lambda _record: Trace(),
        otherwise={**_OTHERWISE, **otherwise},
        **more,
    )


UNITS = (
    _field(
        UnitField.PLACE,
        phrase("Units", "Room or place"),
        kind=TextKind.LINE,
        of_customer=True,
        disclosed=phrase("Disclosure", "Place"),
    ),
    _field(UnitField.MAKER, phrase("Units", "Maker"), kind=TextKind.LINE),
    _field(UnitField.MODEL, phrase("Units", "Model"), kind=TextKind.CODE),
    _field(
        UnitField.SERIAL,
        phrase("Units", "Serial number"),
        kind=TextKind.CODE,
        of_customer=True,
        disclosed=phrase("Disclosure", "Serial number"),
        whole=WholeForm("serial", lambda record: fold(record.serial)),
        otherwise={},
    ),
    _field(
        UnitField.CAPACITY_KW,
        phrase("Units", "Capacity (kW)"),
        measure=NumberRange(float, 0.1, 1_000.0, "kW"),
    ),
    _field(UnitField.YEAR, phrase("Units", "Year"), measure=NumberRange(int, 1970, unit="年")),
    _field(
        UnitField.DESIGN_YEARS,
        phrase("Units", "Design period (years)"),
        measure=NumberRange(int, 1, 50, "年"),
    ),
    _field(UnitField.REFRIGERANT, phrase("Units", "Refrigerant"), kind=TextKind.LINE),
    _field(
        UnitField.CHARGE_KG, phrase("Units", "Charge (kg)"), measure=NumberRange(float, 0.0, 1_000.0, "kg")
    ),
    _field(
        UnitField.OUTLET,
        phrase("Units", "Outlet shape"),
        kind=TextKind.LINE,
        otherwise=_NOT_SEARCHED | _AT_HAND,
    ),
    _field(
        UnitField.VOLTS,
        phrase("Units", "Voltage"),
        measure=NumberRange(int, 100, 440, "V"),
        otherwise=_NOT_SEARCHED | _AT_HAND,
    ),
)
"""Every field, in the order of :class:`UnitField`."""

UNIT_FIELDS = FieldSet(*UNITS)


def checked_values(record: UnitRecord, this_year: int) -> dict[str, Any]:
    """Every text as it is stored, once the numbers are possible ones.

    Raises:
        InvalidInput: or one of its kinds, which names the field.
    """
    for one in UNITS:
        if one.measure:
            highest = this_year + 1 if one.measure.highest is None else one.measure.highest
            check_range(one.key.value, getattr(record, one.key.value), one.measure.lowest, highest)
    for free in UNIT_FIELDS.texts_of(TextKind.LINE, TextKind.PROSE):
        check_free_text(free.key.value, getattr(record, free.key.value))
    return {
        one.key.value: CLEANED[one.kind](one.key.value, getattr(record, one.key.value))
        for one in UNITS
        if one.kind
    }


def locked(record: UnitRecord) -> dict[str, Any]:
    """What becomes of a unit whose customer's data is suspended: nothing of the customer is left."""
    return {one.key.value: type(getattr(record, one.key.value))() for one in UNITS if one.of_customer}
