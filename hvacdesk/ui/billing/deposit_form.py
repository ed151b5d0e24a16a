"""One deposit of a bank file: which invoices it pays for, as a person decides."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from hvacdesk.domain.billing.bank_imports import BankProposals, ConfirmedDeposit
from hvacdesk.domain.billing.bank_matching import allotted
from hvacdesk.domain.billing.payments import MatchProposal, OpenInvoice, PaymentWay
from hvacdesk.domain.errors import InvalidInput, Missing
from hvacdesk.domain.text.text_forms import plain
from hvacdesk.domain.text.wording import phrase
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.numbers import number_of, yen
from hvacdesk.ui.widgets.text import label

_BETWEEN = re.compile(r"[\s,、・;]+")


class NotOpenNumber(InvalidInput):
    """A number of no open invoice."""

    what = phrase("Errors", "{number} is no open invoice.")
    todo = phrase("Errors", "Look under “Open” for the numbers that wait for their money.")


class SeveralCustomers(InvalidInput):
    """One deposit that would pay for invoices of two customers."""

    what = phrase("Errors", "These invoices are of several customers.")
    todo = phrase("Errors", "Name invoices of one customer, and book the rest by hand.")


class DepositForm(FormDialog):
    """The proposed invoices stand in the field; others are typed over them."""

    def __init__(self, ctx: DeskContext, proposal: MatchProposal, found: BankProposals) -> None:
        title = QCoreApplication.translate("DepositForm", "Deposit of {day}: {yen}")
        line = proposal.line
        super().__init__(ctx, title.format(day=day_text(line.on), yen=yen(line.yen)), width=480)
        self._proposal, self._way = proposal, found.file.way
        self._open = {one.number: one for one in found.invoices}
        names = {one.invoice: one.number for one in found.invoices}
        self.form.column.addWidget(label(" ".join(filter(None, (line.payer, line.text))), wrap=True))
        self.invoices = QLineEdit(" ".join(names[one] for one in proposal.invoices))
        self.form.add(
            "allocations",
            self.tr("Invoices that it pays for"),
            self.invoices,
            required=True,
            hint=self.tr("Their numbers. What is more than they ask for stays as the customer's credit."),
        )
        self.fee = QLineEdit(f"{proposal.fee:,}" if proposal.fee else "")
        self.form.add("fee", self.tr("Bank's fee that the customer kept"), self.fee)
        self.fee.setEnabled(self._way is PaymentWay.BANK)
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Book it"))
        self.watch()
        self.fit(500, 340)

    def collect(self) -> Callable[[], object]:
        ctx, way = self.ctx, self._way
        chosen = self._chosen()
        if len({one.customer for one in chosen}) > 1:
            raise SeveralCustomers("allocations")
        fee = number_of(self.fee.text(), int, "fee") or 0
        decided = replace(self._proposal, invoices=tuple(one.invoice for one in chosen), fee=fee)
        allocations = allotted(decided, {one.invoice: one for one in chosen})
        deposit = ConfirmedDeposit(decided.line, chosen[0].customer, allocations, fee)
        return lambda: ctx.office.bank_imports.confirm(ctx.actor, [deposit], way)

    def _chosen(self) -> list[OpenInvoice]:
        numbers = [part for part in _BETWEEN.split(plain(self.invoices.text()).upper().strip()) if part]
        if not numbers:
            raise Missing("allocations")
        for number in numbers:
            if number not in self._open:
                raise NotOpenNumber("allocations", number=number)
        return [self._open[number] for number in dict.fromkeys(numbers)]
