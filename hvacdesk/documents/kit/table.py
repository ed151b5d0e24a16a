"""Tables on paper: columns by shares of the width, heads repeated on each page, rows that may be struck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import Cell, row
from hvacdesk.documents.kit.page import BODY, LEFT, MUTED, Sheet
from hvacdesk.documents.kit.text import Typesetter

_AIR = 6.0


@dataclass(frozen=True, slots=True)
class Row:
    """One row's texts; a struck one is crossed out by a line and stays readable."""

    texts: Sequence[str]
    struck: bool = False
    bold: bool = False


def table(
    setter: Typesetter,
    titles: Sequence[str],
    shares: Sequence[float],
    rows: Sequence[Row],
    *,
    size: float = 9.5,
    pad: float = 3.0,
    shrink: bool = True,
) -> list[Band]:
    """The head and the rows. ``shares`` of the width belong to the columns, in order.

    Args:
        shrink: set long texts smaller before they are broken; otherwise every text has the same size.
    """
    whole = sum(shares)
    lefts = [LEFT + BODY * sum(shares[:number]) / whole for number in range(len(shares))]
    widths = [BODY * share / whole - _AIR for share in shares]

    def cells(texts: Sequence[str], largest: float, *, grey: float = 0.0, bold: bool = False) -> list[Cell]:
        sizes = (largest, largest - 2.5 if shrink else largest)
        return [
            Cell(left, setter.fit(text, width, sizes, grey=grey, bold=bold))
            for text, left, width in zip(texts, lefts, widths, strict=True)
        ]

    titled = row(cells(titles, 8.5, grey=MUTED), pad=2, rule=True)
    head = replace(titled[0], keep=True)
    bands = [replace(band, keep=True) for band in titled]
    for one in rows:
        made = row(cells(one.texts, size, bold=one.bold), pad=pad, rule=True, repeat=head)
        bands += [_struck(band) for band in made] if one.struck else made
    return bands


def _struck(band: Band) -> Band:
    def draw(sheet: Sheet, top: float, height: float) -> None:
        band.draw(sheet, top, height)
        sheet.rule(LEFT - 2, LEFT + BODY, top - height / 2, weight=0.9)

    return replace(band, draw=draw)
