"""What was asked for and came in before a job's work 着手金・中間金, within a transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hvacdesk.domain.billing.open_items import AdvancePart, MoneyMeanwhile
from hvacdesk.domain.billing.payments import InvoicePayment
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.store.billing import invoices as store
from hvacdesk.store.billing import payments as payment_store
from hvacdesk.store.engine import Session

if TYPE_CHECKING:
    from hvacdesk.store.models import Invoice, Job


def standing_in_advance(session: Session, job: Job) -> list[Invoice]:
    """The standing deposit and part invoices of a job of which something was not credited."""
    numbers = [one.number for one in store.in_advance(session, job) if one.gross > 0]
    rows = (store.numbered(session, number) for number in numbers)
    return [row for row in rows if row is not None]


def parts_of(session: Session, rows: Sequence[Invoice]) -> tuple[AdvancePart, ...]:
    """What some of these invoices asked for, and what came in for them."""
    payments = payment_store.received(session, [row.record_id for row in rows])
    return tuple(_part(session, row, payments) for row in rows)


def require_same_money(session: Session, actor: Actor, job: Job, shown: Sequence[AdvancePart] | None) -> None:
    """Raise :class:`MoneyMeanwhile` where other money came in than whoever cancels the job was shown.

    Args:
        shown: None where the question did not name it: nobody cancels by it, or they may not see it.
    """
    if shown is None or not actor.may(Permission.SEE_BILLING):
        return
    if parts_of(session, standing_in_advance(session, job)) != tuple(shown):
        raise MoneyMeanwhile


def _part(session: Session, row: Invoice, payments: Sequence[InvoicePayment]) -> AdvancePart:
    asked = sum(yen for _class, yen in store.left(session, row))
    own = tuple(one for one in payments if one.invoice == row.record_id)
    return AdvancePart(row.number, row.kind, row.gross_yen, asked, asked - row.open_yen, own)
