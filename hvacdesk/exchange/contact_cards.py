"""Reading contact cards (vCard 2.1, 3.0 and 4.0) as a table: a header, and a row for each card.

Cards of Japanese phones name a character set for each value (Shift_JIS, in quoted-printable); newer ones are
UTF-8. Properties: versit vCard 2.1; RFC 2426; RFC 6350. Phonetic names: ``X-PHONETIC-…`` (Apple, Google) and
``SOUND;X-IRMC-N`` (Japanese phones).
"""

from __future__ import annotations

import io
import quopri
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TextIO
from urllib.parse import unquote

from hvacdesk.exchange.encodings import SAMPLE, find_encoding, in_charset, without_half_letter
from hvacdesk.exchange.errors import EncodingUnknown, RowTooLong

LONGEST_LINE = 20_000_000
"""Characters of a line; a photograph may be in a single one."""

LONGEST_TEXT = 1_000_000
"""Characters of a property that is written over several lines, pictures excepted."""

MOST_LINES = 500_000
"""Lines of a card, those of its pictures too: a waiting user can stop the reading only between two cards."""

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

    @property
    def reader(self) -> _Reader | None:
        """The function that reads it into a row; None for a property that no customer's record has."""
        return _READERS.get(self.name)

    def parts(self) -> list[str]:
        """The components of a structured value."""
        return [_plain(part) for part in _PARTS.split(self.text)]


@dataclass
class _Card:
    has_beginning: bool = False
    is_whole: bool = False
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


def is_cards(content: bytes) -> bool:
    """Whether a file begins as a contact card does, whatever its name says."""
    text = content[:64].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    return text[: len(_BEGIN)].upper() == _BEGIN.encode()


class ContactCards:
    """A file of contact cards.

    Attributes:
        encoding: of what names no character set of its own.
        broken_off: the rows of cards without a beginning or an end; all of them when the file was read.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.broken_off: Collection[int] = ()
        self.encoding = find_encoding(content[:SAMPLE])

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """The header as row 1, and each card as the next one.

        Raises:
            EncodingUnknown: a later part of the file is not in the encoding of its beginning.
            RowTooLong: a line is longer than any card has.
        """
        self.broken_off = broken = set[int]()
        yield 1, list(HEADER)
        try:
            content = io.BytesIO(self._content)
            with io.TextIOWrapper(content, encoding=self.encoding, errors="surrogateescape") as file:
                for number, card in enumerate(self._cards(_unfolded(_lines(file))), start=2):
                    if not card.is_whole:
                        broken.add(number)
                    yield number, card.row()
        except UnicodeError as error:
            raise EncodingUnknown from error

    def _cards(self, lines: Iterable[str]) -> Iterator[_Card]:
        """The cards, also those that lost their beginning or their end: nobody is lost silently."""
        card: _Card | None = None
        for line in lines:
            mark = _mark(line)
            if mark and card is not None:
                card.is_whole = card.has_beginning and mark == _END
                yield card
            if mark:
                card = _Card(has_beginning=True) if mark == _BEGIN else None
            elif (found := _property(line, self.encoding)) is not None and found.reader is not None:
                card = card or _Card()
                found.reader(card, found)
        if card is not None:
            yield card


def _mark(line: str) -> str:
    """The line as the beginning or the end of a card; empty for any other."""
    word = line.strip().upper()
    return word if word in {_BEGIN, _END} else ""


def _lines(file: TextIO) -> Iterator[str]:
    begun = 0
    for number in count(1):
        line = file.readline(LONGEST_LINE)
        if len(line) == LONGEST_LINE or number - begun > MOST_LINES:
            raise RowTooLong(line=number)
        if not line:
            return
        begun = number if _mark(line) else begun
        yield without_half_letter(line, at_end=line[-1] != "\n").rstrip("\n")


def _unfolded(lines: Iterable[str]) -> Iterator[str]:
    """The logical lines: folded ones (RFC 6350, 3.2) and quoted-printable ones ending in ``=`` are joined.

    A card's beginning or end continues nothing: the line above it then broke off.
    """
    kept: list[str] = []
    length, last, encoded, picture = 0, "", False, False
    for at, line in enumerate(lines, start=1):
        soft = encoded and last.endswith("=") and not _mark(line)
        last = line
        if soft or (length and line[:1] in {" ", "\t"}):
            if not picture:
                kept[-1] = kept[-1][:-1] if soft else kept[-1]
                kept.append(line.lstrip() if soft else line[1:])
                length += len(line)
            if length > LONGEST_TEXT:
                raise RowTooLong(line=at)
            continue
        if length and not picture:
            yield "".join(kept)
        kept, length, head = [line], len(line), line.partition(":")[0].upper()
        encoded = "QUOTED-PRINTABLE" in head
        picture = head.partition(";")[0].rpartition(".")[2] in _PICTURES
    if length and not picture:
        yield "".join(kept)


def _property(line: str, encoding: str) -> _Property | None:
    """A line's property; None for a line that is none, or that holds a picture."""
    head, colon, text = line.partition(":")
    name, *parameters = head.split(";")
    words: dict[str, list[str]] = {}
    for parameter in parameters:
        key, equals, value = parameter.partition("=")
        key, value = (key.upper(), value.strip('"')) if equals else _bare(key)
        words.setdefault(key, []).append(value)
    known = {key: ",".join(values) for key, values in words.items()}
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
        if (read := in_charset(raw, name)) is not None:
            return read
    return raw.decode("cp932", "replace")


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
    """The preferred address, or else the first; another one is put into the note."""
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


def _every(column: str) -> _Reader:
    """A reader that adds every text of a property to the card."""
    return lambda card, found: card.add(column, _plain(found.text))


def _one(column: str) -> _Reader:
    """A reader that adds only a property's first text to the card, and of notes all."""

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
    **{name: _every(column) for name, column in _PHONETIC.items()},
}


def _plain(text: str) -> str:
    """The text without its escapes: ``\\n`` is a line's end, ``\\;`` a semicolon."""
    return _UNESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)
