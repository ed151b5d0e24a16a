"""From a duty to its work, in one click."""

from __future__ import annotations

from collections.abc import Callable

from hvacdesk.domain.calendar.reminders import REMINDER_DUTIES
from hvacdesk.domain.oversight.duties import Duty, DutyKind
from hvacdesk.ui.context import DeskContext

Opening = Callable[[DeskContext, Duty], None]


def _section(name: str, argument: str = "") -> Opening:
    """Opens a section of the safeguards, with the duty's record where the section takes one."""

    def go(ctx: DeskContext, duty: Duty) -> None:
        about = {argument: duty.record} if argument and duty.record else {}
        ctx.navigate("safeguards", section=name, **about)

    return go


def _page(name: str, **arguments: str) -> Opening:
    return lambda ctx, _duty: ctx.navigate(name, **arguments)


def _rules(ctx: DeskContext, duty: Duty) -> None:
    """One's own text; for what a colleague has not read, the tab with everybody's state."""
    about = {"tab": "rules", "text": duty.record} if duty.record else {"tab": "standing"}
    ctx.navigate("rules", **about)


def _training(ctx: DeskContext, duty: Duty) -> None:
    """One's own training has no name to it, a colleague's has."""
    ctx.navigate("rules", tab="standing" if duty.about else "training")


def _reminders(ctx: DeskContext, duty: Duty) -> None:
    """The list of reminders, of this kind alone."""
    ctx.navigate("schedule", reminders=duty.record)


OPENINGS: dict[DutyKind, Opening] = {
    DutyKind.RULES: _rules,
    DutyKind.TRAINING: _training,
    DutyKind.PARTNER_CHECK: _section("partners", "firm"),
    DutyKind.HANDOVER: lambda ctx, duty: ctx.navigate("safeguards", section="partners", ledger=duty.about),
    DutyKind.CLIENT_DATA: lambda ctx, duty: ctx.navigate("safeguards", section="partners", client=duty.about),
    DutyKind.MANIFEST_SLIP: lambda ctx, duty: ctx.navigate("schedule", job=duty.record),
    DutyKind.REQUEST: _section("requests", "request"),
    DutyKind.INCIDENT_CLIENT: _section("leaks", "incident"),
    DutyKind.INCIDENT_PRELIMINARY: _section("leaks", "incident"),
    DutyKind.INCIDENT_FINAL: _section("leaks", "incident"),
    DutyKind.PREVENTION: _section("leaks", "incident"),
    DutyKind.ACCESS_REVIEW: _section("access", "month"),
    DutyKind.REPORT: _section("reports", "report"),
    DutyKind.DISPOSAL: _page("disposal", review="yes"),
    DutyKind.CERTIFICATE: lambda ctx, duty: ctx.navigate("disposal", batch=duty.record),
    DutyKind.BACKUP_DRILL: lambda ctx, _duty: ctx.navigate("safeguards", section="duties", drill="yes"),
    DutyKind.RECOVERY_SHEET: _page("settings", tab="keys"),
    DutyKind.OUTSIDE_LIST: _page("today"),
    DutyKind.PARTNER_ORDER: lambda ctx, duty: ctx.navigate(
        "safeguards", section="partners", order_for=duty.about
    ),
    DutyKind.PARTNER_PAYMENT: _section("partners", "order"),
    DutyKind.VISIT_PAPER: lambda ctx, duty: ctx.navigate("schedule", job=duty.record),
    **dict.fromkeys(REMINDER_DUTIES.values(), _reminders),
    DutyKind.PAPERS: _page("work_orders", copies="yes"),
}
"""What each kind of duty opens."""


def open_duty(ctx: DeskContext, duty: Duty) -> None:
    """Bring the duty's work to the front."""
    OPENINGS[duty.kind](ctx, duty)
