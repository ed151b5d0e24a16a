"""Which encoding a text file is in, as Japanese Excel and Japanese programs write them.

Excel's "CSV" is code page 932 with its vendor characters (髙﨑①㈱), its "CSV UTF-8" begins with a byte order
mark, its "Unicode text" is UTF-16. Files of other programs are UTF-8 without a mark or, from old Unix
programs, EUC-JP.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter

from hvacdesk.exchange.errors import EncodingUnknown, NotATable

SAMPLE = 1 << 20
"""So many bytes are looked at; a later byte that does not fit is refused when it is met."""

_JUDGED = 50_000
"""So many characters decide between encodings that all fit."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WITHOUT_MARK = ("utf-8", "cp932", "euc_jp")
_NO_CHARSETS = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"})
"""Codecs that no file is in: for domain names and program sources, and slow or never fitting."""

_HALF = re.compile("[\udc80-\udcff]+")
"""Bytes that are no letter of the encoding, as ``surrogateescape`` reads them."""

_FOREIGN = frozenset({"Co", "Cn"})
_ALLOWED_CONTROLS = frozenset("\t\n\r\x0b\x0c\x1a")


def find_encoding(sample: bytes) -> str:
    """The Python name of the encoding that a file beginning with ``sample`` is in.

    Raises:
        NotATable: binary content.
        EncodingUnknown: text, but in none of these.
    """
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return name
    if b"\x00" in sample:
        return _unmarked_utf16(sample)
    readable = [(name, text) for name in _WITHOUT_MARK if (text := _decoded(sample, name)) is not None]
    if not readable:
        raise EncodingUnknown
    if readable[0][0] == "utf-8":
        return "utf-8"
    return min(readable, key=lambda candidate: _strangeness(candidate[1]))[0]


def without_half_letter(line: str, at_end: bool) -> str:
    """A line that was read with ``surrogateescape``, without half a letter at the file's end.

    Raises:
        EncodingUnknown: there are bytes elsewhere that are no letter.
    """
    if line.isascii() or not _HALF.search(line):
        return line
    whole = _HALF.sub("", line)
    if not at_end or not line.startswith(whole):
        raise EncodingUnknown
    return whole


def in_charset(raw: bytes, name: str) -> str | None:
    """The bytes as text in a character set that a file names; None where it is unknown or does not fit."""
    try:
        if codecs.lookup(name).name in _NO_CHARSETS:
            return None
        text = raw.decode(name)
        text.encode("utf-8")  # half of a pair is no letter, and nothing could store it
    except (LookupError, ValueError):  # a name with a zero is a ValueError, as is whatever a codec says
        return None
    return text


def _unmarked_utf16(sample: bytes) -> str:
    """UTF-16 without its mark: half of the bytes of its ASCII characters are zero, all on one side."""
    zeros = [sample[side::2].count(0) for side in (0, 1)]
    name = "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    text = _decoded(sample[: len(sample) // 2 * 2], name)
    if text is None or min(zeros) * 20 > max(zeros) or _strangeness(text) > min(len(text), _JUDGED) / 20:
        raise NotATable
    return name


def _decoded(sample: bytes, name: str) -> str | None:
    """The sample as text, which may end within a character; None where it does not fit.

    A file, too, may have been cut there; but if it is the only foreign character, it tells nothing.
    """
    decoder = codecs.getincrementaldecoder(name)()
    try:
        text = decoder.decode(sample)
    except UnicodeDecodeError:
        return None
    if len(sample) < SAMPLE and text.isascii() and decoder.getstate()[0]:
        return None
    judged = text[:_JUDGED]
    return text if _controls(judged) * 100 <= len(judged) else None


def _controls(text: str) -> int:
    return sum(
        times
        for letter, times in Counter(text).items()
        if unicodedata.category(letter) == "Cc" and letter not in _ALLOWED_CONTROLS
    )


def _strangeness(text: str) -> int:
    """How many characters are unlikely in a Japanese list: those of a text read in the wrong encoding."""
    text = text[:_JUDGED]
    foreign = sum(
        times
        for letter, times in Counter(text).items()
        if "\uff61" <= letter <= "\uff9f" or unicodedata.category(letter) in _FOREIGN
    )
    return foreign + _controls(text)
