"""What can be done with an invoice, wherever it is listed: opened, shown, sent, paid, credited, replaced."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from hvacdesk.domain.billing.filed_documents import END_MARKS
from hvacdesk.domain.billing.invoices import (
    IN_ADVANCE,
    STANDING,
    InvoiceDetail,
    InvoiceKind,
    InvoiceRow,
    InvoiceState,
    invoice_state_name,
)
from hvacdesk.domain.billing.pay_terms import CarriedOn
from hvacdesk.domain.billing.payments import PaymentRow
from hvacdesk.domain.billing.receipts import ReceiptRow
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.exchange.outside_lists import SavedDocument
from hvacdesk.domain.papers.register import PaperKind
from hvacdesk.domain.papers.shown import DrawnAt, ShownPages
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from hvacdesk.ui import background
from hvacdesk.ui.billing.carried_on import lead_to_page
from hvacdesk.ui.billing.document_saving import offer_saving
from hvacdesk.ui.billing.filed_preview import show_filed, show_for_nobody
from hvacdesk.ui.billing.invoice_form import InvoiceForm
from hvacdesk.ui.billing.invoice_forms import ShareForm, VoidForm, void_warnings
from hvacdesk.ui.billing.issuing_form import ask_deletion
from hvacdesk.ui.billing.payment_form import open_payment
from hvacdesk.ui.billing.receipt_form import open_receipt
from hvacdesk.ui.billing.receipt_page import open_receipt_page
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.printing.still_so import marked
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.folding_row import below
from hvacdesk.ui.widgets.numbers import yen

_Receipts = tuple[tuple[PaymentRow, ReceiptRow | None], ...]

TONES: dict[InvoiceState, Tone] = {
    InvoiceState.DRAFT: Tone.NEUTRAL,
    InvoiceState.ISSUED: Tone.INFO,
    InvoiceState.SENT: Tone.INFO,
    InvoiceState.SETTLED: Tone.GOOD,
    InvoiceState.VOID: Tone.NEUTRAL,
    InvoiceState.REPLACED: Tone.NEUTRAL,
    InvoiceState.CORRECTED: Tone.NEUTRAL,
}


def state_chip(ctx: DeskContext, row: InvoiceRow) -> ChipValue:
    """The state in words, with its tone."""
    if row.part_paid:
        return ChipValue(QCoreApplication.translate("InvoiceActs", "Paid in part"), Tone.WARN)
    said = invoice_state_name(row.kind, row.state, paid_back=row.paid_back, set_off=row.set_off)
    return ChipValue(ctx.words(said), Tone.NEUTRAL if row.set_off else TONES[row.state])


def can_be_put_right(row: InvoiceRow) -> bool:
    """Whether a credit note, a reissue or voiding can come into question at all."""
    return row.state in STANDING and row.kind is not InvoiceKind.CREDIT


def can_be_paid(row: InvoiceRow) -> bool:
    """Whether a payment can be booked for it."""
    return row.state in STANDING and row.open_yen > 0


def can_have_receipt(row: InvoiceRow) -> bool:
    """Whether a payment came in for it, for which there is a receipt or can be one."""
    return row.paid_yen > 0 and row.kind is not InvoiceKind.CREDIT


def receipt_label() -> str:
    """What the button is called that leads to the receipts of its payments."""
    return QCoreApplication.translate("InvoiceActs", "Receipt…")


def pay_label() -> str:
    """What the button is called that books a payment."""
    return QCoreApplication.translate("InvoiceActs", "Book a payment…")


def put_right_label() -> str:
    """What the button is called that offers the ways."""
    return QCoreApplication.translate("InvoiceActs", "Put right…")


def open_where_it_belongs(ctx: DeskContext, row: InvoiceRow, name: str) -> None:
    """Show an invoice among those of its job, of several the first one; without one, of its customer."""
    if row.jobs:
        ctx.rooms.open_invoices(row.jobs[0])
    else:
        ctx.rooms.open_customer_invoices(row.customer, name)


class InvoiceActs:
    """The acts, in the name of a widget that is told if one of them fails.

    Args:
        owner: the widget that asks.
    """

    def __init__(self, ctx: DeskContext, owner: QWidget) -> None:
        self._ctx, self._owner = ctx, owner

    def bill(self, job: str) -> None:
        """Open the draft of a job's next invoice over what is in front, which is there again afterwards."""
        ctx = self._ctx

        def found() -> tuple[InvoiceKind, tuple[InvoiceRow, ...], int]:
            invoices = ctx.office.invoices
            basis = invoices.basis(ctx.actor, job)
            return basis.kind, invoices.of_job(ctx.actor, job), basis.deposit_percent

        background.ask(self._owner, found).then(lambda told: self.draft_next(job, *told))

    def draft_next(
        self, job: str, kind: InvoiceKind, rows: Sequence[InvoiceRow], deposit_percent: int
    ) -> None:
        """Open the draft that is among a job's invoices, or make the one that comes next and open it."""
        ctx = self._ctx
        waiting = next((row for row in rows if row.state is InvoiceState.DRAFT), None)
        if waiting is not None:
            self.open_draft(waiting.invoice)
        elif kind in IN_ADVANCE:
            self.ask_share(job, kind, deposit_percent)
        else:
            self._draft(partial(ctx.office.invoices.draft, ctx.actor, job, kind, ctx.words))

    def ask_share(self, job: str, kind: InvoiceKind, deposit_percent: int) -> None:
        """Ask what share of the whole is asked for in advance, and open the draft.

        Args:
            deposit_percent: as it was agreed on; 0 where it was not.
        """
        kind = kind if kind in IN_ADVANCE else InvoiceKind.DEPOSIT
        form = ShareForm(self._ctx, job, kind, deposit_percent)
        form.saved.connect(lambda invoice: self.open_draft(str(invoice)))
        form.open()

    def open_draft(self, invoice: str) -> None:
        """Open the form of a draft."""
        ctx = self._ctx
        background.ask(self._owner, lambda: ctx.office.invoices.detail(ctx.actor, invoice)).then(
            self._open_form
        )

    def _open_form(self, detail: InvoiceDetail) -> None:
        form = InvoiceForm(self._ctx, detail)
        form.saved.connect(lambda issued: self.show_issued(issued, form.carried_on))
        form.open()

    def show_issued(self, issued: object, carried_on: Sequence[CarriedOn] = ()) -> None:
        """Show what was just issued, to be printed or saved; nothing for a draft that was saved alone.

        Args:
            carried_on: pages that are not right any more by it: of these one is led to afterwards.
        """
        if not isinstance(issued, IssuedInvoice):
            return
        from hvacdesk.ui.printing.paper_preview import PaperPreview  # loads Qt's PDF and printing modules

        stays = QCoreApplication.translate(
            "InvoiceActs", "The invoice itself stays issued, and can be shown and printed later."
        )
        preview = PaperPreview(
            self._ctx,
            (issued.paper,),
            issued.pdf,
            _title(issued.number),
            unprinted=stays,
        )
        offer_saving(self._ctx, preview, partial(self._copy, issued.document), issued.number)
        window = self._ctx.window
        preview.finished.connect(lambda _end: lead_to_page(window, carried_on, self._reissue))
        preview.open()

    def preview(self, row: InvoiceRow) -> None:
        """Show how a draft would look."""
        ctx, job = self._ctx, row.jobs[0] if len(row.jobs) == 1 else ""
        title = QCoreApplication.translate("InvoiceActs", "Draft of an invoice")
        label = QCoreApplication.translate("InvoiceActs", "Draft")

        def show(drawn: DrawnAt, pdf: bytes) -> None:
            shown = ShownPages(customers=(row.customer,), draft=row.invoice, drawn=drawn)
            show_for_nobody(ctx, title, pdf, PaperKind.INVOICE, shown, label, job)

        draw = marked(ctx, lambda: ctx.office.invoices.preview(ctx.actor, row.invoice, ctx.words))
        background.ask(self._owner, draw).then(lambda made: show(*made))

    def show(self, row: InvoiceRow) -> None:
        """Show the document as it was issued."""
        ctx = self._ctx

        def filed() -> tuple[InvoiceRow, str, bytes]:
            detail = ctx.office.invoices.detail(ctx.actor, row.invoice)
            if not detail.documents:  # it was billed elsewhere
                raise RecordGone
            document = detail.documents[0]
            return detail.row, document, ctx.office.invoices.document(ctx.actor, document, ctx.words)

        def shown(found: InvoiceRow, document: str, pdf: bytes) -> None:
            title = _title(found.number)
            ended = END_MARKS.get(found.state)
            if ended is not None:
                said = QCoreApplication.translate("InvoiceActs", "{invoice}: {state}")
                title = said.format(
                    invoice=title, state=ctx.words(invoice_state_name(found.kind, found.state))
                )
            preview = show_filed(ctx, title, pdf, {document: found.number}, ended=ended is not None)
            if ended is not None:
                preview.add_warning(
                    QCoreApplication.translate(
                        "InvoiceActs",
                        "It does not stand any more. What is printed or saved from here is a copy on which "
                        "“{mark}” stands across each page; what was filed stays as it was issued.",
                    ).format(mark=ctx.words(ended))
                )
            offer_saving(ctx, preview, partial(self._copy, document), found.number)

        background.ask(self._owner, filed).then(lambda found: shown(*found))

    def _copy(self, document: str) -> SavedDocument:
        return self._ctx.office.filed_invoices.save_copy(self._ctx.actor, document, self._ctx.words)

    def note_sent(self, row: InvoiceRow) -> None:
        """Note that it went to the customer today."""
        ctx = self._ctx
        self._do(lambda: ctx.office.invoices.note_sent(ctx.actor, row.invoice))

    def not_sent(self, row: InvoiceRow) -> None:
        """Note that it did not go to the customer after all."""
        ctx = self._ctx
        self._do(lambda: ctx.office.invoices.not_sent(ctx.actor, row.invoice))

    def pay(self, row: InvoiceRow, name: str = "") -> None:
        """Book a payment of whom it asks, for this invoice first.

        Args:
            name: the customer as the list shows them; where it shows none, the invoice's number is named.
        """
        open_payment(self._owner, self._ctx, row.customer, name or row.number, invoice=row.invoice)

    def receipt(self, row: InvoiceRow, below: QWidget | None = None) -> None:
        """Make out the receipt for what came in for it, or show the one that was; of several a menu asks.

        Args:
            below: where the menu opens; else at the button in use.
        """
        ctx, anchor = self._ctx, self._anchor(below)

        def read() -> tuple[_Receipts, dict[str, str]]:
            found = ctx.office.receipts.of_invoice(ctx.actor, row.invoice)
            return found, {one.account: one.name for one in ctx.office.jobs.staff(ctx.actor)}

        background.ask(self._owner, read).then(lambda found: self._offer_receipts(row, anchor, *found))

    def _offer_receipts(
        self, row: InvoiceRow, anchor: QWidget, found: _Receipts, names: Mapping[str, str]
    ) -> None:
        translate = QCoreApplication.translate
        if not found:
            said = translate("InvoiceActs", "No money came in for {number}, so there is no receipt for it.")
            self._ctx.notify(said.format(number=row.number))
            return
        if len(found) == 1:
            self._open_receipt(*found[0], names)
            return
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for payment, receipt in found:
            said = translate("InvoiceActs", "{day}  {yen}: make out a receipt…")
            if receipt is not None:
                said = translate("InvoiceActs", "{day}  {yen}: receipt {number}")
            number = receipt.number if receipt is not None else ""
            told = said.format(day=day_text(payment.received_on), yen=yen(payment.yen), number=number)
            menu.addAction(told, partial(self._open_receipt, payment, receipt, names))
        self._pop_up(menu, anchor)

    def _open_receipt(
        self, payment: PaymentRow, receipt: ReceiptRow | None, names: Mapping[str, str]
    ) -> None:
        if receipt is None:
            open_receipt(self._owner, self._ctx, payment)
        else:
            open_receipt_page(self._owner, self._ctx, receipt, names.get(receipt.holder, ""))

    def credit(self, row: InvoiceRow) -> None:
        """Make a credit note about it, and open its draft."""
        ctx = self._ctx
        self._draft(partial(ctx.office.invoices.credit, ctx.actor, row.invoice, ctx.words))

    def reissue(self, row: InvoiceRow) -> None:
        """Make a draft that takes its place, and open that."""
        self._reissue(row.invoice)

    def _reissue(self, invoice: str) -> None:
        ctx = self._ctx
        self._draft(partial(ctx.office.invoices.reissue, ctx.actor, invoice))

    def void(self, row: InvoiceRow) -> None:
        """Ask, and make it void."""
        ctx = self._ctx

        def opened(detail: InvoiceDetail) -> None:
            form = VoidForm(ctx, detail.row, in_books=detail.in_books, warned=void_warnings(detail))
            form.saved.connect(lambda _void: lead_to_page(ctx.window, detail.carried_on, self._reissue))
            form.open()

        background.ask(self._owner, lambda: ctx.office.invoices.detail(ctx.actor, row.invoice)).then(opened)

    def offer_corrections(self, row: InvoiceRow, below: QWidget | None = None) -> None:
        """Offer the ways to put an issued invoice right, in a menu below what asks: the button in use."""
        anchor = self._anchor(below)
        if row.open_yen == row.sums.gross:
            self._offer(row, anchor, "")
            return
        ctx = self._ctx
        background.ask(self._owner, lambda: ctx.office.payments.received(ctx.actor, [row.invoice])).then(
            lambda received: self._offer(row, anchor, _why_credit_alone(paid=bool(received)))
        )

    def _offer(self, row: InvoiceRow, anchor: QWidget, why: str) -> None:
        """Show the ways; ``why`` says why a credit note is the only one, empty where it is not."""
        translate = QCoreApplication.translate
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        credit = menu.addAction(translate("InvoiceActs", "Credit note…"), partial(self.credit, row))
        credit.setEnabled(row.sums.gross > 0)  # a page for the balance alone asks for nothing
        ways = (
            (translate("InvoiceActs", "Put right and issue again…"), self.reissue),
            (translate("InvoiceActs", "Void…"), self.void),
        )
        for text, act in ways:
            menu.addAction(text, partial(act, row)).setEnabled(not why)
        if why:
            menu.addAction(why).setEnabled(False)
        self._pop_up(menu, anchor)

    def _anchor(self, below: QWidget | None) -> QWidget:
        """What a menu opens below: what was named, else the button in use."""
        asked = below or QApplication.focusWidget()
        return asked if asked is not None and self._owner.isAncestorOf(asked) else self._owner

    def _pop_up(self, menu: QMenu, anchor: QWidget) -> None:
        if not isValid(anchor):  # the list was read again meanwhile, and its buttons with it
            anchor = self._owner
        menu.popup(below(anchor))

    def drop(self, row: InvoiceRow) -> None:
        """Delete a draft, after a question where somebody entered something in it."""
        ctx = self._ctx
        work = partial(ctx.office.invoices.drop, ctx.actor, row.invoice, row.version)
        ask_deletion(self._owner, ctx, row.invoice, lambda: self._do(work), entered=row.version > 1)

    def _do(self, work: Callable[[], object]) -> None:
        """Change something; the lists are read again by the notice of the change."""
        background.ask(self._owner, work).then(lambda _done: None)

    def _draft(self, make: partial[str]) -> None:
        background.ask(self._owner, make).then(self.open_draft)


def _why_credit_alone(*, paid: bool) -> str:
    if paid:
        return QCoreApplication.translate(
            "InvoiceActs", "It is paid in part or whole: only a credit note can put it right"
        )
    return QCoreApplication.translate(
        "InvoiceActs", "A credit note took some of it back: only further credit notes can put it right"
    )


def _title(number: str) -> str:
    """What a window calls an issued invoice or credit note."""
    if number.startswith("C"):
        return QCoreApplication.translate("InvoiceActs", "Credit note {number}").format(number=number)
    return QCoreApplication.translate("InvoiceActs", "Invoice {number}").format(number=number)
