"""Work that is ordered from a firm in writing 発注書, and the day by which it has to be paid.

What the paper must say and by when a one-person firm 特定受託事業者 is paid: フリーランス法 3条・4条,
施行規則 1条. The day of receipt counts as the first of the sixty, whatever an inspection of the work takes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from hvacdesk.domain.errors import InvalidInput, Missing, UserFacingError
from hvacdesk.domain.text.input_checks import EARLIEST_WORK, check_range, clean_date, clean_line, clean_text
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Phrase, phrase

PAID_WITHIN = 60
"""Days within which a one-person firm is paid, the day of receipt included."""

PAY_SOURCE = (
    "フリーランス法（特定受託事業者に係る取引の適正化等に関する法律）第3条・第4条、施行規則 第1条。"
    "支払期日は、受け取った日を1日目として60日以内"
)
PAY_AS_OF = "2026-11"

OTHER_PAY_SOURCE = (
    "修理・清掃などの委託には取適法（中小受託取引適正化法）第3条、建設工事の下請には建設業法 第24条の3"
)
"""Towards firms with employees. Which of the two counts, and from which size of firm on, is not decided here:
取適法 leaves construction work to 建設業法 (公正取引委員会「取適法」, in force since 2026-01-01)."""

WORK_LIMIT = 500
PLACE_LIMIT = 120
MOST_YEN = 1_000_000_000
AHEAD = timedelta(days=3 * 366)


class OrderState(StrEnum):
    """How far an order is."""

    ORDERED = "ordered"
    RECEIVED = "received"
    PAID = "paid"
    WITHDRAWN = "withdrawn"


ORDER_STATE_NAMES: dict[OrderState, Phrase] = {
    OrderState.ORDERED: phrase("Partner orders", "Ordered"),
    OrderState.RECEIVED: phrase("Partner orders", "To be paid"),
    OrderState.PAID: phrase("Partner orders", "Paid"),
    OrderState.WITHDRAWN: phrase("Partner orders", "Withdrawn"),
}


class OrderStep(StrEnum):
    """What happens to an order on a day."""

    RECEIVED = "received"
    PAID = "paid"
    WITHDRAWN = "withdrawn"


ORDER_STEP_NAMES: dict[OrderStep, Phrase] = {
    OrderStep.RECEIVED: phrase("Partner orders", "The work was done and received"),
    OrderStep.PAID: phrase("Partner orders", "The firm was paid"),
    OrderStep.WITHDRAWN: phrase("Partner orders", "The order was withdrawn"),
}

NEXT_STEPS: dict[OrderState, frozenset[OrderStep]] = {
    OrderState.ORDERED: frozenset({OrderStep.RECEIVED, OrderStep.WITHDRAWN}),
    OrderState.RECEIVED: frozenset({OrderStep.PAID}),
    OrderState.PAID: frozenset(),
    OrderState.WITHDRAWN: frozenset(),
}


class PaidTooLate(InvalidInput):
    """The agreed day of payment is later than the law allows towards a one-person firm."""

    what = phrase(
        "Errors", "A one-person firm is paid within 60 days of the work, by {latest} at the latest."
    )
    safe = phrase("Errors", "Nothing was saved.")
    todo = phrase("Errors", "Enter {latest} or an earlier day of payment.")

    def __init__(self, latest: str) -> None:
        super().__init__("pay_by", latest=latest)


class PlaceWanted(Missing):
    """Neither a place nor a job that has one."""

    what = phrase("Errors", "The place of the work is empty, and there is no job number to take it from.")
    todo = phrase("Errors", "Enter the place, or the job's number, and save again.")


class OrderPrinted(UserFacingError):
    """The firm may hold the paper already, so that its terms no longer change silently."""

    what = phrase("Errors", "The order was printed, and the firm may have it.")
    safe = phrase("Errors", "Nothing was changed.")
    todo = phrase("Errors", "Withdraw the order, tell the firm, and write a new one.")


class OrderPaperVoid(UserFacingError):
    """The terms on a paper that was drawn and printed are not the order's by now."""

    what = phrase("Errors", "The order was corrected or withdrawn while its paper was being printed.")
    safe = phrase("Errors", "The paper that came out is not valid, and was not noted as printed.")
    todo = phrase("Errors", "Throw it away, look at the order and print it again. Do not hand it over.")


class NotThisStep(UserFacingError):
    """Somebody else was faster: the order is a step further already."""

    what = phrase("Errors", "The order is further on than this window shows.")
    safe = phrase("Errors", "Nothing was saved.")
    todo = phrase("Errors", "Look at the list again.")


@dataclass(frozen=True)
class NewOrder:
    """What the form saves; all days are ISO dates.

    Attributes:
        firm: record id of a registered firm.
        job: a job's number; empty for work that belongs to none.
        place: where the work is done; no house number: that is printed on the work order's copy.
        inspect_by: by when the work is inspected; empty where it is not.
        yen: the reward, tax included.
    """

    firm: str
    work: str
    work_on: str
    yen: int
    pay_by: str
    job: str = ""
    place: str = ""
    inspect_by: str = ""


@dataclass(frozen=True)
class OrderPaper:
    """An order's paper, with the terms that it was drawn from."""

    pdf: bytes
    terms: NewOrder


@dataclass(frozen=True)
class OrderRow:
    """One line of the list of orders.

    Attributes:
        latest: ISO date by which the law wants the firm paid; empty where only what was agreed counts.
        due: ISO date by which it is paid now: what was agreed, but not later than ``latest``.
        printed: whether its paper was ever printed.
    """

    order: str
    number: str
    firm: str
    firm_record: str
    one_person: bool
    facts: NewOrder
    ordered_on: str
    ordered_by: str
    received_on: str
    paid_on: str
    withdrawn_on: str
    latest: str
    due: str
    state: OrderState
    printed: bool = False

    @property
    def correctable(self) -> bool:
        """Whether its terms may still be corrected: nobody outside has seen them."""
        return self.state is OrderState.ORDERED and not self.printed


def latest_payment(received: date) -> date:
    """The last day on which a one-person firm is paid in time for work received on a day."""
    return received + timedelta(days=PAID_WITHIN - 1)


def payment_due(pay_by: str, received_on: str, work_on: str, *, one_person: bool) -> tuple[str, str]:
    """The law's last day, or empty, and the day that counts.

    Work counts as received on its day until somebody says when it was.
    """
    if not one_person:
        return "", pay_by
    latest = latest_payment(date.fromisoformat(received_on or work_on)).isoformat()
    return latest, min(pay_by, latest)


def state_of(received_on: str, paid_on: str, withdrawn_on: str) -> OrderState:
    """How far an order with these days is."""
    if withdrawn_on:
        return OrderState.WITHDRAWN
    if paid_on:
        return OrderState.PAID
    return OrderState.RECEIVED if received_on else OrderState.ORDERED


def checked_order(order: NewOrder, today: date, *, one_person: bool) -> NewOrder:
    """The order as it is stored.

    Raises:
        Missing, BadDate, OutOfRange, TooLong: name the field.
        PaidTooLate: the law wants the firm paid earlier.
        CardNumberFound, MyNumberFound: in a text.
    """
    work = clean_text("work", order.work, limit=WORK_LIMIT)
    place = clean_line("place", order.place, limit=PLACE_LIMIT)
    last = today + AHEAD
    work_on = clean_date("work_on", order.work_on, EARLIEST_WORK, last)
    pay_by = clean_date("pay_by", order.pay_by, EARLIEST_WORK, last)
    inspect_by = clean_date("inspect_by", order.inspect_by, EARLIEST_WORK, last)
    wanted = {"firm": order.firm, "work": work, "work_on": work_on, "pay_by": pay_by}
    for field, value in wanted.items():
        if not value:
            raise Missing(field)
    if not place:
        raise PlaceWanted("place")
    check_range("yen", order.yen, 1, MOST_YEN)
    check_free_text("work", work)
    check_free_text("place", place)
    latest = latest_payment(date.fromisoformat(work_on))
    if one_person and pay_by > latest.isoformat():
        raise PaidTooLate(latest.isoformat())
    return replace(order, work=work, place=place, work_on=work_on, pay_by=pay_by, inspect_by=inspect_by)


def checked_step(step: OrderStep, on: str, ordered_on: str, today: date) -> str:
    """The day of a step as it is stored. Raises :class:`Missing` or :class:`BadDate`."""
    day = clean_date("on", on, date.fromisoformat(ordered_on), today)
    if not day:
        raise Missing("on")
    return day
