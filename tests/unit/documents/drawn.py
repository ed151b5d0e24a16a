"""What is drawn where: the texts of a PDF with their boxes, caught at the canvas."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any
from unittest import mock

from reportlab.pdfbase.pdfmetrics import stringWidth

from hvacdesk.documents.kit import page

_PRINTABLE_EDGE = 12.0
"""Laser printers leave about 4 mm blank."""


@dataclass(frozen=True)
class Drawn:
    page: int
    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def size(self) -> float:
        """Type in points."""
        return round((self.top - self.bottom) / 0.8, 2)

    def covers(self, other: Drawn) -> bool:
        """Whether two texts lie on each other by more than a hair."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.top, other.top) - max(self.bottom, other.bottom)
        return self.page == other.page and across > 0.6 and down > 0.6


class _Watcher:
    def __init__(self, canvas: Any, seen: list[Drawn]) -> None:
        self._canvas = canvas
        self._seen = seen
        self._page = 1
        self._font = ("", 0.0)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._canvas, name)

    def setFont(self, name: str, size: float) -> None:
        self._font = (name, size)
        self._canvas.setFont(name, size)

    def showPage(self) -> None:
        self._page += 1
        self._canvas.showPage()

    def drawString(self, x: float, y: float, text: str, **how: Any) -> None:
        name, size = self._font
        width = stringWidth(text.rstrip(), name, size)
        self._seen.append(Drawn(self._page, text, x, x + width, y - 0.08 * size, y + 0.72 * size))
        self._canvas.drawString(x, y, text, **how)


def drawn_by(draw: Callable[[], object]) -> list[Drawn]:
    """Every text that ``draw`` puts on paper."""
    seen: list[Drawn] = []
    plain = page.new_canvas
    with mock.patch.object(page, "new_canvas", lambda *args: _Watcher(plain(*args), seen)):
        draw()
    return seen


def outside_paper(texts: list[Drawn]) -> Iterator[Drawn]:
    """Texts that a printer would cut."""
    for text in texts:
        inside = text.left > _PRINTABLE_EDGE and text.right < page.WIDTH - _PRINTABLE_EDGE
        if not (inside and text.bottom > _PRINTABLE_EDGE and text.top < page.HEIGHT - _PRINTABLE_EDGE):
            yield text


def overlaps(texts: list[Drawn]) -> Iterator[tuple[str, str]]:
    """Pairs of texts printed over each other."""
    for number in {text.page for text in texts}:
        here = [text for text in texts if text.page == number and text.text.strip()]
        yield from ((one.text, other.text) for one, other in combinations(here, 2) if one.covers(other))
