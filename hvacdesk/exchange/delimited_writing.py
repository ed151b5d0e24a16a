"""Writing a table as CSV that Excel opens as it is."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from hvacdesk.exchange.formulas import harmless

MARK = "\ufeff"
"""Without it a Japanese Excel takes UTF-8 for cp932."""


def delimited(titles: Sequence[str], rows: Iterable[Sequence[str | int]]) -> bytes:
    """The table in UTF-8 with its mark; no text can start a formula, and a number stays one below zero."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(titles)
    writer.writerows([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return (MARK + text.getvalue()).encode("utf-8")
