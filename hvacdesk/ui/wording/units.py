"""An air conditioner in one line, and a site that has none."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.jobs.jobs import UnitRecord


def unit_text(unit: UnitRecord) -> str:
    """``Living room  indoor  Daikin S22  2.2 kW  100 V``: what is known, in the order one asks for it."""
    where = (
        QCoreApplication.translate("Units", "outdoor")
        if unit.outdoor
        else QCoreApplication.translate("Units", "indoor")
    )
    parts = (
        unit.place,
        where,
        f"{unit.maker} {unit.model}".strip(),
        f"{unit.capacity_kw:g} kW" if unit.capacity_kw else "",
        f"{unit.volts} V" if unit.volts else "",
    )
    return "  ".join(part for part in parts if part)


def no_units() -> str:
    """What is said where a site's units would stand."""
    return QCoreApplication.translate("Units", "No unit is registered here yet.")
