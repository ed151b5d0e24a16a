"""Reading CSV: delimiter, quoting and encoding found, rows one by one, whatever the size of the file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import count

from hvacdesk.exchange.encodings import SAMPLE, find_encoding, without_half_letter
from hvacdesk.exchange.errors import EncodingUnknown, RowTooLong

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
        broken_off: the number of the last row, if the file was found to break off in it; known at its end.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.broken_off: tuple[int, ...] = ()
        sample = content[:SAMPLE]
        self.encoding = find_encoding(sample)
        self.delimiter = find_delimiter(sample.decode(self.encoding, "replace"))

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row with the number of its first line in the file.

        Raises:
            EncodingUnknown: a later part of the file is not in the encoding of its beginning.
            RowTooLong: a cell or a line is longer than any list has.
        """
        line, last, width, alike, row = 1, 1, 0, 0, list[str]()
        try:
            with io.TextIOWrapper(
                io.BytesIO(self._content), encoding=self.encoding, errors="surrogateescape", newline=""
            ) as file:
                lines = _Lines(file)
                reader = csv.reader(lines, delimiter=self.delimiter)
                for row in reader:
                    if not lines.at_end:
                        alike = alike + 1 if len(row) == width else 1
                        width = len(row)
                    yield line, row
                    last, line = line, reader.line_num + 1
                narrower = alike >= _TELLING and 0 < len(row) < width
                if lines.within_letter or (lines.at_end and narrower):
                    self.broken_off = (last,)
        except UnicodeError as error:
            raise EncodingUnknown from error
        except csv.Error as error:
            raise RowTooLong(line=line) from error


class _Lines:
    """Lines of bounded length, without the zero and end-of-file characters that old programs leave.

    A damaged file can be zeros without one line end for gigabytes.

    Attributes:
        at_end: whether the file ended without a line end.
        within_letter: whether it ended within a letter.
    """

    def __init__(self, file: io.TextIOBase) -> None:
        self._file = file
        self.at_end = False
        self.within_letter = False

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
            yield whole.replace("\x00", "").replace("\x1a", "")


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
