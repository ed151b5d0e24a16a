"""The screens of billing: what is to bill and open, drafts, what was issued, closing days and settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.billing.agreed_sums import ADJUSTED_DOWN
from hvacdesk.domain.billing.estimates import EstimateRow, EstimateState
from hvacdesk.domain.billing.invoices import (
    InvoiceKind,
    InvoiceLineRecord,
    InvoiceRow,
    PageLack,
)
from hvacdesk.domain.billing.money import totals
from hvacdesk.domain.billing.open_items import ClosingPreview, ToBill
from hvacdesk.domain.billing.pay_terms import CarriedBalance, CarriedOn, PayTerms
from hvacdesk.domain.billing.payment_papers import ReminderTone
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.reminding import ReminderOrder
from hvacdesk.domain.billing.tax import TaxClass
from hvacdesk.domain.jobs.jobs import UNDER_WAY, JobState
from hvacdesk.domain.office.half_typed import DeletedMeanwhile, MovedElsewhere, SavedBefore
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from hvacdesk.services.undo import EditNamed, EditsStanding
from hvacdesk.store.billing import invoices as store
from hvacdesk.ui.billing.carried_on import lead_to_page
from hvacdesk.ui.billing.closing_look import ClosingLook
from hvacdesk.ui.billing.held_deposit_form import HeldDepositForm
from hvacdesk.ui.billing.invoice_acts import InvoiceActs
from hvacdesk.ui.billing.invoice_form import InvoiceForm
from hvacdesk.ui.billing.invoice_forms import ShareForm, VoidForm, void_warnings
from hvacdesk.ui.billing.invoices_tab import InvoicesTab
from hvacdesk.ui.billing.issue_preview import IssuePreview
from hvacdesk.ui.billing.issuing_form import _ask_deletion
from hvacdesk.ui.billing.lack_lines import lack_lines
from hvacdesk.ui.billing.terms_form import TermsForm
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.pages.billing import BillingPage
from hvacdesk.ui.widgets.numbers import yen
from tests.helpers.booked import book_another
from tests.helpers.screens import Screen
from tests.helpers.screens.stage import Stage

AWAITED = EstimateRow(
    *("e" * 32, "E2026-000006", 1, EstimateState.ISSUED, "2026-11-18", "2026-12-18"),
    totals([4_049_382, 36_494_760], 10, with_tax=False),
    1,
    deposit_yen=13_362_960,
)


def to_bill(stage: Stage) -> ToBill:
    """A job that is done and not billed; where there is none, one of the week is done now."""
    if not stage.office.open_items.to_bill(stage.actor):
        desk = replace(stage.actor, roles=frozenset({Role.OWNER}))
        week = stage.office.jobs.week(desk, date(2026, 11, 23))
        for row in [one for one in week if one.state in UNDER_WAY][:3]:
            stage.office.jobs.set_state(desk, row.job, JobState.DONE)
    return stage.office.open_items.to_bill(stage.actor)[0]


def draft(stage: Stage) -> str:
    """The draft of an invoice for such a job, with lines of every class of tax."""
    invoices, actor = stage.office.invoices, stage.actor
    made = invoices.draft(actor, to_bill(stage).job, InvoiceKind.WHOLE, stage.ctx.words)
    detail = invoices.detail(actor, made)
    (job,) = detail.row.jobs
    lines = (
        InvoiceLineRecord("標準取付工事", 2, "台", 16_500),
        InvoiceLineRecord("配管延長", 2.5, "m", 3_300),
        InvoiceLineRecord("お見舞いの茶菓", 1, "箱", 1_080, TaxClass.REDUCED),
        InvoiceLineRecord("家電リサイクル料金（立替）", 1, "台", 990, TaxClass.OUTSIDE),
        InvoiceLineRecord(stage.ctx.words(ADJUSTED_DOWN), 1, "式", -500, job=job),
    )
    record = replace(detail.record, lines=lines, remarks="振込手数料はご負担ください。")
    invoices.change(actor, made, detail.row.version, record)
    return made


def issued(stage: Stage) -> IssuedInvoice:
    """An issued invoice."""
    invoices, actor = stage.office.invoices, stage.actor
    made = draft(stage)
    return invoices.issue(actor, made, invoices.detail(actor, made).row.version, stage.ctx.words)


def row(stage: Stage) -> InvoiceRow:
    """The line of an issued invoice: the one that there is, or a new one."""
    there = stage.office.open_items.open(stage.actor)
    invoice = there[0].invoice if there else issued(stage).invoice
    return stage.office.invoices.detail(stage.actor, invoice).row


def page(stage: Stage, tab: str) -> QWidget:
    """The page with a tab in front."""
    shown = stage.go("billing", tab=tab)
    stage.calm()
    return shown


def to_bill_list(stage: Stage) -> QWidget:
    to_bill(stage)
    return page(stage, "to_bill")


def open_items(stage: Stage) -> QWidget:
    row(stage)
    return page(stage, "open_items")


def invoices(stage: Stage) -> QWidget:
    row(stage)
    return page(stage, "invoices")


def closing(stage: Stage) -> QWidget:
    """The customers of the jobs to bill, with the end of the month as their closing day."""
    to_bill(stage)
    for one in stage.office.open_items.to_bill(stage.actor):
        terms = PayTerms(31, 1, 31, carries_balance=True)
        agreed = stage.office.billing_terms.of_customer(stage.actor, one.customer)
        stage.office.billing_terms.change_customer(stage.actor, one.customer, agreed, terms)
    shown = page(stage, "closing")
    assert isinstance(stage.page, BillingPage)
    stage.page.closing.day.set_iso(date(2026, 11, 30).isoformat())
    stage.page.closing.refresh()
    stage.calm()
    return shown


def closing_issue(stage: Stage) -> QWidget:
    """The question before they are issued."""
    closing(stage)
    assert isinstance(stage.page, BillingPage)
    stage.page.closing.issue()
    stage.calm()
    return stage.dialog()


def closing_look(stage: Stage) -> QWidget:
    """The page of the first one, before it has a number."""
    closing(stage)
    assert isinstance(stage.page, BillingPage)
    view, office = stage.page.closing, stage.office
    seen = next(one for one in view.table.rows() if isinstance(one, ClosingPreview) and one.jobs)
    pdf = office.collective.look(stage.actor, seen, stage.ctx.words)
    warned = lack_lines(seen.lacks, stage.ctx.words)
    return stage.show(ClosingLook(view, seen, pdf, warned, view.open_jobs))


def closing_look_alone(stage: Stage) -> QWidget:
    """The same of a customer who owes something from before alone."""
    closing(stage)
    assert isinstance(stage.page, BillingPage)
    view, office = stage.page.closing, stage.office
    seen = next(one for one in view.table.rows() if isinstance(one, ClosingPreview) and one.jobs)
    pdf = office.collective.look(stage.actor, seen, stage.ctx.words)
    balance = CarriedBalance(former=81_400, received=30_000)
    alone = replace(seen, jobs=(), gross=0, alone=True, balance=balance)
    return stage.show(ClosingLook(view, alone, pdf))


def month(stage: Stage) -> QWidget:
    """A month with a sale and a payment."""
    row(stage)
    customer = stage.office.open_items.open(stage.actor)[0].customer
    book_another(
        stage.office.payments, stage.actor, customer, PaymentRecord("2026-11-20", 5_000, PaymentWay.CASH)
    )
    return page(stage, "month")


def invoices_tab(stage: Stage) -> QWidget:
    stage.go("schedule", job=row(stage).jobs[0])
    dialog = stage.dialog()
    assert isinstance(dialog, JobDialog)
    dialog.tabs.show_tab(dialog.tabs.stack.indexOf(dialog.invoices))
    stage.calm()
    return dialog


def invoice_draft(stage: Stage) -> QWidget:
    stage.go("schedule", job=to_bill(stage).job, invoice=draft(stage))
    stage.calm()
    return stage.dialog()


def invoice_free(stage: Stage) -> QWidget:
    """The draft of an invoice for a customer and no job."""
    stage.go("billing", invoice=free_draft(stage))
    stage.calm()
    return stage.dialog()


def free_draft(stage: Stage) -> str:
    """A saved draft for no job."""
    invoices, actor = stage.office.invoices, stage.actor
    made = invoices.draft_free(actor, to_bill(stage).customer)
    detail = invoices.detail(actor, made)
    lines = (InvoiceLineRecord("交換用フィルター", 2, "枚", 2_500),)
    invoices.change(actor, made, detail.row.version, replace(detail.record, lines=lines))
    return made


def customer_invoices(stage: Stage) -> QWidget:
    """A customer's invoices: one that was sent, and a draft without a job."""
    there = row(stage)
    stage.office.invoices.note_sent(stage.actor, there.invoice)
    stage.office.invoices.draft_free(stage.actor, there.customer)
    stage.ctx.rooms.open_customer_invoices(there.customer, "見本 ●●")
    stage.calm()
    return stage.dialog()


def carried_on(there: InvoiceRow) -> tuple[CarriedOn, ...]:
    """A page that carried an invoice over and can be issued again."""
    return (CarriedOn(there.invoice, "I2026-000003", 168_850, True),)


def invoice_void(stage: Stage) -> QWidget:
    """All that there may be to think of before an invoice is made void."""
    there = row(stage)
    detail = stage.office.invoices.detail(stage.actor, there.invoice)
    waiting = (InvoiceKind.CREDIT, InvoiceKind.WHOLE)
    told = replace(detail, waiting=waiting, again_yen=88_000, carried_on=carried_on(there))
    return stage.show(VoidForm(stage.ctx, there, in_books=True, warned=void_warnings(told)))


def carried_page(stage: Stage) -> QWidget:
    """The question whether the page that carried an invoice over is put right as well."""
    lead_to_page(stage.window, carried_on(row(stage)), lambda _invoice: None)
    return stage.dialog()


def draft_deletion(stage: Stage) -> QWidget:
    """The question before a draft is deleted in which somebody else has half typed something."""
    _ask_deletion(stage.window, lambda: None, others=True, own=True)
    return stage.dialog()


def draft_deleted(stage: Stage) -> QWidget:
    """The form of a draft that somebody else deleted."""
    form = invoice_free(stage)
    assert isinstance(form, InvoiceForm)
    form.draft._end(DeletedMeanwhile())
    stage.calm()
    return form


def saved_twice(stage: Stage) -> QWidget:
    """The question before a form is saved that was gone on with at another PC."""
    form = invoice_free(stage)
    assert isinstance(form, InvoiceForm)
    form.draft.asks_twice(MovedElsewhere(), lambda: None)
    return stage.dialog()


def saved_before(stage: Stage) -> QWidget:
    """The question before a form is saved that was saved, as nobody here heard."""
    form = invoice_free(stage)
    assert isinstance(form, InvoiceForm)
    form.draft.asks_twice(SavedBefore(at="2026-11-24 10:00"), lambda: None)
    return stage.dialog()


def share_awaited(stage: Stage) -> QWidget:
    """A deposit for a job of which an issued estimate waits for its answer."""
    form = stage.show(ShareForm(stage.ctx, to_bill(stage).job, InvoiceKind.DEPOSIT))
    form._say_awaited([AWAITED])
    stage.calm()
    return form


def invoice_issue(stage: Stage) -> QWidget:
    made = issued(stage)
    detail = stage.office.invoices.detail(stage.actor, made.invoice)
    said = (detail.name.text, yen(detail.row.sums.gross))
    lacks = lack_lines(tuple(PageLack), stage.ctx.words)
    return stage.show(IssuePreview(stage.window, made.pdf, said, lacks))


def invoice_acts(stage: Stage, invoice: str) -> InvoiceActs:
    """What can be done with an invoice, in its job's window."""
    stage.go("schedule", job=stage.office.invoices.detail(stage.actor, invoice).row.jobs[0])
    dialog = stage.dialog()
    assert isinstance(dialog, JobDialog)
    assert isinstance(dialog.invoices, InvoicesTab)
    return dialog.invoices.list.acts


def invoice_preview(stage: Stage) -> QWidget:
    made = issued(stage)
    invoice_acts(stage, made.invoice).show_issued(made)
    stage.calm()
    return stage.dialog()


def invoice_draft_shown(stage: Stage) -> QWidget:
    made = draft(stage)
    invoice_acts(stage, made).preview(stage.office.invoices.detail(stage.actor, made).row)
    stage.calm()
    return stage.dialog()


def booking_undone(stage: Stage) -> QWidget:
    """The question before the key takes back what was booked, once its notice is gone."""
    named = EditNamed(phrase("Undo", "Payment {number} of {name}, {yen}"), "P2026-000012", "田中 ●●", 18_150)
    stage.window.edits._undo_last(EditsStanding(1, 1, "", 0, named))
    return stage.dialog()


def invoice_shown_again(stage: Stage) -> QWidget:
    there = row(stage)  # another one would use up a job that the screens after it need
    invoice_acts(stage, there.invoice).show(there)
    stage.calm()
    return stage.dialog()


def reminder(stage: Stage) -> QWidget:
    """A customer with an overdue invoice, about which there was a letter before, to whom nothing is owed."""
    late = row(stage).invoice
    customer = next(one for one in stage.office.open_items.open(stage.actor) if one.invoice == late).customer
    with stage.office._workplace.transaction() as session:
        store.get(session, late).due_on = "2026-10-31"
    for left in stage.office.payments.of_customer(stage.actor, customer).payments:
        if left.credit:
            back = PaymentRecord("2026-11-20", -left.credit, PaymentWay.CASH)
            stage.office.payments.pay_back(stage.actor, left.payment, left.version, back)
    reminders = stage.office.payment_reminders
    if not reminders.offer(stage.actor, customer).letters:
        order = ReminderOrder(ReminderTone.SOFT, frozenset({late}), "2026-12-08")
        reminders.write(stage.actor, customer, order, stage.ctx.words)
    stage.go("billing", tab="open_items", remind=customer)
    stage.calm()
    return stage.dialog()


def held_deposit(stage: Stage, *, came: bool = True) -> QWidget:
    """A cancelled job whose deposit was received in two payments, or of which nothing came."""
    office, actor = stage.office, stage.actor
    if not [one for one in office.cancelled_deposits.held(actor) if bool(one.received) == came]:
        owner = replace(actor, roles=frozenset({Role.OWNER}))
        like = office.jobs.week(owner, office.today())[0].job
        record = office.jobs.record_for_edit(owner, like)
        job = office.jobs.add(owner, record)  # of its own: other screens bill those that there are
        made = office.invoices.draft(actor, job, InvoiceKind.DEPOSIT, stage.ctx.words)
        detail = office.invoices.detail(actor, made)
        asked = replace(detail.record, lines=(InvoiceLineRecord("着手金", 1, "式", 1_000),))
        issued = office.invoices.issue(actor, made, detail.row.version, stage.ctx.words, asked)
        row = office.invoices.detail(actor, issued.invoice).row
        for part in (300, row.open_yen - 300) if came else ():
            money = PaymentRecord(
                office.today().isoformat(), part, PaymentWay.BANK, allocations=((row.invoice, part),)
            )
            book_another(office.payments, actor, row.customer, money)
        office.jobs.set_state(owner, job, JobState.CANCELLED)
    held = [one for one in office.cancelled_deposits.held(actor) if bool(one.received) == came]
    stage.go("billing", tab="open_items", held=held[0].job)
    stage.calm()
    return stage.dialog()


def held_deposit_look(stage: Stage) -> QWidget:
    """The pages that a cancelled job's deposit ends with, before they are issued."""
    form = held_deposit(stage)
    assert isinstance(form, HeldDepositForm)
    form.what.setCurrentIndex(form.what.findData("keep"))
    form.fee.setText("300")
    form.save()
    stage.calm()
    return stage.dialog()


def facts(stage: Stage) -> QWidget:
    stage.go("billing", facts="yes")
    stage.calm()
    return stage.dialog()


BILLING = (
    Screen("billing-to-bill", to_bill_list, Role.ACCOUNTING),
    Screen("billing-open", open_items, Role.ACCOUNTING),
    Screen("billing-open-desk", lambda stage: page(stage, "open_items")),
    Screen("billing-invoices", invoices, Role.ACCOUNTING),
    Screen("billing-closing", closing, Role.ACCOUNTING),
    Screen("closing-issue", closing_issue, Role.ACCOUNTING),
    Screen("closing-look", closing_look, Role.ACCOUNTING),
    Screen("closing-look-alone", closing_look_alone, Role.ACCOUNTING),
    Screen("invoices", invoices_tab, Role.ACCOUNTING),
    Screen("invoice-draft", invoice_draft, Role.ACCOUNTING),
    Screen("invoice-draft-shown", invoice_draft_shown, Role.ACCOUNTING),
    Screen("invoice-free", invoice_free, Role.ACCOUNTING),
    Screen("customer-invoices", customer_invoices, Role.ACCOUNTING),
    Screen("invoice-issue", invoice_issue, Role.ACCOUNTING),
    Screen("invoice-preview", invoice_preview, Role.ACCOUNTING),
    Screen("booking-undone", booking_undone, Role.ACCOUNTING),
    Screen("invoice-shown-again", invoice_shown_again, Role.ACCOUNTING),
    Screen(
        "invoice-share",
        lambda stage: stage.show(ShareForm(stage.ctx, to_bill(stage).job, InvoiceKind.DEPOSIT)),
        Role.ACCOUNTING,
    ),
    Screen("invoice-share-awaited", share_awaited, Role.ACCOUNTING),
    Screen("invoice-void", invoice_void, Role.ACCOUNTING),
    Screen("invoice-carried-page", carried_page, Role.ACCOUNTING),
    Screen("invoice-draft-deletion", draft_deletion, Role.ACCOUNTING),
    Screen("invoice-draft-deleted", draft_deleted, Role.ACCOUNTING),
    Screen("invoice-saved-twice", saved_twice, Role.ACCOUNTING),
    Screen("invoice-saved-before", saved_before, Role.ACCOUNTING),
    Screen(
        "pay-terms",
        lambda stage: stage.show(
            TermsForm(
                stage.ctx, to_bill(stage).customer, "見本 ●●", PayTerms(20, 1, 10, carries_balance=True)
            )
        ),
        Role.ACCOUNTING,
    ),
    Screen("billing-month", month, Role.ACCOUNTING),
    Screen("payment-reminder", reminder, Role.ACCOUNTING),
    Screen("billing-facts", facts, Role.OWNER),
    Screen("held-deposit", held_deposit, Role.ACCOUNTING),
    Screen("held-deposit-look", held_deposit_look, Role.ACCOUNTING),
    Screen("held-deposit-unpaid", lambda stage: held_deposit(stage, came=False), Role.ACCOUNTING),
)
