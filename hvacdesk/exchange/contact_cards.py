"""Reading contact cards (vCard 2.1, 3.0 and 4.0) as a table: a header, and a row for each card.

Cards of Japanese phones name a character set for each value (Shift_JIS, in quoted-printable); newer ones are
UTF-8. Properties: versit vCard 2.1; RFC 2426; RFC 6350. Phonetic names: ``X-PHONETIC-…`` (Apple, Google) and
``SOUND;X-IRMC-N`` (Japanese phones).
"""

from __future__ import annotations

import quopri
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import TextIO
from urllib.parse import unquote

from hvacdesk.exchange.encodings import SAMPLE, find_encoding
from hvacdesk.exchange.errors import EncodingUnknown, FileUnreadable, RowTooLong

LONGEST_LINE = 20_000_000
"""Characters of a line; a photograph may stand in a single one."""

LONGEST_TEXT = 1_000_000
"""Characters of a property that goes over several lines, pictures apart."""

HEADER = (
    "FN",
    "FN phonetic",
    "N family",
    "N given",
    "N family phonetic",
    "N given phonetic",
    "ORG",
    "ORG phonetic",
    "ADR postal code",
    "ADR region",
    "ADR locality",
    "ADR street",
    "ADR extended",
    "TEL home",
    "TEL cell",
    "TEL work",
    "TEL fax",
    "EMAIL",
    "NOTE",
)
_BEGIN, _END = "BEGIN:VCARD", "END:VCARD"
_PHONETIC = {
    "X-PHONETIC-LAST-NAME": "N family phonetic",
    "X-PHONETIC-FIRST-NAME": "N given phonetic",
    "X-PHONETIC-ORG": "ORG phonetic",
}
_ADDRESS = ("ADR street", "ADR locality", "ADR region", "ADR postal code", "ADR extended")
_ENCODED = frozenset({"B", "BASE64"})
_PICTURES = frozenset({"PHOTO", "LOGO", "KEY"})
_UNESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PARTS = re.compile(r"(?<!\\);")


@dataclass(frozen=True)
class _Property:
    """One line of a card: ``name;parameter=value:text``."""

    name: str
    parameters: Mapping[str, str]
    text: str

    @property
    def kinds(self) -> frozenset[str]:
        """What ``TYPE`` says, and in version 2.1 the bare parameters."""
        return frozenset(self.parameters.get("TYPE", "").upper().split(","))

    def parts(self) -> list[str]:
        """The components of a structured value."""
        return [_plain(part) for part in _PARTS.split(self.text)]


@dataclass
class _Card:
    cells: dict[str, list[str]] = field(default_factory=dict)
    best_address: int = -1

    def add(self, column: str, text: str) -> None:
        if text.strip():
            self.cells.setdefault(column, []).append(text.strip())

    def row(self) -> list[str]:
        if "N family" in self.cells or "N given" in self.cells:
            self.cells.pop("FN", None)  # the same name once more, in an order that varies
        return ["\n".join(self.cells.get(column, ())) for column in HEADER]


_Reader = Callable[[_Card, _Property], None]


def is_cards(path: Path) -> bool:
    """Whether a file begins as a contact card does, whatever its name says.

    Raises:
        FileUnreadable: the system does not give it out.
    """
    try:
        with path.open("rb") as file:
            start = file.read(64)
    except OSError as error:
        raise FileUnreadable from error
    text = start.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    return text[: len(_BEGIN)].upper() == _BEGIN.encode()


class ContactCards:
    """A file of contact cards.

    Attributes:
        encoding: of what names no character set of its own.
        cut_short: never; a card that breaks off has no end and is no card.
    """

    cut_short = False

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            with path.open("rb") as file:
                self.encoding = find_encoding(file.read(SAMPLE))
        except OSError as error:
            raise FileUnreadable from error

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """The header as row 1, and each card as the next one.

        Raises:
            EncodingUnknown: a later part of the file is not in the encoding of its beginning.
            RowTooLong: a line is longer than any card has.
            FileUnreadable: the disk or the share went away.
        """
        yield 1, list(HEADER)
        try:
            with self._path.open(encoding=self.encoding) as file:
                for number, card in enumerate(self._cards(_unfolded(_lines(file))), start=2):
                    yield number, card.row()
        except UnicodeDecodeError as error:
            raise EncodingUnknown from error
        except OSError as error:
            raise FileUnreadable from error

    def _cards(self, lines: Iterable[str]) -> Iterator[_Card]:
        """The cards that have an end; what lies between them is passed over."""
        card: _Card | None = None
        for line in lines:
            if line.strip().upper() == _BEGIN:
                card = _Card()
            elif card is not None and line.strip().upper() == _END:
                yield card
                card = None
            elif card is not None and (found := _property(line, self.encoding)) is not None:
                _take(card, found)


def _lines(file: TextIO) -> Iterator[str]:
    for number in count(1):
        line = file.readline(LONGEST_LINE)
        if len(line) == LONGEST_LINE:
            raise RowTooLong(line=number)
        if not line:
            return
        yield line.rstrip("\n")


def _unfolded(lines: Iterable[str]) -> Iterator[str]:
    """The logical lines: folded ones (RFC 6350, 3.2) and quoted-printable ones ending in ``=`` are joined."""
    kept, encoded, picture = "", False, False
    for at, line in enumerate(lines, start=1):
        soft = encoded and kept.endswith("=")
        if soft or (kept and line[:1] in {" ", "\t"}):
            if not picture:
                kept = kept[:-1] + line.lstrip() if soft else kept + line[1:]
            if len(kept) > LONGEST_TEXT:
                raise RowTooLong(line=at)
            continue
        if kept and not picture:
            yield kept
        kept, head = line, line.partition(":")[0].upper()
        encoded = "QUOTED-PRINTABLE" in head
        picture = head.partition(";")[0].rpartition(".")[2] in _PICTURES
    if kept and not picture:
        yield kept


def _property(line: str, encoding: str) -> _Property | None:
    """A line's property; None for a line that is none, or that holds a picture."""
    head, colon, text = line.partition(":")
    name, *parameters = head.split(";")
    known: dict[str, str] = {}
    for parameter in parameters:
        key, equals, value = parameter.partition("=")
        key, value = (key.upper(), value.strip('"')) if equals else _bare(key)
        known[key] = f"{known[key]},{value}" if key in known else value
    if not colon or known.get("ENCODING", "").upper() in _ENCODED:
        return None
    if known.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
        text = _from_quoted_printable(text, known.get("CHARSET", encoding), encoding)
    return _Property(name.rpartition(".")[2].strip().upper(), known, text)


def _bare(word: str) -> tuple[str, str]:
    """A parameter of version 2.1 without its name."""
    encoded = word.upper() in {"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT"}
    return ("ENCODING" if encoded else "TYPE"), word


def _from_quoted_printable(text: str, charset: str, encoding: str) -> str:
    raw = quopri.decodestring(text.encode(encoding, "replace"))
    known = charset.lower().replace("-", "_")
    for name in ("cp932" if known in {"shift_jis", "sjis", "x_sjis", "windows_31j"} else charset, "utf-8"):
        try:
            return raw.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return raw.decode("cp932", "replace")


def _take(card: _Card, found: _Property) -> None:
    if found.name in _PHONETIC:
        card.add(_PHONETIC[found.name], _plain(found.text))
        return
    reader = _READERS.get(found.name)
    if reader is not None:
        reader(card, found)


def _name(card: _Card, found: _Property) -> None:
    family, given = (*found.parts(), "", "")[:2]
    card.add("N family", family)
    card.add("N given", given)


def _sound(card: _Card, found: _Property) -> None:
    """How a Japanese phone writes the reading: as a structured name."""
    if "X-IRMC-N" in found.kinds:
        text = unicodedata.normalize("NFKC", found.text)  # they write half-width kana
        family, given = (*replace(found, text=text).parts(), "", "")[:2]
        card.add("N family phonetic" if given else "FN phonetic", family)
        card.add("N given phonetic", given)


def _address(card: _Card, found: _Property) -> None:
    """The preferred address, or else the first; another one goes into the note."""
    _box, extended, *places = (*found.parts(), *[""] * 7)[:6]
    texts = dict(zip(_ADDRESS, (*(place.replace("\n", " ") for place in places), extended), strict=True))
    if not any(texts.values()):
        return
    preferred = int("PREF" in found.kinds or "PREF" in found.parameters)
    if preferred > card.best_address:
        former = {column: "".join(card.cells.pop(column, [])) for column in _ADDRESS}
        for column, text in texts.items():
            card.add(column, text)
        card.best_address, texts = preferred, former
    street, locality, region, code, building = texts.values()
    card.add("NOTE", f"{code} {region}{locality}{street} {building}")


def _phone(card: _Card, found: _Property) -> None:
    kinds = found.kinds
    number = unquote(found.text.removeprefix("tel:")).partition(";")[0]
    if "FAX" in kinds:
        column = "TEL fax"
    elif kinds & {"CELL", "IPHONE"}:
        column = "TEL cell"
    else:
        column = "TEL work" if "WORK" in kinds else "TEL home"
    card.add(column, _plain(number))


def _organisation(card: _Card, found: _Property) -> None:
    """The firm; its departments follow it in further components."""
    card.add("ORG", " ".join(filter(None, found.parts())))


def _one(column: str) -> _Reader:
    """A reader of a property that a customer has once; notes are all kept."""

    def take(card: _Card, found: _Property) -> None:
        if column == "NOTE" or column not in card.cells:
            card.add(column, _plain(found.text))

    return take


_READERS: dict[str, _Reader] = {
    "N": _name,
    "FN": _one("FN"),
    "SOUND": _sound,
    "ORG": _organisation,
    "ADR": _address,
    "TEL": _phone,
    "EMAIL": _one("EMAIL"),
    "NOTE": _one("NOTE"),
}


def _plain(text: str) -> str:
    """The text without its escapes: ``\\n`` is a line's end, ``\\;`` a semicolon."""
    return _UNESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)
