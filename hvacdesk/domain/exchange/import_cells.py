"""What offices write into single cells: two numbers, an extension, なし, 〃, Excel's own error words.

What is understood goes into its field. Nothing is thrown away: whatever else a cell says is kept in the note.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from hvacdesk.domain.customers.customers import Phone, PhoneKind
from hvacdesk.domain.text.input_checks import EMAIL_LIMIT, MAILBOX
from hvacdesk.domain.text.phones import BadPhone, format_phone
from hvacdesk.domain.text.text_forms import POSTAL_DIGITS, digits, plain, postal_code_of, postal_code_within
from hvacdesk.domain.text.written_dates import NotADate, read_date

UNCOMPUTED = "#FORMULA?"
"""What is read of a formula whose value was never stored, as of a workbook that no Excel has saved."""

LONGEST_SIGN = 4
"""Characters of the longest word that says "nothing", or "as above"."""

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_CONTROLS_BUT_LINES = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]+")
_KEPT_AS_TEXT = re.compile('="((?:[^"]|"")*)"')
_ERROR = re.compile(r"#(?:n/a|ref!|value!|name\?|div/0!|null!|num!|spill!|calc!|#+)", re.IGNORECASE)
_DAY = re.compile(
    r"(?:19|20)[0-9]{2}(?:-[0-9]{2}-[0-9]{2}|/[0-9]{1,2}/[0-9]{1,2})(?: 0?0:00(?::00)?)?"
    r"|[0-9]{1,2}月[0-9]{1,2}日"
    r"|[0-9]{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-[0-9]{1,2}",
    re.IGNORECASE,
)
_LONGEST_DAY = len("2026-03-05 00:00:00")
_NOTHING = re.compile(
    r"(?:なし|無し|無|ナシ|不明|未登録|未記入|未定|none|null|nil|n/?a|[-.*×✕/]+)", re.IGNORECASE
)
_DITTO = re.compile("(?:同上|同前|〃|″|〟|仝|々|ゞ|ヾ|\"|''|′′)")
_TOTAL = re.compile(
    "(?:総合計|総計|合計|小計|累計|計|grandtotal|subtotal|total)[:：]?[0-9,.]*(?:件|名|人|社|円)?|以上|以下余白|-*end-*",
    re.IGNORECASE,
)

_BEGINS_TOTALS = frozenset("総合小累計gGsStTｇＧｓＳｔＴ以-－ー")
_RUN = re.compile(r"[+(]{0,2}[0-9](?:[0-9()./\- ]*[0-9])?")
_IN_BRACKETS = re.compile(r" *\(([^()0-9]*)\)")
_DIGITS = frozenset("0123456789")
_FOREIGN_START = re.compile(r"81[0-9]{9,10}")
_LONG = re.compile("0(?:[25-9]0|800)")
"""What numbers of eleven digits begin with (総務省's numbering plan)."""

_USUAL_LENGTH = len("052-123-4567")
_MOBILE = re.compile("0[679]0|080-?[1-9]")
"""0800 is a free call, not a mobile number."""

_KINDS = (
    (re.compile("携帯|スマホ|mobile|cell", re.IGNORECASE), PhoneKind.MOBILE),
    (re.compile("fax|ファックス|ファクス|ファクシミリ", re.IGNORECASE), PhoneKind.FAX),
    (re.compile("会社|勤務先|職場|work", re.IGNORECASE), PhoneKind.WORK),
    (re.compile("自宅|固定|home", re.IGNORECASE), PhoneKind.HOME),
)
_LABELS = re.compile(
    "携帯|スマホ|mobile|cell|fax|ファックス|ファクス|ファクシミリ|会社|勤務先|職場|work|自宅|固定|home|tel|電話|番号|phone|または|又は|or"
    r"|[\s、,;/・:()\[\]。.'\"\-\u2019‘]+",
    re.IGNORECASE,
)
"""Words that a number's kind says too, and what is written between numbers."""

_AROUND_MAILBOX = re.compile(r"mailto:|[\s,;:、/<>()\[\]\"']+", re.IGNORECASE)
_ANY_DAY = date(2000, 1, 1)
"""Used as today; nothing depends on it, since dates that need today are not taken."""


class Repeated(str):
    """What a cell has in common with the merged one left of it: a header says it of both, a row does not."""

    __slots__ = ()


def without_repeats(cells: Sequence[str]) -> Sequence[str]:
    """A row with the value of merged cells in the first of them alone."""
    if Repeated not in map(type, cells):  # as in most rows
        return cells
    return ["" if isinstance(cell, Repeated) else cell for cell in cells]


class Understood(NamedTuple):
    """What a cell says.

    Attributes:
        value: of the field; empty where the cell holds none.
        rest: whether the cell says something beside, which the note has to keep.
    """

    value: str = ""
    rest: bool = False


def tidy(cell: str, *, lines: bool = False) -> str:
    """A cell without control characters, as old programs and Alt+Enter leave; ``lines`` keeps its lines.

    ``="0012"``, by which a program keeps a spreadsheet from dropping zeros, counts as what is in it.
    """
    pattern = _CONTROLS_BUT_LINES if lines else _CONTROLS
    text = pattern.sub(" ", cell.replace("\r\n", "\n")).strip()
    kept = _KEPT_AS_TEXT.fullmatch(text) if text.startswith("=") else None
    return text if kept is None else kept[1].replace('""', '"').strip()


def is_error(cell: str) -> bool:
    """Whether a formula failed there, or was never computed: ``#N/A``, ``#REF!``, ``####``."""
    return cell.startswith("#") and (cell == UNCOMPUTED or _ERROR.fullmatch(cell) is not None)


def is_day(cell: str) -> bool:
    """Whether a cell is what a spreadsheet makes of 3-5 when it takes that for a date."""
    return len(cell) <= _LONGEST_DAY and _DAY.fullmatch(plain(cell)) is not None


def is_nothing(cell: str) -> bool:
    """Whether the cell says that there is no value: なし, 不明, a dash."""
    if len(cell) > 4 or (cell.isdecimal() and cell.isascii()):
        return False
    return _NOTHING.fullmatch(plain(cell).strip()) is not None


def is_ditto(cell: str) -> bool:
    """Whether the cell means: the same as the one above it."""
    return len(cell) <= 2 and _DITTO.fullmatch(cell) is not None


def is_total(cell: str) -> bool:
    """Whether a row that begins so adds up the rows above it, or ends the list."""
    if cell[:1] not in _BEGINS_TOTALS:
        return False
    return len(cell) <= 20 and _TOTAL.fullmatch("".join(plain(cell).split())) is not None


def phones_in(
    cell: str, usual: PhoneKind, fixed: PhoneKind = PhoneKind.HOME
) -> tuple[tuple[Phone, ...], bool]:
    """The numbers of a cell, each with its kind, and whether the cell says something beside.

    A word says the kind of the one number it is written beside: in front of it, or in brackets behind it.
    Where the cell begins with a number and ends with such a word, all words are behind their numbers.

    Args:
        usual: what a number of this column is, if neither the number itself nor a word beside it tells.
        fixed: what a number in a column of mobile phones is that is none.
    """
    text = plain(cell)
    if text[:1] in _DIGITS and (number := _number(text)):  # most cells of most lists
        return (Phone(_kind(number, "", usual, fixed), number),), False
    runs, gaps = _RUN.findall(text), _RUN.split(text)
    behind = not _names_kind(gaps[0]) and _names_kind(_past_brackets(gaps[-1]))
    found: list[Phone] = []
    rest: list[str] = list(gaps)
    for at, run in enumerate(runs):
        numbers = tuple(_numbers(run.strip()))
        if not numbers:
            rest.append(run)
        before = gaps[at] if at == 0 else _past_brackets(gaps[at])
        after = gaps[at + 1] if behind else _brackets(gaps[at + 1])
        for place, number in enumerate(numbers, 1):
            beside = (
                before if place == 1 and not behind else "",
                after if place == len(numbers) else "",
            )
            found.append(Phone(_kind(number, " ".join(beside), usual, fixed), number))
    return tuple(found), bool(_LABELS.sub("", " ".join(rest)))


def _brackets(gap: str) -> str:
    """The text in brackets right behind a number: it is said of that number."""
    match = _IN_BRACKETS.match(gap)
    return match[1] if match else ""


def _past_brackets(gap: str) -> str:
    """The text between two numbers, without what is said of the first in brackets."""
    return _IN_BRACKETS.sub("", gap, count=1) if _IN_BRACKETS.match(gap) else gap


def _names_kind(text: str) -> bool:
    return any(word.search(text) for word, _kind_of in _KINDS)


def _numbers(run: str) -> Iterator[str]:
    """The phone numbers of a text of digits, brackets, spaces and slashes; none if any part is no number."""
    whole = _number(run)
    if whole:
        yield whole
        return
    found: list[str] = []
    waiting = ""
    for part in re.split("[/ ]+", run):
        waiting = f"{waiting} {part}".strip()
        if number := _number(waiting):
            found.append(number)
            waiting = ""
    if not waiting:
        yield from found


def _number(text: str) -> str:
    """One number the Japanese way, or nothing."""
    if text.startswith("81") and _FOREIGN_START.fullmatch(digits(text)):
        text = f"+{text}"
    try:
        number = format_phone(text)
    except BadPhone:
        return ""
    if len(number) <= _USUAL_LENGTH or number.startswith("+"):
        return number
    figures = digits(number)
    return "" if len(figures) > 10 and not _LONG.match(figures) else number


def _kind(number: str, label: str, usual: PhoneKind, fixed: PhoneKind) -> PhoneKind:
    if label.strip():
        for word, kind in _KINDS:
            if word.search(label):
                return kind
    if usual is PhoneKind.FAX or number.startswith("+"):
        return usual
    if _MOBILE.match(number):
        return PhoneKind.MOBILE
    return fixed if usual is PhoneKind.MOBILE else usual


def names_home(header: str) -> bool:
    """Whether a column's header says that its numbers ring at somebody's home."""
    return next((kind for word, kind in _KINDS if word.search(header)), None) is PhoneKind.HOME


def email_in(cell: str) -> Understood:
    """The first mailbox of a cell."""
    text = unicodedata.normalize("NFKC", cell)
    match = MAILBOX.search(text)
    if match is None or len(match[0]) > EMAIL_LIMIT:
        return Understood(rest=True)
    return Understood(match[0], bool(_AROUND_MAILBOX.sub("", text.replace(match[0], "", 1))))


def day_in(cell: str) -> Understood:
    """A day as ``2019/04/01``; nothing if day or year is missing, since nobody is there to be asked."""
    try:
        read = read_date(cell, _ANY_DAY)
    except NotADate:
        return Understood(rest=True)
    if read is None or not (read.is_day and read.has_year):
        return Understood(rest=True)
    return Understood(f"{read.first:%Y/%m/%d}")


def postal_code_in(cell: str) -> Understood:
    """The seven digits of a postal code; the leading zero that a spreadsheet dropped is put back."""
    figures = digits(cell)
    if len(figures) == POSTAL_DIGITS - 1 and cell.strip() == figures:
        return Understood(f"0{figures}")
    return Understood(postal_code_within(cell), rest=not postal_code_of(cell))
