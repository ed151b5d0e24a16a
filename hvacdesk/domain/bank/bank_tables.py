"""Banks' CSV files: every bank has its own columns, which are found by the words over them.

The words are data (``resources/import/bank_columns.toml``). A file may begin with lines about the account,
may have withdrawals in a column of their own or with a minus sign, and ends as it likes.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from hvacdesk.domain.bank.bank_files import (
    BankCellFailed,
    BankFile,
    Booking,
    DamagedBankFile,
    FileAccount,
    NotABankFile,
    check_day,
    with_references,
)
from hvacdesk.domain.billing.payments import BankLine
from hvacdesk.domain.exchange.found_columns import (
    LOOKED_AT,
    FoundColumns,
    NotASum,
    no_sum,
    parse_columns,
    read_yen,
)
from hvacdesk.domain.exchange.import_cells import is_total, tidy
from hvacdesk.domain.text.text_forms import fold, plain
from hvacdesk.domain.text.written_dates import NotADate, read_date

FORMAT = 1
"""The form of the text that this program understands."""

_ACCOUNT = re.compile(r"口座番号[^0-9]{0,12}(?:[0-9]{3}[^0-9]{1,4})?([0-9]{6,8})(?![0-9])")


class BankColumn(StrEnum):
    """What a column of a bank's CSV file holds."""

    DAY = "day"
    YEAR = "year"
    MONTH = "month"
    DAY_OF_MONTH = "day_of_month"
    PAID_IN = "paid_in"
    PAID_OUT = "paid_out"
    SIGNED = "signed"
    PAYER = "payer"
    TEXT = "text"
    NUMBER = "number"
    DIRECTION = "direction"


_PARTS = (BankColumn.YEAR, BankColumn.MONTH, BankColumn.DAY_OF_MONTH)


@dataclass(frozen=True)
class BankWords:
    """What is known of banks' columns.

    Attributes:
        columns: by the header's key.
        arrived: folded words by which a column says that money arrived.
        transfer: what is before a payer's name, or alone.
    """

    columns: Mapping[str, BankColumn]
    arrived: frozenset[str]
    transfer: re.Pattern[str]


def parse_bank_words(text_toml: str) -> BankWords:
    """Read the data file. Raises :class:`ValueError` for another format, or one header for two columns."""
    data = tomllib.loads(text_toml)
    if data["format"] != FORMAT:
        raise ValueError(f"bank_columns.toml has format {data['format']}")
    words = sorted({plain(word) for word in data["transfer"]}, key=len, reverse=True)
    transfer = re.compile(rf"(?:{'|'.join(map(re.escape, words))})[0-9]*[\s*:・-]*", re.IGNORECASE)
    columns = parse_columns(data["words"], BankColumn)
    return BankWords(columns, frozenset(map(fold, data["arrived"])), transfer)


class _Columns(FoundColumns[BankColumn]):
    """Where the columns of a file are."""

    @property
    def complete(self) -> bool:
        """Whether a day and a sum are among them."""
        day = BankColumn.DAY in self or all(part in self for part in _PARTS)
        return day and (BankColumn.PAID_IN in self or BankColumn.SIGNED in self)

    def day(self, row: Sequence[str]) -> str:
        """The day as it is written, with its parts joined."""
        if BankColumn.DAY in self:
            return self.cell(row, BankColumn.DAY)
        return "/".join(filter(None, (self.cell(row, part) for part in _PARTS)))


def read_bank_table(rows: Iterable[tuple[int, Sequence[str]]], words: BankWords, today: date) -> BankFile:
    """The deposits of a table: rows with the number of their line.

    Raises:
        NotABankFile, DamagedBankFile, BankFileOfAnotherTime.
    """
    lines = iter(rows)
    columns, accounts = _found(lines, words)
    own = accounts[0].key if accounts else ""
    bookings: list[Booking] = []
    left_out = 0
    for number, row in lines:
        booking = _booking(number, row, columns, words, today)
        if booking is not None:
            bookings.append(replace(booking, account=own))
        elif any(cell.strip() for cell in row):
            left_out += 1
    return BankFile(tuple(one.line for one in with_references(bookings)), accounts, left_out)


def _found(
    lines: Iterator[tuple[int, Sequence[str]]], words: BankWords
) -> tuple[_Columns, tuple[FileAccount, ...]]:
    """Where the columns are, and of which account a line before them says that the file is."""
    accounts: tuple[FileAccount, ...] = ()
    for count, (_number, row) in enumerate(lines, 1):
        columns = _Columns(row, words.columns)
        if columns.complete:
            return columns, accounts
        if not accounts and (told := _ACCOUNT.search(plain(" ".join(row)))):
            accounts = (FileAccount(number=told[1]),)
        if count >= LOOKED_AT:
            break
    raise NotABankFile


def _booking(
    number: int, row: Sequence[str], columns: _Columns, words: BankWords, today: date
) -> Booking | None:
    """The deposit in a row; None for a withdrawal, a total, or a line without a sum."""
    if columns.failed(row):
        raise BankCellFailed(line=number)
    written = columns.day(row)
    yen = _arrived(number, row, columns, words)
    if yen <= 0 or not written or is_total(written):
        if yen > 0 and not written and not any(is_total(tidy(cell)) for cell in row):
            raise DamagedBankFile(line=number)
        return None
    payer, text = _who(row, columns, words)
    line = BankLine(check_day(_day(number, written, today), number, today), yen, payer, text, "")
    return Booking(line, "", columns.cell(row, BankColumn.NUMBER).lstrip("0"))


def _arrived(number: int, row: Sequence[str], columns: _Columns, words: BankWords) -> int:
    """Yen that arrived; negative or zero for everything else."""
    if BankColumn.PAID_IN in columns:
        return _yen(number, columns.cell(row, BankColumn.PAID_IN))
    yen = _yen(number, columns.cell(row, BankColumn.SIGNED))
    direction = fold(columns.cell(row, BankColumn.DIRECTION))
    if BankColumn.DIRECTION in columns and direction not in words.arrived:
        return -abs(yen)
    return yen


def _yen(number: int, cell: str) -> int:
    try:
        return read_yen(cell)
    except NotASum:
        raise DamagedBankFile(line=number) from None


def _day(number: int, written: str, today: date) -> date:
    try:
        read = read_date(written, today)
    except NotADate:
        read = None
    if read is None or not (read.is_day and read.has_year):
        raise DamagedBankFile(line=number)
    return read.first


def _who(row: Sequence[str], columns: _Columns, words: BankWords) -> tuple[str, str]:
    """The payer, and all that the bank says: a payer is behind 振込 or in a column of its own."""
    told = [one for one in columns.cells(row, BankColumn.TEXT) if one and not no_sum(one)]
    payer = columns.cell(row, BankColumn.PAYER)
    if not payer:
        names = (_without_transfer(one, words) for one in told)
        payer = next(filter(None, names), "")
    return payer, " ".join(told)


def _without_transfer(text: str, words: BankWords) -> str:
    flat = plain(text)
    match = words.transfer.match(flat)
    if match is None:
        return text
    rest = flat[match.end() :].strip()
    return "" if not rest or words.transfer.fullmatch(rest) else rest
