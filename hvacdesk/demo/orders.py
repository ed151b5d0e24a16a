"""What the sample office ordered from other firms in writing, and how far each order is."""

from __future__ import annotations

from datetime import date, timedelta

from hvacdesk.demo.partners import ONE_PERSON, PARTNER_FIRM
from hvacdesk.domain.partners.partner_orders import NewOrder, OrderStep, latest_payment
from hvacdesk.domain.periods import month_end
from hvacdesk.domain.roles import Actor
from hvacdesk.services.open_office import Office

DAYS_AHEAD = 14
WORKED_AFTER = timedelta(days=3)
"""From an order to its work."""


def order_work(office: Office, owner: Actor, today: date) -> None:
    """Two orders to a one-person firm for work that belongs to no job, each with its paper."""
    work_on, orders = today + WORKED_AFTER, office.partner_orders
    for work, yen in (
        ("天井カセット形 搬入の補助 1台", 22_000),
        ("店舗用エアコン 室外機の据付の補助", 38_500),
    ):
        new = NewOrder(
            firm=_firm(office, owner, ONE_PERSON),
            work=work,
            work_on=work_on.isoformat(),
            yen=yen,
            pay_by=_pay_day(work_on).isoformat(),
            place="名古屋市中村区",
        )
        order = orders.write(owner, new)
        orders.printed(owner, order, shown=terms_of(office, owner, order))


def pay_for_work(office: Office, owner: Actor, today: date) -> None:
    """What was ordered last week was done; one of the orders is paid already."""
    for number, row in enumerate(office.partner_orders.all(owner)):
        office.partner_orders.note(owner, row.order, OrderStep.RECEIVED, row.facts.work_on, shown=row.facts)
        if number == 0:
            office.partner_orders.note(owner, row.order, OrderStep.PAID, today.isoformat(), shown=row.facts)


def order_coming_work(office: Office, owner: Actor, today: date) -> None:
    """Order what the partner firm does from ``today`` on: its first job."""
    days = (today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD))
    rows = (row for day in days for row in office.jobs.day(owner, day))
    row = next((row for row in rows if row.partner_firm == PARTNER_FIRM), None)
    if row is not None:
        new = NewOrder(
            firm=_firm(office, owner, PARTNER_FIRM),
            work="エアコン工事一式（配管・電源とも）",
            work_on=row.on,
            yen=55_000,
            pay_by=_pay_day(date.fromisoformat(row.on)).isoformat(),
            job=row.number,
        )
        office.partner_orders.write(owner, new)


def terms_of(office: Office, owner: Actor, order: str) -> NewOrder:
    """An order's terms as they are written down."""
    return next(row.facts for row in office.partner_orders.all(owner) if row.order == order)


def _firm(office: Office, owner: Actor, name: str) -> str:
    return next(row.record for row in office.partners.all(owner) if row.facts.firm == name)


def _pay_day(work_on: date) -> date:
    """The end of the month after the work, or the last day on which a one-person firm is paid in time."""
    return min(month_end(work_on.year, work_on.month + 1), latest_payment(work_on))
