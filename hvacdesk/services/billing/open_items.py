"""What is to bill, and what is open and overdue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hvacdesk.domain import masking
from hvacdesk.domain.billing.collected_cash import CashToCome
from hvacdesk.domain.billing.open_items import (
    BilledWork,
    BillingFile,
    BillingWaits,
    OpenItem,
    ToBill,
    UnknownSum,
    read_alike,
)
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.billing.invoice_drafting import known_gross
from hvacdesk.services.billing.told_apart import additions, told_apart
from hvacdesk.services.permissions import needs, nothing_without
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import invoices, payment_reminders
from hvacdesk.store.billing import open_items as store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.office import office
from hvacdesk.store.requests import suspension

WORKED_OUT = 200
"""Jobs whose sum is worked out from draft or prices for the list: each takes 2 ms, and an office that begins
with thousands of jobs from elsewhere must not wait for all of them."""


class OpenItems:
    """What is open in an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.SEE_BILLING)
    def open(self, actor: Actor) -> tuple[OpenItem, ...]:
        """Every invoice that is not paid and every credit note not set off, the longest due first."""
        with self._workplace.reading() as session:
            reminded_on = payment_reminders.reminded_on(session)
            return _items(actor, session, store.open_items(session), reminded_on, billed_works(session))

    @needs(Permission.SEE_BILLING)
    def of_customer(self, actor: Actor, customer: str) -> tuple[OpenItem, ...]:
        """What of a customer's invoices is open. Raises :class:`RecordGone`."""
        with self._workplace.reading() as session:
            key = customer_store.current(session, customer).id
            reminded_on = payment_reminders.reminded_on(session, key)
            rows = store.open_items(session, key)
            return _items(actor, session, rows, reminded_on, billed_works(session, key))

    @needs(Permission.SEE_BILLING)
    def to_bill(self, actor: Actor) -> tuple[ToBill, ...]:
        """Jobs that are done and that nothing was billed for as a whole, the longest done first.

        Of the latest :data:`WORKED_OUT` the sum is told where none was agreed on, too.
        """
        with self._workplace.reading() as session:
            rows = store.done_jobs(session)
            latest = {row.job for row in rows[-WORKED_OUT:]}
            asked = store.asked_in_advance(session)
            names = told_apart(session, (row.party for row in rows), revealable=actor.may_address)
            known = [(row, self._sum_of(session, row, works_out=row.job in latest)) for row in rows]
            return tuple(
                ToBill(
                    job=row.job,
                    number=row.number,
                    customer=row.party.customer,
                    name=names[row.party.customer],
                    work_kind=row.work_kind,
                    state=row.state,
                    done_on=row.done_on,
                    closing_day=row.closing_day,
                    drafted=row.drafted,
                    agreed_yen=None if isinstance(sum_, UnknownSum) else sum_,
                    asked_yen=asked.get(row.job, 0),
                    unknown=sum_ if isinstance(sum_, UnknownSum) else None,
                )
                for row, sum_ in known
            )

    def _sum_of(self, session: Session, row: store.DoneJob, *, works_out: bool) -> int | UnknownSum:
        """What was agreed on, else what the draft or the known prices come to, else why nobody knows."""
        if row.agreed_yen is not None:
            return row.agreed_yen
        if not works_out:
            return UnknownSum.NOT_WORKED_OUT
        return known_gross(self._workplace, session, job_store.job(session, row.job))

    @needs(Permission.BILL)
    def to_collect(self, actor: Actor) -> CashToCome:
        """The jobs whose cash may have been collected, though no payment tells of it."""
        with self._workplace.reading() as session:
            return CashToCome(*store.collecting(session))

    @nothing_without(Permission.BILL)
    def waiting(self, actor: Actor) -> BillingWaits:
        """How much waits for who keeps the books; nothing for others."""
        if not actor.may(Permission.BILL):
            return BillingWaits()
        with self._workplace.reading() as session:
            keepers = office.accounts_who_may(session, Permission.BILL)
            kept = {file: store.waiting_in(session, file, keepers, actor.account) for file in BillingFile}
            return BillingWaits(
                *store.how_many(session, self._workplace.today().isoformat()),
                in_files={file: count for file, count in kept.items() if count},
            )


def billed_works(session: Session, customer: int | None = None) -> dict[str, tuple[BilledWork, ...]]:
    """What each invoice with something open is for, by its record id, as lists may show it.

    Args:
        customer: primary key of whom alone is asked; None for everybody.
    """
    rows = store.works(session, customer)
    locked = suspension.locked_jobs(session, {row.job for row in rows})
    found: dict[str, list[BilledWork]] = {}
    for row in rows:
        town = "" if row.job in locked else masking.town(row.address).text
        found.setdefault(row.invoice, []).append(BilledWork(row.number, row.work_kind, row.on, town))
    return {invoice: tuple(works) for invoice, works in found.items()}


def _items(
    actor: Actor,
    session: Session,
    rows: Sequence[store.OpenRow],
    reminded_on: Mapping[str, str],
    works: Mapping[str, tuple[BilledWork, ...]],
) -> tuple[OpenItem, ...]:
    revealable = actor.may_address
    shown = [masking.name(row.party.name, row.party.organisation, revealable=revealable) for row in rows]
    alike = read_alike((row.party.customer, name.text) for row, name in zip(rows, shown, strict=True))
    places = additions(
        session, {row.party.customer for row, name in zip(rows, shown, strict=True) if name.text in alike}
    )
    replaced = invoices.replaced(session, [row.invoice for row in rows])

    def reminded(row: store.OpenRow) -> str:
        numbers = (row.number, *(number for _record, number in replaced.get(row.invoice, ())))
        return max(reminded_on.get(number, "") for number in numbers)

    return tuple(
        OpenItem(
            *(row.invoice, row.number, row.kind, row.state, row.party.customer),
            name,
            *(row.issued_on, row.due_on, row.gross, row.open_yen),
            reminded(row),
            works.get(row.invoice, ()),
            places.get(row.party.customer, ""),
        )
        for row, name in zip(rows, shown, strict=True)
    )
