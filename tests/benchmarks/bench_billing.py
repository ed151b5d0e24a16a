"""Billing: the list of open items at 100,000 invoices, and a collective invoice of 200 lines, issued."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from sqlalchemy import insert

from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.jobs.jobs import ItemLine, JobRecord, JobState, Party, SiteRecord, WorkItem, WorkKind
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.services.billing.collective import Collective
from hvacdesk.services.billing.open_items import OpenItems
from hvacdesk.services.billing.prices import Prices
from hvacdesk.store.models import Customer, Invoice
from tests.benchmarks.many_customers import paying_customer
from tests.benchmarks.result import Result
from tests.helpers.billed import billed_office
from tests.helpers.ground import Ground, new_ground
from tests.helpers.people import customer

_INVOICES, _CUSTOMERS, _OPEN_EVERY = 100_000, 5_000, 40
_JOBS, _LINES = 20, 10
_ROUNDS = 7
_CLOSED = date(2026, 11, 30)


def run() -> list[Result]:
    """Medians; the limits are what an office takes for at once."""
    with tempfile.TemporaryDirectory() as folder:
        ground = new_ground(Path(folder))
        _fill(ground)
        items, books = OpenItems(ground.workplace), ground.people[Role.ACCOUNTING]
        assert len(items.open(books)) == _INVOICES // _OPEN_EVERY
        listed = statistics.median(_seconds(lambda: items.open(books)) for _ in range(_ROUNDS))
        _issued(ground)  # fonts are loaded and statements made once in a session
        issued = statistics.median(_issued(ground) for _ in range(3))
        ground.close()
    return [
        Result("open-items-100000", listed * 1000, 50, "ms", 1.0),
        Result("collective-200-lines", issued * 1000, 200, "ms", 1.0),
    ]


def _fill(ground: Ground) -> None:
    """So many invoices, of which one in forty is open."""
    with ground.workplace.transaction() as session:
        people = [paying_customer(at) for at in range(_CUSTOMERS)]
        session.execute(insert(Customer), people)
        rows = [
            {
                "customer_id": at % _CUSTOMERS + 1,
                "kind": "whole",
                "state": "sent" if at % _OPEN_EVERY == 0 else "settled",
                "number": f"I2025-{at:06}",
                "issued_on": f"2025-{at % 12 + 1:02}-{at % 28 + 1:02}",
                "due_on": f"2026-{at % 12 + 1:02}-{at % 28 + 1:02}",
                "gross_yen": 11_000,
                "net_yen": 10_000,
                "tax_yen": 1_000,
                "open_yen": 11_000 if at % _OPEN_EVERY == 0 else 0,
                "rates": '[["standard", 10, 10000, 1000, 11000]]',
            }
            for at in range(_INVOICES)
        ]
        session.execute(insert(Invoice), rows)


def _issued(ground: Ground) -> float:
    """Seconds of the closing of a customer with twenty jobs of ten lines."""
    billed = billed_office(ground)
    who = billed.someone()
    BillingTerms(ground.workplace).change_customer(billed.books, who, None, PayTerms(31, 1, 31))
    site = billed.jobs.add_site(ground.desk, who, SiteRecord(customer().address))
    items = tuple(ItemLine(WorkItem.EXTRA_PIPE, 1.0, "m", yen=3_300) for _ in range(_LINES - 1))
    for _ in range(_JOBS):
        made = billed.jobs.add(
            ground.desk,
            JobRecord(site, WorkKind.INSTALL, {Party.REQUESTER: who}, on="2026-11-20", items=items),
        )
        billed.jobs.set_state(ground.desk, made, JobState.DONE)
    Prices(ground.workplace).keep(ground.owner, PriceRecord(None, "Installation", "台", 16_500))
    collective = Collective(ground.workplace)
    shown = [one for one in collective.preview(billed.books, _CLOSED, english) if one.customer == who]
    return _seconds(lambda: collective.issue(billed.books, shown, english))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
