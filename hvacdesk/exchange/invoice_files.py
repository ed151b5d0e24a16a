"""Reading what another program says of its invoices and their payments."""

from __future__ import annotations

import hashlib
from datetime import date

from hvacdesk.domain.billing.outside_invoices import (
    InvoiceFile,
    InvoiceFileCutOff,
    InvoiceWords,
)
from hvacdesk.domain.billing.outside_reading import read_invoice_tables
from hvacdesk.exchange.table_files import opened, whole_rows


def read_invoice_file(content: bytes, words: InvoiceWords, today: date) -> tuple[InvoiceFile, str]:
    """The invoices of a file, whatever its name says it is, and the file's SHA-256.

    Raises:
        NotAnInvoiceFile, InvoiceFileCutOff, InvoiceFileTooLong; and as
            :func:`hvacdesk.exchange.table_files.opened`.
    """
    table = opened(content)
    try:
        tables = (whole_rows(table, sheet, InvoiceFileCutOff) for sheet in table.sheets)
        found = read_invoice_tables(tables, words, today)
    finally:
        table.close()
    return found, hashlib.sha256(content).hexdigest()
