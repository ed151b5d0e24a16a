"""Filling pages from top to bottom: nothing is cut off; what belongs together stays together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from hvacdesk.documents.kit.page import Sheet

Draw = Callable[[Sheet, float, float], None]
"""Draws on a sheet, from a top edge downwards, in a height (both in points)."""


@dataclass(frozen=True, slots=True)
class Band:
    """A strip of the page's full width that is never divided.

    Attributes:
        gap: space above, dropped at the top of a page.
        keep: stays on the page of the band that follows.
        grow: how much of the page's unused height it may have in addition to its own.
        repeat: drawn first when the page breaks before this band, such as a table's column heads.
    """

    height: float
    draw: Draw
    gap: float = 0.0
    keep: bool = False
    grow: float = 0.0
    repeat: Band | None = None


@dataclass(frozen=True, slots=True)
class PlacedBand:
    """A band and its top edge and height on one page."""

    band: Band
    top: float
    height: float


def _groups(bands: Sequence[Band]) -> Iterator[list[Band]]:
    group: list[Band] = []
    for band in bands:
        group.append(band)
        if not band.keep:
            yield group
            group = []
    if group:
        yield group


def _height(bands: Sequence[Band]) -> float:
    return sum(band.gap + band.height for band in bands)


def _pages(bands: Sequence[Band], first: float, others: float) -> list[list[Band]]:
    pages: list[list[Band]] = [[]]
    left = first

    def turn(before: Band) -> None:
        nonlocal left
        pages.append([before.repeat] if before.repeat else [])
        left = others - _height(pages[-1])

    for group in _groups(bands):
        if _height(group) > left and pages[-1] and _height(group) - group[0].gap <= others:
            turn(group[0])
        for band in group:
            gap = band.gap if pages[-1] else 0.0
            if gap + band.height > left and pages[-1]:
                turn(band)
                gap = 0.0
            pages[-1].append(band)
            left -= gap + band.height
    return pages


def _place(page: Sequence[Band], top: float, bottom: float) -> list[PlacedBand]:
    used = _height(page) - (page[0].gap if page else 0.0)
    spare = max(0.0, top - bottom - used)
    wanted = sum(band.grow for band in page)
    share = min(1.0, spare / wanted) if wanted else 0.0
    placed: list[PlacedBand] = []
    for index, band in enumerate(page):
        top -= band.gap if index else 0.0
        height = band.height + band.grow * share
        placed.append(PlacedBand(band, top, height))
        top -= height
    return placed


def paginate(
    bands: Sequence[Band], first_top: float, other_top: float, bottom: float
) -> list[list[PlacedBand]]:
    """Distribute bands over as many pages as they need.

    ``first_top`` and ``other_top`` are where the body begins on the first page and on the others, ``bottom``
    where it ends, in points from the paper's lower edge.
    """
    pages = _pages(bands, first_top - bottom, other_top - bottom)
    return [_place(page, other_top if index else first_top, bottom) for index, page in enumerate(pages)]
