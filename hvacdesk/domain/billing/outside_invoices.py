"""Invoices of other programs: what their exports say of each, and the rows that say nothing that can be.

The columns are found by the words over them (``resources/import/invoice_columns.toml``). One invoice may have
several rows: one for each of its lines, or one for each payment of it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hvacdesk.domain.bank.bank_matching import USUAL_FEES
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.found_columns import (
    parse_columns,
)
from hvacdesk.domain.text.text_forms import fold, plain
from hvacdesk.domain.text.wording import Phrase, phrase

_ZEROS = "0*"
"""A spreadsheet drops them, and a text that names the number may not."""

FORMAT = 1
"""The form of the data file that this program understands."""

MOST_FEE = max(USUAL_FEES)
"""Yen by which a payment may be short that the other program takes for the whole: the bank kept it."""


class NotAnInvoiceFile(UserFacingError):
    """No table in which an invoice's number and a day are found."""

    what = phrase(
        "Errors",
        "No invoices were found in this file: it has no column of invoice numbers, or none of the days on "
        "which they were issued or paid.",
    )
    todo = phrase(
        "Errors", "Export the list of invoices again, with invoice number, customer, date and day of payment."
    )


class InvoiceFileCutOff(UserFacingError):
    """The end is missing: nobody knows which invoices are."""

    what = phrase("Errors", "This file breaks off before its end.")
    todo = phrase("Errors", "Export it from the other program again.")


class InvoiceFileTooLong(UserFacingError):
    """More rows than an office writes invoices; matching them would take the machine for minutes."""

    what = phrase("Errors", "This file has more rows than this program reads at once.")
    todo = phrase("Errors", "Export the invoices of one year at a time.")


class InvoiceColumn(StrEnum):
    """What a column of such an export holds; a ``MAYBE`` counts where nothing says it plainly."""

    NUMBER = "number"
    NUMBER_MAYBE = "number_maybe"
    CUSTOMER = "customer"
    SUBJECT = "subject"
    TOTAL = "total"
    TOTAL_MAYBE = "total_maybe"
    ISSUED_ON = "issued_on"
    ISSUED_MAYBE = "issued_maybe"
    PAID_ON = "paid_on"
    PAID = "paid"
    STATUS = "status"
    ROW_KIND = "row_kind"
    DOCUMENT = "document"


class ToldStatus(StrEnum):
    """What a word in a column of states means; ``SENT`` says nothing of the payment."""

    PAID = "paid"
    PART = "part"
    OPEN = "open"
    DRAFT = "draft"
    VOID = "void"
    SENT = "sent"


class RefusedBecause(StrEnum):
    """Why a row, or an invoice, is not taken."""

    NO_NUMBER = "no_number"
    BAD_NUMBER = "bad_number"
    BAD_DAY = "bad_day"
    DAY_TO_COME = "day_to_come"
    BAD_SUM = "bad_sum"
    CREDIT = "credit"
    NO_INVOICE = "no_invoice"
    DRAFT = "draft"
    VOID = "void"
    ALSO_VOID = "also_void"
    CONTRADICTS = "contradicts"
    NOTHING_SAID = "nothing_said"
    CELL_FAILED = "cell_failed"
    NEVER_COMPUTED = "never_computed"


REFUSED_WORDS: dict[RefusedBecause, Phrase] = {
    RefusedBecause.NO_NUMBER: phrase("Billing", "no invoice number"),
    RefusedBecause.BAD_NUMBER: phrase("Billing", "the invoice number is too long or holds odd signs"),
    RefusedBecause.BAD_DAY: phrase("Billing", "a day cannot be read"),
    RefusedBecause.DAY_TO_COME: phrase("Billing", "a day is still to come, or from long ago"),
    RefusedBecause.BAD_SUM: phrase("Billing", "a sum cannot be read"),
    RefusedBecause.CREDIT: phrase("Billing", "a credit note: note it at the job yourself"),
    RefusedBecause.NO_INVOICE: phrase("Billing", "another kind of paper"),
    RefusedBecause.DRAFT: phrase("Billing", "not issued yet"),
    RefusedBecause.VOID: phrase("Billing", "void in the other program"),
    RefusedBecause.ALSO_VOID: phrase("Billing", "another row says that it is void"),
    RefusedBecause.CONTRADICTS: phrase(
        "Billing", "the number stands for two invoices: customer, day or sum differ"
    ),
    RefusedBecause.NOTHING_SAID: phrase("Billing", "neither the day of issue nor a payment"),
    RefusedBecause.CELL_FAILED: phrase("Billing", "a formula failed"),
    RefusedBecause.NEVER_COMPUTED: phrase(
        "Billing", "a formula was never computed (save the file in Excel first)"
    ),
}


NO_INVOICES = frozenset({RefusedBecause.VOID, RefusedBecause.NO_INVOICE, RefusedBecause.CREDIT})
"""What is refused for these reasons asks for nothing; any other row may tell of money that is owed."""


@dataclass(frozen=True)
class InvoiceWords:
    """What is known of such exports.

    Attributes:
        columns: by the header's key.
        states: by the folded word.
        lines: folded words of rows that are a part of the invoice above; ``invoices``: of what is one.
        refunds: folded words of remarks that make a payment doubtful.
    """

    columns: Mapping[str, InvoiceColumn]
    states: Mapping[str, ToldStatus]
    lines: frozenset[str]
    invoices: frozenset[str]
    refunds: frozenset[str]


def parse_invoice_words(text_toml: str) -> InvoiceWords:
    """Read the data file. Raises :class:`ValueError` for another format, or one word for two meanings."""
    data = tomllib.loads(text_toml)
    if data["format"] != FORMAT:
        raise ValueError(f"invoice_columns.toml has format {data['format']}")
    states: dict[str, ToldStatus] = {}
    for name, words in data["status"].items():
        for word in words:
            if states.setdefault(fold(word), ToldStatus(name)) is not ToldStatus(name):
                raise ValueError(f"{word} stands for two states")
    rows = data["rows"]
    return InvoiceWords(
        parse_columns(data["words"], InvoiceColumn),
        states,
        frozenset(map(fold, rows["lines"])),
        frozenset(map(fold, rows["invoices"])),
        frozenset(map(fold, data["remarks"]["refunds"])),
    )


class PaidState(StrEnum):
    """What the file says of an invoice's payment.

    ``NO_DAY``: it is paid, and the file does not say when. ``UNSURE``: there is a day of payment beside a
    state, a sum or a remark that is not understood or says otherwise. ``UNTOLD``: nothing is said.
    """

    UNTOLD = "untold"
    OPEN = "open"
    PART = "part"
    PAID = "paid"
    NO_DAY = "no_day"
    UNSURE = "unsure"


@dataclass(frozen=True)
class OutsideInvoice:
    """One invoice as the file tells of it.

    Attributes:
        line: of its first row.
        key: what its number is compared by.
        subject: everything in which a job number may be written.
        issued_on: ISO day; empty in a list of payments.
        yen: the whole sum; None where it is not said or not sure.
        settled_on: ISO day of the last payment, where all is paid; else empty.
        last_paid_on: ISO day of the last payment, whatever it was; empty where there is none.
        received: yen of all payments; None where the sum of one of them is not told.
        said_paid: whether a word says that it is paid; a day alone may be that of a part.
        number_is_plain: whether the column's name says that it holds invoice numbers, not a row's own.
        sums_differ: whether two columns of whole sums say different ones.
        is_ahead: whether the invoice's day is still to come.
    """

    line: int
    number: str = field(repr=False)
    key: str = field(repr=False)
    customer: str = field(repr=False)
    subject: str = field(repr=False)
    issued_on: str
    yen: int | None
    paid: PaidState
    settled_on: str = ""
    last_paid_on: str = ""
    received: int | None = None
    said_paid: bool = False
    number_is_plain: bool = True
    sums_differ: bool = False
    is_ahead: bool = False


@dataclass(frozen=True)
class RefusedRow:
    """A row that is not taken, with what it says of itself; ``cell`` is what could not be read, if that was
    why.
    """

    line: int
    because: RefusedBecause
    number: str = field(default="", repr=False)
    customer: str = field(default="", repr=False)
    subject: str = field(default="", repr=False)
    cell: str = field(default="", repr=False)


@dataclass(frozen=True)
class InvoiceFile:
    """What was read.

    Attributes:
        invoices: in the order of the file, each number once.
        parts: how many rows are lines of an invoice, totals and the like.
        void: numbers, as they are compared, of invoices that the other program made void.
        credited: numbers, as they are compared, of credit notes; ``credit_subjects``: what they are about.
    """

    invoices: tuple[OutsideInvoice, ...]
    refused: tuple[RefusedRow, ...] = ()
    parts: int = 0
    void: frozenset[str] = field(default=frozenset(), repr=False)
    credited: frozenset[str] = field(default=frozenset(), repr=False)
    credit_subjects: tuple[str, ...] = field(default=(), repr=False)


def number_key(number: str) -> str:
    """What invoice numbers are compared by: any width, case and dash; a spreadsheet drops leading zeros.

    Nothing of how addresses or names are written counts here: A-1号 is another number than A-1.
    """
    flat = flat_text(number)
    return flat.lstrip("0") or flat if flat.isdecimal() else flat


def flat_text(text: str) -> str:
    """A text in which numbers are looked for: any width and case, without gaps."""
    return "".join(plain(text).casefold().split())


def names_number(flat: str, key: str) -> bool:
    """Whether a flat text names the invoice of a compared number, as 「F-1の返金」 does F-1 and not F-11."""
    alone = rf"(?<![0-9a-z]){_ZEROS}{re.escape(key)}(?![0-9a-z])"
    return bool(key) and key in flat and re.search(alone, flat) is not None
