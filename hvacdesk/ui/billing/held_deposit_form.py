"""What becomes of a cancelled job's deposit: paid back, or kept as a cancellation fee."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from hvacdesk.domain.billing.open_items import DepositEnd, HeldDeposit
from hvacdesk.domain.billing.payments import PAID_BACK_WAY_NAMES, PaymentWay, earliest_payment
from hvacdesk.domain.errors import InvalidInput, Missing
from hvacdesk.services.billing.cancelled_deposits import EndedDeposit, pages_digest
from hvacdesk.ui.billing.issuing_form import IssuingForm
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.choices import choose, code_choice
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.money_field import money_field
from hvacdesk.ui.widgets.numbers import number_of, yen
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.payments import paid_text, received_text


class HeldDepositForm(IssuingForm):
    """Says at every step what is kept, what goes back and what is still to be paid.

    The pages are shown before they are issued.

    Signals:
        saved(ended): the :class:`EndedDeposit`.
    """

    def __init__(self, ctx: DeskContext, held: HeldDeposit) -> None:
        title = QCoreApplication.translate("HeldDepositForm", "Deposit of cancelled job {number}")
        super().__init__(ctx, title.format(number=held.number), width=500)
        self._held, self._seen = held, ""
        self.about = label("\n".join((held.name.text, *self._of_invoices())), wrap=True)
        self.form.column.addWidget(self.about)
        self.form.column.addWidget(label(self._of_all(), "strong", wrap=True))
        for other in self._of_others():
            self.form.column.addWidget(label(other, wrap=True, tone="warn"))
        self.what = QComboBox()
        came = held.received > 0
        back, keep = self.tr("All of it goes back"), self.tr("Kept as cancellation fee")
        if not came:
            back = self.tr("The invoice is taken back, nothing more")
            keep = self.tr("A cancellation fee is asked for in its place")
        self.what.addItem(back, "back")
        self.what.addItem(keep, "keep")
        self.form.add("what", self.tr("What becomes of it"), self.what)
        self.fee = money_field("")
        self.form.add("fee", self.tr("Cancellation fee, not taxed"), self.fee)
        self.tax = QComboBox()
        self.tax.addItem(self.tr("Damages: not taxed"), "damages")
        self.tax.addItem(self.tr("Fee for the handling: taxed"), "handling")
        hint = self.tr(
            "What makes up for lost profit is damages. A sum for both that is not divided is not taxed "
            "either. Ask the tax adviser in doubt."
        )
        self.form.add("taxable", self.tr("Consumption tax"), self.tax, hint=hint)
        self.tax.currentIndexChanged.connect(lambda _at: self._name_fee())
        self._name_fee()
        self.day = DateField(ctx.today(), past=True, since=earliest_payment(ctx.today()))
        later = self.tr("Empty while it is still to be paid back: the credit note stays among what is open.")
        self.form.add("paid_back_on", self.tr("Paid back on"), self.day, hint=later)
        self.way = code_choice(ctx.words, PAID_BACK_WAY_NAMES)
        came_by = {one.way for part in held.parts for one in part.payments}
        choose(self.way, PaymentWay.CASH if came_by == {PaymentWay.CASH} else PaymentWay.BANK)
        self.form.add("way", self.tr("Paid back by"), self.way)
        for name in ("paid_back_on", "way"):
            self.form.fields[name].setVisible(came)
        self.told = label("", "strong", wrap=True)
        self.form.column.addWidget(self.told)
        issued = self.tr(
            "A credit note takes the deposit invoice back; a fee gets an invoice of its own. Both are "
            "filed, and go to the accounting program."
        )
        self.form.column.addWidget(label(issued, "muted", wrap=True))
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Issue and book…"))
        self.what.currentIndexChanged.connect(lambda _at: self._chosen())
        self.fee.textChanged.connect(lambda _text: self._arm())
        self.watch()
        self.keep_draft("held_deposit", held.job, "billing", tab="open_items", held=held.job)
        self.fit(540, 720)
        self._arm()

    def _of_invoices(self) -> list[str]:
        """Each deposit invoice, and each payment that came for it."""
        told = []
        for one in self._held.parts:
            said = self.tr("{number}: {asked} asked for, {paid}")
            paid = paid_text(one.paid, one.fees, one.set_off)
            told.append(said.format(number=one.number, asked=yen(one.gross), paid=paid))
            told += [f"　{received_text(payment, self.ctx.words)}" for payment in one.payments]
            if one.asked < one.gross:
                taken = self.tr(
                    "A credit note took {yen} of it back already. What of that was paid is paid back or "
                    "set off with the credit note, not here."
                )
                told.append(f"　{taken.format(yen=yen(one.gross - one.asked))}")
        return told

    def _of_all(self) -> str:
        """What came as deposit in all, and what of that is left for this form."""
        paid = sum(one.paid for one in self._held.parts)
        if not paid:
            return self.tr("No deposit was received, so none is to be paid back.")
        parts = self._held.parts
        told = paid_text(paid, sum(one.fees for one in parts), sum(one.set_off for one in parts))
        if paid == self._held.received:
            return self.tr("Deposit in all: {paid}").format(paid=told)
        said = self.tr("Deposit in all: {paid}; of it to be decided on here: {yen}")
        return said.format(paid=told, yen=yen(self._held.received))

    def _of_others(self) -> list[str]:
        """What else came from the customer that this form does not see to, and where that is done."""
        told = []
        for one in self._held.beside:
            said = self.tr(
                "Part invoice {number} is not among it: {asked} asked for, {paid}. If it is not for work "
                "that was done, take it back by “Put right…”, “Credit note…”."
            )
            paid = paid_text(one.received, one.received_fees, one.received_set_off)
            told.append(said.format(number=one.number, asked=yen(one.asked), paid=paid))
        if credit := self._held.credit:
            said = self.tr(
                "Beside that the customer paid {yen} too much. It is given back under “Payments”, by “Left "
                "over…”."
            )
            told.append(said.format(yen=yen(credit)))
        return told

    def record(self) -> DepositEnd:
        """What is chosen. Raises :class:`InvalidInput`."""
        fee = 0
        if self.what.currentData() == "keep":
            typed = number_of(self.fee.text(), int, "fee")
            if not typed:
                raise Missing("fee")
            fee = typed
        return DepositEnd(
            fee=fee,
            taxable=self.tax.currentData() == "handling",
            paid_back_on=self.day.iso("paid_back_on") if self.day.isEnabled() else "",
            way=PaymentWay(self.way.currentData()),
        )

    def _name_fee(self) -> None:
        """Damages have no tax that could be included."""
        name = self.tr("Cancellation fee, not taxed")
        if self.tax.currentData() == "handling":
            name = self.tr("Cancellation fee, tax included")
        self.form.fields["fee"].set_name(name)

    def _chosen(self) -> None:
        """Where nothing is kept no sum is shown; what is kept is not known before it is typed."""
        if self.what.currentData() != "keep":
            self.fee.clear()
        self._arm()

    def _arm(self) -> None:
        """Let the fields follow the choice, and say what it comes to; half typed it comes to nothing yet."""
        keeps = self.what.currentData() == "keep"
        for field in (self.fee, self.tax):
            field.setEnabled(keeps)
        try:
            fee = (number_of(self.fee.text(), int, "fee") or 0) if keeps else 0
        except InvalidInput:
            self.told.setText("")
            return
        if keeps and not fee:
            self.told.setText("")
            return
        end, held = DepositEnd(fee=fee), self._held
        back, lacking = end.back(held), end.lacking(held)
        for field in (self.day, self.way):
            field.setEnabled(back > 0)
        told = [self.tr("Credit note: {yen}").format(yen=yen(held.asked))]
        if held.asked > held.received:
            unpaid = self.tr("{note} (of it {yen} were never paid: nothing goes back for them)")
            told = [unpaid.format(note=told[0], yen=yen(held.asked - held.received))]
        if held.received:
            told.append(self.tr("Kept: {yen}").format(yen=yen(min(fee, held.received))))
            told.append(self.tr("Goes back: {yen}").format(yen=yen(back)))
        if lacking:
            told.append(self.tr("Still to be paid by the customer: {yen}").format(yen=yen(lacking)))
        self.told.setText("　".join(told))  # one line leaves room

    def collect(self) -> Callable[[], object]:
        ctx, held, end, seen = self.ctx, self._held, self.record(), self._seen
        return lambda: ctx.office.cancelled_deposits.end(ctx.actor, held, end, ctx.words, seen)

    def save(self) -> None:
        """Show the pages; they are issued from there."""
        self.save_and_issue()

    def drawing(self, record: DepositEnd) -> Callable[[], bytes]:
        ctx, held = self.ctx, self._held
        return lambda: ctx.office.cancelled_deposits.look(ctx.actor, held, record, ctx.words)

    def ask_issue(self, record: DepositEnd, drawn: bytes) -> None:
        self._seen = pages_digest(drawn)
        kept = self.tr("Each page gets its number now, is filed, and is no longer changed.")
        said = (self._held.name.text, self.told.text())
        self.show_page(drawn, said, kept=kept, back=self.tr("Back to the form"))


def open_held_deposit(ctx: DeskContext, held: HeldDeposit) -> None:
    """Ask what becomes of a deposit, and show the pages that were issued for it."""
    form = HeldDepositForm(ctx, held)
    form.saved.connect(partial(_show, ctx))
    form.open()


def _show(ctx: DeskContext, ended: object) -> None:
    from hvacdesk.ui.printing.paper_preview import PaperPreview  # loads Qt's PDF and printing modules

    if not isinstance(ended, EndedDeposit):
        return
    title = QCoreApplication.translate("HeldDepositForm", "Issued for the cancelled job")
    stays = QCoreApplication.translate(
        "HeldDepositForm", "They stay issued, and are found under “All invoices”."
    )
    papers = [one.paper for one in ended.issued]
    PaperPreview(ctx, papers, ended.pdf, title, unprinted=stays).open()
