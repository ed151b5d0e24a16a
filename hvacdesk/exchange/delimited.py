"""Reading CSV: delimiter, quoting and encoding found, rows one by one, whatever the size of the file."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

from hvacdesk.exchange.encodings import SAMPLE, find_encoding, without_half_letter
from hvacdesk.exchange.errors import EncodingUnknown, QuoteNotClosed, RowsWithinQuotes, RowTooLong

LONGEST_LINE = 2_000_000
"""Characters of a line; the reader itself refuses a cell of more than 131,072."""

_DELIMITERS = (",", "\t", ";", "|")
_LOOKED_AT = 40
_TELLING = 2
"""So many rows of one width before the last one: if that has fewer cells, the file breaks off in it."""


class DelimitedFile:
    """The content of a CSV file.

    Attributes:
        encoding: the Python name of the encoding that was found.
        delimiter: the character between cells.
        broken_off: the numbers of the rows that are not whole: one with a quotation mark where none belongs,
            and the last one, if the file was found to break off in it; known at the file's end.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.broken_off: tuple[int, ...] = ()
        sample = content[:SAMPLE]
        self.encoding = find_encoding(sample)
        self.delimiter = find_delimiter(sample.decode(self.encoding, "replace"))

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row with the number of its first line in the file.

        A quotation mark that is not closed would take all that follows into its cell, down to the next one or
        to the file's end. A row of one line is given out as far as it goes then, and counts as broken off;
        where it would take other lines, nobody knows where the rows begin, and the file is refused.

        Raises:
            EncodingUnknown: a later part of the file is not in the encoding of its beginning.
            RowTooLong: a cell or a line is longer than any list has.
            QuoteNotClosed, RowsWithinQuotes: a cell in quotation marks takes other rows with it.
        """
        line, last, width, alike, row = 1, 1, 0, 0, list[str]()
        broken: list[int] = []
        widths = _Widths(self.delimiter)
        try:
            with io.TextIOWrapper(
                io.BytesIO(self._content), encoding=self.encoding, errors="surrogateescape", newline=""
            ) as file:
                lines = _Lines(file)
                reader = csv.reader(lines, delimiter=self.delimiter, strict=True)
                while True:
                    lines.taken = 0
                    try:
                        row = next(reader)
                    except StopIteration:
                        break
                    except csv.Error:
                        row = self._misquoted(lines, line, reader.line_num)
                        broken.append(line)
                    if not lines.at_end:
                        alike = alike + 1 if len(row) == width else 1
                        width = len(row)
                    widths.note(row, line, reader.line_num, lines.text)
                    yield line, row
                    last, line = line, reader.line_num + 1
                narrower = alike >= _TELLING and 0 < len(row) < width
                if (lines.within_letter or (lines.at_end and narrower)) and last not in broken:
                    broken.append(last)
        except UnicodeError as error:
            raise EncodingUnknown from error
        widths.check()
        self.broken_off = tuple(broken)

    def _misquoted(self, lines: _Lines, line: int, last: int) -> list[str]:
        """The cells of a row of one line with a quotation mark that is not closed, or not where it ends."""
        if lines.taken > csv.field_size_limit():
            raise RowTooLong(line=line)
        if last > line:
            raise QuoteNotClosed(line=line)
        return next(csv.reader([lines.text.rstrip("\r\n")], delimiter=self.delimiter))


class _Suspect(NamedTuple):
    """A row of several lines: from which to which, its cells, and what stands within its longer cells.

    Attributes:
        breaks: line ends within them that are like those between rows.
        delimiters: all of them there; ``fullest`` those of the fullest line that is whole.
    """

    line: int
    last: int
    cells: int
    breaks: int
    delimiters: int
    fullest: int


class _Widths:
    """Tells a cell of several lines from rows of the list that a quotation mark took into a cell.

    Excel ends lines within a cell otherwise than rows, so that its cells are none. Where a program ends both
    alike, the delimiters tell: rows without quotation marks have one fewer than cells, each.
    """

    def __init__(self, delimiter: str) -> None:
        self._delimiter = delimiter
        self._widths = Counter[int]()
        self._suspects: list[_Suspect] = []

    def note(self, row: Sequence[str], line: int, last: int, text: str) -> None:
        """Note a row; ``text`` is its last line in the file, with its end."""
        self._widths[len(row)] += 1
        if last == line:
            return
        end = text[len(text.rstrip("\r\n")) :][:2] or "\n"
        parts = [cell.split(end) for cell in row if end in cell]
        counts = [[part.count(self._delimiter) for part in cell] for cell in parts]
        delimiters = sum(map(sum, counts))
        if delimiters:
            breaks = sum(len(cell) - 1 for cell in parts)
            fullest = max((inner for cell in counts for inner in cell[1:-1]), default=0)
            self._suspects.append(_Suspect(line, last, len(row), breaks, delimiters, fullest))

    def check(self) -> None:
        """Raise :class:`RowsWithinQuotes` for the first row that holds others."""
        usual = max(self._widths, key=lambda width: (width > 1, self._widths[width]), default=0) - 1
        for one in self._suspects if usual > 0 else ():
            within = one.delimiters + one.cells - 1 >= (one.breaks + 1) * usual
            if within or one.fullest >= usual:
                raise RowsWithinQuotes(line=one.line, last=one.last)


class _Lines:
    """Lines of bounded length, without the zero and end-of-file characters that old programs leave.

    A damaged file can be zeros without one line end for gigabytes.

    Attributes:
        at_end: whether the file ended without a line end.
        text: the last line that was given out.
        taken: characters that were given out since somebody set it to none.
        within_letter: whether it ended within a letter.
    """

    def __init__(self, file: io.TextIOBase) -> None:
        self._file = file
        self.at_end = False
        self.within_letter = False
        self.text = ""
        self.taken = 0

    def __iter__(self) -> Iterator[str]:
        for number in count(1):
            line = self._file.readline(LONGEST_LINE)
            if len(line) == LONGEST_LINE:
                raise RowTooLong(line=number)
            if not line:
                return
            self.at_end = line[-1] not in "\r\n\x1a"
            whole = without_half_letter(line, self.at_end)
            self.within_letter = len(whole) < len(line)
            self.text = whole.replace("\x00", "").replace("\x1a", "")
            self.taken += len(self.text)
            yield self.text


def find_delimiter(text: str) -> str:
    """The delimiter that cuts the first rows into the most equal number of cells."""
    lines = text.splitlines()[:_LOOKED_AT]

    def fitness(delimiter: str) -> tuple[int, int]:
        try:
            counts = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
        except csv.Error:
            return 0, 0
        usual = max(set(counts), key=counts.count, default=1)
        return (counts.count(usual) if usual > 1 else 0), usual

    return max(_DELIMITERS, key=fitness)
