"""A month on paper 請求・入金集計: a picture of the last months, and three tables.

It stays in the office. The names are those that its reader may see.
"""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.documents.billing.lines_and_sums import Align, GridColumn, GridPlan, lined, small_note
from hvacdesk.documents.kit.amounts import figures, money
from hvacdesk.documents.kit.dates import calendar_day, month_text
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import listed, paragraph, section
from hvacdesk.documents.kit.letterhead import footer_lines, office_line
from hvacdesk.documents.kit.page import BODY, LEFT, MUTED, Sheet
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.billing.month_summary import PICTURE_UNIT, CustomerMonth, MonthFigures, MonthSummary
from hvacdesk.domain.jobs.jobs import WORK_KIND_NAMES
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("Month summary", "Invoiced and received")
_MADE_ON = phrase("Month summary", "Made {date}")
_NET = phrase("Month summary", "Invoiced without tax")
_TAX = phrase("Month summary", "Consumption tax")
_GROSS = phrase("Month summary", "Invoiced with tax")
_RECEIVED = phrase("Month summary", "Received")
_FEES = phrase("Month summary", "Bank's fees borne by us")
_FEES_SHORT = phrase("Month summary", "Fees")
_SET_OFF = phrase("Month summary", "Set off by customers")
_SET_OFF_SHORT = phrase("Month summary", "Set off")
_COUNTED = phrase(
    "Month summary",
    "Received: what came in less what went back. The bank's fees and set-offs pay the invoices as well.",
)
_MONTHS = phrase("Month summary", "Month by month, in units of 10,000 yen")
_KEY = phrase("Month summary", "Black: invoiced with tax, outlined: received")
_CUSTOMERS = phrase("Month summary", "By customer")
_STAFF = phrase("Month summary", "By person")
_COLLECTED = phrase("Month summary", "Collected")
_WORKS = phrase("Month summary", "By kind of work")
_NAME = phrase("Month summary", "Customer")
_PERSON = phrase("Month summary", "In charge")
_WORK = phrase("Month summary", "Kind of work")
_COUNT = phrase("Month summary", "Count")
_SHARE = phrase("Month summary", "Share")
_PERCENT = phrase("Month summary", "{percent} %")
_NOBODY = phrase("Month summary", "Nobody named")
_FIRMS = phrase("Month summary", "Partner firms")
_NO_JOB = phrase("Month summary", "For no job")
_ALL = phrase("Month summary", "Sum")
_MONTH_SHORT = phrase("Month summary", "{month}/{year}")

_CHART = 120.0


def draw_month_summary(summary: MonthSummary, words: Words, letterhead: Letterhead, today: str) -> bytes:
    """The month as a PDF. ``today`` is the ISO day on which it is made."""
    month = month_text(words, summary.month)
    sheet = Sheet(words, f"{words(_TITLE)} {summary.month}", today)
    setter = sheet.set
    say = setter.say
    facts = [month, say(_MADE_ON, date=calendar_day(words, today))]
    works = [
        (say(WORK_KIND_NAMES[one.work]) if one.work else say(_NO_JOB), one.count, one.net)
        for one in summary.works
    ]
    bands = [
        *head(setter, say(_TITLE), facts),
        *listed(
            setter,
            [
                (say(_NET), money(summary.net)),
                (say(_TAX), money(summary.gross - summary.net)),
                (say(_GROSS), money(summary.gross)),
                (say(_RECEIVED), money(summary.received)),
                (say(_FEES), money(summary.fees)),
                *([(say(_SET_OFF), money(summary.set_off))] if summary.set_off else []),
            ],
            size=11,
        ),
        *paragraph(small_note(setter, say(_COUNTED), BODY), gap=3),
        *_picture(setter, summary.months),
        *_customers(setter, summary),
        *_staff(setter, summary),
        *_shares(setter, say(_WORKS), say(_WORK), works),
        *paragraph(footer_lines(setter, letterhead), gap=6),
    ]
    return draw_single(sheet, bands, office_line(setter, letterhead))


def _picture(setter: Typesetter, months: Sequence[MonthFigures]) -> list[Band]:
    """Two bars for each month; below zero, where credit notes outweigh, there is none but the number."""
    if not months:
        return []
    most = max(1, *(max(one.gross, one.received) for one in months))
    step = BODY / len(months)
    wide = min(step * 0.4, 26.0)
    key = setter.one_line(setter.say(_KEY), BODY, 8.5, grey=MUTED)
    names = [setter.one_line(_short(setter, one.month), step - 2, 8) for one in months]
    bars = []
    for at, one in enumerate(months):
        middle = LEFT + step * (at + 0.5)
        pairs = ((one.gross, middle - wide - 1, True), (one.received, middle + 1, False))
        for yen, left, filled in pairs:
            number = setter.one_line(figures(round(yen / PICTURE_UNIT)), wide - 1, 7)
            bars.append((left, max(0, yen) / most, filled, number))

    def draw(sheet: Sheet, top: float, height: float) -> None:
        base = top - height + 12
        room = height - 12 - 22
        sheet.middle(LEFT, top, 10, key)
        for left, share, filled, number in bars:
            if share:
                sheet.bar(left, base, wide, room * share, filled=filled)
            sheet.centred(left, left + wide, base + room * share + 2.5, number)
        sheet.rule(LEFT, LEFT + BODY, base, weight=0.6)
        for at, name in enumerate(names):
            sheet.centred(LEFT + step * at, LEFT + step * (at + 1), base - 10, name)

    return [section(setter, setter.say(_MONTHS)), Band(_CHART, draw, gap=4)]


def _short(setter: Typesetter, month: str) -> str:
    year, number = month.split("-")
    return setter.say(_MONTH_SHORT, year=year, month=int(number))


def _customers(setter: Typesetter, summary: MonthSummary) -> list[Band]:
    """What was set off has a column of its own only where there is some: names need the room."""
    say, set_off = setter.say, bool(summary.set_off)
    grid = GridPlan(
        (
            GridColumn(say(_NAME), 25 if set_off else 36, Align.WORDS),
            GridColumn(say(_COUNT), 8),
            GridColumn(say(_NET), 15),
            GridColumn(say(_GROSS), 15),
            GridColumn(say(_RECEIVED), 15),
            GridColumn(say(_FEES_SHORT), 11),
            *([GridColumn(say(_SET_OFF_SHORT), 11)] if set_off else []),
        )
    ).grid(setter)

    def sums(one: CustomerMonth | MonthSummary) -> list[str]:
        paid = [one.received, one.fees, *([one.set_off] if set_off else [])]
        return [figures(yen) for yen in (one.net, one.gross, *paid)]

    rows = [(one.name, f"{one.count:,}", *sums(one)) for one in summary.customers]
    count = sum(one.count for one in summary.customers)
    made = grid.rows(rows, (say(_ALL), f"{count:,}", *sums(summary)))
    return [section(setter, say(_CUSTOMERS)), *lined(grid.head(), made)]


def _staff(setter: Typesetter, summary: MonthSummary) -> list[Band]:
    """What each person was in charge of, which part of the whole it is, and what they collected on site."""
    say = setter.say
    grid = GridPlan(
        (
            GridColumn(say(_PERSON), 44, Align.WORDS),
            GridColumn(say(_COUNT), 10),
            GridColumn(say(_NET), 18),
            GridColumn(say(_SHARE), 12),
            GridColumn(say(_COLLECTED), 16),
        )
    ).grid(setter)
    rows = [
        (
            one.name or say(_FIRMS if one.firm else _NOBODY),
            f"{one.count:,}",
            figures(one.net),
            _percent(setter, one.net, summary.net),
            figures(one.received),
        )
        for one in summary.staff
    ]
    count = sum(one.count for one in summary.staff)
    sums = (figures(summary.net), "", figures(summary.received))
    made = grid.rows(rows, (say(_ALL), f"{count:,}", *sums))
    return [section(setter, say(_STAFF)), *lined(grid.head(), made)]


def _shares(setter: Typesetter, title: str, name: str, entries: Sequence[tuple[str, int, int]]) -> list[Band]:
    """Invoiced without tax, divided: how many, how much, and which part of the whole."""
    say = setter.say
    grid = GridPlan(
        (
            GridColumn(name, 60, Align.WORDS),
            GridColumn(say(_COUNT), 10),
            GridColumn(say(_NET), 18),
            GridColumn(say(_SHARE), 12),
        )
    ).grid(setter)
    whole = sum(net for _name, _count, net in entries)
    rows = [
        (label, f"{count:,}", figures(net), _percent(setter, net, whole)) for label, count, net in entries
    ]
    count = sum(count for _name, count, _net in entries)
    made = grid.rows(rows, (say(_ALL), f"{count:,}", figures(whole), ""))
    return [section(setter, title), *lined(grid.head(), made)]


def _percent(setter: Typesetter, part: int, whole: int) -> str:
    """Empty where shares of it say nothing."""
    return setter.say(_PERCENT, percent=f"{100 * part / whole:.1f}") if whole > 0 else ""
