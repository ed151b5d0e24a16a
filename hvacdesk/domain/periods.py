"""Counting legal periods, and the days from which tax law counts them.

Periods are counted as 民法 140 and 143 ask: the day of the event is not counted, and a period of months or
years ends on the day before the one that answers to its first day, or on the month's last day where there
is none.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from hvacdesk.domain.office.office import SOLE_PROPRIETOR_YEAR_END, LegalForm, OfficeFacts

ONE_DAY = timedelta(days=1)
_DAYS = 4096
"""Tens of thousands of customers share the days of a few years, so ends of periods are computed once."""


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def fiscal_year_end(facts: OfficeFacts, on: date) -> date:
    """The last day of the fiscal year that holds a day: the calendar year for a sole proprietor."""
    month = facts.fiscal_year_end_month if facts.legal_form is LegalForm.COMPANY else SOLE_PROPRIETOR_YEAR_END
    return month_end(on.year + (on.month > month), month)


def return_deadline(facts: OfficeFacts, on: date) -> date:
    """The day on which the tax return for the fiscal year holding ``on`` is due.

    A company: two months after the year's end, that month's last day (法人税法74条), and as many months
    later as the tax office has granted it (75条の2; 法人税法施行規則59条2項 counts from there). A sole
    proprietor: 15 March of the next year (所得税法120条). Weekends are not taken into account.
    """
    if facts.legal_form is not LegalForm.COMPANY:
        return date(on.year + 1, 3, 15)
    return months_after_year(facts, on, 2 + facts.return_extension)


def months_after_year(facts: OfficeFacts, on: date, months: int) -> date:
    """The last day of so many months after the fiscal year holding ``on``."""
    end = fiscal_year_end(facts, on)
    return month_end(end.year, end.month + months)


@lru_cache(maxsize=_DAYS)
def period_end(first: date, years: int, months: int) -> date:
    """The last day of a period that begins on ``first`` (民法143条)."""
    month = first.month + 12 * years + months
    last = month_end(first.year, month)
    return last if first.day > last.day else last.replace(day=first.day) - ONE_DAY


@lru_cache(maxsize=_DAYS)
def month_end(year: int, month: int) -> date:
    """The last day of a month, which may be counted past December."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])
