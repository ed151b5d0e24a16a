"""Cells that a spreadsheet would run as a formula: made harmless when written, read back to the letter."""

from __future__ import annotations

import re

_STARTS = "=+\\-@＝＋－＠\t\r\n"
"""Excel's own signs, the full-width ones that a Japanese Excel accepts too, and what hides one after it."""

_FORMULA = re.compile(f"'*[{_STARTS}]")
_MADE_HARMLESS = re.compile(f"''*[{_STARTS}]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula, and that XML can hold.

    It gets an apostrophe before it; one that begins so by itself gets another, so that none is lost.
    """
    text = _NOT_XML.sub("", cell)
    return f"'{text}" if _FORMULA.match(text) else text


def as_written(cells: list[str]) -> list[str]:
    """The cells as they were before :func:`harmless`; a spreadsheet's mark of a text is removed too."""
    if "'" not in "".join(cells):  # as in most rows
        return cells
    return [cell[1:] if _MADE_HARMLESS.match(cell) else cell for cell in cells]
