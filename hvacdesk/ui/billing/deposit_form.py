"""One deposit of a bank file: which invoices it pays for, as a person decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from hvacdesk.domain.bank.bank_matching import (
    BankProposals,
    ConfirmedDeposit,
    MatchProposal,
    MatchReason,
    confirmed,
)
from hvacdesk.domain.bank.deposit_doubts import DepositDoubted
from hvacdesk.domain.billing.invoices import NO_NAME
from hvacdesk.domain.billing.open_items import read_alike
from hvacdesk.domain.billing.payments import OpenInvoice, PaymentWay
from hvacdesk.domain.errors import InvalidInput, Missing, UserFacingError
from hvacdesk.domain.text.text_forms import plain
from hvacdesk.domain.text.wording import phrase
from hvacdesk.ui.billing.payment_question import payment_question
from hvacdesk.ui.billing.told_apart import name_apart
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.language import listed, words
from hvacdesk.ui.widgets.adding_choice import AddingChoice
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.money_field import money_field
from hvacdesk.ui.widgets.numbers import number_of, yen
from hvacdesk.ui.widgets.save_question import SaveQuestion
from hvacdesk.ui.widgets.text import label

_BETWEEN = re.compile(r"[\s,、・;]+")


class NotOpenNumber(InvalidInput):
    """A number of no open invoice."""

    what = phrase("Errors", "{number} is no open invoice.")
    todo = phrase("Errors", "Choose the invoice from the list below the field.")


class SeveralCustomers(InvalidInput):
    """One deposit that would pay for invoices of two customers."""

    what = phrase("Errors", "These invoices are of several customers.")
    todo = phrase("Errors", "Name invoices of one customer, and book the rest by hand.")


class DepositForm(FormDialog):
    """The proposed invoices are in the field; others are typed over them."""

    def __init__(self, ctx: DeskContext, proposal: MatchProposal, found: BankProposals) -> None:
        title = QCoreApplication.translate("DepositForm", "Deposit of {day}: {yen}")
        line = proposal.line
        super().__init__(ctx, title.format(day=day_text(line.on), yen=yen(line.yen)), width=480)
        self._proposal, self._way, self._digest = proposal, found.file.way, found.file.digest
        self._lines = found.file.lines
        self._agreed, self._another = frozenset[MatchReason](), frozenset[str]()
        self._open = {one.number: one for one in found.invoices}
        self._names, self._works, self._places = found.names, found.works, found.places
        self._alike = read_alike((customer, name.text) for customer, name in found.names.items())
        numbers = {one.invoice: one.number for one in found.invoices}
        payer = "" if line.payer and line.payer in line.text else line.payer
        self.form.column.addWidget(label(" ".join(filter(None, (payer, line.text))), wrap=True))
        for warning in self._warnings():
            self.form.column.addWidget(label(warning, wrap=True, tone="warn"))
        if proposal.others:
            others = self.tr("%n more fit as well. Look which one it is.", "", len(proposal.others))
            by_id = {one.invoice: one for one in found.invoices}
            listed = [
                "・".join(self._told(by_id[invoice]) for invoice in choice)
                for choice in (proposal.invoices, *proposal.others)
            ]
            self.form.column.addWidget(label("\n".join((others, *listed)), wrap=True, tone="warn"))
        self.invoices = QLineEdit(" ".join(numbers[one] for one in proposal.invoices))
        self.form.add(
            "allocations",
            self.tr("Invoices that it pays for"),
            self.invoices,
            required=True,
            hint=self.tr("Their numbers. What is more than they ask for stays as the customer's credit."),
        )
        self.whose = label("", wrap=True)
        self.form.column.addWidget(self.whose)
        self.invoices.textChanged.connect(lambda _text: self._tell())
        self.waiting = AddingChoice(self.tr("Choose one: of the same customer it is added"))
        for one in found.invoices:
            self.waiting.addItem(self._told(one), one.number)
        self.waiting.picked.connect(self._add)
        self.form.add("waiting", self.tr("Open invoices"), self.waiting)
        self.fee = money_field(f"{proposal.fee:,}" if proposal.fee else "")
        self.form.add("fee", self.tr("Bank's fee that the customer kept"), self.fee)
        self.fee.setEnabled(self._way is PaymentWay.BANK)
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Book it"))
        self.watch(without=("waiting",))
        warned = {one.reason for one in proposal.alike}
        self.fit(500, 640 if proposal.others else min(460 + 80 * len(warned), 640))
        self._tell()

    def _warnings(self) -> Iterator[str]:
        """Which payments it may be that are booked already, each with what to look at."""
        texts = {
            MatchReason.BOOKED: self.tr(
                "A payment of the same day, sum and payer is booked: {numbers}. Look whether this is the "
                "same deposit from another file before you book it."
            ),
            MatchReason.BY_HAND: self.tr(
                "A payment of this sum, or of it before the bank's fee, was booked by hand for such a "
                "customer or payer near that day: {numbers}. Look whether it is this deposit before you book "
                "it."
            ),
            MatchReason.IN_PARTS: self.tr(
                "Payments that were booked by hand for such a customer or payer near that day come to this "
                "sum together: {numbers}. Look whether they are this deposit before you book it."
            ),
            MatchReason.PART_OF: self.tr(
                "A payment was booked by hand near that day, and several deposits of this file, of which "
                "this is one, come to its sum: {numbers}. Look whether this deposit is a part of it before "
                "you book it."
            ),
            MatchReason.FROM_FILE: self.tr(
                "A payment of this day and sum was booked from another file for such a customer: {numbers}. "
                "Look whether it is this deposit before you book it."
            ),
            MatchReason.TAKEN: self.tr(
                "A cheque, note or claim of this sum was taken before: {numbers}. If this is its money, it "
                "is booked already: choose “No customer's payment” instead."
            ),
        }
        for reason, text in texts.items():
            if numbers := self._proposal.numbers_of(reason):
                yield text.format(numbers=listed(numbers))

    def _name(self, customer: str) -> str:
        return self._names.get(customer, NO_NAME).text

    def _told(self, one: OpenInvoice) -> str:
        """What there is to decide by: number, open sum, whose it is, with number and town, and its day."""
        told = self.tr("{number}  {yen} open  {name}  issued {day}")
        name, place = self._name(one.customer), self._places.get(one.customer, "")
        if name in self._alike:
            name = name_apart(name, self._works.get(one.invoice, ()), self.ctx.words, "")
        whose = "  ".join(filter(None, (name, place)))
        day = day_text(one.issued_on)
        return told.format(number=one.number, day=day, name=whose, yen=yen(one.open_yen))

    def _tell(self) -> None:
        """Say whose invoices are in the field; the field itself holds nothing but numbers."""
        named = [self._open[one] for one in _numbers(self.invoices.text()) if one in self._open]
        self.whose.setText("\n".join(map(self._told, named)))
        self.whose.setVisible(bool(named))

    def _add(self, number: str) -> None:
        """Put the chosen invoice's number into the field: beside those of its customer, else alone.

        A deposit is one customer's; a number that nobody knows stays, and is said when it is booked.
        """
        named = _numbers(self.invoices.text())
        if number not in named:
            customer = self._open[number].customer
            kept = [one for one in named if one not in self._open or self._open[one].customer == customer]
            self.invoices.setText(" ".join((*kept, number)))

    def collect(self) -> Callable[[], object]:
        ctx, way, digest, deposit, lines = self.ctx, self._way, self._digest, self._deposit(), self._lines

        return lambda: ctx.office.bank_imports.confirm_one(ctx.actor, deposit, way, digest, lines=lines)

    def ask_about(self, error: UserFacingError) -> bool:
        """Ask what was not to be seen when the form was opened: the money may be booked already."""
        if not isinstance(error, DepositDoubted):
            return False

        def agree() -> None:
            self._agreed |= {error.reason}
            self._another |= frozenset(error.alike)
            self.save_here(self.collect())

        title, back, go_on = self.tr("Book it all the same?"), self.tr("Back to the form"), self.tr("Book it")
        self.ask_first(SaveQuestion(title, error.in_short(words), back, go_on), agree)
        return True

    def save_question(self) -> SaveQuestion | None:
        deposit = self._deposit()
        waiting = [one for one in self._open.values() if one.customer == deposit.customer]
        fits = not deposit.line.payer or deposit.customer in self._proposal.fitting
        unlike = "" if fits else self._name(deposit.customer)
        return payment_question(deposit.record(self._way), waiting, self.ctx.today(), unlike=unlike)

    def said_of_save(self) -> str:
        deposit = self._deposit()
        said = self.tr("The payment of {yen} was booked.").format(yen=yen(deposit.line.yen))
        if deposit.fee:
            fee = self.tr("{yen} are booked as the bank's fee, which the office bears.")
            said = "\n".join((said, fee.format(yen=yen(deposit.fee))))
        return said

    def _deposit(self) -> ConfirmedDeposit:
        """The deposit as it is decided. Raises :class:`InvalidInput`."""
        chosen = self._chosen()
        if len({one.customer for one in chosen}) > 1:
            raise SeveralCustomers("allocations")
        fee = number_of(self.fee.text(), int, "fee") or 0
        decided = replace(self._proposal, invoices=tuple(one.invoice for one in chosen), fee=fee)
        if self._agreed:
            decided = replace(decided, certain=False, reasons=decided.reasons | self._agreed)
        deposit = confirmed(decided, {one.invoice: one for one in chosen})
        return replace(deposit, another=deposit.another | self._another)

    def _chosen(self) -> list[OpenInvoice]:
        numbers = _numbers(self.invoices.text())
        if not numbers:
            raise Missing("allocations")
        for number in numbers:
            if number not in self._open:
                raise NotOpenNumber("allocations", number=number)
        return [self._open[number] for number in dict.fromkeys(numbers)]


def _numbers(text: str) -> list[str]:
    """The numbers in a text, in capital letters of the usual width."""
    return [part for part in _BETWEEN.split(plain(text).upper().strip()) if part]
