"""The banks' fixed-length files of what arrived: 振込入金通知, 入出金取引明細, and 口座振替's results.

Source: 全国銀行協会 制定フォーマット, as banks publish it (阿波銀行, きらぼし銀行). A header (1) names
kind, days and account, data records (2) the bookings, a trailer (8) the totals, an end record (9) closes the
file. Records have 200 bytes, of direct debits 120, with or without a line end; the same fields also
come with commas between them. Shift_JIS, so that every half-width kana is a byte; years of two digits are the
era's or, from some banks, the last two of the western year.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from hvacdesk.domain.bank.bank_files import (
    BankFile,
    BankFileCutOff,
    BankSumsDiffer,
    Booking,
    DamagedBankFile,
    FileAccount,
    OrdersToTheBank,
    check_day,
    settled_lines,
)
from hvacdesk.domain.billing.payments import BankLine, PaymentWay
from hvacdesk.domain.exchange.found_columns import LONGEST_SUM
from hvacdesk.domain.text.written_dates import ERAS

_ORDERS = frozenset({"11", "12", "21", "41", "43", "44", "45", "71", "72"})
"""総合振込, 給与 and 賞与振込, and their like."""

_DEBITS = "91"
"""種別コード of direct debits."""

_BEGINS = re.compile(rb'"?1"?,?"?([0-9]{2})"?,?"?[01]')
_PAIRS = re.compile("[\u0080-\u07ff]")
"""What two bytes of UTF-8 may be. No file has such a sign: where it seems to, two kana are there."""

_LINE_END = re.compile(rb"\r\n|\n|\r")
_ACCOUNT = (
    *(("bank_code", 4), ("bank", 15), ("branch_code", 3), ("branch", 15)),
)  # fmt: skip
_DAYS = (("code", 1), ("made_on", 6), ("from", 6), ("to", 6))
_BEGIN = (("record", 1), ("kind", 2))

Fields = Sequence[tuple[str, int]]


@dataclass(frozen=True)
class _Layout:
    """The fields of a kind's records with their widths in bytes; what follows them is filling."""

    length: int
    header: Fields
    data: Fields
    trailer: Fields


_LAYOUTS: Mapping[str, _Layout] = {
    "01": _Layout(
        200,
        (*_BEGIN, *_DAYS, *_ACCOUNT, ("deposit", 1), ("number", 7), ("holder", 40)),
        (
            *(("record", 1), ("number", 6), ("on", 6), ("value_on", 6), ("yen", 10), ("cheques", 10)),
            *(("sender", 10), ("payer", 48), ("from_bank", 15), ("from_branch", 15), ("cancelled", 1)),
            ("edi", 20),
        ),
        (("record", 1), ("count", 6), ("sum", 12), ("cancelled_count", 6), ("cancelled_sum", 12)),
    ),
    "03": _Layout(
        200,
        (*_BEGIN, *_DAYS, *_ACCOUNT, ("filling", 3), ("deposit", 1), ("number", 7), ("holder", 40)),
        (
            *(("record", 1), ("number", 8), ("on", 6), ("value_on", 6), ("direction", 1), ("business", 2)),
            *(("yen", 12), ("cheques", 12), ("shown_on", 6), ("returned_on", 6), ("bill", 1)),
            ("bill_number", 7),
            *(("other_branch", 3), ("sender", 10), ("payer", 48), ("from_bank", 15), ("from_branch", 15)),
            *(("text", 20), ("edi", 20)),
        ),
        (("record", 1), ("count", 6), ("sum", 13), ("out_count", 6), ("out_sum", 13)),
    ),
    _DEBITS: _Layout(
        120,
        (
            *_BEGIN,
            *(("code", 1), ("client", 10), ("holder", 40), ("on", 4)),
            *(*_ACCOUNT, ("deposit", 1), ("number", 7)),
        ),
        (
            *(("record", 1), ("from_code", 4), ("from_bank", 15), ("from_branch_code", 3)),
            *(("from_branch", 15), ("filling", 4), ("from_deposit", 1), ("from_number", 7)),
            *(("payer", 30), ("yen", 10), ("new", 1)),
            *(("text", 20), ("result", 1)),
        ),
        (("record", 1), ("all_count", 6), ("all_sum", 12), ("count", 6), ("sum", 12)),
    ),
}  # fmt: skip
"""By 種別コード."""


def is_zengin(content: bytes) -> bool:
    """Whether a file begins as one of the banks' fixed form."""
    return _BEGINS.match(content) is not None


def read_zengin(content: bytes, today: date) -> BankFile:
    """The deposits of a file.

    Raises:
        OrdersToTheBank, DamagedBankFile, BankFileCutOff, BankSumsDiffer, BankFileOfAnotherTime.
    """
    begin = _BEGINS.match(content)
    kind = begin[1].decode("ascii") if begin else ""
    if kind in _ORDERS:
        raise OrdersToTheBank
    if kind not in _LAYOUTS:
        raise DamagedBankFile(line=1)
    reader = _Reader(_LAYOUTS[kind], kind, today)
    for number, record in enumerate(_records(_in_shift_jis(content), _LAYOUTS[kind].length), 1):
        reader.take(number, record)
    return reader.file()


def _in_shift_jis(content: bytes) -> bytes:
    """A file that another program saved as UTF-8, as the bank wrote it."""
    if content.isascii():
        return content
    try:
        text = content.decode("utf-8")
        return content if _PAIRS.search(text) else text.encode("cp932")
    except UnicodeError:
        return content


def _records(content: bytes, length: int) -> Iterator[bytes]:
    """The records, without line ends and without the sign that old programs end a file with."""
    content = content.rstrip(b"\x1a\x00")
    if _LINE_END.search(content):
        yield from (record for record in _LINE_END.split(content) if record.strip())
        return
    yield from (content[start : start + length] for start in range(0, len(content), length))


@dataclass
class _Account:
    """What is read of one account until its trailer.

    ``counted`` are the sums in yen that the bank counts as arrived: a withdrawal that it corrects, too.
    """

    of: FileAccount
    made_on: date
    bookings: list[Booking] = field(default_factory=list)
    cancelled: list[Booking] = field(default_factory=list)
    counted: list[int] = field(default_factory=list)


class _Reader:
    """Takes the records in their order, and knows which may come next."""

    def __init__(self, layout: _Layout, kind: str, today: date) -> None:
        self._layout, self._kind, self._today = layout, kind, today
        self._account: _Account | None = None
        self._accounts: list[FileAccount] = []
        self._bookings: list[Booking] = []
        self._cancelled: list[Booking] = []
        self._left_out = 0
        self._ended = False

    def take(self, number: int, record: bytes) -> None:
        """One record. Raises :class:`DamagedBankFile` for one that is not in its place or does not fit."""
        takers: Mapping[str, tuple[Fields, bool, Callable[[int, Mapping[str, str]], None]]] = {
            "1": (self._layout.header, False, self._header),
            "2": (self._layout.data, True, self._data),
            "8": (self._layout.trailer, True, self._trailer),
        }
        begin = record.lstrip(b'"')[:1].decode("ascii", "replace")
        if begin == "9" and self._account is None and not self._ended:
            self._ended = True
            return
        fields, within, taker = takers.get(begin, ((), True, self._data))
        if not fields or self._ended or within != (self._account is not None):
            raise DamagedBankFile(line=number)
        taker(number, self._cut(number, record, fields))

    def _cut(self, number: int, record: bytes, fields: Fields) -> Mapping[str, str]:
        needed = sum(width for _name, width in fields)
        try:
            if b"," in record[:6]:
                cells = next(csv.reader([record.decode("cp932")], strict=True))
                if len(cells) < len(fields):
                    raise DamagedBankFile(line=number)
                return {name: cell.strip() for (name, _width), cell in zip(fields, cells, strict=False)}
            if len(record) > self._layout.length or _ends_within_payer(record, fields):
                raise DamagedBankFile(line=number)
            return dict(_slices(record.ljust(needed), fields))
        except (UnicodeDecodeError, csv.Error):
            raise DamagedBankFile(line=number) from None

    def _header(self, number: int, cells: Mapping[str, str]) -> None:
        if cells["kind"] != self._kind:
            raise DamagedBankFile(line=number)
        if "on" in cells:  # month and day alone: of a direct debit
            made_on = _nearest(
                number, [f"{self._today.year + add}{cells['on']}" for add in (-1, 0, 1)], self._today
            )
            check_day(made_on, number, self._today)
        else:
            made_on = _day(number, cells["made_on"], self._today)
        names = ("bank_code", "bank", "branch_code", "branch", "number", "holder")
        of = FileAccount(**{name: cells[name] for name in names})
        self._accounts.append(of)
        self._account = _Account(of, made_on)

    def _data(self, number: int, cells: Mapping[str, str]) -> None:
        account = self._open(number)
        yen = _number(number, cells["yen"])
        on = account.made_on if self._kind == _DEBITS else _day(number, cells["on"], account.made_on)
        texts = (cells.get("text", ""), cells.get("edi", ""))
        line = BankLine(
            check_day(on, number, self._today), yen, cells["payer"], " ".join(filter(None, texts)), ""
        )
        booking = Booking(line, account.of.key, cells.get("number", "").lstrip("0"))
        if self._is_counted(cells):
            account.counted.append(yen)
        if self._is_cancellation(cells):
            account.cancelled.append(booking)
        elif self._is_deposit(cells) and yen:
            account.bookings.append(booking)
        else:
            self._left_out += 1

    def _open(self, number: int) -> _Account:
        if self._account is None:
            raise DamagedBankFile(line=number)
        return self._account

    def _is_cancellation(self, cells: Mapping[str, str]) -> bool:
        if self._kind == "03":
            return cells["business"] == "19" and cells["direction"] == "2"
        return cells.get("cancelled", "").strip("0 ") != ""

    def _is_counted(self, cells: Mapping[str, str]) -> bool:
        if self._kind == "03":
            return cells["direction"] == "1"
        return cells.get("result", "0") == "0" and not self._is_cancellation(cells)

    def _is_deposit(self, cells: Mapping[str, str]) -> bool:
        return self._is_counted(cells) and cells.get("business") != "19"

    def _trailer(self, number: int, cells: Mapping[str, str]) -> None:
        account = self._open(number)
        self._compare(number, cells, account)
        self._bookings += account.bookings
        self._cancelled += account.cancelled
        self._account = None

    def _compare(self, number: int, cells: Mapping[str, str], account: _Account) -> None:
        if not cells["sum"]:
            raise DamagedBankFile(line=number)
        told = _number(number, cells["count"]), _number(number, cells["sum"])
        count, yen = len(account.counted), sum(account.counted)
        back = [one.line.yen for one in account.cancelled] if self._kind == "01" else []
        counted = {
            (count + sign * len(back), yen + sign * sum(back)) for sign in (-1, 0, 1)
        }  # as banks do it
        if not cells["count"]:  # as some banks leave it
            counted = {(0, one) for _count, one in counted}
        if told not in counted:
            raise BankSumsDiffer(
                count=f"{told[0]:,}", sum=f"{told[1]:,}", found=f"{count:,}", found_sum=f"{yen:,}"
            )

    def file(self) -> BankFile:
        """What was read. Raises :class:`BankFileCutOff` where the end is missing."""
        if self._account is not None or not self._ended:
            raise BankFileCutOff
        standing, annulled, strangers = settled_lines(self._bookings, self._cancelled)
        way = PaymentWay.DEBIT if self._kind == _DEBITS else PaymentWay.BANK
        gone = len(self._bookings) - len(standing) + len(self._cancelled)
        return BankFile(standing, tuple(self._accounts), self._left_out + gone, strangers, annulled, way)


def _slices(record: bytes, fields: Fields) -> Iterator[tuple[str, str]]:
    start = 0
    for name, width in fields:
        yield name, record[start : start + width].decode("cp932").strip()
        start += width


def _ends_within_payer(record: bytes, fields: Fields) -> bool:
    """Whether a name may go on that the record breaks off: half of it would be somebody else's."""
    names = [name for name, _width in fields]
    if "payer" not in names:
        return False
    at = names.index("payer")
    start = sum(width for _name, width in fields[:at])
    return start < len(record) < start + fields[at][1]


def _number(line: int, text: str) -> int:
    if not text:
        return 0
    if not (text.isascii() and text.isdecimal() and len(text) <= LONGEST_SUM):
        raise DamagedBankFile(line=line)
    return int(text)


def _day(line: int, text: str, near: date) -> date:
    """A day whose year has two digits: of all years that it may mean, the one nearest to another day."""
    if not (len(text) == len("YYMMDD") and text.isascii() and text.isdecimal()):
        raise DamagedBankFile(line=line)
    year = int(text[:2])
    years = {2000 + year, *(era.year_one - 1 + year for era in ERAS)}
    return _nearest(line, [f"{one:04}{text[2:]}" for one in years], near)


def _nearest(line: int, candidates: Iterable[str], near: date) -> date:
    found = []
    for text in candidates:
        try:
            found.append(date(int(text[:4]), int(text[4:6]), int(text[6:8])))
        except ValueError:
            continue
    if not found:
        raise DamagedBankFile(line=line)
    return min(found, key=lambda day: abs(day - near))
