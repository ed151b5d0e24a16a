"""Money over the years: a month handed over to the books, and the list of receipts.

The hand-over of a month is compared with that of the same month in an office that has nothing else: what the
books have already must not make it slower, nor the look at what waits.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import insert

from hvacdesk.domain.billing.accounting_export import AccountingProgram
from hvacdesk.domain.roles import Role
from hvacdesk.services.billing.handover import BooksHandover
from hvacdesk.services.billing.receipts import RECEIPTS_LISTED, Receipts
from hvacdesk.store.models import Customer, Invoice, Payment, PaymentAllocation, Receipt
from tests.benchmarks.many_customers import paying_customer
from tests.benchmarks.result import Result
from tests.benchmarks.timing import Side, take_turns
from tests.helpers.ground import Ground, new_ground

_A_MONTH, _MONTHS, _CUSTOMERS = 2_000, 50, 5_000
_RECEIPTS = 30_000
_ROUNDS = 5
_WAITING = ("2026-11-01", "2026-11-24")


def run() -> list[Result]:
    """The least disturbed of several rounds, the sides in turn so that both meet the same machine."""
    with _office(_MONTHS) as long, _office(1) as short:
        looks = [Side(name, partial(_look, one)) for name, one in (("full", long), ("alone", short))]
        hands = [Side(name, partial(_hand_over, one)) for name, one in (("full", long), ("alone", short))]
        take_turns(_ROUNDS, *looks)
        take_turns(_ROUNDS, *hands)
        lists = Side("receipts", partial(_receipts, long))
        take_turns(_ROUNDS, lists)
    return [
        Result("books-look-100000", looks[0].best * 1000, looks[1].best * 1000, "ms", 1.5),
        Result("books-month-of-100000", hands[0].best, hands[1].best, "s", 1.5),
        Result("receipts-30000", lists.best * 1000, 100, "ms", 1.0),
    ]


def _look(ground: Ground) -> None:
    found = BooksHandover(ground.workplace).summary(ground.people[Role.ACCOUNTING], *_WAITING)
    assert (found.invoices, found.payments, found.before) == (_A_MONTH, _A_MONTH, 0)


def _hand_over(ground: Ground) -> None:
    """What waits, which is taken back afterwards."""
    books, who = BooksHandover(ground.workplace), ground.people[Role.ACCOUNTING]
    made = books.export(who, AccountingProgram.MONEY_FORWARD, *_WAITING)
    assert made.entries == 2 * _A_MONTH
    books.not_written(who, made)


def _receipts(ground: Ground) -> None:
    found = Receipts(ground.workplace).listed(ground.people[Role.ACCOUNTING])
    assert (len(found.rows), found.total) == (RECEIPTS_LISTED, _RECEIPTS)


@contextmanager
def _office(months: int) -> Iterator[Ground]:
    """An office with so many months of invoices and payments, of which the books lack the last."""
    with tempfile.TemporaryDirectory() as folder:
        ground = new_ground(Path(folder))
        with ground.workplace.transaction() as session:
            for model, make, count in (
                (Customer, paying_customer, _CUSTOMERS),
                (Invoice, _invoice, months * _A_MONTH),
                (Payment, _payment, months * _A_MONTH),
                (PaymentAllocation, _allocation, months * _A_MONTH),
                (Receipt, _receipt, min(_RECEIPTS, months * _A_MONTH)),
            ):
                session.execute(insert(model), [make(at) for at in range(count)])
        yield ground
        ground.close()


def _day(at: int) -> str:
    """Of the last month for the first ones; the others go back month by month."""
    back = at // _A_MONTH
    year, month = divmod(2026 * 12 + 10 - back, 12)
    return f"{year}-{month + 1:02}-{at % 24 + 1:02}"


def _invoice(at: int) -> dict[str, object]:
    return {
        "customer_id": at % _CUSTOMERS + 1,
        "kind": "whole",
        "state": "settled",
        "number": f"I{at:07}",
        "issued_on": _day(at),
        "due_on": _day(at),
        "gross_yen": 11_000,
        "net_yen": 10_000,
        "tax_yen": 1_000,
        "rates": '[["standard", 10, 10000, 1000, 11000]]',
        "in_books": at >= _A_MONTH,
    }


def _payment(at: int) -> dict[str, object]:
    return {
        "customer_id": at % _CUSTOMERS + 1,
        "number": f"P{at:07}",
        "received_on": _day(at),
        "yen": 11_000,
        "way": "bank",
        "booked_by": "somebody",
        "booked_at": "2026-11-24T00:00:00Z",
        "in_books": at >= _A_MONTH,
    }


def _allocation(at: int) -> dict[str, object]:
    return {"payment_id": at + 1, "invoice_id": at + 1, "yen": 11_000, "on": _day(at)}


def _receipt(at: int) -> dict[str, object]:
    return {
        "customer_id": at % _CUSTOMERS + 1,
        "payment_id": at + 1,
        "number": f"R{at:07}",
        "state": "issued",
        "issued_on": _day(at),
        "proviso": "エアコン工事代",
    }
