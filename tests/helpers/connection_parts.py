"""What only a seat looks at when it checks itself, in the order in which it says so."""

from __future__ import annotations

from hvacdesk.domain.office.self_check import Part

OF_THE_CONNECTION = (
    Part.OFFICE_PC,
    Part.WAY,
    Part.CERTIFICATE,
    Part.OFFICE_CLOCK,
    Part.OFFICE_VERSION,
    Part.SEAT,
)
