"""Small forms about payments: taken back, what is left over used or given back, and cash counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit

from hvacdesk.domain.billing.collected_cash import DIFFERENCE_REASON_LIMIT, CashDiffers, CashOut
from hvacdesk.domain.billing.payments import (
    PAID_BACK_WAY_NAMES,
    CustomerMoney,
    ListedPayment,
    OpenInvoice,
    PaymentRecord,
    PaymentRow,
    PaymentWay,
    earliest_payment,
    oldest_first,
)
from hvacdesk.domain.errors import Missing, UserFacingError
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui.billing.payment_question import BookingForm
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.finder.reveal import Revealer
from hvacdesk.ui.widgets.choices import choose, code_choice
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.money_field import money_field
from hvacdesk.ui.widgets.numbers import number_of, yen
from hvacdesk.ui.widgets.text import label


class TakeBackForm(FormDialog):
    """Asks before a payment is taken back."""

    def __init__(self, ctx: DeskContext, one: ListedPayment) -> None:
        row, self._name = one.row, one.name.text
        title = QCoreApplication.translate("TakeBackForm", "Take back payment {number}")
        super().__init__(ctx, title.format(number=row.number), width=460)
        self._row = row
        came = self.tr("{name}, {yen}, received on {day}.")
        self.form.column.addWidget(
            label(came.format(name=self._name, yen=yen(row.moved), day=day_text(row.received_on)), wrap=True)
        )
        about = self.tr(
            "Its invoices are open again, and their jobs no longer paid. The payment stays in the list, "
            "marked as taken back. If the books have it already, the next hand-over takes it out of them."
        )
        self.form.column.addWidget(label(about, wrap=True))
        if row.differed is not None:
            for told in self._of_count(row.differed):
                self.form.column.addWidget(label(told, wrap=True))
        if row.payer.hidden:
            reveal = Revealer(ctx, self, RevealReason.CORRECTION)
            self.payer = reveal.masked(
                self.tr("Payer"),
                row.payer,
                lambda reason: ctx.office.payments.payer(ctx.actor, row.payment, reason),
            )
            self.form.column.addWidget(self.payer)
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Take it back"))
        self.fit(480, 320 if row.differed is None else 440)

    def _of_count(self, differed: int) -> list[str]:
        """What becomes of the count of its cash, which differed."""
        said = self.tr("The sum was another when its cash was counted, and corrected since.")
        if differed > 0:
            said = self.tr("{yen} were too much when its cash was counted.")
        elif differed:
            said = self.tr("{yen} were missing when its cash was counted.")
        goes = self.tr(
            "That count is taken back with it: if the books have the difference, the next hand-over takes "
            "that out of them as well."
        )
        told = [in_a_row(said.format(yen=yen(abs(differed))), goes)]
        if others := self._row.counted_with:
            waits = self.tr("{numbers} were counted with it, and wait to be counted again.")
            told.append(waits.format(numbers="・".join(others)))
        return told

    def said_of_save(self) -> str:
        row = self._row
        said = self.tr("Payment {number} of {name}, {yen}, was taken back.")
        return said.format(number=row.number, name=self._name, yen=yen(row.moved))

    def collect(self) -> Callable[[], object]:
        ctx, row = self.ctx, self._row
        return lambda: ctx.office.payments.take_back(ctx.actor, row.payment, row.version)


class LeftOverForm(BookingForm):
    """Money that is owed to a customer: used for the oldest open invoices, or given back.

    Args:
        left: yen of it.
        invoices: the customer's.
        came: how it came to that, line by line.
        way: how it came, or would come: cash goes back as cash, all else by bank transfer.
    """

    def __init__(
        self,
        ctx: DeskContext,
        title: str,
        left: int,
        invoices: Sequence[OpenInvoice],
        came: Sequence[str] = (),
        way: PaymentWay = PaymentWay.BANK,
    ) -> None:
        super().__init__(ctx, title, width=480)
        self.came = label("\n".join(came), wrap=True)
        self.form.column.addWidget(self.came)
        self._left, self._open = left, [one for one in invoices if one.open_yen > 0]
        self.what = QComboBox()
        self.what.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if self._open:
            numbers = "・".join(one.number for one in self._open)
            self.what.addItem(self.tr("Use it for what is open: {numbers}").format(numbers=numbers), "use")
        self.what.addItem(self.tr("Give it back to the customer"), "back")
        self.form.add("what", self.tr("What becomes of it"), self.what)
        self.yen = money_field(f"{left:,}")
        self.form.add("yen", self.tr("Yen of it"), self.yen)
        self.way = code_choice(ctx.words, PAID_BACK_WAY_NAMES)
        choose(self.way, PaymentWay.CASH if way is PaymentWay.CASH else PaymentWay.BANK)
        self.form.add("way", self.tr("Given back by"), self.way)
        self.day = DateField(ctx.today(), past=True, since=earliest_payment(ctx.today()))
        self.day.set_iso(ctx.today().isoformat())
        self.form.add("received_on", self.tr("Given back on"), self.day)
        self.form.column.addStretch(1)
        self.what.currentIndexChanged.connect(lambda _at: self._arm())

    def shown(self) -> None:
        """Fit it to the screen, once it keeps what is typed."""
        self.fit(500, 560)
        self._arm()

    @property
    def gives_back(self) -> bool:
        """Whether it goes back to the customer."""
        return bool(self.what.currentData() == "back")

    def amount(self) -> int:
        """The yen that are typed. Raises :class:`BadNumber`."""
        return number_of(self.yen.text(), int, "yen") or 0

    def parts(self) -> tuple[tuple[str, int], ...]:
        """What each open invoice gets of it, the oldest first."""
        return oldest_first(min(self.amount(), self._left), self._open)

    def said_of_save(self) -> str:
        translate = QCoreApplication.translate
        if self.gives_back:
            said = translate("LeftOverForm", "{yen} went back to the customer.")
            return said.format(yen=yen(self.amount()))
        said = translate("LeftOverForm", "{yen} were set off.")
        return said.format(yen=yen(sum(part for _invoice, part in self.parts() if part > 0)))

    def given_back(self) -> PaymentRecord:
        """What goes back, as it is booked. Raises :class:`InvalidInput`."""
        way = PaymentWay(self.way.currentData())
        return PaymentRecord(self.day.iso("received_on"), -self.amount(), way)

    def _arm(self) -> None:
        self.way.setEnabled(self.gives_back)
        self.day.setEnabled(self.gives_back)


class CreditForm(LeftOverForm):
    """What is left over of a payment."""

    def __init__(self, ctx: DeskContext, row: PaymentRow, invoices: Sequence[OpenInvoice]) -> None:
        title = QCoreApplication.translate("CreditForm", "Left over of {number}: {yen}")
        title = title.format(number=row.number, yen=yen(row.credit))
        super().__init__(ctx, title, row.credit, invoices, self._came(row), row.way)
        self._row = row
        self.watch()
        self.keep_draft("payment_credit", row.payment, "billing", tab="payments", credit=row.payment)
        self.shown()

    def _came(self, row: PaymentRow) -> list[str]:
        """What came, what of that pays for invoices or went back, and what is left to see to."""
        used = sum(part for _number, part in row.paid_for)
        told = [self.tr("Payment {number}: {yen}").format(number=row.number, yen=yen(row.yen + row.fee))]
        if used:
            told.append(self.tr("Pays for invoices: {yen}").format(yen=yen(used)))
        back = row.yen + row.fee - used - row.credit
        told.append(self.tr("Given back so far: {yen}").format(yen=yen(back)))
        told.append(self.tr("Left to use or give back: {yen}").format(yen=yen(row.credit)))
        if row.receipt:
            stands = self.tr(
                "Receipt {number} says that this was received: before you give anything back, get it back "
                "and make it void under “Receipts”. Afterwards make one out over what is kept."
            )
            told.append(stands.format(number=row.receipt))
        return told

    def collect(self) -> Callable[[], object]:
        ctx, row = self.ctx, self._row
        if not self.gives_back:
            parts = self.parts()
            return lambda: ctx.office.payments.use_credit(ctx.actor, row.payment, row.version, parts)
        record, another = self.given_back(), self.another
        return lambda: ctx.office.payments.pay_back(
            ctx.actor, row.payment, row.version, record, another=another
        )


class CreditNoteForm(LeftOverForm):
    """What is left of a credit note that no invoice of its own is left to be set off against.

    Args:
        gross: yen that the credit note takes back, as its page says.
    """

    def __init__(self, ctx: DeskContext, note: OpenInvoice, gross: int, money: CustomerMoney) -> None:
        title = QCoreApplication.translate("CreditNoteForm", "Left of credit note {number}: {yen}")
        left = -note.open_yen
        title = title.format(number=note.number, yen=yen(left))
        came = self._came(note.number, gross, left, money.payments)
        super().__init__(ctx, title, left, money.open_invoices, came, money.usual_way)
        self._note = note
        self.watch()
        self.keep_draft("credit_note", note.invoice, "billing", tab="open_items", credit_note=note.invoice)
        self.shown()

    def _came(self, number: str, gross: int, left: int, payments: Sequence[PaymentRow]) -> list[str]:
        """What its page says, what of that was set off or went back, and what is left to see to."""
        own = [
            (row, -part)
            for row in payments
            if not row.taken_back_on
            for paid_for, part in row.paid_for
            if paid_for == number
        ]
        back = sum(min(part, max(0, -row.yen)) for row, part in own)
        others = sum(part for _row, part in own) - back
        told = [self.tr("Credit note {number}: {yen}").format(number=number, yen=yen(gross))]
        if first := gross - left - back - others:
            said = self.tr("Taken off its invoice, which was not paid: {yen}")
            told.append(said.format(yen=yen(first)))
        if others:
            told.append(self.tr("Set off against other invoices: {yen}").format(yen=yen(others)))
        told.append(self.tr("Paid back so far: {yen}").format(yen=yen(back)))
        told.append(self.tr("Left to pay back or set off: {yen}").format(yen=yen(left)))
        return told

    def collect(self) -> Callable[[], object]:
        ctx, record, another = self.ctx, self._record(), self.another
        return lambda: ctx.office.payments.book(ctx.actor, self._note.customer, record, another=another)

    def _record(self) -> PaymentRecord:
        """What is booked. Raises :class:`InvalidInput`."""
        if self.gives_back:
            record = self.given_back()
            return replace(record, allocations=((self._note.invoice, record.yen),))
        parts = self.parts()
        used = sum(part for _invoice, part in parts)
        today = self.ctx.today().isoformat()
        return PaymentRecord(today, 0, PaymentWay.SET_OFF, allocations=((self._note.invoice, -used), *parts))


class CashForm(FormDialog):
    """The cash that a technician hands in: what is counted has to be what was collected.

    Where it is not, somebody says why; that is asked only once another sum was counted.
    """

    def __init__(self, ctx: DeskContext, waiting: Sequence[CashOut]) -> None:
        super().__init__(ctx, QCoreApplication.translate("CashForm", "Count collected cash"), width=460)
        self._waiting = {one.account: one for one in waiting}
        self.who = QComboBox()
        for one in waiting:
            self.who.addItem(one.name, one.account)
        self.form.add("who", self.tr("Handed in by"), self.who)
        self.payments = label("", "muted", wrap=True)
        self.form.column.addWidget(self.payments)
        self.counted = money_field()
        self.form.add("counted", self.tr("Yen counted"), self.counted, required=True)
        self.reason = QLineEdit()
        self.reason.setMaxLength(DIFFERENCE_REASON_LIMIT)
        hint = self.tr(
            "Name no customer. The payments stay as they are; the difference is noted, and goes to the books "
            "as cash over or short (現金過不足)."
        )
        self.form.add("reason", self.tr("Why the sum differs"), self.reason, hint=hint)
        self.form.fields["reason"].hide()
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("It is complete"))
        self.who.currentIndexChanged.connect(lambda _at: self._tell())
        self.form.judge_together("counted", "reason")
        self.watch()
        self.keep_draft("cash", "office", "billing", tab="payments", cash="yes")
        self.fit(480, 420)
        self._tell()

    def said_of_save(self) -> str:
        chosen = self._waiting[self.who.currentData()]
        said = self.tr("{yen} that {who} collected were counted: {numbers}.")
        return said.format(
            yen=yen(number_of(self.counted.text(), int, "counted") or 0),
            who=chosen.name,
            numbers="・".join(one.number for one in chosen.payments),
        )

    def collect(self) -> Callable[[], object]:
        counted = number_of(self.counted.text(), int, "counted")
        if counted is None:
            raise Missing("counted")
        ctx, chosen = self.ctx, self._waiting[self.who.currentData()]
        payments = [one.payment for one in chosen.payments]
        reason = "" if self.form.fields["reason"].isHidden() else self.reason.text()
        return lambda: ctx.office.payments.hand_in(ctx.actor, payments, counted, reason)

    def ask_about(self, error: UserFacingError) -> bool:
        """Ask why, below what is said of the sums, once another sum was counted than was collected."""
        if isinstance(error, CashDiffers):
            self.form.fields["reason"].show()
        return super().ask_about(error)

    def _tell(self) -> None:
        chosen = self._waiting.get(self.who.currentData())
        rows = chosen.payments if chosen is not None else ()
        self.payments.setText(
            self.tr("Payments: {numbers}").format(numbers="・".join(one.number for one in rows))
        )
