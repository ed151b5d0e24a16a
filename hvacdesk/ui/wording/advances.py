"""What is said of the money that came in before a job's work, where the job is about to be cancelled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.billing.open_items import AdvancePart
from hvacdesk.domain.roles import Permission
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.numbers import yen
from hvacdesk.ui.wording.payments import paid_text

Advances = tuple[AdvancePart, ...] | None
"""What came in before a job's work; None for who may not see it."""


def read_advances(ctx: DeskContext, job: str) -> Advances:
    """Read it, on a worker thread."""
    if not ctx.actor.may(Permission.SEE_BILLING):
        return None
    return ctx.office.cancelled_deposits.in_advance(ctx.actor, job)


def advance_lines(ctx: DeskContext, parts: Advances) -> list[str]:
    """What is said of it, and where it is seen to once the job is cancelled."""
    return _told(parts or (), bills=ctx.actor.may(Permission.BILL))


def _told(parts: Sequence[AdvancePart], *, bills: bool) -> list[str]:
    """``bills``: whether the reader sees to it."""
    translate = QCoreApplication.translate
    deposits = [one for one in parts if one.kind is InvoiceKind.DEPOSIT]
    others = [one for one in parts if one.kind is not InvoiceKind.DEPOSIT]
    told = []
    if any(one.received for one in deposits):
        said = translate(
            "CancelQuestion",
            "Deposit: {paid} ({numbers}). It is to be paid back, or kept as cancellation fee.",
        )
        told.append(said.format(paid=_paid(deposits), numbers=_numbers(deposits)))
    if unpaid := sum(one.asked - one.received for one in deposits):
        said = translate(
            "CancelQuestion",
            "{yen} of the deposit invoice are not paid ({numbers}). They are to be taken back.",
        )
        told.append(said.format(yen=yen(unpaid), numbers=_numbers(deposits)))
    if deposits:
        told.append(
            translate(
                "CancelQuestion",
                "Once it is cancelled, go to “Billing”, “Open”, and say there what becomes of it by "
                "“Deposit of a cancelled job…”.",
            )
            if bills
            else translate(
                "CancelQuestion",
                "Tell accounting or the person responsible: they say under “Billing”, “Open” what "
                "becomes of it.",
            )
        )
    if others:
        said = translate(
            "CancelQuestion",
            "Part invoices ({numbers}) stay as they are: {asked} asked for, {paid}. If they are not for work "
            "that was done, they are taken back by “Put right…”, “Credit note…”.",
        )
        asked = sum(one.asked for one in others)
        told.append(said.format(numbers=_numbers(others), asked=yen(asked), paid=_paid(others)))
    return told


def _paid(parts: Sequence[AdvancePart]) -> str:
    return paid_text(
        sum(one.received for one in parts),
        sum(one.received_fees for one in parts),
        sum(one.received_set_off for one in parts),
    )


def _numbers(parts: Sequence[AdvancePart]) -> str:
    return "・".join(one.number for one in parts)
