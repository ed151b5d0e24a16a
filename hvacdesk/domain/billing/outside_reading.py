"""Reading the tables in which other programs tell of invoices: each row is taken, refused, or a part of one.

The columns are found by the words over them. One invoice may have several rows: one for each of its lines, or
one for each payment of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from hvacdesk.domain.billing.outside_invoices import (
    MOST_FEE,
    InvoiceColumn,
    InvoiceFile,
    InvoiceFileTooLong,
    InvoiceWords,
    NotAnInvoiceFile,
    OutsideInvoice,
    PaidState,
    RefusedBecause,
    RefusedRow,
    ToldStatus,
    number_key,
)
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.exchange.found_columns import LOOKED_AT, FoundColumns, NotASum, no_sum, read_yen
from hvacdesk.domain.exchange.import_cells import UNCOMPUTED, is_error, is_total
from hvacdesk.domain.jobs.job_rules import EVENT_DAYS_AHEAD, YEN
from hvacdesk.domain.text.input_checks import EARLIEST_WORK, clean_line
from hvacdesk.domain.text.text_forms import fold, plain
from hvacdesk.domain.text.written_dates import NotADate, read_date

MOST_ROWS = 50_000
"""So many rows of a file are read: ten years of an office that writes twenty invoices a day."""


@dataclass(frozen=True)
class _Row:
    """One row as it says.

    Attributes:
        sums_differ: whether two columns tell of different whole sums; then there is none.
        paid_is_blank: whether there is a column of what was paid, and nothing in it.
        payments_differ: whether two columns tell of different payments; the last day counts then.
        refund: whether a remark speaks of one.
    """

    line: int
    number: str = field(repr=False)
    number_is_plain: bool
    customer: str = field(repr=False)
    subject: str = field(repr=False)
    issued_on: str
    yen: int | None
    sums_differ: bool
    total_is_plain: bool
    paid_on: str
    paid: int | None
    paid_is_blank: bool
    payments_differ: bool
    states: frozenset[ToldStatus]
    unknown_state: bool
    refund: bool


class _Refused(Exception):
    """A row cannot be taken; ``cell`` is what could not be read, which no message of it repeats."""

    def __init__(self, because: RefusedBecause, cell: str = "") -> None:
        super().__init__(because)
        self.because, self.cell = because, cell


class _InvoiceColumns(FoundColumns[InvoiceColumn]):
    """Where the columns of an export are."""

    def __init__(self, row: Sequence[str], words: Mapping[str, InvoiceColumn]) -> None:
        super().__init__(row, words)
        self.number = self._either(InvoiceColumn.NUMBER, InvoiceColumn.NUMBER_MAYBE)
        self.total = self._either(InvoiceColumn.TOTAL, InvoiceColumn.TOTAL_MAYBE)
        self.issued_on = self._either(InvoiceColumn.ISSUED_ON, InvoiceColumn.ISSUED_MAYBE)

    def _either(self, plainly: InvoiceColumn, maybe: InvoiceColumn) -> InvoiceColumn:
        return plainly if plainly in self or maybe not in self else maybe

    @property
    def complete(self) -> bool:
        """Whether an invoice's number and a day are among them."""
        return self.number in self and (self.issued_on in self or InvoiceColumn.PAID_ON in self)

    def filled(self, row: Sequence[str], kind: InvoiceColumn) -> str:
        """The first cell of a kind that says something."""
        return next(iter(self.all_filled(row, kind)), "")

    def all_filled(self, row: Sequence[str], kind: InvoiceColumn) -> list[str]:
        """The cells of a kind that say something."""
        return [one for one in self.cells(row, kind) if not no_sum(one)]


Rows = Iterable[tuple[int, Sequence[str]]]


def read_invoice_tables(tables: Iterable[Rows], words: InvoiceWords, today: date) -> InvoiceFile:
    """The invoices of every table that holds any, such as one sheet for each month.

    Lines are counted through all of them. Raises :class:`NotAnInvoiceFile` or :class:`InvoiceFileTooLong`.
    """
    reading = _FileReading(words, today)
    for table in tables:
        reading.read(iter(table))
    if not reading.found_any:
        raise NotAnInvoiceFile
    return reading.result()


class _FileReading:
    """What was read so far.

    Attributes:
        found_any: whether a table held the columns of invoices.
    """

    def __init__(self, words: InvoiceWords, today: date) -> None:
        self._words, self._today = words, today
        self._rows = defaultdict[str, list[_Row]](list)
        self._refused: list[RefusedRow] = []
        self._void, self._credited = set[str](), set[str]()
        self._credit_subjects: list[str] = []
        self._parts = self._before = self._last = self._count = 0
        self.found_any = False

    def read(self, lines: Iterator[tuple[int, Sequence[str]]]) -> None:
        """Read one table; one that holds something else is passed over."""
        self._before = self._last
        for count, (_line, row) in enumerate(lines, 1):
            columns = _InvoiceColumns(row, self._words.columns)
            if columns.complete:
                self.found_any = True
                for line, cells in lines:
                    self._last = self._before + line
                    if any(cell.strip() for cell in cells):
                        self._take(self._last, cells, columns)
                return
            if count >= LOOKED_AT:
                return

    def _take(self, line: int, cells: Sequence[str], columns: _InvoiceColumns) -> None:
        self._count += 1
        if self._count > MOST_ROWS:
            raise InvoiceFileTooLong
        if _is_part(cells, columns, self._words):
            self._parts += 1
            return
        number = columns.filled(cells, columns.number)
        try:
            row = _row(line, cells, columns, self._words, self._today)
            self._rows[number_key(row.number)].append(row)
        except _Refused as error:
            customer = _computed(columns.filled(cells, InvoiceColumn.CUSTOMER))
            subject, told = _subject(cells, columns), _computed(number)
            self._refused.append(RefusedRow(line, error.because, told, customer, subject, error.cell))
            if error.because is RefusedBecause.VOID and number:
                self._void.add(number_key(number))
            elif error.because is RefusedBecause.CREDIT:
                self._credited.add(number_key(number))
                self._credit_subjects.append(subject)

    def result(self) -> InvoiceFile:
        """All of it, the rows of a number together."""
        invoices = []
        refused = list(self._refused)
        for key, rows in self._rows.items():
            try:
                invoices.append(_invoice(key, rows, self._today, also_void=key in self._void))
            except _Refused as error:
                refused += [
                    RefusedRow(one.line, error.because, one.number, one.customer, one.subject) for one in rows
                ]
        refused.sort(key=lambda one: one.line)
        return InvoiceFile(
            tuple(invoices),
            tuple(refused),
            self._parts,
            frozenset(self._void),
            frozenset(self._credited),
            tuple(self._credit_subjects),
        )


def _is_part(cells: Sequence[str], columns: _InvoiceColumns, words: InvoiceWords) -> bool:
    """Whether a row is a line of the invoice above it, or adds up the rows above."""
    if fold(columns.filled(cells, InvoiceColumn.ROW_KIND)) in words.lines:
        return True
    if is_total(next((cell.strip() for cell in cells if cell.strip()), "")):
        return True
    whole = (columns.number, columns.issued_on, InvoiceColumn.CUSTOMER, InvoiceColumn.PAID_ON)
    return not any(columns.filled(cells, kind) for kind in whole)


def _subject(cells: Sequence[str], columns: _InvoiceColumns) -> str:
    """Everything in which a job number may be written."""
    return " ".join(filter(None, map(_computed, columns.cells(cells, InvoiceColumn.SUBJECT))))


def _computed(cell: str) -> str:
    """A cell, unless a formula failed there or was never computed."""
    return "" if is_error(cell) else cell


def _row(line: int, cells: Sequence[str], columns: _InvoiceColumns, words: InvoiceWords, today: date) -> _Row:
    document = _computed(columns.filled(cells, InvoiceColumn.DOCUMENT))
    if document and fold(document) not in words.invoices:
        raise _Refused(RefusedBecause.NO_INVOICE)
    number = columns.filled(cells, columns.number)
    if not number:
        raise _Refused(RefusedBecause.NO_NUMBER)
    if is_error(number):
        raise _failed(number)
    try:
        number = clean_line("number", number)
    except InvalidInput:
        raise _Refused(RefusedBecause.BAD_NUMBER) from None
    said = [fold(one) for one in columns.all_filled(cells, InvoiceColumn.STATUS)]
    states = frozenset(words.states[one] for one in said if one in words.states)
    for state, because in ((ToldStatus.VOID, RefusedBecause.VOID), (ToldStatus.DRAFT, RefusedBecause.DRAFT)):
        if state in states:
            raise _Refused(because)
    if failed := columns.failed(cells):
        raise _failed(failed)
    totals = {_yen(one) for one in columns.all_filled(cells, columns.total)}
    if any(yen < 0 for yen in totals):
        raise _Refused(RefusedBecause.CREDIT)
    subject = _subject(cells, columns)
    paid = list(dict.fromkeys(_yen(one) for one in columns.all_filled(cells, InvoiceColumn.PAID)))
    paid_on = {_day(one, today, today) for one in columns.all_filled(cells, InvoiceColumn.PAID_ON)}
    return _Row(
        line=line,
        number=number,
        number_is_plain=columns.number is InvoiceColumn.NUMBER,
        customer=columns.filled(cells, InvoiceColumn.CUSTOMER),
        subject=subject,
        issued_on=_day(
            columns.filled(cells, columns.issued_on), today, today + timedelta(days=EVENT_DAYS_AHEAD)
        ),
        yen=next(iter(totals)) if len(totals) == 1 else None,
        sums_differ=len(totals) > 1,
        total_is_plain=columns.total is InvoiceColumn.TOTAL,
        paid_on=max(paid_on, default=""),
        paid=paid[0] if paid else None,
        paid_is_blank=InvoiceColumn.PAID in columns and not paid,
        payments_differ=len(paid) > 1 or len(paid_on) > 1,
        states=states,
        unknown_state=any(one not in words.states for one in said),
        refund=any(word in fold(subject) for word in words.refunds),
    )


def _failed(cell: str) -> _Refused:
    never = cell == UNCOMPUTED
    return _Refused(RefusedBecause.NEVER_COMPUTED if never else RefusedBecause.CELL_FAILED, cell)


def _yen(cell: str) -> int:
    try:
        yen = read_yen(cell)
    except NotASum:
        raise _Refused(RefusedBecause.BAD_SUM, cell) from None
    if abs(yen) > YEN[1]:
        raise _Refused(RefusedBecause.BAD_SUM, cell)
    return yen


def _day(cell: str, today: date, latest: date) -> str:
    try:
        read = read_date(plain(cell), today)
    except NotADate:
        raise _Refused(RefusedBecause.BAD_DAY, cell) from None
    if read is None:
        return ""
    if not (read.is_day and read.has_year):
        raise _Refused(RefusedBecause.BAD_DAY, cell)
    if not EARLIEST_WORK <= read.first <= latest:
        raise _Refused(RefusedBecause.DAY_TO_COME, cell)
    return read.first.isoformat()


def _invoice(key: str, rows: Sequence[_Row], today: date, *, also_void: bool) -> OutsideInvoice:
    """What all rows of a number say together."""
    if also_void:
        raise _Refused(RefusedBecause.ALSO_VOID)
    first = rows[0]
    issued_on = _one(one.issued_on for one in rows)
    yen = _sum(rows)
    payments = dict.fromkeys((one.paid_on, one.paid) for one in rows if one.paid_on)
    received = _received(payments)
    paid, settled_on = _payment(rows, list(payments), received, yen)
    last = max((on for on, _yen_paid in payments), default="")
    if not issued_on and not last and paid is not PaidState.NO_DAY:
        raise _Refused(RefusedBecause.NOTHING_SAID)
    _one(fold(one.customer) for one in rows)
    return OutsideInvoice(
        line=first.line,
        number=first.number,
        key=key,
        customer=next((one.customer for one in rows if one.customer), ""),
        subject=" ".join(dict.fromkeys(one.subject for one in rows if one.subject)),
        issued_on=issued_on,
        yen=yen,
        paid=paid,
        settled_on=settled_on,
        last_paid_on=last,
        received=received,
        said_paid=any(ToldStatus.PAID in one.states for one in rows),
        number_is_plain=all(one.number_is_plain for one in rows),
        sums_differ=any(one.sums_differ for one in rows),
        is_ahead=issued_on > today.isoformat(),
    )


def _one(values: Iterable[str]) -> str:
    """What all say who say anything. Raises where they differ."""
    told = {one for one in values if one}
    if len(told) > 1:
        raise _Refused(RefusedBecause.CONTRADICTS)
    return next(iter(told), "")


def _sum(rows: Sequence[_Row]) -> int | None:
    """The whole sum; None where rows of single lines do not say it, or it is said to be nothing."""
    told = {one.yen for one in rows if one.yen is not None}
    if len(told) > 1 and rows[0].total_is_plain:
        raise _Refused(RefusedBecause.CONTRADICTS)
    return told.pop() or None if len(told) == 1 else None


def _received(payments: Collection[tuple[str, int | None]]) -> int | None:
    """What was paid in all; None where nothing was, or the sum of a payment is not told."""
    sums = [paid for _on, paid in payments if paid is not None]
    return sum(sums) if sums and len(sums) == len(payments) else None


def _payment(
    rows: Sequence[_Row], payments: Sequence[tuple[str, int | None]], received: int | None, yen: int | None
) -> tuple[PaidState, str]:
    """The state of an invoice's payment, and the day on which all was paid."""
    states = frozenset[ToldStatus]().union(*(one.states for one in rows))
    last = max((on for on, _paid in payments), default="")
    said_open = bool(states & {ToldStatus.OPEN, ToldStatus.PART})
    paid_back = any(paid is not None and paid <= 0 for _on, paid in payments)
    doubtful = said_open or paid_back or any(one.refund or one.payments_differ for one in rows)
    missing = 0 if yen is None or received is None else yen - received
    if ToldStatus.PAID in states:
        if doubtful or missing > MOST_FEE:
            return PaidState.UNSURE, ""
        return (PaidState.PAID, last) if last else (PaidState.NO_DAY, "")
    if ToldStatus.PART in states:
        return PaidState.PART, ""
    if not last:
        return (PaidState.OPEN if said_open else PaidState.UNTOLD), ""
    if missing > 0 and not paid_back:
        return PaidState.PART, ""
    if doubtful or any(one.unknown_state or (one.paid_on and one.paid_is_blank) for one in rows):
        return PaidState.UNSURE, ""
    return PaidState.PAID, last
