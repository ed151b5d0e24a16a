"""Reading what another program says of its invoices and their payments."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from hvacdesk.domain.billing.outside_invoices import (
    InvoiceFile,
    InvoiceFileChanged,
    InvoiceFileCutOff,
    InvoiceWords,
)
from hvacdesk.domain.billing.outside_reading import read_invoice_tables
from hvacdesk.exchange.errors import FileUnreadable
from hvacdesk.exchange.table_files import opened


def read_invoice_file(path: Path, words: InvoiceWords, today: date) -> tuple[InvoiceFile, str]:
    """The invoices of a file, whatever its name says it is, and the file's SHA-256.

    Raises:
        NotAnInvoiceFile, InvoiceFileCutOff, InvoiceFileTooLong, InvoiceFileChanged; and as
            :func:`hvacdesk.exchange.table_files.opened`.
    """
    digest = _digest(path)
    table = opened(path)
    try:
        found = read_invoice_tables(map(table.rows, table.sheets), words, today)
        if any(table.broken_off(sheet) for sheet in table.sheets):
            raise InvoiceFileCutOff
    finally:
        table.close()
    # The log names the file by this, so it has to be of what was read.
    if _digest(path) != digest:
        raise InvoiceFileChanged
    return found, digest


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise FileUnreadable from error
