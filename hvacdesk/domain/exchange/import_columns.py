"""Which field of a customer a list's column holds, by its header: words of offices and of other programs.

The words themselves are data (``resources/import/columns.toml``); this reads them and looks headers up.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from hvacdesk.domain.exchange.importing import ImportField
from hvacdesk.domain.text.text_forms import fold

FORMAT = 1
_ANY_NUMBER = "{n}"
_BRACKETS = re.compile(r"[(\[【〔](.*?)[)\]】〕]")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class ColumnChoice:
    """What a column holds.

    Attributes:
        kind: None for one that is left out.
        choice: of several addresses or names the first that is filled counts, from 1.
    """

    kind: ImportField | None
    choice: int = 1


@dataclass(frozen=True)
class ProgramList:
    """The columns of a list that a program writes.

    Attributes:
        marks: keys of headers that all have to be there.
        columns: by the header's key; ``#`` in it means any number.
        separator: between several values of one cell, or empty.
        source, as_of, published: where the headers are from, when that was looked up, and whether it is the
            maker who says so.
    """

    name: str
    marks: frozenset[str]
    columns: Mapping[str, ColumnChoice]
    separator: str
    source: str
    as_of: str
    published: bool

    def column(self, header: str) -> ColumnChoice | None:
        """What a header means in the lists of that program; None where nothing is known of it."""
        key = header_key(header)
        return self.columns.get(key) or self.columns.get(_NUMBER.sub("#", key))


@dataclass(frozen=True)
class HeaderWords:
    """Everything that is known of headers."""

    words: Mapping[str, ColumnChoice]
    programs: tuple[ProgramList, ...]
    remarks: frozenset[str] = field(default_factory=frozenset)

    def guess(self, header: str) -> ColumnChoice:
        """What a column with this header usually holds; 電話番号2 is a 電話番号, お名前（必須） an お名前.

        住所2（建物） is a 住所（建物）.
        """
        kept = _BRACKETS.sub(
            lambda part: "" if header_key(part[1]) in self.remarks else part[0], fold(header)
        )
        for key in (header_key(header), header_key(kept), _NUMBER.sub("", header_key(kept))):
            if key in self.words:
                return self.words[key]
        return ColumnChoice(None)

    def program(self, headers: Iterable[str]) -> ProgramList | None:
        """The program that writes such a list: all its marks are there; the one with more marks wins."""
        keys = {header_key(header) for header in headers}
        fitting = [one for one in self.programs if one.marks <= keys]
        return max(fitting, key=lambda one: len(one.marks), default=None)

    def column(self, header: str, program: ProgramList | None) -> ColumnChoice:
        """What a column of a list holds."""
        known = program.column(header) if program is not None else None
        return known or self.guess(header)


@lru_cache(maxsize=4096)
def header_key(text: str) -> str:
    """The form in which headers are compared: no spaces or signs, any width and case."""
    return "".join(letter for letter in fold(text) if letter.isalnum() or letter == "〒")


def parse_header_words(text: str) -> HeaderWords:
    """Read the data file.

    Raises:
        ValueError: another format, an unknown field, or one header for two fields.
    """
    data = tomllib.loads(text)
    if data["format"] != FORMAT:
        raise ValueError(f"columns.toml has format {data['format']}")
    words: dict[str, ColumnChoice] = {}
    for name, headers in data["words"].items():
        choice = _choice(name)
        for header in headers:
            if words.setdefault(header_key(header), choice) != choice:
                raise ValueError(f"{header} stands for two fields")
    remarks = frozenset(map(header_key, data["remarks"]))
    return HeaderWords(words, tuple(map(_program, data["program"])), remarks)


def _program(data: Mapping[str, Any]) -> ProgramList:
    columns, marks = data["columns"], data["marks"]
    return ProgramList(
        name=str(data["name"]),
        marks=frozenset(map(header_key, marks)),
        columns={_pattern_key(header): _choice(text) for header, text in columns.items()},
        separator=str(data.get("separator", "")),
        source=str(data["source"]),
        as_of=str(data["as_of"]),
        published=bool(data["published"]),
    )


def _pattern_key(header: str) -> str:
    return "#".join(header_key(part) for part in header.split(_ANY_NUMBER))


def _choice(text: str) -> ColumnChoice:
    name, _, choice = text.partition(" ")
    return ColumnChoice(ImportField(name) if name else None, int(choice or 1))
