"""Booking a payment: how much came how, and which of the customer's invoices it pays for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from hvacdesk.domain.billing.payments import (
    DISHONOURED,
    PAYMENT_WAY_NAMES,
    CustomerMoney,
    PaymentRecord,
    PaymentWay,
    by_age,
    check_allocations,
    earliest_payment,
    oldest_first,
)
from hvacdesk.domain.errors import BadNumber
from hvacdesk.domain.office.half_typed import SEALED
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.ui import background
from hvacdesk.ui.billing.payment_question import BookingForm, payment_question
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.choices import choose, code_choice
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.money_field import money_field
from hvacdesk.ui.widgets.numbers import number_of, yen
from hvacdesk.ui.widgets.save_question import SaveQuestion
from hvacdesk.ui.widgets.text import label

MOST_SHOWN = 12
"""So many open invoices have a field; more are paid by a collective one, or in two payments."""

_ALLOTTED = "allotted to "
"""Before an invoice's record id: under that a draft keeps the yen that were allotted to it."""

_PERHAPS_IN_CASH = frozenset({PaymentWay.BANK, PaymentWay.CASH})
"""A transfer is what the form begins with: who collected cash is chosen in it, and makes it cash."""


class PaymentForm(BookingForm):
    """What is typed as the sum is offered to the oldest invoices, until somebody allots it otherwise.

    An invoice names the office's account, so a bank transfer is chosen; who collected cash makes it cash.

    Args:
        invoice: record id of the one that it was opened from: its sum is offered, and it is paid for first.

    Signals:
        saved(payment): its record id.
    """

    takes_statement = True

    def __init__(
        self,
        ctx: DeskContext,
        customer: str,
        name: str,
        money: CustomerMoney,
        staff: Sequence[StaffMember],
        *,
        invoice: str = "",
    ) -> None:
        title = QCoreApplication.translate("PaymentForm", "Book a payment: {name}").format(name=name)
        super().__init__(
            ctx, title if name else QCoreApplication.translate("PaymentForm", "Book a payment"), width=560
        )
        self._customer = customer
        self._money = money
        chosen = [one for one in money.open_invoices if one.invoice == invoice and one.open_yen > 0]
        others = [one for one in money.open_invoices if one not in chosen]
        self._open = sorted([*chosen, *others][:MOST_SHOWN], key=by_age)
        self._paid_first = chosen
        self._allotted_by_hand = False
        self._lay_out(staff)
        self.collected_by.activated.connect(lambda _at: self._collected())
        for part in self.parts:
            part.textEdited.connect(self._by_hand)
        for field in (self.yen, self.fee):
            field.textEdited.connect(lambda _text: self._offer())
        self.way.currentIndexChanged.connect(lambda _at: self._arm())
        if self._paid_first:
            self.yen.setText(f"{self._paid_first[0].open_yen:,}")
            self._offer()
        # By the invoice: others may be open when it is put back.
        self._allotted = {
            f"{_ALLOTTED}{one.invoice}": part for one, part in zip(self._open, self.parts, strict=True)
        }
        self.watch(
            without=[key for key in self.form.fields if key.startswith("allocations")], beside=self._allotted
        )
        self.keep_draft("payment", customer, "billing", pay=customer)
        self.fit(580, 660)
        self._arm()
        self._tell()

    def _lay_out(self, staff: Sequence[StaffMember]) -> None:
        self._add_way_and_day()
        self._add_sums()
        self._add_collector(staff)
        self._add_open()
        self.payer = QLineEdit()
        self.form.add("payer", self.tr("Payer, as the bank wrote it"), self.payer)
        self.note = QPlainTextEdit()
        self.note.setMaximumHeight(64)
        self.form.add("note", self.tr("Note"), self.note)
        self.form.column.addStretch(1)

    def _add_way_and_day(self) -> None:
        today = self.ctx.today()
        self.way = code_choice(self.ctx.words, PAYMENT_WAY_NAMES)
        choose(self.way, self._money.usual_way)
        self.form.add("way", self.tr("How it came"), self.way)
        self.told_of_way = label("", "muted", wrap=True)
        self.form.column.addWidget(self.told_of_way)
        self.received_on = DateField(today, past=True, since=earliest_payment(today))
        self.received_on.set_iso(today.isoformat())
        self.form.add("received_on", self.tr("Received on"), self.received_on, required=True)

    def _add_sums(self) -> None:
        self.yen = money_field()
        owed = sum(one.open_yen for one in self._money.open_invoices)
        hint = self.tr("{yen} is open").format(yen=yen(owed)) if owed > 0 else ""
        self.form.add("yen", self.tr("Yen received"), self.yen, required=True, hint=hint)
        self.fee = money_field()
        self.form.add(
            "fee",
            self.tr("Bank's fee that the customer kept"),
            self.fee,
            hint=self.tr("It pays the invoice as well."),
        )

    def _add_collector(self, staff: Sequence[StaffMember]) -> None:
        self.collected_by = QComboBox()
        self.collected_by.addItem(self.tr("nobody: it came to the office"), "")
        for member in staff:
            self.collected_by.addItem(member.name, member.account)
        self.form.add("collected_by", self.tr("Cash collected on site by"), self.collected_by)

    def _add_open(self) -> None:
        """A field for each open invoice that is shown."""
        self.parts = [money_field() for _one in self._open]
        self.gone = label("", wrap=True, tone="warn")
        self.gone.hide()
        self.form.column.addWidget(self.gone)
        for at, (one, part) in enumerate(zip(self._open, self.parts, strict=True)):
            told = self.tr("Yen allotted to {number}, of {yen} open").format(
                number=one.number, yen=yen(one.open_yen)
            )
            self.form.add("allocations" if at == 0 else f"allocations_{at}", told, part)
        if not self._open:
            none = self.tr("Nothing is open: the whole sum stays as the customer's credit.")
            self.form.column.addWidget(label(none, "muted", wrap=True))
        self.left = label("", "muted", wrap=True)
        self.form.column.addWidget(self.left)

    def typed(self) -> Typed | None:
        typed = super().typed()
        if typed is not None and (payer := typed.pop("payer")):
            typed[SEALED] = {"payer": payer}
        return typed

    def fill(self, typed: Typed) -> None:
        super().fill({**typed, **(typed.get(SEALED) or {})})  # type: ignore[dict-item]
        self._allotted_by_hand = True
        self._arm()
        self._tell_gone(typed)
        self._tell()

    def _tell_gone(self, typed: Typed) -> None:
        """Say what had been allotted to invoices that have no field any more."""
        gone = 0
        for key, text in typed.items():
            if key.startswith(_ALLOTTED) and key not in self._allotted:
                with suppress(BadNumber):
                    gone += number_of(str(text), int, "allocations") or 0
        told = self.tr(
            "{yen} of what you had allotted is left over: the invoices are not open any more, or not in this "
            "list. Allot it again."
        )
        self.gone.setText(told.format(yen=yen(gone)))
        self.gone.setVisible(bool(gone))

    def collect(self) -> Callable[[], object]:
        ctx, customer, record = self.ctx, self._customer, self._record()
        # What is refused is said before anything is asked.
        check_allocations(record.allocations, {one.invoice: one for one in self._open})
        allowed, another = self.number_allowed, self.another
        return lambda: ctx.office.payments.book(
            ctx.actor, customer, record, another=another, allow_number=allowed
        )

    def save_question(self) -> SaveQuestion | None:
        return payment_question(self._record(), self._money.open_invoices, self.ctx.today())

    def said_of_save(self) -> str:
        record = self._record()
        if record.yen < 0:
            return self.tr("That {yen} went back was booked.").format(yen=yen(-record.yen))
        if not record.yen:
            return self.tr("What was set off was booked.")
        if record.way is PaymentWay.SET_OFF:
            return self.tr("{yen} were set off, with no money coming in.").format(yen=yen(record.yen))
        return self.tr("The payment of {yen} was booked.").format(yen=yen(record.yen))

    def _record(self) -> PaymentRecord:
        """The payment as it is typed. Raises :class:`InvalidInput`."""
        bank = PaymentWay(self.way.currentData()) is PaymentWay.BANK
        return PaymentRecord(
            received_on=self.received_on.iso("received_on"),
            yen=number_of(self.yen.text(), int, "yen") or 0,
            way=PaymentWay(self.way.currentData()),
            fee=(number_of(self.fee.text(), int, "fee") or 0) if bank else 0,
            allocations=self._allocations(),
            payer=self.payer.text() if bank else "",
            note=self.note.toPlainText(),
            collected_by=self.collected_by.currentData(),
        )

    def _allocations(self) -> tuple[tuple[str, int], ...]:
        found = []
        for one, part in zip(self._open, self.parts, strict=True):
            if amount := number_of(part.text(), int, "allocations"):
                found.append((one.invoice, amount))
        return tuple(found)

    def _received(self) -> int | None:
        """Yen with the fee; None while they are half typed, which collecting them says."""
        with suppress(BadNumber):
            return sum(number_of(field.text(), int, "yen") or 0 for field in (self.yen, self.fee))
        return None

    def _offer(self) -> None:
        received = self._received()
        if received is not None and not self._allotted_by_hand:
            offered = self._offered(received)
            for one, part in zip(self._open, self.parts, strict=True):
                amount = offered.get(one.invoice, 0)
                part.setText(f"{amount:,}" if amount else "")
        self._tell()

    def _offered(self, received: int) -> dict[str, int]:
        """What each invoice gets of a sum: the one that the form was opened from comes first."""
        offered = {one.invoice: min(received, one.open_yen) for one in self._paid_first if received > 0}
        left = received - sum(offered.values())
        others = [one for one in self._open if one.invoice not in offered]
        return offered | dict(oldest_first(left, others) if left > 0 else ())

    def _by_hand(self, _text: str) -> None:
        self._allotted_by_hand = True
        self._tell()

    def _tell(self) -> None:
        """Say what would be left over."""
        left = 0
        with suppress(BadNumber):
            left = (self._received() or 0) - sum(part for _invoice, part in self._allocations())
        self.left.setText(self.tr("Left over as credit: {yen}").format(yen=yen(left)) if left > 0 else "")

    def _arm(self) -> None:
        way = PaymentWay(self.way.currentData())
        self.fee.setEnabled(way is PaymentWay.BANK)
        for key in ("fee", "payer"):
            self.form.fields[key].setVisible(way is PaymentWay.BANK)
        self.form.fields["collected_by"].setVisible(way in _PERHAPS_IN_CASH)
        if way is not PaymentWay.CASH:
            self.collected_by.setCurrentIndex(0)
        self.told_of_way.setText(self._of_way(way))
        self.told_of_way.setVisible(bool(self.told_of_way.text()))

    def _of_way(self, way: PaymentWay) -> str:
        """What to know of a way that brings no money, or not yet; empty for all others."""
        if way in DISHONOURED:
            return self.tr(
                "Counts as paid on the day you take it. Should it be dishonoured, “Take back…” in the tab "
                "“Payments” opens the invoice again."
            )
        if way is PaymentWay.SET_OFF:
            return self.tr("No money comes in: book what does come in as a payment of its own.")
        return ""

    def _collected(self) -> None:
        """A person who was paid on site was paid in cash: to choose them is enough."""
        if self.collected_by.currentData():
            choose(self.way, PaymentWay.CASH)


def open_payment(owner: QWidget, ctx: DeskContext, customer: str, name: str, *, invoice: str = "") -> None:
    """Read what is open of a customer, and open the form; ``invoice`` as there."""

    def read() -> tuple[CustomerMoney, Sequence[StaffMember]]:
        return ctx.office.payments.of_customer(ctx.actor, customer), ctx.office.jobs.staff(ctx.actor)

    background.ask(owner, read).then(partial(_open, ctx, customer, name, invoice))


def _open(
    ctx: DeskContext,
    customer: str,
    name: str,
    invoice: str,
    found: tuple[CustomerMoney, Sequence[StaffMember]],
) -> None:
    PaymentForm(ctx, customer, name, *found, invoice=invoice).open()
