"""What the office bills by: rounding of the tax, usual days of payment, and the account to pay to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit

from hvacdesk.domain.billing.billing_facts import OfficeBilling
from hvacdesk.domain.billing.invoices import BankAccount
from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.tax import ROUNDING_NAMES, Rounding
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.ui.billing.terms_form import choose_number, day_choice, month_choice
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.choices import choose, code_choice
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.others_save import Present

KINDS = ("普通", "当座", "貯蓄")
"""Kinds of bank accounts, as they are written on Japanese invoices in any language."""


class BillingFactsForm(FormDialog):
    """Holds for what is issued from now on; what was issued stays as it is."""

    def __init__(self, ctx: DeskContext, facts: OfficeBilling) -> None:
        super().__init__(ctx, QCoreApplication.translate("BillingFactsForm", "Billing settings"), width=520)
        self._read, account = facts, facts.account
        self.rounding = code_choice(ctx.words, ROUNDING_NAMES)
        choose(self.rounding, facts.rounding)
        self.form.add(
            "rounding",
            self.tr("A fraction of a yen of the tax"),
            self.rounding,
            hint=self.tr("Once for each rate and invoice. The office chooses once and keeps to it."),
        )
        self.months, self.day = month_choice(), day_choice()
        choose_number(self.months, facts.terms.pay_months)
        choose_number(self.day, facts.terms.pay_day)
        self.form.add("pay_months", self.tr("Usually paid"), self.months)
        self.form.add("pay_day", self.tr("on"), self.day)
        self.bank, self.branch = QLineEdit(account.bank), QLineEdit(account.branch)
        self.number, self.holder = QLineEdit(account.number), QLineEdit(account.holder)
        self.kind = QComboBox()
        self.kind.addItems(list(KINDS))
        self.kind.setCurrentText(account.kind or KINDS[0])
        self.form.add("bank", self.tr("Bank"), self.bank)
        self.form.add("branch", self.tr("Branch"), self.branch)
        self.form.add("kind", self.tr("Kind of account"), self.kind)
        self.form.add("number", self.tr("Account number"), self.number)
        self.form.add("holder", self.tr("Account holder, in kana"), self.holder)
        self.form.column.addStretch(1)
        self.watch(known=True)
        self.keep_draft("billing_facts", "office", "billing", facts="yes")
        self.fit(560, 620)

    def collect(self) -> Callable[[], object]:
        ctx, read = self.ctx, self._read
        named = (self.bank, self.branch, self.number, self.holder)
        bank, branch, number, holder = (field.text().strip() for field in named)
        kind = self.kind.currentText() if any((bank, branch, number, holder)) else ""
        facts = OfficeBilling(
            Rounding(self.rounding.currentData()),
            PayTerms(0, self.months.currentData(), self.day.currentData()),
            BankAccount(bank, branch, kind, number, holder),
        )
        return lambda: ctx.office.billing_terms.change_office(ctx.actor, facts, read)

    def present(self) -> Present | None:
        ctx = self.ctx
        return Present(
            SavedKind.BILLING_FACTS,
            "",
            0,
            lambda: ctx.office.billing_terms.office(ctx.actor),
            lambda now: BillingFactsForm(ctx, now),
        )
