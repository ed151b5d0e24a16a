"""What the search found, line by line: what it is, and what opens it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.calendar.slots import Slot
from hvacdesk.domain.customers.customers import CustomerRow
from hvacdesk.domain.jobs.job_numbers import meant_number
from hvacdesk.domain.jobs.jobs import JobRow
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.office.help_pages import HelpHit
from hvacdesk.domain.office.quick_search import FoundEverywhere
from hvacdesk.domain.papers.register import PaperRow, kind_text
from hvacdesk.domain.partners.partners import FirmRow
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.jobs.opening import open_job
from hvacdesk.ui.shell.destinations import DeskDestination, FoundDestinations
from hvacdesk.ui.wording.dispatch import slot_words
from hvacdesk.ui.wording.jobs import kind_text as work_text
from hvacdesk.ui.wording.papers import paper_chip
from hvacdesk.ui.wording.places import last_digits, place

Act = Callable[[], object]

_NO_DESTINATIONS = FoundDestinations()


@dataclass(frozen=True)
class QuickAnswer:
    """All that is known of a text; without one, whom this person opened last."""

    found: FoundEverywhere
    destinations: FoundDestinations = _NO_DESTINATIONS
    helps: tuple[HelpHit, ...] = ()


@dataclass(frozen=True)
class FoundLine:
    """One line.

    Attributes:
        kind: what it is, in a word.
        go: opens it.
        customer: record id of whom it is about; empty where it is no customer's.
    """

    kind: str
    what: Masked
    more: Masked
    go: Act
    customer: str = ""


@dataclass(frozen=True)
class Ways:
    """How hits are opened.

    Attributes:
        acts: what the window does itself, by the names of the destinations.
        open_help: opens a page of the help.
        changed: runs after a job was changed.
    """

    acts: Mapping[str, Act]
    open_help: Callable[[str], object]
    changed: Act


def hits(ctx: DeskContext, text: str, answer: QuickAnswer, ways: Ways) -> Iterator[FoundLine]:
    """The lines, kind by kind: customers first, but behind the jobs and papers whose number was typed."""
    found, number = answer.found, meant_number(text)
    customers = [_customer(ctx, row) for row in found.customers]
    if not number:
        yield from customers
    yield from (_job(ctx, row, ways) for row in found.jobs)
    yield from (_paper(ctx, row) for row in found.papers)
    if number:
        yield from customers
    yield from (_firm(ctx, row) for row in found.firms)
    yield from (_destination(ctx, one, ways) for one in answer.destinations.named)
    yield from (_help(one, ways) for one in answer.helps)
    yield from (_destination(ctx, one, ways) for one in answer.destinations.further)


def _customer(ctx: DeskContext, row: CustomerRow) -> FoundLine:
    where = place(row)
    more = "  ".join(filter(None, (row.number, where.text, last_digits(row))))
    return FoundLine(
        QCoreApplication.translate("QuickSearch", "Customer"),
        row.name,
        Masked(more, where.hidden),
        partial(ctx.navigate, "customers", customer=row.customer, work="yes"),
        row.customer,
    )


def _job(ctx: DeskContext, row: JobRow, ways: Ways) -> FoundLine:
    when = slot_words(Slot(row.on, row.starts, row.ends), ctx.today())
    return FoundLine(
        QCoreApplication.translate("QuickSearch", "Job"),
        row.name,
        Masked("  ".join((row.number, when, work_text(row, ctx.words)))),
        lambda: open_job(ctx, row.job),
        row.customer,
    )


def _paper(ctx: DeskContext, row: PaperRow) -> FoundLine:
    state = paper_chip(row, ctx.words).text
    return FoundLine(
        QCoreApplication.translate("QuickSearch", "Paper"),
        row.name,
        Masked("  ".join((row.number, kind_text(row, ctx.words), state))),
        partial(ctx.navigate, "work_orders", copies="yes", paper=row),
        row.customer,
    )


def _firm(ctx: DeskContext, row: FirmRow) -> FoundLine:
    return FoundLine(
        QCoreApplication.translate("QuickSearch", "Firm"),
        Masked(row.facts.firm),
        Masked(row.number),
        partial(ctx.navigate, "safeguards", section="partners", firm=row.record),
    )


def _destination(ctx: DeskContext, one: DeskDestination, ways: Ways) -> FoundLine:
    does = one.act or ("tab" not in one.arguments and "section" not in one.arguments and one.arguments)
    kind = (
        QCoreApplication.translate("QuickSearch", "Action")
        if does
        else QCoreApplication.translate("QuickSearch", "Page")
    )
    go = ways.acts[one.act] if one.act else partial(ctx.navigate, one.page, **one.arguments)
    return FoundLine(
        kind, Masked(ctx.words(one.title)), Masked(ctx.words(one.within) if one.within else ""), go
    )


def _help(one: HelpHit, ways: Ways) -> FoundLine:
    return FoundLine(
        QCoreApplication.translate("QuickSearch", "Help"),
        Masked(one.page.title),
        Masked(one.excerpt),
        partial(ways.open_help, one.page.name),
    )
