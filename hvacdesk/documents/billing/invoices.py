"""Invoices 適格請求書 and credit notes 適格返還請求書 on paper, for a window envelope.

Source of what is on them: 消費税法 57条の4第1項 (issuer and number; day or period; what, with a mark at
the reduced rate; base and rate; tax of each rate; addressee) and 3項 (credit notes: also the day of what
is taken back). An issuer without a number prints none, and nothing that could pass for one (57条の5).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from hvacdesk.documents.billing.carried_balance import IN_ALL, TAX, balance_row
from hvacdesk.documents.billing.credit_notes import (
    credit_remarks,
    credit_statement,
    credit_sum_name,
    credit_told,
)
from hvacdesk.documents.billing.issuer import account_bands, as_issued, cash_bands
from hvacdesk.documents.billing.lines_and_sums import (
    ROW,
    SMALL,
    Align,
    GridColumn,
    GridPlan,
    SumRow,
    closing_sums,
    framed_sum,
    lined,
    small_note,
    with_day,
)
from hvacdesk.documents.billing.rates_table import price_notes, rate_notes, rates_table
from hvacdesk.documents.kit.amounts import figures, money
from hvacdesk.documents.kit.dates import calendar_day, day_and_month
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import listed, paragraph, section
from hvacdesk.documents.kit.letterhead import footer_lines, office_line
from hvacdesk.documents.kit.page import BODY, LEFT, Sheet
from hvacdesk.documents.kit.single import place_single
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.documents.kit.window_head import LetterTo, window_head, window_office
from hvacdesk.domain.billing.invoices import (
    INVOICE_KIND_NAMES,
    BankAccount,
    EarlierInvoice,
    InvoiceKind,
    InvoiceLineRecord,
    InvoicePaper,
)
from hvacdesk.domain.billing.tax import InvoiceSums, TaxClass, is_all_taxed
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.text.wording import Phrase, Words, phrase

_TITLES: dict[InvoiceKind, Phrase] = {
    InvoiceKind.WHOLE: phrase("Invoice paper", "Invoice"),
    InvoiceKind.DEPOSIT: phrase("Invoice paper", "Deposit invoice"),
    InvoiceKind.PART: phrase("Invoice paper", "Part invoice"),
    InvoiceKind.FINAL: phrase("Invoice paper", "Final invoice"),
    InvoiceKind.COLLECTIVE: phrase("Invoice paper", "Collective invoice"),
    InvoiceKind.CREDIT: phrase("Invoice paper", "Credit note"),
    InvoiceKind.CANCELLATION: phrase("Invoice paper", "Cancellation invoice"),
}
_QUALIFIED_CREDIT = phrase("Invoice paper", "Qualified credit note")
_BATCH = phrase("Invoice paper", "Invoices, {count}")
_NUMBER = phrase("Invoice paper", "No. {number}")
_CREDIT_NUMBER = phrase("Invoice paper", "Credit note no. {number}")
_ISSUED_ON = phrase("Invoice paper", "Issued {date}")
_DRAFT = phrase("Invoice paper", "Draft, not an invoice")
_REISSUED = phrase("Invoice paper", "Reissue")
_CORRECTED = phrase("Invoice paper", "Corrected")
_STATEMENT = phrase("Invoice paper", "We ask you to pay the following.")
_FEE_STATEMENT = phrase("Invoice paper", "We charge the following for the cancellation of the work.")
_SUM = phrase("Invoice paper", "To pay")
_NOTHING_STATEMENT = phrase("Invoice paper", "Nothing is to be paid at present.")
_TAX_INCLUDED = phrase("Invoice paper", "(tax included)")
_DUE = phrase("Invoice paper", "Pay by")
_DELIVERED_ON = phrase("Invoice paper", "Delivered on")
_DELIVERED = phrase("Invoice paper", "Delivered")
_PERIOD = phrase("Invoice paper", "{first} to {last}")
_FIRST_DELIVERED = phrase("Invoice paper", "First delivered")
_TAKEN_BACK_ON = phrase("Invoice paper", "Taken back on")
_CUSTOMER_NUMBER = phrase("Invoice paper", "Customer no.")
_PHONE = phrase("Invoice paper", "Your phone")
_CLOSING = phrase("Invoice paper", "Closing period")
_JOBS = phrase("Invoice paper", "Job no.")
_SITE = phrase("Invoice paper", "Site")
_FIRST = phrase("Invoice paper", "First invoice")
_ABOUT = phrase("Invoice paper", "No. {number} of {date}")
_IN_PLACE_OF = phrase("Invoice paper", "This takes the place of invoice no. {number} of {date}.")
_IN_CHARGE = phrase("Invoice paper", "In charge")
_DAY = phrase("Invoice paper", "Day")
_JOB = phrase("Invoice paper", "Job")
_ITEM = phrase("Invoice paper", "Item")
_QUANTITY = phrase("Invoice paper", "Quantity")
_UNIT = phrase("Invoice paper", "Unit")
_PRICE = phrase("Invoice paper", "Price")
_AMOUNT = phrase("Invoice paper", "Amount")
_AT_REDUCED = phrase("Invoice paper", "{label} ※")
_OUTSIDE = phrase("Invoice paper", "{label} (outside the tax)")
_CARRIED = phrase("Invoice paper", "Sum of the pages before")
_NET = phrase("Invoice paper", "Sum without tax")
_GROSS = phrase("Invoice paper", "Total, tax included")
_TOTAL = phrase("Invoice paper", "Total")
_WHOLE = phrase("Invoice paper", "Whole, tax included")
_WHOLE_UNTAXED = phrase("Invoice paper", "Whole")
_BEFORE = phrase("Invoice paper", "Asked before")
_NOW = phrase("Invoice paper", "Asked now")
_EARLIER = phrase("Invoice paper", "Invoices before this one, tax included")
_EARLIER_UNTAXED = phrase("Invoice paper", "Invoices before this one")
_KIND = phrase("Invoice paper", "Kind")
_EARLIER_NUMBER = phrase("Invoice paper", "Number")
_EARLIER_TAX = phrase("Invoice paper", "Of it tax")
_RATES_OF_NOW = phrase("Invoice paper", "The sums by rate are those of what is asked for now.")
_EARLIER_DAY = phrase("Invoice paper", "Issued")
_NOTHING_NEW = phrase("Invoice paper", "(nothing new in this period)")
_REMARKS = phrase("Invoice paper", "Remarks")

_LEAST_ROWS = 8
"""Shorter invoices are filled up with empty rows, so that the table looks like one."""

_MOST_JOBS_NAMED = 6
_YEAR = 365

_RATES_WIDTH = BODY * 0.6


def draw_invoice(paper: InvoicePaper, words: Words, letterhead: Letterhead) -> bytes:
    """One invoice or credit note as a PDF.

    A draft, which has no number yet, is marked as such; its ``issued_on`` is the day on which it is drawn.
    """
    title = f"{words(_title(paper))} {paper.row.number}".strip()
    sheet = Sheet(words, title, paper.row.issued_on)
    _Batch(sheet, letterhead).place(paper)
    return sheet.finish()


def draw_invoices(papers: Sequence[InvoicePaper], words: Words, letterhead: Letterhead) -> bytes:
    """Many invoices in one PDF, each on pages of its own, as a month's end asks for.

    Of several each is a part of the document.
    """
    sheet = Sheet(words, words(_BATCH).format(count=len(papers)), papers[0].row.issued_on)
    batch = _Batch(sheet, letterhead)
    for place, paper in enumerate(papers, 1):
        if len(papers) > 1:
            sheet.begin_part(paper.row.number or str(place))
        batch.place(paper)
    return sheet.finish()


def _title(paper: InvoicePaper) -> Phrase:
    if paper.row.kind is InvoiceKind.CREDIT and paper.issuer_number:
        return _QUALIFIED_CREDIT
    return _TITLES[paper.row.kind]


class _Batch:
    """The invoices of one file; what they have in common is laid out once."""

    def __init__(self, sheet: Sheet, letterhead: Letterhead) -> None:
        self._sheet = sheet
        self._letterhead = letterhead
        self._footer = paragraph(footer_lines(sheet.set, letterhead), gap=6)
        self._foot = office_line(sheet.set, letterhead)
        self._offices: dict[str, Band] = {}
        self._accounts: dict[BankAccount, list[Band]] = {}

    def place(self, paper: InvoicePaper) -> None:
        """Put one invoice onto pages of its own."""
        setter = self._sheet.set
        setter.begin()
        lines = _InvoiceTable(setter, paper)
        bands = [
            _head(setter, paper, self._office(paper.issuer_number)),
            _asked(setter, paper),
            *(credit_remarks(setter, paper) if _is_credit(paper) else []),
            *credit_told(setter, paper),
            *balance_row(setter, paper),
            *_facts(setter, paper, named=lines.names_jobs),
            *lines.bands(),
            *lines.whole(),
            *_earlier(setter, paper.earlier),
            lines.sums(),
            *(self._how_to_pay(paper) if _asks(paper) else []),
            *([] if _is_credit(paper) else _remarks(setter, paper.record.remarks)),
            *self._footer,
        ]
        place_single(self._sheet, bands, self._foot)

    def _office(self, number: str) -> Band:
        if number not in self._offices:
            as_then = as_issued(self._letterhead, number)
            self._offices[number] = window_office(self._sheet.set, as_then)
        return self._offices[number]

    def _how_to_pay(self, paper: InvoicePaper) -> list[Band]:
        if paper.cash:
            return cash_bands(self._sheet.set)
        account = paper.account
        if account not in self._accounts:
            self._accounts[account] = account_bands(self._sheet.set, account)
        return self._accounts[account]


def _is_credit(paper: InvoicePaper) -> bool:
    return paper.row.kind is InvoiceKind.CREDIT


def _again(paper: InvoicePaper) -> Phrase:
    """What an invoice is called that takes the place of another one."""
    return _CORRECTED if paper.corrected else _REISSUED


def _head(setter: Typesetter, paper: InvoicePaper, office: Band) -> Band:
    say, row = setter.say, paper.row
    numbered = _CREDIT_NUMBER if _is_credit(paper) else _NUMBER
    facts = [say(numbered, number=row.number)] if row.number else []
    facts.append(say(_ISSUED_ON, date=calendar_day(setter.words, row.issued_on)))
    mark = say(_again(paper)) if paper.reissue else ""
    return window_head(
        setter,
        say(_title(paper)),
        facts,
        LetterTo(paper.name, paper.honorific, paper.address, paper.contact),
        office,
        code=paper.code,
        mark=mark if row.number else say(_DRAFT),
        statement=say(_statement(paper)),
    )


def _asks(paper: InvoicePaper) -> bool:
    """Whether something is to be paid: not of a credit note, nor where more was paid before than is open."""
    if paper.row.kind is InvoiceKind.CANCELLATION:  # a deposit that was paid pays for it
        return bool(paper.row.due_on)
    return not _is_credit(paper) and (paper.balance is None or paper.to_pay > 0)


def _statement(paper: InvoicePaper) -> Phrase:
    if _is_credit(paper):
        return credit_statement(paper)
    if paper.row.kind is InvoiceKind.CANCELLATION:
        return _FEE_STATEMENT
    return _STATEMENT if _asks(paper) else _NOTHING_STATEMENT


def _asked(setter: Typesetter, paper: InvoicePaper) -> Band:
    """The sum in large figures, and beside it the day until which it is to be paid, unless it is cash."""
    say, carried = setter.say, paper.balance.carried if paper.balance else 0
    amount = -paper.to_pay if _is_credit(paper) else paper.to_pay
    taxed = paper.row.sums.taxed or carried != 0
    framed = framed_sum(setter, say(_asked_name(paper)), money(amount), say(_TAX_INCLUDED) if taxed else "")
    at_once = paper.cash and paper.row.due_on == paper.row.issued_on
    if not _asks(paper) or not paper.row.due_on or at_once:
        return framed
    return with_day(setter, framed, say(_DUE), calendar_day(setter.words, paper.row.due_on))


def _asked_name(paper: InvoicePaper) -> Phrase:
    if paper.row.kind is InvoiceKind.CANCELLATION:
        return INVOICE_KIND_NAMES[paper.row.kind]
    if _is_credit(paper):
        return credit_sum_name(paper)
    return _SUM if paper.balance is None else IN_ALL


def _jobs_of_lines(paper: InvoicePaper) -> tuple[str, ...]:
    """The numbers of the jobs that its lines are about: all of its jobs where a line is about none alone."""
    numbers = dict(zip(paper.row.jobs, paper.job_numbers, strict=False))
    about = {line.job for line in paper.record.lines}
    if not about or not about <= numbers.keys():
        return paper.job_numbers
    return tuple(number for job, number in numbers.items() if job in about)


def _facts(setter: Typesetter, paper: InvoicePaper, *, named: bool) -> list[Band]:
    """``named`` says that the lines name their jobs themselves."""
    say, words = setter.say, setter.words
    about_on = calendar_day(words, paper.about_on)
    named_about = say(_ABOUT, number=paper.about, date=about_on) if paper.about else ""
    replaced = say(_IN_PLACE_OF, number=paper.about, date=about_on) if paper.reissue else ""
    jobs = "" if named else "、".join(_jobs_of_lines(paper)[:_MOST_JOBS_NAMED])
    facts = [
        (say(_TAKEN_BACK_ON), calendar_day(words, paper.row.issued_on) if _is_credit(paper) else ""),
        (say(_FIRST), named_about if _is_credit(paper) else ""),
        (say(_again(paper)), replaced),
        (say(_CUSTOMER_NUMBER), paper.customer_number),
        (say(_PHONE), paper.phone),
        (say(_CLOSING), _from_to(setter, *paper.period)),
        _delivered(setter, paper),
        (say(_JOBS), jobs),
        (say(_SITE), paper.site),
        (say(_IN_CHARGE), paper.issued_by),
    ]
    told = [fact for fact in facts if fact[1]]
    if not told:
        return []
    bands = listed(setter, told)
    return [replace(bands[0], gap=10), *bands[1:]]


def _delivered(setter: Typesetter, paper: InvoicePaper) -> tuple[str, str]:
    """The day or the period of the delivery; of a credit note, that of what is taken back."""
    first, last = paper.record.delivered_from, paper.record.delivered_to
    text = _from_to(setter, first or last, last or first)
    name = _DELIVERED_ON if first == last else _DELIVERED
    return setter.say(_FIRST_DELIVERED if _is_credit(paper) else name), text


def _from_to(setter: Typesetter, first: str, last: str) -> str:
    """A period of ISO days, or the one day of it; empty where there is none."""
    begin, end = (calendar_day(setter.words, day) for day in (first, last))
    return begin if first == last else setter.say(_PERIOD, first=begin, last=end)


class _InvoiceTable:
    """An invoice's table of lines and the sums under it; days and jobs have columns where lines name them.

    Attributes:
        names_jobs: whether the lines say for which job they are.
    """

    def __init__(self, setter: Typesetter, paper: InvoicePaper) -> None:
        self._setter = setter
        self._paper = paper
        lines = paper.record.lines
        self._numbers = dict(zip(paper.row.jobs, paper.job_numbers, strict=False))
        self.names_jobs = len({line.job for line in lines if line.job in self._numbers}) > 1
        self._named_days = any(line.on for line in lines)
        self._full_days = _apart(line.on for line in lines if line.on) >= _YEAR
        self._grid = GridPlan(self._columns()).grid(setter)

    def _columns(self) -> tuple[GridColumn, ...]:
        say = self._setter.say
        columns = []
        if self._named_days:
            columns.append(GridColumn(say(_DAY), 12 if self._full_days else 8.5, Align.MIDDLE, SMALL))
        if self.names_jobs:
            columns.append(GridColumn(say(_JOB), 14.5, Align.MIDDLE, SMALL))
        taken = sum(column.share for column in columns)
        return (
            *columns,
            GridColumn(say(_ITEM), 54 - taken, Align.WORDS),
            GridColumn(say(_QUANTITY), 10.5),
            GridColumn(say(_UNIT), 7.5, Align.MIDDLE),
            GridColumn(say(_PRICE), 13.5),
            GridColumn(say(_AMOUNT), 14.5),
        )

    def bands(self) -> list[Band]:
        """The lines, the last with the sums; a further page begins with what the pages before come to."""
        grid, carried, rows = self._grid, 0, []
        lines = self._paper.record.lines
        told = [self._texts(line) for line in lines]
        size = min(grid.figure_size(told), grid.figure_size([self._carried_texts(lines)]))
        for line, texts in zip(lines, told, strict=True):
            rows.append(replace(grid.row(texts, size=size), repeat=self._carrying(carried, size)))
            carried += line.amount
        if self._paper.record.asks_nothing_new:
            rows.append(grid.row([self._setter.say(_NOTHING_NEW)]))
        spare = _LEAST_ROWS * ROW - sum(row.height for row in rows)
        *bands, last = lined(grid.head(), rows, [grid.row(())] * int(spare / ROW))
        return [*bands, replace(last, keep=True)]

    def _carrying(self, amount: int, size: float) -> Band:
        return self._grid.carrying(self._setter.say(_CARRIED), amount, size=size)

    def _carried_texts(self, lines: Sequence[InvoiceLineRecord]) -> list[str]:
        """The largest sum that a further page can begin with, in its column."""
        largest = max((abs(sum(one.amount for one in lines[:at])) for at in range(len(lines))), default=0)
        return [*[""] * (len(self._grid.edges) - 2), figures(largest)]

    def _texts(self, line: InvoiceLineRecord) -> list[str]:
        say, words = self._setter.say, self._setter.words
        marks = {TaxClass.REDUCED: _AT_REDUCED, TaxClass.OUTSIDE: _OUTSIDE}
        mark = marks.get(line.tax_class)
        texts = []
        if self._named_days:
            texts.append(line.on.replace("-", "/") if self._full_days else day_and_month(words, line.on))
        if self.names_jobs:
            texts.append(self._numbers.get(line.job, ""))
        label = say(mark, label=line.label) if mark else line.label
        quantity = f"{line.quantity:,g}"
        return [*texts, label, quantity, line.unit, figures(line.yen), figures(line.amount)]

    def whole(self) -> list[Band]:
        """What the lines come to, where something that was asked for before is taken off below."""
        whole, say = self._paper.whole, self._setter.say
        if whole is None:
            return []
        rows = _net_to_gross(say, whole, _WHOLE, _WHOLE_UNTAXED)
        notes = price_notes(self._setter, whole, _RATES_WIDTH)

        def draw(sheet: Sheet, top: float, height: float) -> None:
            sheet.column(LEFT, top - 8, notes)

        beside = Band(8 + sum(line.height for line in notes), draw)
        return [closing_sums(self._setter, self._grid, rows, first=self._first_sum, beside=beside)]

    @property
    def _first_sum(self) -> int:
        """The column from which the sums' names begin."""
        return len(self._grid.edges) - 4

    def sums(self) -> Band:
        """The sums of each rate at the left, of all at the right under the amounts."""
        setter, sums = self._setter, self._paper.row.sums
        say = setter.say
        table = rates_table(setter, sums, width=_RATES_WIDTH) if sums.rates else []
        notes = self._notes()
        tall = sum(band.height for band in table)

        def draw(sheet: Sheet, top: float, height: float) -> None:
            y = top - 8
            for band in table:
                band.draw(sheet, y, band.height)
                y -= band.height
            sheet.column(LEFT, y - 4, notes)

        beside = Band(8 + tall + 4 + sum(line.height for line in notes), draw)
        if sums.earlier:
            whole = self._paper.whole
            taxed = (sums if whole is None else whole).all_taxed
            rows = [
                SumRow(say(_WHOLE if taxed else _WHOLE_UNTAXED), sums.gross + sums.earlier),
                SumRow(say(_BEFORE), -sums.earlier),
                SumRow(say(_NOW), sums.gross, bold=True),
            ]
        else:
            rows = _net_to_gross(say, sums, _GROSS, _TOTAL)
        return closing_sums(setter, self._grid, rows, first=self._first_sum, beside=beside)

    def _notes(self) -> list[PrintedLine]:
        setter, paper = self._setter, self._paper
        sums = paper.row.sums
        notes = [*rate_notes(setter, [rate.tax_class for rate in sums.rates], _RATES_WIDTH)]
        if paper.whole is None:
            return [*notes, *price_notes(setter, sums, _RATES_WIDTH)]
        return [*notes, *small_note(setter, setter.say(_RATES_OF_NOW), _RATES_WIDTH)]


def _net_to_gross(
    say: Callable[[Phrase], str], sums: InvoiceSums, taxed: Phrase, bare: Phrase
) -> list[SumRow]:
    """The sum without tax, the tax, and both; the sum alone where nothing of it is taxed.

    Args:
        taxed: what the sum is called that has tax in every part of it; ``bare`` what any other is called.
    """
    if not sums.taxed:
        return [SumRow(say(bare), sums.gross, bold=True)]
    return [
        SumRow(say(_NET), sums.net),
        SumRow(say(TAX), sums.tax),
        SumRow(say(taxed if sums.all_taxed else bare), sums.gross, bold=True),
    ]


def _apart(days: Iterable[str]) -> int:
    """Days from the first to the last of ISO days."""
    known = sorted(days)
    return (date.fromisoformat(known[-1]) - date.fromisoformat(known[0])).days if known else 0


def _earlier(setter: Typesetter, earlier: Sequence[EarlierInvoice]) -> list[Band]:
    """What was asked for before, which a final invoice takes off."""
    if not earlier:
        return []
    say, words = setter.say, setter.words
    grid = GridPlan(
        (
            GridColumn(say(_KIND), 26, Align.WORDS),
            GridColumn(say(_EARLIER_NUMBER), 24, Align.MIDDLE),
            GridColumn(say(_EARLIER_DAY), 22, Align.MIDDLE),
            GridColumn(say(_EARLIER_TAX), 13.5),
            GridColumn(say(_AMOUNT), 14.5),
        ),
    ).grid(setter)
    rows = [
        (
            say(INVOICE_KIND_NAMES[one.kind]),
            one.number,
            calendar_day(words, one.issued_on),
            "" if one.tax is None else figures(-one.tax),
            figures(-one.gross),
        )
        for one in earlier
    ]
    taxed = all(not one.by_class or is_all_taxed(one.by_class) for one in earlier)
    titled = section(setter, say(_EARLIER if taxed else _EARLIER_UNTAXED))
    return [titled, *lined(grid.head(), grid.rows(rows))]


def _remarks(setter: Typesetter, text: str) -> list[Band]:
    if not text:
        return []
    return [section(setter, setter.say(_REMARKS)), *paragraph(setter.wrap(text, BODY, 10), gap=4)]
