"""Setting text: make it printable, break it into lines by Japanese rules, fit it into a width without clipping."""

from __future__ import annotations

from dataclasses import dataclass

from hvacdesk.documents.fonts import Fonts
from hvacdesk.domain.wording import Phrase, Words

_NOT_FIRST = frozenset(
    "、。，．・：；？！）］｝」』】〉》〕”’ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜,.:;?!)]}%℃㎡"
)
_NOT_LAST = frozenset("（［｛「『【〈《〔“‘([{¥〒#")
_LEADING = 1.35


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its text, size in points and weight; ``grey`` 0 is black."""

    text: str
    size: float
    bold: bool = False
    grey: float = 0.0

    @property
    def height(self) -> float:
        return self.size * _LEADING


class Typesetter:
    """Measures and breaks the text of one document.

    Attributes:
        substituted: whether a character without a glyph has been met since :meth:`begin`.
    """

    def __init__(self, fonts: Fonts, words: Words) -> None:
        self.fonts = fonts
        self.words = words
        self.substituted = False
        self._widths: dict[tuple[str, bool], float] = {}

    def begin(self) -> None:
        """Start a new copy, for which :attr:`substituted` is told apart."""
        self.substituted = False

    def say(self, text: Phrase, **details: object) -> str:
        """A phrase in the reader's language. ``details`` fill its placeholders and are never read as markup."""
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
    ) -> list[Line]:
        """The text in lines no wider than ``width``; its own line breaks are kept, empty ones dropped."""
        lines: list[Line] = []
        for paragraph in text.splitlines():
            printable = self.clean(paragraph).strip()
            if printable:
                parts = self._broken(printable, width, size, bold=bold)
                lines += [Line(part, size, bold, grey) for part in parts]
        return lines

    def fit(
        self, text: str, width: float, sizes: tuple[float, float], *, bold: bool = False, grey: float = 0.0
    ) -> list[Line]:
        """One line at the largest size between ``sizes`` (largest, smallest) that fits, else lines at the smallest.

        The whole text is always there: it shrinks first, then wraps.
        """
        largest, smallest = sizes
        lines = self.wrap(text, float("inf"), largest, bold=bold, grey=grey)
        if len(lines) != 1:
            return self.wrap(text, width, largest if len(lines) < 4 else smallest, bold=bold, grey=grey)
        natural = self.width(lines[0].text, largest, bold=bold)
        if natural <= width:
            return lines
        size = largest * width / natural
        if size >= smallest:
            return [Line(lines[0].text, size, bold, grey)]
        return self.wrap(text, width, smallest, bold=bold, grey=grey)

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
    """Whether a line may end between two characters: at spaces, and around Japanese ones but for their marks."""
    if before == " ":
        return after != " "
    if after in _NOT_FIRST or before in _NOT_LAST or after == " ":
        return False
    return before >= "\u2e80" or after >= "\u2e80" or before in "-/"
