"""The series of numbers that an office gives out, and how many a restore leaves out of each.

What was numbered after a backup was taken is on paper and not in the restored office; nothing tells how much
it was. So every series goes on so much further that none of these numbers is given a second time.

Nor is one that another restore led to, of this backup or another one. Restores are told apart by the hours
that passed since the backup: also a computer knows them that has nothing but a backup and its key, and they
grow from each restore to the next. Of several within an hour, on one computer, each has a higher epoch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from hvacdesk.domain.billing.estimates import estimate_number
from hvacdesk.domain.billing.invoices import InvoiceKind, invoice_number
from hvacdesk.domain.billing.receipts import payment_number, receipt_number
from hvacdesk.domain.clock import day_begins
from hvacdesk.domain.customers.customer_numbers import customer_number
from hvacdesk.domain.papers.copy_codes import paper_number
from hvacdesk.domain.text.wording import Phrase, phrase

LEFT_OUT, LEFT_OUT_OF_SHORT = 1_000, 100
"""How many numbers are left out at least; the second of the series that count in three or four digits."""

LEFT_OUT_AN_HOUR, LEFT_OUT_AN_HOUR_OF_SHORT = 10, 1
"""How many more are left out for every hour since the backup, day and night."""

PAPERS_LEFT_OUT_AN_HOUR = 5
"""Papers are counted in five digits: a whole year's hours leave room for as many papers, and restores."""

LEFT_OUT_OF_ONE = 20
"""The same of the copies of one job's work order, and of the issues of one estimate."""

MOST_HOURS_OF_ONE = 240
"""For each of so many hours one more of these is left out: there may be 999, and what is older is hardly
printed again.
"""


@dataclass(frozen=True)
class NumberSeries:
    """One series.

    Attributes:
        name: of its counter; with ``{year}`` where it begins anew every year.
        left_out: how many numbers a restore leaves out at least.
        hourly: how many more for every hour since the backup.
        backdated: whether numbers of the year before are still given out.
        label: what it numbers, where a report of a restore names it: these numbers are on papers.
        written: a number of a year as it is printed.
    """

    name: str
    left_out: int = LEFT_OUT_OF_SHORT
    hourly: int = LEFT_OUT_AN_HOUR_OF_SHORT
    backdated: bool = False
    label: Phrase | None = None
    written: Callable[[int, int], str] = lambda _year, count: str(count)


def _job(year: int, count: int) -> str:
    return f"{year}-{count:06d}"


def _invoice(year: int, count: int) -> str:
    return invoice_number(year, count, InvoiceKind.WHOLE)


def _credit_note(year: int, count: int) -> str:
    return invoice_number(year, count, InvoiceKind.CREDIT)


def _customer(_year: int, count: int) -> str:
    return customer_number(count)


def _partner_order(year: int, count: int) -> str:
    return f"O{year}-{count:04}"


def _handover(year: int, count: int) -> str:
    return f"H-{year}-{count:04}"


_LONG = partial(NumberSeries, left_out=LEFT_OUT, hourly=LEFT_OUT_AN_HOUR)

SERIES = (
    _LONG("job {year}", label=phrase("Number series", "Jobs and their work orders"), written=_job),
    _LONG(
        "paper {year}",
        hourly=PAPERS_LEFT_OUT_AN_HOUR,
        label=phrase("Number series", "Other papers"),
        written=paper_number,
    ),
    _LONG("estimate {year}", label=phrase("Number series", "Estimates"), written=estimate_number),
    _LONG("invoice {year}", backdated=True, label=phrase("Number series", "Invoices"), written=_invoice),
    _LONG(
        "credit note {year}",
        backdated=True,
        label=phrase("Number series", "Credit notes"),
        written=_credit_note,
    ),
    _LONG("receipt {year}", label=phrase("Number series", "Receipts"), written=receipt_number),
    _LONG("payment {year}", label=phrase("Number series", "Payments"), written=payment_number),
    _LONG("customer", label=phrase("Number series", "Customers"), written=_customer),
    NumberSeries(
        "partner order {year}",
        label=phrase("Number series", "Orders to partner firms"),
        written=_partner_order,
    ),
    NumberSeries("handover-{year}", label=phrase("Number series", "Handovers"), written=_handover),
    *map(NumberSeries, ("disposal {year}", "certificate {year}", "request", "medium", "firm", "violation")),
    *map(NumberSeries, ("incident", "drill")),
)
"""Every series of the program."""


@dataclass(frozen=True)
class SinceBackup:
    """What a restore knows of the time since its backup was taken.

    Attributes:
        taken, now: when the backup was, and when the restore is.
        epochs: by how many the restored office is further than the backup; 1 where none is known between.
        entries: how many entries the log is known to have got since, in whichever office it went on; one of
            them may stand for many numbers, so that this is the least.
    """

    taken: datetime
    now: datetime
    epochs: int = 1
    entries: int = 0

    def left_out(self, one: NumberSeries, year: int) -> int:
        """How many numbers of a series are left out, of a year where it begins anew every year."""
        begun = max(self.taken, day_begins(date(year, 1, 1))) if year else self.taken
        least = max(one.left_out, self.entries)
        return one.left_out * (self.epochs - 1) + least + self._growth(one.hourly, begun)

    @property
    def left_out_of_one(self) -> int:
        """The same of the copies of each job's work order, and of each estimate's further issues."""
        return LEFT_OUT_OF_ONE * self.epochs + min(self._growth(1, self.taken), MOST_HOURS_OF_ONE)

    def _growth(self, hourly: int, begun: datetime) -> int:
        passed = max(self.now - begun, timedelta())  # a computer's clock may be wrong
        return passed * hourly // timedelta(hours=1)


@dataclass(frozen=True)
class NumbersLeftOut:
    """Numbers of a series that nobody gets: those from after the backup are among them.

    Attributes:
        last: the last one that the backup knows.
        following: the next one that is given out.
    """

    label: Phrase
    last: str
    following: str


def counters_of(one: NumberSeries, first: int, last: int) -> Iterator[tuple[str, int]]:
    """The counters that a series gave numbers by in these years, with the year of each."""
    if "{year}" not in one.name:
        yield one.name, 0
        return
    for year in range(first - one.backdated, last + 1):
        yield one.name.format(year=year), year
