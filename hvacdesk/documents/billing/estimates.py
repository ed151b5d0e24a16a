"""The estimate 見積書: to whom, the sum in large figures, the lines, the tax by its rate, notes and seals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hvacdesk.documents.kit.dates import calendar_day, full_workday
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import listed, paragraph, section, together
from hvacdesk.documents.kit.letterhead import draw_seal_boxes, footer_lines, office_block, office_line
from hvacdesk.documents.kit.page import BODY, LEFT, MUTED, RIGHT, Sheet
from hvacdesk.documents.kit.single import coded_head, place_single
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.documents.requests.purposes_notice import place_purposes_notice
from hvacdesk.domain.billing.estimates import EstimateLineRecord, EstimatePaper
from hvacdesk.domain.billing.money import Totals
from hvacdesk.domain.jobs.work_subjects import work_subject
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.requests.purposes_notice import NoticeVersion
from hvacdesk.domain.text.wording import Phrase, Words, phrase

_TITLE = phrase("Estimate paper", "Estimate")
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
_COLUMNS = (
    phrase("Estimate paper", "Item"),
    phrase("Estimate paper", "Quantity"),
    phrase("Estimate paper", "Unit"),
    phrase("Estimate paper", "Price"),
    phrase("Estimate paper", "Amount"),
)
_NET = phrase("Estimate paper", "Sum without tax")
_TAX = phrase("Estimate paper", "Consumption tax ({percent} %)")
_GROSS = phrase("Estimate paper", "Total, tax included")
_BASE = phrase("Estimate paper", "Subject to {percent} %: {net}, tax {tax}")
_PRICES_WITH_TAX = phrase("Estimate paper", "The prices above include the tax.")
_REMARKS = phrase("Estimate paper", "Remarks")

_EDGES = (LEFT, LEFT + BODY * 0.54, LEFT + BODY * 0.645, LEFT + BODY * 0.72, LEFT + BODY * 0.855, RIGHT)
_PAD = 5.0
_ROW = 19.0
_LEAST_ROWS = 12
"""Shorter estimates are filled up with empty rows, so that the table looks like one."""

_LABEL, _QUANTITY, _UNIT, _PRICE, _AMOUNT = range(5)


def draw_estimate(
    paper: EstimatePaper, words: Words, letterhead: Letterhead, notice: NoticeVersion | None = None
) -> bytes:
    """One estimate as a PDF, followed by the purposes notice if it goes with it."""
    row = paper.row
    sheet = Sheet(words, f"{words(_TITLE)} {row.number}", row.issued_on)
    setter = sheet.set
    facts = [
        setter.say(_NUMBER, number=row.number),
        setter.say(_ISSUED_ON, date=calendar_day(words, row.issued_on)),
        setter.say(_JOB, number=paper.job_number),
    ]
    bands = [
        *coded_head(setter, setter.say(_TITLE), facts, paper.code),
        _addressee(setter, paper, letterhead),
        _sum(setter, row.sums),
        *_facts(setter, paper),
        *_lines(setter, paper.record.lines),
        *_totals(setter, row.sums, letterhead),
        *_remarks(setter, paper.record.text),
        *paragraph(footer_lines(setter, letterhead), gap=6),
    ]
    place_single(sheet, bands, office_line(setter, letterhead))
    if notice is not None:
        place_purposes_notice(sheet, notice, letterhead)
    return sheet.finish()


def money(amount: int) -> str:
    """``¥12,000``; a discount ``−¥3,000``."""
    return f"¥{amount:,}" if amount >= 0 else f"−¥{-amount:,}"


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


def _sum(setter: Typesetter, sums: Totals) -> Band:
    """The sum in a frame."""
    name = PrintedLine(setter.clean(setter.say(_SUM)), 12, bold=True)
    included = PrintedLine(setter.clean(setter.say(_TAX_INCLUDED)), 10)
    taken = setter.width(name.text, name.size, bold=True) + setter.width(included.text, included.size)
    amount = setter.fit(money(sums.gross), BODY * 0.62 - taken - 44, (23, 8), bold=True)[0]

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.frame(LEFT, top, BODY * 0.62, height, weight=1.2)
        sheet.middle(LEFT + 12, top, height, name)
        end = LEFT + BODY * 0.62 - 12 - setter.width(included.text, included.size)
        sheet.middle(end, top, height, included)
        start = end - 8 - setter.width(amount.text, amount.size, bold=True)
        sheet.middle(start, top, height, amount)

    return Band(38.0, draw, gap=12)


def _facts(setter: Typesetter, paper: EstimatePaper) -> list[Band]:
    say, row = setter.say, paper.row
    facts = [
        (say(_SUBJECT), work_subject(paper.work_kind, paper.units, setter.words)),
        (say(_SITE), paper.site),
        (say(_ON), full_workday(setter.words, paper.on)),
        (say(_VALID), calendar_day(setter.words, row.valid_until)),
        (say(_IN_CHARGE), paper.issued_by),
    ]
    bands = listed(setter, [fact for fact in facts if fact[1]])
    return [replace(bands[0], gap=10), *bands[1:]]


# The table


def _lines(setter: Typesetter, lines: Sequence[EstimateLineRecord]) -> list[Band]:
    head = replace(_table_head(setter), gap=10, keep=True)
    repeated = replace(head, gap=0)
    rows = [replace(_line(setter, line), repeat=repeated) for line in lines]
    blank = [_row((), {}) for _number in range(_LEAST_ROWS - len(rows))]
    return [head, *rows, *together(blank)]


def _table_head(setter: Typesetter) -> Band:
    titles = [
        setter.fit(setter.say(title), _width(at), (9, 6), grey=MUTED) for at, title in enumerate(_COLUMNS)
    ]

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.rule(LEFT, RIGHT, top, weight=0.9)
        for at, found in enumerate(titles):
            for line in found[:1]:
                _put(sheet, at, top, height, line)
        _grid(sheet, top, height, weight=0.9)

    return Band(17.0, draw)


def _line(setter: Typesetter, line: EstimateLineRecord) -> Band:
    label = setter.fit(line.label, _width(_LABEL), (10, 8))
    cells = {
        _QUANTITY: f"{line.quantity:,g}",
        _UNIT: line.unit,
        _PRICE: f"{line.yen:,}".replace("-", "−"),
        _AMOUNT: f"{line.amount:,}".replace("-", "−"),
    }
    fitted = {at: setter.fit(text, _width(at), (10, 6.5))[:1] for at, text in cells.items()}
    return _row(label, {at: found[0] for at, found in fitted.items() if found})


def _row(label: Sequence[PrintedLine], cells: dict[int, PrintedLine]) -> Band:
    tall = max(_ROW, sum(line.height for line in label) + 6)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        used = sum(line.height for line in label)
        sheet.column(_EDGES[_LABEL] + _PAD, top - (height - used) / 2, label)
        for at, line in cells.items():
            _put(sheet, at, top, height, line)
        _grid(sheet, top, height)

    return Band(tall, draw)


def _put(sheet: Sheet, at: int, top: float, height: float, line: PrintedLine) -> None:
    """Words at the left or in the middle of their column, figures at its right."""
    left, right = _EDGES[at] + _PAD, _EDGES[at + 1] - _PAD
    width = sheet.set.width(line.text, line.size, bold=line.bold)
    start = {_LABEL: left, _UNIT: (left + right - width) / 2}.get(at, right - width)
    sheet.middle(start, top, height, line)


def _grid(sheet: Sheet, top: float, height: float, weight: float = 0.35) -> None:
    for x in _EDGES:
        sheet.upright(x, top, top - height, weight=0.35)
    sheet.rule(LEFT, RIGHT, top - height, weight=weight)


def _width(at: int) -> float:
    return _EDGES[at + 1] - _EDGES[at] - 2 * _PAD


def _totals(setter: Typesetter, sums: Totals, letterhead: Letterhead) -> list[Band]:
    """The sums at the right under the amounts, the office's seal boxes beside them."""
    say = setter.say
    percent = sums.percent
    pairs: list[tuple[Phrase, int, bool]] = [(_NET, sums.net, False), (_TAX, sums.tax, False)]
    pairs.append((_GROSS, sums.gross, True))
    left = _EDGES[_UNIT]
    names = [
        setter.fit(say(name, percent=percent), _EDGES[_AMOUNT] - left - 2 * _PAD, (10, 7), bold=bold)[0]
        for name, _amount, bold in pairs
    ]
    amounts = [
        setter.fit(money(amount), _width(_AMOUNT), (11 if bold else 10, 7), bold=bold)[0]
        for _name, amount, bold in pairs
    ]
    said = say(_BASE, percent=percent, net=money(sums.net), tax=money(sums.tax))
    base = setter.fit(said, BODY * 0.6, (8.5, 7), grey=MUTED)
    if sums.with_tax:
        base = (*setter.fit(say(_PRICES_WITH_TAX), BODY * 0.6, (8.5, 7), grey=MUTED), *base)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        y = top
        for name, amount in zip(names, amounts, strict=True):
            sheet.middle(left + _PAD, y, _ROW, name)
            _put(sheet, _AMOUNT, y, _ROW, amount)
            for x in (left, _EDGES[_AMOUNT], RIGHT):
                sheet.upright(x, y, y - _ROW, weight=0.35)
            sheet.rule(left, RIGHT, y - _ROW, weight=0.9 if amount.bold else 0.35)
            y -= _ROW
        below = sheet.column(LEFT, top - 6, base)
        titles = letterhead.layout.seal_titles
        draw_seal_boxes(sheet, titles, LEFT, LEFT + 64.0 * len(titles), below - 6, 56)

    noted = sum(line.height for line in base) + 14
    return [Band(max(3 * _ROW, noted + (58.0 if letterhead.layout.seal_titles else 0.0)), draw)]


def _remarks(setter: Typesetter, text: str) -> list[Band]:
    if not text:
        return []
    return [section(setter, setter.say(_REMARKS)), *paragraph(setter.wrap(text, BODY, 10), gap=4)]
