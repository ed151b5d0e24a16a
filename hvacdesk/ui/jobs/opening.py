"""Opening jobs from any page: the detail, the booking form, a new booking."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hvacdesk.domain.customers.customers import CustomerDetail
from hvacdesk.domain.jobs.jobs import JobDetail, JobRecord, Party, WorkKind
from hvacdesk.domain.requests.suspension import CustomerSuspended
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.jobs.form import JobForm, changing
from hvacdesk.ui.widgets.errors import show_error
from hvacdesk.ui.widgets.in_front import in_front

Finished = Callable[[], object]
NO_FORMS: Mapping[str, str] = {}


FORMS: Mapping[str, Callable[[JobDialog, str], object]] = {
    "results": lambda dialog, _yes: dialog.type_in_results(),
    "survey": lambda dialog, _yes: dialog.record_survey(),
    "estimates": lambda dialog, estimate: dialog.write_estimate(estimate),
    "invoice": lambda dialog, invoice: dialog.write_invoice(invoice),
    "invoices": lambda dialog, _yes: dialog.show_invoices(),
    "share": lambda dialog, _yes: dialog.ask_share(),
    "accepted": lambda dialog, estimate: dialog.accept_estimate(estimate),
    "event": lambda dialog, step: dialog.reopen_event(step),
    "visit": lambda dialog, _yes: dialog.record_visit(),
    "fax": lambda dialog, _yes: dialog.send_fax(),
}
"""The forms that a job's page opens by themselves, by the argument that asks for each."""


def open_job(ctx: DeskContext, job: str, forms: Mapping[str, str] = NO_FORMS) -> None:
    """Show one job; one that is in front already stays the only one.

    Args:
        forms: of :data:`FORMS`, which to open too, and what for.
    """
    background.ask(ctx.window, lambda: ctx.office.jobs.detail(ctx.actor, job)).then(
        lambda detail: _show(ctx, detail, forms)
    )


def _show(ctx: DeskContext, detail: JobDetail, forms: Mapping[str, str]) -> None:
    dialog = in_front(JobDialog, lambda one: one.detail.row.job == detail.row.job)
    if dialog is None:
        dialog = JobDialog(ctx, detail)
        dialog.edit_wanted.connect(lambda now: _edit(ctx, now))
        dialog.open()
    for name, argument in forms.items() if not detail.row.suspended else ():
        FORMS[name](dialog, argument)


def edit_job(ctx: DeskContext, job: str, *, lacks_price: bool = False) -> None:
    """Open the booking form of a job without showing the job first, perhaps at its missing price."""
    background.ask(ctx.window, lambda: ctx.office.jobs.detail(ctx.actor, job)).then(
        lambda detail: _edit(ctx, detail, lacks_price=lacks_price)
    )


def _edit(ctx: DeskContext, detail: JobDetail, *, lacks_price: bool = False) -> None:
    background.ask(ctx.window, lambda: ctx.office.jobs.record_for_edit(ctx.actor, detail.row.job)).then(
        lambda record: _open_form(ctx, detail, record, lacks_price=lacks_price)
    )


def _open_form(ctx: DeskContext, detail: JobDetail, record: JobRecord, *, lacks_price: bool) -> None:
    changing(ctx, detail, record, lacks_price=lacks_price).open()


def open_booking(
    ctx: DeskContext,
    customer: CustomerDetail,
    finished: Finished | None = None,
    *,
    on: str = "",
    reported: str = "",
    kind: WorkKind | None = None,
) -> None:
    """Book a job for a customer, unless the use of their data is suspended, which is said then.

    Args:
        on: the day that the form begins with.
        reported: what the customer said on the phone, to be gone over in the form.
        kind: the work that the form begins with; None for the one that it begins with anyhow.
    """
    if customer.suspended_on:  # before anything is typed that could not be saved
        show_error(ctx.window, CustomerSuspended())
        return
    name = f"{customer.name.text}  {customer.number}"
    form = JobForm(ctx, {Party.REQUESTER: (customer.customer, name)}, kind=kind, on=on)
    form.offer_report(reported)
    if finished is not None:
        form.saved.connect(lambda _job: finished())
    form.open()
