"""Reading what a bank says has arrived: the banks' fixed form, or a table of any kind."""

from __future__ import annotations

from datetime import date

from hvacdesk.domain.bank.bank_files import BankFile, BankFileCutOff, NotABankFile
from hvacdesk.domain.bank.bank_tables import BankWords, read_bank_table
from hvacdesk.domain.bank.zengin import is_zengin, read_zengin
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase
from hvacdesk.exchange.errors import (
    EncodingUnknown,
    NotATable,
    QuoteNotClosed,
    RowsOutOfOrder,
    RowsWithinQuotes,
    RowTooLong,
    WorkbookRefused,
)
from hvacdesk.exchange.table_files import opened, whole_rows

LARGEST = 64 << 20
"""Bytes of a file in the fixed form: three hundred thousand bookings, more than any contractor has."""

_BEGINNING = 16

_AGAIN = phrase("Errors", "Download the file from the bank again; do not change it in another program.")
_AGAIN_OR_LINE = phrase(
    "Errors",
    "Download the file from the bank again; do not change it in another program. If the same is said then, "
    "correct that line of the file in an editor for plain text.",
)


class BankFileIsNoTable(NotATable):
    """A bank has no program in which its file could be saved another way: it is downloaded."""

    todo = phrase("Errors", "Download the statement from your bank again, as CSV or in the 全銀 form.")


class BankFileUnreadable(EncodingUnknown):
    """Characters of no encoding."""

    todo = _AGAIN


class BankWorkbookRefused(WorkbookRefused):
    """Damaged, or made to do harm."""

    todo = _AGAIN


class BankRowsOutOfOrder(RowsOutOfOrder):
    """A sheet that something else than a bank wrote."""

    todo = _AGAIN


class BankRowTooLong(RowTooLong):
    """A quotation mark that is never closed, most often."""

    todo = _AGAIN_OR_LINE


class BankQuoteNotClosed(QuoteNotClosed):
    """Deposits would be lost in the cell."""

    todo = _AGAIN_OR_LINE


class BankRowsWithinQuotes(RowsWithinQuotes):
    """Deposits would be lost in the cell."""

    todo = _AGAIN_OR_LINE


_OF_BANKS: dict[type[UserFacingError], type[UserFacingError]] = {
    one.__bases__[0]: one
    for one in (
        *(BankFileIsNoTable, BankFileUnreadable, BankWorkbookRefused, BankRowsOutOfOrder),
        *(BankRowTooLong, BankQuoteNotClosed, BankRowsWithinQuotes),
    )
}
"""What is said of a bank's file where a list of another program would be saved by that once more."""


def read_bank_file(content: bytes, words: BankWords, today: date) -> BankFile:
    """The deposits of a file, whatever its name says it is.

    Raises:
        NotABankFile, OrdersToTheBank, DamagedBankFile, BankFileCutOff, BankSumsDiffer, BankFileOfAnotherTime;
        and as :func:`hvacdesk.exchange.table_files.opened`, those of :data:`_OF_BANKS` as they are there.
    """
    try:
        return _read(content, words, today)
    except tuple(_OF_BANKS) as error:
        raise _OF_BANKS[type(error)](**error.details) from error


def _read(content: bytes, words: BankWords, today: date) -> BankFile:
    if is_zengin(content[:_BEGINNING]):
        if len(content) > LARGEST:
            raise NotABankFile
        return read_zengin(content, today)
    table = opened(content)
    try:
        return read_bank_table(whole_rows(table, table.sheets[0], BankFileCutOff), words, today)
    finally:
        table.close()
