"""Quantities that are measured on site: their units, what they usually are, and what they cannot be.

A value outside the usual range is asked about and kept; a value outside the possible one is refused. The
ranges are guides for typing slips (as of 2026-11), not limits of the law or of a maker; ``source`` says where
such values are given, and a professional should confirm them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.errors import BadNumber, OutOfRange
from hvacdesk.domain.text.text_forms import DASHES
from hvacdesk.domain.text.wording import Phrase, Words, phrase


class Quantity(StrEnum):
    """What is measured for each refrigerant circuit, in the order of the printed results sheet."""

    AIRTIGHT_MPA = "airtight_mpa"
    AIRTIGHT_MIN = "airtight_min"
    VACUUM_MIN = "vacuum_min"
    VACUUM_PA = "vacuum_pa"
    VACUUM_HELD_MIN = "vacuum_held_min"
    ADDED_KG = "added_kg"
    RECOVERED_KG = "recovered_kg"
    INSULATION_MOHM = "insulation_mohm"
    SUCTION_C = "suction_c"
    OUTLET_C = "outlet_c"
    CURRENT_A = "current_a"


@dataclass(frozen=True)
class QuantityRule:
    """How a quantity is written and judged.

    Attributes:
        unit: as printed; numbers are stored in it.
        spellings: other ways in which people write the unit, folded to lower case.
        usual: outside of it the person is asked, and the value is kept if they say that it is right.
        possible: outside of it the value is refused.
        thousands: values above a thousand are everyday, so a comma before three digits parts thousands;
            otherwise it is a decimal comma.
        source: where the usual range was read.
    """

    name: Phrase
    unit: str
    usual: tuple[float, float]
    possible: tuple[float, float]
    source: str
    spellings: tuple[str, ...] = ()
    thousands: bool = False

    def unit_name(self, words: Words) -> str:
        """The unit in the reader's language."""
        return words(_MINUTE) if self.unit == "min" else self.unit


_MINUTE = phrase("Results", "min")
_MINUTES = ("min", "分", "分間", "minutes")
_KILOGRAMS = ("kg", "キロ", "㌔")
_DEGREES = ("c", "度")

MEASURES: dict[Quantity, QuantityRule] = {
    Quantity.AIRTIGHT_MPA: QuantityRule(
        phrase("Results", "Airtightness, pressure"),
        "MPa",
        (0.5, 4.3),
        (0.0, 10.0),
        "makers' installation manuals: design pressure of R32 and R410A 4.15 MPa, in steps from 0.5 MPa",
        ("メガパスカル",),
    ),
    Quantity.AIRTIGHT_MIN: QuantityRule(
        phrase("Results", "Airtightness, time"),
        "min",
        (5, 1_500),
        (0, 10_080),
        "makers' installation manuals: 5 minutes at each step, a day for long pipes",
        _MINUTES,
        thousands=True,
    ),
    Quantity.VACUUM_MIN: QuantityRule(
        phrase("Results", "Vacuum, time"),
        "min",
        (10, 480),
        (0, 10_080),
        "makers' installation manuals: 15 minutes and more",
        _MINUTES,
        thousands=True,
    ),
    Quantity.VACUUM_PA: QuantityRule(
        phrase("Results", "Vacuum, reached"),
        "Pa",
        (1, 700),
        (0, 101_325),
        "makers' installation manuals: -0.1 MPa (-755 mmHg) on the gauge, 667 Pa absolute",
        ("パスカル",),
        thousands=True,
    ),
    Quantity.VACUUM_HELD_MIN: QuantityRule(
        phrase("Results", "Vacuum, held"),
        "min",
        (1, 1_500),
        (0, 10_080),
        "makers' installation manuals: 1 to 2 minutes for rooms, an hour for long pipes",
        _MINUTES,
        thousands=True,
    ),
    Quantity.ADDED_KG: QuantityRule(
        phrase("Results", "Refrigerant added"),
        "kg",
        (0, 10),
        (0, 1_000),
        "room and package units hold 0.4 to 10 kg (makers' catalogues)",
        _KILOGRAMS,
    ),
    Quantity.RECOVERED_KG: QuantityRule(
        phrase("Results", "Refrigerant recovered"),
        "kg",
        (0, 10),
        (0, 1_000),
        "room and package units hold 0.4 to 10 kg (makers' catalogues)",
        _KILOGRAMS,
    ),
    Quantity.INSULATION_MOHM: QuantityRule(
        phrase("Results", "Insulation resistance"),
        "MΩ",
        (1, 4_000),
        (0, 100_000),
        "makers' manuals: 1 MΩ and more; 電気設備の技術基準 第58条: 0.1 MΩ (to 150 V), 0.2 MΩ (to 300 V)",
        ("m", "mω", "mohm", "メガ", "メガオーム"),
        thousands=True,
    ),
    Quantity.SUCTION_C: QuantityRule(
        phrase("Results", "Suction air"),
        "℃",
        (5, 38),
        (-30, 70),
        "makers' catalogues: indoor air in operation",
        _DEGREES,
    ),
    Quantity.OUTLET_C: QuantityRule(
        phrase("Results", "Outlet air"),
        "℃",
        (3, 60),
        (-30, 90),
        "makers' catalogues: indoor air in operation",
        _DEGREES,
    ),
    Quantity.CURRENT_A: QuantityRule(
        phrase("Results", "Running current"),
        "A",
        (0.3, 30),
        (0, 400),
        "makers' catalogues: room and package units",
        ("アンペア",),
    ),
}

LEAST_DIFFERENCE = 8.0
"""Suction and outlet air of a unit in full operation differ by 8 K and more (makers' service manuals)."""


class NotANumber(BadNumber):
    """Text in a field for a measured value."""

    todo = phrase("Errors", "Type the number alone, such as 4.15, and save again.")


_DASHES = str.maketrans(dict.fromkeys(DASHES, "-"))
_MARKS = str.maketrans("。､、", ".,,")
_NUMBER = re.compile(r"([+-]?)(\d[\d,]*(?:\.\d+)?|\.\d+)\s*(.*)", re.ASCII)
_AT_LEAST = ("以上", "over", "+")


def read_number(text: str, measure: QuantityRule, field: str = "measured", part: str = "") -> float | None:
    """The number that somebody typed, of any width, with a decimal comma or the unit; None if empty.

    ``100以上``, as insulation testers show it, is taken as its number.

    Raises:
        NotANumber: there is no number in it, or something else too.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).translate(_MARKS).strip()
    if not plain:
        return None
    found = _NUMBER.fullmatch(plain)
    if found is None or not _is_unit(found[3], measure):
        raise NotANumber(field, part=part)
    digits = _with_point(found[2], measure)
    try:
        return float(found[1] + digits)
    except ValueError:
        raise NotANumber(field, part=part) from None


def _is_unit(text: str, measure: QuantityRule) -> bool:
    written = text.lower().replace("°", "").strip()
    for ending in _AT_LEAST:
        written = written.removesuffix(ending).strip()
    unit = unicodedata.normalize("NFKC", measure.unit).lower().replace("°", "")
    return written in ("", unit, *measure.spellings)


def _with_point(digits: str, measure: QuantityRule) -> str:
    """``4,15`` as 4.15 and ``1,000`` as 1000, by whether the quantity has thousands.

    What makes no sense, such as two decimal commas, comes back as no number.
    """
    whole, _, last = digits.rpartition(",")
    if not (whole and last):
        return digits
    if measure.thousands and re.fullmatch(r"[1-9]\d{0,2}(,\d{3})*,\d{3}(\.\d+)?", digits, re.ASCII):
        return digits.replace(",", "")
    return f"{whole}.{last}"


def check_possible(quantity: Quantity, value: float, *, part: str = "") -> None:
    """Raise :class:`OutOfRange` for a value that the quantity cannot have."""
    lowest, highest = MEASURES[quantity].possible
    if not lowest <= value <= highest:
        raise OutOfRange("measured", lowest, highest, part=part or quantity.value)


def is_usual(quantity: Quantity, value: float) -> bool:
    """Whether the value needs no question."""
    lowest, highest = MEASURES[quantity].usual
    return lowest <= value <= highest


def shown(value: float | None) -> str:
    """A stored number as it is written: without needless zeros; empty for None."""
    return "" if value is None else f"{value:.10g}"
