"""What is said of an issued estimate that waits for its answer, where its job is about to be billed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.billing.estimates import EstimateRow, EstimateState
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.numbers import gross, yen


def awaited_estimates(ctx: DeskContext, job: str) -> tuple[EstimateRow, ...]:
    """A job's issued estimates that nobody answered yet; read on a worker thread.

    Empty for who may not see them.
    """
    if not ctx.actor.may(Permission.SEE_ALL_JOBS):
        return ()
    rows = ctx.office.estimates.of_job(ctx.actor, job)
    return tuple(row for row in rows if row.state is EstimateState.ISSUED)


def awaited_text(ctx: DeskContext, rows: Sequence[EstimateRow]) -> str:
    """That an invoice does not begin with them, and where their answer is noted; empty where none waits."""
    if not rows:
        return ""
    translate = QCoreApplication.translate
    said = translate(
        "AwaitedEstimates",
        "Estimate {estimates} is issued and not noted as accepted: this does not begin with it.",
    )
    alone = translate("AwaitedEstimates", "{number} ({yen})")
    in_advance = translate("AwaitedEstimates", "{number} ({yen}, of this in advance {deposit})")
    told = (
        (in_advance if row.deposit_yen else alone).format(
            number=row.number, yen=gross(row.sums.gross), deposit=yen(row.deposit_yen)
        )
        for row in rows
    )
    where = (
        translate(
            "AwaitedEstimates",
            "If the customer accepted it, note that first, at the job under “Estimates” by “Accepted…”.",
        )
        if ctx.actor.may(Permission.EDIT_JOBS)
        else translate(
            "AwaitedEstimates",
            "If the customer accepted it, ask the front desk to note that first, at the job’s “Estimates”.",
        )
    )
    return in_a_row(said.format(estimates="・".join(told)), where)
