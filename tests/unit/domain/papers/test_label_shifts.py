"""Which shift a printer gets that is chosen in the print dialog, after another one was meant."""

from __future__ import annotations

import pytest

from hvacdesk.domain.papers.label_sheets import NOT_SHIFTED, LabelShift, PrinterShifts

TYPED, LASER, USUAL = LabelShift(right=1), LabelShift(down=2), LabelShift(right=-3)


@pytest.mark.parametrize(
    ("chosen", "printer", "usual", "expected"),
    [
        ("", "office", "office", TYPED),
        ("laser", "laser", "office", TYPED),
        ("office", "laser", "office", LASER),
        ("", "laser", "office", LASER),
        ("", "inkjet", "office", NOT_SHIFTED),
        ("laser", "office", "office", USUAL),
        ("inkjet", "laser", "laser", LASER),
        ("", "inkjet", "", NOT_SHIFTED),
    ],
)
def test_each_printer_gets_its_own(chosen: str, printer: str, usual: str, expected: LabelShift) -> None:
    assert PrinterShifts(chosen, TYPED, {"laser": LASER, "": USUAL}).of(printer, usual) == expected
