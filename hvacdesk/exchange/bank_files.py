"""Reading what a bank says has arrived: the banks' fixed form, or a table of any kind."""

from __future__ import annotations

from datetime import date

from hvacdesk.domain.bank.bank_files import BankFile, BankFileCutOff, NotABankFile
from hvacdesk.domain.bank.bank_tables import BankWords, read_bank_table
from hvacdesk.domain.bank.zengin import is_zengin, read_zengin
from hvacdesk.exchange.table_files import opened, whole_rows

LARGEST = 64 << 20
"""Bytes of a file in the fixed form: three hundred thousand bookings, more than any contractor has."""

_BEGINNING = 16


def read_bank_file(content: bytes, words: BankWords, today: date) -> BankFile:
    """The deposits of a file, whatever its name says it is.

    Raises:
        NotABankFile, OrdersToTheBank, DamagedBankFile, BankFileCutOff, BankSumsDiffer, BankFileOfAnotherTime;
        and as :func:`hvacdesk.exchange.table_files.opened`.
    """
    if is_zengin(content[:_BEGINNING]):
        if len(content) > LARGEST:
            raise NotABankFile
        return read_zengin(content, today)
    table = opened(content)
    try:
        return read_bank_table(whole_rows(table, table.sheets[0], BankFileCutOff), words, today)
    finally:
        table.close()
