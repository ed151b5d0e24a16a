"""The estimate 見積書: to whom, the sum in large figures, the lines, the tax by its rate, notes and seals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hvacdesk.documents.billing.lines_and_sums import (
    PAD,
    SMALL,
    Align,
    Grid,
    GridColumn,
    GridPlan,
    SumRow,
    closing_sums,
    framed_sum,
    lined,
    small_note,
)
from hvacdesk.documents.kit.amounts import figures, money
from hvacdesk.documents.kit.dates import calendar_day, full_workday
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import listed, paragraph, section
from hvacdesk.documents.kit.letterhead import draw_seal_boxes, footer_lines, office_block, office_line
from hvacdesk.documents.kit.page import BODY, LEFT, Sheet
from hvacdesk.documents.kit.single import coded_head, place_single
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.documents.requests.purposes_notice import place_purposes_notice
from hvacdesk.domain.billing.estimates import EstimateLineRecord, EstimatePaper, EstimateRecord
from hvacdesk.domain.billing.money import Totals, share_told
from hvacdesk.domain.jobs.work_subjects import work_subject
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.requests.purposes_notice import NoticeVersion
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("Estimate paper", "Estimate")
_PLAN = phrase("Estimate paper", "Estimate, plan {variant}")
_NUMBER = phrase("Estimate paper", "No. {number}")
_ISSUED_ON = phrase("Estimate paper", "Issued {date}")
_JOB = phrase("Estimate paper", "Job no. {number}")
_STATEMENT = phrase("Estimate paper", "We are pleased to offer the following work.")
_SUM = phrase("Estimate paper", "Total")
_TAX_INCLUDED = phrase("Estimate paper", "(tax included)")
_SUBJECT = phrase("Estimate paper", "Work")
_SITE = phrase("Estimate paper", "Site")
_ON = phrase("Estimate paper", "Planned for")
_VALID = phrase("Estimate paper", "Valid until")
_IN_CHARGE = phrase("Estimate paper", "In charge")
_DEPOSIT = phrase("Estimate paper", "Deposit")
_COLUMNS = (
    phrase("Estimate paper", "Item"),
    phrase("Estimate paper", "Quantity"),
    phrase("Estimate paper", "Unit"),
    phrase("Estimate paper", "Price"),
    phrase("Estimate paper", "Amount"),
)
_COSTS = (
    phrase("Estimate paper", "Material"),
    phrase("Estimate paper", "Labour"),
    phrase("Estimate paper", "Welfare"),
)
_LEAST_ITEM = 0.22
"""The share of the table that is left for what a line is about, however large its figures are."""
_COSTS_SUM = phrase("Estimate paper", "Costs within the amounts")
_NET = phrase("Estimate paper", "Sum without tax")
_TAX = phrase("Estimate paper", "Consumption tax ({percent} %)")
_GROSS = phrase("Estimate paper", "Total, tax included")
_BASE = phrase("Estimate paper", "Subject to {percent} %: {net}, tax {tax}")
_PRICES_WITH_TAX = phrase("Estimate paper", "The prices above include the tax.")
_COMPARED = phrase("Estimate paper", "The plans side by side")
_VARIANT = phrase("Estimate paper", "Plan")
_CONTENT = phrase("Estimate paper", "Content")
_AND_MORE = phrase("Estimate paper", "{first} and {count} more")
_REMARKS = phrase("Estimate paper", "Remarks")

_LEAST_ROWS = 12
"""Shorter estimates are filled up with empty rows, so that the table looks like one."""

_HEADS = 3
"""The heading and the head of a table of variants take the room of so many rows."""

_UNIT, _MATERIAL = 2, 4
"""The columns from which the sums' names begin, without and with columns of costs."""


def draw_estimates(
    papers: Sequence[EstimatePaper],
    words: Words,
    letterhead: Letterhead,
    notice: NoticeVersion | None = None,
) -> bytes:
    """An estimate, or its variants each on pages of its own, as a PDF, and the notice once behind them."""
    first = papers[0].row
    sheet = Sheet(words, f"{words(_TITLE)} {first.number}", first.issued_on)
    for paper in papers:
        _place(sheet, paper, letterhead, papers if paper is papers[0] else ())
    if notice is not None:
        place_purposes_notice(sheet, notice, letterhead)
    return sheet.finish()


def _place(
    sheet: Sheet, paper: EstimatePaper, letterhead: Letterhead, compared: Sequence[EstimatePaper] = ()
) -> None:
    """Set an estimate on pages of its own.

    Args:
        compared: the variants that its page lays side by side before its lines, if there are several.
    """
    row, words, setter = paper.row, sheet.set.words, sheet.set
    setter.begin()
    title = setter.say(_PLAN, variant=row.variant) if row.variant else setter.say(_TITLE)
    facts = [
        setter.say(_NUMBER, number=row.number),
        setter.say(_ISSUED_ON, date=calendar_day(words, row.issued_on)),
        setter.say(_JOB, number=paper.job_number),
    ]
    costs = _names_costs(paper.record)
    beside = len(compared) + _HEADS if compared[1:] else 0
    grid, rows = _table(setter, paper.record.lines, costs=costs)
    spare = [grid.row(())] * (_LEAST_ROWS - beside - len(rows))
    bands = [
        *coded_head(setter, title, facts, paper.code),
        _addressee(setter, paper, letterhead),
        framed_sum(setter, setter.say(_SUM), money(row.sums.gross), setter.say(_TAX_INCLUDED)),
        *_facts(setter, paper),
        *(_compared(setter, compared) if beside else ()),
        *lined(grid.head(), rows, spare),
        _totals(setter, grid, row.sums, letterhead, costs=costs),
        *_remarks(setter, paper.record.text),
        *paragraph(footer_lines(setter, letterhead), gap=6),
    ]
    place_single(sheet, bands, office_line(setter, letterhead))


def _addressee(setter: Typesetter, paper: EstimatePaper, letterhead: Letterhead) -> Band:
    """To whom it goes over a rule at the left, the office with its seal at the right."""
    office = office_block(setter, letterhead)
    room = BODY * 0.48
    name = setter.fit(f"{paper.name}　{paper.honorific}".strip(), room, (17, 10), bold=True)
    name = (*name, *setter.fit(paper.contact, room, (12, 8)))
    statement = setter.fit(setter.say(_STATEMENT), room, (10.5, 8))
    named = sum(line.height for line in name)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        below = sheet.column(LEFT, top, name)
        sheet.rule(LEFT, LEFT + room, below - 3)
        sheet.column(LEFT, below - 12, statement)
        office.draw(sheet, top, office.height)

    return Band(max(named + 14 + sum(line.height for line in statement), office.height), draw, gap=8)


def _facts(setter: Typesetter, paper: EstimatePaper) -> list[Band]:
    say, row = setter.say, paper.row
    facts = [
        (say(_SUBJECT), work_subject(paper.work_kind, paper.units, setter.words)),
        (say(_SITE), paper.site),
        (say(_ON), full_workday(setter.words, paper.on)),
        (say(_VALID), calendar_day(setter.words, row.valid_until)),
        (say(_DEPOSIT), _deposit(setter, paper)),
        (say(_IN_CHARGE), paper.issued_by),
    ]
    bands = listed(setter, [fact for fact in facts if fact[1]])
    return [replace(bands[0], gap=10), *bands[1:]]


def _deposit(setter: Typesetter, paper: EstimatePaper) -> str:
    """What is asked for in advance; empty where nothing is."""
    record, sums = paper.record, paper.row.sums
    if not record.deposit_percent:
        return ""
    asked = record.deposit(sums.percent, sums.rounding)
    return share_told(sums, asked, record.deposit_percent, setter.words, money)


def _compared(setter: Typesetter, papers: Sequence[EstimatePaper]) -> list[Band]:
    """The variants in a short table: what each begins with, and what it comes to."""
    say = setter.say
    grid = GridPlan(
        (
            GridColumn(say(_VARIANT), 12.0, Align.MIDDLE),
            GridColumn(say(_CONTENT), 66.0, Align.WORDS),
            GridColumn(say(_GROSS), 22.0),
        ),
    ).grid(setter)
    rows = [(one.row.variant, _content(setter, one.record), figures(one.row.sums.gross)) for one in papers]
    return [section(setter, say(_COMPARED)), *lined(grid.head(), grid.rows(rows), [])]


def _content(setter: Typesetter, record: EstimateRecord) -> str:
    first, *more = (line.label for line in record.lines)
    return setter.say(_AND_MORE, first=first, count=len(more)) if more else first


def _names_costs(record: EstimateRecord) -> bool:
    """Whether the lines have columns for what they are made of (建設業法 20条1項)."""
    return record.costs_apart and record.names_costs


def _grid(setter: Typesetter, rows: Sequence[Sequence[str]], *, costs: bool) -> Grid:
    """The table for these rows; with costs named apart its columns are as wide as their figures need."""
    say = setter.say
    item, quantity, unit, price, amount = _COLUMNS
    if costs:
        named = [say(one) for one in (quantity, unit, price, *_COSTS, amount)]
        room = BODY * (1 - _LEAST_ITEM)
        needed = [
            max(setter.width(title, SMALL), *(setter.width(row[at], 10, bold=True) for row in rows)) + 2 * PAD
            for at, title in enumerate(named, 1)
        ]
        shares = [width * min(1.0, room / sum(needed)) for width in needed]
        middle = [Align.MIDDLE if at == 1 else Align.FIGURES for at in range(len(named))]
        columns = map(GridColumn, named, shares, middle)
        return GridPlan((GridColumn(say(item), BODY - sum(shares), Align.WORDS), *columns)).grid(setter)
    return GridPlan(
        (
            GridColumn(say(item), 54.0, Align.WORDS),
            GridColumn(say(quantity), 10.5),
            GridColumn(say(unit), 7.5, Align.MIDDLE),
            GridColumn(say(price), 13.5),
            GridColumn(say(amount), 14.5),
        ),
    ).grid(setter)


def _table(
    setter: Typesetter, lines: Sequence[EstimateLineRecord], *, costs: bool
) -> tuple[Grid, list[Band]]:
    """The grid and its rows, with the sum of the costs that are named apart as the last one."""
    rows: list[tuple[str, ...]] = []
    for line in lines:
        named = [figures(yen) if yen else "" for yen in line.costs] if costs else []
        first = (line.label, f"{line.quantity:,g}", line.unit, figures(line.yen))
        rows.append((*first, *named, figures(line.amount)))
    total: tuple[str, ...] = ()
    if costs:
        sums = (figures(sum(yens)) for yens in zip(*(line.costs for line in lines), strict=True))
        total = (setter.say(_COSTS_SUM), "", "", "", *sums, "")
    grid = _grid(setter, [*rows, total] if total else rows, costs=costs)
    return grid, grid.rows(rows, total)


def _totals(setter: Typesetter, grid: Grid, sums: Totals, letterhead: Letterhead, *, costs: bool) -> Band:
    """The sums at the right under the amounts, the office's seal boxes beside them."""
    say = setter.say
    percent = sums.percent
    first = _MATERIAL if costs else _UNIT
    rows = (
        SumRow(say(_NET), sums.net),
        SumRow(say(_TAX, percent=percent), sums.tax),
        SumRow(say(_GROSS), sums.gross, bold=True),
    )
    said = say(_BASE, percent=percent, net=money(sums.net), tax=money(sums.tax))
    base = small_note(setter, said, BODY * 0.6)
    if sums.with_tax:
        base = (*small_note(setter, say(_PRICES_WITH_TAX), BODY * 0.6), *base)
    titles = letterhead.layout.seal_titles

    def draw(sheet: Sheet, top: float, height: float) -> None:
        below = sheet.column(LEFT, top - 6, base)
        draw_seal_boxes(sheet, titles, LEFT, LEFT + 64.0 * len(titles), below - 6, 56)

    noted = sum(line.height for line in base) + 14
    beside = Band(noted + (58.0 if titles else 0.0), draw)
    return closing_sums(setter, grid, rows, first=first, beside=beside)


def _remarks(setter: Typesetter, text: str) -> list[Band]:
    if not text:
        return []
    return [section(setter, setter.say(_REMARKS)), *paragraph(setter.wrap(text, BODY, 10), gap=4)]
