"""Reading CSV: delimiter, quoting and encoding found, rows one by one, whatever the size of the file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import BinaryIO

from hvacdesk.exchange.encodings import SAMPLE, find_encoding
from hvacdesk.exchange.errors import EncodingUnknown, FileUnreadable, RowTooLong

LONGEST_LINE = 2_000_000
"""Characters of a line; the reader itself refuses a cell of more than 131,072."""

_DELIMITERS = (",", "\t", ";", "|")
_LOOKED_AT = 40


class DelimitedFile:
    """A CSV file, or the content of one that came out of an archive.

    Attributes:
        encoding: the Python name of the encoding that was found.
        delimiter: the character between cells.
    """

    def __init__(self, source: Path | bytes) -> None:
        self._source = source
        try:
            with self._opened() as file:
                sample = file.read(SAMPLE)
        except OSError as error:
            raise FileUnreadable from error
        self.encoding = find_encoding(sample)
        self.delimiter = find_delimiter(sample.decode(self.encoding, "replace"))

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row with the number of its first line in the file.

        Raises:
            EncodingUnknown: a later part of the file is not in the encoding of its beginning.
            RowTooLong: a cell or a line is longer than any list has.
            FileUnreadable: the disk or the share went away.
        """
        line = 1
        try:
            with io.TextIOWrapper(self._opened(), encoding=self.encoding, newline="") as file:
                reader = csv.reader(_without_nul(file), delimiter=self.delimiter)
                for row in reader:
                    yield line, row
                    line = reader.line_num + 1
        except UnicodeDecodeError as error:
            raise EncodingUnknown from error
        except csv.Error as error:
            raise RowTooLong(line=line) from error
        except OSError as error:
            raise FileUnreadable from error

    def _opened(self) -> BinaryIO:
        return io.BytesIO(self._source) if isinstance(self._source, bytes) else self._source.open("rb")


def _without_nul(file: io.TextIOBase) -> Iterator[str]:
    """Lines of bounded length, without the zero and end-of-file characters that old programs leave.

    A damaged file can be zeros without one line end for gigabytes.
    """
    for number in count(1):
        line = file.readline(LONGEST_LINE)
        if len(line) == LONGEST_LINE:
            raise RowTooLong(line=number)
        if not line:
            return
        yield line.replace("\x00", "").replace("\x1a", "")


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
