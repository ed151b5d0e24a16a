"""Reading what a bank says has arrived: the banks' fixed form, or a table of any kind."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hvacdesk.domain.bank.bank_files import BankFile, BankFileCutOff, NotABankFile
from hvacdesk.domain.bank.bank_tables import BankWords, read_bank_table
from hvacdesk.domain.bank.zengin import is_zengin, read_zengin
from hvacdesk.exchange.errors import FileUnreadable
from hvacdesk.exchange.table_files import opened

LARGEST = 64 << 20
"""Bytes of a file in the fixed form: three hundred thousand bookings, more than any contractor has."""

_BEGINNING = 16


def read_bank_file(path: Path, words: BankWords, today: date) -> BankFile:
    """The deposits of a file, whatever its name says it is.

    Raises:
        NotABankFile, OrdersToTheBank, DamagedBankFile, BankFileCutOff, BankSumsDiffer, BankFileOfAnotherTime;
        and as :func:`hvacdesk.exchange.table_files.opened`.
    """
    try:
        with path.open("rb") as file:
            fixed = is_zengin(file.read(_BEGINNING))
            file.seek(0)
            content = file.read(LARGEST + 1) if fixed else b""
    except OSError as error:
        raise FileUnreadable from error
    if fixed:
        if len(content) > LARGEST:
            raise NotABankFile
        return read_zengin(content, today)
    table = opened(path)
    try:
        found = read_bank_table(table.rows(table.sheets[0]), words, today)
        if table.broken_off(table.sheets[0]):
            raise BankFileCutOff
    finally:
        table.close()
    return found
