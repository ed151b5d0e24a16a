"""Setting text: make it printable, break it into lines by Japanese rules, fit it without clipping."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from hvacdesk.documents.kit.fonts import Fonts
from hvacdesk.domain.text.wording import Phrase, Words

_NOT_FIRST = frozenset(
    "、。，．・：；？！）］｝」』】〉》〕”’ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜,.:;?!)]}%℃㎡"
)
_NOT_LAST = frozenset("（［｛「『【〈《〔“‘([{¥〒#")
Made = TypeVar("Made")

_LEADING = 1.28
_MANY = 4
"""A text with so many line breaks of its own is set small."""

_Request = tuple[str, float, tuple[float, float], bool, float]


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One printed line: its text, size in points and weight; ``grey`` 0 is black."""

    text: str
    size: float
    bold: bool = False
    grey: float = 0.0

    @property
    def height(self) -> float:
        return self.size * _LEADING


Compose = Callable[[float], list[PrintedLine]]
"""Makes a block's lines at a share of their full size."""


def at_largest(compose: Compose, height: float) -> list[PrintedLine]:
    """The lines at the largest share of their size at which all of them fit."""
    share = 1.0
    while True:
        lines = compose(share)
        if sum(line.height for line in lines) <= height or share < 0.3:
            return lines
        share *= 0.93


class Typesetter:
    """Measures and breaks the text of one document.

    Attributes:
        substituted: whether a character without a glyph has been met since :meth:`begin`.
    """

    def __init__(self, fonts: Fonts, words: Words, *, least: float = 0.0) -> None:
        """``least`` is the smallest size in points that :meth:`fit` may come down to."""
        self.fonts = fonts
        self.words = words
        self._least = least
        self.substituted = False
        self._widths: dict[tuple[str, bool], float] = {}
        self._made: dict[Callable[[Typesetter], Any], Any] = {}
        self._fitted: dict[_Request, tuple[PrintedLine, ...]] = {}

    def begin(self) -> None:
        """Start a new copy, with a :attr:`substituted` of its own."""
        self.substituted = False

    def once(self, make: Callable[[Typesetter], Made]) -> Made:
        """What ``make`` returns for this typesetter, made at the first call.

        For parts of a page that are the same on every copy, so that a batch lays them out once.
        """
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    def say(self, text: Phrase, **details: object) -> str:
        """A phrase in the reader's language. ``details`` fill its placeholders, never as markup."""
        said = self.words(text)
        return said.format(**details) if details else said

    def clean(self, text: str) -> str:
        """The text as one printable line."""
        printable, replaced = self.fonts.printable(text)
        self.substituted = self.substituted or replaced
        return printable

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width of printable text, in points."""
        key = (text, bold)
        known = self._widths.get(key)
        if known is None:
            known = self._widths[key] = self.fonts.em_width(text, bold=bold)
        return known * size

    def wrap(
        self, text: str, width: float, size: float, *, bold: bool = False, grey: float = 0.0
    ) -> tuple[PrintedLine, ...]:
        """The text in lines no wider than ``width``; its own line breaks are kept, empty ones dropped."""
        return self.fit(text, width, (size, size), bold=bold, grey=grey)

    def fit(
        self, text: str, width: float, sizes: tuple[float, float], *, bold: bool = False, grey: float = 0.0
    ) -> tuple[PrintedLine, ...]:
        """One line at the largest size that fits between ``sizes`` (largest, smallest), else several.

        The whole text is always there: it shrinks first, then wraps.
        """
        if self._least:
            sizes = (max(sizes[0], self._least), max(sizes[1], self._least))
        key = (text, width, sizes, bold, grey)
        known = self._fitted.get(key)
        if known is not None:
            return known
        parts = [self.fonts.printable(part) for part in text.splitlines()]
        substituted = any(replaced for _, replaced in parts)
        self.substituted = self.substituted or substituted
        paragraphs = [stripped for clean, _ in parts if (stripped := clean.strip())]
        lines = self._fitted_lines(paragraphs, width, sizes, bold=bold, grey=grey)
        if not substituted:
            self._fitted[key] = lines
        return lines

    def one_line(
        self, text: str, width: float, largest: float, *, bold: bool = False, grey: float = 0.0
    ) -> PrintedLine:
        """The whole text in one line, as large as it fits: a sum is never broken, nor cut."""
        key = (text, width, (largest, 0.0), bold, grey)
        known = self._fitted.get(key)
        if known is not None:
            return known[0]
        printable, replaced = self.fonts.printable(text)
        clean = printable.strip()
        natural = self.width(clean, largest, bold=bold)
        size = largest if natural <= width else largest * width / natural
        line = PrintedLine(clean, size, bold, grey)
        if replaced:
            self.substituted = True
        else:
            self._fitted[key] = (line,)
        return line

    def fit_alike(
        self, texts: Sequence[str], width: float, sizes: tuple[float, float]
    ) -> tuple[PrintedLine, ...]:
        """Each text as :meth:`fit` sets it, all of one size: the parts of an address are of one rank."""
        fitted = [self.fit(text, width, sizes) for text in texts]
        size = min((line.size for lines in fitted for line in lines), default=sizes[1])
        return tuple(line for text in texts for line in self.wrap(text, width, size))

    def _fitted_lines(
        self, paragraphs: list[str], width: float, sizes: tuple[float, float], *, bold: bool, grey: float
    ) -> tuple[PrintedLine, ...]:
        largest, smallest = sizes
        size = largest
        if len(paragraphs) == 1:
            natural = self.width(paragraphs[0], largest, bold=bold)
            if natural > width:
                size = max(largest * width / natural, smallest)
                if size > smallest:
                    return (PrintedLine(paragraphs[0], size, bold, grey),)
        elif len(paragraphs) >= _MANY:
            size = smallest
        broken = (self._broken(part, width, size, bold=bold) for part in paragraphs)
        return tuple(PrintedLine(part, size, bold, grey) for parts in broken for part in parts)

    def _broken(self, text: str, width: float, size: float, *, bold: bool) -> list[str]:
        if self.width(text, size, bold=bold) <= width:
            return [text]
        lines: list[str] = []
        start, chance, used = 0, 0, 0.0
        for index, char in enumerate(text):
            if index > start and _may_break(text[index - 1], char):
                chance = index
            used += self.width(char, size, bold=bold)
            if used <= width or char == " " or index == start:
                continue
            cut = chance if chance > start else index
            lines.append(text[start:cut].rstrip())
            start = cut
            used = sum(self.width(kept, size, bold=bold) for kept in text[start : index + 1])
        lines.append(text[start:].rstrip())
        return lines


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end between two characters: at spaces, and around Japanese ones but marks.

    A phone number stays in one piece: nobody dials half of one; so does the honorific of organisations.
    """
    if before + after == "御中":
        return False
    if before == " ":
        return after != " "
    if after in _NOT_FIRST or before in _NOT_LAST or after == " ":
        return False
    if before == "-":
        return not after.isdigit()
    return before >= "\u2e80" or after >= "\u2e80" or before == "/"
