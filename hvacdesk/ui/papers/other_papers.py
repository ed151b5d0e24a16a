"""Papers beside the work order, offered in a menu of a job or a customer: slip, label, envelope, FAX."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QMenu, QWidget

from hvacdesk.domain.customers.customers import CustomerDetail
from hvacdesk.domain.jobs.jobs import JobRow, JobState
from hvacdesk.domain.papers.register import IssuedPaper
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.text.wording import phrase
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.papers.fax_dialog import FaxDialog
from hvacdesk.ui.papers.label_dialog import LabelDialog

_LABEL = phrase("Other papers", "Address label…")
_ENVELOPE = phrase("Other papers", "Envelope…")
_ENVELOPE_PRIVATE = phrase("Other papers", "Envelope, private and confidential…")
_MENU = phrase("Other papers", "Other papers")
_SLIP = phrase("Other papers", "Contact slip…")
_FAX = phrase("Other papers", "FAX to the partner firm…")
_NO_FAX_FIRM = phrase("Other papers", "FAX to the partner firm: no firm does this job")
_NO_SLIP_CANCELLED = phrase("Other papers", "Contact slip: the job is cancelled")
_NO_FAX_CANCELLED = phrase("Other papers", "FAX to the partner firm: the job is cancelled")
_FAX_BY_JOB = phrase("Other papers", "FAX to the partner firm: from the job, “Other papers”")
_SLIP_NO = phrase("Other papers", "Contact slip {number}")
_SLIP_NOTE = phrase(
    "Other papers",
    "It shows the job's number, the phone number, the time and who goes, but no name or address. Shred it "
    "on the day of the work.",
)
_ENVELOPE_NO = phrase("Other papers", "Envelope {number}")
_ENVELOPE_NOTE = phrase(
    "Other papers",
    "Long envelope no. 3, 120 × 235 mm. Feed it as the printer's own picture shows, the flap at the top.",
)


def add_customer_papers(menu: QMenu, ctx: DeskContext, customer: CustomerDetail) -> None:
    """Offer label and envelope to a customer."""
    if not ctx.actor.may_address:
        return
    shown = f"{customer.name.text}  {customer.number}"
    menu.addAction(ctx.words(_LABEL), lambda: LabelDialog(ctx, {customer.customer: shown}).open())
    offer_envelopes(menu, ctx, customer.customer)
    if ctx.actor.may(Permission.ISSUE_WORK_ORDERS):
        menu.addAction(ctx.words(_FAX_BY_JOB)).setEnabled(False)


def offer_job_papers(ctx: DeskContext, anchor: QWidget, row: JobRow) -> QMenu:
    """Offer what belongs to a job, below a button."""
    menu = QMenu(anchor)
    menu.setAccessibleName(ctx.words(_MENU))
    if ctx.actor.may(Permission.ISSUE_WORK_ORDERS) and ctx.actor.may(Permission.REVEAL_CONTACT):
        if row.state is JobState.CANCELLED:
            menu.addAction(ctx.words(_NO_SLIP_CANCELLED)).setEnabled(False)
        else:
            menu.addAction(ctx.words(_SLIP), lambda: print_slip(ctx, row))
    if ctx.actor.may(Permission.ISSUE_WORK_ORDERS):
        _offer_fax(menu, ctx, row)
    if ctx.actor.may_address:
        shown = f"{row.name.text}  {row.customer_number}"
        menu.addAction(ctx.words(_LABEL), lambda: LabelDialog(ctx, {row.customer: shown}).open())
        offer_envelopes(menu, ctx, row.customer)
    first = next((action for action in menu.actions() if action.isEnabled()), None)
    if first is not None:
        menu.setActiveAction(first)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))
    return menu


def _offer_fax(menu: QMenu, ctx: DeskContext, row: JobRow) -> None:
    """Where none can be sent, the entry says why: nobody should look for it elsewhere."""
    if row.state is JobState.CANCELLED:
        menu.addAction(ctx.words(_NO_FAX_CANCELLED)).setEnabled(False)
    elif not row.partner_firm:
        menu.addAction(ctx.words(_NO_FAX_FIRM)).setEnabled(False)
    else:
        menu.addAction(ctx.words(_FAX), lambda: FaxDialog(ctx, row).open())


def print_slip(ctx: DeskContext, row: JobRow) -> None:
    """Register and show a contact slip."""

    def show(issued: IssuedPaper) -> None:
        from hvacdesk.ui.printing.paper_preview import PaperPreview  # loads Qt's PDF and printing modules

        document = ctx.words(_SLIP_NO).format(number=issued.papers[0].number)
        note = ctx.words(_SLIP_NOTE)
        PaperPreview(ctx, issued.papers, issued.pdf, document, note=note).open()

    background.ask(
        ctx.window, lambda: ctx.office.other_papers.contact_slip(ctx.actor, row.job, ctx.words)
    ).then(show)


def offer_envelopes(menu: QMenu, ctx: DeskContext, customer: str) -> None:
    """Offer an envelope, and one that only the addressee is to open."""
    menu.addAction(ctx.words(_ENVELOPE), lambda: print_envelope(ctx, customer))
    menu.addAction(ctx.words(_ENVELOPE_PRIVATE), lambda: print_envelope(ctx, customer, confidential=True))


def print_envelope(ctx: DeskContext, customer: str, *, confidential: bool = False) -> None:
    """Register and show an envelope to a customer, marked 親展 if ``confidential``."""

    def show(issued: IssuedPaper) -> None:
        from hvacdesk.ui.printing.paper_preview import PaperPreview  # loads Qt's PDF and printing modules

        document = ctx.words(_ENVELOPE_NO).format(number=issued.papers[0].number)
        note = ctx.words(_ENVELOPE_NOTE)
        preview = PaperPreview(ctx, issued.papers, issued.pdf, document, note=note)
        preview.paper = QPageSize.PageSizeId.EnvelopeChou3
        preview.open()

    background.ask(
        ctx.window,
        lambda: ctx.office.other_papers.envelope(ctx.actor, customer, ctx.words, confidential=confidential),
    ).then(show)
