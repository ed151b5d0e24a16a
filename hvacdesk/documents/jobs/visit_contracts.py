"""The paper of a contract on a visit 訪問販売の契約書面: what it must say, and cooling-off in a red frame.

Source: 特定商取引法 4条・5条 and its rule: type of at least 8 points; the words that it is to be read
carefully and those on cooling-off are in red within a red frame. A printer without colour does not do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hvacdesk.documents.kit.amounts import money
from hvacdesk.documents.kit.dates import calendar_day
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import listed, paragraph, section
from hvacdesk.documents.kit.letterhead import footer_lines, office_block, office_line
from hvacdesk.documents.kit.page import BODY, LEFT, Sheet
from hvacdesk.documents.kit.single import coded_head, draw_single
from hvacdesk.documents.kit.table import Row, table
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.domain.jobs.jobs import WORK_KIND_NAMES, UnitRecord
from hvacdesk.domain.jobs.visit_contracts import VisitPaper
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.text.wording import Phrase, Words, phrase

_TITLE = phrase("Visit contract", "Contract (sale on a visit)")
_NUMBER = phrase("Visit contract", "No. {number}")
_MADE_ON = phrase("Visit contract", "Concluded {date}")
_JOB = phrase("Visit contract", "Job no. {number}")
_READ = phrase("Visit contract", "Please read this paper carefully.")
_CONTENT = phrase("Visit contract", "Content of the contract")
_KIND = phrase("Visit contract", "Kind of work")
_OF_UNITS = phrase("Visit contract", "{kind} (air conditioners)")
_ADDRESS = phrase("Visit contract", "Your address")
_SITE = phrase("Visit contract", "Site")
_WORK_ON = phrase("Visit contract", "Day of the work")
_GOODS = phrase("Visit contract", "Goods (maker, model, number)")
_PRICE = phrase("Visit contract", "Price, tax included")
_PAYMENT = phrase("Visit contract", "Time and way of payment")
_ON_COMPLETION = phrase("Visit contract", "On completion of the work")
_TERMS = phrase("Visit contract", "Special terms, defects, dissolution")
_BY_LAW = phrase("Visit contract", "None are agreed; the Civil Code applies.")
_SELLER = phrase("Visit contract", "Concluded for us by")
_COLUMNS = (
    phrase("Visit contract", "Item"),
    phrase("Visit contract", "Quantity"),
)
_AMOUNT_BEFORE_TAX = phrase("Visit contract", "Amount, tax excluded")
_AMOUNT_WITH_TAX = phrase("Visit contract", "Amount, tax included")
_UNIT_OF = phrase("Visit contract", "{unit}, {count} pcs")
_COOLING = phrase("Visit contract", "Cooling-off")
_POINTS: tuple[Phrase, ...] = (
    phrase(
        "Visit contract",
        "1. Within {days} days, the day on which you received this paper being the first, you may withdraw "
        "from this contract without a reason, by a written notice or an electronic one such as an e-mail.",
    ),
    phrase("Visit contract", "2. The withdrawal takes effect when you send the notice."),
    phrase(
        "Visit contract",
        "3. If you withdraw, we ask no damages and no penalty. We bear the cost of taking back goods that "
        "were handed over, and we ask no price for work done or for the use of goods.",
    ),
    phrase("Visit contract", "4. What you have paid is returned to you at once and in full."),
    phrase(
        "Visit contract",
        "5. Where the work changed your land or building, you may ask us to put it back as it was, free of "
        "charge.",
    ),
    phrase(
        "Visit contract",
        "6. If you did not withdraw because we told you an untruth or put you under pressure, you may "
        "withdraw until {days} days have passed since you received a paper from us that says so and we "
        "explained it.",
    ),
)
_NOTICE_TO = phrase("Visit contract", "Send the notice to: {office}")
_LEAST = 10.0
"""Points; the law asks for eight."""

_PAD = 7.0
_SHARES = (64, 16, 20)


def draw_visit_contract(paper: VisitPaper, words: Words, letterhead: Letterhead) -> bytes:
    """The paper as a PDF."""
    sheet = Sheet(words, f"{words(_TITLE)} {paper.number}", paper.record.contract_on)
    setter = sheet.set
    say = setter.say
    facts = [
        say(_NUMBER, number=paper.number),
        say(_MADE_ON, date=calendar_day(words, paper.record.contract_on)),
        say(_JOB, number=paper.job_number),
    ]
    bands = [
        *coded_head(setter, say(_TITLE), facts, paper.code),
        _parties(setter, paper, letterhead),
        _in_red(setter, [(say(_READ), 12.0, True)]),
        section(setter, say(_CONTENT)),
        *listed(setter, _content(setter, paper), size=_LEAST),
        *_apart(table(setter, _columns(setter, paper), _SHARES, _lines(paper), shrink=False)),
        _in_red(setter, _cooling_off(setter, paper, letterhead)),
        *paragraph(footer_lines(setter, letterhead), gap=6),
    ]
    return draw_single(sheet, bands, office_line(setter, letterhead))


def _parties(setter: Typesetter, paper: VisitPaper, letterhead: Letterhead) -> Band:
    office = office_block(setter, letterhead)
    room = BODY * 0.48
    name = setter.fit(f"{paper.name}　{paper.honorific}".strip(), room, (16, 10), bold=True)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        below = sheet.column(LEFT, top, name)
        sheet.rule(LEFT, LEFT + room, below - 3)
        office.draw(sheet, top, office.height)

    return Band(max(sum(line.height for line in name) + 6, office.height), draw, gap=8)


def _apart(bands: Sequence[Band]) -> list[Band]:
    first, *others = bands
    return [replace(first, gap=10), *others]


def _in_red(setter: Typesetter, texts: Sequence[tuple[str, float, bool]]) -> Band:
    """Texts with their size and weight, in red within a red frame that is never divided."""
    lines: list[PrintedLine] = []
    for text, size, bold in texts:
        lines += setter.wrap(text, BODY - 2 * _PAD, size, bold=bold)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        with sheet.in_red():
            sheet.frame(LEFT, top, BODY, height, weight=1.4)
            sheet.column(LEFT + _PAD, top - _PAD, lines)

    return Band(sum(line.height for line in lines) + 2 * _PAD, draw, gap=8)


def _cooling_off(
    setter: Typesetter, paper: VisitPaper, letterhead: Letterhead
) -> list[tuple[str, float, bool]]:
    facts = letterhead.facts
    told = [setter.say(point, days=paper.days) for point in _POINTS]
    reached = " ".join(filter(None, (facts.name, facts.address, facts.email)))
    told.append(setter.say(_NOTICE_TO, office=reached))
    return [(setter.say(_COOLING), 12.0, True), *((text, _LEAST, False) for text in told)]


def _content(setter: Typesetter, paper: VisitPaper) -> list[tuple[str, str]]:
    say, words, record = setter.say, setter.words, paper.record
    told = [
        (say(_KIND), say(_OF_UNITS, kind=say(WORK_KIND_NAMES[paper.work_kind]))),
        (say(_ADDRESS), paper.address),
        (say(_SITE), paper.site),
        (say(_WORK_ON), calendar_day(words, paper.work_on)),
        (say(_GOODS), "、".join(_goods(setter, paper.units))),
        (say(_PRICE), money(paper.sums.gross)),
        (say(_PAYMENT), record.payment or say(_ON_COMPLETION)),
        (say(_TERMS), record.terms or say(_BY_LAW)),
        (say(_SELLER), record.seller),
    ]
    return [one for one in told if one[1]]


def _goods(setter: Typesetter, units: Sequence[UnitRecord]) -> list[str]:
    named = [f"{unit.maker} {unit.model}".strip() for unit in units]
    return [setter.say(_UNIT_OF, unit=one, count=named.count(one)) for one in dict.fromkeys(named) if one]


def _columns(setter: Typesetter, paper: VisitPaper) -> list[str]:
    """Names the lines' tax: the price above them has it in any case."""
    amount = _AMOUNT_WITH_TAX if paper.sums.with_tax else _AMOUNT_BEFORE_TAX
    return [setter.say(one) for one in (*_COLUMNS, amount)]


def _lines(paper: VisitPaper) -> list[Row]:
    rows = []
    for line in paper.lines:
        quantity = f"{line.quantity:g} {line.unit}".strip()
        rows.append(Row((line.label, quantity, money(line.amount))))
    return rows
