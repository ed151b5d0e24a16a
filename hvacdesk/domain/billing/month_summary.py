"""What was invoiced 請求 and received 入金 in a month: in all, per customer, per person, per kind of work.

An invoice counts in the month in which it was issued, one for a deposit or a part as well, though the books
sell that with the final invoice only. Where it is divided, it is without tax: an invoice for
several jobs is divided among them by what its lines ask for, to the yen.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from hvacdesk.domain.jobs.jobs import WorkKind

PICTURE_UNIT = 10_000
"""Yen of one in the picture of the months, on screen and on paper: 万円, as people speak of sales.

Millions of yen would not fit side by side over their bars.
"""

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Sale:
    """What one invoice or credit note of the month comes to; a credit note's sums are negative.

    Attributes:
        customer, name: record id, and the name as the reader of the summary may see it.
        parts: for each job its person in charge, its kind of work, and what the lines for it ask for in yen.
    """

    customer: str
    name: str
    net: int
    gross: int
    parts: tuple[SalePart, ...] = ()


@dataclass(frozen=True)
class SalePart:
    """What of a sale was for one job; ``staff`` is empty where nobody of the office was in charge.

    ``firm`` says whether a partner firm 協力会社 was, then.
    """

    staff: str
    work: WorkKind | None
    yen: int
    firm: bool = False


@dataclass(frozen=True)
class Received:
    """One payment of the month; ``staff`` is who collected it on site, empty for the bank and the like.

    ``yen`` is what came in, below zero what went back; ``fee`` what the customer kept for the bank's fee,
    which pays the invoice as well, as does ``set_off`` of his, which is no money either.
    """

    customer: str
    name: str
    yen: int
    staff: str = ""
    fee: int = 0
    set_off: int = 0


@dataclass(frozen=True)
class CustomerMonth:
    """One customer's month; ``customer`` is the record id.

    ``fees`` are the bank's that the office bears, ``set_off`` what the customer set off 相殺.
    """

    customer: str
    name: str
    count: int
    net: int
    gross: int
    received: int
    fees: int = 0
    set_off: int = 0


@dataclass(frozen=True)
class StaffMonth:
    """One person's month: the sales, without tax, that they were in charge of, and what they collected.

    An empty name means partner firms, ``firm``, or nobody: work without a person, and money that
    came by bank or the like.
    """

    name: str
    count: int
    net: int
    received: int = 0
    firm: bool = False


@dataclass(frozen=True)
class WorkMonth:
    """The sales, without tax, of one kind of work; None for what was for no job."""

    work: WorkKind | None
    count: int
    net: int


@dataclass(frozen=True)
class MonthFigures:
    """Sales, tax included, and payments of one month ``YYYY-MM``, for the picture."""

    month: str
    gross: int
    received: int


@dataclass(frozen=True)
class DrawnMonth:
    """A month on paper, and by record id the customers whom it names."""

    pdf: bytes
    customers: tuple[str, ...]


@dataclass(frozen=True)
class MonthSummary:
    """A month as it is read and printed; each list has its largest entry first.

    Attributes:
        received: what came in less what went back; ``fees`` the bank's that the office bears beside it,
            ``set_off`` what customers set off, which is no money.
        months: up to this month, the oldest first.
    """

    month: str
    net: int
    gross: int
    received: int
    customers: tuple[CustomerMonth, ...]
    staff: tuple[StaffMonth, ...]
    works: tuple[WorkMonth, ...]
    months: tuple[MonthFigures, ...] = ()
    fees: int = 0
    set_off: int = 0


def summarise(
    month: str, sales: Sequence[Sale], received: Sequence[Received], months: Sequence[MonthFigures] = ()
) -> MonthSummary:
    """The summary of a month ``YYYY-MM``; its divided lists each come to the whole."""
    parts = [part for sale in sales for part in _divided(sale)]
    return MonthSummary(
        month=month,
        net=sum(sale.net for sale in sales),
        gross=sum(sale.gross for sale in sales),
        received=sum(one.yen for one in received),
        customers=_by_customer(sales, received),
        staff=_by_staff(parts, received),
        works=tuple(WorkMonth(work, count, net) for work, count, net in _sums(parts, lambda one: one.work)),
        months=tuple(months),
        fees=sum(one.fee for one in received),
        set_off=sum(one.set_off for one in received),
    )


def months_until(month: str, count: int) -> tuple[str, ...]:
    """So many months ``YYYY-MM``, the given one the last."""
    last = int(month[:4]) * 12 + int(month[5:]) - 1
    return tuple(f"{at // 12}-{at % 12 + 1:02}" for at in range(last - count + 1, last + 1))


def divide(whole: int, weights: Sequence[int]) -> list[int]:
    """A sum divided by weights into whole yen that come to it; what is left over goes to the largest rests.

    Weights that come to zero divide it evenly.
    """
    total = sum(weights)
    if not total:
        weights, total = [1] * len(weights), len(weights)
    shares = [whole * weight // total for weight in weights]
    rests = [whole * weight % total for weight in weights]
    order = sorted(range(len(weights)), key=lambda at: (-abs(rests[at]), at))
    for at in order[: whole - sum(shares)]:
        shares[at] += 1
    return shares


def _divided(sale: Sale) -> list[SalePart]:
    if not sale.parts:
        return [SalePart("", None, sale.net)]
    shares = divide(sale.net, [part.yen for part in sale.parts])
    return [replace(part, yen=yen) for part, yen in zip(sale.parts, shares, strict=True)]


def _sums(parts: Iterable[SalePart], key: Callable[[SalePart], Key]) -> list[tuple[Key, int, int]]:
    """For each key how many parts there are and what they come to, the largest first."""
    found: dict[Key, tuple[int, int]] = {}
    for part in parts:
        count, net = found.get(key(part), (0, 0))
        found[key(part)] = count + 1, net + part.yen
    entries = [(name, count, net) for name, (count, net) in found.items()]
    return sorted(entries, key=lambda one: (-one[2], str(one[0])))


def _by_staff(parts: Sequence[SalePart], received: Sequence[Received]) -> tuple[StaffMonth, ...]:
    found = {
        who: StaffMonth(who[0], count, net, firm=who[1])
        for who, count, net in _sums(parts, lambda one: (one.staff, one.firm))
    }
    for one in received:
        if not one.yen:
            continue
        who = (one.staff, False)
        had = found.get(who, StaffMonth(one.staff, 0, 0))
        found[who] = replace(had, received=had.received + one.yen)
    return tuple(sorted(found.values(), key=lambda one: (-one.net, -one.received, one.name)))


def _by_customer(sales: Sequence[Sale], received: Sequence[Received]) -> tuple[CustomerMonth, ...]:
    found: dict[str, CustomerMonth] = {}
    for sale in sales:
        had = found.get(sale.customer, CustomerMonth(sale.customer, sale.name, 0, 0, 0, 0))
        found[sale.customer] = replace(
            had, count=had.count + 1, net=had.net + sale.net, gross=had.gross + sale.gross
        )
    for one in received:
        had = found.get(one.customer, CustomerMonth(one.customer, one.name, 0, 0, 0, 0))
        found[one.customer] = replace(
            had,
            received=had.received + one.yen,
            fees=had.fees + one.fee,
            set_off=had.set_off + one.set_off,
        )
    return tuple(sorted(found.values(), key=lambda one: (-one.gross, -one.received, one.name)))
