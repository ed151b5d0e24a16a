"""Making out a receipt for a payment, making it void, and giving blank ones to a technician."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from hvacdesk.domain.billing.payments import PaymentRow, PaymentWay
from hvacdesk.domain.billing.receipts import (
    MoneyBack,
    MoneyWentBack,
    ReceiptOut,
    ReceiptQuery,
    ReceiptRecord,
    ReceiptRow,
    ReceiptState,
)
from hvacdesk.domain.errors import Missing, UserFacingError
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.services.billing.receipts import GivenOut, IssuedReceipt
from hvacdesk.ui import background
from hvacdesk.ui.billing.document_saving import SavingDialog
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.printing.showing import show_pages
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.numbers import number_of, yen
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.payments import given_back_text

_Begun = tuple[ReceiptRecord, tuple[ReceiptRow, ...], tuple[MoneyBack, ...]]

_OUT = ReceiptQuery(states=frozenset({ReceiptState.GIVEN_OUT}))
"""The blank ones that technicians carry."""


class ReceiptForm(FormDialog):
    """What was paid for, on which day, and whether it goes as a file; the stamp that it needs is said.

    Args:
        back: what of the payment went back to the customer.

    Signals:
        saved(issued): the :class:`IssuedReceipt`.
    """

    def __init__(
        self,
        ctx: DeskContext,
        row: PaymentRow,
        begun: ReceiptRecord,
        blank: Sequence[ReceiptRow],
        back: Sequence[MoneyBack] = (),
    ) -> None:
        title = QCoreApplication.translate("ReceiptForm", "Receipt for {number}: {yen}")
        super().__init__(ctx, title.format(number=row.number, yen=yen(row.yen)), width=480)
        self._row = row
        self._stamp = background.Reader(self)
        self._back: tuple[MoneyBack, ...] = ()
        self._look_again = background.Reader(self)
        self.back = label("", wrap=True, tone="warn")
        self.form.column.addWidget(self.back)
        self.kept = label(_kept_text(row), wrap=True, tone="warn")
        self.form.column.addWidget(self.kept)
        self.kept.setVisible(bool(self.kept.text()))
        self.number = QComboBox()
        self.number.addItem(self.tr("a new one"), "")
        for one in blank:
            self.number.addItem(one.number, one.number)
        self.form.add(
            "number",
            self.tr("Number"),
            self.number,
            hint=self.tr("Choose the number of a blank receipt that was filled in on site."),
        )
        self.over = QComboBox()
        self.form.add(
            "over_kept",
            self.tr("Made out over"),
            self.over,
            hint=self.tr("With a blank receipt's number: the sum that is written on it."),
        )
        self._tell_back(back)
        self.proviso = QLineEdit(begun.proviso)
        self.form.add("proviso", self.tr("What was paid for"), self.proviso, required=True)
        self.day = DateField(ctx.today(), past=True)
        self.day.set_iso(begun.issued_on)
        self.form.add("issued_on", self.tr("Date of the receipt"), self.day, required=True)
        self.electronic = QCheckBox(self.tr("It is sent as a file"))
        self.form.column.addWidget(self.electronic)
        self.said = label("", "muted", wrap=True)
        self.form.column.addWidget(self.said)
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Make it out"))
        self.electronic.toggled.connect(lambda _on: self._tell())
        self.number.currentIndexChanged.connect(lambda _at: self._propose_over())
        self.over.currentIndexChanged.connect(lambda _at: self._over_chosen())
        self.day.editingFinished.connect(self._tell)
        self.watch(beside={"electronic": self.electronic})
        self.keep_draft("receipt", row.payment, "billing", tab="payments", receipt=row.payment)
        self.fit(500, 580 if back or self.kept.text() else 420)
        self._tell()

    def doubt(self) -> None:
        self._tell()

    def collect(self) -> Callable[[], object]:
        ctx, payment, record, back = self.ctx, self._row.payment, self._record(), self._back
        return lambda: ctx.office.receipts.issue(ctx.actor, payment, record, ctx.words, back)

    def ask_about(self, error: UserFacingError) -> bool:
        """Money that went back since it was opened is told here, beside the error."""
        if isinstance(error, MoneyWentBack):
            ctx, payment = self.ctx, self._row.payment
            found = self._look_again.read(lambda: ctx.office.receipts.given_back(ctx.actor, payment))
            found.then(self._tell_back)
        return False

    def _tell_back(self, back: Sequence[MoneyBack]) -> None:
        """Say what went back; what was kept is offered first, where some of it is left.

        A choice between the two that stood there stays.
        """
        chosen = bool(self.over.currentData()) if self.over.count() > 1 else None
        self._back = tuple(back)
        came, gone = self._row.yen, sum(one.yen for one in back if not one.note)
        self.over.clear()
        if 0 < gone < came:
            kept = self.tr("{yen}, what was kept of it")
            self.over.addItem(kept.format(yen=yen(came - gone)), True)
        whole = self.tr("{yen}, all that came in")
        if self._row.way is PaymentWay.SET_OFF:
            whole = self.tr("{yen}, all that was set off")
        self.over.addItem(whole.format(yen=yen(came)), False)
        self.form.fields["over_kept"].setVisible(self.over.count() > 1)
        self._propose_over(chosen)
        self._say_back()

    def _propose_over(self, chosen: bool | None = None) -> None:
        """What was kept, or the choice that was made; a blank one was written before anything went back."""
        kept = not self.number.currentData() if chosen is None else chosen
        self.over.setCurrentIndex(max(0, self.over.findData(kept)))

    def _say_back(self) -> None:
        gone = sum(one.yen for one in self._back if not one.note)
        left_out = gone if self.over.currentData() else 0
        told = given_back_text(self._back, self.ctx.words, self._row.yen - left_out, left_out)
        self.back.setText(told)
        self.back.setVisible(bool(self._back))

    def _over_chosen(self) -> None:
        self._say_back()
        self._tell()

    def _record(self) -> ReceiptRecord:
        return ReceiptRecord(
            proviso=self.proviso.text(),
            issued_on=self.day.iso("issued_on"),
            electronic=self.electronic.isChecked(),
            number=self.number.currentData(),
            over_kept=bool(self.over.currentData()),
        )

    def _tell(self) -> None:
        """Say which revenue stamp such a receipt needs."""
        ctx, payment = self.ctx, self._row.payment
        if self.day.day() is None:
            return
        record = self._record()
        self._stamp.read(lambda: ctx.office.receipts.stamp(ctx.actor, payment, record)).then(self._say)

    def _say(self, needed: int) -> None:
        self.said.setText(
            self.tr("It needs a revenue stamp of {yen}.").format(yen=yen(needed))
            if needed
            else self.tr("It needs no revenue stamp.")
        )


def _kept_text(row: PaymentRow) -> str:
    """What is said where more came in than the invoices ask for; empty where it did not."""
    if not row.credit or not row.paid_for:
        return ""
    if row.way is PaymentWay.SET_OFF:
        left = QCoreApplication.translate(
            "ReceiptForm",
            "{yen} of it pay for no invoice: the receipt says that they are left of the set-off. If less was "
            "set off, take the payment back and book it anew first.",
        )
        return left.format(yen=yen(row.credit))
    said = QCoreApplication.translate(
        "ReceiptForm",
        "{yen} of it pay for no invoice: the receipt says that they are kept for the customer. If less was "
        "received, take the payment back and book it anew first.",
    )
    return said.format(yen=yen(row.credit))


class GiveOutForm(FormDialog):
    """How many blank receipts a technician gets; they are printed at once.

    Signals:
        saved(given): the :class:`GivenOut`.
    """

    def __init__(self, ctx: DeskContext, staff: Sequence[StaffMember]) -> None:
        super().__init__(ctx, QCoreApplication.translate("GiveOutForm", "Give out blank receipts"), width=440)
        self.who = QComboBox()
        for member in staff:
            self.who.addItem(member.name, member.account)
        self.form.add("who", self.tr("Technician"), self.who)
        self.count = QLineEdit("10")
        self.form.add(
            "count",
            self.tr("How many"),
            self.count,
            hint=self.tr("Each has its number already. Unused ones come back."),
        )
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Print them"))
        self.watch()
        self.keep_draft("receipts_out", "office", "billing", tab="receipts", blanks="yes")
        self.fit(460, 320)

    def collect(self) -> Callable[[], object]:
        ctx, who = self.ctx, self.who.currentData()
        count = number_of(self.count.text(), int, "count")
        if count is None:
            raise Missing("count")
        return lambda: ctx.office.receipts.give_out(ctx.actor, who, count, ctx.words)


class ReceiptVoidForm(FormDialog):
    """Asks before a receipt is made void, and says what of it is out."""

    def __init__(self, ctx: DeskContext, row: ReceiptRow, out: ReceiptOut) -> None:
        title = QCoreApplication.translate("ReceiptVoidForm", "Make receipt {number} void")
        super().__init__(ctx, title.format(number=row.number), width=460)
        self._row = row
        for said in self._of_what_is_out(out):
            self.form.column.addWidget(label(said, wrap=True))
        self.form.column.addWidget(label(self.tr("Number and document are kept."), "muted", wrap=True))
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Make it void"))
        self.fit(480, 340 if out.papers and out.files else 260)

    def _of_what_is_out(self, out: ReceiptOut) -> list[str]:
        if self._row.state is ReceiptState.GIVEN_OUT:
            return [
                self.tr("The technician has the blank paper: get it back first, so that nobody fills it in.")
            ]
        said = []
        if out.papers:
            said.append(
                self.tr(
                    "%n paper(s) of it are out. Get them back first: whoever holds one can prove the payment "
                    "with it.",
                    "",
                    out.papers,
                )
            )
        if out.files:
            said.append(
                self.tr(
                    "It was saved as %n file(s). Tell whoever got it that it does not count any more.",
                    "",
                    out.files,
                )
            )
        if not out.ever:
            said.append(self.tr("Nothing of it was printed or saved, so nothing has to come back."))
        elif not said:
            said.append(self.tr("What was printed or saved of it is not out any more."))
        return said

    def collect(self) -> Callable[[], object]:
        ctx, row = self.ctx, self._row
        return lambda: ctx.office.receipts.void(ctx.actor, row.receipt, row.version)


def show_receipt(ctx: DeskContext, issued: object) -> None:
    """Show what was just made out, to be printed, or saved where it is sent as a file."""
    if not isinstance(issued, IssuedReceipt):
        return
    number = issued.page.number
    title = QCoreApplication.translate("ReceiptForm", "Receipt {number}").format(number=number)
    if issued.paper is None:
        stays = QCoreApplication.translate(
            "ReceiptForm",
            "It goes to the customer as a file. Unsaved it stays made out, and the list makes it "
            "out again, marked as a reissue.",
        )
        if not issued.again:
            stays = QCoreApplication.translate(
                "ReceiptForm",
                "It goes to the customer as a file. Unsaved it stays made out, and can be saved from "
                "the list of receipts.",
            )
        make = partial(ctx.office.filed_invoices.save_copy, ctx.actor, issued.document, ctx.words)
        SavingDialog(ctx, title, issued.pdf, make, number, stays).open()
        return
    from hvacdesk.ui.printing.paper_preview import PaperPreview  # loads Qt's PDF and printing modules

    stays = QCoreApplication.translate(
        "ReceiptForm", "The receipt itself stays made out, and can be printed again, marked as a reissue."
    )
    if not issued.again:
        stays = QCoreApplication.translate(
            "ReceiptForm",
            "The receipt itself stays made out, and can be printed from the list of receipts. The first "
            "print is not marked as a reissue.",
        )
    PaperPreview(ctx, (issued.paper,), issued.pdf, title, unprinted=stays).open()


def show_blanks(ctx: DeskContext, given: object) -> None:
    """Show blank receipts, to be printed."""
    if isinstance(given, GivenOut):
        show_pages(ctx, QCoreApplication.translate("GiveOutForm", "Blank receipts"), given.pdf)


def open_receipt(owner: QWidget, ctx: DeskContext, row: PaymentRow) -> None:
    """Read what a receipt for a payment begins with, and open the form."""

    def read() -> _Begun:
        receipts = ctx.office.receipts
        begun = receipts.beginning(ctx.actor, row.payment, ctx.words)
        blank = receipts.listed(ctx.actor, _OUT, None).rows
        return begun, blank, receipts.given_back(ctx.actor, row.payment)

    background.ask(owner, read).then(partial(_open, ctx, row))


def print_again(owner: QWidget, ctx: DeskContext, row: ReceiptRow) -> None:
    """Print an issued receipt, marked as a reissue if anything of it left the office before.

    Where money of it went back since, that is said first.
    """

    def go_on(back: Sequence[MoneyBack]) -> None:
        receipts = ctx.office.receipts
        background.ask(
            owner, lambda: receipts.reissue(ctx.actor, row.receipt, row.version, ctx.words, back)
        ).then(partial(show_receipt, ctx))

    def said(back: Sequence[MoneyBack]) -> None:
        if back:
            _ask_again(ctx, row, given_back_text(back, ctx.words, row.yen), partial(go_on, back))
        else:
            go_on(back)

    receipts = ctx.office.receipts
    background.ask(owner, lambda: receipts.given_back(ctx.actor, row.payment, row.receipt)).then(said)


def _ask_again(ctx: DeskContext, row: ReceiptRow, why: str, go_on: Callable[[], None]) -> None:
    title = QCoreApplication.translate("ReceiptForm", "Print or save receipt {number} all the same?")
    question = Dialog(title.format(number=row.number), ctx.window)
    question.add_text(why)

    def agree() -> None:
        question.accept()
        go_on()

    question.set_primary(QCoreApplication.translate("ReceiptForm", "Leave it"))
    question.add_secondary(QCoreApplication.translate("ReceiptForm", "Print or save it"), agree)
    question.open()


def _open(ctx: DeskContext, row: PaymentRow, found: _Begun) -> None:
    form = ReceiptForm(ctx, row, *found)
    form.saved.connect(partial(show_receipt, ctx))
    form.open()
