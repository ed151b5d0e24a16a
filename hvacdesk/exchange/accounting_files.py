"""Writing rows for an accounting program, in the form and encoding that it imports."""

from __future__ import annotations

import csv
import io
import re

from hvacdesk.domain.billing.accounting_export import AccountingTable
from hvacdesk.domain.text.kanji_variants import variants
from hvacdesk.exchange.formulas import harmless

_NUMBER = re.compile(r"-?[0-9]+")
_GETA = "〓"
"""What Japanese typesetters put where a character is missing."""


def accounting_file(table: AccountingTable) -> bytes:
    """The file's content. No text of it starts a formula; a character that its encoding lacks is replaced.

    Its common form takes its place (吉 for 𠮷), or 〓 where there is none.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    if table.header:
        writer.writerow(table.header)
    writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    return _encoded(text.getvalue(), table.encoding)


def _cell(cell: str) -> str:
    return cell if _NUMBER.fullmatch(cell) else harmless(cell)


def _encoded(text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        known = variants()
        return "".join(_in(encoding, sign, known.get(sign, _GETA)) for sign in text).encode(encoding)


def _in(encoding: str, sign: str, common: str) -> str:
    for one in (sign, common):
        try:
            one.encode(encoding)
        except UnicodeEncodeError:
            continue
        return one
    return _GETA
